// Offsets of the runtime's objects that compiled code reads and writes directly.
#pragma once

#include <cstddef>

#include "runtime/abi/abi.h"
#include "runtime/value/objects.h"

namespace fora::codegen::layout {

#pragma clang diagnostic push
#pragma clang diagnostic ignored \
    "-Winvalid-offsetof"  // objects with a base class: clang and gcc give them C's layout
inline constexpr unsigned kStrLength = offsetof(StrObject, length);
inline constexpr unsigned kListSchema = offsetof(ListObject, schema);
inline constexpr unsigned kListSize = offsetof(ListObject, size);
inline constexpr unsigned kListCapacity = offsetof(ListObject, capacity);
inline constexpr unsigned kListData = offsetof(ListObject, data);
inline constexpr unsigned kRefCount = offsetof(HeapObject, ref_count);
inline constexpr unsigned kContextPoll = offsetof(abi::Context, poll);
inline constexpr unsigned kContextCompensatedSums = offsetof(abi::Context, compensated_sums);
inline constexpr unsigned kContextStackLimit = offsetof(abi::Context, stack_limit);
inline constexpr unsigned kContextLatent = offsetof(abi::Context, latent);
inline constexpr unsigned kContextBoxed = offsetof(abi::Context, boxed);
inline constexpr unsigned kContextResult = offsetof(abi::Context, result);
#pragma clang diagnostic pop

// A Value in memory: one byte of tag, seven of padding, the payload.
inline constexpr unsigned kValueBits = 8;
static_assert(sizeof(Value) == 16 && sizeof(std::atomic<uint32_t>) == 4);

}  // namespace fora::codegen::layout
