#include "runtime/num/gamma.h"

#include <cmath>
#include <iterator>
#include <limits>

namespace fora::num {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kPi = 3.141592653589793238462643383279502884197;

Error DomainError() { return {ErrorKind::kValue, "math domain error"}; }
Error RangeError() { return {ErrorKind::kOverflow, "math range error"}; }

// C. Lanczos, "A Precision Approximation of the Gamma Function" (1964), with the 13-term rational form and
// constants of the Boost library's lanczos13m53, which CPython uses too.

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
constexpr double kLanczosDenominator[] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                          45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                          1925.0,     66.0,       1.0};
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

// (n - 1)! for n = 1, 2, ...: all that are exact floats.
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

}  // namespace

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

}  // namespace fora::num
