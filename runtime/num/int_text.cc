#include "runtime/num/int_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "runtime/num/characters.h"

namespace fora::num {
namespace {

int DigitOf(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 36;
}

int BaseOfPrefix(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 0;
  switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
  }
}

bool IsPowerOfTwo(int64_t base) { return (base & (base - 1)) == 0; }

Error TooManyDigits(size_t digits) {
  return {ErrorKind::kValue, "Exceeds the limit (" + std::to_string(kTextDigitsMax) +
                                 " digits) for integer string conversion: value has " +
                                 std::to_string(digits) +
                                 " digits; use sys.set_int_max_str_digits() to increase the limit"};
}

// Takes digits and single underscores between them off the front of text; nothing if the underscores are
// misplaced.
std::optional<std::string> TakeDigits(std::string_view* text, int64_t base) {
  std::string digits;
  char last = '_';  // an underscore is as wrong at the start as after another one
  for (; !text->empty(); text->remove_prefix(1)) {
    char c = text->front();
    if (c == '_') {
      if (last == '_') return std::nullopt;
    } else if (DigitOf(c) < base) {
      digits.push_back(c);
    } else {
      break;
    }
    last = c;
  }
  if (last == '_') return std::nullopt;
  return digits;
}

// Nothing: the text is no int.
std::optional<Fallible<BigInt>> ParseAscii(std::string_view text, int64_t base) {
  auto skip_spaces = [&text] {
    while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  };
  skip_spaces();
  bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);

  int prefix_base = BaseOfPrefix(text);
  // In base 0 texts are as in source code, where 010 is no int, lest someone take it for octal.
  bool only_zero = base == 0 && prefix_base == 0 && text.starts_with('0');
  if (base == 0) base = prefix_base == 0 ? 10 : prefix_base;
  if (base == prefix_base) {
    text.remove_prefix(2);
    if (text.starts_with('_')) text.remove_prefix(1);
  }

  std::optional<std::string> digits = TakeDigits(&text, base);
  if (!digits) return std::nullopt;
  if (!IsPowerOfTwo(base) && digits->size() > kTextDigitsMax) return TooManyDigits(digits->size());
  skip_spaces();
  if (!text.empty()) return std::nullopt;
  std::optional<BigInt> magnitude = BigInt::Parse(*digits, static_cast<int>(base));
  if (!magnitude || (only_zero && !magnitude->IsZero())) return std::nullopt;
  return Fallible<BigInt>(negative ? -*magnitude : *std::move(magnitude));
}

}  // namespace

Fallible<BigInt> ParseInt(std::string_view utf8, int64_t base) {
  if (base != 0 && (base < 2 || base > 36)) {
    return Error{ErrorKind::kValue, "int() base must be >= 2 and <= 36, or 0"};
  }
  std::optional<Fallible<BigInt>> parsed = ParseAscii(AsciiDigitsAndSpaces(utf8), base);
  if (parsed) return *std::move(parsed);
  return Error{ErrorKind::kValue,
               "invalid literal for int() with base " + std::to_string(base) + ": " + Quoted(utf8, 200)};
}

std::string DecimalText(int64_t value) {
  char text[24];
  return std::string(text, std::to_chars(text, text + sizeof text, value).ptr);
}

Fallible<std::string> DecimalText(const BigInt& value) {
  // A digit takes more than 3.32 bits: don't convert what is refused anyway.
  bool too_long = value.BitLength() > kTextDigitsMax * 10 / 3;
  std::string text = too_long ? "" : value.ToString();
  if (too_long || static_cast<int64_t>(text.size()) - value.IsNegative() > kTextDigitsMax) {
    return Error{ErrorKind::kValue, "Exceeds the limit (" + std::to_string(kTextDigitsMax) +
                                        " digits) for integer string conversion; use "
                                        "sys.set_int_max_str_digits() to increase the limit"};
  }
  return text;
}

std::string PrefixedText(const BigInt& value, int radix) {
  std::string text = value.ToString(radix);
  text.insert(value.IsNegative() ? 1 : 0, radix == 2 ? "0b" : radix == 8 ? "0o" : "0x");
  return text;
}

Fallible<std::string> ToBytes(const BigInt& value, int64_t length, bool little_endian, bool is_signed) {
  if (length < 0) return Error{ErrorKind::kValue, "length argument must be non-negative"};
  if (!is_signed && value.IsNegative()) {
    return Error{ErrorKind::kOverflow, "can't convert negative int to unsigned"};
  }
  // In two's complement -2**n takes no more bits than 2**n - 1.
  BigInt magnitude = value.IsNegative() ? ~value : value;
  uint64_t bits = magnitude.BitLength() + (is_signed ? 1 : 0);
  // int.to_bytes writes 0 and -1 in 0 bytes, too.
  if (!magnitude.IsZero() && bits > static_cast<uint64_t>(length) * 8) {
    return Error{ErrorKind::kOverflow, "int too big to convert"};
  }
  if (static_cast<uint64_t>(length) > kBitsMax / 8 || !HasRoom(length * uint64_t{8}))
    return Error{ErrorKind::kMemory, ""};
  std::string bytes(length, value.IsNegative() ? '\xff' : '\0');
  if (!magnitude.IsZero()) mpz_export(bytes.data(), nullptr, -1, 1, -1, 0, magnitude.get());
  if (value.IsNegative()) {
    size_t written = (magnitude.BitLength() + 7) / 8;
    std::for_each(bytes.begin(), bytes.begin() + written, [](char& byte) { byte = ~byte; });
  }
  if (!little_endian) std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

BigInt FromBytes(std::string_view bytes, bool little_endian, bool is_signed) {
  BigInt value;
  mpz_import(value.get(), bytes.size(), little_endian ? -1 : 1, 1, -1, 0, bytes.data());
  if (is_signed && value.BitLength() == bytes.size() * 8 && !bytes.empty()) {
    mpz_t unit;
    mpz_init(unit);
    mpz_setbit(unit, bytes.size() * 8);
    mpz_sub(value.get(), value.get(), unit);
    mpz_clear(unit);
  }
  return value;
}

}  // namespace fora::num
