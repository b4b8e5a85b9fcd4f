#include <functional>
#include <map>
#include <optional>
#include <string_view>

#include "catch2/catch.hpp"
#include "runtime/num/big_int.h"
#include "runtime/num/int64.h"
#include "runtime/num/int_float.h"
#include "runtime/num/int_text.h"
#include "runtime/num/integer_functions.h"
#include "runtime/num/test_rows.h"

namespace fora::num {
namespace {

using Binary = std::function<std::string(const BigInt&, const BigInt&)>;

const std::map<std::string_view, Binary> kBinary = {
    {"+", [](auto& a, auto& b) { return Show(a + b); }},
    {"-", [](auto& a, auto& b) { return Show(a - b); }},
    {"*", [](auto& a, auto& b) { return Show(Mul(a, b)); }},
    {"//", [](auto& a, auto& b) { return Show(FloorDiv(a, b)); }},
    {"%", [](auto& a, auto& b) { return Show(FloorMod(a, b)); }},
    {"divmod", [](auto& a, auto& b) { return Show(DivMod(a, b)); }},
    {"/", [](auto& a, auto& b) { return Show(TrueDiv(a, b)); }},
    {"&", [](auto& a, auto& b) { return Show(a & b); }},
    {"|", [](auto& a, auto& b) { return Show(a | b); }},
    {"^", [](auto& a, auto& b) { return Show(a ^ b); }},
    {"<<", [](auto& a, auto& b) { return Show(ShiftLeft(a, b)); }},
    {">>", [](auto& a, auto& b) { return Show(ShiftRight(a, b)); }},
    {"**", [](auto& a, auto& b) { return b.IsNegative() ? Show(PowNegative(a, b)) : Show(Pow(a, b)); }},
    {"round", [](auto& a, auto& b) { return Show(Round(a, b)); }},
    {"gcd", [](auto& a, auto& b) { return Show(Gcd(a, b)); }},
    {"lcm", [](auto& a, auto& b) { return Show(Lcm(a, b)); }},
    {"comb", [](auto& a, auto& b) { return Show(Comb(a, b)); }},
    {"perm", [](auto& a, auto& b) { return Show(Perm(a, b)); }},
};

const std::map<std::string_view, std::function<std::string(const BigInt&)>> kUnary = {
    {"~", [](auto& a) { return Show(~a); }},
    {"float", [](auto& a) { return Show(ToDouble(a)); }},
    {"bit_length", [](auto& a) { return Show(a.BitLength()); }},
    {"bit_count", [](auto& a) { return Show(a.BitCount()); }},
    {"isqrt", [](auto& a) { return Show(Isqrt(a)); }},
    {"factorial", [](auto& a) { return Show(Factorial(a)); }},
    {"log", [](auto& a) { return Show(LogOfInt(::log, a)); }},
    {"log2", [](auto& a) { return Show(LogOfInt(::log2, a)); }},
    {"log10", [](auto& a) { return Show(LogOfInt(::log10, a)); }},
    {"hex", [](auto& a) { return PrefixedText(a, 16); }},
};

// The same operation on machine integers; nothing if it doesn't fit, or where only the caller can tell the
// error.
std::optional<int64_t> OnMachineInts(std::string_view operation, int64_t a, int64_t b) {
  int64_t result = 0;
  bool overflows = true;
  if (operation == "+") overflows = AddOverflows(a, b, &result);
  if (operation == "-") overflows = SubOverflows(a, b, &result);
  if (operation == "*") overflows = MulOverflows(a, b, &result);
  if (operation == "**" && b >= 0) overflows = PowOverflows(a, b, &result);
  if (operation == "<<" && b >= 0) overflows = ShiftLeftOverflows(a, b, &result);
  if (operation == ">>" && b >= 0) return ShiftRight(a, b);
  if (operation == "//" && b != 0 && !FloorDivOverflows(a, b)) return FloorDiv(a, b);
  if (operation == "%" && b != 0) return FloorMod(a, b);
  return overflows ? std::nullopt : std::optional(result);
}

struct BinaryRow {
  Text operation, a, b, expected;
};

const BinaryRow kBinaryRows[] = {
    {"+", "9223372036854775807", "1", "9223372036854775808"},
    {"+", "-9223372036854775808", "-1", "-9223372036854775809"},
    {"+", "18446744073709551616", "-18446744073709551616", "0"},
    {"-", "-9223372036854775808", "1", "-9223372036854775809"},
    {"-", "0", "-9223372036854775808", "9223372036854775808"},
    {"*", "4294967296", "4294967296", "18446744073709551616"},
    {"*", "-9223372036854775808", "-1", "9223372036854775808"},
    {"*", "100000000000000000000", "0", "0"},
    {"//", "7", "2", "3"},
    {"//", "7", "-2", "-4"},
    {"//", "-7", "2", "-4"},
    {"//", "-7", "-2", "3"},
    {"//", "-9223372036854775808", "-1", "9223372036854775808"},
    {"//", "100000000000000000000", "-7", "-14285714285714285715"},
    {"//", "-100000000000000000000", "18446744073709551616", "-6"},
    {"//", "1", "0", "ZeroDivisionError: integer division or modulo by zero"},
    {"%", "7", "2", "1"},
    {"%", "7", "-2", "-1"},
    {"%", "-7", "2", "1"},
    {"%", "-7", "-2", "-1"},
    {"%", "-9223372036854775808", "-1", "0"},
    {"%", "100000000000000000000", "-7", "-5"},
    {"%", "-100000000000000000000", "18446744073709551616", "10680464442257309696"},
    {"%", "1", "0", "ZeroDivisionError: integer modulo by zero"},
    {"divmod", "-7", "2", "-4, 1"},
    {"divmod", "100000000000000000000", "-7", "-14285714285714285715, -5"},
    {"divmod", "1", "0", "ZeroDivisionError: integer division or modulo by zero"},
    {"/", "1", "3", "0.3333333333333333"},
    {"/", "0", "-5", "-0.0"},
    {"/", "9007199254740993", "1", "9007199254740992.0"},
    {"/", "10**308", "3", "3.333333333333333e+307"},
    {"/", "2**1024", "2", "8.98846567431158e+307"},
    {"/", "2**1024", "1", "OverflowError: integer division result too large for a float"},
    {"/", "-2**1080", "2**2100", "-8.900295434028806e-308"},
    {"/", "1", "2**1074", "5e-324"},
    {"/", "1", "2**1075", "0.0"},
    {"/", "3", "2**1075", "1e-323"},
    {"/", "9223372036854775807", "-9223372036854775808", "-1.0"},
    {"/", "9007199254740993", "9007199254740992", "1.0"},
    {"/", "1", "0", "ZeroDivisionError: division by zero"},
    {"&", "-1", "18446744073709551616", "18446744073709551616"},
    {"&", "-18446744073709551616", "-3", "-18446744073709551616"},
    {"&", "6", "3", "2"},
    {"|", "-18446744073709551616", "5", "-18446744073709551611"},
    {"|", "6", "3", "7"},
    {"^", "-1", "18446744073709551616", "-18446744073709551617"},
    {"^", "-18446744073709551616", "-3", "18446744073709551613"},
    {"<<", "1", "64", "18446744073709551616"},
    {"<<", "-1", "63", "-9223372036854775808"},
    {"<<", "0", "2**70", "0"},
    {"<<", "1", "-1", "ValueError: negative shift count"},
    {"<<", "1", "2**70", "OverflowError: too many digits in integer"},
    {">>", "18446744073709551616", "64", "1"},
    {">>", "-1", "2**70", "-1"},
    {">>", "-18446744073709551617", "1", "-9223372036854775809"},
    {">>", "5", "2**70", "0"},
    {">>", "1", "-1", "ValueError: negative shift count"},
    {"**", "2", "64", "18446744073709551616"},
    {"**", "-3", "41", "-36472996377170786403"},
    {"**", "0", "0", "1"},
    {"**", "-1", "100000000000000000001", "-1"},
    {"**", "2", "-1", "0.5"},
    {"**", "10", "-400", "0.0"},
    {"**", "0", "-1", "ZeroDivisionError: 0.0 cannot be raised to a negative power"},
    {"**", "-2", "-3", "-0.125"},
    {"**", "2**1024", "-1", "OverflowError: int too large to convert to float"},
    {"round", "15", "-1", "20"},
    {"round", "25", "-1", "20"},
    {"round", "-15", "-1", "-20"},
    {"round", "-25", "-1", "-20"},
    {"round", "105000000000000000000", "-19", "100000000000000000000"},
    {"round", "1234", "2", "1234"},
    {"round", "5", "-1", "0"},
    {"round", "6", "-1", "10"},
    {"round", "44", "-2", "0"},
    {"round", "50", "-2", "0"},
    {"round", "51", "-2", "100"},
    {"round", "7", "-100", "0"},
    {"gcd", "18446744073709551616", "-6", "2"},
    {"gcd", "0", "0", "0"},
    {"lcm", "18446744073709551616", "-6", "55340232221128654848"},
    {"lcm", "0", "5", "0"},
    {"comb", "100", "50", "100891344545564193334812497256"},
    {"comb", "5", "7", "0"},
    {"comb", "-1", "2", "ValueError: n must be a non-negative integer"},
    {"comb", "2", "-1", "ValueError: k must be a non-negative integer"},
    {"comb", "2**70", "2", "696898287454081973172400900209902591410176"},
    {"comb", "2**70", "590295810358705651712",
     "OverflowError: min(n - k, k) must not exceed 9223372036854775807"},
    {"perm", "30", "25", "2210440498434925488635904000000"},
    {"perm", "5", "7", "0"},
    {"perm", "-1", "2", "ValueError: n must be a non-negative integer"},
    {"perm", "2", "-1", "ValueError: k must be a non-negative integer"},
    {"perm", "2**70", "3", "1645504557321206042150787792832626013143700279640699730388844544"},
};

TEST_CASE("operations on two ints") {
  for (const BinaryRow& row : kBinaryRows) {
    BigInt a = Int(row.a), b = Int(row.b);
    INFO(row.a << " " << row.operation << " " << row.b);
    CHECK(kBinary.at(row.operation)(a, b) == row.expected);
    if (!a.FitsInt64() || !b.FitsInt64()) continue;
    std::optional<int64_t> machine = OnMachineInts(row.operation, a.ToInt64(), b.ToInt64());
    if (machine) CHECK(std::to_string(*machine) == row.expected);
    if (row.operation == "/") CHECK(Show(TrueDiv(a.ToInt64(), b.ToInt64())) == row.expected);
  }
}

struct UnaryRow {
  Text operation, a, expected;
};

const UnaryRow kUnaryRows[] = {
    {"~", "0", "-1"},
    {"~", "-18446744073709551616", "18446744073709551615"},
    {"float", "9007199254740993", "9007199254740992.0"},
    {"float", "9007199254740995", "9007199254740996.0"},
    {"float", "2**1024-2**970-1", "1.7976931348623157e+308"},
    {"float", "2**1024-2**970", "OverflowError: int too large to convert to float"},
    {"float", "-2**1024", "OverflowError: int too large to convert to float"},
    {"bit_length", "0", "0"},
    {"bit_length", "-18446744073709551616", "65"},
    {"bit_length", "255", "8"},
    {"bit_count", "-18446744073709551617", "2"},
    {"bit_count", "255", "8"},
    {"isqrt", "10**40", "100000000000000000000"},
    {"isqrt", "-1", "ValueError: isqrt() argument must be nonnegative"},
    {"isqrt", "35", "5"},
    {"factorial", "0", "1"},
    {"factorial", "25", "15511210043330985984000000"},
    {"factorial", "-1", "ValueError: factorial() not defined for negative values"},
    {"factorial", "2**70", "OverflowError: factorial() argument should not exceed 9223372036854775807"},
    {"log", "10**400", "921.0340371976182"},
    {"log", "0", "ValueError: math domain error"},
    {"log", "8", "2.0794415416798357"},
    {"log2", "2**2000", "2000.0"},
    {"log2", "1", "0.0"},
    {"log10", "10**400", "400.0"},
    {"log10", "-5", "ValueError: math domain error"},
    {"hex", "-255", "-0xff"},
    {"hex", "18446744073709551616", "0x10000000000000000"},
};

TEST_CASE("operations on one int") {
  for (const UnaryRow& row : kUnaryRows) {
    INFO(row.operation << " " << row.a);
    CHECK(kUnary.at(row.operation)(Int(row.a)) == row.expected);
  }
}

struct PowModRow {
  Text base, exponent, modulus, expected;
};

const PowModRow kPowModRows[] = {
    {"3", "200", "13", "9"},
    {"3", "200", "-13", "-4"},
    {"-3", "3", "7", "1"},
    {"3", "-1", "7", "5"},
    {"3", "-1", "-7", "-2"},
    {"2", "-1", "4", "ValueError: base is not invertible for the given modulus"},
    {"2", "3", "0", "ValueError: pow() 3rd argument cannot be 0"},
    {"2", "-1", "1", "0"},
    {"0", "0", "1", "0"},
    {"10**30", "10**30", "100000000000000000039", "85482778994615255490"},
};

TEST_CASE("pow with a modulus") {
  for (const PowModRow& row : kPowModRows) {
    INFO(row.base << " ** " << row.exponent << " % " << row.modulus);
    CHECK(Show(PowMod(Int(row.base), Int(row.exponent), Int(row.modulus))) == row.expected);
  }
}

TEST_CASE("a result that would not fit into memory is an error, not an abort") {
  BigInt many(int64_t{1} << 40), half(int64_t{1} << 39);
  for (const Fallible<BigInt>& result : {ShiftLeft(BigInt(1), many), Pow(BigInt(3), many), Factorial(many),
                                         Comb(many, half), Perm(many, half)}) {
    REQUIRE(!result.ok());
    CHECK(Show(result) == "MemoryError: ");
  }
}

struct CompareRow {
  Text a, b;
  int expected;
};

const CompareRow kCompareRows[] = {
    {"0", "-0.0", 0},
    {"9007199254740993", "9007199254740992.0", 1},
    {"-9007199254740993", "-9007199254740992.0", -1},
    {"9223372036854775807", "9223372036854775808.0", -1},
    {"-9223372036854775808", "-9223372036854775808.0", 0},
    {"1", "1.5", -1},
    {"-1", "-1.5", 1},
    {"18446744073709551616", "18446744073709551616.0", 0},
    {"18446744073709551616", "inf", -1},
    {"-5", "-inf", 1},
};

TEST_CASE("an int compares with a float as if both were exact") {
  for (const CompareRow& row : kCompareRows) {
    BigInt a = Int(row.a);
    INFO(row.a << " " << row.b);
    CHECK(Compare(a, Float(row.b)) == (row.expected <=> 0));
    if (a.FitsInt64()) CHECK(Compare(a.ToInt64(), Float(row.b)) == (row.expected <=> 0));
  }
  CHECK(Compare(BigInt(1), Float("nan")) == std::partial_ordering::unordered);
}

TEST_CASE("int.to_bytes and int.from_bytes") {
  CHECK(*ToBytes(BigInt(-2), 3, /*little_endian=*/false, /*is_signed=*/true) == "\xff\xff\xfe");
  CHECK(*ToBytes(BigInt(0x1234), 3, true, false) == std::string("\x34\x12\0", 3));
  CHECK(Show(ToBytes(BigInt(128), 1, true, true)) == "OverflowError: int too big to convert");
  CHECK(Show(ToBytes(BigInt(-1), 1, true, false)) == "OverflowError: can't convert negative int to unsigned");
  CHECK(FromBytes("\xff\xfe", false, true) == BigInt(-2));
  CHECK(FromBytes("\xff\xfe", false, false) == BigInt(0xfffe));
}

TEST_CASE("conversions of BigInt") {
  CHECK(BigInt::FromInt128(-((__int128)1 << 100)).ToString() == "-1267650600228229401496703205376");
  CHECK(BigInt::FromInt128(-1) == BigInt(-1));
  CHECK(Int("99999999999999999999").ClampToInt64() == kInt64Max);
  CHECK(Int("-99999999999999999999").ClampToInt64() == kInt64Min);
  CHECK(!BigInt::Parse("").has_value());
  CHECK(!BigInt::Parse("-").has_value());
  CHECK(!BigInt::Parse("1 2").has_value());
  CHECK(BigInt::Parse("-ff", 16)->ToInt64() == -255);
  BigInt moved = Int("123456789012345678901234567890");
  BigInt target = std::move(moved);
  CHECK(target.ToString(36) == "byw97um9s91dlz68tsi");
}

}  // namespace
}  // namespace fora::num
