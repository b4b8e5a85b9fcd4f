// Typed FIR in, answers out: compiled and run against the fake runtime.
#include <unistd.h>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

#include <filesystem>
#include <fstream>

#include "compiler/codegen/test_runtime.h"
#include "compiler/ir/parse_text.h"
#include "runtime/value/identical.h"

namespace fora::codegen {
namespace {

Value I(int64_t i) { return Value::Int(i); }
Value F(double d) { return Value::Float(d); }

// f(x, y) of one int operator, with a frame state that has both operands.
std::string IntOperator(const std::string& op) {
  return "typed 0 \"f\" returns Int {\n frame 0 b0:0 [%0=%0, %1=%1]\nb0(%0: Int, %1: Int):\n %2: Int = " +
         op + " %0, %1 {fs=0}\n return %2\n}\n";
}

TEST_CASE("int arithmetic") {
  struct Row {
    const char* op;
    int64_t x, y, result;
    bool exits;
  };
  const Row rows[] = {
      {"int.add", 2, 3, 5, false},
      {"int.add", INT64_MAX, 1, 0, true},
      {"int.sub", INT64_MIN, 1, 0, true},
      {"int.mul", -4, 5, -20, false},
      {"int.mul", INT64_MAX, 2, 0, true},
      {"int.floordiv", 7, 2, 3, false},
      {"int.floordiv", -7, 2, -4, false},
      {"int.floordiv", 7, -2, -4, false},
      {"int.floordiv", -8, -2, 4, false},
      {"int.floordiv", 1, 0, 0, true},
      {"int.floordiv", INT64_MIN, -1, 0, true},
      {"int.mod", -7, 3, 2, false},
      {"int.mod", 7, -3, -2, false},
      {"int.mod", 6, 3, 0, false},
      {"int.mod", 5, 0, 0, true},
      {"int.mod", 5, -1, 0, false},
      {"int.shl", 3, 4, 48, false},
      {"int.shl", 1, 63, 0, true},
      {"int.shl", 1, 64, 0, true},
      {"int.shl", 1, -1, 0, true},
      {"int.shr", -5, 1, -3, false},
      {"int.shr", -5, 200, -1, false},
      {"int.pow", 3, 4, 81, false},
      {"int.pow", 10, 19, 0, true},
      {"int.pow", 2, -1, 0, true},
      {"int.pow", -2, 63, INT64_MIN, false},
      {"int.pow", 0, 0, 1, false},
  };
  for (const Row& row : rows) {
    INFO(row.op << " " << row.x << " " << row.y);
    Program p(IntOperator(row.op).c_str());
    int64_t result = p.Int({I(row.x), I(row.y)});
    CHECK(p.runtime.exits.size() == (row.exits ? 1u : 0u));
    if (row.exits) {
      CHECK(p.runtime.exits[0].live[0].as_int() == row.x);
      CHECK(p.runtime.exits[0].live[1].as_int() == row.y);
      CHECK(p.runtime.exits[0].reason == 0);
    } else {
      CHECK(result == row.result);
    }
  }
}

TEST_CASE("a proven operator needs no frame state, and an unproven one has to have it") {
  Program p(
      "typed 0 \"f\" returns Int {\nb0(%0: Int, %1: Int):\n %2: Int = int.add %0, %1 {flag}\n return %2\n}");
  CHECK(p.Int({I(2), I(40)}) == 42);
  auto unproven = ir::ParseTypedModule(
      "typed 0 \"f\" returns Int {\nb0(%0: Int):\n %1: Int = int.add %0, %0\n return %1\n}", nullptr);
  REQUIRE(unproven.ok());
  CHECK(p.jit->Compile(*unproven).status().code() == absl::StatusCode::kUnimplemented);
}

TEST_CASE("division by a positive int, and of an int that isn't negative") {
  struct Row {
    const char* op;
    int64_t x, y, result;
  };
  const Row rows[] = {
      {"int.floordiv %0, %1 {flag}", -7, 2, -4},
      {"int.mod %0, %1 {flag}", -7, 3, 2},
      {"int.floordiv %0, %1 {index=1, flag}", 7, 2, 3},
      {"int.floordiv %0, %1 {index=1, flag}", INT64_MAX, 1, INT64_MAX},
      {"int.mod %0, %1 {index=1, flag}", 7, 3, 1},
      {"int.mod %0, %1 {index=1, flag}", INT64_MAX - 1, INT64_MAX, INT64_MAX - 1},
  };
  for (const Row& row : rows) {
    INFO(row.op << " " << row.x << " " << row.y);
    Program p((std::string("typed 0 \"f\" returns Int {\nb0(%0: Int, %1: Int):\n %2: Int = ") + row.op +
               "\n return %2\n}\n")
                  .c_str());
    CHECK(p.Int({I(row.x), I(row.y)}) == row.result);
  }
}

TEST_CASE("floats") {
  Program p(R"(typed 0 "f" returns Float {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: Float, %1: Float):
  %2: Float = float.mul %0, %1
  %3: Float = float.add %2, %0
  %4: Float = float.mod %3, %1 {fs=0}
  %5: Float = float.floordiv %3, %1 {fs=0}
  %6: Float = float.pow %4, %1 {fs=0}
  %7: Float = float.truediv %6, %5 {fs=0}
  return %7
})");
  double x = 1.1, y = 2.3, m = x * y + x;
  CHECK(p.Float({F(x), F(y)}) == std::pow(std::fmod(m, y), y) / std::floor(m / y));
  p.Call({F(1), F(0)});
  CHECK(p.runtime.exits.size() == 1);
}

TEST_CASE("squares and roots by power have the bits of libm's pow") {
  for (const double exponent : {2.0, 0.5}) {
    const std::string text = R"(typed 0 "f" returns Float {
  frame 0 b0:0 [%0=%0]
b0(%0: Float):
  %1: Float = const {index=)" +
                             std::to_string(std::bit_cast<int64_t>(exponent)) + R"(, flag}
  %2: Float = float.pow %0, %1 {fs=0}
  return %2
})";
    Program p(text.c_str());
    uint64_t state = 1;
    for (int i = 0; i < 20000; ++i) {
      state = state * 6364136223846793005 + 1442695040888963407;
      const double fraction = std::ldexp(static_cast<double>(state >> 12), -52);
      const double x = std::ldexp(1.0 + fraction, static_cast<int>(state % 1000) - 500);
      REQUIRE(p.Float({F(x)}) == std::pow(x, exponent));
    }
    CHECK(p.Float({F(0.0)}) == 0.0);
    CHECK(p.Float({F(5e-324)}) == std::pow(5e-324, exponent));
    CHECK(p.runtime.exits.empty());
  }
}

