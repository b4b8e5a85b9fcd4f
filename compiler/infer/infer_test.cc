// Operators, unions, loops and calls.
#include "compiler/infer/specialized_program.h"

namespace fora::infer {
namespace {

using ir::Op;

std::string BinaryFunction(const std::string& op) {
  return R"(function 0 "f" parameters (pos "a", pos "b") {
b0(%0 "a", %1 "b"):
  %2 = binary %0, %1 {binary=")" +
         op + R"("}
  return %2
}
)";
}

std::string CompareFunction(const std::string& op) {
  return R"(function 0 "f" parameters (pos "a", pos "b") {
b0(%0 "a", %1 "b"):
  %2 = compare %0, %1 {compare=")" +
         op + R"("}
  return %2
}
)";
}

TEST_CASE("binary operators have the type that CPython's result has") {
  struct Row {
    const char *op, *a, *b, *result, *typed;
  };
  constexpr Row kRows[] = {
      {"+", "Int", "Int", "Int", "int.add"},
      {"+", "Int", "Float", "Float", "int.to_float"},
      {"+", "Bool", "Bool", "Int", "bool.to_int"},
      {"/", "Int", "Int", "Float", "int.truediv"},
      {"//", "Int", "Float", "Float", "float.floordiv"},
      {"%", "Float", "Bool", "Float", "float.mod"},
      {"**", "Int", "Int", "Int", "int.pow"},
      {"**", "Float", "Int", "Float", "float.pow"},
      {"&", "Bool", "Bool", "Bool", "bool.and"},
      {"^", "Bool", "Bool", "Bool", "bool.compare"},
      {"&", "Bool", "Int", "Int", "int.and"},
      {"<<", "Int", "Int", "Int", "int.shl"},
      {"+", "Str", "Str", "Str", "str.concat"},
      {"%", "Str", "Int", "Str", "runtime"},
      {"*", "Str", "Int", "Str", "runtime"},
      {"+", "List<Int>", "List<Float>", "List<Union<Int, Float>>", "list.concat"},
      {"+", "Tuple<Int>", "Tuple<Str, Float>", "Tuple<Int, Str, Float>", "make_tuple"},
      {"+", "Int", "Any", "Any", "runtime"},
      {"+", "Int", "Str", "Bottom", "exit"},
      {"&", "Float", "Int", "Bottom", "exit"},
  };
  for (const Row& row : kRows) {
    SpecializedProgram p(BinaryFunction(row.op));
    p.For(0, {row.a, row.b});
    INFO(row.a << " " << row.op << " " << row.b << "\n" << p.Text());
    CHECK(p.Returns() == row.result);
    CHECK(p.Has(row.typed));
  }
}

TEST_CASE("comparisons are exact between ints and floats, and known between unlike types") {
  struct Row {
    const char *op, *a, *b, *result, *typed;
  };
  constexpr Row kRows[] = {
      {"<", "Int", "Float", "Bool", "int_float.compare"},
      {"<", "Float", "Int", "Bool", "compare=\">\""},  // turned round: the int comes first
      {"<", "Bool", "Int", "Bool", "int.compare"},
      {"==", "Str", "Int", "Bool", "const"},
      {"<", "Str", "Int", "Bottom", "exit"},
      {"==", "Tuple<Int, Int>", "Tuple<Int, Int>", "Bool", "bool.and"},
      {"==", "Tuple<Int>", "Tuple<Int, Int>", "Bool", "const"},
      {"<", "Tuple<Float>", "Tuple<Float>", "Bool", "runtime"},
      {"in", "Int", "List<Int>", "Bool", "runtime"},
      {"is", "None", "Int", "Bool", "const"},
  };
  for (const Row& row : kRows) {
    SpecializedProgram p(CompareFunction(row.op));
    p.For(0, {row.a, row.b});
    INFO(row.a << " " << row.op << " " << row.b << "\n" << p.Text());
    CHECK(p.Returns() == row.result);
    CHECK(p.Has(row.typed));
  }
}

