#include "compiler/codegen/ownership.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "compiler/ir/boxing.h"
#include "compiler/ir/dominators.h"
#include "compiler/ir/liveness.h"

namespace fora::codegen {

using ir::Op;
using ir::ValueId;

namespace {

bool OpConsumes(Op op, size_t operand) {
  enum class Taken : uint8_t { kNone, kFirst, kAll };  // of those that are counted
  static constexpr std::pair<Op, Taken> kRows[] = {
      {Op::kMakeTuple, Taken::kAll},    {Op::kMakeInstance, Taken::kAll}, {Op::kMakeFunction, Taken::kAll},
      {Op::kMakeBound, Taken::kAll},    {Op::kMakeUnion, Taken::kAll},    {Op::kNarrow, Taken::kAll},
      {Op::kInsert, Taken::kAll},       {Op::kBox, Taken::kAll},          {Op::kUnbox, Taken::kAll},
      {Op::kListMake, Taken::kAll},     {Op::kCallDirect, Taken::kAll},   {Op::kFork, Taken::kAll},
      {Op::kRuntime, Taken::kAll},      {Op::kRetype, Taken::kAll},       {Op::kGenerator, Taken::kAll},
      {Op::kListConcat, Taken::kFirst}, {Op::kStrConcat, Taken::kFirst},  {Op::kListAppend, Taken::kAll},
      {Op::kListSet, Taken::kAll},      {Op::kListErase, Taken::kAll},    {Op::kListStoreAt, Taken::kAll},
      {Op::kListAppendAt, Taken::kAll},
  };
  static const auto table = [] {
    std::array<Taken, 256> made{};
    for (const auto& [row, taken] : kRows) made[static_cast<size_t>(row)] = taken;
    return made;
  }();
  switch (table[static_cast<size_t>(op)]) {
    case Taken::kNone: return false;
    case Taken::kFirst: return operand == 0;
    case Taken::kAll: return true;
  }
  return false;
}

// Once it has begun it is not run anew: what follows a failure is what the call came to.
bool IsCall(const ir::Instruction& instruction) {
  return instruction.op == Op::kCallDirect || instruction.op == Op::kRuntime || instruction.op == Op::kJoin;
}

// Whether the function consumes a parameter, passes it along an edge or returns it.
std::vector<bool> ConsumedParameters(const ir::Function& f, const Convention& convention) {
  std::vector<bool> consumed(f.values.size());
  bool entry_is_loop = false;
  for (const ir::Block& block : f.blocks) {
    for (const ir::Instruction& i : block.instructions) {
      for (size_t n = 0; n < i.operands.size(); ++n) {
        if (Consumes(convention, i, n)) consumed[i.operands[n].value()] = true;
      }
    }
    for (size_t n = 0; n < block.terminator.operands.size(); ++n) {
      if (Consumes(convention, block.terminator, n)) consumed[block.terminator.operands[n].value()] = true;
    }
    for (const ir::Edge& edge : block.terminator.edges) {
      entry_is_loop |= edge.target.value() == 0;
      for (ValueId id : edge.arguments) consumed[id.value()] = true;
    }
  }
  std::vector<bool> parameters;
  for (ValueId id : f.blocks[0].parameters) parameters.push_back(entry_is_loop || consumed[id.value()]);
  return parameters;
}

}  // namespace

bool MayHoldList(const ir::Type* type) {
  if (type->Is(ir::TypeKind::kList) || type->Is(ir::TypeKind::kTupleN) || type->Is(ir::TypeKind::kAny))
    return true;
  return std::any_of(type->parts.begin(), type->parts.end(), MayHoldList);
}

namespace {

bool CallConsumes(const Convention& convention, size_t callee, size_t operand) {
  if (callee >= convention.borrowed.size() || operand >= convention.borrowed[callee].size()) return true;
  return !convention.borrowed[callee][operand];
}

}  // namespace

bool Consumes(const Convention& convention, const ir::Instruction& instruction, size_t operand) {
  if (instruction.op != Op::kCallDirect) return OpConsumes(instruction.op, operand);
  return CallConsumes(convention, static_cast<size_t>(instruction.index), operand);
}

bool Consumes(const Convention& convention, const ir::Terminator& terminator, size_t operand) {
  if (terminator.kind == ir::TerminatorKind::kTailCall)
    return CallConsumes(convention, static_cast<size_t>(terminator.index), operand);
  return terminator.kind == ir::TerminatorKind::kReturn;
}

namespace {

// Sets of counted values, by a dense numbering of these.
using Set = std::vector<bool>;

// What the interpreter would keep while it makes the calls of a typed function.
class KeptValues {
 public:
  explicit KeptValues(const ir::Function& function) : f_(function) {}

