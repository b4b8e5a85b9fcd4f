// The state machine by example: a row is a story, told in events, and the actions that each event must give.
#include "cluster/manager/state.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace fora::manager {
namespace {

// Actions as text: what a row states.
struct Spell {
  std::string operator()(const ConnectWorker& a) { return "connect " + Number(a.worker); }
  std::string operator()(const DropWorker& a) { return "drop " + Number(a.worker); }
  std::string operator()(const StartJob& a) {
    std::string text = "start " + a.job + " on " + Number(a.worker);
    for (const InputLocation& input : a.inputs) text += " with " + input.id + " from " + input.data_address;
    return text;
  }
  std::string operator()(const CancelJob& a) { return "cancel " + a.job + " on " + Number(a.worker); }
  std::string operator()(const ReleaseValues& a) {
    std::string text = "release on " + Number(a.worker);
    for (const ValueId& id : a.ids) text += " " + id;
    return text;
  }
  std::string operator()(const FinishJob& a) { return "finish " + a.job; }
  std::string operator()(const FailJob& a) {
    return (a.reason == FailReason::kCancelled ? "cancelled " : "lost ") + a.job;
  }
  static std::string Number(WorkerId id) { return std::to_string(id.value()); }
};

std::string Spelled(const std::vector<Action>& actions) {
  std::string text;
  for (const Action& action : actions) text += (text.empty() ? "" : "; ") + std::visit(Spell(), action);
  return text;
}

struct Scene {
  Event event;
  std::string actions;
};
struct Story {
  const char* name;
  Limits limits;
  std::vector<Scene> scenes;
};

const WorkerId kOne(1), kTwo(2);
const WorkerJoined kJoinOne{"c1", "d1", 1}, kJoinTwo{"c2", "d2", 1};

const std::vector<Story>& Stories() {
  static const std::vector<Story> stories = {
      {"a job waits for a worker, runs, and its value is known",
       {},
       {
           {JobSubmitted{"a", {}}, ""},
           {kJoinOne, "connect 1; start a on 1"},
           {JobDone{"a", kOne, {{"a.0", 8}}}, "finish a"},
           {JobSubmitted{"b", {"a.0"}}, "start b on 1"},
           {ValuesReleased{{"a.0", "unknown"}}, "release on 1 a.0"},
       }},
      {"equal workers take turns",
       {},
       {
           {kJoinOne, "connect 1"},
           {kJoinTwo, "connect 2"},
           {JobSubmitted{"a", {}}, "start a on 1"},
           {JobSubmitted{"b", {}}, "start b on 2"},
           {JobDone{"a", kOne, {}}, "finish a"},
           {JobDone{"b", kTwo, {}}, "finish b"},
           {JobSubmitted{"c", {}}, "start c on 1"},
           {JobDone{"c", kOne, {}}, "finish c"},
           {JobSubmitted{"d", {}}, "start d on 2"},
       }},
      {"data beats load, and what is elsewhere is fetched",
       {},
       {
           {kJoinOne, "connect 1"},
           {kJoinTwo, "connect 2"},
           {JobSubmitted{"a", {}}, "start a on 1"},
           {JobSubmitted{"b", {}}, "start b on 2"},
           {JobDone{"a", kOne, {{"a.0", 10}}}, "finish a"},
           {JobDone{"b", kTwo, {{"b.0", 1000}}}, "finish b"},
           {JobSubmitted{"c", {"a.0", "b.0"}}, "start c on 2 with a.0 from d1"},
       }},
      {"a lost worker's jobs are offered again, its values are gone",
       {},
       {
           {kJoinOne, "connect 1"},
           {JobSubmitted{"v", {}}, "start v on 1"},
           {JobDone{"v", kOne, {{"v.0", 8}}}, "finish v"},
           {JobSubmitted{"a", {}}, "start a on 1"},
           {JobSubmitted{"b", {"v.0"}}, "start b on 1"},
           {kJoinTwo, "connect 2"},
           {WorkerGone{kOne}, "drop 1; start a on 2; lost b"},
           {WorkerGone{kOne}, ""},
           {JobDone{"a", kOne, {}}, ""},
           {JobDone{"a", kTwo, {}}, "finish a"},
       }},
      {"a job that keeps losing its workers is given up",
       {.attempts_max = 2},
       {
           {JobSubmitted{"a", {}}, ""},
           {kJoinOne, "connect 1; start a on 1"},
           {WorkerGone{kOne}, "drop 1"},
           {kJoinTwo, "connect 2; start a on 2"},
           {WorkerGone{kTwo}, "drop 2; lost a"},
       }},
      {"cancelled while it waits",
       {},
       {
           {JobSubmitted{"a", {}}, ""},
           {JobCancelled{"a"}, "cancelled a"},
           {JobCancelled{"a"}, ""},
           {kJoinOne, "connect 1"},
       }},
      {"cancelled while it runs: its worker says when it has stopped",
       {},
       {
           {kJoinOne, "connect 1"},
           {JobSubmitted{"a", {}}, "start a on 1"},
           {JobCancelled{"a"}, "cancel a on 1"},
           {JobCancelled{"a"}, ""},
           {JobDone{"a", kOne, {}}, "finish a"},
       }},
      {"cancelled, and then its worker is lost",
       {},
       {
           {kJoinOne, "connect 1"},
           {JobSubmitted{"a", {}}, "start a on 1"},
           {JobCancelled{"a"}, "cancel a on 1"},
           {kJoinTwo, "connect 2"},
           {WorkerGone{kOne}, "drop 1; cancelled a"},
       }},
      {"a full worker lets jobs wait in order",
       {.jobs_per_thread_max = 1},
       {
           {kJoinOne, "connect 1"},
           {JobSubmitted{"a", {}}, "start a on 1"},
           {JobSubmitted{"b", {}}, ""},
           {JobSubmitted{"c", {}}, ""},
           {JobDone{"a", kOne, {}}, "finish a; start b on 1"},
           {JobDone{"b", kOne, {}}, "finish b; start c on 1"},
       }},
      {"a silent worker is lost",
       {.worker_silence_max_ms = 5000, .tick_gap_max_ms = 4000},
       {
           {kJoinOne, "connect 1"},
           {Tick{4000}, ""},
           {WorkerSeen{kOne, 3}, ""},
           {Tick{8000}, ""},
           {Tick{9000}, ""},
           {Tick{9001}, "drop 1"},
       }},
      {"nobody is silent while the manager was stopped",
       {.worker_silence_max_ms = 5000, .tick_gap_max_ms = 2000},
       {
           {kJoinOne, "connect 1"},
           {Tick{2000}, ""},
           {Tick{60000}, ""},
           {Tick{62000}, ""},
           {Tick{64000}, ""},
           {Tick{65001}, "drop 1"},
       }},
      {"a run that breaks is offered again, and the worker keeps its values",
       {.attempts_max = 2},
       {
           {kJoinOne, "connect 1"},
           {JobSubmitted{"v", {}}, "start v on 1"},
           {JobDone{"v", kOne, {{"v.0", 8}}}, "finish v"},
           {JobSubmitted{"a", {"v.0"}}, "start a on 1"},
           {JobBroken{"a", kTwo}, ""},
           {JobBroken{"a", kOne}, "start a on 1"},
           {JobBroken{"a", kOne}, "lost a"},
           {JobSubmitted{"b", {"v.0"}}, "start b on 1"},
           {JobCancelled{"b"}, "cancel b on 1"},
           {JobBroken{"b", kOne}, "cancelled b"},
       }},
      {"without any worker a job doesn't wait for ever",
       {.no_worker_wait_max_ms = 10000},
       {
           {JobSubmitted{"a", {}}, ""},
           {Tick{10000}, ""},
           {Tick{10001}, "lost a"},
       }},
      {"a value that isn't there",
       {},
       {
           {kJoinOne, "connect 1"},
           {JobSubmitted{"a", {"x"}}, "lost a"},
       }},
  };
  return stories;
}

TEST_CASE("stories of the manager") {
  for (const Story& story : Stories()) {
    State state;
    state.limits = story.limits;
    for (size_t i = 0; i < story.scenes.size(); ++i) {
      INFO(story.name << ", scene " << i);
      CHECK(Spelled(Apply(state, story.scenes[i].event)) == story.scenes[i].actions);
    }
  }
}

TEST_CASE("the queue has a limit") {
  State state;
  state.limits.jobs_queued_max = 2;
  CHECK(HasRoom(state));
  Apply(state, JobSubmitted{"a", {}});
  CHECK(HasRoom(state));
  Apply(state, JobSubmitted{"b", {}});
  CHECK_FALSE(HasRoom(state));
}

}  // namespace
}  // namespace fora::manager
