#include "compiler/tier/code_table.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

namespace fora::tier {
namespace {

TEST_CASE("a place where code is entered is one, however often it is asked for") {
  CodeTable table;
  ir::Function first, second;
  EntryPoint* head = table.At(&first, 0);
  CHECK(table.At(&first, 0) == head);
  CHECK(table.At(&first, 2) != head);
  CHECK(table.At(&second, 0) != head);
  CHECK(head->function == &first);
  CHECK(table.At(&first, 2)->block == ir::BlockId(2));
}

TEST_CASE("exits are counted for the function that was entered, not for those that it calls") {
  CodeTable table;
  Code code;
  int entered = 0, callee = 0;
  table.SetOwner(&entered, &code);
  CHECK(table.Owner(&entered) == &code);
  CHECK(table.Owner(&callee) == nullptr);
}

TEST_CASE("whoever waits for code goes on when it is ready, and when it failed") {
  for (Code::State outcome : {Code::State::kReady, Code::State::kFailed}) {
    CodeTable table;
    Code code;
    std::atomic<bool> went_on{false};
    std::thread waiting([&] {
      table.Wait(code);
      went_on = true;
    });
    CHECK_FALSE(went_on);
    table.Announce(code, outcome);
    waiting.join();
    CHECK(went_on);
    CHECK(code.state == outcome);
    table.Wait(code);  // at once
  }
}

}  // namespace
}  // namespace fora::tier
