// Dominators of a function's blocks: which block every path from the entry to a block runs through.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/ir.h"

namespace fora::ir {

// The blocks that control may reach next: the terminator's edges, then the unwind edge.
std::vector<BlockId> Successors(const Block& block);

class Dominators {
 public:
  explicit Dominators(const Function& function);  // REQUIRES: edges name blocks that exist.

  bool Reachable(BlockId block) const { return order_of_[block.value()] != kNone; }
  // A block dominates itself. REQUIRES: both are reachable.
  bool Dominates(BlockId a, BlockId b) const;
  // Reachable blocks, each after all that dominate it.
  const std::vector<BlockId>& reverse_postorder() const { return order_; }

 private:
  static constexpr uint32_t kNone = ~0u;
  std::vector<BlockId> order_;
  std::vector<uint32_t> order_of_;   // block -> position in order_, or kNone
  std::vector<uint32_t> immediate_;  // by position
};

// Whether control can come back to a block.
bool HasLoop(const Function& function);

}  // namespace fora::ir
