#include "compiler/ir/call_graph.h"

#include <algorithm>

#include "compiler/ir/dominators.h"

namespace fora::ir {

std::vector<uint32_t> Callees(const Function& function) {
  std::vector<uint32_t> callees;
  for (const Block& block : function.blocks) {
    for (const Instruction& i : block.instructions) {
      if (i.op == Op::kCallDirect || i.op == Op::kFork || i.op == Op::kJoin)
        callees.push_back(static_cast<uint32_t>(i.index));
      for (int64_t element : i.specializations) callees.push_back(static_cast<uint32_t>(element));
    }
    if (block.terminator.kind == TerminatorKind::kTailCall)
      callees.push_back(static_cast<uint32_t>(block.terminator.index));
  }
  return callees;
}

namespace {

// R. Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of its own instead of
// recursion.
class Components {
 public:
  explicit Components(const std::vector<std::vector<uint32_t>>& edges)
      : edges_(edges), component_(edges.size(), kNone), order_(edges.size(), kNone), low_(edges.size()) {}

  // By node: the number of its component.
  std::vector<uint32_t> Run() {
    for (uint32_t root = 0; root < edges_.size(); ++root) {
      if (order_[root] == kNone) Visit(root);
    }
    return std::move(component_);
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  void Enter(uint32_t node) {
    order_[node] = low_[node] = next_++;
    open_.push_back(node);
    path_.push_back({node, 0});
  }

  void Visit(uint32_t root) {
    Enter(root);
    while (!path_.empty()) {
      auto& [node, edge] = path_.back();
      if (edge < edges_[node].size()) {
        const uint32_t target = edges_[node][edge++];
        if (order_[target] == kNone)
          Enter(target);
        else if (component_[target] == kNone)
          low_[node] = std::min(low_[node], order_[target]);
        continue;
      }
      const uint32_t done = node;
      path_.pop_back();
      if (!path_.empty()) low_[path_.back().first] = std::min(low_[path_.back().first], low_[done]);
      if (low_[done] == order_[done]) Close(done);
    }
  }

  void Close(uint32_t root) {
    for (uint32_t node = kNone; node != root; open_.pop_back()) {
      node = open_.back();
      component_[node] = components_;
    }
    ++components_;
  }

  const std::vector<std::vector<uint32_t>>& edges_;
  std::vector<uint32_t> component_, order_, low_;
  std::vector<uint32_t> open_;  // entered, and of no component yet
  std::vector<std::pair<uint32_t, size_t>> path_;
  uint32_t next_ = 0, components_ = 0;
};

}  // namespace

CallGraph::CallGraph(const TypedModule& module) : recursive_(module.functions.size()) {
  for (const auto& function : module.functions) callees_.push_back(Callees(*function));
  component_ = Components(callees_).Run();
  std::vector<uint32_t> members(size());
  for (uint32_t c : component_) ++members[c];
  for (uint32_t f = 0; f < size(); ++f) {
    const bool calls_itself = std::find(callees_[f].begin(), callees_[f].end(), f) != callees_[f].end();
    recursive_[f] = calls_itself || members[component_[f]] > 1;
  }
}

std::vector<uint32_t> CallGraph::callees_first() const {
  std::vector<uint32_t> order(size());
  for (uint32_t f = 0; f < size(); ++f) order[f] = f;
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return component_[a] < component_[b]; });
  return order;
}

std::vector<bool> FunctionsThatMayRunLong(const TypedModule& module) {
  const CallGraph calls(module);
  std::vector<bool> long_running(calls.size());
  for (uint32_t f : calls.callees_first()) {
    const auto& callees = calls.callees(f);
    long_running[f] =
        calls.recursive(f) || HasLoop(*module.functions[f]) ||
        std::any_of(callees.begin(), callees.end(), [&](uint32_t callee) { return long_running[callee]; });
    for (const Block& block : module.functions[f]->blocks) {
      for (const Instruction& i : block.instructions)
        long_running[f] = long_running[f] || i.op == Op::kFold || i.op == Op::kRuntime;
    }
  }
  return long_running;
}

}  // namespace fora::ir
