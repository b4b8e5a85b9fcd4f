#include "runtime/num/math_functions.h"

#include <cfloat>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>

namespace fora::num {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kPi = 3.141592653589793238462643383279502884197;

Error DomainError() { return {ErrorKind::kValue, "math domain error"}; }
Error RangeError() { return {ErrorKind::kOverflow, "math range error"}; }

// What CPython makes of a C function's result.
Fallible<double> Checked(double (*function)(double), double x, bool can_overflow) {
  const double result = function(x);
  if (std::isnan(result) && !std::isnan(x)) return DomainError();
  if (std::isinf(result) && std::isfinite(x)) return can_overflow ? RangeError() : DomainError();
  return result;
}

double Log1p(double x) { return x == 0.0 ? x : std::log1p(x); }   // keeps the sign of zero

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

// ---- gamma ----
// C. Lanczos, "A Precision Approximation of the Gamma Function" (1964), with the 13-term rational form and constants of
// the Boost library's lanczos13m53, which CPython uses too.

constexpr double kLanczosG = 6.024680040776729583740234375;
constexpr double kLanczosGMinusHalf = 5.524680040776729583740234375;
constexpr double kLanczosNumerator[] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
constexpr double kLanczosDenominator[] = {0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                          2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};
constexpr int kLanczosTerms = static_cast<int>(std::size(kLanczosNumerator));

double LanczosSum(double x) {
  double numerator = 0.0, denominator = 0.0;
  if (x < 5.0) {
    for (int i = kLanczosTerms; --i >= 0;) {
      numerator = numerator * x + kLanczosNumerator[i];
      denominator = denominator * x + kLanczosDenominator[i];
    }
  } else {
    // In 1/x, so that large x don't overflow.
    for (int i = 0; i < kLanczosTerms; ++i) {
      numerator = numerator / x + kLanczosNumerator[i];
      denominator = denominator / x + kLanczosDenominator[i];
    }
  }
  return numerator / denominator;
}

// sin(pi * x), accurate near integers.
double SinPi(double x) {
  const double y = std::fmod(std::fabs(x), 2.0);
  double result = 0.0;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: result = std::sin(kPi * y); break;
    case 1: result = std::cos(kPi * (y - 0.5)); break;
    case 2: result = std::sin(kPi * (1.0 - y)); break;
    case 3: result = -std::cos(kPi * (y - 1.5)); break;
    case 4: result = std::sin(kPi * (y - 2.0)); break;
  }
  return std::copysign(1.0, x) * result;
}

constexpr double kFactorials[] = {1.0,
                                  1.0,
                                  2.0,
                                  6.0,
                                  24.0,
                                  120.0,
                                  720.0,
                                  5040.0,
                                  40320.0,
                                  362880.0,
                                  3628800.0,
                                  39916800.0,
                                  479001600.0,
                                  6227020800.0,
                                  87178291200.0,
                                  1307674368000.0,
                                  20922789888000.0,
                                  355687428096000.0,
                                  6402373705728000.0,
                                  121645100408832000.0,
                                  2432902008176640000.0,
                                  51090942171709440000.0,
                                  1124000727777607680000.0};

Fallible<double> Gamma(double x) {
  if (std::isnan(x) || x == kInf) return x;
  if (x == -kInf || x == 0.0) return DomainError();
  if (x == std::floor(x)) {
    if (x < 0.0) return DomainError();
    if (x <= static_cast<double>(std::size(kFactorials))) return kFactorials[static_cast<int>(x) - 1];
  }
  const double absolute = std::fabs(x);
  if (absolute < 1e-20) {
    const double result = 1.0 / x;
    return std::isinf(result) ? Fallible<double>(RangeError()) : result;
  }
  if (absolute > 200.0) {
    return x < 0.0 ? Fallible<double>(0.0 / SinPi(x)) : Fallible<double>(RangeError());
  }
  const double y = absolute + kLanczosGMinusHalf;
  // The rounding error of y, corrected for to first order.
  double z;
  if (absolute > kLanczosGMinusHalf) {
    const double q = y - absolute;
    z = q - kLanczosGMinusHalf;
  } else {
    const double q = y - kLanczosGMinusHalf;
    z = q - absolute;
  }
  z = z * kLanczosG / y;
  double result;
  if (x < 0.0) {
    result = -kPi / SinPi(absolute) / absolute * std::exp(y) / LanczosSum(absolute);
    result -= z * result;
    if (absolute < 140.0) {
      result /= std::pow(y, absolute - 0.5);
    } else {
      const double root = std::pow(y, absolute / 2.0 - 0.25);
      result /= root;
      result /= root;
    }
  } else {
    result = LanczosSum(absolute) / std::exp(y);
    result += z * result;
    if (absolute < 140.0) {
      result *= std::pow(y, absolute - 0.5);
    } else {
      const double root = std::pow(y, absolute / 2.0 - 0.25);
      result *= root;
      result *= root;
    }
  }
  return std::isinf(result) ? Fallible<double>(RangeError()) : result;
}

Fallible<double> LogGamma(double x) {
  constexpr double kLogPi = 1.144729885849400174143427351353058711647;
  if (std::isnan(x)) return x;
  if (std::isinf(x)) return kInf;
  if (x == std::floor(x) && x <= 2.0) {
    return x <= 0.0 ? Fallible<double>(DomainError()) : 0.0;
  }
  const double absolute = std::fabs(x);
  if (absolute < 1e-20) return -std::log(absolute);
  double result = std::log(LanczosSum(absolute)) - kLanczosG;
  result += (absolute - 0.5) * (std::log(absolute + kLanczosG - 0.5) - 1.0);
  if (x < 0.0) result = kLogPi - std::log(std::fabs(SinPi(absolute))) - std::log(absolute) - result;
  return std::isinf(result) ? Fallible<double>(RangeError()) : result;
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
  if (!std::isfinite(x) || !std::isfinite(y) || std::isfinite(result)) return result;   // as C99, Annex F
  if (std::isnan(result) || x == 0.0) return DomainError();
  return RangeError();
}

Fallible<double> Remainder(double x, double y) {
  if (std::isnan(x)) return x;
  if (std::isnan(y)) return y;
  if (std::isinf(x) || y == 0.0) return DomainError();
  return std::isinf(y) ? x : std::remainder(x, y);
}

// ---- the table ----

struct Row {
  std::string_view name;
  double (*plain)(double);                          // checked by its result
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
  std::vector<double> partials;   // not overlapping, growing in magnitude: their exact sum is the sum so far
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
    // The scale would overflow.
    for (double& x : coordinates) x /= DBL_MIN;
    return DBL_MIN * Hypot(std::move(coordinates));
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
