// Attributes: fields, and what classes define. Classes never change, so a method is known when the type is.
#include <algorithm>

#include "compiler/infer/emitter.h"
#include "runtime/object_model/builtin_table.h"

namespace fora::infer {
namespace {

using ir::Op;
using ir::Type;
using ir::TypeKind;

}  // namespace

const Value* Emitter::FindMethod(Typed self, std::string_view name) {
  return self.type->class_object->FindInMro(name);
}

Emitter::Maybe Emitter::GetAttr(Typed object, const std::string& name) {
  switch (object.type->kind) {
    case TypeKind::kInstance: return InstanceAttr(object, name);
    case TypeKind::kClass:
      if (const Value* attribute = object.type->class_object->FindInMro(name)) {
        return ClassAttr(object.type->class_object, *attribute, std::nullopt, object);
      }
      return Runtime(T(TypeKind::kAny), {object});
    case TypeKind::kModule:
      if (const std::optional<Value> member = object_model::FindModuleMember(object.type->index, name)) {
        const Maybe known = Materialize(*member);
        return known ? known : Exit();
      }
      return Exit();
    case TypeKind::kNone:
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kFloat:
    case TypeKind::kStr:
    case TypeKind::kTuple:
    case TypeKind::kTupleN:
    case TypeKind::kList:
    case TypeKind::kRange:
    case TypeKind::kFunction:
    case TypeKind::kBound:
    case TypeKind::kBuiltin:
    case TypeKind::kAny: return Runtime(T(TypeKind::kAny), {object});
    case TypeKind::kIterator:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kBottom:
    case TypeKind::kUnion: return Exit();
  }
  return Exit();
}

Emitter::Maybe Emitter::InstanceAttr(Typed object, const std::string& name) {
  const Value* attribute = object.type->class_object->FindInMro(name);
  // A property goes before a field of the same name.
  const bool data_descriptor = attribute != nullptr && attribute->Is(Tag::kProperty);
  const auto& names = object.type->names;
  const auto field = std::find(names.begin(), names.end(), name);
  if (field != names.end() && !data_descriptor)
    return Extract(object, static_cast<size_t>(field - names.begin()));
  if (attribute != nullptr) return ClassAttr(object.type->class_object, *attribute, object, object);
  if (object.type->class_object->FindInMro("__getattr__") != nullptr)
    return Runtime(T(TypeKind::kAny), {object});
  return Exit();
}

Typed Emitter::Bind(Typed self, Typed function) {
  std::vector<ir::ValueId> operands{self.id};
  if (!function.type->parts.empty()) operands.push_back(function.id);
  return Append(Op::kMakeBound, types_.Bound(self.type, function.type), std::move(operands));
}

// What a class attribute is when it is read through `owner`, an instance (self) or the class.
Emitter::Maybe Emitter::ClassAttr(const ClassObject* c, const Value& attribute, std::optional<Typed> self,
                                  Typed owner) {
  switch (attribute.tag()) {
    case Tag::kFunction: {
      const Maybe function = Materialize(attribute);
      if (!function) return Runtime(T(TypeKind::kAny), {owner});
      return self ? Bind(*self, *function) : *function;
    }
    case Tag::kStaticMethod: {
      const Maybe function = Materialize(attribute.as<StaticMethodObject>()->function);
      return function ? function : Runtime(T(TypeKind::kAny), {owner});
    }
    case Tag::kClassMethod: {
      const Maybe function = Materialize(attribute.as<ClassMethodObject>()->function);
      if (!function || !function->type->Is(TypeKind::kFunction)) return Runtime(T(TypeKind::kAny), {owner});
      return Bind(Undefined(types_.Class(c)), *function);
    }
    case Tag::kProperty: {
      if (!self) return Runtime(T(TypeKind::kAny), {owner});
      const Maybe getter = Materialize(attribute.as<PropertyObject>()->getter);
      if (!getter) return Runtime(T(TypeKind::kAny), {owner});
      return CallValue(*getter, {{*self}, {}});
    }
    case Tag::kUnbound:
    case Tag::kNone:
    case Tag::kBool:
    case Tag::kInt:
    case Tag::kFloat:
    case Tag::kNotImplemented:
    case Tag::kEllipsis:
    case Tag::kSkip:
    case Tag::kBuiltin:
    case Tag::kModule:
    case Tag::kBigInt:
    case Tag::kStr:
    case Tag::kTuple:
    case Tag::kList:
    case Tag::kDict:
    case Tag::kRange:
    case Tag::kSlice:
    case Tag::kBoundMethod:
    case Tag::kClass:
    case Tag::kInstance:
    case Tag::kIterator:
    case Tag::kCell:
    case Tag::kSuper: {
      const Maybe known = Materialize(attribute);
      return known ? known : Runtime(ir::TypeOf(types_, attribute), {owner});
    }
  }
  return Exit();
}

Emitter::Maybe Emitter::SetAttr(Typed object, const std::string& name, Typed value) {
  const bool under_construction = facts_.constructs_self[instruction_->operands[0].value()];
  // Branches of __init__ may have set different attributes.
  if (object.type->Is(TypeKind::kUnion)) {
    return Split(object, [&](Typed member) { return SetAttr(member, name, value); });
  }
  if (!object.type->Is(TypeKind::kInstance) || !under_construction) return Exit();
  const Value* attribute = object.type->class_object->FindInMro(name);
  if (attribute != nullptr && attribute->Is(Tag::kProperty)) return Exit();
  std::vector<std::string> names = object.type->names;
  std::vector<const Type*> fields = object.type->parts;
  const auto field = std::find(names.begin(), names.end(), name);
  const auto position = static_cast<size_t>(field - names.begin());
  if (field == names.end()) {
    names.push_back(name);
    fields.push_back(value.type);
  } else {
    fields[position] = value.type;
  }
  std::vector<Typed> parts;
  for (size_t i = 0; i < fields.size(); ++i) parts.push_back(i == position ? value : Extract(object, i));
  return Aggregate(Op::kMakeInstance,
                   types_.Instance(object.type->class_object, std::move(names), std::move(fields)),
                   std::move(parts));
}

// The object that super() makes is only ever read by the attribute behind it; elsewhere it is the
// interpreter's.
Emitter::Maybe Emitter::Super(const ir::Instruction& instruction, Typed cls, Typed self) {
  const auto& instructions = generic_.blocks[generic_block_.value()].instructions;
  const ir::Instruction* next =
      generic_index_ + 1 < instructions.size() ? &instructions[generic_index_ + 1] : nullptr;
  const bool read_at_once = next != nullptr && next->op == Op::kGetAttr &&
                            next->operands[0] == *instruction.result &&
                            facts_.read_once[instruction.result->value()];
  if (!read_at_once || !cls.type->Is(TypeKind::kClass) || !self.type->Is(TypeKind::kInstance)) return Exit();
  super_ = {*instruction.result, cls.type->class_object, self};
  return Undefined(T(TypeKind::kNone));
}

Emitter::Maybe Emitter::SuperAttr(const std::string& name) {
  const PendingSuper super = *super_;
  super_.reset();
  // An exit makes the object anew.
  --generic_index_;
  frame_state_.reset();
  const auto& mro = super.self.type->class_object->mro;
  auto from = std::find(mro.begin(), mro.end(), super.after);
  if (from == mro.end()) return Exit();
  for (++from; from != mro.end(); ++from) {
    const Value* attribute = (*from)->FindOwn(name);
    if (attribute == nullptr) continue;
    const Maybe function = attribute->Is(Tag::kFunction) ? Materialize(*attribute) : Maybe();
    return function ? Maybe(Bind(super.self, *function)) : Exit();
  }
  return Exit();
}

}  // namespace fora::infer
