// Error: a Python exception as a value: its class and the exact text that CPython 3.11 gives it.
#ifndef FORA_RUNTIME_NUM_ERROR_H_
#define FORA_RUNTIME_NUM_ERROR_H_

#include <cstdint>
#include <string>

namespace fora::num {

enum class ErrorKind : uint8_t {
  kZeroDivision,   // ZeroDivisionError
  kOverflow,       // OverflowError
  kValue,          // ValueError
  kType,           // TypeError
  kMemory,         // MemoryError, always without a text
  kComplexResult,  // not an exception in CPython: the result is a complex number, which this library doesn't
                   // have
};

struct Error {
  ErrorKind kind;
  std::string message;

  friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_ERROR_H_
