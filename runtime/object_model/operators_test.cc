// Operators on builtin types; the expected texts are CPython 3.11's.
#include <cmath>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/fake_evaluator.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/text.h"

namespace fora::object_model {
namespace {

FakeEvaluator evaluator;

std::string Utf8(const Value& text) { return text.as<StrObject>()->ToUtf8(); }

std::string Show(Result<Value> result) {
  if (result.ok()) return Utf8(*Repr(evaluator, *result));
  Stop& stop = result.stop();
  if (stop.kind != Stop::Kind::kRaised) return "stop: " + stop.message;
  return TypeName(stop.exception) + ": " + Utf8(*Str(evaluator, stop.exception));
}

Value I(int64_t i) { return Value::Int(i); }
Value F(double d) { return Value::Float(d); }
Value S(const char* text) { return MakeStr(text); }
Value L(std::vector<Value> items) { return MakeList(std::move(items)); }
Value T(std::vector<Value> items) { return MakeTuple(std::move(items)); }
Value Big(const char* digits) { return FromBigInt(*num::BigInt::Parse(digits)); }
Value None() { return Value::None(); }
Value Slice(Value a, Value b, Value c) { return Value::Adopt(new SliceObject(a, b, c)); }
Value Range(Value a, Value b, Value c) { return *MakeRange(a, b, c); }

TEST_CASE("binary operators") {
  struct Row {
    BinaryOp op;
    Value a, b;
    const char* expected;
  };
  const Value max = I(INT64_MAX);
  const Row rows[] = {
      {BinaryOp::kAdd, max, I(1), "9223372036854775808"},
      {BinaryOp::kSub, Big("9223372036854775808"), I(1), "9223372036854775807"},
      {BinaryOp::kMul, max, max, "85070591730234615847396907784232501249"},
      {BinaryOp::kPow, I(2), I(100), "1267650600228229401496703205376"},
      {BinaryOp::kPow, I(2), I(-1), "0.5"},
      {BinaryOp::kPow, F(2), F(10000), "OverflowError: (34, 'Numerical result out of range')"},
      {BinaryOp::kPow, F(-8), F(0.5), "stop: complex numbers are not supported"},
      {BinaryOp::kFloorDiv, I(-7), I(2), "-4"},
      {BinaryOp::kMod, I(-7), I(2), "1"},
      {BinaryOp::kMod, F(-7), I(2), "1.0"},
      {BinaryOp::kMod, I(1), I(0), "ZeroDivisionError: integer modulo by zero"},
      {BinaryOp::kTrueDiv, I(1), I(0), "ZeroDivisionError: division by zero"},
      {BinaryOp::kTrueDiv, F(1), I(0), "ZeroDivisionError: float division by zero"},
      {BinaryOp::kTrueDiv, max, I(3), "3.0744573456182584e+18"},
      {BinaryOp::kAnd, Value::Bool(true), Value::Bool(false), "False"},
      {BinaryOp::kAnd, Value::Bool(true), I(3), "1"},
      {BinaryOp::kAdd, Value::Bool(true), Value::Bool(true), "2"},
      {BinaryOp::kShl, I(1), I(70), "1180591620717411303424"},
      {BinaryOp::kShl, I(1), I(-1), "ValueError: negative shift count"},
      {BinaryOp::kOr, I(1), F(2), "TypeError: unsupported operand type(s) for |: 'int' and 'float'"},
      {BinaryOp::kPow, S("a"), I(2),
       "TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'"},
      {BinaryOp::kAdd, I(1), S("a"), "TypeError: unsupported operand type(s) for +: 'int' and 'str'"},
      {BinaryOp::kAdd, S("a"), I(1), "TypeError: can only concatenate str (not \"int\") to str"},
      {BinaryOp::kAdd, L({I(1)}), T({}), "TypeError: can only concatenate list (not \"tuple\") to list"},
      {BinaryOp::kAdd, L({I(1)}), L({F(2)}), "[1, 2.0]"},
      {BinaryOp::kAdd, T({I(1)}), T({I(2)}), "(1, 2)"},
      {BinaryOp::kMul, I(3), S("ab"), "'ababab'"},
      {BinaryOp::kMul, L({I(1)}), I(-1), "[]"},
      {BinaryOp::kMul, S("a"), F(1.5), "TypeError: can't multiply sequence by non-int of type 'float'"},
      {BinaryOp::kMul, S("a"), I(int64_t{1} << 62), "MemoryError: "},
      {BinaryOp::kMul, S("a"), Big("100000000000000000000"),
       "OverflowError: cannot fit 'int' into an index-sized integer"},
      {BinaryOp::kMod, S("%s"), I(1), "stop: formatting with '%' is not supported"},
      {BinaryOp::kOr, ClassValue(BuiltinClass::kInt), None(), "stop: union types are not supported"},
  };
  for (const Row& row : rows) CHECK(Show(Binary(evaluator, row.op, row.a, row.b)) == row.expected);
}

TEST_CASE("a sum reuses a list that nobody else refers to") {
  Value list = L({I(1)});
  HeapObject* object = list.heap();
  Result<Value> sum = BinaryConsuming(evaluator, BinaryOp::kAdd, std::move(list), L({S("a")}));
  REQUIRE(sum.ok());
  CHECK(sum->heap() == object);
  Value kept = *sum;
  CHECK(Show(BinaryConsuming(evaluator, BinaryOp::kAdd, std::move(*sum), L({I(2)}))) == "[1, 'a', 2]");
  CHECK(Show(kept) == "[1, 'a']");
  CHECK(Show(Inplace(evaluator, BinaryOp::kMul, Range(I(0), I(3), I(1)), L({}))) ==
        "TypeError: unsupported operand type(s) for *=: 'range' and 'list'");
}

TEST_CASE("comparison") {
  struct Row {
    CompareOp op;
    Value a, b;
    const char* expected;
  };
  const double nan = std::nan("");
  const Row rows[] = {
      {CompareOp::kEq, I(1), F(1), "True"},
      {CompareOp::kEq, I(1), Value::Bool(true), "True"},
      {CompareOp::kLt, I((int64_t{1} << 53) + 1), F(0x1p53), "False"},
      {CompareOp::kEq, F(nan), F(nan), "False"},
      {CompareOp::kNe, F(nan), I(1), "True"},
      {CompareOp::kLt, S("a"), S("\xe2\x82\xac"), "True"},
      {CompareOp::kLt, L({I(1), I(2)}), L({I(1), I(3)}), "True"},
      {CompareOp::kLt, L({I(1)}), L({None()}),
       "TypeError: '<' not supported between instances of 'int' and 'NoneType'"},
      {CompareOp::kLt, L({}), T({}), "TypeError: '<' not supported between instances of 'list' and 'tuple'"},
      {CompareOp::kEq, L({}), T({}), "False"},
      {CompareOp::kEq, T({I(1), L({I(2)})}), T({F(1), L({F(2)})}), "True"},
      {CompareOp::kEq, Range(I(0), I(3), I(2)), Range(I(0), I(4), I(2)), "True"},
      {CompareOp::kIn, S("bc"), S("abcd"), "True"},
      {CompareOp::kIn, I(1), S("a"), "TypeError: 'in <string>' requires string as left operand, not int"},
      {CompareOp::kIn, I(1), I(2), "TypeError: argument of type 'int' is not iterable"},
      {CompareOp::kNotIn, F(4), Range(I(0), I(10), I(2)), "False"},
      {CompareOp::kIs, None(), None(), "True"},
      {CompareOp::kIs, I(1), Value::Bool(true), "False"},
      {CompareOp::kIsNot, I(1000), I(1001), "True"},
      {CompareOp::kIs, I(1000), I(1000),
       "stop: 'is' between equal values of type 'int' depends on object identity, which is not supported; "
       "use '=='"},
  };
  for (const Row& row : rows) CHECK(Show(Compare(evaluator, row.op, row.a, row.b)) == row.expected);
}

TEST_CASE("items") {
  struct Row {
    Value object, index;
    const char* expected;
  };
  const Value list = L({I(1), I(2), I(3)});
  const Value text = S("ab\xe2\x82\xac");
  const Value range = Range(I(0), I(10), I(2));
  const Row rows[] = {
      {list, I(-1), "3"},
      {list, Value::Bool(true), "2"},
      {list, I(3), "IndexError: list index out of range"},
      {list, S("a"), "TypeError: list indices must be integers or slices, not str"},
      {list, Big("1000000000000000000000"), "IndexError: cannot fit 'int' into an index-sized integer"},
      {list, Slice(None(), None(), I(-1)), "[3, 2, 1]"},
      {list, Slice(I(1), I(100), None()), "[2, 3]"},
      {list, Slice(None(), None(), I(0)), "ValueError: slice step cannot be zero"},
      {text, I(2), "'\xe2\x82\xac'"},
      {text, F(1), "TypeError: string indices must be integers, not 'float'"},
      {range, I(-1), "8"},
      {range, I(5), "IndexError: range object index out of range"},
      {range, Slice(I(1), None(), I(2)), "range(2, 10, 4)"},
      {Range(I(0), Big("100000000000000000000000"), I(1)), Big("99999999999999999999999"),
       "99999999999999999999999"},
      {I(5), I(0), "TypeError: 'int' object is not subscriptable"},
  };
  for (const Row& row : rows) CHECK(Show(GetItem(evaluator, row.object, row.index)) == row.expected);
}

TEST_CASE("repr of texts and nested values") {
  struct Row {
    Value value;
    const char* expected;
  };
  const Row rows[] = {
      {S("it's"), "\"it's\""},
      {S("'\""), "'\\'\"'"},
      {S("\n\t\x01\x7f"), "'\\n\\t\\x01\\x7f'"},
      {S("\xc3\xa9\xc2\xa0\xe2\x80\x8b"), "'\xc3\xa9\\xa0\\u200b'"},
      {T({I(1)}), "(1,)"},
      {L({T({}), None(), F(1e22)}), "[(), None, 1e+22]"},
      {Range(I(0), I(3), I(1)), "range(0, 3)"},
      {Slice(I(1), None(), I(2)), "slice(1, None, 2)"},
      {ClassValue(BuiltinClass::kValueError), "<class 'ValueError'>"},
  };
  for (const Row& row : rows) CHECK(Show(row.value) == row.expected);
}

TEST_CASE("sorting is stable both ways") {
  auto sorted = [](std::vector<Value> items, bool reverse) {
    auto result = Sort(evaluator, std::move(items), None(), reverse);
    return Show(result.ok() ? Result<Value>(MakeList(*result)) : Result<Value>(result.TakeStop()));
  };
  CHECK(sorted({I(2), Value::Bool(true), I(1), I(0)}, false) == "[0, True, 1, 2]");
  CHECK(sorted({I(2), Value::Bool(true), I(1), I(0)}, true) == "[2, True, 1, 0]");
  CHECK(sorted({I(1), S("a")}, false) == "TypeError: '<' not supported between instances of 'str' and 'int'");
}

}  // namespace
}  // namespace fora::object_model
