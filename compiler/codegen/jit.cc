#include "compiler/codegen/jit.h"

#include <atomic>
#include <bit>
#include <cmath>
#include <cstring>

#include "absl/status/status.h"
#include "compiler/codegen/fold_emitter.h"
#include "compiler/codegen/libm.h"
#include "compiler/codegen/module_emitter.h"
#include "compiler/codegen/optimize.h"
#include "compiler/codegen/ownership.h"
#include "compiler/codegen/runtime_calls.h"
#include "compiler/ir/boxing.h"
#include "compiler/ir/print.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/ExecutionEngine/JITLink/JITLinkMemoryManager.h"
#include "llvm/ExecutionEngine/Orc/Core.h"
#include "llvm/ExecutionEngine/Orc/ExecutorProcessControl.h"
#include "llvm/ExecutionEngine/Orc/ObjectLinkingLayer.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Support/MemoryBuffer.h"
#include "runtime/base/check.h"
#include "runtime/base/status_macros.h"

namespace fora::codegen {
namespace {

// Changes whenever equal FIR gives other code, or code that expects other layouts: part of the cache's key.
constexpr uint64_t kCodeVersion = 13;

std::string Message(llvm::Error error) { return llvm::toString(std::move(error)); }

// The tables that code reads through external symbols. Rows never move.
struct StaticTables {
  std::vector<abi::ExitSite> exits;
  std::vector<abi::FoldSite> folds;
  std::vector<abi::ForkSite> forks;
  std::vector<uint64_t> constants;
  std::vector<const ir::Type*> types;
};

// Sessions of ORC are noisy about errors by default; ours come back as Status.
struct Session {
  Session(std::unique_ptr<llvm::orc::ExecutorProcessControl> process)
      : session(std::move(process)), linker(session), runtime(session.createBareJITDylib("runtime")) {
    session.setErrorReporter([](llvm::Error error) { llvm::consumeError(std::move(error)); });
  }
  ~Session() { llvm::consumeError(session.endSession()); }

  llvm::orc::ExecutionSession session;
  llvm::orc::ObjectLinkingLayer linker;
  llvm::orc::JITDylib& runtime;
  std::atomic<uint64_t> modules{0};
};

class CompiledModuleImpl : public CompiledModule {
 public:
  CompiledModuleImpl(std::shared_ptr<Session> session, std::shared_ptr<const ir::TypedModule> typed,
                     ModulePlan plan, bool from_cache)
      : session_(std::move(session)),
        typed_(std::move(typed)),
        plan_(std::move(plan)),
        from_cache_(from_cache) {}

  ~CompiledModuleImpl() override {
    for (const ConstantPlan& constant : plan_.constants) {
      if (tables_.constants.size() >= constant.first_slot + constant.type->slots) {
        ir::ReleaseSlots(constant.type, tables_.constants.data() + constant.first_slot);
      }
    }
    if (library_ != nullptr) llvm::consumeError(session_->session.removeJITDylib(*library_));
  }

  abi::Entry entry(size_t function) const override {
    FORA_CHECK(function < entries_.size()) << function;
    return entries_[function];
  }
  const abi::FoldSite& fold_site(size_t fold) const override { return tables_.folds[fold]; }
  bool from_cache() const override { return from_cache_; }

  absl::Status Link(const std::string& object) {
    FORA_RETURN_IF_ERROR(FillConstants());
    FillExits();
    tables_.folds.resize(plan_.folds.size());
    tables_.forks.resize(plan_.forks.size());
    tables_.types = plan_.types;
    library_ = &session_->session.createBareJITDylib("module" + std::to_string(session_->modules++));
    library_->addToLinkOrder(session_->runtime);
    if (auto error = DefineTables()) return absl::InternalError("JIT: " + Message(std::move(error)));
    auto buffer = llvm::MemoryBuffer::getMemBufferCopy(object, "fora");
    if (auto error = session_->linker.add(*library_, std::move(buffer)))
      return absl::InternalError("JIT: " + Message(std::move(error)));
    return FillCode();
  }

 private:
  absl::Status FillConstants() {
    std::vector<uint64_t> slots(plan_.constant_slots);
    for (const ConstantPlan& constant : plan_.constants) {
      Value value = constant.value;
      if (!ir::Unbox(constant.type, value, slots.data() + constant.first_slot)) {
        return absl::InternalError("a constant is no " + ToString(constant.type));
      }
      // Only once all of the values before it are in place may the destructor release them.
      tables_.constants.assign(slots.begin(), slots.begin() + constant.first_slot + constant.type->slots);
    }
    return absl::OkStatus();
  }

