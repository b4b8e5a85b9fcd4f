// The builtin functions by name: one C++ function per distinct behaviour of builtins.def.
#pragma once

#include <optional>

#include "runtime/builtins/convention.h"
#include "runtime/object_model/classes.h"

namespace fora::builtins {

#define FORA_BUILTIN(owner, name, convention, function) Result<Value> function(Call& call);
#include "runtime/builtins/builtins.def"
#undef FORA_BUILTIN

Result<Value> MakeInt(Call& call);    // int(...)
Result<Value> MakeFloat(Call& call);  // float(...)

// x as a float. error and error_end: the text around the type's name if x is no number.
Result<Value> ToFloat(Evaluator& evaluator, const Value& x, const char* error, const char* error_end);

// Offers a reduction of a lazily evaluated iterable to the evaluator, if nothing has advanced it yet.
std::optional<Result<Value>> OfferFold(Evaluator& evaluator, Reducer reducer, const Value& iterable,
                                       const Value& start = Value());

// All items of an iterable as a list that nobody else refers to.
Result<Value> CollectList(Evaluator& evaluator, const Value& iterable);

}  // namespace fora::builtins
