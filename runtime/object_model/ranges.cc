#include "runtime/object_model/ranges.h"

#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/errors.h"

namespace fora::object_model {
namespace {

using num::BigInt;

// How many elements from start towards stop. REQUIRES: step != 0
Value LengthOf(const Value& start, const Value& stop, const Value& step) {
  if (start.Is(Tag::kInt) && stop.Is(Tag::kInt) && step.Is(Tag::kInt)) {
    __int128 distance = static_cast<__int128>(stop.as_int()) - start.as_int();
    __int128 stride = step.as_int();
    if (stride < 0) distance = -distance, stride = -stride;
    return distance <= 0 ? Value::Int(0) : FromBigInt(BigInt::FromInt128((distance - 1) / stride + 1));
  }
  BigInt distance = ToBigInt(stop) - ToBigInt(start);
  BigInt stride = ToBigInt(step);
  if (stride.IsNegative()) {
    distance = -distance;
    stride = -stride;
  }
  if (distance.Sign() <= 0) return Value::Int(0);
  return FromBigInt(*num::FloorDiv(distance - BigInt(1), stride) + BigInt(1));
}

// start + i * step
Value Element(const RangeObject& range, const Value& i) {
  BigInt offset = *num::Mul(ToBigInt(i), ToBigInt(range.step));
  return FromBigInt(ToBigInt(range.start) + offset);
}

bool IsSmall(const RangeObject& range) {
  return range.start.Is(Tag::kInt) && range.stop.Is(Tag::kInt) && range.step.Is(Tag::kInt) &&
         range.length.Is(Tag::kInt);
}

Result<Value> BoundOf(Evaluator& evaluator, const Value& v) {
  if (!HasIndex(v)) return TypeError("slice indices must be integers or None or have an __index__ method");
  return Index(evaluator, v);
}

}  // namespace

Result<Value> MakeRange(Value start, Value stop, Value step) {
  if (step.Is(Tag::kInt) && step.as_int() == 0) return ValueError("range() arg 3 must not be zero");
  Value length = LengthOf(start, stop, step);
  return Value::Adopt(new RangeObject(std::move(start), std::move(stop), std::move(step), std::move(length)));
}

Value RangeItem(const RangeObject& range, const Value& index) {
  if (!IsSmall(range)) return Element(range, index);
  // The element lies between start and stop: only the way there may wrap.
  uint64_t offset = static_cast<uint64_t>(index.as_int()) * static_cast<uint64_t>(range.step.as_int());
  return Value::Int(static_cast<int64_t>(static_cast<uint64_t>(range.start.as_int()) + offset));
}

std::optional<Value> RangeItemAt(const RangeObject& range, const Value& i) {
  BigInt length = ToBigInt(range.length);
  BigInt at = ToBigInt(i);
  if (at.IsNegative()) at = at + length;
  if (at.IsNegative() || at >= length) return std::nullopt;
  return RangeItem(range, FromBigInt(std::move(at)));
}

Result<Value> SliceRange(Evaluator& evaluator, const RangeObject& range, const SliceObject& slice) {
  Value step = Value::Int(1);
  if (!slice.step.is_none()) {
    FORA_TRY(step, BoundOf(evaluator, slice.step));
  }
  if (step.Is(Tag::kInt) && step.as_int() == 0) return ValueError("slice step cannot be zero");
  const bool backwards = IsNegative(step);
  const BigInt length = ToBigInt(range.length);
  const BigInt lower = backwards ? BigInt(-1) : BigInt(0);
  const BigInt upper = backwards ? length - BigInt(1) : length;
  auto fit = [&](const Value& v, const BigInt& absent) -> Result<Value> {
    if (v.is_none()) return FromBigInt(absent);
    FORA_TRY(Value bound, BoundOf(evaluator, v));
    BigInt i = ToBigInt(bound);
    if (i.IsNegative()) i = i + length;
    return FromBigInt(i < lower ? lower : i > upper ? upper : std::move(i));
  };
  FORA_TRY(Value start, fit(slice.start, backwards ? upper : lower));
  FORA_TRY(Value stop, fit(slice.stop, backwards ? lower : upper));
  Value stride = FromBigInt(*num::Mul(ToBigInt(range.step), ToBigInt(step)));
  return MakeRange(Element(range, start), Element(range, stop), std::move(stride));
}

}  // namespace fora::object_model
