// Attributes: reading and assigning them.
#pragma once

#include <optional>
#include <string_view>

#include "runtime/object_model/evaluator.h"
#include "runtime/value/result.h"

namespace fora::object_model {

// object.name, with descriptors, bound methods and __getattr__. Errors: AttributeError; Unsupported for
// attributes that CPython has and we don't.
Result<Value> GetAttr(Evaluator& evaluator, const Value& object, std::string_view name);

// object.name = value. Consumes object and returns it. REQUIRES for success: object is the only reference to
// an instance; a shared one is InvalidOperation. After an error object still holds it.
Result<Value> SetAttr(Evaluator& evaluator, Value&& object, std::string_view name, Value value);

// A function found in a class, as it is seen through an instance: bound if it is a function or builtin,
// called if it is a property. `owner` is the class of the instance.
Result<Value> BindDescriptor(Evaluator& evaluator, const Value& attribute, const Value& instance,
                             const Value& owner);

// Calls the special method of a user class's instance: nullopt if the class has none.
std::optional<Result<Value>> CallSpecial(Evaluator& evaluator, const Value& self, std::string_view method,
                                         std::vector<Value> arguments);

}  // namespace fora::object_model
