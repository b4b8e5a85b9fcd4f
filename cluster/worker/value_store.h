// ValueStore: the values that a worker keeps for clients, by id, each with the program that its code is in.
//
// Thread safety: every method may be called from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "cluster/worker/engine.h"
#include "runtime/value/value.h"

namespace fora::worker {

struct KeptValue {
  std::shared_ptr<const Runnable> program;  // destroyed after the value
  Value value;
  uint64_t size_bytes = 0;
};

class ValueStore {
 public:
  void Put(const std::string& id, KeptValue value);
  std::optional<KeptValue> Find(const std::string& id) const;
  void Release(const std::string& id);  // unknown ids are ignored
  size_t size() const;

 private:
  mutable std::mutex mutex_;
  std::unordered_map<std::string, KeptValue> values_;
};

}  // namespace fora::worker
