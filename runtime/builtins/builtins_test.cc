// Builtins by table: each row is a call and what CPython 3.11 answers, as repr or "Class: message".
#include <catch2/catch.hpp>

#include <cmath>

#include "runtime/builtins/builtins.h"
#include "runtime/num/big_int.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/text.h"

namespace fora::builtins {
namespace {

struct NoFunctions : Evaluator {
  uint32_t minor = 11;
  Result<Value> CallFunction(const FunctionObject&, Arguments) override {
    return Unsupported("no functions here");
  }
  uint32_t python_minor() const override { return minor; }
  bool cancelled() const override { return false; }
};

std::string Show(Evaluator& evaluator, Result<Value> result) {
  if (result.ok()) return object_model::Repr(evaluator, *result)->as<StrObject>()->ToUtf8();
  if (result.stop().kind != Stop::Kind::kRaised) return "stop: " + result.stop().message;
  const Value& exception = result.stop().exception;
  return exception.as<InstanceObject>()->cls()->name + ": " +
         object_model::Str(evaluator, exception)->as<StrObject>()->ToUtf8();
}

Value I(int64_t i) { return Value::Int(i); }
Value F(double d) { return Value::Float(d); }
Value S(const char* s) { return MakeStr(s); }
Value L(std::vector<Value> items) { return MakeList(std::move(items)); }

struct Row {
  const char* name;
  std::vector<Value> positional;
  std::vector<std::pair<std::string, Value>> keywords;
  const char* expected;
};

const std::vector<Row>& Rows() {
  static const std::vector<Row> rows = {
      {"abs", {}, {}, "TypeError: abs() takes exactly one argument (0 given)"},
      {"abs", {}, {{"x", I(1)}}, "TypeError: abs() takes no keyword arguments"},
      {"abs", {I(INT64_MIN)}, {}, "9223372036854775808"},
      {"abs", {S("a")}, {}, "TypeError: bad operand type for abs(): 'str'"},
      {"any", {L({I(0), I(2)})}, {}, "True"},
      {"all", {L({I(0), I(2)})}, {}, "False"},
      {"bin", {I(-5)}, {}, "'-0b101'"},
      {"chr", {I(1114112)}, {}, "ValueError: chr() arg not in range(0x110000)"},
      {"ord", {S("ab")}, {}, "TypeError: ord() expected a character, but string of length 2 found"},
      {"divmod", {I(1)}, {}, "TypeError: divmod expected 2 arguments, got 1"},
      {"divmod", {F(7.5), I(2)}, {}, "(3.0, 1.5)"},
      {"divmod", {I(1), S("a")}, {}, "TypeError: unsupported operand type(s) for divmod(): 'int' and 'str'"},
      {"divmod", {F(1), I(0)}, {}, "ZeroDivisionError: float divmod()"},
      {"max", {}, {}, "TypeError: max expected at least 1 argument, got 0"},
      {"max", {L({})}, {}, "ValueError: max() arg is an empty sequence"},
      {"max", {L({})}, {{"default", I(3)}}, "3"},
      {"max",
       {I(1), I(2)},
       {{"default", I(3)}},
       "TypeError: Cannot specify a default for max() with multiple positional arguments"},
      {"min", {I(1), I(2)}, {{"foo", I(3)}}, "TypeError: 'foo' is an invalid keyword argument for min()"},
      {"max", {F(NAN), I(1)}, {}, "nan"},
      {"pow", {I(2)}, {{"foo", I(3)}}, "TypeError: pow() missing required argument 'exp' (pos 2)"},
      {"pow", {I(2), I(-1), I(5)}, {}, "3"},
      {"pow", {I(2), I(-1), I(4)}, {}, "ValueError: base is not invertible for the given modulus"},
      {"pow",
       {I(2)},
       {{"exp", I(3)}, {"base", I(3)}},
       "TypeError: argument for pow() given by name ('base') and position (1)"},
      {"round", {F(2.5)}, {}, "2"},
      {"round", {F(1.25), I(1)}, {}, "1.2"},
      {"round", {I(25), I(-1)}, {}, "20"},
      {"round", {S("a")}, {}, "TypeError: type str doesn't define __round__ method"},
      {"round", {F(INFINITY)}, {}, "OverflowError: cannot convert float infinity to integer"},
      {"sorted", {L({I(3), I(1), I(2)})}, {{"reverse", I(1)}}, "[3, 2, 1]"},
      {"sorted", {L({I(1)})}, {{"foo", I(2)}}, "TypeError: 'foo' is an invalid keyword argument for sort()"},
      {"sum", {}, {}, "TypeError: sum() takes at least 1 positional argument (0 given)"},
      {"sum", {L({I(1)}), I(2), I(3)}, {}, "TypeError: sum() takes at most 2 arguments (3 given)"},
      {"sum", {L({I(INT64_MAX), I(1)})}, {}, "9223372036854775808"},
      {"sum", {L({S("a")}), S("")}, {}, "TypeError: sum() can't sum strings [use ''.join(seq) instead]"},
      {"sum", {L({L({I(1)}), L({I(2)})}), L({})}, {}, "[1, 2]"},
      {"int", {S(" -12_3 ")}, {}, "-123"},
      {"int", {S("0x1f")}, {{"base", I(16)}}, "31"},
      {"int", {}, {{"base", I(16)}}, "TypeError: int() missing string argument"},
      {"int", {S("9"), I(8)}, {}, "ValueError: invalid literal for int() with base 8: '9'"},
      {"float", {S("abc")}, {}, "ValueError: could not convert string to float: 'abc'"},
      {"float", {I(1), I(2)}, {}, "TypeError: float expected at most 1 argument, got 2"},
      {"range", {I(1), I(2), I(0)}, {}, "ValueError: range() arg 3 must not be zero"},
      {"str", {I(1), S("a")}, {}, "TypeError: decoding to str: need a bytes-like object, int found"},
      {"enumerate", {}, {}, "TypeError: enumerate() missing required argument 'iterable'"},
      {"zip", {L({})}, {{"foo", I(1)}}, "TypeError: 'foo' is an invalid keyword argument for zip()"},
      {"map", {I(1)}, {}, "TypeError: map() must have at least two arguments."},
      {"math.sin", {}, {}, "TypeError: math.sin() takes exactly one argument (0 given)"},
      {"math.sin", {S("a")}, {}, "TypeError: must be real number, not str"},
      {"math.sqrt", {F(-1)}, {}, "ValueError: math domain error"},
      {"math.log", {I(8), I(2)}, {}, "3.0"},
      {"math.log", {}, {}, "TypeError: math.log requires 1 to 2 arguments"},
      {"math.atan2", {I(1)}, {}, "TypeError: atan2 expected 2 arguments, got 1"},
      {"math.comb", {I(5), I(-2)}, {}, "ValueError: k must be a non-negative integer"},
      {"math.perm", {I(5)}, {}, "120"},
      {"math.isqrt", {I(-1)}, {}, "ValueError: isqrt() argument must be nonnegative"},
      {"math.gcd", {I(12), I(18), I(27)}, {}, "3"},
      {"math.prod", {L({I(1), I(2)})}, {{"start", I(3)}}, "6"},
      {"math.ldexp", {F(1.5), I(10000)}, {}, "OverflowError: math range error"},
      {"math.isclose", {I(1)}, {{"foo", I(2)}}, "TypeError: isclose() missing required argument 'b' (pos 2)"},
      {"math.floor", {F(-1.5)}, {}, "-2"},
  };
  return rows;
}

TEST_CASE("every row answers as CPython does") {
  NoFunctions evaluator;
  for (const Row& row : Rows()) {
    INFO(row.name << " -> " << row.expected);
    std::optional<Value> callee = Find(row.name);
    REQUIRE(callee);
    CHECK(Show(evaluator, object_model::Call(evaluator, *callee, Arguments{row.positional, row.keywords})) ==
          row.expected);
  }
}

TEST_CASE(
    "sum adds floats in order, and compensates them from 3.12 on unless an int that fits no register came "
    "before") {
  const Value beyond = object_model::FromBigInt(*num::BigInt::Parse("18446744073709551616"));
  const Value minus_beyond = object_model::FromBigInt(*num::BigInt::Parse("-18446744073709551616"));
  const double inf = HUGE_VAL;
  struct SumRow {
    Value start;
    std::vector<Value> items;
    const char *python_3_11, *python_3_12;
  };
  const SumRow rows[] = {
      {I(0), std::vector<Value>(10, F(0.1)), "0.9999999999999999", "1.0"},
      {I(0), {I(1), I(2), F(0.5)}, "3.5", "3.5"},
      {I(0), {F(1e16), F(1.0), F(-1e16)}, "0.0", "1.0"},
      {F(1.5), {I(1), F(0.1), F(0.1), F(0.1)}, "2.8000000000000003", "2.8"},
      {I(0), {F(0.1), beyond, minus_beyond, F(0.1), F(0.1)}, "0.2", "0.2"},
      {beyond, {F(0.1), F(0.1)}, "1.8446744073709552e+19", "1.8446744073709552e+19"},
      {I(0), {F(1e308), F(1e308), F(-1e308)}, "inf", "inf"},
      {I(0), {F(inf), F(-inf)}, "nan", "nan"},
      {F(-0.0), {F(-0.0), F(-0.0)}, "-0.0", "-0.0"},
      {I(0), {F(-0.0)}, "0.0", "0.0"},
      {I(0), {}, "0", "0"},
  };
  for (const SumRow& row : rows) {
    NoFunctions evaluator;
    INFO(row.python_3_11);
    evaluator.minor = 11;
    CHECK(Show(evaluator, object_model::Call(evaluator, *Find("sum"), {L(row.items), row.start})) ==
          row.python_3_11);
    evaluator.minor = 12;
    CHECK(Show(evaluator, object_model::Call(evaluator, *Find("sum"), {L(row.items), row.start})) ==
          row.python_3_12);
  }
}

TEST_CASE("names are found, and only those that are supported") {
  CHECK(Find("ValueError")->Is(Tag::kClass));
  CHECK(Find("math.pi")->as_float() == 3.141592653589793);
  CHECK(!Find("print"));
  CHECK(!Find("math.nothing"));
  CHECK(!FindModule("os"));
  CHECK(Info(Find("math.sin")->as_index()).math_row >= 0);
  CHECK(Info(Find("len")->as_index()).math_row == -1);
}

}  // namespace
}  // namespace fora::builtins
