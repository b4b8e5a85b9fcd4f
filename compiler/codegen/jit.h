// Jit: typed FIR to machine code that can be called.
//
// Thread safety: Compile may be called from several threads. A CompiledModule is immutable.
// Ownership: a CompiledModule keeps its code, its static tables and its typed module alive; the Jit must
// outlive it. Cost: 50 to 100 µs per instruction at O2; linking an object from the cache takes a fraction of
// a millisecond and runs no LLVM pass. Memory is writable or executable, never both.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "compiler/codegen/object_cache.h"
#include "compiler/ir/ir.h"
#include "runtime/abi/abi.h"

namespace fora::codegen {

class CompiledModule {
 public:
  virtual ~CompiledModule() = default;
  // REQUIRES: function < number of functions.
  // Null for a function that others of the module call, unless it is the first or one of them forks it.
  virtual abi::Entry entry(size_t function) const = 0;
  // The site of the n-th `fold` of the module, in order of functions, blocks and instructions.
  virtual const abi::FoldSite& fold_site(size_t fold) const = 0;
  virtual bool from_cache() const = 0;
};

// What the Jit calls functions of the runtime by.
using RuntimeSymbols = std::vector<std::pair<std::string, void*>>;

// What text is made for: this machine, or what every machine of its architecture has, so that the text is the
// same on all.
enum class Cpu : uint8_t { kHost, kGeneric };

// What a module looks like on the way, for `dump`, tests and people.
struct CodeText {
  std::string ir;  // after optimisation
  std::string assembly;
};

class Jit {
 public:
  virtual ~Jit() = default;
  // Errors: Unimplemented for a construct that can't be compiled: it stays in the interpreter.
  virtual absl::StatusOr<std::shared_ptr<const CompiledModule>> Compile(
      std::shared_ptr<const ir::TypedModule> module) = 0;
  virtual absl::StatusOr<CodeText> Text(const ir::TypedModule& module, Cpu cpu = Cpu::kHost) = 0;
};

// Where code leaves to the interpreter: where it can't go on, or, in chaos mode, at random before any
// operator that may.
enum class Exits : uint8_t { kNeeded, kRandomToo };

// symbols: for every name of runtime/abi/entry_points.def that code may call. cache: may be null.
std::unique_ptr<Jit> MakeJit(const RuntimeSymbols& symbols, std::unique_ptr<ObjectCache> cache,
                             Exits exits = Exits::kNeeded);

// With all of entry_points.def as linked into this program, a cache in memory, and one in the directory
// unless empty.
std::unique_ptr<Jit> MakeJit(const std::string& cache_dir, Exits exits = Exits::kNeeded);

}  // namespace fora::codegen
