// Arithmetic of range objects, on ints of any size.
#pragma once

#include <optional>

#include "runtime/object_model/items.h"

namespace fora::object_model {

bool IsNegative(const Value& i);  // REQUIRES: an int

// range[i]; nullopt if the index is out of range. i: an int, from the end if negative.
std::optional<Value> RangeItemAt(const RangeObject& range, const Value& i);
// range[slice]: a range.
Result<Value> SliceRange(Evaluator& evaluator, const RangeObject& range, const SliceObject& slice);

}  // namespace fora::object_model
