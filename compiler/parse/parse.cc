// Which of the program's objects are read, and as what.
#include "compiler/parse/parse.h"

#include <set>
#include <utility>

#include "compiler/parse/captures.h"
#include "compiler/parse/reader.h"
#include "compiler/parse/resolve.h"
#include "compiler/parse/scope_log.h"

namespace fora::parse {
namespace {

using source::ObjectId;

// Functions are reached by name from the entry, and as attributes of classes.
class UnitReader {
 public:
  explicit UnitReader(const source::Program& program) : program_(program) {
    parsed_.program.source = &program;
  }

  Parsed Run() {
    CollectRoles();
    if (const auto* block = std::get_if<source::Block>(&program_.entry)) {
      ReadBlock(*block);
    } else {
      const auto& call = std::get<source::Call>(program_.entry);
      Reach(call.callee, false);
      for (ObjectId argument : call.args) Reach(argument, false);
      for (const auto& argument : call.keyword_args) Reach(argument.object, false);
    }
    while (!pending_.empty()) {
      auto [object, is_method] = pending_.back();
      pending_.pop_back();
      ReachFrom(object, is_method);
    }
    return std::move(parsed_);
  }

 private:
  using Role = ast::Function::Role;

  void CollectRoles() {
    for (const source::Object& object : program_.objects) {
      if (const auto* property = std::get_if<source::PropertyObject>(&object)) {
        if (property->setter.has_value()) setters_.insert(*property->setter);
      }
      const auto* found = std::get_if<source::ClassObject>(&object);
      if (found == nullptr) continue;
      for (const auto& attribute : found->attributes) {
        if (attribute.name == "__init__") inits_.insert(attribute.object);
      }
    }
  }

  // By name beats as a method: then its diagnostics count.
  void Reach(ObjectId object, bool is_method) {
    auto [place, is_new] = reached_.emplace(object, is_method);
    if (!is_new && (!place->second || is_method)) return;
    place->second = is_method;
    pending_.push_back({object, is_method});
  }

  void ReachFrom(ObjectId id, bool is_method) {
    const source::Object& object = program_.objects[id];
    if (const auto* function = std::get_if<source::FunctionObject>(&object)) {
      ReadFunction(id, *function, is_method);
    } else if (const auto* tuple = std::get_if<source::TupleObject>(&object)) {
      for (ObjectId item : tuple->items) Reach(item, is_method);
    } else if (const auto* list = std::get_if<source::ListObject>(&object)) {
      for (ObjectId item : list->items) Reach(item, is_method);
    } else if (const auto* found = std::get_if<source::ClassObject>(&object)) {
      for (ObjectId base : found->bases) Reach(base, true);
      for (const auto& attribute : found->attributes) Reach(attribute.object, true);
    } else if (const auto* instance = std::get_if<source::InstanceObject>(&object)) {
      Reach(instance->class_object, true);
      for (const auto& field : instance->fields) Reach(field.object, true);
    } else if (const auto* exception = std::get_if<source::ExceptionObject>(&object)) {
      Reach(exception->class_object, true);
      for (ObjectId arg : exception->args) Reach(arg, true);
      for (const auto& field : exception->fields) Reach(field.object, true);
    } else if (const auto* method = std::get_if<source::BoundMethodObject>(&object)) {
      Reach(method->self, true);
      Reach(method->function, is_method);
    } else if (const auto* method = std::get_if<source::StaticMethodObject>(&object)) {
      Reach(method->function, true);
    } else if (const auto* method = std::get_if<source::ClassMethodObject>(&object)) {
      Reach(method->function, true);
    } else if (const auto* property = std::get_if<source::PropertyObject>(&object)) {
      Reach(property->getter, true);
      if (property->setter.has_value()) Reach(*property->setter, true);
    }
  }

  void ReadFunction(ObjectId id, const source::FunctionObject& function, bool is_method) {
    bool is_init = inits_.count(id) != 0;
    bool twice = is_init && !is_method;
    if (read_.insert(id).second) {
      if (setters_.count(id) != 0) ReadFunctionUnit(id, function, is_method, Role::kSetter);
      ReadFunctionUnit(id, function, is_method, is_init ? Role::kInit : Role::kPlain);
      if (twice) ReadFunctionUnit(id, function, is_method, Role::kPlain);
    } else if (!is_method) {
      AddDiagnostics(withheld_[id]);
      if (is_init) ReadFunctionUnit(id, function, is_method, Role::kPlain);
    }
    for (const auto& binding : function.free) Reach(binding.object, is_method);
    for (ObjectId value : function.defaults) Reach(value, is_method);
    for (const auto& binding : function.keyword_defaults) Reach(binding.object, is_method);
  }

  void ReadFunctionUnit(ObjectId id, const source::FunctionObject& function, bool is_method, Role role) {
    auto unit = std::make_unique<ast::Unit>();
    unit->object = id;
    unit->is_method = is_method;
    unit->free = function.free;
    std::vector<Diagnostic> diagnostics;
    ScopeLog log;
    Reader(*unit, log, diagnostics)
        .ReadFunctionUnit(*function.syntax, function.name, function.qualname, role);
    Finish(std::move(unit), log, diagnostics);
    if (is_method) {
      withheld_[id] = std::move(diagnostics);
    } else {
      AddDiagnostics(diagnostics);
    }
  }

  void ReadBlock(const source::Block& block) {
    auto unit = std::make_unique<ast::Unit>();
    unit->free = block.free;
    std::vector<Diagnostic> diagnostics;
    ScopeLog log;
    Reader(*unit, log, diagnostics).ReadBlockUnit(block.body);
    Finish(std::move(unit), log, diagnostics);
    AddDiagnostics(diagnostics);
    for (const auto& binding : block.free) Reach(binding.object, false);
  }

  void Finish(std::unique_ptr<ast::Unit> unit, ScopeLog& log, std::vector<Diagnostic>& diagnostics) {
    Resolve(*unit, log, diagnostics);
    ChooseCaptures(program_, log);
    parsed_.program.units.push_back(std::move(unit));
  }

  void AddDiagnostics(const std::vector<Diagnostic>& diagnostics) {
    parsed_.diagnostics.insert(parsed_.diagnostics.end(), diagnostics.begin(), diagnostics.end());
  }

  const source::Program& program_;
  Parsed parsed_;
  std::set<ObjectId> inits_;          // functions that are the __init__ of a class
  std::set<ObjectId> setters_;        // functions that set a property
  std::map<ObjectId, bool> reached_;  // and whether only as a method
  std::set<ObjectId> read_;
  std::map<ObjectId, std::vector<Diagnostic>> withheld_;
  std::vector<std::pair<ObjectId, bool>> pending_;
};

}  // namespace

Parsed Parse(const source::Program& program) { return UnitReader(program).Run(); }

}  // namespace fora::parse
