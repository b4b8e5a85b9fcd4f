// What simplify removes, and what range analysis proves.
#include <catch2/catch.hpp>

#include "compiler/ir/parse_text.h"
#include "compiler/ir/print.h"
#include "compiler/ir/verify.h"
#include "compiler/simplify/simplify.h"

namespace fora::simplify {
namespace {

using ir::Op;

// A function of a (Int), b (Int) and x (Float); every operator that may exit has frame state 0.
ir::TypedModule Simplified(const std::string& blocks) {
  const std::string generic =
      "module entry 0 python 11\nfunction 0 \"f\" parameters (pos \"a\", pos \"b\", pos \"x\") {\nb0(%0, %1, "
      "%2):\n  return %0\n}\n";
  static auto module = *ir::ParseModule(generic);
  auto typed = ir::ParseTypedModule(
      "typed 0 \"f\" of 0 values (%0, %1, %2) returns Int {\n  frame 0 b0:0 [%0=%0, %1=%1]\n" + blocks +
          "}\n",
      module.get());
  INFO(typed.status());
  REQUIRE(typed.ok());
  const absl::Status before = ir::Verify(**typed);
  INFO(before);
  REQUIRE(before.ok());
  ir::TypedModule result = Simplify(std::move(**typed));
  const absl::Status after = ir::Verify(result);
  INFO(after << ir::Print(result));
  REQUIRE(after.ok());
  return result;
}

// Whether the only operator of this kind is proven.
bool Proven(const ir::TypedModule& module, Op op) {
  int count = 0;
  bool flag = false;
  for (const ir::Block& block : module.functions[0]->blocks) {
    for (const ir::Instruction& i : block.instructions) {
      if (i.op != op) continue;
      ++count;
      flag = i.flag;
      CHECK(i.frame_state.has_value() != flag);  // what can't exit keeps nothing alive
    }
  }
  CHECK(count == 1);
  return flag;
}

TEST_CASE("needless parameters, jumps and values go") {
  const ir::TypedModule module = Simplified(R"(b0(%0: Int, %1: Int, %2: Float):
  jump b1(%0, %1)
b1(%3: Int, %4: Int):
  %5: Float = float.add %2, %2
  %6: Bool = int.compare %3, %4 {compare="<"}
  branch %6 b1(%3, %4) b2(%3)
b2(%7: Int):
  jump b3()
b3():
  return %7
b4():
  return %0
)");
  INFO(ir::Print(module));
  const ir::Function& f = *module.functions[0];
  REQUIRE(f.blocks.size() == 3);
  CHECK(f.blocks[1].parameters.empty());
  CHECK(f.blocks[1].instructions.size() == 1);
  CHECK(f.blocks[2].terminator.operands[0] == ir::ValueId(0));
}

TEST_CASE("two parameters that swap are not needless") {
  const ir::TypedModule module = Simplified(R"(b0(%0: Int, %1: Int, %2: Float):
  jump b1(%0, %1)
b1(%3: Int, %4: Int):
  %6: Bool = int.compare %3, %4 {compare="<"}
  branch %6 b1(%4, %3) b2()
b2():
  return %3
)");
  CHECK(module.functions[0]->blocks[1].parameters.size() == 2);
}

TEST_CASE("an operator that may exit stays, and so does what its exit needs") {
  const ir::TypedModule module = Simplified(R"(b0(%0: Int, %1: Int, %2: Float):
  %3: Int = int.add %0, %1 {fs=0}
  return %0
)");
  CHECK_FALSE(Proven(module, Op::kIntAdd));
}

// a, then `before`; the operator under test in b2, if `test` of it holds.
std::string Below(const std::string& before, const std::string& test, const std::string& operation) {
  return "b0(%0: Int, %1: Int, %2: Float):\n  %10: Int = const {flag}\n  %11: Int = const {index=1, flag}\n  "
         "%12: Int = const {index=100, flag}\n" +
         before + "  %20: Bool = int.compare " + test + "}\n  branch %20 b1() b2()\nb1():\n  " + operation +
         "\n  return %30\nb2():\n  return %0\n";
}

TEST_CASE("range analysis below a test") {
  struct Row {
    const char *before, *test, *operation;
    Op op;
    bool proven;
  };
  constexpr Row kRows[] = {
      {"", "%0, %1 {compare=\"<\"", "%30: Int = int.add %0, %11 {fs=0}", Op::kIntAdd, true},  // a < b: a + 1
      {"", "%0, %1 {compare=\"<=\"", "%30: Int = int.add %0, %11 {fs=0}", Op::kIntAdd, false},
      {"", "%1, %0 {compare=\">\"", "%30: Int = int.add %0, %11 {fs=0}", Op::kIntAdd, true},
      {"", "%0, %1 {compare=\">\"", "%30: Int = int.sub %0, %11 {fs=0}", Op::kIntSub, true},
      {"", "%0, %1 {compare=\"!=\"", "%30: Int = int.add %0, %11 {fs=0}", Op::kIntAdd, false},
      {"", "%0, %10 {compare=\">=\"", "%30: Int = int.sub %0, %12 {fs=0}", Op::kIntSub, true},
      {"", "%0, %10 {compare=\">=\"", "%30: Int = int.neg %0 {fs=0}", Op::kIntNeg, true},
      {"", "%0, %10 {compare=\"<=\"", "%30: Int = int.neg %0 {fs=0}", Op::kIntNeg, false},
      {"", "%0, %10 {compare=\"<=\"", "%30: Int = int.abs %0 {fs=0}", Op::kIntAbs, false},
      {"", "%1, %10 {compare=\">\"", "%30: Int = int.mod %0, %1 {fs=0}", Op::kIntMod, true},
      {"", "%1, %10 {compare=\">=\"", "%30: Int = int.mod %0, %1 {fs=0}", Op::kIntMod, false},  // may be 0
      {"", "%1, %10 {compare=\"!=\"", "%30: Int = int.floordiv %0, %1 {fs=0}", Op::kIntFloorDiv, false},
      {"", "%1, %10 {compare=\">=\"", "%30: Int = int.floordiv %0, %12 {fs=0}", Op::kIntFloorDiv, true},
      {"  %13: Int = int.mod %0, %12 {fs=0}\n", "%1, %10 {compare=\"<\"",
       "%30: Int = int.mul %13, %12 {fs=0}", Op::kIntMul, true},
      {"  %13: Int = int.and %0, %12\n", "%1, %10 {compare=\"<\"", "%30: Int = int.mul %13, %13 {fs=0}",
       Op::kIntMul, true},
      {"  %13: Int = int.and %0, %1\n", "%1, %10 {compare=\"<\"", "%30: Int = int.mul %13, %13 {fs=0}",
       Op::kIntMul, false},
      {"", "%1, %10 {compare=\"<\"", "%30: Int = int.mul %0, %11 {fs=0}", Op::kIntMul, true},
      {"", "%1, %10 {compare=\"<\"", "%30: Int = int.mul %0, %12 {fs=0}", Op::kIntMul, false},
      // What overflows exits, so that behind it the result is bounded.
      {"  %13: Int = int.add %0, %12 {fs=0}\n", "%0, %1 {compare=\">=\"",
       "%30: Int = int.sub %13, %12 {fs=0}", Op::kIntSub, true},
      {"", "%0, %10 {compare=\">=\"",
       "%13: Int = int.add %0, %12 {fs=0}\n  %30: Int = int.sub %13, %12 {fs=0}", Op::kIntSub, true},
      {"", "%0, %10 {compare=\">=\"",
       "%13: Int = int.mul %0, %12 {fs=0}\n  %30: Int = int.sub %13, %12 {fs=0}", Op::kIntSub, true},
      {"", "%0, %10 {compare=\"<\"",
       "%13: Int = int.mul %0, %12 {fs=0}\n  %30: Int = int.sub %13, %12 {fs=0}", Op::kIntSub, false},
      // Behind a square its root is not far from 0.
      {"  %13: Int = int.mul %0, %0 {fs=0}\n", "%13, %1 {compare=\"<=\"", "%30: Int = int.add %0, %12 {fs=0}",
       Op::kIntAdd, true},
      {"  %13: Int = int.mul %0, %1 {fs=0}\n", "%13, %1 {compare=\"<=\"", "%30: Int = int.add %0, %12 {fs=0}",
       Op::kIntAdd, false},
      {"", "%0, %1 {compare=\"<=\"", "%30: Int = int.add %0, %12 {fs=0}\n  %13: Int = int.mul %0, %0 {fs=0}",
       Op::kIntAdd, false},
  };
  for (const Row& row : kRows) {
    INFO(row.test << "} " << row.operation);
    CHECK(Proven(Simplified(Below(row.before, row.test, row.operation)), row.op) == row.proven);
  }
}

TEST_CASE("a division of what isn't negative by what is positive") {
  struct Row {
    const char* test;
    const char* operation;
    int64_t natural;
  };
  constexpr Row kRows[] = {
      {"%0, %10 {compare=\">=\"", "%30: Int = int.mod %0, %12 {fs=0}", 1},
      {"%0, %10 {compare=\">=\"", "%30: Int = int.floordiv %0, %12 {fs=0}", 1},
      {"%0, %10 {compare=\"<\"", "%30: Int = int.mod %0, %12 {fs=0}", 0},
      {"%0, %10 {compare=\">=\"", "%30: Int = int.mod %0, %1 {fs=0}", 0},
      {"%1, %10 {compare=\">\"", "%30: Int = int.floordiv %0, %1 {fs=0}", 0},
  };
  for (const Row& row : kRows) {
    INFO(row.test << "} " << row.operation);
    const ir::TypedModule module = Simplified(Below("", row.test, row.operation));
    CHECK(module.functions[0]->blocks[1].instructions.back().index == row.natural);
  }
}

TEST_CASE("a loop's counter that is squared can't overflow, and its bound isn't negative") {
  const ir::TypedModule module = Simplified(R"(b0(%0: Int, %1: Int, %2: Float):
  %3: Int = const {index=2, flag}
  %4: Int = const {index=1, flag}
  jump b1(%3)
b1(%5: Int):
  %6: Int = int.mul %5, %5 {fs=0}
  %7: Bool = int.compare %6, %0 {compare="<="}
  branch %7 b2() b3()
b2():
  %8: Int = int.mod %0, %5 {fs=0}
  %9: Int = int.add %5, %4 {fs=0}
  jump b1(%9)
b3():
  return %5
)");
  CHECK(Proven(module, Op::kIntAdd));
  CHECK(Proven(module, Op::kIntMod));
  CHECK_FALSE(Proven(module, Op::kIntMul));
}

TEST_CASE("what a test says holds only in its own arm") {
  const ir::TypedModule module = Simplified(R"(b0(%0: Int, %1: Int, %2: Float):
  %3: Bool = int.compare %0, %1 {compare="<"}
  branch %3 b1() b2()
b1():
  jump b2()
b2():
  %4: Int = const {index=1, flag}
  %5: Int = int.add %0, %4 {fs=0}
  return %5
)");
  CHECK_FALSE(Proven(module, Op::kIntAdd));
}

TEST_CASE("a counter that a loop's test bounds can't overflow; a sum can") {
  const ir::TypedModule module = Simplified(R"(b0(%0: Int, %1: Int, %2: Float):
  %3: Int = const {flag}
  %4: Int = const {index=1, flag}
  jump b1(%3, %4)
b1(%5: Int, %6: Int):
  %7: Bool = int.compare %5, %0 {compare="<"}
  branch %7 b2() b3()
b2():
  %8: Int = int.add %5, %4 {fs=0}
  %9: Int = int.mul %6, %5 {fs=0}
  jump b1(%8, %9)
b3():
  return %6
)");
  CHECK(Proven(module, Op::kIntAdd));
  CHECK_FALSE(Proven(module, Op::kIntMul));
}

TEST_CASE("a test of one turn says nothing of the next") {
  // while True: if a < b: ...; a' = a + b is computed after the test of the old a.
  const ir::TypedModule module = Simplified(R"(b0(%0: Int, %1: Int, %2: Float):
  %4: Int = const {index=1, flag}
  jump b1(%0)
b1(%5: Int):
  %7: Bool = int.compare %5, %1 {compare="<"}
  branch %7 b2() b3()
b2():
  %8: Int = int.mul %5, %4 {fs=0}
  jump b4(%8)
b3():
  jump b4(%5)
b4(%9: Int):
  %10: Int = int.add %9, %4 {fs=0}
  jump b1(%10)
)");
  CHECK(Proven(module, Op::kIntMul));
  CHECK_FALSE(Proven(module, Op::kIntAdd));
}

TEST_CASE("a loop's tuple becomes parameters for its parts") {
  const ir::TypedModule module = Simplified(R"(b0(%0: Int, %1: Int, %2: Float):
  %3: Str = undefined
  %4: Tuple<Str, Int> = make_tuple %3, %0
  jump b1(%4)
b1(%5: Tuple<Str, Int>):
  %6: Str = extract %5
  %7: Int = extract %5 {index=1}
  %8: Bool = int.compare %7, %1 {compare="<"}
  branch %8 b2() b3()
b2():
  %9: Int = int.add %7, %1 {fs=0}
  %10: Tuple<Str, Int> = make_tuple %6, %9
  jump b1(%10)
b3():
  return %7
)");
  const ir::Function& function = *module.functions[0];
  CHECK(function.blocks[1].parameters.size() == 1);  // the Str is the same in every turn
  for (const ir::Block& block : function.blocks) {
    for (const ir::Instruction& i : block.instructions)
      CHECK((i.op != Op::kMakeTuple && i.op != Op::kExtract));
  }
}

TEST_CASE("a loop that is entered with a tuple takes it apart before") {
  const ir::TypedModule module = Simplified(R"(b0(%0: Int, %1: Int, %2: Float):
  %3: Tuple<Str, Int> = undefined
  jump b1(%3)
b1(%5: Tuple<Str, Int>):
  %6: Str = extract %5
  %7: Int = extract %5 {index=1}
  %8: Bool = int.compare %7, %1 {compare="<"}
  branch %8 b2() b3()
b2():
  %9: Int = int.add %7, %1 {fs=0}
  %10: Tuple<Str, Int> = make_tuple %6, %9
  jump b1(%10)
b3():
  return %7
)");
  const ir::Function& function = *module.functions[0];
  CHECK(function.blocks[0].instructions.back().op == Op::kExtract);
  CHECK(function.blocks[1].parameters.size() == 1);
}

TEST_CASE("a loop's tuple that is needed whole stays one") {
  const ir::TypedModule module = Simplified(R"(b0(%0: Int, %1: Int, %2: Float):
  %3: Str = undefined
  %4: Tuple<Str, Int> = make_tuple %3, %0
  jump b1(%4)
b1(%5: Tuple<Str, Int>):
  %6: Int = tuple_index %5, %1 {fs=0}
  %7: Str = extract %5
  %8: Bool = int.compare %6, %1 {compare="<"}
  %9: Tuple<Str, Int> = make_tuple %7, %6
  branch %8 b1(%9) b2()
b2():
  return %6
)");
  CHECK(module.functions[0]->blocks[1].parameters.size() == 1);
  CHECK(module.functions[0]->values[module.functions[0]->blocks[1].parameters[0].value()].type->Is(
      ir::TypeKind::kTuple));
}

}  // namespace
}  // namespace fora::simplify