TEST_CASE("float to int and comparisons") {
  Program p(R"(typed 0 "f" returns Tuple<Int, Int, Int, Bool, Bool> {
  frame 0 b0:0 [%0=%0]
b0(%0: Float, %9: Int):
  %1: Int = float.to_int %0 {fs=0}
  %2: Int = float.round %0 {fs=0}
  %3: Int = math.to_int %0 {fs=0}
  %4: Bool = int_float.compare %9, %0 {compare="<"}
  %5: Bool = float.compare %0, %0 {compare="=="}
  %6: Tuple<Int, Int, Int, Bool, Bool> = make_tuple %1, %2, %3, %4, %5
  return %6
})");
  Value t = p.Call({F(-2.5), I(-3)});
  const auto& items = t.as<TupleObject>()->items;
  CHECK(items[0].as_int() == -2);
  CHECK(items[1].as_int() == -2);
  CHECK(items[2].as_int() == -3);
  CHECK(items[3].as_bool());
  CHECK(items[4].as_bool());
  for (double bad : {std::nan(""), HUGE_VAL, 1e19}) p.Call({F(bad), I(0)});
  CHECK(p.runtime.exits.size() == 3);
  t = p.Call({F(9007199254740992.0), I(9007199254740993)});
  CHECK_FALSE(t.as<TupleObject>()->items[3].as_bool());
}

constexpr const char* kLoopSum = R"(typed 0 "loopSum" returns Float {
  frame 0 b0:0 [%0=%0]
  frame 1 b1:0 [%3=%3, %4=%4]
b0(%0: Int):
  %1: Float = const {flag}
  %2: Int = const {flag}
  jump b1(%0, %1)
b1(%3: Int, %4: Float):
  %5: Bool = int.compare %3, %2 {compare=">"}
  branch %5 b2() b3()
b2():
  %6: Float = int.to_float %3
  %7: Float = float.add %4, %6
  %8: Int = const {index=1, flag}
  %9: Int = int.sub %3, %8 {fs=1}
  jump b1(%9, %7)
b3():
  return %4
})";

TEST_CASE("a loop, its poll, and cancellation") {
  Program p(kLoopSum);
  CHECK(p.Float({I(1000)}) == 500500);
  CHECK(p.runtime.polls == 0);
  p.runtime.context.poll = 1;
  CHECK(p.Float({I(1000)}) == 500500);
  CHECK(p.runtime.polls >= 1);
  p.runtime.context.poll = 1;
  p.runtime.polls = 0;
  p.runtime.poll_stops_at = 0;
  CHECK(p.Call({I(100000)}).is_unbound());
  CHECK(p.status == abi::Status::kStopped);
  CHECK(p.runtime.traces == 1);
}

