#include "compiler/ir/parse_text.h"

#include <charconv>
#include <cstdlib>
#include <string>
#include <unordered_map>

#include "absl/status/status.h"
#include "compiler/ir/spelling.h"
#include "runtime/base/check.h"
#include "runtime/base/status_macros.h"

namespace fora::ir {
namespace {

// Words, numbers and punctuation; the first error sticks and everything after it reads as empty.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool AtEnd() {
    Skip();
    return at_ == text_.size();
  }

  bool Accept(std::string_view token) {
    Skip();
    if (!text_.substr(at_).starts_with(token)) return false;
    bool word =
        IsWord(token.back()) && at_ + token.size() < text_.size() && IsWord(text_[at_ + token.size()]);
    if (word) return false;
    at_ += token.size();
    return true;
  }

  void Expect(std::string_view token) {
    if (!Accept(token)) Fail("expected '" + std::string(token) + "'");
  }

  // Letters, digits, '_' and '.'.
  std::string Word() {
    Skip();
    size_t begin = at_;
    while (at_ < text_.size() && IsWord(text_[at_])) ++at_;
    if (begin == at_) Fail("expected a word");
    return std::string(text_.substr(begin, at_ - begin));
  }

  int64_t Integer() {
    Skip();
    size_t begin = at_;
    if (at_ < text_.size() && text_[at_] == '-') ++at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    int64_t value = 0;
    auto [end, error] = std::from_chars(text_.data() + begin, text_.data() + at_, value);
    if (error != std::errc() || end != text_.data() + at_) Fail("expected a 64-bit integer");
    return value;
  }

  std::string Quoted() {
    Expect("\"");
    std::string out;
    while (at_ < text_.size() && text_[at_] != '"') {
      char c = text_[at_++];
      if (c == '\\' && at_ < text_.size()) {
        c = text_[at_++];
        if (c == 'n') c = '\n';
        if (c == 'x' && at_ + 2 <= text_.size()) {
          c = static_cast<char>(std::strtol(std::string(text_.substr(at_, 2)).c_str(), nullptr, 16));
          at_ += 2;
        }
      }
      out += c;
    }
    if (at_ == text_.size())
      Fail("unterminated string");
    else
      ++at_;
    return out;
  }

  // The next character if it stands on this line: operands do, what follows an operator without operands does
  // not.
  char PeekOnLine() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  // Past the next c.
  void SkipTo(char c) {
    while (at_ < text_.size() && text_[at_] != c) ++at_;
    if (at_ == text_.size())
      Fail(std::string("expected ") + c);
    else
      ++at_;
  }

  char Peek() {
    Skip();
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  void Fail(const std::string& message) {
    if (!status_.ok()) return;
    size_t line = 1;
    for (size_t i = 0; i < at_ && i < text_.size(); ++i) line += text_[i] == '\n';
    std::string near(text_.substr(std::min(at_, text_.size()), 30));
    status_ = absl::InvalidArgumentError("FIR text, line " + std::to_string(line) + ": " + message +
                                         " at \"" + near.substr(0, near.find('\n')) + "\"");
    at_ = text_.size();
  }

  bool ok() const { return status_.ok(); }
  const absl::Status& status() const { return status_; }

 private:
  static bool IsWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.'; }

  void Skip() {
    while (at_ < text_.size()) {
      if (text_[at_] == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
      } else if (std::isspace(static_cast<unsigned char>(text_[at_]))) {
        ++at_;
      } else {
        return;
      }
    }
  }

  std::string_view text_;
  size_t at_ = 0;
  absl::Status status_;
};

const std::unordered_map<std::string_view, Op>& OpsByText() {
  static const auto* const table = [] {
    auto* made = new std::unordered_map<std::string_view, Op>;
#define FORA_OP(name, text, operands, effect) made->emplace(text, Op::name);
#include "compiler/ir/ops.def"
#undef FORA_OP
    return made;
  }();
  return *table;
}

class Parser {
 public:
  Parser(std::string_view text, const ParseTextOptions& options, TypeTable* types, const Module* generic)
      : in_(text), options_(options), types_(types), generic_(generic) {}

