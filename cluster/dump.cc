// fora dump: what a phase of the compiler makes of a Python file.
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
#include "cluster/commands.h"
#include "cluster/flags.h"
#include "cluster/gateway/python.h"
#include "cluster/wire/bytes.h"
#include "compiler/ir/print.h"
#include "compiler/ir/verify.h"
#include "compiler/lower/lower.h"
#include "compiler/parse/parse.h"

namespace fora {
namespace {

const Flag kFlags[] = {
    {"phase", FlagKind::kText, "PHASE", "lower", {}, "parse or lower"},
    {"function", FlagKind::kText, "NAME", "", {}, "only this function, by its qualified name"},
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

int PrintModule(const ir::Module& module, const std::string& function) {
  if (function.empty()) {
    std::fputs(ir::Print(module).c_str(), stdout);
    return 0;
  }
  for (const auto& candidate : module.functions) {
    if (candidate->qualname() != function && candidate->name() != function) continue;
    std::fputs(ir::Print(*candidate).c_str(), stdout);
    return 0;
  }
  return Fail(absl::NotFoundError("there is no function '" + function + "'"), 1);
}

}  // namespace

int Dump(const std::vector<std::string>& arguments) {
  absl::StatusOr<Flags> flags = Flags::Parse(kFlags, arguments, [](std::string_view) { return std::nullopt; });
  if (!flags.ok()) return Fail(flags.status(), 2);
  if (flags->On("help")) {
    std::printf("fora dump --phase=PHASE FILE.py: prints what the phase makes of the file\n\n%s", HelpOf(kFlags).c_str());
    return 0;
  }
  const std::string& phase = flags->Text("phase");
  if (phase != "parse" && phase != "lower") {
    return Fail(absl::InvalidArgumentError("--phase is '" + phase + "': parse or lower is expected"), 2);
  }
  if (flags->positional().size() != 1) return Fail(absl::InvalidArgumentError("one file is expected"), 2);
  absl::StatusOr<source::Program> program = ReadProgram(flags->positional()[0]);
  if (!program.ok()) return Fail(program.status(), 1);
  parse::Parsed parsed = parse::Parse(*program);
  int code = PrintDiagnostics(parsed);
  if (code != 0 || phase == "parse") return code;
  std::shared_ptr<const ir::Module> module = lower::Lower(parsed.program);
  if (absl::Status status = ir::Verify(*module); !status.ok()) return Fail(status, 1);
  return PrintModule(*module, flags->Text("function"));
}

}  // namespace fora
