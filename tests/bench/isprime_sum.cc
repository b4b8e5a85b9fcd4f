#include "twin.h"

static int64_t IsPrime(int64_t p) {
  int64_t x = 2;
  while (x * x <= p) {
    if (p % x == 0) return 0;
    x = x + 1;
  }
  return 1;
}

double Run(int64_t n) {
  int64_t sum = 0;
#pragma omp parallel for schedule(dynamic, 1024) reduction(+ : sum)
  for (int64_t x = 0; x < n; ++x) sum += IsPrime(x);
  return static_cast<double>(sum);
}
