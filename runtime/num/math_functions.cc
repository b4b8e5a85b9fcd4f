#include "runtime/num/math_functions.h"

#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>
#include <utility>

#include "runtime/num/gamma.h"

namespace fora::num {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kPi = 3.141592653589793238462643383279502884197;

Error DomainError() { return {ErrorKind::kValue, "math domain error"}; }
Error RangeError() { return {ErrorKind::kOverflow, "math range error"}; }

// What CPython makes of a C function's result.
Fallible<double> Checked(double (*function)(double), double x, bool can_overflow) {
  const double result = function(x);
  if (!MathResultIsError(x, result)) return result;
  return std::isinf(result) && can_overflow ? RangeError() : DomainError();
}

double Log1p(double x) { return x == 0.0 ? x : std::log1p(x); }  // keeps the sign of zero

Fallible<double> Degrees(double x) { return x * (180.0 / kPi); }
Fallible<double> Radians(double x) { return x * (kPi / 180.0); }

Fallible<double> Logarithm(double (*function)(double), double x) {
  if (std::isnan(x) || x == kInf) return x;
  if (x <= 0.0) return DomainError();
  return function(x);
}
Fallible<double> Log(double x) { return Logarithm(std::log, x); }
Fallible<double> Log2(double x) { return Logarithm(std::log2, x); }
Fallible<double> Log10(double x) { return Logarithm(std::log10, x); }

Fallible<double> Ulp(double x) {
  if (std::isnan(x)) return x;
  x = std::fabs(x);
  if (std::isinf(x)) return x;
  const double above = std::nextafter(x, kInf);
  return std::isinf(above) ? x - std::nextafter(x, -kInf) : above - x;
}

// ---- two arguments ----

Fallible<double> Atan2(double y, double x) { return std::atan2(y, x); }
Fallible<double> CopySign(double x, double y) { return std::copysign(x, y); }
Fallible<double> NextAfter(double x, double y) { return std::nextafter(x, y); }

Fallible<double> FMod(double x, double y) {
  if (std::isinf(y) && std::isfinite(x)) return x;
  const double result = std::fmod(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return DomainError();
  return result;
}

Fallible<double> MathPow(double x, double y) {
  const double result = std::pow(x, y);
  if (!std::isfinite(x) || !std::isfinite(y) || std::isfinite(result)) return result;  // as C99, Annex F
  if (std::isnan(result) || x == 0.0) return DomainError();
  return RangeError();
}

Fallible<double> Remainder(double x, double y) {
  if (std::isnan(x)) return x;
  if (std::isnan(y)) return y;
  if (std::isinf(x) || y == 0.0) return DomainError();
  if (std::isinf(y)) return x;
  const double result = std::remainder(x, y);
  return result == 0.0 ? std::copysign(result, x) : result;  // glibc 2.36 loses the sign for subnormal y
}

// ---- the table ----

struct Row {
  std::string_view name;
  double (*plain)(double);  // checked by its result
  bool can_overflow;
  Fallible<double> (*unary)(double);
  Fallible<double> (*binary)(double, double);
};

constexpr Row kRows[] = {
#define FORA_MATH_UNARY(name, function, can_overflow) {#name, function, can_overflow, nullptr, nullptr},
#define FORA_MATH_UNARY_OWN(name, function) {#name, nullptr, false, function, nullptr},
#define FORA_MATH_BINARY(name, function) {#name, nullptr, false, nullptr, function},
#include "runtime/num/math_functions.def"
#undef FORA_MATH_UNARY
#undef FORA_MATH_UNARY_OWN
#undef FORA_MATH_BINARY
};

}  // namespace

int FindMathFunction(std::string_view name) {
  for (size_t row = 0; row < std::size(kRows); ++row) {
    if (kRows[row].name == name) return static_cast<int>(row);
  }
  return -1;
}

std::string_view MathFunctionName(int row) { return kRows[row].name; }
bool IsMathUnary(int row) { return kRows[row].binary == nullptr; }

Fallible<double> CallMathUnary(int row, double x) {
  const Row& r = kRows[row];
  return r.plain != nullptr ? Checked(r.plain, x, r.can_overflow) : r.unary(x);
}

Fallible<double> CallMathBinary(int row, double x, double y) { return kRows[row].binary(x, y); }

// ---- many numbers ----

Fallible<double> Fsum(const std::vector<double>& values) {
  std::vector<double> partials;  // not overlapping, growing in magnitude: their exact sum is the sum so far
  double special = 0.0, infinities = 0.0;
  for (double x : values) {
    const double given = x;
    size_t kept = 0;
    for (double y : partials) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      const double high = x + y;
      const double low = y - (high - x);
      if (low != 0.0) partials[kept++] = low;
      x = high;
    }
    partials.resize(kept);
    if (x == 0.0) continue;
    if (std::isfinite(x)) {
      partials.push_back(x);
      continue;
    }
    if (std::isfinite(given)) return Error{ErrorKind::kOverflow, "intermediate overflow in fsum"};
    if (std::isinf(given)) infinities += given;
    special += given;
    partials.clear();
  }
  if (special != 0.0 || std::isnan(special)) {
    if (std::isnan(infinities)) return Error{ErrorKind::kValue, "-inf + inf in fsum"};
    return special;
  }
  if (partials.empty()) return 0.0;
  size_t n = partials.size();
  double high = partials[--n], low = 0.0;
  while (n > 0) {
    const double x = high, y = partials[--n];
    high = x + y;
    low = y - (high - x);
    if (low != 0.0) break;
  }
  // Half-way cases: what is left decides the direction of the rounding.
  if (n > 0 && ((low < 0.0 && partials[n - 1] < 0.0) || (low > 0.0 && partials[n - 1] > 0.0))) {
    const double y = low * 2.0;
    const double x = high + y;
    if (y == x - high) high = x;
  }
  return high;
}

double Hypot(std::vector<double> coordinates) {
  double largest = 0.0;
  bool found_nan = false;
  for (double& x : coordinates) {
    x = std::fabs(x);
    found_nan = found_nan || std::isnan(x);
    if (x > largest) largest = x;
  }
  if (std::isinf(largest)) return largest;
  if (found_nan) return std::numeric_limits<double>::quiet_NaN();
  if (largest == 0.0 || coordinates.size() <= 1) return largest;
  int exponent;
  std::frexp(largest, &exponent);
  if (exponent < -1023) {
    // The scale would overflow: divide by the largest instead, and sum with Kahan's compensation.
    double sum = 1.0, low = 0.0;
    for (double x : coordinates) {
      x /= largest;
      const double square = x * x;
      const double next = sum + square;
      low += (sum - next) + square;
      sum = next;
    }
    return largest * std::sqrt(sum - 1.0 + low);
  }
  const double scale = std::ldexp(1.0, -exponent);
  double sum = 1.0, low_products = 0.0, low_sums = 0.0;
  // sum + x * y, its rounding errors kept.
  const auto add_product = [&](double x, double y) {
    const double product = x * y;
    low_products += std::fma(x, y, -product);
    const double next = sum + product;
    low_sums += product - (next - sum);
    sum = next;
  };
  for (double x : coordinates) add_product(x * scale, x * scale);
  double h = std::sqrt(sum - 1.0 + (low_products + low_sums));
  add_product(-h, h);
  h += (sum - 1.0 + (low_products + low_sums)) / (2.0 * h);
  return h / scale;
}

}  // namespace fora::num
