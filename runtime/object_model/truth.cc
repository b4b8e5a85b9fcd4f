// Truth of values, and membership in containers.
#include <cmath>

#include "runtime/num/big_int.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/number_compare.h"

namespace fora::object_model {
namespace {

Result<bool> TruthOfInstance(Evaluator& evaluator, const Value& v) {
  if (std::optional<Result<Value>> answer = CallSpecial(evaluator, v, "__bool__", {})) {
    if (!answer->ok()) return answer->TakeStop();
    if ((*answer)->Is(Tag::kBool)) return (*answer)->as_bool();
    return TypeError("__bool__ should return bool, returned " + TypeName(**answer));
  }
  if (FindSpecial(v, "__len__") == nullptr) return true;
  FORA_TRY(Value length, Len(evaluator, v));
  return length.as_int() != 0;
}

}  // namespace

Result<bool> Truth(Evaluator& evaluator, const Value& v) {
  switch (v.tag()) {
    case Tag::kBool: return v.as_bool();
    case Tag::kUnbound:
    case Tag::kNone: return false;
    case Tag::kInt: return v.as_int() != 0;
    case Tag::kFloat: return v.as_float() != 0;
    case Tag::kStr: return v.as<StrObject>()->length != 0;
    case Tag::kTuple: return v.as<TupleObject>()->size != 0;
    case Tag::kList: return v.as<ListObject>()->size != 0;
    case Tag::kDict: return !v.as<DictObject>()->entries.empty();
    case Tag::kRange:
      return !(v.as<RangeObject>()->length.Is(Tag::kInt) && v.as<RangeObject>()->length.as_int() == 0);
    case Tag::kInstance: return TruthOfInstance(evaluator, v);
    case Tag::kNotImplemented:
    case Tag::kEllipsis:
    case Tag::kSkip:
    case Tag::kBuiltin:
    case Tag::kModule:
    case Tag::kBigInt:
    case Tag::kSlice:
    case Tag::kFunction:
    case Tag::kBoundMethod:
    case Tag::kClass:
    case Tag::kIterator:
    case Tag::kCell:
    case Tag::kProperty:
    case Tag::kStaticMethod:
    case Tag::kClassMethod:
    case Tag::kSuper: return true;
  }
  return true;
}

namespace {

bool ContainsText(const StrObject& text, const StrObject& part) {
  for (int64_t at = 0; at + part.length <= text.length; ++at) {
    int64_t i = 0;
    while (i < part.length && text.At(at + i) == part.At(i)) ++i;
    if (i == part.length) return true;
  }
  return false;
}

bool RangeContains(const RangeObject& range, const num::BigInt& item) {
  // The item's index, if it is an element: (item - start) / step is whole and below the length.
  auto division = num::DivMod(item - ToBigInt(range.start), ToBigInt(range.step));
  if (!division.ok() || !division->remainder.IsZero() || division->quotient.IsNegative()) return false;
  return division->quotient < ToBigInt(range.length);
}

bool IsWhole(double d) { return std::isfinite(d) && std::trunc(d) == d; }

// Searches by iterating.
Result<bool> ContainsByIteration(Evaluator& evaluator, const Value& iterator, const Value& item) {
  while (true) {
    FORA_TRY(Value element, Next(evaluator, iterator));
    if (element.is_unbound()) return false;
    FORA_TRY(bool equal, SameOrEqual(evaluator, element, item));
    if (equal) return true;
    if (evaluator.cancelled()) return Cancelled();
  }
}

Result<bool> ContainedInDict(const DictObject& dict, const Value& item) {
  if (!item.Is(Tag::kStr)) return Unsupported("looking up a key that is not a str is not supported");
  for (const auto& [key, value] : dict.entries) {
    if (EqualStr(*key.as<StrObject>(), *item.as<StrObject>())) return true;
  }
  return false;
}

}  // namespace

Result<bool> Contains(Evaluator& evaluator, const Value& container, const Value& item) {
  if (container.Is(Tag::kStr)) {
    if (item.Is(Tag::kStr)) return ContainsText(*container.as<StrObject>(), *item.as<StrObject>());
    return TypeError("'in <string>' requires string as left operand, not " + TypeName(item));
  }
  if (container.Is(Tag::kDict)) return ContainedInDict(*container.as<DictObject>(), item);
  if (container.Is(Tag::kRange) && !item.Is(Tag::kInstance)) {
    if (IsInt(item)) return RangeContains(*container.as<RangeObject>(), ToBigInt(item));
    // A float equals an element if it is whole and that int is one.
    return item.Is(Tag::kFloat) && IsWhole(item.as_float()) &&
           RangeContains(*container.as<RangeObject>(), num::BigInt::FromDouble(item.as_float()));
  }
  if (std::optional<Result<Value>> answer = CallSpecial(evaluator, container, "__contains__", {item})) {
    if (!answer->ok()) return answer->TakeStop();
    return Truth(evaluator, **answer);
  }
  Result<Value> iterator = Iter(evaluator, container);
  if (iterator.ok()) return ContainsByIteration(evaluator, *iterator, item);
  // CPython replaces every TypeError of iter() here.
  if (!IsRaised(iterator.stop(), BuiltinClass::kTypeError)) return iterator.TakeStop();
  return TypeError("argument of type '" + TypeName(container) + "' is not iterable");
}

}  // namespace fora::object_model
