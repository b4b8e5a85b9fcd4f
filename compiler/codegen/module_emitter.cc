#include "compiler/codegen/module_emitter.h"

#include "absl/status/status.h"
#include "compiler/codegen/fold_emitter.h"
#include "compiler/codegen/function_emitter.h"
#include "compiler/ir/boxing.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Support/raw_ostream.h"
#include "runtime/base/status_macros.h"

namespace fora::codegen {

using ir::Type;

std::string EntryName(uint32_t function) { return "fora_entry_" + std::to_string(function); }
std::string ReleaseFoldName(uint32_t fold) { return "fora_release_fold_" + std::to_string(fold); }
std::string ReleaseArgumentsName(uint32_t fork) { return "fora_release_arguments_" + std::to_string(fork); }
std::string ReleaseResultName(uint32_t fork) { return "fora_release_result_" + std::to_string(fork); }

namespace {

class ModuleEmitter {
 public:
  ModuleEmitter(const ir::TypedModule& typed, const ModulePlan& plan, const EmitOptions& options,
                llvm::Module& module)
      : convention_(ChooseConvention(typed)),
        calls_(module),
        context_{typed, plan, convention_, module, calls_, options, {}} {}

  absl::Status Run() {
    const auto count = static_cast<uint32_t>(context_.typed.functions.size());
    for (uint32_t i = 0; i < count; ++i) FORA_RETURN_IF_ERROR(Declare(i));
    for (uint32_t i = 0; i < count; ++i) {
      FORA_RETURN_IF_ERROR(FunctionEmitter(context_, i).Run());
      if (context_.plan.has_entry[i]) FORA_RETURN_IF_ERROR(EmitEntry(i));
    }
    for (uint32_t i = 0; i < context_.plan.folds.size(); ++i) FORA_RETURN_IF_ERROR(EmitFold(i));
    for (uint32_t i = 0; i < context_.plan.forks.size(); ++i) FORA_RETURN_IF_ERROR(EmitForkReleases(i));
    return absl::OkStatus();
  }

 private:
  llvm::LLVMContext& llvm() { return context_.module.getContext(); }
  llvm::Type* I32() { return llvm::Type::getInt32Ty(llvm()); }
  llvm::Type* Ptr() { return llvm::PointerType::getUnqual(llvm()); }

  llvm::Function* NewFunction(llvm::FunctionType* type, llvm::GlobalValue::LinkageTypes linkage,
                              const std::string& name) {
    auto* function = llvm::Function::Create(type, linkage, name, context_.module);
    function->addFnAttr(llvm::Attribute::NoUnwind);
    return function;
  }

  absl::Status Declare(uint32_t index) {
    const ir::Function& f = *context_.typed.functions[index];
    if (f.return_type == nullptr) return absl::InternalError("no return type: " + f.qualname_);
    std::vector<llvm::Type*> parameters{Ptr()}, results;
    for (ir::ValueId id : f.blocks[0].parameters) {
      for (Leaf leaf : LeavesOf(f.values[id.value()].type)) parameters.push_back(RegisterType(leaf, llvm()));
    }
    for (Leaf leaf : LeavesOf(f.return_type)) results.push_back(RegisterType(leaf, llvm()));
    if (parameters.size() + results.size() > abi::kSlotsMax)
      return absl::UnimplementedError("too many values in the signature of " + f.qualname_);
    for (const ir::ValueInfo& info : f.values) {
      if (info.type != nullptr && info.type->slots > abi::kSlotsMax)
        return absl::UnimplementedError("too large a value in " + f.qualname_);
    }
    results.push_back(I32());
    auto* type = llvm::FunctionType::get(llvm::StructType::get(llvm(), results), parameters, false);
    llvm::Function* function =
        NewFunction(type, llvm::GlobalValue::InternalLinkage, "fora_function_" + std::to_string(index));
    function->setCallingConv(llvm::CallingConv::Fast);
    if (context_.plan.inlined[index])
      function->addFnAttr(llvm::Attribute::AlwaysInline);
    else if (context_.plan.recursive[index])
      function->addFnAttr(llvm::Attribute::NoInline);
    context_.functions.push_back(function);
    return absl::OkStatus();
  }

