// How large a program's objects may get: a MemoryError comes before the machine's memory runs out.
#pragma once

#include <cstdint>

#include "runtime/value/result.h"

namespace fora::object_model {

// Bytes that a single object may take: half of the memory of the machine, or of the control group that the
// process is in. Asked once a process. Thread safety: may be called from any thread.
int64_t ObjectBytesMax();

// A list of all elements of `iterable`, if it is a range, is not too large. Errors: MemoryError,
// OverflowError, as CPython's.
Result<Unit> CheckListOf(const Value& iterable);

}  // namespace fora::object_model
