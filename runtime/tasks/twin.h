// Work that is done twice (chaos) has to come to the same, unless it was stopped from outside.
#pragma once

#include "runtime/value/result.h"

namespace fora::tasks {

// Whether a run was stopped by what another run of the same work may not meet: cancellation, or the end of
// the stack. stop: may be null.
bool DependsOnTiming(const Stop* stop);

}  // namespace fora::tasks
