// The Jit of a whole program; apart from jit.cc because it needs every entry point to be linked.
#include "compiler/codegen/jit.h"
#include "runtime/abi/entry_points.h"

namespace fora::codegen {

namespace {
constexpr size_t kMemoryCacheBytes = size_t{64} << 20;
constexpr uint64_t kDirectoryCacheBytes = uint64_t{1} << 30;
}  // namespace

std::unique_ptr<Jit> MakeJit(const std::string& cache_dir, Exits exits) {
  const RuntimeSymbols symbols = {
#define FORA_ENTRY(name, result, parameters) {#name, reinterpret_cast<void*>(&abi::name)},
#include "runtime/abi/entry_points.def"
#undef FORA_ENTRY
  };
  std::unique_ptr<ObjectCache> cache = std::make_unique<MemoryObjectCache>(kMemoryCacheBytes);
  if (!cache_dir.empty()) {
    cache = std::make_unique<TieredObjectCache>(
        std::move(cache), std::make_unique<DirectoryObjectCache>(cache_dir, kDirectoryCacheBytes));
  }
  return MakeJit(symbols, std::move(cache), exits);
}

}  // namespace fora::codegen
