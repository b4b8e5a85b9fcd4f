// Manager: hosts the state machine: gives it events, one at a time, and carries out its actions.
//
// Thread safety: every method may be called from any thread. The listener is called on any thread, without
// locks.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/statusor.h"
#include "cluster/manager/state.h"
#include "cluster/manager/worker_link.h"

namespace fora::manager {

// What a client is told of its job.
struct JobUpdate {
  JobId job;
  bool is_done = false;
  uint32_t cores = 0;  // not done: that work on it
  std::string result;  // done: a serialised JobResult
};

struct ManagerOptions {
  Limits limits;
  std::string instance;  // makes this manager's job ids its own; random
  Connect connect;
  std::function<void(JobUpdate)> listener;
};

struct PeerAddress {
  WorkerId worker;
  std::string control_address, data_address;
};

struct ClusterStatus {
  uint32_t workers = 0;
  uint32_t threads = 0;
  uint64_t pieces_done = 0;  // that workers ran for each other
};

class Manager {
 public:
  explicit Manager(ManagerOptions options);
  ~Manager();  // as Stop
  Manager(const Manager&) = delete;
  Manager& operator=(const Manager&) = delete;

  // For clients.
  // program: serialised. Errors: ResourceExhausted: too many jobs are queued.
  absl::StatusOr<JobId> Submit(std::string program, std::vector<ValueId> inputs);
  void Cancel(const JobId& job);  // unknown jobs are ignored
  void FetchValue(const ValueId& id, uint64_t bytes_max, FetchCallback callback);
  void ReleaseValues(std::vector<ValueId> ids);
  ClusterStatus status();

  // For workers.
  WorkerId Register(const std::string& control_address, const std::string& data_address, uint32_t threads);
  // pieces_done: of other workers' jobs. False: unknown, register again.
  bool Heartbeat(WorkerId worker, uint64_t pieces_done);
  void Leave(WorkerId worker);
  std::vector<PeerAddress> PeersOf(WorkerId worker);

  // No listener call comes after this.
  void Stop();

 private:
  // Applies the event, then runs all pending actions, unless another thread is at it: so they keep their
  // order, and run without the lock.
  void Handle(const Event& event);
  void Perform(const Action& action);
  void Do(const ConnectWorker& action);
  void Do(const DropWorker& action);
  void Do(const StartJob& action);
  void Do(const CancelJob& action);
  void Do(const manager::ReleaseValues& action);
  void Do(const FinishJob& action);
  void Do(const FailJob& action);
  std::shared_ptr<WorkerLink> LinkOf(WorkerId worker);
  void ClockMain();
  int64_t NowMs() const;
  void Tell(JobUpdate update);

  const ManagerOptions options_;
  const std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable stopped_;
  State state_;
  std::deque<Action> actions_;
  bool is_performing_ = false;
  bool is_stopping_ = false;
  uint64_t jobs_ever_ = 0;
  std::map<WorkerId, std::shared_ptr<WorkerLink>> links_;
  struct Held {
    std::shared_ptr<const std::string> program;
    std::string result;  // once its worker has told it
  };
  std::map<JobId, Held> jobs_;
  std::thread clock_;
};

}  // namespace fora::manager
