#include "compiler/tier/compile_queue.h"

#include <algorithm>

#include "compiler/codegen/versions.h"
#include "compiler/infer/infer.h"
#include "compiler/ir/verify.h"
#include "compiler/parallelize/parallelize.h"
#include "compiler/simplify/simplify.h"
#include "runtime/base/status_macros.h"

namespace fora::tier {
namespace {

// Beyond these points: every value has a type; needless parameters are gone; independent heavy calls are
// marked; a function's callers all keep the lists that they pass, or none does.
absl::StatusOr<ir::TypedModule> Improve(ir::TypedModule module) {
  FORA_RETURN_IF_ERROR(ir::Verify(module));
  module = simplify::Simplify(std::move(module));
  FORA_RETURN_IF_ERROR(ir::Verify(module));
  module = parallelize::Parallelize(std::move(module));
  FORA_RETURN_IF_ERROR(ir::Verify(module));
  module = codegen::SplitVersions(std::move(module));
  FORA_RETURN_IF_ERROR(ir::Verify(module));
  return module;
}

// Code that would leave at once is not worth entering.
bool ExitsAtOnce(const ir::Function& function) {
  return function.blocks[0].terminator.kind == ir::TerminatorKind::kExit;
}

}  // namespace

absl::StatusOr<ir::TypedModule> Specialize(const ir::Module& module, std::shared_ptr<ir::TypeTable> types,
                                           const ir::Function& function, ir::BlockId block,
                                           std::vector<ir::ValueId> entry_values,
                                           std::vector<const ir::Type*> entry_types) {
  const infer::Request request{&function, block, std::move(entry_values), std::move(entry_types)};
  FORA_ASSIGN_OR_RETURN(ir::TypedModule typed, infer::Infer(module, std::move(types), request));
  return Improve(std::move(typed));
}

CompileQueue::CompileQueue(const std::string& cache_dir, codegen::Exits exits)
    : jit_(codegen::MakeJit(cache_dir, exits)) {
  thread_ = std::thread([this] { ThreadMain(); });
}

CompileQueue::~CompileQueue() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void CompileQueue::Push(CompileRequest request) {
  std::lock_guard lock(mutex_);
  requests_.push_back(std::move(request));
  changed_.notify_all();
}

void CompileQueue::ThreadMain() {
  for (;;) {
    CompileRequest request;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopping_ || !requests_.empty(); });
      if (stopping_) break;
      request = std::move(requests_.front());
      requests_.pop_front();
    }
    Compile(request);
  }
  // Nobody may wait for what will not come.
  std::lock_guard lock(mutex_);
  for (CompileRequest& request : requests_) request.table->Announce(*request.code, Code::State::kFailed);
}

void CompileQueue::Compile(const CompileRequest& request) {
  Code& code = *request.code;
  // What can't be compiled stays in the interpreter.
  const auto fail = [&] { request.table->Announce(code, Code::State::kFailed); };
  absl::StatusOr<ir::TypedModule> typed = absl::UnknownError("");
  if (request.fold) {
    const ir::Type* start = code.entry_types.size() > 1 ? code.entry_types[1] : nullptr;
    typed = infer::InferFold(*request.module, code.types, *request.fold, code.entry_types[0], start);
    if (typed.ok()) typed = Improve(*std::move(typed));
  } else {
    typed = Specialize(*request.module, code.types, *request.point->function, request.point->block,
                       code.entry_values, code.entry_types);
  }
  if (!typed.ok()) return fail();
  if (ExitsAtOnce(*typed->functions[0])) return fail();
  code.typed = std::make_shared<const ir::TypedModule>(*std::move(typed));
  auto compiled = jit_->Compile(code.typed);
  if (!compiled.ok()) return fail();
  code.compiled = *std::move(compiled);
  code.entry = code.compiled->entry(0);
  code.return_type = code.typed->functions[0]->return_type;
  request.table->SetOwner(code.typed->functions[0].get(), &code);
  request.point->ready.fetch_add(1, std::memory_order_release);  // before those who wait look
  request.table->Announce(code, Code::State::kReady);
}

}  // namespace fora::tier
