// The FIR of small functions: where control flows, what blocks pass on, what is checked and what is lifted.
#include "compiler/lower/lower.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "compiler/ir/print.h"
#include "compiler/ir/verify.h"
#include "compiler/parse/parse.h"
#include "compiler/source/python_source.h"
#include "runtime/value/value.h"

namespace fora::lower {
namespace {

using ir::Op;

std::shared_ptr<const ir::Module> Lowered(const source::Program& program, const Options& options = {}) {
  const parse::Parsed parsed = parse::Parse(program);
  REQUIRE(parsed.diagnostics.empty());
  auto module = Lower(parsed.program, options);
  const absl::Status verified = ir::Verify(*module);
  INFO(verified << ir::Print(*module));
  REQUIRE(verified.ok());
  return module;
}
std::shared_ptr<const ir::Module> Lowered(const std::string& text) { return Lowered(source::BlockOf(text)); }

const ir::Function& Named(const ir::Module& module, const std::string& name) {
  for (const auto& function : module.functions) {
    if (function->name() == name) return *function;
  }
  FAIL("there is no function " << name);
  return *module.functions[0];
}

// The blocks of the one function that the text defines; its constants by number.
std::string Blocks(const std::string& text) {
  const std::string printed = ir::Print(*Lowered(text)->functions[1]);
  return printed.substr(printed.find('\n') + 1);
}

int Count(const ir::Function& function, Op op) {
  int count = 0;
  for (const ir::Block& block : function.blocks) {
    count += static_cast<int>(std::count_if(block.instructions.begin(), block.instructions.end(),
                                            [op](const ir::Instruction& i) { return i.op == op; }));
  }
  return count;
}
int Count(const std::string& text, const std::string& name, Op op) {
  const auto module = Lowered(text);
  return Count(Named(*module, name), op);
}

TEST_CASE("a loop passes on the variables that it assigns, and no others") {
  CHECK(Blocks("def f(n, k):\n    s = k\n    while s < n:\n        s = s + k\n    return s\n") ==
        R"(b0(%0 "n", %1 "k"):
  jump b1(%1)
b1(%2 "s"):
  %3 = compare %2, %0 {compare="<"}
  %4 = truth %3
  branch %4 b2() b3()
b2():
  %5 "s" = binary %2, %1 {binary="+"}
  jump b1(%5)
b3():
  return %2
}
)");
}

TEST_CASE("what and, or and chained comparisons skip is not evaluated") {
  CHECK(Blocks("def f(a, b, c):\n    return a < b < c\n") == R"(b0(%0 "a", %1 "b", %2 "c"):
  %3 = compare %0, %1 {compare="<"}
  %4 = truth %3
  branch %4 b2() b1(%3)
b1(%5):
  return %5
b2():
  %6 = compare %1, %2 {compare="<"}
  jump b1(%6)
}
)");
}

TEST_CASE("a variable is checked where it may be unbound, and nowhere else") {
  struct Row {
    const char* what;
    const char* body;  // of `def f(c, v):`
    int checks;
  };
  constexpr Row kRows[] = {
      {"a parameter", "    return c\n", 0},
      {"assigned in both arms", "    if c:\n        y = 1\n    else:\n        y = 2\n    return y\n", 0},
      {"assigned in one arm", "    if c:\n        y = 1\n    return y\n", 1},
      {"the arm that doesn't assign leaves",
       "    if c:\n        y = 1\n    else:\n        return 0\n    return y\n", 0},
      {"of a loop that may not run", "    for y in v:\n        c = y\n    return y\n", 1},
      {"of a loop whose else leaves",
       "    for y in v:\n        break\n    else:\n        return 0\n    return y\n", 0},
      {"deleted", "    del c\n    return c\n", 1},
      {"assigned in a try that may fail",
       "    try:\n        y = c + 1\n    except ValueError:\n        pass\n    return y\n", 1},
      {"after the handler that bound it",
       "    try:\n        c + 1\n    except ValueError as y:\n        pass\n    return y\n", 1},
      {"never assigned before", "    return y\n    y = 1\n", 1},
  };
  for (const Row& row : kRows) {
    INFO(row.what);
    CHECK(Count(std::string("def f(c, v):\n") + row.body, "f", Op::kCheckBound) == row.checks);
  }
}

