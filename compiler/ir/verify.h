// Checks that FIR is well formed: the invariants of ir.h, and that every number names something.
//
// Run after every phase. A failure is a defect of the phase before, named by function, block and value; cost
// is about that of printing.
#pragma once

#include "absl/status/status.h"
#include "compiler/ir/ir.h"

namespace fora::ir {

// Errors: Internal.
absl::Status Verify(const Function& function);  // generic or typed (function.generic or return_type is set)
absl::Status Verify(const Module& module);
absl::Status Verify(const TypedModule& module);

}  // namespace fora::ir
