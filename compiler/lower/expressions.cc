#include <utility>

#include "compiler/lower/function_lowering.h"

namespace fora::lower {

using ir::Op;

// ---- Operators ----

ir::ValueId FunctionLowering::Emit(Op op, std::vector<ValueId> operands, const Span& span) {
  return EmitNamed(op, std::move(operands), "", span);
}

ir::ValueId FunctionLowering::EmitNamed(Op op, std::vector<ValueId> operands, const std::string& name,
                                        const Span& span) {
  ir::Instruction instruction;
  instruction.op = op;
  instruction.site = Site(span);
  instruction.operands = std::move(operands);
  instruction.name = name;
  return builder_.Emit(std::move(instruction));
}

ir::ValueId FunctionLowering::EmitUnsupported(const std::string& message, const Span& span) {
  return EmitNamed(Op::kUnsupported, {}, message, span);
}

ir::ValueId FunctionLowering::EmitLinked(const Linked& linked, const Span& span) {
  if (linked.unsupported.has_value()) return EmitUnsupported(*linked.unsupported, span);
  return builder_.Emit(module_.Load(linked.value));
}

ir::ValueId FunctionLowering::EmitNone() { return builder_.Emit(module_.Load(Value::None())); }

ir::ValueId FunctionLowering::EmitBool(bool value) { return builder_.Emit(module_.Load(Value::Bool(value))); }

ir::ValueId FunctionLowering::EmitText(const std::string& text) {
  return builder_.Emit(module_.LoadConstant(source::StrConstant{text}));
}

ir::ValueId FunctionLowering::EmitBuiltin(const std::string& name, const Span& span) {
  std::optional<Linked> found = module_.Builtin(name);
  return found.has_value() ? EmitLinked(*found, span) : EmitNamed(Op::kNameError, {}, name, span);
}

ir::ValueId FunctionLowering::EmitCall(ValueId callee, std::vector<ValueId> arguments, const Span& span) {
  ir::Instruction call;
  call.op = Op::kCall;
  call.site = Site(span);
  call.call =
      std::make_shared<ir::CallShape>(arguments.size(), ir::Argument{ir::ArgumentKind::kPositional, ""});
  call.operands = {callee};
  call.operands.insert(call.operands.end(), arguments.begin(), arguments.end());
  return builder_.Emit(std::move(call));
}

ir::ValueId FunctionLowering::Truth(ValueId value, const Span& span) {
  return Emit(Op::kTruth, {value}, span);
}

ir::BlockId FunctionLowering::SealedJump() {
  BlockId next = builder_.NewBlock();
  builder_.Jump(next);
  builder_.Seal(next);
  return next;
}

source::Span AttributeSpan(const source::Span& attribute, const std::string& name) {
  if (attribute.line == attribute.end_line) return attribute;
  source::Span span = attribute;
  span.line = span.end_line;
  span.column = span.end_column - std::min<uint32_t>(span.end_column, static_cast<uint32_t>(name.size()));
  return span;
}

// ---- Expressions ----

ir::ValueId FunctionLowering::Lower(const ast::Expression& expression) {
  return std::visit([&](const auto& node) { return LowerExpression(node, expression.span); },
                    expression.node);
}

ir::ValueId FunctionLowering::LowerOptional(const ast::ExpressionPtr& expression) {
  return expression == nullptr ? EmitNone() : Lower(*expression);
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Constant& e, const Span&) {
  return builder_.Emit(module_.LoadConstant(e.value));
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Name& e, const Span& span) {
  if (e.variable != nullptr) return ReadVariable(*e.variable, span);
  if (e.object.has_value()) return EmitLinked(module_.Object(*e.object), span);
  return EmitBuiltin(e.id, span);
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Unary& e, const Span& span) {
  const auto* constant = e.op == UnaryOp::kNeg ? e.operand->as<ast::Constant>() : nullptr;
  if (constant != nullptr) {
    if (const auto* i = std::get_if<int64_t>(&constant->value); i != nullptr && *i != INT64_MIN) {
      return builder_.Emit(module_.LoadConstant(-*i));
    }
    if (const auto* d = std::get_if<double>(&constant->value))
      return builder_.Emit(module_.LoadConstant(-*d));
  }
  ir::Instruction unary;
  unary.op = Op::kUnary;
  unary.unary = e.op;
  unary.operands = {Lower(*e.operand)};
  unary.site = Site(span);
  return builder_.Emit(std::move(unary));
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Binary& e, const Span& span) {
  ir::Instruction binary;
  binary.op = Op::kBinary;
  binary.binary = e.op;
  ValueId left = Lower(*e.left);
  binary.operands = {left, Lower(*e.right)};
  binary.site = Site(span);
  return builder_.Emit(std::move(binary));
}

ir::ValueId FunctionLowering::LowerExpression(const ast::BoolOp& e, const Span& span) {
  BlockId end = builder_.NewBlock();
  for (size_t i = 0; i < e.values.size(); ++i) {
    ValueId value = Lower(*e.values[i]);
    builder_.Write(&e, "", value);
    if (i + 1 == e.values.size()) break;
    BlockId next = builder_.NewBlock();
    ValueId test = Truth(value, span);
    builder_.Branch(test, e.is_and ? next : end, e.is_and ? end : next);
    builder_.Seal(next);
    builder_.SwitchTo(next);
  }
  builder_.Jump(end);
  builder_.Seal(end);
  builder_.SwitchTo(end);
  return builder_.Read(&e, "");
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Compare& e, const Span& span) {
  auto compare = [&](CompareOp op, ValueId left, ValueId right) {
    ir::Instruction instruction;
    instruction.op = Op::kCompare;
    instruction.compare = op;
    instruction.operands = {left, right};
    instruction.site = Site(span);
    return builder_.Emit(std::move(instruction));
  };
  ValueId left = Lower(*e.first);
  if (e.ops.size() == 1) return compare(e.ops[0], left, Lower(*e.rest[0]));
  BlockId end = builder_.NewBlock();
  for (size_t i = 0; i < e.ops.size(); ++i) {
    ValueId right = Lower(*e.rest[i]);
    ValueId result = compare(e.ops[i], left, right);
    builder_.Write(&e, "", result);
    left = right;
    if (i + 1 == e.ops.size()) break;
    BlockId next = builder_.NewBlock();
    ValueId test = Truth(result, span);
    builder_.Branch(test, next, end);
    builder_.Seal(next);
    builder_.SwitchTo(next);
  }
  builder_.Jump(end);
  builder_.Seal(end);
  builder_.SwitchTo(end);
  return builder_.Read(&e, "");
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Conditional& e, const Span&) {
  BlockId yes = builder_.NewBlock(), no = builder_.NewBlock(), end = builder_.NewBlock();
  LowerCondition(*e.test, yes, no);
  for (auto [block, value] : {std::pair(yes, e.then.get()), std::pair(no, e.otherwise.get())}) {
    builder_.Seal(block);
    builder_.SwitchTo(block);
    builder_.Write(&e, "", Lower(*value));
    builder_.Jump(end);
  }
  builder_.Seal(end);
  builder_.SwitchTo(end);
  return builder_.Read(&e, "");
}

void FunctionLowering::LowerCondition(const ast::Expression& expression, BlockId yes, BlockId no) {
  if (const auto* unary = expression.as<ast::Unary>(); unary != nullptr && unary->op == UnaryOp::kNot) {
    return LowerCondition(*unary->operand, no, yes);
  }
  if (const auto* op = expression.as<ast::BoolOp>()) {
    for (size_t i = 0; i + 1 < op->values.size(); ++i) {
      BlockId next = builder_.NewBlock();
      LowerCondition(*op->values[i], op->is_and ? next : yes, op->is_and ? no : next);
      builder_.Seal(next);
      builder_.SwitchTo(next);
    }
    return LowerCondition(*op->values.back(), yes, no);
  }
  if (const auto* constant = expression.as<ast::Constant>()) {
    // As CPython's compiler does, so that `while True` has no way out but `break`.
    if (const auto* known = std::get_if<bool>(&constant->value)) return builder_.Jump(*known ? yes : no);
    if (const auto* number = std::get_if<int64_t>(&constant->value))
      return builder_.Jump(*number != 0 ? yes : no);
  }
  ValueId value = Lower(expression);
  builder_.Branch(Truth(value, expression.span), yes, no);
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Attribute& e, const Span& span) {
  ValueId value = Lower(*e.value);
  // FIR doesn't say which exception is being handled when another is raised.
  if (e.name == "__traceback__") return EmitUnsupported("'__traceback__' is not supported", span);
  return EmitNamed(Op::kGetAttr, {value}, e.name, AttributeSpan(span, e.name));
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Subscript& e, const Span& span) {
  ValueId value = Lower(*e.value);
  return Emit(Op::kGetItem, {value, Lower(*e.index)}, span);
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Slice& e, const Span& span) {
  ValueId start = LowerOptional(e.start);
  ValueId stop = LowerOptional(e.stop);
  return Emit(Op::kSlice, {start, stop, LowerOptional(e.step)}, span);
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Sequence& e, const Span& span) {
  bool starred = false;
  for (const auto& item : e.items) starred = starred || item->as<ast::Starred>() != nullptr;
  if (starred) {
    ValueId list = ListOf(e.items, span);
    return e.is_tuple ? Emit(Op::kListToTuple, {list}, span) : list;
  }
  std::vector<ValueId> items;
  for (const auto& item : e.items) items.push_back(Lower(*item));
  return Emit(e.is_tuple ? Op::kTuple : Op::kList, std::move(items), span);
}

// Runs of plain items become tuples that extend the list, in order with what is starred.
ir::ValueId FunctionLowering::ListOf(const std::vector<ast::ExpressionPtr>& items, const Span& span) {
  std::optional<ValueId> list;
  std::vector<ValueId> plain;
  auto flush = [&] {
    if (!list.has_value()) {
      list = Emit(Op::kList, std::exchange(plain, {}), span);
    } else if (!plain.empty()) {
      list = Emit(Op::kListExtend, {*list, Emit(Op::kTuple, std::exchange(plain, {}), span)}, span);
    }
  };
  for (const auto& item : items) {
    const auto* starred = item->as<ast::Starred>();
    if (starred == nullptr) {
      plain.push_back(Lower(*item));
      continue;
    }
    flush();
    ValueId more = Lower(*starred->value);
    list = Emit(Op::kListExtend, {*list, more}, span);
  }
  flush();
  return *list;
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Starred&, const Span& span) {
  return EmitUnsupported("a starred expression is not supported here", span);
}

void FunctionLowering::LowerArguments(const std::vector<ast::CallArgument>& arguments, size_t first,
                                      ir::Instruction& call) {
  static constexpr ir::ArgumentKind kKinds[] = {ir::ArgumentKind::kPositional, ir::ArgumentKind::kStar,
                                                ir::ArgumentKind::kKeyword, ir::ArgumentKind::kDoubleStar};
  auto shape = std::make_shared<ir::CallShape>();
  for (size_t i = first; i < arguments.size(); ++i) {
    call.operands.push_back(Lower(*arguments[i].value));
    shape->push_back({kKinds[static_cast<size_t>(arguments[i].kind)], arguments[i].name});
  }
  call.call = std::move(shape);
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Call& e, const Span& span) {
  const auto* attribute = e.callee->as<ast::Attribute>();
  if (attribute != nullptr && attribute->name == "pop" && attribute->value->as<ast::Super>() == nullptr)
    return LowerPop(e, *attribute);
  ir::Instruction call;
  call.op = Op::kCall;
  Span site = span;
  call.operands = {Lower(*e.callee)};
  bool plain = true;
  for (const auto& argument : e.arguments) {
    plain = plain && argument.kind != ast::CallArgument::Kind::kStar &&
            argument.kind != ast::CallArgument::Kind::kDoubleStar;
  }
  // CPython puts a method call on the line of the method's name, unless arguments are starred.
  if (const auto* method = e.callee->as<ast::Attribute>(); method != nullptr && plain) {
    site = AttributeSpan(e.callee->span, method->name);
  }
  LowerArguments(e.arguments, 0, call);
  call.site = Site(site);
  return builder_.Emit(std::move(call));
}

bool FunctionLowering::IsSupportedSuper(const ast::Super& e) const {
  const auto* name = e.callee->as<ast::Name>();
  if (name == nullptr || name->variable != nullptr) return false;
  if (!name->object.has_value()) return true;
  const auto* builtin = std::get_if<source::BuiltinObject>(&module_.source().objects[*name->object]);
  return builtin != nullptr && builtin->name == "super";
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Super& e, const Span& span) {
  if (!IsSupportedSuper(e))
    return EmitUnsupported("'super' as the name of something else is not supported", span);
  ValueId class_object = Lower(*e.class_object);
  return Emit(Op::kSuper, {class_object, Lower(*e.self)}, span);
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Lambda& e, const Span& span) {
  return MakeFunction(*e.function, span);
}

namespace {

// Displays, comprehensions and calls of builtins that give an iterable: iter() of them can't fail.
bool IsIterable(const ast::Expression& e) {
  if (e.as<ast::Sequence>() != nullptr || e.as<ast::Comprehension>() != nullptr) return true;
  const auto* call = e.as<ast::Call>();
  const auto* name = call == nullptr ? nullptr : call->callee->as<ast::Name>();
  if (name == nullptr || name->variable != nullptr) return false;
  for (const char* known :
       {"range", "enumerate", "zip", "map", "filter", "reversed", "sorted", "list", "tuple"}) {
    if (name->id == known) return true;
  }
  return false;
}

}  // namespace

ir::ValueId FunctionLowering::LowerExpression(const ast::Comprehension& e, const Span& span) {
  ValueId iterable = Lower(*e.iterable);
  // CPython asks for the iterator here and now. The generator takes the iterable itself, which may be
  // splittable.
  if (!IsIterable(*e.iterable)) Emit(Op::kIter, {iterable}, span);
  for (const ast::Variable* variable : e.element->shared) {
    ValueId unbound = Emit(Op::kUnboundValue, {}, span);
    builder_.Write(variable, variable->name, Emit(Op::kMakeCell, {unbound}, span));
  }
  ValueId element = MakeFunction(*e.element, span);
  ir::Instruction generator;
  generator.op = Op::kGenerator;
  generator.operands = {iterable, element};
  generator.flag = e.flatten;
  generator.site = Site(span);
  ValueId result = builder_.Emit(std::move(generator));
  return e.is_list ? Emit(Op::kCollect, {result}, span) : result;
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Walrus& e, const Span&) {
  ValueId value = Lower(*e.value);
  AssignTo(*e.target, value);
  return value;
}

ir::ValueId FunctionLowering::LowerExpression(const ast::FormattedValue& e, const Span& span) {
  ir::Instruction format;
  format.op = Op::kFormat;
  ValueId value = Lower(*e.value);
  ValueId spec = e.spec == nullptr ? EmitText("") : Lower(*e.spec);
  format.operands = {value, spec};
  format.index = e.conversion;
  format.site = Site(span);
  return builder_.Emit(std::move(format));
}

ir::ValueId FunctionLowering::LowerExpression(const ast::JoinedString& e, const Span& span) {
  std::vector<ValueId> parts;
  for (const auto& part : e.parts) parts.push_back(Lower(*part));
  if (parts.empty()) return EmitText("");
  return Emit(Op::kJoinStr, std::move(parts), span);
}

ir::ValueId FunctionLowering::LowerExpression(const ast::Unsupported& e, const Span& span) {
  return EmitUnsupported(e.message, span);
}

}  // namespace fora::lower
