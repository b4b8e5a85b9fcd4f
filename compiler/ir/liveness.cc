#include "compiler/ir/liveness.h"

namespace fora::ir {

uint32_t ProvidedParameters(const Terminator& terminator, size_t edge_index) {
  return terminator.kind == TerminatorKind::kNext && edge_index == 0 ? 2 : 0;
}

void AddEdgeUses(const Function& function, const Edge& edge, uint32_t provided, const Liveness& liveness,
                 ValueSet& live) {
  const Block& target = function.blocks[edge.target.value()];
  ValueSet needed = liveness.live_in[edge.target.value()];
  for (size_t i = 0; i < target.parameters.size(); ++i) {
    uint32_t parameter = target.parameters[i].value();
    if (needed[parameter] && i >= provided) live[edge.arguments[i - provided].value()] = true;
  }
  for (ValueId parameter : target.parameters) needed[parameter.value()] = false;
  for (size_t v = 0; v < needed.size(); ++v) {
    if (needed[v]) live[v] = true;
  }
}

namespace {

ValueSet LiveIn(const Function& function, const Block& block, const Liveness& liveness) {
  ValueSet live(function.values.size(), false);
  for (size_t i = 0; i < block.terminator.edges.size(); ++i) {
    AddEdgeUses(function, block.terminator.edges[i], ProvidedParameters(block.terminator, i), liveness, live);
  }
  for (ValueId v : block.terminator.operands) live[v.value()] = true;
  for (auto it = block.instructions.rbegin(); it != block.instructions.rend(); ++it) {
    if (it->result) live[it->result->value()] = false;
    for (ValueId v : it->operands) live[v.value()] = true;
  }
  // Any instruction of the block may be the one that raises; the arguments are defined before the block.
  if (block.unwind) AddEdgeUses(function, *block.unwind, kProvidedByUnwind, liveness, live);
  return live;
}

}  // namespace

Liveness ComputeLiveness(const Function& function) {
  Liveness liveness;
  liveness.live_in.assign(function.blocks.size(), ValueSet(function.values.size(), false));
  bool changed = true;
  while (changed) {
    changed = false;
    for (size_t b = function.blocks.size(); b-- > 0;) {
      ValueSet live = LiveIn(function, function.blocks[b], liveness);
      if (live != liveness.live_in[b]) {
        liveness.live_in[b] = std::move(live);
        changed = true;
      }
    }
  }
  return liveness;
}

}  // namespace fora::ir
