#include "compiler/tier/code_table.h"

namespace fora::tier {

EntryPoint* CodeTable::At(const ir::Function* function, uint32_t place) {
  std::lock_guard lock(mutex_);
  auto& point = points_[{function, place}];
  if (point == nullptr) {
    point = std::make_unique<EntryPoint>();
    point->function = function;
    point->block = ir::BlockId(place);
  }
  return point.get();
}

Code* CodeTable::Owner(const void* typed_function) {
  std::lock_guard lock(mutex_);
  const auto found = owners_.find(typed_function);
  return found == owners_.end() ? nullptr : found->second;
}

void CodeTable::SetOwner(const void* typed_function, Code* code) {
  std::lock_guard lock(mutex_);
  owners_[typed_function] = code;
}

void CodeTable::Wait(const Code& code) {
  std::unique_lock lock(mutex_);
  settled_.wait(lock, [&] { return code.state.load(std::memory_order_acquire) != Code::State::kQueued; });
}

void CodeTable::Announce(Code& code, Code::State state) {
  std::lock_guard lock(mutex_);
  code.state.store(state, std::memory_order_release);
  settled_.notify_all();
}

}  // namespace fora::tier
