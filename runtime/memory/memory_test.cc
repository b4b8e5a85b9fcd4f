#include "runtime/memory/memory.h"

#include <atomic>
#include <limits>
#include <memory>
#include <thread>
#include <vector>

#include "catch2/catch.hpp"
#include "runtime/memory/machine.h"

namespace fora::memory {
namespace {

constexpr int64_t kMegabyte = int64_t{1} << 20;

// The limit is the process's: each test takes it away again.
struct WithLimit {
  explicit WithLimit(int64_t above_use) { SetLimit(InUse() + above_use); }
  ~WithLimit() { SetLimit(kAddressable); }
};

std::vector<std::unique_ptr<char[]>> Fill(int64_t megabytes) {
  std::vector<std::unique_ptr<char[]>> blocks;
  for (int64_t i = 0; i < megabytes * 16; ++i) blocks.emplace_back(new char[kMegabyte / 16]);
  return blocks;
}

TEST_CASE("blocks of every kind are counted") {
  const int64_t before = InUse();
  auto made = Fill(10);
  CHECK(InUse() - before >= 10 * kMegabyte);
  void* block = Allocate(kMegabyte);
  block = Reallocate(block, 8 * kMegabyte);
  CHECK(InUse() - before >= 18 * kMegabyte);
  Free(block);
  made.clear();
  CHECK(InUse() - before < kMegabyte);
}

TEST_CASE("a block that another thread frees is not counted any more") {
  const int64_t before = InUse();
  auto made = Fill(10);
  std::thread([&] { made.clear(); }).join();
  CHECK(InUse() - before < kMegabyte);
}

TEST_CASE("a large block is refused before it is made") {
  Account account;
  Charge charge(&account, nullptr);
  WithLimit limit(100 * kMegabyte);
  CHECK(Admit(90 * kMegabyte));
  CHECK_FALSE(Admit(110 * kMegabyte));
  CHECK_FALSE(Admit(std::numeric_limits<int64_t>::max()));
  CHECK_FALSE(Exhausted());
}

TEST_CASE("small blocks beyond the limit exhaust the account, which gets room once it has been told") {
  Account account;
  std::atomic<uint32_t> poll{0};
  Charge charge(&account, &poll);
  WithLimit limit(64 * kMegabyte);
  auto blocks = Fill(60);
  CHECK_FALSE(MustStop());
  auto more = Fill(5);
  CHECK(poll == 1);
  CHECK(MustStop());
  CHECK_FALSE(MustStop());
  more.clear();
  blocks.clear();
  CHECK_FALSE(MustStop());
}

TEST_CASE("beyond the reserve, who is told is told again") {
  Account account;
  Charge charge(&account, nullptr);
  WithLimit limit(16 * kMegabyte);
  const int64_t reserve = InUse() / 16 + 16 * kMegabyte / 16;
  auto blocks = Fill(16 + reserve / kMegabyte + 4);
  CHECK(MustStop());
  CHECK(MustStop());
}

TEST_CASE("the account that holds the most is the one to stop") {
  Account large, small;
  Charge charge(&large, nullptr);
  WithLimit limit(64 * kMegabyte);
  auto blocks = Fill(60);
  std::thread([&] {
    Charge other(&small, nullptr);
    auto few = Fill(4);
    few.clear();
    CHECK_FALSE(MustStop());
  }).join();
  auto one = Fill(1);
  CHECK(Exhausted());
}

TEST_CASE("what a control group leaves") {
  CHECK(GroupRest("max", "12345") == std::numeric_limits<int64_t>::max());
  CHECK(GroupRest("", "") == std::numeric_limits<int64_t>::max());
  CHECK(GroupRest("1000000", "400000") == 600000);
  CHECK(GroupRest("1000000", "2000000") == 0);
  CHECK(DefaultLimit() >= 64 * kMegabyte);
}

}  // namespace
}  // namespace fora::memory
