// Constants, aggregates, unions, boxes, ranges, lists and strings.
#include <algorithm>
#include <bit>

#include "compiler/codegen/function_emitter.h"
#include "compiler/codegen/layout.h"
#include "compiler/codegen/sources.h"
#include "compiler/ir/boxing.h"
#include "compiler/ir/print.h"

namespace fora::codegen {

using ir::Op;
using ir::Type;
using ir::TypeKind;
using ir::ValueId;

// Numbers become part of the code (and of the cache's key); references are loaded from the module's table.
void FunctionEmitter::EmitConstant() {
  if (current_->op == Op::kConstant && current_->flag) {
    if (ResultType()->Is(TypeKind::kInt)) return Set(Int(current_->index));
    if (ResultType()->Is(TypeKind::kBool)) return Set(b.getInt1(current_->index != 0));
    if (ResultType()->Is(TypeKind::kFloat))
      return Set(llvm::ConstantFP::get(b.getDoubleTy(), std::bit_cast<double>(current_->index)));
    return Fail("an immediate constant of type " + ToString(ResultType()));
  }
  const ConstantPlan& constant = m.plan.constants[m.plan.constant_at.at(place_)];
  if (constant.type->Is(TypeKind::kInt)) return Set(Int(constant.value.as_int()));
  if (constant.type->Is(TypeKind::kFloat))
    return Set(llvm::ConstantFP::get(b.getDoubleTy(), constant.value.as_float()));
  if (constant.type->Is(TypeKind::kBool)) return Set(b.getInt1(constant.value.as_bool()));
  Leaves leaves = LoadSlots(b, constant.type, m.calls.TableRow(b, kConstantSlots, constant.first_slot, 8));
  for (llvm::Value* leaf : leaves) {
    if (auto* load = llvm::dyn_cast<llvm::LoadInst>(leaf))
      load->setMetadata(llvm::LLVMContext::MD_invariant_load, llvm::MDNode::get(context(), {}));
  }
  Retain(constant.type, leaves);
  Set(leaves);
}

void FunctionEmitter::EmitAggregate() {
  const Type* type = ResultType();
  Leaves leaves;
  std::vector<const Type*> parts = type->parts;
  if (current_->op == Op::kMakeBound) parts = {type->parts[0]};
  if (current_->operands.size() < parts.size() || type->Is(TypeKind::kUnion) || type->Is(TypeKind::kAny))
    return Fail("parts of " + Print(f_, *current_));
  for (size_t i = 0; i < parts.size(); ++i) {
    Leaves part = Widen(Get(current_->operands[i]), OperandType(i), parts[i]);
    leaves.append(part.begin(), part.end());
  }
  if (current_->op == Op::kMakeBound) {
    // The function has no run-time part, or comes as a second operand.
    const Type* bound = type->parts[1];
    if (bound->slots > 0 && current_->operands.size() < 2)
      return Fail("a bound function with captures: " + Print(f_, *current_));
    if (bound->slots > 0) leaves.append(Get(current_->operands[1]).begin(), Get(current_->operands[1]).end());
  }
  Set(leaves);
}

void FunctionEmitter::EmitExtract() {
  const Type* type = OperandType(0);
  const size_t part = static_cast<size_t>(current_->index);
  if (part >= (type->Is(TypeKind::kRange) ? 3 : type->parts.size()))
    return Fail("no such part: " + Print(f_, *current_));
  Leaves leaves = Part(Get(current_->operands[0]), type, part);
  if (!counting_->lends) Retain(ResultType(), leaves);
  Set(leaves);
}

void FunctionEmitter::EmitInsert() {
  const Type *type = OperandType(0), *result = ResultType();
  const size_t replaced = static_cast<size_t>(current_->index);
  if (replaced >= type->parts.size() || result->parts.size() != type->parts.size())
    return Fail("no such part: " + Print(f_, *current_));
  Leaves leaves;
  for (size_t i = 0; i < type->parts.size(); ++i) {
    Leaves old = Part(Get(current_->operands[0]), type, i);
    if (i == replaced) Release(type->parts[i], old);
    Leaves part = i == replaced ? Widen(Get(current_->operands[1]), OperandType(1), result->parts[i])
                                : Widen(old, type->parts[i], result->parts[i]);
    leaves.append(part.begin(), part.end());
  }
  Set(leaves);
}

llvm::Value* FunctionEmitter::CheckedIndex(llvm::Value* index, llvm::Value* length) {
  if (current_->flag) return index;
  llvm::Value* from_start = b.CreateSelect(b.CreateICmpSLT(index, Int(0)), b.CreateAdd(index, length), index);
  LeaveIf(b.CreateICmpUGE(from_start, length), Exit());
  return from_start;
}

void FunctionEmitter::EmitTupleIndex() {
  const Type* tuple = OperandType(0);
  if (tuple->Is(TypeKind::kTupleN)) {
    llvm::Value* list = Operand(0);
    llvm::Value* index = CheckedIndex(Operand(1), ListLength(list));
    return Set(ListElement(list, index, tuple->parts[0], Exit(), false));
  }
  if (!tuple->Is(TypeKind::kTuple)) return Fail("tuple_index of " + ToString(tuple));
  llvm::Value* index = CheckedIndex(Operand(1), Int(static_cast<int64_t>(tuple->parts.size())));
  const ValueId id = current_->operands[0];
  if (llvm::Value* memory = indexed_[id.value()])
    return Set(UniformTupleElement(*this, memory, index, ResultType(), counting_->lends));
  Set(TupleElement(*this, tuple, Get(id), index, ResultType(), counting_->lends));
}

void FunctionEmitter::EmitUnion() {
  const Leaves& leaves = Get(current_->operands[0]);
  const Type* type = OperandType(0);
  if (current_->op == Op::kMakeUnion) return Set(Widen(leaves, type, ResultType()));
  if (current_->op == Op::kNarrow) return Set(Narrow(leaves, type, ResultType()));
  if (!type->Is(TypeKind::kUnion)) return Fail("is_member of " + ToString(type));
  Set(b.CreateICmpEQ(leaves[0], Int(current_->index)));
}

void FunctionEmitter::EmitBoxing() {
  const Leaves& leaves = Get(current_->operands[0]);
  if (current_->op == Op::kBox) return Set(Widen(leaves, OperandType(0), ResultType()));
  if (!OperandType(0)->Is(TypeKind::kAny)) return Fail("unbox of " + ToString(OperandType(0)));
  // fora_unbox consumes what it is given, so a value that lives on needs its own reference first, dropped if
  // it misfits.
  llvm::BasicBlock* misfit = Exit();
  if (!counting_->retains.empty()) {
    Retain(OperandType(0), leaves);
    misfit = NewBlock("misfit");
  }
  Leaves unboxed = UnboxFromAny(leaves, ResultType(), misfit);
  if (!counting_->retains.empty()) {
    llvm::BasicBlock* here = b.GetInsertBlock();
    b.SetInsertPoint(misfit);
    Release(OperandType(0), leaves);
    b.CreateBr(Exit());
    b.SetInsertPoint(here);
  }
  Set(unboxed);
}

void FunctionEmitter::EmitRange() {
  if (current_->op == Op::kMakeRange) {
    LeaveIf(b.CreateICmpEQ(Operand(2), Int(0)), Exit());
    return Set(Leaves{Operand(0), Operand(1), Operand(2)});
  }
  const Leaves& range = Get(current_->operands[0]);
  if (current_->op == Op::kRangeLen) return Set(RangeLength(*this, range, current_->flag ? nullptr : Exit()));
  llvm::Value* length = current_->flag ? Int(0) : RangeLength(*this, range, Exit());
  llvm::Value* index = CheckedIndex(Operand(1), length);
  Set(b.CreateAdd(range[0], b.CreateMul(index, range[2])));
}

void FunctionEmitter::EmitSequence() {
  const Type* type = OperandType(0);
  const Leaves& leaves = Get(current_->operands[0]);
  if (current_->op == Op::kSeqLen) return Set(SourceLength(*this, type, leaves, nullptr));
  if (current_->op == Op::kSourceLen) {
    const bool may_leave = !type->Is(TypeKind::kList) && !type->Is(TypeKind::kStr) &&
                           !type->Is(TypeKind::kTuple) && !type->Is(TypeKind::kTupleN);
    return Set(SourceLength(*this, type, leaves, may_leave && !current_->flag ? Exit() : nullptr));
  }
  if (current_->op == Op::kSourceItem) {
    const Type* item = PlainItemType(*m.typed.types, type);
    if (item == nullptr) return Fail("source.item of " + ToString(type));
    return Set(Widen(SourceItem(*this, type, leaves, Operand(1), {Exit()}), item, ResultType()));
  }
  llvm::Value* index = CheckedIndex(Operand(1), ListLength(leaves[0]));
  const Type* element = type->parts[0];
  const bool is_reference =
      element->Is(TypeKind::kList) || element->Is(TypeKind::kStr) || element->Is(TypeKind::kTupleN);
  const bool unused = std::find(counting_->releases.begin(), counting_->releases.end(), *current_->result) !=
                      counting_->releases.end();
  // Only that it is there was of interest.
  if (is_reference && unused && ResultType() == element) return Set(ZeroLeaves(b, element));
  if (counting_->lends) return Set(HeldReference(leaves[0], index, *BoxedTag(element), Exit()));
  Set(Widen(ListElement(leaves[0], index, type->parts[0], Exit(), false), type->parts[0], ResultType()));
}

// ---- Lists ----

namespace {
llvm::Type* ElementType(Builder& b, Schema schema) {
  return schema == Schema::kInt     ? b.getInt64Ty()
         : schema == Schema::kFloat ? b.getDoubleTy()
                                    : static_cast<llvm::Type*>(b.getInt8Ty());
}
llvm::Value* ElementValue(Builder& b, Schema schema, llvm::Value* leaf) {
  return schema == Schema::kBool ? b.CreateZExt(leaf, b.getInt8Ty()) : leaf;
}
}  // namespace

void FunctionEmitter::EmitListMake() {
  const Type* element = ResultType()->parts[0];
  std::optional<Schema> schema = UnboxedSchema(element);
  const auto count = static_cast<int64_t>(current_->operands.size());
  const Schema made = count == 0 ? Schema::kEmpty : schema.value_or(Schema::kBoxed);
  llvm::Value* list = m.calls.Call(b, "fora_list_new", b.getPtrTy(),
                                   {I32(static_cast<uint32_t>(made)), Int(count)}, CallKind::kOrdinary);
  if (schema && count > 0) {
    llvm::Value* data = LoadHeader(list, layout::kListData, b.getPtrTy());
    llvm::Type* type = ElementType(b, *schema);
    for (int64_t i = 0; i < count; ++i) {
      llvm::Value* leaf = Widen(Get(current_->operands[i]), OperandType(i), element)[0];
      MarkElementAccess(
          b.CreateStore(ElementValue(b, *schema, leaf), b.CreateConstInBoundsGEP1_64(type, data, i)));
    }
    StoreHeader(Int(count), list, layout::kListSize);
  } else {
    for (int64_t i = 0; i < count; ++i) {
      Leaves any = Widen(Get(current_->operands[i]), OperandType(i), m.typed.types->Of(TypeKind::kAny));
      m.calls.Call(b, "fora_list_append", b.getVoidTy(), {list, any[0], any[1]}, CallKind::kOrdinary);
    }
  }
  Set(list);
}

void FunctionEmitter::LeaveUnlessUnique(llvm::Value* list) {
  llvm::LoadInst* count = b.CreateLoad(b.getInt32Ty(), ByteAddress(b, list, layout::kRefCount));
  count->setAtomic(llvm::AtomicOrdering::Acquire);
  count->setAlignment(llvm::Align(4));
  LeaveIf(b.CreateICmpNE(count, I32(1)), Exit());
}

llvm::Value* FunctionEmitter::InnerList(llvm::Value* list, llvm::Value* index) {
  llvm::Value* inner = HeldReference(list, index, Tag::kList, Exit());
  LeaveUnlessUnique(inner);
  return inner;
}

void FunctionEmitter::EmitListErase(llvm::Value* list, llvm::Value* index, llvm::Value* size) {
  llvm::BasicBlock *last = NewBlock("list.last"), *slow = NewBlock("list.slow"), *done = NewBlock("list");
  llvm::Value* last_index = b.CreateNSWSub(size, Int(1));
  Branch(b.CreateAnd(b.CreateNot(SchemaIs(list, Schema::kBoxed)), b.CreateICmpEQ(index, last_index)), last,
         slow);
  b.SetInsertPoint(last);
  StoreHeader(last_index, list, layout::kListSize);
  b.CreateBr(done);
  b.SetInsertPoint(slow);
  m.calls.Call(b, "fora_list_erase", b.getVoidTy(), {list, index}, CallKind::kOrdinary);
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

// In place, or not at all: the list must be the only reference, and so must be the lists on the way to one
// that it holds.
void FunctionEmitter::EmitListUpdate() {
  const Op op = current_->op;
  const bool append = op == Op::kListAppend || op == Op::kListAppendAt;
  const std::vector<ValueId>& operands = current_->operands;
  const ValueId list_id = operands[0], item_id = operands.back();
  const size_t levels = op == Op::kListStoreAt    ? operands.size() - 3
                        : op == Op::kListAppendAt ? operands.size() - 2
                                                  : 0;
  llvm::Value* const root = One(list_id);
  const bool shared =
      std::find(counting_->retains.begin(), counting_->retains.end(), list_id) != counting_->retains.end();
  if (shared) {
    LeaveIf(b.getTrue(), Exit());
  } else {
    LeaveUnlessUnique(root);
  }
  llvm::Value* list = root;
  const Type* list_type = OperandType(0);
  for (size_t level = 0; level < levels; ++level) {
    list = InnerList(list, CheckedIndex(Operand(level + 1), ListLength(list)));
    list_type = list_type->parts[0];
  }
  llvm::Value* size = ListLength(list);
  llvm::Value* index = append ? size : CheckedIndex(Operand(levels + 1), size);
  if (op == Op::kListErase) {
    EmitListErase(list, index, size);
    return Set(root);
  }
  const Type* element = list_type->parts[0];
  const Type* item_type = TypeOf(item_id);
  std::optional<Schema> schema = element == item_type ? UnboxedSchema(element) : std::nullopt;
  llvm::BasicBlock *slow = NewBlock("list.slow"), *done = NewBlock("list");
  if (schema) {
    llvm::BasicBlock* fast = NewBlock("list.fast");
    llvm::Value* ready = SchemaIs(list, *schema);
    if (append)
      ready =
          b.CreateAnd(ready, b.CreateICmpSLT(size, LoadHeader(list, layout::kListCapacity, b.getInt64Ty())));
    Branch(ready, fast, slow);
    b.SetInsertPoint(fast);
    llvm::Value* data = LoadHeader(list, layout::kListData, b.getPtrTy());
    llvm::Value* address = b.CreateInBoundsGEP(ElementType(b, *schema), data, index);
    MarkElementAccess(b.CreateStore(ElementValue(b, *schema, One(item_id)), address));
    if (append) StoreHeader(b.CreateNSWAdd(size, Int(1)), list, layout::kListSize);
    b.CreateBr(done);
  } else {
    b.CreateBr(slow);
  }
  b.SetInsertPoint(slow);
  if (append) {
    llvm::Value* room = m.calls.Call(b, "fora_list_room", b.getInt32Ty(),
                                     {list, I32(static_cast<uint32_t>(schema.value_or(Schema::kBoxed)))},
                                     CallKind::kOrdinary);
    LeaveIf(b.CreateICmpEQ(room, I32(0)), Exit());
  }
  for (ValueId id : counting_->retains) {
    if (id != list_id) Retain(TypeOf(id), Get(id));
  }
  Leaves any = Widen(Get(item_id), item_type, m.typed.types->Of(TypeKind::kAny));
  if (append)
    m.calls.Call(b, "fora_list_append", b.getVoidTy(), {list, any[0], any[1]}, CallKind::kOrdinary);
  else
    m.calls.Call(b, "fora_list_set", b.getVoidTy(), {list, index, any[0], any[1]}, CallKind::kOrdinary);
  b.CreateBr(done);
  b.SetInsertPoint(done);
  Set(root);
}

// ---- Strings, and concatenation ----

void FunctionEmitter::EmitStr() {
  llvm::Value* x = Operand(0);
  if (current_->op == Op::kStrItem) {
    llvm::Value* index = CheckedIndex(Operand(1), LoadHeader(x, layout::kStrLength, b.getInt64Ty()));
    return Set(m.calls.Call(b, "fora_str_item", b.getPtrTy(), {x, index}, CallKind::kOrdinary));
  }
  llvm::Value* y = Operand(1);
  if (current_->op == Op::kListConcat || current_->op == Op::kStrConcat) {
    const std::string concat = current_->op == Op::kListConcat ? "fora_list_concat" : "fora_str_concat";
    const auto& retains = counting_->retains;
    const bool shared = std::find(retains.begin(), retains.end(), current_->operands[0]) != retains.end();
    llvm::Value* room =
        m.calls.Call(b, concat + "_room", b.getInt32Ty(), {x, y, I32(shared ? 1 : 0)}, CallKind::kOrdinary);
    LeaveIf(b.CreateICmpEQ(room, I32(0)), Exit());
    for (ValueId id : counting_->retains) Retain(TypeOf(id), Get(id));
    return Set(m.calls.Call(b, concat, b.getPtrTy(), {x, y}, CallKind::kOrdinary));
  }
  static constexpr llvm::CmpInst::Predicate kPredicates[] = {
      llvm::CmpInst::ICMP_SLT, llvm::CmpInst::ICMP_SLE, llvm::CmpInst::ICMP_EQ,
      llvm::CmpInst::ICMP_NE,  llvm::CmpInst::ICMP_SGT, llvm::CmpInst::ICMP_SGE};
  if (current_->compare > ir::CompareOp::kGe) return Fail("comparison of strs by identity or membership");
  llvm::Value* order = m.calls.Call(b, "fora_str_compare", b.getInt32Ty(), {x, y}, CallKind::kOrdinary);
  Set(b.CreateICmp(kPredicates[static_cast<size_t>(current_->compare)], order, I32(0)));
}

// ---- The generic way ----

void FunctionEmitter::EmitRuntime() {
  if (!frame_state_) return Fail("a runtime operator without frame state");
  Leaves operands;
  for (ValueId id : current_->operands) operands.append(Get(id).begin(), Get(id).end());
  llvm::Value* status =
      m.calls.CallWithSlots(b, "fora_generic", b.getInt32Ty(), {fora_context, ExitSiteRow(*frame_state_)},
                            operands, CallKind::kOrdinary);
  CheckStatus(status);
  if (current_->result) Set(LoadResult(ResultType()));
}

}  // namespace fora::codegen
