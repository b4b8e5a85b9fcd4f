#include "compiler/parse/captures.h"

#include <algorithm>
#include <optional>
#include <set>

#include "compiler/parse/inert.h"

namespace fora::parse {
namespace {

using ast::Capture;
using ast::Function;
using ast::Scope;
using ast::Variable;

// A set in order of insertion, so that captures have the same order in every run.
class VariableSet {
 public:
  bool Add(Variable* variable) {
    if (!members_.insert(variable).second) return false;
    order_.push_back(variable);
    return true;
  }
  bool Has(Variable* variable) const { return members_.count(variable) != 0; }
  const std::vector<Variable*>& order() const { return order_; }

 private:
  std::vector<Variable*> order_;
  std::set<Variable*> members_;
};

struct Assignment {
  Scope* frame;
  uint32_t position;
};

// A statement of a frame's own body that alone binds a variable, and may be evaluated where the variable is
// used.
struct Definition {
  Variable* variable;
  const ast::Statement* statement;
  size_t index;                      // among the frame's statements
  uint32_t position;                 // of the assignment
  std::vector<Function*> functions;  // made by the statement
};

class CaptureChoice {
 public:
  CaptureChoice(const source::Program& program, ScopeLog& log) : program_(program), log_(log) {}

  void Run() {
    CollectReferences();
    CollectAssignments();
    if (ShareVariables()) CollectReferences();
    for (Scope* frame : log_.frame_order) ChooseDefinitions(frame);
    CollectNeeds();
    for (Variable* variable : captured_.order()) ChooseOfPlain(variable);
    for (auto& [function, needs] : needs_) function->captures = needs.order();
  }

 private:
  // ---- Facts ----

  void CollectReferences() {
    references_.clear();
    captured_ = VariableSet();
    for (const NameUse& use : log_.uses) {
      Variable* variable = use.name->variable;
      if (variable == nullptr) continue;
      Scope* home = variable->scope->frame();
      Scope* start = use.class_scope != nullptr ? use.class_scope : use.scope;
      for (Scope* frame = start->frame(); frame != home; frame = frame->parent->frame()) {
        references_[frame->function].Add(variable);
        captured_.Add(variable);
      }
    }
  }

  // A comprehension is one frame in CPython: functions that are made in it and live on all see the last
  // element. Its variables then belong to the frame around it, which makes a cell for each whenever it
  // evaluates the comprehension.
  bool ShareVariables() {
    bool any = false;
    for (Scope* frame : log_.frame_order) {
      if (frame->function == nullptr || frame->function->kind != Function::Kind::kElement) continue;
      for (const ClosureEvent& event : log_.frames[frame].closures) {
        if (IsImmediate(event)) continue;
        for (Variable* variable : references_[event.function].order()) {
          if (variable->scope != frame) continue;
          Function* outermost = frame->function;
          while (outermost->is_inner_clause) outermost = outermost->scope->parent->frame()->function;
          variable->scope = outermost->scope->parent->frame();
          outermost->shared.push_back(variable);
          any = true;
        }
      }
    }
    return any;
  }

  void CollectAssignments() {
    for (auto& [frame, log] : log_.frames) {
      for (const AssignEvent& event : log.assigns) {
        if (event.name->variable != nullptr)
          assignments_[event.name->variable].push_back({frame, event.position});
      }
    }
  }

  // ---- Definitions: static and lifted ----

  void ChooseDefinitions(Scope* frame) {
    const FrameLog& log = log_.frames[frame];
    std::vector<Definition> definitions;
    for (size_t i = 0; i < log.statements.size(); ++i) AddDefinitions(frame, log, i, definitions);
    std::map<Variable*, const Definition*> by_variable;
    for (const Definition& definition : definitions) by_variable[definition.variable] = &definition;

    std::vector<const Definition*> safe;  // nothing can use them before they have run
    std::map<const Definition*, bool> used_early;
    for (const Definition& definition : definitions) {
      std::optional<uint32_t> first = FirstUse(frame, log, definition, by_variable);
      used_early[&definition] = first.has_value() && *first <= definition.position;
      if (!used_early[&definition] || InertBetween(log, *first, definition.index))
        safe.push_back(&definition);
    }
    if (frame->kind == Scope::Kind::kBlock) ChooseStatics(safe);
    for (const Definition* definition : safe) {
      const auto* def = definition->statement->as<ast::FunctionDef>();
      if (definition->variable->capture == Capture::kStatic || def == nullptr || !used_early[definition])
        continue;
      definition->variable->capture = Capture::kLifted;
      definition->variable->definition = definition->statement;
    }
  }

