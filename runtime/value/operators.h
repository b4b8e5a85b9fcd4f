// The operators of Python expressions, each listed once; the spelling is the one of error messages.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fora {

//             name        text   special method, reflected, in place
#define FORA_BINARY_OPERATORS(X)                                       \
  X(kAdd, "+", "__add__", "__radd__", "__iadd__")                      \
  X(kSub, "-", "__sub__", "__rsub__", "__isub__")                      \
  X(kMul, "*", "__mul__", "__rmul__", "__imul__")                      \
  X(kTrueDiv, "/", "__truediv__", "__rtruediv__", "__itruediv__")      \
  X(kFloorDiv, "//", "__floordiv__", "__rfloordiv__", "__ifloordiv__") \
  X(kMod, "%", "__mod__", "__rmod__", "__imod__")                      \
  X(kPow, "**", "__pow__", "__rpow__", "__ipow__")                     \
  X(kMatMul, "@", "__matmul__", "__rmatmul__", "__imatmul__")          \
  X(kShl, "<<", "__lshift__", "__rlshift__", "__ilshift__")            \
  X(kShr, ">>", "__rshift__", "__rrshift__", "__irshift__")            \
  X(kAnd, "&", "__and__", "__rand__", "__iand__")                      \
  X(kOr, "|", "__or__", "__ror__", "__ior__")                          \
  X(kXor, "^", "__xor__", "__rxor__", "__ixor__")

//            name  text  special method, reflected
#define FORA_RICH_COMPARISONS(X)   \
  X(kLt, "<", "__lt__", "__gt__")  \
  X(kLe, "<=", "__le__", "__ge__") \
  X(kEq, "==", "__eq__", "__eq__") \
  X(kNe, "!=", "__ne__", "__ne__") \
  X(kGt, ">", "__gt__", "__lt__")  \
  X(kGe, ">=", "__ge__", "__le__")

enum class BinaryOp : uint8_t {
#define FORA_X(name, text, method, reflected, inplace) name,
  FORA_BINARY_OPERATORS(FORA_X)
#undef FORA_X
};

enum class UnaryOp : uint8_t { kNeg, kPos, kInvert, kNot };

enum class CompareOp : uint8_t {
#define FORA_X(name, text, method, reflected) name,
  FORA_RICH_COMPARISONS(FORA_X)
#undef FORA_X
      kIs,
  kIsNot,
  kIn,
  kNotIn,
};

inline constexpr std::array<std::string_view, 13> kBinarySpelling = {
#define FORA_X(name, text, method, reflected, inplace) text,
    FORA_BINARY_OPERATORS(FORA_X)
#undef FORA_X
};
inline constexpr std::array<std::string_view, 4> kUnarySpelling = {"-", "+", "~", "not"};
inline constexpr std::array<std::string_view, 10> kCompareSpelling = {
#define FORA_X(name, text, method, reflected) text,
    FORA_RICH_COMPARISONS(FORA_X)
#undef FORA_X
        "is",
    "is not", "in", "not in"};

// The comparison that gives the same with its operands exchanged; identity and membership stay as they are.
constexpr CompareOp Mirrored(CompareOp op) {
  switch (op) {
    case CompareOp::kLt: return CompareOp::kGt;
    case CompareOp::kLe: return CompareOp::kGe;
    case CompareOp::kGt: return CompareOp::kLt;
    case CompareOp::kGe: return CompareOp::kLe;
    case CompareOp::kEq:
    case CompareOp::kNe:
    case CompareOp::kIs:
    case CompareOp::kIsNot:
    case CompareOp::kIn:
    case CompareOp::kNotIn: return op;
  }
  return op;
}

// The comparison that gives the opposite, for operands that are ordered (a NaN isn't).
constexpr CompareOp Negated(CompareOp op) {
  switch (op) {
    case CompareOp::kLt: return CompareOp::kGe;
    case CompareOp::kLe: return CompareOp::kGt;
    case CompareOp::kGt: return CompareOp::kLe;
    case CompareOp::kGe: return CompareOp::kLt;
    case CompareOp::kEq: return CompareOp::kNe;
    case CompareOp::kNe: return CompareOp::kEq;
    case CompareOp::kIs: return CompareOp::kIsNot;
    case CompareOp::kIsNot: return CompareOp::kIs;
    case CompareOp::kIn: return CompareOp::kNotIn;
    case CompareOp::kNotIn: return CompareOp::kIn;
  }
  return op;
}

// How the elements of an iterable are reduced to one value.
enum class Reducer : uint8_t { kSum, kAny, kAll, kMin, kMax, kCollect, kCount };

}  // namespace fora
