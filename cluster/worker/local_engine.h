// The plain engine: parse → lower → interpret, on one thread a run. Slow, short and right.
#pragma once

#include <memory>

#include "cluster/worker/engine.h"

namespace fora::worker {

struct LocalEngineOptions {
  int threads = 1;   // as told to others; each run takes one
};

std::unique_ptr<Engine> MakeLocalEngine(const LocalEngineOptions& options);

}  // namespace fora::worker
