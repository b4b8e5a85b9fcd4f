// Engine: what turns a program into values on this machine. The worker sees nothing of the compiler but this.
//
// Thread safety: every method may be called from any thread, also for the same Runnable.
#pragma once

#include <atomic>
#include <chrono>
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
#include "cluster/worker/input.h"
#include "compiler/source/source.h"
#include "runtime/value/result.h"

namespace fora::worker {

// A program that is ready to run, any number of times. Values that it makes point into it: whoever keeps
// them, keeps it.
class Runnable {
 public:
  virtual ~Runnable() = default;
};

// A program as a peer needs it to run pieces of it.
struct PortableProgram {
  std::string hash;                // Hash128 of the bytes
  std::string bytes;               // the serialised program
  std::vector<Input> inputs = {};  // the remote values that it refers to
  // Pieces are worth lending once a run has taken this long.
  std::chrono::nanoseconds pays_after{};
};

// A piece of a run, lent to a peer. It is settled once: the first of Finish, GiveBack and Drop counts, its
// destruction gives it back.
//
// Thread safety: every method may be called from any thread.
class Loan {
 public:
  virtual ~Loan() = default;
  virtual const std::shared_ptr<const PortableProgram>& program() const = 0;
  // What to run, as bytes that only engines understand.
  virtual const std::string& task() const = 0;
  // Its job was cancelled, or nobody needs its result.
  virtual bool is_unwanted() const = 0;
  // The peer's result. False: it is not one of this piece, which was given back.
  virtual bool Finish(std::string result) = 0;
  // It is run here. stays_here: and so are all others like it.
  virtual void GiveBack(bool stays_here) = 0;
  // REQUIRES: is_unwanted.
  virtual void Drop() = 0;
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

  // Returns when the run has ended; within 0.2 s of a cancellation. portable: pieces of it may be lent; null:
  // none.
  virtual Output Run(const Runnable& runnable, std::shared_ptr<const PortableProgram> portable,
                     CancelToken& cancel, Progress& progress) = 0;

  // The texts that `fora run` prints: repr(value), and str(exception).
  virtual Result<std::string> Repr(const Runnable& runnable, const Value& value) = 0;
  virtual Result<std::string> Str(const Runnable& runnable, const Value& value) = 0;

  // A piece of a run for a peer, of about that much work on one thread; null if there is none that is worth
  // the journey for so long, or sooner, if a loan may have become unwanted.
  virtual std::shared_ptr<Loan> TakeLoan(std::chrono::nanoseconds work, std::chrono::nanoseconds wait) {
    return nullptr;
  }

  // Runs a piece of a run of this program that another worker's engine lent, and gives its result. Errors:
  // the piece has to be run where it comes from.
  virtual absl::StatusOr<std::string> RunTask(const Runnable& runnable, std::string_view task,
                                              CancelToken& cancel) {
    return absl::UnimplementedError("this engine takes no pieces of other workers' runs");
  }

  virtual int threads() const = 0;
};

}  // namespace fora::worker
