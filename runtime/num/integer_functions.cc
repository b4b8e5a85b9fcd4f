#include "runtime/num/integer_functions.h"

#include <cmath>
#include <utility>

#include "runtime/num/int_float.h"

namespace fora::num {
namespace {

Error ValueError(const char* message) { return {ErrorKind::kValue, message}; }
Error Overflow(const char* message) { return {ErrorKind::kOverflow, message}; }
Error OutOfMemory() { return {ErrorKind::kMemory, ""}; }

// About log2(n * (n - 1) * ... * (n - k + 1) / divisor!), to refuse results that are far too big. n may be
// beyond the floats.
double FallingFactorialBits(const BigInt& n, double k, double divisor) {
  Fallible<double> top = ToDouble(n);
  double bits;
  if (top.ok() && *top < 0x1p52) {
    bits = (std::lgamma(*top + 1) - std::lgamma(*top - k + 1)) / std::log(2.0);
  } else {
    // k is far below n, or the result is too big either way.
    bits = k * (static_cast<double>(n.BitLength()) - 2);
  }
  return bits - std::lgamma(divisor + 1) / std::log(2.0);
}

bool TooBig(double bits) {
  return bits > static_cast<double>(kBitsMax) || !HasRoom(static_cast<uint64_t>(std::max(bits, 0.0)));
}

// (n - first) * (n - first - 1) * ..., `count` factors: halves on their own, so that the operands of products
// have equal sizes.
BigInt FallingProduct(const BigInt& n, uint64_t first, uint64_t count) {
  if (count == 0) return BigInt(1);
  if (count == 1) return n - BigInt::FromUint64(first);
  BigInt upper = FallingProduct(n, first, count / 2);
  BigInt lower = FallingProduct(n, first + count / 2, count - count / 2);
  mpz_mul(upper.get(), upper.get(), lower.get());
  return upper;
}

}  // namespace

BigInt Gcd(const BigInt& a, const BigInt& b) {
  BigInt result;
  mpz_gcd(result.get(), a.get(), b.get());
  return result;
}

Fallible<BigInt> Lcm(const BigInt& a, const BigInt& b) {
  if (!HasRoom(a.BitLength() + b.BitLength())) return OutOfMemory();
  BigInt result;
  mpz_lcm(result.get(), a.get(), b.get());
  return result;
}

Fallible<BigInt> Isqrt(const BigInt& n) {
  if (n.IsNegative()) return ValueError("isqrt() argument must be nonnegative");
  BigInt result;
  mpz_sqrt(result.get(), n.get());
  return result;
}

Fallible<BigInt> Factorial(const BigInt& n) {
  if (n.IsNegative()) return ValueError("factorial() not defined for negative values");
  if (!n.FitsInt64()) return Overflow("factorial() argument should not exceed 9223372036854775807");
  if (TooBig(std::lgamma(static_cast<double>(n.ToInt64()) + 1) / std::log(2.0))) return OutOfMemory();
  BigInt result;
  mpz_fac_ui(result.get(), n.ToInt64());
  return result;
}

Fallible<BigInt> Perm(const BigInt& n, const BigInt& k) {
  if (n.IsNegative()) return ValueError("n must be a non-negative integer");
  if (k.IsNegative()) return ValueError("k must be a non-negative integer");
  if (n < k) return BigInt(0);
  if (!k.FitsInt64()) return Overflow("k must not exceed 9223372036854775807");
  if (TooBig(FallingFactorialBits(n, static_cast<double>(k.ToInt64()), 0))) return OutOfMemory();
  return FallingProduct(n, 0, k.ToInt64());
}

Fallible<BigInt> Comb(const BigInt& n, const BigInt& k) {
  if (n.IsNegative()) return ValueError("n must be a non-negative integer");
  if (k.IsNegative()) return ValueError("k must be a non-negative integer");
  if (n < k) return BigInt(0);
  BigInt rest = n - k;
  const BigInt& smaller = rest < k ? rest : k;
  if (!smaller.FitsInt64()) return Overflow("min(n - k, k) must not exceed 9223372036854775807");
  double count = static_cast<double>(smaller.ToInt64());
  if (TooBig(FallingFactorialBits(n, count, count))) return OutOfMemory();
  BigInt result;
  mpz_bin_ui(result.get(), n.get(), smaller.ToInt64());
  return result;
}

Fallible<double> LogOfInt(double (*function)(double), const BigInt& n) {
  if (n.Sign() <= 0) return ValueError("math domain error");
  Fallible<double> x = ToDouble(n);
  if (x.ok()) return function(*x);
  // Beyond the floats: log(f * 2**e) = log(f) + log(2) * e.
  Frexp parts = FrexpOf(n);
  return function(parts.fraction) + function(2.0) * static_cast<double>(parts.exponent);
}

}  // namespace fora::num
