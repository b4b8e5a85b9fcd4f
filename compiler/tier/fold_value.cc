#include "compiler/tier/fold_value.h"

#include <algorithm>

#include "compiler/ir/boxing.h"
#include "compiler/ir/ir.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/no_evaluator.h"

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
    case SourceKind::kFlatGenerator: parts.push_back(source.function); break;
    case SourceKind::kMap:
    case SourceKind::kFilter: parts.insert(parts.begin(), source.function); break;
    case SourceKind::kEnumerate: parts.push_back(source.start); break;
    case SourceKind::kSequence:
    case SourceKind::kZip:
    case SourceKind::kReversed: break;
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
  const Type* iterable = position ? IterableType(types, position->iterable) : types.Of(TypeKind::kAny);
  if (iterable->Is(TypeKind::kAny)) return ir::TypeOf(types, value);
  return types.Iterator(IteratorKind::kSequence, {iterable, types.Of(TypeKind::kInt)});
}

bool EntrySlots(const Type* type, Value& value, uint64_t* slots) {
  const bool sequence = type->Is(TypeKind::kIterator) && type->iterator_kind == IteratorKind::kSequence;
  if (!sequence) return ir::Unbox(type, value, slots);
  if (!value.Is(Tag::kIterator) || !value.IsUnique()) return false;
  auto position = object_model::PositionOf(value);
  if (!position || !IterableSlots(type->parts[0], position->iterable, slots)) return false;
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
    case Tag::kSuper: return -1;
  }
  return -1;
}

namespace {

Value SliceContainer(const Value& container, int64_t lo, int64_t hi) {
  if (container.Is(Tag::kList)) {
    Value slice = MakeList();
    slice.as<ListObject>()->AppendSlice(*container.as<ListObject>(), lo, 1, hi - lo);
    return slice;
  }
  if (container.Is(Tag::kStr)) return SliceStr(*container.as<StrObject>(), lo, 1, hi - lo);
  if (!container.Is(Tag::kRange)) return Value();  // the type of a tuple says how long it is
  const auto& range = *container.as<RangeObject>();
  if (!range.start.Is(Tag::kInt) || !range.stop.Is(Tag::kInt) || !range.step.Is(Tag::kInt)) return Value();
  const auto at = [&](int64_t i) {
    return static_cast<__int128>(range.start.as_int()) + static_cast<__int128>(i) * range.step.as_int();
  };
  const __int128 start = at(lo), stop = at(hi);
  if (start != static_cast<int64_t>(start) || stop != static_cast<int64_t>(stop)) return Value();
  return *object_model::MakeRange(Value::Int(static_cast<int64_t>(start)),
                                  Value::Int(static_cast<int64_t>(stop)), range.step);
}

}  // namespace

Value SliceIterable(const Value& wrapped, int64_t lo, int64_t hi) {
  const Value& iterable = Unwrap(wrapped);
  if (!iterable.Is(Tag::kIterator)) return SliceContainer(iterable, lo, hi);
  const IteratorSource* source = object_model::Pristine(iterable);
  if (source == nullptr) return Value();
  if (source->kind == SourceKind::kReversed) {
    const int64_t length = SourceLength(source->sources[0]);
    const Value slice = SliceContainer(source->sources[0], length - hi, length - lo);
    NoEvaluator evaluator;
    return slice.is_unbound() ? Value() : *object_model::MakeReversed(evaluator, slice);
  }
  std::vector<Value> slices;
  for (const Value& inner : source->sources) {
    slices.push_back(SliceIterable(inner, lo, hi));
    if (slices.back().is_unbound()) return Value();
  }
  NoEvaluator evaluator;
  switch (source->kind) {
    case SourceKind::kGenerator:
      return *object_model::MakeGenerator(evaluator, slices[0], source->function, false);
    case SourceKind::kFlatGenerator:
      return *object_model::MakeGenerator(evaluator, slices[0], source->function, true);
    case SourceKind::kEnumerate:
      if (!source->start.Is(Tag::kInt) || source->start.as_int() > INT64_MAX - lo) return Value();
      return *object_model::MakeEnumerate(evaluator, slices[0], Value::Int(source->start.as_int() + lo));
    case SourceKind::kZip: return *object_model::MakeZip(evaluator, slices, source->strict);
    case SourceKind::kSequence:
    case SourceKind::kReversed:
    case SourceKind::kMap:
    case SourceKind::kFilter: return Value();
  }
  return Value();
}

const ir::Function* ElementFunction(const Value& iterable) {
  const IteratorSource* source = iterable.Is(Tag::kIterator) ? object_model::Pristine(iterable) : nullptr;
  if (source == nullptr || !source->function.Is(Tag::kFunction)) return nullptr;
  return static_cast<const ir::Function*>(source->function.as<FunctionObject>()->code);
}

}  // namespace fora::tier
