#include "compiler/parallelize/mark_forks.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "compiler/ir/call_graph.h"
#include "compiler/ir/dominators.h"
#include "compiler/parallelize/movable.h"

namespace fora::parallelize {
namespace {

using ir::Op;
using ir::ValueId;

// Forks that are open at once: each way out between them and their joins discards them all.
constexpr size_t kForksMax = 8;
// Calls behind a call that are looked at.
constexpr size_t kCallsMax = 16;

// An int operator that exits only if its result does not fit: guarded by a test, it can be computed
// elsewhere.
bool CanGuard(const ir::Instruction& i) {
  return i.op == Op::kIntAdd || i.op == Op::kIntSub || i.op == Op::kIntMul;
}

// Operands of CanGuard's operators up to these bounds have a result that fits.
int64_t GuardBound(Op op) { return op == Op::kIntMul ? int64_t{1} << 31 : int64_t{1} << 62; }

class ForkMarker {
 public:
  ForkMarker(ir::TypedModule& module, const Recursions& recursions, const std::vector<bool>& heavy,
             uint32_t function)
      : module_(module),
        recursions_(recursions),
        heavy_(heavy),
        self_(recursions[function]),
        function_(*module.functions[function]) {}

  void Run() {
    for (ir::Block& block : function_.blocks) MarkBlock(block.instructions);
  }

 private:
  using Substitution = std::map<uint32_t, ValueId>;  // of the head's values

  bool IsHeavyCall(const ir::Instruction& i) const {
    return i.op == Op::kCallDirect && heavy_[static_cast<size_t>(i.index)];
  }

  bool MayFork(const ir::Instruction& i) const {
    if (!IsHeavyCall(i)) return false;
    const auto callee = static_cast<size_t>(i.index);
    const std::optional<uint32_t>& head = recursions_[callee].head;
    return !(self_.unfolded && head == self_.head && !AnyBaseRunsLong(callee) && !RestRunsLong(*head));
  }

  // In front of each call that may take long, and of each join, which is one if nobody took it, goes a fork
  // of every call behind it that need not wait for it. What is needed first is forked first.
  void MarkBlock(std::vector<ir::Instruction>& instructions) {
    size_t open = 0;
    for (size_t first = 0; first < instructions.size(); ++first) {
      if (!IsHeavyCall(instructions[first]) && instructions[first].op != Op::kJoin) continue;
      size_t looked_at = 0;
      for (size_t call = first + 1; call < instructions.size() && open < kForksMax && looked_at < kCallsMax;
           ++call) {
        if (!MayFork(instructions[call])) continue;
        ++looked_at;
        const std::optional<Front> front = MakeFront(instructions, first, call);
        if (!front) continue;
        Fork(instructions, first, call, *front);
        // What moved stood between the two.
        first += front->instructions.size();
        call += front->instructions.size() - front->moved.size();
        ++open;
      }
      if (instructions[first].op == Op::kJoin) --open;
    }
  }

  // What goes in front: what the call's operands need, whether it is worth a fork, and the fork.
  struct Front {
    std::vector<ir::Instruction> instructions;
    std::vector<size_t> moved;  // where some of them stood, in order
  };

