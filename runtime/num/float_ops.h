// Python's float arithmetic where it differs from C's: //, %, divmod, ** and round.
// + - * are the machine's; so is / but for a zero divisor.
// Thread safety: pure functions. They assume the default rounding mode and no contraction to fused
// operations.
#ifndef FORA_RUNTIME_NUM_FLOAT_OPS_H_
#define FORA_RUNTIME_NUM_FLOAT_OPS_H_

#include <cmath>
#include <cstdint>

#include "runtime/num/fallible.h"

namespace fora::num {

// a / b, a // b, a % b, divmod(a, b). Errors: kZeroDivision, with a text for each.
Fallible<double> FloatTrueDiv(double a, double b);
Fallible<double> FloatFloorDiv(double a, double b);
Fallible<double> FloatMod(double a, double b);
struct FloatDivision {
  double quotient;
  double remainder;
};
Fallible<FloatDivision> FloatDivMod(double a, double b);

// The same without the test, for compiled code that has made it. REQUIRES: b != 0
FloatDivision FloatDivModUnchecked(double a, double b);

// a ** b. Errors: kZeroDivision; kOverflow "(34, 'Numerical result out of range')", whose text is that of the
// two arguments of OverflowError; kComplexResult for a negative number to a power that is not whole.
Fallible<double> FloatPow(double a, double b);

// round(x, digits): correctly rounded to that many decimals, exact ties to even. Errors: kOverflow.
// digits saturates: pass BigInt::ClampToInt64() of a bigger one.
Fallible<double> FloatRound(double x, int64_t digits);

// float.is_integer.
inline bool IsInteger(double x) { return std::isfinite(x) && std::floor(x) == x; }

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_FLOAT_OPS_H_
