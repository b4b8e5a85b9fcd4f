// The typed syntax tree: what `parse` makes of CPython's generic one, with every name resolved.
//
// A Unit is one tree of scopes: a client-side function, or the statements of a block. Within a unit a name is
// a Variable of one of its scopes, an object that the client sent, or neither: then a builtin, or a
// NameError.
//
// Ownership: a Unit owns its scopes and variables, statements and expressions own their parts; plain pointers
// point within the unit. The source::Program outlives all.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "compiler/source/source.h"
#include "runtime/value/operators.h"

namespace fora::ast {

using source::Span;

struct Expression;
struct Statement;
struct Function;
struct Scope;
using ExpressionPtr = std::unique_ptr<Expression>;
using Body = std::vector<std::unique_ptr<Statement>>;

// ---- Scopes ----

// How functions nested in a variable's scope get at it.
enum class Capture : uint8_t {
  kNone,    // none of them does
  kValue,   // its value is copied when a function is made: it is never assigned after that
  kCell,    // through a cell, which always gives CPython's late binding
  kLifted,  // it is a function, made anew from that function's own captures (lambda lifting): recursion needs
            // no cell
  kStatic,  // a block's definition that depends on nothing computed: an object of the program, like the
            // client's
};

struct Variable {
  std::string name;
  Scope* scope = nullptr;
  Capture capture = Capture::kNone;
  std::optional<source::ObjectId> outer;  // of a block: the client's value, before the block assigns it
  const Statement* definition = nullptr;  // kLifted, kStatic: the one statement that binds it
};

struct Scope {
  enum class Kind : uint8_t { kBlock, kFunction, kClass };
  Kind kind;
  Scope* parent = nullptr;
  Function* function = nullptr;                      // kFunction
  std::vector<std::unique_ptr<Variable>> variables;  // in order of first binding; parameters first
  Variable* Find(std::string_view name) const {
    for (const auto& variable : variables) {
      if (variable->name == name) return variable.get();
    }
    return nullptr;
  }
  // The scope in whose frame the code runs: a class body's is the one around it.
  Scope* frame() { return kind == Kind::kClass ? parent->frame() : this; }
};

// ---- Expressions ----

struct Constant {
  source::Constant value;
};
struct Name {
  std::string id;
  Variable* variable = nullptr;            // else
  std::optional<source::ObjectId> object;  // else a builtin or a NameError
};
struct Unary {
  UnaryOp op;
  ExpressionPtr operand;
};
struct Binary {
  BinaryOp op;
  ExpressionPtr left, right;
};
struct BoolOp {
  bool is_and;
  std::vector<ExpressionPtr> values;
};
struct Compare {
  ExpressionPtr first;
  std::vector<CompareOp> ops;
  std::vector<ExpressionPtr> rest;
};
struct Conditional {
  ExpressionPtr test, then, otherwise;
};
struct Attribute {
  ExpressionPtr value;
  std::string name;
};
struct Subscript {
  ExpressionPtr value, index;
};
struct Slice {
  ExpressionPtr start, stop, step;
};  // each may be null
struct Sequence {
  bool is_tuple;
  std::vector<ExpressionPtr> items;
};  // also a target; items may be Starred
struct Starred {
  ExpressionPtr value;
};
struct CallArgument {
  enum class Kind : uint8_t { kPositional, kStar, kKeyword, kDoubleStar } kind;
  std::string name;  // kKeyword
  ExpressionPtr value;
};
struct Call {
  ExpressionPtr callee;
  std::vector<CallArgument> arguments;
};
struct Super {
  ExpressionPtr callee, class_object, self;
};  // super() and super(C, self), if callee is the builtin
struct Lambda {
  std::unique_ptr<Function> function;
};
// `element` makes an element, or the lazily evaluated elements of an inner `for` clause if `flatten`, of each
// item.
struct Comprehension {
  bool is_list;
  bool flatten;
  ExpressionPtr iterable;
  std::unique_ptr<Function> element;
};
struct Walrus {
  ExpressionPtr target, value;
};
struct FormattedValue {
  ExpressionPtr value;
  int conversion;
  ExpressionPtr spec;
};  // conversion: -1, 's', 'r', 'a'; spec may be null
struct JoinedString {
  std::vector<ExpressionPtr> parts;
};
struct Unsupported {
  std::string message;
};  // also a Statement

struct Expression {
  Span span;
  std::variant<Constant, Name, Unary, Binary, BoolOp, Compare, Conditional, Attribute, Subscript, Slice,
               Sequence, Starred, Call, Super, Lambda, Comprehension, Walrus, FormattedValue, JoinedString,
               Unsupported>
      node;
  template <class T>
  const T* as() const {
    return std::get_if<T>(&node);
  }
  template <class T>
  T* as() {
    return std::get_if<T>(&node);
  }
};

// ---- Functions ----

struct Parameter {
  enum class Kind : uint8_t { kPositionalOnly, kPositional, kVarPositional, kKeywordOnly, kVarKeyword } kind;
  Variable* variable = nullptr;
  ExpressionPtr default_value;  // evaluated where the function is made; may be null
};

struct Function {
  enum class Kind : uint8_t {
    kDef,      // body
    kLambda,   // result
    kElement,  // of a comprehension: its one parameter is assigned to target; result if all conditions hold
  };
  Kind kind;
  std::string name, qualname;
  Span span;
  Scope* scope = nullptr;
  std::vector<Parameter> parameters;
  Body body;
  ExpressionPtr target;
  std::vector<ExpressionPtr> conditions;
  ExpressionPtr result;
  // What its object is to a method: one that initialises or sets an attribute gives back the changed object.
  enum class Role : uint8_t { kPlain, kInit, kSetter } role = Role::kPlain;
  bool is_inner_clause = false;  // of a comprehension's second or later `for`
  // The outermost clause's: variables of the comprehension that functions made in it outlive; one cell each
  // for all elements.
  std::vector<Variable*> shared;
  std::vector<Variable*> captures;  // kValue and kCell variables of scopes around, in a fixed order
};

// ---- Statements ----

struct ExpressionStatement {
  ExpressionPtr value;
};
struct Assign {
  std::vector<ExpressionPtr> targets;
  ExpressionPtr value;
};
struct AugmentedAssign {
  ExpressionPtr target;
  BinaryOp op;
  ExpressionPtr value;
};
struct Delete {
  std::vector<ExpressionPtr> targets;
};  // names
struct Return {
  ExpressionPtr value;
};  // may be null
struct Raise {
  ExpressionPtr exception, cause;
};  // may be null
struct Assert {
  ExpressionPtr test, message;
};  // message may be null
struct If {
  ExpressionPtr test;
  Body then, otherwise;
};
struct While {
  ExpressionPtr test;
  Body body, otherwise;
};
struct For {
  ExpressionPtr target, iterable;
  Body body, otherwise;
};
struct Handler {
  Span span;
  ExpressionPtr type, name;
  Body body;
};  // type, name may be null; name is a Name
struct Try {
  Body body;
  std::vector<Handler> handlers;
  Body otherwise, final;
};
struct FunctionDef {
  std::vector<ExpressionPtr> decorators;
  std::unique_ptr<Function> function;
  ExpressionPtr target;
};
struct ClassDef {
  std::string name, qualname;
  std::vector<ExpressionPtr> decorators, bases;
  Scope* scope = nullptr;
  Variable* class_cell = nullptr;  // `__class__`, if a method refers to it
  Body body;                       // straight-line: assignments, definitions, pass
  ExpressionPtr target;
};
struct Import {
  struct Item {
    std::string module, member;
    ExpressionPtr target;
  };  // member: of `from module import member`
  std::vector<Item> items;
};
struct Break {};
struct Continue {};
struct Pass {};

struct Statement {
  Span span;
  std::variant<ExpressionStatement, Assign, AugmentedAssign, Delete, Return, Raise, Assert, If, While, For,
               Try, FunctionDef, ClassDef, Import, Break, Continue, Pass, Unsupported>
      node;
  template <class T>
  const T* as() const {
    return std::get_if<T>(&node);
  }
  template <class T>
  T* as() {
    return std::get_if<T>(&node);
  }
};

// ---- Units ----

struct Unit {
  std::optional<source::ObjectId> object;  // the client's function; none: the program's block
  bool is_method = false;                  // reached only as a class's attribute
  std::vector<source::Binding> free;
  std::vector<std::unique_ptr<Scope>> scopes;  // outermost first
  std::unique_ptr<Function> function;          // of a client's function
  Body body;                                   // of a block, whose scope is scopes[0]
};

struct Program {
  const source::Program* source = nullptr;
  std::vector<std::unique_ptr<Unit>>
      units;  // a function that is some class's __init__ and something else is here twice
};

}  // namespace fora::ast
