// Scheduler: the threads of one worker. Work is latent until someone is hungry.
//
// Code runs sequentially and leaves a chain of Latent frames in its native stack (abi.h). An idle thread asks
// a running one by setting its poll word; at its next poll the owner gives away its outermost fork or the
// upper part of its outermost range. Only the owner touches its chain, so the chain needs no fence; a
// saturated system never splits.
//
// A thread that waits for a piece it gave away runs other pieces meanwhile, its own outer ones first.
//
// Peers are hungry too, but a piece for a peer has to be worth the journey: it is an amount of work, by how
// long the indices before it or the call beside it took, and given only where every thread here has something
// to do. Whoever speaks for the peers takes it with TakeForPeer, and either Finishes it or gives it back to
// be run here.
//
// Thread safety: every method may be called from any thread.
// Invariant: a Task is run exactly once, unless its owner took it back before anyone began.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include "runtime/abi/abi.h"
#include "runtime/tasks/job.h"

namespace fora::tasks {

class Piece;

// A piece of work that was given away. Its owner keeps it alive until it is finished and joined.
class Task {
 public:
  virtual ~Task() = default;
  virtual void Run(abi::Context* context) = 0;
  bool unwanted() const { return job->cancelled() || abandonment.IsAbandoned(); }
  // As of some moment ago.
  bool begun() const { return state_.load(std::memory_order_relaxed) != kReady; }
  bool finished() const { return state_.load(std::memory_order_relaxed) == kFinished; }
  abi::Job* job = nullptr;
  abi::Abandonment abandonment;  // parent: that of the context that gave the task away
  // Itself, if it was cut for a peer and may still go there. Set before it is offered, later by the scheduler
  // only.
  std::atomic<Piece*> for_peer{nullptr};

 private:
  friend class Scheduler;
  enum State : uint32_t { kReady, kRunning, kFinished };
  std::atomic<uint32_t> state_{kReady};
  std::condition_variable* ended_ = nullptr;  // of who waits outside of the scheduler
};

// Chaos: promote at every poll, in blocks of one index, in an order drawn from a seed; some of what was given
// away is run by its owner as well, and either outcome is taken; compiled code leaves to the interpreter
// where it need not. The results must not change.
struct Options {
  int threads = 1;
  bool chaos = false;
  uint64_t chaos_seed = 0;
  size_t stack_bytes = size_t{256} << 20;
  // The share of it that a computation may use before it is stopped with RecursionError.
  size_t stack_reserve_bytes = size_t{1} << 20;
  // Less work than this, on one thread, is not given to a peer. 0: all work is worth it, however far the way.
  std::chrono::nanoseconds peer_grain = std::chrono::milliseconds(5);
};

class Scheduler {
 public:
  explicit Scheduler(Options options);
  ~Scheduler();  // waits for running tasks
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  const Options& options() const { return options_; }

  // Runs `root` on one of the threads with a Context of its own, and waits for it.
  // REQUIRES: not called from one of the scheduler's threads.
  void RunRoot(abi::Job* job, const std::function<void(abi::Context*)>& root);

  // Called by running code.
  abi::Status Poll(abi::Context* context);  // fora_poll
  bool hungry() const { return hungry_.load(std::memory_order_relaxed) > 0; }
  // Puts a promoted task up for anyone to run.
  void Offer(Task* task);
  // Takes the task back if nobody began it: true, and the caller owns the work again.
  bool TakeBack(Task* task);
  // The task's result is not needed: if it runs, it stops at its next poll.
  void Abandon(Task* task);
  // Returns when the task is finished, running other work meanwhile.
  void Join(Task* task, abi::Context* context);
  // Asks every running context to poll (cancellation).
  void Nudge();
  // A random number in [0, n), for chaos.
  uint64_t Draw(uint64_t n);
  // In chaos, whether the caller should run as its own what another thread runs already. At most one does at
  // a time, so that work doubles but does not multiply; who was told so says when it has ended.
  bool BeginTwin();
  void EndTwin() { twin_runs_.store(false, std::memory_order_release); }

  // ---- Peers ----

  // A piece of about `work` (on one thread), of a job that may travel; null if none came up within `wait`, or
  // after a Nudge. It is the caller's until Finish or GiveBack.
  Piece* TakeForPeer(std::chrono::nanoseconds work, std::chrono::nanoseconds wait);
  // The task was run elsewhere: its owner may go on, and free it.
  void Finish(Task* task);
  // It was not: someone here runs it.
  void GiveBack(Task* task);
  // What was last asked for.
  std::chrono::nanoseconds peer_work() const {
    return std::chrono::nanoseconds(peer_work_ns_.load(std::memory_order_relaxed));
  }

 private:
  class ContextScope;  // registers a Context while it runs
  void ThreadMain(int index);
  void RunTask(Task* task);
  void NotifyAll();
  bool PeersHungryFor(const abi::Context* context) const;
  // Waits until there may be work; false when shutting down. `done` ends the wait as well.
  Task* WaitForWork(const std::function<bool()>& done, abi::Context* waiting);
  // Puts up what others may want of this chain while its thread runs something else, and can't be asked.
  void LeaveWork(abi::Context* context);
  void RunInstead(Task* task, const abi::Context* waiting);
  void AskSomeone();
  void AskForPeer();
  // The first task that is ready and not for a peer who waits for one; null: none. REQUIRES (both): mutex_ is
  // held.
  Task* TakeFirst();
  Task* Take(std::deque<Task*>::iterator ready);

  const Options options_;
  std::mutex mutex_;
  std::condition_variable changed_;    // what threads here wait for: tasks that are ready or finished
  std::condition_variable for_peers_;  // what TakeForPeer waits for
  std::deque<Task*> ready_;
  std::vector<abi::Context*> running_;  // contexts that will poll
  size_t next_victim_ = 0;
  std::atomic<int> hungry_{0};
  std::atomic<int> peers_hungry_{0};       // that wait in TakeForPeer
  std::atomic<int> peer_pieces_ready_{0};  // in ready_
  std::atomic<int64_t> peer_work_ns_{0};
  uint64_t nudges_ = 0;
  bool stopping_ = false;
  std::mutex chaos_mutex_;
  std::mt19937_64 chaos_;
  std::atomic<bool> twin_runs_{false};
  std::vector<pthread_t> threads_;
};

// Gives away the outermost piece of work of this chain, if there is one. Called by the owner only.
// Implemented by fork.cc and fold.cc for the two kinds of Latent.
bool PromoteOutermost(abi::Context* context);
bool PromoteFork(abi::Context* context, abi::ForkRecord* record);
bool PromoteRange(abi::Context* context, abi::Latent* frame);
// The same for a peer, if there is a piece that is worth it: of the outermost fold that has one, else a call.
bool PromoteForPeer(abi::Context* context);
bool PromoteRangeForPeer(abi::Context* context, abi::Latent* frame);
bool PromoteForkForPeer(abi::Context* context);

// The lowest address that code on this thread may use; set when a scheduler thread starts.
char* StackLimitOfThisThread();

}  // namespace fora::tasks
