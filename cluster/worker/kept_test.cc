// What a worker keeps between jobs: values by id, programs by the hash of their bytes; and programs of others
// while pieces of them come.
#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "cluster/worker/lent_programs.h"
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

LentPrograms::Program WaitUntilMade(LentPrograms& lent, int number, LentPrograms::Time now) {
  for (;;) {
    LentPrograms::Program found = lent.Find(HashOf(number), now);
    if (!absl::IsResourceExhausted(found.status())) return found;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

TEST_CASE("a lent program is made once, in the background, and kept while it is asked for") {
  LentPrograms lent;
  LentPrograms::Time now{};
  CHECK(absl::IsNotFound(lent.Find(HashOf(1), now).status()));
  std::promise<void> go;
  auto program = std::make_shared<FakeProgram>();
  std::weak_ptr<const Runnable> watched = program;
  const absl::Status started = lent.Make(
      HashOf(1), [&, made = std::move(program)](CancelToken&) { return go.get_future().wait(), made; }, now);
  CHECK(absl::IsResourceExhausted(started));
  const auto never = [](CancelToken&) -> LentPrograms::Program { return absl::InternalError("made again"); };
  CHECK(absl::IsResourceExhausted(lent.Make(HashOf(1), never, now)));
  lent.DropIdle(now + 2 * LentPrograms::kIdle);  // not while it is made
  go.set_value();
  CHECK(WaitUntilMade(lent, 1, now).ok());
  for (int i = 0; i < 3; ++i) {
    now += LentPrograms::kIdle - std::chrono::milliseconds(1);
    lent.DropIdle(now);
    CHECK(lent.Find(HashOf(1), now).ok());
  }
  lent.DropIdle(now + LentPrograms::kIdle);
  CHECK(lent.size() == 0);
  CHECK(watched.expired());
}

TEST_CASE("why a lent program could not be made is told, and there are not too many") {
  LentPrograms lent;
  const LentPrograms::Time now{};
  for (int i = 0; i < static_cast<int>(LentPrograms::kProgramsMax); ++i) {
    const auto fail = [](CancelToken&) -> LentPrograms::Program {
      return absl::FailedPreconditionError("no value");
    };
    CHECK(absl::IsResourceExhausted(lent.Make(HashOf(i), fail, now)));
    CHECK(absl::IsFailedPrecondition(WaitUntilMade(lent, i, now).status()));
    CHECK(absl::IsFailedPrecondition(lent.Make(HashOf(i), fail, now)));
  }
  const auto made = [](CancelToken&) -> LentPrograms::Program { return std::make_shared<FakeProgram>(); };
  CHECK(absl::IsResourceExhausted(lent.Make(HashOf(9), made, now)));
  CHECK(absl::IsNotFound(lent.Find(HashOf(9), now).status()));
  CHECK(lent.size() == LentPrograms::kProgramsMax);
}

TEST_CASE("what may pass is tried again, later each time") {
  using Code = absl::StatusCode;
  struct Row {
    Code code;
    int failures;
    int wait_ms;  // -1: never
  };
  const Row rows[] = {{Code::kResourceExhausted, 1, 100}, {Code::kResourceExhausted, 2, 200},
                      {Code::kResourceExhausted, 4, 800}, {Code::kResourceExhausted, 40, 5000},
                      {Code::kUnavailable, 1, 100},       {Code::kDeadlineExceeded, 3, 400},
                      {Code::kFailedPrecondition, 1, -1}, {Code::kInvalidArgument, 1, -1},
                      {Code::kInternal, 1, -1},           {Code::kCancelled, 1, -1}};
  for (const Row& row : rows) {
    const auto wait = RetryAfter(row.code, row.failures);
    CHECK((wait ? static_cast<int>(wait->count()) : -1) == row.wait_ms);
  }
}

TEST_CASE("a lent program that could not be made for a passing trouble is made anew") {
  LentPrograms lent;
  LentPrograms::Time now{};
  const auto fail = [](CancelToken&) -> LentPrograms::Program { return absl::UnavailableError("gone"); };
  const auto made = [](CancelToken&) -> LentPrograms::Program { return std::make_shared<FakeProgram>(); };
  lent.Make(HashOf(1), fail, now).IgnoreError();
  CHECK(absl::IsUnavailable(WaitUntilMade(lent, 1, now).status()));
  CHECK(absl::IsUnavailable(lent.Make(HashOf(1), made, now + std::chrono::milliseconds(99))));
  now += std::chrono::milliseconds(100);
  CHECK(absl::IsNotFound(lent.Find(HashOf(1), now).status()));
  lent.Make(HashOf(1), fail, now).IgnoreError();
  CHECK(absl::IsUnavailable(WaitUntilMade(lent, 1, now).status()));
  CHECK(absl::IsUnavailable(lent.Find(HashOf(1), now + std::chrono::milliseconds(199)).status()));
  now += std::chrono::milliseconds(200);
  CHECK(absl::IsNotFound(lent.Find(HashOf(1), now).status()));
  lent.Make(HashOf(1), made, now).IgnoreError();
  CHECK(WaitUntilMade(lent, 1, now).ok());
}

TEST_CASE("what is under way to a lent program is cancelled") {
  std::promise<void> begun;
  LentPrograms lent;
  const auto wait = [&](CancelToken& cancel) -> LentPrograms::Program {
    std::promise<void> cancelled;
    cancel.OnCancel([&] { cancelled.set_value(); });
    begun.set_value();
    cancelled.get_future().wait();
    cancel.OnCancel(nullptr);
    return absl::CancelledError("");
  };
  lent.Make(HashOf(1), wait, {}).IgnoreError();
  begun.get_future().wait();
  lent.Clear();
  CHECK(lent.size() == 0);
}

}  // namespace
}  // namespace fora::worker