  // Whether the interpreter would keep the value while it makes the call, so that the callee finds it shared.
  bool Keeps(const ir::Instruction& instruction, uint32_t id) {
    const ir::ValueSet* kept = Of(instruction);
    if (kept == nullptr) return false;
    const auto& live = f_.frame_states[*instruction.frame_state].live;
    return std::any_of(live.begin(), live.end(), [&](const ir::FrameState::Live& value) {
      return value.typed.value() == id && (*kept)[value.generic.value()];
    });
  }

  // By generic value; null if the operator is no call.
  const ir::ValueSet* Of(const ir::Instruction& instruction) {
    if (!IsCall(instruction) || !instruction.frame_state || f_.generic == nullptr) return nullptr;
    auto [kept, is_new] = kept_.try_emplace(*instruction.frame_state);
    if (is_new) kept->second = KeptByInterpreter(instruction);
    return &kept->second;
  }

 private:
  // The generic values that the interpreter keeps while it runs the operator in whose place the call stands:
  // what is needed afterwards (typed code may end with the call, the generic does not), and what a handler
  // reads; a landing does without the lists that a call was given. Plain arguments are handed over to the
  // callee; the callee itself, which may hold captures, what stands after a star and the operands of other
  // operators stay where they are until the call returns.
  ir::ValueSet KeptByInterpreter(const ir::Instruction& call) {
    const ir::FrameState& state = f_.frame_states[*call.frame_state];
    const ir::Block& block = f_.generic->blocks[state.block.value()];
    if (!generic_liveness_) generic_liveness_ = ir::ComputeLiveness(*f_.generic);
    ir::ValueSet kept(f_.generic->values.size());
    const ir::Instruction* generic =
        state.instruction < block.instructions.size() ? &block.instructions[state.instruction] : nullptr;
    if (block.unwind) {
      ir::AddEdgeUses(*f_.generic, *block.unwind, ir::kProvidedByUnwind, *generic_liveness_, kept);
      const bool gives = f_.generic->blocks[block.unwind->target.value()].is_landing && generic != nullptr &&
                         generic->op == Op::kCall;
      for (const ir::FrameState::Live& live : state.live) {
        if (!gives) break;
        const auto& operands = generic->operands;
        const bool is_list = f_.values[live.typed.value()].type->Is(ir::TypeKind::kList);
        if (is_list && std::find(operands.begin(), operands.end(), live.generic) != operands.end())
          kept[live.generic.value()] = false;
      }
    }
    for (size_t i = 0; i < block.terminator.edges.size(); ++i) {
      ir::AddEdgeUses(*f_.generic, block.terminator.edges[i], ir::ProvidedParameters(block.terminator, i),
                      *generic_liveness_, kept);
    }
    for (ValueId id : block.terminator.operands) kept[id.value()] = true;
    for (size_t i = state.instruction + 1; i < block.instructions.size(); ++i) {
      for (ValueId id : block.instructions[i].operands) kept[id.value()] = true;
    }
    if (call.op == Op::kRuntime || generic == nullptr) return kept;
    const size_t held = generic->op == Op::kCall       ? 1
                        : generic->op == Op::kInitBase ? 2
                                                       : generic->operands.size();
    for (size_t n = 0; n < generic->operands.size(); ++n) {
      const bool star = n >= held && generic->call != nullptr && IsStar((*generic->call)[n - held].kind);
      if (n < held || star) kept[generic->operands[n].value()] = true;
    }
    return kept;
  }

  static bool IsStar(ir::ArgumentKind kind) {
    return kind == ir::ArgumentKind::kStar || kind == ir::ArgumentKind::kDoubleStar;
  }

