#include "runtime/memory/machine.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <fstream>
#include <limits>
#include <string>

namespace fora::memory {
namespace {

constexpr int64_t kNone = std::numeric_limits<int64_t>::max();

struct GroupFiles {
  const char* limit;
  const char* used;
};
// Control groups of version 2 and 1, as they are seen from inside.
constexpr GroupFiles kGroups[] = {
    {"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"},
    {"/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"}};

std::string FirstWord(const char* path) {
  std::ifstream file(path);
  std::string word;
  file >> word;
  return word;
}

int64_t AvailableBytes() {
  std::ifstream file("/proc/meminfo");
  std::string name;
  for (int64_t kilobytes; file >> name;) {
    if (name == "MemAvailable:" && file >> kilobytes) return kilobytes * 1024;
    file.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }
  return static_cast<int64_t>(sysconf(_SC_AVPHYS_PAGES)) * sysconf(_SC_PAGESIZE);
}

}  // namespace

int64_t GroupRest(const char* limit, const char* used) {
  int64_t most = 0, now = 0;
  const char* end = limit + std::strlen(limit);
  if (std::from_chars(limit, end, most).ec != std::errc()) return kNone;
  std::from_chars(used, used + std::strlen(used), now);
  return std::max<int64_t>(most - now, 0);
}

int64_t DefaultLimit() {
  int64_t bytes = AvailableBytes();
  for (const GroupFiles& files : kGroups)
    bytes = std::min(bytes, GroupRest(FirstWord(files.limit).c_str(), FirstWord(files.used).c_str()));
  // The rest is for what is not counted: code, stacks, the allocator's own needs.
  return std::max<int64_t>(bytes / 5 * 4, int64_t{64} << 20);
}

}  // namespace fora::memory
