// ScopeLog: what happens to names in a unit, in the order in which code runs, for the analyses that need the
// whole scope: name resolution (resolve.h) and the choice of captures (captures.h).
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/parse/parse.h"

namespace fora::parse {

struct NameUse {
  ast::Name* name;
  ast::Scope* scope;        // where the search begins
  ast::Scope* class_scope;  // the class body that the name stands in and has not bound yet, if any
  source::Span span;
  bool global;  // declared so
};

// Positions count events of a unit; a later event of one frame, loops aside, has a higher position.
struct AssignEvent {
  const ast::Name* name;
  uint32_t position;
};
struct ClosureEvent {
  ast::Function* function;
  uint32_t position;
  // The function is dead before the next statement: true for list comprehensions; for an argument of calls
  // such as sum(), if all of `consumers` are the builtins of their names.
  bool immediate;
  std::vector<const ast::Name*> consumers;
};
struct LoopRange {
  uint32_t begin, end;  // events with begin <= position < end run in the loop
};
struct StatementRange {
  const ast::Statement* statement;
  uint32_t begin, end;
};

// Of one frame (a block's or a function's scope; class bodies run in the frame around them).
struct FrameLog {
  std::vector<AssignEvent> assigns;
  std::vector<ClosureEvent> closures;
  std::vector<LoopRange> loops;
  std::vector<StatementRange> statements;  // of the frame's own body, not nested ones
};

struct ScopeLog {
  std::vector<NameUse> uses;
  std::map<ast::Scope*, FrameLog> frames;
  std::vector<ast::Scope*> frame_order;  // outermost first
  std::map<ast::Scope*, ast::ClassDef*> classes;
};

}  // namespace fora::parse
