// Return early from a function that returns absl::Status or absl::StatusOr.
//
//   FORA_RETURN_IF_ERROR(journal.Append(record));
//   FORA_ASSIGN_OR_RETURN(ir::Module module, infer::Infer(syntax, types));
#ifndef FORA_RUNTIME_BASE_STATUS_MACROS_H_
#define FORA_RUNTIME_BASE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Returns the status of `...` (an absl::Status) unless it is ok.
#define FORA_RETURN_IF_ERROR(...)                                \
  do {                                                           \
    if (::absl::Status status_ = (__VA_ARGS__); !status_.ok()) { \
      return status_;                                            \
    }                                                            \
  } while (false)

// Evaluates `...` (an absl::StatusOr<T>); returns its status unless ok, else moves the value to `target`,
// which may declare a variable. It expands to several statements: not the body of an `if` without braces.
#define FORA_ASSIGN_OR_RETURN(target, ...) \
  FORA_ASSIGN_OR_RETURN_(FORA_STATUS_CONCAT_(status_or_, __LINE__), target, (__VA_ARGS__))

#define FORA_ASSIGN_OR_RETURN_(result, target, expression) \
  auto result = expression;                                \
  if (!result.ok()) return std::move(result).status();     \
  target = *std::move(result)

#define FORA_STATUS_CONCAT_(a, b) FORA_STATUS_CONCAT_INNER_(a, b)
#define FORA_STATUS_CONCAT_INNER_(a, b) a##b

#endif  // FORA_RUNTIME_BASE_STATUS_MACROS_H_
