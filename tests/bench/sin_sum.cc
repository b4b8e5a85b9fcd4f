#include "twin.h"

double Run(int64_t n) {
  double sum = 0;
#pragma omp parallel for schedule(dynamic, 65536) reduction(+ : sum)
  for (int64_t i = 0; i < n; ++i) sum += std::sin(static_cast<double>(i));
  return sum;
}
