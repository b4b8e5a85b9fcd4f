// Arithmetic of ints of any size, bools and floats with each other.
#pragma once

#include "runtime/num/fallible.h"
#include "runtime/object_model/errors.h"
#include "runtime/value/operators.h"
#include "runtime/value/result.h"

namespace fora::object_model {

// a op b; NotImplemented if the operator doesn't take their types (1.5 << 2). REQUIRES: IsNumber of both
Result<Value> BinaryNumbers(BinaryOp op, const Value& a, const Value& b);
// REQUIRES: IsNumber(a); not ~ of a float
Result<Value> UnaryNumber(UnaryOp op, const Value& a);

// An int or bool as a float, rounded as CPython does. Errors: OverflowError "int too large to convert to
// float".
Result<double> ToDouble(const Value& number);

}  // namespace fora::object_model
