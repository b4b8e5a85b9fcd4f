#include "runtime/memory/memory.h"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <mutex>
#include <new>
#include <utility>

namespace fora::memory {

constinit thread_local Tally tally;

namespace {

// The share of the limit that lies beyond it, for those who are not to blame and for handlers of MemoryError.
constexpr int64_t kReserveShare = 16;

constinit std::atomic<int64_t> in_use{0};
constinit std::atomic<int64_t> limit{kAddressable};
// Guards the list of accounts. Taken inside operator new: whoever holds it makes no block.
constinit std::mutex accounts_mutex;
constinit Account* accounts = nullptr;

int64_t Limit() { return limit.load(std::memory_order_relaxed); }
int64_t HardLimit() { return Limit() + Limit() / kReserveShare; }

// When a thread ends, what it has counted stays.
struct FlushAtExit {
  ~FlushAtExit() {
    tally.Flush();
    tally.step = std::numeric_limits<int64_t>::max();
  }
};

// With the allocator's header.
int64_t SizeOf(void* block) { return static_cast<int64_t>(malloc_usable_size(block) + sizeof(size_t)); }

void* New(size_t bytes) {
  void* block = Allocate(bytes != 0 ? bytes : 1);
  if (block == nullptr) std::abort();
  return block;
}

void* NewAligned(size_t bytes, std::align_val_t alignment) {
  void* block = nullptr;
  const size_t least = std::max(static_cast<size_t>(alignment), sizeof(void*));
  if (posix_memalign(&block, least, bytes != 0 ? bytes : 1) != 0) std::abort();
  tally.Count(SizeOf(block));
  return block;
}

}  // namespace

void Tally::Count(int64_t bytes) {
  balance += bytes;
  if (balance > step || -balance > step) Flush();
}

void Tally::Flush() {
  if (step < 0) {
    step = kStepBytes;
    thread_local FlushAtExit flush_at_exit;
    (void)flush_at_exit;
  }
  const int64_t added = std::exchange(balance, 0);
  const int64_t total = in_use.fetch_add(added, std::memory_order_relaxed) + added;
  if (account != nullptr) account->bytes_.fetch_add(added, std::memory_order_relaxed);
  if (added <= 0 || total <= Limit()) return;
  std::lock_guard lock(accounts_mutex);
  Account* largest = nullptr;
  for (Account* a = accounts; a != nullptr; a = a->next_) {
    if (largest == nullptr ||
        a->bytes_.load(std::memory_order_relaxed) > largest->bytes_.load(std::memory_order_relaxed)) {
      largest = a;
    }
  }
  if (largest != nullptr) largest->exhausted_.store(true, std::memory_order_relaxed);
  if (account != nullptr && total > HardLimit()) account->exhausted_.store(true, std::memory_order_relaxed);
  if (Exhausted() && poll != nullptr) poll->store(1, std::memory_order_relaxed);
}

void* Allocate(size_t bytes) {
  void* block = std::malloc(bytes);
  if (block != nullptr) tally.Count(SizeOf(block));
  return block;
}

void* Reallocate(void* block, size_t bytes) {
  const int64_t before = block == nullptr ? 0 : SizeOf(block);
  void* moved = std::realloc(block, bytes);
  if (moved != nullptr) tally.Count(SizeOf(moved) - before);
  return moved;
}

void Free(void* block) {
  if (block == nullptr) return;
  tally.Count(-SizeOf(block));
  std::free(block);
}

void SetLimit(int64_t bytes) { limit.store(bytes, std::memory_order_relaxed); }

int64_t InUse() { return in_use.load(std::memory_order_relaxed) + tally.balance; }

Account::Account() {
  std::lock_guard lock(accounts_mutex);
  next_ = std::exchange(accounts, this);
}

Account::~Account() {
  std::lock_guard lock(accounts_mutex);
  Account** link = &accounts;
  while (*link != this) link = &(*link)->next_;
  *link = next_;
}

Charge::Charge(Account* account, std::atomic<uint32_t>* poll)
    : outer_(tally.account), outer_poll_(tally.poll) {
  tally.Flush();
  tally.account = account;
  tally.poll = poll;
}

Charge::~Charge() {
  tally.Flush();
  tally.account = outer_;
  tally.poll = outer_poll_;
}

bool MustStop() {
  if (!Exhausted()) return false;
  const int64_t total = InUse();
  if (total > HardLimit()) return true;
  tally.account->exhausted_.store(false, std::memory_order_relaxed);
  return total > Limit();
}

bool Admit(int64_t bytes) {
  if (bytes < kStepBytes) return true;
  return bytes <= Limit() && InUse() <= Limit() - bytes;
}

}  // namespace fora::memory

// All of C++'s own blocks.
// NOLINTBEGIN(misc-new-delete-overloads)
void* operator new(size_t bytes) { return fora::memory::New(bytes); }
void* operator new[](size_t bytes) { return fora::memory::New(bytes); }
void* operator new(size_t bytes, const std::nothrow_t&) noexcept { return fora::memory::Allocate(bytes | 1); }
void* operator new[](size_t bytes, const std::nothrow_t&) noexcept {
  return fora::memory::Allocate(bytes | 1);
}
void* operator new(size_t bytes, std::align_val_t alignment) {
  return fora::memory::NewAligned(bytes, alignment);
}
void* operator new[](size_t bytes, std::align_val_t alignment) {
  return fora::memory::NewAligned(bytes, alignment);
}
void operator delete(void* block) noexcept { fora::memory::Free(block); }
void operator delete[](void* block) noexcept { fora::memory::Free(block); }
void operator delete(void* block, size_t) noexcept { fora::memory::Free(block); }
void operator delete[](void* block, size_t) noexcept { fora::memory::Free(block); }
void operator delete(void* block, std::align_val_t) noexcept { fora::memory::Free(block); }
void operator delete[](void* block, std::align_val_t) noexcept { fora::memory::Free(block); }
void operator delete(void* block, size_t, std::align_val_t) noexcept { fora::memory::Free(block); }
void operator delete[](void* block, size_t, std::align_val_t) noexcept { fora::memory::Free(block); }
// NOLINTEND(misc-new-delete-overloads)
