// For tests: the only builtin is len.
#include "runtime/object_model/builtin_table.h"
#include "runtime/object_model/items.h"

namespace fora::object_model {

Result<Value> CallBuiltin(Evaluator& evaluator, uint32_t index, Arguments arguments) {
  return Len(evaluator, arguments.positional.at(0));
}

Result<Value> ConstructBuiltin(Evaluator& evaluator, BuiltinClass c, Arguments arguments) {
  return Unsupported("no constructors in this test");
}

std::string_view BuiltinName(uint32_t index) { return "len"; }
std::string_view ModuleName(uint32_t index) { return "math"; }
std::optional<Value> FindModuleMember(uint32_t module, std::string_view name) { return std::nullopt; }
std::optional<Value> FindBuiltinMethod(BuiltinClass c, std::string_view name) { return std::nullopt; }

}  // namespace fora::object_model
