#include "cluster/worker/lender.h"

#include <optional>
#include <utility>
#include <vector>

#include "absl/status/status.h"

namespace fora::worker {
namespace {

// How soon a piece that nobody wants is called off, while no other event wakes the lender.
constexpr std::chrono::milliseconds kLookEvery{10};
// How soon a new peer is noticed, while there is nothing to look after.
constexpr std::chrono::milliseconds kIdleWait{100};

}  // namespace

Lender::Lender(Engine* engine, Peers* peers) : engine_(engine), peers_(peers), thread_([this] { Main(); }) {}

Lender::~Lender() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
  CallOff();
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return calls_.empty() && sending_again_ == 0; });
}

void Lender::Main() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (!is_stopping_) {
    std::vector<std::string> addresses;
    for (Peer& peer : peers_->Others()) addresses.push_back(std::move(peer.control_address));
    lending_.SetPeers(addresses);
    const bool has_calls = !calls_.empty();
    const std::chrono::milliseconds wait = has_calls ? kLookEvery : kIdleWait;
    std::optional<std::string> peer = lending_.Choose(std::chrono::steady_clock::now());
    const Lending::Duration work = peer ? lending_.Work(*peer) : Lending::Duration();
    if (!peer) changed_.wait_for(lock, wait);
    lock.unlock();
    if (has_calls) CallOff();
    std::shared_ptr<Loan> loan = peer ? engine_->TakeLoan(work, wait) : nullptr;
    if (loan != nullptr) {
      lock.lock();
      const uint64_t id = ++calls_ever_;
      calls_[id] = {.peer = *peer, .loan = loan, .sent_at = std::chrono::steady_clock::now()};
      lending_.Sent(*peer);
      lock.unlock();
      Send(id, loan, *peer, /*with_program=*/false);
    }
    lock.lock();
  }
}

void Lender::CallOff() {
  std::vector<Call> unwanted;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    for (auto& [id, call] : calls_) {
      const bool is_lost = is_stopping_ || !lending_.Has(call.peer);
      if (call.rpc == nullptr || call.is_called_off || !(is_lost || call.loan->is_unwanted())) continue;
      call.is_called_off = true;
      unwanted.push_back(call);
    }
  }
  for (Call& call : unwanted) {
    if (call.loan->is_unwanted()) {
      call.loan->Drop();
    } else {
      call.loan->GiveBack(/*stays_here=*/false);
    }
    call.rpc->Cancel();
  }
}

void Lender::Send(uint64_t id, const std::shared_ptr<Loan>& loan, const std::string& peer,
                  bool with_program) {
  const PortableProgram& program = *loan->program();
  RemoteTask task{program.hash, "", loan->task(), {}};
  if (with_program) {
    task.program = program.bytes;
    task.inputs = program.inputs;
  }
  std::shared_ptr<TaskCall> rpc =
      peers_->StartTask(peer, task, [this, id, with_program](absl::StatusOr<std::string> result) {
        Answered(id, with_program, std::move(result));
      });
  std::lock_guard<std::mutex> lock(mutex_);
  auto found = calls_.find(id);
  if (found == calls_.end()) return;  // answered already
  Call& call = found->second;
  if (call.rpc != nullptr && call.has_program && !with_program) return;  // and sent once more
  call.rpc = std::move(rpc);
  call.has_program = with_program;
  if (call.is_called_off || is_stopping_) call.rpc->Cancel();
}

void Lender::Answered(uint64_t id, bool with_program, absl::StatusOr<std::string> result) {
  const bool needs_program = result.status().code() == absl::StatusCode::kNotFound && !with_program;
  Call call;
  bool again = false;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    call = calls_.at(id);
    again = needs_program && !call.is_called_off;
    if (again) ++sending_again_;
  }
  if (again) {
    Send(id, call.loan, call.peer, /*with_program=*/true);
    std::lock_guard<std::mutex> lock(mutex_);
    --sending_again_;
    changed_.notify_all();
    return;
  }
  const Answer answer = Settle(*call.loan, std::move(result));
  const Lending::Time now = std::chrono::steady_clock::now();
  std::lock_guard<std::mutex> lock(mutex_);
  lending_.Answered(call.peer, answer, now - call.sent_at, now);
  calls_.erase(id);
  changed_.notify_all();
}

Answer Lender::Settle(Loan& loan, absl::StatusOr<std::string> result) {
  if (result.ok()) return loan.Finish(*std::move(result)) ? Answer::kDone : Answer::kRefused;
  const Answer answer = AnswerOf(result.status().code());
  loan.GiveBack(/*stays_here=*/answer == Answer::kRefused);
  return answer;
}

}  // namespace fora::worker
