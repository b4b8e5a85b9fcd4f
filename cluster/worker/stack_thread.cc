#include "cluster/worker/stack_thread.h"

#include <pthread.h>

#include "runtime/base/check.h"

namespace fora::worker {
namespace {

// The stack of the RunOnStack that this thread is in.
thread_local size_t current_stack_bytes = 0;

struct Start {
  size_t stack_bytes;
  const std::function<void()>& body;
};

void* Main(void* argument) {
  const Start& start = *static_cast<const Start*>(argument);
  current_stack_bytes = start.stack_bytes;
  start.body();
  return nullptr;
}

}  // namespace

void RunOnStack(size_t stack_bytes, const std::function<void()>& body) {
  if (current_stack_bytes >= stack_bytes) return body();
  pthread_attr_t attributes;
  FORA_CHECK_EQ(pthread_attr_init(&attributes), 0);
  FORA_CHECK_EQ(pthread_attr_setstacksize(&attributes, stack_bytes), 0);
  Start start{stack_bytes, body};
  pthread_t thread;
  FORA_CHECK(pthread_create(&thread, &attributes, Main, &start) == 0) << "a thread can't be made";
  pthread_attr_destroy(&attributes);
  pthread_join(thread, nullptr);
}

}  // namespace fora::worker