  // For a fork in front of `first` of a call behind it. Nothing if it has to wait for `first`, or for an
  // operand that can't be computed there.
  std::optional<Front> MakeFront(const std::vector<ir::Instruction>& instructions, size_t first, size_t at) {
    std::set<uint32_t> needed;
    for (ValueId v : instructions[at].operands) needed.insert(v.value());
    std::vector<size_t> sources;
    bool guarded = false;
    for (size_t i = at; i-- > first;) {
      const ir::Instruction& source = instructions[i];
      if (!source.result || !needed.contains(source.result->value())) continue;
      if (i == first || (!CanMove(source) && !CanGuard(source))) return std::nullopt;
      guarded = guarded || !CanMove(source);
      sources.push_back(i);
      for (ValueId v : source.operands) needed.insert(v.value());
    }
    std::reverse(sources.begin(), sources.end());
    Front front;
    ir::Instruction call = instructions[at];
    std::vector<ValueId> guards;
    if (!guarded) {
      for (size_t i : sources) front.instructions.push_back(instructions[i]);
      front.moved = std::move(sources);
    } else {
      // What may exit stays where it is, and with it what it needs; here are copies, which count if it fits.
      Substitution copies;
      for (size_t i : sources) CopyGuarded(instructions[i], copies, guards, front.instructions);
      for (ValueId& operand : call.operands) operand = Substituted(copies, operand);
    }
    ValueId worth = Worth(call, front.instructions);
    for (size_t i = guards.size(); i-- > 0;)
      worth = Append(Op::kBoolAnd, {guards[i], worth}, call.site, front.instructions);
    call.op = Op::kFork;
    call.frame_state.reset();
    call.operands.insert(call.operands.begin(), worth);
    if (const auto& head = recursions_[static_cast<size_t>(call.index)].head)
      call.index = *head;  // elsewhere it runs as others run it
    call.result = NewValue(function_.values[call.result->value()].type);
    front.instructions.push_back(std::move(call));
    return front;
  }

  void CopyGuarded(const ir::Instruction& i, Substitution& copies, std::vector<ValueId>& guards,
                   std::vector<ir::Instruction>& out) {
    ir::Instruction copy = i;
    for (ValueId& operand : copy.operands) operand = Substituted(copies, operand);
    if (!CanMove(i)) {
      for (ValueId operand : copy.operands) {
        const int64_t bound = GuardBound(i.op);
        guards.push_back(Compare(operand, CompareOp::kGe, -bound, i.site, out));
        guards.push_back(Compare(operand, CompareOp::kLt, bound, i.site, out));
      }
      copy.frame_state.reset();
      copy.flag = true;
    }
    copy.result = NewValue(function_.values[i.result->value()].type);
    copies.emplace(i.result->value(), *copy.result);
    out.push_back(std::move(copy));
  }

  static ValueId Substituted(const Substitution& values, ValueId value) {
    const auto found = values.find(value.value());
    return found == values.end() ? value : found->second;
  }

  ValueId Compare(ValueId value, CompareOp compare, int64_t with, ir::SiteId site,
                  std::vector<ir::Instruction>& out) {
    const ValueId constant = Append(Op::kConstant, {}, site, out);
    function_.values[constant.value()].type = module_.types->Of(ir::TypeKind::kInt);
    out.back().flag = true;
    out.back().index = with;
    const ValueId result = Append(Op::kIntCompare, {value, constant}, site, out);
    out.back().compare = compare;
    return result;
  }

  // The call is joined where it stands.
  void Fork(std::vector<ir::Instruction>& instructions, size_t place, size_t call, const Front& front) {
    ir::Instruction& join = instructions[call];
    join.op = Op::kJoin;
    join.operands = {*front.instructions.back().result};
    join.specializations.clear();
    for (auto i = front.moved.rbegin(); i != front.moved.rend(); ++i)
      instructions.erase(instructions.begin() + static_cast<ptrdiff_t>(*i));
    instructions.insert(instructions.begin() + static_cast<ptrdiff_t>(place), front.instructions.begin(),
                        front.instructions.end());
  }

  // Appends what finds out whether the call is more than a base case, and returns the Bool.
  ValueId Worth(const ir::Instruction& call, std::vector<ir::Instruction>& out) {
    const auto callee = static_cast<size_t>(call.index);
    const ir::Function& head = *module_.functions[callee];
    Substitution values;
    for (size_t i = 0; i < call.operands.size(); ++i)
      values.emplace(head.blocks[0].parameters[i].value(), call.operands[i]);
    // Whether each test finds a base case. Computed side by side: what is wrong behind a base case is not
    // looked at.
    std::vector<ValueId> finds_base;
    for (const Test& test : recursions_[callee].tests) {
      const ir::Block& block = head.blocks[test.block.value()];
      for (const ir::Instruction& i : block.instructions) Copy(head, i, values, out);
      ValueId taken = values.at(block.terminator.operands[0].value());
      if (test.base == 1) taken = Append(Op::kBoolNot, {taken}, call.site, out);
      finds_base.push_back(taken);
      const ir::Edge& on = block.terminator.edges[1 - test.base];
      const std::vector<ValueId>& parameters = head.blocks[on.target.value()].parameters;
      for (size_t i = 0; i < parameters.size(); ++i)
        values.emplace(parameters[i].value(), values.at(on.arguments[i].value()));
    }
    ValueId worth = Append(Op::kConstant, {}, call.site, out);
    out.back().flag = true;
    out.back().index = 1;
    for (size_t i = finds_base.size(); i-- > 0;) {
      if (BaseRunsLong(callee, recursions_[callee].tests[i])) {
        worth = Append(Op::kBoolOr, {finds_base[i], worth}, call.site, out);
      } else {
        const ValueId goes_on = Append(Op::kBoolNot, {finds_base[i]}, call.site, out);
        worth = Append(Op::kBoolAnd, {goes_on, worth}, call.site, out);
      }
    }
    return worth;
  }

