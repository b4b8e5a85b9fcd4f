#include "compiler/ir/print.h"

#include <cstdio>

#include "compiler/ir/spelling.h"
#include "runtime/base/check.h"

namespace fora::ir {
namespace {

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c < 0x20) {
      char buffer[8];
      std::snprintf(buffer, sizeof buffer, "\\x%02x", c);
      out += buffer;
    } else {
      out += static_cast<char>(c);
    }
  }
  return out + "\"";
}

std::string Literal(const Value& value) {
  switch (value.tag()) {
    case Tag::kUnbound: return "unbound";
    case Tag::kNone: return "None";
    case Tag::kBool: return value.as_bool() ? "True" : "False";
    case Tag::kInt: return std::to_string(value.as_int());
    case Tag::kFloat: {
      char buffer[40];
      std::snprintf(buffer, sizeof buffer, "float %a", value.as_float());  // exact, and reads back as it is
      return buffer;
    }
    case Tag::kNotImplemented: return "NotImplemented";
    case Tag::kEllipsis: return "Ellipsis";
    case Tag::kSkip: return "skip";
    case Tag::kBuiltin: return "builtin " + std::to_string(value.as_index());
    case Tag::kModule: return "module " + std::to_string(value.as_index());
    case Tag::kBigInt: return "int " + value.as<BigIntObject>()->value.ToString();
    case Tag::kStr: return Quoted(value.as<StrObject>()->ToUtf8());
    case Tag::kTuple: {
      const auto& tuple = *value.as<TupleObject>();
      std::string text = "(";
      for (int64_t i = 0; i < tuple.size; ++i) text += (i > 0 ? ", " : "") + Literal(tuple.items[i]);
      return text + ")";
    }
    case Tag::kFunction: return "function " + value.as<FunctionObject>()->code->name();
    case Tag::kClass: return "class " + value.as<ClassObject>()->name;
    case Tag::kList: return "opaque list";
    case Tag::kDict: return "opaque dict";
    case Tag::kRange: return "opaque range";
    case Tag::kSlice: return "opaque slice";
    case Tag::kBoundMethod: return "opaque method";
    case Tag::kInstance: return "opaque instance";
    case Tag::kIterator: return "opaque iterator";
    case Tag::kCell: return "opaque cell";
    case Tag::kProperty: return "opaque property";
    case Tag::kStaticMethod: return "opaque staticmethod";
    case Tag::kClassMethod: return "opaque classmethod";
    case Tag::kSuper: return "opaque super";
  }
  FORA_UNREACHABLE() << "tag " << int(value.tag());
}

class Printer {
 public:
  explicit Printer(const PrintOptions& options) : options_(options) {}

  void PrintFunction(const Function& f, size_t index) {
    function_ = &f;
    if (f.generic != nullptr || f.return_type != nullptr) {
      TypedHeader(f, index);
    } else {
      GenericHeader(f, index);
    }
    out_ += " {\n";
    for (size_t i = 0; i < f.frame_states.size(); ++i) PrintFrameState(i, f.frame_states[i]);
    for (size_t i = 0; i < f.blocks.size(); ++i) PrintBlock(i, f.blocks[i]);
    out_ += "}\n";
  }

  void PrintModule(const Module& module) {
    out_ += "module entry " + std::to_string(module.entry.value()) + " python " +
            std::to_string(module.python_minor) + "\n";
    for (size_t i = 0; i < module.constants.size(); ++i) {
      out_ += "constant " + std::to_string(i) + " = " + Literal(module.constants[i]) + "\n";
    }
    for (size_t i = 0; i < module.globals.size(); ++i) {
      out_ += "global " + std::to_string(i) + " = " + Literal(module.globals[i]) + "\n";
    }
    for (size_t i = 0; i < module.classes.size(); ++i) PrintClass(i, module.classes[i]);
    if (!module.result_names.empty()) out_ += "results (" + Names(module.result_names) + ")\n";
    if (options_.sites) {
      for (size_t i = 0; i < module.file_paths.size(); ++i) {
        out_ += "file " + std::to_string(i) + " = " + Quoted(module.file_paths[i]) + "\n";
      }
      for (size_t i = 0; i < module.sites.size(); ++i) {
        const ir::Site& site = module.sites[i];
        out_ += "site " + std::to_string(i) + " = " + SpanText(site.span);
        if (!site.body.empty())
          out_ += " body " + Quoted(site.body) + " around " + std::to_string(site.around.value());
        out_ += "\n";
      }
    }
    for (size_t i = 0; i < module.functions.size(); ++i) {
      out_ += "\n";
      PrintFunction(*module.functions[i], i);
    }
  }

