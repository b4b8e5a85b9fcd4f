#include "runtime/object_model/attributes.h"

#include <algorithm>
#include <string>

#include "runtime/object_model/builtin_table.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"

namespace fora::object_model {
namespace {

struct AttributeRow {
  BuiltinClass c;
  const char* names;  // " a b c "
};

constexpr AttributeRow kBuiltinAttributes[] = {
#include "runtime/object_model/builtin_attributes.inc"
};

// True if CPython's class has the attribute, itself or by its bases.
bool CPythonHas(const ClassObject* c, std::string_view name) {
  const std::string padded = " " + std::string(name) + " ";
  for (const ClassObject* above : c->mro) {
    if (above->builtin == BuiltinClass::kNone) continue;
    const AttributeRow& row = kBuiltinAttributes[static_cast<int>(above->builtin) - 1];
    FORA_CHECK(row.c == above->builtin) << "builtin_attributes.inc is out of date";
    if (std::string_view(row.names).find(padded) != std::string_view::npos) return true;
  }
  return false;
}

std::unique_ptr<Stop> UnsupportedAttribute(const ClassObject* c, std::string_view name) {
  return Unsupported("attribute '" + std::string(name) + "' of '" + c->name + "' objects is not supported");
}

std::unique_ptr<Stop> NoAttribute(const Value& object, std::string_view name) {
  return AttributeError("'" + TypeName(object) + "' object has no attribute '" + std::string(name) + "'");
}

// The error for an attribute that was not found: honest if CPython would have found it.
std::unique_ptr<Stop> Missing(const Value& object, std::string_view name) {
  const ClassObject* c = ClassOf(object);
  return CPythonHas(c, name) ? UnsupportedAttribute(c, name) : NoAttribute(object, name);
}

Value Bind(Value self, Value function) {
  return Value::Adopt(new BoundMethodObject(std::move(self), std::move(function)));
}

Value OrNone(const Value& v) { return v.is_unbound() ? Value::None() : v; }

Value FirstArg(const ExceptionState& state) {
  auto* args = state.args.as<TupleObject>();
  return args->size == 0 ? Value::None() : args->items[0];
}

// What all exceptions have; unbound if it is something else.
Value ExceptionAttribute(const InstanceObject& instance, std::string_view name) {
  const ExceptionState& state = *instance.exception;
  auto derives = [&](BuiltinClass c) { return instance.cls()->DerivesFrom(BuiltinClassObject(c)); };
  if (name == "args") return state.args;
  if (name == "__cause__") return OrNone(state.cause);
  if (name == "__context__") return OrNone(state.context);
  if (name == "__suppress_context__") return Value::Bool(!state.cause.is_unbound());
  if (name == "value" && derives(BuiltinClass::kStopIteration)) return FirstArg(state);
  if (name == "code" && derives(BuiltinClass::kSystemExit)) {
    return state.args.as<TupleObject>()->size > 1 ? state.args : FirstArg(state);
  }
  return Value();
}

// The lookup that __getattr__ comes after.
Result<Value> GetInstanceAttr(Evaluator& evaluator, const Value& object, std::string_view name) {
  auto* instance = object.as<InstanceObject>();
  const Value* in_class = instance->cls()->FindInMro(name);
  if (in_class != nullptr && in_class->Is(Tag::kProperty))
    return BindDescriptor(evaluator, *in_class, object, instance->class_object);
  if (const Value* field = instance->Find(name)) return *field;
  if (in_class != nullptr) return BindDescriptor(evaluator, *in_class, object, instance->class_object);
  if (name == "__class__") return instance->class_object;
  if (instance->exception != nullptr) {
    Value found = ExceptionAttribute(*instance, name);
    if (!found.is_unbound()) return found;
  }
  if (name == "__dict__" || name == "__module__" || name == "__weakref__")
    return UnsupportedAttribute(instance->cls(), name);
  return Missing(object, name);
}

Result<Value> GetFromInstance(Evaluator& evaluator, const Value& object, std::string_view name) {
  Result<Value> found = GetInstanceAttr(evaluator, object, name);
  if (found.ok()) return found;
  const Value* fallback = FindSpecial(object, "__getattr__");
  if (fallback == nullptr || !IsRaised(found.stop(), BuiltinClass::kAttributeError)) return found;
  return *CallSpecial(evaluator, object, "__getattr__", {MakeStr(name)});
}

Result<Value> GetFromClass(Evaluator& evaluator, const Value& object, std::string_view name) {
  auto* c = object.as<ClassObject>();
  if (name == "__name__") return MakeStr(c->name);
  if (name == "__qualname__" && c->FindOwn(name) == nullptr) return MakeStr(c->qualname);
  if (name == "__class__") return ClassValue(BuiltinClass::kType);
  if (name == "__bases__") return MakeTuple(c->bases);
  if (const Value* found = c->FindInMro(name)) return BindDescriptor(evaluator, *found, Value(), object);
  for (const ClassObject* above : c->mro) {
    if (above->builtin == BuiltinClass::kNone) continue;
    if (std::optional<Value> method = FindBuiltinMethod(above->builtin, name)) return *method;
  }
  // `type` itself has attributes that its instances, the classes, see. Every class has these three.
  bool known = CPythonHas(c, name) || CPythonHas(BuiltinClassObject(BuiltinClass::kType), name) ||
               name == "__dict__" || name == "__module__" || name == "__weakref__" ||
               name == "__annotations__";
  if (known)
    return Unsupported("attribute '" + std::string(name) + "' of class '" + c->name + "' is not supported");
  return AttributeError("type object '" + c->name + "' has no attribute '" + std::string(name) + "'");
}

Result<Value> GetFromSuper(Evaluator& evaluator, const Value& object, std::string_view name) {
  auto* super = object.as<SuperObject>();
  bool of_class = super->self.Is(Tag::kClass);
  Value owner = of_class ? super->self : ClassValueOf(super->self);
  const auto& order = owner.as<ClassObject>()->mro;
  auto at = std::find(order.begin(), order.end(), super->class_object.as<ClassObject>());
  FORA_CHECK(at != order.end()) << "super object of unrelated classes";
  for (++at; at != order.end(); ++at) {
    const Value* found = (*at)->FindOwn(name);
    if (found != nullptr) return BindDescriptor(evaluator, *found, of_class ? Value() : super->self, owner);
  }
  if (CPythonHas(owner.as<ClassObject>(), name) || CPythonHas(ClassOf(object), name))
    return Unsupported("attribute '" + std::string(name) + "' of super() is not supported");
  return NoAttribute(object, name);
}

// Plain data of builtin objects.
struct DataRow {
  Tag tag;
  const char* name;
  Value (*get)(const Value&);
};

Value AsInt(const Value& v) { return v.Is(Tag::kBool) ? Value::Int(v.as_int()) : v; }
Value ZeroInt(const Value&) { return Value::Int(0); }
Value OneInt(const Value&) { return Value::Int(1); }
Value Itself(const Value& v) { return v; }
Value ZeroFloat(const Value&) { return Value::Float(0.0); }
Value CodeName(const Value& v) { return MakeStr(v.as<FunctionObject>()->code->name()); }
Value CodeQualname(const Value& v) { return MakeStr(v.as<FunctionObject>()->code->qualname()); }
Value NameOfBuiltin(const Value& v) { return MakeStr(BuiltinName(v.as_index())); }
Value NameOfModule(const Value& v) { return MakeStr(ModuleName(v.as_index())); }

constexpr DataRow kData[] = {
    {Tag::kInt, "real", AsInt},
    {Tag::kInt, "imag", ZeroInt},
    {Tag::kInt, "numerator", AsInt},
    {Tag::kInt, "denominator", OneInt},
    {Tag::kBigInt, "real", Itself},
    {Tag::kBigInt, "imag", ZeroInt},
    {Tag::kBigInt, "numerator", Itself},
    {Tag::kBigInt, "denominator", OneInt},
    {Tag::kBool, "real", AsInt},
    {Tag::kBool, "imag", ZeroInt},
    {Tag::kBool, "numerator", AsInt},
    {Tag::kBool, "denominator", OneInt},
    {Tag::kFloat, "real", Itself},
    {Tag::kFloat, "imag", ZeroFloat},
    {Tag::kRange, "start", [](const Value& v) { return v.as<RangeObject>()->start; }},
    {Tag::kRange, "stop", [](const Value& v) { return v.as<RangeObject>()->stop; }},
    {Tag::kRange, "step", [](const Value& v) { return v.as<RangeObject>()->step; }},
    {Tag::kSlice, "start", [](const Value& v) { return v.as<SliceObject>()->start; }},
    {Tag::kSlice, "stop", [](const Value& v) { return v.as<SliceObject>()->stop; }},
    {Tag::kSlice, "step", [](const Value& v) { return v.as<SliceObject>()->step; }},
    {Tag::kFunction, "__name__", CodeName},
    {Tag::kFunction, "__qualname__", CodeQualname},
    {Tag::kBuiltin, "__name__", NameOfBuiltin},
    {Tag::kModule, "__name__", NameOfModule},
    {Tag::kBoundMethod, "__self__", [](const Value& v) { return v.as<BoundMethodObject>()->self; }},
    {Tag::kProperty, "fget", [](const Value& v) { return v.as<PropertyObject>()->getter; }},
    {Tag::kStaticMethod, "__func__", [](const Value& v) { return v.as<StaticMethodObject>()->function; }},
    {Tag::kClassMethod, "__func__", [](const Value& v) { return v.as<ClassMethodObject>()->function; }},
};

Result<Value> GetFromMethod(Evaluator& evaluator, const Value& object, std::string_view name) {
  const Value& function = object.as<BoundMethodObject>()->function;
  if (function.Is(Tag::kFunction) && name == "__func__") return function;
  if (function.Is(Tag::kFunction)) return GetAttr(evaluator, function, name);  // its own were tried before
  return Missing(object, name);
}

Result<Value> GetFromModule(const Value& object, std::string_view name) {
  if (std::optional<Value> member = FindModuleMember(object.as_index(), name)) return *member;
  std::string module(ModuleName(object.as_index()));
  if (name.starts_with("__"))
    return Unsupported("attribute '" + std::string(name) + "' of modules is not supported");
  return AttributeError("module '" + module + "' has no attribute '" + std::string(name) + "'");
}

Result<Value> GetFromBuiltinObject(Evaluator& evaluator, const Value& object, std::string_view name) {
  if (object.Is(Tag::kModule)) return GetFromModule(object, name);
  if (object.Is(Tag::kList) && IsListMutator(name))
    return InvalidOperation("'" + std::string(name) +
                            "' would change a list: only a statement of its own may do that, " +
                            "on a local variable whose list is not also referenced elsewhere");
  for (const ClassObject* above : ClassOf(object)->mro) {
    if (std::optional<Value> method = FindBuiltinMethod(above->builtin, name)) return Bind(object, *method);
  }
  if (object.Is(Tag::kBoundMethod)) return GetFromMethod(evaluator, object, name);
  return Missing(object, name);
}

}  // namespace

Result<Value> GetAttr(Evaluator& evaluator, const Value& object, std::string_view name) {
  if (object.Is(Tag::kInstance)) return GetFromInstance(evaluator, object, name);
  if (object.Is(Tag::kClass)) return GetFromClass(evaluator, object, name);
  if (object.Is(Tag::kSuper)) return GetFromSuper(evaluator, object, name);
  if (name == "__class__") return ClassValueOf(object);
  for (const DataRow& row : kData) {
    if (object.Is(row.tag) && name == row.name) return row.get(object);
  }
  return GetFromBuiltinObject(evaluator, object, name);
}

Result<Value> BindDescriptor(Evaluator& evaluator, const Value& attribute, const Value& instance,
                             const Value& owner) {
  if (attribute.Is(Tag::kFunction)) return instance.is_unbound() ? attribute : Bind(instance, attribute);
  if (attribute.Is(Tag::kStaticMethod)) return attribute.as<StaticMethodObject>()->function;
  if (attribute.Is(Tag::kClassMethod)) {
    const Value& function = attribute.as<ClassMethodObject>()->function;
    if (!function.Is(Tag::kFunction)) return Unsupported("a classmethod of something that is not a function");
    return Bind(owner, function);
  }
  if (attribute.Is(Tag::kProperty) && !instance.is_unbound())
    return Call(evaluator, attribute.as<PropertyObject>()->getter, std::vector<Value>{instance});
  return attribute;
}

std::optional<Result<Value>> CallSpecial(Evaluator& evaluator, const Value& self, std::string_view method,
                                         std::vector<Value> arguments) {
  const Value* found = FindSpecial(self, method);
  if (found == nullptr) return std::nullopt;
  if (found->is_none()) return Result<Value>(Unsupported(std::string(method) + " = None is not supported"));
  if (found->Is(Tag::kFunction)) {
    arguments.insert(arguments.begin(), self);
    return evaluator.CallFunction(*found->as<FunctionObject>(), Arguments{std::move(arguments), {}});
  }
  Result<Value> bound = BindDescriptor(evaluator, *found, self, ClassValueOf(self));
  if (!bound.ok()) return bound;
  return Call(evaluator, *bound, std::move(arguments));
}

namespace {

Result<Unit> SetExceptionAttr(Evaluator& evaluator, ExceptionState* state, std::string_view name,
                              Value value) {
  if (name == "args") {
    FORA_TRY(std::vector<Value> args, Items(evaluator, value));
    state->args = MakeTuple(std::move(args));
    return Unit{};
  }
  bool is_exception = value.Is(Tag::kInstance) && value.as<InstanceObject>()->exception != nullptr;
  bool is_cause = name == "__cause__";
  if (!value.is_none() && !is_exception)
    return TypeError(std::string("exception ") + (is_cause ? "cause" : "context") +
                     " must be None or derive from BaseException");
  (is_cause ? state->cause : state->context) = std::move(value);
  return Unit{};
}

Result<Value> SetInstanceAttr(Evaluator& evaluator, Value&& object, std::string_view name, Value value) {
  auto* instance = object.as<InstanceObject>();
  const ClassObject* c = instance->cls();
  const std::string quoted = "'" + std::string(name) + "'";
  const Value* in_class = c->FindInMro(name);
  if (in_class != nullptr && in_class->Is(Tag::kProperty)) {
    const Value setter =
        in_class->as<PropertyObject>()->setter;  // the object may be all that keeps its class
    if (!setter.is_unbound())
      return evaluator.SetProperty(*setter.as<FunctionObject>(), std::move(object), std::move(value));
    return AttributeError("property " + quoted + " of '" + c->qualname + "' object has no setter");
  }
  if (c->builtin == BuiltinClass::kObject) return Missing(object, name);
  if (name == "__class__" || name == "__dict__") return UnsupportedAttribute(c, name);
  bool of_exception =
      instance->exception != nullptr && (name == "args" || name == "__cause__" || name == "__context__");
  if (!of_exception && instance->exception != nullptr && CPythonHas(c, name))
    return UnsupportedAttribute(c, name);
  if (!object.IsUnique()) return SharedObject("assigning attribute " + quoted, c->name);
  if (of_exception) {
    FORA_TRY_VOID(SetExceptionAttr(evaluator, instance->exception.get(), name, std::move(value)));
    return std::move(object);
  }
  for (Field& field : instance->fields) {
    if (field.name != name) continue;
    Value old = std::exchange(field.value, std::move(value));
    return std::move(object);
  }
  instance->fields.push_back({std::string(name), std::move(value)});
  return std::move(object);
}

}  // namespace

Result<Value> SetAttr(Evaluator& evaluator, Value&& object, std::string_view name, Value value) {
  if (object.Is(Tag::kInstance)) return SetInstanceAttr(evaluator, std::move(object), name, std::move(value));
  const std::string quoted = "'" + std::string(name) + "'";
  if (object.Is(Tag::kClass)) {
    auto* c = object.as<ClassObject>();
    if (c->builtin != BuiltinClass::kNone)
      return TypeError("cannot set " + quoted + " attribute of immutable type '" + c->name + "'");
    return InvalidOperation("assigning attribute " + quoted + " would change the class '" + c->name + "'");
  }
  if (object.Is(Tag::kFunction) || object.Is(Tag::kModule))
    return InvalidOperation("assigning attribute " + quoted + " would change a " + TypeName(object));
  return Missing(object, name);
}

}  // namespace fora::object_model
