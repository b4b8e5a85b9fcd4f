// The C++ side of a benchmark: defines main, which times Run(n) and prints {"seconds": …, "result": …}.
#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

double Run(int64_t n);

int main(int argc, char** argv) {
  const int64_t n = argc > 1 ? std::atoll(argv[1]) : 0;
#ifdef _OPENMP
#pragma omp parallel
  {
    asm volatile("");  // the team starts outside of what is timed
  }
#endif
  const auto begin = std::chrono::steady_clock::now();
  const double result = Run(n);
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
  std::printf("{\"seconds\": %.9f, \"result\": %.17g}\n", elapsed.count(), result);
}
