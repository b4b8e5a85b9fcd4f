#include "cluster/worker/worker.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "absl/strings/str_cat.h"
#include "cluster/wire/bytes.h"
#include "runtime/base/status_macros.h"
#include "runtime/memory/memory.h"

namespace fora::worker {
namespace {

constexpr std::chrono::milliseconds kReportEvery{250};

// What it costs to bring a value to a peer: to write it, send it and make it anew there. A job travels once
// it has run for as long, so that its values never cost more than it took without them.
constexpr uint64_t kInputNsPerByte = 5;
// While a value is brought here, its bytes are here as well as what is made of them.
constexpr int64_t kCopiesOfInput = 3;

Output Stopped(std::unique_ptr<Stop> stop) {
  Output output;
  output.stop = std::move(stop);
  return output;
}

// A program with the values that it was given, which may point into programs of their own.
struct Ready {
  std::map<std::string, KeptValue> inputs;
  std::shared_ptr<const Runnable> program;  // destroyed first
};

}  // namespace

Worker::Worker(Engine* engine, Peers* peers, const WorkerOptions& options)
    : engine_(engine), peers_(peers), options_(options), reporter_([this] { ReportMain(); }) {
  if (peers != nullptr) lender_ = std::make_unique<Lender>(engine, peers);
}

Worker::~Worker() { Stop(); }

void Worker::RunJob(JobRequest request, JobCallbacks callbacks) {
  auto job = std::make_shared<Job>();
  job->request = std::move(request);
  job->callbacks = std::move(callbacks);
  bool refused = false;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    refused = stopping_;
    if (!refused) {
      jobs_[job->request.job_id] = job;
      waiting_.push_back(job);
      if (idle_threads_ < waiting_.size() && threads_.size() < static_cast<size_t>(options_.jobs_max)) {
        threads_.emplace_back([this] { ThreadMain(); });
      }
    }
  }
  if (refused) {
    job->callbacks.done(
        wire::EncodeLostJob(job->request.job_id, wire::LostReason::kInternal, "the worker is stopping"), {});
  }
  changed_.notify_all();
}

void Worker::CancelJob(const std::string& job_id) {
  std::shared_ptr<Job> job;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    auto found = jobs_.find(job_id);
    if (found == jobs_.end()) return;
    job = found->second;
  }
  job->cancel.Cancel();
}

void Worker::ReleaseValues(const std::vector<std::string>& ids) {
  for (const std::string& id : ids) values_.Release(id);
}

absl::StatusOr<std::string> Worker::GetValue(const std::string& id, uint64_t bytes_max) {
  std::optional<KeptValue> kept = values_.Find(id);
  if (!kept) return absl::NotFoundError(absl::StrCat("there is no value ", id));
  if (bytes_max != 0 && kept->size_bytes > bytes_max) {
    return absl::ResourceExhaustedError(
        absl::StrCat("the value has ", kept->size_bytes, " bytes; at most ", bytes_max, " were asked for"));
  }
  return wire::SerializeValue(kept->value, 0);
}

void Worker::Stop() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
    for (auto& [id, job] : jobs_) job->cancel.Cancel();
    for (CancelToken* task : tasks_) task->Cancel();
  }
  changed_.notify_all();
  lender_ = nullptr;
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
  if (reporter_.joinable()) reporter_.join();
  {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return tasks_.empty(); });
  }
  lent_programs_.Clear();
}

void Worker::ThreadMain() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    ++idle_threads_;
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    --idle_threads_;
    if (waiting_.empty()) return;
    std::shared_ptr<Job> job = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    Execute(*job);
    job.reset();
    lock.lock();
  }
}

void Worker::ReportMain() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (!changed_.wait_for(lock, kReportEvery, [this] { return stopping_; })) {
    std::vector<std::shared_ptr<Job>> jobs;
    for (auto& [id, job] : jobs_) jobs.push_back(job);
    lock.unlock();
    for (auto& job : jobs) job->callbacks.progress(job->progress.cores.load());
    jobs.clear();
    lent_programs_.DropIdle(std::chrono::steady_clock::now());
    lock.lock();
  }
}

