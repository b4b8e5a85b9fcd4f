#include "compiler/codegen/polls.h"

#include <map>
#include <optional>
#include <vector>

#include "compiler/codegen/layout.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/InstCombine/InstCombine.h"
#include "llvm/Transforms/Scalar/InstSimplifyPass.h"
#include "llvm/Transforms/Scalar/LoopUnrollPass.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Utils/LoopUtils.h"

namespace fora::codegen {
namespace {

constexpr const char* kPollWord = "fora.poll.word";

// Copies of a loop's body for a body of at most so many instructions.
struct Unrolling {
  size_t instructions_max;
  uint32_t copies;
};
constexpr Unrolling kUnrolling[] = {{24, 8}, {64, 4}};

// The last one that every turn of the loop passes; null if there is none.
llvm::CallInst* Keeper(const llvm::Loop& loop, const std::vector<llvm::CallInst*>& polls,
                       const llvm::DominatorTree& dominators) {
  llvm::CallInst* keeper = nullptr;
  const llvm::BasicBlock* latch = loop.getLoopLatch();
  if (latch == nullptr) return nullptr;
  for (llvm::CallInst* poll : polls) {
    if (!dominators.dominates(poll->getParent(), latch)) continue;
    if (keeper == nullptr || dominators.dominates(keeper, poll)) keeper = poll;
  }
  return keeper;
}

// The instructions of an innermost loop that polls and makes no other call; none for others.
std::optional<size_t> SimpleSize(const llvm::Loop& loop, const llvm::Function* word) {
  size_t size = 0;
  bool polls = false;
  if (!loop.isInnermost()) return std::nullopt;
  for (const llvm::BasicBlock* block : loop.blocks()) {
    size += block->sizeWithoutDebug();
    for (const llvm::Instruction& i : *block) {
      const auto* call = llvm::dyn_cast<llvm::CallBase>(&i);
      if (call == nullptr || llvm::isa<llvm::IntrinsicInst>(call)) continue;
      const llvm::Function* callee = call->getCalledFunction();
      polls = polls || callee == word;
      if (callee == nullptr || (callee != word && !callee->hasFnAttribute(llvm::Attribute::Cold)))
        return std::nullopt;
    }
  }
  return polls ? std::optional(size) : std::nullopt;
}

// Asks for small loops to be unrolled. Late, when what the first turns do otherwise has been peeled off.
struct AskForUnrolling : llvm::PassInfoMixin<AskForUnrolling> {
  llvm::PreservedAnalyses run(llvm::Function& function, llvm::FunctionAnalysisManager& analyses) {
    const llvm::Function* word = function.getParent()->getFunction(kPollWord);
    if (word == nullptr) return llvm::PreservedAnalyses::all();
    for (llvm::Loop* loop : analyses.getResult<llvm::LoopAnalysis>(function).getLoopsInPreorder()) {
      const std::optional<size_t> size = SimpleSize(*loop, word);
      for (const Unrolling& unrolling : kUnrolling) {
        if (!size || *size > unrolling.instructions_max) continue;
        llvm::addStringMetadataToLoop(loop, "llvm.loop.unroll.count", unrolling.copies);
        break;
      }
    }
    return llvm::PreservedAnalyses::all();
  }
};

// Keeps one poll for each turn of a loop, and makes loads of the words.
struct ThinPolls : llvm::PassInfoMixin<ThinPolls> {
  llvm::PreservedAnalyses run(llvm::Function& function, llvm::FunctionAnalysisManager& analyses);
};

llvm::PreservedAnalyses ThinPolls::run(llvm::Function& function, llvm::FunctionAnalysisManager& analyses) {
  const llvm::Function* word = function.getParent()->getFunction(kPollWord);
  if (word == nullptr) return llvm::PreservedAnalyses::all();
  const auto& loops = analyses.getResult<llvm::LoopAnalysis>(function);
  const auto& dominators = analyses.getResult<llvm::DominatorTreeAnalysis>(function);
  std::map<const llvm::Loop*, std::vector<llvm::CallInst*>> polls;
  for (llvm::BasicBlock& block : function) {
    for (llvm::Instruction& i : block) {
      auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
      if (call != nullptr && call->getCalledFunction() == word)
        polls[loops.getLoopFor(&block)].push_back(call);
    }
  }
  for (const auto& [loop, calls] : polls) {
    const llvm::CallInst* keeper = loop != nullptr ? Keeper(*loop, calls, dominators) : nullptr;
    for (llvm::CallInst* call : calls) {
      Builder b(call);
      if (keeper != nullptr && call != keeper) {
        call->replaceAllUsesWith(b.getInt32(0));
      } else {
        llvm::LoadInst* load =
            b.CreateLoad(b.getInt32Ty(), ByteAddress(b, call->getArgOperand(0), layout::kContextPoll));
        load->setAtomic(llvm::AtomicOrdering::Monotonic);
        load->setAlignment(llvm::Align(4));
        call->replaceAllUsesWith(load);
      }
      call->eraseFromParent();
    }
  }
  return polls.empty() ? llvm::PreservedAnalyses::all() : llvm::PreservedAnalyses::none();
}

bool HasPolls(const llvm::Function& function) {
  const llvm::Function* word = function.getParent()->getFunction(kPollWord);
  return word != nullptr && llvm::any_of(word->users(), [&](const llvm::User* user) {
           return llvm::cast<llvm::Instruction>(user)->getFunction() == &function;
         });
}

// Runs passes on functions that poll.
struct WhereItPolls : llvm::PassInfoMixin<WhereItPolls> {
  llvm::FunctionPassManager passes;
  llvm::PreservedAnalyses run(llvm::Function& function, llvm::FunctionAnalysisManager& analyses) {
    return HasPolls(function) ? passes.run(function, analyses) : llvm::PreservedAnalyses::all();
  }
};

}  // namespace

llvm::Value* PollWord(Builder& b, llvm::Value* context) {
  llvm::Module& module = *b.GetInsertBlock()->getModule();
  auto* function = llvm::cast<llvm::Function>(
      module.getOrInsertFunction(kPollWord, b.getInt32Ty(), b.getPtrTy()).getCallee());
  // It changes on its own, and depends on nothing that the code does.
  function->setOnlyAccessesInaccessibleMemory();
  function->addFnAttr(llvm::Attribute::NoUnwind);
  function->addFnAttr(llvm::Attribute::WillReturn);
  return b.CreateCall(function, context);
}

void AddPollPasses(llvm::ModulePassManager& pipeline) {
  WhereItPolls last;
  last.passes.addPass(AskForUnrolling());
  last.passes.addPass(llvm::LoopUnrollPass(llvm::LoopUnrollOptions(2, true)));
  last.passes.addPass(ThinPolls());
  last.passes.addPass(llvm::InstSimplifyPass());
  last.passes.addPass(llvm::SimplifyCFGPass());
  last.passes.addPass(llvm::InstCombinePass());
  pipeline.addPass(llvm::createModuleToFunctionPassAdaptor(std::move(last)));
}

}  // namespace fora::codegen
