// Whether two values are the same to the bit: same types, same structure, floats bit by bit. Stricter than
// ==: 1 is not 1.0, 0.0 is not -0.0, and a NaN is itself. For checking that work which was done twice came to
// the same.
#pragma once

#include "runtime/value/result.h"
#include "runtime/value/value.h"

namespace fora {

// Objects that have no parts of their own to compare (iterators, cells, ...) are alike if they are of one
// kind.
bool Identical(const Value& a, const Value& b);

// Of exceptions: class, arguments and fields; the traceback is left out.
bool Identical(const Stop& a, const Stop& b);

}  // namespace fora
