#include "runtime/num/big_int.h"

#include <cmath>
#include <cstdlib>
#include <utility>

#include "runtime/memory/memory.h"

namespace fora::num {
namespace {

Error OutOfMemory() { return {ErrorKind::kMemory, ""}; }
Error NegativeShift() { return {ErrorKind::kValue, "negative shift count"}; }

// CPython keeps ints as 30-bit words and raises OverflowError, not MemoryError, when a shift would need more
// of them than a size can count.
constexpr int64_t kWordBits = 30;
constexpr int64_t kWordsMax = (INT64_MAX - 24) / 4;

// REQUIRES: a != 0
double Log2OfMagnitude(const BigInt& a) {
  long exponent;
  const double fraction = mpz_get_d_2exp(&exponent, a.get());
  return std::log2(std::abs(fraction)) + static_cast<double>(exponent);
}

// GMP's blocks are counted too.
[[maybe_unused]] const bool blocks_are_counted = [] {
  mp_set_memory_functions(
      memory::Allocate, [](void* block, size_t, size_t bytes) { return memory::Reallocate(block, bytes); },
      [](void* block, size_t) { memory::Free(block); });
  return true;
}();

}  // namespace

bool HasRoom(uint64_t bits) {
  // On its way to a product GMP needs about twice as much again.
  return bits <= kBitsMax && memory::Admit(static_cast<int64_t>(bits / 8 * 3));
}

// ---- Conversions ----

BigInt BigInt::FromUint64(uint64_t value) {
  BigInt result;
  mpz_set_ui(result.z_, value);
  return result;
}

BigInt BigInt::FromInt128(__int128 value) {
  BigInt result;
  mpz_set_si(result.z_, static_cast<int64_t>(value >> 64));
  mpz_mul_2exp(result.z_, result.z_, 64);
  mpz_add_ui(result.z_, result.z_, static_cast<uint64_t>(value));
  return result;
}

BigInt BigInt::FromDouble(double value) {
  BigInt result;
  mpz_set_d(result.z_, value);
  return result;
}

std::optional<BigInt> BigInt::Parse(std::string_view digits, int radix) {
  std::string_view unsigned_digits = digits;
  if (unsigned_digits.starts_with('-')) unsigned_digits.remove_prefix(1);
  if (unsigned_digits.empty()) return std::nullopt;
  // GMP would skip white space.
  for (char c : unsigned_digits) {
    int digit = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'z' ? c - 'a' + 10
                : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                                       : 36;
    if (digit >= radix) return std::nullopt;
  }
  BigInt result;
  mpz_set_str(result.z_, std::string(digits).c_str(), radix);
  return result;
}

std::string BigInt::ToString(int radix) const {
  std::string text(mpz_sizeinbase(z_, radix) + 2, '\0');
  mpz_get_str(text.data(), radix, z_);
  text.resize(text.find('\0'));
  return text;
}

int64_t BigInt::ClampToInt64() const {
  if (FitsInt64()) return ToInt64();
  return IsNegative() ? INT64_MIN : INT64_MAX;
}

uint64_t BigInt::BitCount() const {
  mpz_t magnitude;
  return mpz_popcount(mpz_roinit_n(magnitude, mpz_limbs_read(z_), mpz_size(z_)));
}

// ---- Arithmetic that can't fail ----

BigInt operator+(const BigInt& a, const BigInt& b) {
  BigInt result;
  mpz_add(result.get(), a.get(), b.get());
  return result;
}

BigInt operator-(const BigInt& a, const BigInt& b) {
  BigInt result;
  mpz_sub(result.get(), a.get(), b.get());
  return result;
}

BigInt operator-(const BigInt& a) {
  BigInt result;
  mpz_neg(result.get(), a.get());
  return result;
}

BigInt Abs(const BigInt& a) {
  BigInt result;
  mpz_abs(result.get(), a.get());
  return result;
}

BigInt operator&(const BigInt& a, const BigInt& b) {
  BigInt result;
  mpz_and(result.get(), a.get(), b.get());
  return result;
}

BigInt operator|(const BigInt& a, const BigInt& b) {
  BigInt result;
  mpz_ior(result.get(), a.get(), b.get());
  return result;
}

BigInt operator^(const BigInt& a, const BigInt& b) {
  BigInt result;
  mpz_xor(result.get(), a.get(), b.get());
  return result;
}

BigInt operator~(const BigInt& a) {
  BigInt result;
  mpz_com(result.get(), a.get());
  return result;
}

// ---- Arithmetic that can ----

Fallible<BigInt> Mul(const BigInt& a, const BigInt& b) {
  if (!HasRoom(a.BitLength() + b.BitLength())) return OutOfMemory();
  BigInt result;
  mpz_mul(result.get(), a.get(), b.get());
  return result;
}

Fallible<BigInt> FloorDiv(const BigInt& a, const BigInt& b) {
  if (b.IsZero()) return Error{ErrorKind::kZeroDivision, "integer division or modulo by zero"};
  BigInt quotient;
  mpz_fdiv_q(quotient.get(), a.get(), b.get());
  return quotient;
}

Fallible<BigInt> FloorMod(const BigInt& a, const BigInt& b) {
  if (b.IsZero()) return Error{ErrorKind::kZeroDivision, "integer modulo by zero"};
  BigInt remainder;
  mpz_fdiv_r(remainder.get(), a.get(), b.get());
  return remainder;
}

Fallible<Division> DivMod(const BigInt& a, const BigInt& b) {
  if (b.IsZero()) return Error{ErrorKind::kZeroDivision, "integer division or modulo by zero"};
  Division result;
  mpz_fdiv_qr(result.quotient.get(), result.remainder.get(), a.get(), b.get());
  return result;
}

Fallible<BigInt> Pow(const BigInt& a, const BigInt& b) {
  BigInt result(1);
  if (a.BitLength() <= 1) {  // 0, 1 or -1, to any power at all
    if (a.IsZero()) return BigInt(b.IsZero() ? 1 : 0);
    return BigInt(b.IsOdd() ? a.Sign() : 1);
  }
  if (!b.FitsInt64()) return OutOfMemory();
  const double bits = Log2OfMagnitude(a) * static_cast<double>(b.ToInt64());
  if (bits > static_cast<double>(kBitsMax) || !HasRoom(static_cast<uint64_t>(bits))) return OutOfMemory();
  mpz_pow_ui(result.get(), a.get(), b.ToInt64());
  return result;
}

Fallible<BigInt> PowMod(const BigInt& a, const BigInt& b, const BigInt& modulus) {
  if (modulus.IsZero()) return Error{ErrorKind::kValue, "pow() 3rd argument cannot be 0"};
  BigInt positive = Abs(modulus);
  if (positive == BigInt(1)) return BigInt(0);
  BigInt base = a;
  if (b.IsNegative() && mpz_invert(base.get(), a.get(), positive.get()) == 0) {
    return Error{ErrorKind::kValue, "base is not invertible for the given modulus"};
  }
  BigInt result;
  mpz_powm(result.get(), base.get(), Abs(b).get(), positive.get());
  // As for %, the result has the sign of the modulus.
  if (modulus.IsNegative() && !result.IsZero()) return result + modulus;
  return result;
}

Fallible<BigInt> ShiftLeft(const BigInt& a, const BigInt& count) {
  if (count.IsNegative()) return NegativeShift();
  if (a.IsZero()) return BigInt(0);
  int64_t bits = count.ClampToInt64();
  if (static_cast<uint64_t>(bits) > kBitsMax || !HasRoom(a.BitLength() + bits)) {
    BigInt words = *FloorDiv(count, kWordBits) + BigInt((a.BitLength() + kWordBits - 1) / kWordBits);
    if (!FloorMod(count, kWordBits)->IsZero()) words = words + BigInt(1);
    if (words > BigInt(kWordsMax)) return Error{ErrorKind::kOverflow, "too many digits in integer"};
    return OutOfMemory();
  }
  BigInt result;
  mpz_mul_2exp(result.get(), a.get(), bits);
  return result;
}

Fallible<BigInt> ShiftRight(const BigInt& a, const BigInt& count) {
  if (count.IsNegative()) return NegativeShift();
  BigInt result;
  mpz_fdiv_q_2exp(result.get(), a.get(), count.ClampToInt64());
  return result;
}

BigInt Round(const BigInt& a, const BigInt& digits) {
  if (!digits.IsNegative()) return a;
  // 10 ** -digits is more than twice |a|, so that 0 is the nearest multiple; 3.3 bits make a digit.
  if (!digits.FitsInt64() || Abs(digits) > BigInt(a.BitLength() / 3 + 2)) return BigInt(0);
  BigInt unit;
  mpz_ui_pow_ui(unit.get(), 10, -digits.ToInt64());
  Division division = *DivMod(a, unit);
  BigInt twice = division.remainder + division.remainder;
  bool up = twice > unit || (twice == unit && division.quotient.IsOdd());
  BigInt result = a - division.remainder;
  return up ? result + unit : result;
}

}  // namespace fora::num
