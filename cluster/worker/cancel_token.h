// CancelToken: how one computation is told to stop. Shared by whoever may cancel it and whoever runs it.
//
// Thread safety: every method may be called from any thread.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <utility>

namespace fora::worker {

class CancelToken {
 public:
  void Cancel() {
    std::lock_guard<std::mutex> lock(mutex_);
    cancelled_.store(true, std::memory_order_release);
    if (on_cancel_) on_cancel_();
  }
  bool cancelled() const { return cancelled_.load(std::memory_order_acquire); }
  // For code that polls a flag; lives as long as the token.
  const std::atomic<bool>* flag() const { return &cancelled_; }

  // Called once by Cancel, under the token's lock, or here if it is cancelled already. An empty function
  // takes the last one back: after that it isn't running, and never will.
  void OnCancel(std::function<void()> on_cancel) {
    std::lock_guard<std::mutex> lock(mutex_);
    on_cancel_ = std::move(on_cancel);
    if (on_cancel_ && cancelled()) on_cancel_();
  }

 private:
  std::mutex mutex_;
  std::atomic<bool> cancelled_{false};
  std::function<void()> on_cancel_;
};

}  // namespace fora::worker
