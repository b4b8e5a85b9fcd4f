// The module `math`, but for the functions of ints (math_integers.cc).
#include <algorithm>
#include <cmath>

#include "runtime/builtins/builtins.h"
#include "runtime/builtins/for_each.h"
#include "runtime/builtins/functions.h"
#include "runtime/num/int_float.h"
#include "runtime/num/integer_functions.h"
#include "runtime/num/math_functions.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"

namespace fora::builtins {

namespace om = object_model;

namespace {

Result<double> Real(Call& call, const Value& v) {
  FORA_TRY(Value x, ToFloat(call.evaluator, v, "must be real number, not ", ""));
  return x.as_float();
}

}  // namespace

Result<Value> MathUnary(Call& call) {
  FORA_TRY(double x, Real(call, call.args[0]));
  return om::AsValue(num::CallMathUnary(Info(call.index).math_row, x));
}

Result<Value> MathBinary(Call& call) {
  FORA_TRY(double x, Real(call, call.args[0]));
  FORA_TRY(double y, Real(call, call.args[1]));
  return om::AsValue(num::CallMathBinary(Info(call.index).math_row, x, y));
}

// ---- floats to ints ----

namespace {

using ToInt = num::Fallible<num::BigInt> (*)(double);

// floor and ceil: an instance's own method, or of its float.
Result<Value> RoundTo(Call& call, const char* method, ToInt to_int) {
  const Value& x = call.args[0];
  if (om::IsInt(x)) return om::Unary(call.evaluator, UnaryOp::kPos, x);
  if (!x.Is(Tag::kFloat)) {
    if (auto special = om::CallSpecial(call.evaluator, x, method, {})) return std::move(*special);
  }
  FORA_TRY(double real, Real(call, x));
  return om::AsValue(to_int(real));
}

}  // namespace

Result<Value> MathFloor(Call& call) { return RoundTo(call, "__floor__", num::FloorToInt); }
Result<Value> MathCeil(Call& call) { return RoundTo(call, "__ceil__", num::CeilToInt); }

Result<Value> MathTrunc(Call& call) {
  const Value& x = call.args[0];
  if (om::IsInt(x) || x.Is(Tag::kFloat)) return RoundTo(call, "__trunc__", num::TruncToInt);
  if (auto special = om::CallSpecial(call.evaluator, x, "__trunc__", {})) return std::move(*special);
  return om::TypeError("type " + om::TypeName(x) + " doesn't define __trunc__ method");
}

// ---- parts of floats ----

Result<Value> MathFrexp(Call& call) {
  FORA_TRY(double x, Real(call, call.args[0]));
  int exponent = 0;
  double fraction = std::isfinite(x) ? std::frexp(x, &exponent) : x;
  return MakeTuple({Value::Float(fraction), Value::Int(exponent)});
}

Result<Value> MathModf(Call& call) {
  FORA_TRY(double x, Real(call, call.args[0]));
  double whole;
  double fraction = std::modf(x, &whole);
  return MakeTuple({Value::Float(fraction), Value::Float(whole)});
}

Result<Value> MathLdexp(Call& call) {
  FORA_TRY(double x, Real(call, call.args[0]));
  if (!om::IsInt(call.args[1])) return om::TypeError("Expected an int as second argument to ldexp.");
  // Beyond this, the result is what it is at the bound.
  constexpr int64_t kExponentMax = 10000;
  int64_t exponent = std::clamp(om::ToBigInt(call.args[1]).ClampToInt64(), -kExponentMax, kExponentMax);
  double result = std::ldexp(x, static_cast<int>(exponent));
  if (std::isinf(result) && std::isfinite(x)) return om::OverflowError("math range error");
  return Value::Float(result);
}

Result<Value> MathIsFinite(Call& call) {
  FORA_TRY(double x, Real(call, call.args[0]));
  return Value::Bool(std::isfinite(x));
}

Result<Value> MathIsInf(Call& call) {
  FORA_TRY(double x, Real(call, call.args[0]));
  return Value::Bool(std::isinf(x));
}

Result<Value> MathIsNan(Call& call) {
  FORA_TRY(double x, Real(call, call.args[0]));
  return Value::Bool(std::isnan(x));
}

Result<Value> MathIsClose(Call& call) {
  double relative = 1e-9, absolute = 0;
  FORA_TRY(double a, Real(call, call.args[0]));
  FORA_TRY(double b, Real(call, call.args[1]));
  if (!call.args[2].is_unbound()) {
    FORA_TRY(relative, Real(call, call.args[2]));
  }
  if (!call.args[3].is_unbound()) {
    FORA_TRY(absolute, Real(call, call.args[3]));
  }
  if (relative < 0 || absolute < 0) return om::ValueError("tolerances must be non-negative");
  if (a == b) return Value::Bool(true);
  if (std::isinf(a) || std::isinf(b)) return Value::Bool(false);
  double difference = std::fabs(b - a);
  return Value::Bool(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) ||
                     difference <= absolute);
}

// ---- logarithms: of ints of any size ----

namespace {

Result<Value> Logarithm(Call& call, const Value& v, const char* name, double (*function)(double)) {
  if (om::IsInt(v)) return om::AsValue(num::LogOfInt(function, om::ToBigInt(v)));
  FORA_TRY(double x, Real(call, v));
  return om::AsValue(num::CallMathUnary(num::FindMathFunction(name), x));
}

}  // namespace

Result<Value> MathLog2(Call& call) { return Logarithm(call, call.args[0], "log2", ::log2); }
Result<Value> MathLog10(Call& call) { return Logarithm(call, call.args[0], "log10", ::log10); }

Result<Value> MathLog(Call& call) {
  if (!call.keywords.empty()) return om::TypeError("log() takes no keyword arguments");
  if (call.args.empty() || call.args.size() > 2) return om::TypeError("math.log requires 1 to 2 arguments");
  FORA_TRY(Value of_x, Logarithm(call, call.args[0], "log", ::log));
  if (call.args.size() == 1) return of_x;
  FORA_TRY(Value of_base, Logarithm(call, call.args[1], "log", ::log));
  return om::Binary(call.evaluator, BinaryOp::kTrueDiv, of_x, of_base);
}

// ---- many numbers ----

Result<Value> MathFsum(Call& call) {
  std::vector<double> values;
  FORA_TRY_VOID(ForEach(call.evaluator, call.args[0], [&](Value item) -> Result<Flow> {
    FORA_TRY(double x, Real(call, item));
    values.push_back(x);
    return Flow::kContinue;
  }));
  return om::AsValue(num::Fsum(values));
}

Result<Value> MathHypot(Call& call) {
  std::vector<double> coordinates;
  for (const Value& v : call.args) {
    FORA_TRY(double x, Real(call, v));
    coordinates.push_back(x);
  }
  return Value::Float(num::Hypot(coordinates));
}

Result<Value> MathDist(Call& call) {
  std::vector<Value> points[2];
  for (int i : {0, 1}) {
    FORA_TRY(points[i], om::Items(call.evaluator, call.args[i]));
  }
  if (points[0].size() != points[1].size())
    return om::ValueError("both points must have the same number of dimensions");
  std::vector<double> differences;
  for (size_t i = 0; i < points[0].size(); ++i) {
    FORA_TRY(double p, Real(call, points[0][i]));
    FORA_TRY(double q, Real(call, points[1][i]));
    differences.push_back(std::fabs(p - q));
  }
  return Value::Float(num::Hypot(differences));
}

}  // namespace fora::builtins
