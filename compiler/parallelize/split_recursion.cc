#include "compiler/parallelize/split_recursion.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "compiler/ir/call_graph.h"
#include "compiler/parallelize/movable.h"

namespace fora::parallelize {
namespace {

using ir::BlockId;
using ir::Op;
using ir::TerminatorKind;
using ir::ValueId;

// What is inlined into every caller has to be small.
constexpr size_t kTestInstructionsMax = 8;
constexpr size_t kBaseInstructionsMax = 16;

using Blocks = std::set<uint32_t>;

Blocks ReachableFrom(const ir::Function& f, BlockId from) {
  Blocks reached;
  std::vector<uint32_t> work{from.value()};
  while (!work.empty()) {
    const uint32_t block = work.back();
    work.pop_back();
    if (!reached.insert(block).second) continue;
    for (const ir::Edge& edge : f.blocks[block].terminator.edges) work.push_back(edge.target.value());
  }
  return reached;
}

size_t PredecessorCount(const ir::Function& f, BlockId block) {
  size_t count = 0;
  for (const ir::Block& other : f.blocks) {
    for (const ir::Edge& edge : other.terminator.edges) count += edge.target == block;
  }
  return count;
}

struct Split {
  std::vector<Test> tests;
  Blocks head;      // the tests and the base cases
  BlockId rest{0};  // where the rest begins
};

class Splitter {
 public:
  Splitter(const ir::Function& f, uint32_t index, const ir::CallGraph& calls)
      : f_(f), index_(index), calls_(calls) {}

  // Nothing if the function does not begin with tests that guard base cases.
  std::optional<Split> Find() const {
    Split split;
    size_t instructions = 0;
    while (IsTest(split.rest, &instructions)) {
      const std::vector<ir::Edge>& edges = f_.blocks[split.rest.value()].terminator.edges;
      std::optional<size_t> base;
      for (size_t e = 0; e < 2 && !base; ++e) {
        if (IsBase(edges[e].target)) base = e;
      }
      if (!base) break;
      split.tests.push_back({split.rest, *base});
      split.head.insert(split.rest.value());
      split.head.merge(ReachableFrom(f_, edges[*base].target));
      split.rest = edges[1 - *base].target;
      if (PredecessorCount(f_, split.rest) != 1) break;
    }
    if (split.tests.empty()) return std::nullopt;
    const Blocks rest = ReachableFrom(f_, split.rest);
    const bool apart =
        std::none_of(rest.begin(), rest.end(), [&](uint32_t block) { return split.head.contains(block); });
    return apart ? std::optional(std::move(split)) : std::nullopt;
  }

 private:
  bool IsTest(BlockId block, size_t* instructions) const {
    const ir::Block& b = f_.blocks[block.value()];
    *instructions += b.instructions.size();
    return b.terminator.kind == TerminatorKind::kBranch && *instructions <= kTestInstructionsMax &&
           std::all_of(b.instructions.begin(), b.instructions.end(), CanMove);
  }

  bool Recurs(uint32_t callee) const { return calls_.component(callee) == calls_.component(index_); }

  // Small, without loops, and without recursion.
  bool IsBase(BlockId block) const {
    size_t instructions = 0;
    Blocks path;
    return IsBase(block, path, instructions);
  }
  bool IsBase(BlockId id, Blocks& path, size_t& instructions) const {
    const ir::Block& block = f_.blocks[id.value()];
    instructions += block.instructions.size() + 1;
    if (instructions > kBaseInstructionsMax || !path.insert(id.value()).second) return false;
    for (const ir::Instruction& i : block.instructions) {
      if (i.op == Op::kFold || i.op == Op::kRuntime ||
          (i.op == Op::kCallDirect && Recurs(static_cast<uint32_t>(i.index))))
        return false;
    }
    for (const ir::Edge& edge : block.terminator.edges) {
      if (!IsBase(edge.target, path, instructions)) return false;
    }
    path.erase(id.value());
    return true;
  }

