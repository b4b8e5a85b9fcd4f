// From LLVM IR to an object file in memory.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"

namespace fora::codegen {

// The machine that this process runs on: every feature is used, but no operation is contracted.
struct Host {
  std::string triple, cpu, features;
  bool has_fma = false;
};
Host DetectHost();
Host GenericHost();  // the least machine of the same architecture

// What LLVM knows of a host. Making it takes as long as compiling a small function, so it is kept for the
// next module; one at a time uses it. Thread safety: every method may be called from any thread.
class TargetMachines {
 public:
  explicit TargetMachines(Host host) : host_(std::move(host)) {}
  const Host& host() const { return host_; }
  absl::StatusOr<std::unique_ptr<llvm::TargetMachine>> Take();
  void PutBack(std::unique_ptr<llvm::TargetMachine> machine);

 private:
  const Host host_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<llvm::TargetMachine>> unused_;
};

struct ObjectCode {
  std::string object;
  std::string ir;  // optimised IR and assembly, if asked for
  std::string assembly;
};

// Runs the O2 pipeline on the module.
absl::StatusOr<ObjectCode> Optimize(llvm::Module& module, TargetMachines& machines, bool keep_text);

}  // namespace fora::codegen