TEST_CASE("unions and tuples with a computed index") {
  Program p(R"(typed 0 "f" returns Union<None, Int, Float> {
  frame 0 b0:0 [%0=%0]
b0(%0: Int):
  %1: Float = const {index=4609434218613702656, flag}
  %2: None = undefined
  %3: Tuple<Float, Int, None> = make_tuple %1, %0, %2
  %4: Union<None, Int, Float> = tuple_index %3, %0 {fs=0}
  return %4
}
typed 1 "g" returns Bool {
b0(%0: Union<None, Int, Float>):
  %1: Bool = is_member %0 {index=1}
  branch %1 b1() b2()
b1():
  %2: Int = narrow %0
  %3: Bool = int.compare %2, %2 {compare="=="}
  return %3
b2():
  return %1
})");
  CHECK(p.Float({I(0)}) == 1.5);
  CHECK(p.Int({I(1)}) == 1);
  CHECK(p.Call({I(-1)}).is_none());
  CHECK(p.Call({I(3)}).as_int() == -1);
  CHECK(p.runtime.exits.size() == 1);
  CHECK(p.Call({I(5)}, 1).as_bool());
  CHECK_FALSE(p.Call({Value::None()}, 1).as_bool());
}

constexpr const char* kFib = R"(typed 0 "fib" returns Int {
  frame 0 b0:0 [%0=%0]
  frame 1 b2:0 [%0=%0]
  frame 2 b2:1 [%0=%0, %4=%4]
  frame 3 b2:2 [%4=%4, %6=%6]
b0(%0: Int):
  %1: Int = const {index=2, flag}
  %2: Bool = int.compare %0, %1 {compare="<"}
  branch %2 b1() b2()
b1():
  return %0
b2():
  %7: Int = const {index=1, flag}
  %3: Int = int.sub %0, %7 {fs=1}
  %4: Int = call_direct %3 {fs=1}
  %5: Int = int.sub %0, %1 {fs=2}
  %6: Int = call_direct %5 {fs=2}
  %8: Int = int.add %4, %6 {fs=3}
  return %8
})";

TEST_CASE("recursion, and its limit") {
  Program p(kFib);
  CHECK(p.Int({I(20)}) == 6765);
  // A limit above the stack: every call leaves at its first instruction.
  p.runtime.context.stack_limit = reinterpret_cast<char*>(~uintptr_t{0});
  p.Call({I(20)});
  REQUIRE(p.runtime.exits.size() == 1);
  CHECK(p.runtime.exits[0].frame_state == 0);
  CHECK(p.runtime.exits[0].live[0].as_int() == 20);
}

TEST_CASE("a call that stops or comes back boxed") {
  constexpr const char* kCalls = R"(typed 0 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: Int, %1: Str):
  %2: Int = call_direct %0, %1 {index=1, fs=0}
  return %2
}
typed 1 "g" returns Int {
  frame 0 b0:0 [%0=%0]
b0(%0: Int, %1: Str):
  %2: Int = const {index=1, flag}
  %3: Int = int.add %0, %2 {fs=0}
  return %3
})";
  Program p(kCalls);
  Value text = MakeStr("a text that is long enough to be on the heap");
  CHECK(p.Int({I(4), text}) == 5);
  CHECK(text.IsUnique());
  p.runtime.answer = [](const TestRuntime::Exit& exit) {
    return exit.reason == 0 ? Value::Float(2.5) : Value::Int(77);
  };
  CHECK(p.Int({I(INT64_MAX), text}) == 77);
  REQUIRE(p.runtime.exits.size() == 2);
  CHECK(p.runtime.exits[1].reason == 2);
  CHECK(p.runtime.exits[1].live[0].as_int() == INT64_MAX);
  p.runtime.exits.clear();
  CHECK(text.IsUnique());
  p.runtime.answer = [](const TestRuntime::Exit&) { return Value(); };
  CHECK(p.Call({I(INT64_MAX), text}).is_unbound());
  CHECK(p.status == abi::Status::kStopped);
  // The stop passes the caller by an exit, which takes over what lives there.
  REQUIRE(p.runtime.exits.size() == 2);
  CHECK(p.runtime.exits[1].reason == 1);
  p.runtime.exits.clear();
  CHECK(text.IsUnique());
}

TEST_CASE("references are counted on every path") {
  Program p(R"(typed 0 "f" returns Tuple<Str, Str> {
  frame 0 b0:0 [%0=%0, %1=%1]
  frame 1 b1:0 [%3=%3, %9=%9]
b0(%0: Str, %1: Int):
  %2: Tuple<Str, Str> = make_tuple %0, %0
  %9: Int = const {flag}
  jump b1(%2, %1)
b1(%3: Tuple<Str, Str>, %4: Int):
  %5: Bool = int.compare %4, %9 {compare=">"}
  branch %5 b2() b3()
b2():
  %6: Str = extract %3 {index=1}
  %7: Str = str.concat %6, %6 {fs=1}
  %8: Tuple<Str, Str> = make_tuple %6, %6
  %11: Int = const {index=1, flag}
  %10: Int = int.sub %4, %11 {fs=1}
  jump b1(%8, %10)
b3():
  return %3
})");
  Value text = MakeStr("counted");
  {
    Value result = p.Call({text, I(3)});
    CHECK(result.as<TupleObject>()->items[1].Same(text));
    CHECK(text.heap()->ref_count == 3);
  }
  CHECK(text.IsUnique());
}

