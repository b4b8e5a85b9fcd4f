#include "compiler/codegen/function_emitter.h"

#include <algorithm>

#include "compiler/codegen/layout.h"
#include "compiler/codegen/polls.h"
#include "compiler/codegen/sources.h"
#include "compiler/ir/boxing.h"
#include "compiler/ir/print.h"
#include "llvm/IR/MDBuilder.h"
#include "runtime/base/check.h"

namespace fora::codegen {

using ir::Op;
using ir::Type;
using ir::ValueId;

FunctionEmitter::FunctionEmitter(ModuleContext& module, uint32_t index)
    : ValueEmitter(module, module.functions[index]),
      index_(index),
      f_(*module.typed.functions[index]),
      dominators_(f_),
      ownership_(PlaceCounts(f_, index, module.convention)),
      values_(f_.values.size()),
      starts_(f_.blocks.size()),
      phis_(f_.blocks.size()),
      order_(f_.blocks.size()),
      indexed_(f_.values.size()) {}

absl::Status FunctionEmitter::Run() {
  EmitEntry();
  for (ir::BlockId block : dominators_.reverse_postorder()) {
    EmitBlock(block);
    if (!status().ok()) return status();
  }
  EmitPendingExits();
  return status();
}

void FunctionEmitter::EmitEntry() {
  llvm::BasicBlock* entry = NewBlock("entry");
  b.SetInsertPoint(entry);
  // Branch away at once, so that later allocas stand at the beginning of a block that only falls through.
  llvm::BasicBlock* begin = NewBlock("begin");
  b.CreateBr(begin);
  uint32_t position = 0;
  for (ir::BlockId block : dominators_.reverse_postorder()) {
    starts_[block.value()] = NewBlock(("b" + std::to_string(block.value())).c_str());
    order_[block.value()] = position++;
    b.SetInsertPoint(starts_[block.value()]);
    for (ValueId id : f_.blocks[block.value()].parameters) {
      for (Leaf leaf : LeavesOf(TypeOf(id))) {
        llvm::PHINode* phi = b.CreatePHI(RegisterType(leaf, context()), 2);
        phis_[block.value()].push_back(phi);
        values_[id.value()].push_back(phi);
      }
    }
  }
  b.SetInsertPoint(begin);
  FindIndexedTuples();
  if (m.plan.recursive[index_] && !f_.frame_states.empty() && !f_.inlined) {
    // The check stands before everything else, with the parameters as they came.
    auto* name = llvm::MDNode::get(context(), llvm::MDString::get(context(), "rsp"));
    llvm::Value* here = b.CreateIntrinsic(llvm::Intrinsic::read_register, {b.getInt64Ty()},
                                          {llvm::MetadataAsValue::get(context(), name)});
    llvm::Value* limit = b.CreateLoad(b.getInt64Ty(), ContextField(layout::kContextStackLimit));
    llvm::BasicBlock* deep = NewBlock("deep");
    LeaveIf(b.CreateICmpULT(here, limit), deep);
    llvm::BasicBlock* next = b.GetInsertBlock();
    std::vector<ValueId> owned;
    for (size_t i = 0; i < f_.blocks[0].parameters.size(); ++i) {
      ValueId id = f_.blocks[0].parameters[i];
      if (ir::IsCounted(TypeOf(id)) && !m.convention.borrowed[index_][i]) owned.push_back(id);
    }
    // Only parameters are live here; the exit block reads them from the arguments.
    std::vector<Leaves> saved = values_;
    uint32_t argument = 1;
    for (ValueId id : f_.blocks[0].parameters) {
      for (llvm::Value*& leaf : values_[id.value()]) leaf = function->getArg(argument++);
    }
    EmitExit({{0, owned, {}, false}, deep, nullptr, {}, {}});
    values_ = std::move(saved);
    b.SetInsertPoint(next);
  }
  for (size_t i = 0; i < phis_[0].size(); ++i)
    phis_[0][i]->addIncoming(function->getArg(static_cast<unsigned>(i + 1)), b.GetInsertBlock());
  b.CreateBr(starts_[0]);
}

void FunctionEmitter::FindIndexedTuples() {
  for (ir::BlockId block : dominators_.reverse_postorder()) {
    for (const ir::Instruction& i : f_.blocks[block.value()].instructions) {
      if (i.op != Op::kTupleIndex || !i.result) continue;
      llvm::AllocaInst*& memory = indexed_[i.operands[0].value()];
      const Type* tuple = TypeOf(i.operands[0]);
      if (memory == nullptr && IsUniform(tuple, TypeOf(*i.result))) memory = Alloca(tuple->slots);
    }
  }
}

// Once, where it is defined, and not at each index: that may be in a loop.
void FunctionEmitter::StoreIndexedTuple(ValueId id) {
  if (indexed_[id.value()] != nullptr) StoreSlots(b, Get(id), indexed_[id.value()]);
}

void FunctionEmitter::EmitBlock(ir::BlockId id) {
  const ir::Block& block = f_.blocks[id.value()];
  const BlockCounting& counts = ownership_.blocks[id.value()];
  if (block.unwind) Fail("an unwind edge in typed code: " + f_.qualname_);
  b.SetInsertPoint(starts_[id.value()]);
  for (ValueId parameter : block.parameters) StoreIndexedTuple(parameter);
  ReleaseAll(counts.releases_at_entry);
  for (uint32_t i = 0; i < block.instructions.size() && status().ok(); ++i) {
    current_ = &block.instructions[i];
    counting_ = &counts.instructions[i];
    place_ = {index_, id.value(), i};
    frame_state_ = current_->frame_state;
    if (m.options.random_exits && frame_state_) EmitRandomExit();
    EmitInstruction(*current_);
    if (!status().ok()) return;
    if (current_->result) StoreIndexedTuple(*current_->result);
    ReleaseAll(counting_->releases);
  }
  current_ = nullptr;
  counting_ = &counts.terminator;
  frame_state_ = block.terminator.frame_state;
  if (!forks_.empty()) Fail("a fork without its join in the same block: " + f_.qualname_);
  if (status().ok()) EmitTerminator(id, block.terminator);
}

llvm::Value* FunctionEmitter::One(ValueId id) const {
  const Leaves& leaves = values_[id.value()];
  FORA_CHECK(leaves.size() == 1) << f_.qualname_ << ": %" << id.value() << " of " << ToString(TypeOf(id));
  return leaves[0];
}

void FunctionEmitter::Set(const Leaves& leaves) {
  if (!current_->result) return;
  const std::vector<Leaf> expected = LeavesOf(ResultType());
  bool same = expected.size() == leaves.size();
  for (size_t i = 0; same && i < leaves.size(); ++i)
    same = leaves[i]->getType() == RegisterType(expected[i], context());
  if (!same) {
    Fail("a result of another type: " + Print(f_, *current_));
    return;
  }
  values_[current_->result->value()] = leaves;
}

void FunctionEmitter::EmitInstruction(const ir::Instruction& instruction) {
  // Operands with leaves of another number than the operator expects would break the emitters below.
  for (ValueId id : instruction.operands) {
    if (values_[id.value()].size() != TypeOf(id)->slots)
      return Fail("an operand that was not compiled: " + Print(f_, instruction));
  }
  const ir::OpInfo& info = Info(instruction.op);
  if (info.operands >= 0 && instruction.operands.size() != static_cast<size_t>(info.operands))
    return Fail("operands: " + Print(f_, instruction));
  // Consumed operands that live on get their own reference first; operators that may exit before consuming do
  // this later.
  static constexpr Op kChecksFirst[] = {Op::kListAppend,   Op::kListSet,    Op::kListErase, Op::kListStoreAt,
                                        Op::kListAppendAt, Op::kListConcat, Op::kStrConcat, Op::kUnbox};
  const bool checks_first =
      std::find(std::begin(kChecksFirst), std::end(kChecksFirst), instruction.op) != std::end(kChecksFirst);
  auto retain = [&] {
    for (ValueId id : counting_->retains) Retain(TypeOf(id), Get(id));
  };
  if (!checks_first) retain();
  ReleaseAll(counting_->dropped);
  switch (instruction.op) {
    case Op::kConstant:
    case Op::kGlobal: return EmitConstant();
    case Op::kUnboundValue:
    case Op::kSkip:
    case Op::kUndefined: return Set(ZeroLeaves(b, ResultType()));
    case Op::kIntAdd:
    case Op::kIntSub:
    case Op::kIntMul:
    case Op::kIntNeg:
    case Op::kIntAbs:
    case Op::kIntAnd:
    case Op::kIntOr:
    case Op::kIntXor:
    case Op::kIntInvert:
    case Op::kIntToFloat: return EmitIntArithmetic();
    case Op::kIntFloorDiv:
    case Op::kIntMod: return EmitIntDivision();
    case Op::kIntTrueDiv: return EmitIntTrueDivision();
    case Op::kIntPow: return EmitIntPower();
    case Op::kIntShl:
    case Op::kIntShr: return EmitIntShift();
    case Op::kIntCompare:
    case Op::kFloatCompare:
    case Op::kBoolCompare: return EmitCompare();
    case Op::kIntFloatCompare: return EmitIntFloatCompare();
    case Op::kFloatAdd:
    case Op::kFloatSub:
    case Op::kFloatMul:
    case Op::kFloatTrueDiv:
    case Op::kFloatFloorDiv:
    case Op::kFloatMod:
    case Op::kFloatPow:
    case Op::kFloatNeg:
    case Op::kFloatAbs: return EmitFloatArithmetic();
    case Op::kFloatToInt:
    case Op::kFloatRound:
    case Op::kMathUnary:
    case Op::kMathBinary:
    case Op::kMathToInt: return EmitMath();
    case Op::kBoolToInt:
    case Op::kBoolNot:
    case Op::kBoolAnd:
    case Op::kBoolOr: return EmitLogic();
    case Op::kMakeTuple:
    case Op::kMakeInstance:
    case Op::kMakeFunction:
    case Op::kMakeBound: return EmitAggregate();
    case Op::kExtract: return EmitExtract();
    case Op::kInsert: return EmitInsert();
    case Op::kTupleIndex: return EmitTupleIndex();
    case Op::kMakeUnion:
    case Op::kNarrow:
    case Op::kIsMember: return EmitUnion();
    case Op::kRetype: return Set(Get(instruction.operands[0]));
    case Op::kBox:
    case Op::kUnbox: return EmitBoxing();
    case Op::kMakeRange:
    case Op::kRangeLen:
    case Op::kRangeItem: return EmitRange();
    case Op::kSeqLen:
    case Op::kListItem:
    case Op::kSourceLen:
    case Op::kSourceItem: return EmitSequence();
    case Op::kListMake: return EmitListMake();
    case Op::kListAppend:
    case Op::kListSet:
    case Op::kListErase:
    case Op::kListStoreAt:
    case Op::kListAppendAt: return EmitListUpdate();
    case Op::kListConcat:
    case Op::kStrConcat:
    case Op::kStrItem:
    case Op::kStrCompare: return EmitStr();
    case Op::kRuntime: return EmitRuntime();
    case Op::kCallDirect: return EmitCall();
    case Op::kFold: return EmitFold();
    case Op::kFork: return EmitFork();
    case Op::kJoin: return EmitJoin();
    case Op::kCheckBound:
    case Op::kNameError:
    case Op::kUnsupported:
    case Op::kBinary:
    case Op::kInplace:
    case Op::kUnary:
    case Op::kCompare:
    case Op::kTruth:
    case Op::kIsList:
    case Op::kCall:
    case Op::kGetAttr:
    case Op::kSetAttr:
    case Op::kGetItem:
    case Op::kSetItem:
    case Op::kMethodUpdate:
    case Op::kPopped:
    case Op::kStoreAt:
    case Op::kUpdateAt:
    case Op::kSlice:
    case Op::kTuple:
    case Op::kList:
    case Op::kListExtend:
    case Op::kListToTuple:
    case Op::kUnpack:
    case Op::kTupleItem:
    case Op::kFunction:
    case Op::kGenerator:
    case Op::kCollect:
    case Op::kClass:
    case Op::kSuper:
    case Op::kFormat:
    case Op::kJoinStr:
    case Op::kMakeCell:
    case Op::kGetCell:
    case Op::kSetCell:
    case Op::kIter:
    case Op::kExcMatch:
    case Op::kInitBase: return Fail("a generic operator in typed code: " + Print(f_, instruction));
  }
}

// ---- Control flow ----

void FunctionEmitter::EmitTerminator(ir::BlockId block, const ir::Terminator& t) {
  const BlockCounting& counts = ownership_.blocks[block.value()];
  switch (t.kind) {
    case ir::TerminatorKind::kJump: return EmitEdge(block, t.edges[0], counts.edges[0], counts.terminator);
    case ir::TerminatorKind::kBranch: {
      llvm::BasicBlock *yes = NewBlock("yes"), *no = NewBlock("no");
      b.CreateCondBr(One(t.operands[0]), yes, no);
      b.SetInsertPoint(yes);
      EmitEdge(block, t.edges[0], counts.edges[0], counts.terminator);
      b.SetInsertPoint(no);
      return EmitEdge(block, t.edges[1], counts.edges[1], counts.terminator);
    }
    case ir::TerminatorKind::kReturn:
      ReleaseAll(counts.terminator.releases);
      return EmitReturn(Get(t.operands[0]), I32(0));
    case ir::TerminatorKind::kTailCall: return EmitTailCall(t, counts.terminator);
    case ir::TerminatorKind::kRaise:
    case ir::TerminatorKind::kExit: b.CreateBr(Exit()); return;
    case ir::TerminatorKind::kUnreachable:
      b.CreateIntrinsic(llvm::Intrinsic::trap, {}, {});
      b.CreateUnreachable();
      return;
    case ir::TerminatorKind::kNext: break;
  }
  Fail("'next' in typed code: " + f_.qualname_);
}

void FunctionEmitter::EmitEdge(ir::BlockId block, const ir::Edge& edge, const EdgeCounting& counting,
                               const Counting& at) {
  if (order_[edge.target.value()] <= order_[block.value()]) EmitPoll(block, at);
  for (ValueId id : counting.retains) Retain(TypeOf(id), Get(id));
  ReleaseAll(counting.releases);
  const std::vector<llvm::PHINode*>& phis = phis_[edge.target.value()];
  size_t next = 0;
  for (ValueId id : edge.arguments) {
    for (llvm::Value* leaf : Get(id)) {
      if (next >= phis.size() || phis[next]->getType() != leaf->getType())
        return Fail("an edge with arguments of other types: " + f_.qualname_);
      phis[next++]->addIncoming(leaf, b.GetInsertBlock());
    }
  }
  if (next != phis.size()) Fail("an edge with too few arguments: " + f_.qualname_);
  b.CreateBr(starts_[edge.target.value()]);
}

std::optional<uint32_t> FunctionEmitter::LastFrameState(ir::BlockId block) const {
  const std::vector<ir::BlockId>& order = dominators_.reverse_postorder();
  for (size_t i = order_[block.value()] + 1; i-- > 0;) {
    if (!dominators_.Dominates(order[i], block)) continue;
    const std::vector<ir::Instruction>& instructions = f_.blocks[order[i].value()].instructions;
    for (size_t k = instructions.size(); k-- > 0;) {
      if (instructions[k].frame_state) return instructions[k].frame_state;
    }
  }
  return std::nullopt;
}

void FunctionEmitter::EmitPoll(ir::BlockId block, const Counting& at) {
  if (m.typed.sequential) return;
  llvm::Value* word = PollWord(b, fora_context);
  llvm::BasicBlock *asked = NewBlock("asked"), *stopped = NewBlock("stopped"), *on = NewBlock("polled");
  Branch(b.CreateICmpEQ(word, I32(0)), on, asked);
  b.SetInsertPoint(asked);
  llvm::Value* answer = m.calls.Call(b, "fora_poll", b.getInt32Ty(), {fora_context}, CallKind::kCold);
  Branch(b.CreateICmpEQ(answer, I32(0)), on, stopped);
  b.SetInsertPoint(stopped);
  // What is discarded in an exit is discarded there.
  const bool is_handled = frame_state_ && HasHandler(*frame_state_);
  if (!is_handled) DiscardForks(forks_);
  if (const std::optional<uint32_t> state = LastFrameState(block))
    m.calls.Call(b, "fora_trace", b.getVoidTy(), {fora_context, ExitSiteRow(*state)}, CallKind::kCold);
  if (is_handled) {
    const ExitKey key{*frame_state_, at.owned, {}, false};
    pending_.push_back({key, stopped, I32(static_cast<uint32_t>(abi::ExitReason::kRaise)), {}, forks_});
  } else {
    ReleaseAll(at.owned);
    EmitReturn(ZeroLeaves(b, f_.return_type), I32(static_cast<uint32_t>(abi::Status::kStopped)));
  }
  b.SetInsertPoint(on);
}

void FunctionEmitter::EmitReturn(const Leaves& leaves, llvm::Value* status) {
  if (return_block_ == nullptr) {
    return_block_ = NewBlock("return");
    Builder at_return(return_block_);
    for (llvm::Type* type : llvm::cast<llvm::StructType>(function->getReturnType())->elements()) {
      return_phis_.push_back(at_return.CreatePHI(type, 2));
    }
    llvm::Value* result = llvm::PoisonValue::get(function->getReturnType());
    unsigned next = 0;
    for (llvm::PHINode* phi : return_phis_) result = at_return.CreateInsertValue(result, phi, next++);
    at_return.CreateRet(result);
  }
  size_t next = 0;
  for (llvm::Value* leaf : leaves) return_phis_[next++]->addIncoming(leaf, b.GetInsertBlock());
  return_phis_[next]->addIncoming(status, b.GetInsertBlock());
  b.CreateBr(return_block_);
}

void FunctionEmitter::ReleaseAll(const std::vector<ValueId>& values) {
  for (ValueId id : values) Release(TypeOf(id), Get(id));
}

void FunctionEmitter::ReleaseAllBut(const std::vector<ValueId>& values, const std::vector<ValueId>& but) {
  for (ValueId id : values) {
    if (std::find(but.begin(), but.end(), id) == but.end()) Release(TypeOf(id), Get(id));
  }
}

// ---- Exits ----

bool FunctionEmitter::HasHandler(uint32_t frame_state) const {
  if (f_.generic == nullptr) return false;
  return f_.generic->blocks[f_.frame_states[frame_state].block.value()].unwind.has_value();
}

llvm::Value* FunctionEmitter::ExitSiteRow(uint32_t frame_state) {
  return m.calls.TableRow(b, kExitSites, m.plan.exit_base[index_] + frame_state, sizeof(abi::ExitSite));
}

// Whether the operator leaves only to raise.
bool FunctionEmitter::Raises() const {
  if (m.options.random_exits || current_ == nullptr || f_.generic == nullptr || HasHandler(*frame_state_))
    return false;
  return current_->op == Op::kFloatTrueDiv || current_->op == Op::kFloatFloorDiv ||
         current_->op == Op::kFloatMod;
}

llvm::BasicBlock* FunctionEmitter::Exit() {
  if (!frame_state_ || *frame_state_ >= f_.frame_states.size()) {
    Fail("an operator that may leave has no frame state: " +
         (current_ != nullptr ? Print(f_, *current_) : f_.qualname_));
    return NewBlock("unsupported");
  }
  ExitKey key{*frame_state_, counting_->owned, {}, Raises()};
  for (const OpenFork& fork : forks_) key.open_forks.push_back(fork.token);
  auto [found, fresh] = exits_.try_emplace(key, nullptr);
  if (fresh) {
    found->second = NewBlock("exit");
    pending_.push_back({key, found->second, nullptr, {}, forks_});
  }
  return found->second;
}

void FunctionEmitter::EmitRandomExit() {
  llvm::Value* leaves =
      m.calls.Call(b, "fora_chaos_exit", b.getInt32Ty(), {fora_context}, CallKind::kOrdinary);
  LeaveIf(b.CreateICmpNE(leaves, I32(0)), Exit());
}

std::vector<ValueId> FunctionEmitter::Gone(const Counting& counting) {
  std::vector<ValueId> gone = counting.moved;
  gone.insert(gone.end(), counting.dropped.begin(), counting.dropped.end());
  return gone;
}

std::vector<ValueId> FunctionEmitter::OwnedAfter(const Counting& counting) {
  const std::vector<ValueId> gone = Gone(counting);
  std::vector<ValueId> owned;
  for (ValueId id : counting.owned) {
    if (std::find(gone.begin(), gone.end(), id) == gone.end()) owned.push_back(id);
  }
  return owned;
}

void FunctionEmitter::CheckStatus(llvm::Value* status) {
  if (!frame_state_ || *frame_state_ >= f_.frame_states.size())
    return Fail("a call without frame state: " + Print(f_, *current_));
  llvm::BasicBlock *exit = NewBlock("exit.after"), *on = NewBlock("returned");
  Branch(b.CreateICmpEQ(status, I32(0)), on, exit);
  // The reasons have the numbers of the statuses that they come from.
  static_assert(static_cast<int>(abi::ExitReason::kAfterStopped) == static_cast<int>(abi::Status::kStopped));
  static_assert(static_cast<int>(abi::ExitReason::kAfterBoxed) == static_cast<int>(abi::Status::kBoxed));
  pending_.push_back(
      {{*frame_state_, OwnedAfter(*counting_), {}, false}, exit, status, Gone(*counting_), forks_});
  b.SetInsertPoint(on);
}

void FunctionEmitter::EmitPendingExits() {
  for (const PendingExit& exit : pending_) EmitExit(exit);
  if (left_ == nullptr) return;
  b.SetInsertPoint(left_);
  EmitReturn(LoadResult(f_.return_type), left_status_);
}

void FunctionEmitter::EmitExit(const PendingExit& exit) {
  b.SetInsertPoint(exit.block);
  const ir::FrameState& state = f_.frame_states[exit.key.frame_state];
  DiscardForks(exit.forks);
  Leaves record;
  std::map<uint32_t, int> stored;
  for (const ir::FrameState::Live& live : state.live) {
    const Type* type = TypeOf(live.typed);
    const bool used_up =
        std::find(exit.used_up.begin(), exit.used_up.end(), live.typed) != exit.used_up.end();
    const bool owned =
        std::find(exit.key.owned.begin(), exit.key.owned.end(), live.typed) != exit.key.owned.end();
    // The frame's own reference goes with the first mention.
    if (ir::IsCounted(type) && !used_up && (stored[live.typed.value()]++ > 0 || !owned))
      RetainColdly(type, Get(live.typed));
    record.append(used_up ? ZeroLeaves(b, type) : Get(live.typed));
  }
  for (ValueId id : exit.key.owned) {
    if (stored[id.value()] == 0) Release(TypeOf(id), Get(id));
  }
  llvm::Value* reason =
      exit.reason != nullptr ? exit.reason : I32(static_cast<uint32_t>(abi::ExitReason::kBefore));
  llvm::Value* status = m.calls.CallWithSlots(b, "fora_exit", b.getInt32Ty(),
                                              {fora_context, ExitSiteRow(exit.key.frame_state), reason},
                                              record, CallKind::kCold);
  // A caller that this is inlined into need not look at what can't be.
  if (exit.key.raises)
    return EmitReturn(ZeroLeaves(b, f_.return_type), I32(static_cast<uint32_t>(abi::Status::kStopped)));
  if (left_ == nullptr) {
    left_ = NewBlock("left");
    left_status_ = Builder(left_).CreatePHI(b.getInt32Ty(), 2);
  }
  left_status_->addIncoming(status, b.GetInsertBlock());
  if (exit.reason == nullptr || HasHandler(exit.key.frame_state)) {
    b.CreateBr(left_);
    return;
  }
  // Nor at a result of what is known to have stopped.
  llvm::Value* stopped = I32(static_cast<uint32_t>(abi::Status::kStopped));
  llvm::BasicBlock* passes = NewBlock("stopped");
  b.CreateCondBr(b.CreateICmpEQ(reason, stopped), passes, left_);
  b.SetInsertPoint(passes);
  EmitReturn(ZeroLeaves(b, f_.return_type), stopped);
}

}  // namespace fora::codegen
