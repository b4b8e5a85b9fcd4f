// Ownership: where typed code adds and drops references.
//
// A value of a counted type is owned by the frame from its definition to its last use. Operators borrow their
// operands, unless they consume them; a consumed operand whose value lives on gets a reference of its own
// first. Results are owned. An exit hands the frame state's values over; so do returns, and calls with their
// operands. Borrowed parameters are never owned: consuming one takes a reference first, and so does handing
// it over at an exit. Nor are lent values: what is read from a list, a tuple or an instance only to be looked
// at, while the frame or its caller holds what it was read from, which therefore can't change in place; and a
// tuple that is only looked at while its parts are held.
//
// Invariant: on every path, each reference is consumed or dropped exactly once.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/ir.h"

namespace fora::codegen {

// Around one instruction, or a terminator.
struct Counting {
  std::vector<ir::ValueId> owned;  // counted values that the frame owns just before
  std::vector<ir::ValueId>
      retains;  // before it: references for consumed operands that live on (repeated if several)
  std::vector<ir::ValueId> moved;  // consumed here for good: not owned afterwards
  std::vector<ir::ValueId>
      dropped;  // before a call: values that only its frame state names, which an exit after it does without
  std::vector<ir::ValueId> releases;  // after it: values whose last use this was, and an unused result
  bool lends = false;  // its result is not owned: operand 0, of a tuple all, is held for as long
};

struct EdgeCounting {
  std::vector<ir::ValueId> retains;   // for arguments that live on, or are passed several times
  std::vector<ir::ValueId> releases;  // values that die on this edge
};

struct BlockCounting {
  std::vector<ir::ValueId> releases_at_entry;  // parameters that nobody uses
  std::vector<Counting> instructions;
  Counting terminator;  // moved: a returned value. releases: what dies where control leaves the function
  std::vector<EdgeCounting> edges;
};

struct Ownership {
  std::vector<BlockCounting> blocks;  // empty for blocks that can't be reached
};

// Which parameters a compiled function only borrows, by function and parameter: those that it never consumes
// and whose arguments every caller holds beyond the call anyway. This spares a count for every list that a
// loop body looks at. A caller that is done with its argument hands it over, as the interpreter does: a
// reference kept until the call returns would keep the program from changing the list in place. So the entry
// function, function 0, owns all of its parameters.
struct Convention {
  std::vector<std::vector<bool>> borrowed;
};

// Whether a value of the type may hold something that can change in place. Of anything else nobody can tell
// who holds it.
bool MayHoldList(const ir::Type* type);

// An argument of a call, fork or tail call that may hold a list, and that its function does without once the
// call has begun.
struct GivenArgument {
  uint32_t block, instruction;  // == size: the terminator
  uint32_t parameter;           // of the callee
  uint32_t callee;
};
std::vector<GivenArgument> ArgumentsGiven(const ir::Function& function, uint32_t index,
                                          const Convention& convention);

// For every call and every value that its frame state names, in order: whether the interpreter would keep it
// during the call. This is all that code takes from the generic function besides its handlers.
std::vector<bool> KeptByCalls(const ir::Function& function);

Convention ChooseConvention(const ir::TypedModule& module);

// True if the operator takes its n-th operand over instead of borrowing it.
bool Consumes(const Convention& convention, const ir::Instruction& instruction, size_t operand);
bool Consumes(const Convention& convention, const ir::Terminator& terminator, size_t operand);

// index: of the function in the module for which the convention was chosen.
Ownership PlaceCounts(const ir::Function& function, uint32_t index, const Convention& convention);

}  // namespace fora::codegen
