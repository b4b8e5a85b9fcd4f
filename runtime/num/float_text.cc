#include "runtime/num/float_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <system_error>

#include "runtime/num/characters.h"

namespace fora::num {
namespace {

// No float has more digits than this before or behind its point, or in all (767, of the largest subnormal).
constexpr int kDigitsMax = 1100;

// A decimal number 0.d1d2d3... * 10**point.
struct Decimal {
  std::string digits;
  int point;
};

// Reads "d.ddde[+-]xx", as std::to_chars writes it.
Decimal FromScientific(std::string_view text) {
  size_t e = text.find('e');
  Decimal decimal;
  std::copy_if(text.begin(), text.begin() + e, std::back_inserter(decimal.digits), IsAsciiDigit);
  const char* exponent = text.data() + e + (text[e + 1] == '+' ? 2 : 1);
  std::from_chars(exponent, text.data() + text.size(), decimal.point);
  ++decimal.point;
  return decimal;
}

// The shortest digits that read back as |x|.
Decimal Shortest(double x) {
  char buffer[64];
  char* end = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(x), std::chars_format::scientific).ptr;
  return FromScientific({buffer, static_cast<size_t>(end - buffer)});
}

// |x| to `count` significant digits, half to even. REQUIRES: 1 <= count <= kDigitsMax
Decimal Significant(double x, int count) {
  char buffer[kDigitsMax + 16];
  char* end =
      std::to_chars(buffer, buffer + sizeof buffer, std::fabs(x), std::chars_format::scientific, count - 1)
          .ptr;
  return FromScientific({buffer, static_cast<size_t>(end - buffer)});
}

// |x| to `count` decimals, half to even. REQUIRES: 0 <= count <= kDigitsMax
Decimal Fixed(double x, int count) {
  char buffer[kDigitsMax + 400];
  char* end =
      std::to_chars(buffer, buffer + sizeof buffer, std::fabs(x), std::chars_format::fixed, count).ptr;
  std::string_view text(buffer, end - buffer);
  Decimal decimal{"", static_cast<int>(std::min(text.find('.'), text.size()))};
  std::copy_if(text.begin(), text.end(), std::back_inserter(decimal.digits), IsAsciiDigit);
  return decimal;
}

// "ddd.ddd", with zeros up to `decimals` behind the point and no fewer than there are digits.
std::string WriteFixed(const Decimal& decimal, int64_t decimals, bool force_point) {
  std::string text = decimal.point <= 0 ? "0" : decimal.digits.substr(0, decimal.point);
  if (decimal.point > static_cast<int>(text.size())) text.append(decimal.point - text.size(), '0');
  std::string fraction;
  if (decimal.point < static_cast<int>(decimal.digits.size())) {
    fraction.assign(decimal.point < 0 ? -decimal.point : 0, '0');
    fraction += decimal.digits.substr(std::max(decimal.point, 0));
  }
  if (decimals > static_cast<int64_t>(fraction.size())) fraction.append(decimals - fraction.size(), '0');
  if (!fraction.empty() || force_point) text += '.';
  return text + fraction;
}

// "d.ddde+xx".
std::string WriteScientific(const Decimal& decimal, int64_t decimals, bool force_point, bool is_zero) {
  Decimal mantissa{decimal.digits, 1};
  std::string text = WriteFixed(mantissa, decimals, force_point);
  int exponent = is_zero ? 0 : decimal.point - 1;
  text += exponent < 0 ? "e-" : "e+";
  exponent = std::abs(exponent);
  if (exponent < 10) text += '0';
  return text + std::to_string(exponent);
}

bool IsZero(const Decimal& decimal) { return decimal.digits.find_first_not_of('0') == std::string::npos; }

// The magnitude of a finite x in the style's lower-case conversion; whether all its digits are 0.
std::string WriteMagnitude(double x, const FloatStyle& style, char conversion, bool* all_zero) {
  // The digits that a float can have are computed, the zeros behind them only written.
  int64_t precision = style.precision;
  int computed = static_cast<int>(std::min<int64_t>(precision, kDigitsMax));
  if (conversion == 'f') {
    Decimal decimal = Fixed(x, computed);
    *all_zero = IsZero(decimal);
    return WriteFixed(decimal, precision, style.alternate);
  }
  if (conversion == 'e') {
    Decimal decimal = Significant(x, std::min(computed + 1, kDigitsMax));
    *all_zero = x == 0;
    return WriteScientific(decimal, precision, style.alternate, x == 0);
  }
  *all_zero = x == 0;
  // g and r: whichever of the two is shorter, about; g without trailing zeros.
  Decimal decimal = conversion == 'r' ? Shortest(x) : Significant(x, std::max(computed, 1));
  int64_t wanted = std::max<int64_t>(precision, 1);
  int64_t fixed_max = conversion == 'r' ? 16 : wanted - (style.always_point ? 1 : 0);
  if (!style.alternate || conversion == 'r') {
    decimal.digits.resize(std::max<size_t>(decimal.digits.find_last_not_of('0') + 1, 1));
    wanted = 0;
  }
  if (decimal.point <= -4 || decimal.point > fixed_max) {
    return WriteScientific(decimal, wanted - 1, style.alternate, x == 0);
  }
  std::string text = WriteFixed(decimal, wanted - decimal.point, style.alternate);
  if (style.always_point && text.find('.') == std::string::npos) text += ".0";
  if (style.always_point && text.back() == '.') text += '0';
  return text;
}

// ---- Parsing ----

// The length of the longest prefix that is a decimal number, 0 if there is none.
size_t DecimalPrefix(std::string_view text) {
  size_t at = 0;
  auto skip_digits = [&] {
    size_t start = at;
    while (at < text.size() && IsAsciiDigit(text[at])) ++at;
    return at - start;
  };
  size_t digits = skip_digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    digits += skip_digits();
  }
  if (digits == 0) return 0;
  size_t mantissa = at;
  if (at < text.size() && (text[at] | 0x20) == 'e') {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (skip_digits() > 0) return at;
  }
  return mantissa;
}

