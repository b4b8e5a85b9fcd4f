// Calling anything that can be called.
#pragma once

#include "runtime/object_model/evaluator.h"
#include "runtime/value/result.h"

namespace fora::object_model {

// callee(arguments). Errors: TypeError "'int' object is not callable".
Result<Value> Call(Evaluator& evaluator, const Value& callee, Arguments arguments);
Result<Value> Call(Evaluator& evaluator, const Value& callee, std::vector<Value> positional);
bool IsCallable(const Value& v);

// super().__init__(...) within a method of class c (look up after c), or c.__init__(self, ...) (look up in
// c). Consumes self and returns it initialised.
Result<Value> InitBase(Evaluator& evaluator, const ClassObject* c, bool after_class, Value self,
                       Arguments arguments);

// super(class_object, self). Errors: TypeError.
Result<Value> MakeSuper(Evaluator& evaluator, const Value& class_object, const Value& self);

}  // namespace fora::object_model
