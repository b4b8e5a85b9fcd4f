// ModuleLowering: what the functions of a module share: its tables, and which functions are still to be
// lowered.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/ir/ir.h"
#include "compiler/lower/lower.h"

namespace fora::lower {

// A value that a name of the program stands for: a constant or global of the module, or why there is none.
struct Linked {
  Value value;
  std::optional<std::string> unsupported;
};

class ModuleLowering {
 public:
  ModuleLowering(const ast::Program& program, const Options& options);
  std::shared_ptr<const ir::Module> Run();

  const source::Program& source() const { return *program_.source; }

  // In a class body: the class's name, and the site of the class statement.
  ir::SiteId Site(const source::Span& span, const std::string& body = {}, ir::SiteId around = ir::SiteId(0));
  // The operator that gives `value`: a constant, or a global if it is a function, class or other big thing.
  ir::Instruction Load(const Value& value);
  ir::Instruction LoadConstant(const source::Constant& constant);

  // The client's object; linked on demand, with everything that it refers to.
  const Linked& Object(source::ObjectId id);
  // A builtin, by name; unsupported if CPython has it and we don't; none if it doesn't exist.
  std::optional<Linked> Builtin(const std::string& name);
  // A module, or its member if that is not empty.
  Linked Import(const std::string& module, const std::string& member);
  // A static definition of the block.
  Linked Static(const ast::Variable& variable);

  // The code of a nested function, lowered later.
  ir::FunctionId Code(const ast::Function& function);
  int64_t AddClass(ir::ClassTemplate pattern);

  // Whether a captured variable may be unassigned when a function that captures it is made.
  bool MayBeUnbound(const ast::Variable* variable) const { return maybe_unbound_.count(variable) != 0; }

 private:
  using Role = ast::Function::Role;

  ir::Function* NewFunction(const std::string& name, const std::string& qualname, const source::Span& span);
  Value FunctionValue(const ast::Function& function);  // one without captures
  Linked StaticClass(const ast::ClassDef& definition);
  Linked MakeClass(const std::string& name, const std::string& qualname, std::vector<Value> bases,
                   std::vector<std::pair<std::string, Value>> attributes, const source::Span& span);
  Value Literal(const ast::Expression& literal);
  Value ConstantOf(const source::Constant& constant);
  void LowerCode(const ast::Function& function, ir::Function& code);
  void NoteUnboundCaptures(const ir::Function& code, const ast::Scope& scope,
                           const std::vector<bool>& unbound);
  void LowerEntry();
  void LowerCall(const source::Call& call, ir::Function& code);

  // link.cc
  std::vector<source::ObjectId> Dependencies(source::ObjectId id) const;
  Linked Link(source::ObjectId id);
  Linked LinkFunction(source::ObjectId id, const source::FunctionObject& function, Role role);
  Linked LinkClass(const source::ClassObject& object);
  Linked LinkItems(const std::vector<source::ObjectId>& items, bool is_tuple);
  Linked LinkInstance(source::ObjectId class_id, const std::vector<source::Binding>& fields,
                      const std::vector<source::ObjectId>* exception_args);
  Linked LinkWrapper(const source::Object& object);
  void MarkDefaults(ir::Function& code);
  Linked LinkRange(const source::RangeObject& range);
  Linked LinkAttribute(const source::Binding& attribute);
  Value UnsupportedAttribute(const std::string& name, const std::string& message);
  const ast::Unit* UnitOf(source::ObjectId id, Role role) const;

  const ast::Program& program_;
  const Options& options_;
  std::shared_ptr<ir::Module> module_;
  std::map<source::ObjectId, Linked> linked_;
  std::set<source::ObjectId> linking_;
  std::map<const ast::Function*, ir::FunctionId> codes_;
  std::map<ir::FunctionId, const ast::Function*> functions_;
  std::map<const ast::Statement*, Linked> statics_;
  std::deque<const ast::Function*> pending_;
  std::set<const ast::Variable*> maybe_unbound_;
  std::map<std::vector<uint32_t>, ir::SiteId> sites_;
  std::map<std::pair<Tag, uint64_t>, int64_t> constants_, globals_;
  std::map<std::string, Value> texts_;
};

}  // namespace fora::lower
