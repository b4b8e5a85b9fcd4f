// Simplify: removes what inference left that nobody needs, so that later phases see straight code.
#pragma once

#include "compiler/ir/ir.h"

namespace fora::simplify {

ir::TypedModule Simplify(ir::TypedModule module);

}  // namespace fora::simplify