TEST_CASE("tuples of constants compare by all their elements") {
  // (1, a) == (2, b) is false whatever a and b are.
  SpecializedProgram p(R"(constant 0 = 1
constant 1 = 2
function 0 "f" parameters (pos "a", pos "b") {
b0(%0, %1):
  %2 = const
  %3 = const {index=1}
  %4 = tuple %2, %0
  %5 = tuple %3, %1
  %6 = compare %4, %5 {compare="=="}
  return %6
}
)");
  p.For(0, {"Int", "Int"});
  INFO(p.Text());
  CHECK(p.Count(Op::kBoolAnd) == 2);
}

TEST_CASE("`not` of a boxed value is asked of the runtime once") {
  SpecializedProgram p(R"(function 0 "f" parameters (pos "a") {
b0(%0):
  %1 = unary %0 {unary="not"}
  return %1
}
)");
  p.For(0, {"Any"});
  INFO(p.Text());
  // The generic operator has negated already: what Truth makes of it is negated back.
  CHECK(p.Count(Op::kRuntime) == 1);
  CHECK(p.Count(Op::kBoolNot) == 2);
}

constexpr const char* kNoneOrInt = R"(constant 0 = None
constant 1 = 1
function 0 "f" parameters (pos "x") {
b0(%0 "x"):
  %1 = const
  %2 = compare %0, %1 {compare="is"}
  %3 = truth %2
  branch %3 b1() b2(%0)
b1():
  %4 = const {index=1}
  return %4
b2(%5 "x"):
  %6 = const {index=1}
  %7 = binary %5, %6 {binary="+"}
  return %7
}
)";

TEST_CASE("a test for None refines a union in both arms") {
  SpecializedProgram p(kNoneOrInt);
  p.For(0, {"Union<None, Int>"});
  INFO(p.Text());
  CHECK(p.Returns() == "Int");
  CHECK(p.IsDirect());
  CHECK(p.Count(Op::kIntAdd) == 1);
  // Of an int, the test is known and its arm is gone.
  SpecializedProgram known(kNoneOrInt);
  known.For(0, {"Int"});
  CHECK(known.typed().functions[0]->blocks.size() == 1);
}

TEST_CASE("truth refines too, and `not` turns it round") {
  SpecializedProgram p(R"(constant 0 = 1
function 0 "f" parameters (pos "x") {
b0(%0 "x"):
  %1 = truth %0
  %2 = unary %1 {unary="not"}
  branch %2 b1() b2()
b1():
  %3 = const
  return %3
b2():
  %4 = const
  %5 = binary %0, %4 {binary="-"}
  return %5
}
)");
  p.For(0, {"Union<None, Int>"});
  INFO(p.Text());
  CHECK(p.Returns() == "Int");
  CHECK(p.Exits() == 0);
}

TEST_CASE("isinstance refines") {
  SpecializedProgram p(R"(global 0 = builtin isinstance
global 1 = class str
constant 0 = 1
function 0 "f" parameters (pos "x") {
b0(%0 "x"):
  %1 = global
  %2 = global {index=1}
  %3 = call %1, %0, %2 {call=[., .]}
  branch %3 b1() b2()
b1():
  return %0
b2():
  %4 = const
  %5 = binary %0, %4 {binary="+"}
  return %5
}
)");
  p.For(0, {"Union<Int, Str>"});
  INFO(p.Text());
  CHECK(p.Returns() == "Union<Int, Str>");
  CHECK(p.IsDirect());
}

TEST_CASE("a variable that is not always bound exits where it is read unbound") {
  SpecializedProgram p(R"(constant 0 = 1
function 0 "f" parameters (pos "c") {
b0(%0):
  %1 = unbound
  %2 = truth %0
  branch %2 b1() b2(%1)
b1():
  %3 = const
  jump b2(%3)
b2(%4 "x"):
  %5 = check_bound %4 {name="x"}
  return %5
}
)");
  p.For(0, {"Bool"});
  INFO(p.Text());
  CHECK(p.Returns() == "Int");
  CHECK(p.Exits() == 1);
}

constexpr const char* kWhile = R"(constant 0 = 0
constant 1 = 1
function 0 "f" parameters (pos "n", pos "step") {
b0(%0 "n", %1 "step"):
  %2 = const
  jump b1(%2, %2)
b1(%3 "i", %4 "sum"):
  %5 = compare %3, %0 {compare="<"}
  %6 = truth %5
  branch %6 b2() b3()
b2():
  %7 = inplace %4, %1 {binary="+"}
  %8 = const {index=1}
  %9 = binary %3, %8 {binary="+"}
  jump b1(%9, %7)
b3():
  return %4
}
)";

