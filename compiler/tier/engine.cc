#include "compiler/tier/engine.h"

#include "compiler/infer/infer.h"
#include "compiler/tier/context_tier.h"
#include "compiler/tier/tier_job.h"

namespace fora::tier {

LoadedProgram::LoadedProgram(std::shared_ptr<const ir::Module> m)
    : module(m), plan(interpret::Prepare(m)), depends_on_identity(infer::DependsOnIdentity(*m)) {}

void Cancellation::Cancel() {
  std::lock_guard lock(mutex_);
  cancelled_ = true;
  if (job_ != nullptr) job_->Cancel();
}

Engine::Engine(Options options) : options_(options), queue_(options.cache_dir), scheduler_(options.tasks) {}

Engine::~Engine() = default;

Result<Value> Engine::Run(const std::shared_ptr<LoadedProgram>& program, Cancellation* cancellation,
                          std::atomic<uint32_t>* cores) {
  TierJob job(&scheduler_, &queue_, options_, program);
  job.ReportCores(cores);
  if (cancellation != nullptr) {
    std::lock_guard lock(cancellation->mutex_);
    cancellation->job_ = &job;
    if (cancellation->cancelled_) job.Cancel();
  }
  std::optional<Result<Value>> result;
  scheduler_.RunRoot(&job, [&](abi::Context* context) { result = ContextTier::Of(context).interpreter().Run(); });
  if (cancellation != nullptr) {
    std::lock_guard lock(cancellation->mutex_);
    cancellation->job_ = nullptr;
  }
  return *std::move(result);
}

}  // namespace fora::tier