TEST_CASE("every way out of a try runs its own copy of the finally body") {
  // `mark` stands for the body of the finally; each copy calls it once.
  struct Row {
    const char* what;
    const char* body;  // of `def f(v, mark):`
    int copies;
  };
  constexpr Row kRows[] = {
      {"falls through, raises", "    try:\n        v = v + 1\n    finally:\n        mark()\n    return v\n",
       2},
      {"can't raise", "    try:\n        v = 1\n    finally:\n        mark()\n    return v\n", 1},
      {"returns, raises", "    try:\n        return v + 1\n    finally:\n        mark()\n", 2},
      {"breaks, continues, falls through, raises",
       "    for i in v:\n        try:\n            if i:\n                break\n            if i > 1:\n     "
       "           continue\n"
       "        finally:\n            mark()\n    return v\n",
       4},
      {"the outer one of two, too",
       "    try:\n        try:\n            return v + 1\n        finally:\n            mark()\n"
       "    finally:\n        v = 2\n",
       2},
      {"the body and a handler fall through to one copy; any of them raises",
       "    try:\n        v = v + 1\n    except ValueError:\n        v = v + 2\n    finally:\n        "
       "mark()\n    return v\n",
       2},
  };
  for (const Row& row : kRows) {
    INFO(row.what);
    CHECK(Count(std::string("def f(v, mark):\n") + row.body, "f", Op::kCall) == row.copies);
  }
}

TEST_CASE("a return in a finally swallows the exception") {
  CHECK(Blocks("def f(x):\n    try:\n        return x + 1\n    finally:\n        return 7\n") ==
        R"(b0(%0 "x"):
  unwind b1()
  %1 = const
  %2 = binary %0, %1 {binary="+"}
  %3 = const {index=1}
  return %3
b1(%4) handling 1:
  %5 = const {index=1}
  return %5
}
)");
}

TEST_CASE("a handler sees what variables were before the operator that raised") {
  CHECK(Blocks("def f(x, y):\n    try:\n        x = x + y\n        x = x * y\n    except ValueError:\n       "
               " pass\n    return x\n") ==
        R"(b0(%0 "x", %1 "y"):
  unwind b1(%0)
  %2 "x" = binary %0, %1 {binary="+"}
  jump b3()
b1(%3, %4 "x") handling 1:
  %5 = global {index=1}
  %6 = exc_match %3, %5
  branch %6 b5() b4()
b2(%7 "x"):
  return %7
b3():
  unwind b1(%2)
  %8 "x" = binary %2, %1 {binary="*"}
  jump b2(%8)
b4() handling 1:
  raise %3 {flag}
b5() handling 1:
  jump b2(%4)
}
)");
}

TEST_CASE("a setter gives back its object, also when it raises") {
  const auto module = Lowered(
      "def f():\n    class A:\n        @property\n        def x(self):\n            return 1\n"
      "        @x.setter\n        def x(self, v):\n            self.y = v\n    return A\n");
  for (const auto& function : module->functions) {
    if (!function->is_setter) continue;
    const std::string printed = ir::Print(*function);
    CHECK(printed.substr(printed.find('\n') + 1) == R"(b0(%0 "self", %1 "v"):
  unwind b1()
  %2 "self" = set_attr %0, %1 {name="y"}
  return %2
b1(%3) landing handling 1:
  raise %3, %0 {flag}
}
)");
    return;
  }
  FAIL("there is no setter");
}

