#include "cluster/worker/lent_programs.h"

#include <utility>
#include <vector>

namespace fora::worker {

LentPrograms::Program LentPrograms::Find(const Hash128& hash, Time now) {
  std::lock_guard<std::mutex> lock(mutex_);
  const auto found = programs_.find(hash);
  if (found == programs_.end()) return absl::NotFoundError("the program isn't known here");
  found->second->used = now;
  return found->second->program;
}

absl::Status LentPrograms::Make(const Hash128& hash, std::function<Program()> make, Time now) {
  std::lock_guard<std::mutex> lock(mutex_);
  if (programs_.contains(hash)) return programs_[hash]->program.status();
  if (programs_.size() >= kProgramsMax)
    return absl::ResourceExhaustedError("the worker runs pieces of other programs");
  auto entry = std::make_unique<Entry>(now);
  entry->maker = std::thread([this, entry = entry.get(), make = std::move(make)]() mutable {
    Program made = make();
    make = nullptr;
    std::lock_guard<std::mutex> lock(mutex_);
    entry->program = std::move(made);
    entry->is_made = true;
  });
  return programs_.emplace(hash, std::move(entry)).first->second->program.status();
}

void LentPrograms::DropIdle(Time now) {
  std::vector<std::unique_ptr<Entry>> idle;  // destroyed outside of the lock: their values may be large
  std::lock_guard<std::mutex> lock(mutex_);
  for (auto place = programs_.begin(); place != programs_.end();) {
    Entry& entry = *place->second;
    if (!entry.is_made || now - entry.used < kIdle) {
      ++place;
      continue;
    }
    idle.push_back(std::move(place->second));
    place = programs_.erase(place);
  }
}

void LentPrograms::Clear() {
  std::map<Hash128, std::unique_ptr<Entry>> all;
  std::lock_guard<std::mutex> lock(mutex_);
  all.swap(programs_);
}

size_t LentPrograms::size() const {
  std::lock_guard<std::mutex> lock(mutex_);
  return programs_.size();
}

}  // namespace fora::worker
