// What the object model needs to know of the builtin functions, methods and modules; runtime/builtins has the
// table.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "runtime/object_model/classes.h"
#include "runtime/object_model/evaluator.h"

namespace fora::object_model {

// Calls a kBuiltin. A method's builtin takes its object as the first positional argument.
Result<Value> CallBuiltin(Evaluator& evaluator, uint32_t index, Arguments arguments);

// int(...), list(...), ...: calls a builtin class. Exceptions and `object` never come here.
Result<Value> ConstructBuiltin(Evaluator& evaluator, BuiltinClass c, Arguments arguments);

std::string_view BuiltinName(uint32_t index);  // "len", "append"
std::string_view ModuleName(uint32_t index);   // "math"
std::optional<Value> FindModuleMember(uint32_t module, std::string_view name);

// A method of a builtin type that is supported, as a kBuiltin. Methods that change a list are not among them
// (items.h: MethodUpdate).
std::optional<Value> FindBuiltinMethod(BuiltinClass c, std::string_view name);

}  // namespace fora::object_model
