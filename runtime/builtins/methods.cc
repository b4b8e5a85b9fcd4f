// Methods of the builtin types that change nothing. call.args[0] is the object.
#include "runtime/builtins/functions.h"

#include "runtime/num/float_ops.h"
#include "runtime/num/float_text.h"
#include "runtime/num/int_float.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/text.h"

namespace fora::builtins {

namespace om = object_model;

// ---- int, float ----

Result<Value> IntBitCount(Call& call) { return Value::Int(om::ToBigInt(call.args[0]).BitCount()); }
Result<Value> IntBitLength(Call& call) { return Value::Int(om::ToBigInt(call.args[0]).BitLength()); }
Result<Value> IntConjugate(Call& call) { return om::Unary(call.evaluator, UnaryOp::kPos, call.args[0]); }
Result<Value> FloatConjugate(Call& call) { return call.args[0]; }

Result<Value> IntAsIntegerRatio(Call& call) {
  FORA_TRY(Value numerator, IntConjugate(call));
  return MakeTuple({std::move(numerator), Value::Int(1)});
}

Result<Value> FloatIsInteger(Call& call) { return Value::Bool(num::IsInteger(call.args[0].as_float())); }

Result<Value> FloatAsIntegerRatio(Call& call) {
  auto ratio = num::AsIntegerRatio(call.args[0].as_float());
  if (!ratio.ok()) return om::RaiseFrom(ratio.error());
  return MakeTuple(
      {om::FromBigInt(std::move(ratio->numerator)), om::FromBigInt(std::move(ratio->denominator))});
}

Result<Value> FloatHex(Call& call) { return MakeStr(num::FloatHex(call.args[0].as_float())); }

// ---- list, tuple, range ----

namespace {

// What list and tuple share: an array read by index.
struct Sequence {
  const Value& object;
  int64_t size() const {
    return object.Is(Tag::kList) ? object.as<ListObject>()->size : object.as<TupleObject>()->size;
  }
  Value At(int64_t i) const {
    return object.Is(Tag::kList) ? object.as<ListObject>()->At(i) : object.as<TupleObject>()->items[i];
  }
};

Result<Value> Count(Call& call) {
  Sequence sequence{call.args[0]};
  int64_t count = 0;
  for (int64_t i = 0; i < sequence.size(); ++i) {
    FORA_TRY(bool equal, om::SameOrEqual(call.evaluator, sequence.At(i), call.args[1]));
    count += equal;
  }
  return Value::Int(count);
}

// A bound of index(x, start, stop): big ints saturate, negative ones count from the end.
Result<int64_t> Bound(Evaluator& evaluator, const Value& v, int64_t absent, int64_t size) {
  if (v.is_unbound()) return absent;
  if (!om::HasIndex(v)) return om::TypeError("slice indices must be integers or have an __index__ method");
  FORA_TRY(Value index, om::Index(evaluator, v));
  int64_t i = index.Is(Tag::kInt) ? index.as_int() : om::ToBigInt(index).ClampToInt64();
  if (i < 0) i = std::max<int64_t>(i + size, 0);
  return i;
}

// The index, or -1.
Result<int64_t> Find(Call& call) {
  Sequence sequence{call.args[0]};
  FORA_TRY(int64_t start, Bound(call.evaluator, call.args[2], 0, sequence.size()));
  FORA_TRY(int64_t stop, Bound(call.evaluator, call.args[3], sequence.size(), sequence.size()));
  for (int64_t i = start; i < stop && i < sequence.size(); ++i) {
    FORA_TRY(bool equal, om::SameOrEqual(call.evaluator, sequence.At(i), call.args[1]));
    if (equal) return i;
  }
  return -1;
}

}  // namespace

Result<Value> ListCount(Call& call) { return Count(call); }
Result<Value> TupleCount(Call& call) { return Count(call); }

Result<Value> ListIndex(Call& call) {
  FORA_TRY(int64_t at, Find(call));
  if (at >= 0) return Value::Int(at);
  FORA_TRY(Value text, om::Repr(call.evaluator, call.args[1]));
  return om::ValueError(text.as<StrObject>()->ToUtf8() + " is not in list");
}

Result<Value> TupleIndex(Call& call) {
  FORA_TRY(int64_t at, Find(call));
  if (at >= 0) return Value::Int(at);
  return om::ValueError("tuple.index(x): x not in tuple");
}

Result<Value> ListCopy(Call& call) { return CollectList(call.evaluator, call.args[0]); }

Result<Value> RangeCount(Call& call) {
  if (!om::IsInt(call.args[1]))
    return Unsupported("range.count() of something that is not an int is not supported");
  FORA_TRY(bool found, om::Contains(call.evaluator, call.args[0], call.args[1]));
  return Value::Int(found ? 1 : 0);
}

Result<Value> RangeIndex(Call& call) {
  if (!om::IsInt(call.args[1]))
    return Unsupported("range.index() of something that is not an int is not supported");
  auto* range = call.args[0].as<RangeObject>();
  FORA_TRY(bool found, om::Contains(call.evaluator, call.args[0], call.args[1]));
  if (!found) {
    FORA_TRY(Value text, om::Repr(call.evaluator, call.args[1]));
    return om::ValueError(text.as<StrObject>()->ToUtf8() + " is not in range");
  }
  FORA_TRY(Value distance, om::Binary(call.evaluator, BinaryOp::kSub, call.args[1], range->start));
  return om::Binary(call.evaluator, BinaryOp::kFloorDiv, distance, range->step);
}

// ---- property ----

Result<Value> PropertySetter(Call& call) {
  const Value& setter = call.args[1];
  if (!setter.Is(Tag::kFunction) || !setter.as<FunctionObject>()->code->sets_property())
    return Unsupported(
        "a property's setter that is not a method decorated with '@' and '.setter' is not supported");
  return Value::Adopt(new PropertyObject(call.args[0].as<PropertyObject>()->getter, setter));
}

// `del` of an attribute is refused before a program runs, so that a deleter is of no use.
Result<Value> PropertyDeleter(Call& call) { return call.args[0]; }

}  // namespace fora::builtins
