// RunOnStack: runs a function on a thread that has as much stack as it needs, and waits for it.
#pragma once

#include <cstddef>
#include <functional>

namespace fora::worker {

// Cost: a thread, about 20 us. On a stack that is large enough already (of a RunOnStack further out):
// nothing.
void RunOnStack(size_t stack_bytes, const std::function<void()>& body);

}  // namespace fora::worker