  absl::Status EmitEntry(uint32_t index) {
    const ir::Function& f = *context_.typed.functions[index];
    auto* entry_type = llvm::FunctionType::get(I32(), {Ptr(), Ptr(), Ptr()}, false);
    llvm::Function* entry = NewFunction(entry_type, llvm::GlobalValue::ExternalLinkage, EntryName(index));
    ValueEmitter e(context_, entry);
    e.b.SetInsertPoint(e.NewBlock("entry"));
    std::vector<std::pair<const Type*, Leaves>> borrowed;
    Leaves arguments;
    uint32_t slot = 0;
    for (size_t i = 0; i < f.blocks[0].parameters.size(); ++i) {
      const Type* type = f.values[f.blocks[0].parameters[i].value()].type;
      Leaves leaves = LoadSlots(e.b, type, entry->getArg(1), slot);
      slot += type->slots;
      arguments.append(leaves.begin(), leaves.end());
      if (convention_.borrowed[index][i]) borrowed.emplace_back(type, leaves);
    }
    ValueEmitter::CallResult call = e.CallFunction(index, arguments);
    for (const auto& [type, leaves] : borrowed) e.Release(type, leaves);
    StoreSlots(e.b, call.leaves, entry->getArg(2));
    e.b.CreateRet(call.status);
    return e.status();
  }

  absl::Status EmitFold(uint32_t index) {
    const FoldPlan& fold = context_.plan.folds[index];
    for (FoldVariant variant : VariantsOf(fold))
      FORA_RETURN_IF_ERROR(FoldEmitter(context_, index, variant, FoldBody(context_, index, variant)).Run());
    return EmitRelease(ReleaseFoldName(index), {fold.iterable});
  }

  absl::Status EmitForkReleases(uint32_t index) {
    const ForkPlan& fork = context_.plan.forks[index];
    const ir::Function& f = *context_.typed.functions[fork.callee];
    std::vector<const Type*> types;
    for (ir::ValueId id : f.blocks[0].parameters) types.push_back(f.values[id.value()].type);
    FORA_RETURN_IF_ERROR(EmitRelease(ReleaseArgumentsName(index), types));
    return EmitRelease(ReleaseResultName(index), {f.return_type});
  }

  absl::Status EmitRelease(const std::string& name, const std::vector<const Type*>& types) {
    auto* type = llvm::FunctionType::get(llvm::Type::getVoidTy(llvm()), {Ptr()}, false);
    llvm::Function* function = NewFunction(type, llvm::GlobalValue::ExternalLinkage, name);
    ValueEmitter e(context_, function);
    e.b.SetInsertPoint(e.NewBlock("entry"));
    uint32_t slot = 0;
    for (const Type* part : types) {
      e.Release(part, LoadSlots(e.b, part, function->getArg(0), slot));
      slot += part->slots;
    }
    e.b.CreateRetVoid();
    return e.status();
  }

  const Convention convention_;
  RuntimeCalls calls_;
  ModuleContext context_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<llvm::Module>> EmitModule(const ir::TypedModule& typed, const ModulePlan& plan,
                                                         const EmitOptions& options,
                                                         llvm::LLVMContext& context) {
  auto module = std::make_unique<llvm::Module>("fora", context);
  FORA_RETURN_IF_ERROR(ModuleEmitter(typed, plan, options, *module).Run());
  std::string error;
  llvm::raw_string_ostream out(error);
  if (llvm::verifyModule(*module, &out))
    return absl::InternalError("code generation made invalid IR: " + error);
  return module;
}

}  // namespace fora::codegen
