#include "compiler/parallelize/mark_forks.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "compiler/ir/call_graph.h"
#include "compiler/parallelize/movable.h"

namespace fora::parallelize {
namespace {

using ir::Op;
using ir::ValueId;

bool HasLoop(const ir::Function& function) {
  // Depth first: an edge to a block on the path closes a loop.
  enum class State : uint8_t { kNew, kOnPath, kDone };
  std::vector<State> state(function.blocks.size(), State::kNew);
  std::vector<std::pair<size_t, size_t>> path{{0, 0}};
  state[0] = State::kOnPath;
  while (!path.empty()) {
    auto& [block, next] = path.back();
    const auto& edges = function.blocks[block].terminator.edges;
    if (next == edges.size()) {
      state[block] = State::kDone;
      path.pop_back();
      continue;
    }
    const size_t target = edges[next++].target.value();
    if (state[target] == State::kOnPath) return true;
    if (state[target] == State::kNew) {
      state[target] = State::kOnPath;
      path.push_back({target, 0});
    }
  }
  return false;
}

// Which functions may run long: they loop, fold, take part in recursion, or call one that does.
std::vector<bool> HeavyFunctions(const ir::TypedModule& module) {
  const ir::CallGraph calls(module);
  std::vector<bool> heavy(calls.size());
  for (uint32_t f : calls.callees_first()) {
    heavy[f] = calls.recursive(f) || HasLoop(*module.functions[f]) ||
               std::any_of(calls.callees(f).begin(), calls.callees(f).end(),
                           [&](uint32_t callee) { return heavy[callee]; });
    for (const ir::Block& block : module.functions[f]->blocks) {
      for (const ir::Instruction& i : block.instructions)
        heavy[f] = heavy[f] || i.op == Op::kFold || i.op == Op::kRuntime;
    }
  }
  return heavy;
}

// Moves the operators that `call` needs and that stand after `first` in front of it. False, and nothing
// moved, if one of them can't move or needs the result of `first`.
bool HoistOperands(std::vector<ir::Instruction>& instructions, size_t first, size_t call, size_t* moved) {
  std::set<uint32_t> needed;
  for (ir::ValueId v : instructions[call].operands) needed.insert(v.value());
  std::vector<size_t> hoisted;
  for (size_t i = call; i-- > first;) {
    const auto& result = instructions[i].result;
    if (!result || !needed.contains(result->value())) continue;
    if (i == first || !CanMove(instructions[i])) return false;
    hoisted.push_back(i);
    for (ir::ValueId v : instructions[i].operands) needed.insert(v.value());
  }
  std::vector<ir::Instruction> front;
  for (auto it = hoisted.rbegin(); it != hoisted.rend(); ++it) front.push_back(instructions[*it]);
  for (size_t i : hoisted) instructions.erase(instructions.begin() + static_cast<ptrdiff_t>(i));
  instructions.insert(instructions.begin() + static_cast<ptrdiff_t>(first), front.begin(), front.end());
  *moved = front.size();
  return true;
}

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
    const Recursion& callee = recursions_[static_cast<size_t>(i.index)];
    return !(self_.unfolded && callee.head == self_.head && !AnyBaseRunsLong(static_cast<size_t>(i.index)));
  }

  void MarkBlock(std::vector<ir::Instruction>& instructions) {
    for (size_t first = 0; first < instructions.size(); ++first) {
      if (!IsHeavyCall(instructions[first])) continue;
      for (size_t call = first + 1; call < instructions.size(); ++call) {
        if (!MayFork(instructions[call])) continue;
        size_t moved = 0;
        if (!HoistOperands(instructions, first, call, &moved)) continue;
        // The operands that were hoisted stood between, so the call stays where it was. Forks nest or follow
        // each other: the next begins behind this join.
        first = call + Fork(instructions, first + moved, call);
        break;
      }
    }
  }

  // Forks the call in front of the instruction at `place`, and joins it where it stands; returns by how much
  // that moves.
  size_t Fork(std::vector<ir::Instruction>& instructions, size_t place, size_t call) {
    ir::Instruction& join = instructions[call];
    std::vector<ir::Instruction> front;
    const ValueId worth = Worth(join, front);
    ir::Instruction fork = join;
    fork.op = Op::kFork;
    fork.frame_state.reset();
    fork.operands.insert(fork.operands.begin(), worth);
    if (const auto& head = recursions_[static_cast<size_t>(join.index)].head)
      fork.index = *head;  // elsewhere it runs as others run it
    fork.result = NewValue(function_.values[join.result->value()].type);
    join.op = Op::kJoin;
    join.operands = {*fork.result};
    join.specializations.clear();
    front.push_back(std::move(fork));
    instructions.insert(instructions.begin() + static_cast<ptrdiff_t>(place), front.begin(), front.end());
    return front.size();
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
  const std::vector<bool> heavy = HeavyFunctions(module);
  for (uint32_t f = 0; f < module.functions.size(); ++f) ForkMarker(module, recursions, heavy, f).Run();
}

}  // namespace fora::parallelize