TEST_CASE("a block gives back what it has assigned when it raises") {
  const ir::Function& block = *Lowered("a = 1\na = f(a)\n")->functions[0];
  const auto landing =
      std::find_if(block.blocks.begin(), block.blocks.end(), [](const auto& b) { return b.is_landing; });
  REQUIRE(landing != block.blocks.end());
  CHECK(landing->terminator.kind == ir::TerminatorKind::kRaise);
  CHECK(landing->terminator.operands.size() == 2);
  const ir::Function& empty = *Lowered("f(1)\n")->functions[0];
  CHECK(std::none_of(empty.blocks.begin(), empty.blocks.end(), [](const auto& b) { return b.is_landing; }));
}

TEST_CASE("the statements of a class body are a frame of their own") {
  const auto module = Lowered("def f(v):\n    class A:\n        x = v + 1\n    return A\n");
  for (const ir::Block& block : Named(*module, "f").blocks) {
    for (const ir::Instruction& i : block.instructions) {
      if (i.op != Op::kBinary) continue;
      const ir::Site& site = module->sites[i.site.value()];
      CHECK(site.body == "A");
      CHECK(site.span.line == 3);
      CHECK(module->sites[site.around.value()].span.line == 2);
      return;
    }
  }
  FAIL("there is no addition");
}

TEST_CASE("code that can't raise has no handler") {
  const auto module = Lowered(
      "def f(v):\n    for i in v:\n        try:\n            return i\n        finally:\n            break\n "
      "   return 7\n");
  for (const ir::Block& block : module->functions[1]->blocks) CHECK_FALSE(block.unwind.has_value());
}

TEST_CASE("assignment of a display to as many targets makes no tuple") {
  struct Row {
    const char* statement;
    int tuples, unpacks;
  };
  constexpr Row kRows[] = {
      {"a, b = b, a", 0, 0},  {"[a, b] = (b, a)", 0, 0}, {"(a, b), c = (b, a), c", 1, 1},
      {"a, b = c", 0, 1},     {"a, b = b, a, c", 1, 1},  {"a, *b = b, a", 1, 1},
      {"a, b = *b, a", 2, 1}, {"c = a, b = b, a", 1, 1}, {"a, b = c = b, a", 1, 1},
  };
  for (const Row& row : kRows) {
    INFO(row.statement);
    const auto module =
        Lowered("def f(a, b, c):\n    " + std::string(row.statement) + "\n    return [a, b, c]\n");
    const ir::Function& f = Named(*module, "f");
    CHECK(Count(f, Op::kTuple) + Count(f, Op::kListToTuple) == row.tuples);
    CHECK(Count(f, Op::kUnpack) == row.unpacks);
  }
}

TEST_CASE("values of such an assignment are all evaluated before the first target is assigned") {
  CHECK(Blocks("def f(v, i):\n    i, v[i] = i + 1, i\n    return v\n") == R"(b0(%0 "v", %1 "i"):
  %2 = const
  %3 "i" = binary %1, %2 {binary="+"}
  %4 "v" = set_item %0, %3, %1
  return %4
}
)");
}

TEST_CASE("changing an object that a local names, or what it holds, assigns the local") {
  CHECK(Blocks("def f(v, o):\n    v.append(1)\n    o.x[0] = 2\n    return v, o\n") == R"(b0(%0 "v", %1 "o"):
  %2 = const
  %3 "v" = method_update %0, %2 {name="append", call=[.]}
  %4 = const {index=1}
  %5 = get_attr %1 {name="x"}
  %6 = const {index=2}
  %7 "o" = store_at %1, %6, %4 {name=".x[]"}
  %8 = tuple %3, %7
  return %8
}
)");
}

