// WorkerLink: the manager's connection to one worker. Implemented by cluster/rpc.
//
// Thread safety: every method may be called from any thread, and returns at once. Callbacks come on other
// threads.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "cluster/manager/state.h"

namespace fora::manager {

struct RunCallbacks {
  std::function<void(uint32_t cores)> progress;
  // Exactly one of these is called, once. result: a serialised JobResult.
  std::function<void(std::string result, std::vector<NewValue> values)> done;
  std::function<void()> broken;  // the run ended without a result
  std::function<void()> gone;    // so did the connection to the worker
};

using FetchCallback = std::function<void(absl::StatusOr<std::string>)>;

class WorkerLink {
 public:
  virtual ~WorkerLink() = default;
  virtual void RunJob(const JobId& job, std::string program, std::vector<InputLocation> inputs,
                      RunCallbacks callbacks) = 0;
  virtual void CancelJob(const JobId& job) = 0;
  virtual void ReleaseValues(std::vector<ValueId> ids) = 0;
  // A serialised ObjectGraph. Errors: NotFound, ResourceExhausted, FailedPrecondition, Unavailable.
  virtual void FetchValue(const ValueId& id, uint64_t bytes_max, FetchCallback callback) = 0;
};

using Connect = std::function<std::shared_ptr<WorkerLink>(const std::string& control_address,
                                                          const std::string& data_address)>;

}  // namespace fora::manager
