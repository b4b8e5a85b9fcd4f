#include "compiler/tier/context_tier.h"

#include <bit>
#include <utility>
#include <variant>

#include "compiler/infer/infer.h"
#include "compiler/ir/boxing.h"
#include "compiler/tier/fold_value.h"
#include "compiler/tier/tier_job.h"
#include "runtime/base/check.h"
#include "runtime/builtins/builtins.h"
#include "runtime/object_model/call.h"
#include "runtime/tasks/partial.h"
#include "runtime/tasks/piece.h"
#include "runtime/tasks/twin.h"

namespace fora::tier {
namespace {

// Offers before code is asked for. A loop offers itself only every interpret::kBackEdgesPerOffer turns.
constexpr uint32_t kOffersBeforeCompile = 8;
constexpr uint32_t kLoopOffersBeforeCompile = 2;
// A fold over this many indices is worth waiting for its code.
constexpr int64_t kFoldLengthWorthCompiling = 64;
// The same of a fold over plain elements, which nothing is called for.
constexpr int64_t kPlainFoldLengthWorthCompiling = 1 << 16;
// Code that leaves to the interpreter more often than not is not entered any more.
constexpr uint32_t kExitsTolerated = 64;

// Folds are told from functions by their place.
uint32_t FoldPlace(Reducer reducer) { return 0xffff0000u + static_cast<uint32_t>(reducer); }

const char* BuiltinOf(abi::FoldKind kind) {
  switch (kind) {
    case abi::FoldKind::kSumInt:
    case abi::FoldKind::kSumFloat: return "sum";
    case abi::FoldKind::kAny: return "any";
    case abi::FoldKind::kAll: return "all";
    case abi::FoldKind::kMinInt:
    case abi::FoldKind::kMinFloat: return "min";
    case abi::FoldKind::kMaxInt:
    case abi::FoldKind::kMaxFloat: return "max";
    case abi::FoldKind::kCollectInt:
    case abi::FoldKind::kCollectFloat:
    case abi::FoldKind::kCollectBool:
    case abi::FoldKind::kCollectBoxed: return "list";
    case abi::FoldKind::kCount: return "len";
  }
  FORA_UNREACHABLE() << "fold kind " << static_cast<uint32_t>(kind);
}

void KeepClasses(const ir::Type* type, std::vector<Value>& classes) {
  if (type->class_object != nullptr)
    classes.push_back(Value::Share(const_cast<ClassObject*>(type->class_object)));
  for (const ir::Type* part : type->parts) KeepClasses(part, classes);
}

bool IsStart(const Value& start) {
  return start.Is(Tag::kInt) || start.Is(Tag::kFloat) || start.Is(Tag::kBool);
}

// What whoever lent a piece is told of the stop that it came to here.
absl::Status Refusal(const Stop* stop) {
  if (tasks::DependsOnTiming(stop)) return absl::ResourceExhaustedError("there is no room for it here now");
  return absl::AbortedError("it raises");
}

}  // namespace

ContextTier& ContextTier::Of(abi::Context* context) {
  if (context->state == nullptr) {
    context->state = std::make_unique<ContextTier>(context, static_cast<TierJob&>(*context->job));
  }
  return static_cast<ContextTier&>(*context->state);
}

ContextTier::ContextTier(abi::Context* context, TierJob& job) : context_(context), job_(job) {
  interpret::Options options;
  options.tier = job.options.mode == Mode::kInterpret || job.program->depends_on_identity ? nullptr : this;
  options.cancelled = job.cancelled_flag();
  if (context->stack_limit != nullptr) {
    const tasks::Options& tasks = job.options.tasks;
    options.stack_bytes_max = tasks.stack_bytes - tasks.stack_reserve_bytes;
    options.stack_base = context->stack_limit + options.stack_bytes_max;
  }
  interpreter_ = std::make_unique<interpret::Interpreter>(job.program->plan, options);
}

ContextTier::~ContextTier() = default;

EntryPoint* ContextTier::Point(const ir::Function* function, uint32_t place) {
  EntryPoint*& point = points_[reinterpret_cast<uint64_t>(function) * 31 + place];
  if (point == nullptr || point->function != function || point->block.value() != place) {
    point = job_.program->code.At(function, place);
  }
  return point;
}

std::optional<Result<Value>> ContextTier::Enter(interpret::Interpreter&, const ir::Function& function,
                                                ir::BlockId block, std::span<Value> registers) {
  // Functions of other programs (values of earlier jobs) are interpreted.
  if (function.module != job_.program->module.get()) return std::nullopt;
  EntryPoint* point = Point(&function, block.value());
  const uint32_t offers = point->offers.fetch_add(1, std::memory_order_relaxed) + 1;
  const bool compile_first = job_.options.mode == Mode::kCompile;
  const uint32_t needed = block.value() == 0 ? kOffersBeforeCompile : kLoopOffersBeforeCompile;
  if (!compile_first && offers < needed) return std::nullopt;
  if (job_.options.tasks.chaos && job_.scheduler()->Draw(4) == 0) return std::nullopt;
  std::vector<uint64_t> slots;
  Code* code = Match(point, registers, slots);
  if (code == nullptr && (compile_first || offers % needed == 0)) {
    RequestFunction(point, registers, compile_first);
    if (compile_first) code = Match(point, registers, slots);
  }
  if (code == nullptr) return std::nullopt;
  return RunCode(*code, slots);
}

Code* ContextTier::Match(EntryPoint* point, std::span<Value> registers, std::vector<uint64_t>& slots) {
  if (point->ready.load(std::memory_order_acquire) == 0) return nullptr;
  std::lock_guard lock(point->mutex);
  for (const auto& code : point->codes) {
    if (code->state.load(std::memory_order_acquire) != Code::State::kReady) continue;
    const uint32_t exits = code->exits.load(std::memory_order_relaxed);
    if (exits > kExitsTolerated && 2 * exits > code->entered.load(std::memory_order_relaxed)) continue;
    size_t total = 0;
    for (const ir::Type* type : code->entry_types) total += type->slots;
    slots.assign(total + 1, 0);
    uint64_t* place = slots.data();
    size_t taken = 0;
    for (; taken < code->entry_values.size(); ++taken) {
      const ir::Type* type = code->entry_types[taken];
      if (!EntrySlots(type, registers[code->entry_values[taken].value()], place)) break;
      place += type->slots;
    }
    if (taken == code->entry_values.size()) return code.get();
    // Put back what was taken.
    place = slots.data();
    for (size_t i = 0; i < taken; ++i) {
      registers[code->entry_values[i].value()] = ir::Box(code->entry_types[i], place);
      place += code->entry_types[i]->slots;
    }
  }
  return nullptr;
}

void ContextTier::RequestFunction(EntryPoint* point, std::span<Value> registers, bool wait) {
  auto code = std::make_unique<Code>();
  code->types = std::make_shared<ir::TypeTable>();
  {
    std::lock_guard lock(point->mutex);
    if (!point->entry_values) point->entry_values = infer::EntryValues(*point->function, point->block);
    code->entry_values = *point->entry_values;
  }
  for (ir::ValueId v : code->entry_values) {
    code->entry_types.push_back(EntryType(*code->types, registers[v.value()]));
  }
  Request(point, std::move(code), std::nullopt, wait);
}

void ContextTier::Request(EntryPoint* point, std::unique_ptr<Code> code, std::optional<Reducer> fold,
                          bool wait) {
  Code* added = code.get();
  for (const ir::Type* type : code->entry_types) KeepClasses(type, code->classes);
  {
    std::lock_guard lock(point->mutex);
    if (point->codes.size() >= kCodesMax) return;
    for (const auto& other : point->codes) {
      // The same types are on their way already, or could not be compiled. (Types of different tables compare
      // by text.)
      bool same = other->entry_types.size() == code->entry_types.size();
      for (size_t i = 0; same && i < code->entry_types.size(); ++i) {
        same = ir::ToString(other->entry_types[i]) == ir::ToString(code->entry_types[i]);
      }
      if (!same) continue;
      if (!wait || other->state.load() != Code::State::kQueued) return;
      added = other.get();
      break;
    }
    if (added == code.get()) point->codes.push_back(std::move(code));
  }
  if (code == nullptr) {
    job_.queue->Push({job_.program, job_.program->module.get(), &job_.program->code, point, added, fold});
  }
  if (wait) job_.program->code.Wait(*added);
}

const ir::Instruction& ContextTier::RuntimeOperator(const abi::ExitSite* site) {
  const ir::Instruction*& found = runtime_operators_[site];
  if (found != nullptr) return *found;
  const auto& typed = *static_cast<const ir::Function*>(site->function);
  for (const ir::Block& block : typed.blocks) {
    for (const ir::Instruction& i : block.instructions) {
      if (i.op == ir::Op::kRuntime && i.frame_state == site->frame_state) found = &i;
    }
  }
  FORA_CHECK(found != nullptr) << "no runtime operator at a site of " << typed.name_;
  return *found;
}

Result<Value> ContextTier::RunCode(Code& code, const std::vector<uint64_t>& arguments, bool* is_boxed) {
  code.entered.fetch_add(1, std::memory_order_relaxed);
  std::vector<uint64_t> result(code.return_type->slots + 1, 0);
  switch (code.entry(context_, arguments.data(), result.data())) {
    case abi::Status::kOk: return ir::Box(code.return_type, result.data());
    case abi::Status::kBoxed:
      if (is_boxed != nullptr) *is_boxed = true;
      return std::move(context_->boxed);
    case abi::Status::kStopped: return std::move(context_->stop);
  }
  FORA_UNREACHABLE() << "a status";
}

// ---- Folds ----

std::optional<Result<Value>> ContextTier::Fold(interpret::Interpreter&, Reducer reducer,
                                               const Value& iterable, const Value& given_start) {
  // sum's own start: code for it need not ask whether it is an int among floats.
  const bool plain_start = given_start.Is(Tag::kInt) && given_start.as_int() == 0;
  const Value start = plain_start ? Value() : given_start;
  if (generic_only_) return std::nullopt;
  const ir::Function* element = ElementFunction(iterable);
  if (element != nullptr && element->module != job_.program->module.get()) return std::nullopt;
  if (reducer == Reducer::kSum && !start.is_unbound() && !IsStart(start)) return std::nullopt;
  if (!IsShareable(iterable)) {
    // Its own state is pristine; what it was made of must not be shared.
    if (element == nullptr) return std::nullopt;
  }
  const bool compile_first = job_.options.mode == Mode::kCompile;
  const bool is_plain = !iterable.Is(Tag::kIterator);
  if (is_plain && !compile_first && SourceLength(iterable) < kPlainFoldLengthWorthCompiling)
    return std::nullopt;
  EntryPoint* point = Point(element, FoldPlace(reducer));
  const uint32_t offers = point->offers.fetch_add(1, std::memory_order_relaxed) + 1;
  std::vector<uint64_t> slots;
  Code* code = FindFold(point, iterable, start, slots);
  if (code == nullptr) {
    const bool worth =
        compile_first || offers > kOffersBeforeCompile || SourceLength(iterable) >= kFoldLengthWorthCompiling;
    if (!worth) return std::nullopt;
    RequestFold(point, reducer, iterable, start);
    code = FindFold(point, iterable, start, slots);
    if (code == nullptr) return std::nullopt;
  }
  bool is_boxed = false;  // by FoldGenerically: the answer itself
  Result<Value> result = RunCode(*code, slots, &is_boxed);
  if (std::exchange(fold_left_, false)) return std::nullopt;
  if (!result.ok() || is_boxed || !code->return_type->Is(ir::TypeKind::kTuple)) return result;
  // {was there an element, the value}
  const auto* pair = result->as<TupleObject>();
  if (pair->items[0].as_bool()) return Result<Value>(pair->items[1]);
  if (reducer != Reducer::kSum) return std::nullopt;
  return Result<Value>(start.is_unbound() ? Value::Int(0) : start);
}

abi::Status ContextTier::FoldGenerically(const Value& iterator, abi::FoldKind kind, const uint64_t* start) {
  const char* name = BuiltinOf(kind);
  Arguments arguments{{iterator}, {}};
  if (kind == abi::FoldKind::kSumInt && start[0] != 0) {
    arguments.positional.push_back(Value::Int(static_cast<int64_t>(start[0])));
  } else if (kind == abi::FoldKind::kSumFloat && start[0] != 0) {
    arguments.positional.push_back(Value::Float(std::bit_cast<double>(start[0])));
  }
  generic_only_ = true;
  Result<Value> result = object_model::Call(*interpreter_, *builtins::Find(name), std::move(arguments));
  generic_only_ = false;
  if (!result.ok()) {
    context_->stop = result.TakeStop();
    return abi::Status::kStopped;
  }
  context_->boxed = *std::move(result);
  return abi::Status::kBoxed;
}

Code* ContextTier::FindFold(EntryPoint* point, const Value& iterable, const Value& start,
                            std::vector<uint64_t>& slots) {
  if (point->ready.load(std::memory_order_acquire) == 0) return nullptr;
  // Folds of all plain lists meet here: code for other elements would give up halfway.
  ir::TypeTable types;
  const std::string plain = iterable.Is(Tag::kIterator) ? "" : ir::ToString(IterableType(types, iterable));
  std::lock_guard lock(point->mutex);
  for (const auto& code : point->codes) {
    if (code->state.load(std::memory_order_acquire) != Code::State::kReady) continue;
    if ((code->entry_types.size() > 1) != !start.is_unbound()) continue;
    if (!plain.empty() && ir::ToString(code->entry_types[0]) != plain) continue;
    slots.assign(code->entry_types[0]->slots + 4, 0);
    if (!IterableSlots(code->entry_types[0], iterable, slots.data())) continue;
    Value copy = start;
    if (start.is_unbound() ||
        ir::Unbox(code->entry_types[1], copy, slots.data() + code->entry_types[0]->slots)) {
      return code.get();
    }
    ir::ReleaseSlots(code->entry_types[0], slots.data());
  }
  return nullptr;
}

Code* ContextTier::FindPart(EntryPoint* point, const Value& iterable) {
  ir::TypeTable types;
  const std::string type = ir::ToString(IterableType(types, iterable));
  std::lock_guard lock(point->mutex);
  for (const auto& code : point->codes) {
    if (code->state.load(std::memory_order_acquire) != Code::State::kReady) continue;
    if (code->entry_types.size() == 1 && ir::ToString(code->entry_types[0]) == type) return code.get();
  }
  return nullptr;
}

absl::StatusOr<tasks::PieceOutcome> ContextTier::RunPiece(const tasks::PortablePiece& piece) {
  if (job_.options.mode == Mode::kInterpret || job_.program->depends_on_identity)
    return absl::FailedPreconditionError("nothing is compiled here");
  if (const auto* part = std::get_if<tasks::PortablePart>(&piece)) return RunPart(*part);
  return RunCall(std::get<tasks::PortableCall>(piece));
}

// The arguments stay with the caller too, so the call finds them shared, as it does where it comes from.
absl::StatusOr<tasks::CallOutcome> ContextTier::RunCall(const tasks::PortableCall& call) {
  const ir::Module& module = *job_.program->module;
  if (call.function >= module.functions.size())
    return absl::InvalidArgumentError("there is no such function");
  const ir::Function& function = *module.functions[call.function];
  const std::vector<ir::ValueId>& parameters = function.blocks[0].parameters;
  std::vector<Value> registers(function.values.size());
  for (const tasks::PortableCall::Argument& argument : call.arguments) {
    if (argument.parameter >= parameters.size())
      return absl::InvalidArgumentError("there is no such parameter");
    registers[parameters[argument.parameter].value()] = argument.value;
  }
  EntryPoint* point = Point(&function, 0);
  std::vector<uint64_t> slots;
  Code* code = Match(point, registers, slots);
  if (code == nullptr) {
    RequestFunction(point, registers, /*wait=*/true);
    code = Match(point, registers, slots);
  }
  if (code == nullptr) return absl::FailedPreconditionError("the call can't be compiled for these values");
  registers.clear();
  Result<Value> result = RunCode(*code, slots);
  if (job_.cancelled()) return absl::CancelledError("the call was cancelled");
  if (!result.ok()) return Refusal(&result.stop());
  return tasks::CallOutcome{*std::move(result)};
}

absl::StatusOr<tasks::PartOutcome> ContextTier::RunPart(const tasks::PortablePart& part) {
  const ir::Function* element = ElementFunction(part.iterable);
  if (element != nullptr && element->module != job_.program->module.get()) {
    return absl::FailedPreconditionError("the fold is not compiled here");
  }
  const int64_t length = SourceLength(part.iterable);
  if (part.lo < 0 || part.lo > part.hi || part.hi > length) {
    return absl::InvalidArgumentError("the part is not one of the iterable");
  }
  EntryPoint* point = Point(element, FoldPlace(part.reducer));
  Code* code = FindPart(point, part.iterable);
  if (code == nullptr) {
    RequestFold(point, part.reducer, part.iterable, Value());
    code = FindPart(point, part.iterable);
  }
  if (code == nullptr) return absl::FailedPreconditionError("the fold can't be compiled for these values");
  // The fold itself is the first one of its module; others are those of its elements.
  const abi::FoldSite& site = code->compiled->fold_site(0);
  std::vector<uint64_t> slots(code->entry_types[0]->slots + 1, 0);
  if (site.kind != part.kind || site.environment_type != code->entry_types[0] ||
      !IterableSlots(code->entry_types[0], part.iterable, slots.data())) {
    return absl::FailedPreconditionError("the fold is another one for these values");
  }
  const tasks::FoldCall call{&site, slots.data(), job_.compensated_sums()};
  tasks::Partial partial(&site, tasks::IsOrdered(site.kind), call.compensated);
  tasks::RunPart(context_, call, part.lo, part.hi, &partial);
  ir::ReleaseSlots(code->entry_types[0], slots.data());
  switch (partial.end) {
    case tasks::Partial::End::kComplete:
    case tasks::Partial::End::kDecided: return partial.TakeOutcome();
    case tasks::Partial::End::kStopped:
      if (job_.cancelled()) return absl::CancelledError("the part was cancelled");
      return Refusal(partial.stop.get());
    case tasks::Partial::End::kNoMemory: break;
    case tasks::Partial::End::kUnexpected: return absl::AbortedError("an element is of another type");
  }
  FORA_UNREACHABLE() << "the end of a part";
}

void ContextTier::RequestFold(EntryPoint* point, Reducer reducer, const Value& iterable, const Value& start) {
  auto code = std::make_unique<Code>();
  code->types = std::make_shared<ir::TypeTable>();
  const ir::Type* type = IterableType(*code->types, iterable);
  if (type->Is(ir::TypeKind::kAny)) return;
  code->entry_types.push_back(type);
  if (!start.is_unbound()) code->entry_types.push_back(ir::TypeOf(*code->types, start));
  Request(point, std::move(code), reducer, true);
}

}  // namespace fora::tier
