// The scheduler and the folds, with bodies written in C++ in place of compiled code: the outcome must be the sequential
// one whatever the number of threads, and in chaos.
#include <catch2/catch.hpp>

#include <atomic>
#include <cmath>
#include <thread>
#include <vector>

#include "runtime/tasks/scheduler.h"
#include "runtime/value/objects.h"

extern "C" {
fora::abi::Status fora_poll(fora::abi::Context*);
fora::abi::Status fora_join(fora::abi::Context*, fora::abi::ForkRecord*, uint64_t*);
void fora_discard(fora::abi::Context*, fora::abi::ForkRecord*);
fora::abi::Status fora_fold(fora::abi::Context*, const fora::abi::FoldSite*, const uint64_t*, int64_t, const uint64_t*,
                            uint64_t*);
}

namespace fora::tasks {
namespace {

using abi::Accumulator;
using abi::Context;
using abi::FoldKind;
using abi::FoldSite;
using abi::Status;

double Element(int64_t i) { return std::sin(static_cast<double>(i)) * 1e10 + 1.0 / static_cast<double>(i + 1); }

Status SumFloats(Context*, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) {
    a->real += Element(i);
    a->any = 1;
  }
  return Status::kOk;
}

Status MapFloats(Context*, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) {
    const double x = Element(i);
    std::memcpy(a->out, &x, sizeof x);
    a->out += sizeof x;
  }
  return Status::kOk;
}

void AddInt(Accumulator* a, int64_t x) {
  const __int128 sum = ((static_cast<__int128>(a->high) << 64) | a->low) + x;
  a->low = static_cast<uint64_t>(sum);
  a->high = static_cast<int64_t>(sum >> 64);
}

Status SumInts(Context*, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) AddInt(a, i % 7 == 0 ? INT64_MAX : -i);
  return Status::kOk;
}

// Element i is `collected` only if it is not divisible by three.
Status CollectInts(Context*, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) {
    if (i % 3 == 0) continue;
    std::memcpy(a->out, &i, sizeof i);
    a->out += sizeof i;
  }
  return Status::kOk;
}

// Stops at every index in {environment[0], environment[1]}.
Status FailingSum(Context* context, const uint64_t* environment, int64_t lo, int64_t hi, Accumulator* a,
                  int64_t* failed_at) {
  for (int64_t i = lo; i < hi; ++i) {
    if (i == static_cast<int64_t>(environment[0]) || i == static_cast<int64_t>(environment[1])) {
      *failed_at = i;
      context->stop = Internal("index " + std::to_string(i));
      return Status::kStopped;
    }
    AddInt(a, 1);
  }
  return Status::kOk;
}

Status AnyAt(Context*, const uint64_t* environment, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) {
    if (i >= static_cast<int64_t>(environment[0])) {
      a->any = 1;
      return Status::kOk;
    }
  }
  return Status::kOk;
}

FoldSite Site(FoldKind kind, abi::FoldBody fold, abi::FoldBody map = nullptr) {
  FoldSite site{};
  site.kind = kind;
  site.bounded = 1;
  site.fold = fold;
  site.fold_compensated = fold;
  site.map = map;
  return site;
}

// An inner fold in every element of an outer one.
Status NestedSum(Context* context, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t* failed_at) {
  static const FoldSite inner = Site(FoldKind::kSumInt, SumInts);
  for (int64_t i = lo; i < hi; ++i) {
    uint64_t result[2];
    const Status status = fora_fold(context, &inner, nullptr, i, nullptr, result);
    if (status != Status::kOk) {
      *failed_at = i;
      return status;
    }
    AddInt(a, static_cast<int64_t>(result[0]) % 1000);
  }
  return Status::kOk;
}

struct Outcome {
  Status status;
  uint64_t slots[2];
  std::string stop;
  Value boxed;
};

Outcome Fold(Scheduler* scheduler, const FoldSite& site, int64_t length, std::vector<uint64_t> environment = {}) {
  abi::Job job(scheduler, nullptr, false);
  Outcome outcome{};
  scheduler->RunRoot(&job, [&](Context* context) {
    outcome.status = fora_fold(context, &site, environment.data(), length, nullptr, outcome.slots);
    if (context->stop != nullptr) outcome.stop = context->stop->message;
    outcome.boxed = std::move(context->boxed);
  });
  return outcome;
}

std::vector<Options> Configurations() {
  std::vector<Options> all;
  for (int threads : {1, 2, 3}) all.push_back({.threads = threads, .stack_bytes = 16 << 20});
  for (uint64_t seed = 0; seed < 5; ++seed) {
    all.push_back({.threads = 2, .chaos = true, .chaos_seed = seed, .stack_bytes = 16 << 20});
  }
  return all;
}

TEST_CASE("a float sum has the bits of the left fold, whoever computed its parts") {
  for (const Options& options : Configurations()) {
    Scheduler scheduler(options);
    const int64_t length = options.chaos ? 2000 : 1000000;
    double expected = 0;
    for (int64_t i = 0; i < length; ++i) expected += Element(i);
    const Outcome outcome = Fold(&scheduler, Site(FoldKind::kSumFloat, SumFloats, MapFloats), length);
    REQUIRE(outcome.status == Status::kOk);
    CHECK(outcome.slots[0] == 1);
    double sum;
    std::memcpy(&sum, &outcome.slots[1], sizeof sum);
    CHECK(sum == expected);
  }
}

