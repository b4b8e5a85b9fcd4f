#include "compiler/ir/verify.h"

#include <optional>
#include <string>
#include <vector>

#include "compiler/ir/call_graph.h"
#include "compiler/ir/dominators.h"
#include "compiler/ir/print.h"
#include "runtime/base/status_macros.h"

namespace fora::ir {
namespace {

class FunctionVerifier {
 public:
  explicit FunctionVerifier(const Function& f)
      : f_(f), typed_(f.generic != nullptr || f.return_type != nullptr) {}

  absl::Status Run() {
    if (f_.blocks.empty()) return Error("has no block");
    FORA_RETURN_IF_ERROR(Targets());
    FORA_RETURN_IF_ERROR(Definitions());
    dominators_.emplace(f_);
    FORA_RETURN_IF_ERROR(FrameStates());
    for (block_ = 0; block_ < f_.blocks.size(); ++block_) FORA_RETURN_IF_ERROR(BlockUses(f_.blocks[block_]));
    return absl::OkStatus();
  }

 private:
  struct Place {
    uint32_t block;
    uint32_t position;  // 0: block parameter; else index of the instruction + 1
  };

  absl::Status Error(const std::string& message) const {
    return absl::InternalError("FIR of " + f_.qualname_ + " (function " + std::to_string(f_.id.value()) +
                               "): " + message);
  }
  absl::Status ErrorInBlock(const std::string& message) const {
    return Error("block b" + std::to_string(block_) + ": " + message);
  }
  static std::string Name(ValueId id) { return "%" + std::to_string(id.value()); }

  absl::Status Targets() {
    for (block_ = 0; block_ < f_.blocks.size(); ++block_) {
      const Block& block = f_.blocks[block_];
      for (BlockId target : Successors(block)) {
        if (target.value() >= f_.blocks.size())
          return ErrorInBlock("edge to b" + std::to_string(target.value()) + ", which does not exist");
      }
      FORA_RETURN_IF_ERROR(TerminatorShape(block.terminator));
    }
    return absl::OkStatus();
  }

  absl::Status TerminatorShape(const Terminator& t) {
    struct Shape {
      size_t operands_min, operands_max, edges;
    };
    static constexpr Shape kShapes[] = {{0, 0, 1}, {1, 1, 2}, {1, 1, 2}, {1, 1, 0},
                                        {0, 2, 0}, {0, 0, 0}, {0, 0, 0}, {0, SIZE_MAX, 0}};
    const Shape& shape = kShapes[static_cast<size_t>(t.kind)];
    if (t.operands.size() < shape.operands_min || t.operands.size() > shape.operands_max)
      return ErrorInBlock("terminator with a wrong number of operands");
    if (t.edges.size() != shape.edges) return ErrorInBlock("terminator with a wrong number of edges");
    if (t.kind == TerminatorKind::kExit && (!typed_ || !t.frame_state))
      return ErrorInBlock("exit without frame state");
    if (t.kind == TerminatorKind::kTailCall && !typed_)
      return ErrorInBlock("a tail call in a generic function");
    if (t.kind == TerminatorKind::kNext && typed_) return ErrorInBlock("'next' in a typed function");
    return absl::OkStatus();
  }

  absl::Status Define(ValueId id, Place place) {
    if (id.value() >= f_.values.size()) return ErrorInBlock(Name(id) + " is not in the table of values");
    if (definitions_[id.value()]) return ErrorInBlock(Name(id) + " is defined twice");
    if (typed_ && f_.values[id.value()].type == nullptr) return ErrorInBlock(Name(id) + " has no type");
    definitions_[id.value()] = place;
    return absl::OkStatus();
  }

  absl::Status Definitions() {
    definitions_.resize(f_.values.size());
    for (block_ = 0; block_ < f_.blocks.size(); ++block_) {
      const Block& block = f_.blocks[block_];
      for (ValueId id : block.parameters) FORA_RETURN_IF_ERROR(Define(id, {block_, 0}));
      for (uint32_t i = 0; i < block.instructions.size(); ++i) {
        if (block.instructions[i].result)
          FORA_RETURN_IF_ERROR(Define(*block.instructions[i].result, {block_, i + 1}));
      }
    }
    return absl::OkStatus();
  }

  absl::Status Use(ValueId id, uint32_t position) {
    if (id.value() >= f_.values.size() || !definitions_[id.value()])
      return ErrorInBlock(Name(id) + " is used and never defined");
    Place place = *definitions_[id.value()];
    bool dominates = place.block == block_
                         ? place.position < position
                         : !dominators_->Reachable(BlockId(block_)) ||
                               (dominators_->Reachable(BlockId(place.block)) &&
                                dominators_->Dominates(BlockId(place.block), BlockId(block_)));
    return dominates ? absl::OkStatus()
                     : ErrorInBlock("the definition of " + Name(id) + " does not dominate its use");
  }

