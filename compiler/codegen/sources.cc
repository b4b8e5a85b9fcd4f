#include "compiler/codegen/sources.h"

#include <algorithm>

#include "compiler/codegen/layout.h"
#include "compiler/ir/boxing.h"

namespace fora::codegen {

using ir::IteratorKind;
using ir::Type;
using ir::TypeKind;

llvm::Value* RangeLength(ValueEmitter& e, const Leaves& range, llvm::BasicBlock* overflow) {
  Builder& b = e.b;
  llvm::Value *start = range[0], *stop = range[1], *step = range[2];
  llvm::Value* up = b.CreateICmpSGT(step, e.Int(0));
  llvm::Value* low = b.CreateSelect(up, start, stop);
  llvm::Value* high = b.CreateSelect(up, stop, start);
  // The distance fits 64 bits without sign. A step of 0 was refused when the range was made.
  llvm::Value* stride = b.CreateSelect(up, step, b.CreateSub(e.Int(0), step));
  llvm::Value* some = b.CreateICmpSLT(low, high);
  llvm::Value* distance = b.CreateSub(high, low);
  llvm::Value* count = b.CreateAdd(b.CreateUDiv(b.CreateSub(distance, e.Int(1)), stride), e.Int(1));
  llvm::Value* length = b.CreateSelect(some, count, e.Int(0));
  if (overflow != nullptr) e.LeaveIf(b.CreateICmpSLT(length, e.Int(0)), overflow);
  return length;
}

llvm::Value* SourceLength(ValueEmitter& e, const Type* type, const Leaves& leaves,
                          llvm::BasicBlock* overflow) {
  Builder& b = e.b;
  if (type->Is(TypeKind::kRange)) return RangeLength(e, leaves, overflow);
  if (type->Is(TypeKind::kStr)) return e.LoadHeader(leaves[0], layout::kStrLength, b.getInt64Ty());
  if (type->Is(TypeKind::kList) || type->Is(TypeKind::kTupleN)) return e.ListLength(leaves[0]);
  if (type->Is(TypeKind::kTuple)) return e.Int(static_cast<int64_t>(type->parts.size()));
  auto part = [&](size_t i) {
    return SourceLength(e, type->parts[i], ValueEmitter::Part(leaves, type, i), overflow);
  };
  if (type->Is(TypeKind::kIterator)) {
    switch (type->iterator_kind) {
      case IteratorKind::kGenerator:
      case IteratorKind::kFlatGenerator:
      case IteratorKind::kReversed: return part(0);
      case IteratorKind::kEnumerate: {
        llvm::Value* length = part(0);
        // The last index plus the start has to fit.
        llvm::Value* start = ValueEmitter::Part(leaves, type, 1)[0];
        llvm::Value* sum = b.CreateBinaryIntrinsic(llvm::Intrinsic::sadd_with_overflow, start, length);
        if (overflow != nullptr) e.LeaveIf(b.CreateExtractValue(sum, 1), overflow);
        return length;
      }
      case IteratorKind::kMap:
      case IteratorKind::kZip: {
        llvm::Value* shortest = nullptr;
        for (size_t i = type->iterator_kind == IteratorKind::kMap ? 1 : 0; i < type->parts.size(); ++i) {
          llvm::Value* length = part(i);
          shortest =
              shortest == nullptr ? length : b.CreateBinaryIntrinsic(llvm::Intrinsic::smin, shortest, length);
        }
        return shortest == nullptr ? e.Int(0) : shortest;
      }
      case IteratorKind::kSequence: {
        llvm::Value* rest = b.CreateSub(part(0), ValueEmitter::Part(leaves, type, 1)[0]);
        return b.CreateBinaryIntrinsic(llvm::Intrinsic::smax, rest, e.Int(0));
      }
      case IteratorKind::kFilter: break;
    }
  }
  e.Fail("no length by index: " + ToString(type));
  return e.Int(0);
}

bool IsUniform(const Type* tuple, const Type* element) {
  if (!tuple->Is(TypeKind::kTuple) || tuple->parts.empty() || element->slots == 0) return false;
  return std::all_of(tuple->parts.begin(), tuple->parts.end(),
                     [&](const Type* part) { return part == element; });
}

Leaves UniformTupleElement(ValueEmitter& e, llvm::Value* memory, llvm::Value* index, const Type* element,
                           bool lent) {
  auto* row = llvm::ArrayType::get(e.b.getInt64Ty(), element->slots);
  Leaves leaves = LoadSlots(e.b, element, e.b.CreateInBoundsGEP(row, memory, index));
  if (!lent) e.Retain(element, leaves);
  return leaves;
}

Leaves TupleElement(ValueEmitter& e, const Type* tuple, const Leaves& leaves, llvm::Value* index,
                    const Type* result, bool lent) {
  Builder& b = e.b;
  if (tuple->parts.empty()) return ZeroLeaves(b, result);
  if (IsUniform(tuple, result)) {
    llvm::Value* memory = e.Alloca(tuple->slots);
    StoreSlots(b, leaves, memory);
    return UniformTupleElement(e, memory, index, result, lent);
  }
  llvm::BasicBlock *done = e.NewBlock("item"), *never = e.NewBlock("never");
  auto* choose = b.CreateSwitch(index, never);
  std::vector<std::pair<llvm::BasicBlock*, Leaves>> arms;
  for (size_t i = 0; i < tuple->parts.size(); ++i) {
    llvm::BasicBlock* arm = e.NewBlock("item");
    choose->addCase(b.getInt64(i), arm);
    b.SetInsertPoint(arm);
    Leaves part = ValueEmitter::Part(leaves, tuple, i);
    if (!lent) e.Retain(tuple->parts[i], part);
    Leaves wide = e.Widen(part, tuple->parts[i], result);
    arms.emplace_back(b.GetInsertBlock(), std::move(wide));
    b.CreateBr(done);
  }
  b.SetInsertPoint(never);
  b.CreateUnreachable();
  b.SetInsertPoint(done);
  Leaves joined;
  std::vector<Leaf> kinds = LeavesOf(result);
  for (size_t i = 0; i < kinds.size(); ++i) {
    llvm::PHINode* phi = b.CreatePHI(RegisterType(kinds[i], e.context()), static_cast<unsigned>(arms.size()));
    for (auto& [block, values] : arms) phi->addIncoming(values[i], block);
    joined.push_back(phi);
  }
  return joined;
}

Leaves SourceItem(ValueEmitter& e, const Type* type, const Leaves& leaves, llvm::Value* index,
                  const SourceReading& reading) {
  Builder& b = e.b;
  if (type->Is(TypeKind::kRange)) {
    if (!reading.counts_up) return {b.CreateAdd(leaves[0], b.CreateMul(index, leaves[2]))};
    llvm::Value* item = b.CreateAdd(leaves[0], index, "", true, true);
    b.CreateAssumption(b.CreateICmpSGE(item, e.Int(0)));
    return {item};
  }
  if (type->Is(TypeKind::kStr)) {
    return {e.m.calls.Call(b, "fora_str_item", b.getPtrTy(), {leaves[0], index}, CallKind::kOrdinary)};
  }
  if (type->Is(TypeKind::kList) || type->Is(TypeKind::kTupleN)) {
    return e.ListElement(leaves[0], index, type->parts[0], reading.misfit, reading.fast_lists);
  }
  if (type->Is(TypeKind::kTuple))
    return TupleElement(e, type, leaves, index, PlainItemType(*e.m.typed.types, type), false);
  auto part = [&](size_t i, llvm::Value* at) {
    return SourceItem(e, type->parts[i], ValueEmitter::Part(leaves, type, i), at, reading);
  };
  if (type->Is(TypeKind::kIterator)) {
    switch (type->iterator_kind) {
      case IteratorKind::kReversed: {
        llvm::Value* length = SourceLength(e, type->parts[0], ValueEmitter::Part(leaves, type, 0), nullptr);
        return part(0, b.CreateSub(b.CreateSub(length, e.Int(1)), index));
      }
      case IteratorKind::kEnumerate: {
        Leaves result{b.CreateAdd(ValueEmitter::Part(leaves, type, 1)[0], index)};
        Leaves item = part(0, index);
        result.append(item.begin(), item.end());
        return result;
      }
      case IteratorKind::kZip: {
        Leaves result;
        for (size_t i = 0; i < type->parts.size(); ++i) {
          Leaves item = part(i, index);
          result.append(item.begin(), item.end());
        }
        return result;
      }
      case IteratorKind::kSequence:
        return part(0, b.CreateAdd(index, ValueEmitter::Part(leaves, type, 1)[0]));
      case IteratorKind::kGenerator:
      case IteratorKind::kFlatGenerator:
      case IteratorKind::kMap:
      case IteratorKind::kFilter: break;
    }
  }
  e.Fail("not read by index: " + ToString(type));
  return {};
}

}  // namespace fora::codegen
