#include "runtime/object_model/memory_limit.h"

#include <limits>
#include <utility>

#include "runtime/value/objects.h"

namespace fora::object_model {

Result<Unit> CheckMemory(int64_t count, int64_t width) {
  if (count > std::numeric_limits<int64_t>::max() / width) return MemoryError();
  return CheckMemory(count * width);
}

Result<Unit> AppendChecked(std::vector<Value>* items, Value item) {
  FORA_TRY_VOID(CheckExhausted());
  if (items->size() == items->capacity()) {
    FORA_TRY_VOID(CheckMemory(static_cast<int64_t>(2 * items->size() * sizeof(Value))));
  }
  items->push_back(std::move(item));
  return Unit{};
}

Result<Unit> AppendChecked(ListObject* list, Value item) {
  FORA_TRY_VOID(CheckExhausted());
  FORA_TRY_VOID(CheckMemoryToAdd(*list, item));
  list->Append(std::move(item));
  return Unit{};
}

Result<Unit> CheckListOf(const Value& iterable) {
  if (!iterable.Is(Tag::kRange)) return Unit{};
  const Value& length = iterable.as<RangeObject>()->length;
  if (!length.Is(Tag::kInt)) return OverflowError("Python int too large to convert to C ssize_t");
  return CheckMemory(length.as_int(), sizeof(int64_t));
}

}  // namespace fora::object_model
