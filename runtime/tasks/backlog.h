// Backlog: what the owner of an ordered fold has computed or given away ahead of what it has folded, in the
// order of the indices.
//
// An addition waits for the one before it, so that folding element after element leaves most of a core idle.
// Whoever has elements to compute meanwhile folds a few of the backlog beside every one of its own: the core
// overlaps the additions with the computing. And a piece that somebody is still running is nothing to wait
// for while there are indices behind it. Thread safety: none; it belongs to the owner of the fold.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "runtime/tasks/partial.h"
#include "runtime/tasks/piece.h"

namespace fora::tasks {

class Backlog {
 public:
  // call outlives it.
  explicit Backlog(const FoldCall* call) : call_(call) {}

  bool empty() const { return first_piece() == nullptr && (parts_.empty() || first_count() == 0); }
  // The elements that are here; those of pieces are not.
  int64_t Count() const;

  // What follows everything here, finished or not.
  void Add(std::unique_ptr<RangePiece> piece);
  // The piece that is first; null: elements are, or nothing.
  RangePiece* first_piece() const { return parts_.empty() ? nullptr : parts_.front().piece.get(); }
  // Makes it elements. REQUIRES: there is one, and it is complete.
  void KeepFirstPiece();
  template <typename F>
  void ForEachPiece(const F& f) const {
    for (const Part& part : parts_) {
      if (part.piece != nullptr) f(*part.piece);
    }
  }
  // Gives the pieces up, and what stands between them.
  std::vector<std::unique_ptr<RangePiece>> TakePieces();

  // The part that the elements which follow go to, with room for so many; null: there is no memory for them.
  Partial* Next(int64_t elements);
  // How many elements stand at the front in one piece of memory. REQUIRES: elements are first.
  int64_t first_count() const { return parts_.front().kept->kept() - first_; }
  // Folds them into the part before them.
  void FoldFirst(Partial* folded);
  // Runs indices [lo, hi) into the end of the backlog and meanwhile folds kFoldedPerElement of the first
  // elements for each. REQUIRES: first_count() suffices; Next was called; the site has a body for it.
  abi::Status RunBeside(abi::Context* context, int64_t lo, int64_t hi, Partial* folded, int64_t* failed_at);
  // A part that keeps its elements, and has the memory of one that was folded, if there is one.
  std::unique_ptr<Partial> NewPart();

 private:
  struct Part {
    std::unique_ptr<RangePiece> piece;  // or:
    std::unique_ptr<Partial> kept;      // not empty, unless it is the last part
  };

  // The first elements are folded.
  void Advance(int64_t elements);

  const FoldCall* const call_;
  std::deque<Part> parts_;
  int64_t first_ = 0;  // in the first part: the elements before it are folded
  std::vector<std::unique_ptr<Partial>> spare_;
};

}  // namespace fora::tasks