TEST_CASE("lists: append in place, item, set, length") {
  Program p(R"(typed 0 "f" returns List<Int> {
  frame 0 b0:0 [%0=%0, %1=%1]
  frame 1 b1:0 [%2=%2, %3=%3]
b0(%0: List<Int>, %1: Int):
  %9: Int = const {flag}
  jump b1(%0, %9)
b1(%2: List<Int>, %3: Int):
  %4: Bool = int.compare %3, %1 {compare="<"}
  branch %4 b2() b3()
b2():
  %5: List<Int> = list.append %2, %3 {fs=1}
  %6: Int = const {index=1, flag}
  %7: Int = int.add %3, %6 {flag}
  jump b1(%5, %7)
b3():
  return %2
}
typed 1 "g" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: List<Int>, %1: Int):
  %2: Int = list.item %0, %1 {fs=0}
  %3: Int = seq.len %0
  %4: Int = int.add %2, %3 {fs=0}
  return %4
})");
  std::vector<Value> arguments;  // a braced list would keep a second reference
  arguments.push_back(MakeList());
  arguments.push_back(I(100));
  Value list = p.Call(std::move(arguments));
  REQUIRE(p.runtime.exits.empty());
  CHECK(list.as<ListObject>()->size == 100);
  CHECK(list.as<ListObject>()->schema == Schema::kInt);
  CHECK(list.as<ListObject>()->ints()[99] == 99);
  CHECK(p.Call({list, I(-1)}, 1).as_int() == 199);
  CHECK(list.IsUnique());
  p.Call({list, I(100)}, 1);
  CHECK(p.runtime.exits.size() == 1);
  p.runtime.exits.clear();
  // A shared list is not changed.
  p.runtime.answer = [](const TestRuntime::Exit&) { return MakeList(); };
  p.Call({list, I(1)});
  CHECK(p.runtime.exits.size() == 1);
  CHECK(list.as<ListObject>()->size == 100);
  // Elements of another type than the list's are found when they are read.
  p.runtime.exits.clear();
  p.runtime.answer = nullptr;
  CHECK(p.Call({MakeList({I(7), MakeStr("x")}), I(0)}, 1).as_int() == 9);
  p.Call({MakeList({I(7), MakeStr("x")}), I(1)}, 1);
  CHECK(p.runtime.exits.size() == 1);
}

TEST_CASE("lists in lists: store, append and erase in place") {
  Program p(R"(typed 0 "f" returns List<List<Int>> {
  frame 0 b0:0 [%0=%0, %1=%1]
  frame 1 b0:1 [%3=%3, %1=%1]
b0(%0: List<List<Int>>, %1: Int):
  %2: Int = const {index=1, flag}
  %3: List<List<Int>> = list.store_at %0, %2, %1, %1 {fs=0}
  %4: List<List<Int>> = list.append_at %3, %2, %1 {fs=1}
  return %4
}
typed 1 "g" returns List<List<Int>> {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: List<List<Int>>, %1: Int):
  %2: List<List<Int>> = list.erase %0, %1 {fs=0}
  return %2
})");
  const auto nested = [](Value inner) {
    std::vector<Value> items;  // a braced list would keep a second reference
    items.push_back(MakeList());
    items.push_back(std::move(inner));
    std::vector<Value> arguments;
    arguments.push_back(MakeList(std::move(items)));
    return arguments;
  };
  std::vector<Value> arguments = nested(MakeList({I(5), I(6), I(7)}));
  arguments.push_back(I(2));
  Value list = p.Call(std::move(arguments));
  REQUIRE(p.runtime.exits.empty());
  const auto& inner = *list.as<ListObject>()->boxed()[1].as<ListObject>();
  CHECK(inner.size == 4);
  CHECK(inner.ints()[2] == 2);
  CHECK(inner.ints()[3] == 2);
  std::vector<Value> to_erase;
  to_erase.push_back(std::move(list));
  to_erase.push_back(I(-1));
  CHECK(p.Call(std::move(to_erase), 1).as<ListObject>()->size == 1);
  REQUIRE(p.runtime.exits.empty());
  // A list in the list that others refer to is not changed, nor is what is out of range.
  p.runtime.answer = [](const TestRuntime::Exit&) { return MakeList(); };
  Value shared = MakeList({I(5), I(6), I(7)});
  arguments = nested(shared);
  arguments.push_back(I(2));
  p.Call(std::move(arguments));
  CHECK(p.runtime.exits.size() == 1);
  CHECK(shared.as<ListObject>()->ints()[2] == 7);
  p.runtime.exits.clear();
  CHECK(shared.IsUnique());
  arguments = nested(MakeList({I(5)}));
  arguments.push_back(I(2));
  p.Call(std::move(arguments));
  CHECK(p.runtime.exits.size() == 1);
}

