// Runs programs in the interpreter alone: reads names of files that hold a serialised Program, one per line,
// and answers each with one JSON line as `fora run --batch` does (tests/agree/README.md). drive.py makes the
// files.
#include <pthread.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "cluster/wire/decode_program.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/lower/lower.h"
#include "compiler/parse/parse.h"
#include "proto/program.pb.h"
#include "runtime/object_model/text.h"

namespace fora {
namespace {

constexpr size_t kStackBytes = size_t{512} << 20;

std::string Quote(const std::string& text) {
  std::string out = "\"";
  for (char c : text) {
    char escaped[8];
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::snprintf(escaped, sizeof escaped, "\\u%04x", c);
      out += escaped;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string Utf8(const Value& text) { return text.as<StrObject>()->ToUtf8(); }

// main's frames, outermost first: without the statement that drive.py adds at the end.
std::string Lines(const std::vector<TraceEntry>& trace) {
  std::string out;
  for (size_t i = trace.size(); i-- > 0;) {
    if (i + 1 == trace.size() && trace[i].function == "<module>" && trace.size() > 1) continue;
    out += (out.empty() ? "" : ", ") + std::to_string(trace[i].line);
  }
  return "[" + out + "]";
}

std::string ShowStop(interpret::Interpreter& interpreter, Stop& stop) {
  if (stop.kind == Stop::Kind::kRaised) {
    auto* instance = stop.exception.as<InstanceObject>();
    auto message = object_model::Str(interpreter, stop.exception);
    return "\"exception\": " + Quote(instance->cls()->name) +
           ", \"message\": " + (message.ok() ? Quote(Utf8(*message)) : "null") +
           ", \"lines\": " + Lines(instance->exception->trace);
  }
  const char* kind = stop.kind == Stop::Kind::kUnsupported        ? "unsupported"
                     : stop.kind == Stop::Kind::kInvalidOperation ? "invalid"
                                                                  : "broken";
  std::string line = stop.trace.empty() ? "0" : std::to_string(stop.trace[0].line);
  return Quote(kind) + ": " + Quote(stop.message) + ", \"line\": " + line;
}

std::string RunProgram(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  fora::wire::Program message;
  if (!message.ParseFromIstream(&file)) return "\"broken\": \"does not decode\"";
  auto program = wire::DecodeProgram(message);
  if (!program.ok()) return "\"broken\": " + Quote(std::string(program.status().message()));
  parse::Parsed parsed = parse::Parse(*program);
  if (!parsed.diagnostics.empty())
    return "\"unsupported\": " + Quote(parsed.diagnostics[0].message) +
           ", \"line\": " + std::to_string(parsed.diagnostics[0].span.line);
  std::shared_ptr<const ir::Module> module = lower::Lower(parsed.program);
  interpret::Interpreter interpreter(interpret::Prepare(module), {.stack_bytes_max = kStackBytes / 2});
  Result<Value> result = interpreter.Run();
  if (!result.ok()) return ShowStop(interpreter, result.stop());
  auto text = object_model::Repr(interpreter, result->as<TupleObject>()->items[0]);
  if (!text.ok()) return ShowStop(interpreter, text.stop());
  return "\"value\": " + Quote(Utf8(*text));
}

void* RunAll(void*) {
  std::string path;
  while (std::getline(std::cin, path)) {
    std::cout << "{\"file\": " << Quote(path) << ", " << RunProgram(path) << "}" << std::endl;
  }
  return nullptr;
}

}  // namespace
}  // namespace fora

int main() {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, fora::kStackBytes);
  pthread_t thread;
  if (pthread_create(&thread, &attributes, fora::RunAll, nullptr) != 0) return 1;
  pthread_join(thread, nullptr);
  return 0;
}
