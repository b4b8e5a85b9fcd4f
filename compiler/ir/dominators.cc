// The iterative algorithm of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
#include "compiler/ir/dominators.h"

#include <algorithm>
#include <utility>

namespace fora::ir {

std::vector<BlockId> Successors(const Block& block) {
  std::vector<BlockId> successors;
  for (const Edge& edge : block.terminator.edges) successors.push_back(edge.target);
  if (block.unwind) successors.push_back(block.unwind->target);
  return successors;
}

Dominators::Dominators(const Function& function) : order_of_(function.blocks.size(), kNone) {
  if (function.blocks.empty()) return;
  // Postorder by a stack of (block, next successor), since functions may have very long chains of blocks.
  std::vector<std::pair<BlockId, size_t>> stack{{BlockId(0), 0}};
  std::vector<bool> seen(function.blocks.size());
  seen[0] = true;
  while (!stack.empty()) {
    auto& [block, next] = stack.back();
    std::vector<BlockId> successors = Successors(function.blocks[block.value()]);
    if (next == successors.size()) {
      order_.push_back(block);
      stack.pop_back();
      continue;
    }
    BlockId successor = successors[next++];
    if (seen[successor.value()]) continue;
    seen[successor.value()] = true;
    stack.emplace_back(successor, 0);
  }
  std::reverse(order_.begin(), order_.end());
  for (uint32_t i = 0; i < order_.size(); ++i) order_of_[order_[i].value()] = i;

  std::vector<std::vector<uint32_t>> predecessors(order_.size());
  for (uint32_t i = 0; i < order_.size(); ++i) {
    for (BlockId s : Successors(function.blocks[order_[i].value()]))
      predecessors[order_of_[s.value()]].push_back(i);
  }
  immediate_.assign(order_.size(), kNone);
  immediate_[0] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (uint32_t i = 1; i < order_.size(); ++i) {
      uint32_t common = kNone;
      for (uint32_t p : predecessors[i]) {
        if (immediate_[p] == kNone) continue;
        if (common == kNone) {
          common = p;
          continue;
        }
        for (uint32_t other = p; common != other;)
          (common > other ? common : other) = immediate_[std::max(common, other)];
      }
      changed |= immediate_[i] != common;
      immediate_[i] = common;
    }
  }
}

bool Dominators::Dominates(BlockId a, BlockId b) const {
  uint32_t high = order_of_[a.value()], low = order_of_[b.value()];
  while (low > high) low = immediate_[low];
  return low == high;
}

bool HasLoop(const Function& function) {
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

}  // namespace fora::ir
