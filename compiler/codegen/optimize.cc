#include "compiler/codegen/optimize.h"

#include "absl/status/status.h"
#include "compiler/codegen/fork_marks.h"
#include "compiler/codegen/merge_exits.h"
#include "compiler/codegen/polls.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Verifier.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/SmallVectorMemoryBuffer.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "runtime/base/status_macros.h"

namespace fora::codegen {

Host DetectHost() {
  Host host;
  host.triple = llvm::sys::getProcessTriple();
  host.cpu = llvm::sys::getHostCPUName().str();
  llvm::StringMap<bool> features = llvm::sys::getHostCPUFeatures();
  host.has_fma = features.lookup("fma") && host.triple.rfind("x86_64", 0) == 0;
  std::vector<std::string> sorted;
  for (const auto& feature : features) sorted.push_back((feature.second ? "+" : "-") + feature.first().str());
  std::sort(sorted.begin(), sorted.end());
  for (const std::string& feature : sorted) host.features += (host.features.empty() ? "" : ",") + feature;
  return host;
}

Host GenericHost() { return {llvm::sys::getProcessTriple(), "generic", "", false}; }

namespace {

// cvtsi2sd and its like write a part of a register, and wait for what was in it before: for the last result
// of libm, most often. LLVM breaks that dependency only if it sees the earlier write, within so many
// instructions and not beyond a call; a distance above any that it computes makes it break every one, which
// costs a zeroing that executes in no time.
void BreakFalseDependencies() {
  const auto& options = llvm::cl::getRegisteredOptions();
  const auto clearance = options.find("undef-reg-clearance");  // x86 only
  if (clearance != options.end())
    static_cast<llvm::cl::opt<unsigned>*>(clearance->second)->setValue(1u << 30);
}

absl::StatusOr<std::unique_ptr<llvm::TargetMachine>> MakeTargetMachine(const Host& host) {
  static const bool initialised = [] {
    llvm::InitializeNativeTarget();
    llvm::InitializeNativeTargetAsmPrinter();
    BreakFalseDependencies();
    return true;
  }();
  (void)initialised;
  std::string error;
  const llvm::Target* target = llvm::TargetRegistry::lookupTarget(host.triple, error);
  if (target == nullptr) return absl::InternalError("no LLVM target: " + error);
  llvm::TargetOptions options;
  options.AllowFPOpFusion = llvm::FPOpFusion::Strict;  // a * b + c rounds twice, as CPython's does
  return std::unique_ptr<llvm::TargetMachine>(
      target->createTargetMachine(host.triple, host.cpu, host.features, options, llvm::Reloc::PIC_,
                                  llvm::CodeModel::Small, llvm::CodeGenOptLevel::Default, true));
}

void RunPipeline(llvm::Module& module, llvm::TargetMachine& machine) {
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager components;
  llvm::ModuleAnalysisManager modules;
  llvm::PipelineTuningOptions tuning;
  tuning.LoopVectorization = true;
  tuning.SLPVectorization = true;
  tuning.LoopUnrolling = true;
  tuning.LoopInterleaving = true;
  llvm::PassBuilder passes(&machine, tuning);
  passes.registerVectorizerStartEPCallback(
      [](llvm::FunctionPassManager& pipeline, llvm::OptimizationLevel) { pipeline.addPass(MergeExits()); });
  passes.registerOptimizerLastEPCallback([](llvm::ModulePassManager& pipeline, llvm::OptimizationLevel) {
    AddForkMarkPass(pipeline);
    AddPollPasses(pipeline);
  });
  passes.registerModuleAnalyses(modules);
  passes.registerCGSCCAnalyses(components);
  passes.registerFunctionAnalyses(functions);
  passes.registerLoopAnalyses(loops);
  passes.crossRegisterProxies(loops, functions, components, modules);
  passes.buildPerModuleDefaultPipeline(llvm::OptimizationLevel::O2).run(module, modules);
}

absl::Status EmitFile(llvm::Module& module, llvm::TargetMachine& machine, llvm::CodeGenFileType kind,
                      std::string* out) {
  llvm::SmallString<0> buffer;
  llvm::raw_svector_ostream stream(buffer);
  llvm::legacy::PassManager passes;
  if (machine.addPassesToEmitFile(passes, stream, nullptr, kind))
    return absl::InternalError("LLVM can't emit code for this machine");
  passes.run(module);
  out->assign(buffer.begin(), buffer.end());
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::unique_ptr<llvm::TargetMachine>> TargetMachines::Take() {
  {
    std::lock_guard lock(mutex_);
    if (!unused_.empty()) {
      std::unique_ptr<llvm::TargetMachine> machine = std::move(unused_.back());
      unused_.pop_back();
      return machine;
    }
  }
  return MakeTargetMachine(host_);
}

void TargetMachines::PutBack(std::unique_ptr<llvm::TargetMachine> machine) {
  std::lock_guard lock(mutex_);
  unused_.push_back(std::move(machine));
}

absl::StatusOr<ObjectCode> Optimize(llvm::Module& module, TargetMachines& machines, bool keep_text) {
  const Host& host = machines.host();
  FORA_ASSIGN_OR_RETURN(std::unique_ptr<llvm::TargetMachine> machine, machines.Take());
  module.setDataLayout(machine->createDataLayout());
  module.setTargetTriple(host.triple);
  for (llvm::Function& function : module) {
    if (function.isDeclaration()) continue;
    function.addFnAttr("target-cpu", host.cpu);
    function.addFnAttr("target-features", host.features);
  }
  RunPipeline(module, *machine);
  ObjectCode code;
  if (keep_text) {
    llvm::raw_string_ostream out(code.ir);
    module.print(out, nullptr);
    std::unique_ptr<llvm::Module> copy = llvm::CloneModule(module);
    FORA_RETURN_IF_ERROR(EmitFile(*copy, *machine, llvm::CodeGenFileType::AssemblyFile, &code.assembly));
  }
  FORA_RETURN_IF_ERROR(EmitFile(module, *machine, llvm::CodeGenFileType::ObjectFile, &code.object));
  machines.PutBack(std::move(machine));
  return code;
}

}  // namespace fora::codegen
