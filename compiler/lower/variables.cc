// Variables, cells and what is made of them: functions and classes.
#include <map>
#include <utility>

#include "compiler/lower/function_lowering.h"
#include "runtime/base/check.h"

namespace fora::lower {

using ast::Capture;
using ir::Op;

// An unbound value becomes the exception that CPython raises for it; kCheckBound's index says which.
enum UnboundName : int64_t { kLocalOrFree = 0, kGlobalName = 1, kUnsupportedName = 2 };

const ast::Variable* FunctionLowering::PlainLocal(const ast::Expression& expression) const {
  const auto* name = expression.as<ast::Name>();
  if (name == nullptr || name->variable == nullptr || !IsOwn(*name->variable)) return nullptr;
  return name->variable->capture == Capture::kCell ? nullptr : name->variable;
}

// Values that variables have before the first statement: a block's from outside, cells for those that need
// one.
void FunctionLowering::DeclareLocals(const ast::Unit* block) {
  for (const auto& variable : scope_.variables) {
    if (!IsOwn(*variable)) continue;  // a comprehension's, shared by its elements
    ValueId value;
    if (block != nullptr && variable->outer.has_value() &&
        !module_.Object(*variable->outer).unsupported.has_value()) {
      value = EmitLinked(module_.Object(*variable->outer), {});
    } else if (std::optional<Linked> builtin = module_.Builtin(variable->name);
               block != nullptr && !variable->outer.has_value() && builtin.has_value() &&
               !builtin->unsupported.has_value()) {
      value = EmitLinked(*builtin, {});
    } else if (variable->capture == Capture::kCell) {
      value = builder_.Read(variable.get(), variable->name);  // a parameter, or unbound
    } else {
      continue;
    }
    if (variable->capture == Capture::kCell) {
      value = Emit(Op::kMakeCell, {value}, {});  // functions may assign it too, unseen
    } else if (block != nullptr) {
      has_outside_value_.insert(variable.get());
      builder_.Write(AssignedKey(*variable), "", EmitBool(false));
    }
    builder_.Write(variable.get(), variable->name, value);
  }
}

ir::ValueId FunctionLowering::ReadRaw(const ast::Variable& variable) {
  return builder_.Read(&variable, variable.name);
}

ir::ValueId FunctionLowering::ReadVariable(const ast::Variable& variable, const Span& span) {
  if (!IsOwn(variable)) {
    if (variable.capture == Capture::kStatic) return EmitLinked(module_.Static(variable), span);
    if (variable.capture == Capture::kLifted) {
      return MakeFunction(*variable.definition->as<ast::FunctionDef>()->function, span);
    }
  }
  ValueId value = ReadRaw(variable);
  if (variable.capture == Capture::kCell)
    return CheckBound(Emit(Op::kGetCell, {value}, span), variable, span);
  ValueId checked = CheckBound(value, variable, span);
  // The variable keeps the checked value alone, so that the object stays unshared.
  builder_.Write(&variable, variable.name, checked);
  return checked;
}

ir::ValueId FunctionLowering::CheckBound(ValueId value, const ast::Variable& variable, const Span& span) {
  ir::Instruction check;
  check.op = Op::kCheckBound;
  check.operands = {value};
  check.name = variable.name;
  check.site = Site(span);
  if (variable.scope->kind == ast::Scope::Kind::kBlock) {
    check.index = kGlobalName;
    if (variable.outer.has_value() && module_.Object(*variable.outer).unsupported.has_value()) {
      check.index = kUnsupportedName;
      check.name = *module_.Object(*variable.outer).unsupported;
    }
  } else {
    check.flag = !IsOwn(variable);
  }
  return builder_.Emit(std::move(check), variable.name);
}

void FunctionLowering::WriteVariable(const ast::Variable& variable, ValueId value) {
  if (variable.capture != Capture::kCell) {
    FORA_CHECK(IsOwn(variable)) << variable.name << " is assigned by an inner function and has no cell";
    builder_.Write(&variable, variable.name, value);
    if (HasOutsideValue(variable)) builder_.Write(AssignedKey(variable), "", EmitBool(true));
    return;
  }
  ir::Instruction set;
  set.op = Op::kSetCell;
  set.operands = {ReadRaw(variable), value};
  builder_.EmitVoid(std::move(set));
}

// The `function` operator: captures, then defaults, then keyword defaults.
ir::ValueId FunctionLowering::MakeFunction(const ast::Function& function, const Span& span) {
  ir::Instruction make;
  make.op = Op::kFunction;
  make.index = module_.Code(function).value();
  make.site = Site(span);
  std::vector<ValueId> defaults, keyword_defaults;
  for (const ast::Parameter& parameter : function.parameters) {
    if (parameter.default_value == nullptr) continue;
    bool keyword = parameter.kind == ast::Parameter::Kind::kKeywordOnly;
    (keyword ? keyword_defaults : defaults).push_back(Lower(*parameter.default_value));
  }
  for (const ast::Variable* variable : function.captures) make.operands.push_back(ReadRaw(*variable));
  make.operands.insert(make.operands.end(), defaults.begin(), defaults.end());
  make.operands.insert(make.operands.end(), keyword_defaults.begin(), keyword_defaults.end());
  return builder_.Emit(std::move(make), function.name);
}

ir::ValueId FunctionLowering::LowerClass(const ast::ClassDef& s, const Span& span) {
  ir::Instruction make;
  make.op = Op::kClass;
  make.site = Site(span);
  for (const auto& base : s.bases) make.operands.push_back(Lower(*base));
  if (s.class_cell != nullptr) {
    // The methods' __class__: empty until the class is made.
    ValueId unbound = Emit(Op::kUnboundValue, {}, span);
    builder_.Write(s.class_cell, "__class__", Emit(Op::kMakeCell, {unbound}, span));
  }
  const std::string body_around = std::exchange(class_body_, s.name);
  const ir::SiteId site_around = std::exchange(class_site_, make.site);
  Lower(s.body);
  class_body_ = body_around;
  class_site_ = site_around;
  ir::ClassTemplate pattern{s.name, s.qualname, static_cast<uint32_t>(s.bases.size()), {}, span};
  for (const auto& variable : s.scope->variables) {
    if (variable.get() == s.class_cell) continue;
    pattern.attribute_names.push_back(variable->name);
    make.operands.push_back(ReadRaw(*variable));
  }
  make.index = module_.AddClass(std::move(pattern));
  ValueId made = builder_.Emit(std::move(make), s.name);
  if (s.class_cell != nullptr) WriteVariable(*s.class_cell, made);
  return made;
}

}  // namespace fora::lower
