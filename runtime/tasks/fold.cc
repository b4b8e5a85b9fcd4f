// Folds: a range frame for every reduction, strip-mined, whose rest can be given away between any two
// indices.
//
// The frame's owner works upwards from its position. What it gives away are pieces of the indices ahead, kept
// in order; when its position reaches a piece it joins that piece's outcome and goes on behind it. Reductions
// that are associative give away the upper half of what is left. Those that have to be folded in order (sums
// of floats) give away windows of bounded size just ahead of the owner, whose elements wait in memory until
// the owner comes by: the bits of the result never depend on who computed which part.
//
// What a peer gets is cut to an amount of work, by how long the indices of this frame took so far: at the end
// of the range, or as a window of an ordered fold. It never gets more than a quarter of what is left, so that
// nobody waits long for it.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <vector>

#include "runtime/base/check.h"
#include "runtime/tasks/partial.h"
#include "runtime/tasks/piece.h"
#include "runtime/tasks/scheduler.h"

namespace fora::tasks {
namespace {

using abi::Status;
using Clock = std::chrono::steady_clock;

// A block is about this much work, so that a poll between blocks costs nothing and an answer comes soon.
constexpr auto kBlockTime = std::chrono::microseconds(20);
constexpr int64_t kBlockMax = int64_t{1} << 20;
// Elements that a window of an ordered fold may hold back: 2 MB.
constexpr int64_t kWindowMax = int64_t{1} << 18;

// The same for a peer's window: 8 MB. It has to be worth a journey.
constexpr int64_t kPeerWindowMax = int64_t{1} << 20;
constexpr int64_t kPeerWindowsMax = 6;
// An element that comes back over the network costs about this much a byte; boxed ones are taken apart and
// made anew.
constexpr double kTransferNsPerByte = 0.75;
constexpr double kBoxedTransferNs = 500;
// How long a frame remembers what its indices took.
constexpr auto kPaceMemory = std::chrono::milliseconds(20);

// One owner's part of a fold: the indices from `position` to `limit`, then the pieces ahead, then gaps
// between them.
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
  Clock::time_point block_began;
  Clock::duration spent{};  // on the last `counted` indices
  int64_t counted = 0;
  std::vector<std::unique_ptr<Piece>> pieces;  // ahead, in order

  RangeFrame(const FoldCall* c, int64_t lo, int64_t hi, bool map)
      : latent{nullptr, abi::Latent::Kind::kRange, 0},
        call(c),
        position(lo),
        block_end(lo),
        limit(hi),
        end(hi),
        block(1),
        mapping(map) {}
  int64_t next_piece_lo() const;
  // How long an index takes, as far as is known.
  double PaceNs() const;
  void Run(abi::Context* context, Partial* partial);

