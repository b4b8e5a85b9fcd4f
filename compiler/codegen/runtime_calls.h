// RuntimeCalls: declarations, in one LLVM module, of what compiled code calls and of the tables that it
// reads.
#pragma once

#include <string_view>

#include "compiler/codegen/leaves.h"
#include "llvm/IR/Module.h"

namespace fora::codegen {

// Tables that a linked module brings along: external symbols of the object.
inline constexpr const char* kExitSites = "fora_exit_sites";          // abi::ExitSite[]
inline constexpr const char* kFoldSites = "fora_fold_sites";          // abi::FoldSite[]
inline constexpr const char* kForkSites = "fora_fork_sites";          // abi::ForkSite[]
inline constexpr const char* kConstantSlots = "fora_constant_slots";  // uint64_t[]
inline constexpr const char* kTypes = "fora_types";                   // const ir::Type*[]

// How a function of the runtime behaves, as far as the optimiser may know.
enum class CallKind : uint8_t {
  kCold,        // off the fast path
  kOrdinary,    // reads and writes memory
  kReading,     // only reads memory: may be moved and merged between writes
  kArithmetic,  // depends on its arguments alone
};

class RuntimeCalls {
 public:
  explicit RuntimeCalls(llvm::Module& module) : module_(module) {}

  // Declares `name` on first use. The signature is that of the arguments.
  llvm::CallInst* Call(Builder& b, std::string_view name, llvm::Type* result,
                       llvm::ArrayRef<llvm::Value*> arguments, CallKind kind);
  // The same for a function that takes slots behind its parameters.
  llvm::CallInst* CallWithSlots(Builder& b, std::string_view name, llvm::Type* result,
                                llvm::ArrayRef<llvm::Value*> parameters, const Leaves& slots, CallKind kind);
  // The address of row `index` of a table whose rows have `row_bytes`.
  llvm::Value* TableRow(Builder& b, const char* table, uint64_t index, uint64_t row_bytes);

 private:
  llvm::CallInst* Call(Builder& b, std::string_view name, llvm::FunctionType* type,
                       llvm::ArrayRef<llvm::Value*> arguments, CallKind kind);

  llvm::Module& module_;
};

}  // namespace fora::codegen
