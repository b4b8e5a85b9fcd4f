// The lender between an engine and peers that only play: whatever the peer does, each loan is settled once,
// and rightly.
#include "cluster/worker/lender.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/status.h"

namespace fora::worker {
namespace {

constexpr std::chrono::seconds kPatience{20};

// What became of a loan: "", "done RESULT", "back", "back stays", "dropped". The first counts, as it has to.
struct FakeLoan : Loan {
  explicit FakeLoan(std::string text) : text(std::move(text)) {}
  ~FakeLoan() override { Settle("back"); }
  const std::shared_ptr<const PortableProgram>& program() const override {
    static const std::shared_ptr<const PortableProgram> program =
        std::make_shared<PortableProgram>(PortableProgram{"hash", "bytes", {{"v", "address", 8}}});
    return program;
  }
  const std::string& task() const override { return text; }
  bool is_unwanted() const override { return unwanted; }
  bool Finish(std::string result) override {
    if (result == "nonsense") {
      Settle("back stays");
      return false;
    }
    Settle("done " + result);
    return true;
  }
  void GiveBack(bool stays_here) override { Settle(stays_here ? "back stays" : "back"); }
  void Drop() override { Settle("dropped"); }
  void Settle(const std::string& how) {
    std::lock_guard<std::mutex> lock(mutex);
    if (fate.empty()) fate = how;
    settled.notify_all();
  }
  std::string Fate() {
    std::unique_lock<std::mutex> lock(mutex);
    settled.wait_for(lock, kPatience, [this] { return !fate.empty(); });
    return fate;
  }

  const std::string text;
  std::atomic<bool> unwanted{false};
  std::mutex mutex;
  std::condition_variable settled;
  std::string fate;
};

class FakeEngine : public Engine {
 public:
  Result<std::shared_ptr<const Runnable>> Prepare(source::Program, const RemoteValues&) override {
    return Internal("not here");
  }
  Output Run(const Runnable&, std::shared_ptr<const PortableProgram>, CancelToken&, Progress&) override {
    return {};
  }
  Result<std::string> Repr(const Runnable&, const Value&) override { return std::string(); }
  Result<std::string> Str(const Runnable&, const Value&) override { return std::string(); }
  int threads() const override { return 1; }
  std::shared_ptr<Loan> TakeLoan(std::chrono::nanoseconds, std::chrono::nanoseconds wait) override {
    std::unique_lock<std::mutex> lock(mutex_);
    offered_.wait_for(lock, wait, [this] { return !loans_.empty(); });
    if (loans_.empty()) return nullptr;
    std::shared_ptr<Loan> loan = std::move(loans_.front());
    loans_.pop_front();
    return loan;
  }
  std::shared_ptr<FakeLoan> Offer(const std::string& text) {
    auto loan = std::make_shared<FakeLoan>(text);
    std::lock_guard<std::mutex> lock(mutex_);
    loans_.push_back(loan);
    offered_.notify_all();
    return loan;
  }

 private:
  std::mutex mutex_;
  std::condition_variable offered_;
  std::deque<std::shared_ptr<Loan>> loans_;
};

// Answers as the task's text says. "hang" is answered when it is cancelled; "program" only with the program.
class FakePeers : public Peers {
 public:
  struct FakeCall : TaskCall {
    explicit FakeCall(TaskCallback callback) : callback(std::move(callback)) {}
    void Cancel() override { Answer(absl::CancelledError("")); }
    void Answer(absl::StatusOr<std::string> result) {
      if (!answered.exchange(true)) std::thread([call = callback, result] { call(result); }).detach();
    }
    TaskCallback callback;
    std::atomic<bool> answered{false};
  };

  absl::StatusOr<std::string> FetchValue(const std::string&, const std::string&, CancelToken&) override {
    return absl::NotFoundError("");
  }
  std::vector<Peer> Others() override {
    std::lock_guard<std::mutex> lock(mutex_);
    return others_;
  }
  void SetOthers(std::vector<Peer> others) override {
    std::lock_guard<std::mutex> lock(mutex_);
    others_ = std::move(others);
  }
  std::string OwnDataAddress() override { return "own"; }
  void SetOwnDataAddress(std::string) override {}
  std::shared_ptr<TaskCall> StartTask(const std::string&, const RemoteTask& task,
                                      TaskCallback callback) override {
    auto call = std::make_shared<FakeCall>(std::move(callback));
    if (task.task == "hang") {
      ++hanging;
    } else if (task.task == "program" && task.program.empty()) {
      call->Answer(absl::NotFoundError(""));
    } else if (task.task == "busy") {
      call->Answer(absl::ResourceExhaustedError(""));
    } else if (task.task == "gone") {
      call->Answer(absl::UnavailableError(""));
    } else if (task.task == "raises") {
      call->Answer(absl::AbortedError(""));
    } else {
      call->Answer(task.task + task.program + (task.inputs.empty() ? "" : " with " + task.inputs[0].id));
    }
    return call;
  }
  std::atomic<int> hanging{0};

 private:
  std::mutex mutex_;
  std::vector<Peer> others_{{"peer", "data"}};
};

TEST_CASE("a loan ends as its peer answers") {
  struct Row {
    const char *task, *fate;
  };
  const Row rows[] = {{"x", "done x"},          {"program", "done programbytes with v"},
                      {"busy", "back"},         {"gone", "back"},
                      {"raises", "back stays"}, {"nonsense", "back stays"},
                      {"again", "done again"}};
  FakeEngine engine;
  FakePeers peers;
  Lender lender(&engine, &peers);
  for (const Row& row : rows) {
    INFO(row.task);
    CHECK(engine.Offer(row.task)->Fate() == row.fate);
  }
}

void WaitFor(const std::function<bool()>& condition) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!condition() && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  REQUIRE(condition());
}

TEST_CASE("what nobody wants is called off, and the peer may have another piece") {
  FakeEngine engine;
  FakePeers peers;
  Lender lender(&engine, &peers);
  const auto first = engine.Offer("hang"), second = engine.Offer("hang");
  WaitFor([&] { return peers.hanging == 2; });
  const auto third = engine.Offer("x");  // the peer has two already
  first->unwanted = true;
  CHECK(first->Fate() == "dropped");
  CHECK(third->Fate() == "done x");
  second->unwanted = true;
  CHECK(second->Fate() == "dropped");
}

TEST_CASE("pieces at a peer that is gone are run here") {
  FakeEngine engine;
  FakePeers peers;
  Lender lender(&engine, &peers);
  const auto loan = engine.Offer("hang");
  WaitFor([&] { return peers.hanging == 1; });
  peers.SetOthers({});
  CHECK(loan->Fate() == "back");
}

TEST_CASE("a lender that stops gives everything back") {
  FakeEngine engine;
  FakePeers peers;
  std::shared_ptr<FakeLoan> loan;
  {
    Lender lender(&engine, &peers);
    loan = engine.Offer("hang");
    WaitFor([&] { return peers.hanging == 1; });
  }
  CHECK(loan->Fate() == "back");
}

}  // namespace
}  // namespace fora::worker
