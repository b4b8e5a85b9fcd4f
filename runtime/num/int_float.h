// Between int and float: conversions, true division and comparison, each exact or correctly rounded (half to
// even). Thread safety: pure functions. They assume the default rounding mode.
#ifndef FORA_RUNTIME_NUM_INT_FLOAT_H_
#define FORA_RUNTIME_NUM_INT_FLOAT_H_

#include <compare>
#include <cstdint>

#include "runtime/num/big_int.h"
#include "runtime/num/fallible.h"

namespace fora::num {

// ---- int to float ----

// float(a). Errors: kOverflow "int too large to convert to float". For an int64 a cast does the same.
Fallible<double> ToDouble(const BigInt& a);

// a rounded to 53 bits is fraction * 2**exponent, with 0.5 <= |fraction| < 1, or both 0.
struct Frexp {
  double fraction;
  int64_t exponent;
};
Frexp FrexpOf(const BigInt& a);

// a / b. Errors: kZeroDivision, kOverflow.
Fallible<double> TrueDiv(const BigInt& a, const BigInt& b);
Fallible<double> TrueDiv(int64_t a, int64_t b);

// a ** b for a negative b, which is a float. Errors: kZeroDivision, kOverflow. REQUIRES: b < 0
Fallible<double> PowNegative(const BigInt& a, const BigInt& b);

// q * 2**exponent, rounded once; `sticky` says that the exact number lies a little above, by less than
// 2**exponent. Infinite if it is too large. REQUIRES: q has at least 55 bits, or sticky is false
double RoundScaled(uint64_t q, bool sticky, int64_t exponent);

// Compares without rounding; unordered with NaN.
std::partial_ordering Compare(const BigInt& a, double b);

// ---- float to int ----
// Errors: kValue for NaN, kOverflow for an infinity.

Fallible<BigInt> TruncToInt(double x);  // int(x), math.trunc(x)
Fallible<BigInt> FloorToInt(double x);  // math.floor(x)
Fallible<BigInt> CeilToInt(double x);   // math.ceil(x)
Fallible<BigInt> RoundToInt(double x);  // round(x): half to even

// float.as_integer_ratio. Errors: as above, with a text of its own.
struct Ratio {
  BigInt numerator;
  BigInt denominator;
};
Fallible<Ratio> AsIntegerRatio(double x);

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_INT_FLOAT_H_