  void AddDefinitions(Scope* frame, const FrameLog& log, size_t index, std::vector<Definition>& definitions) {
    const StatementRange& range = log.statements[index];
    std::vector<const ast::Expression*> targets;
    if (const auto* def = range.statement->as<ast::FunctionDef>()) {
      if (IsPlainDef(*def)) targets.push_back(def->target.get());
    } else if (frame->kind == Scope::Kind::kBlock) {
      if (const auto* def = range.statement->as<ast::ClassDef>()) {
        if (IsInertClass(*def, true)) targets.push_back(def->target.get());
      } else if (const auto* assign = range.statement->as<ast::Assign>()) {
        if (assign->targets.size() == 1 && IsLiteral(*assign->value))
          targets.push_back(assign->targets[0].get());
      } else if (const auto* import = range.statement->as<ast::Import>()) {
        for (const auto& item : import->items) targets.push_back(item.target.get());
      }
    }
    for (const ast::Expression* target : targets) {
      const auto* name = target->as<ast::Name>();
      Variable* variable = name == nullptr ? nullptr : name->variable;
      if (variable == nullptr || variable->scope != frame) continue;
      // Numbers and modules that no function refers to are the block's own; classes may refer to themselves
      // as __class__.
      bool is_code = range.statement->as<ast::FunctionDef>() != nullptr ||
                     range.statement->as<ast::ClassDef>() != nullptr;
      if (!captured_.Has(variable) && !(is_code && frame->kind == Scope::Kind::kBlock)) continue;
      const std::vector<Assignment>& all = assignments_[variable];
      if (all.size() != 1 || all[0].frame != frame) continue;
      Definition definition{variable, range.statement, index, all[0].position, {}};
      for (const ClosureEvent& event : log.closures) {
        if (event.position >= range.begin && event.position < range.end)
          definition.functions.push_back(event.function);
      }
      definitions.push_back(std::move(definition));
    }
  }

  // The first place where a function is made that refers to the definition, directly or through other
  // definitions.
  std::optional<uint32_t> FirstUse(Scope* frame, const FrameLog& log, const Definition& definition,
                                   const std::map<Variable*, const Definition*>& by_variable) {
    for (const ClosureEvent& event : log.closures) {
      VariableSet reached;
      Reach(frame, event.function, by_variable, reached);
      if (reached.Has(definition.variable)) return event.position;
    }
    return std::nullopt;
  }

  void Reach(Scope* frame, Function* function, const std::map<Variable*, const Definition*>& by_variable,
             VariableSet& reached) {
    for (Variable* variable : references_[function].order()) {
      if (variable->scope != frame || !reached.Add(variable)) continue;
      auto found = by_variable.find(variable);
      if (found == by_variable.end()) continue;
      for (Function* made : found->second->functions) Reach(frame, made, by_variable, reached);
    }
  }

  static bool InertBetween(const FrameLog& log, uint32_t first, size_t last) {
    for (size_t i = 0; i <= last; ++i) {
      if (log.statements[i].end > first && !IsInert(*log.statements[i].statement)) return false;
    }
    return true;
  }

  // The largest set of definitions that depend on each other alone.
  void ChooseStatics(const std::vector<const Definition*>& safe) {
    std::map<Variable*, const Definition*> chosen;
    for (const Definition* definition : safe) chosen[definition->variable] = definition;
    bool changed = true;
    while (changed) {
      changed = false;
      for (const Definition* definition : safe) {
        if (chosen.count(definition->variable) != 0 && !DependsOnlyOn(chosen, *definition)) {
          chosen.erase(definition->variable);
          changed = true;
        }
      }
    }
    for (auto& [variable, definition] : chosen) {
      variable->capture = Capture::kStatic;
      variable->definition = definition->statement;
      const auto* def = definition->statement->as<ast::ClassDef>();
      if (def == nullptr || def->class_cell == nullptr) continue;
      def->class_cell->capture = Capture::kStatic;
      def->class_cell->definition = definition->statement;
    }
  }

