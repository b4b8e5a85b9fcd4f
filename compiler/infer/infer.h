// Infer: generic FIR and the types of the arguments → typed FIR.
//
// Typing never fails and never runs away: what has no typed form runs in the runtime on boxed values
// (kRuntime) or leaves to the interpreter (kExit); limits on specialisations, passes and nesting widen to
// Any. Deterministic.
#pragma once

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "compiler/ir/ir.h"

namespace fora::infer {

struct Request {
  const ir::Function* function;
  ir::BlockId entry_block{0};
  // The generic values that are live where the code is entered, and their types. For block 0: its parameters.
  std::vector<ir::ValueId> entry_values;
  std::vector<const ir::Type*> entry_types;
};

// The generic values that compiled code entered at `block` takes: for block 0 the parameters, else those live
// there.
std::vector<ir::ValueId> EntryValues(const ir::Function& function, ir::BlockId block);

// functions[0] is the one asked for.
absl::StatusOr<ir::TypedModule> Infer(const ir::Module& module, std::shared_ptr<ir::TypeTable> types,
                                      const Request& request);

// functions[0](iterator[, start]) reduces the iterator; start is null but for kSum. The result type is what
// the reduction gives for a non-empty source; min and max of nothing leave to the interpreter, which is at
// frame state 0 of `fallback`.
absl::StatusOr<ir::TypedModule> InferFold(const ir::Module& module, std::shared_ptr<ir::TypeTable> types,
                                          Reducer reducer, const ir::Type* iterator, const ir::Type* start);

// True if the program can tell an object from an equal copy of it: it compares objects by `is`, or by ==
// where a class defines no __eq__, or changes attributes after construction. Compiled code passes tuples and
// instances by value, so such a program stays in the interpreter.
bool DependsOnIdentity(const ir::Module& module);

}  // namespace fora::infer
