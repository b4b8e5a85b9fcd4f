#include "runtime/tasks/scheduler.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>

#include "runtime/base/check.h"
#include "runtime/memory/memory.h"
#include "runtime/tasks/piece.h"

namespace fora::tasks {
namespace {

// How long a hungry thread waits for an answer before it asks the next one.
constexpr auto kPatience = std::chrono::microseconds(100);
constexpr auto kPatienceMax = std::chrono::milliseconds(5);
// The same for a peer, to whom the way is longer.
constexpr auto kPeerPatience = std::chrono::milliseconds(1);

thread_local char* stack_limit = nullptr;  // of scheduler threads; null elsewhere

struct ThreadStart {
  std::function<void()> main;
};

void* StartThread(void* argument) {
  std::unique_ptr<ThreadStart> start(static_cast<ThreadStart*>(argument));
  start->main();
  return nullptr;
}

// The root of a computation: a task that somebody outside of the scheduler waits for.
class RootTask : public Task {
 public:
  explicit RootTask(const std::function<void(abi::Context*)>& body) : body_(body) {}
  void Run(abi::Context* context) override { body_(context); }

 private:
  const std::function<void(abi::Context*)>& body_;
};

}  // namespace

char* StackLimitOfThisThread() { return stack_limit; }

// While it lives, others may set the context's poll word.
class Scheduler::ContextScope {
 public:
  ContextScope(Scheduler* scheduler, const Task* task)
      : scheduler_(scheduler), charge_(task->job->memory(), &context_.poll) {
    context_.job = task->job;
    context_.compensated_sums = task->job->compensated_sums() ? 1 : 0;
    context_.stack_limit = stack_limit;
    context_.abandonment = &task->abandonment;
    if (scheduler->options_.chaos || task->unwanted()) context_.poll.store(1, std::memory_order_relaxed);
    context_.job->Entered();
    std::lock_guard lock(scheduler_->mutex_);
    scheduler_->running_.push_back(&context_);
    // Those who found nobody to ask sleep until there is someone.
    if (scheduler_->running_.size() == 1) scheduler_->NotifyAll();
  }
  ~ContextScope() {
    FORA_CHECK(context_.latent == nullptr);
    context_.job->Left();
    std::lock_guard lock(scheduler_->mutex_);
    std::erase(scheduler_->running_, &context_);
  }
  abi::Context* context() { return &context_; }

 private:
  Scheduler* const scheduler_;
  abi::Context context_;
  const memory::Charge charge_;
};

Scheduler::Scheduler(Options options) : options_(options), chaos_(options.chaos_seed) {
  FORA_CHECK(options_.threads >= 1);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, options_.stack_bytes);
  for (int i = 0; i < options_.threads; ++i) {
    auto start = std::make_unique<ThreadStart>();
    start->main = [this, i] { ThreadMain(i); };
    pthread_t thread;
    FORA_CHECK(pthread_create(&thread, &attributes, StartThread, start.get()) == 0);
    start.release();
    threads_.push_back(thread);
  }
  pthread_attr_destroy(&attributes);
}

Scheduler::~Scheduler() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    NotifyAll();
  }
  for (pthread_t thread : threads_) pthread_join(thread, nullptr);
}

void Scheduler::ThreadMain(int index) {
  (void)index;
  char here;
  stack_limit = &here - options_.stack_bytes + options_.stack_reserve_bytes;
  while (Task* task = WaitForWork([] { return false; }, nullptr)) RunTask(task);
}

void Scheduler::RunTask(Task* task) {
  {
    ContextScope scope(this, task);
    task->Run(scope.context());
  }
  Finish(task);
}

void Scheduler::Finish(Task* task) {
  std::lock_guard lock(mutex_);
  std::condition_variable& ended = task->ended_ != nullptr ? *task->ended_ : changed_;
  // After this store the owner may free the task.
  task->state_.store(Task::kFinished, std::memory_order_release);
  ended.notify_all();
}

void Scheduler::RunRoot(abi::Job* job, const std::function<void(abi::Context*)>& body) {
  RootTask root(body);
  std::condition_variable ended;
  root.job = job;
  root.ended_ = &ended;
  Offer(&root);
  std::unique_lock lock(mutex_);
  ended.wait(lock, [&] { return root.state_.load(std::memory_order_acquire) == Task::kFinished; });
}