  bool DependsOnlyOn(const std::map<Variable*, const Definition*>& chosen, const Definition& definition) {
    const auto* class_def = definition.statement->as<ast::ClassDef>();
    for (Function* function : definition.functions) {
      for (Variable* variable : references_[function].order()) {
        bool own_class = class_def != nullptr && variable == class_def->class_cell;
        if (!own_class && chosen.count(variable) == 0) return false;
      }
    }
    if (class_def == nullptr) return true;
    return std::all_of(class_def->bases.begin(), class_def->bases.end(), [&](const auto& base) {
      Variable* variable = base->template as<ast::Name>()->variable;
      if (variable == nullptr) return true;
      auto found = chosen.find(variable);
      return found != chosen.end() && found->second->index < definition.index;
    });
  }

  // ---- Needs, cells and values ----

  void CollectNeeds() {
    for (Scope* frame : log_.frame_order) {
      if (frame->function != nullptr) needs_[frame->function];
    }
    bool changed = true;
    while (changed) {
      changed = false;
      for (Scope* frame : log_.frame_order) {
        if (frame->function == nullptr) continue;
        for (Variable* variable : references_[frame->function].order())
          changed |= AddNeed(frame->function, variable);
        for (const ClosureEvent& event : log_.frames[frame].closures) {
          for (Variable* variable : Copy(needs_[event.function])) {
            if (variable->scope->frame() != frame) changed |= AddNeed(frame->function, variable);
          }
        }
      }
    }
  }

  bool AddNeed(Function* function, Variable* variable) {
    if (variable->capture == Capture::kStatic) return false;
    if (variable->capture != Capture::kLifted) return needs_[function].Add(variable);
    bool changed = false;
    Function* lifted = variable->definition->as<ast::FunctionDef>()->function.get();
    for (Variable* needed : Copy(needs_[lifted])) {
      if (needed->scope->frame() != function->scope) changed |= AddNeed(function, needed);
    }
    return changed;
  }

  static std::vector<Variable*> Copy(const VariableSet& set) { return set.order(); }

  void ChooseOfPlain(Variable* variable) {
    if (variable->capture != Capture::kNone) return;
    variable->capture = IsLate(variable) ? Capture::kCell : Capture::kValue;
  }

  // May the variable be assigned when a function that needs it exists?
  bool IsLate(Variable* variable) {
    Scope* frame = variable->scope->frame();
    if (variable->scope->kind == Scope::Kind::kClass)
      return true;  // `__class__`, assigned after its methods are made
    const FrameLog& log = log_.frames[frame];
    for (const Assignment& assignment : assignments_[variable]) {
      if (assignment.frame != frame) return true;
      for (const ClosureEvent& event : log.closures) {
        if (!needs_[event.function].Has(variable) || IsImmediate(event)) continue;
        if (assignment.position > event.position || ShareLoop(log, assignment.position, event.position))
          return true;
      }
    }
    return false;
  }

  bool IsImmediate(const ClosureEvent& event) {
    if (!event.immediate &&
        (event.consumers.empty() || !std::all_of(event.consumers.begin(), event.consumers.end(),
                                                 [&](const auto* name) { return IsBuiltin(*name); }))) {
      return false;
    }
    const FrameLog& inner = log_.frames[event.function->scope];
    return std::all_of(inner.closures.begin(), inner.closures.end(),
                       [&](const auto& nested) { return IsImmediate(nested); });
  }

  bool IsBuiltin(const ast::Name& name) const {
    if (name.variable != nullptr) return false;
    if (!name.object.has_value()) return true;
    const auto* builtin = std::get_if<source::BuiltinObject>(&program_.objects[*name.object]);
    return builtin != nullptr && builtin->name == name.id;
  }

  static bool ShareLoop(const FrameLog& log, uint32_t a, uint32_t b) {
    return std::any_of(log.loops.begin(), log.loops.end(), [&](const LoopRange& loop) {
      return loop.begin <= a && a < loop.end && loop.begin <= b && b < loop.end;
    });
  }

  const source::Program& program_;
  ScopeLog& log_;
  VariableSet captured_;
  std::map<Function*, VariableSet> references_;  // of variables of frames around, also by functions inside
  std::map<Function*, VariableSet> needs_;
  std::map<Variable*, std::vector<Assignment>> assignments_;
};

}  // namespace

void ChooseCaptures(const source::Program& program, ScopeLog& log) { CaptureChoice(program, log).Run(); }

}  // namespace fora::parse