TEST_CASE("the generic way") {
  Program p(
      "typed 0 \"f\" returns Int {\n frame 0 b0:0 [%0=%0, %1=%1]\nb0(%0: Int, %1: Int):\n"
      " %2: Int = runtime %0, %1 {fs=0}\n return %2\n}");
  CHECK(p.Int({I(40), I(2)}) == 42);
  p.runtime.answer = [](const TestRuntime::Exit& exit) { return I(exit.reason); };
  CHECK(p.Int({I(90), I(20)}) == 2);
}

TEST_CASE("boxes") {
  Program p(R"(typed 0 "f" returns Tuple<Int, Str> {
  frame 0 b0:0 [%0=%0]
b0(%0: Any):
  %1: Tuple<Int, Str> = unbox %0 {fs=0}
  %2: Any = box %1
  %3: Tuple<Int, Str> = unbox %2 {fs=0}
  return %3
})");
  Value text = MakeStr("boxed");
  p.runtime.answer = [&](const TestRuntime::Exit&) { return MakeTuple({I(0), text}); };
  {
    Value result = p.Call({MakeTuple({I(5), text})});
    CHECK(result.as<TupleObject>()->items[0].as_int() == 5);
    p.Call({I(5)});
    CHECK(p.runtime.exits.size() == 1);
    p.runtime.exits.clear();
    p.Call({MakeTuple({text, text})});
    p.runtime.exits.clear();
  }
  p.runtime.answer = nullptr;
  CHECK(text.IsUnique());
}

// ---- Folds ----

constexpr const char* kGeneric = R"(module entry 0 python 11
function 0 "<genexpr>" captures ("k") parameters (pos "x") element {
b0(%0, %1):
  %2 = binary %1, %0 {binary="*"}
  return %2
}
)";

TEST_CASE("a sum over a range, with a capture, in random pieces") {
  Program p(R"(typed 0 "f" returns Int {
  frame 0 b0:0 [%0=%0]
b0(%0: Generator<Range, Function g#0<Int>>):
  %1: Int = const {index=5, flag}
  %2: Int = fold %0, %1 {fold=sum, specializations=[1], fs=0}
  return %2
}
typed 1 "g" of 0 returns Union<Int, Skip> {
  frame 0 b0:0 [%1=%1]
b0(%0: Int, %1: Int):
  %5: Int = const {index=3, flag}
  %2: Int = int.mul %1, %0 {fs=0}
  %3: Int = int.mod %2, %5 {fs=0}
  %6: Int = const {flag}
  %4: Bool = int.compare %3, %6 {compare="=="}
  branch %4 b1() b2()
b1():
  %7: Skip = skip
  %8: Union<Int, Skip> = make_union %7
  return %8
b2():
  %9: Union<Int, Skip> = make_union %2
  return %9
}
typed 2 "make" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: Int, %1: Int):
  %2: Int = const {flag}
  %3: Int = const {index=1, flag}
  %4: Range = make_range %2, %0, %3 {fs=0}
  %5: Function g#0<Int> = make_function %1
  %6: Generator<Range, Function g#0<Int>> = make_tuple %4, %5
  %7: Int = call_direct %6 {fs=0}
  return %7
})",
            kGeneric);
  int64_t expected = 5;
  for (int64_t i = 0; i < 1000; ++i) {
    if (i * 7 % 3 != 0) expected += i * 7;
  }
  for (uint64_t seed = 1; seed < 6; ++seed) {
    p.runtime.split_seed = seed;
    CHECK(p.Call({I(1000), I(7)}, 2).as_int() == expected);
  }
  CHECK(p.runtime.exits.empty());
  // An element that overflows ends the fold there.
  p.runtime.answer = [](const TestRuntime::Exit& exit) { return exit.reason == 0 ? Value::Float(1) : I(-5); };
  CHECK(p.Call({I(1000), I(INT64_MAX)}, 2).as_int() == -5);
}

