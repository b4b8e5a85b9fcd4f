// Replacing values of a function by others.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/ir.h"

namespace fora::simplify {

// Calls f(ir::ValueId&) for every use of a value.
template <class F>
void ForEachUse(ir::Function& function, const F& f) {
  for (ir::Block& block : function.blocks) {
    for (ir::Instruction& i : block.instructions) {
      for (ir::ValueId& v : i.operands) f(v);
    }
    for (ir::ValueId& v : block.terminator.operands) f(v);
    for (ir::Edge& edge : block.terminator.edges) {
      for (ir::ValueId& v : edge.arguments) f(v);
    }
  }
  for (ir::FrameState& state : function.frame_states) {
    for (ir::FrameState::Live& live : state.live) f(live.typed);
  }
}

// Values found equal to others, with the way to the last of a chain kept short.
class Replacements {
 public:
  explicit Replacements(size_t values) : of_(values) {
    for (size_t v = 0; v < values; ++v) of_[v] = static_cast<uint32_t>(v);
  }
  uint32_t Find(ir::ValueId v) {
    uint32_t root = v.value();
    while (of_[root] != root) root = of_[root] = of_[of_[root]];
    return root;
  }
  void Replace(ir::ValueId v, uint32_t by) { of_[v.value()] = by; }

 private:
  std::vector<uint32_t> of_;
};

}  // namespace fora::simplify
