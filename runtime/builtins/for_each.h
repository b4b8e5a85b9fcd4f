// ForEach: runs over any iterable; lists without an iterator in between.
#pragma once

#include "runtime/object_model/iterators.h"
#include "runtime/value/objects.h"
#include "runtime/value/result.h"

namespace fora::builtins {

enum class Flow { kContinue, kBreak };

inline constexpr int64_t kItemsPerPoll = 1024;

// visit(Value) -> Result<Flow>. Polls for cancellation.
template <class Visit>
Result<Unit> ForEach(Evaluator& evaluator, const Value& iterable, Visit visit) {
  int64_t visited = 0;
  // True once the loop has to end; the result says why.
  auto step = [&](Value item) -> Result<Flow> {
    if (++visited % kItemsPerPoll == 0 && evaluator.cancelled()) return Cancelled();
    return visit(std::move(item));
  };
  if (iterable.Is(Tag::kList)) {
    Value keep = iterable;  // the visitor may run code that drops the caller's reference
    auto* list = keep.as<ListObject>();
    for (int64_t i = 0; i < list->size; ++i) {
      FORA_TRY(Flow flow, step(list->At(i)));
      if (flow == Flow::kBreak) return Unit{};
    }
    return Unit{};
  }
  FORA_TRY(Value iterator, object_model::Iter(evaluator, iterable));
  for (;;) {
    FORA_TRY(Value item, object_model::Next(evaluator, iterator));
    if (item.is_unbound()) return Unit{};
    FORA_TRY(Flow flow, step(std::move(item)));
    if (flow == Flow::kBreak) return Unit{};
  }
}

}  // namespace fora::builtins
