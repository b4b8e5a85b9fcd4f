#include "compiler/parallelize/unfold_recursion.h"

#include <memory>

namespace fora::parallelize {
namespace {

using ir::Op;

// Instructions of all copies together.
constexpr size_t kInstructionsMax = 300;
constexpr size_t kLevelsMax = 2;

// Calls `to` wherever `from` was called; returns in how many places.
size_t Redirect(ir::Function& f, uint32_t from, uint32_t to) {
  size_t count = 0;
  for (ir::Block& block : f.blocks) {
    for (ir::Instruction& i : block.instructions) {
      if (i.op != Op::kCallDirect || i.index != from) continue;
      i.index = to;
      ++count;
    }
  }
  return count;
}

// How many levels of copies fit, if each rest calls its head in so many places.
size_t Levels(size_t size, size_t calls) {
  size_t levels = 0;
  for (size_t copies = 1, total = size; calls > 0 && levels < kLevelsMax; ++levels) {
    copies *= calls;
    total += copies * size;
    if (total > kInstructionsMax) break;
  }
  return levels;
}

class Unfolder {
 public:
  Unfolder(ir::TypedModule& module, Recursions& recursions) : module_(module), recursions_(recursions) {}

  void Unfold(uint32_t rest) {
    const uint32_t head = *recursions_[rest].head;
    const size_t levels = Levels(ir::InstructionCount(*module_.functions[rest]),
                                 Redirect(*module_.functions[rest], head, head));
    uint32_t inner = head;
    for (size_t level = 0; level < levels; ++level) {
      const uint32_t rest_copy = Copy(rest);
      Redirect(*module_.functions[rest_copy], head, inner);
      inner = Copy(head);
      for (ir::Block& block : module_.functions[inner]->blocks) {
        if (block.terminator.kind == ir::TerminatorKind::kTailCall) block.terminator.index = rest_copy;
      }
    }
    Redirect(*module_.functions[rest], head, inner);
  }

 private:
  uint32_t Copy(uint32_t function) {
    const auto index = static_cast<uint32_t>(module_.functions.size());
    auto copy = std::make_unique<ir::Function>(*module_.functions[function]);
    copy->id = ir::FunctionId(index);
    copy->inlined = true;
    module_.functions.push_back(std::move(copy));
    recursions_.push_back(recursions_[function]);
    recursions_.back().unfolded = true;
    return index;
  }

  ir::TypedModule& module_;
  Recursions& recursions_;
};

}  // namespace

void UnfoldRecursion(ir::TypedModule& module, Recursions& recursions) {
  const auto count = static_cast<uint32_t>(recursions.size());
  for (uint32_t f = 0; f < count; ++f) {
    const bool is_rest = recursions[f].head && *recursions[f].head != f;
    if (is_rest) Unfolder(module, recursions).Unfold(f);
  }
}

}  // namespace fora::parallelize
