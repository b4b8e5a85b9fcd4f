#include "compiler/simplify/ranges.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "compiler/ir/dominators.h"

namespace fora::simplify {
namespace {

using ir::Op;
using ir::ValueId;

// Ints from lo to hi, both included; empty if lo > hi.
struct Interval {
  int64_t lo = INT64_MIN;
  int64_t hi = INT64_MAX;
  bool operator==(const Interval&) const = default;
  bool empty() const { return lo > hi; }
};

constexpr Interval kAll{};
constexpr Interval kNone{INT64_MAX, INT64_MIN};
// A loop's value may change so often before its bounds are given up.
constexpr int kChangesBeforeWidening = 3;
// Whose square fits 64 bits.
constexpr Interval kRoots{-3037000499, 3037000499};

Interval Join(Interval a, Interval b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.lo, b.lo), std::max(a.hi, b.hi)};
}

Interval Intersect(Interval a, Interval b) { return {std::max(a.lo, b.lo), std::min(a.hi, b.hi)}; }

// What the operator gives, unbounded.
struct Exact {
  __int128 lo, hi;
  bool Fits() const { return lo >= INT64_MIN && hi <= INT64_MAX; }
  // An operator that overflows exits: what it gives fits 64 bits.
  Interval Kept() const {
    if (lo > INT64_MAX || hi < INT64_MIN) return kNone;
    return {static_cast<int64_t>(std::max<__int128>(lo, INT64_MIN)),
            static_cast<int64_t>(std::min<__int128>(hi, INT64_MAX))};
  }
};

// Of an add, sub or mul.
Exact Arithmetic(Op op, Interval a, Interval b) {
  const __int128 al = a.lo, ah = a.hi, bl = b.lo, bh = b.hi;
  if (op == Op::kIntAdd) return {al + bl, ah + bh};
  if (op == Op::kIntSub) return {al - bh, ah - bl};
  const __int128 products[] = {al * bl, al * bh, ah * bl, ah * bh};
  return {*std::min_element(std::begin(products), std::end(products)),
          *std::max_element(std::begin(products), std::end(products))};
}

// What `x op y` says of x.
Interval Implied(CompareOp op, Interval y) {
  if (y.empty()) return kAll;
  switch (op) {
    case CompareOp::kLt: return {INT64_MIN, y.hi == INT64_MIN ? INT64_MIN : y.hi - 1};
    case CompareOp::kLe: return {INT64_MIN, y.hi};
    case CompareOp::kGt: return {y.lo == INT64_MAX ? INT64_MAX : y.lo + 1, INT64_MAX};
    case CompareOp::kGe: return {y.lo, INT64_MAX};
    case CompareOp::kEq: return y;
    case CompareOp::kNe:
    case CompareOp::kIs:
    case CompareOp::kIsNot:
    case CompareOp::kIn:
    case CompareOp::kNotIn: return kAll;
  }
  return kAll;
}

class Analysis {
 public:
  explicit Analysis(ir::Function& function)
      : function_(function),
        intervals_(function.values.size(), kNone),
        changes_(function.values.size(), 0),
        definitions_(function.values.size(), nullptr),
        conditions_(function.blocks.size()),
        roots_(function.blocks.size()) {
    for (ir::Block& block : function.blocks) {
      for (ir::Instruction& i : block.instructions) {
        if (i.result) definitions_[i.result->value()] = &i;
      }
    }
    const ir::Dominators dominators(function);
    FindConditions(dominators);
    FindRoots(dominators);
  }

  void Run() {
    for (ValueId p : function_.blocks[0].parameters) intervals_[p.value()] = kAll;
    bool changed = true;
    while (changed) {
      changed = false;
      for (size_t b = 0; b < function_.blocks.size(); ++b) changed = VisitBlock(b) || changed;
    }
    for (size_t b = 0; b < function_.blocks.size(); ++b) {
      for (ir::Instruction& i : function_.blocks[b].instructions) {
        if (!i.flag) i.flag = Proven(i, b);
        if (IsDivision(i.op)) i.index = i.flag && At(i.operands[0], b).lo >= 0;
        // An operator that can't exit keeps nothing alive for it.
        if (i.flag && IsChecked(i.op)) i.frame_state.reset();
      }
    }
  }

 private:
  static bool IsDivision(Op op) { return op == Op::kIntFloorDiv || op == Op::kIntMod; }

  static bool IsChecked(Op op) {
    return op == Op::kIntAdd || op == Op::kIntSub || op == Op::kIntMul || op == Op::kIntNeg ||
           op == Op::kIntAbs || IsDivision(op);
  }

  bool Proven(const ir::Instruction& i, size_t b) const {
    if (!IsChecked(i.op)) return false;
    if (i.op == Op::kIntNeg || i.op == Op::kIntAbs) return At(i.operands[0], b).lo > INT64_MIN;
    const Interval y = At(i.operands[1], b);
    if (IsDivision(i.op)) return y.lo > 0;
    return Arithmetic(i.op, At(i.operands[0], b), y).Fits();
  }

  struct Condition {
    const ir::Instruction* comparison;
    bool holds;
  };

  // A block that only one edge of a branch reaches knows the outcome of the test, and so does all that it
  // dominates.
  void FindConditions(const ir::Dominators& dominators) {
    std::vector<int> predecessors(function_.blocks.size(), 0);
    for (const ir::Block& block : function_.blocks) {
      for (const ir::Edge& edge : block.terminator.edges) ++predecessors[edge.target.value()];
    }
    for (const ir::Block& block : function_.blocks) {
      if (block.terminator.kind != ir::TerminatorKind::kBranch) continue;
      const ir::Instruction* test = definitions_[block.terminator.operands[0].value()];
      if (test == nullptr || test->op != Op::kIntCompare) continue;
      for (size_t arm = 0; arm < 2; ++arm) {
        const ir::BlockId target = block.terminator.edges[arm].target;
        if (predecessors[target.value()] != 1) continue;
        ForEachDominated(dominators, target, [&](size_t b) { conditions_[b].push_back({test, arm == 0}); });
      }
    }
  }

