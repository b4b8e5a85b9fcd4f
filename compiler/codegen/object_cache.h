// ObjectCache: compiled objects by the hash of everything that they depend on.
//
// Thread safety: every method may be called from any thread. A lost or refused object only costs a
// compilation.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "runtime/base/hash.h"

namespace fora::codegen {

class ObjectCache {
 public:
  virtual ~ObjectCache() = default;
  virtual std::optional<std::string> Find(const Hash128& key) = 0;
  virtual void Store(const Hash128& key, const std::string& object) = 0;
};

// In memory, forgetting what was used longest ago.
class MemoryObjectCache : public ObjectCache {
 public:
  explicit MemoryObjectCache(size_t bytes_max) : bytes_max_(bytes_max) {}
  std::optional<std::string> Find(const Hash128& key) override;
  void Store(const Hash128& key, const std::string& object) override;

 private:
  using Entries = std::list<std::pair<Hash128, std::string>>;
  std::mutex mutex_;
  const size_t bytes_max_;
  size_t bytes_ = 0;
  Entries entries_;  // most recently used first
  std::unordered_map<Hash128, Entries::iterator> by_key_;
};

// One file per object in a directory that processes may share. Files appear by rename, carry a checksum, and
// are ignored when it does not match; when the directory grows beyond its bound, the files used longest ago
// go.
class DirectoryObjectCache : public ObjectCache {
 public:
  DirectoryObjectCache(std::string directory, uint64_t bytes_max)
      : directory_(std::move(directory)), bytes_max_(bytes_max) {}
  std::optional<std::string> Find(const Hash128& key) override;
  void Store(const Hash128& key, const std::string& object) override;

 private:
  std::string Path(const Hash128& key) const;
  void Shrink();

  const std::string directory_;
  const uint64_t bytes_max_;
  std::mutex mutex_;
  uint64_t stored_bytes_ = 0;  // since the last look at the directory
  uint64_t sequence_ = 0;
};

// Looks into the first, then the second; what only the second has is stored in the first.
class TieredObjectCache : public ObjectCache {
 public:
  TieredObjectCache(std::unique_ptr<ObjectCache> near, std::unique_ptr<ObjectCache> far)
      : near_(std::move(near)), far_(std::move(far)) {}
  std::optional<std::string> Find(const Hash128& key) override;
  void Store(const Hash128& key, const std::string& object) override;

 private:
  std::unique_ptr<ObjectCache> near_, far_;
};

}  // namespace fora::codegen
