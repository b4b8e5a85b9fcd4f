#include "compiler/codegen/runtime_calls.h"

#include "llvm/IR/Attributes.h"

namespace fora::codegen {

llvm::CallInst* RuntimeCalls::Call(Builder& b, std::string_view name, llvm::Type* result,
                                   llvm::ArrayRef<llvm::Value*> arguments, CallKind kind) {
  llvm::SmallVector<llvm::Type*, 6> types;
  for (llvm::Value* argument : arguments) types.push_back(argument->getType());
  auto* type = llvm::FunctionType::get(result, types, false);
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
