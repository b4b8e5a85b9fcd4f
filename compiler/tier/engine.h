// Engine: runs programs on this machine's cores, in the interpreter and in compiled code.
//
// Thread safety: every method may be called from any thread; several programs may run at once.
// Ownership: a LoadedProgram keeps its module, plans and compiled code; results refer to its code, so keep it with them.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "compiler/interpret/plan.h"
#include "compiler/ir/ir.h"
#include "compiler/tier/code_table.h"
#include "compiler/tier/compile_queue.h"
#include "runtime/tasks/scheduler.h"
#include "runtime/value/result.h"

namespace fora::tier {

enum class Mode : uint8_t {
  kAuto,        // interpret, and compile what is hot
  kInterpret,   // only the interpreter
  kCompile,     // compile everything that can be before it runs
};

struct Options {
  Mode mode = Mode::kAuto;
  tasks::Options tasks;
  std::string cache_dir;   // compiled objects are kept here; empty: in memory only
};

// A program that is ready to run, with the code that was compiled for it so far.
struct LoadedProgram {
  explicit LoadedProgram(std::shared_ptr<const ir::Module> m);
  const std::shared_ptr<const ir::Module> module;
  const std::shared_ptr<const interpret::ModulePlan> plan;
  const bool depends_on_identity;   // stays in the interpreter
  CodeTable code;
};

// Lets another thread stop a run.
class Cancellation {
 public:
  void Cancel();

 private:
  friend class Engine;
  std::mutex mutex_;
  bool cancelled_ = false;
  abi::Job* job_ = nullptr;   // while it runs
};

class Engine {
 public:
  explicit Engine(Options options);
  ~Engine();

  // Runs the program's entry function. cores: set to how many threads have worked on it at once, if not null.
  Result<Value> Run(const std::shared_ptr<LoadedProgram>& program, Cancellation* cancellation,
                    std::atomic<uint32_t>* cores = nullptr);

  const Options& options() const { return options_; }
  tasks::Scheduler* scheduler() { return &scheduler_; }

 private:
  const Options options_;
  CompileQueue queue_;
  tasks::Scheduler scheduler_;
};

}  // namespace fora::tier