  const ir::Function& f_;
  // Made when first asked for.
  std::optional<ir::Liveness> generic_liveness_;
  std::map<uint32_t, ir::ValueSet> kept_;  // by frame state
};

// Whether the result is a part of the tuple as it stands there, or a union that says which.
bool ChoosesPart(const ir::Type* tuple, const ir::Type* result) {
  return tuple->Is(ir::TypeKind::kTuple) &&
         std::all_of(tuple->parts.begin(), tuple->parts.end(), [&](const ir::Type* part) {
           return part == result ||
                  (result->Is(ir::TypeKind::kUnion) &&
                   std::find(result->parts.begin(), result->parts.end(), part) != result->parts.end());
         });
}

// Whether the operator's result is a reference that its first operand holds as it is.
bool ReadsHeld(const ir::Function& f, const ir::Instruction& i) {
  if (!i.result || i.operands.empty()) return false;
  const ir::Type* result = f.values[i.result->value()].type;
  if (i.op == Op::kExtract) return ir::IsCounted(result);
  if (i.op == Op::kTupleIndex)
    return ir::IsCounted(result) && ChoosesPart(f.values[i.operands[0].value()].type, result);
  return i.op == Op::kListItem && f.values[i.operands[0].value()].type->parts[0] == result &&
         (result->Is(ir::TypeKind::kList) || result->Is(ir::TypeKind::kStr));
}

// Whether the operator's result is made of references that its operands hold as they are.
bool MakesOfHeld(const ir::Function& f, const ir::Instruction& i) {
  if (i.op != Op::kMakeTuple) return false;
  const ir::Type* type = f.values[i.result->value()].type;
  return ir::IsCounted(type) &&
         std::equal(type->parts.begin(), type->parts.end(), i.operands.begin(), i.operands.end(),
                    [&](const ir::Type* part, ValueId v) { return f.values[v.value()].type == part; });
}

// Finds the lent values: those that operators only look at, as long as what the value was read from, or made
// of, is held.
class LentFinder {
 public:
  // borrowed: by value, what the caller holds until the function returns. live_in: by block and value, what
  // an operator or a frame state further on names.
  LentFinder(const ir::Function& f, const Convention& convention, const std::vector<bool>& borrowed,
             std::function<bool(ir::BlockId, ValueId)> live_in)
      : f_(f),
        convention_(convention),
        borrowed_(borrowed),
        live_in_(std::move(live_in)),
        lent_(f.values.size()) {}

  std::vector<bool> Run() {
    bool any = false;
    for (const ir::Block& block : f_.blocks) {
      for (const ir::Instruction& i : block.instructions) {
        if (MakesOfHeld(f_, i)) looks_.insert(i.result->value());
        any = any || ReadsHeld(f_, i);
      }
    }
    if (!any && looks_.empty()) return std::move(lent_);
    held_beyond_ = ir::ComputeLiveness(f_);
    while (!Find()) {
    }
    return std::move(lent_);
  }

 private:
  static constexpr size_t kEnd = ~size_t{0};

  // Whether all tuples that were taken for lent are so: these don't take their parts over.
  bool Find() {
    lent_.assign(f_.values.size(), false);
    spans_.assign(f_.blocks.size(), {});
    given_.clear();
    for (uint32_t b = 0; b < f_.blocks.size(); ++b) AddMentions(b);
    const size_t taken_for_lent = looks_.size();
    // What is read from a lent value comes after it.
    for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
      for (const ir::Instruction& i : f_.blocks[b].instructions) {
        const bool looks = i.result && looks_.contains(i.result->value());
        if (!looks && !ReadsHeld(f_, i)) continue;
        const uint32_t id = i.result->value();
        std::vector<ValueId>& lenders = lenders_[id];
        lenders.clear();
        for (ValueId operand : i.operands) {
          if (ir::IsCounted(f_.values[operand.value()].type)) lenders.push_back(operand);
        }
        lent_[id] = !given_.contains(id) && std::all_of(lenders.begin(), lenders.end(), [&](ValueId lender) {
          return IsHeldFor(lender, *i.result, b);
        });
        if (looks && !lent_[id]) looks_.erase(id);
      }
    }
    return looks_.size() == taken_for_lent;
  }

  // What a block does with a value, by the numbers of its instructions.
  struct Span {
    size_t named_before = 0;  // every mention by an instruction stands before this one
    size_t held_before = 0;   // as an operand: if the frame owns the value, it does so up to this one
  };

