#include "compiler/parallelize/parallelize.h"

#include "compiler/parallelize/mark_forks.h"
#include "compiler/parallelize/split_recursion.h"
#include "compiler/parallelize/unfold_recursion.h"

namespace fora::parallelize {

ir::TypedModule Parallelize(ir::TypedModule module) {
  Recursions recursions = SplitRecursion(module);
  UnfoldRecursion(module, recursions);
  if (!module.sequential) MarkForks(module, recursions);
  return module;
}

}  // namespace fora::parallelize
