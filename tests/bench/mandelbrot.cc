#include "twin.h"

static int64_t Escape(double cr, double ci, int64_t limit) {
  double zr = 0, zi = 0;
  int64_t k = 0;
  while (k < limit && zr * zr + zi * zi <= 4.0) {
    const double t = zr * zr - zi * zi + cr;
    zi = 2.0 * zr * zi + ci;
    zr = t;
    ++k;
  }
  return k;
}

double Run(int64_t n) {
  int64_t sum = 0;
  for (int64_t y = 0; y < n; ++y) {
    const double ci = 2.5 * static_cast<double>(y) / static_cast<double>(n) - 1.25;
    for (int64_t x = 0; x < n; ++x) {
      sum += Escape(2.5 * static_cast<double>(x) / static_cast<double>(n) - 2.0, ci, 500);
    }
  }
  return static_cast<double>(sum);
}
