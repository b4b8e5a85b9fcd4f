#include "runtime/object_model/call.h"

#include <algorithm>

#include "runtime/object_model/attributes.h"
#include "runtime/object_model/builtin_table.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/errors.h"

namespace fora::object_model {
namespace {

void PrependPositional(Arguments* arguments, Value self) {
  arguments->positional.insert(arguments->positional.begin(), std::move(self));
}

bool IsEmpty(const Arguments& arguments) {
  return arguments.positional.empty() && arguments.keywords.empty();
}

// Runs a user's __init__ with self as the only reference, and gives self back.
Result<Value> RunInit(Evaluator& evaluator, const Value& init, Value self, Arguments arguments) {
  Value class_object = self.as<InstanceObject>()->class_object;
  if (!init.Is(Tag::kFunction)) return Unsupported("an __init__ that is not a plain method is not supported");
  PrependPositional(&arguments, std::move(self));
  FORA_TRY(Value made, evaluator.CallFunction(*init.as<FunctionObject>(), std::move(arguments)));
  if (!made.Is(Tag::kInstance) || !made.as<InstanceObject>()->class_object.Same(class_object))
    return Unsupported("an __init__ that is not a plain method is not supported");
  return made;
}

// Builtin exceptions whose instances depend on their arguments in ways that we don't follow.
Result<Unit> CheckExceptionArguments(const ClassObject* c, const Arguments& arguments) {
  struct Row {
    BuiltinClass base;
    size_t positional_max;
  };
  static constexpr Row kRows[] = {{BuiltinClass::kOSError, 1},
                                  {BuiltinClass::kSyntaxError, 1},
                                  {BuiltinClass::kUnicodeDecodeError, 0},
                                  {BuiltinClass::kUnicodeEncodeError, 0},
                                  {BuiltinClass::kUnicodeTranslateError, 0}};
  static constexpr BuiltinClass kWithKeywords[] = {BuiltinClass::kImportError, BuiltinClass::kNameError,
                                                   BuiltinClass::kAttributeError};
  for (const Row& row : kRows) {
    if (c->DerivesFrom(BuiltinClassObject(row.base)) &&
        (arguments.positional.size() > row.positional_max || row.positional_max == 0))
      return Unsupported("'" + c->name + "' with these arguments is not supported");
  }
  for (BuiltinClass base : kWithKeywords) {
    if (!arguments.keywords.empty() && c->DerivesFrom(BuiltinClassObject(base)))
      return Unsupported("'" + c->name + "' with keyword arguments is not supported");
  }
  return Unit{};
}

Result<Value> InitBuiltinException(Value self, Arguments arguments) {
  auto* instance = self.as<InstanceObject>();
  FORA_TRY_VOID(CheckExceptionArguments(instance->cls(), arguments));
  if (!arguments.keywords.empty()) return TypeError(instance->cls()->name + "() takes no keyword arguments");
  instance->exception->args = MakeTuple(std::move(arguments.positional));
  return self;
}

Result<Value> MakeUserException(Evaluator& evaluator, const Value& class_object, Arguments arguments) {
  auto* c = class_object.as<ClassObject>();
  FORA_TRY_VOID(CheckExceptionArguments(c, arguments));
  Value self = MakeException(class_object, arguments.positional);
  if (const Value* init = c->FindInMro("__init__"))
    return RunInit(evaluator, *init, std::move(self), std::move(arguments));
  return InitBuiltinException(std::move(self), std::move(arguments));
}

Result<Value> Construct(Evaluator& evaluator, const Value& class_object, Arguments arguments) {
  auto* c = class_object.as<ClassObject>();
  if (c->is_exception) return MakeUserException(evaluator, class_object, std::move(arguments));
  if (c->builtin != BuiltinClass::kNone && c->builtin != BuiltinClass::kObject)
    return ConstructBuiltin(evaluator, c->builtin, std::move(arguments));
  Value self = Value::Adopt(new InstanceObject(class_object));
  if (const Value* init = c->FindInMro("__init__"))
    return RunInit(evaluator, *init, std::move(self), std::move(arguments));
  if (!IsEmpty(arguments)) return TypeError(c->name + "() takes no arguments");
  return self;
}

std::unique_ptr<Stop> NotCallable(const Value& v) {
  return TypeError("'" + TypeName(v) + "' object is not callable");
}

}  // namespace

Result<Value> Call(Evaluator& evaluator, const Value& callee, Arguments arguments) {
  switch (callee.tag()) {
    case Tag::kFunction: return evaluator.CallFunction(*callee.as<FunctionObject>(), std::move(arguments));
    case Tag::kBuiltin: return CallBuiltin(evaluator, callee.as_index(), std::move(arguments));
    case Tag::kBoundMethod: {
      auto* method = callee.as<BoundMethodObject>();
      PrependPositional(&arguments, method->self);
      return Call(evaluator, method->function, std::move(arguments));
    }
    case Tag::kClass: return Construct(evaluator, callee, std::move(arguments));
    case Tag::kStaticMethod:
      return Call(evaluator, callee.as<StaticMethodObject>()->function, std::move(arguments));
    case Tag::kInstance: {
      const Value* call = FindSpecial(callee, "__call__");
      if (call == nullptr) return NotCallable(callee);
      FORA_TRY(Value method, BindDescriptor(evaluator, *call, callee, ClassValueOf(callee)));
      return Call(evaluator, method, std::move(arguments));
    }
    case Tag::kUnbound:
    case Tag::kNone:
    case Tag::kBool:
    case Tag::kInt:
    case Tag::kFloat:
    case Tag::kNotImplemented:
    case Tag::kEllipsis:
    case Tag::kSkip:
    case Tag::kModule:
    case Tag::kBigInt:
    case Tag::kStr:
    case Tag::kTuple:
    case Tag::kList:
    case Tag::kDict:
    case Tag::kRange:
    case Tag::kSlice:
    case Tag::kIterator:
    case Tag::kCell:
    case Tag::kProperty:
    case Tag::kClassMethod:
    case Tag::kSuper: return NotCallable(callee);
  }
  FORA_UNREACHABLE() << "tag " << static_cast<int>(callee.tag());
  return Value();
}

Result<Value> Call(Evaluator& evaluator, const Value& callee, std::vector<Value> positional) {
  return Call(evaluator, callee, Arguments{std::move(positional), {}});
}

bool IsCallable(const Value& v) {
  switch (v.tag()) {
    case Tag::kFunction:
    case Tag::kBuiltin:
    case Tag::kBoundMethod:
    case Tag::kClass:
    case Tag::kStaticMethod: return true;
    case Tag::kInstance: return FindSpecial(v, "__call__") != nullptr;
    case Tag::kUnbound:
    case Tag::kNone:
    case Tag::kBool:
    case Tag::kInt:
    case Tag::kFloat:
    case Tag::kNotImplemented:
    case Tag::kEllipsis:
    case Tag::kSkip:
    case Tag::kModule:
    case Tag::kBigInt:
    case Tag::kStr:
    case Tag::kTuple:
    case Tag::kList:
    case Tag::kDict:
    case Tag::kRange:
    case Tag::kSlice:
    case Tag::kIterator:
    case Tag::kCell:
    case Tag::kProperty:
    case Tag::kClassMethod:
    case Tag::kSuper: return false;
  }
  return false;
}

Result<Value> InitBase(Evaluator& evaluator, const ClassObject* c, bool after_class, Value self,
                       Arguments arguments) {
  if (!self.Is(Tag::kInstance))
    return Unsupported("__init__ of something that is not an instance of a class");
  const ClassObject* own = self.as<InstanceObject>()->cls();
  if (after_class && !own->DerivesFrom(c))
    return TypeError("super(type, obj): obj must be an instance or subtype of type");
  const auto& order = after_class ? own->mro : c->mro;
  auto from = after_class ? std::find(order.begin(), order.end(), c) + 1 : order.begin();
  for (auto at = from; at != order.end(); ++at) {
    if (const Value* init = (*at)->FindOwn("__init__"))
      return RunInit(evaluator, *init, std::move(self), std::move(arguments));
  }
  if (!after_class && !own->DerivesFrom(c)) return Unsupported("__init__ of a class that is not a base");
  if (c->is_exception || (after_class && own->is_exception)) {
    if (!self.IsUnique()) return SharedObject("__init__", own->name);
    return InitBuiltinException(std::move(self), std::move(arguments));
  }
  if (IsEmpty(arguments)) return self;
  const char* text = "__init__() takes exactly one argument (the instance to initialize)";
  return TypeError((own->FindInMro("__init__") != nullptr ? "object" : own->name) + "." + text);
}

Result<Value> MakeSuper(Evaluator& evaluator, const Value& class_object, const Value& self) {
  if (!class_object.Is(Tag::kClass))
    return TypeError("super() argument 1 must be a type, not " + TypeName(class_object));
  auto* c = class_object.as<ClassObject>();
  bool of_class = self.Is(Tag::kClass) && self.as<ClassObject>()->DerivesFrom(c);
  if (!of_class && !ClassOf(self)->DerivesFrom(c))
    return TypeError("super(type, obj): obj must be an instance or subtype of type");
  return Value::Adopt(new SuperObject(class_object, self));
}

}  // namespace fora::object_model
