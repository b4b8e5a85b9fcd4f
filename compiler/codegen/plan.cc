#include "compiler/codegen/plan.h"

#include <algorithm>

#include "absl/status/status.h"
#include "compiler/ir/call_graph.h"
#include "runtime/base/check.h"
#include "runtime/base/status_macros.h"

namespace fora::codegen {

using ir::IteratorKind;
using ir::Op;
using ir::Type;
using ir::TypeKind;

namespace {

// Instructions of a function that goes into its callers: however many these are, at each place, at all places
// together.
constexpr size_t kInlinedMax = 24;
constexpr size_t kInlinedOnceMax = 400;
constexpr size_t kInlinedTotalMax = 2000;

// To fold an element takes as long as a few instructions. Beside an element that takes less there is nothing
// to be gained, and one that takes much more does not notice.
constexpr size_t kOverlapMin = 16;
constexpr size_t kOverlapMax = 256;
constexpr size_t kCostlyWeight = 16;

bool IsGenerator(const Type* type) {
  return type->Is(TypeKind::kIterator) && (type->iterator_kind == IteratorKind::kGenerator ||
                                           type->iterator_kind == IteratorKind::kFlatGenerator);
}

// What reaches the reduction, through all levels of flattening; null if code generation can't do it.
const Type* FlatElement(const ir::TypedModule& module, const Type* iterable,
                        const std::vector<int64_t>& functions, size_t level) {
  if (!IsGenerator(iterable)) return PlainItemType(*module.types, iterable);
  if (PlainItemType(*module.types, iterable->parts[0]) == nullptr || level >= functions.size())
    return nullptr;
  const int64_t callee = functions[level];
  if (callee < 0 || static_cast<size_t>(callee) >= module.functions.size()) return nullptr;
  if (module.functions[callee]->return_type == nullptr) return nullptr;
  const Type* result = WithoutSkip(*module.types, module.functions[callee]->return_type);
  return iterable->iterator_kind == IteratorKind::kGenerator
             ? result
             : FlatElement(module, result, functions, level + 1);
}

std::optional<abi::FoldKind> KindOf(ir::Reducer reducer, const Type* element) {
  const bool is_int = element->Is(TypeKind::kInt), is_bool = element->Is(TypeKind::kBool),
             is_float = element->Is(TypeKind::kFloat);
  switch (reducer) {
    case ir::Reducer::kSum:
      if (is_int || is_bool) return abi::FoldKind::kSumInt;
      if (is_float) return abi::FoldKind::kSumFloat;
      return std::nullopt;
    case ir::Reducer::kAny:
    case ir::Reducer::kAll:
      if (!is_bool) return std::nullopt;
      return reducer == ir::Reducer::kAny ? abi::FoldKind::kAny : abi::FoldKind::kAll;
    case ir::Reducer::kMin:
      if (is_int) return abi::FoldKind::kMinInt;
      if (is_float) return abi::FoldKind::kMinFloat;
      return std::nullopt;
    case ir::Reducer::kMax:
      if (is_int) return abi::FoldKind::kMaxInt;
      if (is_float) return abi::FoldKind::kMaxFloat;
      return std::nullopt;
    case ir::Reducer::kCollect:
      if (is_int) return abi::FoldKind::kCollectInt;
      if (is_float) return abi::FoldKind::kCollectFloat;
      if (is_bool) return abi::FoldKind::kCollectBool;
      return abi::FoldKind::kCollectBoxed;
    case ir::Reducer::kCount: return abi::FoldKind::kCount;
  }
  FORA_UNREACHABLE() << int(reducer);
}

// The operator that makes the value; null if it is a parameter.
const ir::Instruction* Definition(const ir::Function& f, ir::ValueId id) {
  for (const ir::Block& block : f.blocks) {
    for (const ir::Instruction& i : block.instructions) {
      if (i.result == id) return &i;
    }
  }
  return nullptr;
}

// Whether the iterable is such a range, or a generator over one.
bool CountsUp(const ir::Function& f, ir::ValueId iterable) {
  const ir::Instruction* made = Definition(f, iterable);
  if (made != nullptr && made->op == Op::kMakeTuple && IsGenerator(f.values[iterable.value()].type))
    made = Definition(f, made->operands[0]);
  if (made == nullptr || made->op != Op::kMakeRange) return false;
  const auto constant = [&](ir::ValueId id) -> std::optional<int64_t> {
    const ir::Instruction* i = Definition(f, id);
    return i != nullptr && i->op == Op::kConstant && i->flag ? std::optional(i->index) : std::nullopt;
  };
  return constant(made->operands[0]).value_or(-1) >= 0 && constant(made->operands[2]) == 1;
}

// Operators that call the runtime or libm, or divide.
bool IsCostly(Op op) {
  static constexpr Op kCostly[] = {Op::kIntFloorDiv,  Op::kIntMod,        Op::kIntTrueDiv, Op::kIntPow,
                                   Op::kFloatTrueDiv, Op::kFloatFloorDiv, Op::kFloatMod,   Op::kFloatPow,
                                   Op::kMathUnary,    Op::kMathBinary};
  return std::find(std::begin(kCostly), std::end(kCostly), op) != std::end(kCostly);
}

// By function, about how much work one run is that does not loop: instructions, with those of the callees;
// kOverlapMax + 1 for all that is more.
std::vector<size_t> Weights(const ir::TypedModule& module) {
  const ir::CallGraph calls(module);
  std::vector<size_t> weights(calls.size());
  for (uint32_t f : calls.callees_first()) {
    for (const ir::Block& block : module.functions[f]->blocks) {
      for (const ir::Instruction& i : block.instructions) weights[f] += IsCostly(i.op) ? kCostlyWeight : 1;
    }
    for (uint32_t callee : calls.callees(f)) weights[f] += weights[callee];
    weights[f] = std::min(weights[f], kOverlapMax + 1);
  }
  return weights;
}

class Planner {
 public:
  explicit Planner(const ir::TypedModule& module)
      : module_(module), long_running_(ir::FunctionsThatMayRunLong(module)), weight_(Weights(module)) {}

