// The engine of a worker: parse → lower, then all tiers on all threads (compiler/tier).
#pragma once

#include <memory>

#include "cluster/worker/engine.h"
#include "compiler/tier/engine.h"

namespace fora::worker {

std::unique_ptr<Engine> MakeTieredEngine(const tier::Options& options);

}  // namespace fora::worker
