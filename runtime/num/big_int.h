// BigInt: Python's int beyond 64 bits, and the operations of int on it.
//
// A value type over GMP: a copy allocates, a move doesn't, and a moved-from BigInt is 0. It may hold any
// integer, small ones too; whoever stores values keeps those that FitsInt64() as machine integers. Thread
// safety: as for int itself; GMP has no state of its own. Errors: text as in CPython 3.11. GMP aborts the
// process when memory runs out, so operations whose result may be far bigger than their operands refuse with
// kMemory to make more bits than HasRoom allows.
#ifndef FORA_RUNTIME_NUM_BIG_INT_H_
#define FORA_RUNTIME_NUM_BIG_INT_H_

#include <gmp.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/num/fallible.h"

namespace fora::num {

// 1 GiB. GMP itself allows 2**37 bits.
inline constexpr uint64_t kBitsMax = uint64_t{1} << 33;

// Whether an int of so many bits may be made: no more than kBitsMax, and within the memory that is left.
bool HasRoom(uint64_t bits);

class BigInt {
 public:
  BigInt() { mpz_init(z_); }
  BigInt(int64_t value) { mpz_init_set_si(z_, value); }
  BigInt(const BigInt& other) { mpz_init_set(z_, other.z_); }
  BigInt(BigInt&& other) noexcept : BigInt() { mpz_swap(z_, other.z_); }
  BigInt& operator=(const BigInt& other) {
    mpz_set(z_, other.z_);
    return *this;
  }
  BigInt& operator=(BigInt&& other) noexcept {
    mpz_swap(z_, other.z_);
    return *this;
  }
  ~BigInt() { mpz_clear(z_); }

  static BigInt FromUint64(uint64_t value);
  static BigInt FromInt128(__int128 value);

  // Rounded towards zero. REQUIRES: value is finite
  static BigInt FromDouble(double value);

  // The integer written as an optional '-' and digits of the radix, and nothing else; no limit on their
  // number. REQUIRES: 2 <= radix <= 36
  static std::optional<BigInt> Parse(std::string_view digits, int radix = 10);

  // The inverse: lower-case digits, no prefix. REQUIRES: 2 <= radix <= 36. Cost: superlinear for radix 10.
  std::string ToString(int radix = 10) const;

  bool FitsInt64() const { return mpz_fits_slong_p(z_) != 0; }
  // REQUIRES: FitsInt64()
  int64_t ToInt64() const { return mpz_get_si(z_); }
  // The nearest of the int64s, for arguments that saturate.
  int64_t ClampToInt64() const;

  int Sign() const { return mpz_sgn(z_); }
  bool IsZero() const { return mpz_sgn(z_) == 0; }
  bool IsOdd() const { return mpz_odd_p(z_) != 0; }
  bool IsNegative() const { return mpz_sgn(z_) < 0; }

  // Of the magnitude: int.bit_length and int.bit_count.
  uint64_t BitLength() const { return IsZero() ? 0 : mpz_sizeinbase(z_, 2); }
  uint64_t BitCount() const;

  friend bool operator==(const BigInt& a, const BigInt& b) { return mpz_cmp(a.z_, b.z_) == 0; }
  friend std::strong_ordering operator<=>(const BigInt& a, const BigInt& b) {
    return mpz_cmp(a.z_, b.z_) <=> 0;
  }

  // The number itself, for code that calls GMP.
  mpz_srcptr get() const { return z_; }
  mpz_ptr get() { return z_; }

 private:
  static_assert(sizeof(long) == sizeof(int64_t), "GMP's `si` functions take int64_t");
  mpz_t z_;
};

// ---- Arithmetic that can't fail ----

BigInt operator+(const BigInt& a, const BigInt& b);
BigInt operator-(const BigInt& a, const BigInt& b);
BigInt operator-(const BigInt& a);
BigInt Abs(const BigInt& a);

// As on two's complement with infinitely many sign bits.
BigInt operator&(const BigInt& a, const BigInt& b);
BigInt operator|(const BigInt& a, const BigInt& b);
BigInt operator^(const BigInt& a, const BigInt& b);
BigInt operator~(const BigInt& a);

// ---- Arithmetic that can ----

// a * b. Errors: kMemory.
Fallible<BigInt> Mul(const BigInt& a, const BigInt& b);

// a // b, a % b and divmod(a, b): the quotient rounds towards minus infinity. Errors: kZeroDivision.
struct Division {
  BigInt quotient;
  BigInt remainder;
};
Fallible<BigInt> FloorDiv(const BigInt& a, const BigInt& b);
Fallible<BigInt> FloorMod(const BigInt& a, const BigInt& b);
Fallible<Division> DivMod(const BigInt& a, const BigInt& b);

// a ** b. Errors: kMemory. REQUIRES: b >= 0; for a negative exponent see PowNegative in int_float.h.
Fallible<BigInt> Pow(const BigInt& a, const BigInt& b);

// pow(a, b, modulus). Errors: kValue if the modulus is 0, or b is negative and a has no inverse.
Fallible<BigInt> PowMod(const BigInt& a, const BigInt& b, const BigInt& modulus);

// a << count and a >> count. Errors: kValue if the count is negative; kOverflow or kMemory if the result is
// too big.
Fallible<BigInt> ShiftLeft(const BigInt& a, const BigInt& count);
Fallible<BigInt> ShiftRight(const BigInt& a, const BigInt& count);

// round(a, digits): to a multiple of 10 ** -digits, ties to even.
BigInt Round(const BigInt& a, const BigInt& digits);

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_BIG_INT_H_