  void AddMentions(uint32_t b) {
    const ir::Block& block = f_.blocks[b];
    auto& spans = spans_[b];
    const auto name = [&](const std::optional<uint32_t>& state, size_t n) {
      if (!state) return;
      for (const ir::FrameState::Live& live : f_.frame_states[*state].live)
        spans[live.typed.value()].named_before = n + 1;
    };
    size_t n = 0;
    for (const ir::Instruction& i : block.instructions) {
      for (ValueId id : i.operands) spans[id.value()] = {n + 1, n + 1};
      for (size_t k = 0; k < i.operands.size(); ++k) {
        // Gone with this instruction, unless a later one mentions it.
        const bool looks = i.result && looks_.contains(i.result->value());
        if (!looks && Consumes(convention_, i, k)) Give(spans, i.operands[k], n);
      }
      name(i.frame_state, n++);
    }
    for (ValueId id : block.terminator.operands) Give(spans, id, n);
    for (const ir::Edge& edge : block.terminator.edges) {
      for (ValueId id : edge.arguments) Give(spans, id, n);
    }
    name(block.terminator.frame_state, n);
  }

  void Give(std::unordered_map<uint32_t, Span>& spans, ValueId id, size_t n) {
    spans[id.value()].held_before = n;
    given_.insert(id.value());
  }

  // Wherever the value is, defined in this block.
  bool IsHeldFor(ValueId lender, ValueId id, uint32_t defined_in) const {
    for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
      if (b != defined_in && !live_in_(ir::BlockId(b), id)) continue;
      if (NamedBefore(id, b) > HeldBefore(lender, b)) return false;
    }
    return true;
  }

  size_t NamedBefore(ValueId id, uint32_t b) const {
    const auto& edges = f_.blocks[b].terminator.edges;
    const bool lives_on = std::any_of(edges.begin(), edges.end(),
                                      [&](const ir::Edge& edge) { return live_in_(edge.target, id); });
    if (lives_on) return kEnd;
    const auto span = spans_[b].find(id.value());
    return span == spans_[b].end() ? 0 : span->second.named_before;
  }

  size_t HeldBefore(ValueId id, uint32_t b) const {
    if (borrowed_[id.value()]) return kEnd;
    if (lent_[id.value()]) {
      size_t before = kEnd;
      for (ValueId lender : lenders_.at(id.value())) before = std::min(before, HeldBefore(lender, b));
      return before;
    }
    // Frame states alone hold nothing: a call takes away what only its own names.
    const auto& edges = f_.blocks[b].terminator.edges;
    const bool lives_on = std::any_of(edges.begin(), edges.end(), [&](const ir::Edge& edge) {
      const auto& parameters = f_.blocks[edge.target.value()].parameters;
      return held_beyond_.live_in[edge.target.value()][id.value()] &&
             std::find(parameters.begin(), parameters.end(), id) == parameters.end();
    });
    if (lives_on) return kEnd;
    const auto span = spans_[b].find(id.value());
    return span == spans_[b].end() ? 0 : span->second.held_before;
  }

  const ir::Function& f_;
  const Convention& convention_;
  const std::vector<bool>& borrowed_;
  const std::function<bool(ir::BlockId, ValueId)> live_in_;
  std::vector<bool> lent_;
  ir::Liveness held_beyond_;                               // by operators alone
  std::vector<std::unordered_map<uint32_t, Span>> spans_;  // by block and value
  std::unordered_set<uint32_t> given_;                     // consumed, passed on or returned somewhere
  std::unordered_map<uint32_t, std::vector<ValueId>> lenders_;
  std::unordered_set<uint32_t> looks_;  // tuples that are taken for lent
};

class Placer {
 public:
  Placer(const ir::Function& function, uint32_t index, const Convention& convention)
      : f_(function), convention_(convention), dominators_(function), kept_values_(function) {
    std::vector<bool> not_owned(f_.values.size());
    for (size_t i = 0; i < f_.blocks[0].parameters.size(); ++i) {
      if (convention.borrowed[index][i]) not_owned[f_.blocks[0].parameters[i].value()] = true;
    }
    // A fork's result is a token; the fork's record owns the operands until its join.
    for (const ir::Block& block : f_.blocks) {
      for (const ir::Instruction& i : block.instructions) {
        if (i.op == Op::kFork && i.result) not_owned[i.result->value()] = true;
      }
    }
    Number(not_owned);
    Liveness();
    const auto live_in = [&](ir::BlockId block, ValueId id) {
      return IsCounted(id) && Has(live_in_[block.value()], id);
    };
    lent_ = LentFinder(function, convention, not_owned, live_in).Run();
    if (std::find(lent_.begin(), lent_.end(), true) == lent_.end()) return;
    for (size_t id = 0; id < lent_.size(); ++id) not_owned[id] = not_owned[id] || lent_[id];
    Number(not_owned);
    Liveness();
  }