 private:
  // Both return false when the fold has ended early.
  bool RunBlock(abi::Context* context, Partial* partial);
  bool JoinNextPiece(abi::Context* context, Partial* partial);
  void AdaptBlock(Clock::duration elapsed, int64_t indices, bool chaos);
  void AbandonPieces(abi::Context* context);
};

// Waits for the thread that runs the piece; in chaos, this one may run it as well.
void Await(abi::Context* context, Piece& piece) {
  Scheduler* scheduler = context->job->scheduler();
  if (!scheduler->BeginTwin()) return scheduler->Join(&piece, context);
  Piece twin(&piece.call(), piece.lo, piece.hi);
  twin.Run(context);
  scheduler->EndTwin();
  scheduler->Join(&piece, context);
  FORA_CHECK(piece.partial.SameAs(twin.partial))
      << "indices " << piece.lo << " to " << piece.hi << " of a fold, run twice, came to different results";
}

int64_t RangeFrame::next_piece_lo() const { return pieces.empty() ? end : pieces.front()->lo; }

void RangeFrame::Run(abi::Context* context, Partial* partial) {
  latent.parent = context->latent;
  context->latent = &latent;
  bool going = true;
  while (going && position < end) {
    going = position < limit ? RunBlock(context, partial) : JoinNextPiece(context, partial);
  }
  FORA_CHECK(context->latent == &latent);
  context->latent = latent.parent;
  AbandonPieces(context);
}

bool RangeFrame::RunBlock(abi::Context* context, Partial* partial) {
  const bool chaos = context->job->scheduler()->options().chaos;
  const int64_t begin = position;
  block_end = position + std::min(chaos ? 1 : block, limit - position);
  if (call->site->bounded != 0) partial->ReserveOut(block_end - begin);
  block_began = Clock::now();
  in_block = true;
  int64_t failed_at = begin;
  const Status status =
      partial->body()(context, call->environment, begin, block_end, partial->accumulator(), &failed_at);
  in_block = false;
  switch (status) {
    case Status::kOk: position = block_end; break;
    case Status::kStopped:
      partial->end = Partial::End::kStopped;
      partial->stop = std::move(context->stop);
      return false;
    case Status::kBoxed: {
      const Value element = std::move(context->boxed);
      if (!partial->AddBoxed(element)) {
        partial->end = Partial::End::kUnexpected;
        return false;
      }
      position = failed_at + 1;
      break;
    }
  }
  if (partial->decided()) {
    partial->end = Partial::End::kDecided;
    return false;
  }
  const Clock::duration elapsed = Clock::now() - block_began;
  spent += elapsed;
  counted += position - begin;
  if (spent > kPaceMemory && counted > 1) {
    spent /= 2;
    counted /= 2;
  }
  AdaptBlock(elapsed, position - begin, chaos);
  block_end = position;
  if (context->poll.load(std::memory_order_relaxed) != 0 &&
      context->job->scheduler()->Poll(context) != Status::kOk) {
    partial->end = Partial::End::kStopped;
    partial->stop = std::move(context->stop);
    return false;
  }
  return true;
}

double RangeFrame::PaceNs() const {
  const auto ns = [](Clock::duration d) { return static_cast<double>(std::chrono::nanoseconds(d).count()); };
  const double past = counted == 0 ? 0 : ns(spent) / static_cast<double>(counted);
  // A long block under way tells more than the short ones before it.
  const double present =
      in_block ? ns(Clock::now() - block_began) / static_cast<double>(block_end - position) : 0;
  return std::max(past, present);
}

void RangeFrame::AdaptBlock(Clock::duration elapsed, int64_t indices, bool chaos) {
  if (chaos || indices < block) return;
  if (elapsed < kBlockTime / 2) {
    // Far below the target grow fast: most loops have short bodies.
    block = std::min(kBlockMax, elapsed < kBlockTime / 16 ? block * 8 : block * 2);
  } else if (elapsed > kBlockTime * 2) {
    block = std::max<int64_t>(1, block / 2);
  }
}

bool RangeFrame::JoinNextPiece(abi::Context* context, Partial* partial) {
  FORA_CHECK(!pieces.empty() && pieces.front()->lo == position);
  std::unique_ptr<Piece> piece = std::move(pieces.front());
  pieces.erase(pieces.begin());
  Scheduler* scheduler = context->job->scheduler();
  if (scheduler->TakeBack(piece.get())) {
    limit = next_piece_lo();
    return true;
  }
  block_end = limit = piece->hi;  // while this thread waits, it may give away what follows
  Await(context, *piece);
  position = piece->hi;
  limit = next_piece_lo();
  partial->Append(piece->partial);
  return partial->end == Partial::End::kComplete;
}

// The fold has ended before these indices: nobody needs them.
void RangeFrame::AbandonPieces(abi::Context* context) {
  Scheduler* scheduler = context->job->scheduler();
  for (auto& piece : pieces) {
    if (!scheduler->TakeBack(piece.get()))
      scheduler->Abandon(piece.get());
    else
      piece.reset();
  }
  for (auto& piece : pieces) {
    if (piece != nullptr) scheduler->Join(piece.get(), context);
  }
  pieces.clear();
}

void Offer(abi::Context* context, RangeFrame* frame, std::vector<std::unique_ptr<Piece>>::iterator where,
           int64_t lo, int64_t hi, bool for_peer = false) {
  auto piece = std::make_unique<Piece>(frame->call, lo, hi);
  if (for_peer) piece->for_peer = piece.get();
  piece->job = context->job;
  piece->abandonment.parent = context->abandonment;
  Task* task = piece.get();
  frame->pieces.insert(where, std::move(piece));
  frame->limit = frame->next_piece_lo();
  context->job->scheduler()->Offer(task);
}

// The upper half of what is left before the first piece.
bool GiveUpperHalf(abi::Context* context, RangeFrame* frame) {
  const int64_t rest = frame->limit - frame->block_end;
  const bool chaos = context->job->scheduler()->options().chaos;
  if (rest < 1 || (!chaos && rest < frame->block)) return false;
  const int64_t cut = chaos ? static_cast<int64_t>(context->job->scheduler()->Draw(rest)) : rest / 2;
  Offer(context, frame, frame->pieces.begin(), frame->block_end + cut, frame->limit);
  return true;
}

// How many windows are ahead.
int64_t Ahead(const RangeFrame& frame, bool for_peer) {
  return std::count_if(frame.pieces.begin(), frame.pieces.end(),
                       [&](const auto& piece) { return (piece->for_peer.load() != nullptr) == for_peer; });
}

// A window ahead of everything given away so far; near the end, the upper half of the gap in front.
bool GiveWindow(abi::Context* context, RangeFrame* frame) {
  const Scheduler* scheduler = context->job->scheduler();
  const auto threads = static_cast<int64_t>(scheduler->options().threads);
  if (Ahead(*frame, /*for_peer=*/false) > 2 * threads) return false;
  const int64_t rest = frame->end - frame->block_end;
  const int64_t share = rest / (2 * threads);
  const int64_t window = std::clamp<int64_t>(share, std::min<int64_t>(frame->block, kWindowMax), kWindowMax);
  const int64_t lo = frame->pieces.empty() ? frame->block_end + window : frame->pieces.back()->hi;
  if (lo >= frame->end) return GiveUpperHalf(context, frame);
  Offer(context, frame, frame->pieces.end(), lo, std::min(lo + window, frame->end));
  return true;
}

// Whether the elements of a part are more work than their journey.
bool IsWorthTheJourney(const Options& options, const abi::FoldSite* site, double pace_ns) {
  if (options.peer_grain.count() == 0) return true;
  if (site->kind == abi::FoldKind::kCollectBoxed) return pace_ns >= kBoxedTransferNs;
  return pace_ns >= kTransferNsPerByte * static_cast<double>(OutWidth(site->kind, IsOrdered(site->kind)));
}

// The last indices before the first piece.
bool GiveEndToPeer(abi::Context* context, RangeFrame* frame, double pace_ns) {
  const Scheduler* scheduler = context->job->scheduler();
  const int64_t rest = frame->limit - frame->block_end;
  const double share = static_cast<double>((rest + 3) / 4);
  const double count =
      std::min(share, std::ceil(static_cast<double>(scheduler->peer_work().count()) / pace_ns));
  if (count < 1 || count * pace_ns < static_cast<double>(scheduler->options().peer_grain.count()))
    return false;
  Offer(context, frame, frame->pieces.begin(), frame->limit - static_cast<int64_t>(count), frame->limit,
        true);
  return true;
}

bool GiveWindowToPeer(abi::Context* context, RangeFrame* frame, double pace_ns) {
  const Scheduler* scheduler = context->job->scheduler();
  if (Ahead(*frame, /*for_peer=*/true) >= kPeerWindowsMax) return false;
  const double share = static_cast<double>((frame->end - frame->block_end + 3) / 4);
  const double wanted = std::ceil(static_cast<double>(scheduler->peer_work().count()) / pace_ns);
  const auto count = static_cast<int64_t>(std::min({share, wanted, static_cast<double>(kPeerWindowMax)}));
  // If nothing is ahead yet, the owner has as much to do as the peer.
  const int64_t lo = frame->pieces.empty() ? frame->block_end + count : frame->pieces.back()->hi;
  const int64_t hi = std::min(lo + count, frame->end);
  if (static_cast<double>(hi - lo) * pace_ns < static_cast<double>(scheduler->options().peer_grain.count()) ||
      lo >= hi) {
    return GiveEndToPeer(context, frame, pace_ns);
  }
  Offer(context, frame, frame->pieces.end(), lo, hi, true);
  return true;
}

}  // namespace

