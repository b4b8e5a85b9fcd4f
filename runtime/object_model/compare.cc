#include "runtime/object_model/compare.h"

#include <algorithm>
#include <string>

#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/number_compare.h"

namespace fora::object_model {
namespace {

struct CompareRow {
  const char* text;
  const char* method;
  const char* reflected;
  CompareOp swapped;
};

constexpr CompareRow kRows[] = {
    {"<", "__lt__", "__gt__", CompareOp::kGt},
    {"<=", "__le__", "__ge__", CompareOp::kGe},
    {"==", "__eq__", "__eq__", CompareOp::kEq},
    {"!=", "__ne__", "__ne__", CompareOp::kNe},
    {">", "__gt__", "__lt__", CompareOp::kLt},
    {">=", "__ge__", "__le__", CompareOp::kLe},
    {"is", "", "", CompareOp::kIs},
    {"is not", "", "", CompareOp::kIsNot},
    {"in", "", "", CompareOp::kIn},
    {"not in", "", "", CompareOp::kNotIn},
};

const CompareRow& Row(CompareOp op) { return kRows[static_cast<int>(op)]; }

// Values nest as deep as a program likes, the native stack doesn't.
constexpr int kDepthMax = 900;

bool IsEquality(CompareOp op) { return op == CompareOp::kEq || op == CompareOp::kNe; }

Result<Value> RichCompare(Evaluator& evaluator, CompareOp op, const Value& a, const Value& b, int depth);

Result<bool> SameOrEqualAt(Evaluator& evaluator, const Value& a, const Value& b, int depth) {
  if (a.Same(b)) {
    // A NaN equals itself only by being the same object, which a float doesn't know here.
    if (a.Is(Tag::kFloat) && a.as_float() != a.as_float())
      return Unsupported(
          "comparing NaN as an element of a container depends on object identity, which is not supported");
    return true;
  }
  FORA_TRY(Value equal, RichCompare(evaluator, CompareOp::kEq, a, b, depth));
  if (equal.Is(Tag::kBool)) return equal.as_bool();
  return Truth(evaluator, equal);
}

// Lists and tuples: the first elements that differ decide.
class Elements {
 public:
  explicit Elements(const Value& v) : v_(v) {}
  int64_t size() const { return v_.Is(Tag::kList) ? v_.as<ListObject>()->size : v_.as<TupleObject>()->size; }
  Value At(int64_t i) const {
    return v_.Is(Tag::kList) ? v_.as<ListObject>()->At(i) : v_.as<TupleObject>()->items[i];
  }

