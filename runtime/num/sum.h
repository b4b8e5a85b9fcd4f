// Sums of floats as CPython's sum() makes them from 3.12 on; up to 3.11 they are plain additions, one after
// another.
#ifndef FORA_RUNTIME_NUM_SUM_H_
#define FORA_RUNTIME_NUM_SUM_H_

#include <cmath>

namespace fora::num {

// The rounding errors are summed, too, and added at the end.
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
  // The compensation of an infinite total is NaN and must not reach it; one of zero would lose the sign of
  // -0.0.
  double Result() const {
    return compensation != 0 && std::isfinite(compensation) ? total + compensation : total;
  }
};

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_SUM_H_
