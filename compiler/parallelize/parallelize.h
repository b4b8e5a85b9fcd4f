// Parallelize: `g(); h()` with independent heavy calls becomes `fork h; g(); join h`.
//
// Nothing that may leave to the interpreter moves: only pure operators that h's arguments need go before g. An exit between
// fork and join discards the fork, and the interpreter makes the call itself.
#pragma once

#include "compiler/ir/ir.h"

namespace fora::parallelize {

ir::TypedModule Parallelize(ir::TypedModule module);

}  // namespace fora::parallelize