  absl::StatusOr<std::unique_ptr<Module>> ModuleText() {
    auto module = std::make_unique<Module>();
    module_ = module.get();
    in_.Expect("module");
    in_.Expect("entry");
    module->entry = FunctionId(Index());
    if (in_.Accept("python")) module->python_minor = Index();
    while (in_.ok() && !in_.AtEnd()) ModuleItem(*module);
    LinkFunctions(*module);
    if (!in_.ok()) return in_.status();
    return module;
  }

  absl::Status TypedText(TypedModule& module) {
    while (in_.ok() && !in_.AtEnd()) {
      in_.Expect("typed");
      module.functions.push_back(TypedFunction(module.functions.size()));
    }
    return in_.status();
  }

  absl::StatusOr<const Type*> TypeAlone() {
    const Type* type = ReadType();
    if (in_.ok() && !in_.AtEnd()) in_.Fail("expected the end");
    if (!in_.ok()) return in_.status();
    return type;
  }

 private:
  // ---- Modules ----

  void ModuleItem(Module& module) {
    if (in_.Accept("constant")) {
      Numbered(module.constants.size());
      module.constants.push_back(ReadLiteral());
    } else if (in_.Accept("global")) {
      Numbered(module.globals.size());
      module.globals.push_back(ReadLiteral());
    } else if (in_.Accept("class")) {
      module.classes.push_back(ReadClass(module.classes.size()));
    } else if (in_.Accept("results")) {
      module.result_names = Names();
    } else if (in_.Accept("file")) {
      Numbered(module.file_paths.size());
      module.file_paths.push_back(in_.Quoted());
    } else if (in_.Accept("site")) {
      Numbered(module.sites.size());
      module.sites.push_back({Span()});
      if (in_.Accept("body")) {
        module.sites.back().body = in_.Quoted();
        in_.Expect("around");
        module.sites.back().around = SiteId(static_cast<uint32_t>(in_.Integer()));
      }
    } else if (in_.Accept("function")) {
      module.functions.push_back(GenericFunction(module));
    } else {
      in_.Fail("expected constant, global, class, results, file, site or function");
    }
  }

  void Numbered(size_t expected) {
    if (Index() != expected) in_.Fail("expected number " + std::to_string(expected));
    in_.Expect("=");
  }

  // Literals that name functions are read before the functions are.
  void LinkFunctions(Module& module) {
    for (const auto& [index, name] : pending_functions_) {
      const Function* found = nullptr;
      for (const auto& f : module.functions) {
        if (f->name_ == name) found = f.get();
      }
      if (found == nullptr) return in_.Fail("no function named " + name);
      module.globals[index] = Value::Adopt(new FunctionObject(found));
    }
    if (module.entry.value() >= module.functions.size()) in_.Fail("no entry function");
  }

  Value ReadLiteral() {
    char c = in_.Peek();
    if (c == '"') return MakeStr(in_.Quoted());
    if (c == '-' || (c >= '0' && c <= '9')) return Value::Int(in_.Integer());
    if (in_.Accept("(")) {
      std::vector<Value> items;
      while (in_.ok() && !in_.Accept(")")) {
        items.push_back(ReadLiteral());
        in_.Accept(",");
      }
      return MakeTuple(std::move(items));
    }
    std::string word = in_.Word();
    if (word == "None") return Value::None();
    if (word == "True") return Value::Bool(true);
    if (word == "False") return Value::Bool(false);
    if (word == "unbound") return Value::Unbound();
    if (word == "skip") return Value::Skip();
    if (word == "Ellipsis") return Value::Ellipsis();
    if (word == "NotImplemented") return Value::NotImplemented();
    if (word == "float") return Value::Float(ReadFloat());
    if (word == "int") return ReadBigInt();
    if (word == "function") {
      pending_functions_.emplace_back(module_->globals.size(), in_.Word());
      return Value::Unbound();
    }
    if (word == "module") return Value::Module(Index());
    if (word == "builtin" || word == "class") {
      if (c = in_.Peek(); c >= '0' && c <= '9') return Value::Builtin(Index());
      return Find(in_.Word());
    }
    in_.Fail("no literal: " + word);
    return Value();
  }

