// Comparison, truth and membership.
#pragma once

#include <optional>

#include "runtime/object_model/evaluator.h"
#include "runtime/value/result.h"

namespace fora::object_model {

// All operators of CompareOp, `is` and `in` too. The rich ones may give any value (a user's __lt__).
Result<Value> Compare(Evaluator& evaluator, CompareOp op, const Value& a, const Value& b);
// The truth of Compare.
Result<bool> CompareTruth(Evaluator& evaluator, CompareOp op, const Value& a, const Value& b);
// a is b or a == b, as containers compare elements.
Result<bool> SameOrEqual(Evaluator& evaluator, const Value& a, const Value& b);

Result<bool> Truth(Evaluator& evaluator, const Value& v);
Result<bool> Contains(Evaluator& evaluator, const Value& container, const Value& item);
// `a is b`; nullopt if it depends on whether CPython made two equal immutable objects or one (Compare:
// Unsupported).
std::optional<bool> Is(const Value& a, const Value& b);

const char* Text(CompareOp op);  // "<"

}  // namespace fora::object_model
