// Loops over what is read by index, folds, and lists.
#include "compiler/infer/specialized_program.h"

namespace fora::infer {
namespace {

using ir::Op;

// BUILTIN(expr(x) for x in source), where the element function is function 0.
std::string FoldOf(const std::string& builtin, const std::string& element) {
  return "global 0 = builtin " + builtin +
         "\nconstant 0 = 2\nconstant 1 = 0\nfunction 0 \"<genexpr>\" captures (\"k\") parameters (pos \"x\") "
         "element {\n" +
         element + R"(}
function 1 "f" parameters (pos "source", pos "k") {
b0(%0, %1):
  %2 = global
  %3 = function %1
  %4 = generator %0, %3
  %5 = call %2, %4 {call=[.]}
  return %5
}
)";
}

constexpr const char* kScaled = "b0(%0 \"k\", %1 \"x\"):\n  %2 = binary %1, %0 {binary=\"*\"}\n  return %2\n";
constexpr const char* kPositive = R"(b0(%0 "k", %1 "x"):
  %2 = compare %1, %0 {compare=">"}
  %3 = truth %2
  branch %3 b1() b2()
b1():
  return %1
b2():
  %4 = skip
  return %4
)";
constexpr const char* kTest = "b0(%0 \"k\", %1 \"x\"):\n  %2 = compare %1, %0 {compare=\">\"}\n  return %2\n";

TEST_CASE("folds over generators") {
  struct Row {
    const char *builtin, *element, *source, *k, *result;
    bool direct;
  };
  const Row rows[] = {
      {"sum", kScaled, "Range", "Int", "Int", true},
      {"sum", kScaled, "Range", "Float", "Union<Int, Float>", true},  // the sum of nothing is an int
      {"sum", kScaled, "List<Float>", "Int", "Union<Int, Float>", true},
      {"sum", kPositive, "List<Int>", "Int", "Int", true},
      {"sum", kScaled, "Tuple<Int, Int>", "Int", "Int", true},
      {"any", kTest, "Range", "Int", "Bool", true},
      {"all", kTest, "Str", "Str", "Bool", true},
      {"max", kScaled, "Range", "Float", "Float", false},  // of nothing: the interpreter raises
      {"list", kPositive, "Range", "Int", "List<Int>", true},
      {"any", kScaled, "Range", "Int", "Bool", false},  // elements are not bools
      {"sum", kScaled, "Any", "Int", "Any", false},
      {"sum", kScaled, "List<Bottom>", "Int", "Any", false},
  };
  for (const Row& row : rows) {
    SpecializedProgram p(FoldOf(row.builtin, row.element));
    p.For(1, {row.source, row.k});
    INFO(row.builtin << " over " << row.source << "\n" << p.Text());
    CHECK(p.Returns() == row.result);
    CHECK(p.IsDirect() == row.direct);
  }
}

TEST_CASE("folds of the sources themselves") {
  struct Row {
    const char *builtin, *source, *result;
  };
  constexpr Row kRows[] = {{"sum", "List<Int>", "Int"},
                           {"sum", "Range", "Int"},
                           {"min", "List<Float>", "Float"},
                           {"list", "Str", "List<Str>"},
                           {"list", "Tuple<Int, Float>", "List<Union<Int, Float>>"},
                           {"sorted", "List<Float>", "List<Float>"}};
  for (const Row& row : kRows) {
    SpecializedProgram p(std::string("global 0 = builtin ") + row.builtin +
                         "\nfunction 0 \"f\" parameters (pos \"s\") {\nb0(%0):\n  %1 = global\n  %2 = call "
                         "%1, %0 {call=[.]}\n  return %2\n}\n");
    p.For(0, {row.source});
    INFO(row.builtin << " of " << row.source << "\n" << p.Text());
    CHECK(p.Returns() == row.result);
  }
}

