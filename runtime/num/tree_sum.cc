#include "runtime/num/tree_sum.h"

#include <algorithm>
#include <cmath>

#include "runtime/base/check.h"

namespace fora::num {
namespace {

// Added to anything, it leaves it as it is, -0.0 too.
constexpr double kNeutral = -0.0;

// The rounding error of sum = a + b: D. E. Knuth, "The Art of Computer Programming", volume 2, 4.2.2.
inline double RoundingError(double a, double b, double sum) {
  double b_rounded = sum - a;
  return (a - (sum - b_rounded)) + (b - b_rounded);
}

}  // namespace

TreeSum::Pair TreeSum::Join(Pair left, Pair right) {
  double sum = left.sum + right.sum;
  return {sum, left.errors + right.errors + RoundingError(left.sum, right.sum, sum)};
}

// Element i goes to lane i mod 8, and the lanes are joined like a tree's leaves. The lanes are part of the definition
// of the result: changing their number changes bits.
TreeSum::Pair TreeSum::Leaf(std::span<const double> values) {
  constexpr size_t kLanes = 8;
  double sums[kLanes], errors[kLanes];
  std::fill_n(sums, kLanes, kNeutral);
  std::fill_n(errors, kLanes, 0.0);
  auto add = [&](size_t lane, double x) {
    double sum = sums[lane] + x;
    errors[lane] += RoundingError(sums[lane], x, sum);
    sums[lane] = sum;
  };
  size_t i = 0;
  for (; i + kLanes <= values.size(); i += kLanes) {
    for (size_t lane = 0; lane < kLanes; ++lane) add(lane, values[i + lane]);
  }
  for (size_t lane = 0; i < values.size(); ++i, ++lane) add(lane, values[i]);
  Pair pairs[kLanes];
  for (size_t lane = 0; lane < kLanes; ++lane) pairs[lane] = {sums[lane], errors[lane]};
  for (size_t width = kLanes / 2; width > 0; width /= 2) {
    for (size_t lane = 0; lane < width; ++lane) pairs[lane] = Join(pairs[lane], pairs[lane + width]);
  }
  return pairs[0];
}

// The index at which head_ would end by itself: the first start of a leaf.
int64_t TreeSum::head_end() const { return (begin_ + kLeafSize - 1) / kLeafSize * kLeafSize; }

void TreeSum::AppendNode(Node node) {
  // A right child joins the left one if it is here, and what comes of it may be a right child again.
  while (!nodes_.empty() && nodes_.back().level == node.level && (node.index >> node.level & 1) != 0) {
    node = {nodes_.back().index, node.level + 1, Join(nodes_.back().value, node.value)};
    nodes_.pop_back();
  }
  nodes_.push_back(node);
}

void TreeSum::Add(std::span<const double> values) {
  if (end_ < head_end()) {
    auto count = std::min<int64_t>(values.size(), head_end() - end_);
    head_.insert(head_.end(), values.begin(), values.begin() + count);
    end_ += count;
    values = values.subspan(count);
  }
  while (!values.empty()) {
    int64_t leaf = end_ / kLeafSize;
    auto count = std::min<int64_t>(values.size(), kLeafSize - static_cast<int64_t>(tail_.size()));
    std::span<const double> next = values.first(count);
    values = values.subspan(count);
    end_ += count;
    // A full leaf is summed where it lies, without a copy.
    if (!tail_.empty() || count < kLeafSize) {
      tail_.insert(tail_.end(), next.begin(), next.end());
      next = tail_;
    }
    if (next.size() < kLeafSize) break;
    AppendNode({leaf, 0, Leaf(next)});
    tail_.clear();
  }
}

void TreeSum::Merge(TreeSum right) {
  FORA_CHECK_EQ(right.begin(), end_);
  Add(right.head_);
  for (const Node& node : right.nodes_) {
    AppendNode(node);
    end_ += kLeafSize << node.level;
  }
  Add(right.tail_);
}

double TreeSum::Result(double start) const {
  // What the tree doesn't join is joined from the left.
  Pair total{start, 0.0};
  if (!head_.empty()) total = Join(total, Leaf(head_));
  for (const Node& node : nodes_) total = Join(total, node.value);
  if (!tail_.empty()) total = Join(total, Leaf(tail_));
  return total.errors != 0 && std::isfinite(total.errors) ? total.sum + total.errors : total.sum;
}

}  // namespace fora::num