void Worker::Execute(Job& job) {
  std::shared_ptr<const Runnable> runnable;
  Output output = RunProgram(job, runnable);
  wire::JobOutcome outcome;
  outcome.is_block = output.is_block;
  outcome.stop = std::move(output.stop);
  std::vector<wire::StoredValue> stored;
  for (auto& [name, value] : output.values) {
    const wire::Footprint footprint = wire::FootprintOf(value);
    wire::StoredValue kept{absl::StrCat(job.request.job_id, ".", stored.size()), footprint.bytes};
    // What is only data keeps neither its program nor the values that the program was given.
    values_.Put(kept.id, {footprint.has_code ? runnable : nullptr, std::move(value), kept.size_bytes});
    outcome.values.push_back({name, kept});
    stored.push_back(std::move(kept));
  }
  std::string result = wire::EncodeJobResult(job.request.job_id, outcome);
  outcome.stop.reset();  // the exception is of the program: it goes before it
  runnable = nullptr;    // and the values that were brought here go before anybody hears of the result
  {
    std::lock_guard<std::mutex> lock(mutex_);
    jobs_.erase(job.request.job_id);
  }
  job.callbacks.done(std::move(result), std::move(stored));
}

Output Worker::RunProgram(Job& job, std::shared_ptr<const Runnable>& runnable) {
  if (job.cancel.cancelled()) return Stopped(Cancelled());
  Hash128 hash = Hash128::Of(job.request.program);
  auto portable = std::make_shared<PortableProgram>();
  runnable = programs_.Find(hash);
  if (runnable == nullptr) {
    absl::StatusOr<source::Program> program = wire::ParseProgram(job.request.program);
    if (!program.ok()) return Stopped(Internal(std::string(program.status().message())));
    absl::StatusOr<Inputs> inputs = InputsOf(*program, job.request.inputs, job.cancel);
    if (job.cancel.cancelled()) return Stopped(Cancelled());
    if (!inputs.ok()) return Stopped(Internal(std::string(inputs.status().message())));
    portable->inputs = inputs->from;
    portable->pays_after = std::chrono::nanoseconds(inputs->size_bytes * kInputNsPerByte);
    auto prepared = Prepare(*std::move(program), hash, *std::move(inputs));
    if (!prepared.ok()) return Stopped(prepared.TakeStop());
    runnable = std::move(*prepared);
  }
  if (peers_ == nullptr) {
    portable = nullptr;
  } else {
    portable->hash = hash.ToBytes();
    portable->bytes = std::move(job.request.program);
  }
  return engine_->Run(*runnable, std::move(portable), job.cancel, job.progress);
}

Result<std::shared_ptr<const Runnable>> Worker::Prepare(source::Program program, const Hash128& hash,
                                                        Inputs inputs) {
  auto ready = std::make_shared<Ready>();
  ready->inputs = std::move(inputs.values);
  auto prepared = engine_->Prepare(std::move(program), [&](const std::string& id) -> std::optional<Value> {
    auto found = ready->inputs.find(id);
    if (found == ready->inputs.end()) return std::nullopt;
    return found->second.value;
  });
  if (!prepared.ok()) return prepared.TakeStop();
  ready->program = std::move(*prepared);
  bool is_closed = ready->inputs.empty();  // else the cache would keep values that were released
  const Runnable* program_itself = ready->program.get();
  std::shared_ptr<const Runnable> runnable(std::move(ready), program_itself);
  if (is_closed) programs_.Put(hash, runnable);
  return runnable;
}

absl::StatusOr<std::string> Worker::RunTask(const RemoteTask& task, CancelToken& cancel) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (stopping_) return absl::UnavailableError("the worker is stopping");
    if (!jobs_.empty() || tasks_.size() >= options_.tasks_max)
      return absl::ResourceExhaustedError("the worker is busy");
    tasks_.insert(&cancel);
  }
  absl::StatusOr<std::shared_ptr<const Runnable>> runnable = ProgramOf(task);
  absl::StatusOr<std::string> result =
      runnable.ok() ? engine_->RunTask(**runnable, task.task, cancel) : runnable.status();
  if (result.ok()) ++tasks_done_;
  std::lock_guard<std::mutex> lock(mutex_);
  tasks_.erase(&cancel);
  changed_.notify_all();
  return result;
}

