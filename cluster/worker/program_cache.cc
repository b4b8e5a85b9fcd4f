#include "cluster/worker/program_cache.h"

namespace fora::worker {

std::shared_ptr<const Runnable> ProgramCache::Find(const Hash128& hash) {
  std::lock_guard<std::mutex> lock(mutex_);
  auto found = places_.find(hash);
  if (found == places_.end()) return nullptr;
  recent_.splice(recent_.begin(), recent_, found->second);
  return recent_.front().second;
}

void ProgramCache::Put(const Hash128& hash, std::shared_ptr<const Runnable> program) {
  std::shared_ptr<const Runnable> oldest;  // destroyed outside of the lock
  std::lock_guard<std::mutex> lock(mutex_);
  if (places_.contains(hash)) return;
  recent_.emplace_front(hash, std::move(program));
  places_[hash] = recent_.begin();
  if (recent_.size() <= programs_max_) return;
  oldest = std::move(recent_.back().second);
  places_.erase(recent_.back().first);
  recent_.pop_back();
}

}  // namespace fora::worker