void Scheduler::Offer(Task* task) {
  std::lock_guard lock(mutex_);
  if (task->for_peer.load() != nullptr) {
    peer_pieces_ready_.fetch_add(1, std::memory_order_relaxed);
    for_peers_.notify_all();
  }
  if (options_.chaos && !ready_.empty() && Draw(2) == 0) {
    ready_.push_front(task);
  } else {
    ready_.push_back(task);
  }
  changed_.notify_all();
}

bool Scheduler::TakeBack(Task* task) {
  std::lock_guard lock(mutex_);
  const auto found = std::find(ready_.begin(), ready_.end(), task);
  if (found == ready_.end()) return false;
  Take(found);
  return true;
}

Piece* Scheduler::TakeForPeer(std::chrono::nanoseconds work, std::chrono::nanoseconds wait) {
  const auto deadline = std::chrono::steady_clock::now() + wait;
  peer_work_ns_.store(work.count(), std::memory_order_relaxed);
  std::unique_lock lock(mutex_);
  const uint64_t nudges = nudges_;
  std::chrono::nanoseconds patience = kPeerPatience;
  peers_hungry_.fetch_add(1, std::memory_order_relaxed);
  Piece* piece = nullptr;
  for (;;) {
    const auto found = std::find_if(ready_.begin(), ready_.end(),
                                    [](const Task* task) { return task->for_peer.load() != nullptr; });
    if (found != ready_.end()) {
      piece = Take(found)->for_peer;
      break;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now >= deadline || nudges != nudges_ || stopping_) break;
    std::chrono::nanoseconds rest = deadline - now;
    if (!running_.empty()) {
      AskForPeer();
      rest = std::min(rest, patience);
      patience = std::min<std::chrono::nanoseconds>(patience * 2, kPatienceMax);
    }
    for_peers_.wait_for(lock, rest);
  }
  peers_hungry_.fetch_sub(1, std::memory_order_relaxed);
  return piece;
}

void Scheduler::GiveBack(Task* task) {
  std::lock_guard lock(mutex_);
  task->for_peer = nullptr;
  task->state_.store(Task::kReady, std::memory_order_relaxed);
  ready_.push_front(task);
  changed_.notify_all();
}

void Scheduler::AskForPeer() {
  for (size_t i = 0; i < running_.size(); ++i) {
    next_victim_ = (next_victim_ + 1) % running_.size();
    if (!running_[next_victim_]->job->Travels()) continue;
    running_[next_victim_]->poll.store(1, std::memory_order_release);
    return;
  }
}

void Scheduler::AskSomeone() {
  if (running_.empty()) return;
  next_victim_ = (next_victim_ + 1) % running_.size();
  running_[next_victim_]->poll.store(1, std::memory_order_release);
}

Task* Scheduler::TakeFirst() {
  const bool peers_wait = peers_hungry_.load(std::memory_order_relaxed) > 0;
  const auto first = std::find_if(ready_.begin(), ready_.end(), [&](const Task* task) {
    return !peers_wait || task->for_peer.load() == nullptr;
  });
  return first == ready_.end() ? nullptr : Take(first);
}

Task* Scheduler::Take(std::deque<Task*>::iterator ready) {
  Task* task = *ready;
  ready_.erase(ready);
  if (task->for_peer.load() != nullptr) peer_pieces_ready_.fetch_sub(1, std::memory_order_relaxed);
  task->state_.store(Task::kRunning, std::memory_order_relaxed);
  return task;
}

bool Scheduler::PeersHungryFor(const abi::Context* context) const {
  return peers_hungry_.load(std::memory_order_relaxed) > peer_pieces_ready_.load(std::memory_order_relaxed) &&
         context->job->Travels();
}

Task* Scheduler::WaitForWork(const std::function<bool()>& done, abi::Context* waiting) {
  std::unique_lock lock(mutex_);
  auto patience = std::chrono::duration_cast<std::chrono::microseconds>(kPatience);
  bool counted = false;
  Task* task = nullptr;
  for (;;) {
    if (done()) break;
    task = TakeFirst();
    if (task != nullptr) break;
    if (stopping_ && waiting == nullptr) break;
    if (!counted) {
      counted = true;
      hungry_.fetch_add(1, std::memory_order_relaxed);
    }
    // The waiting thread's own outer frames are work too, and nobody else can promote them.
    if (waiting != nullptr && waiting->latent != nullptr) {
      lock.unlock();
      if (PeersHungryFor(waiting)) PromoteForPeer(waiting);
      const bool promoted = PromoteOutermost(waiting);
      lock.lock();
      if (promoted) continue;
    }
    if (running_.empty()) {
      changed_.wait(lock);
    } else {
      AskSomeone();
      changed_.wait_for(lock, patience);
      patience = std::min<std::chrono::microseconds>(patience * 2, kPatienceMax);
    }
  }
  if (counted) hungry_.fetch_sub(1, std::memory_order_relaxed);
  return task;
}