  absl::Status EdgeUses(const Edge& edge, uint32_t position, size_t provided) {
    const std::vector<ValueId>& parameters = f_.blocks[edge.target.value()].parameters;
    if (edge.arguments.size() + provided != parameters.size()) {
      return ErrorInBlock("edge to b" + std::to_string(edge.target.value()) + " passes " +
                          std::to_string(edge.arguments.size()) + " arguments to " +
                          std::to_string(parameters.size()) + " parameters");
    }
    for (size_t i = 0; i < edge.arguments.size(); ++i) {
      FORA_RETURN_IF_ERROR(Use(edge.arguments[i], position));
      if (!typed_) continue;
      const Type* from = f_.values[edge.arguments[i].value()].type;
      const Type* to = f_.values[parameters[i + provided].value()].type;
      if (from != to) {
        return ErrorInBlock("edge to b" + std::to_string(edge.target.value()) + " passes " +
                            Name(edge.arguments[i]) + " of type " + ToString(from) +
                            " to a parameter of type " + ToString(to));
      }
    }
    return absl::OkStatus();
  }

  absl::Status StateUse(const std::optional<uint32_t>& state, uint32_t position) {
    if (!state) return absl::OkStatus();
    if (*state >= f_.frame_states.size()) return ErrorInBlock("no frame state " + std::to_string(*state));
    for (const FrameState::Live& live : f_.frame_states[*state].live)
      FORA_RETURN_IF_ERROR(Use(live.typed, position));
    return absl::OkStatus();
  }

  absl::Status BlockUses(const Block& block) {
    for (uint32_t i = 0; i < block.instructions.size(); ++i) {
      const Instruction& instruction = block.instructions[i];
      const OpInfo& info = Info(instruction.op);
      if (info.operands >= 0 && instruction.operands.size() != static_cast<size_t>(info.operands)) {
        return ErrorInBlock("wrong number of operands: " + Print(f_, instruction));
      }
      for (ValueId id : instruction.operands) FORA_RETURN_IF_ERROR(Use(id, i + 1));
      FORA_RETURN_IF_ERROR(StateUse(instruction.frame_state, i + 1));
    }
    const uint32_t end = static_cast<uint32_t>(block.instructions.size()) + 1;
    const Terminator& t = block.terminator;
    for (ValueId id : t.operands) FORA_RETURN_IF_ERROR(Use(id, end));
    FORA_RETURN_IF_ERROR(StateUse(t.frame_state, end));
    for (size_t i = 0; i < t.edges.size(); ++i) {
      // `next` provides the element and the advanced iterator, or nothing at the end.
      FORA_RETURN_IF_ERROR(EdgeUses(t.edges[i], end, t.kind == TerminatorKind::kNext && i == 0 ? 2 : 0));
    }
    if (block.unwind) FORA_RETURN_IF_ERROR(EdgeUses(*block.unwind, 1, 1));
    return ReturnType(t);
  }

  absl::Status ReturnType(const Terminator& t) {
    if (!typed_ || t.kind != TerminatorKind::kReturn || f_.return_type == nullptr) return absl::OkStatus();
    const Type* type = f_.values[t.operands[0].value()].type;
    if (type == f_.return_type) return absl::OkStatus();
    return ErrorInBlock("returns " + ToString(type) + " instead of " + ToString(f_.return_type));
  }

  absl::Status FrameStates() {
    if (f_.generic == nullptr) return absl::OkStatus();
    for (size_t i = 0; i < f_.frame_states.size(); ++i) {
      const FrameState& state = f_.frame_states[i];
      if (state.block.value() >= f_.generic->blocks.size() ||
          state.instruction > f_.generic->blocks[state.block.value()].instructions.size()) {
        return Error("frame state " + std::to_string(i) +
                     " names a place that the generic function does not have");
      }
    }
    return absl::OkStatus();
  }

  const Function& f_;
  const bool typed_;
  uint32_t block_ = 0;
  std::vector<std::optional<Place>> definitions_;
  std::optional<Dominators> dominators_;
};

absl::Status Indices(const Module& module, const Function& function) {
  auto error = [&](const Instruction& i) {
    return absl::InternalError("FIR of " + function.qualname_ +
                               ": index out of range: " + Print(function, i));
  };
  for (const Block& block : function.blocks) {
    for (const Instruction& i : block.instructions) {
      size_t limit = i.op == Op::kConstant   ? module.constants.size()
                     : i.op == Op::kGlobal   ? module.globals.size()
                     : i.op == Op::kFunction ? module.functions.size()
                     : i.op == Op::kClass    ? module.classes.size()
                                             : SIZE_MAX;
      if (limit != SIZE_MAX && static_cast<size_t>(i.index) >= limit) return error(i);
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Verify(const Function& function) { return FunctionVerifier(function).Run(); }

absl::Status Verify(const Module& module) {
  if (module.entry.value() >= module.functions.size()) return absl::InternalError("FIR: no entry function");
  for (const auto& function : module.functions) {
    FORA_RETURN_IF_ERROR(Verify(*function));
    FORA_RETURN_IF_ERROR(Indices(module, *function));
  }
  return absl::OkStatus();
}

absl::Status Verify(const TypedModule& module) {
  for (const auto& function : module.functions) {
    FORA_RETURN_IF_ERROR(Verify(*function));
    for (uint32_t callee : Callees(*function)) {
      if (callee >= module.functions.size()) {
        return absl::InternalError("FIR of " + function->qualname_ + ": calls function " +
                                   std::to_string(callee) + ", which does not exist");
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace fora::ir
