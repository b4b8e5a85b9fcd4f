#include "runtime/object_model/number_arithmetic.h"

#include "runtime/num/float_ops.h"
#include "runtime/num/int_float.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/number_compare.h"

namespace fora::object_model {
namespace {

using num::BigInt;
using num::Fallible;

Result<Value> PowOfInts(const BigInt& a, const BigInt& b) {
  return b.IsNegative() ? AsValue(num::PowNegative(a, b)) : AsValue(num::Pow(a, b));
}

Result<Value> BinaryInts(BinaryOp op, const BigInt& a, const BigInt& b) {
  switch (op) {
    case BinaryOp::kAdd: return FromBigInt(a + b);
    case BinaryOp::kSub: return FromBigInt(a - b);
    case BinaryOp::kMul: return AsValue(num::Mul(a, b));
    case BinaryOp::kTrueDiv: return AsValue(num::TrueDiv(a, b));
    case BinaryOp::kFloorDiv: return AsValue(num::FloorDiv(a, b));
    case BinaryOp::kMod: return AsValue(num::FloorMod(a, b));
    case BinaryOp::kPow: return PowOfInts(a, b);
    case BinaryOp::kShl: return AsValue(num::ShiftLeft(a, b));
    case BinaryOp::kShr: return AsValue(num::ShiftRight(a, b));
    case BinaryOp::kAnd: return FromBigInt(a & b);
    case BinaryOp::kOr: return FromBigInt(a | b);
    case BinaryOp::kXor: return FromBigInt(a ^ b);
    case BinaryOp::kMatMul: return Value::NotImplemented();
  }
  return Value::NotImplemented();
}

Result<Value> BinaryFloats(BinaryOp op, double a, double b) {
  switch (op) {
    case BinaryOp::kAdd: return Value::Float(a + b);
    case BinaryOp::kSub: return Value::Float(a - b);
    case BinaryOp::kMul: return Value::Float(a * b);
    case BinaryOp::kTrueDiv: return AsValue(num::FloatTrueDiv(a, b));
    case BinaryOp::kFloorDiv: return AsValue(num::FloatFloorDiv(a, b));
    case BinaryOp::kMod: return AsValue(num::FloatMod(a, b));
    case BinaryOp::kPow: return AsValue(num::FloatPow(a, b));
    case BinaryOp::kShl:
    case BinaryOp::kShr:
    case BinaryOp::kAnd:
    case BinaryOp::kOr:
    case BinaryOp::kXor:
    case BinaryOp::kMatMul: return Value::NotImplemented();
  }
  return Value::NotImplemented();
}

bool TakesFloats(BinaryOp op) { return op <= BinaryOp::kPow; }

// and, or, xor of bools give a bool.
Result<Value> BinaryBools(BinaryOp op, bool a, bool b) {
  if (op == BinaryOp::kAnd) return Value::Bool(a && b);
  return Value::Bool(op == BinaryOp::kOr ? a || b : a != b);
}

bool IsBitwise(BinaryOp op) { return op == BinaryOp::kAnd || op == BinaryOp::kOr || op == BinaryOp::kXor; }

}  // namespace

Result<double> ToDouble(const Value& number) {
  if (number.Is(Tag::kFloat)) return number.as_float();
  if (!number.Is(Tag::kBigInt)) return static_cast<double>(number.as_int());
  Fallible<double> d = num::ToDouble(number.as<BigIntObject>()->value);
  if (!d.ok()) return RaiseFrom(d.error());
  return *d;
}

Result<Value> BinaryNumbers(BinaryOp op, const Value& a, const Value& b) {
  if (a.Is(Tag::kBool) && b.Is(Tag::kBool) && IsBitwise(op)) return BinaryBools(op, a.as_bool(), b.as_bool());
  if (!a.Is(Tag::kFloat) && !b.Is(Tag::kFloat)) return BinaryInts(op, ToBigInt(a), ToBigInt(b));
  if (!TakesFloats(op)) return Value::NotImplemented();
  FORA_TRY(double x, ToDouble(a));
  FORA_TRY(double y, ToDouble(b));
  return BinaryFloats(op, x, y);
}

Result<Value> UnaryNumber(UnaryOp op, const Value& a) {
  if (a.Is(Tag::kFloat)) return Value::Float(op == UnaryOp::kNeg ? -a.as_float() : a.as_float());
  if (op == UnaryOp::kPos) return a.Is(Tag::kBool) ? Value::Int(a.as_int()) : a;
  BigInt i = ToBigInt(a);
  return FromBigInt(op == UnaryOp::kNeg ? -i : ~i);
}

}  // namespace fora::object_model
