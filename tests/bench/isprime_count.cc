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
  int64_t count = 0;
  for (int64_t p = 2; p < n; ++p) count += IsPrime(p);
  return static_cast<double>(count);
}
