#include "compiler/ir/ir.h"

#include "runtime/base/check.h"

namespace fora::ir {

const OpInfo& Info(Op op) {
  using enum Effect;
  static constexpr OpInfo kTable[] = {
#define FORA_OP(name, text, operands, effect) {text, operands, effect},
#include "compiler/ir/ops.def"
#undef FORA_OP
  };
  return kTable[static_cast<size_t>(op)];
}

size_t InstructionCount(const Function& function) {
  size_t count = 0;
  for (const Block& block : function.blocks) count += block.instructions.size() + 1;
  return count;
}

}  // namespace fora::ir
