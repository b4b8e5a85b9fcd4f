#include "compiler/parse/inert.h"

#include <algorithm>

namespace fora::parse {
namespace {

bool AllAre(const std::vector<ast::ExpressionPtr>& expressions, bool (*predicate)(const ast::Expression&)) {
  return std::all_of(expressions.begin(), expressions.end(), [&](const auto& e) { return predicate(*e); });
}

bool IsInertValue(const ast::Expression& expression) {
  if (IsLiteral(expression) || expression.as<ast::Name>() != nullptr) return true;
  if (const auto* sequence = expression.as<ast::Sequence>()) return AllAre(sequence->items, IsInertValue);
  const auto* lambda = expression.as<ast::Lambda>();
  if (lambda == nullptr) return false;
  return std::all_of(lambda->function->parameters.begin(), lambda->function->parameters.end(),
                     [](const auto& parameter) {
                       return parameter.default_value == nullptr || IsInertValue(*parameter.default_value);
                     });
}

bool IsName(const ast::Expression& expression) { return expression.as<ast::Name>() != nullptr; }

bool IsMethodDecorator(const ast::Expression& expression) {
  const auto* name = expression.as<ast::Name>();
  return name != nullptr && name->variable == nullptr &&
         (name->id == "property" || name->id == "staticmethod" || name->id == "classmethod");
}

}  // namespace

bool IsLiteral(const ast::Expression& expression) {
  if (expression.as<ast::Constant>() != nullptr) return true;
  if (const auto* sequence = expression.as<ast::Sequence>()) {
    return sequence->is_tuple && AllAre(sequence->items, IsLiteral);
  }
  const auto* unary = expression.as<ast::Unary>();
  if (unary == nullptr || unary->op != UnaryOp::kNeg) return false;
  const auto* constant = unary->operand->as<ast::Constant>();
  return constant != nullptr && (std::holds_alternative<int64_t>(constant->value) ||
                                 std::holds_alternative<double>(constant->value));
}

bool IsPlainDef(const ast::FunctionDef& def, bool method_decorators_allowed) {
  if (!def.decorators.empty() && !(method_decorators_allowed && AllAre(def.decorators, IsMethodDecorator)))
    return false;
  return std::all_of(def.function->parameters.begin(), def.function->parameters.end(),
                     [](const auto& parameter) {
                       return parameter.default_value == nullptr || IsLiteral(*parameter.default_value);
                     });
}

bool IsInertClass(const ast::ClassDef& def, bool literals_only) {
  if (!def.decorators.empty() || !AllAre(def.bases, IsName)) return false;
  return std::all_of(def.body.begin(), def.body.end(), [&](const auto& statement) {
    if (const auto* method = statement->template as<ast::FunctionDef>()) {
      return IsName(*method->target) && IsPlainDef(*method, true);
    }
    if (const auto* assign = statement->template as<ast::Assign>()) {
      return AllAre(assign->targets, IsName) &&
             (literals_only ? IsLiteral(*assign->value) : IsInertValue(*assign->value));
    }
    if (const auto* value = statement->template as<ast::ExpressionStatement>())
      return IsLiteral(*value->value);
    return statement->template as<ast::Pass>() != nullptr;
  });
}

bool IsInert(const ast::Statement& statement) {
  if (const auto* def = statement.as<ast::FunctionDef>()) return IsPlainDef(*def);
  if (const auto* def = statement.as<ast::ClassDef>()) return IsInertClass(*def, false);
  if (const auto* assign = statement.as<ast::Assign>()) {
    return AllAre(assign->targets, IsName) && IsInertValue(*assign->value);
  }
  if (const auto* value = statement.as<ast::ExpressionStatement>()) return IsLiteral(*value->value);
  return statement.as<ast::Pass>() != nullptr || statement.as<ast::Import>() != nullptr;
}

}  // namespace fora::parse
