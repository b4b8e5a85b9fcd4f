// EncodeJobResult: how a job ended, as the client is told. Pure functions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "runtime/value/result.h"

namespace fora::wire {

// A value that is kept on a worker.
struct StoredValue {
  std::string id;
  uint64_t size_bytes = 0;
};

struct NamedStoredValue {
  std::string name;  // empty for the value of a call
  StoredValue value;
};

// A Call has one value or a stop. A Block has what it assigned, and a stop if it raised after that.
struct JobOutcome {
  bool is_block = false;
  std::vector<NamedStoredValue> values;
  std::unique_ptr<Stop> stop;
};

// A serialised JobResult.
std::string EncodeJobResult(const std::string& job_id, const JobOutcome& outcome);

// The same for a job that no worker ran to its end.
enum class LostReason : uint8_t { kCancelled, kInternal };
std::string EncodeLostJob(const std::string& job_id, LostReason reason, const std::string& message);

}  // namespace fora::wire
