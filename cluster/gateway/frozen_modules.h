// The gateway's own Python modules, compiled at build time (freeze_modules.py): the binary needs no files of
// ours.
#pragma once

#include <cstddef>
#include <span>

namespace fora::gateway {

struct FrozenModule {
  const char* name;
  const unsigned char* code;
  size_t size;
  bool is_package;
};

std::span<const FrozenModule> FrozenModules();

}  // namespace fora::gateway