  Value Find(const std::string& name) {
    std::optional<Value> found;
    if (options_.find) found = options_.find(name);
    if (!found) in_.Fail("nothing known by the name " + name);
    return found.value_or(Value());
  }

  double ReadFloat() {
    std::string text;
    if (in_.Accept("-")) text = "-";
    text += in_.Word();
    if (in_.Peek() == '+' || (in_.Peek() == '-' && text.find('p') != std::string::npos)) {
      text += in_.Accept("+") ? "+" : "-";
      if (text.back() == '-') in_.Accept("-");
      text += in_.Word();
    }
    return std::strtod(text.c_str(), nullptr);
  }

  Value ReadBigInt() {
    std::string text;
    if (in_.Accept("-")) text = "-";
    text += in_.Word();
    auto value = num::BigInt::Parse(text);
    if (!value) {
      in_.Fail("no integer: " + text);
      return Value();
    }
    return Value::Adopt(new BigIntObject(std::move(*value)));
  }

  ClassTemplate ReadClass(size_t expected) {
    ClassTemplate c;
    if (Index() != expected) in_.Fail("expected number " + std::to_string(expected));
    c.name = c.qualname = in_.Quoted();
    if (in_.Accept("qualname")) c.qualname = in_.Quoted();
    if (in_.Accept("bases")) c.base_count = Index();
    if (in_.Accept("attributes")) c.attribute_names = Names();
    if (in_.Accept("span")) c.span = Span();
    return c;
  }

  source::Span Span() {
    source::Span s;
    uint32_t* const fields[] = {&s.file, &s.line, &s.column, &s.end_line, &s.end_column};
    for (size_t i = 0; i < 5; ++i) {
      if (i > 0) in_.Expect(":");
      *fields[i] = Index();
    }
    return s;
  }

  // ---- Functions ----

  std::unique_ptr<Function> GenericFunction(const Module& module) {
    auto f = std::make_unique<Function>();
    f->module = &module;
    f->id = FunctionId(Index());
    if (f->id.value() != module.functions.size()) in_.Fail("functions must be numbered in order");
    f->name_ = f->qualname_ = in_.Quoted();
    while (in_.ok() && !in_.Accept("{")) {
      if (in_.Accept("qualname"))
        f->qualname_ = in_.Quoted();
      else if (in_.Accept("captures"))
        f->captures = Names();
      else if (in_.Accept("parameters"))
        f->parameters = Parameters();
      else if (in_.Accept("defaults"))
        f->default_count = Index();
      else if (in_.Accept("keyword_defaults"))
        f->keyword_default_names = Names();
      else if (in_.Accept("init"))
        f->is_init = true;
      else if (in_.Accept("setter"))
        f->is_setter = true;
      else if (in_.Accept("element"))
        f->is_element = true;
      else if (in_.Accept("span"))
        f->span = Span();
      else
        in_.Fail("expected an attribute of a function or '{'");
    }
    Body(*f);
    return f;
  }

  std::unique_ptr<Function> TypedFunction(size_t expected) {
    auto f = std::make_unique<Function>();
    if (Index() != expected) in_.Fail("functions must be numbered in order");
    f->id = FunctionId(static_cast<uint32_t>(expected));
    f->name_ = f->qualname_ = in_.Quoted();
    while (in_.ok() && !in_.Accept("{")) {
      if (in_.Accept("of"))
        f->generic = Generic(Index());
      else if (in_.Accept("entry"))
        f->entry_block = BlockName();
      else if (in_.Accept("values")) {
        in_.Expect("(");
        f->entry_values = Uses();
        in_.Expect(")");
      } else if (in_.Accept("inlined"))
        f->inlined = true;
      else if (in_.Accept("returns"))
        f->return_type = ReadType();
      else
        in_.Fail("expected an attribute of a function or '{'");
    }
    if (f->generic != nullptr) {
      f->module = f->generic->module;
      f->qualname_ = f->generic->qualname_;
      f->is_element = f->generic->is_element;
    }
    Body(*f);
    return f;
  }

  const Function* Generic(uint32_t index) {
    if (generic_ == nullptr || index >= generic_->functions.size()) {
      in_.Fail("no generic function " + std::to_string(index));
      return nullptr;
    }
    return generic_->functions[index].get();
  }

