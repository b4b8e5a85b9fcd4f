#include "cluster/manager/manager.h"

#include <utility>
#include <variant>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "cluster/wire/job_result.h"

namespace fora::manager {
namespace {

constexpr std::chrono::milliseconds kTickEvery{250};

}  // namespace

Manager::Manager(ManagerOptions options) : options_(std::move(options)) {
  state_.limits = options_.limits;
  clock_ = std::thread([this] { ClockMain(); });
}

Manager::~Manager() { Stop(); }

absl::StatusOr<JobId> Manager::Submit(std::string program, std::vector<ValueId> inputs) {
  JobId id;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (!HasRoom(state_)) {
      return absl::ResourceExhaustedError(absl::StrCat("the queue is full: ", state_.queue.size(),
                                                       " jobs are waiting; submit this one later"));
    }
    id = absl::StrCat(options_.instance, "-", ++jobs_ever_);
    jobs_[id] = {std::make_shared<const std::string>(std::move(program)), ""};
  }
  Handle(JobSubmitted{id, std::move(inputs)});
  return id;
}

void Manager::Cancel(const JobId& job) { Handle(JobCancelled{job}); }

void Manager::FetchValue(const ValueId& id, uint64_t bytes_max, FetchCallback callback) {
  std::shared_ptr<WorkerLink> link;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    auto found = state_.values.find(id);
    if (found != state_.values.end()) link = links_[found->second.worker];
  }
  if (link == nullptr) return callback(absl::NotFoundError(absl::StrCat("there is no value ", id)));
  link->FetchValue(id, bytes_max, std::move(callback));
}

void Manager::ReleaseValues(std::vector<ValueId> ids) { Handle(ValuesReleased{std::move(ids)}); }

ClusterStatus Manager::status() {
  std::lock_guard<std::mutex> lock(mutex_);
  ClusterStatus status;
  for (const auto& [id, worker] : state_.workers) {
    ++status.workers;
    status.threads += worker.threads;
    status.pieces_done += worker.pieces_done;
  }
  return status;
}

WorkerId Manager::Register(const std::string& control_address, const std::string& data_address,
                           uint32_t threads) {
  std::vector<WorkerId> before;  // the same worker, under an id that it has forgotten
  {
    std::lock_guard<std::mutex> lock(mutex_);
    for (const auto& [id, worker] : state_.workers) {
      if (worker.control_address == control_address) before.push_back(id);
    }
  }
  for (WorkerId id : before) Handle(WorkerGone{id});
  WorkerId id;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    for (Action& action : Apply(state_, WorkerJoined{control_address, data_address, threads})) {
      actions_.push_back(std::move(action));
    }
    id = WorkerId(state_.workers_ever);
  }
  Handle(WorkerSeen{id});
  return id;
}

bool Manager::Heartbeat(WorkerId worker, uint64_t pieces_done) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (!state_.workers.contains(worker)) return false;
  }
  Handle(WorkerSeen{worker, pieces_done});
  return true;
}

void Manager::Leave(WorkerId worker) { Handle(WorkerGone{worker}); }

std::vector<PeerAddress> Manager::PeersOf(WorkerId asking) {
  std::lock_guard<std::mutex> lock(mutex_);
  std::vector<PeerAddress> peers;
  for (const auto& [id, worker] : state_.workers) {
    if (id != asking) peers.push_back({id, worker.control_address, worker.data_address});
  }
  return peers;
}

void Manager::Stop() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    is_stopping_ = true;
  }
  stopped_.notify_all();
  if (clock_.joinable()) clock_.join();
  std::map<WorkerId, std::shared_ptr<WorkerLink>> links;  // closed without the lock
  std::lock_guard<std::mutex> lock(mutex_);
  links.swap(links_);
}

