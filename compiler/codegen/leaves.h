// Leaves: a FIR value as LLVM values, one per slot, each in its natural register type.
//
// Bool is i1, Float double, references ptr, everything else i64. A union is its tag, then words (i64) that
// hold the leaves of whichever member it is; Any is a tag and a word.
#pragma once

#include <vector>

#include "compiler/ir/type.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/IRBuilder.h"

namespace fora::codegen {

enum class Leaf : uint8_t { kInt, kFloat, kBool, kReference, kWord };

using Leaves = llvm::SmallVector<llvm::Value*, 4>;
using Builder = llvm::IRBuilder<>;

std::vector<Leaf> LeavesOf(const ir::Type* type);
llvm::Type* RegisterType(Leaf leaf, llvm::LLVMContext& context);

// Where part n of an aggregate, or member n of a Range, begins among the leaves.
uint32_t PartOffset(const ir::Type* type, size_t part);

llvm::Value* ToWord(Builder& b, llvm::Value* value);  // any register type -> i64
llvm::Value* FromWord(Builder& b, llvm::Value* word, Leaf leaf);

// From and to slots in memory (8 bytes each, as runtime/abi/abi.h lays them out).
Leaves LoadSlots(Builder& b, const ir::Type* type, llvm::Value* slots, uint32_t first = 0);
void StoreSlots(Builder& b, const Leaves& leaves, llvm::Value* slots, uint32_t first = 0);

// All zero: for values that no execution reads, and for references that a call has used up.
Leaves ZeroLeaves(Builder& b, const ir::Type* type);

llvm::Value* SlotAddress(Builder& b, llvm::Value* slots, uint32_t index);
llvm::Value* ByteAddress(Builder& b, llvm::Value* base, int64_t offset);

}  // namespace fora::codegen
