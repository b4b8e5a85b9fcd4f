// GenericFacts: what emission needs to know of a generic function, whatever the types.
#pragma once

#include <vector>

#include "compiler/ir/ir.h"

namespace fora::infer {

struct GenericFacts {
  explicit GenericFacts(const ir::Function& function);

  std::vector<std::vector<ir::ValueId>>
      live_in;  // by block: values needed at its beginning, parameters among them
  // Values live just before an instruction (its operands among them); index == size: before the terminator.
  std::vector<ir::ValueId> LiveBefore(ir::BlockId block, size_t instruction) const;
  std::vector<ir::BlockId> OrderFrom(ir::BlockId entry) const;  // reverse post-order, without unwind edges
  // By value: read by one instruction only, in the block that makes it, and one that may consume an iterator
  // there and then.
  std::vector<bool> consumed_at_once;
  std::vector<bool> read_once;  // by value: it is one operand of one instruction or edge
  // The object under construction gets to someone else before it is complete, or an object changes after
  // construction.
  bool depends_on_identity = false;
  bool compares_unknown = false;      // by == or `in` values of which neither is known to be a number or text
  std::vector<bool> constructs_self;  // by value: `self` of __init__, used for nothing but its attributes

 private:
  void FindSelf();
  void FindIdentity();
  std::vector<bool> FindPlain() const;
  const ir::Function& function_;
  std::vector<std::vector<std::vector<ir::ValueId>>> live_before_;  // by block, instruction
};

}  // namespace fora::infer
