// Engine: what turns a program into values on this machine. The worker sees nothing of the compiler but this.
//
// Thread safety: every method may be called from any thread, also for the same Runnable.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cluster/worker/cancel_token.h"
#include "compiler/source/source.h"
#include "runtime/value/result.h"

namespace fora::worker {

// A program that is ready to run, any number of times. Values that it makes point into it: whoever keeps
// them, keeps it.
class Runnable {
 public:
  virtual ~Runnable() = default;
};

// What a run came to. A Call gives one value (its name is empty) or a stop; a Block gives what it assigned,
// and a stop if it raised after that.
struct Output {
  bool is_block = false;
  std::vector<std::pair<std::string, Value>> values;
  std::unique_ptr<Stop> stop;
};

// Told by the run, read by whoever reports on it.
struct Progress {
  std::atomic<uint32_t> cores{1};  // that work on it just now
};

// The value of a source::RemoteObject; nothing: it isn't on this worker.
using RemoteValues = std::function<std::optional<Value>(const std::string& id)>;

class Engine {
 public:
  virtual ~Engine() = default;

  // Errors: Unsupported, with the place: a construct that the program needs and that isn't supported.
  virtual Result<std::shared_ptr<const Runnable>> Prepare(source::Program program,
                                                          const RemoteValues& remote) = 0;

  // Returns when the run has ended; within 0.2 s of a cancellation.
  virtual Output Run(const Runnable& runnable, CancelToken& cancel, Progress& progress) = 0;

  // The texts that `fora run` prints: repr(value), and str(exception).
  virtual Result<std::string> Repr(const Runnable& runnable, const Value& value) = 0;
  virtual Result<std::string> Str(const Runnable& runnable, const Value& value) = 0;

  // Runs a piece of a run of this program that another worker's engine gave away, and gives its result, as
  // bytes that only engines understand. Errors: Unimplemented; ResourceExhausted: no core is free.
  virtual absl::StatusOr<std::string> RunTask(const Runnable& runnable, std::string_view task) {
    return absl::UnimplementedError("this engine takes no pieces of other workers' runs");
  }

  virtual int threads() const = 0;
};

}  // namespace fora::worker
