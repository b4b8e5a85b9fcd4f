#include "compiler/tier/fold_value.h"

#include <algorithm>

#include "compiler/ir/boxing.h"
#include "compiler/ir/ir.h"
#include "runtime/object_model/iterators.h"

namespace fora::tier {
namespace {

using ir::IteratorKind;
using ir::Type;
using ir::TypeKind;
using object_model::IteratorSource;
using object_model::SourceKind;

// A container inside of a pristine chain of iterators.
const Value& Unwrap(const Value& iterable) {
  const IteratorSource* source = iterable.Is(Tag::kIterator) ? object_model::Pristine(iterable) : nullptr;
  return source != nullptr && source->kind == SourceKind::kSequence ? source->sources[0] : iterable;
}

// What the parts of the iterator's type are made of, in order.
std::vector<Value> Parts(const IteratorSource& source) {
  std::vector<Value> parts;
  for (const Value& inner : source.sources) parts.push_back(Unwrap(inner));
  switch (source.kind) {
    case SourceKind::kGenerator:
    case SourceKind::kFlatGenerator:
      parts.push_back(source.function);
      break;
    case SourceKind::kMap:
    case SourceKind::kFilter:
      parts.insert(parts.begin(), source.function);
      break;
    case SourceKind::kEnumerate:
      parts.push_back(source.start);
      break;
    case SourceKind::kSequence:
    case SourceKind::kZip:
    case SourceKind::kReversed:
      break;
  }
  return parts;
}

bool KindOf(const IteratorSource& source, IteratorKind* kind) {
  switch (source.kind) {
    case SourceKind::kGenerator: *kind = IteratorKind::kGenerator; return true;
    case SourceKind::kFlatGenerator: *kind = IteratorKind::kFlatGenerator; return true;
    case SourceKind::kEnumerate: *kind = IteratorKind::kEnumerate; return true;
    case SourceKind::kZip: *kind = IteratorKind::kZip; return !source.strict;
    case SourceKind::kReversed: *kind = IteratorKind::kReversed; return true;
    case SourceKind::kMap: *kind = IteratorKind::kMap; return true;
    case SourceKind::kFilter: *kind = IteratorKind::kFilter; return true;
    case SourceKind::kSequence: return false;
  }
  return false;
}

}  // namespace

const Type* IterableType(ir::TypeTable& types, const Value& wrapped) {
  const Value& iterable = Unwrap(wrapped);
  if (!iterable.Is(Tag::kIterator)) return ir::TypeOf(types, iterable);
  const IteratorSource* source = object_model::Pristine(iterable);
  IteratorKind kind;
  if (source == nullptr || !KindOf(*source, &kind)) return types.Of(TypeKind::kAny);
  std::vector<const Type*> parts;
  for (const Value& part : Parts(*source)) parts.push_back(IterableType(types, part));
  return types.Iterator(kind, std::move(parts));
}

bool IterableSlots(const Type* type, const Value& wrapped, uint64_t* slots) {
  const Value& iterable = Unwrap(wrapped);
  if (!type->Is(TypeKind::kIterator)) {
    Value copy = iterable;
    return ir::Unbox(type, copy, slots);
  }
  const IteratorSource* source = iterable.Is(Tag::kIterator) ? object_model::Pristine(iterable) : nullptr;
  IteratorKind kind;
  if (source == nullptr || !KindOf(*source, &kind) || kind != type->iterator_kind) return false;
  const std::vector<Value> parts = Parts(*source);
  if (parts.size() != type->parts.size()) return false;
  uint64_t* place = slots;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (!IterableSlots(type->parts[i], parts[i], place)) {
      // Give back what was taken so far.
      place = slots;
      for (size_t j = 0; j < i; ++j) {
        ir::ReleaseSlots(type->parts[j], place);
        place += type->parts[j]->slots;
      }
      return false;
    }
    place += type->parts[i]->slots;
  }
  return true;
}

const Type* EntryType(ir::TypeTable& types, const Value& value) {
  if (!value.Is(Tag::kIterator) || !value.IsUnique()) return ir::TypeOf(types, value);
  const auto position = object_model::PositionOf(value);
  if (!position) return ir::TypeOf(types, value);
  return types.Iterator(IteratorKind::kSequence, {ir::TypeOf(types, position->container), types.Of(TypeKind::kInt)});
}

bool EntrySlots(const Type* type, Value& value, uint64_t* slots) {
  const bool sequence = type->Is(TypeKind::kIterator) && type->iterator_kind == IteratorKind::kSequence;
  if (!sequence) return ir::Unbox(type, value, slots);
  if (!value.Is(Tag::kIterator) || !value.IsUnique()) return false;
  auto position = object_model::PositionOf(value);
  if (!position || !ir::Unbox(type->parts[0], position->container, slots)) return false;
  slots[type->parts[0]->slots] = static_cast<uint64_t>(position->next);
  value = Value();
  return true;
}

int64_t SourceLength(const Value& wrapped) {
  const Value& iterable = Unwrap(wrapped);
  switch (iterable.tag()) {
    case Tag::kRange: {
      const Value& length = iterable.as<RangeObject>()->length;
      return length.Is(Tag::kInt) ? length.as_int() : -1;
    }
    case Tag::kList: return iterable.as<ListObject>()->size;
    case Tag::kTuple: return iterable.as<TupleObject>()->size;
    case Tag::kStr: return iterable.as<StrObject>()->length;
    case Tag::kIterator: {
      const IteratorSource* source = object_model::Pristine(iterable);
      if (source == nullptr || source->sources.empty()) return -1;
      int64_t shortest = SourceLength(source->sources[0]);
      for (const Value& other : source->sources) shortest = std::min(shortest, SourceLength(other));
      return shortest;
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
    case Tag::kDict:
    case Tag::kSlice:
    case Tag::kFunction:
    case Tag::kBoundMethod:
    case Tag::kClass:
    case Tag::kInstance:
    case Tag::kCell:
    case Tag::kProperty:
    case Tag::kStaticMethod:
    case Tag::kClassMethod:
    case Tag::kSuper:
      return -1;
  }
  return -1;
}

const ir::Function* ElementFunction(const Value& iterable) {
  const IteratorSource* source = iterable.Is(Tag::kIterator) ? object_model::Pristine(iterable) : nullptr;
  if (source == nullptr || !source->function.Is(Tag::kFunction)) return nullptr;
  return static_cast<const ir::Function*>(source->function.as<FunctionObject>()->code);
}

}  // namespace fora::tier
