// Calls of builtin functions and types whose result can be computed on unboxed values. All others are made by
// the runtime on boxed ones.
#include <algorithm>
#include <array>

#include "compiler/infer/emitter.h"
#include "runtime/builtins/builtins.h"
#include "runtime/num/math_functions.h"
#include "runtime/object_model/classes.h"

namespace fora::infer {
namespace {

using ir::Op;
using ir::Type;
using ir::TypeKind;

bool IsNumber(const Type* t) {
  return t->Is(TypeKind::kInt) || t->Is(TypeKind::kFloat) || t->Is(TypeKind::kBool);
}

}  // namespace

Emitter::Maybe Emitter::CallBuiltin(uint32_t index, const CallArguments& arguments) {
  const builtins::BuiltinInfo& info = builtins::Info(index);
  const auto& p = arguments.positional;
  const auto any_result = [&] { return RuntimeCall(T(TypeKind::kAny)); };
  if (info.method_of != BuiltinClass::kNone) return any_result();
  if (info.module == "math")
    return arguments.keywords.empty() ? CallMath(info.name, arguments) : any_result();
  const std::string_view name = info.name;
  if (name == "sum" && !p.empty() && p.size() + arguments.keywords.size() <= 2) {
    std::optional<Typed> start;
    if (p.size() == 2) start = p[1];
    if (!arguments.keywords.empty()) {
      if (start || arguments.keywords[0].first != "start") return any_result();
      start = arguments.keywords[0].second;
    }
    return Fold(Reducer::kSum, p[0], start);
  }
  // A new list of the elements, whatever decides their order.
  if (name == "sorted" && p.size() == 1 && IsIndexed(p[0].type))
    return RuntimeCall(types_.List(ElementType(p[0].type)));
  if (!arguments.keywords.empty()) return any_result();
  if (p.size() == 1) {
    if (name == "any") return Fold(Reducer::kAny, p[0], std::nullopt);
    if (name == "all") return Fold(Reducer::kAll, p[0], std::nullopt);
    if (name == "min") return Fold(Reducer::kMin, p[0], std::nullopt);
    if (name == "max") return Fold(Reducer::kMax, p[0], std::nullopt);
    if (name == "len") return Split(p[0], [&](Typed object) { return Length(object); });
    if (name == "abs") {
      return Split(p[0], [&](Typed x) -> Maybe {
        if (x.type->Is(TypeKind::kFloat)) return Append(Op::kFloatAbs, x.type, {x.id});
        if (IsNumber(x.type)) return Append(Op::kIntAbs, T(TypeKind::kInt), {ToInt(x).id});
        if (x.type->Is(TypeKind::kInstance) && FindMethod(x, "__abs__") != nullptr) {
          return CallInstanceMethod(x, "__abs__", {});
        }
        return x.type->Is(TypeKind::kAny) ? any_result() : Exit();
      });
    }
    if (name == "round") {
      return Split(p[0], [&](Typed x) -> Maybe {
        if (x.type->Is(TypeKind::kFloat)) return Append(Op::kFloatRound, T(TypeKind::kInt), {x.id});
        return IsNumber(x.type) ? Maybe(ToInt(x)) : any_result();
      });
    }
  }
  if ((name == "min" || name == "max") && p.size() >= 2) return MinMax(name == "max", p);
  if (name == "isinstance" && p.size() == 2) {
    const ir::ValueId subject =
        instruction_->operands.size() == 3 ? instruction_->operands[1] : ir::ValueId(0);
    return instruction_->operands.size() == 3 ? IsInstance(p[0], p[1], subject) : any_result();
  }
  if (name == "pow" && p.size() == 2) {
    return Split2(p[0], p[1], [&](Typed a, Typed b) -> Maybe {
      const bool root = b.known && *b.known < 0;  // a float of ints
      return IsNumber(a.type) && IsNumber(b.type) && !root ? Binary(BinaryOp::kPow, a, b) : any_result();
    });
  }
  if (name == "divmod" && p.size() == 2) {
    return Split2(p[0], p[1], [&](Typed a, Typed b) -> Maybe {
      if (!IsNumber(a.type) || !IsNumber(b.type)) return any_result();
      const Maybe quotient = Binary(BinaryOp::kFloorDiv, a, b);
      const Maybe remainder = quotient ? Binary(BinaryOp::kMod, a, b) : quotient;
      if (!remainder) return remainder;
      return Aggregate(Op::kMakeTuple, types_.Tuple({quotient->type, remainder->type}),
                       {*quotient, *remainder});
    });
  }
  if (name == "repr" && p.size() == 1) return RuntimeCall(T(TypeKind::kStr));
  if (name == "callable" || name == "issubclass") return RuntimeCall(T(TypeKind::kBool));
  return any_result();
}

// min and max of arguments: the first of equals; a comparison with NaN is false.
Emitter::Maybe Emitter::MinMax(bool max, const std::vector<Typed>& values) {
  for (const Typed& value : values) {
    if (!IsNumber(value.type)) return RuntimeCall(T(TypeKind::kAny));
  }
  Typed best = values[0];
  for (size_t i = 1; i < values.size(); ++i) {
    // The best so far may be of several types; the comparison splits it.
    const Maybe better = Split(
        best, [&](Typed b) { return CompareMember(max ? CompareOp::kGt : CompareOp::kLt, values[i], b); });
    if (!better) return better;
    const Type* type = types_.Join(best.type, values[i].type);
    const ir::BlockId take = NewBlock(), keep = NewBlock(), join = NewBlock();
    const Typed condition = better->known ? Bool(*better->known != 0) : *better;
    BranchTo(condition, take, keep);
    for (const auto& [block, value] : {std::pair{take, values[i]}, std::pair{keep, best}}) {
      current_ = block;
      ended_ = false;
      JumpTo(join, {Convert(value, type).id});
    }
    current_ = join;
    ended_ = false;
    best = {NewValue(type), type, {}};
    current().parameters.push_back(best.id);
  }
  return best;
}

Emitter::Maybe Emitter::CallMath(std::string_view name, const CallArguments& arguments) {
  const auto& p = arguments.positional;
  for (const Typed& argument : p) {
    if (!IsNumber(argument.type)) return RuntimeCall(T(TypeKind::kAny));
  }
  const std::optional<Value> member = builtins::Find("math." + std::string(name));
  const int row = member && member->Is(Tag::kBuiltin) ? builtins::Info(member->as_index()).math_row : -1;
  if (p.size() == 1 && (name == "floor" || name == "ceil" || name == "trunc")) {
    if (!p[0].type->Is(TypeKind::kFloat)) return ToInt(p[0]);
    constexpr std::array<std::string_view, 3> kNames = {"floor", "ceil", "trunc"};
    const int64_t which = std::find(kNames.begin(), kNames.end(), name) - kNames.begin();
    return Append(Op::kMathToInt, T(TypeKind::kInt), {p[0].id}, [&](ir::Instruction& i) { i.index = which; });
  }
  if (row >= 0 && p.size() == 1 && num::IsMathUnary(row)) {
    return Append(Op::kMathUnary, T(TypeKind::kFloat), {ToFloat(p[0]).id},
                  [&](ir::Instruction& i) { i.index = row; });
  }
  if (row >= 0 && p.size() == 2 && !num::IsMathUnary(row)) {
    return Append(Op::kMathBinary, T(TypeKind::kFloat), {ToFloat(p[0]).id, ToFloat(p[1]).id},
                  [&](ir::Instruction& i) { i.index = row; });
  }
  // Known result types spare the boxed ones.
  if (name == "isnan" || name == "isinf" || name == "isfinite" || name == "isclose")
    return RuntimeCall(T(TypeKind::kBool));
  if (name == "gcd" || name == "lcm" || name == "isqrt" || name == "comb" || name == "perm" ||
      name == "factorial") {
    return RuntimeCall(T(TypeKind::kInt));
  }
  return RuntimeCall(T(TypeKind::kAny));
}

Emitter::Maybe Emitter::CallBuiltinClass(const ClassObject* c, const CallArguments& arguments) {
  const auto& p = arguments.positional;
  const auto any_result = [&] { return RuntimeCall(T(TypeKind::kAny)); };
  const std::string& name = c->name;
  if (name == "enumerate" && p.size() == 1 && arguments.keywords.size() == 1 &&
      arguments.keywords[0].first == "start") {
    return Enumerate(p[0], arguments.keywords[0].second);
  }
  if (!arguments.keywords.empty()) return any_result();
  if (name == "range" && p.size() >= 1 && p.size() <= 3) {
    for (const Typed& bound : p) {
      if (!bound.type->Is(TypeKind::kInt) && !bound.type->Is(TypeKind::kBool)) return any_result();
    }
    const Typed start = p.size() == 1 ? Int(0) : ToInt(p[0]);
    const Typed stop = ToInt(p.size() == 1 ? p[0] : p[1]);
    const Typed step = p.size() == 3 ? ToInt(p[2]) : Int(1);
    return Append(Op::kMakeRange, T(TypeKind::kRange), {start.id, stop.id, step.id});
  }
  if (p.size() == 1) {
    if (name == "bool") return Split(p[0], [&](Typed x) { return Truth(x); });
    if (name == "float") {
      return Split(p[0], [&](Typed x) {
        return IsNumber(x.type) ? Maybe(ToFloat(x)) : RuntimeCall(T(TypeKind::kFloat));
      });
    }
    if (name == "int") {
      return Split(p[0], [&](Typed x) -> Maybe {
        if (x.type->Is(TypeKind::kFloat)) return Append(Op::kFloatToInt, T(TypeKind::kInt), {x.id});
        return IsNumber(x.type) ? Maybe(ToInt(x)) : RuntimeCall(T(TypeKind::kInt));
      });
    }
    if (name == "str") return RuntimeCall(T(TypeKind::kStr));
    if (name == "list") return Fold(Reducer::kCollect, p[0], std::nullopt);
    if (name == "type") {
      return Split(p[0], [&](Typed x) -> Maybe {
        switch (x.type->kind) {
          case TypeKind::kNone:
            return Undefined(types_.Class(object_model::BuiltinClassObject(BuiltinClass::kNoneType)));
          case TypeKind::kBool:
            return Undefined(types_.Class(object_model::BuiltinClassObject(BuiltinClass::kBool)));
          case TypeKind::kInt:
            return Undefined(types_.Class(object_model::BuiltinClassObject(BuiltinClass::kInt)));
          case TypeKind::kFloat:
            return Undefined(types_.Class(object_model::BuiltinClassObject(BuiltinClass::kFloat)));
          case TypeKind::kStr:
            return Undefined(types_.Class(object_model::BuiltinClassObject(BuiltinClass::kStr)));
          case TypeKind::kFunction:
            return Undefined(types_.Class(object_model::BuiltinClassObject(BuiltinClass::kFunction)));
          case TypeKind::kInstance: return Undefined(types_.Class(x.type->class_object));
          case TypeKind::kSkip:
          case TypeKind::kUnbound:
          case TypeKind::kBottom:
          case TypeKind::kRange:
          case TypeKind::kTuple:
          case TypeKind::kTupleN:
          case TypeKind::kList:
          case TypeKind::kBound:
          case TypeKind::kClass:
          case TypeKind::kBuiltin:
          case TypeKind::kModule:
          case TypeKind::kIterator:
          case TypeKind::kUnion:
          case TypeKind::kAny: return any_result();
        }
        return Exit();
      });
    }
  }
  // The lazily evaluated ones that can be read by index.
  if (name == "enumerate" && !p.empty() && p.size() <= 2)
    return Enumerate(p[0], p.size() == 2 ? p[1] : Int(0));
  if (name == "map" && p.size() == 2) return Map(p[0], p[1]);
  if (name == "zip" && p.size() >= 1) {
    bool indexed = true;
    for (const Typed& source : p) indexed = indexed && IsIndexed(source.type);
    if (indexed) return Iterator(ir::IteratorKind::kZip, p);
  }
  if (name == "reversed" && p.size() == 1 && IsIndexed(p[0].type) && !p[0].type->Is(TypeKind::kIterator)) {
    return Iterator(ir::IteratorKind::kReversed, {p[0]});
  }
  return any_result();
}

Emitter::Maybe Emitter::Enumerate(Typed source, Typed start) {
  if (!IsIndexed(source.type) || !start.type->Is(TypeKind::kInt)) return RuntimeCall(T(TypeKind::kAny));
  return Iterator(ir::IteratorKind::kEnumerate, {source, start});
}

// map(f, source) is (f(x) for x in source), but for what a StopIteration does that f raises.
Emitter::Maybe Emitter::Map(Typed function, Typed source) {
  const auto stops = [](const Value& v) {
    return (v.Is(Tag::kClass) && v.as<ClassObject>()->name == "StopIteration") ||
           (v.Is(Tag::kBuiltin) && builtins::Info(v.as_index()).name == "next");
  };
  const bool generator =
      function.type->Is(TypeKind::kFunction) && function.type->code->parameters.size() == 1 &&
      function.type->code->parameters[0].kind == ir::ParameterKind::kPositional &&
      function.type->code->default_count == 0 && !function.type->code->is_init && IsIndexed(source.type) &&
      std::none_of(module_.globals.begin(), module_.globals.end(), stops);
  if (!generator) return RuntimeCall(T(TypeKind::kAny));
  return Iterator(ir::IteratorKind::kGenerator, {source, function});
}

}  // namespace fora::infer
