#include "compiler/parse/resolve.h"

namespace fora::parse {
namespace {

// A class body's own names are seen in the body alone, but for `__class__`, which its functions see and it
// doesn't bind.
ast::Variable* FindInClass(ast::Scope* scope, const ast::Scope* start, const std::string& id, ScopeLog& log) {
  if (scope == start) return scope->Find(id);
  if (id != "__class__") return nullptr;
  ast::ClassDef* definition = log.classes[scope];
  if (definition->class_cell == nullptr) {
    auto variable = std::make_unique<ast::Variable>();
    variable->name = id;
    variable->scope = scope;
    definition->class_cell = variable.get();
    scope->variables.push_back(std::move(variable));
  }
  return definition->class_cell;
}

ast::Variable* FindVariable(const NameUse& use, ScopeLog& log) {
  for (ast::Scope* scope = use.scope; scope != nullptr; scope = scope->parent) {
    if (use.global && scope->kind != ast::Scope::Kind::kBlock) continue;
    ast::Variable* found = scope->kind == ast::Scope::Kind::kClass
                               ? FindInClass(scope, use.scope, use.name->id, log)
                               : scope->Find(use.name->id);
    if (found != nullptr) return found;
  }
  return nullptr;
}

}  // namespace

void Resolve(ast::Unit& unit, ScopeLog& log, std::vector<Diagnostic>& diagnostics) {
  for (const NameUse& use : log.uses) {
    ast::Name& name = *use.name;
    name.variable = FindVariable(use, log);
    if (name.variable == nullptr) {
      for (const source::Binding& binding : unit.free) {
        if (binding.name == name.id) name.object = binding.object;
      }
      continue;
    }
    // CPython looks such a name up among the globals, past the functions around the class.
    if (use.class_scope != nullptr && use.class_scope->Find(name.id) != nullptr &&
        name.variable->scope->kind == ast::Scope::Kind::kFunction) {
      diagnostics.push_back({"a class attribute read before its assignment is not supported", use.span});
    }
  }
}

}  // namespace fora::parse
