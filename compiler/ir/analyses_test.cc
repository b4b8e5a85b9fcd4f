// Dominators, liveness and the call graph, by example.
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "compiler/ir/call_graph.h"
#include "compiler/ir/dominators.h"
#include "compiler/ir/liveness.h"
#include "compiler/ir/parse_text.h"

namespace fora::ir {
namespace {

std::unique_ptr<Module> ModuleOf(const std::string& body) {
  auto module = ParseModule("module entry 0\nfunction 0 \"f\" {\n" + body + "\n}\n");
  INFO(module.status());
  REQUIRE(module.ok());
  return *std::move(module);
}

// The blocks that dominate each block: "0: 0; 1: 0 1".
std::string DominatorsOf(const std::string& body) {
  auto module = ModuleOf(body);
  const Function& function = *module->functions[0];
  const Dominators dominators(function);
  std::string text;
  for (uint32_t b = 0; b < function.blocks.size(); ++b) {
    text += (text.empty() ? "" : "; ") + std::to_string(b) + ":";
    if (!dominators.Reachable(BlockId(b))) {
      text += " unreachable";
      continue;
    }
    for (uint32_t a = 0; a < function.blocks.size(); ++a) {
      if (dominators.Reachable(BlockId(a)) && dominators.Dominates(BlockId(a), BlockId(b)))
        text += " " + std::to_string(a);
    }
  }
  return text;
}

TEST_CASE("who dominates whom") {
  struct Row {
    const char* body;
    const char* dominators;
  };
  const Row rows[] = {
      {"b0(%0):\n branch %0 b1() b2()\nb1():\n jump b3()\nb2():\n jump b3()\nb3():\n return %0",
       "0: 0; 1: 0 1; 2: 0 2; 3: 0 3"},
      {"b0(%0):\n jump b1()\nb1():\n branch %0 b2() b3()\nb2():\n jump b1()\nb3():\n return %0",
       "0: 0; 1: 0 1; 2: 0 1 2; 3: 0 1 3"},
      // Two ways into a loop: neither of its blocks dominates the other.
      {"b0(%0):\n branch %0 b1() b2()\nb1():\n jump b2()\nb2():\n branch %0 b1() b3()\nb3():\n return %0",
       "0: 0; 1: 0 1; 2: 0 2; 3: 0 2 3"},
      {"b0(%0):\n return %0\nb1():\n jump b1()", "0: 0; 1: unreachable"},
      // The handler of an exception is a successor too.
      {"b0(%0):\n unwind b2()\n %1 = truth %0\n jump b1()\nb1():\n return %0\nb2(%2, %3):\n return %2",
       "0: 0; 1: 0 1; 2: 0 2"},
  };
  for (const Row& row : rows) {
    INFO(row.body);
    CHECK(DominatorsOf(row.body) == row.dominators);
  }
}

TEST_CASE("reverse postorder visits dominators first") {
  auto module = ModuleOf(
      "b0(%0):\n branch %0 b3() b2()\nb1():\n return %0\nb2():\n jump b1()\nb3():\n branch %0 b2() b3()");
  const Dominators dominators(*module->functions[0]);
  const std::vector<BlockId>& order = dominators.reverse_postorder();
  REQUIRE(order.size() == 4);
  for (size_t later = 0; later < order.size(); ++later) {
    for (size_t earlier = 0; earlier < later; ++earlier)
      CHECK_FALSE(dominators.Dominates(order[later], order[earlier]));
  }
}

// What is live into each block: "0: 0; 1: 0 2".
std::string LiveInOf(const std::string& body) {
  auto module = ModuleOf(body);
  const Liveness liveness = ComputeLiveness(*module->functions[0]);
  std::string text;
  for (size_t b = 0; b < liveness.live_in.size(); ++b) {
    text += (text.empty() ? "" : "; ") + std::to_string(b) + ":";
    for (size_t v = 0; v < liveness.live_in[b].size(); ++v) {
      if (liveness.live_in[b][v]) text += " " + std::to_string(v);
    }
  }
  return text;
}

TEST_CASE("what is live where") {
  struct Row {
    const char* body;
    const char* live_in;
  };
  const Row rows[] = {
      {"b0(%0, %1):\n %2 = truth %0\n return %2", "0: 0"},
      // Around a loop: what its body reads is live at its head, what only one arm reads is live there.
      {"b0(%0, %1):\n jump b1(%0)\nb1(%2):\n branch %2 b2() b3()\nb2():\n %3 = truth %1\n jump "
       "b1(%3)\nb3():\n "
       "return %2",
       "0: 0 1; 1: 1 2; 2: 1; 3: 2"},
      // An argument that the target never reads is not needed.
      {"b0(%0, %1):\n jump b1(%0, %1)\nb1(%2, %3):\n return %3", "0: 1; 1: 3"},
      // `next` itself provides the item and the iterator.
      {"b0(%0, %1):\n next %0 b1() b2(%1)\nb1(%2, %3):\n return %2\nb2(%4):\n return %4",
       "0: 0 1; 1: 2; 2: 4"},
      // What only the handler reads lives through the whole block.
      {"b0(%0, %1):\n jump b1()\nb1():\n unwind b2(%1)\n %2 = truth %0\n return %2\nb2(%3, %4):\n return %4",
       "0: 0 1; 1: 0 1; 2: 4"},
  };
  for (const Row& row : rows) {
    INFO(row.body);
    CHECK(LiveInOf(row.body) == row.live_in);
  }
}

TEST_CASE("components of the call graph come callees first") {
  auto generic = *ParseModule("module entry 0\nfunction 0 \"f\" {\nb0(%0):\n return %0\n}\n");
  // main calls even and leaf; even and odd call each other; leaf calls nobody; loop calls itself.
  auto typed = ParseTypedModule(R"(typed 0 "main" returns Int {
b0(%0: Int):
  %1: Int = call_direct %0 {index=1}
  %2: Int = call_direct %1 {index=3}
  return %2
}
typed 1 "even" returns Int {
b0(%0: Int):
  %1: Int = call_direct %0 {index=2}
  return %1
}
typed 2 "odd" returns Int {
b0(%0: Int):
  %1: Int = call_direct %0 {index=1}
  %2: Int = call_direct %0 {index=3}
  return %2
}
typed 3 "leaf" returns Int {
b0(%0: Int):
  return %0
}
typed 4 "loop" returns Int {
b0(%0: Int):
  %1: Int = call_direct %0 {index=4}
  return %1
}
)",
                                generic.get());
  INFO(typed.status());
  REQUIRE(typed.ok());
  const CallGraph graph(**typed);
  CHECK(graph.callees(0) == std::vector<uint32_t>{1, 3});
  CHECK(graph.component(1) == graph.component(2));
  CHECK(graph.component(3) < graph.component(1));
  CHECK(graph.component(1) < graph.component(0));
  std::vector<bool> recursive;
  for (uint32_t f = 0; f < graph.size(); ++f) recursive.push_back(graph.recursive(f));
  CHECK(recursive == std::vector<bool>{false, true, true, false, true});
  const std::vector<uint32_t> order = graph.callees_first();
  auto place = [&](uint32_t f) { return std::find(order.begin(), order.end(), f) - order.begin(); };
  CHECK(order.size() == graph.size());
  CHECK(place(3) < place(2));
  CHECK(place(1) < place(0));
}

}  // namespace
}  // namespace fora::ir