TEST_CASE("a list keeps its order") {
  for (const Options& options : Configurations()) {
    Scheduler scheduler(options);
    const int64_t length = options.chaos ? 1500 : 500000;
    const Outcome outcome = Fold(&scheduler, Site(FoldKind::kCollectInt, CollectInts), length);
    REQUIRE(outcome.status == Status::kOk);
    const Value list = Value::Adopt(reinterpret_cast<HeapObject*>(outcome.slots[0]));
    int64_t next = 0;
    for (int64_t i = 0; i < length; ++i) {
      if (i % 3 != 0) REQUIRE(list.as<ListObject>()->ints()[next++] == i);
    }
    CHECK(list.as<ListObject>()->size == next);
  }
}

TEST_CASE("an int sum that does not fit is exact") {
  Scheduler scheduler({.threads = 2, .stack_bytes = 16 << 20});
  const Outcome outcome = Fold(&scheduler, Site(FoldKind::kSumInt, SumInts), 1000);
  REQUIRE(outcome.status == Status::kBoxed);
  CHECK(outcome.boxed.Is(Tag::kBigInt));
}

TEST_CASE("the lowest failing index wins") {
  for (const Options& options : Configurations()) {
    Scheduler scheduler(options);
    const Outcome outcome = Fold(&scheduler, Site(FoldKind::kSumInt, FailingSum), 900, {700, 350});
    CHECK(outcome.status == Status::kStopped);
    CHECK(outcome.stop == "index 350");
  }
}

TEST_CASE("any is decided by the first hit, and an empty fold by nothing") {
  for (const Options& options : Configurations()) {
    Scheduler scheduler(options);
    CHECK(Fold(&scheduler, Site(FoldKind::kAny, AnyAt), 5000, {4000}).slots[0] == 1);
    CHECK(Fold(&scheduler, Site(FoldKind::kAny, AnyAt), 4000, {4000}).slots[0] == 0);
    CHECK(Fold(&scheduler, Site(FoldKind::kSumFloat, SumFloats, MapFloats), 0).slots[0] == 0);
  }
}

TEST_CASE("nested folds split at both levels") {
  uint64_t expected = 0;
  for (const Options& options : Configurations()) {
    Scheduler scheduler(options);
    const Outcome outcome = Fold(&scheduler, Site(FoldKind::kSumInt, NestedSum), 6);
    REQUIRE(outcome.status == Status::kOk);
    if (expected == 0) expected = outcome.slots[0];
    CHECK(outcome.slots[0] == expected);
  }
}

// fib by forks: fib(n - 2) waits while fib(n - 1) runs.
Status Fib(Context* context, const uint64_t* arguments, uint64_t* result);

const abi::ForkSite kFibSite{nullptr, 1, 1, nullptr, nullptr};

Status Fib(Context* context, const uint64_t* arguments, uint64_t* result) {
  const uint64_t n = arguments[0];
  if (n < 2) {
    result[0] = n;
    return Status::kOk;
  }
  if (context->poll.load(std::memory_order_relaxed) != 0) {
    if (fora_poll(context) != Status::kOk) return Status::kStopped;
  }
  const uint64_t second[1] = {n - 2};
  abi::ForkRecord record{{context->latent, abi::Latent::Kind::kFork, 0}, Fib, second, &kFibSite, nullptr};
  context->latent = &record.latent;
  const uint64_t first[1] = {n - 1};
  uint64_t a, b;
  if (Fib(context, first, &a) != Status::kOk) {
    fora_discard(context, &record);
    return Status::kStopped;
  }
  context->latent = record.latent.parent;
  const Status status = record.latent.taken == 0 ? Fib(context, second, &b) : fora_join(context, &record, &b);
  if (status != Status::kOk) return status;
  result[0] = a + b;
  return Status::kOk;
}

TEST_CASE("forks join to the sequential result") {
  for (const Options& options : Configurations()) {
    Scheduler scheduler(options);
    abi::Job job(&scheduler, nullptr, false);
    const uint64_t n[1] = {options.chaos ? uint64_t{15} : uint64_t{24}};
    uint64_t result = 0;
    scheduler.RunRoot(&job, [&](Context* context) { CHECK(Fib(context, n, &result) == Status::kOk); });
    CHECK(result == (options.chaos ? 610 : 46368));
  }
}

TEST_CASE("cancellation stops a fold and its pieces") {
  Scheduler scheduler({.threads = 2, .stack_bytes = 16 << 20});
  abi::Job job(&scheduler, nullptr, false);
  std::thread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    job.Cancel();
  });
  static const FoldSite site = Site(FoldKind::kSumFloat, SumFloats, MapFloats);
  scheduler.RunRoot(&job, [&](Context* context) {
    uint64_t result[2];
    CHECK(fora_fold(context, &site, nullptr, int64_t{1} << 50, nullptr, result) == Status::kStopped);
    CHECK(context->stop->kind == Stop::Kind::kCancelled);
  });
  canceller.join();
}

}  // namespace
}  // namespace fora::tasks