TEST_CASE("nested generators are flattened by the fold") {
  // [x + y for x in range(k) for y in range(x)]
  SpecializedProgram p(R"(global 0 = class range
function 0 "<listcomp>" captures ("x") parameters (pos "y") element {
b0(%0, %1):
  %2 = binary %0, %1 {binary="+"}
  return %2
}
function 1 "<listcomp>" parameters (pos "x") element {
b0(%0):
  %1 = global
  %2 = call %1, %0 {call=[.]}
  %3 = function %0
  %4 = generator %2, %3
  return %4
}
function 2 "f" parameters (pos "k") {
b0(%0):
  %1 = global
  %2 = call %1, %0 {call=[.]}
  %3 = function {index=1}
  %4 = generator %2, %3 {flag}
  %5 = collect %4
  return %5
}
)");
  p.For(2, {"Int"});
  INFO(p.Text());
  CHECK(p.Returns() == "List<Int>");
  CHECK(p.IsDirect());
  CHECK(p.Count(Op::kFold) == 1);
}

std::string LoopOver(const std::string& globals, const std::string& iterable, const std::string& use) {
  return globals + R"(constant 0 = 0
constant 1 = 10
function 0 "f" parameters (pos "a") {
b0(%0 "a"):
)" + iterable +
         R"(  %9 = iter %8
  %10 = const
  jump b1(%9, %10)
b1(%11, %12 "total"):
  next %11 b2() b3()
b2(%13 "x", %14):
)" + use +
         R"(  %16 = binary %12, %15 {binary="+"}
  jump b1(%14, %16)
b3():
  return %12
}
)";
}

TEST_CASE("for loops are counted loops") {
  struct Row {
    const char *globals, *iterable, *use, *a, *result;
  };
  constexpr const char* kItself = "  %15 = binary %13, %10 {binary=\"+\"}\n";
  constexpr const char* kSecond = "  %17 = unpack %13 {unpack=2,0}\n  %15 = tuple_item %17 {index=1}\n";
  constexpr Row kRows[] = {
      {"global 0 = class range\n", "  %7 = global\n  %8 = call %7, %0 {call=[.]}\n", kItself, "Int", "Int"},
      {"", "  %8 = tuple %0, %0\n", kItself, "Int", "Int"},
      {"", "  %8 = list %0, %0\n", kItself, "Float", "Union<Int, Float>"},
      {"global 0 = class enumerate\n", "  %7 = global\n  %8 = call %7, %0 {call=[.]}\n", kSecond, "List<Int>",
       "Int"},
      {"global 0 = class zip\n", "  %7 = global\n  %8 = call %7, %0, %0 {call=[., .]}\n", kSecond,
       "List<Int>", "Int"},
      {"global 0 = class reversed\n", "  %7 = global\n  %8 = call %7, %0 {call=[.]}\n", kItself,
       "Tuple<Int, Bool>", "Int"},
  };
  for (const Row& row : kRows) {
    SpecializedProgram p(LoopOver(row.globals, row.iterable, row.use));
    p.For(0, {row.a});
    INFO(row.iterable << "\n" << p.Text());
    CHECK(p.Returns() == row.result);
    CHECK(p.IsDirect());
    CHECK(p.Count(Op::kSourceItem) == 1);
  }
}

TEST_CASE("a loop over a lazy iterator is the interpreter's") {
  SpecializedProgram p(LoopOver("global 0 = class filter\n",
                                "  %7 = global\n  %8 = call %7, %0, %0 {call=[., .]}\n", "  %15 = const\n"));
  p.For(0, {"List<Int>"});
  CHECK(p.Exits() == 1);
}

TEST_CASE("an iterator that is used twice is boxed") {
  SpecializedProgram p(R"(global 0 = class enumerate
global 1 = builtin list
function 0 "f" parameters (pos "a") {
b0(%0):
  %1 = global
  %2 = call %1, %0 {call=[.]}
  %3 = global {index=1}
  %4 = call %3, %2 {call=[.]}
  %5 = call %3, %2 {call=[.]}
  %6 = tuple %4, %5
  return %6
}
)");
  p.For(0, {"List<Int>"});
  INFO(p.Text());
  CHECK(p.Count(Op::kFold) == 0);
  CHECK(p.Count(Op::kRuntime) == 3);
}

