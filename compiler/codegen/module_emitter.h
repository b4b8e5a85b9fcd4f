// The whole of a typed module as one LLVM module.
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "compiler/codegen/emit_options.h"
#include "compiler/codegen/plan.h"
#include "llvm/IR/Module.h"

namespace fora::codegen {

// Symbols of a linked object.
std::string EntryName(uint32_t function);         // abi::Entry
std::string ReleaseFoldName(uint32_t fold);       // FoldSite::release_environment
std::string ReleaseArgumentsName(uint32_t fork);  // ForkSite::release_arguments
std::string ReleaseResultName(uint32_t fork);     // ForkSite::release_result

// Errors: Unimplemented names the construct that can't be compiled.
absl::StatusOr<std::unique_ptr<llvm::Module>> EmitModule(const ir::TypedModule& typed, const ModulePlan& plan,
                                                         const EmitOptions& options,
                                                         llvm::LLVMContext& context);

}  // namespace fora::codegen
