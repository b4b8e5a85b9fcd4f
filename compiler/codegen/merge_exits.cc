#include "compiler/codegen/merge_exits.h"

#include <optional>
#include <vector>

#include "compiler/codegen/leaves.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/IR/ProfDataUtils.h"

namespace fora::codegen {
namespace {

constexpr uint64_t kColdRatio = 1000;  // ValueEmitter marks what leaves as less likely by far

// A block's last branch, if one side is taken hardly ever.
struct Test {
  llvm::BranchInst* branch;
  unsigned cold;  // index of the successor that leaves
  llvm::BasicBlock* Leaves() const { return branch->getSuccessor(cold); }
  llvm::BasicBlock* GoesOn() const { return branch->getSuccessor(1 - cold); }
};

bool IsOfFloats(const llvm::Value* condition) {
  using namespace llvm::PatternMatch;
  const llvm::Value *a, *b;
  if (match(condition, m_LogicalOr(m_Value(a), m_Value(b)))) return IsOfFloats(a) && IsOfFloats(b);
  if (match(condition, m_Not(m_Value(a)))) return IsOfFloats(a);
  return llvm::isa<llvm::FCmpInst>(condition);
}

std::optional<Test> TestOf(llvm::BasicBlock& block) {
  auto* branch = llvm::dyn_cast<llvm::BranchInst>(block.getTerminator());
  uint64_t weight[2];
  if (branch == nullptr || !branch->isConditional() || branch->getSuccessor(0) == branch->getSuccessor(1))
    return std::nullopt;
  if (!llvm::extractBranchWeights(*branch, weight[0], weight[1]) || !IsOfFloats(branch->getCondition()))
    return std::nullopt;
  for (unsigned cold : {0u, 1u}) {
    if (weight[1 - cold] / kColdRatio >= std::max<uint64_t>(weight[cold], 1)) return Test{branch, cold};
  }
  return std::nullopt;
}

bool MayStandEarlier(const llvm::Instruction& i) {
  return i.isTerminator() || i.isDebugOrPseudoInst() ||
         (!llvm::isa<llvm::PHINode>(i) && llvm::isSafeToSpeculativelyExecute(&i));
}

// From the block on: tests with nothing between them that has to wait for them.
std::vector<Test> StraightTests(llvm::BasicBlock& block) {
  std::vector<Test> tests;
  llvm::BasicBlock* next = &block;
  for (std::optional<Test> test = TestOf(*next); test; test = TestOf(*next)) {
    tests.push_back(*test);
    llvm::BasicBlock* on = test->GoesOn();
    if (on == &block || on == test->Leaves() || on->getSinglePredecessor() != next ||
        !llvm::all_of(*on, MayStandEarlier))
      break;
    next = on;
  }
  return tests;
}

class Merger {
 public:
  explicit Merger(const std::vector<Test>& tests)
      : tests_(tests),
        block_(tests.front().branch->getParent()),
        on_(tests.back().GoesOn()),
        b_(block_->getContext()) {}

  void Run() {
    llvm::Value* suspicious = Suspicious();
    MakeColdSide();
    b_.SetInsertPoint(tests_.back().branch);
    b_.CreateCondBr(suspicious, cold_.front(), on_,
                    llvm::MDBuilder(b_.getContext()).createBranchWeights(1, 1 << 20));
    std::vector<llvm::BasicBlock*> rest;
    for (const Test& test : tests_) {
      if (test.branch->getParent() != block_) rest.push_back(test.branch->getParent());
      test.branch->eraseFromParent();
    }
    for (llvm::BasicBlock* block : rest) {
      block_->splice(block_->end(), block);
      block->eraseFromParent();
    }
  }

