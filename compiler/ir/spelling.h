// How operators and their kinds are spelt in the text of FIR: the tables that printer and parser share.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "compiler/ir/ir.h"
#include "runtime/value/operators.h"

namespace fora::ir {

using fora::kBinarySpelling;
using fora::kCompareSpelling;
using fora::kUnarySpelling;
inline constexpr std::array<std::string_view, 7> kReducerSpelling = {"sum", "any",     "all",  "min",
                                                                     "max", "collect", "count"};
inline constexpr std::array<std::string_view, 8> kTerminatorSpelling = {
    "jump", "branch", "next", "return", "raise", "exit", "unreachable", "tail_call"};
inline constexpr std::array<std::string_view, 5> kParameterSpelling = {"posonly", "pos", "star", "kwonly",
                                                                       "doublestar"};
inline constexpr std::array<std::string_view, 8> kIteratorSpelling = {
    "Generator", "FlatGenerator", "Enumerate", "Zip", "Reversed", "Map", "Filter", "Sequence"};

template <typename Enum, size_t n>
std::string_view Spell(const std::array<std::string_view, n>& table, Enum value) {
  return table[static_cast<size_t>(value)];
}

template <typename Enum, size_t n>
std::optional<Enum> Unspell(const std::array<std::string_view, n>& table, std::string_view text) {
  for (size_t i = 0; i < n; ++i) {
    if (table[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// Which immediates an operator prints.
inline bool HasBinary(Op op) { return op == Op::kBinary || op == Op::kInplace; }
inline bool HasUnary(Op op) { return op == Op::kUnary; }
inline bool HasCompare(Op op) {
  return op == Op::kCompare || op == Op::kIntCompare || op == Op::kFloatCompare ||
         op == Op::kIntFloatCompare || op == Op::kBoolCompare || op == Op::kStrCompare;
}
inline bool HasFold(Op op) { return op == Op::kFold; }
inline bool HasUnpack(Op op) { return op == Op::kUnpack; }

}  // namespace fora::ir
