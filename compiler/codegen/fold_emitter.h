// FoldEmitter: the body of a fold, abi::FoldBody, as a loop over indices.
//
// No polls inside: whoever calls the body does so in blocks. Lists of numbers are read by a loop of their own
// when they have the expected schema, so that no element costs a test.
#pragma once

#include <functional>

#include "compiler/codegen/value_emitter.h"

namespace fora::codegen {

enum class FoldVariant : uint8_t { kFold, kCompensated, kMap, kMapAndFold, kMapAndFoldCompensated };

// The variants that the fold has.
std::vector<FoldVariant> VariantsOf(const FoldPlan& fold);
std::string FoldBodyName(uint32_t fold, FoldVariant variant);
// Declares it on first use.
llvm::Function* FoldBody(ModuleContext& module, uint32_t fold, FoldVariant variant);

class FoldEmitter : public ValueEmitter {
 public:
  // function: declared with abi::FoldBody's signature.
  FoldEmitter(ModuleContext& module, uint32_t fold, FoldVariant variant, llvm::Function* function);
  absl::Status Run();

 private:
  using Continue = std::function<void(const Leaves& element, const ir::Type* type)>;

  // A register of the accumulator: an alloca that the optimiser promotes. Made when it is first needed.
  struct Register {
    llvm::AllocaInst* memory = nullptr;
    llvm::Type* type = nullptr;
    unsigned offset = 0;
  };
  enum Field : uint8_t { kLow, kHigh, kReal, kCompensation, kAnyField, kOut, kIn, kFieldCount };

  Register& At(Field field);
  void StoreRegisters();
  llvm::Value* Read(Field field);
  void Write(Field field, llvm::Value* value);
  // Ints are added in two halves, which can't overflow in a block of indices and which LLVM vectorises.
  void FinishIntSum();

  void EmitLoops();
  void EmitLoop(bool fast);
  void EmitElement(const ir::Type* iterable, const Leaves& leaves, llvm::Value* index, size_t level,
                   llvm::BasicBlock* next, const Continue& then);
  void EmitInner(const ir::Type* inner, const Leaves& leaves, size_t level, llvm::BasicBlock* next);
  void Reduce(const Leaves& element, const ir::Type* type, llvm::BasicBlock* next);
  void ReduceFloat(llvm::Value* x);
  void AddFloat(llvm::Value* x);
  // Reduces the next elements that were kept earlier, if the variant does that.
  void ReduceKept();
  void ReduceMinMax(llvm::Value* x);
  void Collect(llvm::ArrayRef<llvm::Value*> words, uint32_t bytes);
  // Ends the body: drops what is held, goes where the registers are written back.
  void Leave(llvm::Value* status);
  // An element is not of the expected type: the fold has to be run generically.
  llvm::BasicBlock* Misfit();
  llvm::Value* AllListsFast(const ir::Type* type, const Leaves& leaves);

  const FoldPlan& plan_;
  const FoldVariant variant_;
  llvm::Value *environment_, *lo_, *hi_, *accumulator_, *failed_at_;
  llvm::PHINode* left_status_ = nullptr;  // in the one block that returns
  llvm::Value* index_ = nullptr;          // of the outermost loop
  bool fast_ = false;
  bool inside_flat_ = false;
  Register registers_[kFieldCount];
  std::vector<std::pair<const ir::Type*, Leaves>> held_;  // inner iterables of flattened generators
};

}  // namespace fora::codegen
