// Calls and forks.
#include <algorithm>

#include "compiler/codegen/fork_marks.h"
#include "compiler/codegen/function_emitter.h"
#include "compiler/codegen/layout.h"
#include "compiler/codegen/sources.h"
#include "compiler/ir/boxing.h"
#include "compiler/ir/print.h"

namespace fora::codegen {

using ir::Type;
using ir::TypeKind;
using ir::ValueId;

void FunctionEmitter::EmitCall() {
  const auto callee = static_cast<size_t>(current_->index);
  if (callee >= m.functions.size()) return Fail("no such function: " + Print(f_, *current_));
  Leaves arguments;
  for (ValueId id : current_->operands) arguments.append(Get(id).begin(), Get(id).end());
  CallResult call = CallFunction(static_cast<uint32_t>(callee), arguments);
  CheckStatus(call.status);
  Set(call.leaves);
}

void FunctionEmitter::EmitTailCall(const ir::Terminator& terminator, const Counting& counts) {
  const auto callee = static_cast<size_t>(terminator.index);
  if (callee >= m.functions.size() || m.functions[callee]->getReturnType() != function->getReturnType()) {
    return Fail("a tail call of a function with another result: " + f_.qualname_);
  }
  Leaves arguments;
  for (ValueId id : terminator.operands) arguments.append(Get(id).begin(), Get(id).end());
  for (ValueId id : counts.retains) Retain(TypeOf(id), Get(id));
  CallResult call = CallFunction(static_cast<uint32_t>(callee), arguments);
  ReleaseAll(counts.releases);
  EmitReturn(call.leaves, call.status);
}

// The record, with the arguments behind it, stands in this frame until the join, which reads the registers
// unless someone took it.
void FunctionEmitter::EmitFork() {
  const auto callee = static_cast<uint32_t>(current_->index);
  if (callee >= m.functions.size()) return Fail("no such function: " + Print(f_, *current_));
  OpenFork fork{*current_->result, Operand(0), nullptr, {}, {}};
  for (size_t i = 1; i < current_->operands.size(); ++i) {
    const ValueId id = current_->operands[i];
    fork.arguments.append(Get(id).begin(), Get(id).end());
    fork.argument_types.push_back(TypeOf(id));
  }
  fork.record = Alloca(sizeof(abi::ForkRecord) / 8 + static_cast<uint32_t>(fork.arguments.size()));
  MarkFork(b, fora_context, fork.record, fork.worth,
           m.calls.TableRow(b, kForkSites, m.plan.fork_at.at(place_), sizeof(abi::ForkSite)), fork.arguments);
  forks_.push_back(fork);
  Counting at;
  at.owned = OwnedAfter(*counting_);
  llvm::BasicBlock *poll = NewBlock("fork.poll"), *on = NewBlock("forked");
  b.CreateCondBr(fork.worth, poll, on);
  b.SetInsertPoint(poll);
  EmitPoll(ir::BlockId(place_.block), at);
  b.CreateBr(on);
  b.SetInsertPoint(on);
  Set(ZeroLeaves(b, ResultType()));
}

void FunctionEmitter::EmitJoin() {
  if (static_cast<size_t>(current_->index) >= m.functions.size())
    return Fail("no such function: " + Print(f_, *current_));
  auto fork_at = std::find_if(forks_.begin(), forks_.end(),
                              [&](const OpenFork& f) { return f.token == current_->operands[0]; });
  if (fork_at == forks_.end())
    return Fail("a join without its fork in the same block: " + Print(f_, *current_));
  const OpenFork fork = *fork_at;
  llvm::BasicBlock *worth = NewBlock("join.worth"), *marked = NewBlock("join.marked"),
                   *here = NewBlock("join.here"), *there = NewBlock("join.there"), *done = NewBlock("joined");
  llvm::Value* state = ForkState(b, fork.record);
  b.CreateCondBr(fork.worth, worth, here);
  b.SetInsertPoint(worth);
  b.CreateCondBr(IsMarked(b, state), marked, here);
  b.SetInsertPoint(marked);
  // Unlink: from the context, or from the marked fork that was made after this one.
  llvm::Value* link = ContextField(layout::kContextLatent);
  for (auto later = forks_.end(); --later != fork_at;)
    link = b.CreateSelect(b.CreateLogicalAnd(later->worth, IsMarked(b, ForkStateMeanwhile(b, later->record))),
                          later->record, link);
  b.CreateStore(b.CreateLoad(b.getPtrTy(), fork.record), link);
  forks_.erase(fork_at);
  Branch(b.CreateICmpEQ(state, I32(static_cast<uint32_t>(abi::ForkState::kFree))), here, there);

  b.SetInsertPoint(there);
  const Type* type = ResultType();
  llvm::Value* far_status =
      m.calls.Call(b, "fora_join", b.getInt32Ty(),
                   {fora_context, fork.record, ContextField(layout::kContextResult)}, CallKind::kCold);
  Leaves far = LoadResult(type);
  b.CreateBr(done);

  b.SetInsertPoint(here);
  const auto callee = static_cast<uint32_t>(current_->index);
  CallResult near = CallFunction(callee, fork.arguments);
  size_t first = 0;
  for (size_t i = 0; i < fork.argument_types.size(); ++i) {
    const Type* argument = fork.argument_types[i];
    Leaves leaves(fork.arguments.begin() + first, fork.arguments.begin() + first + argument->slots);
    if (m.convention.borrowed[callee][i]) Release(argument, leaves);
    first += argument->slots;
  }
  llvm::BasicBlock* here_end = b.GetInsertBlock();
  b.CreateBr(done);

  b.SetInsertPoint(done);
  auto either = [&](llvm::Value* a, llvm::Value* c) {
    llvm::PHINode* phi = b.CreatePHI(a->getType(), 2);
    phi->addIncoming(a, here_end);
    phi->addIncoming(c, there);
    return phi;
  };
  Leaves result;
  if (near.leaves.size() != far.size()) return Fail("a join of another type: " + Print(f_, *current_));
  for (size_t i = 0; i < far.size(); ++i) {
    if (near.leaves[i]->getType() != far[i]->getType())
      return Fail("a join of another type: " + Print(f_, *current_));
    result.push_back(either(near.leaves[i], far[i]));
  }
  CheckStatus(either(near.status, far_status));
  Set(result);
}

// On ways out between a fork and its join, innermost first.
void FunctionEmitter::DiscardForks(const std::vector<OpenFork>& forks) {
  for (size_t n = forks.size(); n-- > 0;) {
    const OpenFork& fork = forks[n];
    llvm::BasicBlock *marked = NewBlock("discard.marked"), *drop = NewBlock("discard.drop"),
                     *on = NewBlock("discarded");
    llvm::Value* state = ForkState(b, fork.record);
    b.CreateCondBr(b.CreateLogicalAnd(fork.worth, IsMarked(b, state)), marked, drop);
    b.SetInsertPoint(marked);
    m.calls.Call(b, "fora_discard", b.getVoidTy(), {fora_context, fork.record}, CallKind::kCold);
    b.CreateCondBr(b.CreateICmpEQ(state, I32(static_cast<uint32_t>(abi::ForkState::kFree))), drop, on);
    b.SetInsertPoint(drop);
    size_t first = 0;
    for (const Type* type : fork.argument_types) {
      Release(type, Leaves(fork.arguments.begin() + first, fork.arguments.begin() + first + type->slots));
      first += type->slots;
    }
    b.CreateBr(on);
    b.SetInsertPoint(on);
  }
}

}  // namespace fora::codegen
