#include "runtime/object_model/number_compare.h"

#include "runtime/num/int64.h"
#include "runtime/num/int_float.h"
#include "runtime/object_model/arithmetic.h"

namespace fora::object_model {
namespace {

// An int (not a bool) against a float, exactly; unordered with NaN.
std::partial_ordering CompareIntFloat(const Value& i, double d) {
  if (i.Is(Tag::kBigInt)) return num::Compare(i.as<BigIntObject>()->value, d);
  return num::Compare(i.as_int(), d);
}

}  // namespace

bool IsNumber(const Value& v) {
  return v.Is(Tag::kInt) || v.Is(Tag::kFloat) || v.Is(Tag::kBool) || v.Is(Tag::kBigInt);
}

int OrderInts(const Value& a, const Value& b) {
  if (!a.Is(Tag::kBigInt) && !b.Is(Tag::kBigInt))
    return a.as_int() < b.as_int() ? -1 : a.as_int() > b.as_int();
  auto order = ToBigInt(a) <=> ToBigInt(b);
  return order < 0 ? -1 : order > 0;
}

bool CompareNumbers(CompareOp op, const Value& a, const Value& b) {
  bool float_a = a.Is(Tag::kFloat), float_b = b.Is(Tag::kFloat);
  if (float_a && float_b) return CompareFloats(op, a.as_float(), b.as_float());
  if (!float_a && !float_b) return Ordered(op, OrderInts(a, b));
  std::partial_ordering order =
      float_b ? CompareIntFloat(a, b.as_float()) : 0 <=> CompareIntFloat(b, a.as_float());
  if (order == std::partial_ordering::unordered) return op == CompareOp::kNe;
  return Ordered(op, order < 0 ? -1 : order > 0);
}

}  // namespace fora::object_model
