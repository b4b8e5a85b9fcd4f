// The table of builtins: what programs find under the names of builtins and of supported modules.
//
// Thread safety: everything here may be called from any thread. Indices are stable within a build.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/object_model/builtin_table.h"
#include "runtime/value/value.h"

namespace fora::builtins {

struct BuiltinInfo {
  std::string_view name;    // "sin"
  std::string full_name;    // "math.sin", "list.index", "len"
  std::string_view module;  // "math"; empty for builtins and methods
  BuiltinClass method_of;   // kNone for functions
  // Row of the float functions of runtime/num/math_functions.def that this is; -1 if it is none.
  int math_row;
};

// A function, type, exception class, constant or module member: "len", "int", "ValueError", "NotImplemented",
// "math.sin".
std::optional<Value> Find(std::string_view name);

// A supported module, as `import` gives it.
std::optional<Value> FindModule(std::string_view name);

uint32_t BuiltinCount();
const BuiltinInfo& Info(uint32_t index);  // REQUIRES: index < BuiltinCount()

}  // namespace fora::builtins
