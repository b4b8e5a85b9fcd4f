// RangeFrame: one owner's part of a fold: the indices from `position` to `limit`, then the pieces ahead, then
// gaps between them.
//
// The owner works upwards from its position. What it gives away are pieces of the indices ahead, kept in
// order; when its position reaches a piece it joins that piece's outcome and goes on behind it. A piece of an
// ordered fold it leaves to the backlog, and goes on behind it at once. Thread safety: none; everything runs
// on the owner's thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "runtime/abi/abi.h"
#include "runtime/tasks/backlog.h"
#include "runtime/tasks/partial.h"
#include "runtime/tasks/piece.h"

namespace fora::tasks {

using Clock = std::chrono::steady_clock;

// The elements of a window of an ordered fold: 256 KB, so that they are still in a cache when the owner comes
// by.
constexpr int64_t kWindowMax = int64_t{1} << 15;

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
  Clock::time_point looked{};  // at the windows ahead
  Clock::duration spent{};     // on the last `counted` indices
  int64_t counted = 0;
  std::vector<std::unique_ptr<RangePiece>> pieces;  // ahead, in order
  Backlog backlog;  // of an ordered fold: what stands before `position` and is still to be folded

  RangeFrame(const FoldCall* c, int64_t lo, int64_t hi, bool map)
      : latent{nullptr, abi::Latent::Kind::kRange, {}},
        call(c),
        position(lo),
        block_end(lo),
        limit(hi),
        end(hi),
        block(1),
        mapping(map),
        backlog(c) {}
  int64_t next_piece_lo() const { return pieces.empty() ? end : pieces.front()->lo; }
  // Whether it folds in order what others computed.
  bool keeps_backlog() const { return IsOrdered(call->site->kind) && !mapping; }
  // How long an index takes, as far as is known; 0: nothing is.
  double PaceNs() const;
  void Run(abi::Context* context, Partial* partial);

 private:
  // These return false when the fold has ended early.
  bool RunBlock(abi::Context* context, Partial* partial);
  // The part that the block's elements go to: `partial`, or the end of the backlog, which shortens the block
  // to what can be folded beside it; null: there is no memory for them.
  Partial* Target(Partial* partial);
  // Folds the backlog until what is first is `least` elements or more, or a piece that is not finished; goes
  // on, and waits for that piece, where there are more than `most` elements (0: in any case).
  bool CatchUp(abi::Context* context, Partial* partial, int64_t least, int64_t most);
  bool JoinNextPiece(abi::Context* context, Partial* partial);
  void AdaptBlock(Clock::duration elapsed, int64_t indices, bool chaos);
  void AbandonPieces(abi::Context* context);
};

// Where others work on windows of this fold, gives away so many that nobody has to wait for the next.
void ReplenishWindows(abi::Context* context, RangeFrame* frame);

}  // namespace fora::tasks
