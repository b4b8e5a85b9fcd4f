#include "runtime/object_model/items.h"

#include <algorithm>
#include <limits>

#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/memory_limit.h"
#include "runtime/object_model/ranges.h"

namespace fora::object_model {
namespace {

// What error messages say of a sequence type.
struct SequenceTexts {
  Tag tag;
  const char* name;  // "list": in "list index out of range"
};
constexpr SequenceTexts kSequences[] = {
    {Tag::kStr, "string"}, {Tag::kTuple, "tuple"}, {Tag::kList, "list"}, {Tag::kRange, "range object"}};

const char* SequenceName(Tag tag) {
  for (const SequenceTexts& row : kSequences) {
    if (row.tag == tag) return row.name;
  }
  return nullptr;
}

int64_t SizeOf(const Value& v) {
  if (v.Is(Tag::kStr)) return v.as<StrObject>()->length;
  if (v.Is(Tag::kTuple)) return v.as<TupleObject>()->size;
  return v.as<ListObject>()->size;
}

Value ItemAt(const Value& v, int64_t i) {
  if (v.Is(Tag::kStr)) return SliceStr(*v.as<StrObject>(), i, 1, 1);
  if (v.Is(Tag::kTuple)) return v.as<TupleObject>()->items[i];
  return v.as<ListObject>()->At(i);
}

std::unique_ptr<Stop> BadIndexType(const Value& sequence, const Value& index) {
  if (sequence.Is(Tag::kStr))
    return TypeError("string indices must be integers, not '" + TypeName(index) + "'");
  return TypeError(TypeName(sequence) + " indices must be integers or slices, not " + TypeName(index));
}

Result<Value> SliceOf(Evaluator& evaluator, const Value& sequence, const SliceObject& slice) {
  FORA_TRY(SliceBounds bounds, ResolveSlice(evaluator, slice, SizeOf(sequence)));
  if (sequence.Is(Tag::kStr))
    return SliceStr(*sequence.as<StrObject>(), bounds.start, bounds.step, bounds.count);
  if (sequence.Is(Tag::kList)) {
    FORA_TRY_VOID(CheckMemory(ListObject().BytesToAdd(sequence.as<ListObject>()->schema, bounds.count)));
    auto* list = new ListObject();
    list->AppendSlice(*sequence.as<ListObject>(), bounds.start, bounds.step, bounds.count);
    return Value::Adopt(list);
  }
  if (bounds.step == 1 && bounds.count == SizeOf(sequence)) return sequence;
  FORA_TRY_VOID(CheckMemory(bounds.count, sizeof(Value)));
  std::vector<Value> items;
  for (int64_t i = 0; i < bounds.count; ++i)
    items.push_back(ItemAt(sequence, bounds.start + i * bounds.step));
  return MakeTuple(std::move(items));
}

Result<Value> ItemOfRange(Evaluator& evaluator, const Value& range, const Value& index) {
  if (index.Is(Tag::kSlice)) return SliceRange(evaluator, *range.as<RangeObject>(), *index.as<SliceObject>());
  if (!HasIndex(index)) return BadIndexType(range, index);
  FORA_TRY(Value i, Index(evaluator, index));
  std::optional<Value> item = RangeItemAt(*range.as<RangeObject>(), i);
  if (!item) return IndexError("range object index out of range");
  return *item;
}

Result<Value> ItemOfDict(const DictObject& dict, const Value& key) {
  if (!key.Is(Tag::kStr)) return Unsupported("looking up a key that is not a str is not supported");
  for (const auto& [k, value] : dict.entries) {
    if (EqualStr(*k.as<StrObject>(), *key.as<StrObject>())) return value;
  }
  return Raise(BuiltinClass::kKeyError, std::vector<Value>{key});
}

std::unique_ptr<Stop> NotSubscriptable(const Value& object) {
  if (!object.Is(Tag::kClass)) return TypeError("'" + TypeName(object) + "' object is not subscriptable");
  static constexpr BuiltinClass kGeneric[] = {BuiltinClass::kList, BuiltinClass::kTuple, BuiltinClass::kDict,
                                              BuiltinClass::kType, BuiltinClass::kEnumerate};
  auto* c = object.as<ClassObject>();
  for (BuiltinClass generic : kGeneric) {
    if (c->builtin == generic)
      return Unsupported("generic types such as " + c->name + "[...] are not supported");
  }
  return TypeError("type '" + c->name + "' is not subscriptable");
}

}  // namespace

Result<int64_t> Position(Evaluator& evaluator, const Value& sequence, const Value& index, int64_t size,
                         const std::string& text) {
  int64_t i;
  if (index.Is(Tag::kInt)) {
    i = index.as_int();
  } else {
    if (!HasIndex(index)) return BadIndexType(sequence, index);
    FORA_TRY(i, IndexAsSize(evaluator, index, BuiltinClass::kIndexError));
  }
  if (i < 0) i += size;
  if (i < 0 || i >= size) return IndexError(text);
  return i;
}

Result<Value> GetItem(Evaluator& evaluator, const Value& object, const Value& index) {
  if (object.Is(Tag::kRange)) return ItemOfRange(evaluator, object, index);
  if (const char* name = SequenceName(object.tag())) {
    if (index.Is(Tag::kSlice)) return SliceOf(evaluator, object, *index.as<SliceObject>());
    if (index.Is(Tag::kInt)) {
      int64_t i = index.as_int(), size = SizeOf(object);
      if (i < 0) i += size;
      if (i >= 0 && i < size) return ItemAt(object, i);
    }
    FORA_TRY(int64_t i,
             Position(evaluator, object, index, SizeOf(object), std::string(name) + " index out of range"));
    return ItemAt(object, i);
  }
  if (object.Is(Tag::kDict)) return ItemOfDict(*object.as<DictObject>(), index);
  if (std::optional<Result<Value>> item = CallSpecial(evaluator, object, "__getitem__", {index}))
    return std::move(*item);
  return NotSubscriptable(object);
}

namespace {

std::unique_ptr<Stop> SharedItems() { return SharedList("item assignment"); }

Result<Value> SetSlice(Evaluator& evaluator, Value&& object, const SliceObject& slice, const Value& value) {
  ListObject* list = object.as<ListObject>();
  FORA_TRY(SliceBounds bounds, ResolveSlice(evaluator, slice, list->size));
  FORA_TRY(Value step, slice.step.is_none() ? Result<Value>(Value::Int(1)) : Index(evaluator, slice.step));
  const bool extended = !step.Is(Tag::kInt) || step.as_int() != 1;
  if (!IsIterable(value)) {
    return TypeError(extended ? "must assign iterable to extended slice" : "can only assign an iterable");
  }
  FORA_TRY(std::vector<Value> items, Items(evaluator, value));
  if (extended && static_cast<int64_t>(items.size()) != bounds.count) {
    return ValueError("attempt to assign sequence of size " + std::to_string(items.size()) +
                      " to extended slice of size " + std::to_string(bounds.count));
  }
  if (!object.IsUnique()) return SharedItems();
  if (extended) {
    for (int64_t i = 0; i < bounds.count; ++i) list->Set(bounds.start + i * bounds.step, std::move(items[i]));
    return std::move(object);
  }
  const int64_t after = bounds.start + bounds.count, tail_size = list->size - after;
  FORA_TRY_VOID(CheckMemory(tail_size + static_cast<int64_t>(items.size()), 2 * sizeof(Value)));
  Value tail = MakeList();
  tail.as<ListObject>()->AppendSlice(*list, after, 1, tail_size);
  list->EraseSlice(bounds.start, 1, list->size - bounds.start);
  for (Value& item : items) list->Append(std::move(item));
  list->AppendSlice(*tail.as<ListObject>(), 0, 1, tail_size);
  return std::move(object);
}

}  // namespace

Result<Value> SetItem(Evaluator& evaluator, Value&& object, const Value& index, Value value) {
  if (object.Is(Tag::kList)) {
    auto* list = object.as<ListObject>();
    if (index.Is(Tag::kSlice)) return SetSlice(evaluator, std::move(object), *index.as<SliceObject>(), value);
    FORA_TRY(int64_t i, Position(evaluator, object, index, list->size, "list assignment index out of range"));
    if (!object.IsUnique()) return SharedItems();
    list->Set(i, std::move(value));
    return std::move(object);
  }
  if (object.Is(Tag::kDict)) return Unsupported("item assignment to a dict is not supported");
  if (std::optional<Result<Value>> done = CallSpecial(evaluator, object, "__setitem__", {index, value})) {
    if (!done->ok()) return std::move(*done);
    return std::move(object);
  }
  // CPython looks at an index of its sequences before it finds that they can't be assigned to.
  if (SequenceName(object.tag()) != nullptr && HasIndex(index)) {
    FORA_TRY_VOID(IndexAsSize(evaluator, index, BuiltinClass::kIndexError));
  }
  return TypeError("'" + TypeName(object) + "' object does not support item assignment");
}

Result<Value> Len(Evaluator& evaluator, const Value& v) {
  if (v.Is(Tag::kStr) || v.Is(Tag::kTuple) || v.Is(Tag::kList)) return Value::Int(SizeOf(v));
  if (v.Is(Tag::kDict)) return Value::Int(v.as<DictObject>()->entries.size());
  if (v.Is(Tag::kRange)) {
    const Value& length = v.as<RangeObject>()->length;
    if (length.Is(Tag::kInt)) return length;
    return OverflowError("Python int too large to convert to C ssize_t");
  }
  if (std::optional<Result<Value>> answer = CallSpecial(evaluator, v, "__len__", {})) {
    if (!answer->ok()) return std::move(*answer);
    FORA_TRY(Value length, Index(evaluator, **answer));
    if (IsNegative(length)) return ValueError("__len__() should return >= 0");
    FORA_TRY(int64_t size, IndexAsSize(evaluator, length, BuiltinClass::kOverflowError));
    return Value::Int(size);
  }
  return TypeError("object of type '" + TypeName(v) + "' has no len()");
}

namespace {

// A slice's bound as a machine integer: what doesn't fit is as good as the nearest that does.
Result<int64_t> Bound(Evaluator& evaluator, const Value& v, int64_t absent) {
  if (v.is_none()) return absent;
  if (!HasIndex(v)) return TypeError("slice indices must be integers or None or have an __index__ method");
  FORA_TRY(Value i, Index(evaluator, v));
  if (i.Is(Tag::kInt)) return i.as_int();
  return IsNegative(i) ? std::numeric_limits<int64_t>::min() : std::numeric_limits<int64_t>::max();
}

}  // namespace

Result<SliceBounds> ResolveSlice(Evaluator& evaluator, const SliceObject& slice, int64_t length) {
  constexpr int64_t kMax = std::numeric_limits<int64_t>::max();
  FORA_TRY(int64_t step, Bound(evaluator, slice.step, 1));
  if (step == 0) return ValueError("slice step cannot be zero");
  step = std::max(step, -kMax);  // so that it can be negated
  FORA_TRY(int64_t start, Bound(evaluator, slice.start, step < 0 ? kMax : 0));
  FORA_TRY(int64_t stop, Bound(evaluator, slice.stop, step < 0 ? std::numeric_limits<int64_t>::min() : kMax));
  auto fit = [&](int64_t i) {
    if (i < 0) i = std::max<int64_t>(i + length, step < 0 ? -1 : 0);
    return std::min(i, step < 0 ? length - 1 : length);
  };
  start = fit(start);
  stop = fit(stop);
  int64_t count = 0;
  if (step < 0 && stop < start) count = (start - stop - 1) / -step + 1;
  if (step > 0 && start < stop) count = (stop - start - 1) / step + 1;
  return SliceBounds{start, step, count};
}

}  // namespace fora::object_model
