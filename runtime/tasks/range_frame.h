// RangeFrame: one owner's part of a fold: the indices from `position` to `limit`, then the pieces ahead, then
// gaps between them.
//
// The owner works upwards from its position. What it gives away are pieces of the indices ahead, kept in
// order; when its position reaches a piece it joins that piece's outcome and goes on behind it. Thread
// safety: none; everything runs on the owner's thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "runtime/abi/abi.h"
#include "runtime/tasks/partial.h"
#include "runtime/tasks/piece.h"

namespace fora::tasks {

using Clock = std::chrono::steady_clock;

// The elements of a window of an ordered fold: 128 KB, so that they are still in a cache when the owner comes
// by.
constexpr int64_t kWindowMax = int64_t{1} << 14;

struct RangeFrame {
  abi::Latent latent;
  const FoldCall* call;
  int64_t position;
  int64_t block_end;  // the block being run ends here; indices below can't be given away
  int64_t limit;      // where the next piece begins, or `end`
  int64_t end;
  int64_t block;  // indices per block
  bool mapping;   // keeps the elements of an ordered fold for the frame to the left of it
  bool in_block = false;
  bool clock_is_read = false;  // block_began is when the block before it ended
  Clock::time_point block_began;
  Clock::duration spent{};  // on the last `counted` indices
  int64_t counted = 0;
  std::vector<std::unique_ptr<RangePiece>> pieces;  // ahead, in order
  std::vector<std::unique_ptr<RangePiece>> spare;   // joined windows: their memory is for the next ones

  RangeFrame(const FoldCall* c, int64_t lo, int64_t hi, bool map)
      : latent{nullptr, abi::Latent::Kind::kRange, {}},
        call(c),
        position(lo),
        block_end(lo),
        limit(hi),
        end(hi),
        block(1),
        mapping(map) {}
  int64_t next_piece_lo() const { return pieces.empty() ? end : pieces.front()->lo; }
  // How long an index takes, as far as is known; 0: nothing is.
  double PaceNs() const;
  void Run(abi::Context* context, Partial* partial);

 private:
  // Both return false when the fold has ended early.
  bool RunBlock(abi::Context* context, Partial* partial);
  bool JoinNextPiece(abi::Context* context, Partial* partial);
  void AdaptBlock(Clock::duration elapsed, int64_t indices, bool chaos);
  void AbandonPieces(abi::Context* context);
};

// Where others work on windows of this fold, gives away so many that nobody has to wait for the next.
void ReplenishWindows(abi::Context* context, RangeFrame* frame);

}  // namespace fora::tasks
