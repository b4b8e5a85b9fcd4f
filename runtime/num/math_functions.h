// The float functions of Python's `math`, with CPython 3.11's results and errors ("math domain error", "math range error").
#ifndef FORA_RUNTIME_NUM_MATH_FUNCTIONS_H_
#define FORA_RUNTIME_NUM_MATH_FUNCTIONS_H_

#include <string_view>
#include <vector>

#include "runtime/num/fallible.h"

namespace fora::num {

// The row of math_functions.def; -1 if there is none of that name.
int FindMathFunction(std::string_view name);
std::string_view MathFunctionName(int row);
bool IsMathUnary(int row);

Fallible<double> CallMathUnary(int row, double x);               // REQUIRES: a unary row
Fallible<double> CallMathBinary(int row, double x, double y);    // REQUIRES: a binary row

// math.fsum: the exact sum, rounded once.
// J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates" (1997).
Fallible<double> Fsum(const std::vector<double>& values);

// math.hypot and math.dist of absolute values: scaled by a power of two, summed with compensation, and corrected by one
// step of Newton's iteration, as CPython 3.11 computes it.
double Hypot(std::vector<double> coordinates);

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_MATH_FUNCTIONS_H_
