// EncodeFailure: the reason why a computation has no value, as a Failure message. A pure function.
#pragma once

#include "proto/program.pb.h"
#include "runtime/value/result.h"

namespace fora::wire {

// The trace is turned round: outermost first. An exception that has no form outside of the run becomes a
// TO_PYTHON failure that names it.
Failure EncodeFailure(const Stop& stop);

}  // namespace fora::wire