 private:
  const Value& v_;
};

Result<Value> CompareElements(Evaluator& evaluator, CompareOp op, const Value& a, const Value& b, int depth) {
  if (depth > kDepthMax)
    return Raise(BuiltinClass::kRecursionError, "maximum recursion depth exceeded in comparison");
  // The elements of one container are the same objects, NaN or not.
  if (a.Same(b)) return Value::Bool(Ordered(op, 0));
  Elements x(a), y(b);
  if (a.Is(Tag::kList) && IsEquality(op) && x.size() != y.size()) return Value::Bool(op == CompareOp::kNe);
  int64_t n = std::min(x.size(), y.size());
  for (int64_t i = 0; i < n; ++i) {
    Value left = x.At(i), right = y.At(i);
    FORA_TRY(bool equal, SameOrEqualAt(evaluator, left, right, depth + 1));
    if (equal) continue;
    if (IsEquality(op)) return Value::Bool(op == CompareOp::kNe);
    return RichCompare(evaluator, op, left, right, depth + 1);
  }
  return Value::Bool(Ordered(op, x.size() < y.size() ? -1 : x.size() > y.size()));
}

bool EqualRanges(const RangeObject& a, const RangeObject& b) {
  auto same = [](const Value& x, const Value& y) { return OrderInts(x, y) == 0; };
  if (!same(a.length, b.length)) return false;
  if (a.length.Is(Tag::kInt) && a.length.as_int() == 0) return true;
  if (!same(a.start, b.start)) return false;
  return (a.length.Is(Tag::kInt) && a.length.as_int() == 1) || same(a.step, b.step);
}

Result<Value> EqualDicts(Evaluator& evaluator, const DictObject& a, const DictObject& b, int depth) {
  if (a.entries.size() != b.entries.size()) return Value::Bool(false);
  for (const auto& [key, value] : a.entries) {
    const Value* other = nullptr;
    for (const auto& [k, v] : b.entries) {
      if (EqualStr(*k.as<StrObject>(), *key.as<StrObject>())) other = &v;
    }
    if (other == nullptr) return Value::Bool(false);
    FORA_TRY(bool equal, SameOrEqualAt(evaluator, value, *other, depth + 1));
    if (!equal) return Value::Bool(false);
  }
  return Value::Bool(true);
}

Value SliceAsTuple(const SliceObject& slice) { return MakeTuple({slice.start, slice.stop, slice.step}); }

// a op b of values of builtin types by what a's type knows; NotImplemented if it doesn't know b.
Result<Value> CompareBuiltins(Evaluator& evaluator, CompareOp op, const Value& a, const Value& b, int depth) {
  if (IsNumber(a) && IsNumber(b)) return Value::Bool(CompareNumbers(op, a, b));
  if (a.tag() != b.tag()) return Value::NotImplemented();
  auto negate_if_ne = [&](bool equal) { return Value::Bool(equal == (op == CompareOp::kEq)); };
  if (a.Is(Tag::kStr)) {
    auto *x = a.as<StrObject>(), *y = b.as<StrObject>();
    if (IsEquality(op)) return negate_if_ne(EqualStr(*x, *y));
    return Value::Bool(Ordered(op, CompareStr(*x, *y)));
  }
  if (a.Is(Tag::kList) || a.Is(Tag::kTuple)) return CompareElements(evaluator, op, a, b, depth);
  if (a.Is(Tag::kSlice)) {
    return CompareElements(evaluator, op, SliceAsTuple(*a.as<SliceObject>()),
                           SliceAsTuple(*b.as<SliceObject>()), depth);
  }
  if (!IsEquality(op)) return Value::NotImplemented();
  if (a.Is(Tag::kRange)) return negate_if_ne(EqualRanges(*a.as<RangeObject>(), *b.as<RangeObject>()));
  if (a.Is(Tag::kDict)) {
    FORA_TRY(Value equal, EqualDicts(evaluator, *a.as<DictObject>(), *b.as<DictObject>(), depth));
    return negate_if_ne(equal.as_bool());
  }
  if (a.Is(Tag::kBoundMethod)) {
    auto *x = a.as<BoundMethodObject>(), *y = b.as<BoundMethodObject>();
    return negate_if_ne(x->self.Same(y->self) && x->function.Same(y->function));
  }
  return Value::NotImplemented();
}

// What the class of `a` answers to a op b: a user's method, or what `object` does. `method` is op's or the
// reflected name for the swapped operator.
Result<Value> CompareByClass(Evaluator& evaluator, CompareOp op, const Value& a, const Value& b, int depth) {
  if (!a.Is(Tag::kInstance)) return CompareBuiltins(evaluator, op, a, b, depth);
  if (std::optional<Result<Value>> answer = CallSpecial(evaluator, a, Row(op).method, {b}))
    return std::move(*answer);
  if (op == CompareOp::kNe) {
    std::optional<Result<Value>> equal = CallSpecial(evaluator, a, "__eq__", {b});
    if (!equal) return a.Same(b) ? Value::Bool(false) : Value::NotImplemented();
    if (!equal->ok() || (*equal)->Is(Tag::kNotImplemented)) return std::move(*equal);
    FORA_TRY(bool truth, Truth(evaluator, **equal));
    return Value::Bool(!truth);
  }
  if (op == CompareOp::kEq && a.Same(b)) return Value::Bool(true);
  return Value::NotImplemented();
}

// a and b are not both builtin, or their types don't compare: the whole protocol.
Result<Value> ProtocolCompare(Evaluator& evaluator, CompareOp op, const Value& a, const Value& b, int depth) {
  const ClassObject *x = ClassOf(a), *y = ClassOf(b);
  bool reflected_first = b.Is(Tag::kInstance) && x != y && y->DerivesFrom(x);
  if (reflected_first) {
    FORA_TRY(Value answer, CompareByClass(evaluator, Row(op).swapped, b, a, depth));
    if (!answer.Is(Tag::kNotImplemented)) return answer;
  }
  FORA_TRY(Value answer, CompareByClass(evaluator, op, a, b, depth));
  if (!answer.Is(Tag::kNotImplemented)) return answer;
  if (!reflected_first) {
    FORA_TRY(Value reflected, CompareByClass(evaluator, Row(op).swapped, b, a, depth));
    if (!reflected.Is(Tag::kNotImplemented)) return reflected;
  }
  if (op == CompareOp::kEq) return Value::Bool(a.Same(b));
  if (op == CompareOp::kNe) return Value::Bool(!a.Same(b));
  return TypeError(std::string("'") + Row(op).text + "' not supported between instances of '" + x->name +
                   "' and '" + y->name + "'");
}

Result<Value> RichCompare(Evaluator& evaluator, CompareOp op, const Value& a, const Value& b, int depth) {
  if (a.Is(Tag::kInt) && b.Is(Tag::kInt)) {
    return Value::Bool(Ordered(op, a.as_int() < b.as_int() ? -1 : a.as_int() > b.as_int()));
  }
  if (!a.Is(Tag::kInstance) && !b.Is(Tag::kInstance)) {
    FORA_TRY(Value answer, CompareBuiltins(evaluator, op, a, b, depth));
    if (!answer.Is(Tag::kNotImplemented)) return answer;
  }
  return ProtocolCompare(evaluator, op, a, b, depth);
}

Result<bool> IsSame(const Value& a, const Value& b) {
  if (a.tag() != b.tag()) return false;
  if (a.is_heap() && a.Same(b)) return true;
  std::optional<bool> same = Is(a, b);
  if (same) return *same;
  return Unsupported("'is' between equal values of type '" + TypeName(a) +
                     "' depends on object identity, which is not supported; use '=='");
}

bool IsNegation(CompareOp op) { return op == CompareOp::kIsNot || op == CompareOp::kNotIn; }

}  // namespace

std::optional<bool> Is(const Value& a, const Value& b) {
  if (a.tag() != b.tag()) return false;
  switch (a.tag()) {
    case Tag::kInt: {
      if (a.as_int() != b.as_int()) return false;
      if (a.as_int() >= -5 && a.as_int() <= 256) return true;  // CPython keeps one object of each
      return std::nullopt;
    }
    case Tag::kFloat:
      if (!a.Same(b)) return false;
      return std::nullopt;
    case Tag::kBigInt:
      if (a.Same(b)) return true;
      if (OrderInts(a, b) != 0) return false;
      return std::nullopt;
    case Tag::kStr: {
      auto *x = a.as<StrObject>(), *y = b.as<StrObject>();
      if (x == y) return true;
      if (!EqualStr(*x, *y)) return false;
      if (x->length == 0 || (x->length == 1 && x->width == 1)) return true;
      return std::nullopt;
    }
    case Tag::kTuple:
      if (a.Same(b)) return true;
      // There is one empty tuple. Equal constants may be one object, so that only a difference is certain.
      if (a.as<TupleObject>()->size != b.as<TupleObject>()->size) return false;
      if (a.as<TupleObject>()->size == 0) return true;
      return std::nullopt;
    case Tag::kBoundMethod:
      if (a.Same(b)) return true;
      return false;
    case Tag::kUnbound:
    case Tag::kNone:
    case Tag::kBool:
    case Tag::kNotImplemented:
    case Tag::kEllipsis:
    case Tag::kSkip:
    case Tag::kBuiltin:
    case Tag::kModule:
    case Tag::kList:
    case Tag::kDict:
    case Tag::kRange:
    case Tag::kSlice:
    case Tag::kFunction:
    case Tag::kClass:
    case Tag::kInstance:
    case Tag::kIterator:
    case Tag::kCell:
    case Tag::kProperty:
    case Tag::kStaticMethod:
    case Tag::kClassMethod:
    case Tag::kSuper: return a.Same(b);
  }
  return false;
}

const char* Text(CompareOp op) { return Row(op).text; }

Result<Value> Compare(Evaluator& evaluator, CompareOp op, const Value& a, const Value& b) {
  if (op < CompareOp::kIs) {
    if (a.Is(Tag::kFloat) && b.Is(Tag::kFloat))
      return Value::Bool(CompareFloats(op, a.as_float(), b.as_float()));
    return RichCompare(evaluator, op, a, b, 0);
  }
  if (op == CompareOp::kIs || op == CompareOp::kIsNot) {
    FORA_TRY(bool same, IsSame(a, b));
    return Value::Bool(same != IsNegation(op));
  }
  FORA_TRY(bool contains, Contains(evaluator, b, a));
  return Value::Bool(contains != IsNegation(op));
}

Result<bool> CompareTruth(Evaluator& evaluator, CompareOp op, const Value& a, const Value& b) {
  FORA_TRY(Value answer, Compare(evaluator, op, a, b));
  if (answer.Is(Tag::kBool)) return answer.as_bool();
  return Truth(evaluator, answer);
}

Result<bool> SameOrEqual(Evaluator& evaluator, const Value& a, const Value& b) {
  return SameOrEqualAt(evaluator, a, b, 0);
}

}  // namespace fora::object_model