  std::vector<Parameter> Parameters() {
    std::vector<Parameter> parameters;
    in_.Expect("(");
    while (in_.ok() && !in_.Accept(")")) {
      Parameter p;
      auto kind = Unspell<ParameterKind>(kParameterSpelling, in_.Word());
      if (!kind) in_.Fail("no kind of parameter");
      p.kind = kind.value_or(ParameterKind::kPositional);
      p.name = in_.Quoted();
      p.has_default = in_.Accept("default");
      parameters.push_back(std::move(p));
      in_.Accept(",");
    }
    return parameters;
  }

  std::vector<std::string> Names() {
    std::vector<std::string> names;
    in_.Expect("(");
    while (in_.ok() && !in_.Accept(")")) {
      names.push_back(in_.Quoted());
      in_.Accept(",");
    }
    return names;
  }

  void Body(Function& f) {
    function_ = &f;
    while (in_.ok() && in_.Accept("frame")) f.frame_states.push_back(ReadFrameState(f.frame_states.size()));
    while (in_.ok() && !in_.Accept("}")) {
      if (BlockName().value() != f.blocks.size()) in_.Fail("blocks must be numbered in order");
      f.blocks.push_back(ReadBlock());
    }
  }

  FrameState ReadFrameState(size_t expected) {
    FrameState state;
    if (Index() != expected) in_.Fail("frame states must be numbered in order");
    state.block = BlockName();
    in_.Expect(":");
    state.instruction = Index();
    in_.Expect("[");
    while (in_.ok() && !in_.Accept("]")) {
      FrameState::Live live;
      live.generic = Use();
      in_.Expect("=");
      live.typed = Use();
      state.live.push_back(live);
      in_.Accept(",");
    }
    return state;
  }

  Block ReadBlock() {
    Block block;
    in_.Expect("(");
    while (in_.ok() && !in_.Accept(")")) {
      block.parameters.push_back(Definition());
      in_.Accept(",");
    }
    block.is_landing = in_.Accept("landing");
    if (in_.Accept("handling")) block.handled = static_cast<uint32_t>(in_.Integer());
    in_.Expect(":");
    if (in_.Accept("unwind")) block.unwind = ReadEdge();
    while (in_.ok()) {
      Instruction instruction;
      std::string word;
      if (in_.Peek() == '%') {
        instruction.result = Definition();
        in_.Expect("=");
        word = in_.Word();
      } else {
        word = in_.Word();
        if (auto kind = Unspell<TerminatorKind>(kTerminatorSpelling, word)) {
          block.terminator = ReadTerminator(*kind);
          return block;
        }
      }
      auto op = OpsByText().find(word);
      if (op == OpsByText().end()) {
        in_.Fail("no operator: " + word);
        return block;
      }
      instruction.op = op->second;
      if (in_.PeekOnLine() == '%') instruction.operands = Uses();
      if (in_.Accept("{")) Immediates(instruction);
      if (in_.Accept("@")) instruction.site = SiteId(Index());
      block.instructions.push_back(std::move(instruction));
    }
    return block;
  }

  Terminator ReadTerminator(TerminatorKind kind) {
    Terminator t;
    t.kind = kind;
    if (in_.PeekOnLine() == '%') t.operands = Uses();
    size_t edges = kind == TerminatorKind::kJump                                      ? 1
                   : kind == TerminatorKind::kBranch || kind == TerminatorKind::kNext ? 2
                                                                                      : 0;
    while (in_.ok() && t.edges.size() < edges) t.edges.push_back(ReadEdge());
    if (in_.Accept("{")) {
      while (in_.ok() && !in_.Accept("}")) {
        if (in_.Accept("flag"))
          t.flag = true;
        else if (in_.Accept("fs="))
          t.frame_state = Index();
        else if (in_.Accept("index="))
          t.index = in_.Integer();
        else
          in_.Fail("expected flag, fs= or index=");
        in_.Accept(",");
      }
    }
    if (in_.Accept("@")) t.site = SiteId(Index());
    return t;
  }

