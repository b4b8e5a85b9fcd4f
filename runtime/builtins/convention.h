// How builtins take their arguments: CPython's calling conventions and the TypeErrors that each gives.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/object_model/evaluator.h"
#include "runtime/value/result.h"

namespace fora::builtins {

// Arguments as a builtin sees them: one value per parameter, unbound where none was given. A method's object
// is first.
struct Call {
  Evaluator& evaluator;
  std::vector<Value> args;
  std::vector<std::pair<std::string, Value>> keywords;  // Raw only
  uint32_t index;                                       // row of the table
};

using Function = Result<Value> (*)(Call& call);

struct Convention {
  enum class Kind : uint8_t {
    kOne,      // f(x): "f() takes exactly one argument (2 given)"
    kNone,     // f(): "f() takes no arguments (1 given)"
    kBetween,  // by position: "f expected at least 1 argument, got 0"
    kNamed,    // by position or name
    kRaw,      // the function looks for itself
  };
  Kind kind;
  uint32_t min = 0;              // required
  uint32_t max = 0;              // kBetween: by position; kNamed: parameters that may be given by position
  uint32_t positional_only = 0;  // kNamed
  std::string_view names = {};   // kNamed: all parameters, comma-separated
};

inline constexpr uint32_t kManyArguments = UINT32_MAX;

constexpr Convention One() { return {Convention::Kind::kOne}; }
constexpr Convention NoArguments() { return {Convention::Kind::kNone}; }
constexpr Convention Between(uint32_t min, uint32_t max) { return {Convention::Kind::kBetween, min, max}; }
constexpr Convention AnyNumber() { return Between(0, kManyArguments); }
constexpr Convention Named(std::string_view names, uint32_t positional_only, uint32_t required,
                           uint32_t positional) {
  return {Convention::Kind::kNamed, required, positional, positional_only, names};
}
constexpr Convention Raw() { return {Convention::Kind::kRaw}; }

// The arguments in order of parameters.
//   name: as the convention's messages have it ("index"); full_name: with its owner ("list.index").
Result<std::vector<Value>> TakeArguments(const Convention& convention, std::string_view name,
                                         std::string_view full_name, Arguments arguments);

// "f expected 2 arguments, got 3", unless min <= given <= max.
Result<Unit> CheckCount(std::string_view name, size_t given, size_t min, size_t max);
// "f() takes no keyword arguments", if there are any.
Result<Unit> CheckNoKeywords(std::string_view full_name, const Arguments& arguments);

}  // namespace fora::builtins
