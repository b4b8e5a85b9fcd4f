#include "twin.h"

// The same work: Python's x ** 0.5 is pow, which is not sqrt in every last bit.
static double Leaf(int64_t x) {
  volatile double half = 0.5;
  return std::pow(static_cast<double>(x), half);
}

static double Sum(int64_t a, int64_t b) {
  if (a >= b) return 0;
  if (a + 1 >= b) return Leaf(a);
  const int64_t mid = (a + b) / 2;
  return Sum(a, mid) + Sum(mid, b);
}

static double ParallelSum(int64_t a, int64_t b) {
  if (b - a <= 16384) return Sum(a, b);
  const int64_t mid = (a + b) / 2;
  double left;
#pragma omp task shared(left) firstprivate(a, mid)
  left = ParallelSum(a, mid);
  const double right = ParallelSum(mid, b);
#pragma omp taskwait
  return left + right;
}

double Run(int64_t n) {
  double sum = 0;
#pragma omp parallel
#pragma omp single
  sum = ParallelSum(0, n);
  return sum;
}
