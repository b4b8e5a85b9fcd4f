#include "compiler/tier/engine.h"

#include "compiler/infer/infer.h"
#include "compiler/ir/boxing.h"
#include "compiler/tier/context_tier.h"
#include "compiler/tier/fold_value.h"
#include "compiler/tier/tier_job.h"
#include "runtime/tasks/partial.h"

namespace fora::tier {

LoadedProgram::LoadedProgram(std::shared_ptr<const ir::Module> m)
    : module(m), plan(interpret::Prepare(m)), depends_on_identity(infer::DependsOnIdentity(*m)) {}

void Cancellation::Cancel() {
  std::lock_guard lock(mutex_);
  cancelled_ = true;
  if (job_ != nullptr) job_->Cancel();
}

Engine::Engine(Options options)
    : options_(options),
      queue_(options.cache_dir, options.tasks.chaos ? codegen::Exits::kRandomToo : codegen::Exits::kNeeded),
      scheduler_(options.tasks) {}

Engine::~Engine() = default;

void Engine::RunJob(TierJob& job, Cancellation* cancellation,
                    const std::function<void(abi::Context*)>& root) {
  if (cancellation != nullptr) {
    std::lock_guard lock(cancellation->mutex_);
    cancellation->job_ = &job;
    if (cancellation->cancelled_) job.Cancel();
  }
  scheduler_.RunRoot(&job, root);
  if (cancellation != nullptr) {
    std::lock_guard lock(cancellation->mutex_);
    cancellation->job_ = nullptr;
  }
}

Result<Value> Engine::Run(const std::shared_ptr<LoadedProgram>& program, Cancellation* cancellation,
                          std::atomic<uint32_t>* cores, const abi::Portable& portable) {
  TierJob job(&scheduler_, &queue_, options_, program);
  job.ReportCores(cores);
  job.set_portable(portable);
  std::optional<Result<Value>> result;
  RunJob(job, cancellation,
         [&](abi::Context* context) { result = ContextTier::Of(context).interpreter().Run(); });
  return *std::move(result);
}

absl::StatusOr<tasks::PartOutcome> Engine::RunPart(const std::shared_ptr<LoadedProgram>& program,
                                                   const tasks::PortablePart& part,
                                                   Cancellation* cancellation, std::atomic<uint32_t>* cores) {
  TierJob job(&scheduler_, &queue_, options_, program);
  job.ReportCores(cores);
  absl::StatusOr<tasks::PartOutcome> outcome = absl::UnknownError("");
  RunJob(job, cancellation, [&](abi::Context* context) { outcome = ContextTier::Of(context).RunPart(part); });
  return outcome;
}

tasks::PortablePart PartOf(const tasks::Piece& piece) {
  const tasks::FoldCall& call = piece.call();
  const auto* type = static_cast<const ir::Type*>(call.site->environment_type);
  ir::RetainSlots(type, call.environment);
  return {.reducer = tasks::ReducerOf(call.site->kind),
          .kind = call.site->kind,
          .iterable = ir::Box(type, call.environment),
          .lo = piece.lo,
          .hi = piece.hi};
}

std::optional<tasks::PortablePart> NarrowPart(const tasks::PortablePart& part) {
  Value slice = SliceIterable(part.iterable, part.lo, part.hi);
  if (slice.is_unbound()) return std::nullopt;
  tasks::PortablePart narrow = part;
  narrow.iterable = std::move(slice);
  narrow.lo = 0;
  narrow.hi = part.hi - part.lo;
  return narrow;
}

}  // namespace fora::tier
