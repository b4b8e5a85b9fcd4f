#include "compiler/codegen/fork_marks.h"

#include <set>
#include <vector>

#include "compiler/codegen/layout.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"

namespace fora::codegen {
namespace {

constexpr const char* kMark = "fora.fork.mark";
constexpr const char* kState = "fora.fork.state";
// The parameters of kMark that come before the arguments.
constexpr unsigned kMarkParameters = 4;

// A mark that waits is put in at so many calls at most, or else where the fork stands.
constexpr size_t kPlacesMax = 8;

llvm::Value* StateAddress(Builder& b, llvm::Value* record) {
  return ByteAddress(b, record, offsetof(abi::Latent, state));
}

llvm::Value* State(Builder& b, abi::ForkState state) { return b.getInt32(static_cast<uint32_t>(state)); }

llvm::FunctionCallee Pseudo(Builder& b, const char* name, llvm::FunctionType* type) {
  llvm::FunctionCallee callee = b.GetInsertBlock()->getModule()->getOrInsertFunction(name, type);
  auto* function = llvm::cast<llvm::Function>(callee.getCallee());
  function->addFnAttr(llvm::Attribute::NoMerge);  // each has a record of its own
  function->addFnAttr(llvm::Attribute::NoUnwind);
  function->addFnAttr(llvm::Attribute::WillReturn);
  function->setOnlyAccessesInaccessibleMemOrArgMem();
  return callee;
}

bool IsCallOf(const llvm::Instruction& i, const char* name) {
  const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
  return call != nullptr && call->getCalledFunction() != nullptr &&
         call->getCalledFunction()->getName() == name;
}

// A call that may poll. What is cold leaves compiled code.
bool MayPoll(const llvm::Instruction& i) {
  const auto* call = llvm::dyn_cast<llvm::CallBase>(&i);
  if (call == nullptr || llvm::isa<llvm::IntrinsicInst>(call) || call->onlyReadsMemory()) return false;
  const llvm::Function* callee = call->getCalledFunction();
  return callee == nullptr ||
         !(callee->hasFnAttribute(llvm::Attribute::Cold) || callee->onlyAccessesInaccessibleMemory() ||
           callee->getName() == kMark || callee->getName() == kState);
}

// A fork on its way to a mark.
struct Fork {
  explicit Fork(llvm::CallInst* call) : call(call) {}
  llvm::Value* context() const { return call->getArgOperand(0); }
  llvm::Value* record() const { return call->getArgOperand(1); }
  llvm::Value* worth() const { return call->getArgOperand(2); }
  llvm::Value* site() const { return call->getArgOperand(3); }
  Leaves arguments() const { return Leaves(call->arg_begin() + kMarkParameters, call->arg_end()); }

