// Piece: indices of a fold that were given away, for a thread of this machine or for a peer.
#pragma once

#include <cstdint>

#include "runtime/abi/abi.h"
#include "runtime/tasks/partial.h"
#include "runtime/tasks/scheduler.h"

namespace fora::tasks {

// What is the same for all parts of a fold. The environment is borrowed.
struct FoldCall {
  const abi::FoldSite* site;
  const uint64_t* environment;
  bool compensated;
};

class Piece : public Task {
 public:
  // call outlives the piece.
  Piece(const FoldCall* call, int64_t lo, int64_t hi);
  void Run(abi::Context* context) override;

  const FoldCall& call() const { return *call_; }
  const int64_t lo, hi;

 private:
  const FoldCall* const call_;

 public:
  Partial partial;
};

// Runs indices [lo, hi), giving away parts of them to whoever is hungry. REQUIRES: partial keeps elements if
// IsOrdered.
void RunPart(abi::Context* context, const FoldCall& call, int64_t lo, int64_t hi, Partial* partial);

}  // namespace fora::tasks