  void PrintInstruction(const Instruction& instruction) {
    if (instruction.result) out_ += Definition(*instruction.result) + " = ";
    out_ += Info(instruction.op).text;
    out_ += Operands(instruction.operands);
    out_ += Immediates(instruction);
    Site(instruction.site);
  }

  void SetFunction(const Function& f) { function_ = &f; }
  std::string Take() { return std::move(out_); }

 private:
  static std::string SpanText(const source::Span& s) {
    return std::to_string(s.file) + ":" + std::to_string(s.line) + ":" + std::to_string(s.column) + ":" +
           std::to_string(s.end_line) + ":" + std::to_string(s.end_column);
  }

  static std::string Names(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + Quoted(name);
    return text;
  }

  void GenericHeader(const Function& f, size_t index) {
    out_ += "function " + std::to_string(index) + " " + Quoted(f.name_);
    if (f.qualname_ != f.name_) out_ += " qualname " + Quoted(f.qualname_);
    if (!f.captures.empty()) out_ += " captures (" + Names(f.captures) + ")";
    if (!f.parameters.empty()) {
      out_ += " parameters (";
      for (size_t i = 0; i < f.parameters.size(); ++i) {
        const Parameter& p = f.parameters[i];
        out_ += std::string(i > 0 ? ", " : "") + std::string(Spell(kParameterSpelling, p.kind)) + " " +
                Quoted(p.name);
        if (p.has_default) out_ += " default";
      }
      out_ += ")";
    }
    if (f.default_count > 0) out_ += " defaults " + std::to_string(f.default_count);
    if (!f.keyword_default_names.empty())
      out_ += " keyword_defaults (" + Names(f.keyword_default_names) + ")";
    if (f.is_init) out_ += " init";
    if (f.is_setter) out_ += " setter";
    if (f.is_element) out_ += " element";
    if (options_.sites && f.span.line != 0) out_ += " span " + SpanText(f.span);
  }

  void TypedHeader(const Function& f, size_t index) {
    out_ += "typed " + std::to_string(index) + " " + Quoted(f.name_);
    if (f.generic != nullptr) out_ += " of " + std::to_string(f.generic->id.value());
    if (f.entry_block.value() != 0) out_ += " entry b" + std::to_string(f.entry_block.value());
    if (!f.entry_values.empty()) out_ += " values (" + List(f.entry_values) + ")";
    if (f.inlined) out_ += " inlined";
    if (f.return_type != nullptr) out_ += " returns " + ToString(f.return_type);
  }

  void PrintClass(size_t index, const ClassTemplate& c) {
    out_ += "class " + std::to_string(index) + " " + Quoted(c.name);
    if (c.qualname != c.name) out_ += " qualname " + Quoted(c.qualname);
    out_ += " bases " + std::to_string(c.base_count) + " attributes (" + Names(c.attribute_names) + ")";
    if (options_.sites && c.span.line != 0) out_ += " span " + SpanText(c.span);
    out_ += "\n";
  }

  void PrintFrameState(size_t index, const FrameState& state) {
    out_ += "  frame " + std::to_string(index) + " b" + std::to_string(state.block.value()) + ":" +
            std::to_string(state.instruction) + " [";
    for (size_t i = 0; i < state.live.size(); ++i) {
      out_ += (i > 0 ? ", " : "") + Use(state.live[i].generic) + "=" + Use(state.live[i].typed);
    }
    out_ += "]\n";
  }

  void PrintBlock(size_t index, const Block& block) {
    out_ += "b" + std::to_string(index) + "(";
    for (size_t i = 0; i < block.parameters.size(); ++i)
      out_ += (i > 0 ? ", " : "") + Definition(block.parameters[i]);
    out_ += ")";
    if (block.is_landing) out_ += " landing";
    if (block.handled > 0) out_ += " handling " + std::to_string(block.handled);
    out_ += ":\n";
    if (block.unwind) out_ += "  unwind " + EdgeText(*block.unwind) + "\n";
    for (const Instruction& instruction : block.instructions) {
      out_ += "  ";
      PrintInstruction(instruction);
      out_ += "\n";
    }
    const Terminator& t = block.terminator;
    out_ += "  " + std::string(Spell(kTerminatorSpelling, t.kind)) + Operands(t.operands);
    for (const Edge& edge : t.edges) out_ += " " + EdgeText(edge);
    std::string immediates;
    if (t.flag) immediates += "flag";
    if (t.kind == TerminatorKind::kTailCall) immediates += "index=" + std::to_string(t.index);
    if (t.frame_state)
      immediates += std::string(immediates.empty() ? "" : ", ") + "fs=" + std::to_string(*t.frame_state);
    if (!immediates.empty()) out_ += " {" + immediates + "}";
    Site(t.site);
    out_ += "\n";
  }

