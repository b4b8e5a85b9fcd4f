// GenericFacts: what emission needs to know of a generic function, whatever the types.
#pragma once

#include <vector>

#include "compiler/ir/ir.h"

namespace fora::infer {

struct GenericFacts {
  explicit GenericFacts(const ir::Function& function);

  std::vector<std::vector<ir::ValueId>> live_in;     // by block: values needed at its beginning, parameters among them
  // Values live just before an instruction (its operands among them); index == size: before the terminator.
  std::vector<ir::ValueId> LiveBefore(ir::BlockId block, size_t instruction) const;
  std::vector<ir::BlockId> OrderFrom(ir::BlockId entry) const;   // reverse post-order, without unwind edges
  std::vector<int> use_count;                        // by value
  std::vector<ir::BlockId> defining_block;           // by value
  std::vector<bool> constructs_self;                 // by value: `self` of __init__, used for nothing but its attributes

 private:
  void FindSelf();
  const ir::Function& function_;
  std::vector<std::vector<std::vector<ir::ValueId>>> live_before_;   // by block, instruction
};

}  // namespace fora::infer
