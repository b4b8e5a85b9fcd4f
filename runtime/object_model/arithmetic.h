// Binary, augmented and unary operators, and integers as CPython takes them where it wants an index.
#pragma once

#include <cstdint>

#include "runtime/num/big_int.h"
#include "runtime/num/fallible.h"
#include "runtime/object_model/evaluator.h"
#include "runtime/value/result.h"

namespace fora::object_model {

Result<Value> Binary(Evaluator& evaluator, BinaryOp op, const Value& a, const Value& b);

// The same for an operand that the caller needs no more: `v = v + [x]` reuses the list if nobody else refers
// to it, and is then amortised O(1).
Result<Value> BinaryConsuming(Evaluator& evaluator, BinaryOp op, Value a, const Value& b);

// a op= b. Consumes a: a list whose only reference it is changes in place; one that is shared is
// InvalidOperation. After an error a still holds its list, changed as far as CPython would have changed it.
Result<Value> Inplace(Evaluator& evaluator, BinaryOp op, Value&& a, const Value& b);
// `list += list`, of which `list` is the only reference, or else the list is shared. REQUIRES: a list. Leaves
// it where it is on failure.
Result<Value> DoubleInPlace(Value&& list);

Result<Value> Unary(Evaluator& evaluator, UnaryOp op, const Value& a);

const char* Text(BinaryOp op);  // "+"

// ---- Integers ----

bool IsInt(const Value& v);            // int or bool
num::BigInt ToBigInt(const Value& v);  // REQUIRES: IsInt(v)
Value FromBigInt(num::BigInt i);       // immediate if it fits
// The number, or the exception that the error is in Python.
Result<Value> AsValue(num::Fallible<num::BigInt> i);
Result<Value> AsValue(num::Fallible<double> x);

// operator.index(v): an int (never a bool). TypeError "'str' object cannot be interpreted as an integer".
Result<Value> Index(Evaluator& evaluator, const Value& v);
// True if v has __index__.
bool HasIndex(const Value& v);
// As Index, as a machine integer. Too big: raises `overflow` ("cannot fit 'int' into an index-sized
// integer").
Result<int64_t> IndexAsSize(Evaluator& evaluator, const Value& v, BuiltinClass overflow);

}  // namespace fora::object_model
