// UnfoldRecursion: a small rest calls copies of its head and of itself, which are inlined, and which call the
// real ones: a tree of calls of depth d becomes one of depth d / 2 or d / 3.
#pragma once

#include "compiler/ir/ir.h"
#include "compiler/parallelize/split_recursion.h"

namespace fora::parallelize {

void UnfoldRecursion(ir::TypedModule& module, Recursions& recursions);

}  // namespace fora::parallelize
