// fora dump: what a phase of the compiler makes of a Python file.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "cluster/commands.h"
#include "cluster/flags.h"
#include "cluster/gateway/python.h"
#include "cluster/wire/bytes.h"
#include "compiler/ast/print.h"
#include "compiler/codegen/jit.h"
#include "compiler/codegen/versions.h"
#include "compiler/infer/infer.h"
#include "compiler/ir/parse_text.h"
#include "compiler/ir/print.h"
#include "compiler/ir/verify.h"
#include "compiler/lower/lower.h"
#include "compiler/parallelize/parallelize.h"
#include "compiler/parse/parse.h"
#include "compiler/simplify/simplify.h"
#include "runtime/builtins/builtins.h"

namespace fora {
namespace {

const Flag kFlags[] = {
    {"phase",
     FlagKind::kText,
     "PHASE",
     "lower",
     {},
     "parse, lower, infer, simplify, parallelize, llvm or assembly"},
    {"function",
     FlagKind::kText,
     "NAME",
     "",
     {},
     "lower: only this function, by its qualified name; from infer on: the one to specialise (main)"},
    {"types",
     FlagKind::kText,
     "TYPES",
     "",
     {},
     "from infer on: the types of the function's captures and parameters: 'Int; List<Float>'"},
    {"cpu",
     FlagKind::kText,
     "CPU",
     "host",
     {},
     "llvm, assembly: for this machine (host), or the same on every one (generic)"},
    {"sequential",
     FlagKind::kSwitch,
     "",
     "",
     {},
     "from parallelize on: without forks and polls, to see what these cost"},
    {"help", FlagKind::kSwitch, "", "", {}, "print this"},
};

int Fail(const absl::Status& status, int code) {
  std::fprintf(stderr, "fora dump: %s\n", std::string(status.message()).c_str());
  return code;
}

absl::StatusOr<source::Program> ReadProgram(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::NotFoundError(path + " can't be read");
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  absl::Status started = gateway::StartPython(nullptr);
  if (!started.ok()) return started;
  absl::StatusOr<gateway::ModuleProgram> made = gateway::MakeModuleProgram(path, text, "__fora_result__");
  if (!made.ok()) return made.status();
  return wire::ParseProgram(made->program);
}

int PrintDiagnostics(const parse::Parsed& parsed) {
  for (const parse::Diagnostic& diagnostic : parsed.diagnostics) {
    std::printf("%u:%u: %s\n", diagnostic.span.line, diagnostic.span.column, diagnostic.message.c_str());
  }
  return parsed.diagnostics.empty() ? 0 : 1;
}

const ir::Function* Find(const ir::Module& module, const std::string& name) {
  for (const auto& candidate : module.functions) {
    if (candidate->qualname() == name || candidate->name() == name) return candidate.get();
  }
  return nullptr;
}

int PrintModule(const ir::Module& module, const std::string& function) {
  if (function.empty()) {
    std::fputs(ir::Print(module).c_str(), stdout);
    return 0;
  }
  if (const ir::Function* found = Find(module, function)) {
    std::fputs(ir::Print(*found).c_str(), stdout);
    return 0;
  }
  return Fail(absl::NotFoundError("there is no function '" + function + "'"), 1);
}

const char* const kTypedPhases[] = {"infer", "simplify", "parallelize", "llvm", "assembly"};

bool IsTyped(const std::string& phase) {
  return std::find(std::begin(kTypedPhases), std::end(kTypedPhases), phase) != std::end(kTypedPhases);
}

absl::StatusOr<std::vector<const ir::Type*>> ParseTypes(const ir::Module& module, ir::TypeTable& types,
                                                        const std::string& text) {
  std::vector<const ir::Type*> parsed;
  for (absl::string_view part : absl::StrSplit(text, ';', absl::SkipWhitespace())) {
    absl::StatusOr<const ir::Type*> type =
        ir::ParseType(std::string(absl::StripAsciiWhitespace(part)), types, &module, {builtins::Find});
    if (!type.ok()) return type.status();
    parsed.push_back(*type);
  }
  return parsed;
}

absl::StatusOr<std::string> TypedText(const ir::Module& module, const std::string& phase,
                                      const std::string& name, const std::string& types_text,
                                      codegen::Cpu cpu, bool sequential) {
  const ir::Function* function = Find(module, name);
  if (function == nullptr) return absl::NotFoundError("there is no function '" + name + "'");
  auto types = std::make_shared<ir::TypeTable>();
  absl::StatusOr<std::vector<const ir::Type*>> arguments = ParseTypes(module, *types, types_text);
  if (!arguments.ok()) return arguments.status();
  const std::vector<ir::ValueId>& parameters = function->blocks[0].parameters;
  if (arguments->size() != parameters.size()) {
    return absl::InvalidArgumentError(absl::StrCat("--types names ", arguments->size(), " types, but '", name,
                                                   "' takes ", parameters.size()));
  }
  absl::StatusOr<ir::TypedModule> typed =
      infer::Infer(module, types, {function, ir::BlockId(0), parameters, *std::move(arguments)});
  if (!typed.ok()) return typed.status();
  typed->sequential = sequential;
  if (phase != "infer") typed = simplify::Simplify(*std::move(typed));
  if (phase != "infer" && phase != "simplify") typed = parallelize::Parallelize(*std::move(typed));
  if (absl::Status status = ir::Verify(*typed); !status.ok()) return status;
  if (phase != "llvm" && phase != "assembly") return ir::Print(*typed);
  typed = codegen::SplitVersions(*std::move(typed));
  absl::StatusOr<codegen::CodeText> text = codegen::MakeJit("")->Text(*typed, cpu);
  if (!text.ok()) return text.status();
  return phase == "llvm" ? text->ir : text->assembly;
}

}  // namespace

int Dump(const std::vector<std::string>& arguments) {
  absl::StatusOr<Flags> flags =
      Flags::Parse(kFlags, arguments, [](std::string_view) { return std::nullopt; });
  if (!flags.ok()) return Fail(flags.status(), 2);
  if (flags->On("help")) {
    std::printf("fora dump --phase=PHASE FILE.py: prints what the phase makes of the file\n\n%s",
                HelpOf(kFlags).c_str());
    return 0;
  }
  const std::string& phase = flags->Text("phase");
  if (phase != "parse" && phase != "lower" && !IsTyped(phase)) {
    return Fail(absl::InvalidArgumentError(
                    "--phase is '" + phase +
                    "': parse, lower, infer, simplify, parallelize, llvm or assembly is expected"),
                2);
  }
  const std::string& cpu = flags->Text("cpu");
  if (cpu != "host" && cpu != "generic") {
    return Fail(absl::InvalidArgumentError("--cpu is '" + cpu + "': host or generic is expected"), 2);
  }
  if (flags->positional().size() != 1) return Fail(absl::InvalidArgumentError("one file is expected"), 2);
  absl::StatusOr<source::Program> program = ReadProgram(flags->positional()[0]);
  if (!program.ok()) return Fail(program.status(), 1);
  parse::Parsed parsed = parse::Parse(*program);
  int code = PrintDiagnostics(parsed);
  if (code != 0) return code;
  if (phase == "parse") {
    std::fputs(ast::Print(parsed.program).c_str(), stdout);
    return 0;
  }
  std::shared_ptr<const ir::Module> module = lower::Lower(parsed.program);
  if (absl::Status status = ir::Verify(*module); !status.ok()) return Fail(status, 1);
  if (!IsTyped(phase)) return PrintModule(*module, flags->Text("function"));
  const std::string& function = flags->Text("function");
  absl::StatusOr<std::string> text =
      TypedText(*module, phase, function.empty() ? "main" : function, flags->Text("types"),
                cpu == "host" ? codegen::Cpu::kHost : codegen::Cpu::kGeneric, flags->On("sequential"));
  if (!text.ok()) return Fail(text.status(), 1);
  std::fputs(text->c_str(), stdout);
  return 0;
}

}  // namespace fora
