#include "compiler/codegen/ownership.h"

#include <algorithm>
#include <array>
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
      {Op::kListConcat, Taken::kFirst}, {Op::kListAppend, Taken::kAll},   {Op::kListSet, Taken::kAll},
      {Op::kListErase, Taken::kAll},    {Op::kListStoreAt, Taken::kAll},  {Op::kListAppendAt, Taken::kAll},
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

// Whether the operator's result is a reference that its first operand holds as it is.
bool ReadsHeld(const ir::Function& f, const ir::Instruction& i) {
  if (!i.result || i.operands.empty()) return false;
  const ir::Type* result = f.values[i.result->value()].type;
  if (i.op == Op::kExtract) return ir::IsCounted(result);
  return i.op == Op::kListItem && f.values[i.operands[0].value()].type->parts[0] == result &&
         (result->Is(ir::TypeKind::kList) || result->Is(ir::TypeKind::kStr));
}

// Finds the lent values: those that only instructions of their own block look at, the last of them while what
// the value was read from is still held.
class LentFinder {
 public:
  // borrowed: by value, what the caller holds until the function returns.
  LentFinder(const ir::Function& f, const Convention& convention, const std::vector<bool>& borrowed)
      : f_(f), convention_(convention), borrowed_(borrowed), lent_(f.values.size()) {}

  std::vector<bool> Run() {
    std::vector<bool> reading(f_.blocks.size());
    for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
      for (const ir::Instruction& i : f_.blocks[b].instructions) {
        if (!ReadsHeld(f_, i)) continue;
        reading[b] = true;
        read_in_[i.result->value()] = b;
      }
    }
    if (read_in_.empty()) return std::move(lent_);
    FindNamedElsewhere();
    for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
      if (reading[b]) FindIn(f_.blocks[b]);
    }
    return std::move(lent_);
  }

 private:
  static constexpr size_t kAlways = ~size_t{0};

  // What the block does with a value, by the numbers of its instructions.
  struct Span {
    size_t looked_at_before = 0;  // every mention by an instruction stands before this one
    size_t held_before = 0;       // as an operand: if the frame owns the value, it does so up to this one
    bool only_looked_at = true;
  };

  // An exit in another block would hand the value over.
  void FindNamedElsewhere() {
    for (uint32_t b = 0; b < f_.blocks.size(); ++b) {
      const auto look = [&](const std::optional<uint32_t>& state) {
        if (!state) return;
        for (const ir::FrameState::Live& live : f_.frame_states[*state].live) {
          const auto read = read_in_.find(live.typed.value());
          if (read != read_in_.end() && read->second != b) named_elsewhere_.insert(live.typed.value());
        }
      };
      for (const ir::Instruction& i : f_.blocks[b].instructions) look(i.frame_state);
      look(f_.blocks[b].terminator.frame_state);
    }
  }

  void FindIn(const ir::Block& block) {
    spans_.clear();
    for (size_t n = 0; n < block.instructions.size(); ++n) AddMentions(block.instructions[n], n);
    AddMentions(block.terminator, block.instructions.size());
    for (const ir::Instruction& i : block.instructions) {
      if (!ReadsHeld(f_, i)) continue;
      const uint32_t id = i.result->value();
      const size_t held_before = HeldBefore(i.operands[0], block);
      const auto span = spans_.find(id);
      if (span == spans_.end() || !span->second.only_looked_at || named_elsewhere_.contains(id) ||
          LivesAfter(*i.result, block) || span->second.looked_at_before > held_before)
        continue;
      lent_[id] = true;
      span->second.held_before = held_before;
    }
  }

  void AddMentions(const ir::Instruction& i, size_t n) {
    for (size_t k = 0; k < i.operands.size(); ++k) {
      Span& span = spans_[i.operands[k].value()];
      span.looked_at_before = n + 1;
      if (span.held_before <= n) span.held_before = n + 1;
      if (!Consumes(convention_, i, k)) continue;
      span.only_looked_at = false;
      consumed_.push_back(i.operands[k]);
    }
    // Gone with this instruction, unless a later one mentions it.
    for (ValueId id : consumed_) spans_[id.value()].held_before = n;
    consumed_.clear();
    if (i.frame_state) AddMentions(*i.frame_state, n);
  }

  void AddMentions(const ir::Terminator& t, size_t n) {
    const auto handed_on = [&](ValueId id) {
      Span& span = spans_[id.value()];
      span.held_before = n;
      span.only_looked_at = false;
    };
    for (ValueId id : t.operands) handed_on(id);
    for (const ir::Edge& edge : t.edges)
      std::for_each(edge.arguments.begin(), edge.arguments.end(), handed_on);
    if (t.frame_state) AddMentions(*t.frame_state, n);
  }

  void AddMentions(uint32_t state, size_t n) {
    for (const ir::FrameState::Live& live : f_.frame_states[state].live)
      spans_[live.typed.value()].looked_at_before = n + 1;
  }

  size_t HeldBefore(ValueId id, const ir::Block& block) {
    if (borrowed_[id.value()]) return kAlways;
    if (!lent_[id.value()] && LivesAfter(id, block)) return kAlways;
    return spans_[id.value()].held_before;
  }

  // As an operand; frame states alone keep nothing.
  bool LivesAfter(ValueId id, const ir::Block& block) {
    if (!liveness_) liveness_ = ir::ComputeLiveness(f_);
    return std::any_of(block.terminator.edges.begin(), block.terminator.edges.end(),
                       [&](const ir::Edge& edge) {
                         const auto& parameters = f_.blocks[edge.target.value()].parameters;
                         return liveness_->live_in[edge.target.value()][id.value()] &&
                                std::find(parameters.begin(), parameters.end(), id) == parameters.end();
                       });
  }

  const ir::Function& f_;
  const Convention& convention_;
  const std::vector<bool>& borrowed_;
  std::vector<bool> lent_;
  std::unordered_map<uint32_t, uint32_t> read_in_;  // by what is read: the block
  std::unordered_set<uint32_t> named_elsewhere_;
  std::unordered_map<uint32_t, Span> spans_;  // of one block
  std::vector<ValueId> consumed_;             // by one instruction
  std::optional<ir::Liveness> liveness_;      // made when first asked for
};

