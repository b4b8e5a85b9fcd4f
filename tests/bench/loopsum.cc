#include "twin.h"

double Run(int64_t x) {
  double result = 0.0;
  while (x > 0) {
    result = result + static_cast<double>(x);
    x = x - 1;
  }
  return result;
}