  llvm::CallInst* call;
  bool waits = true;
  // Of one that waits: in front of these, unless it is marked by then.
  std::vector<llvm::Instruction*> places;
  std::set<const llvm::Instruction*> inner;  // forks between it and its join
};

// What lies between a fork and its join: whether a mark may wait in it, and for what.
void FindPlaces(Fork& fork, const llvm::DominatorTree& dominators) {
  std::set<const llvm::BasicBlock*> seen;
  std::vector<llvm::Instruction*> starts = {fork.call->getNextNode()};
  while (!starts.empty()) {
    llvm::Instruction* i = starts.back();
    starts.pop_back();
    llvm::BasicBlock* block = i->getParent();
    for (; i != nullptr; i = i->getNextNode()) {
      if (IsCallOf(*i, kState) && llvm::cast<llvm::CallInst>(i)->getArgOperand(0) == fork.record()) break;
      if (IsCallOf(*i, kMark)) fork.inner.insert(i);
      if (MayPoll(*i)) fork.places.push_back(i);
    }
    if (i != nullptr) continue;
    for (llvm::BasicBlock* next : llvm::successors(block)) {
      // A loop polls; and the arguments have to reach every place.
      if (dominators.dominates(next, block) || !dominators.dominates(fork.call, &next->front()))
        fork.waits = false;
      if (seen.insert(next).second) starts.push_back(&next->front());
    }
  }
  const std::vector<llvm::Instruction*> all = fork.places;
  std::erase_if(fork.places, [&](const llvm::Instruction* place) {
    return llvm::any_of(all, [&](const llvm::Instruction* earlier) {
      return earlier != place && dominators.dominates(earlier, place);
    });
  });
  if (fork.places.size() > kPlacesMax) fork.waits = false;
}

// Links the record in, as the innermost.
void Link(Builder& b, const Fork& fork) {
  const auto field = [&](unsigned offset) { return ByteAddress(b, fork.record(), offset); };
  llvm::Value* latent = ByteAddress(b, fork.context(), layout::kContextLatent);
  b.CreateStore(b.CreateLoad(b.getPtrTy(), latent), field(offsetof(abi::Latent, parent)));
  static_assert(static_cast<uint32_t>(abi::Latent::Kind::kFork) == 0 &&
                static_cast<uint32_t>(abi::ForkState::kFree) == 0);
  b.CreateStore(b.getInt64(0), field(offsetof(abi::Latent, kind)));  // and the state
  b.CreateStore(fork.site(), field(offsetof(abi::ForkRecord, site)));
  StoreSlots(b, fork.arguments(), fork.record(), sizeof(abi::ForkRecord) / 8);
  b.CreateStore(fork.record(), latent);
}

void Put(const Fork& fork) {
  Builder b(fork.call);
  b.CreateStore(State(b, abi::ForkState::kWaiting), StateAddress(b, fork.record()));
  const auto link_if = [&](llvm::Value* condition, llvm::Instruction* before) {
    b.SetInsertPoint(llvm::SplitBlockAndInsertIfThen(condition, before, false));
    b.GetInsertBlock()->setName("fork.mark");
    Link(b, fork);
  };
  if (!fork.waits) link_if(fork.worth(), fork.call);
  for (llvm::Instruction* place : fork.waits ? fork.places : std::vector<llvm::Instruction*>()) {
    b.SetInsertPoint(place);
    llvm::Value* waiting =
        b.CreateICmpEQ(ForkStateMeanwhile(b, fork.record()), State(b, abi::ForkState::kWaiting));
    link_if(b.CreateLogicalAnd(fork.worth(), waiting), place);
  }
  fork.call->eraseFromParent();
}

struct PutForkMarks : llvm::PassInfoMixin<PutForkMarks> {
  llvm::PreservedAnalyses run(llvm::Function& function, llvm::FunctionAnalysisManager& analyses) {
    std::vector<Fork> forks;  // an outer one before those in it
    std::vector<llvm::CallInst*> states;
    for (llvm::BasicBlock* block : llvm::ReversePostOrderTraversal<llvm::Function*>(&function)) {
      for (llvm::Instruction& i : *block) {
        if (IsCallOf(i, kMark)) forks.emplace_back(llvm::cast<llvm::CallInst>(&i));
        if (IsCallOf(i, kState)) states.push_back(llvm::cast<llvm::CallInst>(&i));
      }
    }
    if (forks.empty() && states.empty()) return llvm::PreservedAnalyses::all();
    const auto& dominators = analyses.getResult<llvm::DominatorTreeAnalysis>(function);
    for (Fork& fork : forks) FindPlaces(fork, dominators);
    // The chain is a stack: while an outer fork waits, no inner one is in it.
    std::set<const llvm::Instruction*> at_once;
    for (auto fork = forks.rbegin(); fork != forks.rend(); ++fork) {
      if (llvm::any_of(fork->inner, [&](const auto* inner) { return at_once.contains(inner); }))
        fork->waits = false;
      if (!fork->waits) at_once.insert(fork->call);
    }
    for (const Fork& fork : forks) Put(fork);
    for (llvm::CallInst* call : states) {
      Builder b(call);
      call->replaceAllUsesWith(ForkStateMeanwhile(b, call->getArgOperand(0)));
      call->eraseFromParent();
    }
    return llvm::PreservedAnalyses::none();
  }
};

}  // namespace

void MarkFork(Builder& b, llvm::Value* context, llvm::Value* record, llvm::Value* worth, llvm::Value* site,
              const Leaves& arguments) {
  Leaves all = {context, record, worth, site};
  for (llvm::Value* leaf : arguments) all.push_back(leaf->getType()->isPointerTy() ? leaf : ToWord(b, leaf));
  llvm::FunctionType* type =
      llvm::FunctionType::get(b.getVoidTy(), {b.getPtrTy(), b.getPtrTy(), b.getInt1Ty(), b.getPtrTy()}, true);
  b.CreateCall(Pseudo(b, kMark, type), all);
}

llvm::Value* ForkState(Builder& b, llvm::Value* record) {
  return b.CreateCall(Pseudo(b, kState, llvm::FunctionType::get(b.getInt32Ty(), {b.getPtrTy()}, false)),
                      record);
}

llvm::Value* ForkStateMeanwhile(Builder& b, llvm::Value* record) {
  return b.CreateLoad(b.getInt32Ty(), StateAddress(b, record));
}

llvm::Value* IsMarked(Builder& b, llvm::Value* state) {
  return b.CreateICmpNE(state, State(b, abi::ForkState::kWaiting));
}

void AddForkMarkPass(llvm::ModulePassManager& pipeline) {
  pipeline.addPass(llvm::createModuleToFunctionPassAdaptor(PutForkMarks()));
}

}  // namespace fora::codegen