TEST_CASE("folds over lists of floats, of each schema, and sums in order") {
  Program p(R"(typed 0 "f" returns Tuple<Bool, Float> {
  frame 0 b0:0 [%0=%0]
b0(%0: List<Float>):
  %1: Float = const {flag}
  %2: Tuple<Bool, Float> = fold %0, %1 {fold=sum, fs=0}
  return %2
}
typed 1 "m" returns Tuple<Bool, Float> {
  frame 0 b0:0 [%0=%0]
b0(%0: List<Float>):
  %2: Tuple<Bool, Float> = fold %0 {fold=max, fs=0}
  return %2
})");
  std::vector<Value> items;
  double sum = 0;
  for (int i = 0; i < 500; ++i) {
    double x = 1.0 / (i + 3);
    items.push_back(F(x));
    sum += x;
  }
  Value list = MakeList(items);
  auto value = [](const Value& t) { return t.as<TupleObject>()->items[1].as_float(); };
  CHECK(value(p.Call({list})) == sum);
  p.runtime.map_first = true;
  CHECK(value(p.Call({list})) == sum);
  p.runtime.map_first = false;
  CHECK(value(p.Call({list}, 1)) == 1.0 / 3);
  // Boxed, but all floats; then with a stranger, which the runtime has to deal with.
  items.push_back(MakeStr("x"));
  Value boxed = MakeList(items);
  boxed.as<ListObject>()->Erase(500);
  REQUIRE(boxed.as<ListObject>()->schema == Schema::kBoxed);
  CHECK(value(p.Call({boxed})) == sum);
  p.runtime.answer = [](const TestRuntime::Exit&) { return MakeTuple({Value::Bool(true), F(-1)}); };
  CHECK(value(p.Call({MakeList(items)})) == -1);
  CHECK(p.runtime.exits[0].reason == 2);
  p.runtime.exits.clear();
  CHECK(list.IsUnique());
  p.runtime.compensated = true;
  CHECK(value(p.Call({MakeList({F(1e100), F(1), F(-1e100)})})) == 1.0);
}

TEST_CASE("elements that were kept are folded while others are computed") {
  struct Row {
    const char* fold;
    bool compensated;
  };
  for (const Row& row : {Row{"sum", false}, Row{"sum", true}, Row{"min", false}, Row{"max", false}}) {
    const std::string module = std::string(R"(typed 0 "f" returns Tuple<Bool, Float> {
  frame 0 b0:0 [%0=%0]
b0(%0: Generator<Range, Function g#0<Int>>):
  %1: Tuple<Bool, Float> = fold %0 {fold=)") +
                               row.fold + R"(, specializations=[1], fs=0}
  return %1
}
typed 1 "g" of 0 returns Union<Float, Skip> {
  frame 0 b0:0 [%1=%1]
b0(%0: Int, %1: Int):
  %2: Int = const {index=7, flag}
  %3: Int = int.mod %1, %2 {fs=0}
  %4: Int = const {flag}
  %5: Bool = int.compare %3, %4 {compare="=="}
  branch %5 b1() b2()
b1():
  %6: Skip = skip
  %7: Union<Float, Skip> = make_union %6
  return %7
b2():
  %8: Float = int.truediv %0, %1 {fs=0}
  %9: Union<Float, Skip> = make_union %8
  return %9
}
typed 2 "make" returns Tuple<Bool, Float> {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: Int, %1: Int):
  %2: Int = const {flag}
  %3: Int = const {index=1, flag}
  %4: Range = make_range %2, %0, %3 {fs=0}
  %5: Function g#0<Int> = make_function %1
  %6: Generator<Range, Function g#0<Int>> = make_tuple %4, %5
  %7: Tuple<Bool, Float> = call_direct %6 {fs=0}
  return %7
})";
    Program p(module.c_str(), kGeneric);
    p.runtime.compensated = row.compensated;
    const Value expected = p.Call({I(1000), I(-3)}, 2);
    for (uint64_t seed = 1; seed < 6; ++seed) {
      INFO(row.fold << " " << seed);
      p.runtime.split_seed = seed;
      p.runtime.map_first = p.runtime.map_and_fold = true;
      p.runtime.folded_meanwhile = 0;
      CHECK(Identical(p.Call({I(1000), I(-3)}, 2), expected));
      CHECK(p.runtime.folded_meanwhile > 300);
    }
  }
}

