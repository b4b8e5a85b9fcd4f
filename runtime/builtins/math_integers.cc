// Functions of `math` that take and give ints.
#include <utility>

#include "runtime/builtins/for_each.h"
#include "runtime/builtins/functions.h"
#include "runtime/num/big_int.h"
#include "runtime/num/integer_functions.h"
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

}  // namespace

Result<Value> MathFactorial(Call& call) {
  FORA_TRY(BigInt n, TakeInt(call, call.args[0]));
  return om::AsValue(num::Factorial(n));
}

Result<Value> MathPerm(Call& call) {
  FORA_TRY(BigInt n, TakeInt(call, call.args[0]));
  if (call.args[1].is_unbound() || call.args[1].is_none()) return om::AsValue(num::Factorial(n));
  FORA_TRY(BigInt k, TakeInt(call, call.args[1]));
  return om::AsValue(num::Perm(n, k));
}

Result<Value> MathComb(Call& call) {
  FORA_TRY(BigInt n, TakeInt(call, call.args[0]));
  FORA_TRY(BigInt k, TakeInt(call, call.args[1]));
  return om::AsValue(num::Comb(n, k));
}

Result<Value> MathGcd(Call& call) {
  BigInt result(0);
  for (const Value& v : call.args) {
    FORA_TRY(BigInt next, TakeInt(call, v));
    result = num::Gcd(result, next);
  }
  return om::FromBigInt(std::move(result));
}

Result<Value> MathLcm(Call& call) {
  BigInt result(1);
  for (const Value& v : call.args) {
    FORA_TRY(BigInt next, TakeInt(call, v));
    num::Fallible<BigInt> multiple = num::Lcm(result, next);
    if (!multiple.ok()) return om::RaiseFrom(multiple.error());
    result = std::move(*multiple);
  }
  return om::FromBigInt(std::move(result));
}

Result<Value> MathIsqrt(Call& call) {
  FORA_TRY(BigInt n, TakeInt(call, call.args[0]));
  return om::AsValue(num::Isqrt(n));
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
