#include "twin.h"

template <class F>
static int64_t Sum(int64_t a, int64_t b, F f) {
  if (a >= b) return 0;
  if (a + 1 >= b) return f(a);
  const int64_t mid = (a + b) / 2;
  return Sum(a, mid, f) + Sum(mid, b, f);
}

template <class F>
static int64_t ParallelSum(int64_t a, int64_t b, F f) {
  if (b - a <= 16) return Sum(a, b, f);
  const int64_t mid = (a + b) / 2;
  int64_t left;
#pragma omp task shared(left) firstprivate(a, mid, f)
  left = ParallelSum(a, mid, f);
  const int64_t right = ParallelSum(mid, b, f);
#pragma omp taskwait
  return left + right;
}

double Run(int64_t n) {
  int64_t sum = 0;
#pragma omp parallel
#pragma omp single
  sum = ParallelSum(0, n, [](int64_t x) { return Sum(0, x, [x](int64_t y) { return x * y; }); });
  return static_cast<double>(sum);
}
