#include "compiler/codegen/fold_emitter.h"

#include "compiler/codegen/layout.h"
#include "compiler/codegen/sources.h"
#include "compiler/ir/boxing.h"
#include "runtime/base/check.h"

namespace fora::codegen {

using abi::FoldKind;
using ir::IteratorKind;
using ir::Type;
using ir::TypeKind;

namespace {

// So far ahead of the elements that are folded the next ones are fetched: another core wrote them, and it
// takes as long as computing some ten elements until they are here.
constexpr int64_t kPrefetchBytes = 1024;

bool Keeps(FoldVariant variant) {
  return variant == FoldVariant::kMap || variant == FoldVariant::kMapAndFold ||
         variant == FoldVariant::kMapAndFoldCompensated;
}

bool IsCompensated(FoldVariant variant) {
  return variant == FoldVariant::kCompensated || variant == FoldVariant::kMapAndFoldCompensated;
}

}  // namespace

std::vector<FoldVariant> VariantsOf(const FoldPlan& fold) {
  const bool sum = fold.kind == FoldKind::kSumFloat;
  std::vector<FoldVariant> variants = {FoldVariant::kFold};
  if (!sum && fold.kind != FoldKind::kMinFloat && fold.kind != FoldKind::kMaxFloat) return variants;
  if (sum) variants.push_back(FoldVariant::kCompensated);
  variants.push_back(FoldVariant::kMap);
  if (!fold.overlaps) return variants;
  variants.push_back(FoldVariant::kMapAndFold);
  if (sum) variants.push_back(FoldVariant::kMapAndFoldCompensated);
  return variants;
}

std::string FoldBodyName(uint32_t fold, FoldVariant variant) {
  static constexpr const char* kNames[] = {"", ".compensated", ".map", ".map_and_fold",
                                           ".map_and_fold.compensated"};
  return "fora_fold_body_" + std::to_string(fold) + kNames[static_cast<size_t>(variant)];
}

llvm::Function* FoldBody(ModuleContext& m, uint32_t fold, FoldVariant variant) {
  const std::string name = FoldBodyName(fold, variant);
  if (llvm::Function* declared = m.module.getFunction(name)) return declared;
  llvm::LLVMContext& context = m.module.getContext();
  llvm::Type *i32 = llvm::Type::getInt32Ty(context), *i64 = llvm::Type::getInt64Ty(context),
             *pointer = llvm::PointerType::getUnqual(context);
  auto* type = llvm::FunctionType::get(i32, {pointer, pointer, i64, i64, pointer, pointer}, false);
  auto* body = llvm::Function::Create(type, llvm::GlobalValue::ExternalLinkage, name, m.module);
  body->addFnAttr(llvm::Attribute::NoUnwind);
  // The accumulator and the place for the index are the caller's own.
  for (unsigned own : {4u, 5u}) body->addParamAttr(own, llvm::Attribute::NoAlias);
  return body;
}

FoldEmitter::FoldEmitter(ModuleContext& module, uint32_t fold, FoldVariant variant, llvm::Function* f)
    : ValueEmitter(module, f),
      plan_(module.plan.folds[fold]),
      variant_(variant),
      environment_(f->getArg(1)),
      lo_(f->getArg(2)),
      hi_(f->getArg(3)),
      accumulator_(f->getArg(4)),
      failed_at_(f->getArg(5)) {}

absl::Status FoldEmitter::Run() {
  llvm::BasicBlock* entry = NewBlock("entry");
  b.SetInsertPoint(entry);
  llvm::BasicBlock* begin = NewBlock("begin");
  b.CreateBr(begin);
  left_status_ = Builder(NewBlock("left")).CreatePHI(b.getInt32Ty(), 2);
  b.SetInsertPoint(begin);
  EmitLoops();
  b.SetInsertPoint(left_status_->getParent());
  StoreRegisters();
  b.CreateRet(left_status_);
  return status();
}

void FoldEmitter::EmitLoops() {
  Leaves iterable = LoadSlots(b, plan_.iterable, environment_);
  llvm::Value* fast = AllListsFast(plan_.iterable, iterable);
  if (fast == nullptr) return EmitLoop(false);
  llvm::BasicBlock *quick = NewBlock("fast"), *slow = NewBlock("slow");
  Branch(fast, quick, slow);
  b.SetInsertPoint(quick);
  EmitLoop(true);
  b.SetInsertPoint(slow);
  EmitLoop(false);
}

// Whether all lists of numbers in the source have the schema of their type; null if there is none.
llvm::Value* FoldEmitter::AllListsFast(const Type* type, const Leaves& leaves) {
  if (type->Is(TypeKind::kList) || type->Is(TypeKind::kTupleN)) {
    std::optional<Schema> schema = UnboxedSchema(type->parts[0]);
    return schema ? SchemaIs(leaves[0], *schema) : nullptr;
  }
  if (!type->Is(TypeKind::kIterator)) return nullptr;
  llvm::Value* all = nullptr;
  for (size_t i = 0; i < type->parts.size(); ++i) {
    if (type->parts[i]->Is(TypeKind::kFunction)) continue;
    llvm::Value* one = AllListsFast(type->parts[i], Part(leaves, type, i));
    if (one != nullptr) all = all == nullptr ? one : b.CreateAnd(all, one);
  }
  return all;
}

// ---- Registers ----

FoldEmitter::Register& FoldEmitter::At(Field field) {
  Register& r = registers_[field];
  if (r.memory != nullptr) return r;
  struct Row {
    llvm::Type* type;
    unsigned offset;
  };
  const Row rows[kFieldCount] = {{b.getInt64Ty(), offsetof(abi::Accumulator, low)},
                                 {b.getInt64Ty(), offsetof(abi::Accumulator, high)},
                                 {b.getDoubleTy(), offsetof(abi::Accumulator, real)},
                                 {b.getDoubleTy(), offsetof(abi::Accumulator, compensation)},
                                 {b.getInt64Ty(), offsetof(abi::Accumulator, any)},
                                 {b.getPtrTy(), offsetof(abi::Accumulator, out)},
                                 {b.getPtrTy(), offsetof(abi::Accumulator, in)}};
  r = {Alloca(1), rows[field].type, rows[field].offset};
  Builder at_entry(function->getEntryBlock().getTerminator());
  // The two halves of an int's sum stand in fields that are free.
  const bool half = plan_.kind == FoldKind::kSumInt && (field == kReal || field == kCompensation);
  if (half) r.type = b.getInt64Ty();
  llvm::Value* first = half ? static_cast<llvm::Value*>(Int(0))
                            : at_entry.CreateLoad(r.type, ByteAddress(at_entry, accumulator_, r.offset));
  at_entry.CreateStore(first, r.memory);
  return r;
}

void FoldEmitter::FinishIntSum() {
  llvm::Type* wide = b.getInt128Ty();
  auto extended = [&](Field field, bool sign) {
    llvm::Value* x = Read(field);
    return sign ? b.CreateSExt(x, wide) : b.CreateZExt(x, wide);
  };
  llvm::Value* old = b.CreateOr(b.CreateShl(extended(kHigh, true), 64), extended(kLow, false));
  llvm::Value* block = b.CreateAdd(b.CreateShl(extended(kReal, true), 32), extended(kCompensation, false));
  llvm::Value* sum = b.CreateAdd(old, block);
  b.CreateStore(b.CreateTrunc(sum, b.getInt64Ty()), ByteAddress(b, accumulator_, At(kLow).offset));
  b.CreateStore(b.CreateTrunc(b.CreateLShr(sum, 64), b.getInt64Ty()),
                ByteAddress(b, accumulator_, At(kHigh).offset));
}

void FoldEmitter::StoreRegisters() {
  if (plan_.kind == FoldKind::kSumInt) return FinishIntSum();
  for (Register& r : registers_) {
    if (r.memory == nullptr) continue;
    b.CreateStore(b.CreateLoad(r.type, r.memory), ByteAddress(b, accumulator_, r.offset));
  }
}

llvm::Value* FoldEmitter::Read(Field field) {
  const Register& r = At(field);
  return b.CreateLoad(r.type, r.memory);
}

void FoldEmitter::Write(Field field, llvm::Value* value) { b.CreateStore(value, At(field).memory); }

void FoldEmitter::Leave(llvm::Value* status) {
  for (size_t i = held_.size(); i-- > 0;) Release(held_[i].first, held_[i].second);
  left_status_->addIncoming(status, b.GetInsertBlock());
  b.CreateBr(left_status_->getParent());
}

llvm::BasicBlock* FoldEmitter::Misfit() {
  llvm::BasicBlock* here = b.GetInsertBlock();
  llvm::BasicBlock* misfit = NewBlock("misfit");
  b.SetInsertPoint(misfit);
  // No reduction takes an unbound value, so the runtime knows that the fold has to be run generically.
  b.CreateStore(b.getInt8(static_cast<uint8_t>(Tag::kUnbound)), ContextField(layout::kContextBoxed));
  b.CreateStore(index_, failed_at_);
  Leave(I32(static_cast<uint32_t>(abi::Status::kBoxed)));
  b.SetInsertPoint(here);
  return misfit;
}

// ---- Loops ----

void FoldEmitter::EmitLoop(bool fast) {
  fast_ = fast;
  held_.clear();
  inside_flat_ = false;
  llvm::BasicBlock *before = b.GetInsertBlock(), *head = NewBlock("loop"), *body = NewBlock("body"),
                   *next = NewBlock("next"), *done = NewBlock("done");
  Leaves iterable = LoadSlots(b, plan_.iterable, environment_);
  before = b.GetInsertBlock();
  b.CreateBr(head);
  b.SetInsertPoint(head);
  llvm::PHINode* index = b.CreatePHI(b.getInt64Ty(), 2);
  index->addIncoming(lo_, before);
  index_ = index;
  b.CreateCondBr(b.CreateICmpSLT(index, hi_), body, done);
  b.SetInsertPoint(body);
  EmitElement(plan_.iterable, iterable, index, 0, next,
              [&](const Leaves& element, const Type* type) { Reduce(element, type, next); });
  b.SetInsertPoint(next);
  index->addIncoming(b.CreateNSWAdd(index, Int(1)), next);
  b.CreateBr(head);
  b.SetInsertPoint(done);
  Leave(I32(0));
}

// Emits what reads the element and hands it to `then`; every way that goes on ends in a branch to `next`.
void FoldEmitter::EmitElement(const Type* iterable, const Leaves& leaves, llvm::Value* index, size_t level,
                              llvm::BasicBlock* next, const Continue& then) {
  ir::TypeTable& types = *m.typed.types;
  const bool generator =
      iterable->Is(TypeKind::kIterator) && (iterable->iterator_kind == IteratorKind::kGenerator ||
                                            iterable->iterator_kind == IteratorKind::kFlatGenerator);
  const SourceReading reading{Misfit(), fast_ && level == 0, plan_.counts_up && level == 0};
  if (!generator) {
    Leaves item = SourceItem(*this, iterable, leaves, index, reading);
    then(item, PlainItemType(types, iterable));
    return;
  }
  const uint32_t callee = plan_.functions[level];
  const ir::Function& target = *m.typed.functions[callee];
  const Type* item_type = PlainItemType(types, iterable->parts[0]);
  Leaves item = SourceItem(*this, iterable->parts[0], Part(leaves, iterable, 0), index, reading);

  // The function's captures are ours only on loan, the item is our own.
  const Type* function_type = iterable->parts[1];
  const std::vector<ir::ValueId>& parameters = target.blocks[0].parameters;
  if (parameters.size() != function_type->parts.size() + 1)
    return Fail("an element function with other parameters: " + target.qualname_);
  Leaves arguments;
  Leaves captured = Part(leaves, iterable, 1);
  for (size_t i = 0; i < function_type->parts.size(); ++i) {
    const Type* part_type = function_type->parts[i];
    const Type* wanted = target.values[parameters[i].value()].type;
    Leaves part = Part(captured, function_type, i);
    if (wanted != part_type && ir::IsCounted(wanted))
      return Fail("an element function with wider captures: " + target.qualname_);
    if (!m.convention.borrowed[callee][i]) Retain(part_type, part);
    part = Widen(part, part_type, wanted);
    arguments.append(part.begin(), part.end());
  }
  const Type* wanted = target.values[parameters.back().value()].type;
  item = Widen(item, item_type, wanted);
  arguments.append(item.begin(), item.end());
  CallResult call = CallFunction(callee, arguments);
  if (m.convention.borrowed[callee].back()) Release(wanted, item);

  llvm::BasicBlock *failed = NewBlock("failed"), *on = NewBlock("returned");
  Branch(b.CreateICmpEQ(call.status, I32(0)), on, failed);
  b.SetInsertPoint(failed);
  b.CreateStore(index_, failed_at_);
  if (level > 0 || iterable->iterator_kind == IteratorKind::kFlatGenerator) {
    // What did not fit is not an element of the outermost loop, so the runtime could not go on behind it.
    llvm::BasicBlock *boxed = NewBlock("failed.boxed"), *stopped = NewBlock("failed.stopped");
    b.CreateCondBr(b.CreateICmpEQ(call.status, I32(static_cast<uint32_t>(abi::Status::kBoxed))), boxed,
                   stopped);
    b.SetInsertPoint(boxed);
    llvm::Value* value = ContextField(layout::kContextBoxed);
    Leaves any{b.CreateZExt(b.CreateLoad(b.getInt8Ty(), value), b.getInt64Ty()),
               b.CreateLoad(b.getInt64Ty(), ByteAddress(b, value, layout::kValueBits))};
    Release(types.Of(TypeKind::kAny), any);
    b.CreateStore(b.getInt8(static_cast<uint8_t>(Tag::kUnbound)), value);
    Leave(call.status);
    b.SetInsertPoint(stopped);
  }
  Leave(call.status);

  b.SetInsertPoint(on);
  const Type* result = target.return_type;
  Leaves element = call.leaves;
  if (result->Is(TypeKind::kSkip)) {
    b.CreateBr(next);
    return;
  }
  if (result->Is(TypeKind::kUnion)) {
    const Type* rest = WithoutSkip(types, result);
    if (rest != result) {
      llvm::BasicBlock* kept = NewBlock("kept");
      auto skip = MemberIndex(result, types.Of(TypeKind::kSkip));
      b.CreateCondBr(b.CreateICmpEQ(element[0], Int(static_cast<int64_t>(*skip))), next, kept);
      b.SetInsertPoint(kept);
      element = Narrow(element, result, rest);
      result = rest;
    }
  }
  if (iterable->iterator_kind == IteratorKind::kGenerator) return then(element, result);
  EmitInner(result, element, level + 1, next);
}

// The loop over an inner iterable, which is owned here.
void FoldEmitter::EmitInner(const Type* inner, const Leaves& leaves, size_t level, llvm::BasicBlock* next) {
  held_.emplace_back(inner, leaves);
  llvm::BasicBlock *head = NewBlock("inner"), *body = NewBlock("inner.body"), *step = NewBlock("inner.next"),
                   *done = NewBlock("inner.done");
  llvm::Value* length = SourceLength(*this, inner, leaves, Misfit());
  llvm::BasicBlock* before = b.GetInsertBlock();
  b.CreateBr(head);
  b.SetInsertPoint(head);
  llvm::PHINode* index = b.CreatePHI(b.getInt64Ty(), 2);
  index->addIncoming(Int(0), before);
  b.CreateCondBr(b.CreateICmpSLT(index, length), body, done);
  b.SetInsertPoint(body);
  const bool outer = inside_flat_;
  inside_flat_ = true;
  EmitElement(inner, leaves, index, level, step,
              [&](const Leaves& element, const Type* type) { Reduce(element, type, step); });
  inside_flat_ = outer;
  b.SetInsertPoint(step);
  index->addIncoming(b.CreateNSWAdd(index, Int(1)), step);
  b.CreateBr(head);
  b.SetInsertPoint(done);
  held_.pop_back();
  Release(inner, leaves);
  b.CreateBr(next);
}

// ---- Reductions ----

void FoldEmitter::Reduce(const Leaves& element, const Type* type, llvm::BasicBlock* next) {
  if (type != plan_.element) {
    Fail("an element of " + ToString(type) + " instead of " + ToString(plan_.element));
    b.CreateBr(next);
    return;
  }
  switch (plan_.kind) {
    case FoldKind::kSumInt: {
      llvm::Value* x = ToWord(b, element[0]);
      if (inside_flat_) {
        // An inner loop may be too long for the halves; fold them in when they come near their limits.
        llvm::Value* wide = b.CreateSExt(x, b.getInt128Ty());
        llvm::Value* old = b.CreateOr(b.CreateShl(b.CreateSExt(Read(kHigh), b.getInt128Ty()), 64),
                                      b.CreateZExt(Read(kLow), b.getInt128Ty()));
        llvm::Value* sum = b.CreateAdd(old, wide);
        Write(kLow, b.CreateTrunc(sum, b.getInt64Ty()));
        Write(kHigh, b.CreateTrunc(b.CreateLShr(sum, 64), b.getInt64Ty()));
        break;
      }
      Write(kReal, b.CreateAdd(Read(kReal), b.CreateAShr(x, 32)));
      Write(kCompensation, b.CreateAdd(Read(kCompensation), b.CreateAnd(x, Int(0xffffffff))));
      break;
    }
    case FoldKind::kAny:
    case FoldKind::kAll: {
      llvm::BasicBlock *decided = NewBlock("decided"), *on = NewBlock("undecided");
      llvm::Value* stop = plan_.kind == FoldKind::kAny ? element[0] : b.CreateNot(element[0]);
      Branch(b.CreateNot(stop), on, decided);
      b.SetInsertPoint(decided);
      Write(kAnyField, Int(1));
      Leave(I32(0));
      b.SetInsertPoint(on);
      break;
    }
    case FoldKind::kMinInt:
    case FoldKind::kMaxInt: ReduceMinMax(element[0]); break;
    case FoldKind::kSumFloat:
    case FoldKind::kMinFloat:
    case FoldKind::kMaxFloat:
      if (!Keeps(variant_)) {
        ReduceFloat(element[0]);
        break;
      }
      Collect({element[0]}, 8);
      ReduceKept();
      break;
    case FoldKind::kCollectInt:
    case FoldKind::kCollectFloat: Collect({element[0]}, 8); break;
    case FoldKind::kCollectBool: Collect({b.CreateZExt(element[0], b.getInt8Ty())}, 1); break;
    case FoldKind::kCollectBoxed: {
      Leaves any = Widen(element, type, m.typed.types->Of(TypeKind::kAny));
      Collect({any[0], any[1]}, 16);
      break;
    }
    case FoldKind::kCount:
      Release(type, element);
      Write(kLow, b.CreateAdd(Read(kLow), Int(1)));
      break;
  }
  b.CreateBr(next);
}

void FoldEmitter::ReduceFloat(llvm::Value* x) {
  if (plan_.kind == FoldKind::kSumFloat)
    AddFloat(x);
  else
    ReduceMinMax(x);
}

void FoldEmitter::AddFloat(llvm::Value* x) {
  llvm::Value* sum = Read(kReal);
  llvm::Value* total = b.CreateFAdd(sum, x);
  if (IsCompensated(variant_)) {
    // Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen" (1974).
    llvm::Value* larger = b.CreateFCmpOGE(b.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, sum),
                                          b.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, x));
    llvm::Value* big = b.CreateSelect(larger, sum, x);
    llvm::Value* small = b.CreateSelect(larger, x, sum);
    llvm::Value* lost = b.CreateFAdd(b.CreateFSub(big, total), small);
    Write(kCompensation, b.CreateFAdd(Read(kCompensation), lost));
  }
  Write(kReal, total);
  Write(kAnyField, Int(1));
}

