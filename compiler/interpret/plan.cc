#include "compiler/interpret/plan.h"

#include <algorithm>

#include "compiler/ir/liveness.h"
#include "runtime/base/check.h"

namespace fora::interpret {
namespace {

using ir::kProvidedByUnwind;
using ir::Liveness;
using ir::ValueSet;

// Retreating edges of a depth-first walk: every cycle has one, so polling there bounds the time between
// polls.
class BackEdges {
 public:
  explicit BackEdges(const ir::Function& function)
      : function_(function), state_(function.blocks.size(), kNew) {
    std::vector<std::pair<uint32_t, size_t>> stack{{0, 0}};
    state_[0] = kOpen;
    while (!stack.empty()) {
      auto& [block, next] = stack.back();
      std::optional<uint32_t> successor = Successor(block, next++);
      if (!successor) {
        state_[block] = kDone;
        stack.pop_back();
      } else if (state_[*successor] == kNew) {
        state_[*successor] = kOpen;
        stack.emplace_back(*successor, 0);
      } else if (state_[*successor] == kOpen) {
        edges_.emplace_back(block, *successor);
      }
    }
  }
  bool Contains(uint32_t from, uint32_t to) const {
    for (const auto& edge : edges_) {
      if (edge.first == from && edge.second == to) return true;
    }
    return false;
  }

 private:
  enum State : uint8_t { kNew, kOpen, kDone };
  std::optional<uint32_t> Successor(uint32_t block, size_t i) const {
    const ir::Block& b = function_.blocks[block];
    if (i < b.terminator.edges.size()) return b.terminator.edges[i].target.value();
    if (i == b.terminator.edges.size() && b.unwind) return b.unwind->target.value();
    return std::nullopt;
  }
  const ir::Function& function_;
  std::vector<State> state_;
  std::vector<std::pair<uint32_t, uint32_t>> edges_;
};

object_model::Signature SignatureOf(const ir::Function& function) {
  object_model::Signature signature{function.qualname(), {}};
  for (const ir::Parameter& parameter : function.parameters)
    signature.parameters.push_back({parameter.name, parameter.kind});
  return signature;
}

bool TakesPositionalOnly(const ir::Function& function) {
  for (const ir::Parameter& parameter : function.parameters) {
    if (parameter.kind != ir::ParameterKind::kPositional &&
        parameter.kind != ir::ParameterKind::kPositionalOnly)
      return false;
  }
  return true;
}

class Planner {
 public:
  explicit Planner(const ir::Function& function)
      : function_(function), liveness_(ComputeLiveness(function)), back_edges_(function), plan_(new Plan) {}

  std::unique_ptr<const Plan> Make() {
    plan_->function = &function_;
    plan_->register_count = static_cast<uint32_t>(function_.values.size());
    plan_->signature = SignatureOf(function_);
    plan_->takes_positional_only = TakesPositionalOnly(function_);
    ReserveStorage();
    for (ir::ValueId parameter : function_.blocks[0].parameters) plan_->entry.push_back(IfLive(0, parameter));
    for (uint32_t b = 0; b < function_.blocks.size(); ++b) plan_->blocks.push_back(PlanBlock(b));
    return std::move(plan_);
  }

 private:
  void ReserveStorage() {  // spans refer into the storage, so it must not move
    size_t instructions = 0, operands = 0;
    for (const ir::Block& block : function_.blocks) {
      instructions += block.instructions.size();
      for (const ir::Instruction& i : block.instructions) operands += i.operands.size();
    }
    plan_->instructions_storage.resize(instructions);
    plan_->operands_storage.resize(operands);
    next_instruction_ = plan_->instructions_storage.data();
    next_operand_ = plan_->operands_storage.data();
  }

  std::optional<Register> IfLive(uint32_t block, ir::ValueId parameter) const {
    if (!liveness_.live_in[block][parameter.value()]) return std::nullopt;
    return parameter.value();
  }

  BlockPlan PlanBlock(uint32_t index) {
    const ir::Block& block = function_.blocks[index];
    BlockPlan plan;
    plan.terminator = &block.terminator;
    plan.live_in = liveness_.live_in[index];
    plan.handled = block.handled;
    ValueSet handler(function_.values.size(), false);
    if (block.unwind) AddEdgeUses(function_, *block.unwind, kProvidedByUnwind, liveness_, handler);

    ValueSet live(function_.values.size(), false);
    for (size_t i = 0; i < block.terminator.edges.size(); ++i) {
      AddEdgeUses(function_, block.terminator.edges[i], ProvidedParameters(block.terminator, i), liveness_,
                  live);
    }
    for (ir::ValueId v : block.terminator.operands) live[v.value()] = true;
    bool terminator_raises = block.terminator.kind == ir::TerminatorKind::kNext ||
                             block.terminator.kind == ir::TerminatorKind::kRaise;
    if (terminator_raises) Add(handler, live);
    ValueSet held = live;
    Add(handler, held);
    for (size_t i = 0; i < block.terminator.edges.size(); ++i) plan.edges.push_back(PlanEdge(index, i, held));
    if (block.unwind) plan.unwind = PlanUnwind(index);
    plan.instructions = PlanInstructions(block, handler, live);
    return plan;
  }

