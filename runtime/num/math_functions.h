// The functions of Python's `math` that take floats and give a float, with CPython 3.11's results, bit for
// bit, and errors: kValue "math domain error" and kOverflow "math range error". Thread safety: pure
// functions.
#ifndef FORA_RUNTIME_NUM_MATH_FUNCTIONS_H_
#define FORA_RUNTIME_NUM_MATH_FUNCTIONS_H_

#include <cmath>
#include <string_view>
#include <vector>

#include "runtime/num/fallible.h"

namespace fora::num {

// The row of math_functions.def; -1 if there is none of that name.
int FindMathFunction(std::string_view name);
std::string_view MathFunctionName(int row);
bool IsMathUnary(int row);

Fallible<double> CallMathUnary(int row, double x);             // REQUIRES: a unary row
Fallible<double> CallMathBinary(int row, double x, double y);  // REQUIRES: a binary row

// For code that calls the C library itself: true if `result`, what the C function of the same name gives for
// x, means an error, whose kind CallMathUnary tells. It holds for every unary row but degrees, radians and
// ulp, which never fail, and gamma and lgamma, which the C library computes differently. For sqrt and the
// logarithms, too: below 0 C gives NaN, and the logarithm of 0 is infinite. A test for !isfinite(result) is
// cheaper and errs on the safe side.
inline bool MathResultIsError(double x, double result) {
  return std::isnan(result) ? !std::isnan(x) : std::isinf(result) && std::isfinite(x);
}

// math.fsum: the exact sum, rounded once. Errors: kOverflow if a partial sum is too large; kValue for -inf +
// inf. J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates"
// (1997).
Fallible<double> Fsum(const std::vector<double>& values);

// math.hypot, and math.dist of the differences: scaled by a power of two, summed with compensation, and
// corrected by one step of Newton's iteration, as CPython 3.11 computes it.
double Hypot(std::vector<double> coordinates);

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_MATH_FUNCTIONS_H_
