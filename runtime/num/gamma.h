// math.gamma and math.lgamma. CPython doesn't take them from the C library, whose results differ between
// platforms. Thread safety: pure functions. Errors: "math domain error" at the poles, "math range error".
#ifndef FORA_RUNTIME_NUM_GAMMA_H_
#define FORA_RUNTIME_NUM_GAMMA_H_

#include "runtime/num/fallible.h"

namespace fora::num {

Fallible<double> Gamma(double x);
Fallible<double> LogGamma(double x);

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_GAMMA_H_
