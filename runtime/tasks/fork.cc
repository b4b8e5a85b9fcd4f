// Forks: `h()` waits as a ForkRecord while `g()` runs, and someone hungry may take it.
#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "runtime/base/check.h"
#include "runtime/tasks/piece.h"
#include "runtime/tasks/scheduler.h"
#include "runtime/tasks/twin.h"
#include "runtime/value/identical.h"

namespace fora::tasks {

CallPiece::CallPiece(const abi::ForkRecord& record)
    : Piece(Kind::kCall),
      site_(record.site),
      arguments_(record.arguments(), record.arguments() + record.site->argument_slots) {}

CallPiece::Outcome CallPiece::Call(abi::Context* context) {
  Outcome outcome;
  outcome.slots.resize(site_->result_slots);
  outcome.status = site_->thunk(context, arguments_.data(), outcome.slots.data());
  outcome.stop = std::move(context->stop);
  outcome.boxed = std::move(context->boxed);
  return outcome;
}

CallPiece::Outcome CallPiece::RunCopy(abi::Context* context) {
  job->owner()->RetainArguments(site_, arguments_.data());
  return Call(context);
}

void CallPiece::Release(const Outcome& outcome) const {
  if (outcome.status == abi::Status::kOk && site_->release_result != nullptr)
    site_->release_result(outcome.slots.data());
}

abi::Status CallPiece::Deliver(abi::Context* context, uint64_t* result) {
  if (outcome_.status == abi::Status::kOk) std::copy(outcome_.slots.begin(), outcome_.slots.end(), result);
  context->stop = std::move(outcome_.stop);
  context->boxed = std::move(outcome_.boxed);
  return outcome_.status;
}

bool CallPiece::SetOutcome(PieceOutcome outcome) {
  auto* call = std::get_if<CallOutcome>(&outcome);
  if (call == nullptr) return false;
  outcome_ = {};
  outcome_.slots.resize(site_->result_slots);
  if (!job->owner()->UnboxResult(site_, call->result, outcome_.slots.data())) {
    outcome_.status = abi::Status::kBoxed;
    outcome_.boxed = std::move(call->result);
  }
  return true;
}

void CallPiece::SetStopped(std::unique_ptr<Stop> stop) {
  outcome_ = {};
  outcome_.status = abi::Status::kStopped;
  outcome_.stop = std::move(stop);
}

// Waits for the thread that runs the fork; in chaos, this one may run it as well.
void CallPiece::Await(abi::Context* context) {
  Scheduler* scheduler = context->job->scheduler();
  if (scheduler->BeginTwin()) {
    Outcome twin = RunCopy(context);
    scheduler->EndTwin();
    scheduler->Join(this, context);
    FORA_CHECK(Same(outcome_, twin)) << "a call that was run twice came to different results";
    if (scheduler->Draw(2) == 0) std::swap(outcome_, twin);
    Release(twin);
  } else {
    scheduler->Join(this, context);
  }
  if (outcome_.stop != nullptr && outcome_.stop->kind == Stop::Kind::kInvalidOperation)
    return RunHere(context);
  ReleaseArguments();
}

bool CallPiece::Same(const Outcome& a, const Outcome& b) const {
  if (DependsOnTiming(a.stop.get()) || DependsOnTiming(b.stop.get())) return true;
  if (a.status != b.status) return false;
  switch (a.status) {
    case abi::Status::kOk: return job->owner()->SameResult(site_, a.slots.data(), b.slots.data());
    case abi::Status::kBoxed: return Identical(a.boxed, b.boxed);
    case abi::Status::kStopped: return Identical(*a.stop, *b.stop);
  }
  FORA_UNREACHABLE() << "status " << static_cast<uint32_t>(a.status);
}

namespace {

// Unlinks the record, which is the innermost one or lies just below frames that its function has left.
void Unlink(abi::Context* context, abi::ForkRecord* record) {
  abi::Latent** link = &context->latent;
  while (*link != nullptr && *link != &record->latent) link = &(*link)->parent;
  if (*link == &record->latent) *link = record->latent.parent;
}

void GiveAway(abi::Context* context, abi::ForkRecord* record, bool for_peer) {
  auto* piece = new CallPiece(*record);
  if (for_peer) piece->for_peer = piece;
  piece->job = context->job;
  piece->abandonment.parent = context->abandonment;
  record->task = static_cast<Task*>(piece);
  record->latent.state = abi::ForkState::kTaken;
  context->job->scheduler()->Offer(piece);
}

}  // namespace

bool PromoteFork(abi::Context* context, abi::ForkRecord* record) {
  if (record->latent.state != abi::ForkState::kFree) return false;
  GiveAway(context, record, /*for_peer=*/false);
  return true;
}

std::optional<size_t> ChooseFork(std::span<const std::chrono::nanoseconds> ages,
                                 std::chrono::nanoseconds work, std::chrono::nanoseconds grain) {
  const std::chrono::nanoseconds least = grain.count() == 0 ? grain : std::max(work, grain);
  const auto found = std::find_if(ages.begin(), ages.end(), [&](auto age) { return age >= least; });
  if (found == ages.end()) return std::nullopt;
  return static_cast<size_t>(found - ages.begin());
}

// Compiled code takes no time of its forks: their age counts from when they were first seen here, and a
// record that was made since at the same address is a fork that was not seen.
bool PromoteForkForPeer(abi::Context* context) {
  const std::chrono::nanoseconds now = std::chrono::steady_clock::now().time_since_epoch();
  std::vector<abi::ForkRecord*> records;
  std::vector<std::chrono::nanoseconds> ages;
  for (abi::Latent* latent = context->latent; latent != nullptr; latent = latent->parent) {
    if (latent->kind == abi::Latent::Kind::kRange || latent->state != abi::ForkState::kFree) continue;
    auto* record = reinterpret_cast<abi::ForkRecord*>(latent);
    if (latent->kind == abi::Latent::Kind::kFork) {
      latent->kind = abi::Latent::Kind::kForkSeen;
      record->seen_ns = now.count();
    }
    if (record->site->function == nullptr || context->job->StaysHere(record->site)) continue;
    records.push_back(record);
    ages.push_back(now - std::chrono::nanoseconds(record->seen_ns));
  }
  const Scheduler& scheduler = *context->job->scheduler();
  const std::optional<size_t> chosen =
      ChooseFork(ages, scheduler.peer_work(), scheduler.options().peer_grain);
  if (!chosen) return false;
  GiveAway(context, records[*chosen], /*for_peer=*/true);
  return true;
}

}  // namespace fora::tasks

