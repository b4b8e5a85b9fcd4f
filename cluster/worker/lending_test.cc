// Which peer gets how much: tables of events.
#include "cluster/worker/lending.h"

#include <catch2/catch.hpp>
#include <utility>

namespace fora::worker {
namespace {

using std::chrono::milliseconds;

Lending::Time At(int ms) { return Lending::Time(milliseconds(ms)); }

TEST_CASE("two pieces a peer, the one with fewer first") {
  Lending lending;
  CHECK_FALSE(lending.Choose(At(0)));
  lending.SetPeers({"a", "b"});
  std::string order;
  while (auto peer = lending.Choose(At(0))) {
    lending.Sent(*peer);
    order += *peer;
  }
  CHECK(order == "abab");
  lending.Answered("b", Answer::kDone, milliseconds(80), At(1));
  CHECK(lending.Choose(At(1)) == "b");
}

TEST_CASE("a peer that refuses or fails rests, longer each time, until it does something") {
  for (Answer answer : {Answer::kBusy, Answer::kFailed}) {
    Lending lending;
    lending.SetPeers({"a"});
    int now = 0;
    for (int rest : {20, 40, 80, 160, 320, 640, 1000, 1000}) {
      lending.Sent("a");
      lending.Answered("a", answer, milliseconds(1), At(now));
      CHECK_FALSE(lending.Choose(At(now + rest - 1)));
      CHECK(lending.Choose(At(now += rest)));
    }
    lending.Sent("a");
    lending.Answered("a", Answer::kDone, milliseconds(1), At(now));
    CHECK(lending.Choose(At(now)));
    lending.Sent("a");
    lending.Answered("a", answer, milliseconds(1), At(now));
    CHECK(lending.Choose(At(now + 20)));
  }
  Lending lending;
  lending.SetPeers({"a"});
  lending.Sent("a");
  lending.Answered("a", Answer::kRefused, milliseconds(1), At(0));  // that piece only
  CHECK(lending.Choose(At(0)));
}

TEST_CASE("pieces grow while they come back soon, and shrink when they don't") {
  Lending lending;
  lending.SetPeers({"a"});
  const auto after = [&](Answer answer, int round_trip_ms) {
    lending.Sent("a");
    lending.Answered("a", answer, milliseconds(round_trip_ms), At(0));
    return std::chrono::duration_cast<milliseconds>(lending.Work("a")).count();
  };
  CHECK(lending.Work("a") == milliseconds(20));
  CHECK(after(Answer::kDone, 10) == 40);
  CHECK(after(Answer::kDone, 100) == 40);
  CHECK(after(Answer::kDone, 300) == 20);
  CHECK(after(Answer::kRefused, 1) == 20);
  for (int i = 0; i < 10; ++i) after(Answer::kDone, 1000);
  CHECK(lending.Work("a") == Lending::kWorkMin);
  for (int i = 0; i < 10; ++i) after(Answer::kDone, 1);
  CHECK(lending.Work("a") == Lending::kWorkMax);
}

TEST_CASE("what an answer says of the piece and of the peer") {
  using Code = absl::StatusCode;
  const std::pair<Code, Answer> rows[] = {
      {Code::kOk, Answer::kDone},
      {Code::kAborted, Answer::kRefused},             // it raises
      {Code::kFailedPrecondition, Answer::kRefused},  // it can't be run elsewhere
      {Code::kInvalidArgument, Answer::kRefused},
      {Code::kUnimplemented, Answer::kRefused},
      {Code::kCancelled, Answer::kCalledOff},
      {Code::kResourceExhausted, Answer::kBusy},  // no memory just now, or other work
      {Code::kUnavailable, Answer::kFailed},
      {Code::kDeadlineExceeded, Answer::kFailed},
      {Code::kInternal, Answer::kFailed},
  };
  for (const auto& [code, answer] : rows) CHECK(AnswerOf(code) == answer);
}

TEST_CASE("peers come and go") {
  Lending lending;
  lending.SetPeers({"a"});
  lending.Sent("a");
  lending.SetPeers({"a", "b"});
  CHECK(lending.Choose(At(0)) == "b");  // what is known of a stays
  lending.SetPeers({"b"});
  CHECK_FALSE(lending.Has("a"));
  lending.Answered("a", Answer::kDone, milliseconds(1), At(0));
  lending.Sent("a");
  CHECK(lending.Choose(At(0)) == "b");
}

}  // namespace
}  // namespace fora::worker
