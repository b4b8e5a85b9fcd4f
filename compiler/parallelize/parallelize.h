// Parallelize: latent parallelism in typed FIR. Recursions are split into tests and work and unfolded, and
// calls that need not wait for each other become forks. (Folds are parallel as they are: their ranges split
// at run time.)
#pragma once

#include "compiler/ir/ir.h"

namespace fora::parallelize {

ir::TypedModule Parallelize(ir::TypedModule module);

}  // namespace fora::parallelize
