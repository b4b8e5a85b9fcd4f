// NoEvaluator: for operations on built-in containers, which call no function.
#pragma once

#include "runtime/base/check.h"
#include "runtime/object_model/evaluator.h"
#include "runtime/value/objects.h"

namespace fora {

class NoEvaluator final : public Evaluator {
 public:
  Result<Value> CallFunction(const FunctionObject& function, Arguments) override {
    FORA_UNREACHABLE() << "a built-in operation called " << function.code->name();
  }
  uint32_t python_minor() const override { return 11; }
  bool cancelled() const override { return false; }
};

}  // namespace fora