  const ir::Function& f_;
  const uint32_t index_;
  const ir::CallGraph& calls_;
};

template <typename F>
void ForEachUse(const ir::Function& f, const ir::Block& block, const F& use) {
  auto state = [&](const std::optional<uint32_t>& index) {
    if (!index) return;
    for (const ir::FrameState::Live& live : f.frame_states[*index].live) use(live.typed);
  };
  for (const ir::Instruction& i : block.instructions) {
    std::for_each(i.operands.begin(), i.operands.end(), use);
    state(i.frame_state);
  }
  std::for_each(block.terminator.operands.begin(), block.terminator.operands.end(), use);
  for (const ir::Edge& edge : block.terminator.edges)
    std::for_each(edge.arguments.begin(), edge.arguments.end(), use);
  state(block.terminator.frame_state);
}

// The values of the head that the rest reads; the function's own entry state among them, at which a check of
// the stack leaves.
std::vector<ValueId> LiveIns(const ir::Function& f, const Blocks& rest) {
  std::set<uint32_t> used, defined;
  for (const ir::FrameState::Live& live : f.frame_states[0].live) used.insert(live.typed.value());
  for (uint32_t index : rest) {
    const ir::Block& block = f.blocks[index];
    ForEachUse(f, block, [&](ValueId id) { used.insert(id.value()); });
    for (ValueId id : block.parameters) defined.insert(id.value());
    for (const ir::Instruction& i : block.instructions) {
      if (i.result) defined.insert(i.result->value());
    }
  }
  std::vector<ValueId> live;
  for (uint32_t id : used) {
    if (!defined.contains(id)) live.emplace_back(id);
  }
  return live;
}

// Everything of a function but its blocks.
std::unique_ptr<ir::Function> Shell(const ir::Function& f) {
  auto shell = std::make_unique<ir::Function>(f);
  shell->blocks.clear();
  return shell;
}

// Drops the frame states that nothing names, but the entry's.
void DropUnusedStates(ir::Function& f) {
  std::map<uint32_t, uint32_t> renumbered{{0, 0}};
  std::vector<ir::FrameState> states{f.frame_states[0]};
  auto keep = [&](std::optional<uint32_t>& state) {
    if (!state) return;
    auto [found, fresh] = renumbered.emplace(*state, static_cast<uint32_t>(states.size()));
    if (fresh) states.push_back(f.frame_states[*state]);
    state = found->second;
  };
  for (ir::Block& block : f.blocks) {
    for (ir::Instruction& i : block.instructions) keep(i.frame_state);
    keep(block.terminator.frame_state);
  }
  f.frame_states = std::move(states);
}

using Numbers = std::map<uint32_t, uint32_t>;

void AppendBlocks(const ir::Function& from, const Numbers& numbers, ir::Function& to) {
  for (const auto& [old, number] : numbers) {
    if (to.blocks.size() <= number) to.blocks.resize(number + 1);
    ir::Block& block = to.blocks[number] = from.blocks[old];
    for (ir::Edge& edge : block.terminator.edges) edge.target = BlockId(numbers.at(edge.target.value()));
  }
}

// The tests and the base cases; the tail call stands where the rest began.
std::unique_ptr<ir::Function> MakeHead(const ir::Function& f, const Split& split, uint32_t rest_index,
                                       std::vector<ValueId> arguments) {
  Numbers numbers;
  for (uint32_t block : split.head) numbers.emplace(block, numbers.size());
  numbers.emplace(split.rest.value(), numbers.size());
  auto head = Shell(f);
  head->inlined = true;
  ir::Function cut = f;
  ir::Block& call = cut.blocks[split.rest.value()];
  call.instructions.clear();
  arguments.insert(arguments.end(), call.parameters.begin(), call.parameters.end());
  call.terminator = {
      TerminatorKind::kTailCall, call.terminator.site, std::move(arguments), {}, false, {}, rest_index};
  AppendBlocks(cut, numbers, *head);
  DropUnusedStates(*head);
  return head;
}

std::unique_ptr<ir::Function> MakeRest(const ir::Function& f, const Split& split, const Blocks& blocks,
                                       const std::vector<ValueId>& live_ins) {
  Numbers numbers;
  for (uint32_t block : blocks) numbers.emplace(block, numbers.size() + 1);
  auto rest = Shell(f);
  rest->entry_values.clear();
  AppendBlocks(f, numbers, *rest);
  // The entry passes on what the edges to the rest passed.
  ir::Block& entry = rest->blocks[0];
  entry.parameters = live_ins;
  ir::Edge on{BlockId(numbers.at(split.rest.value())), {}};
  for (ValueId parameter : f.blocks[split.rest.value()].parameters) {
    rest->values.push_back(f.values[parameter.value()]);
    on.arguments.emplace_back(static_cast<uint32_t>(rest->values.size() - 1));
    entry.parameters.push_back(on.arguments.back());
  }
  entry.terminator = {
      TerminatorKind::kJump, f.blocks[split.rest.value()].terminator.site, {}, {std::move(on)}, false, {}};
  DropUnusedStates(*rest);
  return rest;
}

}  // namespace

Recursions SplitRecursion(ir::TypedModule& module) {
  const ir::CallGraph calls(module);
  Recursions recursions(calls.size());
  for (uint32_t index = 0; index < calls.size(); ++index) {
    const ir::Function& f = *module.functions[index];
    if (!calls.recursive(index) || f.frame_states.empty()) continue;
    std::optional<Split> split = Splitter(f, index, calls).Find();
    if (!split) continue;
    const Blocks blocks = ReachableFrom(f, split->rest);
    const std::vector<ValueId> live_ins = LiveIns(f, blocks);
    const auto rest_index = static_cast<uint32_t>(module.functions.size());
    std::unique_ptr<ir::Function> head = MakeHead(f, *split, rest_index, live_ins);
    std::unique_ptr<ir::Function> rest = MakeRest(f, *split, blocks, live_ins);
    rest->id = ir::FunctionId(rest_index);
    // The head's blocks are numbered in the order of the function's.
    for (Test& test : split->tests) {
      test.block = BlockId(
          static_cast<uint32_t>(std::distance(split->head.begin(), split->head.find(test.block.value()))));
    }
    recursions[index] = {std::move(split->tests), index};
    recursions.push_back({{}, index});
    module.functions[index] = std::move(head);
    module.functions.push_back(std::move(rest));
  }
  return recursions;
}

}  // namespace fora::parallelize
