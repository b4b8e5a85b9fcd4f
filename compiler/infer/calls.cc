// Calls: every kind of callable, with its arguments bound at compile time. A call that does not fit its
// signature exits, and the interpreter raises the TypeError.
#include <algorithm>

#include "compiler/infer/emitter.h"
#include "runtime/object_model/classes.h"

namespace fora::infer {
namespace {

using ir::ArgumentKind;
using ir::Op;
using ir::ParameterKind;
using ir::Type;
using ir::TypeKind;

}  // namespace

std::optional<Emitter::CallArguments> Emitter::GatherArguments(const ir::Instruction& instruction,
                                                               size_t first) {
  CallArguments arguments;
  for (size_t n = first; n < instruction.operands.size(); ++n) {
    const Typed value = Get(instruction.operands[n]);
    // Without a shape, all are positional.
    const ir::Argument argument = instruction.call == nullptr ? ir::Argument{ArgumentKind::kPositional, ""}
                                                              : (*instruction.call)[n - first];
    switch (argument.kind) {
      case ArgumentKind::kPositional: arguments.positional.push_back(value); break;
      case ArgumentKind::kKeyword: arguments.keywords.emplace_back(argument.name, value); break;
      case ArgumentKind::kStar:
        if (!value.type->Is(TypeKind::kTuple)) return std::nullopt;
        for (size_t i = 0; i < value.type->parts.size(); ++i)
          arguments.positional.push_back(Extract(value, i));
        break;
      case ArgumentKind::kDoubleStar: return std::nullopt;
    }
  }
  return arguments;
}

// The call as the runtime makes it, all operands boxed.
Emitter::Maybe Emitter::RuntimeCall(const Type* result) {
  std::vector<Typed> operands;
  for (ir::ValueId operand : instruction_->operands) operands.push_back(Get(operand));
  return Runtime(result, std::move(operands));
}

// A call under the function's landing gives its lists away, but no other values (interpret::Use::kGive): it
// must be known which is which.
bool Emitter::GivesUnknown(const ir::Instruction& call) const {
  const std::optional<ir::Edge>& unwind = generic_.blocks[generic_block_.value()].unwind;
  if (!unwind || !generic_.blocks[unwind->target.value()].is_landing) return false;
  return std::any_of(call.operands.begin() + 1, call.operands.end(), [&](ir::ValueId operand) {
    const Type* type = Get(operand).type;
    if (!type->Is(TypeKind::kUnion)) return type->Is(TypeKind::kAny);
    return std::any_of(type->parts.begin(), type->parts.end(),
                       [](const Type* part) { return part->Is(TypeKind::kList); });
  });
}

Emitter::Maybe Emitter::Call(const ir::Instruction& instruction) {
  if (GivesUnknown(instruction)) return Exit();
  const std::optional<CallArguments> arguments = GatherArguments(instruction, 1);
  if (!arguments) return RuntimeCall(T(TypeKind::kAny));
  return Split(Get(instruction.operands[0]), [&](Typed callee) { return CallValue(callee, *arguments); });
}

Emitter::Maybe Emitter::CallValue(Typed callee, const CallArguments& arguments) {
  switch (callee.type->kind) {
    case TypeKind::kFunction:
      // Called like any function, an __init__ gives None and not the object that it has initialised.
      return callee.type->code->is_init ? RuntimeCall(T(TypeKind::kAny)) : CallFunction(callee, arguments);
    case TypeKind::kBound: {
      CallArguments with_self = arguments;
      with_self.positional.insert(with_self.positional.begin(), Extract(callee, 0));
      const Type* function = callee.type->parts[1];
      return CallValue(function->parts.empty() ? Undefined(function) : Extract(callee, 1), with_self);
    }
    case TypeKind::kClass: return CallClass(callee.type->class_object, arguments);
    case TypeKind::kInstance: {
      const Value* method = FindMethod(callee, "__call__");
      if (method == nullptr || !method->Is(Tag::kFunction)) return Exit();
      const Maybe function = Materialize(*method);
      if (!function) return RuntimeCall(T(TypeKind::kAny));
      CallArguments with_self = arguments;
      with_self.positional.insert(with_self.positional.begin(), callee);
      return CallValue(*function, with_self);
    }
    case TypeKind::kBuiltin: return CallBuiltin(callee.type->index, arguments);
    case TypeKind::kAny: return RuntimeCall(T(TypeKind::kAny));
    case TypeKind::kNone:
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kFloat:
    case TypeKind::kStr:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kBottom:
    case TypeKind::kRange:
    case TypeKind::kTuple:
    case TypeKind::kTupleN:
    case TypeKind::kList:
    case TypeKind::kModule:
    case TypeKind::kIterator:
    case TypeKind::kUnion: return Exit();
  }
  return Exit();
}

Emitter::Maybe Emitter::CallFunction(Typed function, const CallArguments& arguments) {
  const ir::Function& code = *function.type->code;
  // Functions of other programs (values of earlier jobs) are interpreted.
  if (code.module != &module_) return RuntimeCall(T(TypeKind::kAny));
  const size_t captures = code.captures.size();
  const size_t positional_parameters = static_cast<size_t>(
      std::count_if(code.parameters.begin(), code.parameters.end(), [](const ir::Parameter& p) {
        return p.kind == ParameterKind::kPositionalOnly || p.kind == ParameterKind::kPositional;
      }));
  std::vector<std::optional<Typed>> bound(code.parameters.size());
  std::vector<Typed> rest;
  for (size_t i = 0; i < arguments.positional.size(); ++i) {
    if (i < positional_parameters) {
      bound[i] = arguments.positional[i];
    } else {
      rest.push_back(arguments.positional[i]);
    }
  }
  for (const auto& [name, value] : arguments.keywords) {
    const auto parameter =
        std::find_if(code.parameters.begin(), code.parameters.end(), [&](const ir::Parameter& p) {
          return p.name == name &&
                 (p.kind == ParameterKind::kPositional || p.kind == ParameterKind::kKeywordOnly);
        });
    if (parameter == code.parameters.end()) return RuntimeCall(T(TypeKind::kAny));
    auto& slot = bound[static_cast<size_t>(parameter - code.parameters.begin())];
    if (slot) return Exit();
    slot = value;
  }
  std::vector<Typed> values;
  for (size_t i = 0; i < captures; ++i) values.push_back(Extract(function, i));
  size_t keyword_default = 0;
  bool took_rest = false;
  for (size_t p = 0; p < code.parameters.size(); ++p) {
    const ir::Parameter& parameter = code.parameters[p];
    switch (parameter.kind) {
      case ParameterKind::kPositionalOnly:
      case ParameterKind::kPositional:
        if (!bound[p]) {
          const size_t first_default = positional_parameters - code.default_count;
          if (p < first_default) return Exit();
          bound[p] = Extract(function, captures + (p - first_default));
        }
        break;
      case ParameterKind::kVarPositional: {
        std::vector<const Type*> types;
        for (const Typed& item : rest) types.push_back(item.type);
        bound[p] = Aggregate(Op::kMakeTuple, types_.Tuple(std::move(types)), rest);
        took_rest = true;
        break;
      }
      case ParameterKind::kKeywordOnly: {
        const bool has_default = keyword_default < code.keyword_default_names.size() &&
                                 code.keyword_default_names[keyword_default] == parameter.name;
        if (!bound[p]) {
          if (!has_default) return Exit();
          bound[p] = Extract(function, captures + code.default_count + keyword_default);
        }
        if (has_default) ++keyword_default;
        break;
      }
      case ParameterKind::kVarKeyword: return RuntimeCall(T(TypeKind::kAny));
    }
    values.push_back(*bound[p]);
  }
  if (!rest.empty() && !took_rest) return Exit();

  std::vector<const Type*> types;
  for (const Typed& value : values) {
    // The function may read an iterator more than once.
    if (value.type->Is(TypeKind::kIterator)) return RuntimeCall(T(TypeKind::kAny));
    types.push_back(value.type);
  }
  Specialization* callee = specializer_.Demand(code, std::move(types), &spec_);
  if (callee == nullptr) return RuntimeCall(T(TypeKind::kAny));
  std::vector<ir::ValueId> operands;
  for (const Typed& value : values) operands.push_back(value.id);
  const Typed result = Append(Op::kCallDirect, callee->return_type, std::move(operands),
                              [&](ir::Instruction& i) { i.index = callee->index; });
  if (callee->return_type->Is(TypeKind::kBottom)) return Unreachable();
  return result;
}

Emitter::Maybe Emitter::CallClass(const ClassObject* c, const CallArguments& arguments) {
  if (c->builtin != BuiltinClass::kNone) return CallBuiltinClass(c, arguments);
  if (c->is_exception) return RuntimeCall(T(TypeKind::kAny));
  const Typed empty = Aggregate(Op::kMakeInstance, types_.Instance(c, {}, {}), {});
  const Value* init = c->FindInMro("__init__");
  if (init == nullptr || !init->Is(Tag::kFunction)) {
    return arguments.positional.empty() && arguments.keywords.empty() ? Maybe(empty) : Exit();
  }
  const Maybe function = Materialize(*init);
  if (!function || !function->type->code->is_init) return RuntimeCall(T(TypeKind::kAny));
  CallArguments with_self = arguments;
  with_self.positional.insert(with_self.positional.begin(), empty);
  return CallFunction(*function, with_self);
}

// REQUIRES: FindMethod(self, name).
Emitter::Maybe Emitter::CallInstanceMethod(Typed self, const char* name, std::vector<Typed> arguments) {
  const Value* method = FindMethod(self, name);
  const Maybe function = method->Is(Tag::kFunction) ? Materialize(*method) : Maybe();
  if (!function) return Exit();
  arguments.insert(arguments.begin(), self);
  const Maybe result = CallValue(*function, {std::move(arguments), {}});
  // It may be NotImplemented, and then the protocol goes on: only the runtime can tell.
  const bool protocol =
      instruction_->op == Op::kBinary || instruction_->op == Op::kInplace || instruction_->op == Op::kCompare;
  if (protocol && result && result->type->Is(TypeKind::kAny)) return Exit();
  return result;
}

Emitter::Maybe Emitter::InitBase(const ir::Instruction& instruction) {
  const Typed cls = Get(instruction.operands[0]);
  const Typed self = Get(instruction.operands[1]);
  if (!cls.type->Is(TypeKind::kClass) || !self.type->Is(TypeKind::kInstance) ||
      self.type->class_object->is_exception) {
    return Exit();
  }
  const Value* init = nullptr;
  if (instruction.flag) {
    const auto& mro = self.type->class_object->mro;
    auto from = std::find(mro.begin(), mro.end(), cls.type->class_object);
    if (from == mro.end()) return Exit();
    while (++from != mro.end() && init == nullptr) init = (*from)->FindOwn("__init__");
  } else {
    init = cls.type->class_object->FindInMro("__init__");
  }
  std::optional<CallArguments> arguments = GatherArguments(instruction, 2);
  if (!arguments) return Exit();
  if (init == nullptr || !init->Is(Tag::kFunction)) {
    return arguments->positional.empty() && arguments->keywords.empty() ? Maybe(self) : Exit();
  }
  const Maybe function = Materialize(*init);
  if (!function || !function->type->code->is_init) return Exit();
  arguments->positional.insert(arguments->positional.begin(), self);
  return CallFunction(*function, *arguments);
}

Emitter::Maybe Emitter::MakeFunction(const ir::Instruction& instruction) {
  const ir::Function& code = *module_.functions[instruction.index];
  std::vector<Typed> parts;
  std::vector<const Type*> types;
  for (ir::ValueId operand : instruction.operands) {
    parts.push_back(Get(operand));
    types.push_back(parts.back().type);
  }
  return Aggregate(Op::kMakeFunction, types_.FunctionType(&code, std::move(types)), std::move(parts));
}

// isinstance(value, classes): known for every member of the value's type.
Emitter::Maybe Emitter::IsInstance(Typed value, Typed classes, ir::ValueId subject) {
  std::vector<const ClassObject*> candidates;
  const auto collect = [&](const Type* t) {
    if (t->Is(TypeKind::kClass)) candidates.push_back(t->class_object);
    return t->Is(TypeKind::kClass);
  };
  if (classes.type->Is(TypeKind::kTuple)) {
    for (const Type* part : classes.type->parts) {
      if (!collect(part)) return RuntimeCall(T(TypeKind::kBool));
    }
  } else if (!collect(classes.type)) {
    return RuntimeCall(T(TypeKind::kBool));
  }
  bool certain = true;
  const auto matches = [&](const Type* t) {
    const ClassObject* c = nullptr;
    switch (t->kind) {
      case TypeKind::kNone: c = object_model::BuiltinClassObject(BuiltinClass::kNoneType); break;
      case TypeKind::kBool: c = object_model::BuiltinClassObject(BuiltinClass::kBool); break;
      case TypeKind::kInt: c = object_model::BuiltinClassObject(BuiltinClass::kInt); break;
      case TypeKind::kFloat: c = object_model::BuiltinClassObject(BuiltinClass::kFloat); break;
      case TypeKind::kStr: c = object_model::BuiltinClassObject(BuiltinClass::kStr); break;
      case TypeKind::kRange: c = object_model::BuiltinClassObject(BuiltinClass::kRange); break;
      case TypeKind::kTuple:
      case TypeKind::kTupleN: c = object_model::BuiltinClassObject(BuiltinClass::kTuple); break;
      case TypeKind::kList: c = object_model::BuiltinClassObject(BuiltinClass::kList); break;
      case TypeKind::kFunction: c = object_model::BuiltinClassObject(BuiltinClass::kFunction); break;
      case TypeKind::kInstance: c = t->class_object; break;
      case TypeKind::kSkip:
      case TypeKind::kUnbound:
      case TypeKind::kBottom:
      case TypeKind::kBound:
      case TypeKind::kClass:
      case TypeKind::kBuiltin:
      case TypeKind::kModule:
      case TypeKind::kIterator:
      case TypeKind::kUnion:
      case TypeKind::kAny: certain = false; return false;
    }
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](const ClassObject* k) { return c->DerivesFrom(k); });
  };
  Fact fact{subject, {}, {}};
  const std::vector<const Type*> members =
      value.type->Is(TypeKind::kUnion) ? value.type->parts : std::vector<const Type*>{value.type};
  for (const Type* member : members) (matches(member) ? fact.if_true : fact.if_false).push_back(member);
  if (!certain) return RuntimeCall(T(TypeKind::kBool));
  const Maybe result = Split(value, [&](Typed member) -> Maybe { return Bool(matches(member.type)); });
  if (result && !result->known) facts_of_[result->id.value()] = std::move(fact);
  return result;
}

}  // namespace fora::infer
