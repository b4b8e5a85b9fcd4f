#include "compiler/codegen/leaves.h"

#include "runtime/base/check.h"

namespace fora::codegen {

using ir::Type;
using ir::TypeKind;

namespace {

void Append(const Type* type, std::vector<Leaf>& out) {
  switch (type->kind) {
    case TypeKind::kBottom:
    case TypeKind::kNone:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kClass:
    case TypeKind::kBuiltin:
    case TypeKind::kModule: return;
    case TypeKind::kBool: out.push_back(Leaf::kBool); return;
    case TypeKind::kInt: out.push_back(Leaf::kInt); return;
    case TypeKind::kFloat: out.push_back(Leaf::kFloat); return;
    case TypeKind::kStr:
    case TypeKind::kTupleN:
    case TypeKind::kList: out.push_back(Leaf::kReference); return;
    case TypeKind::kRange: out.insert(out.end(), 3, Leaf::kInt); return;
    case TypeKind::kAny: out.insert(out.end(), 2, Leaf::kWord); return;
    case TypeKind::kUnion: out.insert(out.end(), type->slots, Leaf::kWord); return;
    case TypeKind::kTuple:
    case TypeKind::kFunction:
    case TypeKind::kBound:
    case TypeKind::kInstance:
    case TypeKind::kIterator:
      for (const Type* part : type->parts) Append(part, out);
      return;
  }
}

}  // namespace

std::vector<Leaf> LeavesOf(const Type* type) {
  std::vector<Leaf> leaves;
  Append(type, leaves);
  FORA_CHECK(leaves.size() == type->slots) << ToString(type);
  return leaves;
}

llvm::Type* RegisterType(Leaf leaf, llvm::LLVMContext& context) {
  switch (leaf) {
    case Leaf::kInt:
    case Leaf::kWord: return llvm::Type::getInt64Ty(context);
    case Leaf::kFloat: return llvm::Type::getDoubleTy(context);
    case Leaf::kBool: return llvm::Type::getInt1Ty(context);
    case Leaf::kReference: return llvm::PointerType::getUnqual(context);
  }
  FORA_UNREACHABLE() << int(leaf);
}

uint32_t PartOffset(const Type* type, size_t part) {
  if (type->Is(TypeKind::kRange)) return static_cast<uint32_t>(part);
  uint32_t offset = 0;
  for (size_t i = 0; i < part; ++i) offset += type->parts[i]->slots;
  return offset;
}

llvm::Value* ToWord(Builder& b, llvm::Value* value) {
  llvm::Type* type = value->getType();
  if (type->isDoubleTy()) return b.CreateBitCast(value, b.getInt64Ty());
  if (type->isPointerTy()) return b.CreatePtrToInt(value, b.getInt64Ty());
  if (type->isIntegerTy(1)) return b.CreateZExt(value, b.getInt64Ty());
  return value;
}

llvm::Value* FromWord(Builder& b, llvm::Value* word, Leaf leaf) {
  switch (leaf) {
    case Leaf::kInt:
    case Leaf::kWord: return word;
    case Leaf::kFloat: return b.CreateBitCast(word, b.getDoubleTy());
    case Leaf::kBool: return b.CreateTrunc(word, b.getInt1Ty());
    case Leaf::kReference: return b.CreateIntToPtr(word, b.getPtrTy());
  }
  FORA_UNREACHABLE() << int(leaf);
}

llvm::Value* ByteAddress(Builder& b, llvm::Value* base, int64_t offset) {
  return offset == 0 ? base
                     : b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), base, static_cast<uint64_t>(offset));
}

llvm::Value* SlotAddress(Builder& b, llvm::Value* slots, uint32_t index) {
  return ByteAddress(b, slots, int64_t{8} * index);
}

Leaves LoadSlots(Builder& b, const Type* type, llvm::Value* slots, uint32_t first) {
  Leaves leaves;
  for (Leaf leaf : LeavesOf(type)) {
    llvm::Value* address = SlotAddress(b, slots, first++);
    if (leaf == Leaf::kBool) {
      leaves.push_back(
          b.CreateTrunc(b.CreateAlignedLoad(b.getInt64Ty(), address, llvm::Align(8)), b.getInt1Ty()));
    } else {
      leaves.push_back(b.CreateAlignedLoad(RegisterType(leaf, b.getContext()), address, llvm::Align(8)));
    }
  }
  return leaves;
}

void StoreSlots(Builder& b, const Leaves& leaves, llvm::Value* slots, uint32_t first) {
  for (llvm::Value* leaf : leaves) {
    if (leaf->getType()->isIntegerTy(1)) leaf = b.CreateZExt(leaf, b.getInt64Ty());
    b.CreateAlignedStore(leaf, SlotAddress(b, slots, first++), llvm::Align(8));
  }
}

Leaves ZeroLeaves(Builder& b, const Type* type) {
  Leaves leaves;
  for (Leaf leaf : LeavesOf(type))
    leaves.push_back(llvm::Constant::getNullValue(RegisterType(leaf, b.getContext())));
  return leaves;
}

}  // namespace fora::codegen
