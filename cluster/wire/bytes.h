// The wire's messages as bytes, for those who don't see protobuf. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "compiler/source/source.h"
#include "runtime/value/value.h"

namespace fora::wire {

// A serialised Program. Errors: InvalidArgument.
absl::StatusOr<source::Program> ParseProgram(std::string_view bytes);

// The ids of the remote values that the program refers to. REQUIRES: a program that ParseProgram took.
std::vector<std::string> RemoteValuesOf(const source::Program& program);

// As EncodeValue, serialised. bytes_max 0: no limit but protobuf's. Errors: as EncodeValue.
absl::StatusOr<std::string> SerializeValue(const Value& value, uint64_t bytes_max);

// A serialised ObjectGraph of data: no functions, no classes of the user. Errors: InvalidArgument;
// Unimplemented for code.
absl::StatusOr<Value> ParseValue(std::string_view bytes);

struct Footprint {
  uint64_t bytes = 0;     // of memory, roughly: what downloadSmall compares with; shared parts count once
  bool has_code = false;  // it may refer to functions or classes of a program, and lives no longer than it
};
Footprint FootprintOf(const Value& value);

}  // namespace fora::wire