TEST_CASE("a comprehension becomes one element function per clause, which captures what it needs") {
  const auto module = Lowered("def f(v, k):\n    return [x * k for r in v if r for x in r]\n");
  const ir::Function& f = Named(*module, "f");
  REQUIRE(module->functions.size() == 4);
  CHECK(Count(f, Op::kGenerator) == 1);
  CHECK(Count(f, Op::kCollect) == 1);
  const ir::Function& outer = *module->functions[2];
  const ir::Function& inner = *module->functions[3];
  for (const ir::Function* element : {&outer, &inner}) {
    CHECK(element->is_element);
    CHECK(element->name() == "<listcomp>");
    CHECK(element->qualname() == "f.<locals>.<listcomp>");
  }
  CHECK(Count(outer, Op::kSkip) == 1);       // its filter
  CHECK(Count(outer, Op::kGenerator) == 1);  // the elements of the inner clause, to be flattened
  CHECK(Count(inner, Op::kSkip) == 0);
  CHECK(Count(inner, Op::kBinary) == 1);
}

TEST_CASE("the iterable of a comprehension that may not be one is asked for its iterator at once") {
  CHECK(Count("def f(v):\n    return (x for x in v)\n", "f", Op::kIter) == 1);
  CHECK(Count("def f(v):\n    return (x for x in range(v))\n", "f", Op::kIter) == 0);
}

TEST_CASE("defaults are evaluated where the function is made, and stand behind its captures") {
  CHECK(Blocks("def f(a, b):\n    return lambda x=b, *, y=a: (a, x, y)\n") == R"(b0(%0 "a", %1 "b"):
  %2 "<lambda>" = function %0, %1, %0 {index=2}
  return %2
}
)");
}

TEST_CASE("an __init__ gives back the object, and super().__init__ initialises its base") {
  const auto module = Lowered(
      "class A:\n    def __init__(self, a):\n        self.a = a\n"
      "class B(A):\n    def __init__(self):\n        super().__init__(1)\n        self.b = 2\n");
  int inits = 0;
  for (const auto& function : module->functions) {
    if (function->name() != "__init__") continue;
    ++inits;
    CHECK(function->is_init);
    CHECK(Count(*function, Op::kSetAttr) == 1);
    CHECK(Count(*function, Op::kInitBase) == (function->qualname() == "B.__init__" ? 1 : 0));
    CHECK(function->blocks.back().terminator.kind == ir::TerminatorKind::kReturn);
  }
  CHECK(inits == 2);
}

TEST_CASE("the entry of a call calls the object, of a block returns the results that are asked for") {
  const auto call =
      Lowered(source::FunctionsOf("def helper(x):\n    return x\ndef f():\n    return helper(1)\n"));
  CHECK(Count(*call->functions[call->entry.value()], Op::kCall) == 1);

  const auto block = Lowered(source::BlockOf("x = 1\ny = x + 1\nz = 3\n", {"x", "z"}));
  CHECK(block->result_names == std::vector<std::string>{"x", "z"});
  const auto all = Lowered(source::BlockOf("x = 1\ny = x + 1\n"));
  CHECK(all->result_names == std::vector<std::string>{"x", "y"});
}

TEST_CASE(
    "names that exist nowhere raise where they are reached; builtins that aren't supported stop the run "
    "there") {
  CHECK(Count("def f():\n    return missing\n", "f", Op::kNameError) == 1);
  CHECK(Count("def f():\n    return print\n", "f", Op::kUnsupported) == 1);
  CHECK(Count("def f():\n    return len\n", "f", Op::kUnsupported) == 0);
}

TEST_CASE("a value on the cluster is a constant; one that is gone stops the run where it is reached") {
  source::Program program = source::FunctionsOf("def f():\n    return remote\n");
  program.objects.push_back(source::RemoteObject{"id-1"});
  std::get<source::FunctionObject>(program.objects[0]).free.push_back({"remote", 1});
  Options options;
  options.remote = [](const std::string& id) {
    return id == "id-1" ? std::optional<Value>(Value::Int(42)) : std::nullopt;
  };
  const auto module = Lowered(program, options);
  CHECK(std::any_of(module->constants.begin(), module->constants.end(),
                    [](const Value& v) { return v.Is(Tag::kInt) && v.as_int() == 42; }));
  const auto gone = Lowered(program);
  CHECK(Count(Named(*gone, "f"), Op::kUnsupported) == 1);
}

}  // namespace
}  // namespace fora::lower
