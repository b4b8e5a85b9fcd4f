// Text of values: repr, str, format.
#pragma once

#include <string_view>
#include <vector>

#include "runtime/object_model/evaluator.h"
#include "runtime/value/objects.h"
#include "runtime/value/result.h"

namespace fora::object_model {

// Each gives a str. Unsupported where CPython prints an address.
Result<Value> Repr(Evaluator& evaluator, const Value& v);
Result<Value> Str(Evaluator& evaluator, const Value& v);
Result<Value> Ascii(Evaluator& evaluator, const Value& v);
Result<Value> Format(Evaluator& evaluator, const Value& v, const Value& spec);  // spec: a str
// conversion: -1, 's', 'r' or 'a', as an f-string's field has it.
Result<Value> FormatField(Evaluator& evaluator, const Value& v, int conversion, const Value& spec);
Result<Value> JoinStr(const std::vector<Value>& parts);  // REQUIRES: strs

std::string ReprOfStr(const StrObject& s);  // UTF-8

}  // namespace fora::object_model
