// Versions: one copy of a function for callers that keep their lists beyond the call, another for those that
// hand them over.
//
// A borrowed parameter costs no counting, which matters where threads share a list, but only a caller that
// keeps the list can lend it (ownership.h). A recursion over a list lends it all the way down, while the
// first call hands it over.
#pragma once

#include "compiler/ir/ir.h"

namespace fora::codegen {

// The last step before code generation. Pure; changes nothing unless functions take lists in both ways.
ir::TypedModule SplitVersions(ir::TypedModule module);

}  // namespace fora::codegen
