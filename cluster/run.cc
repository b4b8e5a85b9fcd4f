// fora run: main() of Python files, on the engine alone: no server, no client. One JSON line a file:
//   {"file", "value": repr} | {"file", "exception", "message", "lines"} | {"file", "unsupported", "line"} |
//   {"file", "invalid": message}; anything else is {"file", "error": message}.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "cluster/commands.h"
#include "cluster/flags.h"
#include "cluster/gateway/python.h"
#include "cluster/wire/bytes.h"
#include "cluster/worker/tiered_engine.h"
#include "runtime/memory/machine.h"
#include "runtime/memory/memory.h"
#include "runtime/value/objects.h"

namespace fora {
namespace {

const Flag kFlags[] = {
    {"tier", FlagKind::kText, "TIER", "auto", {}, "auto, interpret or jit"},
    {"threads", FlagKind::kNumber, "N", "0", {"FORA_THREADS"}, "0: one a core", 0, 4096},
    {"chaos",
     FlagKind::kNumber,
     "SEED",
     "",
     {},
     "split work at every chance, in an order drawn from the seed",
     0,
     INT64_MAX},
    {"cache-dir",
     FlagKind::kText,
     "DIR",
     "",
     {},
     "keep compiled code there, and use what is there; default: in memory only"},
    {"memory-limit-mb",
     FlagKind::kNumber,
     "MB",
     "0",
     {"FORA_MEMORY_LIMIT_MB"},
     "a job that takes more ends with MemoryError; 0: most of what the machine can spare",
     0,
     int64_t{1} << 27},
    {"batch", FlagKind::kSwitch, "", "", {}, "read names of files from standard input, one a line"},
    {"help", FlagKind::kSwitch, "", "", {}, "print this"},
};

// A name that no program has, for what main() gives.
constexpr char kResultName[] = "__fora_result__";

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (char c : text) {
    unsigned char byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (byte < 0x20) {
      absl::StrAppendFormat(&quoted, "\\u%04x", byte);
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

// JSON has no lone surrogates in UTF-8; they are written as escapes, as Python's json does and reads.
std::string JsonText(std::string_view utf8_with_surrogates) {
  std::string quoted = Quoted(utf8_with_surrogates), text;
  for (size_t i = 0; i < quoted.size(); ++i) {
    unsigned char a = static_cast<unsigned char>(quoted[i]);
    if (a == 0xED && i + 2 < quoted.size() && static_cast<unsigned char>(quoted[i + 1]) >= 0xA0) {
      unsigned code = ((a & 0x0Fu) << 12) | ((static_cast<unsigned char>(quoted[i + 1]) & 0x3Fu) << 6) |
                      (static_cast<unsigned char>(quoted[i + 2]) & 0x3Fu);
      absl::StrAppendFormat(&text, "\\u%04x", code);
      i += 2;
    } else {
      text += quoted[i];
    }
  }
  return text;
}

class Runner {
 public:
  explicit Runner(std::unique_ptr<worker::Engine> engine) : engine_(std::move(engine)) {}

  std::string Answer(const std::string& path) {
    std::string head = absl::StrCat("{\"file\": ", JsonText(path), ", ");
    return absl::StrCat(head, Outcome(path), "}");
  }

 private:
  static std::string Field(std::string_view name, std::string_view text) {
    return absl::StrCat("\"", std::string(name), "\": ", JsonText(text));
  }

  std::string Outcome(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return Field("error", "the file can't be read");
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    absl::StatusOr<gateway::ModuleProgram> made = gateway::MakeModuleProgram(path, text, kResultName);
    if (!made.ok()) return Refused(made.status());
    absl::StatusOr<source::Program> program = wire::ParseProgram(made->program);
    if (!program.ok()) return Field("error", std::string(program.status().message()));
    auto prepared = engine_->Prepare(*std::move(program), [](const std::string&) { return std::nullopt; });
    if (!prepared.ok()) return Stopped(nullptr, prepared.stop(), path, made->entry_line);
    std::shared_ptr<const worker::Runnable> runnable = *prepared;
    worker::CancelToken cancel;
    worker::Progress progress;
    worker::Output output = engine_->Run(*runnable, nullptr, cancel, progress);
    if (output.stop != nullptr) return Stopped(runnable.get(), *output.stop, path, made->entry_line);
    if (output.values.empty()) return Field("error", "main() gave no value");
    Result<std::string> repr = engine_->Repr(*runnable, output.values.front().second);
    if (!repr.ok()) return Stopped(runnable.get(), repr.stop(), path, made->entry_line);
    return Field("value", *repr);
  }

  // "LINE:message"
  static std::string Refused(const absl::Status& status) {
    std::string text(status.message());
    size_t colon = text.find(':');
    if (status.code() != absl::StatusCode::kInvalidArgument || colon == std::string::npos)
      return Field("error", text);
    return absl::StrCat(Field("unsupported", text.substr(colon + 1)), ", \"line\": ", text.substr(0, colon));
  }

  std::string Stopped(const worker::Runnable* runnable, const Stop& stop, const std::string& path,
                      uint32_t entry_line) {
    const std::vector<TraceEntry>* trace = &stop.trace;
    std::string fields;
    switch (stop.kind) {
      case Stop::Kind::kUnsupported: {
        uint32_t line = trace->empty() ? 0 : trace->front().line;
        return absl::StrCat(Field("unsupported", stop.message), ", \"line\": ", line);
      }
      case Stop::Kind::kInvalidOperation: return Field("invalid", stop.message);
      case Stop::Kind::kCancelled: return Field("error", "cancelled");
      case Stop::Kind::kInternal: return Field("error", stop.message);
      case Stop::Kind::kRaised: break;
    }
    const auto& exception = *stop.exception.as<InstanceObject>();
    Result<std::string> message = engine_->Str(*runnable, stop.exception);
    fields = absl::StrCat(Field("exception", exception.cls()->name), ", ",
                          Field("message", message.ok() ? *message : std::string("<str() failed>")),
                          ", \"lines\": [");
    trace = &exception.exception->trace;
    bool is_first = true;
    for (auto entry = trace->rbegin(); entry != trace->rend(); ++entry) {
      if (entry->path != path || entry->line == entry_line) continue;  // the call of main() is ours
      absl::StrAppend(&fields, is_first ? "" : ", ", entry->line);
      is_first = false;
    }
    return fields + "]";
  }

  const std::unique_ptr<worker::Engine> engine_;
};

std::optional<std::string> Environment(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());
  if (value == nullptr) return std::nullopt;
  return value;
}

int Fail(const absl::Status& status, int code) {
  std::fprintf(stderr, "fora run: %s\n", std::string(status.message()).c_str());
  return code;
}

}  // namespace

int Run(const std::vector<std::string>& arguments) {
  absl::StatusOr<Flags> flags = Flags::Parse(kFlags, arguments, Environment);
  if (!flags.ok()) return Fail(flags.status(), 2);
  if (flags->On("help")) {
    std::printf("fora run [FLAGS] FILE...: prints what main() of each file gives, as one line of JSON\n\n%s",
                HelpOf(kFlags).c_str());
    return 0;
  }
  const std::string& tier = flags->Text("tier");
  if (tier != "auto" && tier != "interpret" && tier != "jit") {
    return Fail(absl::InvalidArgumentError("--tier is '" + tier + "': auto, interpret or jit is expected"),
                2);
  }
  if (flags->positional().empty() && !flags->On("batch"))
    return Fail(absl::InvalidArgumentError("no file is named"), 2);
  absl::Status started = gateway::StartPython(nullptr);
  if (!started.ok()) return Fail(started, 1);
  int threads = static_cast<int>(flags->Number("threads"));
  if (threads == 0) threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  tier::Options options;
  options.mode = tier == "interpret" ? tier::Mode::kInterpret
                 : tier == "jit"     ? tier::Mode::kCompile
                                     : tier::Mode::kAuto;
  options.cache_dir = flags->Text("cache-dir");
  options.tasks.threads = threads;
  if (!flags->Text("chaos").empty()) {
    options.tasks.chaos = true;
    options.tasks.chaos_seed = static_cast<uint64_t>(flags->Number("chaos"));
  }
  const int64_t memory_limit_mb = flags->Number("memory-limit-mb");
  memory::SetLimit(memory_limit_mb != 0 ? memory_limit_mb << 20 : memory::DefaultLimit());
  Runner runner(worker::MakeTieredEngine(options));
  for (const std::string& path : flags->positional()) std::cout << runner.Answer(path) << "\n" << std::flush;
  if (!flags->On("batch")) return 0;
  for (std::string path; std::getline(std::cin, path);)
    std::cout << runner.Answer(path) << "\n" << std::flush;
  return 0;
}

}  // namespace fora
