// Builder::Finish: from what the walk left behind to clean SSA.
#include <algorithm>
#include <utility>

#include "compiler/lower/builder.h"
#include "runtime/base/check.h"

namespace fora::lower {

using ir::BlockId;
using ir::Op;
using ir::TerminatorKind;
using ir::ValueId;

namespace {

bool MayRaise(const ir::Block& block) {
  if (block.terminator.kind == TerminatorKind::kNext || block.terminator.kind == TerminatorKind::kRaise)
    return true;
  return std::any_of(block.instructions.begin(), block.instructions.end(),
                     [](const ir::Instruction& instruction) {
                       ir::Effect effect = ir::Info(instruction.op).effect;
                       return effect == ir::Effect::kMayRaise || effect == ir::Effect::kMayExit;
                     });
}

// An operator whose result nobody reads and that nobody could tell from nothing.
bool IsRemovable(const ir::Instruction& instruction) {
  ir::Effect effect = ir::Info(instruction.op).effect;
  return instruction.result.has_value() && (effect == ir::Effect::kPure || effect == ir::Effect::kAlloc);
}

}  // namespace

std::vector<bool> Builder::Finish() {
  for (State& s : states_) FORA_CHECK(s.sealed) << "a block of " << function_.qualname_ << " is not sealed";
  DropNeedlessUnwinds();
  FindReachable();
  while (RemoveTrivialPhis()) {
  }
  if (DropNeedlessLanding()) FindReachable();
  std::vector<bool> unbound;
  do {
    while (RemoveTrivialPhis()) {
    }
    unbound = FindMaybeUnbound();
  } while (RemoveChecks(unbound));
  VisitUses([this](ValueId& value) { value = Resolve(value); });
  RemoveDead();
  FillEdges();
  MergeBlocks();
  // Checks that are gone may have been all that needed a handler.
  DropNeedlessUnwinds();
  FindReachable();
  std::vector<uint32_t> numbers = Renumber();
  std::vector<bool> renumbered(function_.values.size(), false);
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] != UINT32_MAX) renumbered[numbers[i]] = unbound[i];
  }
  return renumbered;
}

ValueId Builder::Resolve(ValueId value) const {
  while (replaced_[value.value()] != value) value = replaced_[value.value()];
  return value;
}

template <class Visit>
void Builder::VisitUses(Visit visit) {
  for (size_t i = 0; i < function_.blocks.size(); ++i) {
    if (!states_[i].reachable) continue;
    for (ir::Instruction& instruction : function_.blocks[i].instructions) {
      for (ValueId& operand : instruction.operands) visit(operand);
    }
    for (ValueId& operand : function_.blocks[i].terminator.operands) visit(operand);
  }
}

// A block that can't raise needs no handler; the handler may have no other reason to be.
void Builder::DropNeedlessUnwinds() {
  for (size_t i = 0; i < function_.blocks.size(); ++i) {
    ir::Block& block = function_.blocks[i];
    if (!block.unwind.has_value() || MayRaise(block)) continue;
    State& target = state(block.unwind->target);
    for (size_t p = 0; p < target.predecessors.size(); ++p) {
      if (target.predecessors[p].from.value() != i || target.predecessors[p].edge != kUnwind) continue;
      target.predecessors.erase(target.predecessors.begin() + p);
      for (Phi& phi : target.phis) phi.arguments.erase(phi.arguments.begin() + p);
      break;
    }
    block.unwind.reset();
  }
}

// A landing that has nothing to give back does nothing.
bool Builder::DropNeedlessLanding() {
  std::optional<BlockId> landing;
  for (size_t i = 0; i < function_.blocks.size(); ++i) {
    const ir::Block& block = function_.blocks[i];
    if (!block.is_landing || block.terminator.kind != TerminatorKind::kRaise || block.instructions.empty())
      continue;
    const ir::Instruction& kept = block.instructions.back();
    const bool is_empty = std::all_of(kept.operands.begin(), kept.operands.end(),
                                      [&](ValueId operand) { return Resolve(operand) == unbound_; });
    if (kept.op == Op::kTuple && is_empty) landing = BlockId(static_cast<uint32_t>(i));
  }
  if (!landing.has_value()) return false;
  for (ir::Block& block : function_.blocks) {
    if (block.unwind.has_value() && block.unwind->target == *landing) block.unwind.reset();
  }
  return true;
}