  // Behind `x * x`, which exits if it overflows, x is not far from 0.
  void FindRoots(const ir::Dominators& dominators) {
    for (size_t b = 0; b < function_.blocks.size(); ++b) {
      for (const ir::Instruction& i : function_.blocks[b].instructions) {
        if (i.op != Op::kIntMul || i.operands[0] != i.operands[1]) continue;
        ForEachDominated(dominators, ir::BlockId(static_cast<uint32_t>(b)), [&](size_t dominated) {
          if (dominated != b) roots_[dominated].push_back(i.operands[0]);
        });
      }
    }
  }

  // Calls f(b) for the block and all that it dominates.
  template <class F>
  void ForEachDominated(const ir::Dominators& dominators, ir::BlockId block, const F& f) {
    if (!dominators.Reachable(block)) return;
    for (uint32_t b = 0; b < function_.blocks.size(); ++b) {
      if (dominators.Reachable(ir::BlockId(b)) && dominators.Dominates(block, ir::BlockId(b))) f(b);
    }
  }

  // What is known of the value in the block.
  Interval At(ValueId value, size_t block) const {
    Interval interval = intervals_[value.value()];
    for (const Condition& condition : conditions_[block]) {
      const auto& operands = condition.comparison->operands;
      CompareOp op = condition.comparison->compare;
      if (!condition.holds) op = Negated(op);
      if (operands[0] == value) interval = Intersect(interval, Implied(op, intervals_[operands[1].value()]));
      if (operands[1] == value)
        interval = Intersect(interval, Implied(Mirrored(op), intervals_[operands[0].value()]));
    }
    for (ValueId root : roots_[block]) {
      if (root == value) interval = Intersect(interval, kRoots);
    }
    return interval;
  }

  bool Grow(ValueId value, Interval interval) {
    Interval& known = intervals_[value.value()];
    Interval joined = Join(known, interval);
    if (joined == known) return false;
    if (++changes_[value.value()] > kChangesBeforeWidening) {
      if (joined.lo < known.lo) joined.lo = INT64_MIN;
      if (joined.hi > known.hi) joined.hi = INT64_MAX;
    }
    known = joined;
    return true;
  }

  bool VisitBlock(size_t b) {
    bool changed = false;
    const ir::Block& block = function_.blocks[b];
    for (const ir::Instruction& i : block.instructions) {
      if (i.result && function_.values[i.result->value()].type->Is(ir::TypeKind::kInt)) {
        changed = Grow(*i.result, Transfer(i, b)) || changed;
      }
    }
    for (const ir::Edge& edge : block.terminator.edges) {
      const auto& parameters = function_.blocks[edge.target.value()].parameters;
      for (size_t p = 0; p < edge.arguments.size(); ++p) {
        changed = Grow(parameters[p], At(edge.arguments[p], b)) || changed;
      }
    }
    return changed;
  }

  Interval Transfer(const ir::Instruction& i, size_t b) const {
    const auto operand = [&](size_t n) { return At(i.operands[n], b); };
    if (i.op == Op::kConstant && i.flag) return {i.index, i.index};
    if (i.op == Op::kIntAdd || i.op == Op::kIntSub || i.op == Op::kIntMul) {
      const Interval x = operand(0), y = operand(1);
      if (x.empty() || y.empty()) return kNone;
      return Arithmetic(i.op, x, y).Kept();
    }
    if (i.op == Op::kIntMod) {
      const Interval divisor = operand(1);
      if (divisor.empty() || divisor.lo <= 0) return kAll;
      const Interval x = operand(0);
      return {0, !x.empty() && x.lo >= 0 ? std::min(x.hi, divisor.hi - 1) : divisor.hi - 1};
    }
    if (i.op == Op::kIntFloorDiv) {
      const Interval x = operand(0), y = operand(1);
      if (x.empty() || y.empty()) return kNone;
      if (y.lo > 0 && x.lo >= 0) return {0, x.hi / y.lo};
      return kAll;
    }
    if (i.op == Op::kIntAnd) {
      // Of a number that is not negative, only bits that it has.
      const Interval x = operand(0), y = operand(1);
      if (!x.empty() && x.lo >= 0) return {0, x.hi};
      if (!y.empty() && y.lo >= 0) return {0, y.hi};
      return kAll;
    }
    if (i.op == Op::kIntShr) {
      const Interval x = operand(0);
      return !x.empty() && x.lo >= 0 ? Interval{0, x.hi} : kAll;
    }
    if (i.op == Op::kIntAbs) return {0, INT64_MAX};
    if (i.op == Op::kBoolToInt) return {0, 1};
    if (i.op == Op::kSeqLen || i.op == Op::kRangeLen || i.op == Op::kSourceLen) return {0, INT64_MAX};
    return kAll;
  }

  ir::Function& function_;
  std::vector<Interval> intervals_;
  std::vector<int> changes_;
  std::vector<ir::Instruction*> definitions_;
  std::vector<std::vector<Condition>> conditions_;  // by block
  std::vector<std::vector<ValueId>> roots_;         // by block
};

}  // namespace

void ProveRanges(ir::Function& function) { Analysis(function).Run(); }

}  // namespace fora::simplify
