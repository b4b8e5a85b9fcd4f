// Pieces of runs and what they came to as bytes. Code is named by the program's own numbers, so both sides
// have to have the same program. What comes in is not trusted.
//
// Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "cluster/wire/program_objects.h"
#include "runtime/tasks/portable.h"

namespace fora::wire {

// Errors: FailedPrecondition: a value has no form outside of its run; ResourceExhausted: more than bytes_max.
absl::StatusOr<std::string> EncodePiece(const tasks::PortablePiece& piece, const ProgramObjects& program,
                                        uint64_t bytes_max);
// Errors: InvalidArgument.
absl::StatusOr<tasks::PortablePiece> DecodePiece(std::string_view bytes, const ProgramObjects& program);

struct PeerOutcome {
  tasks::PieceOutcome outcome;
  uint32_t threads = 1;  // that worked on it at once
};

// Errors: as EncodePiece.
absl::StatusOr<std::string> EncodeOutcome(PeerOutcome outcome, const ProgramObjects& program);
// Errors: InvalidArgument.
absl::StatusOr<PeerOutcome> DecodeOutcome(std::string bytes, const ProgramObjects& program);

}  // namespace fora::wire
