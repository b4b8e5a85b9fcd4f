#include "compiler/codegen/merge_exits.h"

#include <list>
#include <optional>
#include <set>
#include <vector>

#include "compiler/codegen/branch_weights.h"
#include "compiler/codegen/leaves.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/Analysis/AssumptionCache.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/IR/ProfDataUtils.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/ValueMapper.h"
#include "llvm/Transforms/Vectorize/SLPVectorizer.h"

namespace fora::codegen {
namespace {

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
    if (weight[1 - cold] / kUnlikelyRatioMin >= std::max<uint64_t>(weight[cold], 1))
      return Test{branch, cold};
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

// Merges the tests of a chain of blocks. The block that the chain begins in becomes straight code, which
// computes all that the chain does; the chain becomes the cold side, which computes it anew, test by test.
//
// Prepare() hides the test and the cold side from a vectoriser, which would count what they read: values that
// a vector's lanes have to be extracted for. An llvm.assume reads all of that instead, at no cost. Finish()
// puts the test in, and hands the cold side its values.
class Merger {
 public:
  Merger(std::vector<Test> tests, llvm::AssumptionCache& assumptions)
      : tests_(std::move(tests)),
        assumptions_(assumptions),
        straight_(tests_.front().branch->getParent()),
        on_(tests_.back().GoesOn()),
        b_(straight_->getContext()) {}

  void Prepare() {
    Split();
    Copy();
    b_.SetInsertPoint(straight_);
    suspicious_ = Unknown(b_, b_.getInt1Ty());
    b_.CreateCondBr(suspicious_, cold_, on_,
                    llvm::MDBuilder(b_.getContext()).createBranchWeights(kUnlikely, kLikely));
    b_.SetInsertPoint(suspicious_);
    std::vector<llvm::Value*> quotients;
    for (const Test& test : tests_) {
      if (llvm::Value* quotient = Quotient(test)) {
        quotients.push_back(quotient);
      } else {
        telling_.push_back(Leaves(test));
      }
    }
    Separate();
    for (llvm::Value* carrier : Carriers(quotients)) telling_.push_back(carrier);
    std::vector<llvm::OperandBundleDef> bundles;
    for (llvm::Value* value : telling_) bundles.emplace_back("ignore", value);
    for (const Received& received : received_) bundles.emplace_back("ignore", received.value);
    assume_ = llvm::cast<llvm::AssumeInst>(b_.CreateAssumption(b_.getTrue(), bundles));
    assumptions_.registerAssumption(assume_);
    for (llvm::Instruction& i : llvm::make_early_inc_range(llvm::reverse(*straight_))) {
      if (&i != assume_ && llvm::isInstructionTriviallyDead(&i)) i.eraseFromParent();
    }
  }

  const std::vector<llvm::BasicBlock*>& chain() const { return chain_; }
  llvm::BasicBlock* on() const { return on_; }

  // Puts the test in.
  void Finish() {
    unsigned next = 0;
    const auto read = [&] { return assume_->getOperandBundleAt(next++).Inputs[0].get(); };
    for (llvm::Value*& value : telling_) value = read();
    for (const Received& received : received_) Become(received.place, read());
    assumptions_.unregisterAssumption(assume_);
    assume_->eraseFromParent();
    b_.SetInsertPoint(suspicious_);
    Become(suspicious_, Suspicious());
  }

 private:
  // Something to be replaced, of which nothing is known.
  static llvm::Instruction* Unknown(Builder& b, llvm::Type* type) {
    return llvm::cast<llvm::Instruction>(b.CreateFreeze(llvm::PoisonValue::get(type)));
  }

  static void Become(llvm::Instruction* unknown, llvm::Value* value) {
    unknown->replaceAllUsesWith(value);
    unknown->eraseFromParent();
  }

  // The chain begins with the first instruction behind which all may be computed twice, and ends behind the
  // last one.
  void Split() {
    llvm::Instruction* first = tests_.front().branch;
    while (first->getPrevNode() != nullptr && MayStandEarlier(*first->getPrevNode()))
      first = first->getPrevNode();
    cold_ = straight_->splitBasicBlock(first, "suspicious");
    straight_->getTerminator()->eraseFromParent();
    for (const Test& test : tests_) chain_.push_back(test.branch->getParent());
    if (on_ == straight_ || on_->getSinglePredecessor() != chain_.back()) return;
    llvm::Instruction* last = &on_->front();
    while (!last->isTerminator() && MayStandEarlier(*last)) last = last->getNextNode();
    if (last == &on_->front()) return;
    chain_.push_back(on_);
    on_ = on_->splitBasicBlock(last, "on");
  }

