// Weights of branches: how much more often one side is taken than one that leaves or answers a poll.
#pragma once

#include <cstdint>

namespace fora::codegen {

inline constexpr uint32_t kUnlikely = 1, kLikely = 1 << 20;
// Passes that move branches scale weights, and keep no more than this ratio.
inline constexpr uint64_t kUnlikelyRatioMin = 1000;

}  // namespace fora::codegen
