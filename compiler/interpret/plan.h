// Plan: a generic function made ready to run: its instructions laid out flat, with the last use of every
// value marked, so that a frame's registers hold exactly the values that are still needed. That is what makes
// `v = method_update v, x` see the only reference to v, and a list's memory return as soon as Python would
// return it.
//
// Thread safety: immutable once made; shared by all threads that run the module.
// Invariants: (1) At every instruction, a register holds a value iff that value is live there.
//             (2) A handler may read what its unwind edge passes, so nothing it needs is moved before the
//             block's
//                 last operator that can raise has succeeded.
// Cost: Prepare takes time linear in blocks x values (dense liveness sets).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "compiler/ir/ir.h"
#include "runtime/object_model/signature.h"

namespace fora::interpret {

using Register = uint32_t;  // == ir::ValueId of the generic function

enum class Use : uint8_t {
  kKeep,           // the value is needed afterwards
  kMove,           // its last use
  kMoveOnSuccess,  // its last use, unless the instruction raises: then the handler reads it. Also of an
                   // operand that stands twice
  kGive,  // of a call whose handler is the function's landing: a list or object is moved, and lost if the
          // call raises; of anything else the handler keeps its copy
};

struct Operand {
  Register from;
  Use use;
};

struct InstructionPlan {
  const ir::Instruction* instruction;
  std::span<const Operand> operands;
  std::optional<Register> result;  // unset if nobody reads it
};

// Assignments to the target's parameters; parameters that nobody reads are left out.
struct EdgePlan {
  struct Copy {
    Operand source;
    Register to;
  };
  uint32_t target = 0;
  bool is_back_edge = false;
  bool needs_temporaries = false;  // a parameter written early is the source of a later copy
  std::vector<Copy> copies;
  std::vector<Register> dead;  // held before the edge, needed no more after it
  // The first parameters of a kNext edge (element, iterator) and of an unwind edge (exception), if read.
  std::optional<Register> provided[2];
};

struct BlockPlan {
  std::span<const InstructionPlan> instructions;
  const ir::Terminator* terminator;
  std::vector<EdgePlan> edges;
  std::optional<EdgePlan> unwind;  // `dead` is empty: unwinding keeps what is `live_in` at the target
  std::vector<bool> live_in;       // by register, parameters included
  uint32_t handled = 0;            // ir::Block::handled
};

struct Plan {
  const ir::Function* function;
  uint32_t register_count;
  std::vector<BlockPlan> blocks;
  std::vector<std::optional<Register>> entry;  // where captures, then parameters go; unset if nobody reads it
  object_model::Signature signature;
  bool takes_positional_only = false;  // no *args, **kwargs or keyword-only parameters

  std::vector<Operand> operands_storage;  // what the spans above refer to
  std::vector<InstructionPlan> instructions_storage;
};

std::unique_ptr<const Plan> MakePlan(const ir::Function& function);

// The plans of a module's functions, by FunctionId.
struct ModulePlan {
  std::shared_ptr<const ir::Module> module;
  std::vector<std::unique_ptr<const Plan>> plans;
};

std::shared_ptr<const ModulePlan> Prepare(std::shared_ptr<const ir::Module> module);

}  // namespace fora::interpret
