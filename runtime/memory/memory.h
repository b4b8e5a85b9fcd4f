// The memory that this process gives to blocks, counted, and its limit.
//
// Counted are all blocks of operator new, and those of Allocate and Reallocate. Every thread counts on its
// own and adds its count to the process's, and to that of the account it works for, in steps of kStepBytes: a
// count is exact up to a step a thread.
//
// Nothing here fails an allocation. Whoever is about to make a block whose size depends on the program asks
// Admit first. Small blocks are made in any case; when they have brought the process over its limit, the
// account that holds the most becomes exhausted, and its threads ask MustStop wherever they could raise
// MemoryError. Beyond the limit lies a reserve, in which the others go on meanwhile.
//
// Thread safety: every function may be called from any thread; Exhausted, MustStop and Admit speak of the
// account that the calling thread works for. Cost: counting is an addition to a thread's own variable.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace fora::memory {

// As malloc, realloc and free.
void* Allocate(size_t bytes);
void* Reallocate(void* block, size_t bytes);
void Free(void* block);

inline constexpr int64_t kStepBytes = int64_t{256} << 10;

// What addresses can reach: the limit until another is set.
inline constexpr int64_t kAddressable = int64_t{1} << 47;

// Of the process. REQUIRES: 0 < bytes <= kAddressable.
void SetLimit(int64_t bytes);
// What the process holds in blocks.
int64_t InUse();

// What one job holds.
class Account {
 public:
  Account();
  ~Account();  // REQUIRES: no thread works for it
  Account(const Account&) = delete;
  Account& operator=(const Account&) = delete;

 private:
  friend class Charge;
  friend struct Tally;
  friend bool MustStop();
  friend bool Exhausted();
  std::atomic<int64_t> bytes_{0};
  std::atomic<bool> exhausted_{false};
  Account* next_ = nullptr;  // of all accounts
};

// While it lives, the thread works for the account. poll (may be null) is set to 1 when the thread finds the
// account exhausted.
class Charge {
 public:
  Charge(Account* account, std::atomic<uint32_t>* poll);
  ~Charge();
  Charge(const Charge&) = delete;
  Charge& operator=(const Charge&) = delete;

 private:
  Account* const outer_;
  std::atomic<uint32_t>* const outer_poll_;
};

// Whether the account holds too much, as far as is known. Cheap.
bool Exhausted();
// Whether to raise MemoryError now. Having said so, it gives whoever handles the exception some room before
// it says so again, unless the reserve is used up too.
bool MustStop();
// Whether a block of so many bytes may be made now. Small ones always may.
bool Admit(int64_t bytes);

// A thread's own count: for Exhausted, which is asked at every operator.
struct Tally {
  int64_t balance = 0;
  int64_t step = -1;  // when to add the balance to the process's; -1: the thread has not counted yet
  Account* account = nullptr;
  std::atomic<uint32_t>* poll = nullptr;
  void Count(int64_t bytes);
  void Flush();
};
extern constinit thread_local Tally tally;

inline bool Exhausted() {
  return tally.account != nullptr && tally.account->exhausted_.load(std::memory_order_relaxed);
}

}  // namespace fora::memory
