// Forks: `h()` waits as a ForkRecord while `g()` runs, and someone hungry may take it.
#include <vector>

#include "runtime/base/check.h"
#include "runtime/tasks/scheduler.h"

namespace fora::tasks {
namespace {

class ForkTask : public Task {
 public:
  ForkTask(const abi::ForkRecord& record)
      : thunk_(record.thunk),
        site_(record.site),
        arguments_(record.arguments, record.arguments + record.site->argument_slots),
        result_(record.site->result_slots) {}
  void Run(abi::Context* context) override {
    status_ = thunk_(context, arguments_.data(), result_.data());
    stop_ = std::move(context->stop);
    boxed_ = std::move(context->boxed);
  }
  void ReleaseArguments() {
    if (site_->release_arguments != nullptr) site_->release_arguments(arguments_.data());
  }
  void ReleaseResult() {
    if (status_ == abi::Status::kOk && site_->release_result != nullptr) site_->release_result(result_.data());
  }
  // Moves the outcome to the thread that joins.
  abi::Status Deliver(abi::Context* context, uint64_t* result) {
    if (status_ == abi::Status::kOk) std::copy(result_.begin(), result_.end(), result);
    context->stop = std::move(stop_);
    context->boxed = std::move(boxed_);
    return status_;
  }

 private:
  abi::Status (*const thunk_)(abi::Context*, const uint64_t*, uint64_t*);
  const abi::ForkSite* const site_;
  std::vector<uint64_t> arguments_;
  std::vector<uint64_t> result_;
  abi::Status status_ = abi::Status::kOk;
  std::unique_ptr<Stop> stop_;
  Value boxed_;
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
    task->Run(context);
  } else {
    scheduler->Join(task, context);
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
    task->ReleaseResult();
  }
  delete task;
}

}  // extern "C"
