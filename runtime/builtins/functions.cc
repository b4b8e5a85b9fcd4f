// The builtin functions that are no reductions.
#include "runtime/builtins/functions.h"

#include <cmath>

#include "runtime/num/big_int.h"
#include "runtime/num/int_text.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/text.h"

namespace fora::builtins {

namespace om = object_model;

Result<Value> AbsFunction(Call& call) {
  const Value& x = call.args[0];
  if (x.Is(Tag::kFloat)) return Value::Float(std::fabs(x.as_float()));
  if (om::IsInt(x)) {
    FORA_TRY(Value negative, om::Compare(call.evaluator, CompareOp::kLt, x, Value::Int(0)));
    return om::Unary(call.evaluator, negative.as_bool() ? UnaryOp::kNeg : UnaryOp::kPos, x);
  }
  if (auto special = om::CallSpecial(call.evaluator, x, "__abs__", {})) return std::move(*special);
  return om::TypeError("bad operand type for abs(): '" + om::TypeName(x) + "'");
}

Result<Value> Ascii(Call& call) { return om::Ascii(call.evaluator, call.args[0]); }
Result<Value> ReprFunction(Call& call) { return om::Repr(call.evaluator, call.args[0]); }
Result<Value> Callable(Call& call) { return Value::Bool(om::IsCallable(call.args[0])); }
Result<Value> LenFunction(Call& call) { return om::Len(call.evaluator, call.args[0]); }
Result<Value> Hash(Call&) { return Unsupported("hash() is not supported"); }

Result<Value> IsInstanceFunction(Call& call) {
  FORA_TRY(bool is, om::IsInstance(call.evaluator, call.args[0], call.args[1]));
  return Value::Bool(is);
}

Result<Value> IsSubclassFunction(Call& call) {
  FORA_TRY(bool is, om::IsSubclass(call.evaluator, call.args[0], call.args[1]));
  return Value::Bool(is);
}

namespace {

Result<Value> InRadix(Call& call, int radix) {
  FORA_TRY(Value index, om::Index(call.evaluator, call.args[0]));
  return MakeStr(num::PrefixedText(om::ToBigInt(index), radix));
}

}  // namespace

Result<Value> Bin(Call& call) { return InRadix(call, 2); }
Result<Value> Oct(Call& call) { return InRadix(call, 8); }
Result<Value> Hex(Call& call) { return InRadix(call, 16); }

Result<Value> Chr(Call& call) {
  FORA_TRY(Value index, om::Index(call.evaluator, call.args[0]));
  if (!index.Is(Tag::kInt) || index.as_int() != static_cast<int32_t>(index.as_int()))
    return om::OverflowError("Python int too large to convert to C int");
  if (index.as_int() < 0 || index.as_int() > 0x10FFFF)
    return om::ValueError("chr() arg not in range(0x110000)");
  auto code_point = static_cast<char32_t>(index.as_int());
  return MakeStr(&code_point, 1);
}

Result<Value> Ord(Call& call) {
  const Value& c = call.args[0];
  if (!c.Is(Tag::kStr))
    return om::TypeError("ord() expected string of length 1, but " + om::TypeName(c) + " found");
  auto* text = c.as<StrObject>();
  if (text->length != 1)
    return om::TypeError("ord() expected a character, but string of length " + std::to_string(text->length) +
                         " found");
  return Value::Int(text->At(0));
}

Result<Value> IterFunction(Call& call) {
  if (call.args[1].is_unbound()) return om::IterObject(call.evaluator, call.args[0]);
  if (!om::IsCallable(call.args[0])) return om::TypeError("iter(v, w): v must be callable");
  return Unsupported("iter() with a sentinel is not supported");
}

Result<Value> NextFunction(Call& call) {
  const Value& iterator = call.args[0];
  if (!iterator.Is(Tag::kIterator) && om::FindSpecial(iterator, "__next__") == nullptr)
    return om::TypeError("'" + om::TypeName(iterator) + "' object is not an iterator");
  FORA_TRY(Value item, om::Next(call.evaluator, iterator));
  if (!item.is_unbound()) return item;
  if (!call.args[1].is_unbound()) return call.args[1];
  return om::Raise(BuiltinClass::kStopIteration, std::string());
}

namespace {

bool IsNumber(const Value& v) { return om::IsInt(v) || v.Is(Tag::kFloat); }

bool IsZero(const Value& v) {
  return v.Is(Tag::kFloat) ? v.as_float() == 0 : !v.Is(Tag::kBigInt) && v.as_int() == 0;
}

// a's method, then b's reflected one: nullopt if neither has an answer.
std::optional<Result<Value>> TryMethods(Evaluator& evaluator, const Value& a, const Value& b,
                                        std::string_view method, std::string_view reflected) {
  auto result = om::CallSpecial(evaluator, a, method, {b});
  if (result && (!result->ok() || !(*result)->Is(Tag::kNotImplemented))) return result;
  result = om::CallSpecial(evaluator, b, reflected, {a});
  if (result && (!result->ok() || !(*result)->Is(Tag::kNotImplemented))) return result;
  return std::nullopt;
}

}  // namespace

Result<Value> DivMod(Call& call) {
  const Value &a = call.args[0], &b = call.args[1];
  if (IsNumber(a) && IsNumber(b)) {
    bool floats = a.Is(Tag::kFloat) || b.Is(Tag::kFloat);
    if (IsZero(b))
      return om::Raise(BuiltinClass::kZeroDivisionError,
                       floats ? "float divmod()" : "integer division or modulo by zero");
    FORA_TRY(Value quotient, om::Binary(call.evaluator, BinaryOp::kFloorDiv, a, b));
    FORA_TRY(Value remainder, om::Binary(call.evaluator, BinaryOp::kMod, a, b));
    return MakeTuple({std::move(quotient), std::move(remainder)});
  }
  if (auto result = TryMethods(call.evaluator, a, b, "__divmod__", "__rdivmod__")) return std::move(*result);
  return om::TypeError("unsupported operand type(s) for divmod(): '" + om::TypeName(a) + "' and '" +
                       om::TypeName(b) + "'");
}

Result<Value> Pow(Call& call) {
  const Value &base = call.args[0], &exponent = call.args[1], &modulus = call.args[2];
  if (modulus.is_unbound() || modulus.is_none()) {
    if (IsNumber(base) && IsNumber(exponent))
      return om::Binary(call.evaluator, BinaryOp::kPow, base, exponent);
    if (auto result = TryMethods(call.evaluator, base, exponent, "__pow__", "__rpow__"))
      return std::move(*result);
    return om::TypeError("unsupported operand type(s) for ** or pow(): '" + om::TypeName(base) + "' and '" +
                         om::TypeName(exponent) + "'");
  }
  if (om::IsInt(base) && om::IsInt(exponent) && om::IsInt(modulus)) {
    return om::AsValue(num::PowMod(om::ToBigInt(base), om::ToBigInt(exponent), om::ToBigInt(modulus)));
  }
  if (IsNumber(base) && IsNumber(exponent) && IsNumber(modulus))
    return om::TypeError("pow() 3rd argument not allowed unless all arguments are integers");
  if (auto result = om::CallSpecial(call.evaluator, base, "__pow__", {exponent, modulus}))
    return std::move(*result);
  return om::TypeError("unsupported operand type(s) for ** or pow(): '" + om::TypeName(base) + "', '" +
                       om::TypeName(exponent) + "', '" + om::TypeName(modulus) + "'");
}

}  // namespace fora::builtins
