#include "runtime/object_model/sequence_arithmetic.h"

#include <algorithm>
#include <limits>

#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/memory_limit.h"
#include "runtime/value/str_builder.h"

namespace fora::object_model {
namespace {

int64_t SizeOf(const Value& v) {
  if (v.Is(Tag::kStr)) return v.as<StrObject>()->length;
  return v.Is(Tag::kTuple) ? v.as<TupleObject>()->size : v.as<ListObject>()->size;
}

// Bytes per element of a new sequence like v: a tuple's items are gathered before it is made.
int64_t WidthOf(const Value& v) {
  if (v.Is(Tag::kStr)) return v.as<StrObject>()->width;
  if (v.Is(Tag::kTuple)) return 2 * sizeof(Value);
  switch (v.as<ListObject>()->schema) {
    case Schema::kInt:
    case Schema::kFloat: return 8;
    case Schema::kEmpty:
    case Schema::kBool: return 1;
    case Schema::kBoxed: return sizeof(Value);
  }
  return sizeof(Value);
}

Value ConcatTuples(const TupleObject& a, const TupleObject& b) {
  std::vector<Value> items(a.items, a.items + a.size);
  items.insert(items.end(), b.items, b.items + b.size);
  return MakeTuple(std::move(items));
}

Value ConcatLists(const ListObject& a, const ListObject& b) {
  auto* list = new ListObject();
  list->Reserve(a.size + b.size);
  list->AppendSlice(a, 0, 1, a.size);
  list->AppendSlice(b, 0, 1, b.size);
  return Value::Adopt(list);
}

Value RepeatStr(const StrObject& s, int64_t count) {
  StrObject* made = StrBuilder::Allocate(count == 0 ? 1 : s.width, count == 0 || s.ascii, s.length * count);
  const int64_t bytes = s.length * s.width;
  for (int64_t i = 0; i < count; ++i) std::copy_n(s.data, bytes, made->data + i * bytes);
  return Value::Adopt(made);
}

Value RepeatTuple(const TupleObject& tuple, int64_t count) {
  std::vector<Value> items;
  items.reserve(tuple.size * count);
  for (int64_t i = 0; i < count; ++i) items.insert(items.end(), tuple.items, tuple.items + tuple.size);
  return MakeTuple(std::move(items));
}

// How often to repeat a sequence of this size. Errors: TypeError, OverflowError, MemoryError.
Result<int64_t> RepeatCount(Evaluator& evaluator, const Value& sequence, const Value& count) {
  if (!HasIndex(count))
    return TypeError("can't multiply sequence by non-int of type '" + TypeName(count) + "'");
  FORA_TRY(int64_t n, IndexAsSize(evaluator, count, BuiltinClass::kOverflowError));
  n = std::max<int64_t>(n, 0);
  const int64_t size = SizeOf(sequence);
  if (size == 0) return 0;
  if (n > std::numeric_limits<int64_t>::max() / size) return MemoryError();
  FORA_TRY_VOID(CheckMemory(n * size, WidthOf(sequence)));
  return n;
}

}  // namespace

bool IsSequence(const Value& v) { return v.Is(Tag::kStr) || v.Is(Tag::kTuple) || v.Is(Tag::kList); }

Result<Value> Concat(const Value& sequence, const Value& other) {
  if (sequence.tag() != other.tag()) {
    const std::string type = TypeName(sequence);
    return TypeError("can only concatenate " + type + " (not \"" + TypeName(other) + "\") to " + type);
  }
  FORA_TRY_VOID(CheckMemory(SizeOf(sequence) + SizeOf(other), std::max(WidthOf(sequence), WidthOf(other))));
  if (sequence.Is(Tag::kStr)) return ConcatStr(*sequence.as<StrObject>(), *other.as<StrObject>());
  if (sequence.Is(Tag::kTuple)) return ConcatTuples(*sequence.as<TupleObject>(), *other.as<TupleObject>());
  return ConcatLists(*sequence.as<ListObject>(), *other.as<ListObject>());
}

Result<Value> Repeat(Evaluator& evaluator, const Value& sequence, const Value& count) {
  FORA_TRY(int64_t n, RepeatCount(evaluator, sequence, count));
  if (sequence.Is(Tag::kStr)) return RepeatStr(*sequence.as<StrObject>(), n);
  if (sequence.Is(Tag::kTuple)) return RepeatTuple(*sequence.as<TupleObject>(), n);
  auto& list = *sequence.as<ListObject>();
  auto* made = new ListObject();
  made->Reserve(list.size * n);
  for (int64_t i = 0; i < n; ++i) made->AppendSlice(list, 0, 1, list.size);
  return Value::Adopt(made);
}

Result<Value> ExtendInPlace(Evaluator& evaluator, Value&& list, const Value& iterable) {
  FORA_TRY(std::vector<Value> items, Items(evaluator, iterable));
  if (!list.IsUnique()) return SharedList("'+='");
  for (Value& item : items) {
    FORA_TRY_VOID(CheckMemoryToAdd(*list.as<ListObject>(), item));
    list.as<ListObject>()->Append(std::move(item));
  }
  return std::move(list);
}

Result<Value> DoubleInPlace(Value&& list) {
  if (!list.IsUnique()) return SharedList("'+='");
  auto* object = list.as<ListObject>();
  FORA_TRY_VOID(CheckMemoryToAdd(*object, *object, object->size));
  object->AppendSlice(*object, 0, 1, object->size);
  return std::move(list);
}

Result<Value> RepeatInPlace(Evaluator& evaluator, Value&& list, const Value& count) {
  FORA_TRY(int64_t n, RepeatCount(evaluator, list, count));
  if (!list.IsUnique()) return SharedList("'*='");
  auto* object = list.as<ListObject>();
  const int64_t size = object->size;
  if (n == 0) object->Clear();
  for (int64_t i = 1; i < n; ++i) object->AppendSlice(*object, 0, 1, size);
  return std::move(list);
}

}  // namespace fora::object_model