  void Copy() {
    for (llvm::BasicBlock* block : chain_) {
      for (llvm::Instruction& i : *block) {
        if (i.isTerminator() || i.isDebugOrPseudoInst()) continue;
        llvm::Instruction* copy = i.clone();
        copy->insertInto(straight_, straight_->end());
        llvm::RemapInstruction(copy, copies_, llvm::RF_NoModuleLevelChanges | llvm::RF_IgnoreMissingLocals);
        copy->dropUBImplyingAttrsAndMetadata();
        copies_[&i] = copy;
      }
    }
  }

  // The value as the straight code has it.
  llvm::Value* Copied(llvm::Value* value) const {
    const auto found = copies_.find(value);
    return found != copies_.end() ? static_cast<llvm::Value*>(found->second) : value;
  }

  // What goes on reads the straight code; the cold side reads its own values, and receives floats from
  // before.
  void Separate() {
    for (llvm::PHINode& phi : on_->phis()) {
      const int from = phi.getBasicBlockIndex(chain_.back());
      llvm::Value* value = Copied(phi.getIncomingValue(static_cast<unsigned>(from)));
      phi.setIncomingValue(static_cast<unsigned>(from), value);
      phi.addIncoming(value, straight_);
    }
    const llvm::DominatorTree dominators(*straight_->getParent());
    const auto is_cold = [&](const llvm::BasicBlock* block) { return dominators.dominates(cold_, block); };
    // Of a use by a phi, the block that the value comes from.
    const auto user_is_cold = [&](const llvm::Use& use) {
      const auto* user = llvm::cast<llvm::Instruction>(use.getUser());
      if (user->getParent() == on_) return false;
      const auto* phi = llvm::dyn_cast<llvm::PHINode>(user);
      return is_cold(phi != nullptr ? phi->getIncomingBlock(use) : user->getParent());
    };
    for (llvm::BasicBlock* block : chain_) {
      for (llvm::Instruction& original : *block) {
        original.replaceUsesWithIf(Copied(&original),
                                   [&](const llvm::Use& use) { return !user_is_cold(use); });
      }
    }
    Builder at_cold(cold_, cold_->begin());
    llvm::MapVector<llvm::Value*, llvm::Instruction*> received;
    for (llvm::BasicBlock& block : *straight_->getParent()) {
      for (llvm::Instruction& user : block) {
        for (llvm::Use& use : user.operands()) {
          const auto* value = llvm::dyn_cast<llvm::Instruction>(use.get());
          if (value == nullptr || !value->getType()->isDoubleTy() || is_cold(value->getParent()) ||
              !user_is_cold(use))
            continue;
          llvm::Instruction*& place = received[use.get()];
          if (place == nullptr) place = Unknown(at_cold, value->getType());
          use.set(place);
        }
      }
    }
    for (const auto& [value, place] : received) received_.push_back({value, place});
  }

  llvm::Value* Leaves(const Test& test) {
    llvm::Value* condition = Copied(test.branch->getCondition());
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
      if (division != nullptr && division->getOpcode() == llvm::Instruction::FDiv &&
          division->getOperand(1) == divisor && copies_.count(division) > 0)
        return Copied(division);
    }
    return nullptr;
  }

  // Few values of the straight code that are all finite only if the quotients are: what is infinite or NaN
  // makes sums, differences, products, and what is divided, so too. One that is needed later anyway is the
  // better one.
  std::vector<llvm::Value*> Carriers(const std::vector<llvm::Value*>& quotients) const {
    llvm::MapVector<llvm::Instruction*, llvm::BitVector> carried;
    for (llvm::Instruction& i : *straight_) {
      llvm::BitVector bits(static_cast<unsigned>(quotients.size()));
      for (unsigned k = 0; k < quotients.size(); ++k) {
        if (quotients[k] == &i) bits.set(k);
      }
      for (unsigned k = 0; k < CarryingOperands(i.getOpcode()); ++k) {
        const auto from = carried.find(llvm::dyn_cast<llvm::Instruction>(i.getOperand(k)));
        if (from != carried.end()) bits |= from->second;
      }
      if (bits.any()) carried[&i] = std::move(bits);
    }
    std::vector<llvm::Value*> carriers;
    for (llvm::BitVector missing(static_cast<unsigned>(quotients.size()), true); missing.any();) {
      const auto merit = [&](const std::pair<llvm::Instruction*, llvm::BitVector>& carrier) {
        llvm::BitVector news = carrier.second;
        return std::pair((news &= missing).count(), OutlivesStraightCode(*carrier.first));
      };
      const auto* best = std::max_element(carried.begin(), carried.end(),
                                          [&](const auto& x, const auto& y) { return merit(x) < merit(y); });
      carriers.push_back(best->first);
      missing.reset(best->second);
    }
    return carriers;
  }

  bool OutlivesStraightCode(const llvm::Instruction& i) const {
    return llvm::any_of(i.users(), [&](const llvm::User* user) {
      return llvm::isa<llvm::PHINode>(user) || llvm::cast<llvm::Instruction>(user)->getParent() != straight_;
    });
  }

