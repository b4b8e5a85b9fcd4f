#include "cluster/worker/lent_programs.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace fora::worker {

namespace {

constexpr std::chrono::milliseconds kRetryMin{100}, kRetryMax{5000};

}  // namespace

std::optional<std::chrono::milliseconds> RetryAfter(absl::StatusCode code, int failures) {
  const bool may_pass = code == absl::StatusCode::kResourceExhausted ||
                        code == absl::StatusCode::kUnavailable || code == absl::StatusCode::kDeadlineExceeded;
  if (!may_pass) return std::nullopt;
  std::chrono::milliseconds wait = kRetryMin;
  for (int i = 1; i < failures && wait < kRetryMax; ++i) wait *= 2;
  return std::min(wait, kRetryMax);
}

bool LentPrograms::IsDue(Entry& entry, Time now) {
  if (!entry.is_made || entry.program.ok()) return false;
  if (!entry.retry_at) {
    const auto wait = RetryAfter(entry.program.status().code(), entry.failures + 1);
    if (!wait) return false;
    entry.retry_at = now + *wait;
  }
  return now >= *entry.retry_at;
}

LentPrograms::Program LentPrograms::Find(const Hash128& hash, Time now) {
  std::lock_guard<std::mutex> lock(mutex_);
  const auto found = programs_.find(hash);
  if (found == programs_.end()) return absl::NotFoundError("the program isn't known here");
  Entry& entry = *found->second;
  entry.used = now;
  if (IsDue(entry, now)) return absl::NotFoundError("the program has to be made anew");
  return entry.program;
}

absl::Status LentPrograms::Make(const Hash128& hash, Maker make, Time now) {
  std::unique_ptr<Entry> failed;  // destroyed outside of the lock
  std::lock_guard<std::mutex> lock(mutex_);
  if (const auto found = programs_.find(hash); found != programs_.end()) {
    if (!IsDue(*found->second, now)) return found->second->program.status();
    failed = std::move(found->second);
    programs_.erase(found);
  }
  if (programs_.size() >= kProgramsMax)
    return absl::ResourceExhaustedError("the worker runs pieces of other programs");
  auto entry = std::make_unique<Entry>(now, failed == nullptr ? 0 : failed->failures + 1);
  entry->maker = std::thread([this, entry = entry.get(), make = std::move(make)]() mutable {
    Program made = make(entry->cancel);
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
  for (auto& [hash, entry] : all) entry->cancel.Cancel();
}

size_t LentPrograms::size() const {
  std::lock_guard<std::mutex> lock(mutex_);
  return programs_.size();
}

}  // namespace fora::worker
