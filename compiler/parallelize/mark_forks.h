// MarkForks: `g(); h()` with independent heavy calls becomes `fork h; g(); join h`; with more calls forks
// nest.
//
// Nothing that may leave to the interpreter moves: only pure operators that h's arguments need go before g.
// An argument like `n + 1`, which may not fit, is computed there as well as where it stands, and the fork is
// marked only if it surely fits. An exit between fork and join discards the fork, and the interpreter makes
// the call itself. Where h begins with tests for base cases (see split_recursion.h), these are made before
// the fork, which is marked only if the call is not over at once. Unfolded copies mark no forks of their own
// recursion, unless it does other work as well: what they call does.
#pragma once

#include "compiler/ir/ir.h"
#include "compiler/parallelize/split_recursion.h"

namespace fora::parallelize {

void MarkForks(ir::TypedModule& module, const Recursions& recursions);

}  // namespace fora::parallelize
