// What names mean, how closures get at them, and where what is not supported stands.
#include "compiler/parse/parse.h"

#include <catch2/catch.hpp>
#include <string>
#include <variant>
#include <vector>

#include "compiler/ast/print.h"
#include "compiler/source/python_source.h"

namespace fora::parse {
namespace {

// The tree of a block, as text.
std::string TreeOf(const std::string& text) {
  const source::Program program = source::BlockOf(text);
  const Parsed parsed = Parse(program);
  REQUIRE(parsed.diagnostics.empty());
  REQUIRE(parsed.program.units.size() == 1);
  return ast::Print(*parsed.program.units[0]);
}

std::string Shown(const Diagnostic& diagnostic) {
  const source::Span& span = diagnostic.span;
  return std::to_string(span.line) + ":" + std::to_string(span.column) + "-" + std::to_string(span.end_line) +
         ":" + std::to_string(span.end_column) + " " + diagnostic.message;
}

// The line of a function's variables, in the tree of a block that defines it.
std::string VariablesOf(const std::string& text, const std::string& function) {
  const std::string tree = TreeOf(text);
  const size_t line = tree.find("def " + function);
  INFO(tree);
  REQUIRE(line != std::string::npos);
  const size_t begin = tree.find("variables ", line) + std::string("variables ").size();
  return tree.substr(begin, tree.find('\n', begin) - begin);
}

TEST_CASE("a name is a variable of the nearest scope that binds it, past class bodies, else a builtin") {
  CHECK(TreeOf(R"(
x = 1
class C:
    x = 2
    y = x
    def m(self):
        return x, len
)") == R"(block
  variables x: static, C
  x = 1
  class C()
    variables x, y, m
    x = 2
    y = x
    def C.m(self)
      variables self
      return (x@block, len@builtins)
)");
}

TEST_CASE("private names belong to the class that the text stands in") {
  CHECK(TreeOf("class C:\n    __k = 1\n    def m(self):\n        return self.__k, self.__k__\n") == R"(block
  variables C: static
  class C()
    variables _C__k, m
    _C__k = 1
    def C.m(self)
      variables self
      return (self._C__k, self.__k__)
)");
}

TEST_CASE("a walrus in a comprehension binds in the function around it") {
  CHECK(TreeOf("def f(v):\n    return [y for x in v if (y := x)], y\n") == R"(block
  variables f: static
  def f(v)
    variables v, y: cell
    return ([<1> of v], y)
        <1> = f.<locals>.<listcomp>(.0) captures (y)
          variables .0, x
          target x
          if (y@f := x)
          result y@f
)");
}

TEST_CASE("global in a nested function skips the functions around it") {
  CHECK(TreeOf(
            "x = 1\ndef f():\n    x = 2\n    def g():\n        global x\n        return x\n    return g\n") ==
        R"(block
  variables x: static, f: static
  x = 1
  def f()
    variables x, g
    x = 2
    def f.<locals>.g()
      pass
      return x@block
    return g
)");
}

TEST_CASE("super() without arguments is of the class around it and the method's first parameter") {
  CHECK(TreeOf("class C:\n    def m(me, x):\n        return super().m(x)\n") == R"(block
  variables C: static
  class C()
    variables m, __class__: static
    def C.m(me, x)
      variables me, x
      return super@builtins(__class__@class, me).m(x)
)");
}

TEST_CASE("how functions get at a variable of a scope around them") {
  struct Row {
    const char* what;
    const char* body;       // of `def f(n):`
    const char* variables;  // of f
  };
  constexpr Row kRows[] = {
      {"never assigned after: copied", "    a = n\n    return lambda: a\n", "n, a: value"},
      {"assigned after: a cell", "    a = n\n    g = lambda: a\n    a = 2\n    return g\n", "n, a: cell, g"},
      {"assigned after, but the list comprehension is over",
       "    v = [n + i for i in range(3)]\n    n = 2\n    return v\n", "n: value, v"},
      {"assigned after, but sum() has used up the generator",
       "    v = sum(n + i for i in range(3))\n    n = 2\n    return v\n", "n: value, v"},
      {"assigned after a generator that lives on",
       "    v = (n + i for i in range(3))\n    n = 2\n    return v\n", "n: cell, v"},
      {"made in a loop that assigns it again",
       "    for a in range(n):\n        g = lambda: a\n    return g\n", "n, a: cell, g"},
      {"assigned by the nested function", "    def g():\n        nonlocal n\n        n += 1\n    return g\n",
       "n: cell, g"},
      {"recursion is lifted", "    def g(k):\n        return g(k - 1) if k else n\n    return g(3)\n",
       "n: value, g: lifted"},
      {"mutual recursion is lifted",
       "    def g(k):\n        return h(k - 1) if k else n\n    def h(k):\n        return g(k)\n    return "
       "g(3)\n",
       "n: value, g: lifted, h: lifted"},
      {"a def that may be called before it is made",
       "    g = lambda: h()\n    g()\n    def h():\n        return n\n    return g\n",
       "n: value, g, h: cell"},
      {"not used by any function", "    a = n\n    return a\n", "n, a"},
  };
  for (const Row& row : kRows) {
    INFO(row.what);
    CHECK(VariablesOf(std::string("def f(n):\n") + row.body, "f") == row.variables);
  }
}

TEST_CASE("captures are transitive: a function captures what the functions in it need") {
  CHECK(TreeOf("def f(a):\n    def g():\n        return lambda: a\n    return g\n") == R"(block
  variables f: static
  def f(a)
    variables a: value, g
    def f.<locals>.g() captures (a)
      return <1>
          <1> = f.<locals>.g.<locals>.<lambda>() captures (a)
            result a@f
    return g
)");
}

TEST_CASE("functions that the client sent are units of their own, and know each other as objects") {
  const source::Program program = source::FunctionsOf(
      "def helper(x):\n    return x\ndef unused():\n    return 1\ndef f():\n    return helper(missing)\n");
  const Parsed parsed = Parse(program);
  REQUIRE(parsed.diagnostics.empty());
  std::string text;
  for (const auto& unit : parsed.program.units) {
    if (unit->object == 2) text = ast::Print(*unit);
  }
  CHECK(text == "object 2\ndef f()\n  return helper@object 0(missing@builtins)\n");
}

TEST_CASE("what is not supported is reported with its place") {
  struct Row {
    const char* text;
    const char* diagnostic;
  };
  constexpr Row kRows[] = {
      {"x = {1: 2}\n", "1:4-1:10 dict displays are not supported"},
      {"x = [\n  {1,\n   2}]\n", "2:2-3:5 set displays are not supported"},
      {"y = {k: 1 for k in ()}\n", "1:4-1:22 dict comprehensions are not supported"},
      {"y = {k for k in ()}\n", "1:4-1:19 set comprehensions are not supported"},
      {"x = b'12'\n", "1:4-1:9 constants of type 'bytes' are not supported"},
      {"x = 1 + 2j\n", "1:8-1:10 constants of type 'complex' are not supported"},
      {"é = 2j\n", "1:5-1:7 constants of type 'complex' are not supported"},  // columns count bytes of UTF-8
      {"with x:\n    pass\n", "1:0-2:8 'with' statements are not supported"},
      {"match 1:\n    case 1:\n        pass\n", "1:0-3:12 'match' statements are not supported"},
      {"try:\n    pass\nexcept* ValueError:\n    pass\n", "1:0-4:8 'except*' is not supported"},
      {"def f():\n    yield 1\n", "2:4-2:11 'yield' is not supported"},
      {"def f():\n    x = yield from ()\n", "2:8-2:21 'yield from' is not supported"},
      {"async def f():\n    pass\n", "1:0-2:8 'async def' is not supported"},
      {"x = f()\ndel x.a\n", "2:0-2:7 'del' of anything but a name or an item is not supported"},
      {"class C(metaclass=int):\n    pass\n", "1:0-2:8 keywords of class statements are not supported"},
      {"class C:\n    if True:\n        x = 1\n",
       "2:4-3:13 only assignments and definitions are supported in a class body"},
      {"from . import x\n", "1:0-1:15 relative imports are not supported"},
      {"from math import *\n", "1:0-1:18 'import *' is not supported"},
      {"import os.path\n", "1:0-1:14 imports of submodules are not supported"},
      {"x = 1\ndef f():\n    global x\n    x = 2\n",
       "4:4-4:5 assignment to a global variable is not supported"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    const source::Program program = source::BlockOf(row.text);
    const Parsed parsed = Parse(program);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(Shown(parsed.diagnostics[0]) == row.diagnostic);
  }
}

TEST_CASE("every construct that is not supported is reported, in the order of the text") {
  const source::Program program = source::BlockOf("x = {}\ny = 2j\nz = {1}\n");
  std::vector<std::string> shown;
  for (const Diagnostic& diagnostic : Parse(program).diagnostics) shown.push_back(Shown(diagnostic));
  CHECK(shown == std::vector<std::string>{"1:4-1:6 dict displays are not supported",
                                          "2:4-2:6 constants of type 'complex' are not supported",
                                          "3:4-3:7 set displays are not supported"});
}

TEST_CASE("only what the entry can name is reported") {
  const std::string text =
      "def named():\n    return {}\ndef method(self):\n    return {1}\ndef f():\n    return named, C\n";
  source::Program program = source::FunctionsOf(text);
  // f sees named and the class, whose method is reached as an attribute only.
  source::ClassObject c;
  c.name = c.qualname = "C";
  c.attributes = {{"method", 1}};
  program.objects.push_back(c);
  for (size_t i = 0; i < 3; ++i)
    std::get<source::FunctionObject>(program.objects[i]).free = {{"named", 0}, {"C", 3}};
  {
    const Parsed parsed = Parse(program);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(Shown(parsed.diagnostics[0]) == "2:11-2:13 dict displays are not supported");
  }
  // Once something names the method, too, it counts.
  std::get<source::FunctionObject>(program.objects[2]).free.push_back({"method", 1});
  CHECK(Parse(program).diagnostics.size() == 2);
}

TEST_CASE("malformed trees give diagnostics") {
  struct Row {
    const char* what;
    void (*spoil)(source::Node& assign);
    const char* message;
  };
  const Row kRows[] = {
      {"no value", [](source::Node& n) { n.fields[1] = std::monostate(); },
       "malformed syntax: an expression is missing"},
      {"no fields", [](source::Node& n) { n.fields.clear(); }, "malformed syntax: an expression is missing"},
      {"a value of another kind", [](source::Node& n) { n.fields[1] = int64_t{3}; },
       "malformed syntax: an expression is missing"},
      {"an unknown operator",
       [](source::Node& n) {
         std::get<std::unique_ptr<source::Node>>(n.fields[1])->fields[1] = std::string("Gt");
       },
       "malformed syntax: an unknown operator"},
      {"an unknown expression",
       [](source::Node& n) { std::get<std::unique_ptr<source::Node>>(n.fields[1])->kind = "Guess"; },
       "'Guess' is not supported"},
      {"an unknown statement", [](source::Node& n) { n.kind = "Guess"; }, "'Guess' is not supported"},
      {"a target that is a call",
       [](source::Node& n) { std::get<source::NodeList>(n.fields[0])[0]->kind = "Call"; },
       "'Call' is not supported as a target"},
      {"a target that is missing",
       [](source::Node& n) { std::get<source::NodeList>(n.fields[0])[0] = nullptr; },
       "malformed syntax: a target is missing"},
  };
  for (const Row& row : kRows) {
    INFO(row.what);
    source::Program program = source::BlockOf("x = 1 + 2\n");
    row.spoil(*std::get<source::Block>(program.entry).body[0]);
    const Parsed parsed = Parse(program);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(parsed.diagnostics[0].message == row.message);
  }
}

}  // namespace
}  // namespace fora::parse
