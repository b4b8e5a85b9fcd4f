// The worker with an engine and peers that only play.
#include "cluster/worker/worker.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "absl/status/status.h"
#include "cluster/wire/bytes.h"
#include "proto/program.pb.h"
#include "runtime/base/hash.h"
#include "runtime/memory/memory.h"
#include "runtime/value/objects.h"

namespace fora::worker {
namespace {

struct FakeRunnable : Runnable {
  int64_t answer = 0;
  std::vector<Value> inputs;
};

// A program's value is its python_minor; if that is 0, it runs until it is cancelled. The values that it is
// given are asked for by the ids "a", "b" and "c".
class FakeEngine : public Engine {
 public:
  Result<std::shared_ptr<const Runnable>> Prepare(source::Program program,
                                                  const RemoteValues& remote) override {
    ++prepared;
    auto runnable = std::make_shared<FakeRunnable>();
    for (const char* id : {"a", "b", "c"}) {
      if (std::optional<Value> value = remote(id)) runnable->inputs.push_back(*value);
    }
    runnable->answer = program.python_minor;
    return std::shared_ptr<const Runnable>(std::move(runnable));
  }
  Output Run(const Runnable& runnable, std::shared_ptr<const PortableProgram> portable, CancelToken& cancel,
             Progress&) override {
    if (portable != nullptr) last_portable = portable;
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
  std::shared_ptr<const PortableProgram> last_portable;
};

// Has the values "a" and "b", of 1 MB each, and nobody to lend to.
class FakePeers : public Peers {
 public:
  static constexpr int64_t kElements = 1 << 17;
  absl::StatusOr<std::string> FetchValue(const std::string& data_address, const std::string& id,
                                         CancelToken& cancel) override {
    ++fetched;
    if (data_address != "there" || (id != "a" && id != "b")) return absl::NotFoundError("no such value");
    Value list = MakeList();
    for (int64_t i = 0; i < kElements; ++i) list.as<ListObject>()->Append(Value::Float(0.5));
    return wire::SerializeValue(list, 0);
  }
  std::vector<Peer> Others() override { return {}; }
  void SetOthers(std::vector<Peer>) override {}
  std::string OwnDataAddress() override { return "here"; }
  void SetOwnDataAddress(std::string) override {}
  std::shared_ptr<TaskCall> StartTask(const std::string&, const RemoteTask&, TaskCallback) override {
    return nullptr;
  }
  std::atomic<int> fetched{0};
};

std::string ProgramBytes(uint32_t answer, const std::vector<std::string>& inputs = {}) {
  wire::Program program;
  program.set_python_minor(answer);
  program.mutable_graph()->add_objects()->set_none(true);
  for (const std::string& id : inputs) program.mutable_graph()->add_objects()->set_remote(id);
  program.mutable_call()->set_callee_ref(0);
  return program.SerializeAsString();
}

struct Done {
  wire::JobResult result;
  std::vector<wire::StoredValue> values;
};

std::future<Done> Start(Worker& worker, const std::string& id, std::string program,
                        std::vector<Input> inputs = {}) {
  auto promise = std::make_shared<std::promise<Done>>();
  JobCallbacks callbacks;
  callbacks.progress = [](uint32_t) {};
  callbacks.done = [promise](std::string bytes, std::vector<wire::StoredValue> values) {
    Done done;
    done.result.ParseFromString(bytes);
    done.values = std::move(values);
    promise->set_value(std::move(done));
  };
  worker.RunJob({id, std::move(program), std::move(inputs)}, std::move(callbacks));
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

TEST_CASE("what a job needs from elsewhere is here while it runs, and no longer") {
  FakeEngine engine;
  FakePeers peers;
  Worker worker(&engine, &peers, {});
  const auto run = [&](uint32_t number) {
    Done done = Start(worker, "j" + std::to_string(number), ProgramBytes(number, {"a", "b"}),
                      {{"a", "there"}, {"b", "there"}})
                    .get();
    REQUIRE(done.values.size() == 1);  // the client keeps it
  };
  run(1);
  const int64_t before = memory::InUse();
  for (uint32_t number = 2; number <= 12; ++number) run(number);
  engine.last_portable = nullptr;
  CHECK(peers.fetched == 24);
  CHECK(memory::InUse() - before < 1 << 20);  // each of them had 2 MB
  CHECK(worker.GetValue("a", 0).status().code() == absl::StatusCode::kNotFound);
}

TEST_CASE("peers are told where the values are that a job refers to") {
  FakeEngine engine;
  FakePeers peers;
  Worker worker(&engine, &peers, {});
  const std::string own = Start(worker, "j", ProgramBytes(7)).get().values[0].id;
  CHECK(engine.last_portable->inputs.empty());
  CHECK(engine.last_portable->pays_after.count() == 0);
  Start(worker, "k", ProgramBytes(7, {own, "a"}), {{"a", "there"}}).get();
  const std::vector<Input>& inputs = engine.last_portable->inputs;
  REQUIRE(inputs.size() == 2);
  CHECK((inputs[0].id == "a" && inputs[0].data_address == "there"));
  CHECK(inputs[0].size_bytes >= 8 * FakePeers::kElements);
  CHECK((inputs[1].id == own && inputs[1].data_address == "here"));
  // The more there is to be brought, the longer a job has to have run.
  CHECK(engine.last_portable->pays_after.count() >= 8 * FakePeers::kElements);
}

TEST_CASE("a value that can't be brought here") {
  FakeEngine engine;
  FakePeers peers;
  Worker worker(&engine, &peers, {});
  const std::vector<std::vector<Input>> rows = {{}, {{"c", "there"}}, {{"c", "there", uint64_t{1} << 60}}};
  for (const std::vector<Input>& inputs : rows) {
    const Done done = Start(worker, "j", ProgramBytes(7, {"c"}), inputs).get();
    CHECK(done.result.failure().kind() == wire::Failure::INTERNAL);
  }
  CHECK(peers.fetched == 1);  // nobody knows where it is; it isn't there; it is too large
}

TEST_CASE("pieces of a run with values from elsewhere wait for none of them") {
  FakeEngine engine;
  FakePeers peers;
  Worker worker(&engine, &peers, {});
  CancelToken cancel;
  const auto run = [&](const std::string& program, std::vector<Input> inputs) {
    const std::string hash = Hash128::Of(program).ToBytes();
    absl::StatusOr<std::string> result = worker.RunTask({hash, program, "t", std::move(inputs)}, cancel);
    REQUIRE(result.status().code() == absl::StatusCode::kResourceExhausted);
    do {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      result = worker.RunTask({hash, "", "t"}, cancel);
    } while (result.status().code() == absl::StatusCode::kResourceExhausted);
    return result;
  };
  CHECK(*run(ProgramBytes(7, {"a"}), {{"a", "there"}}) == "ran t");
  CHECK(run(ProgramBytes(7, {"c"}), {{"c", "there"}}).status().code() ==
        absl::StatusCode::kFailedPrecondition);
  CHECK(peers.fetched == 2);
  CHECK(engine.prepared == 1);
}

}  // namespace
}  // namespace fora::worker
