// Interpreter: runs generic FIR with CPython's semantics. Slow, short and right: the first tier, the target
// of every exit of compiled code, and the oracle.
//
// Thread safety: one interpreter per thread of execution; any number may run the same ModulePlan at the same
// time. Construction is cheap. Results hold references to the module's code: keep the module as long as its
// values. Native stack: each Python call takes a few hundred bytes of it; RecursionError is raised before it
// runs out.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/interpret/frame.h"
#include "compiler/interpret/plan.h"
#include "compiler/interpret/tier.h"
#include "compiler/ir/ir.h"
#include "runtime/object_model/evaluator.h"

namespace fora::interpret {

struct Options {
  Tier* tier = nullptr;                          // outlives the interpreter
  const std::atomic<bool>* cancelled = nullptr;  // polled at calls and back edges; outlives the interpreter
  // Where this thread's stack begins (its highest address), if known; else where the interpreter is first
  // entered.
  const char* stack_base = nullptr;
  size_t stack_bytes_max = size_t{4} << 20;  // at least kStackReserveBytes less than the thread's stack
};

// Room that is left below stack_bytes_max for runtime functions, which don't look at the limit.
inline constexpr size_t kStackReserveBytes = size_t{256} << 10;

inline constexpr uint32_t kBackEdgesPerOffer = 64;

// A traceback longer than this keeps its innermost entries and the outermost kTraceOutermost ones.
inline constexpr size_t kTraceEntriesMax = 2000;
inline constexpr size_t kTraceOutermost = 16;

// The operands of one instruction: registers, and which of them the instruction is the last to read.
class Operands {
 public:
  Operands(Value* registers, std::span<const Operand> operands)
      : registers_(registers), operands_(operands) {}
  size_t size() const { return operands_.size(); }
  Value& operator[](size_t i) const { return registers_[operands_[i].from]; }
  // The value, moved out of its register if nobody can read it again.
  Value Take(size_t i) const {
    Value& source = (*this)[i];
    const Use use = operands_[i].use;
    return use == Use::kMove || (use == Use::kGive && IsGiven(source)) ? std::move(source) : source;
  }
  Use use(size_t i) const { return operands_[i].use; }
  // After success: empties the registers that were read for the last time.
  void Drop() const {
    for (const Operand& operand : operands_) {
      if (operand.use != Use::kKeep && registers_[operand.from].is_heap()) registers_[operand.from] = Value();
    }
  }
  // After failure: what was given for good is gone, whether or not the callee has changed it.
  void DropGiven() const {
    for (const Operand& operand : operands_) {
      if (operand.use == Use::kGive && IsGiven(registers_[operand.from])) registers_[operand.from] = Value();
    }
  }

 private:
  static bool IsGiven(const Value& value) { return value.Is(Tag::kList) || value.Is(Tag::kInstance); }

  Value* registers_;
  std::span<const Operand> operands_;
};

class Interpreter : public Evaluator {
 public:
  Interpreter(std::shared_ptr<const ModulePlan> plan, Options options);
  ~Interpreter() override;

  // The module's entry function.
  Result<Value> Run();

  // Enters the middle of a function: at an instruction (== size: the terminator) of a block, with the
  // registers that are live there. With `pending`, that instruction (a call) has been run already, and this
  // is what it came to. REQUIRES: registers.size() == function.values.size().
  Result<Value> Resume(const ir::Function& function, ir::BlockId block, uint32_t instruction,
                       std::vector<Value> registers, std::optional<Result<Value>> pending = std::nullopt);

  // Enters a function by its block's handler, if it has one and can handle the stop, which has its traceback
  // already; the registers are those live at the block's beginning. REQUIRES: as Resume.
  Result<Value> ResumeHandling(const ir::Function& function, ir::BlockId block, std::vector<Value> registers,
                               std::unique_ptr<Stop> stop);

  // One generic operator on its own; the operands are consumed. Adds no traceback entry.
  Result<Value> RunOperator(const ir::Function& function, const ir::Instruction& instruction,
                            std::vector<Value> operands);

  // Adds the traceback entry of a frame that a stop passes.
  static void AddTrace(Stop& stop, const ir::Function& function, ir::SiteId site);
  static void AddTrace(Stop& stop, const ir::Function& function, const source::Span& span,
                       const std::string& frame);

  // Evaluator:
  Result<Value> CallFunction(const FunctionObject& function, Arguments arguments) override;
  Result<Value> SetProperty(const FunctionObject& setter, Value&& object, Value value) override;
  std::optional<Result<Value>> Fold(Reducer reducer, const Value& iterable, const Value& start) override;
  void AddComprehensionFrame(Stop& stop, const FunctionObject& element_function) override;
  uint32_t python_minor() const override { return plan_->module->python_minor; }
  bool cancelled() const override {
    return options_.cancelled != nullptr && options_.cancelled->load(std::memory_order_relaxed);
  }

 private:
  const Plan& PlanOf(const ir::Function& function);
  std::unique_ptr<Stop> CheckStack(size_t needed_bytes = 0);
  Result<Value> CallWith(const FunctionObject& function, Arguments arguments);
  Result<Value> Enter(Frame& frame);                        // from the function's beginning
  Result<Value> Continue(Frame& frame, Position position);  // to its end
  std::unique_ptr<Stop> Raise(Frame& frame, const ir::Terminator& terminator);
  std::unique_ptr<Stop> RunInstructions(Frame& frame, const BlockPlan& block, uint32_t first);
  void SetContext(Stop& stop) const;
  // Goes to the block's handler of an exception, if there is one; else false.
  bool Unwind(Frame& frame, const BlockPlan& block, Handling& handling, std::unique_ptr<Stop>& stop,
              Position& position);
  Result<Value> Execute(const ir::Function& function, const ir::Instruction& instruction, Operands operands);

  // Operators that take more than one call of the object model (instructions.cc).
  Result<Value> Call(const ir::Instruction& instruction, Operands operands);
  std::optional<Result<Value>> CallDirectly(const ir::Instruction& instruction, Operands operands);
  Result<Value> Collect(const Value& generator);
  Result<Value> InitBase(const ir::Instruction& instruction, Operands operands);

  std::shared_ptr<const ModulePlan> plan_;
  Options options_;
  std::unique_ptr<RegisterStack> registers_;
  std::vector<Value> handled_;        // the exceptions that frames are handling, newest last
  uint32_t depth_ = 0;                // of entries into this interpreter
  const char* entered_at_ = nullptr;  // the native stack at the outermost entry
  // Functions of other modules: values of earlier jobs.
  std::unordered_map<const ir::Function*, std::unique_ptr<const Plan>> foreign_;
};

}  // namespace fora::interpret
