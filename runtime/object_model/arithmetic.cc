// The order of the file is the order of speed: machine ints and floats, numbers of any kind, builtin
// sequences, and last the protocol of special methods.
#include "runtime/object_model/arithmetic.h"

#include <string>

#include "runtime/num/int64.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/memory_limit.h"
#include "runtime/object_model/number_arithmetic.h"
#include "runtime/object_model/number_compare.h"
#include "runtime/object_model/sequence_arithmetic.h"

namespace fora::object_model {
namespace {

struct OperatorRow {
  const char* text;
  const char* method;
  const char* reflected;
  const char* inplace;
};

constexpr OperatorRow kRows[] = {
#define FORA_X(name, text, method, reflected, inplace) {text, method, reflected, inplace},
    FORA_BINARY_OPERATORS(FORA_X)
#undef FORA_X
};

const OperatorRow& Row(BinaryOp op) { return kRows[static_cast<int>(op)]; }

// The result if it fits 64 bits and nothing goes wrong; false: the slow way finds out what is to be done.
bool FastInt(BinaryOp op, int64_t a, int64_t b, int64_t* result) {
  switch (op) {
    case BinaryOp::kAdd: return !num::AddOverflows(a, b, result);
    case BinaryOp::kSub: return !num::SubOverflows(a, b, result);
    case BinaryOp::kMul: return !num::MulOverflows(a, b, result);
    case BinaryOp::kFloorDiv:
      if (b == 0 || num::FloorDivOverflows(a, b)) return false;
      *result = num::FloorDiv(a, b);
      return true;
    case BinaryOp::kMod:
      if (b == 0) return false;
      *result = num::FloorMod(a, b);
      return true;
    case BinaryOp::kPow: return b >= 0 && !num::PowOverflows(a, b, result);
    case BinaryOp::kShl: return b >= 0 && !num::ShiftLeftOverflows(a, b, result);
    case BinaryOp::kShr:
      if (b < 0) return false;
      *result = num::ShiftRight(a, b);
      return true;
    case BinaryOp::kAnd: *result = a & b; return true;
    case BinaryOp::kOr: *result = a | b; return true;
    case BinaryOp::kXor: *result = a ^ b; return true;
    case BinaryOp::kTrueDiv:
    case BinaryOp::kMatMul: return false;
  }
  return false;
}

bool FastFloat(BinaryOp op, double a, double b, double* result) {
  switch (op) {
    case BinaryOp::kAdd: *result = a + b; return true;
    case BinaryOp::kSub: *result = a - b; return true;
    case BinaryOp::kMul: *result = a * b; return true;
    case BinaryOp::kTrueDiv:
      if (b == 0) return false;
      *result = a / b;
      return true;
    case BinaryOp::kFloorDiv:
    case BinaryOp::kMod:
    case BinaryOp::kPow:
    case BinaryOp::kMatMul:
    case BinaryOp::kShl:
    case BinaryOp::kShr:
    case BinaryOp::kAnd:
    case BinaryOp::kOr:
    case BinaryOp::kXor: return false;
  }
  return false;
}

// Ints up to here are exact as doubles.
constexpr int64_t kExactMax = int64_t{1} << 53;
bool IsExact(const Value& v) {
  return v.Is(Tag::kInt) && v.as_int() <= kExactMax && v.as_int() >= -kExactMax;
}

// Int with int, float with float, and small int with float.
bool Fast(BinaryOp op, const Value& a, const Value& b, Value* result) {
  if (a.Is(Tag::kInt) && b.Is(Tag::kInt)) {
    int64_t i;
    if (FastInt(op, a.as_int(), b.as_int(), &i)) {
      *result = Value::Int(i);
      return true;
    }
    if (op != BinaryOp::kTrueDiv) return false;
  }
  bool float_a = a.Is(Tag::kFloat), float_b = b.Is(Tag::kFloat);
  if ((!float_a && !IsExact(a)) || (!float_b && !IsExact(b))) return false;
  double x = float_a ? a.as_float() : static_cast<double>(a.as_int());
  double y = float_b ? b.as_float() : static_cast<double>(b.as_int());
  double d;
  if (!FastFloat(op, x, y, &d)) return false;
  *result = Value::Float(d);
  return true;
}

std::unique_ptr<Stop> UnsupportedOperands(BinaryOp op, bool inplace, const Value& a, const Value& b) {
  std::string text = Row(op).text;
  if (inplace) {
    text += "=";
  } else if (op == BinaryOp::kPow) {
    text += " or pow()";
  }
  return TypeError("unsupported operand type(s) for " + text + ": '" + TypeName(a) + "' and '" + TypeName(b) +
                   "'");
}

bool IsTypeLike(const Value& v) { return v.Is(Tag::kClass) || v.is_none(); }

// Operators of builtin types that are not supported, although CPython has them.
Result<Unit> CheckSupported(BinaryOp op, const Value& a, const Value& b) {
  if (op == BinaryOp::kMod && a.Is(Tag::kStr)) return Unsupported("formatting with '%' is not supported");
  if (op == BinaryOp::kOr && IsTypeLike(a) && IsTypeLike(b) && !(a.is_none() && b.is_none()))
    return Unsupported("union types are not supported");
  if (op == BinaryOp::kOr && a.Is(Tag::kDict) && b.Is(Tag::kDict))
    return Unsupported("'|' of dicts is not supported");
  return Unit{};
}

// CPython's `*=` doesn't try the right operand if the left one's type has any of a sequence's slots.
bool HasSequenceSlots(const Value& v) {
  if (v.Is(Tag::kInstance)) return v.as<InstanceObject>()->cls()->builtin == BuiltinClass::kNone;
  return v.Is(Tag::kRange) || v.Is(Tag::kDict);
}

// Sequences come after the numeric protocol: only then may the right operand's __radd__ answer first.
Result<Value> BinarySequence(Evaluator& evaluator, BinaryOp op, bool inplace, const Value& a,
                             const Value& b) {
  if (op == BinaryOp::kAdd && IsSequence(a)) return Concat(a, b);
  if (op == BinaryOp::kMul && IsSequence(a)) return Repeat(evaluator, a, b);
  if (op == BinaryOp::kMul && IsSequence(b) && !(inplace && HasSequenceSlots(a)))
    return Repeat(evaluator, b, a);
  return UnsupportedOperands(op, inplace, a, b);
}

bool SameAttribute(const Value* a, const Value* b) { return a != nullptr && b != nullptr && a->Same(*b); }

// The special methods of user classes; NotImplemented if none answers.
Result<Value> BinaryProtocol(Evaluator& evaluator, BinaryOp op, const Value& a, const Value& b) {
  const OperatorRow& row = Row(op);
  const ClassObject *x = ClassOf(a), *y = ClassOf(b);
  const Value* reflected = x == y ? nullptr : FindSpecial(b, row.reflected);
  // A subclass that overrides the reflected method answers first.
  bool reflected_first = reflected != nullptr && a.Is(Tag::kInstance) && y->DerivesFrom(x) &&
                         !SameAttribute(reflected, FindSpecial(a, row.reflected));
  if (reflected_first) {
    FORA_TRY(Value answer, *CallSpecial(evaluator, b, row.reflected, {a}));
    if (!answer.Is(Tag::kNotImplemented)) return answer;
  }
  if (std::optional<Result<Value>> answer = CallSpecial(evaluator, a, row.method, {b})) {
    if (!answer->ok() || !(*answer)->Is(Tag::kNotImplemented)) return std::move(*answer);
  }
  if (reflected == nullptr || reflected_first) return Value::NotImplemented();
  return *CallSpecial(evaluator, b, row.reflected, {a});
}

Result<Value> BinarySlow(Evaluator& evaluator, BinaryOp op, bool inplace, const Value& a, const Value& b) {
  if (IsNumber(a) && IsNumber(b)) {
    FORA_TRY(Value number, BinaryNumbers(op, a, b));
    return number.Is(Tag::kNotImplemented) ? UnsupportedOperands(op, inplace, a, b)
                                           : Result<Value>(std::move(number));
  }
  FORA_TRY_VOID(CheckSupported(op, a, b));
  if (a.Is(Tag::kInstance) || b.Is(Tag::kInstance)) {
    FORA_TRY(Value answer, BinaryProtocol(evaluator, op, a, b));
    if (!answer.Is(Tag::kNotImplemented)) return answer;
  }
  return BinarySequence(evaluator, op, inplace, a, b);
}

// a.__iadd__(b). The method gets the caller's reference, so that it may change a.
Result<Value> InplaceByMethod(Evaluator& evaluator, BinaryOp op, Value a, const Value& b) {
  const char* method = Row(op).inplace;
  const Value* found = FindSpecial(a, method);
  if (!found->Is(Tag::kFunction)) return Unsupported(std::string(method) + " that is not a plain method");
  Value function = *found;
  Arguments arguments;
  arguments.positional.push_back(std::move(a));
  arguments.positional.push_back(b);
  FORA_TRY(Value answer, evaluator.CallFunction(*function.as<FunctionObject>(), std::move(arguments)));
  if (answer.Is(Tag::kNotImplemented))
    return Unsupported(std::string(method) + " that returns NotImplemented is not supported");
  return answer;
}

}  // namespace

const char* Text(BinaryOp op) { return Row(op).text; }

Result<Value> Binary(Evaluator& evaluator, BinaryOp op, const Value& a, const Value& b) {
  Value result;
  if (Fast(op, a, b, &result)) return result;
  return BinarySlow(evaluator, op, false, a, b);
}

Result<Value> BinaryConsuming(Evaluator& evaluator, BinaryOp op, Value a, const Value& b) {
  if (op == BinaryOp::kAdd && a.Is(Tag::kList) && b.Is(Tag::kList) && a.IsUnique()) {
    auto* more = b.as<ListObject>();
    FORA_TRY_VOID(CheckMemoryToAdd(*a.as<ListObject>(), *more, more->size));
    a.as<ListObject>()->AppendSlice(*more, 0, 1, more->size);
    return a;
  }
  return Binary(evaluator, op, a, b);
}

Result<Value> Inplace(Evaluator& evaluator, BinaryOp op, Value&& a, const Value& b) {
  Value result;
  if (Fast(op, a, b, &result)) return result;
  if (a.Is(Tag::kInstance) && FindSpecial(a, Row(op).inplace) != nullptr)
    return InplaceByMethod(evaluator, op, std::move(a), b);
  if (a.Is(Tag::kList) && (op == BinaryOp::kAdd || op == BinaryOp::kMul)) {
    if (b.Is(Tag::kInstance)) {
      FORA_TRY(Value answer, BinaryProtocol(evaluator, op, a, b));
      if (!answer.Is(Tag::kNotImplemented)) return answer;
    }
    return (op == BinaryOp::kAdd ? ExtendInPlace : RepeatInPlace)(evaluator, std::move(a), b);
  }
  if (a.Is(Tag::kStr) && b.Is(Tag::kStr) && op == BinaryOp::kAdd) {
    FORA_TRY_VOID(CheckMemory(BytesToAppend(a, *b.as<StrObject>())));
    return AppendStr(std::move(a), *b.as<StrObject>());
  }
  // CPython's in-place multiplication of an immutable sequence reports as `*` does.
  return BinarySlow(evaluator, op, true, a, b);
}

Result<Value> Unary(Evaluator& evaluator, UnaryOp op, const Value& a) {
  if (op == UnaryOp::kNot) {
    FORA_TRY(bool truth, Truth(evaluator, a));
    return Value::Bool(!truth);
  }
  struct UnaryRow {
    const char* text;
    const char* method;
  };
  static constexpr UnaryRow kUnary[] = {{"-", "__neg__"}, {"+", "__pos__"}, {"~", "__invert__"}};
  const UnaryRow& row = kUnary[static_cast<int>(op)];
  if (IsNumber(a) && !(a.Is(Tag::kFloat) && op == UnaryOp::kInvert)) return UnaryNumber(op, a);
  if (std::optional<Result<Value>> answer = CallSpecial(evaluator, a, row.method, {}))
    return std::move(*answer);
  return TypeError(std::string("bad operand type for unary ") + row.text + ": '" + TypeName(a) + "'");
}

}  // namespace fora::object_model