extern "C" {

uint32_t fora_chaos_exit(fora::abi::Context* context) {
  return context->job->scheduler()->Draw(32) == 0 ? 1 : 0;
}

fora::abi::Status fora_poll(fora::abi::Context* context) { return context->job->scheduler()->Poll(context); }

// The caller has unlinked the record.
fora::abi::Status fora_join(fora::abi::Context* context, fora::abi::ForkRecord* record, uint64_t* result) {
  FORA_CHECK(record->latent.state == fora::abi::ForkState::kTaken);
  auto* scheduler = context->job->scheduler();
  auto* task = static_cast<fora::tasks::CallPiece*>(static_cast<fora::tasks::Task*>(record->task));
  if (scheduler->TakeBack(task)) {
    task->RunHere(context);
  } else {
    task->Await(context);
  }
  const fora::abi::Status status = task->Deliver(context, result);
  delete task;
  return status;
}

void fora_discard(fora::abi::Context* context, fora::abi::ForkRecord* record) {
  fora::tasks::Unlink(context, record);
  if (record->latent.state == fora::abi::ForkState::kFree)
    return;  // compiled code releases the arguments of a fork that nobody took
  auto* scheduler = context->job->scheduler();
  auto* task = static_cast<fora::tasks::CallPiece*>(static_cast<fora::tasks::Task*>(record->task));
  if (scheduler->TakeBack(task)) {
    task->ReleaseArguments();
  } else {
    scheduler->Abandon(task);
    scheduler->Join(task, context);
    task->Drop();
  }
  delete task;
}

}  // extern "C"