  std::vector<GivenArgument> ArgumentsGiven() {
    std::vector<GivenArgument> given;
    if (counted_.empty()) return given;
    for (ir::BlockId block : dominators_.reverse_postorder()) AddGiven(block.value(), given);
    return given;
  }

  Ownership Run() {
    Ownership result;
    result.blocks.resize(f_.blocks.size());
    for (ir::BlockId block : dominators_.reverse_postorder())
      PlaceBlock(block.value(), result.blocks[block.value()]);
    return result;
  }

 private:
  void Number(const std::vector<bool>& not_owned) {
    counted_.clear();
    number_.assign(f_.values.size(), -1);
    for (uint32_t id = 0; id < f_.values.size(); ++id) {
      const ir::Type* type = f_.values[id].type;
      if (type == nullptr || not_owned[id] || !ir::IsCounted(type)) continue;
      number_[id] = static_cast<int32_t>(counted_.size());
      counted_.emplace_back(id);
    }
  }

  void AddGiven(uint32_t block, std::vector<GivenArgument>& given) const {
    const ir::Block& b = f_.blocks[block];
    struct Join {
      const ir::Instruction* instruction;
      Set after;
    };
    std::map<uint32_t, Join> joins;  // by the fork's result: its call begins at the join
    Set after = LiveBeforeTerminator(b);
    for (uint32_t n = static_cast<uint32_t>(b.instructions.size()); n-- > 0;) {
      const ir::Instruction& i = b.instructions[n];
      const auto add = [&](uint32_t first, const ir::Instruction& begins, const Set& needed, int64_t callee) {
        for (uint32_t k = first; k < i.operands.size(); ++k) {
          const ValueId id = i.operands[k];
          if (!CountedList(id) || Has(needed, id) || kept_values_.Keeps(begins, id.value())) continue;
          given.push_back({block, n, k - first, static_cast<uint32_t>(callee)});
        }
      };
      if (i.op == Op::kJoin) joins.insert({i.operands[0].value(), {&i, after}});
      if (i.op == Op::kCallDirect) add(0, i, after, i.index);
      if (const auto join = i.op == Op::kFork ? joins.find(i.result->value()) : joins.end();
          join != joins.end()) {
        // Elsewhere and here different functions may run, which take the same arguments in the same way.
        for (int64_t callee : {i.index, join->second.instruction->index})
          add(1, *join->second.instruction, join->second.after, callee);
      }
      StepBack(after, i);
    }
    if (b.terminator.kind != ir::TerminatorKind::kTailCall) return;
    const auto end = static_cast<uint32_t>(b.instructions.size());
    for (uint32_t k = 0; k < b.terminator.operands.size(); ++k) {
      if (CountedList(b.terminator.operands[k]))
        given.push_back({block, end, k, static_cast<uint32_t>(b.terminator.index)});
    }
  }

  bool CountedList(ValueId id) const { return IsCounted(id) && MayHoldList(f_.values[id.value()].type); }

  bool IsCounted(ValueId id) const { return number_[id.value()] >= 0; }
  void Add(Set& set, ValueId id) const {
    if (IsCounted(id)) set[number_[id.value()]] = true;
  }
  void Remove(Set& set, ValueId id) const {
    if (IsCounted(id)) set[number_[id.value()]] = false;
  }
  bool Has(const Set& set, ValueId id) const { return set[number_[id.value()]]; }
  std::vector<ValueId> Elements(const Set& set) const {
    std::vector<ValueId> ids;
    for (size_t i = 0; i < set.size(); ++i) {
      if (set[i]) ids.push_back(counted_[i]);
    }
    return ids;
  }

  void AddState(Set& set, const std::optional<uint32_t>& state) const {
    if (!state) return;
    for (const ir::FrameState::Live& live : f_.frame_states[*state].live) Add(set, live.typed);
  }