  Edge ReadEdge() {
    Edge edge;
    edge.target = BlockName();
    in_.Expect("(");
    if (in_.Peek() == '%') edge.arguments = Uses();
    in_.Expect(")");
    return edge;
  }

  void Immediates(Instruction& i) {
    while (in_.ok() && !in_.Accept("}")) {
      if (in_.Accept("binary="))
        i.binary = Spelt<BinaryOp>(kBinarySpelling, in_.Quoted());
      else if (in_.Accept("unary="))
        i.unary = Spelt<UnaryOp>(kUnarySpelling, in_.Quoted());
      else if (in_.Accept("compare="))
        i.compare = Spelt<CompareOp>(kCompareSpelling, in_.Quoted());
      else if (in_.Accept("fold="))
        i.fold = Spelt<Reducer>(kReducerSpelling, in_.Word());
      else if (in_.Accept("unpack="))
        i.unpack = Unpack();
      else if (in_.Accept("index="))
        i.index = in_.Integer();
      else if (in_.Accept("name="))
        i.name = in_.Quoted();
      else if (in_.Accept("flag"))
        i.flag = true;
      else if (in_.Accept("call="))
        i.call = Shape();
      else if (in_.Accept("specializations="))
        i.specializations = Numbers();
      else if (in_.Accept("fs="))
        i.frame_state = Index();
      else
        in_.Fail("expected an immediate");
      in_.Accept(",");
    }
  }

  template <typename Enum, size_t n>
  Enum Spelt(const std::array<std::string_view, n>& table, const std::string& text) {
    auto value = Unspell<Enum>(table, text);
    if (!value) in_.Fail("unknown: " + text);
    return value.value_or(Enum{});
  }

  UnpackShape Unpack() {
    UnpackShape shape{};
    shape.before = Index();
    in_.Expect(",");
    shape.after = Index();
    shape.starred = in_.Accept(",starred") || in_.Accept(", starred");
    return shape;
  }

  std::vector<int64_t> Numbers() {
    std::vector<int64_t> numbers;
    in_.Expect("[");
    while (in_.ok() && !in_.Accept("]")) {
      numbers.push_back(in_.Integer());
      in_.Accept(",");
    }
    return numbers;
  }

  std::shared_ptr<const CallShape> Shape() {
    auto shape = std::make_shared<CallShape>();
    in_.Expect("[");
    while (in_.ok() && !in_.Accept("]")) {
      if (in_.Peek() == '"')
        shape->push_back({ArgumentKind::kKeyword, in_.Quoted()});
      else if (in_.Accept("**"))
        shape->push_back({ArgumentKind::kDoubleStar, ""});
      else if (in_.Accept("*"))
        shape->push_back({ArgumentKind::kStar, ""});
      else if (in_.Accept("."))
        shape->push_back({ArgumentKind::kPositional, ""});
      else
        in_.Fail("expected an argument's kind");
      in_.Accept(",");
    }
    return shape;
  }

  // ---- Values, blocks, numbers ----