TEST_CASE("loops: types join at the head") {
  SpecializedProgram ints(kWhile);
  ints.For(0, {"Int", "Int"});
  CHECK(ints.Returns() == "Int");
  CHECK(ints.IsDirect());
  // The sum begins as an int: one loop, in which it is either.
  SpecializedProgram floats(kWhile);
  floats.For(0, {"Int", "Float"});
  INFO(floats.Text());
  CHECK(floats.Returns() == "Union<Int, Float>");
  CHECK(floats.IsDirect());
  CHECK(floats.Functions() == 1);
}

TEST_CASE("code can be entered at the head of a loop") {
  SpecializedProgram p(kWhile);
  // Live there: n, step, i, sum.
  p.For(0, {"Int", "Float", "Int", "Float"}, 1);
  INFO(p.Text());
  CHECK(p.Returns() == "Float");
  CHECK(p.IsDirect());
  CHECK(p.typed().functions[0]->blocks[0].parameters.size() == 4);
  CHECK(p.typed().functions[0]->frame_states[0].live.size() == 4);
}

TEST_CASE("eight variables of two types each make one loop") {
  std::string text =
      "constant 0 = 0\nconstant 1 = 1\nconstant 2 = float 0x1p+0\nfunction 0 \"explode\" parameters (pos "
      "\"n\") {\nb0(%0):\n  %1 = const\n  jump b1(%1";
  for (int v = 0; v < 8; ++v) text += ", %1";
  text += ")\nb1(%2";
  for (int v = 0; v < 8; ++v) text += ", %" + std::to_string(10 + v);
  text +=
      "):\n  %3 = compare %2, %0 {compare=\"<\"}\n  %4 = truth %3\n  branch %4 b2() b3()\nb2():\n  %5 = "
      "const {index=1}\n  %6 = binary %2, %5 {binary=\"+\"}\n  jump b4(";
  for (int v = 0; v < 8; ++v) text += (v > 0 ? ", %" : "%") + std::to_string(10 + v);
  text += ")\nb3():\n  %7 = tuple ";
  for (int v = 0; v < 8; ++v) text += (v > 0 ? ", %" : "%") + std::to_string(10 + v);
  text += "\n  return %7\n";
  // Each variable becomes a float when the index is its number.
  for (int v = 0; v < 8; ++v) {
    const std::string block = std::to_string(4 + 2 * v), other = std::to_string(5 + 2 * v),
                      next = std::to_string(6 + 2 * v);
    const int base = 100 + 20 * v;
    const auto name = [&](int w) { return "%" + std::to_string(base + w); };
    std::string all;
    for (int w = 0; w < 8; ++w) all += (w > 0 ? ", " : "") + name(w);
    text += "b" + block + "(" + all + "):\n  " + name(10) + " = const {index=2}\n  " + name(11) +
            " = binary " + name(v) + ", " + name(10) + " {binary=\"*\"}\n  " + name(12) +
            " = compare %2, %5 {compare=\"==\"}\n  " + name(13) + " = truth " + name(12) + "\n  ";
    const std::string target = v < 7 ? "b" + next : "b20";
    std::string changed;
    for (int w = 0; w < 8; ++w) changed += (w > 0 ? ", " : "") + name(w == v ? 11 : w);
    text += "branch " + name(13) + " " + target + "(" + changed + ") b" + other + "()\nb" + other +
            "():\n  jump " + target + "(" + all + ")\n";
  }
  text +=
      "b20(%300, %301, %302, %303, %304, %305, %306, %307):\n  jump b1(%6, %300, %301, %302, %303, %304, "
      "%305, %306, %307)\n}\n";
  SpecializedProgram p(text);
  p.For(0, {"Int"});
  INFO(p.Text());
  CHECK(p.Functions() == 1);
  CHECK(p.IsDirect());
  CHECK(p.typed().functions[0]->blocks.size() < 100);
  std::string eight;
  for (int v = 0; v < 8; ++v) eight += v > 0 ? ", Union<Int, Float>" : "Union<Int, Float>";
  CHECK(p.Returns() == "Tuple<" + eight + ">");
}

