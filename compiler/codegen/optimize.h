// From LLVM IR to an object file in memory.
#pragma once

#include <memory>
#include <string>

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

absl::StatusOr<std::unique_ptr<llvm::TargetMachine>> MakeTargetMachine(const Host& host);

struct ObjectCode {
  std::string object;
  std::string ir;  // optimised IR and assembly, if asked for
  std::string assembly;
};

// Runs the O2 pipeline on the module.
absl::StatusOr<ObjectCode> Optimize(llvm::Module& module, const Host& host, bool keep_text);

}  // namespace fora::codegen