 private:
  // Before the last branch: whether one of the tests may leave. A division by zero is known by its quotient,
  // and one that is infinite or NaN makes a sum of all of them so: an addition costs less than a comparison.
  // (Σ - Σ is NaN just then.)
  llvm::Value* Suspicious() {
    b_.SetInsertPoint(tests_.back().branch);
    std::vector<llvm::Value*> quotients, leaving;
    for (const Test& test : tests_) {
      if (llvm::Value* quotient = Quotient(test))
        quotients.push_back(quotient);
      else
        leaving.push_back(Leaves(test));
    }
    if (!quotients.empty()) {
      llvm::Value* sum =
          Combined(quotients, [&](llvm::Value* x, llvm::Value* y) { return b_.CreateFAdd(x, y); });
      leaving.push_back(
          b_.CreateFCmpUNO(b_.CreateFSub(sum, sum), llvm::ConstantFP::get(sum->getType(), 0.0)));
    }
    return Combined(leaving, [&](llvm::Value* x, llvm::Value* y) { return b_.CreateLogicalOr(x, y); });
  }

  // As a balanced tree, which has the shortest chain.
  template <typename Combine>
  static llvm::Value* Combined(std::vector<llvm::Value*> values, const Combine& combine) {
    while (values.size() > 1) {
      std::vector<llvm::Value*> next;
      for (size_t i = 0; i + 1 < values.size(); i += 2) next.push_back(combine(values[i], values[i + 1]));
      if (values.size() % 2 != 0) next.push_back(values.back());
      values = std::move(next);
    }
    return values.front();
  }

  llvm::Value* Leaves(const Test& test) {
    llvm::Value* condition = test.branch->getCondition();
    return test.cold == 0 ? condition : b_.CreateNot(condition);
  }

  // What is divided by the value that the test finds zero or not. It may stand behind the test, as far as
  // that is merged.
  llvm::Value* Quotient(const Test& test) const {
    using namespace llvm::PatternMatch;
    llvm::FCmpInst::Predicate predicate;
    llvm::Value* divisor;
    if (!match(test.branch->getCondition(), m_FCmp(predicate, m_Value(divisor), m_AnyZeroFP())))
      return nullptr;
    if (predicate != (test.cold == 0 ? llvm::FCmpInst::FCMP_OEQ : llvm::FCmpInst::FCMP_UNE)) return nullptr;
    for (llvm::User* user : divisor->users()) {
      auto* division = llvm::dyn_cast<llvm::Instruction>(user);
      if (division == nullptr || division->getOpcode() != llvm::Instruction::FDiv ||
          division->getOperand(1) != divisor)
        continue;
      for (const Test& other : tests_) {
        if (division->getParent() == other.branch->getParent()) return division;
      }
    }
    return nullptr;
  }

  // Each test again, in order; then on, if it was nothing.
  void MakeColdSide() {
    for (size_t i = 0; i < tests_.size(); ++i) {
      cold_.push_back(llvm::BasicBlock::Create(b_.getContext(), "suspicious", block_->getParent()));
    }
    for (size_t i = 0; i < tests_.size(); ++i) {
      llvm::BasicBlock *was = tests_[i].branch->getParent(), *leaves = tests_[i].Leaves();
      leaves->replacePhiUsesWith(was, cold_[i]);
      b_.SetInsertPoint(cold_[i]);
      b_.CreateCondBr(Leaves(tests_[i]), leaves, i + 1 < tests_.size() ? cold_[i + 1] : on_);
    }
    for (llvm::PHINode& phi : on_->phis()) {
      const int from = phi.getBasicBlockIndex(tests_.back().branch->getParent());
      phi.addIncoming(phi.getIncomingValue(static_cast<unsigned>(from)), cold_.back());
      phi.setIncomingBlock(static_cast<unsigned>(from), block_);
    }
  }

  const std::vector<Test>& tests_;
  llvm::BasicBlock* const block_;  // becomes all of them
  llvm::BasicBlock* const on_;
  std::vector<llvm::BasicBlock*> cold_;  // by test
  Builder b_;
};

}  // namespace

llvm::PreservedAnalyses MergeExits::run(llvm::Function& function, llvm::FunctionAnalysisManager&) {
  bool changed = false;
  for (llvm::BasicBlock& block : function) {
    const std::vector<Test> tests = StraightTests(block);
    if (tests.size() < 2) continue;
    Merger(tests).Run();
    changed = true;
  }
  return changed ? llvm::PreservedAnalyses::none() : llvm::PreservedAnalyses::all();
}

}  // namespace fora::codegen
