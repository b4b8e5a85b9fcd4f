// compare_tiers FILE...: runs each serialised Program in the interpreter alone, and with all code compiled
// first; names those whose outcomes differ. Exit status: how many do (at most 100).
#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>

#include "cluster/wire/decode_program.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/lower/lower.h"
#include "compiler/parse/parse.h"
#include "compiler/tier/engine.h"
#include "proto/program.pb.h"
#include "runtime/object_model/text.h"

namespace fora {
namespace {

std::string Text(interpret::Interpreter& interpreter, const Value& v, bool repr) {
  Result<Value> text = repr ? object_model::Repr(interpreter, v) : object_model::Str(interpreter, v);
  return text.ok() ? text->as<StrObject>()->ToUtf8() : "<no text>";
}

std::string Outcome(tier::Engine& engine, const std::shared_ptr<const ir::Module>& module) {
  auto program = std::make_shared<tier::LoadedProgram>(module);
  interpret::Interpreter interpreter(program->plan, {});
  Result<Value> result = engine.Run(program, nullptr);
  if (result.ok()) return Text(interpreter, *result, true);
  const Stop& stop = result.stop();
  if (stop.kind != Stop::Kind::kRaised)
    return "stop " + std::to_string(static_cast<int>(stop.kind)) + ": " + stop.message;
  const auto* instance = stop.exception.as<InstanceObject>();
  std::string text = instance->cls()->name + ": " + Text(interpreter, stop.exception, false) + " at";
  for (const TraceEntry& entry : instance->exception->trace) text += " " + std::to_string(entry.line);
  return text;
}

bool Compare(tier::Engine& interpreted, tier::Engine& compiled, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  wire::Program message;
  if (!message.ParseFromIstream(&file)) return false;
  auto program = wire::DecodeProgram(message);
  if (!program.ok()) return false;
  parse::Parsed parsed = parse::Parse(*program);
  if (!parsed.diagnostics.empty()) return true;
  auto module = lower::Lower(parsed.program);
  const std::string expected = Outcome(interpreted, module);
  std::cout << path << std::endl;  // before the compiled run: says which one crashed
  const std::string got = Outcome(compiled, module);
  if (got == expected) return true;
  std::cout << "DIFFERS\n  interpreter: " << expected << "\n  compiled:    " << got << std::endl;
  return false;
}

}  // namespace
}  // namespace fora

int main(int argc, char** argv) {
  fora::tier::Options options;
  options.mode = fora::tier::Mode::kInterpret;
  fora::tier::Engine interpreted(options);
  options.mode = fora::tier::Mode::kCompile;
  fora::tier::Engine compiled(options);
  int different = 0;
  for (int i = 1; i < argc; ++i) different += !fora::Compare(interpreted, compiled, argv[i]);
  std::cout << argc - 1 - different << " agree, " << different << " differ" << std::endl;
  return std::min(different, 100);
}