Piece::Piece(const FoldCall* call, int64_t lo, int64_t hi)
    : lo(lo), hi(hi), call_(call), partial(call->site, IsOrdered(call->site->kind), call->compensated) {}

void Piece::Run(abi::Context* context) { RunPart(context, *call_, lo, hi, &partial); }

void RunPart(abi::Context* context, const FoldCall& call, int64_t lo, int64_t hi, Partial* partial) {
  RangeFrame frame(&call, lo, hi, IsOrdered(call.site->kind));
  frame.Run(context, partial);
}

bool PromoteRangeForPeer(abi::Context* context, abi::Latent* latent) {
  auto* frame = reinterpret_cast<RangeFrame*>(latent);
  const abi::FoldSite* site = frame->call->site;
  if (frame->position >= frame->end || site->environment_type == nullptr) return false;
  if (IsOrdered(site->kind) && site->map == nullptr) return false;
  const double pace_ns = frame->PaceNs();
  if (pace_ns <= 0 || !IsWorthTheJourney(context->job->scheduler()->options(), site, pace_ns)) return false;
  if (context->job->StaysHere(site)) return false;
  return IsOrdered(site->kind) && !frame->mapping ? GiveWindowToPeer(context, frame, pace_ns)
                                                  : GiveEndToPeer(context, frame, pace_ns);
}

