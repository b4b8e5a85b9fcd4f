#include "cluster/gateway/bridge.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <utility>

#include "runtime/base/check.h"

namespace fora::gateway {

Bridge::Bridge() : wakeup_fd_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  FORA_CHECK(wakeup_fd_ >= 0) << "no eventfd";
}

Bridge::~Bridge() { close(wakeup_fd_); }

void Bridge::Push(BridgeEvent event) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    events_.push_back(std::move(event));
  }
  uint64_t one = 1;
  [[maybe_unused]] ssize_t written =
      write(wakeup_fd_, &one, sizeof one);  // fails only if it is readable already
}

std::vector<BridgeEvent> Bridge::Take() {
  uint64_t count;
  [[maybe_unused]] ssize_t taken = read(wakeup_fd_, &count, sizeof count);
  std::lock_guard<std::mutex> lock(mutex_);
  std::vector<BridgeEvent> events(std::make_move_iterator(events_.begin()),
                                  std::make_move_iterator(events_.end()));
  events_.clear();
  return events;
}

}  // namespace fora::gateway