void Builder::FindReachable() {
  for (State& s : states_) s.reachable = false;
  std::vector<BlockId> pending = {BlockId(0)};
  while (!pending.empty()) {
    BlockId id = pending.back();
    pending.pop_back();
    if (state(id).reachable) continue;
    state(id).reachable = true;
    const ir::Block& block = function_.blocks[id.value()];
    for (const ir::Edge& edge : block.terminator.edges) pending.push_back(edge.target);
    if (block.unwind.has_value()) pending.push_back(block.unwind->target);
  }
  for (State& s : states_) {
    for (size_t p = s.predecessors.size(); p-- > 0;) {
      if (state(s.predecessors[p].from).reachable) continue;
      s.predecessors.erase(s.predecessors.begin() + p);
      for (Phi& phi : s.phis) phi.arguments.erase(phi.arguments.begin() + p);
    }
  }
}

// A phi all of whose arguments are one value, or itself, is that value.
bool Builder::RemoveTrivialPhis() {
  bool changed = false;
  for (State& s : states_) {
    if (!s.reachable) continue;
    for (Phi& phi : s.phis) {
      if (phi.removed) continue;
      std::optional<ValueId> only;
      bool trivial = true;
      for (ValueId argument : phi.arguments) {
        ValueId value = Resolve(argument);
        if (value == phi.value || (only.has_value() && *only == value)) continue;
        trivial = trivial && !only.has_value();
        only = value;
      }
      if (!trivial) continue;
      phi.removed = changed = true;
      replaced_[phi.value.value()] = only.value_or(unbound_);
    }
  }
  return changed;
}

std::vector<bool> Builder::FindMaybeUnbound() {
  std::vector<bool> unbound(function_.values.size(), false);
  for (uint32_t root : unbound_roots_) unbound[root] = true;
  for (const ir::Block& block : function_.blocks) {
    for (const ir::Instruction& instruction : block.instructions) {
      if (instruction.op == Op::kUnboundValue || instruction.op == Op::kGetCell)
        unbound[instruction.result->value()] = true;
    }
  }
  bool changed = true;
  while (changed) {
    changed = false;
    for (const State& s : states_) {
      if (!s.reachable) continue;
      for (const Phi& phi : s.phis) {
        if (phi.removed || unbound[phi.value.value()]) continue;
        bool any = std::any_of(phi.arguments.begin(), phi.arguments.end(),
                               [&](ValueId argument) { return unbound[Resolve(argument).value()]; });
        if (any) unbound[phi.value.value()] = changed = true;
      }
    }
  }
  return unbound;
}

bool Builder::RemoveChecks(const std::vector<bool>& unbound) {
  bool changed = false;
  for (size_t i = 0; i < function_.blocks.size(); ++i) {
    if (!states_[i].reachable) continue;
    auto& instructions = function_.blocks[i].instructions;
    auto needless = [&](const ir::Instruction& instruction) {
      if (instruction.op != Op::kCheckBound || unbound[Resolve(instruction.operands[0]).value()])
        return false;
      replaced_[instruction.result->value()] = Resolve(instruction.operands[0]);
      return changed = true;
    };
    instructions.erase(std::remove_if(instructions.begin(), instructions.end(), needless),
                       instructions.end());
  }
  return changed;
}

// Keeps what operators with an effect and terminators need, directly or through phis.
void Builder::RemoveDead() {
  std::vector<bool> live(function_.values.size(), false);
  std::vector<ValueId> pending;
  auto need = [&](ValueId value) {
    if (live[value.value()]) return;
    live[value.value()] = true;
    pending.push_back(value);
  };
  std::vector<const ir::Instruction*> makers(function_.values.size(), nullptr);
  std::vector<const Phi*> phis(function_.values.size(), nullptr);
  for (size_t i = 0; i < function_.blocks.size(); ++i) {
    if (!states_[i].reachable) continue;
    for (const Phi& phi : states_[i].phis) {
      if (!phi.removed) phis[phi.value.value()] = &phi;
    }
    for (const ir::Instruction& instruction : function_.blocks[i].instructions) {
      if (instruction.result.has_value()) makers[instruction.result->value()] = &instruction;
      if (IsRemovable(instruction)) continue;
      for (ValueId operand : instruction.operands) need(operand);
    }
    for (ValueId operand : function_.blocks[i].terminator.operands) need(operand);
  }
  while (!pending.empty()) {
    ValueId value = pending.back();
    pending.pop_back();
    if (const ir::Instruction* maker = makers[value.value()]) {
      for (ValueId operand : maker->operands) need(operand);
    }
    if (const Phi* phi = phis[value.value()]) {
      for (ValueId argument : phi->arguments) need(Resolve(argument));
    }
  }
  for (size_t i = 0; i < function_.blocks.size(); ++i) {
    for (Phi& phi : states_[i].phis) phi.removed = phi.removed || !live[phi.value.value()];
    auto& instructions = function_.blocks[i].instructions;
    auto dead = [&](const ir::Instruction& instruction) {
      return IsRemovable(instruction) && !live[instruction.result->value()];
    };
    instructions.erase(std::remove_if(instructions.begin(), instructions.end(), dead), instructions.end());
  }
}

