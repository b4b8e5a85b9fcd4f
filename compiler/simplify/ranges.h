// ProveRanges: which int operators can't overflow, by interval analysis.
//
// Sparse over SSA values, with refinement below branches on comparisons and widening at loops (P. Cousot and
// R. Cousot, "Abstract interpretation: a unified lattice model", POPL 1977). An operator that is proven gets
// Instruction::flag and needs no check: an int.add, sub, mul, neg or abs that can't overflow; a floordiv or
// mod by a positive int. If what that divides isn't negative either, it gets Instruction::index 1: floored
// and truncated are the same then.
#pragma once

#include "compiler/ir/ir.h"

namespace fora::simplify {

void ProveRanges(ir::Function& function);

}  // namespace fora::simplify
