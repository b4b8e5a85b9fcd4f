// MemoryError before the memory of the process runs out.
//
// What makes an object whose size depends on the program's data asks CheckMemory first; a loop that makes
// objects without running the program's code asks CheckExhausted.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/memory/memory.h"
#include "runtime/object_model/errors.h"
#include "runtime/value/result.h"

namespace fora::object_model {

// A block of so many bytes may be made. Errors: MemoryError.
inline Result<Unit> CheckMemory(int64_t bytes) {
  if (memory::Admit(bytes)) return Unit{};
  return MemoryError();
}

// `count` elements of `width` bytes may be made. Errors: MemoryError. REQUIRES: count >= 0, width > 0.
Result<Unit> CheckMemory(int64_t count, int64_t width);

// The job does not hold too much. Errors: MemoryError.
inline Result<Unit> CheckExhausted() {
  if (memory::Exhausted() && memory::MustStop()) return MemoryError();
  return Unit{};
}

// The list may take the element, or `count` elements of another list. Errors: MemoryError.
inline Result<Unit> CheckMemoryToAdd(const ListObject& list, const Value& element) {
  return CheckMemory(list.BytesToAdd(element));
}
inline Result<Unit> CheckMemoryToAdd(const ListObject& list, const ListObject& other, int64_t count) {
  return CheckMemory(list.BytesToAdd(other.schema, count));
}

// Appends to what a loop over an iterator collects. Errors: MemoryError.
Result<Unit> AppendChecked(std::vector<Value>* items, Value item);
Result<Unit> AppendChecked(ListObject* list, Value item);

// A list of all elements of `iterable`, if it is a range, is not too large. Errors: MemoryError,
// OverflowError, as CPython's.
Result<Unit> CheckListOf(const Value& iterable);

}  // namespace fora::object_model