  // How many of the instruction's operands, from the first on, make its result infinite or NaN if they are
  // so.
  static unsigned CarryingOperands(unsigned opcode) {
    switch (opcode) {
      case llvm::Instruction::FAdd:
      case llvm::Instruction::FSub:
      case llvm::Instruction::FMul: return 2;
      case llvm::Instruction::FDiv:
      case llvm::Instruction::FNeg: return 1;
      default: return 0;
    }
  }

  // Whether one of the tests may leave. A division by zero is known by its quotient, and one that is infinite
  // or NaN makes a sum of all that carry them so: an addition costs less than a comparison. (Σ - Σ is NaN
  // just then.)
  llvm::Value* Suspicious() {
    std::vector<llvm::Value*> carriers, leaving;
    for (llvm::Value* value : telling_)
      (value->getType()->isDoubleTy() ? carriers : leaving).push_back(value);
    if (!carriers.empty()) {
      llvm::Value* sum = Sum(carriers);
      leaving.push_back(
          b_.CreateFCmpUNO(b_.CreateFSub(sum, sum), llvm::ConstantFP::get(sum->getType(), 0.0)));
    }
    return Combined(leaving, [&](llvm::Value* x, llvm::Value* y) { return b_.CreateLogicalOr(x, y); });
  }

  // Vectors are added as they are, if all of their lanes take part.
  llvm::Value* Sum(const std::vector<llvm::Value*>& values) {
    llvm::MapVector<llvm::Value*, llvm::SmallMapVector<uint64_t, llvm::Value*, 4>> lanes;
    for (llvm::Value* value : values) {
      using namespace llvm::PatternMatch;
      llvm::Value* vector = value;
      uint64_t lane = 0;
      if (!match(value, m_ExtractElt(m_Value(vector), m_ConstantInt(lane)))) vector = value;
      lanes[vector][lane] = value;
    }
    const auto add = [&](llvm::Value* x, llvm::Value* y) { return b_.CreateFAdd(x, y); };
    llvm::MapVector<llvm::Type*, std::vector<llvm::Value*>> vectors;
    std::vector<llvm::Value*> scalars;
    for (const auto& [vector, extracted] : lanes) {
      auto* type = llvm::dyn_cast<llvm::FixedVectorType>(vector->getType());
      if (type != nullptr && type->getNumElements() == extracted.size()) {
        vectors[type].push_back(vector);
      } else {
        for (const auto& [lane, value] : extracted) scalars.push_back(value);
      }
    }
    for (const auto& [type, summands] : vectors) {
      llvm::Value* sum = Combined(summands, add);
      for (unsigned i = 0; i < llvm::cast<llvm::FixedVectorType>(type)->getNumElements(); ++i)
        scalars.push_back(b_.CreateExtractElement(sum, i));
    }
    return Combined(scalars, add);
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

  const std::vector<Test> tests_;
  llvm::AssumptionCache& assumptions_;
  llvm::BasicBlock* const straight_;
  llvm::BasicBlock* on_;              // what comes behind the chain
  llvm::BasicBlock* cold_ = nullptr;  // the chain's first
  std::vector<llvm::BasicBlock*> chain_;
  Builder b_;
  llvm::ValueToValueMapTy copies_;  // of the chain's instructions, in the straight code
  // What the assume reads: what tells that a test may leave, that is what carries the quotients of those that
  // have one, and of the others whether they do; then what the cold side receives.
  std::vector<llvm::Value*> telling_;
  struct Received {
    llvm::Value* value;
    llvm::Instruction* place;
  };
  std::vector<Received> received_;
  llvm::Instruction* suspicious_ = nullptr;
  llvm::AssumeInst* assume_ = nullptr;
};

}  // namespace

llvm::PreservedAnalyses MergeExits::run(llvm::Function& function, llvm::FunctionAnalysisManager& analyses) {
  const llvm::ReversePostOrderTraversal<llvm::Function*> order(&function);
  std::vector<llvm::BasicBlock*> blocks(order.begin(), order.end());
  std::set<const llvm::BasicBlock*> cold;
  std::list<Merger> mergers;
  for (size_t i = 0; i < blocks.size(); ++i) {
    std::vector<Test> tests;
    if (!cold.contains(blocks[i])) tests = StraightTests(*blocks[i]);
    if (tests.size() < 2) continue;
    Merger& merger =
        mergers.emplace_back(std::move(tests), analyses.getResult<llvm::AssumptionAnalysis>(function));
    merger.Prepare();
    cold.insert(merger.chain().begin(), merger.chain().end());
    blocks.push_back(merger.on());
  }
  if (mergers.empty()) return llvm::PreservedAnalyses::all();
  analyses.invalidate(function, llvm::PreservedAnalyses::none());
  llvm::SLPVectorizerPass().run(function, analyses);
  for (Merger& merger : mergers) merger.Finish();
  return llvm::PreservedAnalyses::none();
}

}  // namespace fora::codegen
