// Engine: runs programs on this machine's cores, in the interpreter and in compiled code.
//
// Thread safety: every method may be called from any thread; several programs may run at once.
// Ownership: a LoadedProgram keeps its module, plans and compiled code; results refer to its code, so keep it
// with them.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "compiler/interpret/plan.h"
#include "compiler/ir/ir.h"
#include "compiler/tier/code_table.h"
#include "compiler/tier/compile_queue.h"
#include "runtime/tasks/piece.h"
#include "runtime/tasks/portable.h"
#include "runtime/tasks/scheduler.h"
#include "runtime/value/result.h"

namespace fora::tier {

enum class Mode : uint8_t {
  kAuto,       // interpret, and compile what is hot
  kInterpret,  // only the interpreter
  kCompile,    // compile everything that can be before it runs
};

struct Options {
  Mode mode = Mode::kAuto;
  tasks::Options tasks;
  std::string cache_dir;  // compiled objects are kept here; empty: in memory only
};

// A program that is ready to run, with the code that was compiled for it so far.
struct LoadedProgram {
  explicit LoadedProgram(std::shared_ptr<const ir::Module> m);
  const std::shared_ptr<const ir::Module> module;
  const std::shared_ptr<const interpret::ModulePlan> plan;
  const bool depends_on_identity;  // stays in the interpreter
  CodeTable code;
};

class TierJob;

// Lets another thread stop a run.
class Cancellation {
 public:
  void Cancel();

 private:
  friend class Engine;
  std::mutex mutex_;
  bool cancelled_ = false;
  abi::Job* job_ = nullptr;  // while it runs
};

// The piece as data; none if it has no form outside of the run. REQUIRES: it is of a run of an Engine, and
// not finished.
std::optional<tasks::PortablePiece> PortableOf(const tasks::Piece& piece);

// The same part of an iterable that holds no more than its elements; none if there is no such form.
std::optional<tasks::PortablePart> NarrowPart(const tasks::PortablePart& part);

class Engine {
 public:
  explicit Engine(Options options);
  ~Engine();

  // Runs the program's entry function. portable: see abi::Portable; what it points to outlives the run.
  // cores: set to how many threads have worked on it at once, if not null.
  Result<Value> Run(const std::shared_ptr<LoadedProgram>& program, Cancellation* cancellation,
                    std::atomic<uint32_t>* cores = nullptr, const abi::Portable& portable = {});

  // Runs a piece that a run of the same program elsewhere gave away. Errors: the piece has to be run where it
  // comes from: FailedPrecondition: there is no code for it here, or it comes to something else; Aborted: it
  // raises, or an element does not fit; Cancelled; InvalidArgument: no such indices, or no such call.
  absl::StatusOr<tasks::PieceOutcome> RunPiece(const std::shared_ptr<LoadedProgram>& program,
                                               const tasks::PortablePiece& piece, Cancellation* cancellation,
                                               std::atomic<uint32_t>* cores = nullptr);

  const Options& options() const { return options_; }
  tasks::Scheduler* scheduler() { return &scheduler_; }

 private:
  void RunJob(TierJob& job, Cancellation* cancellation, const std::function<void(abi::Context*)>& root);

  const Options options_;
  CompileQueue queue_;
  tasks::Scheduler scheduler_;
};

}  // namespace fora::tier
