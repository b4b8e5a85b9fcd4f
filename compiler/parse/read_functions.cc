#include "compiler/parse/node_fields.h"
#include "compiler/parse/reader.h"

namespace fora::parse {
namespace {

// Fields of CPython's `arguments`.
enum ArgumentsField {
  kPositionalOnly,
  kPositional,
  kVarPositional,
  kKeywordOnly,
  kKeywordDefaults,
  kVarKeyword,
  kDefaults
};

// "f.<locals>.C.m" as {f, function}, {C, class}, {m, ...}.
std::vector<std::string> SplitQualname(const std::string& qualname) {
  std::vector<std::string> parts;
  size_t begin = 0;
  while (true) {
    size_t dot = qualname.find('.', begin);
    parts.push_back(qualname.substr(begin, dot - begin));
    if (dot == std::string::npos) return parts;
    begin = dot + 1;
  }
}

}  // namespace

void Reader::ReadFunctionUnit(const source::Node& node, const std::string& name, const std::string& qualname,
                              ast::Function::Role role) {
  // The classes around the function are gone, but their names still mangle its private names.
  std::vector<std::string> parts = SplitQualname(qualname);
  for (size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i] != "<locals>" && parts[i + 1] != "<locals>") class_names_.push_back(parts[i]);
  }
  qualname_.push_back({qualname, true});
  auto scope = std::make_unique<ast::Scope>(ast::Scope{ast::Scope::Kind::kFunction, nullptr, nullptr, {}});
  scope_ = scope.get();
  unit_.scopes.push_back(std::move(scope));
  auto function = std::make_unique<ast::Function>();
  function->name = name;
  function->qualname = qualname;
  function->span = node.span;
  function->scope = scope_;
  function->role = role;
  scope_->function = function.get();
  log_.frame_order.push_back(scope_);
  log_.frames[scope_];
  bool is_lambda = node.kind == "Lambda";
  function->kind = is_lambda ? ast::Function::Kind::kLambda : ast::Function::Kind::kDef;
  const source::Node* arguments = NodeAt(node, is_lambda ? 0 : 1);
  if ((!is_lambda && node.kind != "FunctionDef") || arguments == nullptr) {
    Report(
        node.kind == "AsyncFunctionDef" ? "'async def' is not supported" : "malformed syntax: not a function",
        node.span);
    auto statement = std::make_unique<ast::Statement>();
    statement->span = node.span;
    statement->node = ast::Unsupported{"not a function that is supported"};
    function->kind = ast::Function::Kind::kDef;
    function->body.push_back(std::move(statement));
  } else {
    ReadParameters(*arguments, *function);
    if (is_lambda) {
      function->result = Read(NodeAt(node, 1));
    } else {
      ReadDefBody(node, *function);
    }
  }
  unit_.function = std::move(function);
}

void Reader::ReadBlockUnit(const source::NodeList& body) {
  EnterScope(ast::Scope::Kind::kBlock, nullptr);
  unit_.body = ReadFrameBody(body);
}

// Reads defaults in the scope around, then enters the function's scope with its parameters bound.
std::unique_ptr<ast::Function> Reader::ReadFunction(ast::Function::Kind kind, const source::Node& arguments,
                                                    const std::string& name, source::Span span) {
  auto function = std::make_unique<ast::Function>();
  function->kind = kind;
  function->name = name;
  function->qualname = Qualname(name);
  function->span = span;
  // The parameters are made first, for the defaults to be put into, but are bound in the new scope.
  ReadDefaults(arguments, *function);
  std::vector<ast::Parameter> with_defaults = std::move(function->parameters);
  function->parameters.clear();
  EnterScope(ast::Scope::Kind::kFunction, function.get());
  ReadParameters(arguments, *function);
  for (size_t i = 0; i < with_defaults.size() && i < function->parameters.size(); ++i) {
    function->parameters[i].default_value = std::move(with_defaults[i].default_value);
  }
  return function;
}

