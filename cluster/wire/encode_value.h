// EncodeValue: a value of the run as the ObjectGraph that a client downloads or another worker takes over.
//
// Pure functions, safe from any thread for values that are shareable. Iterative: nesting costs no stack.
// Objects that are shared in the value are shared in the graph. Classes and functions that came from the
// client are named by path, line and qualified name, and the client maps them back; for a worker that has the
// same program, by their numbers in it.
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "cluster/wire/program_objects.h"
#include "proto/value.pb.h"
#include "runtime/num/big_int.h"
#include "runtime/value/value.h"

namespace fora::wire {

struct EncodeLimits {
  uint64_t bytes_max = uint64_t{1} << 30;  // of the payload; protobuf itself refuses messages of 2 GB
  // For a worker that has this program: its objects are named, and functions and lazy iterators have a form.
  const ProgramObjects* program = nullptr;
};

// Errors: FailedPrecondition: something that has no form outside of the run (a generator), with a message for
// the user; ResourceExhausted: larger than the limit, or than the memory that is left.
absl::StatusOr<ObjectGraph> EncodeValue(const Value& value, const EncodeLimits& limits = {});

// An int on the wire: two's complement, little endian, shortest form.
std::string EncodeBigInt(const num::BigInt& value);

}  // namespace fora::wire
