#include "compiler/infer/generic_facts.h"

#include <algorithm>

#include "compiler/interpret/liveness.h"

namespace fora::infer {
namespace {

std::vector<ir::ValueId> ToList(const interpret::ValueSet& set) {
  std::vector<ir::ValueId> list;
  for (size_t v = 0; v < set.size(); ++v) {
    if (set[v]) list.push_back(ir::ValueId(static_cast<uint32_t>(v)));
  }
  return list;
}

}  // namespace

GenericFacts::GenericFacts(const ir::Function& function) : function_(function) {
  const interpret::Liveness liveness = interpret::ComputeLiveness(function);
  use_count.assign(function.values.size(), 0);
  defining_block.assign(function.values.size(), ir::BlockId(0));
  for (size_t b = 0; b < function.blocks.size(); ++b) {
    const ir::Block& block = function.blocks[b];
    live_in.push_back(ToList(liveness.live_in[b]));
    for (ir::ValueId p : block.parameters) defining_block[p.value()] = ir::BlockId(static_cast<uint32_t>(b));
    interpret::ValueSet live(function.values.size(), false);
    const auto use = [&](ir::ValueId v) {
      live[v.value()] = true;
      ++use_count[v.value()];
    };
    for (size_t e = 0; e < block.terminator.edges.size(); ++e) {
      const ir::Edge& edge = block.terminator.edges[e];
      AddEdgeUses(function, edge, interpret::ProvidedParameters(block.terminator, e), liveness, live);
      for (ir::ValueId v : edge.arguments) ++use_count[v.value()];
    }
    // What the handler needs stays live throughout the block.
    interpret::ValueSet handler(function.values.size(), false);
    if (block.unwind) AddEdgeUses(function, *block.unwind, interpret::kProvidedByUnwind, liveness, handler);
    const auto snapshot = [&] {
      interpret::ValueSet all = live;
      for (size_t v = 0; v < all.size(); ++v) all[v] = all[v] || handler[v];
      return ToList(all);
    };
    for (ir::ValueId v : block.terminator.operands) use(v);
    std::vector<std::vector<ir::ValueId>> before(block.instructions.size() + 1);
    before.back() = snapshot();
    for (size_t i = block.instructions.size(); i-- > 0;) {
      const ir::Instruction& instruction = block.instructions[i];
      if (instruction.result) {
        live[instruction.result->value()] = false;
        defining_block[instruction.result->value()] = ir::BlockId(static_cast<uint32_t>(b));
      }
      for (ir::ValueId v : instruction.operands) use(v);
      before[i] = snapshot();
    }
    live_before_.push_back(std::move(before));
  }
  FindSelf();
}

std::vector<ir::ValueId> GenericFacts::LiveBefore(ir::BlockId block, size_t instruction) const {
  return live_before_[block.value()][instruction];
}

std::vector<ir::BlockId> GenericFacts::OrderFrom(ir::BlockId entry) const {
  std::vector<ir::BlockId> post_order;
  std::vector<bool> seen(function_.blocks.size(), false);
  struct Visit {
    ir::BlockId block;
    size_t next_edge;
  };
  std::vector<Visit> stack{{entry, 0}};
  seen[entry.value()] = true;
  while (!stack.empty()) {
    Visit& visit = stack.back();
    const auto& edges = function_.blocks[visit.block.value()].terminator.edges;
    if (visit.next_edge == edges.size()) {
      post_order.push_back(visit.block);
      stack.pop_back();
      continue;
    }
    const ir::BlockId target = edges[visit.next_edge++].target;
    if (!seen[target.value()]) {
      seen[target.value()] = true;
      stack.push_back({target, 0});
    }
  }
  std::reverse(post_order.begin(), post_order.end());
  return post_order;
}

// Optimistic: assume that `self` and everything made of it by set_attr is only ever an object under construction, then
// take back every value that is used otherwise, until nothing changes.
void GenericFacts::FindSelf() {
  constructs_self.assign(function_.values.size(), false);
  if (!function_.is_init || function_.blocks.empty()) return;
  const size_t self = function_.captures.size();
  if (self >= function_.blocks[0].parameters.size()) return;
  constructs_self.assign(function_.values.size(), true);
  bool changed = true;
  const auto refuse = [&](ir::ValueId v) {
    if (!constructs_self[v.value()]) return;
    constructs_self[v.value()] = false;
    changed = true;
  };
  while (changed) {
    changed = false;
    for (size_t b = 0; b < function_.blocks.size(); ++b) {
      const ir::Block& block = function_.blocks[b];
      if (b == 0) {
        for (size_t p = 0; p < block.parameters.size(); ++p) {
          if (p != self) refuse(block.parameters[p]);
        }
      }
      for (const ir::Instruction& i : block.instructions) {
        if (!i.result) continue;
        const bool from_self =
            (i.op == ir::Op::kSetAttr && constructs_self[i.operands[0].value()]) ||
            (i.op == ir::Op::kInitBase && i.operands.size() > 1 && constructs_self[i.operands[1].value()]);
        if (!from_self) refuse(*i.result);
      }
      for (size_t e = 0; e < block.terminator.edges.size(); ++e) {
        const ir::Edge& edge = block.terminator.edges[e];
        const auto& parameters = function_.blocks[edge.target.value()].parameters;
        const uint32_t provided = interpret::ProvidedParameters(block.terminator, e);
        for (size_t p = 0; p < parameters.size(); ++p) {
          if (p < provided || !constructs_self[edge.arguments[p - provided].value()]) refuse(parameters[p]);
        }
      }
      if (block.unwind) {
        const auto& parameters = function_.blocks[block.unwind->target.value()].parameters;
        for (size_t p = 0; p < parameters.size(); ++p) {
          if (p < 1 || !constructs_self[block.unwind->arguments[p - 1].value()]) refuse(parameters[p]);
        }
      }
    }
  }
}

}  // namespace fora::infer