  static std::string Use(ValueId id) { return "%" + std::to_string(id.value()); }

  std::string Definition(ValueId id) const {
    std::string text = Use(id);
    if (id.value() >= function_->values.size()) return text;
    const ValueInfo& info = function_->values[id.value()];
    if (options_.names && !info.name.empty()) text += " " + Quoted(info.name);
    if (info.type != nullptr) text += ": " + ToString(info.type);
    return text;
  }

  static std::string List(const std::vector<ValueId>& ids) {
    std::string text;
    for (ValueId id : ids) text += (text.empty() ? "" : ", ") + Use(id);
    return text;
  }
  static std::string Operands(const std::vector<ValueId>& ids) { return ids.empty() ? "" : " " + List(ids); }
  static std::string EdgeText(const Edge& edge) {
    return "b" + std::to_string(edge.target.value()) + "(" + List(edge.arguments) + ")";
  }

  static std::string Immediates(const Instruction& i) {
    std::string text;
    auto add = [&](const std::string& item) { text += (text.empty() ? "" : ", ") + item; };
    if (HasBinary(i.op)) add("binary=" + Quoted(Spell(kBinarySpelling, i.binary)));
    if (HasUnary(i.op)) add("unary=" + Quoted(Spell(kUnarySpelling, i.unary)));
    if (HasCompare(i.op)) add("compare=" + Quoted(Spell(kCompareSpelling, i.compare)));
    if (HasFold(i.op)) add("fold=" + std::string(Spell(kReducerSpelling, i.fold)));
    if (HasUnpack(i.op)) {
      add("unpack=" + std::to_string(i.unpack.before) + "," + std::to_string(i.unpack.after) +
          (i.unpack.starred ? ",starred" : ""));
    }
    if (i.index != 0) add("index=" + std::to_string(i.index));
    if (!i.name.empty()) add("name=" + Quoted(i.name));
    if (i.flag) add("flag");
    if (i.call != nullptr) add("call=" + Shape(*i.call));
    if (!i.specializations.empty()) {
      std::string list;
      for (int64_t s : i.specializations) list += (list.empty() ? "" : ", ") + std::to_string(s);
      add("specializations=[" + list + "]");
    }
    if (i.frame_state) add("fs=" + std::to_string(*i.frame_state));
    return text.empty() ? "" : " {" + text + "}";
  }

  static std::string Shape(const CallShape& shape) {
    std::string text;
    for (const Argument& a : shape) {
      text += text.empty() ? "" : ", ";
      switch (a.kind) {
        case ArgumentKind::kPositional: text += "."; break;
        case ArgumentKind::kStar: text += "*"; break;
        case ArgumentKind::kKeyword: text += Quoted(a.name); break;
        case ArgumentKind::kDoubleStar: text += "**"; break;
      }
    }
    return "[" + text + "]";
  }

  void Site(SiteId site) {
    if (options_.sites && site.value() != 0) out_ += " @" + std::to_string(site.value());
  }

  const PrintOptions& options_;
  const Function* function_ = nullptr;
  std::string out_;
};

}  // namespace

std::string Print(const Function& function, const PrintOptions& options) {
  Printer printer(options);
  printer.PrintFunction(function, function.id.value());
  return printer.Take();
}

std::string Print(const Module& module, const PrintOptions& options) {
  Printer printer(options);
  printer.PrintModule(module);
  return printer.Take();
}

std::string Print(const TypedModule& module, const PrintOptions& options) {
  Printer printer(options);
  for (size_t i = 0; i < module.functions.size(); ++i) printer.PrintFunction(*module.functions[i], i);
  return printer.Take();
}

std::string Print(const Function& function, const Instruction& instruction, const PrintOptions& options) {
  Printer printer(options);
  printer.SetFunction(function);
  printer.PrintInstruction(instruction);
  return printer.Take();
}

}  // namespace fora::ir
