// TreeSum: a sum of floats whose bits depend on the elements and their indices only, never on how the index range was
// cut or in which order the parts were made.
//
// The tree is fixed: a leaf is an aligned run of 4096 indices, a node joins two neighbours of equal size that are
// aligned to their own size. A leaf and a node are a sum and the sum of its rounding errors, so that the result is as
// good as if it were computed in twice the precision: T. Ogita, S. M. Rump, S. Oishi, "Accurate Sum and Dot Product"
// (2005). It equals CPython's compensated sum() but in rare last bits.
// A part of the range keeps the nodes that lie in it entirely, and the elements of the leaves that it holds only a part
// of: those at its two ends.
// Thread safety: none; a part belongs to one thread until it is merged.
// Cost: under 8 flops an element in full leaves, in lanes that vectorise; at most 64 KiB of kept elements, and O(log n)
// nodes.
#ifndef FORA_RUNTIME_NUM_TREE_SUM_H_
#define FORA_RUNTIME_NUM_TREE_SUM_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fora::num {

class TreeSum {
 public:
  static constexpr int64_t kLeafSize = 4096;

  // The empty part that starts at index `begin`. REQUIRES: begin >= 0
  explicit TreeSum(int64_t begin = 0) : begin_(begin), end_(begin) {}

  // The part covers the indices from begin() to end() - 1.
  int64_t begin() const { return begin_; }
  int64_t end() const { return end_; }

  // Appends the element of index end().
  void Add(double value) { Add(std::span<const double>(&value, 1)); }
  void Add(std::span<const double> values);

  // Appends all of the part that follows. REQUIRES: right.begin() == end()
  void Merge(TreeSum right);

  // start plus all elements, rounded once. Not finite if a sum of the tree is not.
  double Result(double start = 0.0) const;

 private:
  struct Pair {
    double sum;
    double errors;
  };
  // The sum of the leaves from leaf << level on, 1 << level of them.
  struct Node {
    int64_t index;  // of the leaf that it starts with
    int level;
    Pair value;
  };

  static Pair Join(Pair left, Pair right);
  static Pair Leaf(std::span<const double> values);
  void AppendNode(Node node);
  int64_t head_end() const;

  // Invariants: (1) head_ holds the first elements up to a leaf's start, or all if the part lies within one leaf and
  //                 doesn't start it; it never fills a leaf.
  //             (2) nodes_ holds the full leaves, joined as far as the tree joins them within the part.
  //             (3) tail_ holds the elements from the last leaf's start on, fewer than a leaf.
  int64_t begin_;
  int64_t end_;
  std::vector<double> head_;
  std::vector<Node> nodes_;
  std::vector<double> tail_;
};

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_TREE_SUM_H_
