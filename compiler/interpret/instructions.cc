// What each generic operator does. Most are one operation of the object model; the fast paths for ints and
// floats are the object model's own.
#include "compiler/interpret/interpreter.h"
#include "runtime/builtins/builtins.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/text.h"

namespace fora::interpret {

// The operators that only typed functions have.
// clang-format off
#define FORA_TYPED_OPERATORS(X) \
  X(kIntAdd) X(kIntSub) X(kIntMul) X(kIntFloorDiv) X(kIntMod) X(kIntTrueDiv) X(kIntPow) X(kIntShl) \
  X(kIntShr) X(kIntAnd) X(kIntOr) X(kIntXor) X(kIntNeg) X(kIntInvert) X(kIntAbs) X(kIntCompare) \
  X(kIntToFloat) X(kFloatAdd) X(kFloatSub) X(kFloatMul) X(kFloatTrueDiv) X(kFloatFloorDiv) X(kFloatMod) \
  X(kFloatPow) X(kFloatNeg) X(kFloatAbs) X(kFloatCompare) X(kIntFloatCompare) X(kFloatToInt) \
  X(kFloatRound) X(kMathUnary) X(kMathBinary) X(kMathToInt) X(kBoolToInt) X(kBoolNot) X(kBoolAnd) \
  X(kBoolOr) X(kBoolCompare) X(kMakeTuple) X(kExtract) X(kInsert) X(kTupleIndex) X(kMakeInstance) \
  X(kMakeFunction) X(kMakeBound) X(kMakeUnion) X(kNarrow) X(kIsMember) X(kRetype) X(kBox) X(kUnbox) \
  X(kUndefined) X(kMakeRange) X(kRangeLen) X(kRangeItem) X(kSeqLen) X(kListItem) X(kListMake) \
  X(kListAppend) X(kListSet) X(kListConcat) X(kStrConcat) X(kListErase) X(kListStoreAt) X(kListAppendAt) \
  X(kStrItem) X(kStrCompare) X(kRuntime) X(kCallDirect) X(kFold) X(kFork) X(kJoin) X(kSourceLen) \
  X(kSourceItem)
// clang-format on

namespace om = object_model;
using ir::Op;

namespace {

std::vector<Value> TakeAll(Operands operands, size_t first = 0) {
  std::vector<Value> values;
  values.reserve(operands.size() - first);
  for (size_t i = first; i < operands.size(); ++i) values.push_back(operands.Take(i));
  return values;
}

// The operands before `end`, without the object.
std::vector<Value> Indices(Operands operands, size_t end) {
  std::vector<Value> indices;
  for (size_t i = 1; i < end; ++i) indices.push_back(operands[i]);
  return indices;
}

Result<Value> FromBool(Result<bool> result) {
  if (!result.ok()) return result.TakeStop();
  return Value::Bool(*result);
}

// Runs `update(object)`, which changes operand 0 in place if this is its only reference. A handler that will
// read the operand if this raises gets it back.
template <class Update>
Result<Value> Consume(Operands operands, Update update) {
  bool lent = operands.use(0) == Use::kMoveOnSuccess;
  Value object = lent ? std::move(operands[0]) : operands.Take(0);
  Result<Value> result = update(std::move(object));
  if (lent && !result.ok()) {
    if (object.is_unbound()) return Unsupported("a change in place that failed inside 'try'");
    operands[0] = std::move(object);
  }
  return result;
}

// `xs += xs` where both operands are needed no more.
bool AddsListToItself(const ir::Instruction& instruction, Operands operands) {
  if (instruction.binary != BinaryOp::kAdd || !operands[0].Is(Tag::kList) || !operands[0].Same(operands[1]))
    return false;
  const bool is_one_register = &operands[0] == &operands[1];
  return operands.use(1) != Use::kKeep && (is_one_register || operands.use(0) != Use::kKeep);
}

Result<Value> Double(Operands operands) {
  const bool is_one_register = &operands[0] == &operands[1];
  if (!is_one_register) operands[1] = Value();
  Value list = std::move(operands[0]);
  Result<Value> doubled = om::DoubleInPlace(std::move(list));
  if (doubled.ok()) return doubled;
  operands[0] = std::move(list);
  if (!is_one_register) operands[1] = operands[0];
  return doubled;
}

Result<Value> Unassigned(const ir::Instruction& instruction) {
  const std::string& name = instruction.name;
  if (instruction.index == 1)
    return om::Raise(BuiltinClass::kNameError, "name '" + name + "' is not defined");
  if (instruction.index == 2) return Unsupported(name);
  if (!instruction.flag)
    return om::Raise(BuiltinClass::kUnboundLocalError,
                     "cannot access local variable '" + name + "' where it is not associated with a value");
  return om::Raise(BuiltinClass::kNameError,
                   "cannot access free variable '" + name +
                       "' where it is not associated with a value in enclosing scope");
}

// How error messages name what is called. The module of a program's own code is always `__main__`: what a
// client ships is named by its file, and CPython's name of that file's module is not known here.
std::string CalleeText(const Value& callee) {
  if (callee.Is(Tag::kFunction)) return "__main__." + callee.as<FunctionObject>()->code->qualname() + "()";
  if (callee.Is(Tag::kBoundMethod)) return CalleeText(callee.as<BoundMethodObject>()->function);
  if (callee.Is(Tag::kBuiltin)) return builtins::Info(callee.as_index()).full_name + "()";
  if (callee.Is(Tag::kClass)) {
    auto* c = callee.as<ClassObject>();
    return (c->builtin == BuiltinClass::kNone ? "__main__." : "") + c->qualname + "()";
  }
  return om::TypeName(callee) + " object";
}

Result<Unit> AddStar(Evaluator& evaluator, const Value& callee, const Value& items, Arguments& arguments) {
  auto unpacked = om::Items(evaluator, items);
  if (!unpacked.ok()) {
    bool iterable = om::Iter(evaluator, items).ok();
    if (iterable) return unpacked.TakeStop();
    return om::TypeError(CalleeText(callee) + " argument after * must be an iterable, not " +
                         om::TypeName(items));
  }
  for (Value& item : *unpacked) arguments.positional.push_back(std::move(item));
  return Unit{};
}

Result<Unit> AddDoubleStar(const Value& callee, const Value& mapping, Arguments& arguments) {
  if (!mapping.Is(Tag::kDict))
    return om::TypeError(CalleeText(callee) + " argument after ** must be a mapping, not " +
                         om::TypeName(mapping));
  for (const auto& [key, value] : mapping.as<DictObject>()->entries) {
    std::string name = key.as<StrObject>()->ToUtf8();
    for (const auto& present : arguments.keywords) {
      if (present.first == name)
        return om::TypeError(CalleeText(callee) + " got multiple values for keyword argument '" + name + "'");
    }
    arguments.keywords.emplace_back(std::move(name), value);
  }
  return Unit{};
}

Result<Value> Unpack(Evaluator& evaluator, const ir::UnpackShape& shape, const Value& v) {
  auto items = shape.starred ? om::UnpackStarred(evaluator, v, shape.before, shape.after)
                             : om::Unpack(evaluator, v, shape.before);
  if (!items.ok()) return items.TakeStop();
  return MakeTuple(std::move(*items));
}

Value ListToTuple(const ListObject& list) {
  std::vector<Value> items;
  items.reserve(list.size);
  for (int64_t i = 0; i < list.size; ++i) items.push_back(list.At(i));
  return MakeTuple(std::move(items));
}

Result<Value> MakeFunction(const ir::Function& code, Operands operands) {
  auto* function = new FunctionObject(&code);
  Value result = Value::Adopt(function);
  size_t next = 0;
  for (size_t i = 0; i < code.captures.size(); ++i) function->captures.push_back(operands.Take(next++));
  for (uint32_t i = 0; i < code.default_count; ++i) function->defaults.push_back(operands.Take(next++));
  for (const std::string& name : code.keyword_default_names)
    function->keyword_defaults.emplace_back(name, operands.Take(next++));
  return result;
}

Result<Value> MakeClass(const ir::Module& module, const ir::ClassTemplate& pattern, Operands operands) {
  std::vector<Value> bases;
  size_t next = 0;
  while (next < pattern.base_count) bases.push_back(operands.Take(next++));
  std::vector<std::pair<std::string, Value>> attributes;
  for (const std::string& name : pattern.attribute_names)
    attributes.emplace_back(name, operands.Take(next++));
  FORA_TRY(Value made,
           om::MakeClass(pattern.name, pattern.qualname, std::move(bases), std::move(attributes)));
  auto* c = made.as<ClassObject>();
  c->path = module.file_paths[pattern.span.file];
  c->line = pattern.span.line;
  return made;
}

// The arguments of a call, stars unpacked, from operand `first` on.
Result<Arguments> Gather(Evaluator& evaluator, const ir::Instruction& instruction, const Value& callee,
                         Operands operands, size_t first) {
  Arguments arguments;
  for (size_t i = first; i < operands.size(); ++i) {
    static const ir::Argument kPlain{ir::ArgumentKind::kPositional, {}};
    const ir::Argument& argument = instruction.call != nullptr ? (*instruction.call)[i - first] : kPlain;
    switch (argument.kind) {
      case ir::ArgumentKind::kPositional: arguments.positional.push_back(operands.Take(i)); break;
      case ir::ArgumentKind::kKeyword:
        arguments.keywords.emplace_back(argument.name, operands.Take(i));
        break;
      case ir::ArgumentKind::kStar: FORA_TRY_VOID(AddStar(evaluator, callee, operands[i], arguments)); break;
      case ir::ArgumentKind::kDoubleStar: FORA_TRY_VOID(AddDoubleStar(callee, operands[i], arguments)); break;
    }
  }
  return arguments;
}

bool IsInit(const Value& callee) {
  return callee.Is(Tag::kFunction) &&
         static_cast<const ir::Function*>(callee.as<FunctionObject>()->code)->is_init;
}

}  // namespace

Result<Value> Interpreter::Execute(const ir::Function& function, const ir::Instruction& instruction,
                                   Operands operands) {
  const ir::Module& module = *function.module;
  switch (instruction.op) {
    case Op::kConstant: return module.constants[instruction.index];
    case Op::kGlobal: return module.globals[instruction.index];
    case Op::kUnboundValue: return Value::Unbound();
    case Op::kCheckBound:
      if (!operands[0].is_unbound()) return operands.Take(0);
      return Unassigned(instruction);
    case Op::kNameError:
      return om::Raise(BuiltinClass::kNameError, "name '" + instruction.name + "' is not defined");
    case Op::kUnsupported: return Unsupported(instruction.name);
    case Op::kBinary: return om::Binary(*this, instruction.binary, operands[0], operands[1]);
    case Op::kInplace:
      if (AddsListToItself(instruction, operands)) return Double(operands);
      return Consume(operands, [&](Value&& object) {
        return om::Inplace(*this, instruction.binary, std::move(object), operands[1]);
      });
    case Op::kUnary: return om::Unary(*this, instruction.unary, operands[0]);
    case Op::kCompare: return om::Compare(*this, instruction.compare, operands[0], operands[1]);
    case Op::kTruth: return FromBool(om::Truth(*this, operands[0]));
    case Op::kIsList: return Value::Bool(operands[0].Is(Tag::kList));
    case Op::kCall: return Call(instruction, operands);
    case Op::kGetAttr: return om::GetAttr(*this, operands[0], instruction.name);
    case Op::kSetAttr:
      return Consume(operands, [&](Value&& object) {
        return om::SetAttr(*this, std::move(object), instruction.name, operands.Take(1));
      });
    case Op::kGetItem: return om::GetItem(*this, operands[0], operands[1]);
    case Op::kSetItem:
      return Consume(operands, [&](Value&& object) {
        return om::SetItem(*this, std::move(object), operands[1], operands.Take(2));
      });
    case Op::kPopped: {
      FORA_TRY(Arguments arguments, Gather(*this, instruction, operands[0], operands, 1));
      return om::Popped(*this, operands[0], std::move(arguments));
    }
    case Op::kStoreAt:
      return Consume(operands, [&](Value&& object) {
        const size_t last = operands.size() - 1;
        return om::StoreAt(*this, std::move(object), instruction.name, Indices(operands, last),
                           operands.Take(last));
      });
    case Op::kUpdateAt: {
      const size_t first = 1 + om::IndexCount(instruction.name);
      FORA_TRY(Arguments arguments, Gather(*this, instruction, operands[0], operands, first));
      return Consume(operands, [&](Value&& object) -> Result<Value> {
        return om::UpdateAt(*this, std::move(object), instruction.name, instruction.flag,
                            Indices(operands, first), std::move(arguments));
      });
    }
    case Op::kMethodUpdate: {
      if (instruction.flag && !operands[0].Is(Tag::kList)) return operands.Take(0);
      FORA_TRY(Arguments arguments, Gather(*this, instruction, operands[0], operands, 1));
      return Consume(operands, [&](Value&& object) {
        return om::MethodUpdate(*this, std::move(object), instruction.name, std::move(arguments));
      });
    }
    case Op::kSlice:
      return Value::Adopt(new SliceObject(operands.Take(0), operands.Take(1), operands.Take(2)));
    case Op::kTuple: return MakeTuple(TakeAll(operands));
    case Op::kList: return MakeList(TakeAll(operands));
    case Op::kListExtend:
      return Consume(operands,
                     [&](Value&& list) { return om::ExtendList(*this, std::move(list), operands[1]); });
    case Op::kListToTuple: return ListToTuple(*operands[0].as<ListObject>());
    case Op::kUnpack: return Unpack(*this, instruction.unpack, operands[0]);
    case Op::kTupleItem: return operands[0].as<TupleObject>()->items[instruction.index];
    case Op::kFunction: return MakeFunction(*module.functions[instruction.index], operands);
    case Op::kGenerator: return om::MakeGenerator(*this, operands[0], operands.Take(1), instruction.flag);
    case Op::kSkip: return Value::Skip();
    case Op::kCollect: return Collect(operands[0]);
    case Op::kClass: return MakeClass(module, module.classes[instruction.index], operands);
    case Op::kSuper: return om::MakeSuper(*this, operands[0], operands[1]);
    case Op::kFormat:
      return om::FormatField(*this, operands[0], static_cast<int>(instruction.index), operands[1]);
    case Op::kJoinStr: return om::JoinStr(TakeAll(operands));
    case Op::kMakeCell: return Value::Adopt(new CellObject(operands.Take(0)));
    case Op::kGetCell: return operands[0].as<CellObject>()->value;
    case Op::kSetCell: operands[0].as<CellObject>()->value = operands.Take(1); return Value::Unbound();
    case Op::kIter: return om::Iter(*this, operands[0]);
    case Op::kExcMatch: return FromBool(om::ExceptionMatches(operands[0], operands[1]));
    case Op::kInitBase: return InitBase(instruction, operands);
#define FORA_TYPED(op) case Op::op:
      FORA_TYPED_OPERATORS(FORA_TYPED)
#undef FORA_TYPED
      FORA_UNREACHABLE() << "typed operator " << ir::Info(instruction.op).text << " in "
                         << function.qualname();
  }
  return Value();
}

Result<Value> Interpreter::Call(const ir::Instruction& instruction, Operands operands) {
  const Value& callee = operands[0];
  bool is_init =
      IsInit(callee) || (callee.Is(Tag::kBoundMethod) && IsInit(callee.as<BoundMethodObject>()->function));
  std::optional<Result<Value>> direct = CallDirectly(instruction, operands);
  if (!direct) {
    FORA_TRY(Arguments arguments, Gather(*this, instruction, callee, operands, 1));
    direct = om::Call(*this, callee, std::move(arguments));
  }
  // An __init__ gives its object to whoever makes an instance; called like any function it gives None.
  if (is_init && direct->ok()) return Value::None();
  return std::move(*direct);
}

// The most frequent call, without lists of arguments in between: a function or method of plain parameters
// with positional arguments.
std::optional<Result<Value>> Interpreter::CallDirectly(const ir::Instruction& instruction,
                                                       Operands operands) {
  const Value* callee = &operands[0];
  const Value* self = nullptr;
  if (callee->Is(Tag::kBoundMethod)) {
    self = &callee->as<BoundMethodObject>()->self;
    callee = &callee->as<BoundMethodObject>()->function;
  }
  if (!callee->Is(Tag::kFunction)) return std::nullopt;
  if (instruction.call == nullptr) return std::nullopt;
  for (const ir::Argument& argument : *instruction.call) {
    if (argument.kind != ir::ArgumentKind::kPositional) return std::nullopt;
  }
  const FunctionObject& function = *callee->as<FunctionObject>();
  const Plan& plan = PlanOf(*static_cast<const ir::Function*>(function.code));
  size_t given = operands.size() - 1 + (self != nullptr ? 1 : 0);
  size_t wanted = plan.signature.parameters.size();
  if (function.code->sets_property()) return std::nullopt;
  if (!plan.takes_positional_only || given > wanted || given + function.defaults.size() < wanted)
    return std::nullopt;
  Frame frame(*registers_, plan);
  frame.Begin(function);
  if (self != nullptr) frame.AddParameter(*self);
  for (size_t i = 1; i < operands.size(); ++i) frame.AddParameter(operands.Take(i));
  for (size_t i = given; i < wanted; ++i)
    frame.AddParameter(function.defaults[i + function.defaults.size() - wanted]);
  return Enter(frame);
}

Result<Value> Interpreter::Collect(const Value& generator) { return om::Collect(*this, generator); }

Result<Value> Interpreter::InitBase(const ir::Instruction& instruction, Operands operands) {
  if (!operands[0].Is(Tag::kClass)) return Unsupported("__init__ of something that is not a class");
  FORA_TRY(Arguments arguments, Gather(*this, instruction, operands[0], operands, 2));
  return om::InitBase(*this, operands[0].as<ClassObject>(), instruction.flag, operands.Take(1),
                      std::move(arguments));
}

}  // namespace fora::interpret