TEST_CASE("nested loops can be entered at the inner head") {
  SpecializedProgram p(R"(global 0 = class range
constant 0 = 0
function 0 "f" parameters (pos "n") {
b0(%0 "n"):
  %1 = global
  %2 = call %1, %0 {call=[.]}
  %3 = iter %2
  %4 = const
  jump b1(%3, %4)
b1(%5, %6 "total"):
  next %5 b2() b5()
b2(%7 "i", %8):
  %9 = call %1, %7 {call=[.]}
  %10 = iter %9
  jump b3(%10, %6)
b3(%11, %12 "total"):
  next %11 b4() b1(%8, %12)
b4(%13 "j", %14):
  %15 = binary %12, %13 {binary="+"}
  jump b3(%14, %15)
b5():
  return %6
}
)");
  // Live at the inner head: range, the outer iterator, the inner one, the total.
  const ir::Type* range = p.types().Class(p.module().globals[0].as<ClassObject>());
  const ir::Type* counter = p.Type("Sequence<Range, Int>");
  const auto live = EntryValues(*p.module().functions[0], ir::BlockId(3));
  std::vector<const ir::Type*> types;
  for (ir::ValueId v : live)
    types.push_back(v.value() == 1 ? range : v.value() == 12 ? p.Type("Int") : counter);
  p.ForTypes(0, types, 3);
  INFO(p.Text());
  CHECK(p.Returns() == "Int");
  CHECK(p.IsDirect());
}

TEST_CASE("lists: append, items, concatenation, and what changes them in place") {
  SpecializedProgram loop(R"(constant 0 = 0
function 0 "f" parameters (pos "n", pos "x") {
b0(%0, %1):
  %2 = list
  jump b1(%2, %0)
b1(%3 "v", %4 "n"):
  %5 = truth %4
  branch %5 b2() b3()
b2():
  %6 = method_update %3, %1 {name="append"}
  %7 = const
  %8 = binary %4, %7 {binary="-"}
  jump b1(%6, %8)
b3():
  return %3
}
)");
  loop.For(0, {"Int", "Float"});
  INFO(loop.Text());
  CHECK(loop.Returns() == "List<Float>");
  CHECK(loop.IsDirect());

  // += changes the list for everyone who refers to it: the runtime decides.
  SpecializedProgram inplace(R"(function 0 "f" parameters (pos "a", pos "b") {
b0(%0, %1):
  %2 = inplace %0, %1 {binary="+"}
  return %2
}
)");
  inplace.For(0, {"List<Int>", "List<Int>"});
  CHECK(inplace.Returns() == "List<Int>");
  CHECK(inplace.Count(Op::kListConcat) == 0);
  inplace.For(0, {"Union<None, List<Int>>", "List<Int>"});
  CHECK(inplace.Count(Op::kListConcat) == 0);

  SpecializedProgram slice(R"(constant 0 = 1
constant 1 = None
function 0 "f" parameters (pos "a") {
b0(%0):
  %1 = const
  %2 = const {index=1}
  %3 = slice %1, %2, %2
  %4 = get_item %0, %3
  return %4
}
)");
  slice.For(0, {"List<Int>"});
  CHECK(slice.Returns() == "List<Int>");
  slice.For(0, {"Str"});
  CHECK(slice.Returns() == "Str");
  slice.For(0, {"Tuple<Int, Int>"});
  CHECK(slice.Returns() == "Any");
}

TEST_CASE("a fold by itself, as the interpreter asks for it") {
  SpecializedProgram p(FoldOf("sum", kScaled));
  const std::string generator = "Generator<Range, Function g#0<Float>>";
  auto typed =
      InferFold(p.module(), std::make_shared<ir::TypeTable>(), Reducer::kSum, p.Type("Range"), nullptr);
  REQUIRE(typed.ok());
  CHECK(ir::ToString(typed->functions[0]->return_type) == "Int");
  auto types = std::make_shared<ir::TypeTable>();
  auto type = ir::ParseType(generator, *types, &p.module(), {builtins::Find});
  REQUIRE(type.ok());
  typed = InferFold(p.module(), types, Reducer::kSum, *type, nullptr);
  REQUIRE(typed.ok());
  CHECK(ir::ToString(typed->functions[0]->return_type) == "Tuple<Bool, Float>");
  CHECK(typed->functions.size() == 2);
  // An int to begin with is added exactly until the first float comes; that is left to the builtin.
  CHECK_FALSE(InferFold(p.module(), types, Reducer::kSum, *type, types->Of(ir::TypeKind::kInt)).ok());
  CHECK_FALSE(InferFold(p.module(), types, Reducer::kAny, *type, nullptr).ok());
}

}  // namespace
}  // namespace fora::infer