  absl::StatusOr<ModulePlan> Run() {
    for (uint32_t f = 0; f < module_.functions.size(); ++f) FORA_RETURN_IF_ERROR(PlanFunction(f));
    PlanCalls();
    return std::move(plan_);
  }

 private:
  absl::Status PlanFunction(uint32_t index) {
    const ir::Function& f = *module_.functions[index];
    plan_.exit_base.push_back(plan_.exit_count);
    plan_.exit_count += static_cast<uint32_t>(f.frame_states.size());
    for (const ir::ValueInfo& info : f.values) {
      if (info.type != nullptr) AddType(info.type);
    }
    if (f.return_type != nullptr) AddType(f.return_type);
    for (uint32_t b = 0; b < f.blocks.size(); ++b) {
      for (uint32_t i = 0; i < f.blocks[b].instructions.size(); ++i) {
        FORA_RETURN_IF_ERROR(PlanInstruction(f, f.blocks[b].instructions[i], {index, b, i}));
      }
    }
    return absl::OkStatus();
  }

  absl::Status PlanInstruction(const ir::Function& f, const ir::Instruction& instruction, Place place) {
    if (instruction.op == Op::kFold) return PlanFold(f, instruction, place);
    if (instruction.op == Op::kFork) {
      plan_.fork_at[place] = static_cast<uint32_t>(plan_.forks.size());
      plan_.forks.push_back({place, static_cast<uint32_t>(instruction.index)});
    }
    const bool immediate = instruction.op == Op::kConstant && instruction.flag;
    if ((instruction.op == Op::kConstant || instruction.op == Op::kGlobal) && !immediate) {
      if (f.module == nullptr) return absl::UnimplementedError("a constant without a generic module");
      const std::vector<Value>& table =
          instruction.op == Op::kConstant ? f.module->constants : f.module->globals;
      if (instruction.index < 0 || static_cast<size_t>(instruction.index) >= table.size())
        return absl::InternalError("constant index out of range");
      const Type* type = f.values[instruction.result->value()].type;
      plan_.constant_at[place] = static_cast<uint32_t>(plan_.constants.size());
      plan_.constants.push_back({type, table[instruction.index], plan_.constant_slots});
      plan_.constant_slots += type->slots;
    }
    return absl::OkStatus();
  }

