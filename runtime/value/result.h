// Result<T>: what running Python code comes to: a value, or the reason why there is none.
//
// A Python exception is a value of the run (Stop::kRaised). The other reasons end the whole computation and
// can't be caught by the program.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "runtime/value/objects.h"
#include "runtime/value/value.h"

namespace fora {

struct Stop {
  enum class Kind : uint8_t {
    kRaised,            // `exception` is the instance; its ExceptionState::trace grows on the way out
    kInvalidOperation,  // would need to mutate something shared: InvalidPyforaOperation
    kUnsupported,       // PythonToForaConversionError: a construct that is not supported was reached
    kCancelled,
    kInternal,  // a limit of ours or a defect
  };
  Kind kind;
  Value exception;
  std::string message;
  std::vector<TraceEntry> trace;  // of the kinds that are not kRaised, innermost first
  bool has_context = false;  // kRaised: its __context__ is settled; else whoever it passes first that handles
                             // another exception is its context
  Value kept;  // kRaised: what the function gives back all the same: a block the names that it had
               // assigned, a setter its object; else unbound. Only its direct caller may look
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}                   // NOLINT: implicit, as StatusOr
  Result(std::unique_ptr<Stop> stop) : stop_(std::move(stop)) {}  // NOLINT
  bool ok() const { return stop_ == nullptr; }
  T& value() & { return *value_; }
  T&& value() && { return std::move(*value_); }
  T& operator*() & { return *value_; }
  T&& operator*() && { return std::move(*value_); }
  T* operator->() { return &*value_; }
  Stop& stop() { return *stop_; }
  std::unique_ptr<Stop> TakeStop() { return std::move(stop_); }

 private:
  std::optional<T> value_;
  std::unique_ptr<Stop> stop_;
};

struct Unit {};

// Stops with no Python exception.
std::unique_ptr<Stop> InvalidOperation(std::string message);
std::unique_ptr<Stop> Unsupported(std::string message);
std::unique_ptr<Stop> Cancelled();
std::unique_ptr<Stop> Internal(std::string message);

#define FORA_RESULT_CONCAT_(a, b) a##b
#define FORA_RESULT_CONCAT(a, b) FORA_RESULT_CONCAT_(a, b)
// FORA_TRY(Value v, Evaluate(x)): declares v, or returns the stop to the caller.
#define FORA_TRY(declaration, expression) \
  FORA_TRY_IMPL_(FORA_RESULT_CONCAT(fora_result_, __LINE__), declaration, expression)
#define FORA_TRY_IMPL_(result, declaration, expression) \
  auto result = (expression);                           \
  if (!result.ok()) return result.TakeStop();           \
  declaration = std::move(result).value()
#define FORA_TRY_VOID(expression)                                                    \
  do {                                                                               \
    if (auto fora_try_ = (expression); !fora_try_.ok()) return fora_try_.TakeStop(); \
  } while (false)

}  // namespace fora