  uint32_t Index() {
    int64_t value = in_.Integer();
    if (value < 0 || value > 1'000'000'000) in_.Fail("number out of range");
    return in_.ok() ? static_cast<uint32_t>(value) : 0;
  }

  BlockId BlockName() {
    if (in_.Peek() == 'b')
      in_.SkipTo('b');
    else
      in_.Fail("expected a block");
    return BlockId(Index());
  }

  ValueId Use() {
    in_.Expect("%");
    ValueId id(Index());
    if (id.value() > 1'000'000)
      in_.Fail("value number too large");
    else if (function_ != nullptr && id.value() >= function_->values.size())
      function_->values.resize(id.value() + 1);
    return id;
  }

  std::vector<ValueId> Uses() {
    std::vector<ValueId> ids{Use()};
    while (in_.ok() && in_.Accept(",")) ids.push_back(Use());
    return ids;
  }

  ValueId Definition() {
    ValueId id = Use();
    if (!in_.ok()) return id;
    ValueInfo& info = function_->values[id.value()];
    if (in_.Peek() == '"') info.name = in_.Quoted();
    if (types_ != nullptr && in_.Accept(":")) info.type = ReadType();
    return id;
  }

  // ---- Types ----

  const Type* ReadType() {
    std::string word = in_.Word();
    static constexpr std::pair<std::string_view, TypeKind> kSimple[] = {
        {"Bottom", TypeKind::kBottom}, {"None", TypeKind::kNone},   {"Bool", TypeKind::kBool},
        {"Int", TypeKind::kInt},       {"Float", TypeKind::kFloat}, {"Str", TypeKind::kStr},
        {"Skip", TypeKind::kSkip},     {"Range", TypeKind::kRange}, {"Unbound", TypeKind::kUnbound},
        {"Any", TypeKind::kAny}};
    for (const auto& [name, kind] : kSimple) {
      if (word == name) return types_->Of(kind);
    }
    if (word == "Builtin") return types_->Builtin(Index());
    if (word == "Module") return types_->Module(Index());
    if (word == "Class") return types_->Class(ClassNamed(in_.Word()));
    if (word == "Instance") return InstanceType(ClassNamed(in_.Word()));
    if (word == "Function") return FunctionOfType();
    return TypeWithParts(word);
  }

  const Type* TypeWithParts(const std::string& word) {
    std::vector<const Type*> parts = TypeList();
    const Type* bottom = types_->Of(TypeKind::kBottom);
    if (!in_.ok()) return bottom;
    if (word == "Tuple") return types_->Tuple(std::move(parts));
    if (word == "Union") return types_->Union(std::move(parts));
    if (word == "TupleN" && parts.size() == 1) return types_->TupleN(parts[0]);
    if (word == "List" && parts.size() == 1) return types_->List(parts[0]);
    if (word == "Bound" && parts.size() == 2) return types_->Bound(parts[0], parts[1]);
    if (auto kind = Unspell<IteratorKind>(kIteratorSpelling, word))
      return types_->Iterator(*kind, std::move(parts));
    in_.Fail("no type: " + word);
    return bottom;
  }

  std::vector<const Type*> TypeList() {
    std::vector<const Type*> parts;
    in_.Expect("<");
    while (in_.ok() && !in_.Accept(">")) {
      parts.push_back(ReadType());
      in_.Accept(",");
    }
    return parts;
  }

  // name#id<parts>; the name is for readers and may be no word ("<lambda>").
  const Type* FunctionOfType() {
    in_.SkipTo('#');
    const Function* code = Generic(Index());
    return types_->FunctionType(code, TypeList());
  }

  const Type* InstanceType(const ClassObject* c) {
    std::vector<std::string> names;
    std::vector<const Type*> parts;
    in_.Expect("{");
    while (in_.ok() && !in_.Accept("}")) {
      names.push_back(in_.Word());
      in_.Expect(":");
      parts.push_back(ReadType());
      in_.Accept(",");
    }
    return types_->Instance(c, std::move(names), std::move(parts));
  }

  const ClassObject* ClassNamed(const std::string& name) {
    Value found = Find(name);
    if (!found.Is(Tag::kClass)) {
      in_.Fail("no class: " + name);
      return nullptr;
    }
    return found.as<ClassObject>();  // whoever answers options.find keeps it alive
  }

  Scanner in_;
  const ParseTextOptions& options_;
  TypeTable* const types_;  // null: generic text
  const Module* const generic_;
  Module* module_ = nullptr;
  Function* function_ = nullptr;
  std::vector<std::pair<size_t, std::string>> pending_functions_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Module>> ParseModule(std::string_view text, const ParseTextOptions& options) {
  return Parser(text, options, nullptr, nullptr).ModuleText();
}

absl::StatusOr<std::shared_ptr<TypedModule>> ParseTypedModule(std::string_view text, const Module* generic,
                                                              const ParseTextOptions& options) {
  auto module = std::make_shared<TypedModule>();
  module->types = std::make_shared<TypeTable>();
  FORA_RETURN_IF_ERROR(Parser(text, options, module->types.get(), generic).TypedText(*module));
  return module;
}

absl::StatusOr<const Type*> ParseType(std::string_view text, TypeTable& types, const Module* generic,
                                      const ParseTextOptions& options) {
  return Parser(text, options, &types, generic).TypeAlone();
}

}  // namespace fora::ir
