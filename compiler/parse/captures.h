// Captures: how each nested function gets at the variables of the scopes around it (ast::Capture).
//
// The cheapest way that can't be told from CPython's late binding is taken, per variable:
//   static   a block's def, class, import or literal that depends on nothing computed, and that nothing can
//   use before
//            it has run;
//   lifted   a def that functions made before it refer to (itself, at least), none of which can be called
//   before it; value    never assigned after a function that needs it may have been made. Needing is
//   transitive: whoever refers
//            to a lifted function needs what that one needs;
//   cell     everything else.
#pragma once

#include "compiler/ast/ast.h"
#include "compiler/parse/scope_log.h"

namespace fora::parse {

// REQUIRES: Resolve. Sets Variable::capture and definition, and Function::captures.
void ChooseCaptures(const source::Program& program, ScopeLog& log);

}  // namespace fora::parse
