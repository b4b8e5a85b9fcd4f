#include "compiler/lower/builder.h"

#include <utility>

#include "runtime/base/check.h"

namespace fora::lower {

using ir::BlockId;
using ir::Op;
using ir::TerminatorKind;
using ir::ValueId;

Builder::Builder(ir::Function& function) : function_(function) {
  current_ = NewBlock();
  state(current_).sealed = true;
  ir::Instruction unbound{.op = Op::kUnboundValue};
  unbound_ = NewValue();
  unbound.result = unbound_;
  block().instructions.push_back(std::move(unbound));
}

ValueId Builder::NewValue(const std::string& name) {
  ValueId id(static_cast<uint32_t>(function_.values.size()));
  function_.values.push_back({nullptr, name});
  replaced_.push_back(id);
  return id;
}

BlockId Builder::NewBlock() {
  function_.blocks.emplace_back();
  states_.emplace_back();
  return BlockId(static_cast<uint32_t>(function_.blocks.size() - 1));
}

void Builder::SwitchTo(BlockId id) {
  current_ = id;
  terminated_ = false;
  block().handled = handled_;
  if (handler_.has_value() && !block().unwind.has_value()) {
    block().unwind = ir::Edge{*handler_, {}};
    state(*handler_).predecessors.push_back({id, kUnwind});
  }
}

ValueId Builder::AddParameter(BlockId id, const std::string& name) {
  FORA_CHECK(state(id).phis.empty()) << "a parameter after a join's";
  ValueId value = NewValue(name);
  function_.blocks[id.value()].parameters.push_back(value);
  return value;
}

void Builder::SetHandler(std::optional<BlockId> handler) {
  handler_ = handler;
  BeginBlock();
}

void Builder::SetHandled(uint32_t count) {
  if (handled_ == count) return;
  handled_ = count;
  BeginBlock();
}

void Builder::BeginBlock() {
  if (terminated_) return;
  BlockId next = NewBlock();
  Jump(next);
  Seal(next);
  SwitchTo(next);
}

ValueId Builder::Emit(ir::Instruction instruction, const std::string& name) {
  ValueId result = NewValue(name);
  instruction.result = result;
  EmitVoid(std::move(instruction));
  return result;
}

void Builder::EmitVoid(ir::Instruction instruction) {
  if (terminated_) {
    // Dead code gets a block without predecessors, which Finish drops.
    BlockId dead = NewBlock();
    state(dead).sealed = true;
    SwitchTo(dead);
  }
  block().instructions.push_back(std::move(instruction));
}

void Builder::Terminate(ir::Terminator terminator) {
  if (terminated_) return;
  block().terminator = std::move(terminator);
  for (size_t i = 0; i < block().terminator.edges.size(); ++i) {
    State& target = state(block().terminator.edges[i].target);
    FORA_CHECK(!target.sealed) << "an edge to a sealed block";
    target.predecessors.push_back({current_, static_cast<int>(i)});
  }
  terminated_ = true;
}

void Builder::Jump(BlockId target) { Terminate({.kind = TerminatorKind::kJump, .edges = {{target, {}}}}); }

void Builder::Branch(ValueId condition, BlockId yes, BlockId no) {
  Terminate({.kind = TerminatorKind::kBranch, .operands = {condition}, .edges = {{yes, {}}, {no, {}}}});
}

void Builder::Next(ValueId iterator, BlockId body, BlockId end, ir::SiteId site) {
  Terminate({.kind = TerminatorKind::kNext,
             .site = site,
             .operands = {iterator},
             .edges = {{body, {}}, {end, {}}}});
}

void Builder::Return(ValueId value) { Terminate({.kind = TerminatorKind::kReturn, .operands = {value}}); }

void Builder::Raise(std::vector<ValueId> operands, bool again, ir::SiteId site) {
  Terminate({.kind = TerminatorKind::kRaise, .site = site, .operands = std::move(operands), .flag = again});
}

void Builder::Write(Key variable, const std::string& name, ValueId value) {
  if (terminated_) return;
  if (block().unwind.has_value() && !block().instructions.empty()) BeginBlock();
  if (function_.values[value.value()].name.empty()) function_.values[value.value()].name = name;
  state(current_).values[variable] = value;
}

ValueId Builder::Read(Key variable, const std::string& name) {
  return terminated_ ? unbound_ : ReadIn(variable, name, current_);
}

// Follows a chain of single predecessors without recursion: straight-line code in a try has one block per
// assignment.
ValueId Builder::ReadIn(Key variable, const std::string& name, BlockId start) {
  std::vector<BlockId> passed;
  BlockId at = start;
  ValueId value = unbound_;
  while (true) {
    auto found = state(at).values.find(variable);
    if (found != state(at).values.end()) {
      value = found->second;
      break;
    }
    passed.push_back(at);
    if (state(at).sealed && state(at).predecessors.empty()) break;
    if (!state(at).sealed || state(at).predecessors.size() > 1) {
      value = AddPhi(variable, name, at);
      break;
    }
    at = state(at).predecessors[0].from;
  }
  for (BlockId id : passed) state(id).values[variable] = value;
  return value;
}

ValueId Builder::AddPhi(Key variable, const std::string& name, BlockId id) {
  ValueId value = NewValue(name);
  state(id).phis.push_back({variable, value, {}});
  state(id).values[variable] = value;
  if (state(id).sealed) FillPhi(id, state(id).phis.size() - 1, name);
  return value;
}

void Builder::FillPhi(BlockId id, size_t phi, const std::string& name) {
  Key variable = state(id).phis[phi].variable;
  std::vector<ValueId> arguments;
  for (size_t i = 0; i < state(id).predecessors.size(); ++i) {
    arguments.push_back(ReadIn(variable, name, state(id).predecessors[i].from));
  }
  state(id).phis[phi].arguments = std::move(arguments);
}

BlockId Builder::NewLanding() {
  BlockId id = NewBlock();
  function_.blocks[id.value()].is_landing = true;
  return id;
}

void Builder::Seal(BlockId id) {
  FORA_CHECK(!state(id).sealed) << "block " << id << " is sealed twice";
  state(id).sealed = true;
  // Filling in a phi may add others to this very block; those are complete at once.
  size_t incomplete = state(id).phis.size();
  for (size_t i = 0; i < incomplete; ++i) {
    // A copy: filling in makes values, and their table moves.
    const std::string name = function_.values[state(id).phis[i].value.value()].name;
    FillPhi(id, i, name);
  }
}

}  // namespace fora::lower
