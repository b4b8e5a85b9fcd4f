// What prints must read back to what prints the same.
#include <catch2/catch.hpp>

#include "compiler/ir/parse_text.h"
#include "compiler/ir/print.h"
#include "compiler/ir/verify.h"

namespace fora::ir {
namespace {

constexpr const char* kModule = R"(module entry 0 python 12
constant 0 = 42
constant 1 = float 0x1.8p+1
constant 2 = "a \"quoted\" text\n"
constant 3 = (1, None, ("x", True))
constant 4 = -7
global 0 = function countdown
class 0 "C" bases 1 attributes ("f", "g")
results ("x", "y")
file 0 = "a.py"
site 0 = 0:0:0:0:0
site 1 = 0:3:4:3:9

function 0 "<block>" {
b0():
  %0 "f" = global
  %1 = const
  %2 = call %0, %1 {call=[., "key"]} @1
  return %2
}

function 1 "countdown" qualname "C.countdown" captures ("n") parameters (pos "x" default, kwonly "y") defaults 1 keyword_defaults ("y") init span 0:1:0:4:9 {
b0(%0 "n", %1 "x", %2 "y"):
  jump b1(%1)
b1(%3 "x"):
  unwind b4(%0)
  %4 = const {index=3}
  %5 = compare %3, %4 {compare="<="}
  branch %5 b2() b3(%3)
b2():
  %6 = unpack %0 {unpack=1,2,starred}
  return %6
b3(%7):
  %8 = inplace %7, %0 {binary="-"}
  %9 = fold %8 {fold=sum}
  %10 = get_attr %9 {name="real", flag}
  jump b1(%10)
b4(%11, %12):
  raise %11, %12 {flag}
}
)";

TEST_CASE("a generic module reads back as it was printed") {
  auto module = ParseModule(kModule);
  INFO(module.status());
  REQUIRE(module.ok());
  PrintOptions options{.sites = true};
  std::string text = Print(**module, options);
  CHECK(text == kModule);
  CHECK(Verify(**module).ok());
  CHECK((*module)->globals[0].as<FunctionObject>()->code == (*module)->functions[1].get());
}

TEST_CASE("a typed module reads back as it was printed") {
  auto generic = ParseModule(kModule);
  REQUIRE(generic.ok());
  constexpr const char* kTyped = R"(typed 0 "countdown" of 1 entry b1 values (%3) returns Union<None, Int> {
  frame 0 b1:0 [%3=%0]
b0(%0: Int):
  %1 "t": Tuple<Int, List<Float>> = undefined
  %2: Int = int.add %0, %0 {fs=0}
  %3: Bool = int.compare %0, %2 {compare="<"}
  branch %3 b1() b2()
b1():
  %4: Union<None, Int> = make_union %2
  return %4
b2():
  %5: Generator<Range, Function countdown#1<Int>> = undefined
  exit {fs=0}
}
)";
  auto typed = ParseTypedModule(kTyped, generic->get());
  INFO(typed.status());
  REQUIRE(typed.ok());
  CHECK(Print(**typed) == kTyped);
  INFO(Verify(**typed));
  CHECK(Verify(**typed).ok());
}

TEST_CASE("errors name the line") {
  auto module = ParseModule("module entry 0\nfunction 0 \"f\" {\nb0():\n  %0 = nonsense\n}");
  REQUIRE(!module.ok());
  CHECK(std::string(module.status().message()).find("line 4: no operator: nonsense") != std::string::npos);
}

}  // namespace
}  // namespace fora::ir