void Manager::Handle(const Event& event) {
  std::unique_lock<std::mutex> lock(mutex_);
  state_.now_ms = NowMs();
  for (Action& action : Apply(state_, event)) actions_.push_back(std::move(action));
  if (is_performing_) return;
  is_performing_ = true;
  while (!actions_.empty() && !is_stopping_) {
    Action action = std::move(actions_.front());
    actions_.pop_front();
    lock.unlock();
    Perform(action);
    lock.lock();
  }
  is_performing_ = false;
}

void Manager::Perform(const Action& action) {
  std::visit([this](const auto& what) { Do(what); }, action);
}

void Manager::Do(const ConnectWorker& action) {
  std::string control_address, data_address;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    auto found = state_.workers.find(action.worker);
    if (found == state_.workers.end()) return;
    control_address = found->second.control_address;
    data_address = found->second.data_address;
  }
  std::shared_ptr<WorkerLink> link = options_.connect(control_address, data_address);
  std::lock_guard<std::mutex> lock(mutex_);
  links_[action.worker] = std::move(link);
}

void Manager::Do(const DropWorker& action) {
  std::shared_ptr<WorkerLink> link;
  std::lock_guard<std::mutex> lock(mutex_);
  auto found = links_.find(action.worker);
  if (found == links_.end()) return;
  link = std::move(found->second);
  links_.erase(found);
}

void Manager::Do(const StartJob& action) {
  std::shared_ptr<WorkerLink> link = LinkOf(action.worker);
  std::shared_ptr<const std::string> program;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    program = jobs_[action.job].program;
  }
  if (link == nullptr || program == nullptr) return;  // lost in the meantime; the state knows
  RunCallbacks callbacks;
  callbacks.progress = [this, job = action.job](uint32_t cores) { Tell({job, false, cores, ""}); };
  callbacks.done = [this, job = action.job, worker = action.worker](std::string result,
                                                                    std::vector<NewValue> values) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      auto found = jobs_.find(job);
      if (found != jobs_.end()) found->second.result = std::move(result);
    }
    Handle(JobDone{job, worker, std::move(values)});
  };
  callbacks.broken = [this, job = action.job, worker = action.worker] { Handle(JobBroken{job, worker}); };
  callbacks.gone = [this, worker = action.worker] { Handle(WorkerGone{worker}); };
  link->RunJob(action.job, *program, action.inputs, std::move(callbacks));
}

void Manager::Do(const CancelJob& action) {
  if (std::shared_ptr<WorkerLink> link = LinkOf(action.worker)) link->CancelJob(action.job);
}

void Manager::Do(const manager::ReleaseValues& action) {
  if (std::shared_ptr<WorkerLink> link = LinkOf(action.worker)) link->ReleaseValues(action.ids);
}

void Manager::Do(const FinishJob& action) {
  JobUpdate update{action.job, true, 0, ""};
  {
    std::lock_guard<std::mutex> lock(mutex_);
    update.result = std::move(jobs_[action.job].result);
    jobs_.erase(action.job);
  }
  Tell(std::move(update));
}

void Manager::Do(const FailJob& action) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    jobs_.erase(action.job);
  }
  wire::LostReason reason =
      action.reason == FailReason::kCancelled ? wire::LostReason::kCancelled : wire::LostReason::kInternal;
  Tell({action.job, true, 0, wire::EncodeLostJob(action.job, reason, action.message)});
}

std::shared_ptr<WorkerLink> Manager::LinkOf(WorkerId worker) {
  std::lock_guard<std::mutex> lock(mutex_);
  auto found = links_.find(worker);
  return found != links_.end() ? found->second : nullptr;
}

void Manager::Tell(JobUpdate update) {
  if (options_.listener) options_.listener(std::move(update));
}

void Manager::ClockMain() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (!stopped_.wait_for(lock, kTickEvery, [this] { return is_stopping_; })) {
    lock.unlock();
    Handle(Tick{NowMs()});
    lock.lock();
  }
}

int64_t Manager::NowMs() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started_)
      .count();
}

}  // namespace fora::manager