TEST_CASE("a few elements are folded without the runtime") {
  const auto text = [](const char* result, const char* fold) {
    return "typed 0 \"f\" returns " + std::string(result) + " {\n  frame 0 b0:0 [%0=%0]\n" +
           "b0(%0: Generator<Range, Function g#0<Int>>):\n  %1: " + result + " = fold %0 {fold=" + fold +
           R"(, specializations=[1], fs=0}
  return %1
}
typed 1 "g" of 0 returns Int {
  frame 0 b0:0 [%1=%1]
b0(%0: Int, %1: Int):
  %2: Int = int.mul %1, %0 {fs=0}
  return %2
}
typed 2 "make" returns )" +
           result + R"( {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: Int, %1: Int):
  %2: Int = const {flag}
  %3: Int = const {index=1, flag}
  %4: Range = make_range %2, %0, %3 {fs=0}
  %5: Function g#0<Int> = make_function %1
  %6: Generator<Range, Function g#0<Int>> = make_tuple %4, %5
  %7: )" + result +
           R"( = call_direct %6 {fs=0}
  return %7
})";
  };
  struct Row {
    const char *result, *fold;
    Value instead;  // what the interpreter makes of it
  };
  const Value pair = MakeTuple({Value::Bool(true), I(-5)});
  for (const Row& row :
       {Row{"Int", "sum", I(-5)}, Row{"Tuple<Bool, Int>", "min", pair}, Row{"Tuple<Bool, Int>", "max", pair},
        Row{"List<Int>", "collect", MakeList({I(-5)})}, Row{"Int", "count", I(-5)}}) {
    const std::string module = text(row.result, row.fold);
    Program p(module.c_str(), kGeneric);
    for (int64_t n : {1, 2, 17, 256, 257}) {
      INFO(row.fold << " of " << n);
      p.runtime.folds = 0;
      p.runtime.context.poll = 0;
      const Value here = p.Call({I(n), I(-3)}, 2);
      CHECK(p.runtime.folds == (n > 256 ? 1 : 0));
      p.runtime.context.poll = 1;  // someone is waiting for work
      CHECK(Identical(here, p.Call({I(n), I(-3)}, 2)));
      CHECK(p.runtime.folds == (n > 256 ? 2 : 1));
    }
    // What does not go smoothly is done anew by the runtime, which knows what to do about it.
    p.runtime.folds = 0;
    p.runtime.context.poll = 0;
    p.runtime.answer = [&](const TestRuntime::Exit& exit) {
      return exit.reason == 0 ? Value::Float(1) : row.instead;
    };
    CHECK(Identical(p.Call({I(9), I(INT64_MAX)}, 2), row.instead));
    CHECK(p.runtime.folds == 1);
    CHECK(p.runtime.forgotten == 1);
  }
}

TEST_CASE("collect, flattened generators, enumerate") {
  Program p(R"(typed 0 "f" returns List<Int> {
  frame 0 b0:0 [%0=%0]
b0(%0: FlatGenerator<Range, Function g#0<Int>>):
  %1: List<Int> = fold %0 {fold=collect, specializations=[1, 2], fs=0}
  return %1
}
typed 1 "row" of 0 returns Generator<Range, Function g#0<Int>> {
  frame 0 b0:0 [%1=%1]
b0(%0: Int, %1: Int):
  %2: Int = const {flag}
  %3: Int = const {index=1, flag}
  %4: Range = make_range %2, %1, %3 {fs=0}
  %5: Function g#0<Int> = make_function %1
  %6: Generator<Range, Function g#0<Int>> = make_tuple %4, %5
  return %6
}
typed 2 "cell" of 0 returns Int {
  frame 0 b0:0 [%1=%1]
b0(%0: Int, %1: Int):
  %2: Int = int.mul %0, %1 {fs=0}
  return %2
}
typed 3 "make" returns List<Int> {
  frame 0 b0:0 [%0=%0]
b0(%0: Int):
  %2: Int = const {flag}
  %3: Int = const {index=1, flag}
  %4: Range = make_range %2, %0, %3 {fs=0}
  %5: Function g#0<Int> = make_function %2
  %6: FlatGenerator<Range, Function g#0<Int>> = make_tuple %4, %5
  %7: List<Int> = call_direct %6 {fs=0}
  return %7
}
typed 4 "pairs" returns List<Tuple<Int, Str>> {
  frame 0 b0:0 [%0=%0]
b0(%0: List<Str>):
  %1: Int = const {index=10, flag}
  %2: Enumerate<List<Str>, Int> = make_tuple %0, %1
  %3: List<Tuple<Int, Str>> = fold %2 {fold=collect, fs=0}
  return %3
})",
            kGeneric);
  Value list = p.Call({I(40)}, 3);
  std::vector<int64_t> expected;
  for (int64_t x = 0; x < 40; ++x) {
    for (int64_t y = 0; y < x; ++y) expected.push_back(x * y);
  }
  REQUIRE(list.as<ListObject>()->size == static_cast<int64_t>(expected.size()));
  CHECK(std::equal(expected.begin(), expected.end(), list.as<ListObject>()->ints()));
  Value text = MakeStr("t");
  {
    Value pairs = p.Call({MakeList({text, text, text})}, 4);
    CHECK(pairs.as<ListObject>()->size == 3);
    Value last = pairs.as<ListObject>()->At(2);
    CHECK(last.as<TupleObject>()->items[0].as_int() == 12);
  }
  CHECK(text.IsUnique());
}

// ---- Forks ----

