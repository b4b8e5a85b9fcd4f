#include "compiler/infer/emitter.h"

#include <algorithm>
#include <bit>

#include "runtime/base/check.h"

namespace fora::infer {
namespace {

using ir::Op;
using ir::TerminatorKind;
using ir::Type;
using ir::TypeKind;

// After so many passes a type that grows again becomes Any; after twice as many, every type does.
constexpr int kPassesMax = 40;

}  // namespace

Emitter::Emitter(Specializer& specializer, Specialization& specialization)
    : specializer_(specializer),
      spec_(specialization),
      module_(specializer.module()),
      types_(specializer.types()),
      generic_(*specialization.function),
      facts_(specializer.FactsOf(*specialization.function)) {}

std::unique_ptr<ir::Function> Emitter::Emit() {
  while (Pass()) ++passes_;
  return std::move(typed_);
}

bool Emitter::Pass() {
  grown_ = false;
  typed_ = std::make_unique<ir::Function>();
  typed_->name_ = generic_.name_;
  typed_->qualname_ = generic_.qualname_;
  typed_->module = generic_.module;
  typed_->span = generic_.span;
  typed_->is_element = generic_.is_element;
  typed_->generic = &generic_;
  typed_->entry_block = spec_.entry_block;
  typed_->entry_values = spec_.entry_values;
  typed_blocks_.clear();
  facts_of_.clear();
  slices_.clear();
  begun_.assign(generic_.blocks.size(), false);

  // The entry: frame state 0, then on to the generic block.
  current_ = NewBlock();
  ended_ = false;
  environment_.clear();
  generic_block_ = spec_.entry_block;
  generic_index_ = 0;
  instruction_ = nullptr;
  frame_state_.reset();
  ir::FrameState entry{spec_.entry_block, 0, {}};
  for (size_t i = 0; i < spec_.entry_values.size(); ++i) {
    const Typed parameter{NewValue(spec_.entry_types[i]), spec_.entry_types[i], {}};
    typed_->values[parameter.id.value()].name = generic_.values[spec_.entry_values[i].value()].name;
    current().parameters.push_back(parameter.id);
    environment_[spec_.entry_values[i].value()] = parameter;
    entry.live.push_back({spec_.entry_values[i], parameter.id});
  }
  typed_->frame_states.push_back(std::move(entry));
  ir::Edge edge{spec_.entry_block, {}};
  std::vector<Typed> provided;
  for (ir::ValueId p : generic_.blocks[spec_.entry_block.value()].parameters) {
    const auto found = environment_.find(p.value());
    provided.push_back(found != environment_.end() ? found->second : Undefined(T(TypeKind::kNone)));
  }
  TakeEdge(edge, provided, nullptr, false);

  for (ir::BlockId block : facts_.OrderFrom(spec_.entry_block)) {
    if (block_types_.contains(block.value())) EmitBlock(block);
  }
  return grown_;
}

void Emitter::EmitBlock(ir::BlockId generic) {
  const ir::Block& block = generic_.blocks[generic.value()];
  generic_block_ = generic;
  begun_[generic.value()] = true;
  auto [place, is_new] = typed_blocks_.try_emplace(generic.value());
  if (is_new) place->second = NewBlock();
  current_ = place->second;
  ended_ = false;
  super_.reset();
  environment_.clear();
  const std::vector<const Type*> types = block_types_[generic.value()];
  const auto& live = facts_.live_in[generic.value()];
  for (size_t i = 0; i < live.size(); ++i) {
    const Typed parameter{NewValue(types[i]), types[i], {}};
    typed_->values[parameter.id.value()].name = generic_.values[live[i].value()].name;
    current().parameters.push_back(parameter.id);
    environment_[live[i].value()] = parameter;
  }
  for (size_t i = 0; i < block.instructions.size() && !ended_; ++i) {
    const ir::Instruction& instruction = block.instructions[i];
    generic_index_ = i;
    instruction_ = &instruction;
    site_ = instruction.site;
    frame_state_.reset();
    const Maybe result = EmitInstruction(instruction);
    if (ended_) break;
    if (!instruction.result) continue;
    FORA_CHECK(result.has_value()) << "no result for " << ir::Info(instruction.op).text;
    environment_[instruction.result->value()] = *result;
    auto& name = typed_->values[result->id.value()].name;
    if (name.empty()) name = generic_.values[instruction.result->value()].name;
  }
  if (ended_) return;
  generic_index_ = block.instructions.size();
  instruction_ = nullptr;
  site_ = block.terminator.site;
  frame_state_.reset();
  EmitTerminator(block.terminator);
}

void Emitter::EmitTerminator(const ir::Terminator& terminator) {
  switch (terminator.kind) {
    case TerminatorKind::kJump: TakeEdge(terminator.edges[0], {}, nullptr, false); return;
    case TerminatorKind::kBranch: {
      const Typed condition = Get(terminator.operands[0]);
      if (condition.known) {
        TakeEdge(terminator.edges[*condition.known != 0 ? 0 : 1], {}, nullptr, false);
        return;
      }
      if (!condition.type->Is(TypeKind::kBool)) {
        Exit();
        return;
      }
      const auto fact = facts_of_.find(condition.id.value());
      const Fact* known = fact == facts_of_.end() ? nullptr : &fact->second;
      const ir::BlockId arms[2] = {NewBlock(), NewBlock()};
      const auto environment = environment_;
      BranchTo(condition, arms[0], arms[1]);
      for (int arm = 0; arm < 2; ++arm) {
        current_ = arms[arm];
        ended_ = false;
        environment_ = environment;
        frame_state_.reset();  // what one arm narrows is not known in the other
        TakeEdge(terminator.edges[arm], {}, known, arm == 0);
      }
      return;
    }
    case TerminatorKind::kNext: Next(terminator); return;
    case TerminatorKind::kReturn: {
      Typed value = Get(terminator.operands[0]);
      // Returns that were emitted before have to convert to the wider type too.
      if (specializer_.GrowReturnType(&spec_, value.type)) grown_ = true;
      value = Convert(value, spec_.return_type);
      current().terminator = {TerminatorKind::kReturn, site_, {value.id}, {}, false, {}};
      ended_ = true;
      return;
    }
    case TerminatorKind::kRaise:
    case TerminatorKind::kExit:
    case TerminatorKind::kTailCall:  // not in generic code
      Exit();
      return;
    case TerminatorKind::kUnreachable: Unreachable(); return;
  }
}

// ---- Blocks and edges ----

ir::BlockId Emitter::NewBlock() {
  typed_->blocks.emplace_back();
  return ir::BlockId(static_cast<uint32_t>(typed_->blocks.size() - 1));
}

ir::ValueId Emitter::NewValue(const Type* type) {
  typed_->values.push_back({type, ""});
  return ir::ValueId(static_cast<uint32_t>(typed_->values.size() - 1));
}

Typed Emitter::Append(Op op, const Type* type, std::vector<ir::ValueId> operands,
                      const std::function<void(ir::Instruction&)>& set) {
  ir::Instruction instruction;
  instruction.op = op;
  instruction.site = site_;
  instruction.result = NewValue(type);
  instruction.operands = std::move(operands);
  if (ir::Info(op).effect == ir::Effect::kMayExit || ir::Info(op).effect == ir::Effect::kMayRaise) {
    instruction.frame_state = FrameState();
  }
  if (set) set(instruction);
  current().instructions.push_back(std::move(instruction));
  return {*current().instructions.back().result, type, {}};
}

void Emitter::JumpTo(ir::BlockId target, std::vector<ir::ValueId> arguments) {
  current().terminator = {TerminatorKind::kJump, site_, {}, {{target, std::move(arguments)}}, false, {}};
  ended_ = true;
}

void Emitter::BranchTo(Typed condition, ir::BlockId if_true, ir::BlockId if_false) {
  current().terminator = {TerminatorKind::kBranch,         site_, {condition.id},
                          {{if_true, {}}, {if_false, {}}}, false, {}};
  ended_ = true;
}

std::nullopt_t Emitter::Exit() {
  if (ended_) return std::nullopt;
  current().terminator = {TerminatorKind::kExit, site_, {}, {}, false, FrameState()};
  ended_ = true;
  return std::nullopt;
}

std::nullopt_t Emitter::Unreachable() {
  if (ended_) return std::nullopt;
  current().terminator = {TerminatorKind::kUnreachable, site_, {}, {}, false, {}};
  ended_ = true;
  return std::nullopt;
}

uint32_t Emitter::FrameState() {
  if (frame_state_) return *frame_state_;
  ir::FrameState state{generic_block_, static_cast<uint32_t>(generic_index_), {}};
  for (ir::ValueId v : facts_.LiveBefore(generic_block_, generic_index_)) {
    const auto found = environment_.find(v.value());
    if (found != environment_.end()) state.live.push_back({v, found->second.id});
  }
  frame_state_ = static_cast<uint32_t>(typed_->frame_states.size());
  typed_->frame_states.push_back(std::move(state));
  return *frame_state_;
}

uint32_t Emitter::FrameStateAt(ir::BlockId block, const std::vector<ir::ValueId>& values) {
  ir::FrameState state{block, 0, {}};
  const std::vector<ir::ValueId>& live = facts_.live_in[block.value()];
  for (size_t i = 0; i < live.size(); ++i) state.live.push_back({live[i], values[i]});
  typed_->frame_states.push_back(std::move(state));
  return static_cast<uint32_t>(typed_->frame_states.size() - 1);
}

void Emitter::TakeEdge(const ir::Edge& edge, std::span<const Typed> provided, const Fact* fact, bool arm) {
  const uint32_t target = edge.target.value();
  const auto& parameters = generic_.blocks[target].parameters;
  // A test has told more about one value.
  if (fact != nullptr && environment_.contains(fact->subject.value())) {
    const auto& members = arm ? fact->if_true : fact->if_false;
    if (members.empty()) {
      Unreachable();
      return;
    }
    const Typed subject = Get(fact->subject);
    const Type* narrowed = types_.Union(members);
    if (narrowed != subject.type && subject.type->Is(TypeKind::kUnion)) {
      environment_[fact->subject.value()] = Append(Op::kNarrow, narrowed, {subject.id});
    }
  }
  std::vector<Typed> values;
  for (ir::ValueId v : facts_.live_in[target]) {
    const auto parameter = std::find(parameters.begin(), parameters.end(), v);
    const size_t position = static_cast<size_t>(parameter - parameters.begin());
    if (parameter == parameters.end()) {
      values.push_back(Get(v));
    } else if (position < provided.size()) {
      values.push_back(provided[position]);
    } else {
      values.push_back(Get(edge.arguments[position - provided.size()]));
    }
  }
  auto [state, is_new] = block_types_.try_emplace(target);
  if (is_new) {
    grown_ = true;
    for (const Typed& value : values) state->second.push_back(value.type);
  }
  for (size_t i = 0; i < values.size(); ++i) {
    const Type* joined = types_.Join(state->second[i], values[i].type);
    if (joined == state->second[i]) continue;
    state->second[i] = passes_ > kPassesMax ? T(TypeKind::kAny) : joined;
    grown_ = true;
  }
  if (passes_ > 2 * kPassesMax) {
    for (const Type*& type : state->second) {
      grown_ = grown_ || !type->Is(TypeKind::kAny);
      type = T(TypeKind::kAny);
    }
  }
  std::vector<ir::ValueId> arguments;
  for (size_t i = 0; i < values.size(); ++i) arguments.push_back(Convert(values[i], state->second[i]).id);
  auto [place, fresh] = typed_blocks_.try_emplace(target);
  if (fresh) place->second = NewBlock();
  std::optional<uint32_t> anew;
  if (begun_[target] && generic_.blocks[target].unwind) anew = FrameStateAt(edge.target, arguments);
  JumpTo(place->second, std::move(arguments));
  current().terminator.frame_state = anew;
}

// ---- Values ----

Typed Emitter::Int(int64_t value) {
  Typed constant = Append(Op::kConstant, T(TypeKind::kInt), {}, [&](ir::Instruction& i) {
    i.flag = true;
    i.index = value;
  });
  constant.known = value;
  return constant;
}

Typed Emitter::Bool(bool value) {
  Typed constant = Append(Op::kConstant, T(TypeKind::kBool), {}, [&](ir::Instruction& i) {
    i.flag = true;
    i.index = value ? 1 : 0;
  });
  constant.known = value ? 1 : 0;
  return constant;
}

Typed Emitter::Float(double value) {
  return Append(Op::kConstant, T(TypeKind::kFloat), {}, [&](ir::Instruction& i) {
    i.flag = true;
    i.index = std::bit_cast<int64_t>(value);
  });
}

Typed Emitter::Undefined(const Type* type) { return Append(Op::kUndefined, type, {}); }

Typed Emitter::Extract(Typed aggregate, size_t part) {
  const Type* type = aggregate.type->Is(TypeKind::kRange) ? T(TypeKind::kInt) : aggregate.type->parts[part];
  return Append(Op::kExtract, type, {aggregate.id},
                [&](ir::Instruction& i) { i.index = static_cast<int64_t>(part); });
}

Typed Emitter::Aggregate(Op op, const Type* type, std::vector<Typed> parts) {
  std::vector<ir::ValueId> operands;
  for (const Typed& part : parts) operands.push_back(part.id);
  return Append(op, type, std::move(operands));
}

Typed Emitter::Convert(Typed value, const Type* type) {
  if (value.type == type) return value;
  if (type->Is(TypeKind::kAny)) return Append(Op::kBox, type, {value.id});
  if (type->Is(TypeKind::kUnion)) {
    if (value.type->Is(TypeKind::kUnion)) {
      const bool wider =
          std::all_of(value.type->parts.begin(), value.type->parts.end(), [&](const Type* member) {
            return std::find(type->parts.begin(), type->parts.end(), member) != type->parts.end();
          });
      if (wider) return Append(Op::kMakeUnion, type, {value.id});
      // Some members were themselves widened by the join.
      return *Split(value, [&](Typed member) { return Maybe(Convert(member, type)); });
    }
    for (const Type* member : type->parts) {
      if (member == value.type) return Append(Op::kMakeUnion, type, {value.id});
    }
    // A member that was itself widened by the join.
    for (const Type* member : type->parts) {
      if (member->kind == value.type->kind && types_.Join(member, value.type) == member) {
        return Append(Op::kMakeUnion, type, {Convert(value, member).id});
      }
    }
  }
  if (value.type->Is(TypeKind::kList) && type->Is(TypeKind::kList))
    return Append(Op::kRetype, type, {value.id});
  const bool same_shape = value.type->kind == type->kind && value.type->parts.size() == type->parts.size();
  if (same_shape && !type->parts.empty() && !type->Is(TypeKind::kUnion)) {
    std::vector<Typed> parts;
    for (size_t i = 0; i < type->parts.size(); ++i)
      parts.push_back(Convert(Extract(value, i), type->parts[i]));
    const Op op = type->Is(TypeKind::kInstance)   ? Op::kMakeInstance
                  : type->Is(TypeKind::kFunction) ? Op::kMakeFunction
                  : type->Is(TypeKind::kBound)    ? Op::kMakeBound
                                                  : Op::kMakeTuple;
    if (op == Op::kMakeBound && type->parts[1]->parts.empty()) parts.resize(1);
    return Aggregate(op, type, std::move(parts));
  }
  // By way of Any: the value leaves if it does not fit after all.
  const Typed any = Append(Op::kBox, T(TypeKind::kAny), {value.id});
  return Append(Op::kUnbox, type, {any.id});
}

Emitter::Maybe Emitter::Runtime(const Type* result, std::vector<Typed> operands) {
  if (ended_) return std::nullopt;
  // A frame state of its own: the runtime finds the operands' types by it.
  frame_state_.reset();
  const Typed value = Aggregate(Op::kRuntime, result, std::move(operands));
  frame_state_.reset();
  return value;
}

Emitter::Maybe Emitter::Split(Typed value, const std::function<Maybe(Typed)>& arm) {
  if (ended_) return std::nullopt;
  if (!value.type->Is(TypeKind::kUnion)) return arm(value);
  struct Outcome {
    ir::BlockId block;
    Typed value;
  };
  std::vector<Outcome> outcomes;
  const size_t members = value.type->parts.size();
  for (size_t m = 0; m < members; ++m) {
    ir::BlockId otherwise{0};
    if (m + 1 < members) {
      const Typed is_member = Append(Op::kIsMember, T(TypeKind::kBool), {value.id},
                                     [&](ir::Instruction& i) { i.index = static_cast<int64_t>(m); });
      const ir::BlockId here = NewBlock();
      otherwise = NewBlock();
      BranchTo(is_member, here, otherwise);
      current_ = here;
      ended_ = false;
    }
    const Typed member = Append(Op::kNarrow, value.type->parts[m], {value.id});
    const Maybe result = arm(member);
    if (result && !ended_) outcomes.push_back({current_, *result});
    if (m + 1 < members) {
      current_ = otherwise;
      ended_ = false;
    }
  }
  if (outcomes.empty()) {
    ended_ = true;
    return std::nullopt;
  }
  const Type* type = T(TypeKind::kBottom);
  bool all_known = true;
  for (const Outcome& outcome : outcomes) {
    type = types_.Join(type, outcome.value.type);
    all_known = all_known && outcome.value.known && outcome.value.known == outcomes[0].value.known;
  }
  const ir::BlockId join = NewBlock();
  for (Outcome& outcome : outcomes) {
    current_ = outcome.block;
    ended_ = false;
    JumpTo(join, {Convert(outcome.value, type).id});
  }
  current_ = join;
  ended_ = false;
  Typed joined{NewValue(type), type, {}};
  if (all_known) joined.known = outcomes[0].value.known;
  current().parameters.push_back(joined.id);
  return joined;
}

Emitter::Maybe Emitter::Split2(Typed a, Typed b, const std::function<Maybe(Typed, Typed)>& arm) {
  return Split(
      a, [&](Typed member_a) { return Split(b, [&](Typed member_b) { return arm(member_a, member_b); }); });
}

// ---- Instructions ----

Emitter::Maybe Emitter::EmitInstruction(const ir::Instruction& i) {
  const auto operand = [&](size_t n) { return Get(i.operands[n]); };
  const auto operands_from = [&](size_t n) {
    std::vector<Typed> values;
    for (; n < i.operands.size(); ++n) values.push_back(operand(n));
    return values;
  };
  switch (i.op) {
    case Op::kConstant: return Constant(module_.constants[i.index], i.index, false);
    case Op::kGlobal: return Constant(module_.globals[i.index], i.index, true);
    case Op::kUnboundValue: return Undefined(T(TypeKind::kUnbound));
    case Op::kCheckBound:
      return Split(operand(0), [&](Typed v) -> Maybe {
        if (v.type->Is(TypeKind::kAny)) return Runtime(v.type, {v});
        return v.type->Is(TypeKind::kUnbound) ? Exit() : Maybe(v);
      });
    case Op::kNameError:
    case Op::kUnsupported: return Exit();
    case Op::kBinary:
      return Split2(operand(0), operand(1), [&](Typed a, Typed b) { return Binary(i.binary, a, b); });
    case Op::kInplace: return Inplace(i.binary, operand(0), operand(1));
    case Op::kUnary: return Split(operand(0), [&](Typed a) { return Unary(i.unary, a); });
    case Op::kCompare: return Compare(i.compare, operand(0), operand(1));
    case Op::kTruth: {
      const Typed value = operand(0);
      Maybe truth = Split(value, [&](Typed a) { return Truth(a); });
      if (!truth) return truth;
      // Tested members that can only be false, as None, are not there when the test succeeds.
      if (value.type->Is(TypeKind::kUnion) && !truth->known) {
        Fact fact{i.operands[0], {}, {}};
        for (const Type* member : value.type->parts) {
          const bool never = member->Is(TypeKind::kNone);
          const bool always = member->Is(TypeKind::kFunction) || member->Is(TypeKind::kClass);
          if (!never) fact.if_true.push_back(member);
          if (!always) fact.if_false.push_back(member);
        }
        facts_of_[truth->id.value()] = fact;
      }
      return truth;
    }
    case Op::kIsList: return IsList(i);
    case Op::kCall: return Call(i);
    case Op::kGetAttr:
      if (super_ && super_->result == i.operands[0]) return SuperAttr(i.name);
      return Split(operand(0), [&](Typed object) { return GetAttr(object, i.name); });
    case Op::kSetAttr: return SetAttr(operand(0), i.name, operand(1));
    case Op::kGetItem:
      return Split2(operand(0), operand(1),
                    [&](Typed object, Typed index) { return GetItem(object, index); });
    case Op::kSetItem: return SetItem(operand(0), operand(1), operand(2));
    case Op::kMethodUpdate: return MethodUpdate(i);
    case Op::kPopped: return Popped(i);
    case Op::kStoreAt: return StoreAt(i);
    case Op::kUpdateAt: return UpdateAt(i);
    case Op::kTuple: {
      std::vector<const Type*> types;
      uint32_t slots = 0;
      for (const Typed& item : operands_from(0)) {
        types.push_back(item.type);
        slots += item.type->slots;
      }
      if (slots > kSlotsMax) return Runtime(T(TypeKind::kAny), operands_from(0));
      return Aggregate(Op::kMakeTuple, types_.Tuple(std::move(types)), operands_from(0));
    }
    case Op::kList: return MakeList(operands_from(0));
    case Op::kUnpack: return Split(operand(0), [&](Typed source) { return Unpack(i, source); });
    case Op::kTupleItem:
      if (!operand(0).type->Is(TypeKind::kTuple)) return Runtime(T(TypeKind::kAny), operands_from(0));
      return Extract(operand(0), static_cast<size_t>(i.index));
    case Op::kFunction: return MakeFunction(i);
    case Op::kGenerator: return Generator(i);
    case Op::kSkip: return Undefined(T(TypeKind::kSkip));
    case Op::kFold:  // of a function that InferFold made up
      if (const Maybe raw =
              RawFold(i.fold, operand(0), i.operands.size() > 1 ? Maybe(operand(1)) : std::nullopt))
        return raw;
      return Exit();
    case Op::kCollect: return Fold(Reducer::kCollect, operand(0), std::nullopt);
    case Op::kSuper: return Super(i, operand(0), operand(1));
    case Op::kFormat:
    case Op::kJoinStr: return Runtime(T(TypeKind::kStr), operands_from(0));
    case Op::kIter: return Iter(operand(0));
    case Op::kInitBase: return InitBase(i);
    case Op::kSlice: {
      const Maybe slice = Runtime(T(TypeKind::kAny), operands_from(0));
      slices_.insert(slice->id.value());
      return slice;
    }
    case Op::kListExtend:
    case Op::kListToTuple:
    case Op::kClass:
    case Op::kMakeCell:
    case Op::kGetCell:
    case Op::kSetCell:
    case Op::kExcMatch:
      if (!i.result) return Exit();
      return Runtime(T(TypeKind::kAny), operands_from(0));
    default: FORA_UNREACHABLE() << "typed operator in generic code: " << ir::Info(i.op).text;
  }
}

}  // namespace fora::infer