TEST_CASE("a type that grows around a loop is widened") {
  // while c: x = (x, x)
  SpecializedProgram p(R"(constant 0 = 0
function 0 "f" parameters (pos "c") {
b0(%0):
  %1 = const
  jump b1(%1)
b1(%2 "x"):
  %3 = truth %0
  branch %3 b2() b3()
b2():
  %4 = tuple %2, %2
  jump b1(%4)
b3():
  return %2
}
)");
  p.For(0, {"Bool"});
  CHECK(p.typed().functions[0]->values.size() > 0);
}

TEST_CASE("a long rotation of variables settles") {
  // a0, a1, ..., a99 = a1, a2, ..., a0 + 1.0: types take a hundred turns to arrive.
  std::string first, now, next;
  for (int v = 0; v < 100; ++v) {
    first += v > 0 ? ", %1" : "%1";
    now += (v > 0 ? ", %" : "%") + std::to_string(10 + v);
    next += "%" + std::to_string(v < 99 ? 11 + v : 4) + (v < 99 ? ", " : "");
  }
  SpecializedProgram p(
      "constant 0 = 0\nconstant 1 = float 0x1p+0\nfunction 0 \"f\" parameters (pos \"c\") {\nb0(%0):\n  %1 = "
      "const\n  jump b1(" +
      first + ")\nb1(" + now + "):\n  %2 = truth %0\n  branch %2 b2() b3()\nb2():\n  %3 = const {index=1}\n" +
      "  %4 = binary %10, %3 {binary=\"+\"}\n  jump b1(" + next + ")\nb3():\n  return %109\n}\n");
  p.For(0, {"Bool"});
  CHECK((p.Returns() == "Union<Int, Float>" || p.Returns() == "Any"));
}

TEST_CASE("recursion: the return type is a fixpoint") {
  // fib, and a mutual recursion whose second return type is only known through the first.
  SpecializedProgram fib(R"(global 0 = function fib
constant 0 = 2
constant 1 = 1
function 0 "fib" parameters (pos "n") {
b0(%0 "n"):
  %1 = const
  %2 = compare %0, %1 {compare="<"}
  %3 = truth %2
  branch %3 b1() b2()
b1():
  return %0
b2():
  %4 = global
  %5 = const {index=1}
  %6 = binary %0, %5 {binary="-"}
  %7 = call %4, %6 {call=[.]}
  %8 = const
  %9 = binary %0, %8 {binary="-"}
  %10 = call %4, %9 {call=[.]}
  %11 = binary %7, %10 {binary="+"}
  return %11
}
)");
  fib.For(0, {"Int"});
  INFO(fib.Text());
  CHECK(fib.Returns() == "Int");
  CHECK(fib.Functions() == 1);
  CHECK(fib.Count(Op::kCallDirect) == 2);
  CHECK(fib.IsDirect());

  SpecializedProgram mutual(R"(global 0 = function g
global 1 = function f
constant 0 = 1
constant 1 = float 0x1p-1
function 0 "f" parameters (pos "n") {
b0(%0 "n"):
  %1 = truth %0
  branch %1 b1() b2()
b1():
  %2 = global
  %3 = const
  %4 = binary %0, %3 {binary="-"}
  %5 = call %2, %4 {call=[.]}
  return %5
b2():
  return %0
}
function 1 "g" parameters (pos "n") {
b0(%0 "n"):
  %1 = global {index=1}
  %2 = call %1, %0 {call=[.]}
  %3 = const {index=1}
  %4 = binary %2, %3 {binary="*"}
  return %4
}
)");
  mutual.For(0, {"Int"});
  INFO(mutual.Text());
  CHECK(mutual.Returns(0) == "Union<Int, Float>");
  CHECK(mutual.Returns(1) == "Float");
  CHECK(mutual.IsDirect());
}

