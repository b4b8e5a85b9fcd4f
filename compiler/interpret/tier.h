// Tier: how faster code takes over from the interpreter.
//
// The interpreter asks at every call and, in loops, every kBackEdgesPerOffer turns. The tier counts the
// offers, has what is hot compiled in the background, and says no until there is code for the run-time types
// at hand. Thread safety: every method may be called from any thread, with that thread's interpreter. Cost: a
// refusal is on the path of every interpreted call and must be cheap.
#pragma once

#include <optional>
#include <span>

#include "compiler/ir/ir.h"
#include "runtime/value/operators.h"
#include "runtime/value/result.h"

namespace fora::interpret {

class Interpreter;

class Tier {
 public:
  virtual ~Tier() = default;

  // Runs the generic `function` from the beginning of `block` to its end, as compiled code, and gives its
  // result; its frame's traceback entries are added. nullopt: interpret it; then nothing has been touched.
  // registers: by ValueId; those live at the block's beginning hold values, which may be moved out.
  // The interpreter is there to resume when compiled code exits.
  virtual std::optional<Result<Value>> Enter(Interpreter& interpreter, const ir::Function& function,
                                             ir::BlockId block, std::span<Value> registers) = 0;

  // Evaluator::Fold for this interpreter.
  virtual std::optional<Result<Value>> Fold(Interpreter& interpreter, Reducer reducer, const Value& iterable,
                                            const Value& start) = 0;
};

}  // namespace fora::interpret
