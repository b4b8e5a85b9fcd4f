#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>

#include <cstdint>
#include <string>
#include <type_traits>
#include <unordered_set>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "catch2/catch.hpp"
#include "runtime/base/check.h"
#include "runtime/base/hash.h"
#include "runtime/base/status_macros.h"
#include "runtime/base/strong_id.h"

namespace fora {
namespace {

FORA_DEFINE_ID(TaskId, uint64_t);
FORA_DEFINE_ID(WorkerId, uint64_t);

// What `body` writes to stderr before it aborts; "" if it doesn't abort.
template <typename Body>
std::string AbortMessage(Body body) {
  int pipe_ends[2];
  REQUIRE(pipe(pipe_ends) == 0);
  pid_t child = fork();
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    dup2(pipe_ends[1], STDERR_FILENO);
    body();
    _exit(0);
  }
  close(pipe_ends[1]);
  std::string message;
  char buffer[256];
  for (ssize_t got; (got = read(pipe_ends[0], buffer, sizeof buffer)) > 0;) message.append(buffer, got);
  close(pipe_ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? message : "";
}

TEST_CASE("a check that holds does nothing") {
  int evaluated = 0;
  FORA_CHECK(true) << ++evaluated;
  FORA_CHECK_EQ(2 + 2, 4);
  if (evaluated == 0)
    FORA_CHECK(true);
  else
    FAIL("the message was evaluated");
}

TEST_CASE("a check that fails says where, what and with which values, and aborts") {
  using Catch::Contains;
  CHECK_THAT(AbortMessage([] { FORA_CHECK(1 > 2) << "page " << 7; }),
             Contains("base_test.cc:") && Contains("check failed: 1 > 2: page 7\n"));
  CHECK_THAT(AbortMessage([] { FORA_CHECK(1 > 2); }), Contains("check failed: 1 > 2\n"));
  CHECK_THAT(AbortMessage([] { FORA_CHECK_LE(TaskId(5), TaskId(3)); }),
             Contains("TaskId(5) <= TaskId(3): 5 against 3"));
  CHECK_THAT(AbortMessage([] { FORA_UNREACHABLE() << "kind 9"; }), Contains("unreachable: kind 9"));
}

absl::StatusOr<int> Half(int x) {
  if (x % 2 != 0) return absl::InvalidArgumentError("odd");
  return x / 2;
}

absl::Status RequireEven(int x) { return Half(x).status(); }

absl::StatusOr<int> Quarter(int x) {
  FORA_RETURN_IF_ERROR(RequireEven(x));
  FORA_ASSIGN_OR_RETURN(int half, Half(x));
  FORA_ASSIGN_OR_RETURN(half, Half(half));
  return half;
}

TEST_CASE("status macros return the first error") {
  CHECK(Quarter(12).value() == 3);
  CHECK(Quarter(6).status() == absl::InvalidArgumentError("odd"));
  CHECK(Quarter(5).status() == absl::InvalidArgumentError("odd"));
}

TEST_CASE("ids of different kinds don't mix") {
  static_assert(!std::is_convertible_v<uint64_t, TaskId>);
  static_assert(!std::is_convertible_v<TaskId, WorkerId>);
  static_assert(!std::equality_comparable_with<TaskId, WorkerId>);
  static_assert(sizeof(TaskId) == sizeof(uint64_t));
  CHECK(TaskId() == TaskId(0));
  CHECK(TaskId(1) < TaskId(2));
  CHECK(absl::flat_hash_set<TaskId>{TaskId(1), TaskId(1), TaskId(2)}.size() == 2);
  CHECK(std::unordered_set<TaskId>{TaskId(1), TaskId(1), TaskId(2)}.size() == 2);
}

TEST_CASE("the hash is the beginning of SHA-256") {
  // FIPS 180-4's examples.
  CHECK(Hash128::Of("abc").ToHex() == "ba7816bf8f01cfea414140de5dae2223");
  CHECK(Hash128::Of("").ToHex() == "e3b0c44298fc1c149afbf4c8996fb924");
  CHECK(HashBuilder().AddRaw("a").AddRaw("bc").Finish() == Hash128::Of("abc"));
}

TEST_CASE("fields keep their borders") {
  CHECK(HashBuilder().AddString("a").AddString("bc").Finish() !=
        HashBuilder().AddString("ab").AddString("c").Finish());
  CHECK(HashBuilder().AddInt(1).AddInt(2).Finish() != HashBuilder().AddInt(2).AddInt(1).Finish());
}

TEST_CASE("a hash survives its texts") {
  Hash128 hash = Hash128::Of("fora");
  CHECK(Hash128::FromHex(hash.ToHex()) == hash);
  CHECK(Hash128::FromBytes(hash.ToBytes()) == hash);
  CHECK_FALSE(Hash128::FromHex("ba7816"));
  CHECK_FALSE(Hash128::FromHex(std::string(32, 'g')));
  CHECK_FALSE(Hash128::FromBytes("fifteen bytes!!"));
}

}  // namespace
}  // namespace fora
