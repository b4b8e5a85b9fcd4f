#include "compiler/codegen/plan.h"

#include <algorithm>
#include <functional>
#include <set>

#include "absl/status/status.h"
#include "runtime/base/check.h"
#include "runtime/base/status_macros.h"

namespace fora::codegen {

using ir::IteratorKind;
using ir::Op;
using ir::Type;
using ir::TypeKind;

std::optional<uint32_t> FindSpecialization(const ir::TypedModule& module, const Type* function,
                                           const std::vector<const Type*>& arguments) {
  if (!function->Is(TypeKind::kFunction)) return std::nullopt;
  auto matches = [&](const ir::Function& f, size_t captured) {
    if (f.generic != function->code || f.entry_block.value() != 0) return false;
    const std::vector<ir::ValueId>& parameters = f.blocks[0].parameters;
    if (parameters.size() != captured + arguments.size()) return false;
    for (size_t i = 0; i < parameters.size(); ++i) {
      const Type* expected = i < captured ? function->parts[i] : arguments[i - captured];
      if (f.values[parameters[i].value()].type != expected) return false;
    }
    return true;
  };
  // An element function has one parameter and no defaults; a mapped function's defaults are not passed.
  const size_t captures = function->code->captures.size();
  for (uint32_t i = 0; i < module.functions.size(); ++i) {
    if (matches(*module.functions[i], captures)) return i;
  }
  return std::nullopt;
}

namespace {

bool HasFunction(const Type* iterable) {
  if (!iterable->Is(TypeKind::kIterator)) return false;
  IteratorKind kind = iterable->iterator_kind;
  if (kind == IteratorKind::kGenerator || kind == IteratorKind::kFlatGenerator || kind == IteratorKind::kMap || kind == IteratorKind::kFilter) return true;
  return std::any_of(iterable->parts.begin(), iterable->parts.end(), HasFunction);
}

bool MaySkip(const Type* type) {
  if (type->Is(TypeKind::kSkip)) return true;
  return type->Is(TypeKind::kUnion) && std::any_of(type->parts.begin(), type->parts.end(), MaySkip);
}

const Type* CallType(const ir::TypedModule& module, const Type* function, const std::vector<const Type*>& arguments) {
  std::optional<uint32_t> callee = FindSpecialization(module, function, arguments);
  return callee ? module.functions[*callee]->return_type : nullptr;
}

// The items of several iterables read side by side. A source that runs code may only be the last: Python asks the
// sources in order, and an earlier one would run once more than there are elements.
std::optional<std::vector<const Type*>> SideBySide(const ir::TypedModule& module, const Type* iterable, size_t first) {
  std::vector<const Type*> items;
  for (size_t i = first; i < iterable->parts.size(); ++i) {
    const Type* item = ItemType(module, iterable->parts[i]);
    if (item == nullptr || MaySkip(item)) return std::nullopt;
    if (HasFunction(iterable->parts[i]) && i + 1 < iterable->parts.size()) return std::nullopt;
    items.push_back(item);
  }
  if (items.empty()) return std::nullopt;
  return items;
}

const Type* IteratorItem(const ir::TypedModule& module, const Type* iterable) {
  ir::TypeTable& types = *module.types;
  const std::vector<const Type*>& parts = iterable->parts;
  switch (iterable->iterator_kind) {
    case IteratorKind::kGenerator: {
      const Type* source = ItemType(module, parts[0]);
      // A generator over a generator that filters: the inner one's refusals pass through.
      if (source == nullptr) return nullptr;
      const Type* result = CallType(module, parts[1], {WithoutSkip(types, source)});
      if (result == nullptr) return nullptr;
      return MaySkip(source) ? types.Join(result, types.Of(TypeKind::kSkip)) : result;
    }
    case IteratorKind::kFlatGenerator: return nullptr;   // read by loops inside loops, see FlatElement
    case IteratorKind::kEnumerate: {
      const Type* item = ItemType(module, parts[0]);
      return item == nullptr || MaySkip(item) ? nullptr : types.Tuple({types.Of(TypeKind::kInt), item});
    }
    case IteratorKind::kZip: {
      auto items = SideBySide(module, iterable, 0);
      return items ? types.Tuple(*items) : nullptr;
    }
    case IteratorKind::kReversed: return HasFunction(parts[0]) || parts[0]->Is(TypeKind::kIterator) ? nullptr : ItemType(module, parts[0]);
    case IteratorKind::kMap: {
      auto items = SideBySide(module, iterable, 1);
      return items ? CallType(module, parts[0], *items) : nullptr;
    }
    case IteratorKind::kFilter: return nullptr;
    case IteratorKind::kSequence: return ItemType(module, parts[0]);
  }
  FORA_UNREACHABLE() << ToString(iterable);
}

// What reaches the reduction: through all levels of flattening.
const Type* FlatElement(const ir::TypedModule& module, const Type* iterable) {
  if (!iterable->Is(TypeKind::kIterator) || iterable->iterator_kind != IteratorKind::kFlatGenerator) {
    const Type* item = ItemType(module, iterable);
    return item == nullptr ? nullptr : WithoutSkip(*module.types, item);
  }
  const Type* source = ItemType(module, iterable->parts[0]);
  if (source == nullptr) return nullptr;
  const Type* inner = CallType(module, iterable->parts[1], {WithoutSkip(*module.types, source)});
  if (inner == nullptr) return nullptr;
  inner = WithoutSkip(*module.types, inner);
  return inner->Is(TypeKind::kIterator) ? FlatElement(module, inner) : nullptr;
}

std::optional<abi::FoldKind> KindOf(ir::Reducer reducer, const Type* element) {
  const bool is_int = element->Is(TypeKind::kInt), is_bool = element->Is(TypeKind::kBool), is_float = element->Is(TypeKind::kFloat);
  switch (reducer) {
    case ir::Reducer::kSum:
      if (is_int || is_bool) return abi::FoldKind::kSumInt;
      if (is_float) return abi::FoldKind::kSumFloat;
      return std::nullopt;
    case ir::Reducer::kAny:
    case ir::Reducer::kAll:
      if (!is_int && !is_bool && !is_float) return std::nullopt;
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

class Planner {
 public:
  explicit Planner(const ir::TypedModule& module) : module_(module) {}

  absl::StatusOr<ModulePlan> Run() {
    for (uint32_t f = 0; f < module_.functions.size(); ++f) FORA_RETURN_IF_ERROR(PlanFunction(f));
    FindCycles();
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
    if (instruction.op == Op::kConstant || instruction.op == Op::kGlobal) {
      if (f.module == nullptr) return absl::UnimplementedError("a constant without a generic module");
      const std::vector<Value>& table = instruction.op == Op::kConstant ? f.module->constants : f.module->globals;
      if (instruction.index < 0 || static_cast<size_t>(instruction.index) >= table.size()) return absl::InternalError("constant index out of range");
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
    const Type* element = FlatElement(module_, iterable);
    if (element == nullptr) return refuse("it can't be read by index, or its element function is not specialised");
    std::optional<abi::FoldKind> kind = KindOf(instruction.fold, element);
    if (!kind) return refuse("the elements can't be reduced unboxed");
    std::function<bool(const Type*)> flat = [&](const Type* t) {
      return t->Is(TypeKind::kIterator) &&
             (t->iterator_kind == IteratorKind::kFlatGenerator || (!t->parts.empty() && flat(t->parts[0])));
    };
    plan_.fold_at[place] = static_cast<uint32_t>(plan_.folds.size());
    plan_.folds.push_back({place, *kind, !flat(iterable), iterable, element});
    AddType(iterable);
    AddType(element);
    return absl::OkStatus();
  }

  void AddType(const Type* type) {
    if (!plan_.type_index.emplace(type, plan_.types.size()).second) return;
    plan_.types.push_back(type);
    for (const Type* part : type->parts) AddType(part);
  }

  std::vector<uint32_t> Callees(uint32_t index) {
    std::vector<uint32_t> callees;
    const ir::Function& f = *module_.functions[index];
    for (const ir::Block& block : f.blocks) {
      for (const ir::Instruction& i : block.instructions) {
        if (i.op == Op::kCallDirect || i.op == Op::kFork) callees.push_back(static_cast<uint32_t>(i.index));
        if (i.op != Op::kFold) continue;
        // Element functions are found by type at every level; taking all functions of the same code is enough here.
        std::set<const Type*> seen;
        std::function<void(const Type*)> add = [&](const Type* type) {
          if (!seen.insert(type).second) return;
          for (uint32_t c = 0; c < module_.functions.size(); ++c) {
            if (type->Is(TypeKind::kFunction) && module_.functions[c]->generic == type->code) {
              callees.push_back(c);
              if (module_.functions[c]->return_type != nullptr) add(module_.functions[c]->return_type);
            }
          }
          if (type->Is(TypeKind::kIterator) || type->Is(TypeKind::kUnion)) {
            for (const Type* part : type->parts) add(part);
          }
        };
        add(f.values[i.operands[0].value()].type);
      }
    }
    return callees;
  }

  // A function is recursive if it can reach itself.
  void FindCycles() {
    const size_t n = module_.functions.size();
    std::vector<std::vector<uint32_t>> callees(n);
    for (uint32_t f = 0; f < n; ++f) callees[f] = Callees(f);
    for (uint32_t f = 0; f < n; ++f) {
      std::vector<bool> seen(n);
      std::vector<uint32_t> work = callees[f];
      while (!work.empty()) {
        uint32_t next = work.back();
        work.pop_back();
        if (seen[next]) continue;
        seen[next] = true;
        work.insert(work.end(), callees[next].begin(), callees[next].end());
      }
      plan_.recursive.push_back(seen[f]);
    }
  }

  const ir::TypedModule& module_;
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

const Type* ItemType(const ir::TypedModule& module, const Type* iterable) {
  switch (iterable->kind) {
    case TypeKind::kRange: return module.types->Of(TypeKind::kInt);
    case TypeKind::kStr: return iterable;
    case TypeKind::kList:
    case TypeKind::kTupleN: return iterable->parts[0];
    case TypeKind::kTuple: {
      for (const Type* part : iterable->parts) {
        if (part != iterable->parts[0]) return nullptr;
      }
      return iterable->parts.empty() ? module.types->Of(TypeKind::kBottom) : iterable->parts[0];
    }
    case TypeKind::kIterator: return IteratorItem(module, iterable);
    case TypeKind::kBottom:
    case TypeKind::kNone:
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kFloat:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kFunction:
    case TypeKind::kBound:
    case TypeKind::kInstance:
    case TypeKind::kClass:
    case TypeKind::kBuiltin:
    case TypeKind::kModule:
    case TypeKind::kUnion:
    case TypeKind::kAny:
      return nullptr;
  }
  FORA_UNREACHABLE() << ToString(iterable);
}

absl::StatusOr<ModulePlan> MakePlan(const ir::TypedModule& module) { return Planner(module).Run(); }

}  // namespace fora::codegen
