#include <catch2/catch.hpp>

#include "compiler/ir/parse_text.h"
#include "compiler/ir/verify.h"

namespace fora::ir {
namespace {

struct Row {
  const char* body;
  const char* error;
};

TEST_CASE("what is wrong is named") {
  const Row rows[] = {
      {"b0():\n %0 = const\n return %1", "%1 is used and never defined"},
      {"b0():\n %1 = binary %0, %0 {binary=\"+\"}\n %0 = skip\n return %1",
       "the definition of %0 does not dominate its use"},
      {"b0(%0):\n branch %0 b1() b2()\nb1():\n %1 = skip\n jump b2()\nb2():\n return %1",
       "block b2: the definition of %1 does not dominate"},
      {"b0(%0):\n jump b1()\nb1(%1):\n return %1", "edge to b1 passes 0 arguments to 1 parameters"},
      {"b0(%0):\n jump b7(%0)", "edge to b7, which does not exist"},
      {"b0(%0):\n %0 = skip\n return %0", "%0 is defined twice"},
      {"b0(%0):\n %1 = truth %0, %0\n return %1", "wrong number of operands: %1 = truth %0, %0"},
      {"b0(%0):\n unwind b1(%1)\n %1 = truth %0\n return %1\nb1(%2, %3):\n return %2",
       "the definition of %1 does not dominate its use"},
      {"b0(%0):\n next %0 b1() b2()\nb1(%1):\n return %1\nb2():\n return %0",
       "edge to b1 passes 0 arguments to 1 parameters"},
      {"b0(%0):\n return", "wrong number of operands"},
      {"b0(%0):\n exit {fs=0}", "exit without frame state"},
      {"b0(%0):\n %1 = const\n return %1", "index out of range"},
  };
  for (const Row& row : rows) {
    INFO(row.body);
    auto module = ParseModule(std::string("module entry 0\nfunction 0 \"f\" {\n") + row.body + "\n}\n");
    REQUIRE(module.ok());
    absl::Status status = Verify(**module);
    INFO(status);
    CHECK(std::string(status.message()).find(row.error) != std::string::npos);
  }
}

TEST_CASE("a loop is well formed") {
  auto module = ParseModule(R"(module entry 0
function 0 "f" {
b0(%0):
  %1 = iter %0
  jump b1(%1)
b1(%2):
  next %2 b2() b3()
b2(%3, %4):
  jump b1(%4)
b3():
  return %0
}
)");
  REQUIRE(module.ok());
  INFO(Verify(**module));
  CHECK(Verify(**module).ok());
}

}  // namespace
}  // namespace fora::ir
