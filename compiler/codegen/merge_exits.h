// MergeExits: straight code with tests between, each of which leaves if a float operation went wrong, becomes
// straight code with one test behind it. The cold side computes all anew, to find out which of them it was.
//
//     q = a / b; if b == 0: leave 1              q = a / b; r = c / d
//     r = c / d; if d == 0: leave 2      →       if q or r is not finite:
//                                                    q' = a / b; if b == 0: leave 1
//                                                    r' = c / d; if d == 0: leave 2
//
// What stood behind a test is computed although the test may fail, so it has to be pure. Longer straight code
// is what LLVM's SLP vectoriser works on: the pass runs it on the function before it puts the tests in, so
// that they have no say in what is packed. Only tests of floats are merged: an overflow's flag is tested in
// one instruction where it arises.
#pragma once

#include "llvm/IR/PassManager.h"

namespace fora::codegen {

struct MergeExits : llvm::PassInfoMixin<MergeExits> {
  llvm::PreservedAnalyses run(llvm::Function& function, llvm::FunctionAnalysisManager&);
};

}  // namespace fora::codegen
