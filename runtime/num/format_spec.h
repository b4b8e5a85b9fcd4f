// Python's format(value, spec): the format specification mini-language for str, int and float.
// Thread safety: pure functions; 'n' formats as in the C locale.
#ifndef FORA_RUNTIME_NUM_FORMAT_SPEC_H_
#define FORA_RUNTIME_NUM_FORMAT_SPEC_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/num/big_int.h"
#include "runtime/num/fallible.h"

namespace fora::num {

// format(value, spec). Texts are UTF-8; widths and precisions count code points. type_name is the class of
// the value, for messages: "bool" and subclasses differ (and the empty spec of those is the caller's: it
// means str(value)). Errors: kValue; kOverflow if an int doesn't fit what the spec asks for; kMemory if the
// width is beyond 2**33.
Fallible<std::string> FormatStr(std::string_view value, std::string_view spec,
                                std::string_view type_name = "str");
Fallible<std::string> FormatInt(int64_t value, std::string_view spec, std::string_view type_name = "int");
Fallible<std::string> FormatInt(const BigInt& value, std::string_view spec,
                                std::string_view type_name = "int");
Fallible<std::string> FormatFloat(double value, std::string_view spec, std::string_view type_name = "float");

// [[fill]align][sign][z][#][0][width][grouping][.precision][type]
struct FormatSpec {
  char32_t fill = ' ';
  char align = '>';  // one of < > = ^
  char sign = 0;     // one of + - and space, or 0
  bool no_negative_zero = false;
  bool alternate = false;
  int64_t width = -1;      // -1: none
  char grouping = 0;       // ',' or '_', or 0
  int64_t precision = -1;  // -1: none
  char32_t type = 0;       // 0: none
};

// Reads a spec. default_align is '<' for str and '>' for numbers. Errors: kValue.
Fallible<FormatSpec> ParseFormatSpec(std::string_view spec, char32_t default_type, char default_align,
                                     std::string_view type_name);

// ValueError "Unknown format code 'y' for object of type 'int'".
Error UnknownFormatType(char32_t type, std::string_view type_name);

// A number's text in parts, and the text of its padded whole.
struct NumberParts {
  std::string sign;       // "", "-", "+" or " "
  std::string prefix;     // "0x"
  std::string digits;     // before the point; none for inf and nan
  std::string remainder;  // the point and all behind it
};
Fallible<std::string> LayOut(const NumberParts& parts, const FormatSpec& spec);

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_FORMAT_SPEC_H_
