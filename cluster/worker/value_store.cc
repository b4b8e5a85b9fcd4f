#include "cluster/worker/value_store.h"

#include <utility>

namespace fora::worker {

void ValueStore::Put(const std::string& id, KeptValue value) {
  std::lock_guard<std::mutex> lock(mutex_);
  values_.insert_or_assign(id, std::move(value));
}

std::optional<KeptValue> ValueStore::Find(const std::string& id) const {
  std::lock_guard<std::mutex> lock(mutex_);
  auto found = values_.find(id);
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

void ValueStore::Release(const std::string& id) {
  KeptValue released;  // destroyed outside of the lock: it may be large
  std::lock_guard<std::mutex> lock(mutex_);
  auto found = values_.find(id);
  if (found == values_.end()) return;
  released = std::move(found->second);
  values_.erase(found);
}

size_t ValueStore::size() const {
  std::lock_guard<std::mutex> lock(mutex_);
  return values_.size();
}

}  // namespace fora::worker
