// Sorting by `<`, stable.
//
// Keys that are all ints, all strs or all floats without NaN are totally ordered: any stable sort gives
// CPython's result. For others the sequence of comparisons shows (an order that is not one, a comparison that
// raises), so this finds its runs by exactly its comparisons (ordered stretches, lengthened by binary
// insertion: CPython's Objects/listsort.txt). Up to 63 elements that is all there is to do; more runs are
// merged.
#include <algorithm>
#include <numeric>

#include "runtime/object_model/call.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/memory_limit.h"
#include "runtime/object_model/number_compare.h"

namespace fora::object_model {
namespace {

using Order = std::vector<size_t>;  // positions of the keys
constexpr size_t kNumbersInPart = 1 << 16;
constexpr size_t kInsertionMax = 63;  // CPython's shortest array that it cuts into runs is one longer

bool IsTotallyOrdered(const std::vector<Value>& keys) {
  bool ints = true, floats = true, strs = true;
  for (const Value& key : keys) {
    ints &= key.Is(Tag::kInt) || key.Is(Tag::kBigInt) || key.Is(Tag::kBool);
    floats &= key.Is(Tag::kFloat) && key.as_float() == key.as_float();
    strs &= key.Is(Tag::kStr);
  }
  return ints || floats || strs;
}

int OrderTotally(const Value& a, const Value& b) {
  if (a.Is(Tag::kStr)) return CompareStr(*a.as<StrObject>(), *b.as<StrObject>());
  if (CompareNumbers(CompareOp::kLt, a, b)) return -1;
  return CompareNumbers(CompareOp::kGt, a, b);
}

bool HasNan(const std::vector<Value>& keys) {
  return std::any_of(keys.begin(), keys.end(), [](const Value& key) {
    return key.Is(Tag::kFloat) && key.as_float() != key.as_float();
  });
}

class Sorter {
 public:
  Sorter(Evaluator& evaluator, const std::vector<Value>& keys) : evaluator_(evaluator), keys_(keys) {}

  Result<Order> Sort(Order order) {
    if (order.size() < 2) return order;
    if (AllOf(Tag::kInt)) return SortNumbers<int64_t>(std::move(order), &Value::as_int);
    if (AllOf(Tag::kFloat) && !HasNan(keys_)) return SortNumbers<double>(std::move(order), &Value::as_float);
    if (IsTotallyOrdered(keys_)) {
      const bool backwards = order.front() > order.back();
      std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        int by_key = OrderTotally(keys_[a], keys_[b]);
        return by_key != 0 ? by_key < 0 : a != b && (a < b) != backwards;  // stable
      });
      return order;
    }
    if (order.size() > kInsertionMax && HasNan(keys_))
      return Unsupported("sorting more than 63 elements with NaN among them is not supported");
    return MergeRuns(std::move(order));
  }

 private:
  bool AllOf(Tag tag) const {
    return std::all_of(keys_.begin(), keys_.end(), [&](const Value& key) { return key.Is(tag); });
  }

  // By the numbers themselves: parts that take a few milliseconds each, which are then merged.
  template <class Number>
  Result<Order> SortNumbers(Order order, Number (Value::*number)() const) {
    struct Item {
      Number key;
      size_t rank;  // among equal ones: as they stand
      bool operator<(const Item& other) const {
        return key != other.key ? key < other.key : rank < other.rank;
      }
    };
    FORA_TRY_VOID(CheckMemory(static_cast<int64_t>(order.size()), 2 * sizeof(Item)));
    std::vector<Item> items, merged(order.size());
    items.reserve(order.size());
    for (size_t rank = 0; rank < order.size(); ++rank)
      items.push_back({(keys_[order[rank]].*number)(), rank});
    const auto at = [&](size_t n) {
      return items.begin() + static_cast<ptrdiff_t>(std::min(n, items.size()));
    };
    size_t width = kNumbersInPart;
    for (size_t part = 0; part < items.size(); part += width) {
      if (evaluator_.cancelled()) return Cancelled();
      std::sort(at(part), at(part + width));
    }
    for (; width < items.size(); width *= 2) {
      auto out = merged.begin();
      for (size_t part = 0; part < items.size(); part += 2 * width) {
        if (evaluator_.cancelled()) return Cancelled();
        out = std::merge(at(part), at(part + width), at(part + width), at(part + 2 * width), out);
      }
      items.swap(merged);
    }
    Order sorted;
    sorted.reserve(order.size());
    for (const Item& item : items) sorted.push_back(order[item.rank]);
    return sorted;
  }