bool EqualsIgnoringCase(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b; });
}

// Takes the underscores out; nothing if one of them isn't between two digits.
std::optional<std::string> WithoutUnderscores(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      out += text[i];
    } else if (i == 0 || i + 1 == text.size() || !IsAsciiDigit(text[i - 1]) || !IsAsciiDigit(text[i + 1])) {
      return std::nullopt;
    }
  }
  return out;
}

std::string_view Stripped(std::string_view text) {
  while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back())) text.remove_suffix(1);
  return text;
}

// The names, without sign.
std::optional<double> NamedDouble(std::string_view text) {
  if (EqualsIgnoringCase(text, "inf") || EqualsIgnoringCase(text, "infinity")) return HUGE_VAL;
  if (EqualsIgnoringCase(text, "nan")) return std::nan("");
  return std::nullopt;
}

}  // namespace

std::string FloatRepr(double x) { return FormatDouble(x, {.conversion = 'r', .always_point = true}); }

std::string FormatDouble(double x, const FloatStyle& style) {
  char conversion = static_cast<char>(style.conversion | 0x20);
  bool upper = conversion != style.conversion;
  std::string text;
  bool all_zero = false;
  if (std::isnan(x)) {
    text = "nan";
  } else if (std::isinf(x)) {
    text = "inf";
  } else {
    text = WriteMagnitude(x, style, conversion, &all_zero);
  }
  if (upper) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? c & ~0x20 : c; });
  }
  bool negative = std::signbit(x) && !std::isnan(x) && !(style.no_negative_zero && all_zero);
  return negative ? "-" + text : text;
}

double DoubleFromDecimal(std::string_view decimal) {
  double value = 0;
  auto [end, status] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  if (status != std::errc::result_out_of_range) return value;
  // Too large, or too small: the power of ten of the leading digit tells.
  size_t e = std::min(decimal.find('e'), decimal.size());
  size_t point = std::min(decimal.find('.'), e);
  size_t leading = decimal.find_first_of("123456789");
  if (leading >= e) return 0.0;
  int64_t power = static_cast<int64_t>(point) - static_cast<int64_t>(leading);
  if (e < decimal.size()) {
    std::string_view exponent = decimal.substr(e + 1);
    bool negative = exponent.starts_with('-');
    exponent.remove_prefix(std::min(exponent.find_first_not_of("+-0"), exponent.size()));
    int64_t value_of_exponent = 0;
    // An exponent beyond 18 digits outweighs any mantissa.
    if (exponent.size() > 18) return negative ? 0.0 : HUGE_VAL;
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), value_of_exponent);
    power += negative ? -value_of_exponent : value_of_exponent;
  }
  return power > 0 ? HUGE_VAL : 0.0;
}

Fallible<double> ParseFloat(std::string_view utf8) {
  Error error{ErrorKind::kValue, "could not convert string to float: "};
  std::string ascii = AsciiDigitsAndSpaces(utf8);
  std::optional<std::string> number = WithoutUnderscores(Stripped(ascii));
  if (number) {
    std::string_view text = *number;
    bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    std::optional<double> value = NamedDouble(text);
    if (!text.empty() && DecimalPrefix(text) == text.size()) {
      std::replace(number->begin(), number->end(), 'E', 'e');
      value = DoubleFromDecimal(text);
    }
    if (value) return negative ? -*value : *value;
  }
  error.message += Quoted(utf8);
  return error;
}

}  // namespace fora::num
