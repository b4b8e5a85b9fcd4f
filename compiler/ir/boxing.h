// Boxing: between Values and the slots in which compiled code passes values of known types (layout:
// runtime/abi/abi.h).
//
// Both directions move references: what goes in is consumed, what comes out is owned.
// A reference slot of 0, or a range of step 0, boxes to an unbound Value: compiled code writes it where a
// call has used a value up. Lists are not checked element by element: List<T> says what to expect, and each
// read of an element checks it.
#pragma once

#include <cstdint>

#include "compiler/ir/type.h"
#include "runtime/value/value.h"

namespace fora::ir {

inline uint32_t SlotCount(const Type* type) { return type->slots; }

// An iterator must stand at the beginning of its sources, but for kSequence, whose position is a slot.
Value Box(const Type* type, const uint64_t* slots);

// False, and nothing consumed, if the value is not one of the type; the slots are then unspecified.
// Iterators never fit: their state is shared with whoever else holds them.
bool Unbox(const Type* type, Value& value, uint64_t* slots);

// The references that the slots hold: adds one to each, or drops them.
void RetainSlots(const Type* type, const uint64_t* slots);
void ReleaseSlots(const Type* type, const uint64_t* slots);

// Whether a value of the type may hold references, so that copies are counted.
bool IsCounted(const Type* type);

}  // namespace fora::ir
