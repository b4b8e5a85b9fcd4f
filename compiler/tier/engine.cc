#include "compiler/tier/engine.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/infer/infer.h"
#include "compiler/ir/boxing.h"
#include "compiler/tier/context_tier.h"
#include "compiler/tier/fold_value.h"
#include "compiler/tier/tier_job.h"
#include "runtime/base/check.h"
#include "runtime/value/objects.h"

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

absl::StatusOr<tasks::PieceOutcome> Engine::RunPiece(const std::shared_ptr<LoadedProgram>& program,
                                                     const tasks::PortablePiece& piece,
                                                     Cancellation* cancellation,
                                                     std::atomic<uint32_t>* cores) {
  TierJob job(&scheduler_, &queue_, options_, program);
  job.ReportCores(cores);
  absl::StatusOr<tasks::PieceOutcome> outcome = absl::UnknownError("");
  RunJob(job, cancellation,
         [&](abi::Context* context) { outcome = ContextTier::Of(context).RunPiece(piece); });
  return outcome;
}

namespace {

tasks::PortablePart PartOf(const tasks::RangePiece& piece) {
  const tasks::FoldCall& call = piece.call();
  const auto* type = static_cast<const ir::Type*>(call.site->environment_type);
  ir::RetainSlots(type, call.environment);
  return {.reducer = tasks::ReducerOf(call.site->kind),
          .kind = call.site->kind,
          .iterable = ir::Box(type, call.environment),
          .lo = piece.lo,
          .hi = piece.hi};
}

// The call as the interpreter would make it: the frame state of the typed function's entry says which generic
// values its arguments are.
std::optional<tasks::PortableCall> CallOf(const tasks::CallPiece& piece) {
  const auto& typed = *static_cast<const ir::Function*>(piece.call().function);
  if (typed.generic == nullptr || IsMadeUp(*typed.generic) || typed.frame_states.empty()) return std::nullopt;
  const ir::FrameState& entry = typed.frame_states[0];
  if (entry.block != ir::BlockId(0) || entry.instruction != 0) return std::nullopt;
  std::map<ir::ValueId, Value> values;
  const uint64_t* slots = piece.arguments();
  for (ir::ValueId parameter : typed.blocks[0].parameters) {
    const ir::Type* type = typed.values[parameter.value()].type;
    ir::RetainSlots(type, slots);
    values.emplace(parameter, ir::Box(type, slots));
    slots += type->slots;
  }
  tasks::PortableCall call{typed.generic->id.value(), {}};
  const std::vector<ir::ValueId>& parameters = typed.generic->blocks[0].parameters;
  for (const ir::FrameState::Live& live : entry.live) {
    const auto position = std::find(parameters.begin(), parameters.end(), live.generic);
    const auto value = values.find(live.typed);
    // What is shared with others by its state has to stay where they are.
    if (position == parameters.end() || value == values.end() || !IsShareable(value->second))
      return std::nullopt;
    call.arguments.push_back({static_cast<uint32_t>(position - parameters.begin()), value->second});
  }
  return call;
}

}  // namespace

std::optional<tasks::PortablePiece> PortableOf(const tasks::Piece& piece) {
  switch (piece.kind) {
    case tasks::Piece::Kind::kRange: return PartOf(static_cast<const tasks::RangePiece&>(piece));
    case tasks::Piece::Kind::kCall: return CallOf(static_cast<const tasks::CallPiece&>(piece));
  }
  FORA_UNREACHABLE() << "a kind of piece";
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