void FoldEmitter::ReduceKept() {
  if (variant_ == FoldVariant::kMap) return;
  llvm::Value* in = Read(kIn);
  b.CreateIntrinsic(llvm::Intrinsic::prefetch, {b.getPtrTy()},
                    {b.CreateConstGEP1_64(b.getInt8Ty(), in, kPrefetchBytes), I32(0), I32(3), I32(1)});
  for (int64_t i = 0; i < abi::kFoldedPerElement; ++i) {
    llvm::LoadInst* x = b.CreateLoad(b.getDoubleTy(), ByteAddress(b, in, 8 * i));
    MarkElementAccess(x);
    ReduceFloat(x);
  }
  Write(kIn, ByteAddress(b, in, 8 * abi::kFoldedPerElement));
}

// The first of equals stays, and so does a NaN that comes first, as with Python's < and >.
void FoldEmitter::ReduceMinMax(llvm::Value* x) {
  const bool floats = plan_.kind == FoldKind::kMinFloat || plan_.kind == FoldKind::kMaxFloat;
  const bool smallest = plan_.kind == FoldKind::kMinInt || plan_.kind == FoldKind::kMinFloat;
  const Field field = floats ? kReal : kLow;
  llvm::Value* best = Read(field);
  llvm::Value* better = floats ? (smallest ? b.CreateFCmpOLT(x, best) : b.CreateFCmpOGT(x, best))
                               : (smallest ? b.CreateICmpSLT(x, best) : b.CreateICmpSGT(x, best));
  llvm::Value* first = b.CreateICmpEQ(Read(kAnyField), Int(0));
  Write(field, b.CreateSelect(b.CreateOr(first, better), x, best));
  Write(kAnyField, Int(1));
}

