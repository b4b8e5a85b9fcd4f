// FunctionLowering: the body of one function, or of the block, becomes FIR.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/ir/ir.h"
#include "compiler/lower/builder.h"
#include "compiler/lower/module_lowering.h"

namespace fora::lower {

class FunctionLowering {
 public:
  FunctionLowering(ModuleLowering& module, const ast::Scope& scope, ir::Function& code)
      : module_(module), scope_(scope), function_(scope.function), builder_(code) {}

  void LowerFunction();
  void LowerSetter();
  void LowerBlock(const ast::Unit& unit, const std::vector<std::string>& results,
                  std::vector<std::string>& result_names);
  // Which values may be unbound, by number.
  std::vector<bool> Finish() { return builder_.Finish(); }

 private:
  using ValueId = ir::ValueId;
  using BlockId = ir::BlockId;
  using Span = source::Span;

  // What code that leaves a statement early passes on its way out, innermost last.
  struct Context {
    enum class Kind : uint8_t { kLoop, kFinally, kHandler } kind;
    BlockId break_to{0}, continue_to{0};    // kLoop
    const ast::Body* final = nullptr;       // kFinally
    std::optional<BlockId> outer;           // kFinally, kHandler: the handler around the statement
    ValueId exception{0};                   // kHandler
    const ast::Expression* name = nullptr;  // kHandler: unbound on the way out; may be null
  };

  // statements.cc
  void Lower(const ast::Body& body);
  void Lower(const ast::Statement& statement);
  ValueId Results(const std::vector<const ast::Variable*>& variables);
  ValueId UnlessUnchanged(const ast::Variable& variable, ValueId value);
  void LowerStatement(const ast::ExpressionStatement& s, const Span& span);
  void LowerStatement(const ast::Assign& s, const Span& span);
  void LowerStatement(const ast::AugmentedAssign& s, const Span& span);
  void LowerStatement(const ast::Delete& s, const Span& span);
  void LowerStatement(const ast::Return& s, const Span& span);
  void LowerStatement(const ast::Raise& s, const Span& span);
  void LowerStatement(const ast::Assert& s, const Span& span);
  void LowerStatement(const ast::If& s, const Span& span);
  void LowerStatement(const ast::While& s, const Span& span);
  void LowerStatement(const ast::For& s, const Span& span);
  void LowerLoop(const ast::Body& body, const ast::Body& otherwise, BlockId header, BlockId ended);
  void LowerStatement(const ast::Try& s, const Span& span);
  void LowerStatement(const ast::FunctionDef& s, const Span& span);
  void LowerStatement(const ast::ClassDef& s, const Span& span);
  void LowerStatement(const ast::Import& s, const Span& span);
  void LowerStatement(const ast::Break& s, const Span& span);
  void LowerStatement(const ast::Continue& s, const Span& span);
  void LowerStatement(const ast::Pass& s, const Span& span);
  void LowerStatement(const ast::Unsupported& s, const Span& span);
  bool LowerMethodUpdate(const ast::Call& call);
  ValueId LowerPop(const ast::Call& call, const ast::Attribute& callee);
  bool LowerInitBase(const ast::Call& call, const Span& span);
  void ReturnValue(ValueId value, bool is_none, const Span& span);
  // An __init__, or a property's setter, gives back its object.
  bool GivesSelf() const {
    return function_ != nullptr && function_->role != ast::Function::Role::kPlain &&
           !function_->parameters.empty();
  }

  // try.cc
  void LowerTryExcept(const ast::Try& s);
  void LowerHandler(const ast::Handler& handler, ValueId exception, BlockId after);
  ValueId BeginLanding(BlockId landing);
  uint32_t HandledCount() const;  // of exceptions being handled around here
  // Runs what stands between here and contexts_[depth] (finally bodies, names of handlers), then `jump`.
  void Leave(size_t depth, const std::function<void()>& jump);
  size_t InnermostLoop() const;  // as a depth; 0: none

  // assign.cc

  // An object that is to be changed, and how a local variable leads to it: through items and attributes of
  // what it holds. A change of the object is an assignment of the changed root to the variable.
  struct Place {
    ValueId object;
    const ast::Variable* root = nullptr;  // null: nothing is assigned
    ValueId root_value{0};                // when it was read
    size_t assigned = 0;                  // how often the root had been assigned by then
    size_t changes = 0;                   // and how often what it holds had been changed
    std::string way;                      // from the root: "[].x"; empty if the object is the root's own
    size_t depth = 0;                     // steps of the way
    std::vector<ValueId> indices;         // of the way
  };
  Place LowerPlace(const ast::Expression& object);
  // Whether the way to the place is still the one that has been read: it goes by nothing that was changed
  // meanwhile.
  bool HasSameWay(const Place& place);
  // Emits the change of the place's object, whose own operands `change` has: itself, if the object is the
  // root's own or there is no root, else as `change_at`, whose name is the way and `last`.
  void Change(const Place& place, ir::Instruction change, ir::Op change_at, const std::string& last);
  void StoreItem(const Place& place, ValueId index, ValueId value, const Span& span);
  void StoreAttribute(const Place& place, const ast::Attribute& target, ValueId value, const Span& span);
  void AssignTo(const ast::Expression& target, ValueId value);
  bool AssignEach(const ast::Expression& target,
                  const ast::Expression& value);  // a, b = x, y without the tuple
  void AssignSequence(const ast::Sequence& targets, ValueId value, const Span& span);
  // Whether items and attributes lead to the object from a local variable.
  bool IsPlaceOfLocal(const ast::Expression& object) const;
  bool ExtendPlace(const ast::AugmentedAssign& s, const Span& span);
  // `place += operand`, of which `value` is what the place holds, with `store` for all but a list in a place
  // of a local, which is changed where it is.
  void AugmentPlace(const ast::AugmentedAssign& s, Place target, ValueId value, const Span& span,
                    const std::function<void(ValueId)>& store);
  void ExtendAt(const Place& target, ValueId operand, const Span& span);
  void AugmentAttribute(const ast::AugmentedAssign& s, const ast::Attribute& target, const Span& span);
  void AugmentItem(const ast::AugmentedAssign& s, const ast::Subscript& target, const Span& span);
  ValueId Inplace(BinaryOp op, ValueId value, ValueId operand, const Span& span);

