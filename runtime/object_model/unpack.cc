// The items of iterables: for unpacking, for list displays and for sorting.
#include "runtime/object_model/classes.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/memory_limit.h"

namespace fora::object_model {
bool IsIterable(const Value& v) {
  switch (v.tag()) {
    case Tag::kStr:
    case Tag::kTuple:
    case Tag::kList:
    case Tag::kDict:
    case Tag::kRange:
    case Tag::kIterator: return true;
    default: return FindSpecial(v, "__iter__") != nullptr || FindSpecial(v, "__getitem__") != nullptr;
  }
}

namespace {

Result<Value> IterToUnpack(Evaluator& evaluator, const Value& v) {
  if (!IsIterable(v)) return TypeError("cannot unpack non-iterable " + TypeName(v) + " object");
  return Iter(evaluator, v);
}

// At most `limit` items.
Result<std::vector<Value>> Take(Evaluator& evaluator, const Value& iterator, size_t limit) {
  std::vector<Value> items;
  while (items.size() < limit) {
    FORA_TRY(Value item, Next(evaluator, iterator));
    if (item.is_unbound()) break;
    FORA_TRY_VOID(AppendChecked(&items, std::move(item)));
    if (evaluator.cancelled()) return Cancelled();
  }
  return items;
}

std::unique_ptr<Stop> NotEnough(const char* expected, size_t count, size_t got) {
  return ValueError(std::string("not enough values to unpack (expected ") + expected + std::to_string(count) +
                    ", got " + std::to_string(got) + ")");
}

}  // namespace

Result<std::vector<Value>> Items(Evaluator& evaluator, const Value& iterable) {
  std::vector<Value> items;
  if (iterable.Is(Tag::kTuple)) {
    auto* tuple = iterable.as<TupleObject>();
    return std::vector<Value>(tuple->items, tuple->items + tuple->size);
  }
  if (iterable.Is(Tag::kList)) {
    auto* list = iterable.as<ListObject>();
    FORA_TRY_VOID(CheckMemory(list->size, sizeof(Value)));
    items.reserve(list->size);
    for (int64_t i = 0; i < list->size; ++i) items.push_back(list->At(i));
    return items;
  }
  FORA_TRY_VOID(CheckListOf(iterable));
  FORA_TRY(Value iterator, Iter(evaluator, iterable));
  return Take(evaluator, iterator, ~size_t{0});
}

Result<std::vector<Value>> Unpack(Evaluator& evaluator, const Value& v, uint32_t count) {
  FORA_TRY(Value iterator, IterToUnpack(evaluator, v));
  FORA_TRY(std::vector<Value> items, Take(evaluator, iterator, count));
  if (items.size() < count) return NotEnough("", count, items.size());
  FORA_TRY(Value more, Next(evaluator, iterator));
  if (!more.is_unbound())
    return ValueError("too many values to unpack (expected " + std::to_string(count) + ")");
  return items;
}

Result<std::vector<Value>> UnpackStarred(Evaluator& evaluator, const Value& v, uint32_t before,
                                         uint32_t after) {
  FORA_TRY(Value iterator, IterToUnpack(evaluator, v));
  FORA_TRY(std::vector<Value> items, Take(evaluator, iterator, ~size_t{0}));
  if (items.size() < before + after) return NotEnough("at least ", before + after, items.size());
  auto first = std::make_move_iterator(items.begin());
  auto last = std::make_move_iterator(items.end());
  std::vector<Value> parts(first, first + before);
  parts.push_back(MakeList(std::vector<Value>(first + before, last - after)));
  parts.insert(parts.end(), last - after, last);
  return parts;
}

Result<Value> ExtendList(Evaluator& evaluator, Value list, const Value& iterable) {
  if (!IsIterable(iterable)) return TypeError("Value after * must be an iterable, not " + TypeName(iterable));
  FORA_TRY(std::vector<Value> items, Items(evaluator, iterable));
  if (!list.IsUnique()) {
    Value copy = MakeList();
    auto* old = list.as<ListObject>();
    copy.as<ListObject>()->AppendSlice(*old, 0, 1, old->size);
    list = std::move(copy);
  }
  for (Value& item : items) list.as<ListObject>()->Append(std::move(item));
  return list;
}

}  // namespace fora::object_model
