// Inert statements: running them calls no function, so that definitions among them may refer to each other in
// any order.
#pragma once

#include "compiler/ast/ast.h"

namespace fora::parse {

// A literal: a number, text, None, True, a tuple of these, a negated number.
bool IsLiteral(const ast::Expression& expression);

// No decorators, and literals as defaults.
bool IsPlainDef(const ast::FunctionDef& def, bool method_decorators_allowed = false);

// A class whose statement calls nothing: no decorators, names as bases, methods plain or decorated by the
// builtin property, staticmethod or classmethod. With `literals_only` its attributes are literals and
// methods.
bool IsInertClass(const ast::ClassDef& def, bool literals_only);

bool IsInert(const ast::Statement& statement);

}  // namespace fora::parse
