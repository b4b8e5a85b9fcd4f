#include "runtime/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace fora::internal {

CheckFailure::CheckFailure(const char* file, int line, const char* condition) {
  message_ << file << ":" << line << ": check failed: " << condition;
}

CheckFailure::~CheckFailure() {
  std::string message = message_.str();
  // Checks without a message leave the separator that invites one.
  if (message.ends_with(": ")) message.resize(message.size() - 2);
  // One write, so that the lines of threads that fail together don't mix.
  std::fprintf(stderr, "%s\n", message.c_str());
  std::fflush(stderr);
  std::abort();
}

}  // namespace fora::internal
