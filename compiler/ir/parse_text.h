// Reads the text that print.h writes.
//
//   module entry 0 python 11
//   constant 0 = 42                     None True False 42 float 0x1p+3 int 12345678901234567890 "text" (1,
//   "a") global 0 = builtin len              also: class NAME, function NAME (of this text), builtin 7,
//   module 1 class 0 "C" bases 1 attributes ("f", "g") results ("x", "y") function 0 "f" qualname "g.f"
//   captures ("n") parameters (pos "x", pos "y" default) defaults 1 init element { b0(%0 "n", %1 "x", %2
//   "y"):
//     unwind b2(%0)
//     %3 = binary %0, %1 {binary="+"} @5
//     %4 = call %3, %1, %2 {call=[., "key"]}
//     branch %4 b1(%3) b2()
//   ...
//   }
//
//   typed 0 "f" of 0 entry b1 values (%3) returns Int {       in a TypedModule: values carry types
//     frame 0 b1:2 [%3=%0]                                    generic value = typed value
//   b0(%0: Int):
//     %1: Int = int.add %0, %0 {fs=0}
//     return %1
//   }
//
// '#' begins a comment. Value ids and names are kept as written. Result is not verified (see verify.h).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "absl/status/statusor.h"
#include "compiler/ir/ir.h"

namespace fora::ir {

struct ParseTextOptions {
  // A builtin function or class by name ("builtin len", "class int"; also classes in types).
  std::function<std::optional<Value>(std::string_view name)> find;
};

// Errors: InvalidArgument with line and what was expected.
absl::StatusOr<std::unique_ptr<Module>> ParseModule(std::string_view text,
                                                    const ParseTextOptions& options = {});

// generic: the module whose functions "of N", "Function f#N" and frame states refer to; may be null if none
// do.
absl::StatusOr<std::shared_ptr<TypedModule>> ParseTypedModule(std::string_view text, const Module* generic,
                                                              const ParseTextOptions& options = {});

// A type alone.
absl::StatusOr<const Type*> ParseType(std::string_view text, TypeTable& types,
                                      const Module* generic = nullptr, const ParseTextOptions& options = {});

}  // namespace fora::ir
