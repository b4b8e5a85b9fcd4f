// Operations of Python's int on machine integers, for the interpreter and for compiled code: exact, or they
// say that the result doesn't fit, and the caller repeats the operation on a BigInt. Thread safety: pure
// functions.
#ifndef FORA_RUNTIME_NUM_INT64_H_
#define FORA_RUNTIME_NUM_INT64_H_

#include <bit>
#include <compare>
#include <cstdint>
#include <limits>

namespace fora::num {

inline constexpr int64_t kInt64Min = std::numeric_limits<int64_t>::min();
inline constexpr int64_t kInt64Max = std::numeric_limits<int64_t>::max();

// Each stores a op b, wrapped to 64 bits, and returns true if it was wrapped.
[[nodiscard]] inline bool AddOverflows(int64_t a, int64_t b, int64_t* result) {
  return __builtin_add_overflow(a, b, result);
}
[[nodiscard]] inline bool SubOverflows(int64_t a, int64_t b, int64_t* result) {
  return __builtin_sub_overflow(a, b, result);
}
[[nodiscard]] inline bool MulOverflows(int64_t a, int64_t b, int64_t* result) {
  return __builtin_mul_overflow(a, b, result);
}

// |a|, which always fits an unsigned.
constexpr uint64_t Magnitude(int64_t a) { return a < 0 ? uint64_t{0} - static_cast<uint64_t>(a) : a; }

// True if a // b doesn't fit: only the smallest integer divided by -1.
constexpr bool FloorDivOverflows(int64_t a, int64_t b) { return a == kInt64Min && b == -1; }

// a // b, rounded towards minus infinity. REQUIRES: b != 0 && !FloorDivOverflows(a, b)
constexpr int64_t FloorDiv(int64_t a, int64_t b) {
  int64_t quotient = a / b;
  return quotient - ((a % b != 0) & ((a ^ b) < 0));
}

// a % b, which is 0 or has the sign of b. REQUIRES: b != 0
constexpr int64_t FloorMod(int64_t a, int64_t b) {
  if (b == -1) return 0;  // the machine traps on the smallest integer
  int64_t remainder = a % b;
  return remainder != 0 && (remainder ^ b) < 0 ? remainder + b : remainder;
}

// Stores a ** b and returns false, or returns true if it doesn't fit. REQUIRES: b >= 0
[[nodiscard]] constexpr bool PowOverflows(int64_t a, int64_t b, int64_t* result) {
  int64_t power = 1;
  while (true) {
    if ((b & 1) != 0 && __builtin_mul_overflow(power, a, &power)) return true;
    b >>= 1;
    if (b == 0) break;
    // A square that is too big is used by a higher bit of b, for b isn't 0 yet.
    if (__builtin_mul_overflow(a, a, &a)) return true;
  }
  *result = power;
  return false;
}

// Stores a << count and returns false, or returns true if it doesn't fit. REQUIRES: count >= 0
[[nodiscard]] constexpr bool ShiftLeftOverflows(int64_t a, int64_t count, int64_t* result) {
  if (a == 0) {
    *result = 0;
    return false;
  }
  // The leading bits that only repeat the sign may go.
  int spare = std::countl_zero(static_cast<uint64_t>(a < 0 ? ~a : a)) - 1;
  if (count > spare) return true;
  *result = static_cast<int64_t>(static_cast<uint64_t>(a) << count);
  return false;
}

// a >> count, rounded towards minus infinity. REQUIRES: count >= 0
constexpr int64_t ShiftRight(int64_t a, int64_t count) { return a >> (count > 63 ? 63 : count); }

// int.bit_length and int.bit_count.
constexpr int BitLength(int64_t a) { return 64 - std::countl_zero(Magnitude(a)); }
constexpr int BitCount(int64_t a) { return std::popcount(Magnitude(a)); }

// Compares an int with a float exactly, without rounding the int; unordered with NaN.
constexpr std::partial_ordering Compare(int64_t a, double b) {
  if (b != b) return std::partial_ordering::unordered;
  if (b >= 0x1p63) return std::partial_ordering::less;
  if (b < -0x1p63) return std::partial_ordering::greater;
  int64_t whole = static_cast<int64_t>(b);
  if (a != whole) return a < whole ? std::partial_ordering::less : std::partial_ordering::greater;
  return 0.0 <=> b - static_cast<double>(whole);
}

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_INT64_H_