  // variables.cc
  bool IsOwn(const ast::Variable& variable) const { return variable.scope->frame() == &scope_; }
  // The local variable that an expression names, if changing the object in place means assigning the
  // variable.
  const ast::Variable* PlainLocal(const ast::Expression& expression) const;
  void DeclareLocals(const ast::Unit* block);
  // Whether a block's variable had a value before the block; then AssignedKey's says whether the block has
  // assigned it.
  bool HasOutsideValue(const ast::Variable& variable) const {
    return has_outside_value_.count(&variable) != 0;
  }
  static Key AssignedKey(const ast::Variable& variable) { return &variable.outer; }
  ValueId ReadRaw(const ast::Variable& variable);  // the value or cell; maybe unbound
  ValueId ReadVariable(const ast::Variable& variable, const Span& span);
  ValueId CheckBound(ValueId value, const ast::Variable& variable, const Span& span);
  void WriteVariable(const ast::Variable& variable, ValueId value);
  ValueId MakeFunction(const ast::Function& function, const Span& span);
  ValueId LowerClass(const ast::ClassDef& s, const Span& span);  // undecorated
  ValueId Decorate(const std::vector<ast::ExpressionPtr>& decorators, const std::vector<ValueId>& values,
                   ValueId made);

  // expressions.cc
  ValueId Lower(const ast::Expression& expression);
  ValueId LowerExpression(const ast::Constant& e, const Span& span);
  ValueId LowerExpression(const ast::Name& e, const Span& span);
  ValueId LowerExpression(const ast::Unary& e, const Span& span);
  ValueId LowerExpression(const ast::Binary& e, const Span& span);
  ValueId LowerExpression(const ast::BoolOp& e, const Span& span);
  ValueId LowerExpression(const ast::Compare& e, const Span& span);
  ValueId LowerExpression(const ast::Conditional& e, const Span& span);
  ValueId LowerExpression(const ast::Attribute& e, const Span& span);
  ValueId LowerExpression(const ast::Subscript& e, const Span& span);
  ValueId LowerExpression(const ast::Slice& e, const Span& span);
  ValueId LowerExpression(const ast::Sequence& e, const Span& span);
  ValueId LowerExpression(const ast::Starred& e, const Span& span);
  ValueId LowerExpression(const ast::Call& e, const Span& span);
  ValueId LowerExpression(const ast::Super& e, const Span& span);
  ValueId LowerExpression(const ast::Lambda& e, const Span& span);
  ValueId LowerExpression(const ast::Comprehension& e, const Span& span);
  ValueId LowerExpression(const ast::Walrus& e, const Span& span);
  ValueId LowerExpression(const ast::FormattedValue& e, const Span& span);
  ValueId LowerExpression(const ast::JoinedString& e, const Span& span);
  ValueId LowerExpression(const ast::Unsupported& e, const Span& span);
  // Jumps to `yes` or `no` by the truth of the expression.
  void LowerCondition(const ast::Expression& expression, BlockId yes, BlockId no);
  ValueId LowerOptional(const ast::ExpressionPtr& expression);  // None if absent
  ValueId ListOf(const std::vector<ast::ExpressionPtr>& items, const Span& span);
  // Appends the arguments' values to the instruction's operands, and their shape.
  void LowerArguments(const std::vector<ast::CallArgument>& arguments, size_t first, ir::Instruction& call);
  bool IsSupportedSuper(const ast::Super& e) const;

  ir::SiteId Site(const Span& span) { return module_.Site(span, class_body_, class_site_); }

  // Operators.
  ValueId Emit(ir::Op op, std::vector<ValueId> operands, const Span& span);
  ValueId EmitNamed(ir::Op op, std::vector<ValueId> operands, const std::string& name, const Span& span);
  ValueId EmitUnsupported(const std::string& message, const Span& span);
  ValueId EmitLinked(const Linked& linked, const Span& span);
  ValueId EmitNone();
  ValueId EmitBool(bool value);
  ValueId EmitText(const std::string& text);
  ValueId EmitBuiltin(const std::string& name, const Span& span);
  ValueId EmitCall(ValueId callee, std::vector<ValueId> arguments, const Span& span);
  ValueId Truth(ValueId value, const Span& span);
  BlockId SealedJump();  // a new block that only the current one goes to

  ModuleLowering& module_;
  const ast::Scope& scope_;
  const ast::Function* function_;  // null: the block
  Builder builder_;
  std::vector<Context> contexts_;
  std::set<const ast::Variable*> has_outside_value_;
  std::map<const ast::Variable*, size_t> assignments_;           // of names, not of what they hold
  std::map<const ast::Variable*, std::vector<size_t>> changes_;  // of what they hold: at which depths
  std::string class_body_;                                       // the class whose body is being lowered
  ir::SiteId class_site_{0};                                     // of its class statement
};

// Where CPython's tracebacks put an attribute, and a call of it: the line on which its name stands.
source::Span AttributeSpan(const source::Span& attribute, const std::string& name);

}  // namespace fora::lower
