// Python's texts of ints: int(text, base), str(i), hex(i) and the like.
// Thread safety: pure functions.
#ifndef FORA_RUNTIME_NUM_INT_TEXT_H_
#define FORA_RUNTIME_NUM_INT_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/num/big_int.h"
#include "runtime/num/fallible.h"

namespace fora::num {

// What sys.get_int_max_str_digits() is unless it was changed: conversions to and from texts of radices that
// are no power of 2 take quadratic time in CPython, so that longer texts are refused with kValue.
inline constexpr int64_t kTextDigitsMax = 4300;

// int(text, base) of a str in UTF-8: white space around it, a sign, single underscores between digits, digits
// of all scripts; prefixes 0x, 0o, 0b if the base is theirs or 0. Errors: kValue.
Fallible<BigInt> ParseInt(std::string_view utf8, int64_t base = 10);

// str(i). Errors: kValue beyond kTextDigitsMax digits.
std::string DecimalText(int64_t value);
Fallible<std::string> DecimalText(const BigInt& value);

// bin(i), oct(i) and hex(i), for radix 2, 8 and 16.
std::string PrefixedText(const BigInt& value, int radix);

// int.to_bytes and int.from_bytes. Errors: kOverflow if the value doesn't fit; kValue if length is negative.
Fallible<std::string> ToBytes(const BigInt& value, int64_t length, bool little_endian, bool is_signed);
BigInt FromBytes(std::string_view bytes, bool little_endian, bool is_signed);

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_INT_TEXT_H_
