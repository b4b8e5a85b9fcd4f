// A piece as plain data, and what it came to: what workers send each other.
//
// Reducing indices is pure, and so is a call, so a piece may be run anywhere and more than once; its outcome
// joins like that of a thread here. Thread safety: none; values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
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

// A call of a function of the program.
struct PortableCall {
  uint32_t function;  // generic, by its number
  // What its parameters hold at its entry, captures among them; those that it never reads are left out.
  struct Argument {
    uint32_t parameter;  // by position
    Value value;
  };
  std::vector<Argument> arguments;
};

using PortablePiece = std::variant<PortablePart, PortableCall>;

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

// What a call returned.
struct CallOutcome {
  Value result;
};

using PieceOutcome = std::variant<PartOutcome, CallOutcome>;

Reducer ReducerOf(abi::FoldKind kind);

}  // namespace fora::tasks
