// Input: a remote value that a program refers to, and where it is.
#pragma once

#include <cstdint>
#include <string>

namespace fora::worker {

struct Input {
  std::string id;
  std::string data_address;  // of the worker that has it
  uint64_t size_bytes = 0;   // roughly; 0: not known
};

}  // namespace fora::worker
