#include "cluster/manager/state.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fora::manager {
namespace {

class Step {
 public:
  explicit Step(State& state) : state_(state) {}

  void operator()(const WorkerJoined& event) {
    WorkerId id(++state_.workers_ever);
    state_.workers[id] = {
        event.control_address, event.data_address, std::max(event.threads, 1u), state_.now_ms, {}};
    Do(ConnectWorker{id});
  }

  void operator()(const WorkerSeen& event) {
    auto found = state_.workers.find(event.worker);
    if (found == state_.workers.end()) return;
    found->second.seen_ms = state_.now_ms;
    found->second.pieces_done = event.pieces_done;
  }

  void operator()(const WorkerGone& event) { Lose(event.worker); }

  void operator()(const JobSubmitted& event) {
    Job& job = state_.jobs[event.job];
    job.inputs = event.inputs;
    job.waits_since_ms = state_.now_ms;
    state_.queue.push_back(event.job);
  }

  void operator()(const JobCancelled& event) {
    auto found = state_.jobs.find(event.job);
    if (found == state_.jobs.end() || found->second.is_cancelled) return;
    found->second.is_cancelled = true;
    if (found->second.worker) {
      Do(CancelJob{event.job, *found->second.worker});
    } else {
      Fail(event.job, FailReason::kCancelled, "cancelled");
    }
  }

  void operator()(const JobDone& event) {
    auto found = state_.jobs.find(event.job);
    if (found == state_.jobs.end() || found->second.worker != event.worker)
      return;  // it runs elsewhere by now
    for (const NewValue& value : event.values) state_.values[value.id] = {event.worker, value.size_bytes};
    state_.workers[event.worker].running.erase(event.job);
    state_.jobs.erase(found);
    Do(FinishJob{event.job});
  }

  void operator()(const JobBroken& event) {
    auto found = state_.jobs.find(event.job);
    if (found == state_.jobs.end() || found->second.worker != event.worker) return;
    state_.workers[event.worker].running.erase(event.job);
    Requeue(event.job);
  }

  void operator()(const ValuesReleased& event) {
    std::map<WorkerId, std::vector<ValueId>> by_worker;
    for (const ValueId& id : event.ids) {
      auto found = state_.values.find(id);
      if (found == state_.values.end()) continue;
      by_worker[found->second.worker].push_back(id);
      state_.values.erase(found);
    }
    for (auto& [worker, ids] : by_worker) Do(ReleaseValues{worker, std::move(ids)});
  }

  void operator()(const Tick& event) {
    state_.now_ms = event.now_ms;
    // While the manager was stopped (a suspended machine, a debugger) it heard of nobody: that is no silence.
    int64_t gap_ms = state_.now_ms - state_.ticked_ms;
    state_.ticked_ms = state_.now_ms;
    if (gap_ms > state_.limits.tick_gap_max_ms) {
      for (auto& [id, worker] : state_.workers) worker.seen_ms = state_.now_ms;
    }
    std::vector<WorkerId> silent;
    for (const auto& [id, worker] : state_.workers) {
      if (state_.now_ms - worker.seen_ms > state_.limits.worker_silence_max_ms) silent.push_back(id);
    }
    for (WorkerId id : silent) Lose(id);
    if (!state_.workers.empty()) return;
    std::vector<JobId> stranded;
    for (const JobId& id : state_.queue) {
      if (state_.now_ms - state_.jobs[id].waits_since_ms > state_.limits.no_worker_wait_max_ms)
        stranded.push_back(id);
    }
    for (const JobId& id : stranded) Fail(id, FailReason::kLost, "no worker is connected to the manager");
  }

  std::vector<Action> Finish() {
    StartWaiting();
    return std::move(actions_);
  }

 private:
  void Do(Action action) { actions_.push_back(std::move(action)); }

  void Fail(const JobId& id, FailReason reason, std::string message) {
    std::erase(state_.queue, id);
    state_.jobs.erase(id);
    Do(FailJob{id, reason, std::move(message)});
  }

  // The worker's jobs are offered again, first in the queue: runs are pure, so nobody can tell.
  void Lose(WorkerId id) {
    auto found = state_.workers.find(id);
    if (found == state_.workers.end()) return;
    std::set<JobId> running = std::move(found->second.running);
    state_.workers.erase(found);
    std::erase_if(state_.values, [id](const auto& value) { return value.second.worker == id; });
    Do(DropWorker{id});
    for (auto job_id = running.rbegin(); job_id != running.rend(); ++job_id) Requeue(*job_id);
  }

  void Requeue(const JobId& id) {
    Job& job = state_.jobs[id];
    job.worker.reset();
    job.waits_since_ms = state_.now_ms;
    if (job.is_cancelled) {
      Fail(id, FailReason::kCancelled, "cancelled");
    } else if (job.attempts >= state_.limits.attempts_max) {
      Fail(id, FailReason::kLost,
           "its run was lost " + std::to_string(job.attempts) +
               " times in a row: its workers went away, or their connections broke");
    } else {
      state_.queue.push_front(id);
    }
  }

  void StartWaiting() {
    while (!state_.queue.empty()) {
      JobId id = state_.queue.front();
      Job& job = state_.jobs[id];
      if (const ValueId* missing = MissingInput(job)) {
        Fail(id, FailReason::kLost,
             "the value " + *missing +
                 " is no longer on the cluster: it was released, or its worker was lost");
        continue;
      }
      std::optional<WorkerId> worker = Place(state_, job);
      if (!worker) return;
      state_.queue.pop_front();
      job.worker = worker;
      ++job.attempts;
      Worker& chosen = state_.workers[*worker];
      chosen.running.insert(id);
      ++chosen.jobs_ever;
      Do(StartJob{id, *worker, Elsewhere(job, *worker)});
    }
  }

  const ValueId* MissingInput(const Job& job) const {
    for (const ValueId& id : job.inputs) {
      if (!state_.values.contains(id)) return &id;
    }
    return nullptr;
  }

  std::vector<InputLocation> Elsewhere(const Job& job, WorkerId worker) const {
    std::vector<InputLocation> inputs;
    for (const ValueId& id : job.inputs) {
      const auto& [holder, size_bytes] = state_.values.at(id);
      if (holder != worker) inputs.push_back({id, state_.workers.at(holder).data_address, size_bytes});
    }
    return inputs;
  }

  State& state_;
  std::vector<Action> actions_;
};

}  // namespace

bool HasRoom(const State& state) { return state.queue.size() < state.limits.jobs_queued_max; }

std::vector<Action> Apply(State& state, const Event& event) {
  Step step(state);
  std::visit(step, event);
  return step.Finish();
}

std::optional<WorkerId> Place(const State& state, const Job& job) {
  std::map<WorkerId, uint64_t> local_bytes;
  for (const ValueId& id : job.inputs) {
    auto found = state.values.find(id);
    // A value of no bytes is still better at home.
    if (found != state.values.end()) local_bytes[found->second.worker] += found->second.size_bytes + 1;
  }
  std::optional<WorkerId> best;
  std::tuple<uint64_t, double, double> best_rank;
  for (const auto& [id, worker] : state.workers) {
    if (worker.running.size() >= worker.threads * state.limits.jobs_per_thread_max) continue;
    auto found = local_bytes.find(id);
    double load = static_cast<double>(worker.running.size()) / worker.threads;
    std::tuple<uint64_t, double, double> rank{found != local_bytes.end() ? found->second : 0, -load,
                                              -static_cast<double>(worker.jobs_ever) / worker.threads};
    if (!best || rank > best_rank) {
      best = id;
      best_rank = rank;
    }
  }
  return best;
}

}  // namespace fora::manager
