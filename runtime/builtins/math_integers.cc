// Functions of `math` that take and give ints.
#include <cmath>

#include "runtime/builtins/for_each.h"
#include "runtime/builtins/functions.h"
#include "runtime/num/big_int.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/errors.h"

namespace fora::builtins {

namespace om = object_model;
using num::BigInt;

namespace {

Result<BigInt> TakeInt(Call& call, const Value& v) {
  FORA_TRY(Value index, om::Index(call.evaluator, v));
  return om::ToBigInt(index);
}

// n! without its tail: what comb, perm and factorial may take. The bound on the result's size comes first, since GMP
// aborts when memory runs out.
bool TooBig(double bits) { return bits > static_cast<double>(num::kBitsMax); }
double Log2Factorial(double n) { return std::lgamma(n + 1) / std::log(2.0); }

Result<Value> Factorial(const BigInt& n) {
  if (n.IsNegative()) return om::ValueError("factorial() not defined for negative values");
  if (!n.FitsInt64())
    return om::OverflowError("factorial() argument should not exceed 9223372036854775807");
  if (TooBig(Log2Factorial(static_cast<double>(n.ToInt64())))) return om::MemoryError();
  BigInt result;
  mpz_fac_ui(result.get(), static_cast<unsigned long>(n.ToInt64()));
  return om::FromBigInt(std::move(result));
}

// n * (n-1) * ... : count factors, each half of them on its own so that operands stay of equal size.
BigInt FallingProduct(const BigInt& n, uint64_t first, uint64_t count) {
  if (count == 0) return BigInt(1);
  if (count == 1) return n - BigInt::FromUint64(first);
  BigInt low = FallingProduct(n, first, count / 2);
  BigInt high = FallingProduct(n, first + count / 2, count - count / 2);
  mpz_mul(low.get(), low.get(), high.get());
  return low;
}

Result<Value> Permutations(const BigInt& n, const BigInt& k) {
  if (n.IsNegative()) return om::ValueError("n must be a non-negative integer");
  if (k.IsNegative()) return om::ValueError("k must be a non-negative integer");
  if (n < k) return Value::Int(0);
  if (!k.FitsInt64()) return om::OverflowError("k must not exceed 9223372036854775807");
  if (TooBig(static_cast<double>(k.ToInt64()) * static_cast<double>(n.BitLength()))) return om::MemoryError();
  return om::FromBigInt(FallingProduct(n, 0, static_cast<uint64_t>(k.ToInt64())));
}

Result<Value> Combinations(const BigInt& n, BigInt k) {
  if (n.IsNegative()) return om::ValueError("n must be a non-negative integer");
  if (k.IsNegative()) return om::ValueError("k must be a non-negative integer");
  if (n < k) return Value::Int(0);
  BigInt rest = n - k;
  if (rest < k) k = std::move(rest);
  if (!k.FitsInt64()) return om::OverflowError("min(n - k, k) must not exceed 9223372036854775807");
  if (TooBig(static_cast<double>(k.ToInt64()) * static_cast<double>(n.BitLength()))) return om::MemoryError();
  BigInt result;
  mpz_bin_ui(result.get(), n.get(), static_cast<unsigned long>(k.ToInt64()));
  return om::FromBigInt(std::move(result));
}

template <class Combine>
Result<Value> Accumulate(Call& call, BigInt start, Combine combine) {
  for (const Value& v : call.args) {
    FORA_TRY(BigInt next, TakeInt(call, v));
    combine(start.get(), start.get(), next.get());
  }
  return om::FromBigInt(num::Abs(start));
}

}  // namespace

Result<Value> MathFactorial(Call& call) {
  FORA_TRY(BigInt n, TakeInt(call, call.args[0]));
  return Factorial(n);
}

Result<Value> MathPerm(Call& call) {
  FORA_TRY(BigInt n, TakeInt(call, call.args[0]));
  if (call.args[1].is_unbound() || call.args[1].is_none()) return Factorial(n);
  FORA_TRY(BigInt k, TakeInt(call, call.args[1]));
  return Permutations(n, k);
}

Result<Value> MathComb(Call& call) {
  FORA_TRY(BigInt n, TakeInt(call, call.args[0]));
  FORA_TRY(BigInt k, TakeInt(call, call.args[1]));
  return Combinations(n, std::move(k));
}

Result<Value> MathGcd(Call& call) { return Accumulate(call, BigInt(0), mpz_gcd); }
Result<Value> MathLcm(Call& call) { return Accumulate(call, BigInt(1), mpz_lcm); }

Result<Value> MathIsqrt(Call& call) {
  FORA_TRY(BigInt n, TakeInt(call, call.args[0]));
  if (n.IsNegative()) return om::ValueError("isqrt() argument must be nonnegative");
  mpz_sqrt(n.get(), n.get());
  return om::FromBigInt(std::move(n));
}

Result<Value> MathProd(Call& call) {
  Value product = call.args[1].is_unbound() ? Value::Int(1) : std::move(call.args[1]);
  FORA_TRY_VOID(ForEach(call.evaluator, call.args[0], [&](Value item) -> Result<Flow> {
    FORA_TRY(product, om::Binary(call.evaluator, BinaryOp::kMul, product, item));
    return Flow::kContinue;
  }));
  return product;
}

}  // namespace fora::builtins
