// Lazily evaluated iterators as values of a FIR type: their type, and their parts as slots.
#pragma once

#include <cstdint>

#include "compiler/ir/type.h"
#include "runtime/value/value.h"

namespace fora::tier {

// The type of a pristine iterator or a container; Any if it has no other.
const ir::Type* IterableType(ir::TypeTable& types, const Value& iterable);

// The slots of an iterable of this type (copies: the iterable keeps its references). False if it is of
// another type.
bool IterableSlots(const ir::Type* type, const Value& iterable, uint64_t* slots);

// The type of a value that compiled code is entered with: as ir::TypeOf, but an iterator of a loop that
// nobody else sees is what it reads and where it stands.
const ir::Type* EntryType(ir::TypeTable& types, const Value& value);

// As ir::Unbox, for such types too. The value is used up if it fits.
bool EntrySlots(const ir::Type* type, Value& value, uint64_t* slots);

// How many elements the source has that is read by index; -1 if it can't be told, or it isn't.
int64_t SourceLength(const Value& iterable);

// The iterable of the elements at [lo, hi) of the one that is read by index; unbound if it has no such form.
// REQUIRES: 0 <= lo <= hi <= SourceLength(iterable).
Value SliceIterable(const Value& iterable, int64_t lo, int64_t hi);

// The function that makes the elements; null if they are the source's own.
const ir::Function* ElementFunction(const Value& iterable);

}  // namespace fora::tier
