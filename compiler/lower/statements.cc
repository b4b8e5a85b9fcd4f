#include <algorithm>
#include <utility>

#include "compiler/lower/function_lowering.h"

namespace fora::lower {

using ast::Capture;
using ir::Op;

namespace {

// Methods that change their object: as statements they assign the variable that holds it.
constexpr std::string_view kUpdatingMethods[] = {"append",  "extend", "insert",  "pop",    "remove",
                                                 "clear",   "sort",   "reverse", "update", "setdefault",
                                                 "popitem", "add",    "discard"};

}  // namespace

void FunctionLowering::Lower(const ast::Body& body) {
  for (const auto& statement : body) {
    if (builder_.terminated()) return;  // nothing after it runs
    Lower(*statement);
  }
}

void FunctionLowering::Lower(const ast::Statement& statement) {
  std::visit([&](const auto& node) { LowerStatement(node, statement.span); }, statement.node);
}

void FunctionLowering::LowerFunction() {
  ir::Function& code = builder_.function();
  for (const ast::Variable* variable : function_->captures) {
    ValueId value = builder_.AddParameter(ir::BlockId(0), variable->name);
    if (module_.MayBeUnbound(variable)) builder_.MayBeUnbound(value);
    builder_.Write(variable, variable->name, value);
    code.captures.push_back(variable->name);
  }
  for (const ast::Parameter& parameter : function_->parameters) {
    ValueId value = builder_.AddParameter(ir::BlockId(0), parameter.variable->name);
    builder_.Write(parameter.variable, parameter.variable->name, value);
  }
  DeclareLocals(nullptr);
  if (function_->role != ast::Function::Role::kPlain &&
      (function_->parameters.empty() || function_->parameters[0].kind > ast::Parameter::Kind::kPositional)) {
    EmitUnsupported("'" + function_->name + "' without a first parameter is not supported", function_->span);
  }
  if (function_->role == ast::Function::Role::kSetter && GivesSelf()) return LowerSetter();
  if (function_->kind == ast::Function::Kind::kDef) {
    Lower(function_->body);
    ReturnValue(EmitNone(), true, function_->span);
    return;
  }
  if (function_->kind == ast::Function::Kind::kElement) {
    AssignTo(*function_->target, builder_.Read(function_->parameters[0].variable, ""));
    if (!function_->conditions.empty()) {
      BlockId refused = builder_.NewBlock();
      for (const auto& condition : function_->conditions) {
        BlockId next = builder_.NewBlock();
        LowerCondition(*condition, next, refused);
        builder_.Seal(next);
        builder_.SwitchTo(next);
      }
      builder_.Return(Lower(*function_->result));
      builder_.Seal(refused);
      builder_.SwitchTo(refused);
      builder_.Return(Emit(Op::kSkip, {}, function_->span));
      return;
    }
  }
  builder_.Return(Lower(*function_->result));
}

// What it returns is of no interest. If it raises, its object is as it was then.
void FunctionLowering::LowerSetter() {
  BlockId landing = builder_.NewLanding();
  builder_.SetHandler(landing);
  if (function_->kind == ast::Function::Kind::kDef) {
    Lower(function_->body);
  } else {
    Lower(*function_->result);
  }
  builder_.SetHandler(std::nullopt);
  ReturnValue(EmitNone(), true, function_->span);

  const ast::Variable& self = *function_->parameters[0].variable;
  ValueId exception = BeginLanding(landing);
  builder_.Raise({exception, ReadVariable(self, function_->span)}, true, ir::SiteId(0));
}

void FunctionLowering::LowerBlock(const ast::Unit& unit, const std::vector<std::string>& results,
                                  std::vector<std::string>& result_names) {
  DeclareLocals(&unit);
  std::vector<const ast::Variable*> wanted;
  for (const auto& variable : scope_.variables) {
    if (!results.empty() && std::find(results.begin(), results.end(), variable->name) == results.end())
      continue;
    wanted.push_back(variable.get());
    result_names.push_back(variable->name);
  }
  // What is assigned when an exception leaves the block is given back with it.
  BlockId landing = builder_.NewLanding();
  builder_.SetHandler(landing);
  Lower(unit.body);
  builder_.SetHandler(std::nullopt);
  builder_.Return(Results(wanted));

  ValueId exception = BeginLanding(landing);
  builder_.Raise({exception, Results(wanted)}, true, ir::SiteId(0));
}

// The tuple of the block's results as of now: unbound where the block has not assigned the name.
ir::ValueId FunctionLowering::Results(const std::vector<const ast::Variable*>& variables) {
  std::vector<ValueId> values;
  for (const ast::Variable* variable : variables) {
    ValueId value = ReadRaw(*variable);
    if (variable->capture == Capture::kCell) value = Emit(Op::kGetCell, {value}, {});
    if (HasOutsideValue(*variable)) value = UnlessUnchanged(*variable, value);
    values.push_back(value);
  }
  return Emit(Op::kTuple, std::move(values), {});
}

// A name that had a value before the block is a result only if the block has assigned it.
ir::ValueId FunctionLowering::UnlessUnchanged(const ast::Variable& variable, ValueId value) {
  BlockId assigned = builder_.NewBlock(), unchanged = builder_.NewBlock(), end = builder_.NewBlock();
  builder_.Branch(Truth(builder_.Read(AssignedKey(variable), ""), {}), assigned, unchanged);
  for (BlockId block : {assigned, unchanged}) {
    builder_.Seal(block);
    builder_.SwitchTo(block);
    builder_.Write(AssignedKey(variable), "", block == assigned ? value : Emit(Op::kUnboundValue, {}, {}));
    builder_.Jump(end);
  }
  builder_.Seal(end);
  builder_.SwitchTo(end);
  return builder_.Read(AssignedKey(variable), "");
}

void FunctionLowering::ReturnValue(ValueId value, bool is_none, const Span& span) {
  if (builder_.terminated()) return;
  if (!GivesSelf()) return builder_.Return(value);
  const ast::Variable& self = *function_->parameters[0].variable;
  if (!is_none && function_->role == ast::Function::Role::kInit) {
    ir::Instruction test;
    test.op = Op::kCompare;
    test.compare = CompareOp::kIs;
    test.operands = {value, EmitNone()};
    BlockId good = builder_.NewBlock(), bad = builder_.NewBlock();
    builder_.Branch(Truth(builder_.Emit(std::move(test)), span), good, bad);
    builder_.Seal(bad);
    builder_.SwitchTo(bad);
    ValueId type = EmitCall(EmitBuiltin("type", span), {value}, span);
    ValueId name = EmitNamed(Op::kGetAttr, {type}, "__name__", span);
    ValueId text =
        Emit(Op::kJoinStr, {EmitText("__init__() should return None, not '"), name, EmitText("'")}, span);
    builder_.Raise({EmitCall(EmitBuiltin("TypeError", span), {text}, span)}, false, Site(span));
    builder_.Seal(good);
    builder_.SwitchTo(good);
  }
  builder_.Return(ReadVariable(self, span));
}

void FunctionLowering::LowerStatement(const ast::ExpressionStatement& s, const Span&) {
  if (s.value->as<ast::Constant>() != nullptr) return;  // docstrings
  if (const auto* call = s.value->as<ast::Call>()) {
    if (LowerInitBase(*call, s.value->span) || LowerMethodUpdate(*call)) return;
  }
  Lower(*s.value);
}

// super().__init__(...) and Base.__init__(self, ...) in an __init__.
bool FunctionLowering::LowerInitBase(const ast::Call& call, const Span& span) {
  const auto* callee = call.callee->as<ast::Attribute>();
  if (!GivesSelf() || function_->role != ast::Function::Role::kInit) return false;
  if (callee == nullptr || callee->name != "__init__") return false;
  const ast::Variable* self = function_->parameters[0].variable;
  auto is_self = [&](const ast::Expression& e) {
    const auto* name = e.as<ast::Name>();
    return name != nullptr && name->variable == self;
  };
  ir::Instruction init;
  init.op = Op::kInitBase;
  const auto* super = callee->value->as<ast::Super>();
  if (super != nullptr) {
    if (!is_self(*super->self) || !IsSupportedSuper(*super)) return false;
    init.flag = true;
    init.operands = {Lower(*super->class_object)};
  } else {
    if (call.arguments.empty() || call.arguments[0].kind != ast::CallArgument::Kind::kPositional)
      return false;
    if (!is_self(*call.arguments[0].value)) return false;
    init.operands = {Lower(*callee->value)};
  }
  init.operands.push_back(ReadVariable(*self, span));
  LowerArguments(call.arguments, super != nullptr ? 0 : 1, init);
  init.site = Site(AttributeSpan(call.callee->span, callee->name));
  ValueId changed = builder_.Emit(std::move(init));
  WriteVariable(*self, changed);
  return true;
}

bool FunctionLowering::LowerMethodUpdate(const ast::Call& call) {
  const auto* callee = call.callee->as<ast::Attribute>();
  if (callee == nullptr) return false;
  bool updates = std::find(std::begin(kUpdatingMethods), std::end(kUpdatingMethods), callee->name) !=
                 std::end(kUpdatingMethods);
  if (!updates) return false;
  const Place place = LowerPlace(*callee->value);
  ir::Instruction update;
  update.op = Op::kMethodUpdate;
  update.name = callee->name;
  LowerArguments(call.arguments, 0, update);
  update.site = Site(AttributeSpan(call.callee->span, callee->name));
  Change(place, std::move(update), Op::kUpdateAt, "." + callee->name);
  return true;
}

// The item that `pop` takes out, and then the list without it.
ir::ValueId FunctionLowering::LowerPop(const ast::Call& call, const ast::Attribute& callee) {
  const Place place = LowerPlace(*callee.value);
  ir::Instruction pop;
  pop.op = Op::kMethodUpdate;
  pop.name = callee.name;
  pop.flag = true;
  LowerArguments(call.arguments, 0, pop);
  pop.site = Site(AttributeSpan(call.callee->span, callee.name));
  ir::Instruction popped = pop;
  popped.op = Op::kPopped;
  popped.flag = false;
  popped.operands.insert(popped.operands.begin(), place.object);
  const ValueId item = builder_.Emit(std::move(popped));
  Change(place, std::move(pop), Op::kUpdateAt, "." + callee.name);
  return item;
}

void FunctionLowering::LowerStatement(const ast::Assign& s, const Span&) {
  if (s.targets.size() == 1 && AssignEach(*s.targets[0], *s.value)) return;
  ValueId value = Lower(*s.value);
  for (const auto& target : s.targets) AssignTo(*target, value);
}

void FunctionLowering::LowerStatement(const ast::Delete& s, const Span& span) {
  for (const auto& target : s.targets) {
    if (const auto* item = target->as<ast::Subscript>()) {
      const Place place = LowerPlace(*item->value);
      ir::Instruction erase;
      erase.op = Op::kMethodUpdate;
      erase.name = "__delitem__";
      erase.operands = {Lower(*item->index)};
      erase.site = Site(target->span);
      Change(place, std::move(erase), Op::kUpdateAt, ".__delitem__");
      continue;
    }
    Lower(*target);
    AssignTo(*target, Emit(Op::kUnboundValue, {}, span));
  }
}

void FunctionLowering::LowerStatement(const ast::Return& s, const Span& span) {
  const auto* constant = s.value == nullptr ? nullptr : s.value->as<ast::Constant>();
  bool is_none = s.value == nullptr ||
                 (constant != nullptr && std::holds_alternative<source::NoneConstant>(constant->value));
  ValueId value = LowerOptional(s.value);
  Leave(0, [&] { ReturnValue(value, is_none, span); });
}

void FunctionLowering::LowerStatement(const ast::Raise& s, const Span& span) {
  if (s.exception == nullptr) {
    auto handler = std::find_if(contexts_.rbegin(), contexts_.rend(), [](const Context& context) {
      return context.kind == Context::Kind::kHandler;
    });
    if (handler == contexts_.rend()) return builder_.Raise({}, true, Site(span));
    return builder_.Raise({handler->exception}, true, Site(span));
  }
  std::vector<ValueId> operands = {Lower(*s.exception)};
  if (s.cause != nullptr) operands.push_back(Lower(*s.cause));
  builder_.Raise(std::move(operands), false, Site(span));
}

void FunctionLowering::LowerStatement(const ast::Assert& s, const Span& span) {
  BlockId holds = builder_.NewBlock(), fails = builder_.NewBlock();
  LowerCondition(*s.test, holds, fails);
  builder_.Seal(fails);
  builder_.SwitchTo(fails);
  ValueId error = EmitBuiltin("AssertionError", span);
  if (s.message != nullptr) error = EmitCall(error, {Lower(*s.message)}, span);
  builder_.Raise({error}, false, Site(span));
  builder_.Seal(holds);
  builder_.SwitchTo(holds);
}

void FunctionLowering::LowerStatement(const ast::If& s, const Span&) {
  BlockId yes = builder_.NewBlock(), no = builder_.NewBlock(), end = builder_.NewBlock();
  LowerCondition(*s.test, yes, no);
  for (auto [block, body] : {std::pair(yes, &s.then), std::pair(no, &s.otherwise)}) {
    builder_.Seal(block);
    builder_.SwitchTo(block);
    Lower(*body);
    builder_.Jump(end);
  }
  builder_.Seal(end);
  builder_.SwitchTo(end);
}

void FunctionLowering::LowerStatement(const ast::While& s, const Span&) {
  BlockId header = builder_.NewBlock(), body = builder_.NewBlock(), otherwise = builder_.NewBlock();
  builder_.Jump(header);
  builder_.SwitchTo(header);
  LowerCondition(*s.test, body, otherwise);
  builder_.Seal(body);
  builder_.SwitchTo(body);
  LowerLoop(s.body, s.otherwise, header, otherwise);
}

// The body of a loop, at its beginning in the current block, and what follows the test or the iterator that
// ends it.
void FunctionLowering::LowerLoop(const ast::Body& body, const ast::Body& otherwise, BlockId header,
                                 BlockId ended) {
  const BlockId end = builder_.NewBlock();
  contexts_.push_back({.kind = Context::Kind::kLoop, .break_to = end, .continue_to = header});
  Lower(body);
  contexts_.pop_back();
  builder_.Jump(header);
  builder_.Seal(header);
  builder_.Seal(ended);
  builder_.SwitchTo(ended);
  Lower(otherwise);
  builder_.Jump(end);
  builder_.Seal(end);
  builder_.SwitchTo(end);
}

void FunctionLowering::LowerStatement(const ast::For& s, const Span& span) {
  BlockId header = builder_.NewBlock(), body = builder_.NewBlock(), otherwise = builder_.NewBlock();
  ValueId iterable = Lower(*s.iterable);
  builder_.Write(&s, "", Emit(Op::kIter, {iterable}, span));
  builder_.Jump(header);
  builder_.SwitchTo(header);
  ValueId element = builder_.AddParameter(body);
  ValueId advanced = builder_.AddParameter(body);
  builder_.Next(builder_.Read(&s, ""), body, otherwise, Site(span));
  builder_.Seal(body);
  builder_.SwitchTo(body);
  builder_.Write(&s, "", advanced);
  AssignTo(*s.target, element);
  LowerLoop(s.body, s.otherwise, header, otherwise);
}

ir::ValueId FunctionLowering::Decorate(const std::vector<ast::ExpressionPtr>& decorators,
                                       const std::vector<ValueId>& values, ValueId made) {
  for (size_t i = decorators.size(); i-- > 0;) made = EmitCall(values[i], {made}, decorators[i]->span);
  return made;
}

void FunctionLowering::LowerStatement(const ast::FunctionDef& s, const Span& span) {
  const auto* name = s.target->as<ast::Name>();
  if (name != nullptr && name->variable != nullptr && name->variable->capture == Capture::kStatic) {
    Linked made = module_.Static(*name->variable);
    // A class that can't be made says so here.
    if (!made.unsupported.has_value()) return WriteVariable(*name->variable, EmitLinked(made, span));
  }
  std::vector<ValueId> decorators;
  for (const auto& decorator : s.decorators) decorators.push_back(Lower(*decorator));
  ValueId made = MakeFunction(*s.function, span);
  AssignTo(*s.target, Decorate(s.decorators, decorators, made));
}

void FunctionLowering::LowerStatement(const ast::ClassDef& s, const Span& span) {
  const auto* name = s.target->as<ast::Name>();
  if (name != nullptr && name->variable != nullptr && name->variable->capture == Capture::kStatic) {
    Linked made = module_.Static(*name->variable);
    // A class that can't be made says so here.
    if (!made.unsupported.has_value()) return WriteVariable(*name->variable, EmitLinked(made, span));
  }
  std::vector<ValueId> decorators;
  for (const auto& decorator : s.decorators) decorators.push_back(Lower(*decorator));
  ValueId made = LowerClass(s, span);
  AssignTo(*s.target, Decorate(s.decorators, decorators, made));
}

void FunctionLowering::LowerStatement(const ast::Import& s, const Span& span) {
  for (const auto& item : s.items)
    AssignTo(*item.target, EmitLinked(module_.Import(item.module, item.member), span));
}

size_t FunctionLowering::InnermostLoop() const {
  size_t depth = contexts_.size();
  while (depth > 0 && contexts_[depth - 1].kind != Context::Kind::kLoop) --depth;
  return depth;
}

void FunctionLowering::LowerStatement(const ast::Break&, const Span&) {
  size_t depth = InnermostLoop();  // parse knows that there is one
  BlockId target = contexts_[depth - 1].break_to;
  Leave(depth, [&] { builder_.Jump(target); });
}

void FunctionLowering::LowerStatement(const ast::Continue&, const Span&) {
  size_t depth = InnermostLoop();
  BlockId target = contexts_[depth - 1].continue_to;
  Leave(depth, [&] { builder_.Jump(target); });
}

void FunctionLowering::LowerStatement(const ast::Pass&, const Span&) {}

void FunctionLowering::LowerStatement(const ast::Unsupported& s, const Span& span) {
  EmitUnsupported(s.message, span);
}

}  // namespace fora::lower