  Result<bool> Less(size_t a, size_t b) {
    if (evaluator_.cancelled()) return Cancelled();
    return CompareTruth(evaluator_, CompareOp::kLt, keys_[a], keys_[b]);
  }

  // Where the ordered run that begins at `from` ends; one that descends strictly is turned round.
  Result<size_t> RunEnd(Order& order, size_t from) {
    if (from + 1 == order.size()) return order.size();
    FORA_TRY(bool descending, Less(order[from + 1], order[from]));
    size_t end = from + 2;
    for (; end < order.size(); ++end) {
      FORA_TRY(bool less, Less(order[end], order[end - 1]));
      if (less != descending) break;
    }
    if (descending) std::reverse(order.begin() + from, order.begin() + end);
    return end;
  }

  // Binary insertion of what stands in sorted..end behind the run from..sorted.
  Result<Unit> Insert(Order& order, size_t from, size_t sorted, size_t end) {
    for (; sorted < end; ++sorted) {
      const size_t pivot = order[sorted];
      size_t left = from, right = sorted;
      while (left < right) {
        size_t middle = left + (right - left) / 2;
        FORA_TRY(bool less, Less(pivot, order[middle]));
        (less ? right : left) = less ? middle : middle + 1;
      }
      std::rotate(order.begin() + left, order.begin() + sorted, order.begin() + sorted + 1);
    }
    return Unit{};
  }

  // CPython's shortest run in an array of so many: 32 to 63 of them, and the number of runs is a power of two
  // or a little less.
  static size_t RunMin(size_t size) {
    size_t odd = 0;
    for (; size > kInsertionMax; size /= 2) odd |= size & 1;
    return size + odd;
  }

  // CPython's runs, by its comparisons; merged two by two, which shows if a comparison of merging raises.
  Result<Order> MergeRuns(Order order) {
    const size_t run_min = RunMin(order.size());
    std::vector<size_t> ends = {0};
    while (ends.back() < order.size()) {
      const size_t from = ends.back();
      FORA_TRY(size_t end, RunEnd(order, from));
      const size_t longer = std::max(end, std::min(from + run_min, order.size()));
      FORA_TRY_VOID(Insert(order, from, end, longer));
      ends.push_back(longer);
    }
    while (ends.size() > 2) {
      Order merged;
      std::vector<size_t> merged_ends = {0};
      for (size_t run = 0; run + 1 < ends.size(); run += 2) {
        const size_t middle = ends[run + 1], end = run + 2 < ends.size() ? ends[run + 2] : middle;
        size_t i = ends[run], k = middle;
        while (i < middle && k < end) {
          FORA_TRY(bool less, Less(order[k], order[i]));
          merged.push_back(less ? order[k++] : order[i++]);
        }
        merged.insert(merged.end(), order.begin() + i, order.begin() + middle);
        merged.insert(merged.end(), order.begin() + k, order.begin() + end);
        merged_ends.push_back(merged.size());
      }
      order = std::move(merged);
      ends = std::move(merged_ends);
    }
    return order;
  }

  Evaluator& evaluator_;
  const std::vector<Value>& keys_;
};

}  // namespace

Result<std::vector<Value>> Sort(Evaluator& evaluator, std::vector<Value> items, const Value& key,
                                bool reverse) {
  std::vector<Value> keys;
  if (!key.is_none()) {
    for (const Value& item : items) {
      FORA_TRY(Value k, Call(evaluator, key, std::vector<Value>{item}));
      keys.push_back(std::move(k));
    }
  }
  Order order(items.size());
  std::iota(order.begin(), order.end(), size_t{0});
  // Reversing before and after keeps equal elements in their order.
  if (reverse) std::reverse(order.begin(), order.end());
  FORA_TRY(order, Sorter(evaluator, key.is_none() ? items : keys).Sort(std::move(order)));
  if (reverse) std::reverse(order.begin(), order.end());
  std::vector<Value> sorted;
  sorted.reserve(items.size());
  for (size_t i : order) sorted.push_back(std::move(items[i]));
  return sorted;
}

}  // namespace fora::object_model
