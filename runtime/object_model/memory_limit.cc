#include "runtime/object_model/memory_limit.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "runtime/object_model/errors.h"
#include "runtime/value/objects.h"

namespace fora::object_model {
namespace {

// Control groups of version 2 and 1. The file says "max" where there is no limit.
constexpr const char* kGroupLimits[] = {"/sys/fs/cgroup/memory.max",
                                        "/sys/fs/cgroup/memory/memory.limit_in_bytes"};

int64_t MemoryBytes() {
  int64_t bytes = static_cast<int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
  for (const char* path : kGroupLimits) {
    std::ifstream file(path);
    int64_t limit = 0;
    if (file >> limit) bytes = std::min(bytes, limit);
  }
  return bytes;
}

}  // namespace

int64_t ObjectBytesMax() {
  static const int64_t bytes_max = MemoryBytes() / 2;
  return bytes_max;
}

Result<Unit> CheckListOf(const Value& iterable) {
  if (!iterable.Is(Tag::kRange)) return Unit{};
  const Value& length = iterable.as<RangeObject>()->length;
  if (!length.Is(Tag::kInt)) return OverflowError("Python int too large to convert to C ssize_t");
  if (length.as_int() > ObjectBytesMax() / static_cast<int64_t>(sizeof(int64_t))) return MemoryError();
  return Unit{};
}

}  // namespace fora::object_model
