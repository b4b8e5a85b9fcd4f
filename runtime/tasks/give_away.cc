// What a range frame gives away when someone is hungry.
//
// Reductions that are associative give away the upper half of what is left. Those that have to be folded in
// order (sums of floats) give away windows of bounded size ahead of the owner, whose elements wait in memory
// until it is their turn: the bits of the result never depend on who computed which part. While nothing waits
// the owner folds what it computes at once, which costs least; so a window lies where the owner will be when
// it is ready. If it is not, its turn comes later (backlog.h).
//
// What a peer gets is cut to an amount of work, by how long the indices of this frame took so far: at the end
// of the range, or as a window of an ordered fold. It never gets more than a quarter of what is left, so that
// nobody waits long for it.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "runtime/tasks/partial.h"
#include "runtime/tasks/piece.h"
#include "runtime/tasks/range_frame.h"
#include "runtime/tasks/scheduler.h"

namespace fora::tasks {
namespace {

// A window is this much work, or kWindowMax elements.
constexpr double kWindowNs = 400'000;
constexpr int64_t kWindowsMax = 64;
// Windows that wait for each other thread, so that it has work while the owner is kept from its own, for as
// long as the operating system may run something else in its place. The owner takes back what nobody began.
constexpr int64_t kStock = 12;
// Folding an element that was computed before takes about this long: the latency of an addition.
constexpr double kFoldNs = 1.5;

// A window of a peer has to be worth a journey: up to 8 MB.
constexpr int64_t kPeerWindowMax = int64_t{1} << 20;
constexpr int64_t kPeerWindowsMax = 6;
// An element that comes back over the network costs about this much a byte; boxed ones are taken apart and
// made anew.
constexpr double kTransferNsPerByte = 0.75;
constexpr double kBoxedTransferNs = 500;

void Offer(abi::Context* context, RangeFrame* frame, std::vector<std::unique_ptr<RangePiece>>::iterator where,
           int64_t lo, int64_t hi, bool for_peer = false) {
  // What a peer sends comes with memory of its own.
  const bool with_memory = !for_peer && IsOrdered(frame->call->site->kind);
  auto piece = with_memory ? std::make_unique<RangePiece>(frame->call, lo, hi, frame->backlog.NewPart())
                           : std::make_unique<RangePiece>(frame->call, lo, hi);
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

// The windows of threads here that are ahead.
struct Windows {
  int64_t count = 0;
  int64_t waiting = 0;     // that nobody has begun
  int64_t unfinished = 0;  // indices of those
};

Windows LocalWindows(const RangeFrame& frame) {
  Windows windows;
  const auto count = [&](const RangePiece& piece) {
    if (piece.for_peer.load() != nullptr) return;
    ++windows.count;
    windows.waiting += piece.begun() ? 0 : 1;
    windows.unfinished += piece.finished() ? 0 : piece.hi - piece.lo;
  };
  frame.backlog.ForEachPiece(count);
  for (const auto& piece : frame.pieces) count(*piece);
  return windows;
}

int64_t WindowSize(const Scheduler& scheduler, const RangeFrame& frame, double pace_ns) {
  const int64_t rest = frame.end - frame.block_end;
  const int64_t share = rest / (2 * static_cast<int64_t>(scheduler.options().threads));
  const int64_t least = std::min(frame.block, kWindowMax);
  if (pace_ns <= 0) return least;
  const auto most = static_cast<int64_t>(std::min(kWindowNs / pace_ns, static_cast<double>(kWindowMax)));
  return std::clamp(share, least, std::max(least, most));
}

// The first gap with room for a window that will be ready when the owner comes there; near the end, the upper
// half of the gap in front.
bool GiveWindow(abi::Context* context, RangeFrame* frame) {
  Scheduler* scheduler = context->job->scheduler();
  const Windows windows = LocalWindows(*frame);
  const double pace_ns = frame->PaceNs();
  const bool chaos = scheduler->options().chaos;
  if (windows.count >= kWindowsMax || (!chaos && pace_ns > 0 && pace_ns < kFoldNs)) return false;
  const int64_t size = WindowSize(*scheduler, *frame, pace_ns);
  const int64_t thieves = std::max(1, scheduler->options().threads - 1);
  // How many indices the owner computes until the window is ready, if it has nothing to fold; and one window
  // more, because to wait costs more than to come late.
  auto until_ready = static_cast<double>((windows.unfinished + 2 * size) / thieves);
  if (chaos) until_ready = static_cast<double>(scheduler->Draw(static_cast<uint64_t>(2 * size)));
  int64_t gap = frame->block_end;
  for (auto next = frame->pieces.begin();; ++next) {
    const bool last = next == frame->pieces.end();
    const int64_t gap_end = last ? frame->end : (*next)->lo;
    const int64_t lo = gap + static_cast<int64_t>(std::ceil(std::max(0.0, until_ready)));
    if (lo + (last ? 1 : std::min(frame->block, size)) <= gap_end) {
      Offer(context, frame, next, lo, std::min(lo + size, gap_end));
      return true;
    }
    if (last) return GiveUpperHalf(context, frame);
    until_ready -= static_cast<double>(gap_end - gap);
    if (pace_ns > 0) until_ready -= static_cast<double>((*next)->hi - (*next)->lo) * kFoldNs / pace_ns;
    gap = (*next)->hi;
  }
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

// A window ahead of everything given away so far, with as much before it as the owner and the threads here do
// meanwhile.
bool GiveWindowToPeer(abi::Context* context, RangeFrame* frame, double pace_ns) {
  const Scheduler* scheduler = context->job->scheduler();
  int peers = 0;
  const auto count_if_peer = [&](const RangePiece& piece) {
    peers += piece.for_peer.load() != nullptr ? 1 : 0;
  };
  frame->backlog.ForEachPiece(count_if_peer);
  for (const auto& piece : frame->pieces) count_if_peer(*piece);
  if (peers >= kPeerWindowsMax) return false;
  const double share = static_cast<double>((frame->end - frame->block_end + 3) / 4);
  const double wanted = std::ceil(static_cast<double>(scheduler->peer_work().count()) / pace_ns);
  const auto count = static_cast<int64_t>(std::min({share, wanted, static_cast<double>(kPeerWindowMax)}));
  const int64_t last = frame->pieces.empty() ? frame->block_end : frame->pieces.back()->hi;
  const int64_t lo = std::max(last, frame->block_end + count);
  const int64_t hi = std::min(lo + count, frame->end);
  if (static_cast<double>(hi - lo) * pace_ns < static_cast<double>(scheduler->options().peer_grain.count()) ||
      lo >= hi) {
    return GiveEndToPeer(context, frame, pace_ns);
  }
  Offer(context, frame, frame->pieces.end(), lo, hi, true);
  return true;
}

}  // namespace

void ReplenishWindows(abi::Context* context, RangeFrame* frame) {
  const int64_t stock = kStock * (context->job->scheduler()->options().threads - 1);
  for (;;) {
    const Windows windows = LocalWindows(*frame);
    if (windows.count == windows.waiting || windows.waiting >= stock || !GiveWindow(context, frame)) return;
  }
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
