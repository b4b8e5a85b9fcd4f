// The worker with an engine that only plays.
#include "cluster/worker/worker.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "absl/status/status.h"
#include "proto/program.pb.h"
#include "runtime/base/hash.h"

namespace fora::worker {
namespace {

struct FakeRunnable : Runnable {
  int64_t answer = 0;
};

// A program's value is its python_minor; if that is 0, it runs until it is cancelled.
class FakeEngine : public Engine {
 public:
  Result<std::shared_ptr<const Runnable>> Prepare(source::Program program, const RemoteValues&) override {
    ++prepared;
    auto runnable = std::make_shared<FakeRunnable>();
    runnable->answer = program.python_minor;
    return std::shared_ptr<const Runnable>(std::move(runnable));
  }
  Output Run(const Runnable& runnable, std::shared_ptr<const PortableProgram>, CancelToken& cancel,
             Progress&) override {
    int64_t answer = static_cast<const FakeRunnable&>(runnable).answer;
    Output output;
    while (answer == 0 && !cancel.cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (cancel.cancelled()) {
      output.stop = Cancelled();
    } else {
      output.values.emplace_back("", Value::Int(answer));
    }
    return output;
  }
  Result<std::string> Repr(const Runnable&, const Value&) override { return std::string(); }
  Result<std::string> Str(const Runnable&, const Value&) override { return std::string(); }
  absl::StatusOr<std::string> RunTask(const Runnable&, std::string_view task, CancelToken&) override {
    return "ran " + std::string(task);
  }
  int threads() const override { return 1; }

  std::atomic<int> prepared{0};
};

std::string ProgramBytes(uint32_t answer) {
  wire::Program program;
  program.set_python_minor(answer);
  program.mutable_graph()->add_objects()->set_none(true);
  program.mutable_call()->set_callee_ref(0);
  return program.SerializeAsString();
}

struct Done {
  wire::JobResult result;
  std::vector<wire::StoredValue> values;
};

std::future<Done> Start(Worker& worker, const std::string& id, std::string program) {
  auto promise = std::make_shared<std::promise<Done>>();
  JobCallbacks callbacks;
  callbacks.progress = [](uint32_t) {};
  callbacks.done = [promise](std::string bytes, std::vector<wire::StoredValue> values) {
    Done done;
    done.result.ParseFromString(bytes);
    done.values = std::move(values);
    promise->set_value(std::move(done));
  };
  worker.RunJob({id, std::move(program), {}}, std::move(callbacks));
  return promise->get_future();
}

TEST_CASE("a job's value is kept until it is released") {
  FakeEngine engine;
  Worker worker(&engine, nullptr, {});
  Done done = Start(worker, "j", ProgramBytes(7)).get();
  REQUIRE(done.values.size() == 1);
  CHECK(done.result.value().id() == done.values[0].id);
  std::string id = done.values[0].id;
  CHECK(worker.GetValue(id, 0).ok());
  CHECK(worker.GetValue(id, 1).status().code() == absl::StatusCode::kResourceExhausted);
  worker.ReleaseValues({id, "unknown"});
  CHECK(worker.GetValue(id, 0).status().code() == absl::StatusCode::kNotFound);
}

TEST_CASE("the same program is prepared once") {
  FakeEngine engine;
  Worker worker(&engine, nullptr, {});
  for (int i = 0; i < 3; ++i) Start(worker, "j" + std::to_string(i), ProgramBytes(7)).get();
  Start(worker, "other", ProgramBytes(8)).get();
  CHECK(engine.prepared == 2);
}

TEST_CASE("a program that does not decode is a failure") {
  FakeEngine engine;
  Worker worker(&engine, nullptr, {});
  CHECK(Start(worker, "j", "\xff\xff").get().result.failure().kind() == wire::Failure::INTERNAL);
}

TEST_CASE("cancelled, and stopped while it runs") {
  FakeEngine engine;
  Worker worker(&engine, nullptr, {.jobs_max = 1});
  std::future<Done> running = Start(worker, "a", ProgramBytes(0));
  std::future<Done> waiting = Start(worker, "b", ProgramBytes(0));
  worker.CancelJob("nobody");
  worker.CancelJob("b");
  worker.CancelJob("a");
  CHECK(running.get().result.failure().kind() == wire::Failure::CANCELLED);
  CHECK(waiting.get().result.failure().kind() == wire::Failure::CANCELLED);
  std::future<Done> last = Start(worker, "c", ProgramBytes(0));
  worker.Stop();
  CHECK(last.get().result.failure().kind() == wire::Failure::CANCELLED);
  CHECK(Start(worker, "d", ProgramBytes(1)).get().result.has_failure());
}

TEST_CASE("pieces of other workers' runs") {
  FakeEngine engine;
  Worker worker(&engine, nullptr, {});
  std::string program = ProgramBytes(7), hash = Hash128::Of(program).ToBytes();
  CancelToken cancel;
  CHECK(worker.RunTask({hash, "", "t"}, cancel).status().code() == absl::StatusCode::kNotFound);
  CHECK(worker.RunTask({hash, ProgramBytes(8), "t"}, cancel).status().code() ==
        absl::StatusCode::kInvalidArgument);
  CHECK(worker.RunTask({"short", program, "t"}, cancel).status().code() ==
        absl::StatusCode::kInvalidArgument);
  CHECK(*worker.RunTask({hash, program, "t"}, cancel) == "ran t");
  CHECK(*worker.RunTask({hash, "", "u"}, cancel) == "ran u");
}

TEST_CASE("a worker with a job of its own takes no pieces") {
  FakeEngine engine;
  Worker worker(&engine, nullptr, {});
  std::string program = ProgramBytes(7), hash = Hash128::Of(program).ToBytes();
  std::future<Done> job = Start(worker, "j", ProgramBytes(0));
  CancelToken cancel;
  CHECK(worker.RunTask({hash, program, "t"}, cancel).status().code() == absl::StatusCode::kResourceExhausted);
  worker.CancelJob("j");
  job.wait();
  CHECK(worker.RunTask({hash, program, "t"}, cancel).ok());
  CHECK(worker.tasks_done() == 1);
  worker.Stop();
  CHECK(worker.RunTask({hash, program, "t"}, cancel).status().code() == absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace fora::worker
