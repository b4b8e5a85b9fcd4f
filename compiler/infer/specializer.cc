#include "compiler/infer/specializer.h"

#include <utility>

#include "compiler/infer/emitter.h"

namespace fora::infer {
namespace {

constexpr size_t kSpecializationsMax = 200;
constexpr int kSpecializationsPerFunctionMax = 16;
// Nested demands run at once, so that return types are known early; deeper ones wait for Settle.
constexpr int kDepthMax = 30;
constexpr int kRunsMax = 1500;

}  // namespace

const GenericFacts& Specializer::FactsOf(const ir::Function& function) {
  auto& facts = facts_[&function];
  if (facts == nullptr) facts = std::make_unique<GenericFacts>(function);
  return *facts;
}

Specialization* Specializer::Add(const ir::Function& function, ir::BlockId block,
                                 std::vector<ir::ValueId> values, std::vector<const ir::Type*> types) {
  auto specialization = std::make_unique<Specialization>();
  specialization->function = &function;
  specialization->entry_block = block;
  specialization->entry_values = std::move(values);
  specialization->entry_types = std::move(types);
  specialization->index = static_cast<int64_t>(all_.size());
  specialization->return_type = types_.Of(widened_ ? ir::TypeKind::kAny : ir::TypeKind::kBottom);
  ++count_[&function];
  memo_[{&function, block.value(), specialization->entry_types}] = specialization.get();
  all_.push_back(std::move(specialization));
  return all_.back().get();
}

Specialization* Specializer::Root(const Request& request) {
  return Add(*request.function, request.entry_block, request.entry_values, request.entry_types);
}

Specialization* Specializer::Demand(const ir::Function& function, std::vector<const ir::Type*> types,
                                    Specialization* caller) {
  Specialization* specialization;
  const auto found = memo_.find({&function, 0, types});
  if (found != memo_.end()) {
    specialization = found->second;
  } else {
    if (all_.size() >= kSpecializationsMax || count_[&function] >= kSpecializationsPerFunctionMax)
      return nullptr;
    specialization = Add(function, ir::BlockId(0), function.blocks[0].parameters, std::move(types));
  }
  if (caller != nullptr) specialization->callers.insert(caller);
  if (specialization->stale && !specialization->running && depth_ < kDepthMax) Run(specialization);
  return specialization;
}

bool Specializer::GrowReturnType(Specialization* specialization, const ir::Type* type) {
  const ir::Type* joined = types_.Join(specialization->return_type, type);
  if (joined == specialization->return_type) return false;
  specialization->return_type = joined;
  for (Specialization* caller : specialization->callers) caller->stale = true;
  return true;
}

void Specializer::WidenAll() {
  widened_ = true;
  for (const auto& specialization : all_) {
    specialization->return_type = types_.Of(ir::TypeKind::kAny);
    specialization->stale = true;
  }
}

void Specializer::Run(Specialization* specialization) {
  ++depth_;
  specialization->running = true;
  // A call of itself makes it stale again until its return type has settled.
  do {
    // Return types that keep growing end as Any.
    if (++runs_ > kRunsMax && !widened_) WidenAll();
    specialization->stale = false;
    Emitter emitter(*this, *specialization);
    specialization->typed = emitter.Emit();
  } while (specialization->stale);
  specialization->running = false;
  --depth_;
}

void Specializer::Settle() {
  bool settled = false;
  while (!settled) {
    settled = true;
    for (size_t i = 0; i < all_.size(); ++i) {
      if (!all_[i]->stale) continue;
      settled = false;
      Run(all_[i].get());
    }
  }
}

ir::TypedModule Specializer::Finish(std::shared_ptr<ir::TypeTable> types) {
  // Those that only passing states of the fixpoint asked for are left out.
  std::map<int64_t, int64_t> renumbered;
  std::vector<int64_t> order;
  const auto visit = [&](int64_t index) {
    if (renumbered.emplace(index, static_cast<int64_t>(order.size())).second) order.push_back(index);
  };
  const auto refers = [](const ir::Instruction& i) {
    return i.op == ir::Op::kCallDirect || i.op == ir::Op::kFork || (i.op == ir::Op::kFold && i.index >= 0);
  };
  visit(0);
  for (size_t next = 0; next < order.size(); ++next) {
    for (const ir::Block& block : all_[order[next]]->typed->blocks) {
      for (const ir::Instruction& i : block.instructions) {
        if (refers(i)) visit(i.index);
        for (int64_t index : i.specializations) visit(index);
      }
    }
  }
  ir::TypedModule module;
  module.types = std::move(types);
  for (int64_t index : order) {
    auto typed = std::move(all_[index]->typed);
    typed->return_type = all_[index]->return_type;
    typed->id = ir::FunctionId(static_cast<uint32_t>(module.functions.size()));
    for (ir::Block& block : typed->blocks) {
      for (ir::Instruction& i : block.instructions) {
        if (refers(i)) i.index = renumbered[i.index];
        for (int64_t& specialization : i.specializations) specialization = renumbered[specialization];
      }
    }
    module.functions.push_back(std::move(typed));
  }
  return module;
}

}  // namespace fora::infer
