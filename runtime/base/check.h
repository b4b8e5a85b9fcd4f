// FORA_CHECK: states what only we can get wrong; kept in release builds.
//
//   FORA_CHECK(page.sealed()) << "page " << page.id();
//   FORA_CHECK_EQ(lo + count, hi);
//   FORA_UNREACHABLE() << "kind " << int(kind);
//
// A failed check prints file:line, the condition, the values and the message to stderr, and aborts. What a
// user, a peer or the machine can cause is an absl::Status instead. The message is evaluated only on failure;
// each operand of the comparing forms exactly once.
#ifndef FORA_RUNTIME_BASE_CHECK_H_
#define FORA_RUNTIME_BASE_CHECK_H_

#include <ostream>
#include <sstream>

namespace fora::internal {

// Collects the message and aborts the process when it dies.
class CheckFailure {
 public:
  CheckFailure(const char* file, int line, const char* condition);
  [[noreturn]] ~CheckFailure();
  CheckFailure(const CheckFailure&) = delete;
  CheckFailure& operator=(const CheckFailure&) = delete;

  std::ostream& stream() { return message_; }

 private:
  std::ostringstream message_;
};

// Values that have no operator<< are legal operands, too.
template <typename T>
void PrintOperand(std::ostream& out, const T& value) {
  if constexpr (requires { out << value; }) {
    out << value;
  } else {
    out << "<" << sizeof(T) << " bytes>";
  }
}

}  // namespace fora::internal

// The `switch` makes the macro one statement, so that a dangling `else` can't bind to it.
#define FORA_CHECK(condition) \
  switch (0)                  \
  case 0:                     \
  default:                    \
    if (condition)            \
      [[likely]];             \
    else                      \
      ::fora::internal::CheckFailure(__FILE__, __LINE__, #condition).stream() << ": "

#define FORA_UNREACHABLE() ::fora::internal::CheckFailure(__FILE__, __LINE__, "unreachable").stream() << ": "

#define FORA_CHECK_EQ(a, b) FORA_CHECK_COMPARE_(==, a, b)
#define FORA_CHECK_NE(a, b) FORA_CHECK_COMPARE_(!=, a, b)
#define FORA_CHECK_LT(a, b) FORA_CHECK_COMPARE_(<, a, b)
#define FORA_CHECK_LE(a, b) FORA_CHECK_COMPARE_(<=, a, b)
#define FORA_CHECK_GT(a, b) FORA_CHECK_COMPARE_(>, a, b)
#define FORA_CHECK_GE(a, b) FORA_CHECK_COMPARE_(>=, a, b)

#define FORA_CHECK_COMPARE_(op, a, b)                                              \
  [&](const auto& left, const auto& right) {                                       \
    if (left op right) [[likely]]                                                  \
      return;                                                                      \
    ::fora::internal::CheckFailure failure(__FILE__, __LINE__, #a " " #op " " #b); \
    failure.stream() << ": ";                                                      \
    ::fora::internal::PrintOperand(failure.stream(), left);                        \
    failure.stream() << " against ";                                               \
    ::fora::internal::PrintOperand(failure.stream(), right);                       \
  }(a, b)

#endif  // FORA_RUNTIME_BASE_CHECK_H_
