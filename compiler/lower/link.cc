// The client's objects become Values: in order of their dependencies, each once, without recursion.
#include <algorithm>
#include <utility>

#include "compiler/lower/builder.h"
#include "compiler/lower/module_lowering.h"
#include "runtime/builtins/builtins.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"

namespace fora::lower {

using source::ObjectId;

namespace {

Linked Unsupported(std::string message) { return {Value(), std::move(message)}; }

void Append(const std::vector<source::Binding>& bindings, std::vector<ObjectId>& ids) {
  for (const source::Binding& binding : bindings) ids.push_back(binding.object);
}

}  // namespace

// What must be linked before the object. Free names of functions are looked up when their code is lowered, so
// that functions may refer to each other.
std::vector<ObjectId> ModuleLowering::Dependencies(ObjectId id) const {
  const source::Object& object = source().objects[id];
  std::vector<ObjectId> ids;
  if (const auto* tuple = std::get_if<source::TupleObject>(&object)) {
    ids = tuple->items;
  } else if (const auto* list = std::get_if<source::ListObject>(&object)) {
    ids = list->items;
  } else if (const auto* range = std::get_if<source::RangeObject>(&object)) {
    ids = {range->start, range->stop, range->step};
  } else if (const auto* slice = std::get_if<source::SliceObject>(&object)) {
    ids = {slice->start, slice->stop, slice->step};
  } else if (const auto* function = std::get_if<source::FunctionObject>(&object)) {
    ids = function->defaults;
    Append(function->keyword_defaults, ids);
  } else if (const auto* found = std::get_if<source::ClassObject>(&object)) {
    ids = found->bases;
    Append(found->attributes, ids);
  } else if (const auto* instance = std::get_if<source::InstanceObject>(&object)) {
    ids = {instance->class_object};
    Append(instance->fields, ids);
  } else if (const auto* exception = std::get_if<source::ExceptionObject>(&object)) {
    ids = exception->args;
    ids.push_back(exception->class_object);
    Append(exception->fields, ids);
  } else if (const auto* method = std::get_if<source::BoundMethodObject>(&object)) {
    ids = {method->self, method->function};
  } else if (const auto* method = std::get_if<source::StaticMethodObject>(&object)) {
    ids = {method->function};
  } else if (const auto* method = std::get_if<source::ClassMethodObject>(&object)) {
    ids = {method->function};
  } else if (const auto* property = std::get_if<source::PropertyObject>(&object)) {
    ids = {property->getter};
    if (property->setter.has_value()) ids.push_back(*property->setter);
  }
  return ids;
}

const Linked& ModuleLowering::Object(ObjectId id) {
  auto known = linked_.find(id);
  if (known != linked_.end()) return known->second;
  std::vector<ObjectId> stack = {id};
  while (!stack.empty()) {
    ObjectId top = stack.back();
    if (linked_.count(top) != 0) {
      stack.pop_back();
      continue;
    }
    if (linking_.insert(top).second) {
      for (ObjectId dependency : Dependencies(top)) {
        if (linked_.count(dependency) != 0) continue;
        // A cycle through data: whoever closes it can't be made.
        if (linking_.count(dependency) != 0) {
          linked_.emplace(dependency, Unsupported("a value that contains itself is not supported"));
          continue;
        }
        stack.push_back(dependency);
      }
      continue;
    }
    stack.pop_back();
    linked_.emplace(top, Link(top));
  }
  return linked_.at(id);
}

Linked ModuleLowering::Link(ObjectId id) {
  const source::Object& object = source().objects[id];
  if (const auto* constant = std::get_if<source::Constant>(&object)) return {ConstantOf(*constant), {}};
  if (const auto* tuple = std::get_if<source::TupleObject>(&object)) return LinkItems(tuple->items, true);
  if (const auto* list = std::get_if<source::ListObject>(&object)) return LinkItems(list->items, false);
  if (const auto* ints = std::get_if<source::IntListObject>(&object)) {
    std::vector<Value> values(ints->values.size());
    std::transform(ints->values.begin(), ints->values.end(), values.begin(), Value::Int);
    return {MakeList(std::move(values)), {}};
  }
  if (const auto* floats = std::get_if<source::FloatListObject>(&object)) {
    std::vector<Value> values(floats->values.size());
    std::transform(floats->values.begin(), floats->values.end(), values.begin(), Value::Float);
    return {MakeList(std::move(values)), {}};
  }
  if (const auto* range = std::get_if<source::RangeObject>(&object)) return LinkRange(*range);
  if (const auto* slice = std::get_if<source::SliceObject>(&object)) {
    Linked parts = LinkItems({slice->start, slice->stop, slice->step}, true);
    if (parts.unsupported.has_value()) return parts;
    const Value* items = parts.value.as<TupleObject>()->items;
    return {Value::Adopt(new SliceObject(items[0], items[1], items[2])), {}};
  }
  if (const auto* builtin = std::get_if<source::BuiltinObject>(&object)) {
    return Builtin(builtin->name).value_or(Unsupported("'" + builtin->name + "' is not supported"));
  }
  if (const auto* module = std::get_if<source::ModuleObject>(&object)) return Import(module->name, "");
  if (const auto* function = std::get_if<source::FunctionObject>(&object))
    return LinkFunction(id, *function, Role::kPlain);
  if (const auto* found = std::get_if<source::ClassObject>(&object)) return LinkClass(*found);
  if (const auto* instance = std::get_if<source::InstanceObject>(&object)) {
    return LinkInstance(instance->class_object, instance->fields, nullptr);
  }
  if (const auto* exception = std::get_if<source::ExceptionObject>(&object)) {
    return LinkInstance(exception->class_object, exception->fields, &exception->args);
  }
  if (const auto* method = std::get_if<source::BoundMethodObject>(&object)) {
    Linked parts = LinkItems({method->self, method->function}, true);
    if (parts.unsupported.has_value()) return parts;
    const Value* items = parts.value.as<TupleObject>()->items;
    return {Value::Adopt(new BoundMethodObject(items[0], items[1])), {}};
  }
  return LinkWrapper(object);
}

// Objects that wrap one other, and those that are nothing to the compiler.
Linked ModuleLowering::LinkWrapper(const source::Object& object) {
  auto wrap = [&](ObjectId inner, auto make) -> Linked {
    const Linked& linked = linked_.at(inner);
    return linked.unsupported.has_value() ? linked : Linked{Value::Adopt(make(linked.value)), {}};
  };
  if (const auto* method = std::get_if<source::StaticMethodObject>(&object)) {
    return wrap(method->function, [](const Value& f) { return new StaticMethodObject(f); });
  }
  if (const auto* method = std::get_if<source::ClassMethodObject>(&object)) {
    return wrap(method->function, [](const Value& f) { return new ClassMethodObject(f); });
  }
  if (const auto* property = std::get_if<source::PropertyObject>(&object)) {
    Linked setter;
    if (property->setter.has_value()) {
      const auto* function = std::get_if<source::FunctionObject>(&source().objects[*property->setter]);
      if (function == nullptr)
        return Unsupported("a property with a setter that is not a function is not supported");
      setter = LinkFunction(*property->setter, *function, Role::kSetter);
      if (setter.unsupported.has_value()) return setter;
    }
    return wrap(property->getter, [&](const Value& f) { return new PropertyObject(f, setter.value); });
  }
  if (const auto* remote = std::get_if<source::RemoteObject>(&object)) {
    std::optional<Value> value = options_.remote ? options_.remote(remote->id) : std::nullopt;
    if (!value.has_value()) return Unsupported("the value " + remote->id + " is no longer on the cluster");
    return {*value, {}};
  }
  if (std::holds_alternative<source::NotImplementedObject>(object)) return {Value::NotImplemented(), {}};
  if (const auto* unsupported = std::get_if<source::UnsupportedObject>(&object))
    return Unsupported(unsupported->message);
  return Unsupported("a value of this kind is not supported");
}

Linked ModuleLowering::LinkItems(const std::vector<ObjectId>& items, bool is_tuple) {
  std::vector<Value> values;
  for (ObjectId item : items) {
    const Linked& linked = linked_.at(item);
    if (linked.unsupported.has_value()) return linked;
    values.push_back(linked.value);
  }
  return {is_tuple ? MakeTuple(std::move(values)) : MakeList(std::move(values)), {}};
}

Linked ModuleLowering::LinkRange(const source::RangeObject& range) {
  Linked bounds = LinkItems({range.start, range.stop, range.step}, true);
  if (bounds.unsupported.has_value()) return bounds;
  const Value* items = bounds.value.as<TupleObject>()->items;
  Result<Value> made = object_model::MakeRange(items[0], items[1], items[2]);
  return made.ok() ? Linked{*made, {}} : Unsupported("a malformed range");
}

const ast::Unit* ModuleLowering::UnitOf(ObjectId id, Role role) const {
  const ast::Unit* other = nullptr;
  for (const auto& unit : program_.units) {
    if (unit->object != id) continue;
    if (unit->function->role == role) return unit.get();
    other = unit.get();
  }
  return other;
}

Linked ModuleLowering::LinkFunction(ObjectId id, const source::FunctionObject& function, Role role) {
  const ast::Unit* unit = UnitOf(id, role);
  if (unit == nullptr) return Unsupported("the function '" + function.qualname + "' was not parsed");
  Linked defaults = LinkItems(function.defaults, true);
  if (defaults.unsupported.has_value()) return defaults;
  ir::Function& code = *module_->functions[Code(*unit->function).value()];
  auto* object = new FunctionObject(&code);
  Linked made{Value::Adopt(object), {}};
  const auto* tuple = defaults.value.as<TupleObject>();
  object->defaults.assign(tuple->items, tuple->items + tuple->size);
  code.default_count = static_cast<uint32_t>(tuple->size);
  code.keyword_default_names.clear();
  for (const source::Binding& binding : function.keyword_defaults) {
    const Linked& linked = linked_.at(binding.object);
    if (linked.unsupported.has_value()) return linked;
    object->keyword_defaults.emplace_back(binding.name, linked.value);
    code.keyword_default_names.push_back(binding.name);
  }
  MarkDefaults(code);
  return made;
}

// A client's function has its defaults in the object, not in the tree.
void ModuleLowering::MarkDefaults(ir::Function& code) {
  size_t positional = 0;
  for (const ir::Parameter& parameter : code.parameters)
    positional += parameter.kind <= ir::ParameterKind::kPositional;
  size_t first = positional - std::min<size_t>(positional, code.default_count);
  for (size_t i = 0; i < code.parameters.size(); ++i) {
    ir::Parameter& parameter = code.parameters[i];
    const auto& names = code.keyword_default_names;
    parameter.has_default = parameter.kind == ir::ParameterKind::kKeywordOnly
                                ? std::find(names.begin(), names.end(), parameter.name) != names.end()
                                : i >= first && i < positional;
  }
}

Linked ModuleLowering::LinkClass(const source::ClassObject& object) {
  Linked bases = LinkItems(object.bases, true);
  if (bases.unsupported.has_value()) return bases;
  std::vector<std::pair<std::string, Value>> attributes;
  for (const source::Binding& attribute : object.attributes) {
    Linked linked = LinkAttribute(attribute);
    Value value = linked.unsupported.has_value() ? UnsupportedAttribute(attribute.name, *linked.unsupported)
                                                 : linked.value;
    attributes.emplace_back(attribute.name, std::move(value));
  }
  const auto* tuple = bases.value.as<TupleObject>();
  return MakeClass(object.name, object.qualname, {tuple->items, tuple->items + tuple->size},
                   std::move(attributes), object.span);
}

Linked ModuleLowering::LinkAttribute(const source::Binding& attribute) {
  const auto* function = std::get_if<source::FunctionObject>(&source().objects[attribute.object]);
  if (function != nullptr && attribute.name == "__init__")
    return LinkFunction(attribute.object, *function, Role::kInit);
  return linked_.at(attribute.object);
}

// A class may have attributes that can't be sent, as long as nobody reads them: a method, or a property, that
// stops the run.
Value ModuleLowering::UnsupportedAttribute(const std::string& name, const std::string& message) {
  ir::Function* code = NewFunction(name, name, {});
  code->parameters = {{"args", ir::ParameterKind::kVarPositional, false},
                      {"kwargs", ir::ParameterKind::kVarKeyword, false}};
  Builder builder(*code);
  builder.AddParameter(ir::BlockId(0), "args");
  builder.AddParameter(ir::BlockId(0), "kwargs");
  ir::Instruction unsupported;
  unsupported.op = ir::Op::kUnsupported;
  unsupported.name = message;
  builder.Return(builder.Emit(std::move(unsupported)));
  builder.Finish();
  Value function = Value::Adopt(new FunctionObject(code));
  bool special =
      name.size() > 4 && name.compare(0, 2, "__") == 0 && name.compare(name.size() - 2, 2, "__") == 0;
  return special ? function : Value::Adopt(new PropertyObject(std::move(function)));
}

Linked ModuleLowering::LinkInstance(ObjectId class_id, const std::vector<source::Binding>& fields,
                                    const std::vector<ObjectId>* exception_args) {
  const Linked& class_object = linked_.at(class_id);
  if (class_object.unsupported.has_value()) return class_object;
  if (!class_object.value.Is(Tag::kClass)) return Unsupported("an instance of something that is not a class");
  if (class_object.value.as<ClassObject>()->is_exception != (exception_args != nullptr)) {
    return Unsupported("a malformed instance of '" + class_object.value.as<ClassObject>()->name + "'");
  }
  Value made;
  if (exception_args != nullptr) {
    Linked args = LinkItems(*exception_args, true);
    if (args.unsupported.has_value()) return args;
    const auto* tuple = args.value.as<TupleObject>();
    made = object_model::MakeException(class_object.value, {tuple->items, tuple->items + tuple->size});
  } else {
    made = Value::Adopt(new InstanceObject(class_object.value));
  }
  for (const source::Binding& field : fields) {
    const Linked& linked = linked_.at(field.object);
    if (linked.unsupported.has_value()) return linked;
    made.as<InstanceObject>()->fields.push_back({field.name, linked.value});
  }
  return {made, {}};
}

}  // namespace fora::lower
