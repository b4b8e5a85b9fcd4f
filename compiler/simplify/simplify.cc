#include "compiler/simplify/simplify.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "compiler/simplify/ranges.h"
#include "compiler/simplify/replacements.h"
#include "compiler/simplify/split_tuples.h"

namespace fora::simplify {
namespace {

using ir::Op;
using ir::ValueId;

std::vector<bool> Reachable(const ir::Function& function) {
  std::vector<bool> reachable(function.blocks.size(), false);
  std::vector<size_t> work{0};
  reachable[0] = true;
  while (!work.empty()) {
    const size_t b = work.back();
    work.pop_back();
    for (const ir::Edge& edge : function.blocks[b].terminator.edges) {
      if (reachable[edge.target.value()]) continue;
      reachable[edge.target.value()] = true;
      work.push_back(edge.target.value());
    }
  }
  return reachable;
}

// A parameter that gets one value on every edge, or itself, is that value.
void RemoveTrivialParameters(ir::Function& function) {
  const std::vector<bool> reachable = Reachable(function);
  Replacements replacements(function.values.size());
  std::vector<std::vector<bool>> removed(function.blocks.size());
  for (size_t b = 0; b < function.blocks.size(); ++b)
    removed[b].assign(function.blocks[b].parameters.size(), false);
  bool changed = true;
  while (changed) {
    changed = false;
    std::vector<std::vector<std::optional<uint32_t>>> single(function.blocks.size());
    std::vector<std::vector<bool>> several(function.blocks.size());
    for (size_t b = 0; b < function.blocks.size(); ++b) {
      single[b].resize(function.blocks[b].parameters.size());
      several[b].assign(function.blocks[b].parameters.size(), false);
    }
    for (size_t b = 0; b < function.blocks.size(); ++b) {
      if (!reachable[b]) continue;
      for (const ir::Edge& edge : function.blocks[b].terminator.edges) {
        const size_t target = edge.target.value();
        for (size_t p = 0; p < edge.arguments.size(); ++p) {
          const uint32_t argument = replacements.Find(edge.arguments[p]);
          if (argument == function.blocks[target].parameters[p].value()) continue;
          if (single[target][p] && *single[target][p] != argument) several[target][p] = true;
          single[target][p] = argument;
        }
      }
    }
    for (size_t b = 1; b < function.blocks.size(); ++b) {
      for (size_t p = 0; p < removed[b].size(); ++p) {
        if (removed[b][p] || several[b][p] || !single[b][p]) continue;
        const ValueId parameter = function.blocks[b].parameters[p];
        if (replacements.Find(ValueId(*single[b][p])) == parameter.value()) continue;
        replacements.Replace(parameter, *single[b][p]);
        removed[b][p] = true;
        changed = true;
      }
    }
  }
  for (size_t b = 0; b < function.blocks.size(); ++b) {
    ir::Block& block = function.blocks[b];
    for (ir::Edge& edge : block.terminator.edges) {
      std::vector<ValueId> kept;
      for (size_t p = 0; p < edge.arguments.size(); ++p) {
        if (!removed[edge.target.value()][p]) kept.push_back(edge.arguments[p]);
      }
      edge.arguments = std::move(kept);
    }
  }
  for (size_t b = 0; b < function.blocks.size(); ++b) {
    std::vector<ValueId> kept;
    for (size_t p = 0; p < removed[b].size(); ++p) {
      if (!removed[b][p]) kept.push_back(function.blocks[b].parameters[p]);
    }
    function.blocks[b].parameters = std::move(kept);
  }
  ForEachUse(function, [&](ValueId& v) { v = ValueId(replacements.Find(v)); });
}

// Blocks that a single jump reaches join the block before; those that nothing reaches go.
void MergeBlocks(ir::Function& function) {
  std::vector<bool> reachable = Reachable(function);
  std::vector<int> predecessors(function.blocks.size(), 0);
  for (size_t b = 0; b < function.blocks.size(); ++b) {
    if (!reachable[b]) continue;
    for (const ir::Edge& edge : function.blocks[b].terminator.edges) ++predecessors[edge.target.value()];
  }
  Replacements replacements(function.values.size());
  for (size_t b = 0; b < function.blocks.size(); ++b) {
    if (!reachable[b]) continue;
    for (;;) {
      ir::Block& block = function.blocks[b];
      if (block.terminator.kind != ir::TerminatorKind::kJump) break;
      const ir::Edge edge = block.terminator.edges[0];
      const size_t next = edge.target.value();
      if (next == b || next == 0 || predecessors[next] != 1) break;
      ir::Block& merged = function.blocks[next];
      for (size_t p = 0; p < merged.parameters.size(); ++p) {
        replacements.Replace(merged.parameters[p], replacements.Find(edge.arguments[p]));
      }
      std::move(merged.instructions.begin(), merged.instructions.end(),
                std::back_inserter(block.instructions));
      block.terminator = std::move(merged.terminator);
      merged = ir::Block();
      reachable[next] = false;
    }
  }
  ForEachUse(function, [&](ValueId& v) { v = ValueId(replacements.Find(v)); });
  std::vector<uint32_t> renumbered(function.blocks.size(), 0);
  std::vector<ir::Block> kept;
  for (size_t b = 0; b < function.blocks.size(); ++b) {
    if (!reachable[b]) continue;
    renumbered[b] = static_cast<uint32_t>(kept.size());
    kept.push_back(std::move(function.blocks[b]));
  }
  for (ir::Block& block : kept) {
    for (ir::Edge& edge : block.terminator.edges) edge.target = ir::BlockId(renumbered[edge.target.value()]);
  }
  function.blocks = std::move(kept);
}

// Frame states that no instruction names any more keep nothing alive.
void RemoveUnusedFrameStates(ir::Function& function) {
  std::vector<std::optional<uint32_t>> renumbered(function.frame_states.size());
  std::vector<ir::FrameState> kept;
  const auto keep = [&](uint32_t state) {
    if (!renumbered[state]) {
      renumbered[state] = static_cast<uint32_t>(kept.size());
      kept.push_back(std::move(function.frame_states[state]));
    }
    return *renumbered[state];
  };
  if (!function.frame_states.empty()) keep(0);  // the entry's
  for (ir::Block& block : function.blocks) {
    for (ir::Instruction& i : block.instructions) {
      if (i.frame_state) i.frame_state = keep(*i.frame_state);
    }
    if (block.terminator.frame_state) block.terminator.frame_state = keep(*block.terminator.frame_state);
  }
  function.frame_states = std::move(kept);
}

// Values without effect that nobody reads.
void RemoveDeadValues(ir::Function& function) {
  bool changed = true;
  while (changed) {
    changed = false;
    std::vector<bool> used(function.values.size(), false);
    ForEachUse(function, [&](ValueId& v) { used[v.value()] = true; });
    for (ir::Block& block : function.blocks) {
      const size_t before = block.instructions.size();
      std::erase_if(block.instructions, [&](const ir::Instruction& i) {
        return i.result && !used[i.result->value()] && ir::Info(i.op).effect == ir::Effect::kPure &&
               i.op != Op::kFork;
      });
      changed = changed || block.instructions.size() != before;
    }
  }
}

}  // namespace

ir::TypedModule Simplify(ir::TypedModule module) {
  for (auto& function : module.functions) {
    RemoveTrivialParameters(*function);
    MergeBlocks(*function);
    if (SplitTuples(*function)) RemoveTrivialParameters(*function);
    RemoveUnusedFrameStates(*function);
    RemoveDeadValues(*function);
    ProveRanges(*function);
    // What is proven needs no exit, and then not the values that the exit would hand over.
    RemoveUnusedFrameStates(*function);
    RemoveDeadValues(*function);
  }
  return module;
}

}  // namespace fora::simplify
