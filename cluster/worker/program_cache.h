// ProgramCache: programs that were submitted before, ready to run. The same bytes are the same program.
//
// Thread safety: every method may be called from any thread.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "cluster/worker/engine.h"
#include "runtime/base/hash.h"

namespace fora::worker {

class ProgramCache {
 public:
  explicit ProgramCache(size_t programs_max = 256) : programs_max_(programs_max) {}

  // Null if it isn't there.
  std::shared_ptr<const Runnable> Find(const Hash128& hash);
  // The least recently used one goes when there are too many.
  void Put(const Hash128& hash, std::shared_ptr<const Runnable> program);

 private:
  using Entry = std::pair<Hash128, std::shared_ptr<const Runnable>>;
  const size_t programs_max_;
  std::mutex mutex_;
  std::list<Entry> recent_;  // most recently used first
  std::unordered_map<Hash128, std::list<Entry>::iterator> places_;
};

}  // namespace fora::worker
