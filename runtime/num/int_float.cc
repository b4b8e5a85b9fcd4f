#include "runtime/num/int_float.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "runtime/num/float_ops.h"
#include "runtime/num/int64.h"

namespace fora::num {
namespace {

constexpr int kMantissaBits = std::numeric_limits<double>::digits;
constexpr int64_t kExponentMin = -1074;  // of the last bit of a subnormal

Error TooLargeForFloat() { return {ErrorKind::kOverflow, "int too large to convert to float"}; }
Error QuotientTooLarge() { return {ErrorKind::kOverflow, "integer division result too large for a float"}; }
Error DivisionByZero() { return {ErrorKind::kZeroDivision, "division by zero"}; }

// The leading 64 bits of |a|, and whether any bit below is set.
struct Leading {
  uint64_t bits;
  bool sticky;
  int64_t exponent;
};

// REQUIRES: a != 0
Leading LeadingBits(const BigInt& a) {
  int64_t exponent = static_cast<int64_t>(a.BitLength()) - 64;
  if (exponent <= 0) return {mpz_getlimbn(a.get(), 0), false, 0};
  size_t limb = exponent / 64;
  int shift = exponent % 64;
  uint64_t bits = mpz_getlimbn(a.get(), limb) >> shift;
  if (shift != 0) bits |= mpz_getlimbn(a.get(), limb + 1) << (64 - shift);
  return {bits, mpz_scan1(a.get(), 0) < static_cast<mp_bitcnt_t>(exponent), exponent};
}

std::optional<Error> NotFinite(double x, const char* target) {
  if (std::isnan(x)) return Error{ErrorKind::kValue, std::string("cannot convert float NaN to ") + target};
  if (std::isinf(x))
    return Error{ErrorKind::kOverflow, std::string("cannot convert float infinity to ") + target};
  return std::nullopt;
}

}  // namespace

// ---- int to float ----

double RoundScaled(uint64_t q, bool sticky, int64_t exponent) {
  int64_t dropped = std::max<int64_t>(64 - std::countl_zero(q) - kMantissaBits, kExponentMin - exponent);
  if (dropped > 64) return 0.0;
  if (dropped > 0) {
    unsigned __int128 wide = q;  // so that all 64 bits may go
    uint64_t kept = static_cast<uint64_t>(wide >> dropped);
    unsigned __int128 rest = wide & (((unsigned __int128)1 << dropped) - 1);
    unsigned __int128 half = (unsigned __int128)1 << (dropped - 1);
    bool up = rest > half || (rest == half && (sticky || (kept & 1) != 0));
    q = kept + up;
    exponent += dropped;
  }
  // Now q fits the mantissa, and the scaling is exact or overflows.
  return std::ldexp(static_cast<double>(q), static_cast<int>(std::clamp<int64_t>(exponent, -5000, 5000)));
}

Fallible<double> ToDouble(const BigInt& a) {
  if (a.IsZero()) return 0.0;
  Leading leading = LeadingBits(a);
  double magnitude = RoundScaled(leading.bits, leading.sticky, leading.exponent);
  if (std::isinf(magnitude)) return TooLargeForFloat();
  return a.IsNegative() ? -magnitude : magnitude;
}

Frexp FrexpOf(const BigInt& a) {
  if (a.IsZero()) return {0.0, 0};
  Leading leading = LeadingBits(a);
  int exponent;
  double fraction = std::frexp(RoundScaled(leading.bits, leading.sticky, 0), &exponent);
  return {a.IsNegative() ? -fraction : fraction, exponent + leading.exponent};
}

Fallible<double> TrueDiv(const BigInt& a, const BigInt& b) {
  if (b.IsZero()) return DivisionByZero();
  bool negative = a.IsNegative() != b.IsNegative();
  double zero = negative ? -0.0 : 0.0;
  if (a.IsZero()) return zero;
  int64_t excess = static_cast<int64_t>(a.BitLength()) - static_cast<int64_t>(b.BitLength());
  if (excess > 1024) return QuotientTooLarge();
  if (excess < kExponentMin - 1) return zero;
  // |a| * 2**shift / |b| has 63 or 64 bits.
  int64_t shift = 63 - excess;
  BigInt dividend = Abs(a);
  BigInt divisor = Abs(b);
  BigInt& scaled = shift >= 0 ? dividend : divisor;
  mpz_mul_2exp(scaled.get(), scaled.get(), std::abs(shift));
  BigInt quotient, remainder;
  mpz_tdiv_qr(quotient.get(), remainder.get(), dividend.get(), divisor.get());
  double magnitude = RoundScaled(mpz_get_ui(quotient.get()), !remainder.IsZero(), -shift);
  if (std::isinf(magnitude)) return QuotientTooLarge();
  return negative ? -magnitude : magnitude;
}

Fallible<double> TrueDiv(int64_t a, int64_t b) {
  if (b == 0) return DivisionByZero();
  uint64_t dividend = Magnitude(a);
  uint64_t divisor = Magnitude(b);
  constexpr uint64_t kExact = uint64_t{1} << kMantissaBits;
  if (dividend <= kExact && divisor <= kExact) return static_cast<double>(a) / static_cast<double>(b);
  bool negative = (a < 0) != (b < 0);
  if (a == 0) return negative ? -0.0 : 0.0;
  int shift = 63 - (std::countl_zero(divisor) - std::countl_zero(dividend));
  unsigned __int128 scaled = static_cast<unsigned __int128>(dividend) << shift;
  double magnitude = RoundScaled(static_cast<uint64_t>(scaled / divisor), scaled % divisor != 0, -shift);
  return negative ? -magnitude : magnitude;
}

Fallible<double> PowNegative(const BigInt& a, const BigInt& b) {
  Fallible<double> base = ToDouble(a);
  if (!base.ok()) return base;
  Fallible<double> exponent = ToDouble(b);
  if (!exponent.ok()) return exponent;
  return FloatPow(*base, *exponent);
}

std::partial_ordering Compare(const BigInt& a, double b) {
  if (std::isnan(b)) return std::partial_ordering::unordered;
  return mpz_cmp_d(a.get(), b) <=> 0;
}

// ---- float to int ----

Fallible<BigInt> TruncToInt(double x) {
  if (auto error = NotFinite(x, "integer")) return *std::move(error);
  return BigInt::FromDouble(x);
}

Fallible<BigInt> FloorToInt(double x) { return TruncToInt(std::floor(x)); }

Fallible<BigInt> CeilToInt(double x) { return TruncToInt(std::ceil(x)); }

Fallible<BigInt> RoundToInt(double x) { return TruncToInt(std::nearbyint(x)); }

Fallible<Ratio> AsIntegerRatio(double x) {
  if (std::isnan(x)) return Error{ErrorKind::kValue, "cannot convert NaN to integer ratio"};
  if (std::isinf(x)) return Error{ErrorKind::kOverflow, "cannot convert Infinity to integer ratio"};
  int exponent;
  // 53 bits always make the fraction whole.
  Ratio ratio{BigInt::FromDouble(std::ldexp(std::frexp(x, &exponent), kMantissaBits)), BigInt(1)};
  exponent -= kMantissaBits;
  if (exponent >= 0) {
    mpz_mul_2exp(ratio.numerator.get(), ratio.numerator.get(), exponent);
    return ratio;
  }
  int64_t common = ratio.numerator.IsZero() ? -exponent : mpz_scan1(ratio.numerator.get(), 0);
  common = std::min<int64_t>(common, -exponent);
  mpz_tdiv_q_2exp(ratio.numerator.get(), ratio.numerator.get(), common);
  mpz_mul_2exp(ratio.denominator.get(), ratio.denominator.get(), -exponent - common);
  return ratio;
}

}  // namespace fora::num
