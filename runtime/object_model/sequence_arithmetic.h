// `+` and `*` of str, tuple and list.
#pragma once

#include "runtime/object_model/evaluator.h"
#include "runtime/value/result.h"

namespace fora::object_model {

bool IsSequence(const Value& v);                                  // str, tuple or list
Result<Value> Concat(const Value& sequence, const Value& other);  // REQUIRES: IsSequence(sequence)
Result<Value> Repeat(Evaluator& evaluator, const Value& sequence, const Value& count);
// list += iterable and list *= count, in place. REQUIRES: a list
Result<Value> ExtendInPlace(Evaluator& evaluator, Value&& list, const Value& iterable);
Result<Value> RepeatInPlace(Evaluator& evaluator, Value&& list, const Value& count);

}  // namespace fora::object_model
