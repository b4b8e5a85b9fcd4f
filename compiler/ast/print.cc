#include "compiler/ast/print.h"

#include <string_view>
#include <variant>

#include "runtime/num/float_text.h"

namespace fora::ast {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string Text(const source::Constant& constant) {
  return std::visit(Overloaded{
                        [](const source::NoneConstant&) -> std::string { return "None"; },
                        [](bool value) -> std::string { return value ? "True" : "False"; },
                        [](int64_t value) { return std::to_string(value); },
                        [](const num::BigInt& value) { return value.ToString(); },
                        [](double value) { return num::FloatRepr(value); },
                        [](const source::StrConstant& value) { return Quoted(value.utf8); },
                        [](const source::EllipsisConstant&) -> std::string { return "..."; },
                        [](const source::OtherConstant& value) { return "<" + value.type_name + ">"; },
                    },
                    constant);
}

std::string_view Text(Capture capture) {
  switch (capture) {
    case Capture::kNone: return "";
    case Capture::kValue: return "value";
    case Capture::kCell: return "cell";
    case Capture::kLifted: return "lifted";
    case Capture::kStatic: return "static";
  }
  return "";
}

class Printer {
 public:
  std::string Run(const Unit& unit) {
    if (unit.function == nullptr) {
      Line("block");
      ++depth_;
      scope_ = unit.scopes[0].get();
      PrintVariables(*scope_);
      Print(unit.body);
    } else {
      if (unit.object) Line("object " + std::to_string(*unit.object) + (unit.is_method ? ", a method" : ""));
      Print(*unit.function);
    }
    return std::move(out_);
  }

 private:
  // ---- Expressions ----

  std::string Text(const ExpressionPtr& expression) {
    if (expression == nullptr) return "";
    return std::visit([this](const auto& node) { return Of(node); }, expression->node);
  }
  std::string Joined(const std::vector<ExpressionPtr>& items, const char* separator) {
    std::string out;
    for (const ExpressionPtr& item : items) out += (&item == &items.front() ? "" : separator) + Text(item);
    return out;
  }

  std::string Of(const Constant& node) { return ast::Text(node.value); }
  std::string Of(const Name& node) {
    if (node.variable != nullptr) {
      return node.variable->scope == scope_ ? node.id : node.id + "@" + ScopeName(*node.variable->scope);
    }
    return node.id + (node.object ? "@object " + std::to_string(*node.object) : "@builtins");
  }
  std::string Of(const Unary& node) {
    const std::string_view op = kUnarySpelling[static_cast<size_t>(node.op)];
    return "(" + std::string(op) + (node.op == UnaryOp::kNot ? " " : "") + Text(node.operand) + ")";
  }
  std::string Of(const Binary& node) {
    return "(" + Text(node.left) + Infix(node.op) + Text(node.right) + ")";
  }
  std::string Of(const BoolOp& node) {
    return "(" + Joined(node.values, node.is_and ? " and " : " or ") + ")";
  }
  std::string Of(const Compare& node) {
    std::string out = "(" + Text(node.first);
    for (size_t i = 0; i < node.ops.size(); ++i) {
      out += " " + std::string(kCompareSpelling[static_cast<size_t>(node.ops[i])]) + " " + Text(node.rest[i]);
    }
    return out + ")";
  }
  std::string Of(const Conditional& node) {
    return "(" + Text(node.then) + " if " + Text(node.test) + " else " + Text(node.otherwise) + ")";
  }
  std::string Of(const Attribute& node) { return Text(node.value) + "." + node.name; }
  std::string Of(const Subscript& node) { return Text(node.value) + "[" + Text(node.index) + "]"; }
  std::string Of(const Slice& node) {
    return Text(node.start) + ":" + Text(node.stop) + ":" + Text(node.step);
  }
  std::string Of(const Sequence& node) {
    const std::string items = Joined(node.items, ", ");
    if (!node.is_tuple) return "[" + items + "]";
    return "(" + items + (node.items.size() == 1 ? ",)" : ")");
  }
  std::string Of(const Starred& node) { return "*" + Text(node.value); }
  std::string Of(const Call& node) {
    std::string out = Text(node.callee) + "(";
    for (const CallArgument& argument : node.arguments) {
      if (&argument != &node.arguments.front()) out += ", ";
      switch (argument.kind) {
        case CallArgument::Kind::kPositional: break;
        case CallArgument::Kind::kStar: out += "*"; break;
        case CallArgument::Kind::kKeyword: out += argument.name + "="; break;
        case CallArgument::Kind::kDoubleStar: out += "**"; break;
      }
      out += Text(argument.value);
    }
    return out + ")";
  }
  std::string Of(const Super& node) {
    return Text(node.callee) + "(" + Text(node.class_object) + ", " + Text(node.self) + ")";
  }
  std::string Of(const Lambda& node) { return Later(*node.function); }
  std::string Of(const Comprehension& node) {
    return std::string(node.is_list ? "[" : "(") + (node.flatten ? "*" : "") + Later(*node.element) + " of " +
           Text(node.iterable) + (node.is_list ? "]" : ")");
  }
  std::string Of(const Walrus& node) { return "(" + Text(node.target) + " := " + Text(node.value) + ")"; }
  std::string Of(const FormattedValue& node) {
    std::string out = "{" + Text(node.value);
    if (node.conversion != -1) out += std::string("!") + static_cast<char>(node.conversion);
    return out + (node.spec == nullptr ? "}" : ":" + Text(node.spec) + "}");
  }
  std::string Of(const JoinedString& node) { return "f(" + Joined(node.parts, " ") + ")"; }
  std::string Of(const Unsupported& node) { return "<unsupported: " + node.message + ">"; }

