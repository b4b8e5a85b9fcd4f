// How jobs end, as clients are told.
#include "cluster/wire/job_result.h"

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "cluster/wire/encode_failure.h"
#include "proto/program.pb.h"
#include "runtime/builtins/builtins.h"
#include "runtime/object_model/errors.h"
#include "runtime/value/objects.h"

namespace fora::wire {
namespace {

std::unique_ptr<Stop> Raised(Value exception) {
  auto stop = std::make_unique<Stop>();
  stop->kind = Stop::Kind::kRaised;
  stop->exception = std::move(exception);
  return stop;
}
Value ValueErrorOf(Value argument) {
  return object_model::MakeException(*builtins::Find("ValueError"), {std::move(argument)});
}

JobResult Encoded(const JobOutcome& outcome) {
  JobResult result;
  REQUIRE(result.ParseFromString(EncodeJobResult("job", outcome)));
  CHECK(result.job_id() == "job");
  return result;
}

TEST_CASE("a call has a value or a failure") {
  JobOutcome outcome;
  outcome.values.push_back({"", {"id", 24}});
  const JobResult value = Encoded(outcome);
  CHECK(value.value().id() == "id");
  CHECK(value.value().size_bytes() == 24);

  JobOutcome raised;
  raised.stop = Raised(ValueErrorOf(MakeStr("no")));
  CHECK(Encoded(raised).failure().message() == "ValueError: no");
}

TEST_CASE(
    "a block that raised has what it had assigned, and the failure; one that was stopped has the failure "
    "alone") {
  JobOutcome outcome;
  outcome.is_block = true;
  outcome.values.push_back({"x", {"id", 8}});
  CHECK_FALSE(Encoded(outcome).block().has_failure());

  outcome.stop = Raised(ValueErrorOf(Value::Int(1)));
  const JobResult raised = Encoded(outcome);
  REQUIRE(raised.block().values_size() == 1);
  CHECK(raised.block().values(0).name() == "x");
  CHECK(raised.block().failure().kind() == Failure::EXCEPTION);

  outcome.stop = Cancelled();
  const JobResult stopped = Encoded(outcome);
  REQUIRE(stopped.has_failure());
  CHECK(stopped.failure().kind() == Failure::CANCELLED);
}

TEST_CASE("a job that no worker ended") {
  JobResult result;
  REQUIRE(result.ParseFromString(EncodeLostJob("job", LostReason::kInternal, "the worker is gone")));
  CHECK(result.failure().kind() == Failure::INTERNAL);
  CHECK(result.failure().message() == "the worker is gone");
  REQUIRE(result.ParseFromString(EncodeLostJob("job", LostReason::kCancelled, "")));
  CHECK(result.failure().kind() == Failure::CANCELLED);
}

TEST_CASE("every reason to stop has its kind") {
  CHECK(EncodeFailure(*InvalidOperation("m")).kind() == Failure::INVALID_OPERATION);
  CHECK(EncodeFailure(*Unsupported("m")).kind() == Failure::CONVERSION);
  CHECK(EncodeFailure(*Cancelled()).kind() == Failure::CANCELLED);
  CHECK(EncodeFailure(*Internal("m")).kind() == Failure::INTERNAL);
  CHECK(EncodeFailure(*Internal("m")).message() == "m");
}

TEST_CASE("tracebacks are outermost first") {
  Value error = ValueErrorOf(MakeStr("no"));
  auto& trace = error.as<fora::InstanceObject>()->exception->trace;
  for (const char* name : {"inner", "outer"}) {
    TraceEntry entry;
    entry.path = "f.py";
    entry.line = trace.empty() ? 3 : 7;
    entry.function = name;
    trace.push_back(entry);
  }
  const Failure failure = EncodeFailure(*Raised(error));
  REQUIRE(failure.trace_size() == 2);
  CHECK(failure.trace(0).function() == "outer");
  CHECK(failure.trace(0).line() == 7);
  CHECK(failure.trace(1).function() == "inner");
}

TEST_CASE("the cause of an exception comes along") {
  Value error = ValueErrorOf(MakeStr("effect"));
  error.as<fora::InstanceObject>()->exception->cause = ValueErrorOf(MakeStr("cause"));
  const Failure failure = EncodeFailure(*Raised(error));
  REQUIRE(failure.has_cause());
  CHECK(failure.cause().message() == "ValueError: cause");
}

TEST_CASE("an exception that refers to what has no form outside is named") {
  const Failure failure = EncodeFailure(*Raised(ValueErrorOf(Value::Adopt(new DictObject()))));
  CHECK(failure.kind() == Failure::TO_PYTHON);
  CHECK(failure.message().find("ValueError") == 0);
  CHECK_FALSE(failure.has_exception());
}

TEST_CASE("messages are UTF-8 whatever the program's text is") {
  const Failure failure =
      EncodeFailure(*Raised(ValueErrorOf(MakeStr("a\xED\xA0\x80"
                                                 "b\xED\xBF\xBF"))));
  CHECK(failure.message() == "ValueError: a?b?");
  Failure back;
  CHECK(back.ParseFromString(failure.SerializeAsString()));
}

}  // namespace
}  // namespace fora::wire