  absl::Status PlanFold(const ir::Function& f, const ir::Instruction& instruction, Place place) {
    const Type* iterable = f.values[instruction.operands[0].value()].type;
    auto refuse = [&](const char* why) {
      return absl::UnimplementedError("fold over " + ToString(iterable) + " in " + f.qualname_ + ": " + why);
    };
    const Type* element = FlatElement(module_, iterable, instruction.specializations, 0);
    if (element == nullptr)
      return refuse("it can't be read by index, or its element function is not specialised");
    std::optional<abi::FoldKind> kind = KindOf(instruction.fold, element);
    if (!kind) return refuse("the elements can't be reduced unboxed");
    const bool flat =
        iterable->Is(TypeKind::kIterator) && iterable->iterator_kind == IteratorKind::kFlatGenerator;
    plan_.fold_at[place] = static_cast<uint32_t>(plan_.folds.size());
    plan_.folds.push_back(
        {place, *kind, !flat, iterable, element, {}, CountsUp(f, instruction.operands[0]), !flat, false});
    FoldPlan& fold = plan_.folds.back();
    for (int64_t callee : instruction.specializations) {
      fold.functions.push_back(static_cast<uint32_t>(callee));
      fold.brief = fold.brief && !long_running_[static_cast<size_t>(callee)];
      fold.overlaps = fold.brief && weight_[static_cast<size_t>(callee)] >= kOverlapMin &&
                      weight_[static_cast<size_t>(callee)] <= kOverlapMax;
    }
    AddType(iterable);
    AddType(element);
    return absl::OkStatus();
  }

  void AddType(const Type* type) {
    if (!plan_.type_index.emplace(type, plan_.types.size()).second) return;
    plan_.types.push_back(type);
    for (const Type* part : type->parts) AddType(part);
  }

  // Small functions are how Python is written, and a call that passes a few tuples or instances costs more
  // than LLVM assumes: what is small, or is called in few places, goes into its callers.
  void PlanCalls() {
    const ir::CallGraph calls(module_);
    const size_t count = calls.size();
    std::vector<size_t> places(count), size(count);
    for (uint32_t f = 0; f < count; ++f) {
      plan_.recursive.push_back(calls.recursive(f));
      for (uint32_t callee : calls.callees(f)) ++places[callee];
      size[f] = ir::InstructionCount(*module_.functions[f]);
    }
    plan_.has_entry.resize(count);
    for (uint32_t f = 0; f < count; ++f) plan_.has_entry[f] = f == 0 || places[f] == 0;
    for (const ForkPlan& fork : plan_.forks) plan_.has_entry[fork.callee] = true;
    plan_.inlined.resize(count);
    for (uint32_t f : calls.callees_first()) {
      // With what it inlines itself.
      for (uint32_t callee : calls.callees(f)) size[f] += plan_.inlined[callee] ? size[callee] : 0;
      const bool pays =
          size[f] <= kInlinedMax || (size[f] <= kInlinedOnceMax && size[f] * places[f] <= kInlinedTotalMax);
      plan_.inlined[f] = module_.functions[f]->inlined || (!calls.recursive(f) && pays);
    }
  }

  const ir::TypedModule& module_;
  const std::vector<bool> long_running_;
  const std::vector<size_t> weight_;
  ModulePlan plan_;
};

}  // namespace

const Type* WithoutSkip(ir::TypeTable& types, const Type* type) {
  if (type->Is(TypeKind::kSkip)) return types.Of(TypeKind::kBottom);
  if (!type->Is(TypeKind::kUnion)) return type;
  std::vector<const Type*> members;
  for (const Type* part : type->parts) {
    if (!part->Is(TypeKind::kSkip)) members.push_back(part);
  }
  return types.Union(std::move(members));
}

const Type* PlainItemType(ir::TypeTable& types, const Type* iterable) {
  if (iterable->Is(TypeKind::kRange)) return types.Of(TypeKind::kInt);
  if (iterable->Is(TypeKind::kStr)) return iterable;
  if (iterable->Is(TypeKind::kList) || iterable->Is(TypeKind::kTupleN)) return iterable->parts[0];
  if (iterable->Is(TypeKind::kTuple)) {
    const Type* joined = types.Of(TypeKind::kBottom);
    for (const Type* part : iterable->parts) joined = types.Join(joined, part);
    return joined;
  }
  if (!iterable->Is(TypeKind::kIterator)) return nullptr;
  const IteratorKind kind = iterable->iterator_kind;
  if (kind == IteratorKind::kReversed || kind == IteratorKind::kSequence)
    return PlainItemType(types, iterable->parts[0]);
  if (kind == IteratorKind::kEnumerate) {
    const Type* item = PlainItemType(types, iterable->parts[0]);
    return item == nullptr ? nullptr : types.Tuple({types.Of(TypeKind::kInt), item});
  }
  if (kind != IteratorKind::kZip) return nullptr;
  std::vector<const Type*> items;
  for (const Type* part : iterable->parts) {
    const Type* item = PlainItemType(types, part);
    if (item == nullptr) return nullptr;
    items.push_back(item);
  }
  return types.Tuple(std::move(items));
}

absl::StatusOr<ModulePlan> MakePlan(const ir::TypedModule& module) { return Planner(module).Run(); }

}  // namespace fora::codegen
