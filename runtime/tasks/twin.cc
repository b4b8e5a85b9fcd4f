#include "runtime/tasks/twin.h"

#include "runtime/value/objects.h"

namespace fora::tasks {

bool DependsOnTiming(const Stop* stop) {
  if (stop == nullptr) return false;
  if (stop->kind == Stop::Kind::kCancelled) return true;
  if (!stop->exception.Is(Tag::kInstance)) return false;
  const std::string& name = stop->exception.as<InstanceObject>()->cls()->name;
  return name == "RecursionError" || name == "MemoryError";
}

}  // namespace fora::tasks
