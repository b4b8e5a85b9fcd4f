// What compiled code calls to get back to the interpreter.
#include "runtime/abi/entry_points.h"

#include <cstdarg>

#include "compiler/interpret/interpreter.h"
#include "compiler/ir/boxing.h"
#include "compiler/ir/ir.h"
#include "compiler/tier/context_tier.h"
#include "compiler/tier/tier_job.h"
#include "runtime/base/check.h"
#include "runtime/builtins/builtins.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/errors.h"
#include "runtime/value/identical.h"

namespace fora::tier {
namespace {

using abi::Status;

// Puts an interpreter's result where compiled code expects it.
Status Deliver(abi::Context* context, Result<Value> result, const ir::Type* type) {
  if (!result.ok()) {
    context->stop = result.TakeStop();
    return Status::kStopped;
  }
  if (ir::Unbox(type, *result, context->result)) return Status::kOk;
  context->boxed = *std::move(result);
  return Status::kBoxed;
}

// The next value among the slots that compiled code passed.
struct Slots {
  Slots(const ir::Type* type, va_list& arguments) {
    for (uint32_t i = 0; i < type->slots; ++i) words[i] = va_arg(arguments, uint64_t);
  }
  uint64_t words[abi::kSlotsMax];
};

const ir::Function& FunctionOf(const abi::ExitSite* site) {
  return *static_cast<const ir::Function*>(site->function);
}

std::optional<Result<Value>> Pending(abi::Context* context, abi::ExitReason reason) {
  switch (reason) {
    case abi::ExitReason::kBefore: return std::nullopt;
    case abi::ExitReason::kAfterBoxed: return Result<Value>(std::move(context->boxed));
    case abi::ExitReason::kAfterStopped: return Result<Value>(std::move(context->stop));
    case abi::ExitReason::kRaise: break;
  }
  FORA_UNREACHABLE() << "exit reason " << static_cast<uint32_t>(reason);
}

}  // namespace

// The reduction as the builtin does it, on the boxed iterator.
abi::Status TierJob::FoldGenerically(abi::Context* context, const abi::FoldSite* site,
                                     const uint64_t* environment, const uint64_t* start, uint64_t* result) {
  const auto* type = static_cast<const ir::Type*>(site->environment_type);
  ir::RetainSlots(type, environment);
  const Value iterator = ir::Box(type, environment);
  (void)result;
  return ContextTier::Of(context).FoldGenerically(iterator, site->kind, start);
}

std::unique_ptr<Stop> TierJob::OutOfMemory() { return object_model::MemoryError(); }

void TierJob::RetainArguments(const abi::ForkSite* site, const uint64_t* arguments) {
  const auto& callee = *static_cast<const ir::Function*>(site->function);
  for (ir::ValueId parameter : callee.blocks[0].parameters) {
    const ir::Type* type = callee.values[parameter.value()].type;
    ir::RetainSlots(type, arguments);
    arguments += type->slots;
  }
}

bool TierJob::UnboxResult(const abi::ForkSite* site, Value& value, uint64_t* slots) {
  return ir::Unbox(static_cast<const ir::Function*>(site->function)->return_type, value, slots);
}

bool TierJob::SameResult(const abi::ForkSite* site, const uint64_t* a, const uint64_t* b) {
  const ir::Type* type = static_cast<const ir::Function*>(site->function)->return_type;
  ir::RetainSlots(type, a);
  ir::RetainSlots(type, b);
  return Identical(ir::Box(type, a), ir::Box(type, b));
}

}  // namespace fora::tier

