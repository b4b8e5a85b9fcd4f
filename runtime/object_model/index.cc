// Integers: conversion between their representations, and __index__.
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/ranges.h"

namespace fora::object_model {

bool IsInt(const Value& v) { return v.Is(Tag::kInt) || v.Is(Tag::kBool) || v.Is(Tag::kBigInt); }

num::BigInt ToBigInt(const Value& v) {
  return v.Is(Tag::kBigInt) ? v.as<BigIntObject>()->value : num::BigInt(v.as_int());
}

Value FromBigInt(num::BigInt i) {
  if (i.FitsInt64()) return Value::Int(i.ToInt64());
  return Value::Adopt(new BigIntObject(std::move(i)));
}

Result<Value> AsValue(num::Fallible<num::BigInt> i) {
  if (!i.ok()) return RaiseFrom(i.error());
  return FromBigInt(std::move(i).value());
}

Result<Value> AsValue(num::Fallible<double> x) {
  if (!x.ok()) return RaiseFrom(x.error());
  return Value::Float(*x);
}

bool IsNegative(const Value& i) {
  return i.Is(Tag::kBigInt) ? i.as<BigIntObject>()->value.IsNegative() : i.as_int() < 0;
}

bool HasIndex(const Value& v) { return IsInt(v) || FindSpecial(v, "__index__") != nullptr; }

Result<Value> Index(Evaluator& evaluator, const Value& v) {
  if (v.Is(Tag::kInt) || v.Is(Tag::kBigInt)) return v;
  if (v.Is(Tag::kBool)) return Value::Int(v.as_int());
  std::optional<Result<Value>> answer = CallSpecial(evaluator, v, "__index__", {});
  if (!answer) return TypeError("'" + TypeName(v) + "' object cannot be interpreted as an integer");
  if (!answer->ok()) return std::move(*answer);
  if (!IsInt(**answer)) return TypeError("__index__ returned non-int (type " + TypeName(**answer) + ")");
  return Index(evaluator, **answer);
}

Result<int64_t> IndexAsSize(Evaluator& evaluator, const Value& v, BuiltinClass overflow) {
  FORA_TRY(Value i, Index(evaluator, v));
  if (i.Is(Tag::kInt)) return i.as_int();
  return Raise(overflow, "cannot fit '" + TypeName(v) + "' into an index-sized integer");
}

}  // namespace fora::object_model
