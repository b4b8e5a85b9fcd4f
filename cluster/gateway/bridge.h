// Bridge: between the gateway's Python thread and the manager's threads.
//
// Python calls in through the module `_fora` (bridge.cc); what happens on other threads waits in a queue, and
// a file descriptor in Python's event loop says that there is something. So no other thread ever needs the
// GIL. Thread safety: every method may be called from any thread.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "cluster/manager/manager.h"

namespace fora::gateway {

struct JobEvent {
  manager::JobUpdate update;
};
struct ValueEvent {  // the answer to Bridge::FetchValue
  uint64_t request = 0;
  absl::Status status;
  std::string graph;
};
struct StopEvent {};
using BridgeEvent = std::variant<JobEvent, ValueEvent, StopEvent>;

class Bridge {
 public:
  Bridge();
  ~Bridge();
  Bridge(const Bridge&) = delete;
  Bridge& operator=(const Bridge&) = delete;

  // REQUIRES: before Python asks for anything. The manager outlives the gateway's thread.
  void set_manager(manager::Manager* manager) { manager_ = manager; }
  manager::Manager* manager() const { return manager_; }

  void Push(BridgeEvent event);
  std::vector<BridgeEvent> Take();
  int wakeup_fd() const { return wakeup_fd_; }  // readable while there are events

 private:
  manager::Manager* manager_ = nullptr;
  const int wakeup_fd_;
  std::mutex mutex_;
  std::deque<BridgeEvent> events_;
};

// Before Python starts: `import _fora` will work. After: what it talks to.
void RegisterBridgeModule();
absl::Status AttachBridge(Bridge* bridge);

}  // namespace fora::gateway