  static std::string Infix(BinaryOp op) {
    return " " + std::string(kBinarySpelling[static_cast<size_t>(op)]) + " ";
  }
  static std::string ScopeName(const Scope& scope) {
    switch (scope.kind) {
      case Scope::Kind::kBlock: return "block";
      case Scope::Kind::kFunction: return scope.function->qualname;
      case Scope::Kind::kClass: return "class";
    }
    return "";
  }
  std::string Later(const Function& function) {
    later_.push_back(&function);
    return "<" + std::to_string(++function_count_) + ">";
  }

  // ---- Functions ----

  std::string Parameters(const Function& function) {
    std::string out = "(";
    for (const Parameter& parameter : function.parameters) {
      if (&parameter != &function.parameters.front()) out += ", ";
      switch (parameter.kind) {
        case Parameter::Kind::kPositionalOnly: out += "posonly "; break;
        case Parameter::Kind::kPositional: break;
        case Parameter::Kind::kVarPositional: out += "*"; break;
        case Parameter::Kind::kKeywordOnly: out += "kwonly "; break;
        case Parameter::Kind::kVarKeyword: out += "**"; break;
      }
      out += parameter.variable->name;
      if (parameter.default_value != nullptr) out += "=" + Text(parameter.default_value);
    }
    out += ")";
    if (!function.captures.empty()) out += " captures " + Names(function.captures);
    if (!function.shared.empty()) out += " shares " + Names(function.shared);
    if (function.role == Function::Role::kInit) out += " init";
    if (function.role == Function::Role::kSetter) out += " setter";
    if (function.is_inner_clause) out += " inner clause";
    return out;
  }
  static std::string Names(const std::vector<Variable*>& variables) {
    std::string out = "(";
    for (const Variable* variable : variables)
      out += (variable == variables.front() ? "" : ", ") + variable->name;
    return out + ")";
  }

  // The function's lines; `prefix` stands before its name.
  void Print(const Function& function, const std::string& prefix = "def ") {
    Line(prefix + function.qualname + Parameters(function));
    const Scope* const around = scope_;
    scope_ = function.scope;
    ++depth_;
    PrintVariables(*function.scope);
    if (function.target != nullptr) Line("target " + Text(function.target));
    for (const ExpressionPtr& condition : function.conditions) Line("if " + Text(condition));
    Print(function.body);
    if (function.result != nullptr) Line("result " + Text(function.result));
    --depth_;
    scope_ = around;
  }

  void PrintVariables(const Scope& scope) {
    std::string out;
    for (const auto& variable : scope.variables) {
      out += (out.empty() ? "variables " : ", ") + variable->name;
      if (variable->capture != Capture::kNone) out += ": " + std::string(ast::Text(variable->capture));
      if (variable->outer) out += " outer object " + std::to_string(*variable->outer);
    }
    if (!out.empty()) Line(out);
  }