// Parameters without variables, in the order of ReadParameters, with their defaults.
void Reader::ReadDefaults(const source::Node& arguments, ast::Function& function) {
  const source::NodeList& defaults = NodesAt(arguments, kDefaults);
  const source::NodeList& keyword_defaults = NodesAt(arguments, kKeywordDefaults);
  size_t positional = NodesAt(arguments, kPositionalOnly).size() + NodesAt(arguments, kPositional).size();
  for (size_t i = 0; i < positional; ++i) {
    ast::Parameter parameter{ast::Parameter::Kind::kPositional, nullptr, nullptr};
    size_t first = positional - std::min(positional, defaults.size());
    if (i >= first) parameter.default_value = Read(defaults[i - first].get());
    function.parameters.push_back(std::move(parameter));
  }
  if (NodeAt(arguments, kVarPositional) != nullptr) function.parameters.push_back({});
  for (size_t i = 0; i < NodesAt(arguments, kKeywordOnly).size(); ++i) {
    ast::Parameter parameter{ast::Parameter::Kind::kKeywordOnly, nullptr, nullptr};
    if (i < keyword_defaults.size()) parameter.default_value = ReadOptional(keyword_defaults[i].get());
    function.parameters.push_back(std::move(parameter));
  }
}

void Reader::ReadParameters(const source::Node& arguments, ast::Function& function) {
  using Kind = ast::Parameter::Kind;
  for (const auto& arg : NodesAt(arguments, kPositionalOnly))
    AddParameter(arg.get(), Kind::kPositionalOnly, function);
  for (const auto& arg : NodesAt(arguments, kPositional))
    AddParameter(arg.get(), Kind::kPositional, function);
  if (const source::Node* arg = NodeAt(arguments, kVarPositional))
    AddParameter(arg, Kind::kVarPositional, function);
  for (const auto& arg : NodesAt(arguments, kKeywordOnly))
    AddParameter(arg.get(), Kind::kKeywordOnly, function);
  if (const source::Node* arg = NodeAt(arguments, kVarKeyword))
    AddParameter(arg, Kind::kVarKeyword, function);
}

void Reader::AddParameter(const source::Node* arg, ast::Parameter::Kind kind, ast::Function& function) {
  if (arg == nullptr) return;
  function.parameters.push_back({kind, Bind(Mangled(WordAt(*arg, 0))), nullptr});
}

void Reader::ReadDefBody(const source::Node& node, ast::Function& function) {
  int loops = std::exchange(loop_depth_, 0);
  function.body = ReadFrameBody(NodesAt(node, 2));
  loop_depth_ = loops;
}

std::string Reader::Qualname(const std::string& name) const {
  if (qualname_.empty()) return name;
  const QualnamePart& around = qualname_.back();
  return around.name + (around.is_function ? ".<locals>." : ".") + name;
}

std::string Reader::Mangled(const std::string& id) const {
  if (class_names_.empty() || id.size() < 3 || id.compare(0, 2, "__") != 0) return id;
  if (id.compare(id.size() - 2, 2, "__") == 0) return id;
  size_t first = class_names_.back().find_first_not_of('_');
  if (first == std::string::npos) return id;
  return "_" + class_names_.back().substr(first) + id;
}

ast::Scope* Reader::EnterScope(ast::Scope::Kind kind, ast::Function* function) {
  unit_.scopes.push_back(std::make_unique<ast::Scope>(ast::Scope{kind, scope_, function, {}}));
  scope_ = unit_.scopes.back().get();
  if (function != nullptr) function->scope = scope_;
  if (kind != ast::Scope::Kind::kClass) {
    log_.frame_order.push_back(scope_);
    log_.frames[scope_];
  }
  return scope_;
}

ast::Variable* Reader::Bind(const std::string& id) {
  const Declared& declared = declared_[scope_];
  if (declared.nonlocal.count(id) != 0) return nullptr;
  if (declared.global.count(id) != 0 && scope_->kind != ast::Scope::Kind::kBlock) return nullptr;
  if (ast::Variable* found = scope_->Find(id)) return found;
  auto variable = std::make_unique<ast::Variable>();
  variable->name = id;
  variable->scope = scope_;
  if (scope_->kind == ast::Scope::Kind::kBlock) {
    for (const source::Binding& binding : unit_.free) {
      if (binding.name == id) variable->outer = binding.object;
    }
  }
  scope_->variables.push_back(std::move(variable));
  return scope_->variables.back().get();
}

void Reader::LogAssign(const ast::Name* name) { frame().assigns.push_back({name, position_++}); }

void Reader::LogClosure(ast::Function* function, bool immediate, const Consumers* consumers) {
  ClosureEvent event{function, position_++, immediate, {}};
  if (consumers != nullptr) event.consumers = *consumers;
  frame().closures.push_back(std::move(event));
}

void Reader::Report(std::string message, source::Span span) {
  diagnostics_.push_back({std::move(message), span});
}

}  // namespace fora::parse
