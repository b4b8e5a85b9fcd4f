// SplitTuples: a block parameter that is a tuple which one predecessor makes and the blocks behind only take
// apart becomes parameters for its parts (scalar replacement of aggregates). A loop over a list carries its
// iterator so, (list, index), anew in every turn: the list is then a parameter that always gets the same
// value.
//
//     b1(%4: Sequence<List<Int>, Int>):           b1(%8: List<Int>, %9: Int):
//       %5 = extract %4 {index=1}             →     …
//       %7 = make_tuple %0, %6                      jump b1(%0, %6)
//       jump b1(%7)
#pragma once

#include "compiler/ir/ir.h"

namespace fora::simplify {

// Whether there was one.
bool SplitTuples(ir::Function& function);

}  // namespace fora::simplify