bool PromoteRange(abi::Context* context, abi::Latent* latent) {
  auto* frame = reinterpret_cast<RangeFrame*>(latent);
  if (frame->position >= frame->end) return false;
  const abi::FoldSite* site = frame->call->site;
  if (!IsOrdered(site->kind)) return GiveUpperHalf(context, frame);
  if (site->map == nullptr) return false;
  return frame->mapping ? GiveUpperHalf(context, frame) : GiveWindow(context, frame);
}

}  // namespace fora::tasks

extern "C" {

fora::abi::Status fora_fold(fora::abi::Context* context, const fora::abi::FoldSite* site,
                            const uint64_t* environment, int64_t length, const uint64_t* start,
                            uint64_t* result) {
  using fora::tasks::Partial;
  const fora::tasks::FoldCall call{site, environment, context->job->compensated_sums()};
  Partial partial(site, false, call.compensated);
  const uint64_t start_slot = start == nullptr ? 0 : start[0];
  partial.SetStart(start_slot);
  fora::tasks::RangeFrame frame(&call, 0, length, false);
  frame.Run(context, &partial);
  switch (partial.end) {
    case Partial::End::kComplete:
    case Partial::End::kDecided: return partial.Finish(start_slot, result, &context->boxed);
    case Partial::End::kStopped: context->stop = std::move(partial.stop); return fora::abi::Status::kStopped;
    case Partial::End::kUnexpected:
      return context->job->owner()->FoldGenerically(context, site, environment, start, result);
  }
  FORA_CHECK(false);
}

// Bodies whose indices may yield several elements come here when their room is used up.
// The room belongs to the Partial whose accumulator this is; accumulator is its first member to grow.
void fora_fold_grow(fora::abi::Accumulator* accumulator) { fora::tasks::Partial::Grow(accumulator); }

}  // extern "C"
