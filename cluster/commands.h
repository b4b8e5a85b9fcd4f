// The commands of the binary. Each takes the words after its name and gives the exit code: 0; 1: it failed;
// 2: it was called wrongly. Errors are one line on standard error.
#pragma once

#include <string>
#include <vector>

namespace fora {

int Serve(const std::vector<std::string>& arguments);
int Run(const std::vector<std::string>& arguments);
int Dump(const std::vector<std::string>& arguments);

}  // namespace fora
