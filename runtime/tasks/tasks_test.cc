// The scheduler and the folds, with bodies written in C++ in place of compiled code: the outcome must be the
// sequential one whatever the number of threads, and in chaos.
#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstring>
#include <new>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "runtime/num/sum.h"
#include "runtime/tasks/piece.h"
#include "runtime/tasks/scheduler.h"
#include "runtime/value/objects.h"

extern "C" {
fora::abi::Status fora_poll(fora::abi::Context*);
fora::abi::Status fora_join(fora::abi::Context*, fora::abi::ForkRecord*, uint64_t*);
void fora_discard(fora::abi::Context*, fora::abi::ForkRecord*);
fora::abi::Status fora_fold(fora::abi::Context*, const fora::abi::FoldSite*, const uint64_t*, int64_t,
                            const uint64_t*, uint64_t*);
}

namespace fora::tasks {
namespace {

using abi::Accumulator;
using abi::Context;
using abi::FoldKind;
using abi::FoldSite;
using abi::Status;

// Of code whose values are all numbers.
class NumbersOnly : public abi::CodeOwner {
 public:
  Status FoldGenerically(Context*, const FoldSite*, const uint64_t*, const uint64_t*, uint64_t*) override {
    FORA_CHECK(false) << "an element of an unexpected type";
  }
  std::unique_ptr<Stop> OutOfMemory() override { return Internal("no memory"); }
  void RetainArguments(const abi::ForkSite*, const uint64_t*) override {}
  bool UnboxResult(const abi::ForkSite*, Value& value, uint64_t* slots) override {
    if (!value.Is(Tag::kInt)) return false;
    slots[0] = static_cast<uint64_t>(value.as_int());
    return true;
  }
  bool SameResult(const abi::ForkSite* site, const uint64_t* a, const uint64_t* b) override {
    return std::equal(a, a + site->result_slots, b);
  }
};

double Element(int64_t i) {
  return std::sin(static_cast<double>(i)) * 1e10 + 1.0 / static_cast<double>(i + 1);
}

Status SumFloats(Context*, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) {
    a->real += Element(i);
    a->any = 1;
  }
  return Status::kOk;
}

// Neumaier's sum, written as CPython has it.
Status SumCompensated(Context*, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) {
    const double x = Element(i), t = a->real + x;
    a->compensation += std::fabs(a->real) >= std::fabs(x) ? (a->real - t) + x : (x - t) + a->real;
    a->real = t;
    a->any = 1;
  }
  return Status::kOk;
}

// Every 13th element is NaN, which is less than nothing and nothing is less than it.
double ElementOrNan(int64_t i) { return i % 13 == 12 ? std::nan("") : -Element(i); }

Status MinFloat(Context*, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) {
    const double x = ElementOrNan(i);
    if (a->any == 0 || x < a->real) a->real = x;
    a->any = 1;
  }
  return Status::kOk;
}

