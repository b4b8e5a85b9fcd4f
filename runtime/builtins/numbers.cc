// int(...), float(...), round: from one kind of number to another.
#include "runtime/builtins/functions.h"
#include "runtime/num/float_ops.h"
#include "runtime/num/float_text.h"
#include "runtime/num/int_float.h"
#include "runtime/num/int_text.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/errors.h"

namespace fora::builtins {

namespace om = object_model;

namespace {

// int(text, base).
Result<Value> IntOfText(Call& call, const Value& text, const Value& base) {
  FORA_TRY(Value index, om::Index(call.evaluator, base));
  int64_t radix = index.Is(Tag::kInt) ? index.as_int() : -1;
  if (radix != 0 && (radix < 2 || radix > 36))
    return om::ValueError("int() base must be >= 2 and <= 36, or 0");
  if (!text.Is(Tag::kStr)) return om::TypeError("int() can't convert non-string with explicit base");
  return om::AsValue(num::ParseInt(text.as<StrObject>()->ToUtf8(), radix));
}

Result<Value> IntOf(Call& call, const Value& x) {
  if (om::IsInt(x)) return om::Unary(call.evaluator, UnaryOp::kPos, x);
  if (x.Is(Tag::kFloat)) return om::AsValue(num::TruncToInt(x.as_float()));
  if (x.Is(Tag::kStr)) return om::AsValue(num::ParseInt(x.as<StrObject>()->ToUtf8()));
  if (auto special = om::CallSpecial(call.evaluator, x, "__int__", {})) {
    if (!special->ok()) return std::move(*special);
    if ((*special)->Is(Tag::kBool)) return Unsupported("an __int__ that returns a bool is not supported");
    if (om::IsInt(**special)) return std::move(*special);
    return om::TypeError("__int__ returned non-int (type " + om::TypeName(**special) + ")");
  }
  if (om::HasIndex(x)) return om::Index(call.evaluator, x);
  if (om::FindSpecial(x, "__trunc__") != nullptr) return Unsupported("int() by __trunc__ is not supported");
  return om::TypeError("int() argument must be a string, a bytes-like object or a real number, not '" +
                       om::TypeName(x) + "'");
}

}  // namespace

Result<Value> MakeInt(Call& call) {
  Value base;
  size_t given = call.args.size() + call.keywords.size();
  if (given > 2)
    return om::TypeError("int() takes at most 2 " + std::string(call.args.empty() ? "keyword " : "") +
                         "arguments (" + std::to_string(given) + " given)");
  if (call.args.size() == 2) base = std::move(call.args[1]);
  for (auto& [keyword, value] : call.keywords) {
    if (keyword != "base") return om::TypeError("'" + keyword + "' is an invalid keyword argument for int()");
    base = std::move(value);
  }
  if (call.args.empty()) {
    if (!base.is_unbound()) return om::TypeError("int() missing string argument");
    return Value::Int(0);
  }
  return base.is_unbound() ? IntOf(call, call.args[0]) : IntOfText(call, call.args[0], base);
}

Result<Value> MakeFloat(Call& call) {
  const Value& x = call.args[0];
  if (x.is_unbound()) return Value::Float(0);
  if (x.Is(Tag::kStr)) return om::AsValue(num::ParseFloat(x.as<StrObject>()->ToUtf8()));
  return ToFloat(call.evaluator, x, "float() argument must be a string or a real number, not '", "'");
}

Result<Value> ToFloat(Evaluator& evaluator, const Value& x, const char* error, const char* error_end) {
  if (x.Is(Tag::kFloat)) return x;
  if (x.Is(Tag::kInt) || x.Is(Tag::kBool)) return Value::Float(static_cast<double>(x.as_int()));
  if (om::IsInt(x)) return om::AsValue(num::ToDouble(om::ToBigInt(x)));
  if (auto special = om::CallSpecial(evaluator, x, "__float__", {})) {
    if (!special->ok() || (*special)->Is(Tag::kFloat)) return std::move(*special);
    return om::TypeError(om::TypeName(x) + ".__float__ returned non-float (type " + om::TypeName(**special) +
                         ")");
  }
  if (om::HasIndex(x)) {
    FORA_TRY(Value index, om::Index(evaluator, x));
    return om::AsValue(num::ToDouble(om::ToBigInt(index)));
  }
  return om::TypeError(error + om::TypeName(x) + error_end);
}

Result<Value> Round(Call& call) {
  const Value &x = call.args[0], &digits = call.args[1];
  bool to_int = digits.is_unbound() || digits.is_none();
  if (x.Is(Tag::kFloat) && to_int) return om::AsValue(num::RoundToInt(x.as_float()));
  if (om::IsInt(x) && to_int) return om::Unary(call.evaluator, UnaryOp::kPos, x);
  if (om::IsInt(x) || x.Is(Tag::kFloat)) {
    FORA_TRY(Value index, om::Index(call.evaluator, digits));
    num::BigInt places = om::ToBigInt(index);
    if (x.Is(Tag::kFloat)) return om::AsValue(num::FloatRound(x.as_float(), places.ClampToInt64()));
    return om::FromBigInt(num::Round(om::ToBigInt(x), places));
  }
  std::vector<Value> arguments;
  if (!to_int) arguments.push_back(digits);
  if (auto special = om::CallSpecial(call.evaluator, x, "__round__", std::move(arguments)))
    return std::move(*special);
  return om::TypeError("type " + om::TypeName(x) + " doesn't define __round__ method");
}

}  // namespace fora::builtins
