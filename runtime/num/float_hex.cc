// float.hex and float.fromhex.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "runtime/num/characters.h"
#include "runtime/num/float_text.h"
#include "runtime/num/int_float.h"

namespace fora::num {
namespace {

int HexDigit(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool Take(std::string_view* text, std::string_view lower) {
  if (text->size() < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    if (((*text)[i] | 0x20) != lower[i]) return false;
  }
  text->remove_prefix(lower.size());
  return true;
}

// A number h.hhh * 2**exponent of any length, kept to 64 bits of which the last stands for all that were cut.
struct HexNumber {
  uint64_t bits = 0;
  int64_t exponent = 0;
  bool any_digit = false;
};

HexNumber TakeHexDigits(std::string_view* text) {
  HexNumber number;
  bool point = false;
  for (; !text->empty(); text->remove_prefix(1)) {
    if (text->front() == '.' && !point) {
      point = true;
      continue;
    }
    int digit = HexDigit(text->front());
    if (digit < 0) break;
    number.any_digit = true;
    if (number.bits >> 60 == 0) {
      number.bits = number.bits << 4 | static_cast<uint64_t>(digit);
      number.exponent -= point ? 4 : 0;
    } else {
      number.bits |= digit != 0;
      number.exponent += point ? 0 : 4;
    }
  }
  return number;
}

// p[+-]digits; saturates. False if there is a p without digits.
bool TakeExponent(std::string_view* text, int64_t* exponent) {
  *exponent = 0;
  if (!Take(text, "p")) return true;
  bool negative = text->starts_with('-');
  if (negative || text->starts_with('+')) text->remove_prefix(1);
  size_t digits = 0;
  for (; !text->empty() && IsAsciiDigit(text->front()); text->remove_prefix(1), ++digits) {
    if (*exponent < int64_t{1} << 50) *exponent = *exponent * 10 + (text->front() - '0');
  }
  if (negative) *exponent = -*exponent;
  return digits > 0;
}

}  // namespace

std::string FloatHex(double x) {
  if (!std::isfinite(x)) return FloatRepr(x);
  int exponent = 0;
  double magnitude = std::fabs(x);
  // A subnormal keeps the smallest exponent and a leading 0.
  if (magnitude >= 0x1p-1022) {
    exponent = std::ilogb(magnitude);
  } else if (magnitude != 0) {
    exponent = -1022;
  }
  double mantissa = std::ldexp(magnitude, -exponent);
  auto fraction = static_cast<unsigned long long>(std::ldexp(mantissa - std::floor(mantissa), 52));
  char text[48];
  const char* sign = std::signbit(x) ? "-" : "";
  if (x == 0) return std::string(sign) + "0x0.0p+0";
  std::snprintf(text, sizeof text, "%s0x%d.%013llxp%+d", sign, static_cast<int>(mantissa), fraction,
                exponent);
  return text;
}

Fallible<double> FloatFromHex(std::string_view utf8) {
  Error invalid{ErrorKind::kValue, "invalid hexadecimal floating-point string"};
  std::string_view text = utf8;
  while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back())) text.remove_suffix(1);
  bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  double magnitude;
  if (Take(&text, "inf")) {
    Take(&text, "inity");
    magnitude = HUGE_VAL;
  } else if (Take(&text, "nan")) {
    magnitude = std::nan("");
  } else {
    Take(&text, "0x");
    HexNumber number = TakeHexDigits(&text);
    int64_t exponent;
    if (!number.any_digit || !TakeExponent(&text, &exponent)) return invalid;
    exponent = std::clamp<int64_t>(exponent + number.exponent, -100000, 100000);
    magnitude = RoundScaled(number.bits, false, exponent);
    if (std::isinf(magnitude)) {
      return Error{ErrorKind::kOverflow, "hexadecimal value too large to represent as a float"};
    }
  }
  if (!text.empty()) return invalid;
  return negative ? -magnitude : magnitude;
}

}  // namespace fora::num
