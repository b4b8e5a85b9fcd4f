// EmbeddedPython: Debian's CPython 3.11 inside this process, for the gateway and for parsing source. It never
// runs a user's code.
//
// Isolated: no PYTHON* variables, no current directory, no user site; only Debian's own packages and the
// modules that are part of the binary. There is one interpreter in a process (CPython's own limit) and it is
// never finalised, because extension modules don't survive that.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace fora::gateway {

class Bridge;

// Starts the interpreter on this thread. `bridge` may be null, if nothing is served; it outlives the
// process's use of Python. Errors: Internal, with what CPython says. REQUIRES: called once in a process.
absl::Status StartPython(Bridge* bridge);

// The Program (serialised) of a whole source file: its statements, then `result_name = main()`, which stands
// on line `entry_line`, after the last one of the file.
struct ModuleProgram {
  std::string program;
  uint32_t entry_line = 0;
};
// Errors: InvalidArgument: CPython's parser refuses the source; the message begins with "LINE:".
// REQUIRES: on the thread that started Python.
absl::StatusOr<ModuleProgram> MakeModuleProgram(const std::string& path, std::string_view text,
                                                const std::string& result_name);

}  // namespace fora::gateway
