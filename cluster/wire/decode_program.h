// DecodeProgram: a client's Program message as the compiler takes it.
//
// The message comes from outside and nothing in it is trusted: every ref is checked against its table, every
// oneof against the kinds we know, syntax trees against `nesting_max`. A pure function; safe from any thread.
#pragma once

#include "absl/status/statusor.h"
#include "compiler/source/source.h"
#include "proto/program.pb.h"

namespace fora::wire {

// How deep a syntax tree may nest: later phases recurse over it.
inline constexpr int kSyntaxNestingMax = 1000;

// Errors: InvalidArgument, with what is wrong and where ("objects[3].function.free[0]: ref 9 of 4 objects").
absl::StatusOr<source::Program> DecodeProgram(const Program& message);

}  // namespace fora::wire
