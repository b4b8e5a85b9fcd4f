// CodeTable: which compiled code there is for a program, by where it is entered and for which types.
//
// Thread safety: every method may be called from any thread.
// Invariant: a Code never changes once it is ready, and lives as long as its table.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "compiler/codegen/jit.h"
#include "compiler/ir/ir.h"
#include "runtime/abi/abi.h"

namespace fora::tier {

// Code for one tuple of entry types.
struct Code {
  enum class State : uint8_t { kQueued, kReady, kFailed };
  std::atomic<State> state{State::kQueued};
  std::shared_ptr<ir::TypeTable> types;
  std::vector<ir::ValueId> entry_values;  // generic values that become the arguments; empty for folds
  std::vector<const ir::Type*> entry_types;
  std::vector<Value> classes;  // that the types name: a class made by the program could go before its code
  // Set when ready.
  std::shared_ptr<const ir::TypedModule> typed;
  std::shared_ptr<const codegen::CompiledModule> compiled;
  abi::Entry entry = nullptr;
  const ir::Type* return_type = nullptr;
  std::atomic<uint32_t> entered{0};
  std::atomic<uint32_t> exits{0};  // left to the interpreter from the function that was entered
};

// A place where code can be entered: a function's beginning, a loop's head, a kind of fold.
struct EntryPoint {
  const ir::Function* function = nullptr;  // of a fold: the element function, or null
  ir::BlockId block{0};
  std::atomic<uint32_t> offers{0};
  std::atomic<uint32_t> ready{0};  // how many codes are ready

  std::mutex mutex;
  std::optional<std::vector<ir::ValueId>> entry_values;  // guarded by mutex; found at the first request
  std::vector<std::unique_ptr<Code>> codes;              // guarded by mutex; at most kCodesMax
};

inline constexpr size_t kCodesMax = 6;

class CodeTable {
 public:
  EntryPoint* At(const ir::Function* function, uint32_t place);
  // The code to which a typed function belongs, to count its exits; null if it is not an entered function.
  Code* Owner(const void* typed_function);
  void SetOwner(const void* typed_function, Code* code);
  // Waits until the code is no longer queued.
  void Wait(const Code& code);
  void Announce(Code& code, Code::State state);

 private:
  std::mutex mutex_;
  std::condition_variable settled_;
  std::map<std::pair<const ir::Function*, uint32_t>, std::unique_ptr<EntryPoint>> points_;
  std::map<const void*, Code*> owners_;
};

}  // namespace fora::tier
