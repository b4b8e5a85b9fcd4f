#include <functional>
#include <map>
#include <string_view>

#include "catch2/catch.hpp"
#include "runtime/num/float_ops.h"
#include "runtime/num/float_text.h"
#include "runtime/num/int_float.h"
#include "runtime/num/test_rows.h"

namespace fora::num {
namespace {

const std::map<std::string_view, std::function<std::string(double, double)>> kBinary = {
    {"/", [](double a, double b) { return Show(FloatTrueDiv(a, b)); }},
    {"//", [](double a, double b) { return Show(FloatFloorDiv(a, b)); }},
    {"%", [](double a, double b) { return Show(FloatMod(a, b)); }},
    {"divmod", [](double a, double b) { return Show(FloatDivMod(a, b)); }},
    {"**", [](double a, double b) { return Show(FloatPow(a, b)); }},
    {"round", [](double a, double b) { return Show(FloatRound(a, static_cast<int64_t>(b))); }},
};

const std::map<std::string_view, std::function<std::string(double)>> kUnary = {
    {"int", [](double a) { return Show(TruncToInt(a)); }},
    {"floor", [](double a) { return Show(FloorToInt(a)); }},
    {"ceil", [](double a) { return Show(CeilToInt(a)); }},
    {"round", [](double a) { return Show(RoundToInt(a)); }},
    {"as_integer_ratio", [](double a) { return Show(AsIntegerRatio(a)); }},
    {"is_integer", [](double a) { return Show(IsInteger(a)); }},
    {"hex", [](double a) { return FloatHex(a); }},
};

struct BinaryRow {
  Text operation, a, b, expected;
};

const BinaryRow kBinaryRows[] = {
    {"/", "1.0", "3.0", "0.3333333333333333"},
    {"/", "1.0", "0.0", "ZeroDivisionError: float division by zero"},
    {"//", "7.0", "2.0", "3.0"},
    {"//", "-7.0", "2.0", "-4.0"},
    {"//", "1.0", "0.1", "9.0"},
    {"//", "1.0", "-inf", "-1.0"},
    {"//", "-1.0", "inf", "-1.0"},
    {"//", "inf", "1.0", "nan"},
    {"//", "-0.0", "3.0", "-0.0"},
    {"//", "1.0", "0.0", "ZeroDivisionError: float floor division by zero"},
    {"%", "7.0", "-2.0", "-1.0"},
    {"%", "-7.0", "2.0", "1.0"},
    {"%", "-1e-20", "1.0", "1.0"},
    {"%", "1.0", "-inf", "-inf"},
    {"%", "-0.0", "3.0", "0.0"},
    {"%", "0.0", "-3.0", "-0.0"},
    {"%", "1.0", "0.0", "ZeroDivisionError: float modulo"},
    {"divmod", "-7.5", "2.0", "-4.0, 0.5"},
    {"divmod", "1.0", "0.0", "ZeroDivisionError: float divmod()"},
    {"**", "2.0", "0.5", "1.4142135623730951"},
    {"**", "0.0", "-1.0", "ZeroDivisionError: 0.0 cannot be raised to a negative power"},
    {"**", "-0.0", "-1.0", "ZeroDivisionError: 0.0 cannot be raised to a negative power"},
    {"**", "0.0", "-inf", "inf"},
    {"**", "10.0", "1000.0", "OverflowError: (34, 'Numerical result out of range')"},
    {"**", "-8.0", "1.5", "complex"},
    {"**", "-8.0", "3.0", "-512.0"},
    {"**", "-1.0", "inf", "1.0"},
    {"**", "nan", "0.0", "1.0"},
    {"**", "1.0", "nan", "1.0"},
    {"**", "2.0", "-1080.0", "0.0"},
    {"**", "inf", "-1.0", "0.0"},
    {"**", "-inf", "3.0", "-inf"},
    {"**", "3.0", "2.0", "9.0"},
    {"**", "1.1", "2.0", "1.2100000000000002"},
    {"round", "2.675", "2", "2.67"},
    {"round", "0.5", "0", "0.0"},
    {"round", "1.5", "0", "2.0"},
    {"round", "-2.5", "0", "-2.0"},
    {"round", "1e+308", "-308", "1e+308"},
    {"round", "1.7e+308", "-308", "OverflowError: rounded value too large to represent"},
    {"round", "1234.5678", "-2", "1200.0"},
    {"round", "1250.0", "-2", "1200.0"},
    {"round", "1350.0", "-2", "1400.0"},
    {"round", "5e-324", "323", "0.0"},
    {"round", "2.5", "-1", "0.0"},
    {"round", "25.0", "-1", "20.0"},
    {"round", "35.0", "-1", "40.0"},
    {"round", "0.15", "1", "0.1"},
    {"round", "nan", "1", "nan"},
    {"round", "inf", "-5", "inf"},
    {"round", "1e+22", "-22", "1e+22"},
    {"round", "-0.4", "0", "-0.0"},
    {"round", "-49.0", "-2", "-0.0"},
    {"round", "50.0", "-2", "0.0"},
};

TEST_CASE("operations on two floats") {
  for (const BinaryRow& row : kBinaryRows) {
    INFO(row.a << " " << row.operation << " " << row.b);
    CHECK(kBinary.at(row.operation)(Float(row.a), Float(row.b)) == row.expected);
  }
}

struct UnaryRow {
  Text operation, a, expected;
};

const UnaryRow kUnaryRows[] = {
    {"int", "2.9", "2"},
    {"int", "-2.9", "-2"},
    {"int", "1e+20", "100000000000000000000"},
    {"int", "inf", "OverflowError: cannot convert float infinity to integer"},
    {"int", "nan", "ValueError: cannot convert float NaN to integer"},
    {"floor", "-0.5", "-1"},
    {"floor", "1e+20", "100000000000000000000"},
    {"floor", "inf", "OverflowError: cannot convert float infinity to integer"},
    {"ceil", "-0.5", "0"},
    {"ceil", "0.5", "1"},
    {"ceil", "nan", "ValueError: cannot convert float NaN to integer"},
    {"round", "0.5", "0"},
    {"round", "1.5", "2"},
    {"round", "2.5", "2"},
    {"round", "-2.5", "-2"},
    {"round", "1e+20", "100000000000000000000"},
    {"round", "nan", "ValueError: cannot convert float NaN to integer"},
    {"as_integer_ratio", "0.1", "3602879701896397, 36028797018963968"},
    {"as_integer_ratio", "-2.0", "-2, 1"},
    {"as_integer_ratio", "0.0", "0, 1"},
    {"as_integer_ratio", "7.62939453125e-06", "1, 131072"},
    {"as_integer_ratio", "inf", "OverflowError: cannot convert Infinity to integer ratio"},
    {"is_integer", "2.0", "True"},
    {"is_integer", "2.5", "False"},
    {"is_integer", "inf", "False"},
    {"hex", "0.1", "0x1.999999999999ap-4"},
    {"hex", "-0.0", "-0x0.0p+0"},
    {"hex", "5e-324", "0x0.0000000000001p-1022"},
    {"hex", "1e+300", "0x1.7e43c8800759cp+996"},
    {"hex", "inf", "inf"},
};

TEST_CASE("operations on one float") {
  for (const UnaryRow& row : kUnaryRows) {
    INFO(row.operation << " " << row.a);
    CHECK(kUnary.at(row.operation)(Float(row.a)) == row.expected);
  }
}

struct HexRow {
  Text text, expected;
};

const HexRow kHexRows[] = {
    {"0x1.8p1", "3.0"},
    {"-1p-1074", "-5e-324"},
    {"0x1p-1075", "0.0"},
    {"0x1.8p-1075", "5e-324"},
    {"0x.1", "0.0625"},
    {"inf", "inf"},
    {"nan", "nan"},
    {"0x1p1024", "OverflowError: hexadecimal value too large to represent as a float"},
    {"zz", "ValueError: invalid hexadecimal floating-point string"},
    {"0x", "ValueError: invalid hexadecimal floating-point string"},
    {"1p", "ValueError: invalid hexadecimal floating-point string"},
    {"0x1.fffffffffffff7p1023", "1.7976931348623157e+308"},
    {"0x1.fffffffffffff8p1023", "OverflowError: hexadecimal value too large to represent as a float"},
    {" 0xA ", "10.0"},
};

TEST_CASE("float.fromhex") {
  for (const HexRow& row : kHexRows) {
    INFO(row.text);
    CHECK(Show(FloatFromHex(row.text)) == row.expected);
  }
}

struct ReprRow {
  Text hex, expected;
};

const ReprRow kReprRows[] = {
    {"0x0.0p+0", "0.0"},
    {"-0x0.0p+0", "-0.0"},
    {"0x1.0000000000000p+0", "1.0"},
    {"0x1.999999999999ap-4", "0.1"},
    {"0x1.1c37937e08000p+53", "1e+16"},
    {"0x1.1c37937e07fffp+53", "9999999999999998.0"},
    {"0x1.b69b4ba630f35p+56", "1.2345678901234568e+17"},
    {"0x1.a36e2eb1c432dp-14", "0.0001"},
    {"0x1.4f8b588e368f1p-17", "1e-05"},
    {"0x0.0000000000001p-1022", "5e-324"},
    {"0x1.fffffffffffffp+1023", "1.7976931348623157e+308"},
    {"0x1.0f0cf064dd592p+73", "1e+22"},
    {"0x1.52d02c7e14af6p+76", "1e+23"},
    {"0x1.0000000000000p+63", "9.223372036854776e+18"},
    {"inf", "inf"},
    {"nan", "nan"},
    {"-0x1.1eb2d66005835p+997", "-1.5e+300"},
    {"0x1.3333333333334p-2", "0.30000000000000004"},
};

TEST_CASE("repr of a float") {
  for (const ReprRow& row : kReprRows) {
    CHECK(FloatRepr(*FloatFromHex(row.hex)) == row.expected);
  }
}

struct ParseRow {
  Text text, expected;
};

const ParseRow kParseRows[] = {
    {"1", "1.0"},
    {"-0", "-0.0"},
    {".5", "0.5"},
    {"5.", "5.0"},
    {".", "ValueError: could not convert string to float: '.'"},
    {"1e5", "100000.0"},
    {"1e", "ValueError: could not convert string to float: '1e'"},
    {"1_0.2_5", "10.25"},
    {"1_.5", "ValueError: could not convert string to float: '1_.5'"},
    {"1e4_0", "1e+40"},
    {"inf", "inf"},
    {"-Infinity", "-inf"},
    {"nAn", "nan"},
    {"infin", "ValueError: could not convert string to float: 'infin'"},
    {"1e400", "inf"},
    {"-1e-400", "-0.0"},
    {"2.4703282292062327e-324", "0.0"},
    {"2.4703282292062328e-324", "5e-324"},
    {"1.7976931348623158e308", "1.7976931348623157e+308"},
    {"1.7976931348623159e308", "inf"},
    {" 1\012", "1.0"},
    {"\331\241.5", "1.5"},
    {"0x1p3", "ValueError: could not convert string to float: '0x1p3'"},
    {"a\"b", "ValueError: could not convert string to float: 'a\"b'"},
    {"1\000", "ValueError: could not convert string to float: '1\\x00'"},
};

TEST_CASE("float of a text") {
  for (const ParseRow& row : kParseRows) {
    INFO(row.text);
    CHECK(Show(ParseFloat(row.text)) == row.expected);
  }
}

}  // namespace
}  // namespace fora::num
