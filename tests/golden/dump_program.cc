// dump_program --phase=lower|run < PROGRAM: the FIR of a serialised wire Program, or what the interpreter makes of it.
// On one line each: diagnostics as "unsupported LINE: message", results as "name = repr", exceptions as
// "raise Class: text" after their traceback.
#include <iostream>
#include <iterator>
#include <string>

#include "cluster/wire/decode_program.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/ir/print.h"
#include "compiler/ir/verify.h"
#include "compiler/lower/lower.h"
#include "compiler/parse/parse.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/text.h"

namespace fora {
namespace {

std::string TextOf(interpret::Interpreter& interpreter, const Value& v, bool repr) {
  Result<Value> text = repr ? object_model::Repr(interpreter, v) : object_model::Str(interpreter, v);
  return text.ok() ? text->as<StrObject>()->ToUtf8() : "<no text>";
}

int Run(const std::shared_ptr<const ir::Module>& module) {
  std::shared_ptr<const interpret::ModulePlan> plan = interpret::Prepare(module);
  interpret::Interpreter interpreter(plan, {});
  Result<Value> result = interpreter.Run();
  if (result.ok()) {
    if (module->result_names.empty()) std::cout << "= " << TextOf(interpreter, *result, true) << "\n";
    const auto* results = result->Is(Tag::kTuple) ? result->as<TupleObject>() : nullptr;
    for (size_t i = 0; results != nullptr && i < module->result_names.size(); ++i) {
      const Value& v = results->items[i];
      if (v.is_unbound() || v.Is(Tag::kFunction) || v.Is(Tag::kClass) || v.Is(Tag::kModule)) continue;
      std::cout << module->result_names[i] << " = " << TextOf(interpreter, v, true) << "\n";
    }
    return 0;
  }
  const Stop& stop = result.stop();
  bool raised = stop.kind == Stop::Kind::kRaised;
  const auto& trace = raised ? stop.exception.as<InstanceObject>()->exception->trace : stop.trace;
  for (auto entry = trace.rbegin(); entry != trace.rend(); ++entry) {
    std::cout << "  line " << entry->line << " in " << entry->function << "\n";
  }
  if (!raised) {
    std::cout << "stop " << static_cast<int>(stop.kind) << ": " << stop.message << "\n";
  } else {
    std::cout << "raise " << object_model::TypeName(stop.exception) << ": "
              << TextOf(interpreter, stop.exception, false) << "\n";
  }
  return 0;
}

int Dump(bool run) {
  std::string bytes((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
  wire::Program message;
  if (!message.ParseFromString(bytes)) {
    std::cerr << "not a Program\n";
    return 2;
  }
  auto program = wire::DecodeProgram(message);
  if (!program.ok()) {
    std::cerr << program.status().ToString() << "\n";
    return 2;
  }
  parse::Parsed parsed = parse::Parse(*program);
  for (const auto& diagnostic : parsed.diagnostics) {
    std::cout << "unsupported " << diagnostic.span.line << ": " << diagnostic.message << "\n";
  }
  if (!parsed.diagnostics.empty()) return 0;
  auto module = lower::Lower(parsed.program);
  if (absl::Status status = ir::Verify(*module); !status.ok()) {
    std::cerr << status.ToString() << "\n" << ir::Print(*module);
    return 3;
  }
  if (run) return Run(module);
  std::cout << ir::Print(*module);
  return 0;
}

}  // namespace
}  // namespace fora

int main(int argc, char** argv) { return fora::Dump(argc > 1 && std::string(argv[1]) == "--phase=run"); }
