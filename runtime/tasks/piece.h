// Piece: work that was given away and that a peer may run as well as a thread of this machine: indices of a
// fold, or a call that a fork left for later.
//
// Thread safety: none. It belongs to its owner until it is offered, then to whoever runs it (the scheduler's
// Finish and GiveBack end that), and to its owner again when it is finished.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "runtime/abi/abi.h"
#include "runtime/tasks/partial.h"
#include "runtime/tasks/portable.h"
#include "runtime/tasks/scheduler.h"

namespace fora::tasks {

class Piece : public Task {
 public:
  enum class Kind : uint8_t { kRange, kCall };
  explicit Piece(Kind kind) : kind(kind) {}

  // The place in the code that it comes from: pieces of one site have the same form.
  virtual const void* site() const = 0;
  // It becomes what a peer made of it. False if that can't be: this is the outcome of something else.
  virtual bool SetOutcome(PieceOutcome outcome) = 0;
  virtual void SetStopped(std::unique_ptr<Stop> stop) = 0;

  const Kind kind;
};

// What is the same for all parts of a fold. The environment is borrowed.
struct FoldCall {
  const abi::FoldSite* site;
  const uint64_t* environment;
  bool compensated;
};

// Indices [lo, hi) of a fold.
class RangePiece : public Piece {
 public:
  // call outlives the piece.
  RangePiece(const FoldCall* call, int64_t lo, int64_t hi);
  RangePiece(const FoldCall* call, int64_t lo, int64_t hi, std::unique_ptr<Partial> part)
      : Piece(Kind::kRange), lo(lo), hi(hi), call_(call), partial(std::move(part)) {}
  void Run(abi::Context* context) override;
  const void* site() const override { return call_->site; }
  bool SetOutcome(PieceOutcome outcome) override;
  void SetStopped(std::unique_ptr<Stop> stop) override;

  const FoldCall& call() const { return *call_; }
  const int64_t lo, hi;

 private:
  const FoldCall* const call_;

 public:
  std::unique_ptr<Partial> partial;
};

// A call that a fork left. It keeps references to its arguments while it runs elsewhere, because its owner
// may still leave to the interpreter before the join, which then makes the call itself, with the same
// arguments. So the call finds them shared; if it would have to change one in place, it stops, and the owner
// runs it again at the join, when it is their only holder.
class CallPiece : public Piece {
 public:
  explicit CallPiece(const abi::ForkRecord& record);
  void Run(abi::Context* context) override { outcome_ = RunCopy(context); }
  const void* site() const override { return site_; }
  bool SetOutcome(PieceOutcome outcome) override;
  void SetStopped(std::unique_ptr<Stop> stop) override;

  const abi::ForkSite& call() const { return *site_; }
  const uint64_t* arguments() const { return arguments_.data(); }

  // On the joining thread; all of these use the arguments up.
  void RunHere(abi::Context* context) { outcome_ = Call(context); }
  void Await(abi::Context* context);
  void Drop() {  // nobody needs the outcome
    Release(outcome_);
    ReleaseArguments();
  }
  void ReleaseArguments() {
    if (site_->release_arguments != nullptr) site_->release_arguments(arguments_.data());
  }
  // Moves the outcome to the thread that joins.
  abi::Status Deliver(abi::Context* context, uint64_t* result);

 private:
  // What a call came to.
  struct Outcome {
    abi::Status status = abi::Status::kOk;
    std::vector<uint64_t> slots;  // of the result, if kOk
    std::unique_ptr<Stop> stop;
    Value boxed;
  };

  Outcome Call(abi::Context* context);
  Outcome RunCopy(abi::Context* context);
  void Release(const Outcome& outcome) const;
  bool Same(const Outcome& a, const Outcome& b) const;

  const abi::ForkSite* const site_;
  std::vector<uint64_t> arguments_;
  Outcome outcome_;
};

// Runs indices [lo, hi), giving away parts of them to whoever is hungry. REQUIRES: partial keeps elements if
// IsOrdered.
void RunPart(abi::Context* context, const FoldCall& call, int64_t lo, int64_t hi, Partial* partial);

// Which of the forks of a chain goes to a peer that wants about so much work; none: nobody's. ages: how long
// each has been waiting while the calls before it ran, innermost first.
//
// How long a call will take can't be known. But a fork stands beside a call that is made first, the two do
// the same kind of thing more often than not, and that one has been running since. So a fork that has waited
// for some time is taken for a call of about that time: the innermost of those that have waited for as long
// as the peer wants work, for an outer one is more than is wanted, and its owner might wait for it in vain.
// One that is less work than that costs its owner a journey, at most, which is little beside what it has
// waited.
std::optional<size_t> ChooseFork(std::span<const std::chrono::nanoseconds> ages,
                                 std::chrono::nanoseconds work, std::chrono::nanoseconds grain);

}  // namespace fora::tasks
