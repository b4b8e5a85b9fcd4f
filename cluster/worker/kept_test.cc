// What a worker keeps between jobs: values by id, programs by the hash of their bytes.
#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "cluster/worker/program_cache.h"
#include "cluster/worker/value_store.h"

namespace fora::worker {
namespace {

struct FakeProgram : Runnable {};

Hash128 HashOf(int number) { return Hash128::Of(std::to_string(number)); }

TEST_CASE("the least recently used program goes first") {
  ProgramCache cache(2);
  auto one = std::make_shared<FakeProgram>(), two = std::make_shared<FakeProgram>();
  cache.Put(HashOf(1), one);
  cache.Put(HashOf(2), two);
  CHECK(cache.Find(HashOf(1)) == one);  // used: 2 is the older one now
  cache.Put(HashOf(3), std::make_shared<FakeProgram>());
  CHECK(cache.Find(HashOf(2)) == nullptr);
  CHECK(cache.Find(HashOf(1)) == one);
  CHECK(cache.Find(HashOf(3)) != nullptr);
}

TEST_CASE("a program that is put again takes no second place") {
  ProgramCache cache(2);
  auto one = std::make_shared<FakeProgram>();
  cache.Put(HashOf(1), std::make_shared<FakeProgram>());
  cache.Put(HashOf(2), std::make_shared<FakeProgram>());
  cache.Put(HashOf(1), one);
  CHECK(cache.Find(HashOf(1)) != nullptr);
  CHECK(cache.Find(HashOf(2)) != nullptr);
}

TEST_CASE("a program lives on with whoever runs it, not with the cache") {
  ProgramCache cache(1);
  std::weak_ptr<const Runnable> watched;
  {
    auto program = std::make_shared<FakeProgram>();
    watched = program;
    cache.Put(HashOf(1), program);
  }
  std::shared_ptr<const Runnable> running = cache.Find(HashOf(1));
  cache.Put(HashOf(2), std::make_shared<FakeProgram>());
  CHECK_FALSE(watched.expired());
  running = nullptr;
  CHECK(watched.expired());
}

TEST_CASE("a value keeps its program until it is released") {
  ValueStore store;
  std::weak_ptr<const Runnable> watched;
  {
    auto program = std::make_shared<FakeProgram>();
    watched = program;
    store.Put("a.0", {program, Value(), 8});
  }
  CHECK(store.Find("a.0")->size_bytes == 8);
  CHECK_FALSE(store.Find("b.0").has_value());
  store.Release("b.0");  // unknown
  CHECK_FALSE(watched.expired());
  {
    std::optional<KeptValue> held = store.Find("a.0");
    store.Release("a.0");
    CHECK(store.size() == 0);
    CHECK_FALSE(watched.expired());  // whoever found it may go on
  }
  CHECK(watched.expired());
}

}  // namespace
}  // namespace fora::worker
