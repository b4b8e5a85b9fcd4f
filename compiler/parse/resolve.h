// Resolve: which variable or object each name of a unit means, by Python's rules of scope.
#pragma once

#include <vector>

#include "compiler/parse/parse.h"
#include "compiler/parse/scope_log.h"

namespace fora::parse {

// Sets Name::variable or Name::object of every logged use; both stay empty for builtins and names that don't
// exist.
void Resolve(ast::Unit& unit, ScopeLog& log, std::vector<Diagnostic>& diagnostics);

}  // namespace fora::parse
