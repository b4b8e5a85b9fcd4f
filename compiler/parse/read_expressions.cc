#include <iterator>
#include <optional>

#include "compiler/parse/node_fields.h"
#include "compiler/parse/reader.h"

namespace fora::parse {
namespace {

using ast::Expression;
using ast::ExpressionPtr;

template <class Node>
ExpressionPtr Make(source::Span span, Node node) {
  auto expression = std::make_unique<Expression>();
  expression->span = span;
  expression->node = std::move(node);
  return expression;
}

template <class Row, size_t n>
const Row* FindRow(const Row (&rows)[n], std::string_view word) {
  for (const Row& row : rows) {
    if (row.word == word) return &row;
  }
  return nullptr;
}

struct BinaryRow {
  std::string_view word;
  BinaryOp op;
};
constexpr BinaryRow kBinaryWords[] = {
    {"Add", BinaryOp::kAdd},     {"Sub", BinaryOp::kSub},           {"Mult", BinaryOp::kMul},
    {"Div", BinaryOp::kTrueDiv}, {"FloorDiv", BinaryOp::kFloorDiv}, {"Mod", BinaryOp::kMod},
    {"Pow", BinaryOp::kPow},     {"MatMult", BinaryOp::kMatMul},    {"LShift", BinaryOp::kShl},
    {"RShift", BinaryOp::kShr},  {"BitAnd", BinaryOp::kAnd},        {"BitOr", BinaryOp::kOr},
    {"BitXor", BinaryOp::kXor},
};

struct UnaryRow {
  std::string_view word;
  UnaryOp op;
};
constexpr UnaryRow kUnaryWords[] = {
    {"USub", UnaryOp::kNeg}, {"UAdd", UnaryOp::kPos}, {"Invert", UnaryOp::kInvert}, {"Not", UnaryOp::kNot}};

struct CompareRow {
  std::string_view word;
  CompareOp op;
};
constexpr CompareRow kCompareWords[] = {
    {"Lt", CompareOp::kLt}, {"LtE", CompareOp::kLe},     {"Eq", CompareOp::kEq}, {"NotEq", CompareOp::kNe},
    {"Gt", CompareOp::kGt}, {"GtE", CompareOp::kGe},     {"Is", CompareOp::kIs}, {"IsNot", CompareOp::kIsNot},
    {"In", CompareOp::kIn}, {"NotIn", CompareOp::kNotIn}};

// Builtins that have used up an iterable argument when they return, and don't give back a function they were
// passed.
struct ConsumerRow {
  std::string_view word;
  bool is_lazy;
};
constexpr ConsumerRow kConsumers[] = {{"sum", false},   {"any", false},      {"all", false},
                                      {"min", false},   {"max", false},      {"list", false},
                                      {"tuple", false}, {"sorted", false},   {"map", true},
                                      {"filter", true}, {"enumerate", true}, {"zip", true}};

}  // namespace

// Whether a kind of node is read, and how; or why not.
struct Reader::ExpressionRow {
  std::string_view word;
  ExpressionReader read;
  const char* unsupported = nullptr;
};

const Reader::ExpressionRow Reader::kExpressions[] = {
    {"Constant", &Reader::ReadConstant},
    {"Name", &Reader::ReadName},
    {"UnaryOp", &Reader::ReadUnary},
    {"BinOp", &Reader::ReadBinary},
    {"BoolOp", &Reader::ReadBoolOp},
    {"Compare", &Reader::ReadCompare},
    {"IfExp", &Reader::ReadConditional},
    {"Attribute", &Reader::ReadAttribute},
    {"Subscript", &Reader::ReadSubscript},
    {"Slice", &Reader::ReadSlice},
    {"Tuple", &Reader::ReadSequence},
    {"List", &Reader::ReadSequence},
    {"Starred", &Reader::ReadStarred},
    {"Call", &Reader::ReadCall},
    {"Lambda", &Reader::ReadLambda},
    {"GeneratorExp", &Reader::ReadComprehension},
    {"ListComp", &Reader::ReadComprehension},
    {"NamedExpr", &Reader::ReadWalrus},
    {"FormattedValue", &Reader::ReadFormattedValue},
    {"JoinedStr", &Reader::ReadJoinedString},
    {"Dict", nullptr, "dict displays are not supported"},
    {"Set", nullptr, "set displays are not supported"},
    {"DictComp", nullptr, "dict comprehensions are not supported"},
    {"SetComp", nullptr, "set comprehensions are not supported"},
    {"Await", nullptr, "'await' is not supported"},
    {"Yield", nullptr, "'yield' is not supported"},
    {"YieldFrom", nullptr, "'yield from' is not supported"},
};

ExpressionPtr Reader::Read(const source::Node* node, const Consumers* consumers) {
  if (node == nullptr) return UnsupportedExpression("malformed syntax: an expression is missing", {});
  const ExpressionRow* row = FindRow(kExpressions, node->kind);
  if (row == nullptr) return UnsupportedExpression("'" + node->kind + "' is not supported", node->span);
  if (row->read == nullptr) return UnsupportedExpression(row->unsupported, node->span);
  return (this->*row->read)(*node, consumers);
}

ExpressionPtr Reader::ReadOptional(const source::Node* node) {
  return node == nullptr ? nullptr : Read(node);
}

std::vector<ExpressionPtr> Reader::ReadAll(const source::NodeList& nodes) {
  std::vector<ExpressionPtr> all;
  for (const auto& node : nodes) all.push_back(Read(node.get()));
  return all;
}

ExpressionPtr Reader::UnsupportedExpression(std::string message, source::Span span) {
  Report(message, span);
  return Make(span, ast::Unsupported{std::move(message)});
}

ExpressionPtr Reader::ReadConstant(const source::Node& node, const Consumers*) {
  const source::Constant* constant = ConstantAt(node, 0);
  if (constant == nullptr)
    return UnsupportedExpression("malformed syntax: a constant without value", node.span);
  if (const auto* other = std::get_if<source::OtherConstant>(constant)) {
    return UnsupportedExpression("constants of type '" + other->type_name + "' are not supported", node.span);
  }
  return Make(node.span, ast::Constant{*constant});
}

ExpressionPtr Reader::UseName(const std::string& id, source::Span span) {
  ExpressionPtr expression = Make(span, ast::Name{id, nullptr, {}});
  ast::Scope* start = scope_;
  ast::Scope* class_scope = nullptr;
  if (scope_->kind == ast::Scope::Kind::kClass && scope_->Find(id) == nullptr) {
    class_scope = scope_;
    start = scope_->parent;
  }
  bool global = false;
  for (ast::Scope* s = scope_; s != nullptr; s = s->parent) {
    if (declared_[s].global.count(id) != 0) global = true;
    if (s->Find(id) != nullptr) break;
  }
  log_.uses.push_back({expression->as<ast::Name>(), start, class_scope, span, global});
  return expression;
}

ExpressionPtr Reader::ReadName(const source::Node& node, const Consumers*) {
  return UseName(Mangled(WordAt(node, 0)), node.span);
}

ExpressionPtr Reader::ReadUnary(const source::Node& node, const Consumers*) {
  const UnaryRow* row = FindRow(kUnaryWords, WordAt(node, 0));
  if (row == nullptr) return UnsupportedExpression("malformed syntax: an unknown operator", node.span);
  return Make(node.span, ast::Unary{row->op, Read(NodeAt(node, 1))});
}

ExpressionPtr Reader::ReadBinary(const source::Node& node, const Consumers*) {
  const BinaryRow* row = FindRow(kBinaryWords, WordAt(node, 1));
  if (row == nullptr) return UnsupportedExpression("malformed syntax: an unknown operator", node.span);
  ExpressionPtr left = Read(NodeAt(node, 0));
  return Make(node.span, ast::Binary{row->op, std::move(left), Read(NodeAt(node, 2))});
}

ExpressionPtr Reader::ReadBoolOp(const source::Node& node, const Consumers*) {
  return Make(node.span, ast::BoolOp{WordAt(node, 0) == "And", ReadAll(NodesAt(node, 1))});
}

ExpressionPtr Reader::ReadCompare(const source::Node& node, const Consumers*) {
  ast::Compare compare;
  for (const std::string& word : WordsAt(node, 1)) {
    const CompareRow* row = FindRow(kCompareWords, word);
    if (row != nullptr) compare.ops.push_back(row->op);
  }
  if (compare.ops.empty() || compare.ops.size() != NodesAt(node, 2).size()) {
    return UnsupportedExpression("malformed syntax: a comparison without its operators", node.span);
  }
  compare.first = Read(NodeAt(node, 0));
  compare.rest = ReadAll(NodesAt(node, 2));
  return Make(node.span, std::move(compare));
}

ExpressionPtr Reader::ReadConditional(const source::Node& node, const Consumers*) {
  ExpressionPtr test = Read(NodeAt(node, 0));
  ExpressionPtr then = Read(NodeAt(node, 1));
  return Make(node.span, ast::Conditional{std::move(test), std::move(then), Read(NodeAt(node, 2))});
}

ExpressionPtr Reader::ReadAttribute(const source::Node& node, const Consumers*) {
  return Make(node.span, ast::Attribute{Read(NodeAt(node, 0)), Mangled(WordAt(node, 1))});
}

ExpressionPtr Reader::ReadSubscript(const source::Node& node, const Consumers*) {
  ExpressionPtr value = Read(NodeAt(node, 0));
  return Make(node.span, ast::Subscript{std::move(value), Read(NodeAt(node, 1))});
}

ExpressionPtr Reader::ReadSlice(const source::Node& node, const Consumers*) {
  ExpressionPtr start = ReadOptional(NodeAt(node, 0));
  ExpressionPtr stop = ReadOptional(NodeAt(node, 1));
  return Make(node.span, ast::Slice{std::move(start), std::move(stop), ReadOptional(NodeAt(node, 2))});
}

ExpressionPtr Reader::ReadSequence(const source::Node& node, const Consumers*) {
  return Make(node.span, ast::Sequence{node.kind == "Tuple", ReadAll(NodesAt(node, 0))});
}

ExpressionPtr Reader::ReadStarred(const source::Node& node, const Consumers*) {
  return Make(node.span, ast::Starred{Read(NodeAt(node, 0))});
}

ExpressionPtr Reader::ReadCall(const source::Node& node, const Consumers* consumers) {
  const source::Node* callee_node = NodeAt(node, 0);
  if (callee_node != nullptr && callee_node->kind == "Name" && WordAt(*callee_node, 0) == "super")
    return ReadSuper(node);
  ast::Call call{Read(callee_node), {}};
  // Closures among the arguments are dead after the call if the callee consumes them, at once or lazily
  // inside another call that does.
  std::optional<Consumers> mine;
  const auto* name = call.callee->as<ast::Name>();
  const ConsumerRow* row = name == nullptr ? nullptr : FindRow(kConsumers, name->id);
  if (row != nullptr && (!row->is_lazy || consumers != nullptr)) {
    mine = row->is_lazy ? *consumers : Consumers();
    mine->push_back(name);
  }
  auto consumed = [&](const source::Node* argument, bool is_key) -> const Consumers* {
    if (!mine.has_value() || argument == nullptr) return nullptr;
    return argument->kind != "Lambda" || is_key || row->is_lazy ? &*mine : nullptr;
  };
  for (const auto& argument : NodesAt(node, 1)) {
    if (argument != nullptr && argument->kind == "Starred") {
      call.arguments.push_back({ast::CallArgument::Kind::kStar, "", Read(NodeAt(*argument, 0))});
    } else {
      call.arguments.push_back(
          {ast::CallArgument::Kind::kPositional, "", Read(argument.get(), consumed(argument.get(), false))});
    }
  }
  for (const auto& keyword : NodesAt(node, 2)) {
    if (keyword == nullptr) continue;
    const std::string& key = WordAt(*keyword, 0);
    const source::Node* value = NodeAt(*keyword, 1);
    auto kind = key.empty() ? ast::CallArgument::Kind::kDoubleStar : ast::CallArgument::Kind::kKeyword;
    call.arguments.push_back({kind, key, Read(value, key == "key" ? consumed(value, true) : nullptr)});
  }
  return Make(node.span, std::move(call));
}

// super() is super(__class__, the function's first parameter).
ExpressionPtr Reader::ReadSuper(const source::Node& node) {
  const source::NodeList& arguments = NodesAt(node, 1);
  if (!NodesAt(node, 2).empty() || (!arguments.empty() && arguments.size() != 2)) {
    return UnsupportedExpression("super() with these arguments is not supported", node.span);
  }
  const ast::Function* function = scope_->function;
  if (arguments.size() == 2) {
    ExpressionPtr callee = Read(NodeAt(node, 0));
    ExpressionPtr class_object = Read(arguments[0].get());
    return Make(node.span, ast::Super{std::move(callee), std::move(class_object), Read(arguments[1].get())});
  }
  if (function == nullptr || function->kind == ast::Function::Kind::kElement ||
      function->parameters.empty()) {
    return UnsupportedExpression("super() without arguments is supported in methods only", node.span);
  }
  ExpressionPtr callee = Read(NodeAt(node, 0));
  ExpressionPtr class_object = UseName("__class__", node.span);
  ExpressionPtr self = UseName(function->parameters[0].variable->name, node.span);
  return Make(node.span, ast::Super{std::move(callee), std::move(class_object), std::move(self)});
}

ExpressionPtr Reader::ReadLambda(const source::Node& node, const Consumers* consumers) {
  const source::Node* arguments = NodeAt(node, 0);
  if (arguments == nullptr)
    return UnsupportedExpression("malformed syntax: a lambda without arguments", node.span);
  auto function = ReadFunction(ast::Function::Kind::kLambda, *arguments, "<lambda>", node.span);
  qualname_.push_back({function->qualname, true});
  int loops = std::exchange(loop_depth_, 0);
  function->result = Read(NodeAt(node, 1));
  loop_depth_ = loops;
  qualname_.pop_back();
  LeaveScope();
  LogClosure(function.get(), false, consumers);
  return Make(node.span, ast::Lambda{std::move(function)});
}

ExpressionPtr Reader::ReadComprehension(const source::Node& node, const Consumers* consumers) {
  return ReadClause(node, 0, consumers);
}

// One `for` clause with its conditions: a function of its item, whose result is the element or the next
// clause.
ExpressionPtr Reader::ReadClause(const source::Node& node, size_t clause, const Consumers* consumers) {
  const source::NodeList& clauses = NodesAt(node, 1);
  if (clause >= clauses.size() || clauses[clause] == nullptr) {
    return UnsupportedExpression("malformed syntax: a comprehension without 'for'", node.span);
  }
  const source::Node& generator = *clauses[clause];
  if (NumberAt(generator, 3, 0) != 0) return UnsupportedExpression("'async for' is not supported", node.span);
  bool is_list = clause == 0 && node.kind == "ListComp";
  ExpressionPtr iterable = Read(NodeAt(generator, 1), consumers);

  auto element = std::make_unique<ast::Function>();
  element->kind = ast::Function::Kind::kElement;
  element->name = node.kind == "ListComp" ? "<listcomp>" : "<genexpr>";
  element->qualname = clause == 0 ? Qualname(element->name) : qualname_.back().name;
  element->span = node.span;
  element->is_inner_clause = clause > 0;
  EnterScope(ast::Scope::Kind::kFunction, element.get());
  ast::Variable* item = Bind(".0");
  element->parameters.push_back({ast::Parameter::Kind::kPositional, item, nullptr});
  qualname_.push_back({element->qualname, true});
  int loops = std::exchange(loop_depth_, 0);
  element->target = ReadTarget(NodeAt(generator, 0));
  element->conditions = ReadAll(NodesAt(generator, 2));
  bool flatten = clause + 1 < clauses.size();
  element->result = flatten ? ReadClause(node, clause + 1, nullptr) : Read(NodeAt(node, 0));
  loop_depth_ = loops;
  qualname_.pop_back();
  LeaveScope();
  // An inner clause's function lives no longer than the item of the clause around it.
  LogClosure(element.get(), is_list || clause > 0, consumers);
  return Make(node.span, ast::Comprehension{is_list, flatten, std::move(iterable), std::move(element)});
}

ExpressionPtr Reader::ReadWalrus(const source::Node& node, const Consumers*) {
  ExpressionPtr value = Read(NodeAt(node, 1));
  const source::Node* target = NodeAt(node, 0);
  if (target == nullptr) return UnsupportedExpression("malformed syntax: ':=' without a name", node.span);
  // In a comprehension the name belongs to the scope around it.
  ast::Scope* home = scope_;
  while (home->function != nullptr && home->function->kind == ast::Function::Kind::kElement)
    home = home->parent;
  if (home != scope_ && home->kind == ast::Scope::Kind::kClass) {
    return UnsupportedExpression("':=' in a comprehension of a class body is not supported", node.span);
  }
  ast::Scope* inner = std::exchange(scope_, home);
  Bind(Mangled(WordAt(*target, 0)));
  scope_ = inner;
  ExpressionPtr name = UseName(Mangled(WordAt(*target, 0)), target->span);
  LogAssign(name->as<ast::Name>());
  return Make(node.span, ast::Walrus{std::move(name), std::move(value)});
}

ExpressionPtr Reader::ReadFormattedValue(const source::Node& node, const Consumers*) {
  ExpressionPtr value = Read(NodeAt(node, 0));
  int conversion = static_cast<int>(NumberAt(node, 1, -1));
  return Make(node.span, ast::FormattedValue{std::move(value), conversion, ReadOptional(NodeAt(node, 2))});
}

ExpressionPtr Reader::ReadJoinedString(const source::Node& node, const Consumers*) {
  return Make(node.span, ast::JoinedString{ReadAll(NodesAt(node, 0))});
}

}  // namespace fora::parse
