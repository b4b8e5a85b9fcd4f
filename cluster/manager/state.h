// The manager's state machine: which jobs, workers and values there are, and what is to be done about an
// event.
//
// Pure: Apply is a function of the state and the event, the clock comes with the event, and nothing is sent
// from here. Whoever hosts it carries out the actions in order. Invariants: (1) A job is queued, or runs on
// exactly one worker that is known. (2) Every job that was submitted ends in exactly one Finish or Fail. (3)
// A value is on a worker that is known.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "runtime/base/strong_id.h"

namespace fora::manager {

FORA_DEFINE_ID(WorkerId, uint64_t);  // counts from 1
using JobId = std::string;
using ValueId = std::string;

struct Limits {
  size_t jobs_queued_max = 10000;
  size_t jobs_per_thread_max = 8;  // that run on a worker at once, per thread of it
  int attempts_max = 3;            // runs that may be lost
  int64_t worker_silence_max_ms = 5000;
  int64_t tick_gap_max_ms = 2000;  // a longer one: the manager itself was stopped
  int64_t no_worker_wait_max_ms = 10000;
};

struct Worker {
  std::string control_address, data_address;
  uint32_t threads = 1;
  int64_t seen_ms = 0;
  std::set<JobId> running;
  uint64_t jobs_ever = 0;
  uint64_t pieces_done = 0;  // of other workers' jobs
};

struct Job {
  std::vector<ValueId> inputs;
  std::optional<WorkerId> worker;  // none: queued
  int attempts = 0;
  bool is_cancelled = false;
  int64_t waits_since_ms = 0;
};

struct StoredValue {
  WorkerId worker;
  uint64_t size_bytes = 0;
};

struct State {
  Limits limits;
  uint64_t workers_ever = 0;
  std::map<WorkerId, Worker> workers;
  std::map<JobId, Job> jobs;
  std::deque<JobId> queue;
  std::map<ValueId, StoredValue> values;
  int64_t now_ms = 0;
  int64_t ticked_ms = 0;
};

// ---- Events ----

struct WorkerJoined {
  std::string control_address, data_address;
  uint32_t threads;
};  // its id: workers_ever afterwards
struct WorkerSeen {
  WorkerId worker;
  uint64_t pieces_done = 0;
};
struct WorkerGone {
  WorkerId worker;
};  // it left, or its connection broke
struct JobSubmitted {
  JobId job;
  std::vector<ValueId> inputs;
};
struct JobCancelled {
  JobId job;
};
struct NewValue {
  ValueId id;
  uint64_t size_bytes;
};
struct JobDone {
  JobId job;
  WorkerId worker;
  std::vector<NewValue> values;
};
struct JobBroken {
  JobId job;
  WorkerId worker;
};  // its run ended without a result, though the worker is there
struct ValuesReleased {
  std::vector<ValueId> ids;
};
struct Tick {
  int64_t now_ms;
};
using Event = std::variant<WorkerJoined, WorkerSeen, WorkerGone, JobSubmitted, JobCancelled, JobDone,
                           JobBroken, ValuesReleased, Tick>;

// ---- Actions ----

struct InputLocation {
  ValueId id;
  std::string data_address;
  uint64_t size_bytes;
};
struct ConnectWorker {
  WorkerId worker;
};  // to Worker::control_address
struct DropWorker {
  WorkerId worker;
};
struct StartJob {
  JobId job;
  WorkerId worker;
  std::vector<InputLocation> inputs;
};  // inputs that are on other workers
struct CancelJob {
  JobId job;
  WorkerId worker;
};
struct ReleaseValues {
  WorkerId worker;
  std::vector<ValueId> ids;
};
struct FinishJob {
  JobId job;
};  // the worker's result is the job's
enum class FailReason : uint8_t { kCancelled, kLost };
struct FailJob {
  JobId job;
  FailReason reason;
  std::string message;
};
using Action =
    std::variant<ConnectWorker, DropWorker, StartJob, CancelJob, ReleaseValues, FinishJob, FailJob>;

// Whether one more job may be queued. If not, JobSubmitted must not be applied.
bool HasRoom(const State& state);

std::vector<Action> Apply(State& state, const Event& event);

// The worker for a job, or none if all are full. The one that holds most of the input bytes, then the least
// loaded, then the one that has had fewest jobs (results stay where they were made), then the oldest.
std::optional<WorkerId> Place(const State& state, const Job& job);

}  // namespace fora::manager
