// Folds: the runtime runs them, with a range frame whose rest can be given away; but a few elements that take
// next to nothing are folded right here, because a frame would cost more than they do.
#include <algorithm>

#include "compiler/codegen/fold_emitter.h"
#include "compiler/codegen/function_emitter.h"
#include "compiler/codegen/layout.h"
#include "compiler/codegen/sources.h"
#include "compiler/ir/print.h"
#include "runtime/base/check.h"

namespace fora::codegen {

using abi::FoldKind;
using ir::Type;
using ir::TypeKind;

namespace {

// Indices of a brief fold that are run without a frame: some microseconds of work.
constexpr int64_t kBriefMax = 256;

// Whether the result is two slots: whether there was an element, and the value.
bool HasAbsence(FoldKind kind) {
  switch (kind) {
    case FoldKind::kSumFloat:
    case FoldKind::kMinInt:
    case FoldKind::kMaxInt:
    case FoldKind::kMinFloat:
    case FoldKind::kMaxFloat: return true;
    case FoldKind::kSumInt:
    case FoldKind::kAny:
    case FoldKind::kAll:
    case FoldKind::kCollectInt:
    case FoldKind::kCollectFloat:
    case FoldKind::kCollectBool:
    case FoldKind::kCollectBoxed:
    case FoldKind::kCount: return false;
  }
  FORA_UNREACHABLE() << int(kind);
}

// The schema of the list that is collected; none for other folds.
std::optional<Schema> CollectedSchema(FoldKind kind) {
  if (kind == FoldKind::kCollectInt) return Schema::kInt;
  if (kind == FoldKind::kCollectFloat) return Schema::kFloat;
  if (kind == FoldKind::kCollectBool) return Schema::kBool;
  return std::nullopt;
}

}  // namespace

void FunctionEmitter::EmitFold() {
  const uint32_t index = m.plan.fold_at.at(place_);
  const FoldPlan& plan = m.plan.folds[index];
  const Type* type = ResultType();
  if (type->slots != (HasAbsence(plan.kind) ? 2u : 1u))
    return Fail("a fold with a result of another type: " + Print(f_, *current_));
  const Leaves& iterable = Get(current_->operands[0]);
  FoldCall call{Alloca(plan.iterable->slots), nullptr, Alloca(1), Alloca(2)};
  StoreSlots(b, iterable, call.environment);
  call.length = SourceLength(*this, plan.iterable, iterable, frame_state_ ? Exit() : nullptr);
  b.CreateStore(Int(0), call.start);
  if (current_->operands.size() > 1) {
    const bool floats = plan.kind == FoldKind::kSumFloat;
    if (!OperandType(1)->Is(floats ? TypeKind::kFloat : TypeKind::kInt))
      return Fail("a fold's start of another type: " + Print(f_, *current_));
    b.CreateStore(Operand(1), call.start);
  }
  llvm::BasicBlock *frame = NewBlock("fold.frame"), *done = NewBlock("folded");
  if (plan.brief && plan.kind != FoldKind::kCollectBoxed)
    EmitBriefFold(index, call, frame, done);
  else
    b.CreateBr(frame);
  b.SetInsertPoint(frame);
  llvm::Value* site = m.calls.TableRow(b, kFoldSites, index, sizeof(abi::FoldSite));
  llvm::Value* status = m.calls.Call(
      b, "fora_fold", b.getInt32Ty(),
      {fora_context, site, call.environment, call.length, call.start, call.result}, CallKind::kOrdinary);
  CheckStatus(status);
  b.CreateBr(done);
  b.SetInsertPoint(done);
  Set(LoadSlots(b, type, call.result));
}

// If there are few elements and nobody is waiting for work. Whatever does not go smoothly is done anew, with
// a frame: folds are pure.
void FunctionEmitter::EmitBriefFold(uint32_t index, const FoldCall& call, llvm::BasicBlock* otherwise,
                                    llvm::BasicBlock* done) {
  const FoldKind kind = m.plan.folds[index].kind;
  const std::optional<Schema> collected = CollectedSchema(kind);
  llvm::BasicBlock *here = NewBlock("fold.here"), *ended = NewBlock("fold.ended"),
                   *failed = NewBlock("fold.failed");
  llvm::LoadInst* poll = b.CreateLoad(b.getInt32Ty(), ContextField(layout::kContextPoll));
  poll->setAtomic(llvm::AtomicOrdering::Monotonic);
  poll->setAlignment(llvm::Align(4));
  llvm::Value* few =
      b.CreateICmpULE(b.CreateSub(call.length, Int(collected ? 1 : 0)), Int(kBriefMax - (collected ? 1 : 0)));
  b.CreateCondBr(b.CreateAnd(few, b.CreateICmpEQ(poll, I32(0))), here, otherwise);

  b.SetInsertPoint(here);
  constexpr uint32_t kSlots = sizeof(abi::Accumulator) / 8;
  llvm::Value *accumulator = Alloca(kSlots), *failed_at = Alloca(1), *list = nullptr;
  for (uint32_t i = 0; i < kSlots; ++i) b.CreateStore(Int(0), ByteAddress(b, accumulator, int64_t{8} * i));
  const auto field = [&](unsigned offset) { return ByteAddress(b, accumulator, offset); };
  if (kind == FoldKind::kSumFloat)
    b.CreateStore(b.CreateLoad(b.getInt64Ty(), call.start), field(offsetof(abi::Accumulator, real)));
  if (collected) {
    list = m.calls.Call(b, "fora_list_new", b.getPtrTy(),
                        {I32(static_cast<uint32_t>(*collected)), call.length}, CallKind::kOrdinary);
    b.CreateStore(LoadHeader(list, layout::kListData, b.getPtrTy()), field(offsetof(abi::Accumulator, out)));
  }
  const auto run = [&](FoldVariant variant) {
    llvm::Function* body = FoldBody(m, index, variant);
    llvm::Value* status =
        b.CreateCall(body, {fora_context, call.environment, Int(0), call.length, accumulator, failed_at});
    Branch(b.CreateICmpEQ(status, I32(0)), ended, failed);
  };
  if (kind == FoldKind::kSumFloat) {
    llvm::BasicBlock *plain = NewBlock("fold.plain"), *compensated = NewBlock("fold.compensated");
    llvm::Value* wanted = b.CreateLoad(b.getInt32Ty(), ContextField(layout::kContextCompensatedSums));
    b.CreateCondBr(b.CreateICmpEQ(wanted, I32(0)), plain, compensated);
    b.SetInsertPoint(compensated);
    run(FoldVariant::kCompensated);
    b.SetInsertPoint(plain);
  }
  run(FoldVariant::kFold);

  b.SetInsertPoint(failed);
  if (list != nullptr) m.calls.Call(b, "fora_release", b.getVoidTy(), {list}, CallKind::kCold);
  m.calls.Call(b, "fora_forget", b.getVoidTy(), {fora_context}, CallKind::kCold);
  b.CreateBr(otherwise);

  b.SetInsertPoint(ended);
  if (list != nullptr) {
    llvm::Value* begin = LoadHeader(list, layout::kListData, b.getPtrTy());
    llvm::Value* end = b.CreateLoad(b.getPtrTy(), field(offsetof(abi::Accumulator, out)));
    llvm::Value* bytes =
        b.CreateSub(b.CreatePtrToInt(end, b.getInt64Ty()), b.CreatePtrToInt(begin, b.getInt64Ty()));
    llvm::BasicBlock* none = NewBlock("fold.none");
    LeaveIf(b.CreateICmpEQ(bytes, Int(0)), none);
    StoreHeader(*collected == Schema::kBool ? bytes : b.CreateLShr(bytes, Int(3)), list, layout::kListSize);
    b.CreateStore(list, call.result);
    b.CreateBr(done);
    // An empty list has a schema of its own.
    b.SetInsertPoint(none);
    m.calls.Call(b, "fora_release", b.getVoidTy(), {list}, CallKind::kOrdinary);
    llvm::Value* empty =
        m.calls.Call(b, "fora_list_new", b.getPtrTy(), {I32(static_cast<uint32_t>(Schema::kEmpty)), Int(0)},
                     CallKind::kOrdinary);
    b.CreateStore(empty, call.result);
  } else {
    EmitFoldResult(kind, accumulator, call, otherwise);
  }
  b.CreateBr(done);
}

// What the runtime makes of an accumulator at the end (tasks::Partial::Finish).
void FunctionEmitter::EmitFoldResult(FoldKind kind, llvm::Value* accumulator, const FoldCall& call,
                                     llvm::BasicBlock* otherwise) {
  const auto word = [&](unsigned offset) {
    return b.CreateLoad(b.getInt64Ty(), ByteAddress(b, accumulator, offset));
  };
  const auto real = [&](unsigned offset) {
    return b.CreateLoad(b.getDoubleTy(), ByteAddress(b, accumulator, offset));
  };
  const auto low = [&] { return word(offsetof(abi::Accumulator, low)); };
  const auto any = [&] { return word(offsetof(abi::Accumulator, any)); };
  const auto pair = [&](llvm::Value* value) {
    b.CreateStore(any(), call.result);
    b.CreateStore(value, ByteAddress(b, call.result, 8));
  };
  switch (kind) {
    case FoldKind::kSumInt: {
      llvm::Type* wide = b.getInt128Ty();
      llvm::Value* high = b.CreateShl(b.CreateSExt(word(offsetof(abi::Accumulator, high)), wide), 64);
      llvm::Value* sum = b.CreateAdd(b.CreateOr(high, b.CreateZExt(low(), wide)),
                                     b.CreateSExt(b.CreateLoad(b.getInt64Ty(), call.start), wide));
      llvm::Value* narrow = b.CreateTrunc(sum, b.getInt64Ty());
      LeaveIf(b.CreateICmpNE(b.CreateSExt(narrow, wide), sum), otherwise);
      b.CreateStore(narrow, call.result);
      return;
    }
    case FoldKind::kSumFloat: {
      llvm::Value *sum = real(offsetof(abi::Accumulator, real)),
                  *lost = real(offsetof(abi::Accumulator, compensation));
      llvm::Value* finite = b.CreateFCmpOLT(b.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, lost),
                                            llvm::ConstantFP::getInfinity(b.getDoubleTy()));
      llvm::Value* some = b.CreateFCmpUNE(lost, llvm::ConstantFP::get(b.getDoubleTy(), 0.0));
      return pair(b.CreateSelect(b.CreateAnd(finite, some), b.CreateFAdd(sum, lost), sum));
    }
    case FoldKind::kMinFloat:
    case FoldKind::kMaxFloat: return pair(real(offsetof(abi::Accumulator, real)));
    case FoldKind::kMinInt:
    case FoldKind::kMaxInt: return pair(low());
    case FoldKind::kAny: b.CreateStore(any(), call.result); return;
    case FoldKind::kAll:
      b.CreateStore(b.CreateZExt(b.CreateICmpEQ(any(), Int(0)), b.getInt64Ty()), call.result);
      return;
    case FoldKind::kCount: b.CreateStore(low(), call.result); return;
    case FoldKind::kCollectInt:
    case FoldKind::kCollectFloat:
    case FoldKind::kCollectBool:
    case FoldKind::kCollectBoxed: break;
  }
  FORA_UNREACHABLE() << int(kind);
}

}  // namespace fora::codegen
