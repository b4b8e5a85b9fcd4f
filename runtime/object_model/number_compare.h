// Exact comparison of ints, floats and bools with each other.
#pragma once

#include "runtime/value/objects.h"
#include "runtime/value/operators.h"

namespace fora::object_model {

bool IsNumber(const Value& v);  // bool, int, float
bool CompareNumbers(CompareOp op, const Value& a,
                    const Value& b);            // REQUIRES: IsNumber of both; a rich comparison
int OrderInts(const Value& a, const Value& b);  // REQUIRES: ints or bools; -1, 0, 1

// Whether op holds for operands in this order (negative, 0, positive).
inline bool Ordered(CompareOp op, int order) {
  // Bit 0: holds if less, bit 1: if equal, bit 2: if greater. In the order of CompareOp.
  constexpr unsigned kHolds[] = {1, 1 | 2, 2, 1 | 4, 4, 2 | 4};
  return (kHolds[static_cast<int>(op)] >> (order < 0 ? 0 : order == 0 ? 1 : 2)) & 1;
}

inline bool CompareFloats(CompareOp op, double a, double b) {
  if (a != a || b != b) return op == CompareOp::kNe;
  return Ordered(op, a < b ? -1 : a > b);
}

}  // namespace fora::object_model
