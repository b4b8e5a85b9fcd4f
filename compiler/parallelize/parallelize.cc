#include "compiler/parallelize/parallelize.h"

#include <algorithm>
#include <set>
#include <vector>

namespace fora::parallelize {
namespace {

using ir::Op;

// Whether the operator gives the same result wherever its operands are at hand: pure, or proven never to exit.
bool CanMove(const ir::Instruction& i) {
  const bool proven = i.flag && !i.frame_state && ir::Info(i.op).effect == ir::Effect::kMayExit;
  return (ir::Info(i.op).effect == ir::Effect::kPure && i.op != Op::kFork) || proven;
}

bool Calls(const ir::Instruction& i) { return i.op == Op::kCallDirect || i.op == Op::kFork; }

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
  const size_t count = module.functions.size();
  std::vector<std::set<size_t>> callees(count);
  std::vector<bool> heavy(count, false);
  for (size_t f = 0; f < count; ++f) {
    heavy[f] = HasLoop(*module.functions[f]);
    for (const ir::Block& block : module.functions[f]->blocks) {
      for (const ir::Instruction& i : block.instructions) {
        if (Calls(i)) callees[f].insert(static_cast<size_t>(i.index));
        if (i.op == Op::kFold || i.op == Op::kRuntime) heavy[f] = true;
      }
    }
  }
  for (size_t f = 0; f < count; ++f) {
    // Reaches itself?
    std::set<size_t> seen;
    std::vector<size_t> work(callees[f].begin(), callees[f].end());
    while (!work.empty() && !heavy[f]) {
      const size_t g = work.back();
      work.pop_back();
      if (g == f) heavy[f] = true;
      if (seen.insert(g).second) work.insert(work.end(), callees[g].begin(), callees[g].end());
    }
  }
  bool changed = true;
  while (changed) {
    changed = false;
    for (size_t f = 0; f < count; ++f) {
      if (heavy[f]) continue;
      heavy[f] = std::any_of(callees[f].begin(), callees[f].end(), [&](size_t g) { return heavy[g]; });
      changed = changed || heavy[f];
    }
  }
  return heavy;
}

// Moves the operators that `call` needs and that stand after `first` in front of it. False, and nothing moved, if one of them
// can't move or needs the result of `first`.
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

void MarkForks(ir::Function& function, ir::Block& block, const std::vector<bool>& heavy) {
  auto& instructions = block.instructions;
  const auto is_heavy_call = [&](size_t i) {
    return instructions[i].op == Op::kCallDirect && heavy[static_cast<size_t>(instructions[i].index)];
  };
  for (size_t first = 0; first < instructions.size(); ++first) {
    if (!is_heavy_call(first)) continue;
    for (size_t call = first + 1; call < instructions.size(); ++call) {
      if (!is_heavy_call(call)) continue;
      size_t moved = 0;
      if (!HoistOperands(instructions, first, call, &moved)) continue;
      const size_t g = first + moved;
      // The operands that were hoisted stood between, so the call stays where it was.
      ir::Instruction fork = instructions[call];
      fork.op = Op::kFork;
      fork.frame_state.reset();
      function.values.push_back(function.values[fork.result->value()]);
      fork.result = ir::ValueId(static_cast<uint32_t>(function.values.size() - 1));
      ir::Instruction& join = instructions[call];
      join.op = Op::kJoin;
      join.operands = {*fork.result};
      join.specializations.clear();
      instructions.insert(instructions.begin() + static_cast<ptrdiff_t>(g), std::move(fork));
      // Forks nest or follow each other: the next begins behind this join. (The fork moved it by one.)
      first = call + 1;
      break;
    }
  }
}

}  // namespace

ir::TypedModule Parallelize(ir::TypedModule module) {
  const std::vector<bool> heavy = HeavyFunctions(module);
  for (auto& function : module.functions) {
    for (ir::Block& block : function->blocks) MarkForks(*function, block, heavy);
  }
  return module;
}

}  // namespace fora::parallelize
