#include "runtime/tasks/twin.h"

#include "runtime/value/objects.h"

namespace fora::tasks {

bool DependsOnTiming(const Stop* stop) {
  if (stop == nullptr) return false;
  if (stop->kind == Stop::Kind::kCancelled) return true;
  return stop->exception.Is(Tag::kInstance) &&
         stop->exception.as<InstanceObject>()->cls()->name == "RecursionError";
}

}  // namespace fora::tasks
