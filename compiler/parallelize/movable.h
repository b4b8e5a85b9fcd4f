// Which operators may be computed elsewhere than where they stand.
#pragma once

#include "compiler/ir/ir.h"

namespace fora::parallelize {

// Whether the operator gives the same result wherever its operands are at hand: pure, or proven never to
// exit.
inline bool CanMove(const ir::Instruction& i) {
  const ir::Effect effect = ir::Info(i.op).effect;
  const bool proven = i.flag && !i.frame_state && effect == ir::Effect::kMayExit;
  return (effect == ir::Effect::kPure && i.op != ir::Op::kFork) || proven;
}

}  // namespace fora::parallelize
