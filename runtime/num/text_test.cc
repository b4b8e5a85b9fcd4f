#include "catch2/catch.hpp"
#include "runtime/num/characters.h"
#include "runtime/num/format_spec.h"
#include "runtime/num/int_text.h"
#include "runtime/num/test_rows.h"

namespace fora::num {
namespace {

struct ParseRow {
  Text text, base, expected;
};

const ParseRow kParseRows[] = {
    {" 12\012", "10", "12"},
    {"1_000", "10", "1000"},
    {"1__0", "10", "ValueError: invalid literal for int() with base 10: '1__0'"},
    {"12_", "10", "ValueError: invalid literal for int() with base 10: '12_'"},
    {"", "10", "ValueError: invalid literal for int() with base 10: ''"},
    {"0x1F", "16", "31"},
    {"0x_1f", "0", "31"},
    {"0b101", "0", "5"},
    {"0o17", "0", "15"},
    {"010", "0", "ValueError: invalid literal for int() with base 0: '010'"},
    {"00", "0", "0"},
    {"z", "36", "35"},
    {"1", "1", "ValueError: int() base must be >= 2 and <= 36, or 0"},
    {"-0b1", "2", "-1"},
    {"- 1", "10", "ValueError: invalid literal for int() with base 10: '- 1'"},
    {"\331\241\331\242", "10", "12"},
    {"\343\200\2031", "10", "ValueError: invalid literal for int() with base 10: '\343\200\2031'"},
    {"a'b", "10", "ValueError: invalid literal for int() with base 10: \"a'b\""},
    {"1\000", "10", "ValueError: invalid literal for int() with base 10: '1\\x00'"},
    {"\302\255", "10", "ValueError: invalid literal for int() with base 10: '\\xad'"},
    {"\355\240\200", "10", "ValueError: invalid literal for int() with base 10: '\\ud800'"},
    {"12345678901234567890123", "10", "12345678901234567890123"},
};

TEST_CASE("int of a text") {
  for (const ParseRow& row : kParseRows) {
    INFO(row.text << " in base " << row.base);
    CHECK(Show(ParseInt(row.text, Int(row.base).ToInt64())) == row.expected);
  }
}

TEST_CASE("conversions between long texts and ints are refused") {
  const std::string limit = "ValueError: Exceeds the limit (4300 digits) for integer string conversion";
  const std::string remedy = "; use sys.set_int_max_str_digits() to increase the limit";
  std::string longest(4300, '7');
  CHECK(Show(ParseInt(longest)) == longest);
  CHECK(*DecimalText(*ParseInt(longest)) == longest);
  CHECK(Show(ParseInt(longest + "7")) == limit + ": value has 4301 digits" + remedy);
  CHECK(Show(DecimalText(*Pow(BigInt(10), BigInt(4300)))) == limit + remedy);
  CHECK(ParseInt(longest + "7", 8).ok());
}

TEST_CASE("an error quotes at most 200 characters") {
  CHECK(ParseInt(std::string(300, 'z')).error().message ==
        "invalid literal for int() with base 10: '" + std::string(199, 'z'));
}

TEST_CASE("quotation") {
  CHECK(Quoted("it's") == "\"it's\"");
  CHECK(Quoted("'\"\\\n") == R"('\'"\\\n')");
  CHECK(Quoted("\u00ad\u200b\u00e9\U0001f600\U000e0001") == "'\\xad\\u200b\u00e9\U0001f600\\U000e0001'");
}

// Of the value as the type names it: "int", "float" or "str".
std::string Format(std::string_view type, std::string_view value, std::string_view spec) {
  if (type == "int") return Show(FormatInt(Int(value), spec));
  if (type == "float") return Show(FormatFloat(Float(value), spec));
  return Show(FormatStr(value, spec));
}

struct FormatRow {
  Text type, value, spec, expected;
};

const FormatRow kFormatRows[] = {
    {"str", "ab", "", "ab"},
    {"str", "ab", "5", "ab   "},
    {"str", "ab", ">5", "   ab"},
    {"str", "ab", "^5", " ab  "},
    {"str", "ab", "*^6", "**ab**"},
    {"str", "ab", ".1", "a"},
    {"str", "ab", "05", "ab000"},
    {"str", "ab", "5.1s", "a    "},
    {"str", "ab", "+", "ValueError: Sign not allowed in string format specifier"},
    {"str", "ab", "=5", "ValueError: '=' alignment not allowed in string format specifier"},
    {"str", "ab", ",", "ValueError: Cannot specify ',' with 's'."},
    {"str", "ab", "d", "ValueError: Unknown format code 'd' for object of type 'str'"},
    {"str", "ab", "x5", "ValueError: Invalid format specifier 'x5' for object of type 'str'"},
    {"str", "ab", "#", "ValueError: Alternate form (#) not allowed in string format specifier"},
    {"str", "ab", "z", "ValueError: Negative zero coercion (z) not allowed in string format specifier"},
    {"str", "ab", "\303\251<4", "ab\303\251\303\251"},
    {"int", "1234567", "", "1234567"},
    {"int", "1234567", ",", "1,234,567"},
    {"int", "1234567", "_", "1_234_567"},
    {"int", "1234567", "012,", "0,001,234,567"},
    {"int", "1234567", "x", "12d687"},
    {"int", "1234567", "#X", "0X12D687"},
    {"int", "1234567", "_b", "1_0010_1101_0110_1000_0111"},
    {"int", "1234567", "+d", "+1234567"},
    {"int", "1234567", "=+12", "+    1234567"},
    {"int", "1234567", "c", "OverflowError: %c arg not in range(0x110000)"},
    {"int", "1234567", "s", "ValueError: Unknown format code 's' for object of type 'int'"},
    {"int", "1234567", ".2", "ValueError: Precision not allowed in integer format specifier"},
    {"int", "1234567", "08.1f", "1234567.0"},
    {"int", "1234567", "%", "123456700.000000%"},
    {"int", "1234567", "e", "1.234567e+06"},
    {"int", "1234567", "n", "1234567"},
    {"int", "1234567", ",n", "ValueError: Cannot specify ',' with 'n'."},
    {"int", "1234567", "zd",
     "ValueError: Negative zero coercion (z) not allowed in integer format specifier"},
    {"int", "1234567", "*<10d", "1234567***"},
    {"int", "1234567", "^11", "  1234567  "},
    {"int", "-255", "#x", "-0xff"},
    {"int", "-255", "#010b", "-0b11111111"},
    {"int", "-255", "_o", "-377"},
    {"int", "-255", "c", "OverflowError: %c arg not in range(0x110000)"},
    {"int", "-255", " d", "-255"},
    {"int", "-255", "013,", "-0,000,000,255"},
    {"int", "1000000000000000000000000000000", ",", "1,000,000,000,000,000,000,000,000,000,000"},
    {"int", "1000000000000000000000000000000", "e", "1.000000e+30"},
    {"int", "1000000000000000000000000000000", "x", "c9f2c9cd04674edea40000000"},
    {"int", "1000000000000000000000000000000", "g", "1e+30"},
    {"int", "1000000000000000000000000000000", "20c",
     "OverflowError: Python int too large to convert to C long"},
    {"float", "3.14159", "", "3.14159"},
    {"float", "3.14159", ".2f", "3.14"},
    {"float", "3.14159", "8.3", "    3.14"},
    {"float", "3.14159", "+.1e", "+3.1e+00"},
    {"float", "3.14159", "g", "3.14159"},
    {"float", "3.14159", "%", "314.159000%"},
    {"float", "3.14159", "010.2f", "0000003.14"},
    {"float", "3.14159", "<9.1f", "3.1      "},
    {"float", "3.14159", "*=+9.2", "+*****3.1"},
    {"float", "3.14159", "d", "ValueError: Unknown format code 'd' for object of type 'float'"},
    {"float", "3.14159", ".0f", "3"},
    {"float", "3.14159", "#.0f", "3."},
    {"float", "3.14159", "_", "3.14159"},
    {"float", "3.14159", "n", "3.14159"},
    {"float", "3.14159", "G", "3.14159"},
    {"float", "-0.04", "z.1f", "0.0"},
    {"float", "-0.04", ".1f", "-0.0"},
    {"float", "-0.04", "z", "-0.04"},
    {"float", "-0.04", ".0%", "-4%"},
    {"float", "inf", "", "inf"},
    {"float", "inf", "010", "0000000inf"},
    {"float", "inf", "F", "INF"},
    {"float", "inf", "+", "+inf"},
    {"float", "inf", "e", "inf"},
    {"float", "inf", "08,", "00000inf"},
    {"float", "1e+16", "", "1e+16"},
    {"float", "1e+16", "#", "1.e+16"},
    {"float", "1e+16", ",", "1e+16"},
    {"float", "1e+16", ".3", "1e+16"},
    {"float", "1e+16", "_.2f", "10_000_000_000_000_000.00"},
    {"float", "1e+16", "n", "1e+16"},
    {"float", "0.0001", "", "0.0001"},
    {"float", "0.0001", "g", "0.0001"},
    {"float", "0.0001", ".1", "0.0001"},
    {"float", "0.0001", "#g", "0.000100000"},
    {"float", "123456789.0", ".3", "1.23e+08"},
    {"float", "123456789.0", ".9", "1.23456789e+08"},
    {"float", "123456789.0", ".10", "123456789.0"},
    {"float", "123456789.0", "g", "1.23457e+08"},
    {"float", "123456789.0", "#g", "1.23457e+08"},
    {"float", "123456789.0", ",.1f", "123,456,789.0"},
    {"float", "nan", "E", "NAN"},
    {"float", "nan", "06", "000nan"},
};

TEST_CASE("format") {
  for (const FormatRow& row : kFormatRows) {
    INFO(row.value << " " << row.spec);
    CHECK(Format(row.type, row.value, row.spec) == row.expected);
  }
}

}  // namespace
}  // namespace fora::num
