// A part of a fold as plain data, and what it came to: what workers send each other.
//
// Reducing indices is pure, so a part may be run anywhere and more than once; its outcome joins like that of
// any Piece. Thread safety: none; values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/abi/abi.h"
#include "runtime/num/big_int.h"
#include "runtime/value/operators.h"
#include "runtime/value/value.h"

namespace fora::tasks {

// Indices [lo, hi) of the reduction of an iterable. Types follow from the values; `kind` is what they have to
// come to.
struct PortablePart {
  Reducer reducer;
  abi::FoldKind kind;
  Value iterable;
  int64_t lo = 0, hi = 0;
};

// What a part came to whose indices all could be reduced, or whose outcome is decided. Which fields count
// depends on the kind, as for abi::Accumulator.
struct PartOutcome {
  abi::FoldKind kind;
  bool decided = false;
  uint64_t low = 0;
  int64_t high = 0;
  uint64_t any = 0;
  std::optional<num::BigInt> big_sum;
  std::string elements;      // unboxed, as they lie in memory
  std::vector<Value> boxed;  // kCollectBoxed
};

Reducer ReducerOf(abi::FoldKind kind);

}  // namespace fora::tasks
