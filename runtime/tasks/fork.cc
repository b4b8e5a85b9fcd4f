// Forks: `h()` waits as a ForkRecord while `g()` runs, and someone hungry may take it.
#include <vector>

#include "runtime/base/check.h"
#include "runtime/tasks/scheduler.h"
#include "runtime/tasks/twin.h"
#include "runtime/value/identical.h"

namespace fora::tasks {
namespace {

// What a call came to.
struct Outcome {
  abi::Status status = abi::Status::kOk;
  std::vector<uint64_t> slots;  // of the result, if kOk
  std::unique_ptr<Stop> stop;
  Value boxed;
};

// A taken fork. It keeps references to its arguments while it runs elsewhere, because its owner may still
// leave to the interpreter before the join, which then makes the call itself, with the same arguments. So the
// call finds them shared; if it would have to change one in place, it stops, and the owner runs it again at
// the join, when it is their only holder.
class ForkTask : public Task {
 public:
  ForkTask(const abi::ForkRecord& record)
      : site_(record.site),
        arguments_(record.arguments(), record.arguments() + record.site->argument_slots) {}
  void Run(abi::Context* context) override { outcome_ = RunCopy(context); }

  // On the joining thread; all of these use the arguments up.
  void RunHere(abi::Context* context) { outcome_ = Call(context); }
  void Await(abi::Context* context);
  void Drop() {  // nobody needs the outcome
    Release(outcome_);
    ReleaseArguments();
  }
  void ReleaseArguments() {
    if (site_->release_arguments != nullptr) site_->release_arguments(arguments_.data());
  }
  // Moves the outcome to the thread that joins.
  abi::Status Deliver(abi::Context* context, uint64_t* result) {
    if (outcome_.status == abi::Status::kOk) std::copy(outcome_.slots.begin(), outcome_.slots.end(), result);
    context->stop = std::move(outcome_.stop);
    context->boxed = std::move(outcome_.boxed);
    return outcome_.status;
  }

 private:
  Outcome Call(abi::Context* context) {
    Outcome outcome;
    outcome.slots.resize(site_->result_slots);
    outcome.status = site_->thunk(context, arguments_.data(), outcome.slots.data());
    outcome.stop = std::move(context->stop);
    outcome.boxed = std::move(context->boxed);
    return outcome;
  }
  Outcome RunCopy(abi::Context* context) {
    job->owner()->RetainArguments(site_, arguments_.data());
    return Call(context);
  }
  void Release(const Outcome& outcome) const {
    if (outcome.status == abi::Status::kOk && site_->release_result != nullptr)
      site_->release_result(outcome.slots.data());
  }
  bool Same(const Outcome& a, const Outcome& b) const;

  const abi::ForkSite* const site_;
  std::vector<uint64_t> arguments_;
  Outcome outcome_;
};

// Waits for the thread that runs the fork; in chaos, this one may run it as well.
void ForkTask::Await(abi::Context* context) {
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

bool ForkTask::Same(const Outcome& a, const Outcome& b) const {
  if (DependsOnTiming(a.stop.get()) || DependsOnTiming(b.stop.get())) return true;
  if (a.status != b.status) return false;
  switch (a.status) {
    case abi::Status::kOk: return job->owner()->SameResult(site_, a.slots.data(), b.slots.data());
    case abi::Status::kBoxed: return Identical(a.boxed, b.boxed);
    case abi::Status::kStopped: return Identical(*a.stop, *b.stop);
  }
  FORA_UNREACHABLE() << "status " << static_cast<uint32_t>(a.status);
}

// Unlinks the record, which is the innermost one or lies just below frames that its function has left.
void Unlink(abi::Context* context, abi::ForkRecord* record) {
  abi::Latent** link = &context->latent;
  while (*link != nullptr && *link != &record->latent) link = &(*link)->parent;
  if (*link == &record->latent) *link = record->latent.parent;
}

}  // namespace

bool PromoteFork(abi::Context* context, abi::ForkRecord* record) {
  if (record->latent.taken != 0) return false;
  auto* task = new ForkTask(*record);
  task->job = context->job;
  task->abandonment.parent = context->abandonment;
  record->task = task;
  record->latent.taken = 1;
  context->job->scheduler()->Offer(task);
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
  FORA_CHECK(record->latent.taken != 0);
  auto* scheduler = context->job->scheduler();
  auto* task = static_cast<fora::tasks::ForkTask*>(static_cast<fora::tasks::Task*>(record->task));
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
  if (record->latent.taken == 0) return;  // compiled code releases the arguments of a fork that nobody took
  auto* scheduler = context->job->scheduler();
  auto* task = static_cast<fora::tasks::ForkTask*>(static_cast<fora::tasks::Task*>(record->task));
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
