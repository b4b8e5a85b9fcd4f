#include "twin.h"

template <class F>
double LoopSum(int64_t x, F f) {
  double result = 0;
  while (x > 0) {
    result = result + f(static_cast<double>(x));
    x = x - 1;
  }
  return result;
}

double Run(int64_t n) {
  return LoopSum(n, [](double x) { return (x + 20.0) * 10.0; });
}