  // Live just after the last instruction, the terminator's own operands and frame state included.
  Set LiveBeforeTerminator(const ir::Block& block) const {
    Set live(counted_.size());
    for (const ir::Edge& edge : block.terminator.edges) {
      const Set& target = live_in_[edge.target.value()];
      for (size_t i = 0; i < target.size(); ++i) live[i] = live[i] || target[i];
      for (ValueId id : edge.arguments) Add(live, id);
    }
    for (ValueId id : block.terminator.operands) Add(live, id);
    AddState(live, block.terminator.frame_state);
    return live;
  }

  void StepBack(Set& live, const ir::Instruction& instruction) const {
    if (instruction.result) Remove(live, *instruction.result);
    for (ValueId id : instruction.operands) Add(live, id);
    AddState(live, instruction.frame_state);
  }

  void Liveness() {
    live_in_.assign(f_.blocks.size(), Set(counted_.size()));
    const auto& order = dominators_.reverse_postorder();
    for (bool changed = true; changed;) {
      changed = false;
      for (auto block = order.rbegin(); block != order.rend(); ++block) {
        const ir::Block& b = f_.blocks[block->value()];
        Set live = LiveBeforeTerminator(b);
        for (auto i = b.instructions.rbegin(); i != b.instructions.rend(); ++i) StepBack(live, *i);
        // The entry's frame state 0 is used by the check of the stack.
        if (block->value() == 0 && !f_.frame_states.empty()) AddState(live, 0u);
        for (ValueId id : b.parameters) Remove(live, id);
        if (live != live_in_[block->value()]) {
          live_in_[block->value()] = std::move(live);
          changed = true;
        }
      }
    }
  }

  void PlaceBlock(uint32_t index, BlockCounting& out) const {
    const ir::Block& block = f_.blocks[index];
    out.instructions.resize(block.instructions.size());
    Set after = LiveBeforeTerminator(block);
    PlaceTerminator(block, after, out);
    for (size_t i = block.instructions.size(); i-- > 0;) {
      const ir::Instruction& instruction = block.instructions[i];
      Set before = after;
      StepBack(before, instruction);
      PlaceInstruction(instruction, before, after, out.instructions[i]);
      after = std::move(before);
    }
    for (ValueId id : block.parameters) {
      if (IsCounted(id) && !Has(after, id)) out.releases_at_entry.push_back(id);
    }
  }

  void PlaceInstruction(const ir::Instruction& instruction, const Set& before, const Set& after,
                        Counting& out) const {
    out.owned = Elements(before);
    out.lends = instruction.result && lent_[instruction.result->value()];
    std::map<uint32_t, std::pair<int, bool>> uses;  // counted operand: times consumed, also borrowed
    for (size_t i = 0; i < instruction.operands.size(); ++i) {
      ValueId id = instruction.operands[i];
      const bool consumes = !out.lends && Consumes(convention_, instruction, i);
      if (!IsCounted(id)) {
        if (consumes && ir::IsCounted(f_.values[id.value()].type))
          out.retains.push_back(id);  // a borrowed parameter
        continue;
      }
      auto& [consumed, borrowed] = uses[id.value()];
      if (consumes)
        ++consumed;
      else
        borrowed = true;
    }
    for (const auto& [id, use] : uses) {
      const auto& [consumed, borrowed] = use;
      if (consumed == 0) continue;
      // An argument that is passed twice stays for the call, as in the interpreter.
      const bool twice = consumed > 1 && (IsCall(instruction) || instruction.op == Op::kFork);
      const bool stays = borrowed || twice || Has(after, ValueId(id)) || kept_values_.Keeps(instruction, id);
      for (int i = stays ? 0 : 1; i < consumed; ++i) out.retains.emplace_back(id);
      if (!stays) out.moved.emplace_back(id);
    }
    for (ValueId id : out.owned) {
      const bool moved = std::find(out.moved.begin(), out.moved.end(), id) != out.moved.end();
      if (Has(after, id) || moved) continue;
      // A call's frame state names its generic operands, which the interpreter gives away with the call.
      const bool only_named =
          IsCall(instruction) && !uses.contains(id.value()) && !kept_values_.Keeps(instruction, id.value());
      (only_named ? out.dropped : out.releases).push_back(id);
    }
    if (instruction.result && IsCounted(*instruction.result) && !Has(after, *instruction.result)) {
      out.releases.push_back(*instruction.result);
    }
  }

