// A runtime for tests of compiled code: exits, folds and forks as a test wants them, and counts of what
// happened.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "compiler/codegen/jit.h"
#include "compiler/ir/ir.h"
#include "runtime/abi/abi.h"

namespace fora::codegen {

// What the entry points see; one per test, reached through the functions' context.
struct TestRuntime {
  struct Exit {
    uint32_t frame_state;
    uint32_t reason;
    std::vector<Value> live;
  };
  abi::Context context;
  std::vector<Exit> exits;
  int traces = 0, polls = 0, joins = 0, discards = 0, folds = 0, forgotten = 0, folded_meanwhile = 0;
  int64_t poll_stops_at = -1;  // the poll that answers kStopped
  bool take_forks = false;     // a poll promotes the innermost fork
  bool compensated = false;
  bool map_first = false;     // floats are kept, and folded at the end
  bool map_and_fold = false;  // or as soon as there is a body for that
  uint64_t split_seed = 1;
  // The result of an exit, as a Value of the function's return type.
  std::function<Value(const Exit&)> answer;
};

TestRuntime& CurrentRuntime();  // of the test that runs
RuntimeSymbols TestSymbols();

// A compiled module from typed text, and calls of its functions by Values.
class Program {
 public:
  explicit Program(const char* typed_text, const char* generic_text = nullptr,
                   std::unique_ptr<ObjectCache> cache = nullptr);
  ~Program();
  // The result; unbound if the status is not kOk.
  Value Call(std::vector<Value> arguments, size_t function = 0);
  int64_t Int(std::vector<Value> arguments) { return Call(std::move(arguments)).as_int(); }
  double Float(std::vector<Value> arguments) { return Call(std::move(arguments)).as_float(); }

  TestRuntime runtime;
  std::unique_ptr<ir::Module> generic;
  std::shared_ptr<ir::TypedModule> typed;
  std::unique_ptr<Jit> jit;
  std::shared_ptr<const CompiledModule> compiled;
  abi::Status status{};
};

}  // namespace fora::codegen