  // ---- Statements ----

  void Print(const Body& body) {
    for (const auto& statement : body) {
      std::visit([this](const auto& node) { Statement(node); }, statement->node);
    }
  }
  void Block(const std::string& heading, const Body& body) {
    Line(heading);
    ++depth_;
    Print(body);
    --depth_;
  }
  void Else(const Body& body) {
    if (!body.empty()) Block("else", body);
  }
  void Decorators(const std::vector<ExpressionPtr>& decorators) {
    for (const ExpressionPtr& decorator : decorators) Line("decorator " + Text(decorator));
  }

  void Statement(const ExpressionStatement& node) { Line(Text(node.value)); }
  void Statement(const Assign& node) { Line(Joined(node.targets, " = ") + " = " + Text(node.value)); }
  void Statement(const AugmentedAssign& node) {
    const std::string op(kBinarySpelling[static_cast<size_t>(node.op)]);
    Line(Text(node.target) + " " + op + "= " + Text(node.value));
  }
  void Statement(const Delete& node) { Line("del " + Joined(node.targets, ", ")); }
  void Statement(const Return& node) { Line("return " + Text(node.value)); }
  void Statement(const Raise& node) {
    Line("raise " + Text(node.exception) + (node.cause == nullptr ? "" : " from " + Text(node.cause)));
  }
  void Statement(const Assert& node) {
    Line("assert " + Text(node.test) + (node.message == nullptr ? "" : ", " + Text(node.message)));
  }
  void Statement(const If& node) {
    Block("if " + Text(node.test), node.then);
    Else(node.otherwise);
  }
  void Statement(const While& node) {
    Block("while " + Text(node.test), node.body);
    Else(node.otherwise);
  }
  void Statement(const For& node) {
    Block("for " + Text(node.target) + " in " + Text(node.iterable), node.body);
    Else(node.otherwise);
  }
  void Statement(const Try& node) {
    Block("try", node.body);
    for (const Handler& handler : node.handlers) {
      std::string heading = "except " + Text(handler.type);
      if (handler.name != nullptr) heading += " as " + Text(handler.name);
      Block(heading, handler.body);
    }
    Else(node.otherwise);
    if (!node.final.empty()) Block("finally", node.final);
  }
  void Statement(const FunctionDef& node) {
    Decorators(node.decorators);
    Print(*node.function);
  }
  void Statement(const ClassDef& node) {
    Decorators(node.decorators);
    Line("class " + node.qualname + "(" + Joined(node.bases, ", ") + ")");
    const Scope* const around = scope_;
    scope_ = node.scope;
    ++depth_;
    PrintVariables(*node.scope);
    Print(node.body);
    --depth_;
    scope_ = around;
  }
  void Statement(const Import& node) {
    for (const Import::Item& item : node.items) {
      Line("import " + item.module + (item.member.empty() ? "" : "." + item.member) + " as " +
           Text(item.target));
    }
  }
  void Statement(const Break&) { Line("break"); }
  void Statement(const Continue&) { Line("continue"); }
  void Statement(const Pass&) { Line("pass"); }
  void Statement(const Unsupported& node) { Line(Of(node)); }

  // ---- Text ----

  // One line, and the functions of its lambdas and comprehensions below it.
  void Line(const std::string& text) {
    out_.append(2 * depth_, ' ').append(text).append("\n");
    const std::vector<const Function*> functions = std::exchange(later_, {});
    size_t number = function_count_ - functions.size();
    depth_ += 2;
    for (const Function* function : functions) Print(*function, "<" + std::to_string(++number) + "> = ");
    depth_ -= 2;
  }

  std::string out_;
  size_t depth_ = 0;
  const Scope* scope_ = nullptr;  // that the code being printed stands in
  std::vector<const Function*>
      later_;  // of the line being made, not yet printed; in the order of their numbers
  size_t function_count_ = 0;
};

}  // namespace

std::string Print(const Unit& unit) { return Printer().Run(unit); }

std::string Print(const Program& program) {
  std::string out;
  for (const auto& unit : program.units) out += (out.empty() ? "" : "\n") + Print(*unit);
  return out;
}

}  // namespace fora::ast