// What runs between a fork and its join polls, so that the fork is marked at once.
constexpr const char* kForked = R"(typed 0 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: Int, %1: Str):
  %6: Bool = const {index=1, flag}
  %2: Int = fork %6, %0, %1 {index=1}
  %3: Int = call_direct %0, %1 {index=1, fs=0}
  %4: Int = join %2 {index=1, fs=0}
  %5: Int = int.add %3, %4 {fs=0}
  return %5
}
typed 1 "g" returns Int {
  frame 0 b0:0 [%0=%0]
  frame 1 b3:0 [%0=%0]
b0(%0: Int, %1: Str):
  %2: Int = const {index=1, flag}
  %3: Int = const {index=2, flag}
  jump b1(%0)
b1(%4: Int):
  %5: Bool = int.compare %2, %4 {compare="<"}
  branch %5 b2() b3()
b2():
  %6: Int = int.floordiv %4, %3 {flag}
  jump b1(%6)
b3():
  %7: Int = int.add %0, %2 {fs=1}
  return %7
})";

// Nothing polls in a base case; elsewhere the fork is marked before the call.
constexpr const char* kForkedRecursion = R"(typed 0 "fib" returns Int {
  frame 0 b2:0 [%0=%0]
b0(%0: Int):
  %1: Int = const {index=2, flag}
  %2: Bool = int.compare %0, %1 {compare="<"}
  branch %2 b1() b2()
b1():
  return %0
b2():
  %3: Int = const {index=1, flag}
  %4: Int = int.sub %0, %1 {flag}
  %5: Bool = int.compare %4, %3 {compare=">"}
  %6: Int = fork %5, %4 {index=0}
  %7: Int = int.sub %0, %3 {flag}
  %8: Int = call_direct %7 {index=0, fs=0}
  %9: Int = join %6 {index=0, fs=0}
  %10: Int = int.add %8, %9 {fs=0}
  return %10
})";

TEST_CASE("forks wait for a call, or are plain calls") {
  Program p(kForkedRecursion);
  for (bool take : {false, true}) {
    p.runtime.take_forks = take;
    p.runtime.context.poll = take ? 1 : 0;
    CHECK(p.Int({I(15)}) == 610);
    CHECK(p.Int({I(2)}) == 1);
    CHECK((p.runtime.joins > 0) == take);
    CHECK(p.runtime.context.latent == nullptr);
  }
  CHECK(p.runtime.discards == 0);
}

TEST_CASE("forks: run here, taken, discarded") {
  Program p(kForked);
  Value text = MakeStr("forked");
  CHECK(p.Int({I(4), text}) == 10);
  CHECK(p.runtime.joins == 0);
  CHECK(text.IsUnique());
  CHECK(p.runtime.context.latent == nullptr);
  p.runtime.take_forks = true;
  p.runtime.context.poll = 1;
  CHECK(p.Int({I(4), text}) == 10);
  CHECK(p.runtime.joins == 1);
  CHECK(text.IsUnique());
  CHECK(p.runtime.context.latent == nullptr);
  // The call before the join stops.
  for (bool take : {false, true}) {
    p.runtime.take_forks = take;
    p.runtime.context.poll = take ? 1 : 0;
    p.runtime.answer = [](const TestRuntime::Exit&) { return Value(); };
    CHECK(p.Call({I(INT64_MAX), text}).is_unbound());
    CHECK(p.runtime.context.latent == nullptr);
    p.runtime.exits.clear();
    CHECK(text.IsUnique());
  }
  CHECK(p.runtime.discards == 2);
}

// ---- The cache ----

TEST_CASE("an equal module is linked from the cache, on disk too") {
  const std::string directory =
      std::filesystem::temp_directory_path() / ("fora_cache_test_" + std::to_string(getpid()));
  auto cache = [&] { return std::make_unique<DirectoryObjectCache>(directory, 1 << 20); };
  {
    Program first(kFib, nullptr, cache());
    CHECK_FALSE(first.compiled->from_cache());
    CHECK(first.Int({I(15)}) == 610);
  }
  {
    Program second(kFib, nullptr, cache());
    CHECK(second.compiled->from_cache());
    CHECK(second.Int({I(15)}) == 610);
    second.runtime.context.stack_limit = reinterpret_cast<char*>(~uintptr_t{0});
    second.Call({I(3)});
    CHECK(second.runtime.exits.size() == 1);  // through tables of its own
  }
  for (const auto& file : std::filesystem::directory_iterator(directory)) {
    std::ofstream(file.path(), std::ios::binary | std::ios::in).seekp(40) << "garbage";
  }
  Program third(kFib, nullptr, cache());
  CHECK_FALSE(third.compiled->from_cache());
  CHECK(third.Int({I(15)}) == 610);
  std::filesystem::remove_all(directory);
}

TEST_CASE("what can't be compiled is refused") {
  auto typed = ir::ParseTypedModule(
      "typed 0 \"f\" returns Any {\nb0(%0: Any):\n %1: Any = binary %0, %0 {binary=\"+\"}\n return %1\n}",
      nullptr);
  REQUIRE(typed.ok());
  auto compiled = MakeJit(TestSymbols(), nullptr)->Compile(*typed);
  CHECK(compiled.status().code() == absl::StatusCode::kUnimplemented);
}

}  // namespace
}  // namespace fora::codegen
