// The functions of Python's `math` on ints, exact.
// Thread safety: pure functions. Errors: kValue and kOverflow with CPython 3.11's texts; kMemory if the
// result has more bits than HasRoom allows.
#ifndef FORA_RUNTIME_NUM_INTEGER_FUNCTIONS_H_
#define FORA_RUNTIME_NUM_INTEGER_FUNCTIONS_H_

#include "runtime/num/big_int.h"
#include "runtime/num/fallible.h"

namespace fora::num {

// Of two; of none they are 0 and 1, of one its magnitude.
BigInt Gcd(const BigInt& a, const BigInt& b);
Fallible<BigInt> Lcm(const BigInt& a, const BigInt& b);

Fallible<BigInt> Isqrt(const BigInt& n);
Fallible<BigInt> Factorial(const BigInt& n);
Fallible<BigInt> Perm(const BigInt& n, const BigInt& k);
Fallible<BigInt> Comb(const BigInt& n, const BigInt& k);

// math.log, log2 and log10 of an int, however large. REQUIRES: function is ::log, ::log2 or ::log10
Fallible<double> LogOfInt(double (*function)(double), const BigInt& n);

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_INTEGER_FUNCTIONS_H_
