// Peers: how a worker gets at what is on other workers. Implemented by cluster/rpc.
//
// Thread safety: every method may be called from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "cluster/worker/cancel_token.h"
#include "cluster/worker/input.h"

namespace fora::worker {

struct Peer {
  std::string control_address, data_address;
};

// A piece of a job, as bytes that only the engine understands.
struct RemoteTask {
  std::string program_hash;  // Hash128 of the serialised program
  std::string program;       // that program; may be empty if the peer has run a task of it before
  std::string task;
  std::vector<Input> inputs = {};  // the remote values that the program refers to; come with it
};

// A task that is under way. Letting go of it does not end it.
class TaskCall {
 public:
  virtual ~TaskCall() = default;
  virtual void Cancel() = 0;  // the callback still comes
};

using TaskCallback = std::function<void(absl::StatusOr<std::string> result)>;

class Peers {
 public:
  virtual ~Peers() = default;
  // The serialised ObjectGraph of a value. Errors: NotFound; Unavailable: the peer is gone; Cancelled;
  // ResourceExhausted: there is no memory for it, there or here.
  virtual absl::StatusOr<std::string> FetchValue(const std::string& data_address, const std::string& id,
                                                 CancelToken& cancel) = 0;

  // The other workers of the cluster, as of the last heartbeat.
  virtual std::vector<Peer> Others() = 0;
  virtual void SetOthers(std::vector<Peer> others) = 0;

  // Where others fetch this worker's values; empty until it is registered.
  virtual std::string OwnDataAddress() = 0;
  virtual void SetOwnDataAddress(std::string address) = 0;

  // Has the task run on a peer. Errors: NotFound: the peer needs the program's bytes; ResourceExhausted: it
  // is busy; Unavailable: it is gone; Cancelled; and those of Engine::RunTask. The callback comes once, on
  // any thread.
  virtual std::shared_ptr<TaskCall> StartTask(const std::string& control_address, const RemoteTask& task,
                                              TaskCallback callback) = 0;
};

}  // namespace fora::worker
