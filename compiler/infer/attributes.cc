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
    case TypeKind::kAny:
      return Runtime(T(TypeKind::kAny), {object});
    case TypeKind::kIterator:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kBottom:
    case TypeKind::kUnion:
      return Exit();
  }
  return Exit();
}

Emitter::Maybe Emitter::InstanceAttr(Typed object, const std::string& name) {
  const Value* attribute = object.type->class_object->FindInMro(name);
  // A property goes before a field of the same name.
  const bool data_descriptor = attribute != nullptr && attribute->Is(Tag::kProperty);
  const auto& names = object.type->names;
  const auto field = std::find(names.begin(), names.end(), name);
  if (field != names.end() && !data_descriptor) return Extract(object, static_cast<size_t>(field - names.begin()));
  if (attribute != nullptr) return ClassAttr(object.type->class_object, *attribute, object, object);
  if (object.type->class_object->FindInMro("__getattr__") != nullptr) return Runtime(T(TypeKind::kAny), {object});
  return Exit();
}

// What a class attribute is when it is read through `owner`, an instance (self) or the class.
Emitter::Maybe Emitter::ClassAttr(const ClassObject* c, const Value& attribute, std::optional<Typed> self, Typed owner) {
  switch (attribute.tag()) {
    case Tag::kFunction: {
      const Maybe function = Materialize(attribute);
      if (!function) return Runtime(T(TypeKind::kAny), {owner});
      if (!self) return function;
      if (!function->type->parts.empty()) return Runtime(T(TypeKind::kAny), {owner});
      return Append(Op::kMakeBound, types_.Bound(self->type, function->type), {self->id});
    }
    case Tag::kStaticMethod: {
      const Maybe function = Materialize(attribute.as<StaticMethodObject>()->function);
      return function ? function : Runtime(T(TypeKind::kAny), {owner});
    }
    case Tag::kClassMethod: {
      const Maybe function = Materialize(attribute.as<ClassMethodObject>()->function);
      if (!function || !function->type->Is(TypeKind::kFunction) || !function->type->parts.empty()) {
        return Runtime(T(TypeKind::kAny), {owner});
      }
      const Typed cls = Undefined(types_.Class(c));
      return Append(Op::kMakeBound, types_.Bound(cls.type, function->type), {cls.id});
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
  return Aggregate(Op::kMakeInstance, types_.Instance(object.type->class_object, std::move(names), std::move(fields)),
                   std::move(parts));
}

Emitter::Maybe Emitter::SuperAttr(const ClassObject* after, Typed self, const std::string& name) {
  const auto& mro = self.type->class_object->mro;
  auto from = std::find(mro.begin(), mro.end(), after);
  if (from == mro.end()) return Exit();
  for (++from; from != mro.end(); ++from) {
    if (const Value* attribute = (*from)->FindOwn(name)) {
      if (!attribute->Is(Tag::kFunction)) return Exit();
      return ClassAttr(self.type->class_object, *attribute, self, self);
    }
  }
  return Exit();
}

}  // namespace fora::infer