void Builder::FillEdges() {
  for (size_t i = 0; i < function_.blocks.size(); ++i) {
    if (!states_[i].reachable) continue;
    for (const Phi& phi : states_[i].phis) {
      if (phi.removed) continue;
      function_.blocks[i].parameters.push_back(phi.value);
      for (size_t p = 0; p < phi.arguments.size(); ++p) {
        const Predecessor& from = states_[i].predecessors[p];
        ir::Block& source = function_.blocks[from.from.value()];
        ir::Edge& edge = from.edge == kUnwind ? *source.unwind : source.terminator.edges[from.edge];
        edge.arguments.push_back(Resolve(phi.arguments[p]));
      }
    }
  }
}

namespace {

bool SameUnwind(const ir::Block& a, const ir::Block& b) {
  if (a.unwind.has_value() != b.unwind.has_value()) return false;
  return !a.unwind.has_value() ||
         (a.unwind->target == b.unwind->target && a.unwind->arguments == b.unwind->arguments);
}

}  // namespace

// A block that only one jump goes to continues that jump's block. Their handlers must see the same values,
// and they must be handling the same exceptions, unless the first is empty or the second can't raise.
void Builder::MergeBlocks() {
  for (size_t i = 0; i < function_.blocks.size(); ++i) {
    if (!states_[i].reachable) continue;
    while (true) {
      ir::Block& block = function_.blocks[i];
      if (block.terminator.kind != TerminatorKind::kJump) break;
      size_t next = block.terminator.edges[0].target.value();
      ir::Block& merged = function_.blocks[next];
      if (next == i || next == 0 || states_[next].predecessors.size() != 1 || !merged.parameters.empty())
        break;
      const bool adopts = !block.unwind.has_value() && block.instructions.empty();
      const bool joins = !merged.unwind.has_value() && !MayRaise(merged);
      const bool alike = SameUnwind(block, merged) && block.handled == merged.handled;
      if (!adopts && !joins && !alike) break;
      if (adopts) {
        block.unwind = merged.unwind;
        block.handled = merged.handled;
      }
      for (ir::Instruction& instruction : merged.instructions)
        block.instructions.push_back(std::move(instruction));
      block.terminator = std::move(merged.terminator);
      states_[next].reachable = false;
      for (State& s : states_) {
        for (Predecessor& predecessor : s.predecessors) {
          if (predecessor.from.value() == next) predecessor.from = BlockId(static_cast<uint32_t>(i));
        }
      }
    }
  }
}

// Drops unreachable blocks and unused values, and numbers the rest in order.
std::vector<uint32_t> Builder::Renumber() {
  std::vector<BlockId> places(function_.blocks.size());
  std::vector<ir::Block> blocks;
  for (size_t i = 0; i < function_.blocks.size(); ++i) {
    if (!states_[i].reachable) continue;
    places[i] = BlockId(static_cast<uint32_t>(blocks.size()));
    blocks.push_back(std::move(function_.blocks[i]));
  }
  std::vector<uint32_t> numbers(function_.values.size(), UINT32_MAX);
  std::vector<ir::ValueInfo> values;
  auto define = [&](ValueId& value) {
    numbers[value.value()] = static_cast<uint32_t>(values.size());
    values.push_back(function_.values[value.value()]);
    value = ValueId(numbers[value.value()]);
  };
  for (ir::Block& block : blocks) {
    for (ValueId& parameter : block.parameters) define(parameter);
    for (ir::Instruction& instruction : block.instructions) {
      if (instruction.result.has_value()) define(*instruction.result);
    }
  }
  auto use = [&](ValueId& value) {
    FORA_CHECK_NE(numbers[value.value()], UINT32_MAX);
    value = ValueId(numbers[value.value()]);
  };
  auto use_edge = [&](ir::Edge& edge) {
    edge.target = places[edge.target.value()];
    for (ValueId& argument : edge.arguments) use(argument);
  };
  for (ir::Block& block : blocks) {
    for (ir::Instruction& instruction : block.instructions) {
      for (ValueId& operand : instruction.operands) use(operand);
    }
    for (ValueId& operand : block.terminator.operands) use(operand);
    for (ir::Edge& edge : block.terminator.edges) use_edge(edge);
    if (block.unwind.has_value()) use_edge(*block.unwind);
  }
  function_.blocks = std::move(blocks);
  function_.values = std::move(values);
  return numbers;
}

}  // namespace fora::lower
