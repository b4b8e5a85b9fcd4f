// Forks: `h()` waits as a ForkRecord while `g()` runs, and someone hungry may take it.
#include <vector>

#include "runtime/base/check.h"
#include "runtime/tasks/scheduler.h"

namespace fora::tasks {
namespace {

// A taken fork. It keeps references to its arguments while it runs elsewhere, because its owner may still leave to the
// interpreter before the join, which then makes the call itself, with the same arguments. So the call finds them shared; if it
// would have to change one in place, it stops, and the owner runs it again at the join, when it is their only holder.
class ForkTask : public Task {
 public:
  ForkTask(const abi::ForkRecord& record)
      : thunk_(record.thunk),
        site_(record.site),
        arguments_(record.arguments, record.arguments + record.site->argument_slots),
        outcome_(record.site->result_slots) {}
  void Run(abi::Context* context) override {
    outcome_ = RunCopy(context);
    refused_ = outcome_.stop != nullptr && outcome_.stop->kind == Stop::Kind::kInvalidOperation;
    if (!refused_) ReleaseArguments();
  }
  // Runs the call for good, on the joining thread.
  void RunHere(abi::Context* context) { outcome_ = Call(context); }
  bool refused() const { return refused_; }
  void ReleaseArguments() {
    if (site_->release_arguments != nullptr) site_->release_arguments(arguments_.data());
  }
  // The task has finished, and nobody needs what it came to.
  void ReleaseOutcome() {
    if (refused_) ReleaseArguments();
    if (outcome_.status == abi::Status::kOk && site_->release_result != nullptr) site_->release_result(outcome_.slots.data());
  }
  // Moves the outcome to the thread that joins.
  abi::Status Deliver(abi::Context* context, uint64_t* result) {
    if (outcome_.status == abi::Status::kOk) std::copy(outcome_.slots.begin(), outcome_.slots.end(), result);
    context->stop = std::move(outcome_.stop);
    context->boxed = std::move(outcome_.boxed);
    return outcome_.status;
  }

 private:
  struct Outcome {
    explicit Outcome(uint32_t result_slots) : slots(result_slots) {}
    abi::Status status = abi::Status::kOk;
    std::vector<uint64_t> slots;
    std::unique_ptr<Stop> stop;
    Value boxed;
  };
  // Consumes the arguments.
  Outcome Call(abi::Context* context) {
    Outcome outcome(site_->result_slots);
    outcome.status = thunk_(context, arguments_.data(), outcome.slots.data());
    outcome.stop = std::move(context->stop);
    outcome.boxed = std::move(context->boxed);
    return outcome;
  }
  Outcome RunCopy(abi::Context* context) {
    job->owner()->RetainArguments(site_, arguments_.data());
    return Call(context);
  }

  abi::Status (*const thunk_)(abi::Context*, const uint64_t*, uint64_t*);
  const abi::ForkSite* const site_;
  std::vector<uint64_t> arguments_;
  Outcome outcome_;
  bool refused_ = false;
};

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

fora::abi::Status fora_poll(fora::abi::Context* context) { return context->job->scheduler()->Poll(context); }

// The caller has unlinked the record.
fora::abi::Status fora_join(fora::abi::Context* context, fora::abi::ForkRecord* record, uint64_t* result) {
  FORA_CHECK(record->latent.taken != 0);
  auto* scheduler = context->job->scheduler();
  auto* task = static_cast<fora::tasks::ForkTask*>(static_cast<fora::tasks::Task*>(record->task));
  if (scheduler->TakeBack(task)) {
    task->RunHere(context);
  } else {
    scheduler->Join(task, context);
    if (task->refused()) task->RunHere(context);
  }
  const fora::abi::Status status = task->Deliver(context, result);
  delete task;
  return status;
}

void fora_discard(fora::abi::Context* context, fora::abi::ForkRecord* record) {
  fora::tasks::Unlink(context, record);
  if (record->latent.taken == 0) return;   // compiled code releases the arguments of a fork that nobody took
  auto* scheduler = context->job->scheduler();
  auto* task = static_cast<fora::tasks::ForkTask*>(static_cast<fora::tasks::Task*>(record->task));
  if (scheduler->TakeBack(task)) {
    task->ReleaseArguments();
  } else {
    scheduler->Abandon(task);
    scheduler->Join(task, context);
    task->ReleaseOutcome();
  }
  delete task;
}

}  // extern "C"
