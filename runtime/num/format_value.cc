// format() of str, int and float: what each makes of a specification.
#include <algorithm>
#include <climits>
#include <cmath>

#include "runtime/num/characters.h"
#include "runtime/num/float_text.h"
#include "runtime/num/format_spec.h"
#include "runtime/num/int_float.h"
#include "runtime/num/int_text.h"

namespace fora::num {
namespace {

Error ValueError(const char* message) { return {ErrorKind::kValue, message}; }

bool IsOneOf(char32_t type, std::u32string_view types) { return types.find(type) != types.npos; }

std::string SignOf(bool negative, const FormatSpec& spec) {
  if (negative) return "-";
  return spec.sign == '+' || spec.sign == ' ' ? std::string(1, spec.sign) : "";
}

struct Radix {
  int base;
  const char* prefix;
};

Radix RadixOf(char32_t type) {
  switch (type) {
    case 'b': return {2, "0b"};
    case 'o': return {8, "0o"};
    case 'x': return {16, "0x"};
    case 'X': return {16, "0X"};
    default: return {10, ""};
  }
}

// The character of code point `value`, in the field.
Fallible<std::string> LayOutCharacter(const BigInt& value, const FormatSpec& spec) {
  if (spec.sign != 0) return ValueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return ValueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (!value.FitsInt64()) return Error{ErrorKind::kOverflow, "Python int too large to convert to C long"};
  int64_t code_point = value.ToInt64();
  if (code_point < 0 || code_point > 0x10ffff) {
    return Error{ErrorKind::kOverflow, "%c arg not in range(0x110000)"};
  }
  NumberParts parts;
  AppendUtf8(static_cast<char32_t>(code_point), &parts.remainder);
  return LayOut(parts, spec);
}

Fallible<std::string> LayOutInt(const BigInt& value, const FormatSpec& spec) {
  if (spec.precision >= 0) return ValueError("Precision not allowed in integer format specifier");
  if (spec.no_negative_zero) {
    return ValueError("Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c') return LayOutCharacter(value, spec);
  Radix radix = RadixOf(spec.type);
  Fallible<std::string> digits = radix.base == 10 ? DecimalText(value) : value.ToString(radix.base);
  if (!digits.ok()) return digits;
  if (value.IsNegative()) digits->erase(0, 1);
  if (spec.type == 'X') {
    std::transform(digits->begin(), digits->end(), digits->begin(),
                   [](char c) { return c >= 'a' ? c & ~0x20 : c; });
  }
  NumberParts parts{.sign = SignOf(value.IsNegative(), spec), .digits = *std::move(digits)};
  if (spec.alternate) parts.prefix = radix.prefix;
  return LayOut(parts, spec);
}

Fallible<std::string> LayOutFloat(double value, const FormatSpec& spec) {
  if (spec.precision > INT_MAX) return ValueError("precision too big");
  FloatStyle style{.alternate = spec.alternate, .no_negative_zero = spec.no_negative_zero};
  bool percent = spec.type == '%';
  if (spec.type == 0) {
    // As repr, or as g that keeps a digit behind the point.
    style.always_point = true;
    style.conversion = spec.precision < 0 ? 'r' : 'g';
    style.precision = spec.precision < 0 ? 0 : static_cast<int>(spec.precision);
  } else {
    style.conversion = percent ? 'f' : spec.type == 'n' ? 'g' : static_cast<char>(spec.type);
    style.precision = spec.precision < 0 ? 6 : static_cast<int>(spec.precision);
  }
  std::string text = FormatDouble(percent ? value * 100 : value, style);
  if (percent) text += '%';
  NumberParts parts;
  bool negative = text.starts_with('-');
  parts.sign = SignOf(negative, spec);
  if (negative) text.erase(0, 1);
  size_t digits = std::find_if_not(text.begin(), text.end(), IsAsciiDigit) - text.begin();
  parts.digits = text.substr(0, digits);
  parts.remainder = text.substr(digits);
  return LayOut(parts, spec);
}

}  // namespace

Fallible<std::string> FormatStr(std::string_view value, std::string_view text, std::string_view type_name) {
  if (text.empty()) return std::string(value);
  Fallible<FormatSpec> parsed = ParseFormatSpec(text, 's', '<', type_name);
  if (!parsed.ok()) return std::move(parsed).error();
  const FormatSpec& spec = *parsed;
  if (spec.type != 's') return UnknownFormatType(spec.type, type_name);
  if (spec.sign == ' ') return ValueError("Space not allowed in string format specifier");
  if (spec.sign != 0) return ValueError("Sign not allowed in string format specifier");
  if (spec.no_negative_zero) {
    return ValueError("Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate) return ValueError("Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return ValueError("'=' alignment not allowed in string format specifier");
  size_t end = 0;
  for (int64_t kept = 0; end < value.size() && kept != spec.precision; ++kept) NextCodePoint(value, &end);
  return LayOut({.remainder = std::string(value.substr(0, end))}, spec);
}

Fallible<std::string> FormatInt(const BigInt& value, std::string_view text, std::string_view type_name) {
  if (text.empty()) return DecimalText(value);
  Fallible<FormatSpec> parsed = ParseFormatSpec(text, 'd', '>', type_name);
  if (!parsed.ok()) return std::move(parsed).error();
  if (IsOneOf(parsed->type, U"bcdoxXn")) return LayOutInt(value, *parsed);
  if (!IsOneOf(parsed->type, U"eEfFgG%")) return UnknownFormatType(parsed->type, type_name);
  Fallible<double> as_float = ToDouble(value);
  if (!as_float.ok()) return std::move(as_float).error();
  return LayOutFloat(*as_float, *parsed);
}

Fallible<std::string> FormatInt(int64_t value, std::string_view text, std::string_view type_name) {
  if (text.empty()) return DecimalText(value);
  return FormatInt(BigInt(value), text, type_name);
}

Fallible<std::string> FormatFloat(double value, std::string_view text, std::string_view type_name) {
  if (text.empty()) return FloatRepr(value);
  Fallible<FormatSpec> parsed = ParseFormatSpec(text, 0, '>', type_name);
  if (!parsed.ok()) return std::move(parsed).error();
  if (parsed->type != 0 && !IsOneOf(parsed->type, U"eEfFgGn%"))
    return UnknownFormatType(parsed->type, type_name);
  return LayOutFloat(value, *parsed);
}

}  // namespace fora::num