absl::StatusOr<std::shared_ptr<const Runnable>> Worker::ProgramOf(const RemoteTask& task) {
  std::optional<Hash128> hash = Hash128::FromBytes(task.program_hash);
  if (!hash) return absl::InvalidArgumentError("the program's hash is malformed");
  if (std::shared_ptr<const Runnable> known = programs_.Find(*hash)) return known;
  const LentPrograms::Time now = std::chrono::steady_clock::now();
  absl::StatusOr<std::shared_ptr<const Runnable>> lent = lent_programs_.Find(*hash, now);
  if (!absl::IsNotFound(lent.status()) || task.program.empty()) return lent;
  if (Hash128::Of(task.program) != *hash)
    return absl::InvalidArgumentError("the program is not the one of its hash");
  absl::StatusOr<source::Program> program = wire::ParseProgram(task.program);
  if (!program.ok()) return program.status();
  auto prepare = [this, hash = *hash](source::Program program,
                                      Inputs inputs) -> absl::StatusOr<std::shared_ptr<const Runnable>> {
    auto prepared = Prepare(std::move(program), hash, std::move(inputs));
    if (!prepared.ok()) return absl::InvalidArgumentError(prepared.stop().message);
    return std::move(*prepared);
  };
  if (wire::RemoteValuesOf(*program).empty()) return prepare(*std::move(program), {});
  return lent_programs_.Make(
      *hash,
      [this, prepare, program = std::make_shared<source::Program>(*std::move(program)),
       elsewhere = task.inputs](CancelToken& cancel) -> absl::StatusOr<std::shared_ptr<const Runnable>> {
        FORA_ASSIGN_OR_RETURN(Inputs inputs, InputsOf(*program, elsewhere, cancel));
        return prepare(std::move(*program), std::move(inputs));
      },
      now);
}

absl::StatusOr<Worker::Inputs> Worker::InputsOf(const source::Program& program,
                                                const std::vector<Input>& elsewhere, CancelToken& cancel) {
  Inputs inputs;
  for (const std::string& id : wire::RemoteValuesOf(program)) {
    Input from{id, peers_ == nullptr ? "" : peers_->OwnDataAddress(), 0};
    std::optional<KeptValue> kept = values_.Find(id);
    if (!kept) {
      const auto found = std::find_if(elsewhere.begin(), elsewhere.end(),
                                      [&](const Input& input) { return input.id == id; });
      if (found == elsewhere.end() || peers_ == nullptr) {
        return absl::FailedPreconditionError(absl::StrCat("the value ", id, " is no longer on the cluster"));
      }
      from = *found;
      FORA_ASSIGN_OR_RETURN(kept, Fetch(from, cancel));
    }
    from.size_bytes = kept->size_bytes;
    inputs.size_bytes += kept->size_bytes;
    inputs.values.emplace(id, *std::move(kept));
    inputs.from.push_back(std::move(from));
  }
  return inputs;
}

absl::StatusOr<KeptValue> Worker::Fetch(const Input& input, CancelToken& cancel) {
  const auto refused = [&](absl::StatusCode code, absl::string_view why) {
    return absl::Status(code, absl::StrCat("the value ", input.id, " can't be brought here from ",
                                           input.data_address, ": ", why));
  };
  const int64_t needed =
      static_cast<int64_t>(std::min<uint64_t>(input.size_bytes, memory::kAddressable)) * kCopiesOfInput;
  if (!memory::Admit(needed))
    return refused(absl::StatusCode::kResourceExhausted, "there is no memory for it");
  absl::StatusOr<std::string> bytes = peers_->FetchValue(input.data_address, input.id, cancel);
  if (!bytes.ok()) {
    const bool may_pass = absl::IsResourceExhausted(bytes.status()) || absl::IsUnavailable(bytes.status()) ||
                          absl::IsDeadlineExceeded(bytes.status()) || absl::IsCancelled(bytes.status());
    return refused(may_pass ? bytes.status().code() : absl::StatusCode::kFailedPrecondition,
                   bytes.status().message());
  }
  absl::StatusOr<Value> value = wire::ParseValue(*bytes);
  if (!value.ok()) return refused(absl::StatusCode::kFailedPrecondition, value.status().message());
  const uint64_t size_bytes = wire::FootprintOf(*value).bytes;
  return KeptValue{nullptr, *std::move(value), size_bytes};
}

}  // namespace fora::worker