  void FillExits() {
    for (const auto& function : typed_->functions) {
      std::vector<uint32_t> sites(function->frame_states.size());
      auto note = [&](const std::optional<uint32_t>& state, ir::SiteId site) {
        if (state && *state < sites.size() && sites[*state] == 0) sites[*state] = site.value();
      };
      for (const ir::Block& block : function->blocks) {
        for (const ir::Instruction& i : block.instructions) note(i.frame_state, i.site);
        note(block.terminator.frame_state, block.terminator.site);
      }
      for (uint32_t state = 0; state < sites.size(); ++state)
        tables_.exits.push_back({function.get(), state, sites[state]});
    }
  }

  llvm::Error DefineTables() {
    llvm::orc::SymbolMap symbols;
    static const char kNothing = 0;
    auto define = [&](const char* name, const void* address) {
      if (address == nullptr) address = &kNothing;
      symbols[session_->session.intern(name)] = {llvm::orc::ExecutorAddr::fromPtr(address),
                                                 llvm::JITSymbolFlags::Exported};
    };
    define(kExitSites, tables_.exits.data());
    define(kFoldSites, tables_.folds.data());
    define(kForkSites, tables_.forks.data());
    define(kConstantSlots, tables_.constants.data());
    define(kTypes, tables_.types.data());
    return library_->define(llvm::orc::absoluteSymbols(std::move(symbols)));
  }

  // Looks every symbol up at once (and once: a lookup takes no name twice), which links the object.
  absl::Status FillCode() {
    std::vector<std::pair<std::string, void**>> wanted;
    entries_.resize(typed_->functions.size());
    auto want = [&](std::string name, auto* place) {
      wanted.emplace_back(std::move(name), reinterpret_cast<void**>(place));
    };
    for (uint32_t i = 0; i < entries_.size(); ++i) {
      if (plan_.has_entry[i]) want(EntryName(i), &entries_[i]);
    }
    for (uint32_t i = 0; i < plan_.folds.size(); ++i) {
      const FoldPlan& plan = plan_.folds[i];
      abi::FoldSite& site = tables_.folds[i];
      site = {plan.kind,
              plan.iterable->slots,
              plan.bounded ? 1u : 0u,
              nullptr,
              nullptr,
              nullptr,
              nullptr,
              nullptr,
              nullptr,
              plan.iterable,
              nullptr};
      if (!plan.functions.empty()) site.function = typed_->functions[plan.functions[0]].get();
      abi::FoldBody* const bodies[] = {&site.fold, &site.fold_compensated, &site.map, &site.map_and_fold,
                                       &site.map_and_fold_compensated};
      for (FoldVariant variant : VariantsOf(plan))
        want(FoldBodyName(i, variant), bodies[static_cast<size_t>(variant)]);
      want(ReleaseFoldName(i), &site.release_environment);
    }
    for (uint32_t i = 0; i < plan_.forks.size(); ++i) {
      const ir::Function& callee = *typed_->functions[plan_.forks[i].callee];
      uint32_t slots = 0;
      for (ir::ValueId id : callee.blocks[0].parameters) slots += callee.values[id.value()].type->slots;
      tables_.forks[i] = {nullptr, &callee, slots, callee.return_type->slots, nullptr, nullptr};
      want(ReleaseArgumentsName(i), &tables_.forks[i].release_arguments);
      want(ReleaseResultName(i), &tables_.forks[i].release_result);
    }
    llvm::orc::SymbolLookupSet names;
    for (const auto& [name, place] : wanted) names.add(session_->session.intern(name));
    auto found = session_->session.lookup({{library_, llvm::orc::JITDylibLookupFlags::MatchAllSymbols}},
                                          std::move(names));
    if (!found) return absl::InternalError("JIT: " + Message(found.takeError()));
    for (const auto& [name, place] : wanted) {
      *place = (*found)[session_->session.intern(name)].getAddress().toPtr<void*>();
    }
    for (uint32_t i = 0; i < plan_.forks.size(); ++i)
      tables_.forks[i].thunk = entries_[plan_.forks[i].callee];
    return absl::OkStatus();
  }

  std::shared_ptr<Session> session_;
  std::shared_ptr<const ir::TypedModule> typed_;
  const ModulePlan plan_;
  const bool from_cache_;
  StaticTables tables_;
  llvm::orc::JITDylib* library_ = nullptr;
  std::vector<abi::Entry> entries_;
};

class JitImpl : public Jit {
 public:
  JitImpl(std::shared_ptr<Session> session, std::unique_ptr<ObjectCache> cache, Exits exits)
      : session_(std::move(session)),
        cache_(std::move(cache)),
        machines_(DetectHost()),
        random_exits_(exits == Exits::kRandomToo) {}

  absl::StatusOr<std::shared_ptr<const CompiledModule>> Compile(
      std::shared_ptr<const ir::TypedModule> module) override {
    FORA_ASSIGN_OR_RETURN(ModulePlan plan, MakePlan(*module));
    FORA_ASSIGN_OR_RETURN(const Hash128 key, Key(*module, plan));
    std::optional<std::string> object;
    if (cache_ != nullptr) object = cache_->Find(key);
    const bool cached = object.has_value();
    if (!cached) {
      FORA_ASSIGN_OR_RETURN(ObjectCode code, Generate(*module, plan, machines_, false));
      object = std::move(code.object);
      if (cache_ != nullptr) cache_->Store(key, *object);
    }
    auto compiled =
        std::make_shared<CompiledModuleImpl>(session_, std::move(module), std::move(plan), cached);
    FORA_RETURN_IF_ERROR(compiled->Link(*object));
    return std::shared_ptr<const CompiledModule>(std::move(compiled));
  }