extern "C" {

using fora::Result;
using fora::Value;
using fora::abi::Status;

Status fora_exit(fora::abi::Context* context, const fora::abi::ExitSite* site, uint32_t reason, ...) {
  namespace ir = fora::ir;
  const ir::Function& typed = fora::tier::FunctionOf(site);
  const ir::FrameState& state = typed.frame_states[site->frame_state];
  va_list arguments;
  va_start(arguments, reason);
  if (reason == static_cast<uint32_t>(fora::abi::ExitReason::kAfterStopped) &&
      !typed.generic->blocks[state.block.value()].unwind) {
    // Nobody here handles the stop: it passes.
    fora::abi::fora_trace(context, site);
    for (const ir::FrameState::Live& value : state.live) {
      const ir::Type* type = typed.values[value.typed.value()].type;
      ir::ReleaseSlots(type, fora::tier::Slots(type, arguments).words);
    }
    va_end(arguments);
    return Status::kStopped;
  }
  fora::tier::ContextTier& tier = fora::tier::ContextTier::Of(context);
  if (fora::tier::Code* code = tier.job().program->code.Owner(&typed))
    code->exits.fetch_add(1, std::memory_order_relaxed);
  std::vector<Value> registers(typed.generic->values.size());
  for (const ir::FrameState::Live& value : state.live) {
    const ir::Type* type = typed.values[value.typed.value()].type;
    registers[value.generic.value()] = ir::Box(type, fora::tier::Slots(type, arguments).words);
  }
  va_end(arguments);
  // A fold that the interpreter asked for is its own again.
  if (reason == static_cast<uint32_t>(fora::abi::ExitReason::kBefore) &&
      fora::tier::IsMadeUp(*typed.generic)) {
    tier.LeaveFold();
    return Status::kStopped;
  }
  if (reason == static_cast<uint32_t>(fora::abi::ExitReason::kRaise)) {
    return fora::tier::Deliver(
        context,
        tier.interpreter().ResumeHandling(*typed.generic, state.block, std::move(registers),
                                          std::move(context->stop)),
        typed.return_type);
  }
  std::optional<Result<Value>> pending =
      fora::tier::Pending(context, static_cast<fora::abi::ExitReason>(reason));
  return fora::tier::Deliver(context,
                             tier.interpreter().Resume(*typed.generic, state.block, state.instruction,
                                                       std::move(registers), std::move(pending)),
                             typed.return_type);
}

void fora_trace(fora::abi::Context* context, const fora::abi::ExitSite* site) {
  namespace ir = fora::ir;
  const ir::Function& typed = fora::tier::FunctionOf(site);
  if (fora::tier::IsMadeUp(*typed.generic)) return;
  if (context->stop != nullptr) {
    fora::interpret::Interpreter::AddTrace(*context->stop, *typed.generic, ir::SiteId(site->site));
  }
}

Status fora_generic(fora::abi::Context* context, const fora::abi::ExitSite* site, ...) {
  namespace ir = fora::ir;
  const ir::Function& typed = fora::tier::FunctionOf(site);
  const ir::FrameState& state = typed.frame_states[site->frame_state];
  fora::tier::ContextTier& tier = fora::tier::ContextTier::Of(context);
  const ir::Instruction& instruction = tier.RuntimeOperator(site);
  std::vector<Value> values;
  va_list arguments;
  va_start(arguments, site);
  for (ir::ValueId operand : instruction.operands) {
    const ir::Type* type = typed.values[operand.value()].type;
    values.push_back(ir::Box(type, fora::tier::Slots(type, arguments).words));
  }
  va_end(arguments);
  const ir::Instruction& generic = typed.generic->blocks[state.block.value()].instructions[state.instruction];
  Result<Value> value = tier.interpreter().RunOperator(*typed.generic, generic, std::move(values));
  if (!instruction.result) {
    if (value.ok()) return Status::kOk;
    context->stop = value.TakeStop();
    return Status::kStopped;
  }
  return fora::tier::Deliver(context, std::move(value), typed.values[instruction.result->value()].type);
}

void fora_box(fora::abi::Context* context, const void* row, ...) {
  const auto* type = static_cast<const fora::ir::Type*>(row);
  va_list arguments;
  va_start(arguments, row);
  fora::Value boxed = fora::ir::Box(type, fora::tier::Slots(type, arguments).words);
  va_end(arguments);
  context->result[0] = static_cast<uint64_t>(boxed.tag());
  context->result[1] = boxed.bits();
  if (boxed.is_heap()) boxed.Detach();  // the reference is in the result now
}

uint32_t fora_unbox(fora::abi::Context* context, const void* type, uint64_t tag, uint64_t bits) {
  static const fora::ir::Type kAny{.kind = fora::ir::TypeKind::kAny, .slots = 2};
  const uint64_t any[] = {tag, bits};
  fora::Value value = fora::ir::Box(&kAny, any);
  if (fora::ir::Unbox(static_cast<const fora::ir::Type*>(type), value, context->result)) return 1;
  if (value.is_heap()) value.Detach();  // stays in the caller's registers
  return 0;
}

}  // extern "C"
