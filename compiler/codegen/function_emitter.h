// FunctionEmitter: one typed FIR function as an LLVM function.
//
// The function takes the context and the leaves of its parameters and returns the leaves of its result and a
// status. An operator that can't go on branches to an exit block, which is cold and shared by all exits with
// the same frame state and the same values to hand over; it hands these to fora_exit, and returns what the
// interpreter came to. An exit is one call in the IR, because there are many, and every pass reads them.
#pragma once

#include <map>

#include "compiler/codegen/ownership.h"
#include "compiler/codegen/value_emitter.h"
#include "compiler/ir/dominators.h"

namespace fora::codegen {

class FunctionEmitter : public ValueEmitter {
 public:
  FunctionEmitter(ModuleContext& module, uint32_t index);
  absl::Status Run();

 private:
  // A fork whose join has not come yet. One that isn't marked is a plain call at the place of its join.
  struct OpenFork {
    ir::ValueId token;
    llvm::Value* worth;  // i1: it may be marked
    llvm::Value* record;
    Leaves arguments;  // as the callee takes them
    std::vector<const ir::Type*> argument_types;
  };

  // What tells exit blocks apart.
  struct ExitKey {
    uint32_t frame_state;
    std::vector<ir::ValueId> owned;
    std::vector<ir::ValueId> open_forks;
    bool raises;  // the interpreter will raise, and nobody in this function handles it
    auto operator<=>(const ExitKey&) const = default;
  };
  struct PendingExit {
    ExitKey key;
    llvm::BasicBlock* block;
    llvm::Value* reason;               // i32; null: kBefore
    std::vector<ir::ValueId> used_up;  // gone with the call that this exit follows: stored as zeros
    std::vector<OpenFork> forks;
  };

  // ---- function_emitter.cc ----
  void EmitEntry();
  void FindIndexedTuples();
  void StoreIndexedTuple(ir::ValueId id);
  void EmitBlock(ir::BlockId block);
  void EmitInstruction(const ir::Instruction& instruction);
  void EmitTerminator(ir::BlockId block, const ir::Terminator& terminator);
  void EmitEdge(ir::BlockId block, const ir::Edge& edge, const EdgeCounting& counting, const Counting& at);
  void EmitPoll(ir::BlockId block, const Counting& at);
  // The frame state of the last operator before the end of the block that has one, on the way to it.
  std::optional<uint32_t> LastFrameState(ir::BlockId block) const;
  void EmitRandomExit();
  void EmitPendingExits();
  void EmitExit(const PendingExit& exit);
  void EmitReturn(const Leaves& leaves, llvm::Value* status);
  void DiscardForks(const std::vector<OpenFork>& forks);
  void ReleaseAll(const std::vector<ir::ValueId>& values);
  void ReleaseAllBut(const std::vector<ir::ValueId>& values, const std::vector<ir::ValueId>& but);
  // Where the current operator goes when it can't go on. Fails if it has no frame state.
  llvm::BasicBlock* Exit();
  bool Raises() const;
  // After a call or the like: leaves unless the status is kOk.
  void CheckStatus(llvm::Value* status);
  // What an operator takes away from the frame before it runs, and what the frame owns while it does.
  static std::vector<ir::ValueId> Gone(const Counting& counting);
  static std::vector<ir::ValueId> OwnedAfter(const Counting& counting);
  bool HasHandler(uint32_t frame_state) const;
  llvm::Value* ExitSiteRow(uint32_t frame_state);

  const ir::Type* TypeOf(ir::ValueId id) const { return f_.values[id.value()].type; }
  const Leaves& Get(ir::ValueId id) const { return values_[id.value()]; }
  llvm::Value* One(ir::ValueId id) const;
  llvm::Value* Operand(size_t i) const { return One(current_->operands[i]); }
  const ir::Type* OperandType(size_t i) const { return TypeOf(current_->operands[i]); }
  const ir::Type* ResultType() const { return TypeOf(*current_->result); }
  void Set(const Leaves& leaves);
  void Set(llvm::Value* leaf) { Set(Leaves{leaf}); }

  // ---- emit_scalar.cc ----
  void EmitIntArithmetic();
  void EmitIntDivision();
  void EmitIntShift();
  void EmitIntPower();
  void EmitIntTrueDivision();
  void EmitCompare();
  void EmitIntFloatCompare();
  void EmitFloatArithmetic();
  void EmitFloatPower(llvm::Value* x, llvm::Value* y);
  llvm::Value* EasyPower(llvm::Value* x, llvm::Value* y, llvm::BasicBlock* hard);
  void EmitFloatToInt(llvm::Value* whole);
  void EmitMath();
  void EmitLogic();

  // ---- emit_data.cc ----
  void EmitConstant();
  void EmitAggregate();
  void EmitExtract();
  void EmitInsert();
  void EmitTupleIndex();
  void EmitUnion();
  void EmitBoxing();
  void EmitRange();
  void EmitSequence();
  void EmitListMake();
  void EmitListUpdate();
  void LeaveUnlessUnique(llvm::Value* list);
  // The list in a list, whose only reference that is; leaves if it is none.
  llvm::Value* InnerList(llvm::Value* list, llvm::Value* index);
  void EmitListErase(llvm::Value* list, llvm::Value* index, llvm::Value* size);
  void EmitStr();
  // A Python index made an offset from the start; leaves if it is out of range.
  llvm::Value* CheckedIndex(llvm::Value* index, llvm::Value* length);
  void EmitRuntime();

  // ---- emit_parallel.cc ----
  void EmitCall();
  void EmitTailCall(const ir::Terminator& terminator, const Counting& counts);
  void EmitFork();
  void EmitJoin();
  void EmitFold();
  struct FoldCall {
    llvm::Value *environment, *length, *start, *result;  // as fora_fold takes them
  };
  void EmitBriefFold(uint32_t index, const FoldCall& call, llvm::BasicBlock* otherwise,
                     llvm::BasicBlock* done);
  void EmitFoldResult(abi::FoldKind kind, llvm::Value* accumulator, const FoldCall& call,
                      llvm::BasicBlock* otherwise);

  const uint32_t index_;
  const ir::Function& f_;
  const ir::Dominators dominators_;
  const Ownership ownership_;
  std::vector<Leaves> values_;
  std::vector<llvm::BasicBlock*> starts_;          // by block; null if unreachable
  std::vector<std::vector<llvm::PHINode*>> phis_;  // by block: the leaves of its parameters
  std::vector<uint32_t> order_;                    // by block: position in reverse postorder
  // By value: where a tuple lies, from its definition on, that is indexed by what only the run knows; else
  // null.
  std::vector<llvm::AllocaInst*> indexed_;
  const ir::Instruction* current_ = nullptr;
  const Counting* counting_ = nullptr;
  Place place_{};
  std::optional<uint32_t> frame_state_;  // of the current operator
  std::vector<OpenFork> forks_;          // outermost first
  std::map<ExitKey, llvm::BasicBlock*> exits_;
  std::vector<PendingExit> pending_;
  // Where all exits go on whose result may be used.
  llvm::BasicBlock* left_ = nullptr;
  llvm::PHINode* left_status_ = nullptr;
  // The one way out: leaves and status meet one by one, because LLVM does not see through aggregates that
  // meet.
  llvm::BasicBlock* return_block_ = nullptr;
  std::vector<llvm::PHINode*> return_phis_;
};

}  // namespace fora::codegen
