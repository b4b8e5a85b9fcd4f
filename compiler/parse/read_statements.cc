#include "compiler/parse/node_fields.h"
#include "compiler/parse/reader.h"

namespace fora::parse {
namespace {

using ast::Body;
using ast::ExpressionPtr;
using ast::Statement;

struct InplaceRow {
  std::string_view word;
  BinaryOp op;
};
constexpr InplaceRow kInplaceWords[] = {
    {"Add", BinaryOp::kAdd},     {"Sub", BinaryOp::kSub},           {"Mult", BinaryOp::kMul},
    {"Div", BinaryOp::kTrueDiv}, {"FloorDiv", BinaryOp::kFloorDiv}, {"Mod", BinaryOp::kMod},
    {"Pow", BinaryOp::kPow},     {"MatMult", BinaryOp::kMatMul},    {"LShift", BinaryOp::kShl},
    {"RShift", BinaryOp::kShr},  {"BitAnd", BinaryOp::kAnd},        {"BitOr", BinaryOp::kOr},
    {"BitXor", BinaryOp::kXor},
};

}  // namespace

struct Reader::StatementRow {
  std::string_view word;
  StatementReader read;
  const char* unsupported = nullptr;
  bool in_class_body = false;
};

const Reader::StatementRow Reader::kStatements[] = {
    {"Expr", &Reader::ReadExpressionStatement, nullptr, true},
    {"Assign", &Reader::ReadAssign, nullptr, true},
    {"AugAssign", &Reader::ReadAugmentedAssign, nullptr, true},
    {"AnnAssign", &Reader::ReadAnnotatedAssign, nullptr, true},
    {"Delete", &Reader::ReadDelete},
    {"Return", &Reader::ReadReturn},
    {"Raise", &Reader::ReadRaise},
    {"Assert", &Reader::ReadAssert},
    {"If", &Reader::ReadIf},
    {"While", &Reader::ReadWhile},
    {"For", &Reader::ReadFor},
    {"Try", &Reader::ReadTry},
    {"FunctionDef", &Reader::ReadFunctionDef, nullptr, true},
    {"ClassDef", &Reader::ReadClassDef, nullptr, true},
    {"Import", &Reader::ReadImport, nullptr, true},
    {"ImportFrom", &Reader::ReadImportFrom, nullptr, true},
    {"Global", &Reader::ReadGlobal},
    {"Nonlocal", &Reader::ReadNonlocal},
    {"Pass", &Reader::ReadPass, nullptr, true},
    {"Break", &Reader::ReadBreak},
    {"Continue", &Reader::ReadContinue},
    {"With", nullptr, "'with' statements are not supported"},
    {"Match", nullptr, "'match' statements are not supported"},
    {"TryStar", nullptr, "'except*' is not supported"},
    {"AsyncFunctionDef", nullptr, "'async def' is not supported"},
    {"AsyncFor", nullptr, "'async for' is not supported"},
    {"AsyncWith", nullptr, "'async with' is not supported"},
};

std::unique_ptr<Statement> Reader::ReadStatement(const source::Node& node) {
  auto statement = std::make_unique<Statement>();
  statement->span = node.span;
  const StatementRow* found = nullptr;
  for (const StatementRow& row : kStatements) {
    if (row.word == node.kind) found = &row;
  }
  if (found == nullptr) {
    UnsupportedStatement("'" + node.kind + "' is not supported", *statement);
  } else if (found->read == nullptr) {
    UnsupportedStatement(found->unsupported, *statement);
  } else if (scope_->kind == ast::Scope::Kind::kClass && !found->in_class_body) {
    UnsupportedStatement("only assignments and definitions are supported in a class body", *statement);
  } else {
    (this->*found->read)(node, *statement);
  }
  return statement;
}

Body Reader::ReadBody(const source::NodeList& nodes) {
  Body body;
  for (const auto& node : nodes) {
    if (node != nullptr) body.push_back(ReadStatement(*node));
  }
  return body;
}

Body Reader::ReadFrameBody(const source::NodeList& nodes) {
  Body body;
  ast::Scope* frame_scope = scope_;
  for (const auto& node : nodes) {
    if (node == nullptr) continue;
    uint32_t begin = position_;
    body.push_back(ReadStatement(*node));
    log_.frames[frame_scope].statements.push_back({body.back().get(), begin, position_});
  }
  return body;
}

void Reader::UnsupportedStatement(std::string message, Statement& out) {
  Report(message, out.span);
  out.node = ast::Unsupported{std::move(message)};
}

void Reader::ReadExpressionStatement(const source::Node& node, Statement& out) {
  out.node = ast::ExpressionStatement{Read(NodeAt(node, 0))};
}

ExpressionPtr Reader::BindName(const std::string& id, source::Span span) {
  Bind(id);
  ExpressionPtr name = UseName(id, span);
  if (log_.uses.back().global && scope_->kind != ast::Scope::Kind::kBlock && scope_->Find(id) == nullptr) {
    Report("assignment to a global variable is not supported", span);
    name->node = ast::Unsupported{"assignment to a global variable is not supported"};
    log_.uses.pop_back();
    return name;
  }
  LogAssign(name->as<ast::Name>());
  return name;
}

ExpressionPtr Reader::ReadTarget(const source::Node* node) {
  if (node == nullptr) return UnsupportedExpression("malformed syntax: a target is missing", {});
  if (node->kind == "Name") return BindName(Mangled(WordAt(*node, 0)), node->span);
  if (node->kind == "Attribute" || node->kind == "Subscript") return Read(node);
  if (node->kind == "Starred") {
    auto starred = std::make_unique<ast::Expression>();
    starred->span = node->span;
    starred->node = ast::Starred{ReadTarget(NodeAt(*node, 0))};
    return starred;
  }
  if (node->kind != "Tuple" && node->kind != "List") {
    return UnsupportedExpression("'" + node->kind + "' is not supported as a target", node->span);
  }
  auto sequence = std::make_unique<ast::Expression>();
  sequence->span = node->span;
  ast::Sequence items{true, {}};
  for (const auto& item : NodesAt(*node, 0)) items.items.push_back(ReadTarget(item.get()));
  sequence->node = std::move(items);
  return sequence;
}

void Reader::ReadAssign(const source::Node& node, Statement& out) {
  ast::Assign assign{{}, Read(NodeAt(node, 1))};
  for (const auto& target : NodesAt(node, 0)) assign.targets.push_back(ReadTarget(target.get()));
  out.node = std::move(assign);
}

void Reader::ReadAugmentedAssign(const source::Node& node, Statement& out) {
  const InplaceRow* found = nullptr;
  for (const InplaceRow& row : kInplaceWords) {
    if (row.word == WordAt(node, 1)) found = &row;
  }
  if (found == nullptr) return UnsupportedStatement("malformed syntax: an unknown operator", out);
  // The target is read before the value is evaluated, and assigned after.
  ExpressionPtr value;
  ExpressionPtr target;
  const source::Node* target_node = NodeAt(node, 0);
  if (target_node != nullptr && target_node->kind == "Name") {
    value = Read(NodeAt(node, 2));
    target = ReadTarget(target_node);
  } else {
    target = ReadTarget(target_node);
    value = Read(NodeAt(node, 2));
  }
  out.node = ast::AugmentedAssign{std::move(target), found->op, std::move(value)};
}

// Annotations are not evaluated; a name that is only annotated is local all the same.
void Reader::ReadAnnotatedAssign(const source::Node& node, Statement& out) {
  const source::Node* target = NodeAt(node, 0);
  if (NodeAt(node, 2) == nullptr) {
    if (target != nullptr && target->kind == "Name" && scope_->kind != ast::Scope::Kind::kClass) {
      Bind(Mangled(WordAt(*target, 0)));
    }
    out.node = ast::Pass{};
    return;
  }
  ast::Assign assign{{}, Read(NodeAt(node, 2))};
  assign.targets.push_back(ReadTarget(target));
  out.node = std::move(assign);
}

void Reader::ReadDelete(const source::Node& node, Statement& out) {
  for (const auto& target : NodesAt(node, 0)) {
    if (target == nullptr || (target->kind != "Name" && target->kind != "Subscript")) {
      return UnsupportedStatement("'del' of anything but a name or an item is not supported", out);
    }
  }
  ast::Delete deleted;
  for (const auto& target : NodesAt(node, 0)) deleted.targets.push_back(ReadTarget(target.get()));
  out.node = std::move(deleted);
}

void Reader::ReadReturn(const source::Node& node, Statement& out) {
  if (scope_->function == nullptr)
    return UnsupportedStatement("'return' outside a function is not supported", out);
  out.node = ast::Return{ReadOptional(NodeAt(node, 0))};
}

void Reader::ReadRaise(const source::Node& node, Statement& out) {
  ExpressionPtr exception = ReadOptional(NodeAt(node, 0));
  out.node = ast::Raise{std::move(exception), ReadOptional(NodeAt(node, 1))};
}

void Reader::ReadAssert(const source::Node& node, Statement& out) {
  ExpressionPtr test = Read(NodeAt(node, 0));
  out.node = ast::Assert{std::move(test), ReadOptional(NodeAt(node, 1))};
}

void Reader::ReadIf(const source::Node& node, Statement& out) {
  ExpressionPtr test = Read(NodeAt(node, 0));
  Body then = ReadBody(NodesAt(node, 1));
  out.node = ast::If{std::move(test), std::move(then), ReadBody(NodesAt(node, 2))};
}

void Reader::ReadWhile(const source::Node& node, Statement& out) {
  uint32_t begin = position_;
  ExpressionPtr test = Read(NodeAt(node, 0));
  ++loop_depth_;
  Body body = ReadBody(NodesAt(node, 1));
  --loop_depth_;
  frame().loops.push_back({begin, position_});
  out.node = ast::While{std::move(test), std::move(body), ReadBody(NodesAt(node, 2))};
}

void Reader::ReadFor(const source::Node& node, Statement& out) {
  ExpressionPtr iterable = Read(NodeAt(node, 1));
  uint32_t begin = position_;
  ExpressionPtr target = ReadTarget(NodeAt(node, 0));
  ++loop_depth_;
  Body body = ReadBody(NodesAt(node, 2));
  --loop_depth_;
  frame().loops.push_back({begin, position_});
  out.node = ast::For{std::move(target), std::move(iterable), std::move(body), ReadBody(NodesAt(node, 3))};
}

void Reader::ReadTry(const source::Node& node, Statement& out) {
  ast::Try result;
  result.body = ReadBody(NodesAt(node, 0));
  for (const auto& handler : NodesAt(node, 1)) {
    if (handler == nullptr) continue;
    ast::Handler read{handler->span, ReadOptional(NodeAt(*handler, 0)), nullptr, {}};
    const std::string& name = WordAt(*handler, 1);
    if (!name.empty()) read.name = BindName(Mangled(name), handler->span);
    read.body = ReadBody(NodesAt(*handler, 2));
    // The name is unbound again at the end.
    if (read.name != nullptr && read.name->as<ast::Name>() != nullptr) LogAssign(read.name->as<ast::Name>());
    result.handlers.push_back(std::move(read));
  }
  result.otherwise = ReadBody(NodesAt(node, 2));
  result.final = ReadBody(NodesAt(node, 3));
  out.node = std::move(result);
}

namespace {

ast::Function::Role RoleOfMethod(const ast::FunctionDef& def, const std::string& name) {
  const auto* decorator = def.decorators.empty() ? nullptr : def.decorators.back()->as<ast::Attribute>();
  if (decorator != nullptr && decorator->name == "setter") return ast::Function::Role::kSetter;
  return name == "__init__" ? ast::Function::Role::kInit : ast::Function::Role::kPlain;
}

}  // namespace

void Reader::ReadFunctionDef(const source::Node& node, Statement& out) {
  const source::Node* arguments = NodeAt(node, 1);
  if (arguments == nullptr)
    return UnsupportedStatement("malformed syntax: a function without arguments", out);
  const std::string name = WordAt(node, 0);
  ast::FunctionDef def;
  def.decorators = ReadAll(NodesAt(node, 3));
  bool in_class = scope_->kind == ast::Scope::Kind::kClass;
  def.function = ReadFunction(ast::Function::Kind::kDef, *arguments, name, node.span);
  if (in_class) def.function->role = RoleOfMethod(def, name);
  qualname_.push_back({def.function->qualname, true});
  ReadDefBody(node, *def.function);
  qualname_.pop_back();
  LeaveScope();
  LogClosure(def.function.get(), false, nullptr);
  def.target = BindName(Mangled(name), node.span);
  out.node = std::move(def);
}

void Reader::ReadClassDef(const source::Node& node, Statement& out) {
  if (!NodesAt(node, 2).empty())
    return UnsupportedStatement("keywords of class statements are not supported", out);
  for (const auto& base : NodesAt(node, 1)) {
    if (base != nullptr && base->kind == "Starred") {
      return UnsupportedStatement("starred bases of class statements are not supported", out);
    }
  }
  out.node = ast::ClassDef{};
  auto& def = *out.as<ast::ClassDef>();
  def.name = WordAt(node, 0);
  def.qualname = Qualname(def.name);
  def.decorators = ReadAll(NodesAt(node, 4));
  for (const auto& base : NodesAt(node, 1)) def.bases.push_back(Read(base.get()));
  def.scope = EnterScope(ast::Scope::Kind::kClass, nullptr);
  log_.classes[def.scope] = &def;
  qualname_.push_back({def.qualname, false});
  class_names_.push_back(def.name);
  def.body = ReadBody(NodesAt(node, 3));
  class_names_.pop_back();
  qualname_.pop_back();
  LeaveScope();
  def.target = BindName(Mangled(def.name), node.span);
}

void Reader::ReadImport(const source::Node& node, Statement& out) {
  for (const auto& alias : NodesAt(node, 0)) {
    if (alias == nullptr || WordAt(*alias, 0).find('.') != std::string::npos) {
      return UnsupportedStatement("imports of submodules are not supported", out);
    }
  }
  ast::Import import;
  for (const auto& alias : NodesAt(node, 0)) {
    const std::string& module = WordAt(*alias, 0);
    const std::string& as = WordAt(*alias, 1);
    import.items.push_back({module, "", BindName(Mangled(as.empty() ? module : as), alias->span)});
  }
  out.node = std::move(import);
}

void Reader::ReadImportFrom(const source::Node& node, Statement& out) {
  const std::string& module = WordAt(node, 0);
  if (NumberAt(node, 2, 0) != 0 || module.empty())
    return UnsupportedStatement("relative imports are not supported", out);
  if (module == "__future__") {
    out.node = ast::Pass{};
    return;
  }
  for (const auto& alias : NodesAt(node, 1)) {
    if (alias == nullptr || WordAt(*alias, 0) == "*")
      return UnsupportedStatement("'import *' is not supported", out);
  }
  ast::Import import;
  for (const auto& alias : NodesAt(node, 1)) {
    const std::string& member = WordAt(*alias, 0);
    const std::string& as = WordAt(*alias, 1);
    import.items.push_back({module, member, BindName(Mangled(as.empty() ? member : as), alias->span)});
  }
  out.node = std::move(import);
}

void Reader::ReadGlobal(const source::Node& node, Statement& out) {
  for (const std::string& name : WordsAt(node, 0)) declared_[scope_].global.insert(Mangled(name));
  out.node = ast::Pass{};
}

void Reader::ReadNonlocal(const source::Node& node, Statement& out) {
  for (const std::string& name : WordsAt(node, 0)) declared_[scope_].nonlocal.insert(Mangled(name));
  out.node = ast::Pass{};
}

void Reader::ReadPass(const source::Node&, Statement& out) { out.node = ast::Pass{}; }

void Reader::ReadBreak(const source::Node&, Statement& out) {
  if (loop_depth_ == 0) return UnsupportedStatement("'break' outside a loop", out);
  out.node = ast::Break{};
}

void Reader::ReadContinue(const source::Node&, Statement& out) {
  if (loop_depth_ == 0) return UnsupportedStatement("'continue' outside a loop", out);
  out.node = ast::Continue{};
}

}  // namespace fora::parse