  absl::StatusOr<CodeText> Text(const ir::TypedModule& module, Cpu cpu) override {
    FORA_ASSIGN_OR_RETURN(ModulePlan plan, MakePlan(module));
    TargetMachines generic(GenericHost());
    FORA_ASSIGN_OR_RETURN(ObjectCode code,
                          Generate(module, plan, cpu == Cpu::kHost ? machines_ : generic, true));
    return CodeText{std::move(code.ir), std::move(code.assembly)};
  }

 private:
  absl::StatusOr<ObjectCode> Generate(const ir::TypedModule& module, const ModulePlan& plan,
                                      TargetMachines& machines, bool keep_text) {
    llvm::LLVMContext context;
    FORA_ASSIGN_OR_RETURN(std::unique_ptr<llvm::Module> code,
                          EmitModule(module, plan, {random_exits_, machines.host().has_fma}, context));
    return Optimize(*code, machines, keep_text);
  }

  // Of everything that the object depends on. Addresses and sites are not: they stand in the tables.
  absl::StatusOr<Hash128> Key(const ir::TypedModule& module, const ModulePlan& plan) const {
    HashBuilder hash;
    hash.AddInt(kCodeVersion)
        .AddInt(random_exits_)
        .AddString(LLVM_VERSION_STRING)
        .AddString(machines_.host().triple)
        .AddString(machines_.host().cpu)
        .AddString(machines_.host().features);
    hash.AddString(ir::Print(module, {.sites = false, .names = false}));
    for (const ConstantPlan& constant : plan.constants) {
      const bool number = constant.type->Is(ir::TypeKind::kInt) || constant.type->Is(ir::TypeKind::kFloat) ||
                          constant.type->Is(ir::TypeKind::kBool);
      // A constant that is not of its type would be read as if it were.
      uint64_t bits = 0;
      Value value = constant.value;
      if (number && !ir::Unbox(constant.type, value, &bits))
        return absl::InternalError("a constant is no " + ToString(constant.type));
      hash.AddInt(bits);
    }
    // The handler around an operator decides whether it leaves only to raise, and the generic operator what a
    // call may use up.
    for (const auto& function : module.functions) {
      if (function->generic == nullptr) continue;
      for (const ir::FrameState& state : function->frame_states) {
        hash.AddInt(function->generic->blocks[state.block.value()].unwind.has_value());
      }
      for (bool kept : KeptByCalls(*function)) hash.AddInt(kept);
    }
    return hash.Finish();
  }

  std::shared_ptr<Session> session_;
  std::unique_ptr<ObjectCache> cache_;
  TargetMachines machines_;  // for this machine
  const bool random_exits_;
};

// What LLVM itself may call.
RuntimeSymbols CompilerSymbols() {
  using Unary = double (*)(double);
  return {{"memcpy", reinterpret_cast<void*>(&std::memcpy)},
          {"memset", reinterpret_cast<void*>(&std::memset)},
          {"memmove", reinterpret_cast<void*>(&std::memmove)},
          {"floor", reinterpret_cast<void*>(static_cast<Unary>(&::floor))},
          {"ceil", reinterpret_cast<void*>(static_cast<Unary>(&::ceil))},
          {"trunc", reinterpret_cast<void*>(static_cast<Unary>(&::trunc))}};
}

}  // namespace

std::unique_ptr<Jit> MakeJit(const RuntimeSymbols& symbols, std::unique_ptr<ObjectCache> cache, Exits exits) {
  auto process = llvm::orc::SelfExecutorProcessControl::Create();
  FORA_CHECK(static_cast<bool>(process)) << Message(process.takeError());
  auto session = std::make_shared<Session>(std::move(*process));
  llvm::orc::SymbolMap map;
  auto define = [&](const std::string& name, void* address) {
    map[session->session.intern(name)] = {llvm::orc::ExecutorAddr::fromPtr(address),
                                          llvm::JITSymbolFlags::Exported | llvm::JITSymbolFlags::Callable};
  };
  for (const auto& [name, address] : symbols) define(name, address);
  for (const auto& [name, address] : CompilerSymbols()) define(name, address);
  for (const LibmRow& row : LibmRows()) {
    if (row.address != nullptr) define(row.symbol, row.address);
  }
  llvm::cantFail(session->runtime.define(llvm::orc::absoluteSymbols(std::move(map))));
  return std::make_unique<JitImpl>(std::move(session), std::move(cache), exits);
}

}  // namespace fora::codegen
