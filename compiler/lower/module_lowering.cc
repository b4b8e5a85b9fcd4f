#include "compiler/lower/module_lowering.h"

#include <algorithm>
#include <utility>

#include "compiler/lower/builder.h"
#include "compiler/lower/function_lowering.h"
#include "runtime/builtins/builtins.h"
#include "runtime/object_model/classes.h"

namespace fora::lower {

using ir::Op;

namespace {

// Names that CPython's builtins module has: those that the table of builtins lacks are unsupported, not
// unknown.
constexpr std::string_view kPythonBuiltins[] = {"__build_class__",
                                                "__debug__",
                                                "__doc__",
                                                "__import__",
                                                "__loader__",
                                                "__name__",
                                                "__file__",
                                                "__spec__",
                                                "__package__",
                                                "abs",
                                                "aiter",
                                                "all",
                                                "anext",
                                                "any",
                                                "ascii",
                                                "bin",
                                                "bool",
                                                "breakpoint",
                                                "bytearray",
                                                "bytes",
                                                "callable",
                                                "chr",
                                                "classmethod",
                                                "compile",
                                                "complex",
                                                "copyright",
                                                "credits",
                                                "delattr",
                                                "dict",
                                                "dir",
                                                "divmod",
                                                "enumerate",
                                                "eval",
                                                "exec",
                                                "exit",
                                                "filter",
                                                "float",
                                                "format",
                                                "frozenset",
                                                "getattr",
                                                "globals",
                                                "hasattr",
                                                "hash",
                                                "help",
                                                "hex",
                                                "id",
                                                "input",
                                                "int",
                                                "isinstance",
                                                "issubclass",
                                                "iter",
                                                "len",
                                                "license",
                                                "list",
                                                "locals",
                                                "map",
                                                "max",
                                                "memoryview",
                                                "min",
                                                "next",
                                                "object",
                                                "oct",
                                                "open",
                                                "ord",
                                                "pow",
                                                "print",
                                                "property",
                                                "quit",
                                                "range",
                                                "repr",
                                                "reversed",
                                                "round",
                                                "set",
                                                "setattr",
                                                "slice",
                                                "sorted",
                                                "staticmethod",
                                                "str",
                                                "sum",
                                                "super",
                                                "tuple",
                                                "type",
                                                "vars",
                                                "zip",
                                                "BaseExceptionGroup",
                                                "ExceptionGroup",
                                                "EnvironmentError",
                                                "IOError"};

bool IsImmediateOrText(const Value& value) {
  return !value.is_heap() || value.Is(Tag::kStr) || value.Is(Tag::kBigInt);
}

}  // namespace

ModuleLowering::ModuleLowering(const ast::Program& program, const Options& options)
    : program_(program), options_(options), module_(std::make_shared<ir::Module>()) {
  for (const source::File& file : source().files) module_->file_paths.push_back(file.path);
  module_->python_minor = source().python_minor;
  module_->sites.emplace_back();  // site 0: unknown
}

std::shared_ptr<const ir::Module> ModuleLowering::Run() {
  LowerEntry();
  while (!pending_.empty()) {
    const ast::Function* function = pending_.front();
    pending_.pop_front();
    LowerCode(*function, *module_->functions[codes_.at(function).value()]);
  }
  return module_;
}

// ---- Tables ----

ir::SiteId ModuleLowering::Site(const source::Span& span, const std::string& body, ir::SiteId around) {
  if (span.line == 0) return ir::SiteId(0);
  std::vector<uint32_t> key = {span.file,     span.line,       span.column,
                               span.end_line, span.end_column, around.value()};
  auto [found, is_new] =
      sites_.emplace(std::move(key), ir::SiteId(static_cast<uint32_t>(module_->sites.size())));
  if (is_new) module_->sites.push_back({span, body, around});
  return found->second;
}

ir::Instruction ModuleLowering::Load(const Value& value) {
  bool constant = IsImmediateOrText(value);
  auto& table = constant ? constants_ : globals_;
  auto& values = constant ? module_->constants : module_->globals;
  auto [found, is_new] =
      table.emplace(std::pair(value.tag(), value.bits()), static_cast<int64_t>(values.size()));
  if (is_new) values.push_back(value);
  ir::Instruction load;
  load.op = constant ? Op::kConstant : Op::kGlobal;
  load.index = found->second;
  return load;
}

namespace {

struct ConstantValue {
  Value operator()(source::NoneConstant) const { return Value::None(); }
  Value operator()(bool b) const { return Value::Bool(b); }
  Value operator()(int64_t i) const { return Value::Int(i); }
  Value operator()(double d) const { return Value::Float(d); }
  Value operator()(const source::StrConstant& s) const { return MakeStr(s.utf8); }
  Value operator()(source::EllipsisConstant) const { return Value::Ellipsis(); }
  Value operator()(const source::OtherConstant&) const { return Value::Unbound(); }  // refused by parse
  Value operator()(const num::BigInt& i) const {
    return i.FitsInt64() ? Value::Int(i.ToInt64()) : Value::Adopt(new BigIntObject(i));
  }
};

}  // namespace

Value ModuleLowering::ConstantOf(const source::Constant& constant) {
  const auto* text = std::get_if<source::StrConstant>(&constant);
  if (text == nullptr) return std::visit(ConstantValue{}, constant);
  Value& known = texts_[text->utf8];
  if (known.is_unbound()) known = MakeStr(text->utf8);
  return known;
}

ir::Instruction ModuleLowering::LoadConstant(const source::Constant& constant) {
  return Load(ConstantOf(constant));
}

std::optional<Linked> ModuleLowering::Builtin(const std::string& name) {
  if (std::optional<Value> found = builtins::Find(name)) return Linked{*found, {}};
  if (std::find(std::begin(kPythonBuiltins), std::end(kPythonBuiltins), name) == std::end(kPythonBuiltins)) {
    return std::nullopt;
  }
  return Linked{Value(), "'" + name + "' is not supported"};
}

Linked ModuleLowering::Import(const std::string& module, const std::string& member) {
  std::optional<Value> found = builtins::FindModule(module);
  if (!found.has_value()) return {Value(), "the module '" + module + "' is not supported"};
  if (member.empty()) return {*found, {}};
  found = builtins::Find(module + "." + member);
  if (!found.has_value()) return {Value(), "'" + module + "." + member + "' is not supported"};
  return {*found, {}};
}

int64_t ModuleLowering::AddClass(ir::ClassTemplate pattern) {
  module_->classes.push_back(std::move(pattern));
  return static_cast<int64_t>(module_->classes.size()) - 1;
}

// ---- Functions ----

ir::Function* ModuleLowering::NewFunction(const std::string& name, const std::string& qualname,
                                          const source::Span& span) {
  auto function = std::make_unique<ir::Function>();
  function->name_ = name;
  function->qualname_ = qualname;
  function->module = module_.get();
  function->id = ir::FunctionId(static_cast<uint32_t>(module_->functions.size()));
  function->span = span;
  module_->functions.push_back(std::move(function));
  return module_->functions.back().get();
}

ir::FunctionId ModuleLowering::Code(const ast::Function& function) {
  auto found = codes_.find(&function);
  if (found != codes_.end()) return found->second;
  static constexpr ir::ParameterKind kKinds[] = {
      ir::ParameterKind::kPositionalOnly, ir::ParameterKind::kPositional, ir::ParameterKind::kVarPositional,
      ir::ParameterKind::kKeywordOnly, ir::ParameterKind::kVarKeyword};
  ir::Function* code = NewFunction(function.name, function.qualname, function.span);
  code->is_init = function.role == ast::Function::Role::kInit;
  code->is_setter = function.role == ast::Function::Role::kSetter;
  code->is_element = function.kind == ast::Function::Kind::kElement;
  for (const ast::Parameter& parameter : function.parameters) {
    bool has_default = parameter.default_value != nullptr;
    code->parameters.push_back(
        {parameter.variable->name, kKinds[static_cast<size_t>(parameter.kind)], has_default});
    if (!has_default) continue;
    if (parameter.kind == ast::Parameter::Kind::kKeywordOnly) {
      code->keyword_default_names.push_back(parameter.variable->name);
    } else {
      ++code->default_count;
    }
  }
  codes_[&function] = code->id;
  functions_[code->id] = &function;
  pending_.push_back(&function);
  return code->id;
}

void ModuleLowering::LowerCode(const ast::Function& function, ir::Function& code) {
  FunctionLowering lowering(*this, *function.scope, code);
  lowering.LowerFunction();
  NoteUnboundCaptures(code, *function.scope, lowering.Finish());
}

// Functions are lowered after those that make them, so that they know which captures to check.
void ModuleLowering::NoteUnboundCaptures(const ir::Function& code, const ast::Scope& scope,
                                         const std::vector<bool>& unbound) {
  for (const ir::Block& block : code.blocks) {
    for (const ir::Instruction& instruction : block.instructions) {
      if (instruction.op != Op::kFunction) continue;
      const auto& captures =
          functions_.at(ir::FunctionId(static_cast<uint32_t>(instruction.index)))->captures;
      for (size_t i = 0; i < captures.size(); ++i) {
        if (captures[i]->scope->frame() == &scope && unbound[instruction.operands[i].value()]) {
          maybe_unbound_.insert(captures[i]);
        }
      }
    }
  }
}

Value ModuleLowering::Literal(const ast::Expression& literal) {
  if (const auto* constant = literal.as<ast::Constant>()) return ConstantOf(constant->value);
  if (const auto* tuple = literal.as<ast::Sequence>()) {
    std::vector<Value> items;
    for (const auto& item : tuple->items) items.push_back(Literal(*item));
    return MakeTuple(std::move(items));
  }
  const source::Constant& negated = literal.as<ast::Unary>()->operand->as<ast::Constant>()->value;
  if (const auto* i = std::get_if<int64_t>(&negated)) return Value::Int(-*i);
  return Value::Float(-std::get<double>(negated));
}

Value ModuleLowering::FunctionValue(const ast::Function& function) {
  ir::FunctionId id = Code(function);
  auto* object = new FunctionObject(module_->functions[id.value()].get());
  Value value = Value::Adopt(object);
  for (const ast::Parameter& parameter : function.parameters) {
    if (parameter.default_value == nullptr) continue;
    Value given = Literal(*parameter.default_value);
    if (parameter.kind == ast::Parameter::Kind::kKeywordOnly) {
      object->keyword_defaults.emplace_back(parameter.variable->name, std::move(given));
    } else {
      object->defaults.push_back(std::move(given));
    }
  }
  return value;
}

// ---- Static definitions ----

Linked ModuleLowering::Static(const ast::Variable& variable) {
  const ast::Statement& definition = *variable.definition;
  if (const auto* import = definition.as<ast::Import>()) {
    for (const auto& item : import->items) {
      if (item.target->as<ast::Name>()->variable == &variable) return Import(item.module, item.member);
    }
  }
  if (const auto* assign = definition.as<ast::Assign>();
      assign != nullptr && assign->value->as<ast::Constant>() != nullptr) {
    return {Literal(*assign->value), {}};
  }
  auto found = statics_.find(&definition);
  if (found != statics_.end()) return found->second;
  Linked made;
  if (const auto* def = definition.as<ast::FunctionDef>()) {
    made.value = FunctionValue(*def->function);
  } else if (const auto* def = definition.as<ast::ClassDef>()) {
    made = StaticClass(*def);
  } else if (const auto* assign = definition.as<ast::Assign>()) {
    made.value = Literal(*assign->value);
  }
  return statics_.emplace(&definition, made).first->second;
}

namespace {

Value DecorateMethod(Value method, const std::string& decorator) {
  if (decorator == "property") return Value::Adopt(new PropertyObject(std::move(method)));
  if (decorator == "staticmethod") return Value::Adopt(new StaticMethodObject(std::move(method)));
  return Value::Adopt(new ClassMethodObject(std::move(method)));
}

}  // namespace

Linked ModuleLowering::StaticClass(const ast::ClassDef& definition) {
  std::vector<Value> bases;
  for (const auto& base : definition.bases) {
    const auto& name = *base->as<ast::Name>();
    std::optional<Linked> linked = name.variable != nullptr  ? Static(*name.variable)
                                   : name.object.has_value() ? Object(*name.object)
                                                             : Builtin(name.id);
    if (!linked.has_value()) return {Value(), "the base '" + name.id + "' is not defined"};
    if (linked->unsupported.has_value()) return *linked;
    bases.push_back(linked->value);
  }
  std::map<const ast::Variable*, Value> values;
  for (const auto& statement : definition.body) {
    if (const auto* method = statement->as<ast::FunctionDef>()) {
      Value value = FunctionValue(*method->function);
      for (size_t i = method->decorators.size(); i-- > 0;) {
        value = DecorateMethod(std::move(value), method->decorators[i]->as<ast::Name>()->id);
      }
      values[method->target->as<ast::Name>()->variable] = std::move(value);
    } else if (const auto* assign = statement->as<ast::Assign>()) {
      for (const auto& target : assign->targets)
        values[target->as<ast::Name>()->variable] = Literal(*assign->value);
    }
  }
  std::vector<std::pair<std::string, Value>> attributes;
  for (const auto& variable : definition.scope->variables) {
    auto found = values.find(variable.get());
    if (found != values.end()) attributes.emplace_back(variable->name, found->second);
  }
  return MakeClass(definition.name, definition.qualname, std::move(bases), std::move(attributes),
                   definition.target->span);
}

Linked ModuleLowering::MakeClass(const std::string& name, const std::string& qualname,
                                 std::vector<Value> bases,
                                 std::vector<std::pair<std::string, Value>> attributes,
                                 const source::Span& span) {
  Result<Value> made = object_model::MakeClass(name, qualname, std::move(bases), std::move(attributes));
  if (!made.ok()) {
    const std::string& message = made.stop().message;
    return {Value(), message.empty() ? "the class '" + name + "' can't be made of these bases" : message};
  }
  auto* object = made->as<ClassObject>();
  if (span.file < module_->file_paths.size()) object->path = module_->file_paths[span.file];
  object->line = span.line;
  return {*made, {}};
}

// ---- The entry ----

void ModuleLowering::LowerEntry() {
  const auto* block = std::get_if<source::Block>(&source().entry);
  ir::Function* code =
      NewFunction(block != nullptr ? "<module>" : "<call>", block != nullptr ? "<module>" : "<call>", {});
  module_->entry = code->id;
  if (block == nullptr) return LowerCall(std::get<source::Call>(source().entry), *code);
  auto unit = std::find_if(program_.units.begin(), program_.units.end(),
                           [](const auto& candidate) { return !candidate->object.has_value(); });
  const ast::Scope& scope = *(*unit)->scopes[0];
  FunctionLowering lowering(*this, scope, *code);
  lowering.LowerBlock(**unit, block->results, module_->result_names);
  NoteUnboundCaptures(*code, scope, lowering.Finish());
}

void ModuleLowering::LowerCall(const source::Call& entry, ir::Function& code) {
  Builder builder(code);
  auto load = [&](source::ObjectId id) {
    const Linked& linked = Object(id);
    if (!linked.unsupported.has_value()) return builder.Emit(Load(linked.value));
    ir::Instruction unsupported;
    unsupported.op = Op::kUnsupported;
    unsupported.name = *linked.unsupported;
    return builder.Emit(std::move(unsupported));
  };
  ir::Instruction call;
  call.op = Op::kCall;
  auto shape = std::make_shared<ir::CallShape>();
  call.operands = {load(entry.callee)};
  for (source::ObjectId argument : entry.args) {
    call.operands.push_back(load(argument));
    shape->push_back({ir::ArgumentKind::kPositional, ""});
  }
  for (const source::Binding& argument : entry.keyword_args) {
    call.operands.push_back(load(argument.object));
    shape->push_back({ir::ArgumentKind::kKeyword, argument.name});
  }
  call.call = std::move(shape);
  builder.Return(builder.Emit(std::move(call)));
  builder.Finish();
}

std::shared_ptr<const ir::Module> Lower(const ast::Program& program, const Options& options) {
  return ModuleLowering(program, options).Run();
}

}  // namespace fora::lower