void FoldEmitter::Collect(llvm::ArrayRef<llvm::Value*> words, uint32_t bytes) {
  if (!plan_.bounded) {
    llvm::BasicBlock *full = NewBlock("full"), *room = NewBlock("room");
    llvm::Value* end =
        b.CreateLoad(b.getPtrTy(), ByteAddress(b, accumulator_, offsetof(abi::Accumulator, out_end)));
    Branch(b.CreateICmpULT(Read(kOut), end), room, full);
    b.SetInsertPoint(full);
    b.CreateStore(Read(kOut), ByteAddress(b, accumulator_, At(kOut).offset));
    llvm::Value* grown = m.calls.Call(b, "fora_fold_grow", b.getInt32Ty(), {accumulator_}, CallKind::kCold);
    llvm::BasicBlock *refused = NewBlock("refused"), *grew = NewBlock("grew");
    Branch(b.CreateICmpNE(grown, I32(0)), grew, refused);
    b.SetInsertPoint(refused);
    if (words.size() == 2) Release(m.typed.types->Of(TypeKind::kAny), Leaves{words[0], words[1]});
    b.CreateStore(index_, failed_at_);
    Leave(I32(static_cast<uint32_t>(abi::Status::kStopped)));
    b.SetInsertPoint(grew);
    Write(kOut, b.CreateLoad(b.getPtrTy(), ByteAddress(b, accumulator_, At(kOut).offset)));
    b.CreateBr(room);
    b.SetInsertPoint(room);
  }
  llvm::Value* out = Read(kOut);
  int64_t offset = 0;
  for (llvm::Value* word : words) {
    MarkElementAccess(b.CreateStore(word, ByteAddress(b, out, offset)));
    offset += 8;
  }
  Write(kOut, ByteAddress(b, out, bytes));
}

}  // namespace fora::codegen
