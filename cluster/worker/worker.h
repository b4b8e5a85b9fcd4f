// Worker: runs jobs and keeps their values. Knows no network: cluster/rpc speaks for it.
//
// Thread safety: every method may be called from any thread. Callbacks run on the worker's threads, without
// its locks. Invariant: every job that was started ends with exactly one call of its `done`.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "cluster/wire/job_result.h"
#include "cluster/worker/cancel_token.h"
#include "cluster/worker/engine.h"
#include "cluster/worker/lender.h"
#include "cluster/worker/lent_programs.h"
#include "cluster/worker/peers.h"
#include "cluster/worker/program_cache.h"
#include "cluster/worker/value_store.h"

namespace fora::worker {

struct JobRequest {
  std::string job_id;
  std::string program;        // a serialised Program with its syntax
  std::vector<Input> inputs;  // the remote values that it refers to and that are on other workers
};

struct JobCallbacks {
  std::function<void(uint32_t cores)> progress;  // about every 0.25 s while the job runs
  // result: a serialised JobResult.
  std::function<void(std::string result, std::vector<wire::StoredValue> values)> done;
};

struct WorkerOptions {
  int jobs_max = 64;     // that run at the same time; the manager queues more than that
  size_t tasks_max = 2;  // for other workers, at the same time
};

class Worker {
 public:
  // engine and peers outlive the worker. peers may be null: then no value comes from elsewhere.
  Worker(Engine* engine, Peers* peers, const WorkerOptions& options);
  ~Worker();  // as Stop
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void RunJob(JobRequest request, JobCallbacks callbacks);
  void CancelJob(const std::string& job_id);
  void ReleaseValues(const std::vector<std::string>& ids);

  // A serialised ObjectGraph. bytes_max 0: no limit. Errors: NotFound, FailedPrecondition and
  // ResourceExhausted (see wire::EncodeValue).
  absl::StatusOr<std::string> GetValue(const std::string& id, uint64_t bytes_max);

  // A piece of a run on another worker; waits for it. Errors: NotFound: the program isn't known here and
  // didn't come along; InvalidArgument; ResourceExhausted: this worker has jobs of its own, or pieces enough,
  // or the program's remote values are on their way here; Unavailable: it is stopping; as Engine::RunTask.
  absl::StatusOr<std::string> RunTask(const RemoteTask& task, CancelToken& cancel);

  // How many pieces of other workers' runs it has run.
  uint64_t tasks_done() const { return tasks_done_.load(); }

  // Cancels everything and waits for it.
  void Stop();

  int threads() const { return engine_->threads(); }

 private:
  struct Job {
    JobRequest request;
    JobCallbacks callbacks;
    CancelToken cancel;
    Progress progress;
  };

  void ThreadMain();
  void ReportMain();
  void Execute(Job& job);
  // The remote values that a program refers to.
  struct Inputs {
    std::map<std::string, KeptValue> values;
    std::vector<Input> from;  // where others get them
    uint64_t size_bytes = 0;
  };

  absl::StatusOr<std::shared_ptr<const Runnable>> ProgramOf(const RemoteTask& task);
  Result<std::shared_ptr<const Runnable>> Prepare(source::Program program, const Hash128& hash,
                                                  Inputs inputs);
  Output RunProgram(Job& job, std::shared_ptr<const Runnable>& runnable);
  // elsewhere: those that may not be here. What is fetched is kept by whoever holds the result, and nowhere
  // else. Errors, with the value: FailedPrecondition: it is gone; ResourceExhausted, Unavailable: not now;
  // Cancelled.
  absl::StatusOr<Inputs> InputsOf(const source::Program& program, const std::vector<Input>& elsewhere,
                                  CancelToken& cancel);
  absl::StatusOr<KeptValue> Fetch(const Input& input, CancelToken& cancel);

  Engine* const engine_;
  Peers* const peers_;
  const WorkerOptions options_;
  ValueStore values_;
  ProgramCache programs_;
  LentPrograms lent_programs_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Job>> waiting_;
  std::map<std::string, std::shared_ptr<Job>> jobs_;  // waiting and running, by id
  std::set<CancelToken*> tasks_;                      // that run for others
  std::atomic<uint64_t> tasks_done_{0};
  size_t idle_threads_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
  std::thread reporter_;
  std::unique_ptr<Lender> lender_;  // null without peers
};

}  // namespace fora::worker
