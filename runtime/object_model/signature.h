// Binding a call's arguments to a function's parameters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/object_model/evaluator.h"
#include "runtime/value/result.h"

namespace fora::object_model {

enum class ParameterKind : uint8_t {
  kPositionalOnly,
  kPositional,
  kVarPositional,
  kKeywordOnly,
  kVarKeyword
};

struct SignatureParameter {
  std::string name;
  ParameterKind kind;
};

// Parameters in the order of the source: positional ones, *args, keyword-only ones, **kwargs.
struct Signature {
  std::string qualname;  // as error messages name the function
  std::vector<SignatureParameter> parameters;
};

// One value per parameter, in order: *args a tuple, **kwargs a dict. Defaults come from the function.
// Errors: TypeError with CPython's texts.
Result<std::vector<Value>> BindArguments(const Signature& signature, const FunctionObject& function,
                                         Arguments arguments);

}  // namespace fora::object_model
