// Which values of a generic function are needed where: backward data flow over blocks with block arguments.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/ir.h"

namespace fora::ir {

using ValueSet = std::vector<bool>;  // by ValueId

struct Liveness {
  // Before the first instruction; a block's own parameters are included if they are read.
  std::vector<ValueSet> live_in;
};

Liveness ComputeLiveness(const Function& function);

// How many of the target's first parameters the terminator itself provides on this edge.
uint32_t ProvidedParameters(const Terminator& terminator, size_t edge_index);
inline constexpr uint32_t kProvidedByUnwind = 1;  // the exception

// Adds what is needed when control takes the edge: what the target reads, its parameters replaced by the
// arguments.
void AddEdgeUses(const Function& function, const Edge& edge, uint32_t provided, const Liveness& liveness,
                 ValueSet& live);

}  // namespace fora::ir