  bool Borrows(const ir::Terminator& t, ValueId id) const {
    for (size_t i = 0; i < t.operands.size(); ++i) {
      if (t.operands[i] == id && !Consumes(convention_, t, i)) return true;
    }
    return false;
  }

  void PlaceTerminator(const ir::Block& block, const Set& live, BlockCounting& out) const {
    const ir::Terminator& t = block.terminator;
    out.terminator.owned = Elements(live);
    Set moved(counted_.size());
    for (size_t i = 0; i < t.operands.size(); ++i) {
      const ValueId id = t.operands[i];
      if (!Consumes(convention_, t, i) || !ir::IsCounted(f_.values[id.value()].type)) continue;
      // The first mention gives the frame's own reference away, unless the callee borrows it as well.
      if (!IsCounted(id) || Has(moved, id) || Borrows(t, id))
        out.terminator.retains.push_back(id);
      else
        Add(moved, id);
    }
    out.terminator.moved = Elements(moved);
    if (t.edges.empty()) {
      for (ValueId id : out.terminator.owned) {
        if (!Has(moved, id)) out.terminator.releases.push_back(id);
      }
    }
    for (const ir::Edge& edge : t.edges) out.edges.push_back(PlaceEdge(edge, live));
  }

  EdgeCounting PlaceEdge(const ir::Edge& edge, const Set& live) const {
    EdgeCounting out;
    const Set& target = live_in_[edge.target.value()];
    Set passed(counted_.size());
    for (ValueId id : edge.arguments) {
      if (!IsCounted(id)) continue;
      if (Has(target, id) || Has(passed, id)) out.retains.push_back(id);
      Add(passed, id);
    }
    for (ValueId id : Elements(live)) {
      if (!Has(target, id) && !Has(passed, id)) out.releases.push_back(id);
    }
    return out;
  }

  const ir::Function& f_;
  const Convention& convention_;
  const ir::Dominators dominators_;
  std::vector<bool> lent_;
  std::vector<int32_t> number_;
  std::vector<ValueId> counted_;
  std::vector<Set> live_in_;
  mutable KeptValues kept_values_;
};

}  // namespace

std::vector<GivenArgument> ArgumentsGiven(const ir::Function& function, uint32_t index,
                                          const Convention& convention) {
  return Placer(function, index, convention).ArgumentsGiven();
}

std::vector<bool> KeptByCalls(const ir::Function& function) {
  std::vector<bool> bits;
  KeptValues kept(function);
  for (const ir::Block& block : function.blocks) {
    for (const ir::Instruction& i : block.instructions) {
      const ir::ValueSet* values = kept.Of(i);
      if (values == nullptr) continue;
      for (const ir::FrameState::Live& live : function.frame_states[*i.frame_state].live)
        bits.push_back((*values)[live.generic.value()]);
    }
  }
  return bits;
}

Convention ChooseConvention(const ir::TypedModule& module) {
  // From all borrowed downwards: what is taken away in one round may take away more in the next.
  Convention convention;
  for (const auto& f : module.functions)
    convention.borrowed.emplace_back(f->blocks[0].parameters.size(), true);
  convention.borrowed[0].assign(convention.borrowed[0].size(), false);
  bool changed = true;
  const auto own = [&](uint32_t function, size_t parameter) {
    if (!convention.borrowed[function][parameter]) return;
    convention.borrowed[function][parameter] = false;
    changed = true;
  };
  while (changed) {
    changed = false;
    for (uint32_t i = 0; i < module.functions.size(); ++i) {
      const std::vector<bool> consumed = ConsumedParameters(*module.functions[i], convention);
      for (size_t n = 0; n < consumed.size(); ++n) {
        if (consumed[n]) own(i, n);
      }
      for (const GivenArgument& a : ArgumentsGiven(*module.functions[i], i, convention))
        own(a.callee, a.parameter);
    }
  }
  return convention;
}

Ownership PlaceCounts(const ir::Function& function, uint32_t index, const Convention& convention) {
  return Placer(function, index, convention).Run();
}

}  // namespace fora::codegen
