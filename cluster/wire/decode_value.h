// DecodeValue: an ObjectGraph of data as a value of the run. It comes from another worker, and nothing in it
// is trusted.
//
// A pure function. Lists that contain themselves don't come out of a pure run and are refused.
#pragma once

#include "absl/status/statusor.h"
#include "cluster/wire/program_objects.h"
#include "proto/value.pb.h"
#include "runtime/value/value.h"

namespace fora::wire {

// Errors: InvalidArgument: refs out of range, a cycle, a part of the wrong kind; Unimplemented: functions and
// classes of a program, unless it is given: whoever encoded the value had the same.
absl::StatusOr<Value> DecodeValue(const ObjectGraph& graph, const ProgramObjects* program = nullptr);

}  // namespace fora::wire
