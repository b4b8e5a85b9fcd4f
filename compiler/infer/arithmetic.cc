// Operators and comparisons on known types. What CPython would refuse with a TypeError exits: the interpreter
// raises.
#include <algorithm>

#include "compiler/infer/emitter.h"
#include "runtime/base/check.h"

namespace fora::infer {
namespace {

using ir::Op;
using ir::Type;
using ir::TypeKind;

bool IsNumber(const Type* t) {
  return t->Is(TypeKind::kInt) || t->Is(TypeKind::kFloat) || t->Is(TypeKind::kBool);
}
bool IsIntegral(const Type* t) { return t->Is(TypeKind::kInt) || t->Is(TypeKind::kBool); }

const char* MethodName(BinaryOp op) {
  switch (op) {
#define FORA_X(name, text, method, reflected, inplace) \
  case BinaryOp::name: return method;
    FORA_BINARY_OPERATORS(FORA_X)
#undef FORA_X
  }
  return "";
}

const char* ReflectedName(BinaryOp op) {
  switch (op) {
#define FORA_X(name, text, method, reflected, inplace) \
  case BinaryOp::name: return reflected;
    FORA_BINARY_OPERATORS(FORA_X)
#undef FORA_X
  }
  return "";
}

struct ComparisonNames {
  const char* method;
  const char* reflected;
};

ComparisonNames NamesOf(CompareOp op) {
  switch (op) {
#define FORA_X(name, text, method, reflected) \
  case CompareOp::name: return {method, reflected};
    FORA_RICH_COMPARISONS(FORA_X)
#undef FORA_X
    case CompareOp::kIs:
    case CompareOp::kIsNot:
    case CompareOp::kIn:
    case CompareOp::kNotIn: break;
  }
  return {"", ""};
}

bool Holds(CompareOp op, int64_t a, int64_t b) {
  switch (op) {
    case CompareOp::kLt: return a < b;
    case CompareOp::kLe: return a <= b;
    case CompareOp::kGt: return a > b;
    case CompareOp::kGe: return a >= b;
    case CompareOp::kEq:
    case CompareOp::kIs: return a == b;
    case CompareOp::kNe:
    case CompareOp::kIsNot: return a != b;
    case CompareOp::kIn:
    case CompareOp::kNotIn: break;
  }
  return false;
}

}  // namespace

Typed Emitter::ToInt(Typed a) {
  return a.type->Is(TypeKind::kBool) ? Append(Op::kBoolToInt, T(TypeKind::kInt), {a.id}) : a;
}

Typed Emitter::ToFloat(Typed a) {
  return a.type->Is(TypeKind::kFloat) ? a : Append(Op::kIntToFloat, T(TypeKind::kFloat), {ToInt(a).id});
}

Emitter::Maybe Emitter::Binary(BinaryOp op, Typed a, Typed b) {
  if (a.type->Is(TypeKind::kAny) || b.type->Is(TypeKind::kAny)) return Runtime(T(TypeKind::kAny), {a, b});
  if (IsNumber(a.type) && IsNumber(b.type)) {
    const bool floating = a.type->Is(TypeKind::kFloat) || b.type->Is(TypeKind::kFloat);
    return floating ? BinaryFloat(op, a, b) : BinaryInt(op, a, b);
  }
  // A str formats whatever it is given.
  if (op == BinaryOp::kMod && a.type->Is(TypeKind::kStr)) return Runtime(T(TypeKind::kStr), {a, b});
  if (a.type->Is(TypeKind::kInstance) || b.type->Is(TypeKind::kInstance)) return BinaryMethod(op, a, b);
  const bool same_kind = a.type->kind == b.type->kind;
  if (op == BinaryOp::kAdd && same_kind) {
    if (a.type->Is(TypeKind::kStr)) return Append(Op::kStrConcat, a.type, {a.id, b.id});
    if (a.type->Is(TypeKind::kList)) {
      const Type* list = types_.List(types_.Join(a.type->parts[0], b.type->parts[0]));
      return Append(Op::kListConcat, list, {Convert(a, list).id, Convert(b, list).id});
    }
    if (a.type->Is(TypeKind::kTuple) && a.type->slots + b.type->slots <= kSlotsMax) {
      std::vector<Typed> items;
      std::vector<const Type*> item_types;
      for (const Typed& tuple : {a, b}) {
        for (size_t i = 0; i < tuple.type->parts.size(); ++i) items.push_back(Extract(tuple, i));
      }
      for (const Typed& item : items) item_types.push_back(item.type);
      return Aggregate(Op::kMakeTuple, types_.Tuple(std::move(item_types)), std::move(items));
    }
  }
  if (op == BinaryOp::kMul && (IsIntegral(a.type) || IsIntegral(b.type))) {
    const Type* sequence = IsIntegral(a.type) ? b.type : a.type;
    if (sequence->Is(TypeKind::kStr) || sequence->Is(TypeKind::kList)) return Runtime(sequence, {a, b});
    if (sequence->Is(TypeKind::kTuple)) return Runtime(T(TypeKind::kAny), {a, b});
  }
  if (a.type->Is(TypeKind::kTupleN) || b.type->Is(TypeKind::kTupleN))
    return Runtime(T(TypeKind::kAny), {a, b});
  if (op == BinaryOp::kAdd && same_kind && a.type->Is(TypeKind::kTuple))
    return Runtime(T(TypeKind::kAny), {a, b});
  return Exit();
}

// Objects that define the operator in place, and lists, which change where they are, are the runtime's.
Emitter::Maybe Emitter::Inplace(BinaryOp op, Typed a, Typed b) {
  const auto member = [&](Typed x) -> Maybe {
    if (x.type->Is(TypeKind::kInstance)) return Runtime(T(TypeKind::kAny), {a, b});
    if (x.type->Is(TypeKind::kAny) || x.type->Is(TypeKind::kList)) {
      // Nobody but the interpreter knows that a list is added to itself, and not to one that others hold.
      if (HandlerReadsSubject() || (op == BinaryOp::kAdd && a.id == b.id)) return Exit();
      const bool lists = op == BinaryOp::kAdd && x.type->Is(TypeKind::kList) && b.type->Is(TypeKind::kList);
      const Type* result =
          lists ? types_.List(types_.Join(x.type->parts[0], b.type->parts[0])) : T(TypeKind::kAny);
      const bool repeats = op == BinaryOp::kMul && IsIntegral(b.type);
      return Runtime(repeats ? x.type : result, {a, b});
    }
    return Split(b, [&](Typed y) { return Binary(op, x, y); });
  };
  return Split(a, member);
}

Emitter::Maybe Emitter::BinaryInt(BinaryOp op, Typed a, Typed b) {
  const bool bools = a.type->Is(TypeKind::kBool) && b.type->Is(TypeKind::kBool);
  if (bools && op == BinaryOp::kAnd) return Append(Op::kBoolAnd, a.type, {a.id, b.id});
  if (bools && op == BinaryOp::kOr) return Append(Op::kBoolOr, a.type, {a.id, b.id});
  if (bools && op == BinaryOp::kXor) {
    return Append(Op::kBoolCompare, a.type, {a.id, b.id},
                  [](ir::Instruction& i) { i.compare = CompareOp::kNe; });
  }
  const ir::ValueId x = ToInt(a).id, y = ToInt(b).id;
  const Type* t = T(TypeKind::kInt);
  switch (op) {
    case BinaryOp::kAdd: return Append(Op::kIntAdd, t, {x, y});
    case BinaryOp::kSub: return Append(Op::kIntSub, t, {x, y});
    case BinaryOp::kMul: return Append(Op::kIntMul, t, {x, y});
    case BinaryOp::kFloorDiv: return Append(Op::kIntFloorDiv, t, {x, y});
    case BinaryOp::kMod: return Append(Op::kIntMod, t, {x, y});
    case BinaryOp::kTrueDiv: return Append(Op::kIntTrueDiv, T(TypeKind::kFloat), {x, y});
    case BinaryOp::kPow:
      // A negative exponent gives a float.
      if (b.known && *b.known < 0) return Runtime(T(TypeKind::kFloat), {a, b});
      return Append(Op::kIntPow, t, {x, y});
    case BinaryOp::kShl: return Append(Op::kIntShl, t, {x, y});
    case BinaryOp::kShr: return Append(Op::kIntShr, t, {x, y});
    case BinaryOp::kAnd: return Append(Op::kIntAnd, t, {x, y});
    case BinaryOp::kOr: return Append(Op::kIntOr, t, {x, y});
    case BinaryOp::kXor: return Append(Op::kIntXor, t, {x, y});
    case BinaryOp::kMatMul: return Exit();
  }
  return Exit();
}

Emitter::Maybe Emitter::BinaryFloat(BinaryOp op, Typed a, Typed b) {
  const Type* t = T(TypeKind::kFloat);
  Op typed;
  switch (op) {
    case BinaryOp::kAdd: typed = Op::kFloatAdd; break;
    case BinaryOp::kSub: typed = Op::kFloatSub; break;
    case BinaryOp::kMul: typed = Op::kFloatMul; break;
    case BinaryOp::kTrueDiv: typed = Op::kFloatTrueDiv; break;
    case BinaryOp::kFloorDiv: typed = Op::kFloatFloorDiv; break;
    case BinaryOp::kMod: typed = Op::kFloatMod; break;
    case BinaryOp::kPow: typed = Op::kFloatPow; break;
    case BinaryOp::kShl:
    case BinaryOp::kShr:
    case BinaryOp::kAnd:
    case BinaryOp::kOr:
    case BinaryOp::kXor:
    case BinaryOp::kMatMul: return Exit();
  }
  const ir::ValueId x = ToFloat(a).id, y = ToFloat(b).id;
  return Append(typed, t, {x, y});
}

Emitter::Maybe Emitter::BinaryMethod(BinaryOp op, Typed a, Typed b) {
  const bool a_method = a.type->Is(TypeKind::kInstance) && FindMethod(a, MethodName(op)) != nullptr;
  const bool b_method = b.type->Is(TypeKind::kInstance) && FindMethod(b, ReflectedName(op)) != nullptr;
  if (!a_method && !b_method) return Exit();
  // The reflected method is for operands of another type.
  if (!a_method && a.type->Is(TypeKind::kInstance) && a.type->class_object == b.type->class_object)
    return Exit();
  // Both may have a say (NotImplemented, or the subclass first): the runtime knows the protocol.
  if (a_method && b_method && a.type->class_object != b.type->class_object)
    return Runtime(T(TypeKind::kAny), {a, b});
  const Maybe result =
      a_method ? CallInstanceMethod(a, MethodName(op), {b}) : CallInstanceMethod(b, ReflectedName(op), {a});
  return result;
}

Emitter::Maybe Emitter::Unary(UnaryOp op, Typed a) {
  if (op == UnaryOp::kNot) {
    const Maybe truth = Truth(a);
    return truth ? Maybe(Not(*truth)) : truth;
  }
  if (a.type->Is(TypeKind::kAny)) return Runtime(a.type, {a});
  if (IsIntegral(a.type)) {
    const Typed x = ToInt(a);
    if (op == UnaryOp::kPos) return x;
    if (op == UnaryOp::kInvert) return Append(Op::kIntInvert, T(TypeKind::kInt), {x.id});
    if (x.known && *x.known != INT64_MIN) return Int(-*x.known);
    return Append(Op::kIntNeg, T(TypeKind::kInt), {x.id});
  }
  if (a.type->Is(TypeKind::kFloat) && op != UnaryOp::kInvert) {
    return op == UnaryOp::kPos ? a : Append(Op::kFloatNeg, a.type, {a.id});
  }
  if (a.type->Is(TypeKind::kInstance)) {
    const char* name = op == UnaryOp::kNeg ? "__neg__" : op == UnaryOp::kPos ? "__pos__" : "__invert__";
    if (FindMethod(a, name) != nullptr) return CallInstanceMethod(a, name, {});
  }
  return Exit();
}

Typed Emitter::Not(Typed a) {
  if (a.known) return Bool(*a.known == 0);
  Typed result = Append(Op::kBoolNot, T(TypeKind::kBool), {a.id});
  if (const auto fact = facts_of_.find(a.id.value()); fact != facts_of_.end()) {
    facts_of_[result.id.value()] = {fact->second.subject, fact->second.if_false, fact->second.if_true};
  }
  return result;
}

Emitter::Maybe Emitter::Truth(Typed a) {
  const auto by_runtime = [&]() -> Maybe {
    if (instruction_->op == Op::kTruth) return Runtime(T(TypeKind::kBool), {a});
    if (instruction_->op == Op::kCall) return RuntimeCall(T(TypeKind::kBool));
    // `not a` gives the opposite, which Unary turns round once more.
    FORA_CHECK(instruction_->op == Op::kUnary) << ir::Info(instruction_->op).text;
    return Not(*Runtime(T(TypeKind::kBool), {a}));
  };
  const auto not_zero = [&](Typed x) {
    return Append(Op::kIntCompare, T(TypeKind::kBool), {x.id, Int(0).id},
                  [](ir::Instruction& i) { i.compare = CompareOp::kNe; });
  };
  switch (a.type->kind) {
    case TypeKind::kBool: return a;
    case TypeKind::kNone: return Bool(false);
    case TypeKind::kInt: return a.known ? Bool(*a.known != 0) : not_zero(a);
    case TypeKind::kFloat:
      return Append(Op::kFloatCompare, T(TypeKind::kBool), {a.id, Float(0.0).id},
                    [](ir::Instruction& i) { i.compare = CompareOp::kNe; });
    case TypeKind::kStr:
    case TypeKind::kList:
    case TypeKind::kTupleN: return not_zero(Append(Op::kSeqLen, T(TypeKind::kInt), {a.id}));
    case TypeKind::kRange: return not_zero(Append(Op::kRangeLen, T(TypeKind::kInt), {a.id}));
    case TypeKind::kTuple: return Bool(!a.type->parts.empty());
    case TypeKind::kFunction:
    case TypeKind::kBound:
    case TypeKind::kClass:
    case TypeKind::kBuiltin:
    case TypeKind::kModule:
    case TypeKind::kIterator: return Bool(true);
    case TypeKind::kInstance: {
      if (FindMethod(a, "__bool__") != nullptr) {
        const Maybe result = CallInstanceMethod(a, "__bool__", {});
        return result && result->type->Is(TypeKind::kBool) ? result : Exit();
      }
      // A negative length raises.
      if (FindMethod(a, "__len__") != nullptr) return by_runtime();
      return Bool(true);
    }
    case TypeKind::kAny: return by_runtime();
    case TypeKind::kUnbound:
    case TypeKind::kSkip:
    case TypeKind::kBottom:
    case TypeKind::kUnion: return Exit();
  }
  return Exit();
}

Emitter::Maybe Emitter::Compare(CompareOp op, Typed a, Typed b) {
  const bool identity = op == CompareOp::kIs || op == CompareOp::kIsNot;
  if (identity) return Identity(op == CompareOp::kIsNot, a, b);
  if (op == CompareOp::kIn || op == CompareOp::kNotIn) return Runtime(T(TypeKind::kBool), {a, b});
  return Split2(a, b, [&](Typed x, Typed y) { return CompareMember(op, x, y); });
}

// `x is None` and the like; other identities are not known of values (DependsOnIdentity keeps such programs
// away).
Emitter::Maybe Emitter::Identity(bool negate, Typed a, Typed b) {
  if (a.type->Is(TypeKind::kNone)) std::swap(a, b);
  const auto same = [&](Typed x) -> Maybe {
    if (x.type->Is(TypeKind::kAny) || b.type->Is(TypeKind::kAny)) return Runtime(T(TypeKind::kBool), {a, b});
    if (b.type->Is(TypeKind::kNone)) return Bool(x.type->Is(TypeKind::kNone) != negate);
    if (b.type->Is(TypeKind::kBool) && x.type->Is(TypeKind::kBool)) {
      return Append(Op::kBoolCompare, T(TypeKind::kBool), {x.id, b.id},
                    [&](ir::Instruction& i) { i.compare = negate ? CompareOp::kNe : CompareOp::kEq; });
    }
    if (b.type->Is(TypeKind::kClass) && x.type->Is(TypeKind::kClass))
      return Bool((b.type == x.type) != negate);
    return Exit();
  };
  const Maybe result = Split(a, same);
  if (!result || result->known || !a.type->Is(TypeKind::kUnion) || !b.type->Is(TypeKind::kNone))
    return result;
  const ir::ValueId subject = Get(instruction_->operands[0]).type->Is(TypeKind::kNone)
                                  ? instruction_->operands[1]
                                  : instruction_->operands[0];
  Fact fact{subject, {}, {}};
  for (const Type* member : a.type->parts) {
    (member->Is(TypeKind::kNone) != negate ? fact.if_true : fact.if_false).push_back(member);
  }
  facts_of_[result->id.value()] = std::move(fact);
  return result;
}

Emitter::Maybe Emitter::CompareMember(CompareOp op, Typed a, Typed b) {
  const Type* boolean = T(TypeKind::kBool);
  const auto compare = [&](Op typed, CompareOp c, ir::ValueId x, ir::ValueId y) {
    return Append(typed, boolean, {x, y}, [&](ir::Instruction& i) { i.compare = c; });
  };
  if (IsNumber(a.type) && IsNumber(b.type)) {
    if (a.known && b.known) return Bool(Holds(op, *a.known, *b.known));
    const bool a_float = a.type->Is(TypeKind::kFloat), b_float = b.type->Is(TypeKind::kFloat);
    if (a_float && b_float) return compare(Op::kFloatCompare, op, a.id, b.id);
    // An int is compared with a float exactly, not by way of its nearest float.
    if (b_float) return compare(Op::kIntFloatCompare, op, ToInt(a).id, b.id);
    if (a_float) return compare(Op::kIntFloatCompare, Mirrored(op), ToInt(b).id, a.id);
    return compare(Op::kIntCompare, op, ToInt(a).id, ToInt(b).id);
  }
  const bool equality = op == CompareOp::kEq || op == CompareOp::kNe;
  if (a.type->Is(TypeKind::kAny) || b.type->Is(TypeKind::kAny)) return Runtime(T(TypeKind::kAny), {a, b});
  if (a.type->Is(TypeKind::kInstance) || b.type->Is(TypeKind::kInstance)) {
    const ComparisonNames names = NamesOf(op);
    const bool a_method = a.type->Is(TypeKind::kInstance) && FindMethod(a, names.method) != nullptr;
    const bool b_method = b.type->Is(TypeKind::kInstance) && FindMethod(b, names.reflected) != nullptr;
    if (a_method && (!b_method || a.type->class_object == b.type->class_object)) {
      return CallInstanceMethod(a, names.method, {b});
    }
    return Runtime(T(TypeKind::kAny), {a, b});
  }
  if (a.type->kind == b.type->kind) {
    if (a.type->Is(TypeKind::kStr)) return compare(Op::kStrCompare, op, a.id, b.id);
    if (a.type->Is(TypeKind::kTuple)) return CompareTuples(op, a, b);
    if (a.type->Is(TypeKind::kNone) && equality) return Bool(op == CompareOp::kEq);
    if (a.type->Is(TypeKind::kClass) && equality) return Bool((a.type == b.type) == (op == CompareOp::kEq));
    if (a.type->Is(TypeKind::kList) || a.type->Is(TypeKind::kTupleN) || a.type->Is(TypeKind::kRange)) {
      return Runtime(boolean, {a, b});
    }
  }
  // Different kinds of builtin values are never equal, and have no order.
  const auto plain = [](const Type* t) {
    return IsNumber(t) || t->Is(TypeKind::kNone) || t->Is(TypeKind::kStr) || t->Is(TypeKind::kTuple) ||
           t->Is(TypeKind::kList) || t->Is(TypeKind::kRange);
  };
  if (equality && a.type->kind != b.type->kind && plain(a.type) && plain(b.type))
    return Bool(op == CompareOp::kNe);
  // Functions and bound methods are equal by identity, which a copy made for the runtime would not have.
  const bool by_identity = a.type->Is(TypeKind::kFunction) || a.type->Is(TypeKind::kBound);
  return equality && !(by_identity && a.type->kind == b.type->kind) ? Runtime(boolean, {a, b}) : Exit();
}

// Small tuples of numbers are compared in registers; the rest by the runtime.
Emitter::Maybe Emitter::CompareTuples(CompareOp op, Typed a, Typed b) {
  const bool equality = op == CompareOp::kEq || op == CompareOp::kNe;
  const auto plain = [](const Type* t) {
    return std::all_of(t->parts.begin(), t->parts.end(), [](const Type* p) { return p->Is(TypeKind::kInt); });
  };
  if (!equality || !plain(a.type) || !plain(b.type)) return Runtime(T(TypeKind::kBool), {a, b});
  if (a.type->parts.size() != b.type->parts.size()) return Bool(op == CompareOp::kNe);
  Typed equal = Bool(true);
  for (size_t i = 0; i < a.type->parts.size(); ++i) {
    const Maybe same = CompareMember(CompareOp::kEq, Extract(a, i), Extract(b, i));
    equal = Append(Op::kBoolAnd, T(TypeKind::kBool), {equal.id, same->id});
  }
  return op == CompareOp::kEq ? equal : Not(equal);
}

}  // namespace fora::infer