  // live: what is needed after the last instruction.
  std::span<const InstructionPlan> PlanInstructions(const ir::Block& block, const ValueSet& handler,
                                                    ValueSet& live) {
    std::span<InstructionPlan> plans(next_instruction_, block.instructions.size());
    next_instruction_ += plans.size();
    for (size_t i = plans.size(); i-- > 0;) {
      const ir::Instruction& instruction = block.instructions[i];
      InstructionPlan& plan = plans[i];
      plan.instruction = &instruction;
      if (instruction.result) {
        uint32_t result = instruction.result->value();
        if (live[result]) plan.result = result;
        live[result] = false;
      }
      const bool gives_arguments = instruction.op == ir::Op::kCall && block.unwind &&
                                   function_.blocks[block.unwind->target.value()].is_landing;
      std::span<Operand> operands(next_operand_, instruction.operands.size());
      next_operand_ += operands.size();
      for (size_t k = operands.size(); k-- > 0;) {
        uint32_t v = instruction.operands[k].value();
        operands[k] = {v, live[v]                        ? Use::kKeep
                          : IsReadBefore(instruction, k) ? Use::kMoveOnSuccess
                          : !handler[v]                  ? Use::kMove
                          : gives_arguments              ? Use::kGive
                                                         : Use::kMoveOnSuccess};
        live[v] = true;
      }
      plan.operands = operands;
      // This instruction raising needs the handler's values in the instructions before it.
      if (Raises(instruction)) Add(handler, live);
    }
    return plans;
  }

  static bool Raises(const ir::Instruction& instruction) {
    ir::Effect effect = ir::Info(instruction.op).effect;
    return effect == ir::Effect::kMayRaise || effect == ir::Effect::kMayExit;
  }

  // An operand that stands twice is never moved while the instruction still reads it.
  static bool IsReadBefore(const ir::Instruction& instruction, size_t k) {
    auto end = instruction.operands.begin() + k;
    return std::find(instruction.operands.begin(), end, instruction.operands[k]) != end;
  }

  static void Add(const ValueSet& from, ValueSet& to) {
    for (size_t v = 0; v < from.size(); ++v) {
      if (from[v]) to[v] = true;
    }
  }

  // held: what the registers may hold when the terminator runs.
  EdgePlan PlanEdge(uint32_t from, size_t index, const ValueSet& held) {
    const ir::Edge& edge = function_.blocks[from].terminator.edges[index];
    EdgePlan plan = PlanCopies(edge, ProvidedParameters(function_.blocks[from].terminator, index));
    plan.is_back_edge = back_edges_.Contains(from, edge.target.value());
    ValueSet gone = held;
    const ValueSet& needed = liveness_.live_in[edge.target.value()];
    for (size_t v = 0; v < gone.size(); ++v) {
      if (needed[v]) gone[v] = false;  // lives on, or is a parameter that is assigned anew
    }
    for (const EdgePlan::Copy& copy : plan.copies) {
      if (copy.source.use == Use::kMove) gone[copy.source.from] = false;
    }
    for (uint32_t v = 0; v < gone.size(); ++v) {
      if (gone[v]) plan.dead.push_back(v);
    }
    return plan;
  }

  EdgePlan PlanUnwind(uint32_t from) {
    EdgePlan plan = PlanCopies(*function_.blocks[from].unwind, kProvidedByUnwind);
    plan.needs_temporaries = true;
    return plan;
  }

  EdgePlan PlanCopies(const ir::Edge& edge, uint32_t provided) {
    EdgePlan plan;
    plan.target = edge.target.value();
    const ir::Block& target = function_.blocks[plan.target];
    const ValueSet& needed = liveness_.live_in[plan.target];
    ValueSet lives_on = needed;
    for (ir::ValueId parameter : target.parameters) lives_on[parameter.value()] = false;
    for (size_t i = 0; i < target.parameters.size(); ++i) {
      uint32_t to = target.parameters[i].value();
      if (!needed[to]) continue;
      if (i < provided) {
        plan.provided[i] = to;
      } else if (uint32_t source = edge.arguments[i - provided].value(); source != to) {
        plan.copies.push_back({{source, Use::kKeep}, to});
      } else {
        lives_on[to] = true;  // passes itself
      }
    }
    for (size_t i = plan.copies.size(); i-- > 0;) {
      Register source = plan.copies[i].source.from;
      if (!lives_on[source]) plan.copies[i].source.use = Use::kMove;
      lives_on[source] = true;
      for (size_t k = 0; k < i; ++k) plan.needs_temporaries |= plan.copies[k].to == source;
    }
    return plan;
  }

  const ir::Function& function_;
  Liveness liveness_;
  BackEdges back_edges_;
  std::unique_ptr<Plan> plan_;
  InstructionPlan* next_instruction_ = nullptr;
  Operand* next_operand_ = nullptr;
};

}  // namespace

std::unique_ptr<const Plan> MakePlan(const ir::Function& function) { return Planner(function).Make(); }

std::shared_ptr<const ModulePlan> Prepare(std::shared_ptr<const ir::Module> module) {
  auto plan = std::make_shared<ModulePlan>();
  for (const auto& function : module->functions) plan->plans.push_back(MakePlan(*function));
  plan->module = std::move(module);
  return plan;
}

}  // namespace fora::interpret
