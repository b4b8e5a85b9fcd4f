// Job: what the threads that work on one computation share.
//
// Thread safety: Cancel, cancelled, Entered, Left, Helped, KeepHere and StaysHere may be called from any
// thread; the rest is set before the job runs.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <set>

#include "runtime/abi/abi.h"
#include "runtime/memory/memory.h"

namespace fora::tasks {
class Scheduler;
}

namespace fora::abi {

// What the runtime asks of whoever owns the code: to finish in the interpreter what compiled code could not.
class CodeOwner {
 public:
  virtual ~CodeOwner() = default;
  // Runs a whole fold generically, as the interpreter would, because an element was not of the expected type.
  // environment is borrowed. The result goes to `result` if it fits the fold's kind, else to Context::boxed.
  virtual Status FoldGenerically(Context* context, const FoldSite* site, const uint64_t* environment,
                                 const uint64_t* start, uint64_t* result) = 0;
  // The MemoryError of a job that holds too much.
  virtual std::unique_ptr<Stop> OutOfMemory() = 0;
  // Takes a second reference to everything that the arguments of a fork refer to.
  virtual void RetainArguments(const ForkSite* site, const uint64_t* arguments) = 0;
  // Takes a value that a peer's run of a fork returned apart into the slots of its result. False if it is not
  // of their type: then the value stays as it is.
  virtual bool UnboxResult(const ForkSite* site, Value& value, uint64_t* slots) = 0;
  // Whether two results of a fork are the same to the bit.
  virtual bool SameResult(const ForkSite* site, const uint64_t* a, const uint64_t* b) = 0;
};

// A job whose pieces may be run by peers.
struct Portable {
  const void* program = nullptr;  // what its program is to whoever takes them there; null: they stay here
  std::chrono::steady_clock::time_point from{};  // before that they are not worth the journey
};

class Job {
 public:
  // compensated_sums: `sum` of floats as CPython >= 3.12 adds them, otherwise a plain left fold.
  Job(tasks::Scheduler* scheduler, CodeOwner* owner, bool compensated_sums)
      : scheduler_(scheduler), owner_(owner), compensated_sums_(compensated_sums) {}
  virtual ~Job() = default;

  tasks::Scheduler* scheduler() const { return scheduler_; }
  CodeOwner* owner() const { return owner_; }
  memory::Account* memory() { return &memory_; }
  bool compensated_sums() const { return compensated_sums_; }
  bool cancelled() const { return cancelled_.load(std::memory_order_acquire); }
  const std::atomic<bool>* cancelled_flag() const { return &cancelled_; }
  // How many threads have worked on it at once, at most; `cores`, if given, is kept up to date with it.
  void Entered() { Count(working_.fetch_add(1, std::memory_order_relaxed) + 1); }
  void Left() { working_.fetch_sub(1, std::memory_order_relaxed); }
  // A peer has run a piece with that many threads, beside those here.
  void Helped(uint32_t threads) { Count(working_.load(std::memory_order_relaxed) + threads); }
  void ReportCores(std::atomic<uint32_t>* cores) { cores_ = cores; }

  void Cancel();  // the job's threads stop at their next poll

  // What the job's program is to whoever takes pieces to peers; null: its pieces stay here.
  const void* portable_as() const { return portable_.program; }
  void set_portable(const Portable& portable) { portable_ = portable; }
  // Whether its pieces may go to peers by now.
  bool Travels() const {
    if (portable_.program == nullptr) return false;
    return portable_.from == std::chrono::steady_clock::time_point() ||
           std::chrono::steady_clock::now() >= portable_.from;
  }
  // Pieces of this fold or fork can't be run elsewhere: a value has no form outside of the run, something
  // raises, ...
  void KeepHere(const void* site) {
    std::lock_guard lock(mutex_);
    stay_here_.insert(site);
  }
  bool StaysHere(const void* site) {
    std::lock_guard lock(mutex_);
    return stay_here_.contains(site);
  }

 private:
  void Count(uint32_t now) {
    if (cores_ == nullptr) return;
    uint32_t most = cores_->load(std::memory_order_relaxed);
    while (most < now && !cores_->compare_exchange_weak(most, now, std::memory_order_relaxed)) {
    }
  }

  tasks::Scheduler* const scheduler_;
  CodeOwner* const owner_;
  const bool compensated_sums_;
  memory::Account memory_;
  std::atomic<bool> cancelled_{false};
  std::atomic<uint32_t> working_{0};
  std::atomic<uint32_t>* cores_ = nullptr;
  Portable portable_;
  std::mutex mutex_;
  std::set<const void*> stay_here_;  // guarded by mutex_
};

}  // namespace fora::abi
