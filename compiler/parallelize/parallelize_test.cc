// Which calls become forks, and what moves in front of them.
#include <catch2/catch.hpp>

#include "compiler/ir/parse_text.h"
#include "compiler/ir/print.h"
#include "compiler/ir/verify.h"
#include "compiler/parallelize/parallelize.h"

namespace fora::parallelize {
namespace {

using ir::Op;

// function 0 with this body, of a and b; function 1 loops; function 2 does next to nothing.
std::vector<Op> Operators(const std::string& body) {
  static auto generic = *ir::ParseModule(
      "module entry 0 python 11\nfunction 0 \"f\" parameters (pos \"a\", pos \"b\") {\nb0(%0, %1):\n  return "
      "%0\n}\n");
  auto typed = ir::ParseTypedModule(
      "typed 0 \"f\" of 0 values (%0, %1) returns Int {\n  frame 0 b0:0 [%0=%0, %1=%1]\nb0(%0: Int, %1: "
      "Int):\n" +
          body +
          R"(}
typed 1 "heavy" returns Int {
b0(%0: Int):
  jump b1(%0)
b1(%1: Int):
  %2: Int = const {flag}
  %3: Bool = int.compare %1, %2 {compare="<"}
  branch %3 b1(%2) b2()
b2():
  return %1
}
typed 2 "light" returns Int {
b0(%0: Int):
  return %0
}
)",
      generic.get());
  INFO(typed.status());
  REQUIRE(typed.ok());
  const ir::TypedModule module = Parallelize(std::move(**typed));
  const absl::Status status = ir::Verify(module);
  INFO(status << ir::Print(module));
  REQUIRE(status.ok());
  std::vector<Op> operators;
  for (const ir::Instruction& i : module.functions[0]->blocks[0].instructions) operators.push_back(i.op);
  return operators;
}

constexpr Op kCall = Op::kCallDirect;

TEST_CASE("two independent heavy calls: the second is forked before the first") {
  CHECK(Operators(R"(  %2: Int = call_direct %0 {index=1, fs=0}
  %3: Int = call_direct %1 {index=1, fs=0}
  %4: Int = int.add %2, %3 {fs=0}
  return %4
)") == std::vector<Op>{Op::kConstant, Op::kFork, kCall, Op::kJoin, Op::kIntAdd});
}

TEST_CASE("light calls, and calls that need each other's results, stay in order") {
  CHECK(Operators(R"(  %2: Int = call_direct %0 {index=2, fs=0}
  %3: Int = call_direct %1 {index=2, fs=0}
  return %3
)") == std::vector<Op>{kCall, kCall});
  CHECK(Operators(R"(  %2: Int = call_direct %0 {index=1, fs=0}
  %3: Int = call_direct %2 {index=1, fs=0}
  return %3
)") == std::vector<Op>{kCall, kCall});
}

TEST_CASE("operands that can't exit are computed before the fork") {
  CHECK(Operators(R"(  %2: Int = call_direct %0 {index=1, fs=0}
  %3: Int = int.and %0, %1
  %4: Int = int.sub %3, %1 {flag}
  %5: Int = call_direct %4 {index=1, fs=0}
  return %5
)") == std::vector<Op>{Op::kIntAnd, Op::kIntSub, Op::kConstant, Op::kFork, kCall, Op::kJoin});
  // One that may exit stays, and the call with it.
  CHECK(Operators(R"(  %2: Int = call_direct %0 {index=1, fs=0}
  %3: Int = int.mod %0, %1 {fs=0}
  %4: Int = call_direct %3 {index=1, fs=0}
  return %4
)") == std::vector<Op>{kCall, Op::kIntMod, kCall});
}

TEST_CASE(
    "a sum that may not fit is computed in both places, and the fork marked if its operands are small") {
  constexpr Op kConstant = Op::kConstant, kCompare = Op::kIntCompare, kAnd = Op::kBoolAnd;
  CHECK(Operators(R"(  %2: Int = call_direct %0 {index=1, fs=0}
  %3: Int = int.sub %0, %1 {fs=0}
  %4: Int = call_direct %3 {index=1, fs=0}
  return %4
)") == std::vector<Op>{kConstant, kCompare, kConstant, kCompare, kConstant, kCompare, kConstant, kCompare,
                       Op::kIntSub, kConstant, kAnd, kAnd, kAnd, kAnd, Op::kFork, kCall, Op::kIntSub,
                       Op::kJoin});
}

TEST_CASE("of calls in a row all but the first are forked, in their order") {
  CHECK(Operators(R"(  %2: Int = call_direct %0 {index=1, fs=0}
  %3: Int = call_direct %1 {index=1, fs=0}
  %4: Int = int.and %0, %1
  %5: Int = call_direct %4 {index=1, fs=0}
  return %5
)") == std::vector<Op>{Op::kConstant, Op::kFork, Op::kIntAnd, Op::kConstant, Op::kFork, kCall, Op::kJoin,
                       Op::kJoin});
}

TEST_CASE("a call that has to wait is forked in front of the next call or join") {
  // The second and the third need the first, the fourth nothing, the fifth the second.
  CHECK(Operators(R"(  %2: Int = call_direct %0 {index=1, fs=0}
  %3: Int = call_direct %2 {index=1, fs=0}
  %4: Int = call_direct %2 {index=1, fs=0}
  %5: Int = call_direct %1 {index=1, fs=0}
  %6: Int = call_direct %3 {index=1, fs=0}
  return %6
)") == std::vector<Op>{Op::kConstant, Op::kFork, kCall, Op::kConstant, Op::kFork, kCall, Op::kConstant,
                       Op::kFork, Op::kJoin, Op::kJoin, Op::kJoin});
}

TEST_CASE("a call that waits for the first does not keep those behind it from being forked") {
  CHECK(Operators(R"(  %2: Int = call_direct %0 {index=1, fs=0}
  %3: Int = call_direct %2 {index=1, fs=0}
  %4: Int = call_direct %1 {index=1, fs=0}
  %5: Int = call_direct %0 {index=1, fs=0}
  return %5
)") == std::vector<Op>{Op::kConstant, Op::kFork, Op::kConstant, Op::kFork, kCall, kCall, Op::kJoin,
                       Op::kJoin});
}

// ---- Recursion ----

// A function of two ints with this body, after all of parallelize.
ir::TypedModule Recursive(const std::string& frames, const std::string& body) {
  static auto generic = *ir::ParseModule(
      "module entry 0 python 11\nfunction 0 \"f\" parameters (pos \"a\", pos \"b\") {\nb0(%0, %1):\n  return "
      "%0\n}\n");
  auto typed = ir::ParseTypedModule("typed 0 \"f\" of 0 values (%0, %1) returns Int {\n" + frames +
                                        "b0(%0: Int, %1: Int):\n" + body + "}\n",
                                    generic.get());
  INFO(typed.status());
  REQUIRE(typed.ok());
  ir::TypedModule module = Parallelize(std::move(**typed));
  const absl::Status status = ir::Verify(module);
  INFO(status << ir::Print(module));
  REQUIRE(status.ok());
  return module;
}

size_t Count(const ir::Function& f, Op op) {
  size_t count = 0;
  for (const ir::Block& block : f.blocks) {
    for (const ir::Instruction& i : block.instructions) count += i.op == op;
  }
  return count;
}

constexpr const char* kFibFrames = "  frame 0 b0:0 [%0=%0, %1=%1]\n";
constexpr const char* kFib = R"(  %2: Bool = int.compare %0, %1 {compare="<"}
  branch %2 b1() b2()
b1():
  return %0
b2():
  %3: Int = const {index=1, flag}
  %4: Int = int.sub %0, %3 {flag}
  %5: Int = call_direct %4, %1 {fs=0}
  %6: Int = const {index=2, flag}
  %7: Int = int.sub %0, %6 {flag}
  %8: Int = call_direct %7, %1 {fs=0}
  %9: Int = int.add %5, %8 {fs=0}
  return %9
)";

TEST_CASE("a recursion is split into the tests in front of it and the rest") {
  const ir::TypedModule module = Recursive(kFibFrames, kFib);
  const ir::Function& head = *module.functions[0];
  CHECK(head.inlined);
  CHECK(Count(head, Op::kCallDirect) == 0);
  const ir::Terminator& call = head.blocks.back().terminator;
  REQUIRE(call.kind == ir::TerminatorKind::kTailCall);
  const ir::Function& rest = *module.functions[static_cast<size_t>(call.index)];
  CHECK_FALSE(rest.inlined);
  CHECK(rest.blocks[0].parameters.size() == 2);
  // Copies of both, for two levels, are inlined into the rest, and end in calls of the real head.
  CHECK(module.functions.size() == 6);
  for (size_t copy = 2; copy < 6; ++copy) CHECK(module.functions[copy]->inlined);
}

TEST_CASE(
    "a call of a recursion is worth a fork if it is no base case; unfolded copies leave that to what they "
    "call") {
  const ir::TypedModule module = Recursive(kFibFrames, kFib);
  const ir::Function& rest = *module.functions[1];
  REQUIRE(Count(rest, Op::kFork) == 1);
  for (const ir::Instruction& i : rest.blocks[1].instructions) {
    if (i.op != Op::kFork) continue;
    CHECK(i.index == 0);  // elsewhere it runs as a call from outside does
    CHECK(i.operands.size() == 3);
  }
  CHECK(Count(rest, Op::kIntCompare) == 1);  // the head's test, of the forked call's arguments
  for (size_t copy = 2; copy < 6; ++copy) CHECK(Count(*module.functions[copy], Op::kFork) == 0);
}

TEST_CASE("a recursion that does other work as well marks forks in its copies") {
  std::string body = kFib;
  body.replace(body.find("  %4: Int"), 0, R"(  %10: List<Int> = list.make %0
  %11: Int = fold %10 {fold=sum, fs=0}
)");
  const ir::TypedModule module = Recursive(kFibFrames, body);
  size_t forks = 0;
  for (const auto& f : module.functions) forks += Count(*f, Op::kFork);
  CHECK(forks == 3);  // in the rest and in its two copies
}

TEST_CASE("what begins with work, or has a base case that recurs, is not split") {
  CHECK(Recursive(kFibFrames, R"(  %2: Int = call_direct %0, %1 {fs=0}
  return %2
)")
            .functions.size() == 1);
  CHECK(Recursive(kFibFrames, R"(  %2: Bool = int.compare %0, %1 {compare="<"}
  branch %2 b1() b2()
b1():
  %3: Int = call_direct %1, %0 {fs=0}
  return %3
b2():
  %4: Int = call_direct %0, %1 {fs=0}
  return %4
)")
            .functions.size() == 1);
}

}  // namespace
}  // namespace fora::parallelize
