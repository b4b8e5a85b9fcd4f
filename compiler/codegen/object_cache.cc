#include "compiler/codegen/object_cache.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

namespace fora::codegen {

namespace fs = std::filesystem;

std::optional<std::string> MemoryObjectCache::Find(const Hash128& key) {
  std::lock_guard lock(mutex_);
  auto found = by_key_.find(key);
  if (found == by_key_.end()) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->second;
}

void MemoryObjectCache::Store(const Hash128& key, const std::string& object) {
  std::lock_guard lock(mutex_);
  if (by_key_.contains(key) || object.size() > bytes_max_) return;
  entries_.emplace_front(key, object);
  by_key_[key] = entries_.begin();
  bytes_ += object.size();
  while (bytes_ > bytes_max_) {
    bytes_ -= entries_.back().second.size();
    by_key_.erase(entries_.back().first);
    entries_.pop_back();
  }
}

std::string DirectoryObjectCache::Path(const Hash128& key) const {
  return directory_ + "/" + key.ToHex() + ".o";
}

std::optional<std::string> DirectoryObjectCache::Find(const Hash128& key) {
  std::ifstream file(Path(key), std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (bytes.size() < Hash128::kBytes) return std::nullopt;
  std::string object = bytes.substr(Hash128::kBytes);
  if (Hash128::Of(object).ToBytes() != bytes.substr(0, Hash128::kBytes)) return std::nullopt;
  std::error_code ignored;
  fs::last_write_time(Path(key), fs::file_time_type::clock::now(), ignored);
  return object;
}

void DirectoryObjectCache::Store(const Hash128& key, const std::string& object) {
  std::lock_guard lock(mutex_);
  std::error_code error;
  fs::create_directories(directory_, error);
  const std::string temporary =
      Path(key) + "." + std::to_string(getpid()) + "." + std::to_string(sequence_++);
  {
    std::ofstream file(temporary, std::ios::binary);
    file << Hash128::Of(object).ToBytes() << object;
    if (!file.flush()) error = std::make_error_code(std::errc::io_error);
  }
  if (!error) fs::rename(temporary, Path(key), error);
  if (error) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    return;
  }
  stored_bytes_ += object.size();
  if (stored_bytes_ > bytes_max_ / 16) Shrink();
}

void DirectoryObjectCache::Shrink() {
  stored_bytes_ = 0;
  struct Entry {
    fs::file_time_type used;
    uint64_t bytes;
    fs::path path;
  };
  std::vector<Entry> entries;
  uint64_t total = 0;
  std::error_code error;
  for (fs::directory_iterator it(directory_, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    Entry entry{it->last_write_time(ignored), it->file_size(ignored), it->path()};
    if (ignored) continue;
    total += entry.bytes;
    entries.push_back(std::move(entry));
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.used < b.used; });
  for (const Entry& entry : entries) {
    if (total <= bytes_max_) break;
    fs::remove(entry.path, error);
    total -= entry.bytes;
  }
}

std::optional<std::string> TieredObjectCache::Find(const Hash128& key) {
  if (auto object = near_->Find(key)) return object;
  auto object = far_->Find(key);
  if (object) near_->Store(key, *object);
  return object;
}

void TieredObjectCache::Store(const Hash128& key, const std::string& object) {
  near_->Store(key, object);
  far_->Store(key, object);
}

}  // namespace fora::codegen
