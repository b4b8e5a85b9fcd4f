// Reader: one unit's generic nodes become typed ones. It binds names to scopes and logs what happens to them;
// which variable a name means is decided when the whole unit is read (resolve.h).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/parse/parse.h"
#include "compiler/parse/scope_log.h"

namespace fora::parse {

class Reader {
 public:
  Reader(ast::Unit& unit, ScopeLog& log, std::vector<Diagnostic>& diagnostics)
      : unit_(unit), log_(log), diagnostics_(diagnostics) {}

  // A FunctionDef or Lambda node of a client's function.
  void ReadFunctionUnit(const source::Node& node, const std::string& name, const std::string& qualname,
                        ast::Function::Role role);
  void ReadBlockUnit(const source::NodeList& body);

 private:
  using Consumers = std::vector<const ast::Name*>;
  using ExpressionReader = ast::ExpressionPtr (Reader::*)(const source::Node&, const Consumers*);
  using StatementReader = void (Reader::*)(const source::Node&, ast::Statement&);
  struct ExpressionRow;
  struct StatementRow;
  static const ExpressionRow kExpressions[];
  static const StatementRow kStatements[];

  // read_expressions.cc. `consumers`: the calls that use up the expression's value at once, if it is their
  // argument.
  ast::ExpressionPtr Read(const source::Node* node, const Consumers* consumers = nullptr);
  ast::ExpressionPtr ReadOptional(const source::Node* node);  // null stays null
  std::vector<ast::ExpressionPtr> ReadAll(const source::NodeList& nodes);
  ast::ExpressionPtr ReadConstant(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadName(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadUnary(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadBinary(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadBoolOp(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadCompare(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadConditional(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadAttribute(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadSubscript(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadSlice(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadSequence(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadStarred(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadCall(const source::Node& node, const Consumers* consumers);
  ast::ExpressionPtr ReadSuper(const source::Node& node);
  ast::ExpressionPtr ReadLambda(const source::Node& node, const Consumers* consumers);
  ast::ExpressionPtr ReadComprehension(const source::Node& node, const Consumers* consumers);
  ast::ExpressionPtr ReadClause(const source::Node& node, size_t clause, const Consumers* consumers);
  ast::ExpressionPtr ReadWalrus(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadFormattedValue(const source::Node& node, const Consumers*);
  ast::ExpressionPtr ReadJoinedString(const source::Node& node, const Consumers*);
  ast::ExpressionPtr UnsupportedExpression(std::string message, source::Span span);

  // read_statements.cc
  ast::Body ReadBody(const source::NodeList& nodes);
  ast::Body ReadFrameBody(const source::NodeList& nodes);  // the body of a block or function
  std::unique_ptr<ast::Statement> ReadStatement(const source::Node& node);
  void ReadExpressionStatement(const source::Node& node, ast::Statement& out);
  void ReadAssign(const source::Node& node, ast::Statement& out);
  void ReadAugmentedAssign(const source::Node& node, ast::Statement& out);
  void ReadAnnotatedAssign(const source::Node& node, ast::Statement& out);
  void ReadDelete(const source::Node& node, ast::Statement& out);
  void ReadReturn(const source::Node& node, ast::Statement& out);
  void ReadRaise(const source::Node& node, ast::Statement& out);
  void ReadAssert(const source::Node& node, ast::Statement& out);
  void ReadIf(const source::Node& node, ast::Statement& out);
  void ReadWhile(const source::Node& node, ast::Statement& out);
  void ReadFor(const source::Node& node, ast::Statement& out);
  void ReadTry(const source::Node& node, ast::Statement& out);
  void ReadFunctionDef(const source::Node& node, ast::Statement& out);
  void ReadClassDef(const source::Node& node, ast::Statement& out);
  void ReadImport(const source::Node& node, ast::Statement& out);
  void ReadImportFrom(const source::Node& node, ast::Statement& out);
  void ReadGlobal(const source::Node& node, ast::Statement& out);
  void ReadNonlocal(const source::Node& node, ast::Statement& out);
  void ReadPass(const source::Node& node, ast::Statement& out);
  void ReadBreak(const source::Node& node, ast::Statement& out);
  void ReadContinue(const source::Node& node, ast::Statement& out);
  void UnsupportedStatement(std::string message, ast::Statement& out);
  ast::ExpressionPtr ReadTarget(const source::Node* node);  // of an assignment; logs it
  ast::ExpressionPtr BindName(const std::string& id, source::Span span);

  // read_functions.cc
  std::unique_ptr<ast::Function> ReadFunction(ast::Function::Kind kind, const source::Node& arguments,
                                              const std::string& name, source::Span span);
  void ReadDefaults(const source::Node& arguments, ast::Function& function);
  void ReadParameters(const source::Node& arguments, ast::Function& function);
  void AddParameter(const source::Node* arg, ast::Parameter::Kind kind, ast::Function& function);
  void ReadDefBody(const source::Node& node, ast::Function& function);
  std::string Qualname(const std::string& name) const;
  std::string Mangled(const std::string& id) const;  // __x in a class is _Class__x

  ast::Scope* EnterScope(ast::Scope::Kind kind, ast::Function* function);
  void LeaveScope() { scope_ = scope_->parent; }
  ast::Variable* Bind(const std::string& id);  // null: declared global or nonlocal
  ast::ExpressionPtr UseName(const std::string& id, source::Span span);
  void LogAssign(const ast::Name* name);
  void LogClosure(ast::Function* function, bool immediate, const Consumers* consumers);
  FrameLog& frame() { return log_.frames[scope_->frame()]; }
  void Report(std::string message, source::Span span);

  struct Declared {
    std::set<std::string> global, nonlocal;
  };
  struct QualnamePart {
    std::string name;
    bool is_function;
  };

  ast::Unit& unit_;
  ScopeLog& log_;
  std::vector<Diagnostic>& diagnostics_;
  ast::Scope* scope_ = nullptr;
  std::map<const ast::Scope*, Declared> declared_;
  std::vector<QualnamePart> qualname_;
  std::vector<std::string> class_names_;  // around the code being read, for Mangled
  uint32_t position_ = 0;
  int loop_depth_ = 0;  // of the frame being read
};

}  // namespace fora::parse