TEST_CASE("arguments: defaults, keywords, *args; a misfit exits") {
  const std::string callee = R"(constant 0 = 1
function 0 "g" parameters (pos "a", pos "b" default, star "rest", kwonly "k" default) defaults 1 keyword_defaults ("k") {
b0(%0, %1, %2, %3):
  %4 = tuple %0, %1, %2, %3
  return %4
}
)";
  struct Row {
    const char *shape, *operands, *result;
  };
  constexpr Row kRows[] = {
      {"[.]", "%0", "Tuple<Float, Int, Tuple<>, Int>"},
      {"[., .]", "%0, %1", "Tuple<Float, Str, Tuple<>, Int>"},
      {"[., \"b\"]", "%0, %1", "Tuple<Float, Str, Tuple<>, Int>"},
      {"[., \"k\"]", "%0, %1", "Tuple<Float, Int, Tuple<>, Str>"},
      {"[., ., ., .]", "%0, %1, %0, %1", "Tuple<Float, Str, Tuple<Float, Str>, Int>"},
      {"[., \"a\"]", "%0, %1", "Bottom"},
  };
  for (const Row& row : kRows) {
    SpecializedProgram p(callee +
                         "function 1 \"f\" parameters (pos \"x\", pos \"y\") {\nb0(%0, %1):\n  %2 = const\n  "
                         "%3 = function %2, %2\n  %4 = call %3, " +
                         row.operands + " {call=" + row.shape + "}\n  return %4\n}\n");
    p.For(1, {"Float", "Str"});
    INFO(row.shape << "\n" << p.Text());
    CHECK(p.Returns() == row.result);
  }
}

TEST_CASE("closures are structural: what they capture is in registers") {
  SpecializedProgram p(R"(function 0 "<lambda>" captures ("k") parameters (pos "x") {
b0(%0 "k", %1 "x"):
  %2 = binary %1, %0 {binary="*"}
  return %2
}
function 1 "apply" parameters (pos "f", pos "x") {
b0(%0, %1):
  %2 = call %0, %1 {call=[.]}
  %3 = call %0, %2 {call=[.]}
  return %3
}
function 2 "main" parameters (pos "k") {
b0(%0):
  %1 = function %0
  %2 = function {index=1}
  %3 = call %2, %1, %0 {call=[., .]}
  return %3
}
)");
  p.For(2, {"Float"});
  INFO(p.Text());
  CHECK(p.Returns() == "Float");
  CHECK(p.Functions() == 3);
  CHECK(p.IsDirect());
}

TEST_CASE("an exit hands over what is live before its operator") {
  SpecializedProgram p(R"(function 0 "f" parameters (pos "a", pos "b", pos "c") {
b0(%0 "a", %1 "b", %2 "c"):
  %3 = binary %0, %1 {binary="+"}
  %4 = binary %3, %1 {binary="*"}
  return %4
}
)");
  p.For(0, {"Int", "Int", "Int"});
  INFO(p.Text());
  const ir::Function& f = *p.typed().functions[0];
  std::vector<std::vector<uint32_t>> live;
  for (const ir::Instruction& i : f.blocks[0].instructions) {
    REQUIRE(i.frame_state);
    live.emplace_back();
    for (const auto& value : f.frame_states[*i.frame_state].live)
      live.back().push_back(value.generic.value());
    CHECK(f.frame_states[*i.frame_state].instruction == live.size() - 1);
  }
  CHECK(live == std::vector<std::vector<uint32_t>>{{0, 1}, {1, 3}});
}

TEST_CASE("what the runtime is given are the generic operator's operands") {
  // Calls of builtins that are operators inside: pow, bool, divmod.
  for (const char* name : {"pow", "divmod"}) {
    SpecializedProgram p(std::string("global 0 = builtin ") + name + R"(
function 0 "f" parameters (pos "a", pos "b") {
b0(%0, %1):
  %2 = global
  %3 = call %2, %0, %1 {call=[., .]}
  return %3
}
)");
    p.For(0, {"Any", "Int"});
    INFO(p.Text());
    REQUIRE(p.Count(Op::kRuntime) == 1);
    for (const ir::Instruction& i : p.typed().functions[0]->blocks[0].instructions) {
      if (i.op == Op::kRuntime) CHECK(i.operands.size() == 3);
    }
  }
}

}  // namespace
}  // namespace fora::infer