// The thread counts as one, though it has begun two tasks.
void Scheduler::RunInstead(Task* task, const abi::Context* waiting) {
  waiting->job->Left();
  RunTask(task);
  waiting->job->Entered();
}

void Scheduler::LeaveWork(abi::Context* context) {
  for (int others = options_.threads - 1; others > 0; --others) {
    {
      std::lock_guard lock(mutex_);
      if (!ready_.empty()) return;
    }
    if (!PromoteOutermost(context)) return;
  }
}

void Scheduler::Join(Task* task, abi::Context* context) {
  auto finished = [&] { return task->state_.load(std::memory_order_acquire) == Task::kFinished; };
  while (!finished()) {
    char here;
    const bool room =
        stack_limit == nullptr || &here - stack_limit > static_cast<ptrdiff_t>(options_.stack_bytes / 2);
    if (room) {
      if (Task* other = WaitForWork(finished, context)) {
        LeaveWork(context);
        RunInstead(other, context);
      }
    } else {
      // Too deep in the stack for other work, but not for this task: it would have been run here.
      std::unique_lock lock(mutex_);
      changed_.wait(
          lock, [&] { return finished() || task->state_.load(std::memory_order_relaxed) == Task::kReady; });
      if (finished()) break;
      Take(std::find(ready_.begin(), ready_.end(), task));
      lock.unlock();
      RunInstead(task, context);
    }
  }
}

abi::Status Scheduler::Poll(abi::Context* context) {
  context->poll.store(options_.chaos ? 1 : 0, std::memory_order_relaxed);
  if (context->job->cancelled() || (context->abandonment != nullptr && context->abandonment->IsAbandoned())) {
    context->poll.store(1, std::memory_order_relaxed);
    context->stop = Cancelled();
    return abi::Status::kStopped;
  }
  if (memory::Exhausted() && memory::MustStop()) {
    context->stop = context->job->owner()->OutOfMemory();
    return abi::Status::kStopped;
  }
  if (hungry() || (options_.chaos && Draw(2) == 0)) {
    PromoteOutermost(context);
  } else if (PeersHungryFor(context)) {
    PromoteForPeer(context);
  }
  return abi::Status::kOk;
}

void Scheduler::Abandon(Task* task) {
  task->abandonment.abandoned.store(true, std::memory_order_release);
  Nudge();
}

void Scheduler::Nudge() {
  std::lock_guard lock(mutex_);
  ++nudges_;
  for (abi::Context* context : running_) context->poll.store(1, std::memory_order_release);
  NotifyAll();
}

void Scheduler::NotifyAll() {
  changed_.notify_all();
  for_peers_.notify_all();
}

bool Scheduler::BeginTwin() {
  return options_.chaos && Draw(2) == 0 && !twin_runs_.exchange(true, std::memory_order_acquire);
}

uint64_t Scheduler::Draw(uint64_t n) {
  std::lock_guard lock(chaos_mutex_);
  return chaos_() % n;
}

namespace {

// Outermost first: walks to the root of the chain and comes back inwards until something could be given away.
template <typename Promote>
bool PromoteFirst(abi::Context* context, const Promote& promote) {
  abi::Latent* done = nullptr;
  while (done != context->latent) {
    abi::Latent* outermost = context->latent;
    while (outermost->parent != done) outermost = outermost->parent;
    if (promote(outermost)) return true;
    done = outermost;
  }
  return false;
}

}  // namespace

bool PromoteOutermost(abi::Context* context) {
  return PromoteFirst(context, [&](abi::Latent* latent) {
    return latent->kind == abi::Latent::Kind::kRange
               ? PromoteRange(context, latent)
               : PromoteFork(context, reinterpret_cast<abi::ForkRecord*>(latent));
  });
}

bool PromoteForPeer(abi::Context* context) {
  const bool range_given = PromoteFirst(context, [&](abi::Latent* latent) {
    return latent->kind == abi::Latent::Kind::kRange && PromoteRangeForPeer(context, latent);
  });
  return range_given || PromoteForkForPeer(context);
}

}  // namespace fora::tasks

namespace fora::abi {

void Job::Cancel() {
  cancelled_.store(true, std::memory_order_release);
  scheduler_->Nudge();
}

}  // namespace fora::abi
