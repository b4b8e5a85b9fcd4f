// Sums as CPython's sum() makes them, as accumulators that take one element after another.
// Thread safety: none; an accumulator belongs to one thread. For sums whose parts are made in parallel see tree_sum.h.
#ifndef FORA_RUNTIME_NUM_SUM_H_
#define FORA_RUNTIME_NUM_SUM_H_

#include <cmath>
#include <cstdint>
#include <optional>
#include <variant>

#include "runtime/num/big_int.h"
#include "runtime/num/fallible.h"

namespace fora::num {

// Floats up to CPython 3.11: one rounded addition after another.
struct LeftFold {
  double total = 0.0;

  void Add(double x) { total += x; }
};

// Floats from CPython 3.12 on: the rounding errors are summed, too, and added at the end.
// A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen" (1974).
struct CompensatedSum {
  double total = 0.0;
  double compensation = 0.0;

  void Add(double x) {
    double next = total + x;
    compensation += std::fabs(total) >= std::fabs(x) ? (total - next) + x : (x - next) + total;
    total = next;
  }
  // Adds without noting the error, as CPython does for an int among floats.
  void AddPlain(double x) { total += x; }
  // The compensation of an infinite total is NaN and must not reach it; one of zero would lose the sign of -0.0.
  double Result() const { return compensation != 0 && std::isfinite(compensation) ? total + compensation : total; }
};

// Ints, exactly: 2**64 machine integers of any size before 128 bits overflow, and a BigInt beside them.
class IntSum {
 public:
  void Add(int64_t x) { small_ += x; }
  void Add(const BigInt& x) { big_ = big_ ? *big_ + x : x; }
  void Add(const IntSum& other) {
    small_ += other.small_;
    if (other.big_) Add(*other.big_);
  }
  BigInt Result() const;

 private:
  __int128 small_ = 0;
  std::optional<BigInt> big_;
};

// sum(numbers, start) of ints and floats in any mixture, as CPython adds them: ints exactly; from the first float on in
// floats. From 3.12 on the floats are compensated, but only if all ints before them, and their sum, fitted 64 bits, and
// only up to the first int that doesn't: CPython adds the rest one by one.
class NumberSum {
 public:
  enum class Rule : uint8_t { kLeftFold, kCompensated };  // up to CPython 3.11, from 3.12 on
  using Number = std::variant<BigInt, double>;

  NumberSum(Rule rule, Number start);

  // Adds a number, or gives the error: kOverflow if an int doesn't fit a float and has to.
  [[nodiscard]] std::optional<Error> Add(int64_t x);
  [[nodiscard]] std::optional<Error> Add(double x);
  [[nodiscard]] std::optional<Error> Add(const BigInt& x);

  Number Result() const;

 private:
  enum class Mode : uint8_t { kMachineInts, kInts, kFloats, kPlainFloats };

  // The numbers below in one float or BigInt; and from now on additions one by one.
  void BecomePlain();

  Rule rule_;
  Mode mode_;
  int64_t machine_ints_ = 0;
  BigInt ints_;
  CompensatedSum floats_;
};

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_SUM_H_
