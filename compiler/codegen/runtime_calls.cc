#include "compiler/codegen/runtime_calls.h"

#include "llvm/IR/Attributes.h"

namespace fora::codegen {

namespace {

llvm::FunctionType* Signature(llvm::Type* result, llvm::ArrayRef<llvm::Value*> parameters, bool variadic) {
  llvm::SmallVector<llvm::Type*, 6> types;
  for (llvm::Value* parameter : parameters) types.push_back(parameter->getType());
  return llvm::FunctionType::get(result, types, variadic);
}

}  // namespace

llvm::CallInst* RuntimeCalls::Call(Builder& b, std::string_view name, llvm::Type* result,
                                   llvm::ArrayRef<llvm::Value*> arguments, CallKind kind) {
  return Call(b, name, Signature(result, arguments, false), arguments, kind);
}

llvm::CallInst* RuntimeCalls::CallWithSlots(Builder& b, std::string_view name, llvm::Type* result,
                                            llvm::ArrayRef<llvm::Value*> parameters, const Leaves& slots,
                                            CallKind kind) {
  llvm::SmallVector<llvm::Value*, 16> all(parameters.begin(), parameters.end());
  for (llvm::Value* slot : slots) all.push_back(slot->getType()->isPointerTy() ? slot : ToWord(b, slot));
  return Call(b, name, Signature(result, parameters, true), all, kind);
}

llvm::CallInst* RuntimeCalls::Call(Builder& b, std::string_view name, llvm::FunctionType* type,
                                   llvm::ArrayRef<llvm::Value*> arguments, CallKind kind) {
  llvm::FunctionCallee callee = module_.getOrInsertFunction(llvm::StringRef(name.data(), name.size()), type);
  auto* function = llvm::cast<llvm::Function>(callee.getCallee());
  if (!function->hasFnAttribute(llvm::Attribute::NoUnwind)) {
    function->addFnAttr(llvm::Attribute::NoUnwind);
    function->addFnAttr(llvm::Attribute::NoBuiltin);
    if (kind == CallKind::kCold) function->addFnAttr(llvm::Attribute::Cold);
    if (kind == CallKind::kReading) function->setOnlyReadsMemory();
    if (kind == CallKind::kArithmetic) function->setDoesNotAccessMemory();
    if (kind == CallKind::kReading || kind == CallKind::kArithmetic)
      function->addFnAttr(llvm::Attribute::WillReturn);
  }
  llvm::CallInst* call = b.CreateCall(callee, arguments);
  call->addFnAttr(llvm::Attribute::NoBuiltin);
  return call;
}

llvm::Value* RuntimeCalls::TableRow(Builder& b, const char* table, uint64_t index, uint64_t row_bytes) {
  // The true size is only known when the object is linked; any bound that covers it will do.
  llvm::Constant* base =
      module_.getOrInsertGlobal(table, llvm::ArrayType::get(b.getInt8Ty(), uint64_t{1} << 32));
  return ByteAddress(b, base, static_cast<int64_t>(index * row_bytes));
}

}  // namespace fora::codegen
