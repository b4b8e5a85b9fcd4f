#include "runtime/num/float_ops.h"

#include <charconv>
#include <string>

#include "runtime/num/float_text.h"

namespace fora::num {
namespace {

Error ZeroDivision(const char* message) { return {ErrorKind::kZeroDivision, message}; }

// |x| to a multiple of 10**unit_digits, by its decimal digits. REQUIRES: x is finite, unit_digits > 0
double RoundedToPowerOfTen(double x, int64_t unit_digits) {
  char buffer[320];  // the largest float has 309 digits
  double whole = std::trunc(std::fabs(x));
  std::string digits(buffer,
                     std::to_chars(buffer, buffer + sizeof buffer, whole, std::chars_format::fixed, 0).ptr);
  if (static_cast<int64_t>(digits.size()) < unit_digits) return 0.0;
  std::string kept = digits.substr(0, digits.size() - unit_digits);
  std::string rest = digits.substr(kept.size());
  bool beyond = whole != std::fabs(x) || rest.find_first_not_of('0', 1) != std::string::npos;
  bool odd = !kept.empty() && ((kept.back() - '0') & 1) != 0;
  kept.insert(0, 1, '0');  // for a carry
  if (rest[0] > '5' || (rest[0] == '5' && (beyond || odd))) {
    size_t at = kept.size() - 1;
    for (; kept[at] == '9'; --at) kept[at] = '0';
    ++kept[at];
  }
  return DoubleFromDecimal(kept + 'e' + std::to_string(unit_digits));
}

// |x| to `digits` decimals. REQUIRES: x is finite, 0 <= digits <= 323
double RoundedToDecimals(double x, int64_t digits) {
  char buffer[320 + 330];
  char* end = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(x), std::chars_format::fixed,
                            static_cast<int>(digits))
                  .ptr;
  return DoubleFromDecimal({buffer, static_cast<size_t>(end - buffer)});
}

}  // namespace

Fallible<double> FloatTrueDiv(double a, double b) {
  if (b == 0) return ZeroDivision("float division by zero");
  return a / b;
}

FloatDivision FloatDivModUnchecked(double a, double b) {
  double remainder = std::fmod(a, b);
  double quotient = (a - remainder) / b;  // nearly whole
  if (remainder == 0) {
    remainder = std::copysign(0.0, b);
  } else if ((b < 0) != (remainder < 0)) {
    remainder += b;
    quotient -= 1.0;
  }
  if (quotient == 0) return {std::copysign(0.0, a / b), remainder};
  double whole = std::floor(quotient);
  return {quotient - whole > 0.5 ? whole + 1.0 : whole, remainder};
}

Fallible<double> FloatFloorDiv(double a, double b) {
  if (b == 0) return ZeroDivision("float floor division by zero");
  return FloatDivModUnchecked(a, b).quotient;
}

Fallible<double> FloatMod(double a, double b) {
  if (b == 0) return ZeroDivision("float modulo");
  return FloatDivModUnchecked(a, b).remainder;
}

Fallible<FloatDivision> FloatDivMod(double a, double b) {
  if (b == 0) return ZeroDivision("float divmod()");
  return FloatDivModUnchecked(a, b);
}

Fallible<double> FloatPow(double a, double b) {
  // All that C's pow does with NaN, infinities and zeros is Python's, too, but for these.
  if (a == 0 && b < 0 && std::isfinite(b)) return ZeroDivision("0.0 cannot be raised to a negative power");
  if (a < 0 && std::isfinite(a) && std::isfinite(b) && b != std::floor(b)) {
    return Error{ErrorKind::kComplexResult, "a negative number to a fractional power is a complex number"};
  }
  double power = std::pow(a, b);
  if (std::isinf(power) && std::isfinite(a) && std::isfinite(b)) {
    return Error{ErrorKind::kOverflow, "(34, 'Numerical result out of range')"};
  }
  return power;
}

Fallible<double> FloatRound(double x, int64_t digits) {
  // Beyond these a float has no digits, or is less than half of the unit.
  constexpr int64_t kDigitsMax = 323;
  constexpr int64_t kDigitsMin = -308;
  if (!std::isfinite(x) || x == 0 || digits > kDigitsMax) return x;
  if (digits < kDigitsMin) return std::copysign(0.0, x);
  double magnitude = digits > 0    ? RoundedToDecimals(x, digits)
                     : digits == 0 ? std::nearbyint(std::fabs(x))
                                   : RoundedToPowerOfTen(x, -digits);
  if (std::isinf(magnitude)) return Error{ErrorKind::kOverflow, "rounded value too large to represent"};
  return std::copysign(magnitude, x);
}

}  // namespace fora::num
