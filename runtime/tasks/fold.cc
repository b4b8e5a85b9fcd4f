// Folds: a range frame for every reduction, strip-mined, whose rest can be given away between any two indices
// (give_away.cc).
#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <limits>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "runtime/base/check.h"
#include "runtime/memory/memory.h"
#include "runtime/tasks/partial.h"
#include "runtime/tasks/piece.h"
#include "runtime/tasks/range_frame.h"
#include "runtime/tasks/scheduler.h"

namespace fora::tasks {
namespace {

using abi::Status;

// A block is about this much work, so that a poll between blocks costs nothing and an answer comes soon.
constexpr auto kBlockTime = std::chrono::microseconds(20);
constexpr int64_t kBlockMax = int64_t{1} << 20;
// How often an owner looks whether there are windows left for the others, beside when it joins one.
constexpr auto kLookTime = std::chrono::microseconds(100);
// How long a frame remembers what its indices took.
constexpr auto kPaceMemory = std::chrono::milliseconds(20);

// So many indices are worth a block of their own that folds the backlog beside them.
constexpr int64_t kBesideLeast = 64;
constexpr int64_t kAll = std::numeric_limits<int64_t>::max();
// An owner that has so many elements to fold does not compute more: 2 MB, which are some milliseconds that a
// thread may be late with its piece.
constexpr int64_t kBacklogMax = int64_t{1} << 18;

// Waits for the thread that runs the piece; in chaos, this one may run it as well.
void Await(abi::Context* context, RangePiece& piece) {
  Scheduler* scheduler = context->job->scheduler();
  if (!scheduler->BeginTwin()) return scheduler->Join(&piece, context);
  RangePiece twin(&piece.call(), piece.lo, piece.hi);
  twin.Run(context);
  scheduler->EndTwin();
  scheduler->Join(&piece, context);
  FORA_CHECK(piece.partial->SameAs(*twin.partial))
      << "indices " << piece.lo << " to " << piece.hi << " of a fold, run twice, came to different results";
}

}  // namespace

void RangeFrame::Run(abi::Context* context, Partial* partial) {
  latent.parent = context->latent;
  context->latent = &latent;
  bool going = true;
  while (going && position < end) {
    going = position < limit ? RunBlock(context, partial) : JoinNextPiece(context, partial);
  }
  if (going) CatchUp(context, partial, kAll, 0);
  FORA_CHECK(context->latent == &latent);
  context->latent = latent.parent;
  AbandonPieces(context);
  if (partial->end != Partial::End::kNoMemory) return;
  partial->end = Partial::End::kStopped;
  partial->stop = context->job->owner()->OutOfMemory();
}

bool RangeFrame::RunBlock(abi::Context* context, Partial* partial) {
  const bool chaos = context->job->scheduler()->options().chaos;
  const int64_t worth_a_block = chaos ? 1 : std::min(kBesideLeast, limit - position);
  const int64_t least = partial->body_beside() != nullptr ? worth_a_block * abi::kFoldedPerElement : kAll;
  if (!CatchUp(context, partial, least, kBacklogMax)) return false;
  const int64_t begin = position;
  block_end = position + std::min(chaos ? 1 : block, limit - position);
  Partial* target = Target(partial);
  if (target == nullptr && !CatchUp(context, partial, kAll, 0)) return false;
  if (target == nullptr) target = Target(partial);
  if (target == nullptr || (memory::Exhausted() && memory::MustStop())) {
    partial->end = Partial::End::kNoMemory;
    return false;
  }
  if (!clock_is_read) block_began = Clock::now();
  in_block = true;
  int64_t failed_at = begin;
  const Status status =
      target != partial && backlog.first_piece() == nullptr
          ? backlog.RunBeside(context, begin, block_end, partial, &failed_at)
          : target->body()(context, call->environment, begin, block_end, target->accumulator(), &failed_at);
  in_block = false;
  switch (status) {
    case Status::kOk: position = block_end; break;
    case Status::kStopped: {
      std::unique_ptr<Stop> stop = std::move(context->stop);
      position = block_end = end;  // nobody needs the rest
      // What comes before it may have stopped, too.
      if (!CatchUp(context, partial, kAll, 0)) return false;
      partial->stop = std::move(stop);
      partial->end = partial->stop != nullptr ? Partial::End::kStopped : Partial::End::kNoMemory;
      return false;
    }
    case Status::kBoxed: {
      const Value element = std::move(context->boxed);
      if (!target->AddBoxed(element)) {
        const bool no_memory = target->end == Partial::End::kNoMemory;
        partial->end = no_memory ? Partial::End::kNoMemory : Partial::End::kUnexpected;
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
  if (position == end) return true;
  const Clock::time_point now = Clock::now();
  const Clock::duration elapsed = now - block_began;
  block_began = now;
  clock_is_read = true;
  spent += elapsed;
  counted += position - begin;
  if (spent > kPaceMemory && counted > 1) {
    spent /= 2;
    counted /= 2;
  }
  AdaptBlock(elapsed, position - begin, chaos);
  block_end = position;
  if (keeps_backlog() && (chaos || now - looked > kLookTime)) {
    looked = now;
    ReplenishWindows(context, this);
  }
  if (context->poll.load(std::memory_order_relaxed) != 0 &&
      context->job->scheduler()->Poll(context) != Status::kOk) {
    partial->end = Partial::End::kStopped;
    partial->stop = std::move(context->stop);
    return false;
  }
  return true;
}

Partial* RangeFrame::Target(Partial* partial) {
  if (!backlog.empty()) {
    if (backlog.first_piece() == nullptr)
      block_end = std::min(block_end, position + backlog.first_count() / abi::kFoldedPerElement);
    return backlog.Next(block_end - position);
  }
  const int64_t room = mapping ? std::min(end - position, kWindowMax) : block_end - position;
  return call->site->bounded == 0 || partial->ReserveOut(room) ? partial : nullptr;
}

bool RangeFrame::CatchUp(abi::Context* context, Partial* partial, int64_t least, int64_t most) {
  while (!backlog.empty()) {
    RangePiece* piece = backlog.first_piece();
    const bool enough = piece != nullptr ? !piece->finished() : backlog.first_count() >= least;
    if (enough && most != 0 && backlog.Count() <= most) return true;
    if (piece == nullptr) {
      backlog.FoldFirst(partial);
      continue;
    }
    Await(context, *piece);
    clock_is_read = false;
    if (piece->partial->end != Partial::End::kComplete) {
      partial->Append(*piece->partial);
      return false;
    }
    backlog.KeepFirstPiece();
    if (position < end) ReplenishWindows(context, this);
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
  clock_is_read = false;
  std::unique_ptr<RangePiece> piece = std::move(pieces.front());
  pieces.erase(pieces.begin());
  Scheduler* scheduler = context->job->scheduler();
  if (scheduler->TakeBack(piece.get())) {
    limit = next_piece_lo();
    return true;
  }
  if (keeps_backlog()) {
    position = block_end = piece->hi;
    limit = next_piece_lo();
    backlog.Add(std::move(piece));
    return true;
  }
  block_end = limit = piece->hi;  // while this thread waits, it may give away what follows
  Await(context, *piece);
  position = piece->hi;
  limit = next_piece_lo();
  partial->Append(*piece->partial);
  return partial->end == Partial::End::kComplete;
}

// The fold has ended before these indices: nobody needs them.
void RangeFrame::AbandonPieces(abi::Context* context) {
  Scheduler* scheduler = context->job->scheduler();
  std::vector<std::unique_ptr<RangePiece>> begun = backlog.TakePieces();
  std::move(begun.begin(), begun.end(), std::back_inserter(pieces));
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

RangePiece::RangePiece(const FoldCall* call, int64_t lo, int64_t hi)
    : RangePiece(call, lo, hi,
                 std::make_unique<Partial>(call->site, IsOrdered(call->site->kind), call->compensated)) {}

void RangePiece::Run(abi::Context* context) { RunPart(context, *call_, lo, hi, partial.get()); }

bool RangePiece::SetOutcome(PieceOutcome outcome) {
  auto* part = std::get_if<PartOutcome>(&outcome);
  return part != nullptr && partial->SetOutcome(std::move(*part));
}

void RangePiece::SetStopped(std::unique_ptr<Stop> stop) {
  partial->end = Partial::End::kStopped;
  partial->stop = std::move(stop);
}

void RunPart(abi::Context* context, const FoldCall& call, int64_t lo, int64_t hi, Partial* partial) {
  RangeFrame frame(&call, lo, hi, IsOrdered(call.site->kind));
  frame.Run(context, partial);
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
    case Partial::End::kNoMemory: break;
    case Partial::End::kUnexpected:
      return context->job->owner()->FoldGenerically(context, site, environment, &start_slot, result);
  }
  FORA_CHECK(false);
}

void fora_forget(fora::abi::Context* context) {
  context->boxed = fora::Value();
  context->stop.reset();
}

// Bodies whose indices may yield several elements come here when their room is used up.
// The room belongs to the Partial whose accumulator this is; accumulator is its first member to grow.
uint32_t fora_fold_grow(fora::abi::Accumulator* accumulator) {
  return fora::tasks::Partial::Grow(accumulator) ? 1 : 0;
}

}  // extern "C"