  bool AnyBaseRunsLong(size_t head) const {
    const std::vector<Test>& tests = recursions_[head].tests;
    return std::any_of(tests.begin(), tests.end(),
                       [&](const Test& test) { return BaseRunsLong(head, test); });
  }
  bool BaseRunsLong(size_t head, const Test& test) const {
    const ir::Function& f = *module_.functions[head];
    return RunsLong(f, f.blocks[test.block.value()].terminator.edges[test.base].target);
  }
  // Whether a base case, which has no loop, calls something heavy.
  bool RunsLong(const ir::Function& head, ir::BlockId id) const {
    const ir::Block& block = head.blocks[id.value()];
    return std::any_of(block.instructions.begin(), block.instructions.end(),
                       [&](const ir::Instruction& i) { return IsHeavyCall(i); }) ||
           std::any_of(block.terminator.edges.begin(), block.terminator.edges.end(),
                       [&](const ir::Edge& edge) { return RunsLong(head, edge.target); });
  }

  // Whether the rest behind the tests does more than to call the recursion.
  bool RestRunsLong(uint32_t head) const {
    for (const ir::Block& block : module_.functions[head]->blocks) {
      if (block.terminator.kind != ir::TerminatorKind::kTailCall) continue;
      const ir::Function& rest = *module_.functions[static_cast<size_t>(block.terminator.index)];
      if (ir::HasLoop(rest)) return true;
      for (const ir::Block& part : rest.blocks) {
        for (const ir::Instruction& i : part.instructions) {
          const bool heavy = IsHeavyCall(i) || i.op == Op::kJoin;
          if (i.op == Op::kFold || (heavy && recursions_[static_cast<size_t>(i.index)].head != head))
            return true;
        }
      }
    }
    return false;
  }

  ValueId NewValue(const ir::Type* type) {
    function_.values.push_back({type, ""});
    return ValueId(static_cast<uint32_t>(function_.values.size() - 1));
  }

  ValueId Append(Op op, std::vector<ValueId> operands, ir::SiteId site, std::vector<ir::Instruction>& out) {
    ir::Instruction instruction;
    instruction.op = op;
    instruction.site = site;
    instruction.operands = std::move(operands);
    instruction.result = NewValue(module_.types->Of(ir::TypeKind::kBool));
    out.push_back(std::move(instruction));
    return *out.back().result;
  }

  void Copy(const ir::Function& from, const ir::Instruction& i, Substitution& values,
            std::vector<ir::Instruction>& out) {
    out.push_back(i);
    for (ValueId& operand : out.back().operands) operand = values.at(operand.value());
    if (!i.result) return;
    out.back().result = NewValue(from.values[i.result->value()].type);
    values.emplace(i.result->value(), *out.back().result);
  }

  ir::TypedModule& module_;
  const Recursions& recursions_;
  const std::vector<bool>& heavy_;
  const Recursion& self_;
  ir::Function& function_;
};

}  // namespace

void MarkForks(ir::TypedModule& module, const Recursions& recursions) {
  const std::vector<bool> heavy = ir::FunctionsThatMayRunLong(module);
  for (uint32_t f = 0; f < module.functions.size(); ++f) ForkMarker(module, recursions, heavy, f).Run();
}

}  // namespace fora::parallelize
