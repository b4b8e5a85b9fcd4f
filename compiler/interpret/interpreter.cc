#include "compiler/interpret/interpreter.h"

#include "compiler/interpret/frame.h"
#include "runtime/memory/memory.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/memory_limit.h"

namespace fora::interpret {
namespace {

// What the stack holds between the decision to call a function and its first operator.
constexpr size_t kEntryBytesMax = size_t{16} << 10;

// Marks the interpreter as entered, so that the outermost entry is known.
class Entry {
 public:
  explicit Entry(uint32_t& depth) : depth_(depth) { ++depth_; }
  ~Entry() { --depth_; }

 private:
  uint32_t& depth_;
};

// Whether the user knows where it is.
bool HasSite(const ir::Instruction& instruction) { return instruction.site.value() != 0; }

// Does the edge's assignments. provided: the values for the target's first parameters.
uint32_t TakeEdge(Value* registers, const EdgePlan& edge, Value* provided = nullptr) {
  auto take = [&](const Operand& operand) {
    return operand.use == Use::kMove ? std::move(registers[operand.from]) : registers[operand.from];
  };
  if (edge.needs_temporaries) {
    std::vector<Value> temporaries;
    temporaries.reserve(edge.copies.size());
    for (const EdgePlan::Copy& copy : edge.copies) temporaries.push_back(take(copy.source));
    for (size_t i = 0; i < edge.copies.size(); ++i) registers[edge.copies[i].to] = std::move(temporaries[i]);
  } else {
    for (const EdgePlan::Copy& copy : edge.copies) registers[copy.to] = take(copy.source);
  }
  for (Register r : edge.dead) {
    if (registers[r].is_heap()) registers[r] = Value();
  }
  for (size_t i = 0; i < 2; ++i) {
    if (edge.provided[i]) registers[*edge.provided[i]] = std::move(provided[i]);
  }
  return edge.target;
}

// Goes to the handler, keeping only what lives there.
uint32_t TakeUnwindEdge(Value* registers, const Plan& plan, const EdgePlan& edge, Value exception) {
  const std::vector<bool>& live = plan.blocks[edge.target].live_in;
  std::vector<Value> arguments;
  for (const EdgePlan::Copy& copy : edge.copies) arguments.push_back(registers[copy.source.from]);
  for (size_t r = 0; r < live.size(); ++r) {
    if (!live[r]) registers[r] = Value();
  }
  for (size_t i = 0; i < edge.copies.size(); ++i) registers[edge.copies[i].to] = std::move(arguments[i]);
  if (edge.provided[0]) registers[*edge.provided[0]] = std::move(exception);
  return edge.target;
}

}  // namespace

Interpreter::Interpreter(std::shared_ptr<const ModulePlan> plan, Options options)
    : plan_(std::move(plan)), options_(options), registers_(new RegisterStack) {}

Interpreter::~Interpreter() = default;

const Plan& Interpreter::PlanOf(const ir::Function& function) {
  // Functions that inference made up name the module but are none of its own.
  const uint32_t id = function.id.value();
  if (function.module == plan_->module.get() && plan_->module->functions[id].get() == &function)
    return *plan_->plans[id];
  std::unique_ptr<const Plan>& plan = foreign_[&function];
  if (!plan) plan = MakePlan(function);
  return *plan;
}

Result<Value> Interpreter::Run() {
  const ir::Module& module = *plan_->module;
  Frame frame(*registers_, *plan_->plans[module.entry.value()]);
  return Enter(frame);
}

Result<Value> Interpreter::CallFunction(const FunctionObject& function, Arguments arguments) {
  if (function.code->sets_property())
    return Unsupported("calling the setter '" + function.code->qualname() +
                       "' but by an assignment is not supported");
  return CallWith(function, std::move(arguments));
}

Result<Value> Interpreter::SetProperty(const FunctionObject& setter, Value&& object, Value value) {
  // Found out here, the caller still has its object; so the setter must have room to begin.
  if (auto stop = CheckStack(kEntryBytesMax)) return stop;
  Arguments arguments;
  arguments.positional.push_back(std::move(object));
  arguments.positional.push_back(std::move(value));
  Result<Value> changed = CallWith(setter, std::move(arguments));
  if (!changed.ok()) object = std::exchange(changed.stop().kept, Value());
  return changed;
}

Result<Value> Interpreter::CallWith(const FunctionObject& function, Arguments arguments) {
  const Plan& plan = PlanOf(*static_cast<const ir::Function*>(function.code));
  FORA_TRY(std::vector<Value> values,
           object_model::BindArguments(plan.signature, function, std::move(arguments)));
  Frame frame(*registers_, plan);
  frame.Begin(function);
  for (Value& value : values) frame.AddParameter(std::move(value));
  return Enter(frame);
}

Result<Value> Interpreter::Resume(const ir::Function& function, ir::BlockId block, uint32_t instruction,
                                  std::vector<Value> registers, std::optional<Result<Value>> pending) {
  const Plan& plan = PlanOf(function);
  FORA_CHECK_EQ(registers.size(), plan.register_count);
  Frame frame(*registers_, plan);
  for (size_t i = 0; i < registers.size(); ++i) frame.registers()[i] = std::move(registers[i]);
  registers.clear();
  if (auto stop = CheckStack()) return stop;
  Entry entry(depth_);
  Position position{block.value(), instruction};
  if (!pending) return Continue(frame, position);

  const BlockPlan& block_plan = plan.blocks[position.block];
  const InstructionPlan& called = block_plan.instructions[instruction];
  const Operands operands(frame.registers(), called.operands);
  if (pending->ok()) {
    operands.Drop();
    if (called.result) frame.registers()[*called.result] = std::move(*pending).value();
    ++position.instruction;
    return Continue(frame, position);
  }
  std::unique_ptr<Stop> stop = pending->TakeStop();
  operands.DropGiven();
  Handling handling(handled_, block_plan.handled);
  SetContext(*stop);
  AddTrace(*stop, function, called.instruction->site);
  if (!Unwind(frame, block_plan, handling, stop, position)) return stop;
  return Continue(frame, position);
}

Result<Value> Interpreter::ResumeHandling(const ir::Function& function, ir::BlockId block,
                                          std::vector<Value> registers, std::unique_ptr<Stop> stop) {
  const Plan& plan = PlanOf(function);
  FORA_CHECK_EQ(registers.size(), plan.register_count);
  Frame frame(*registers_, plan);
  for (size_t i = 0; i < registers.size(); ++i) frame.registers()[i] = std::move(registers[i]);
  registers.clear();
  Entry entry(depth_);
  const BlockPlan& block_plan = plan.blocks[block.value()];
  Handling handling(handled_, block_plan.handled);
  SetContext(*stop);
  Position position;
  if (!Unwind(frame, block_plan, handling, stop, position)) return stop;
  return Continue(frame, position);
}

Result<Value> Interpreter::Enter(Frame& frame) {
  if (auto stop = CheckStack()) return stop;
  Entry entry(depth_);
  if (cancelled()) return Cancelled();
  if (options_.tier != nullptr) {
    const ir::Function& function = *frame.plan().function;
    if (auto result = options_.tier->Enter(*this, function, ir::BlockId(0), frame.span()))
      return std::move(*result);
  }
  return Continue(frame, {});
}

Result<Value> Interpreter::Continue(Frame& frame, Position position) {
  const ir::Function& function = *frame.plan().function;
  uint32_t back_edges = 0;
  Handling handling(handled_, frame.plan().blocks[position.block].handled);
  for (;;) {
    const BlockPlan& block = frame.plan().blocks[position.block];
    handling.Keep(block.handled);
    std::unique_ptr<Stop> stop = RunInstructions(frame, block, position.instruction);
    const EdgePlan* edge = nullptr;
    if (!stop) {
      const ir::Terminator& terminator = *block.terminator;
      switch (terminator.kind) {
        case ir::TerminatorKind::kJump:
          edge = &block.edges[0];
          TakeEdge(frame.registers(), *edge);
          break;
        case ir::TerminatorKind::kBranch:
          edge = &block.edges[frame[terminator.operands[0]].as_bool() ? 0 : 1];
          TakeEdge(frame.registers(), *edge);
          break;
        case ir::TerminatorKind::kNext: {
          Value provided[2] = {Value(), frame[terminator.operands[0]]};
          Result<Value> element = object_model::Next(*this, provided[1]);
          if (!element.ok()) {
            stop = element.TakeStop();
            SetContext(*stop);
            AddTrace(*stop, function, terminator.site);
            break;
          }
          edge = &block.edges[element->is_unbound() ? 1 : 0];
          provided[0] = std::move(*element);
          TakeEdge(frame.registers(), *edge, provided);
          break;
        }
        case ir::TerminatorKind::kReturn: return std::move(frame[terminator.operands[0]]);
        case ir::TerminatorKind::kRaise: stop = Raise(frame, terminator); break;
        case ir::TerminatorKind::kExit:
        case ir::TerminatorKind::kUnreachable:
        case ir::TerminatorKind::kTailCall:
          FORA_UNREACHABLE() << function.qualname() << " block " << position.block;
      }
    }
    if (stop) {
      if (!Unwind(frame, block, handling, stop, position)) return stop;
      continue;
    }
    position = {edge->target, 0};
    if (!edge->is_back_edge) continue;
    if (cancelled()) return Cancelled();
    if (options_.tier != nullptr && ++back_edges % kBackEdgesPerOffer == 0) {
      auto result = options_.tier->Enter(*this, function, ir::BlockId(position.block), frame.span());
      if (result) return std::move(*result);
    }
  }
}

std::unique_ptr<Stop> Interpreter::Raise(Frame& frame, const ir::Terminator& terminator) {
  std::unique_ptr<Stop> stop;
  Value second = terminator.operands.size() > 1 ? frame[terminator.operands[1]] : Value();
  if (terminator.flag) {
    // A bare `raise` passes the exception on as it is: CPython adds no entry to its traceback.
    if (!terminator.operands.empty() || !handled_.empty()) {
      auto stop = object_model::RaiseInstance(terminator.operands.empty() ? handled_.back()
                                                                          : frame[terminator.operands[0]]);
      stop->has_context = true;
      stop->kept = std::move(second);
      return stop;
    }
    stop = object_model::Raise(BuiltinClass::kRuntimeError, "No active exception to reraise");
  } else {
    stop = object_model::RaiseStatement(*this, frame[terminator.operands[0]], second);
  }
  SetContext(*stop);
  AddTrace(*stop, *frame.plan().function, terminator.site);
  return stop;
}

// CPython's implicit chaining: an exception that is raised while another one is handled has that one as its
// context.
void Interpreter::SetContext(Stop& stop) const {
  if (stop.kind != Stop::Kind::kRaised || stop.has_context || handled_.empty()) return;
  stop.has_context = true;
  const Value& handled = handled_.back();
  if (handled.Same(stop.exception)) return;
  // A chain that already leads to the new exception ends before it, lest it never ends.
  const auto next = [](const Value& exception) -> Value& {
    return exception.as<InstanceObject>()->exception->context;
  };
  for (Value at = handled; next(at).Is(Tag::kInstance); at = next(at)) {
    if (!next(at).Same(stop.exception)) continue;
    next(at) = Value();
    break;
  }
  next(stop.exception) = handled;
}

std::unique_ptr<Stop> Interpreter::RunInstructions(Frame& frame, const BlockPlan& block, uint32_t first) {
  const ir::Function& function = *frame.plan().function;
  for (uint32_t i = first; i < block.instructions.size(); ++i) {
    const InstructionPlan& plan = block.instructions[i];
    Operands operands(frame.registers(), plan.operands);
    Result<Value> result = memory::Exhausted() && HasSite(*plan.instruction) && memory::MustStop()
                               ? object_model::MemoryError()
                               : Execute(function, *plan.instruction, operands);
    if (!result.ok()) {
      std::unique_ptr<Stop> stop = result.TakeStop();
      operands.DropGiven();
      SetContext(*stop);
      AddTrace(*stop, function, plan.instruction->site);
      return stop;
    }
    operands.Drop();
    if (plan.result) frame.registers()[*plan.result] = std::move(*result);
  }
  return nullptr;
}

bool Interpreter::Unwind(Frame& frame, const BlockPlan& block, Handling& handling,
                         std::unique_ptr<Stop>& stop, Position& position) {
  if (stop->kind != Stop::Kind::kRaised || !block.unwind) return false;
  const uint32_t handled = frame.plan().blocks[block.unwind->target].handled;
  handling.Keep(handled - 1);
  handling.Begin(stop->exception);
  position = {TakeUnwindEdge(frame.registers(), frame.plan(), *block.unwind, std::move(stop->exception)), 0};
  stop.reset();
  return true;
}

Result<Value> Interpreter::RunOperator(const ir::Function& function, const ir::Instruction& instruction,
                                       std::vector<Value> operands) {
  if (auto stop = CheckStack()) return stop;
  FORA_TRY_VOID(object_model::CheckExhausted());
  Entry entry(depth_);
  std::vector<Operand> uses;
  for (uint32_t i = 0; i < operands.size(); ++i) uses.push_back({i, Use::kMove});
  return Execute(function, instruction, Operands(operands.data(), uses));
}

std::optional<Result<Value>> Interpreter::Fold(Reducer reducer, const Value& iterable, const Value& start) {
  if (options_.tier == nullptr) return std::nullopt;
  return options_.tier->Fold(*this, reducer, iterable, start);
}

std::unique_ptr<Stop> Interpreter::CheckStack(size_t needed_bytes) {
  const char* here = static_cast<const char*>(__builtin_frame_address(0));
  if (options_.stack_base == nullptr && depth_ == 0) entered_at_ = here;
  const char* base = options_.stack_base != nullptr ? options_.stack_base : entered_at_;
  if (base - here < static_cast<ptrdiff_t>(options_.stack_bytes_max - kStackReserveBytes - needed_bytes))
    return nullptr;
  return object_model::Raise(BuiltinClass::kRecursionError, "maximum recursion depth exceeded");
}

void Interpreter::AddComprehensionFrame(Stop& stop, const FunctionObject& element_function) {
  const auto& function = *static_cast<const ir::Function*>(element_function.code);
  if (function.is_element) AddTrace(stop, function, function.span, function.name());
}

void Interpreter::AddTrace(Stop& stop, const ir::Function& function, ir::SiteId site) {
  const ir::Site* at = &function.module->sites[site.value()];
  for (; !at->body.empty(); at = &function.module->sites[at->around.value()])
    AddTrace(stop, function, at->span, at->body);
  AddTrace(stop, function, at->span, function.name());
}

void Interpreter::AddTrace(Stop& stop, const ir::Function& function, const source::Span& span,
                           const std::string& frame) {
  bool raised = stop.kind == Stop::Kind::kRaised;
  std::vector<TraceEntry>& trace =
      raised ? stop.exception.as<InstanceObject>()->exception->trace : stop.trace;
  if (span.line == 0) return;  // the entry of a Call, which is no frame of the program
  if (trace.size() >= kTraceEntriesMax) trace.erase(trace.end() - kTraceOutermost);
  trace.push_back(
      {function.module->file_paths[span.file], span.line, frame, span.column, span.first_line_end()});
}

}  // namespace fora::interpret
