// Partial: what a contiguous part of a fold's indices came to, and how adjacent parts join.
//
// Joining is in index order, so the outcome is the one of the sequential loop: the first failure wins, ties
// keep the first element, lists keep their order. Sums of floats, and minima where NaN can occur, depend on
// the order of additions: their right-hand parts keep the elements themselves, which the left part then folds
// one by one. Thread safety: none; a part belongs to whoever runs it until it is joined.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/abi/abi.h"
#include "runtime/num/big_int.h"
#include "runtime/tasks/portable.h"

namespace fora::tasks {

// True if the parts of this kind must be folded in order, element by element.
bool IsOrdered(abi::FoldKind kind);
// Bytes per element that a body writes to Accumulator::out; 0 if it writes none.
int64_t OutWidth(abi::FoldKind kind, bool mapping);

class Partial {
 public:
  enum class End : uint8_t {
    kComplete,    // all indices
    kDecided,     // any/all: the rest does not matter
    kStopped,     // `stop`: an exception, ...
    kNoMemory,    // no room for its elements; whoever runs it makes that kStopped
    kUnexpected,  // an element is not of the expected type: the whole fold has to be run generically
  };

  // What an ordered fold keeps of an element: a float.
  static constexpr int64_t kKeptBytes = 8;

  // mapping: the part keeps elements instead of folding them (only where IsOrdered).
  Partial(const abi::FoldSite* site, bool mapping, bool compensated);
  ~Partial();
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;

  abi::FoldBody body() const;
  // The body that keeps elements in another part and meanwhile folds others into this one; null: there is
  // none.
  abi::FoldBody body_beside() const;
  abi::Accumulator* accumulator() { return &accumulator_; }
  void SetStart(uint64_t slot);  // of a sum; REQUIRES: nothing added yet
  // Room for the next elements. False: the memory that is left does not suffice.
  [[nodiscard]] bool ReserveOut(int64_t elements);
  // Whether so many elements fit without more memory.
  bool HasRoom(int64_t elements) const;
  // The elements that it keeps, as bytes: here, or as it came from another machine.
  std::string_view elements() const {
    return received_.empty() ? std::string_view(out_begin_, static_cast<size_t>(out_bytes())) : received_;
  }
  // How many there are. REQUIRES (as for HasRoom and Clear): the part is of an ordered kind, and keeps them.
  int64_t kept() const { return static_cast<int64_t>(elements().size()) / kKeptBytes; }
  // Drops what it keeps, but not the memory.
  void Clear();
  // More room for the Partial that this accumulator belongs to (fora_fold_grow).
  [[nodiscard]] static bool Grow(abi::Accumulator* accumulator);
  // An element that did not fit its type. False: this kind can't take it, or (`end` is kNoMemory) there is no
  // room for it.
  bool AddBoxed(const Value& element);
  bool decided() const;
  // Folds elements that another part keeps, from the one numbered `first`. REQUIRES: this one folds.
  void FoldKept(const Partial& other, int64_t first, int64_t count);
  // Appends the part of the indices that follow this one's. Takes `next` apart.
  void Append(Partial& next);
  // The part as data, for another machine; takes it apart. REQUIRES: end is kComplete or kDecided, and
  // elements are kept if the kind IsOrdered.
  PartOutcome TakeOutcome();
  // The part becomes what another machine made of its indices. False if that can't be: it is of another kind,
  // or malformed. REQUIRES: nothing added yet.
  bool SetOutcome(PartOutcome outcome);
  // Whether two runs of the same indices came to the same, to the bit.
  bool SameAs(const Partial& other) const;
  // Writes the result slots as abi.h says; kBoxed leaves the result in `boxed`.
  abi::Status Finish(uint64_t start, uint64_t* result, Value* boxed);

  End end = End::kComplete;
  std::unique_ptr<Stop> stop;

 private:
  void FoldElements(std::string_view elements);
  int64_t out_bytes() const { return accumulator_.out - out_begin_; }

  const abi::FoldSite* const site_;
  const bool mapping_;
  const bool compensated_;
  // With its owner, so that a body that only knows the accumulator can ask for room.
  struct OwnedAccumulator : abi::Accumulator {
    Partial* owner;
  } accumulator_;
  char* out_begin_ = nullptr;
  std::string received_;                  // of an ordered kind: not copied, because it is folded soon
  std::unique_ptr<num::BigInt> big_sum_;  // kSumInt: elements that did not fit
};

}  // namespace fora::tasks
