// Text of numbers, and format specs of the types that have them.
#pragma once

#include <optional>
#include <string>

#include "runtime/value/objects.h"
#include "runtime/value/result.h"

namespace fora::object_model {

// repr of an int or a float. Errors: ValueError for an int of more than 4300 digits.
Result<std::string> NumberText(const Value& v);

// format(v, spec) of an int, bool, float or str; nullopt for other types.
std::optional<Result<Value>> FormatBuiltin(const Value& v, const StrObject& spec);

}  // namespace fora::object_model