class Placer {
 public:
  Placer(const ir::Function& function, uint32_t index, const Convention& convention)
      : f_(function),
        convention_(convention),
        dominators_(function),
        number_(function.values.size(), -1),
        kept_values_(function) {
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
    lent_ = LentFinder(function, convention, not_owned).Run();
    for (size_t id = 0; id < lent_.size(); ++id) not_owned[id] = not_owned[id] || lent_[id];
    for (uint32_t id = 0; id < f_.values.size(); ++id) {
      const ir::Type* type = f_.values[id].type;
      if (type == nullptr || not_owned[id] || !ir::IsCounted(type)) continue;
      number_[id] = static_cast<int32_t>(counted_.size());
      counted_.emplace_back(id);
    }
  }

  std::vector<GivenArgument> ArgumentsGiven() {
    std::vector<GivenArgument> given;
    if (counted_.empty()) return given;
    Liveness();
    for (ir::BlockId block : dominators_.reverse_postorder()) AddGiven(block.value(), given);
    return given;
  }

  Ownership Run() {
    Ownership result;
    result.blocks.resize(f_.blocks.size());
    Liveness();
    for (ir::BlockId block : dominators_.reverse_postorder())
      PlaceBlock(block.value(), result.blocks[block.value()]);
    return result;
  }

 private:
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
    std::map<uint32_t, std::pair<int, bool>> uses;  // counted operand: times consumed, also borrowed
    for (size_t i = 0; i < instruction.operands.size(); ++i) {
      ValueId id = instruction.operands[i];
      const bool consumes = Consumes(convention_, instruction, i);
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
    out.lends = instruction.result && lent_[instruction.result->value()];
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
