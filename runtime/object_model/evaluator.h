// Evaluator: what Python's data model needs from whoever runs code: to call a function.
//
// The object model calls back through it for special methods, sort keys and the like. One per thread of
// execution.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "runtime/value/operators.h"
#include "runtime/value/result.h"

namespace fora {

struct Arguments {
  std::vector<Value> positional;
  std::vector<std::pair<std::string, Value>> keywords;
};

class Evaluator {
 public:
  virtual ~Evaluator() = default;
  // Calls a kFunction (binding the arguments to its parameters) and nothing else; object_model::Call
  // dispatches on every kind of callable and comes here for functions.
  virtual Result<Value> CallFunction(const FunctionObject& function, Arguments arguments) = 0;
  // Calls a property's setter. Consumes object and returns it changed. After an error object still holds it,
  // as it is by then. REQUIRES: setter.code->sets_property().
  virtual Result<Value> SetProperty(const FunctionObject& setter, Value&& object, Value value) {
    (void)setter, (void)object, (void)value;
    return Unsupported("properties that can be set are not supported here");
  }
  // Reduces an iterable in parallel, if it can be split and pays; nullopt: iterate it instead. start: kSum's
  // start value. Called only with a list, a range, or an iterator that nothing has advanced yet.
  virtual std::optional<Result<Value>> Fold(Reducer reducer, const Value& iterable, const Value& start) {
    (void)reducer, (void)iterable, (void)start;
    return std::nullopt;
  }
  // A stop passes a comprehension's frame while the comprehension asks its source for an element: adds the
  // frame's traceback entry.
  virtual void AddComprehensionFrame(Stop& stop, const FunctionObject& element_function) {
    (void)stop, (void)element_function;
  }
  // The client's Python 3 minor version: which `sum` of floats it has.
  virtual uint32_t python_minor() const = 0;
  // True once the computation is cancelled; loops of the runtime ask now and then and return Cancelled().
  virtual bool cancelled() const = 0;
};

}  // namespace fora
