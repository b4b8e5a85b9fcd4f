// For tests: an Evaluator whose functions are C++, and a builtin table with hardly anything in it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "runtime/object_model/evaluator.h"
#include "runtime/value/objects.h"

namespace fora::object_model {

using NativeBody = std::function<Result<Value>(Evaluator&, Arguments)>;

class NativeCode : public Code {
 public:
  NativeCode(std::string name, NativeBody body) : name_(std::move(name)), body_(std::move(body)) {}
  const std::string& name() const override { return name_; }
  const std::string& qualname() const override { return name_; }
  const NativeBody& body() const { return body_; }

 private:
  const std::string name_;
  const NativeBody body_;
};

class FakeEvaluator : public Evaluator {
 public:
  Result<Value> CallFunction(const FunctionObject& function, Arguments arguments) override {
    return static_cast<const NativeCode*>(function.code)->body()(*this, std::move(arguments));
  }
  uint32_t python_minor() const override { return 11; }
  bool cancelled() const override { return cancel; }

  bool cancel = false;
};

// The code lives as long as the process: functions don't own it.
inline Value NativeFunction(std::string name, NativeBody body) {
  static std::vector<std::unique_ptr<NativeCode>> all;
  all.push_back(std::make_unique<NativeCode>(std::move(name), std::move(body)));
  return Value::Adopt(new FunctionObject(all.back().get()));
}

}  // namespace fora::object_model