Status MapMinFloats(Context*, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) {
    const double x = ElementOrNan(i);
    std::memcpy(a->out, &x, sizeof x);
    a->out += sizeof x;
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

// The three ways to run the same indices (abi::FoldSite): those that are divisible by three have no element,
// every 101st has an int, and the run stops at those that the environment says.
enum class Way : uint8_t { kFold, kMap, kMapAndFold };

template <Way way, bool compensated>
Status MixedFloats(Context* context, const uint64_t* environment, int64_t lo, int64_t hi, Accumulator* a,
                   int64_t* failed_at) {
  const auto fold = [&](double x) {
    const double t = a->real + x;
    if (compensated)
      a->compensation += std::fabs(a->real) >= std::fabs(x) ? (a->real - t) + x : (x - t) + a->real;
    a->real = t;
    a->any = 1;
  };
  for (int64_t i = lo; i < hi; ++i) {
    *failed_at = i;
    if (environment != nullptr &&
        (i == static_cast<int64_t>(environment[0]) || i == static_cast<int64_t>(environment[1]))) {
      context->stop = Internal("index " + std::to_string(i));
      return Status::kStopped;
    }
    if (i % 3 == 0) continue;
    if (i % 101 == 100) {
      context->boxed = Value::Int(i);
      return Status::kBoxed;
    }
    const double x = Element(i);
    if (way == Way::kFold) {
      fold(x);
      continue;
    }
    std::memcpy(a->out, &x, sizeof x);
    a->out += sizeof x;
    for (int64_t k = 0; way == Way::kMapAndFold && k < abi::kFoldedPerElement; ++k) {
      double kept;
      std::memcpy(&kept, a->in, sizeof kept);
      a->in += sizeof kept;
      fold(kept);
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
Status NestedSum(Context* context, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a,
                 int64_t* failed_at) {
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

// Pairs of an index and itself.
Status CollectBoxed(Context*, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) {
    new (a->out) Value(MakeTuple({Value::Int(i), Value::Int(i)}));
    a->out += sizeof(Value);
  }
  return Status::kOk;
}

Status MaxInt(Context*, const uint64_t*, int64_t lo, int64_t hi, Accumulator* a, int64_t*) {
  for (int64_t i = lo; i < hi; ++i) {
    const int64_t x = (i * 7919) % 10007;
    if (a->any == 0 || x > static_cast<int64_t>(a->low)) a->low = static_cast<uint64_t>(x);
    a->any = 1;
  }
  return Status::kOk;
}

struct Outcome {
  Status status;
  uint64_t slots[2];
  std::string stop;
  Value boxed;
};

Outcome Fold(Scheduler* scheduler, const FoldSite& site, int64_t length,
             std::vector<uint64_t> environment = {}, const abi::Portable& portable = {},
             bool compensated = false) {
  abi::Job job(scheduler, nullptr, compensated);
  job.set_portable(portable);
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

TEST_CASE("a compensated sum and a minimum among NaNs have the bits of the sequential loop") {
  FoldSite sum = Site(FoldKind::kSumFloat, SumFloats, MapFloats);
  sum.fold_compensated = SumCompensated;
  const FoldSite minimum = Site(FoldKind::kMinFloat, MinFloat, MapMinFloats);
  for (const Options& options : Configurations()) {
    Scheduler scheduler(options);
    const int64_t length = options.chaos ? 2000 : 1000000;
    Accumulator summed, least;
    SumCompensated(nullptr, nullptr, 0, length, &summed, nullptr);
    MinFloat(nullptr, nullptr, 0, length, &least, nullptr);
    const double expected[2] = {summed.real + summed.compensation, least.real};
    const uint64_t results[2] = {Fold(&scheduler, sum, length, {}, {}, true).slots[1],
                                 Fold(&scheduler, minimum, length).slots[1]};
    CHECK(std::memcmp(results, expected, sizeof results) == 0);
  }
}

FoldSite MixedSite() {
  FoldSite site = Site(FoldKind::kSumFloat, MixedFloats<Way::kFold, false>, MixedFloats<Way::kMap, false>);
  site.fold_compensated = MixedFloats<Way::kFold, true>;
  site.map_and_fold = MixedFloats<Way::kMapAndFold, false>;
  site.map_and_fold_compensated = MixedFloats<Way::kMapAndFold, true>;
  return site;
}

TEST_CASE("a float sum whose owner folds what was kept while it computes has the bits of the left fold") {
  const FoldSite site = MixedSite();
  for (const bool compensated : {false, true}) {
    for (const Options& options : Configurations()) {
      Scheduler scheduler(options);
      const int64_t length = options.chaos ? 2000 : 1000000;
      num::CompensatedSum exact;
      for (int64_t i = 0; i < length; ++i) {
        if (i % 3 == 0) continue;
        const double x = i % 101 == 100 ? static_cast<double>(i) : Element(i);
        compensated ? exact.Add(x) : exact.AddPlain(x);
      }
      const double sum = exact.Result();
      const Outcome outcome = Fold(&scheduler, site, length, {}, {}, compensated);
      REQUIRE(outcome.status == Status::kOk);
      CHECK(std::memcmp(&outcome.slots[1], &sum, sizeof sum) == 0);
    }
  }
}

// The first window of the other thread is not finished before the owner has gone on far behind it.
struct Lateness {
  std::thread::id owner;
  const Context* of_owner = nullptr;  // while it waits, it may run windows, in another context
  std::atomic<int64_t> owner_at{0};
  std::atomic<bool> happened{false}, passed{false};
} lateness;

Status LateMap(Context* context, const uint64_t* environment, int64_t lo, int64_t hi, Accumulator* a,
               int64_t* failed_at) {
  constexpr int64_t kFar = int64_t{1} << 17;
  if (context == lateness.of_owner) {
    lateness.owner_at = hi;
  } else if (std::this_thread::get_id() != lateness.owner && !lateness.happened.exchange(true)) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (lateness.owner_at < lo + kFar && std::chrono::steady_clock::now() < deadline)
      std::this_thread::yield();
    lateness.passed = lateness.owner_at >= lo + kFar;
  }
  return MapFloats(context, environment, lo, hi, a, failed_at);
}

TEST_CASE("the owner of a fold in order does not wait for a piece while there are indices behind it") {
  Scheduler scheduler({.threads = 2, .stack_bytes = 16 << 20});
  abi::Job job(&scheduler, nullptr, false);
  const FoldSite site = Site(FoldKind::kSumFloat, SumFloats, LateMap);
  constexpr int64_t kLength = 3000000;
  double expected = 0;
  for (int64_t i = 0; i < kLength; ++i) expected += Element(i);
  for (int attempt = 0; attempt < 20 && !lateness.happened; ++attempt) {
    scheduler.RunRoot(&job, [&](Context* context) {
      lateness.owner = std::this_thread::get_id();
      lateness.of_owner = context;
      uint64_t result[2];
      REQUIRE(fora_fold(context, &site, nullptr, kLength, nullptr, result) == Status::kOk);
      CHECK(std::memcmp(&result[1], &expected, sizeof expected) == 0);
    });
  }
  CHECK(lateness.happened);
  CHECK(lateness.passed);
}

TEST_CASE("the lowest failing index of a fold in order wins") {
  const FoldSite site = MixedSite();
  for (const Options& options : Configurations()) {
    Scheduler scheduler(options);
    for (const uint64_t first : {0, 700, 1500}) {
      const uint64_t scale = options.chaos ? 1 : 500;
      const Outcome outcome =
          Fold(&scheduler, site, static_cast<int64_t>(2000 * scale), {1800 * scale, first * scale});
      CHECK(outcome.status == Status::kStopped);
      CHECK(outcome.stop == "index " + std::to_string(first * scale));
    }
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

const abi::ForkSite kFibSite{Fib, &kFibSite /* portable */, 1, 1, nullptr, nullptr};

Status Fib(Context* context, const uint64_t* arguments, uint64_t* result) {
  const uint64_t n = arguments[0];
  if (n < 2) {
    result[0] = n;
    return Status::kOk;
  }
  if (context->poll.load(std::memory_order_relaxed) != 0) {
    if (fora_poll(context) != Status::kOk) return Status::kStopped;
  }
  struct {
    abi::ForkRecord record;
    uint64_t second[1];
  } fork{{{context->latent, abi::Latent::Kind::kFork, abi::ForkState::kFree}, &kFibSite, {nullptr}}, {n - 2}};
  abi::ForkRecord& record = fork.record;
  context->latent = &record.latent;
  const uint64_t first[1] = {n - 1};
  uint64_t a, b;
  if (Fib(context, first, &a) != Status::kOk) {
    fora_discard(context, &record);
    return Status::kStopped;
  }
  context->latent = record.latent.parent;
  const Status status = record.latent.state == abi::ForkState::kFree ? Fib(context, fork.second, &b)
                                                                     : fora_join(context, &record, &b);
  if (status != Status::kOk) return status;
  result[0] = a + b;
  return Status::kOk;
}

TEST_CASE("forks join to the sequential result") {
  NumbersOnly owner;
  for (const Options& options : Configurations()) {
    Scheduler scheduler(options);
    abi::Job job(&scheduler, &owner, false);
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

// A peer in this process: a scheduler of its own runs the pieces, and only what a PieceOutcome holds comes
// back. Some pieces it fails to run.
class Peer {
 public:
  Peer(Scheduler* from, uint64_t seed) : from_(from), random_(seed), thread_([this] { Main(); }) {}
  ~Peer() { Stop(); }
  void Stop() {
    stopping_ = true;
    if (thread_.joinable()) thread_.join();
  }
  int done() const { return done_; }
  int given_back() const { return given_back_; }

 private:
  void Main() {
    while (!stopping_) {
      Piece* piece = from_->TakeForPeer(std::chrono::microseconds(200), std::chrono::milliseconds(5));
      if (piece == nullptr) continue;
      std::optional<PieceOutcome> outcome = piece->kind == Piece::Kind::kRange
                                                ? RunRange(static_cast<const RangePiece&>(*piece))
                                                : RunCall(static_cast<const CallPiece&>(*piece));
      if (!outcome || random_() % 4 == 0) {
        ++given_back_;
        from_->GiveBack(piece);
        continue;
      }
      CHECK(piece->SetOutcome(*std::move(outcome)));
      ++done_;
      from_->Finish(piece);
    }
  }

  std::optional<PieceOutcome> RunRange(const RangePiece& piece) {
    abi::Job job(&scheduler_, nullptr, false);
    Partial partial(piece.call().site, IsOrdered(piece.call().site->kind), false);
    scheduler_.RunRoot(
        &job, [&](Context* context) { RunPart(context, piece.call(), piece.lo, piece.hi, &partial); });
    const bool complete = partial.end == Partial::End::kComplete || partial.end == Partial::End::kDecided;
    return complete ? std::optional<PieceOutcome>(partial.TakeOutcome()) : std::nullopt;
  }

  std::optional<PieceOutcome> RunCall(const CallPiece& piece) {
    NumbersOnly owner;
    abi::Job job(&scheduler_, &owner, false);
    uint64_t result = 0;
    Status status = Status::kOk;
    scheduler_.RunRoot(
        &job, [&](Context* context) { status = piece.call().thunk(context, piece.arguments(), &result); });
    if (status != Status::kOk) return std::nullopt;
    return CallOutcome{Value::Int(static_cast<int64_t>(result))};
  }

  Scheduler* const from_;
  Scheduler scheduler_{{.threads = 2, .stack_bytes = 16 << 20}};
  std::mt19937_64 random_;
  std::atomic<bool> stopping_{false};
  std::atomic<int> done_{0}, given_back_{0};
  std::thread thread_;
};

TEST_CASE("what a peer computed joins as if a thread here had") {
  // How often the peer gets something is up to the machine: go on until it was often enough to tell.
  constexpr int kDoneMin = 40, kGivenBackMin = 5, kRoundsMax = 50;
  int done = 0, given_back = 0;
  const std::vector<Options> configurations = Configurations();
  for (size_t i = 0; i < kRoundsMax * configurations.size(); ++i) {
    if (i >= configurations.size() && done >= kDoneMin && given_back >= kGivenBackMin) break;
    Options options = configurations[i % configurations.size()];
    options.peer_grain = std::chrono::nanoseconds(0);
    const int64_t length = options.chaos ? 1500 : 200000;
    std::vector<FoldSite> sites = {Site(FoldKind::kSumFloat, SumFloats, MapFloats),
                                   Site(FoldKind::kSumInt, SumInts),
                                   Site(FoldKind::kCollectInt, CollectInts),
                                   Site(FoldKind::kCollectBoxed, CollectBoxed),
                                   Site(FoldKind::kMaxInt, MaxInt),
                                   Site(FoldKind::kSumInt, FailingSum),
                                   Site(FoldKind::kAny, AnyAt)};
    for (FoldSite& site : sites) {
      const std::vector<uint64_t> environment = {static_cast<uint64_t>(length - 3),
                                                 static_cast<uint64_t>(length - 7)};
      Scheduler sequential({.threads = 1, .stack_bytes = 16 << 20});
      const Outcome expected = Fold(&sequential, site, length, environment);
      site.environment_type = &site;  // portable
      Scheduler scheduler(options);
      Peer peer(&scheduler, options.chaos_seed);
      const Outcome outcome = Fold(&scheduler, site, length, environment, {&site});
      peer.Stop();
      done += peer.done();
      given_back += peer.given_back();
      REQUIRE(outcome.status == expected.status);
      CHECK(outcome.stop == expected.stop);
      CHECK(outcome.boxed.tag() == expected.boxed.tag());
      if (outcome.boxed.Is(Tag::kBigInt)) {
        CHECK(outcome.boxed.as<BigIntObject>()->value == expected.boxed.as<BigIntObject>()->value);
      }
      if (outcome.status != Status::kOk) continue;
      if (OutWidth(site.kind, false) == 0) {
        CHECK(outcome.slots[0] == expected.slots[0]);
        if (IsOrdered(site.kind) || site.kind == FoldKind::kMaxInt)
          CHECK(outcome.slots[1] == expected.slots[1]);
        continue;
      }
      const Value list = Value::Adopt(reinterpret_cast<HeapObject*>(outcome.slots[0]));
      const Value other = Value::Adopt(reinterpret_cast<HeapObject*>(expected.slots[0]));
      const auto& elements = *list.as<ListObject>();
      REQUIRE(elements.size == other.as<ListObject>()->size);
      const auto number = [](const Value& v) {
        return v.Is(Tag::kTuple) ? v.as<TupleObject>()->items[1] : v;
      };
      for (int64_t i = 0; i < elements.size; ++i) {
        REQUIRE(number(elements.At(i)).as_int() == number(other.as<ListObject>()->At(i)).as_int());
      }
    }
  }
  CHECK(done >= kDoneMin);
  CHECK(given_back >= kGivenBackMin);
}

TEST_CASE("what a peer called joins as if a thread here had") {
  constexpr int kDoneMin = 40, kGivenBackMin = 5, kRoundsMax = 200;
  int done = 0, given_back = 0;
  NumbersOnly owner;
  const std::vector<Options> configurations = Configurations();
  for (size_t i = 0; i < kRoundsMax * configurations.size(); ++i) {
    if (i >= configurations.size() && done >= kDoneMin && given_back >= kGivenBackMin) break;
    Options options = configurations[i % configurations.size()];
    options.peer_grain = std::chrono::nanoseconds(0);
    Scheduler scheduler(options);
    Peer peer(&scheduler, i);
    abi::Job job(&scheduler, &owner, false);
    job.set_portable({&kFibSite});
    const uint64_t n[1] = {options.chaos ? uint64_t{15} : uint64_t{24}};
    uint64_t result = 0;
    scheduler.RunRoot(&job, [&](Context* context) { CHECK(Fib(context, n, &result) == Status::kOk); });
    peer.Stop();
    CHECK(result == (options.chaos ? 610 : 46368));
    done += peer.done();
    given_back += peer.given_back();
  }
  CHECK(done >= kDoneMin);
  CHECK(given_back >= kGivenBackMin);
}

TEST_CASE("which fork goes to a peer") {
  using std::chrono::milliseconds;
  struct Row {
    const char* what;
    std::vector<std::chrono::nanoseconds> ages;  // innermost first
    std::chrono::nanoseconds work, grain;
    std::optional<size_t> chosen;
  };
  const Row rows[] = {
      {"there is none", {}, milliseconds(20), milliseconds(5), std::nullopt},
      {"all are young", {milliseconds(1), milliseconds(4)}, milliseconds(5), milliseconds(5), std::nullopt},
      {"the innermost that is enough",
       {milliseconds(4), milliseconds(20), milliseconds(300)},
       milliseconds(20),
       milliseconds(5),
       1},
      {"more is wanted",
       {milliseconds(4), milliseconds(20), milliseconds(300)},
       milliseconds(100),
       milliseconds(5),
       2},
      {"less than is wanted of any",
       {milliseconds(4), milliseconds(20)},
       milliseconds(100),
       milliseconds(5),
       std::nullopt},
      {"less is wanted than is worth it",
       {milliseconds(4), milliseconds(20)},
       milliseconds(1),
       milliseconds(5),
       1},
      {"any is worth it", {milliseconds(0), milliseconds(20)}, milliseconds(100), milliseconds(0), 0},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(ChooseFork(row.ages, row.work, row.grain) == row.chosen);
  }
}

// A fork whose address is used again is another fork: each is too short for a peer, all of them are not.
Status Leaf(Context*, const uint64_t* arguments, uint64_t* result) {
  result[0] = arguments[0];
  return Status::kOk;
}
const abi::ForkSite kLeafSite{Leaf, &kLeafSite, 1, 1, nullptr, nullptr};

TEST_CASE("a peer gets no calls that are short, however many there are") {
  NumbersOnly owner;
  Scheduler scheduler({.threads = 1, .stack_bytes = 16 << 20, .peer_grain = std::chrono::milliseconds(20)});
  Peer peer(&scheduler, 1);
  abi::Job job(&scheduler, &owner, false);
  job.set_portable({&kLeafSite});
  scheduler.RunRoot(&job, [&](Context* context) {
    const auto began = std::chrono::steady_clock::now();
    struct {
      abi::ForkRecord record;
      uint64_t arguments[1];
    } fork;
    while (std::chrono::steady_clock::now() - began < std::chrono::milliseconds(200)) {
      fork.record.latent = {context->latent, abi::Latent::Kind::kFork, abi::ForkState::kFree};
      fork.record.site = &kLeafSite;
      fork.arguments[0] = 1;
      context->latent = &fork.record.latent;
      if (context->poll.load(std::memory_order_relaxed) != 0) CHECK(fora_poll(context) == Status::kOk);
      context->latent = fork.record.latent.parent;
      uint64_t result = 0;
      if (fork.record.latent.state == abi::ForkState::kTaken)
        CHECK(fora_join(context, &fork.record, &result) == Status::kOk);
    }
  });
  peer.Stop();
  CHECK(peer.done() + peer.given_back() == 0);
}

TEST_CASE("a call that a peer has is waited for, and stops when nobody wants it") {
  NumbersOnly owner;
  Scheduler scheduler({.threads = 1, .stack_bytes = 16 << 20, .peer_grain = std::chrono::nanoseconds(0)});
  abi::Job job(&scheduler, &owner, false);
  job.set_portable({&kFibSite});
  std::thread peer([&] {
    Piece* piece = nullptr;
    while (piece == nullptr)
      piece = scheduler.TakeForPeer(std::chrono::seconds(10), std::chrono::milliseconds(5));
    CHECK(piece->site() == &kFibSite);
    CHECK_FALSE(piece->SetOutcome(PartOutcome{.kind = FoldKind::kCount}));
    job.Cancel();
    CHECK(piece->unwanted());
    piece->SetStopped(Cancelled());
    scheduler.Finish(piece);
  });
  scheduler.RunRoot(&job, [&](Context* context) {
    const uint64_t n[1] = {60};
    uint64_t result = 0;
    CHECK(Fib(context, n, &result) == Status::kStopped);
  });
  peer.join();
}

TEST_CASE("a peer gets nothing of a job that does not travel, or not yet, and nothing that is too little") {
  FoldSite site = Site(FoldKind::kSumFloat, SumFloats, MapFloats);
  site.environment_type = &site;
  struct Row {
    abi::Portable portable;
    std::chrono::nanoseconds grain;
  };
  const Row rows[] = {
      {{}, std::chrono::nanoseconds(0)},
      {{&site, std::chrono::steady_clock::now() + std::chrono::hours(1)}, std::chrono::nanoseconds(0)},
      {{&site}, std::chrono::hours(1)}};
  for (const Row& row : rows) {
    Scheduler scheduler({.threads = 1, .stack_bytes = 16 << 20, .peer_grain = row.grain});
    Peer peer(&scheduler, 1);
    Fold(&scheduler, site, 1000000, {}, row.portable);
    peer.Stop();
    CHECK(peer.done() + peer.given_back() == 0);
  }
}

TEST_CASE("a piece that a peer has is waited for, and stops when nobody wants it") {
  Scheduler scheduler({.threads = 1, .stack_bytes = 16 << 20, .peer_grain = std::chrono::nanoseconds(0)});
  FoldSite site = Site(FoldKind::kSumInt, SumInts);
  site.environment_type = &site;
  abi::Job job(&scheduler, nullptr, false);
  job.set_portable({&site});
  std::thread peer([&] {
    Piece* piece = nullptr;
    while (piece == nullptr)
      piece = scheduler.TakeForPeer(std::chrono::seconds(10), std::chrono::milliseconds(5));
    job.Cancel();
    CHECK(piece->unwanted());
    CHECK_FALSE(piece->SetOutcome(CallOutcome{Value::Int(1)}));
    piece->SetStopped(Cancelled());
    scheduler.Finish(piece);
  });
  scheduler.RunRoot(&job, [&](Context* context) {
    uint64_t result[2];
    CHECK(fora_fold(context, &site, nullptr, int64_t{1} << 50, nullptr, result) == Status::kStopped);
    CHECK(context->stop->kind == Stop::Kind::kCancelled);
  });
  peer.join();
}

TEST_CASE("what a part came to, as data and back, of every kind") {
  const FoldKind kinds[] = {FoldKind::kSumInt,       FoldKind::kSumFloat,    FoldKind::kAny,
                            FoldKind::kAll,          FoldKind::kMinInt,      FoldKind::kMaxInt,
                            FoldKind::kMinFloat,     FoldKind::kMaxFloat,    FoldKind::kCollectInt,
                            FoldKind::kCollectFloat, FoldKind::kCollectBool, FoldKind::kCollectBoxed,
                            FoldKind::kCount};
  for (FoldKind kind : kinds) {
    FoldSite site{};
    site.kind = kind;
    const bool mapping = IsOrdered(kind);
    Partial part(&site, mapping, false);
    part.accumulator()->low = 7;
    part.accumulator()->high = -1;
    part.accumulator()->any = 1;
    const int64_t width = OutWidth(kind, mapping);
    CHECK(part.ReserveOut(3));
    for (int64_t i = 0; width > 0 && i < 3; ++i) {
      if (kind == FoldKind::kCollectBoxed) {
        new (part.accumulator()->out) Value(MakeTuple({Value::Int(i)}));
      } else {
        std::memset(part.accumulator()->out, static_cast<int>(i & 1), static_cast<size_t>(width));
      }
      part.accumulator()->out += width;
    }
    if (kind == FoldKind::kSumInt)
      CHECK(part.AddBoxed(Value::Adopt(new BigIntObject(*num::BigInt::Parse("9999999999999999999")))));
    const bool early = kind == FoldKind::kAny || kind == FoldKind::kAll;
    if (early) part.end = Partial::End::kDecided;
    PartOutcome outcome = part.TakeOutcome();
    Partial back(&site, mapping, false);
    REQUIRE(back.SetOutcome(outcome));
    CHECK(back.end == (early ? Partial::End::kDecided : Partial::End::kComplete));
    PartOutcome again = back.TakeOutcome();
    CHECK(again.kind == kind);
    CHECK(again.decided == early);
    CHECK((again.low == 7 && again.high == -1 && again.any == 1));
    CHECK(again.elements == outcome.elements);
    CHECK(static_cast<int64_t>(again.elements.size()) == (kind == FoldKind::kCollectBoxed ? 0 : 3 * width));
    CHECK(again.boxed.size() == (kind == FoldKind::kCollectBoxed ? 3 : 0));
    CHECK(again.big_sum == outcome.big_sum);

    // What another machine says is not believed blindly.
    PartOutcome wrong = again;
    wrong.kind = kind == FoldKind::kCount ? FoldKind::kSumInt : FoldKind::kCount;
    CHECK_FALSE(Partial(&site, mapping, false).SetOutcome(wrong));
    wrong = again;
    wrong.elements = width == 0 || kind == FoldKind::kCollectBoxed ? "12345678"
                     : kind == FoldKind::kCollectBool              ? "\2"
                                                                   : "123";
    CHECK_FALSE(Partial(&site, mapping, false).SetOutcome(wrong));
    if (!early) {
      wrong = again;
      wrong.decided = true;
      CHECK_FALSE(Partial(&site, mapping, false).SetOutcome(wrong));
    }
  }
}

}  // namespace
}  // namespace fora::tasks
