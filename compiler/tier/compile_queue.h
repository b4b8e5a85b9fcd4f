// CompileQueue: a background thread that makes code ready.
//
// Thread safety: every method may be called from any thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "compiler/tier/code_table.h"
#include "runtime/value/operators.h"

namespace fora::tier {

struct CompileRequest {
  std::shared_ptr<void> keep;  // the program that the rest points into
  const ir::Module* module;
  CodeTable* table;
  EntryPoint* point;
  Code* code;
  std::optional<Reducer>
      fold;  // a fold rather than a function: entry_types are the iterator and, for sums, the start
};

class CompileQueue {
 public:
  CompileQueue(const std::string& cache_dir, codegen::Exits exits);
  ~CompileQueue();  // drops what is still queued
  void Push(CompileRequest request);
  codegen::Jit* jit() { return jit_.get(); }

 private:
  void ThreadMain();
  void Compile(const CompileRequest& request);

  std::unique_ptr<codegen::Jit> jit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<CompileRequest> requests_;
  bool stopping_ = false;
  std::thread thread_;
};

// The stages from types to typed FIR that is ready for code generation; what `fora dump` prints too.
absl::StatusOr<ir::TypedModule> Specialize(const ir::Module& module, std::shared_ptr<ir::TypeTable> types,
                                           const ir::Function& function, ir::BlockId block,
                                           std::vector<ir::ValueId> entry_values,
                                           std::vector<const ir::Type*> entry_types);

}  // namespace fora::tier
