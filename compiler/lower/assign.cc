// Assignments. Changing an object that a local variable names is assigning the variable the changed object:
// that is how an unaliased object is changed in place. Elsewhere the operator finds the object shared and
// refuses.
#include <algorithm>
#include <utility>
#include <vector>

#include "compiler/lower/function_lowering.h"

namespace fora::lower {

using ir::Op;

FunctionLowering::Place FunctionLowering::LowerPlace(const ast::Expression& object) {
  if (const ast::Variable* local = PlainLocal(object)) {
    const ValueId value = Lower(object);
    return {value, local, value, assignments_[local], changes_[local].size()};
  }
  if (const auto* item = object.as<ast::Subscript>();
      item != nullptr && item->index->as<ast::Slice>() == nullptr) {
    Place place = LowerPlace(*item->value);
    const ValueId index = Lower(*item->index);
    place.object = Emit(Op::kGetItem, {place.object, index}, object.span);
    place.way += "[]";
    ++place.depth;
    place.indices.push_back(index);
    return place;
  }
  if (const auto* attribute = object.as<ast::Attribute>()) {
    Place place = LowerPlace(*attribute->value);
    place.object =
        EmitNamed(Op::kGetAttr, {place.object}, attribute->name, AttributeSpan(object.span, attribute->name));
    place.way += "." + attribute->name;
    ++place.depth;
    return place;
  }
  return {Lower(object)};
}

bool FunctionLowering::HasSameWay(const Place& place) {
  const std::vector<size_t>& changes = changes_[place.root];
  return std::all_of(changes.begin() + static_cast<ptrdiff_t>(place.changes), changes.end(),
                     [&](size_t depth) { return depth >= place.depth; });
}

void FunctionLowering::Change(const Place& place, ir::Instruction change, Op change_at,
                              const std::string& last) {
  // The variable may have another value by now: then nothing is assigned.
  const ast::Variable* root = place.root;
  if (root != nullptr && assignments_[root] != place.assigned) root = nullptr;
  if (root == nullptr || place.way.empty()) {
    // The same object, if its operands have changed it meanwhile.
    change.operands.insert(change.operands.begin(), root == nullptr ? place.object : ReadRaw(*root));
  } else {
    // A change that the operands have made further inside leaves the way as it was; another one must not have
    // been possible, so the root stays in use.
    change.op = change_at;
    change.name = place.way + last;
    change.operands.insert(change.operands.begin(), place.indices.begin(), place.indices.end());
    change.operands.insert(change.operands.begin(), HasSameWay(place) ? ReadRaw(*root) : place.root_value);
  }
  const ValueId changed = builder_.Emit(std::move(change));
  if (root == nullptr) return;
  changes_[root].push_back(place.depth);
  WriteVariable(*root, changed);
}

void FunctionLowering::StoreItem(const Place& place, ValueId index, ValueId value, const Span& span) {
  ir::Instruction store;
  store.op = Op::kSetItem;
  store.operands = {index, value};
  store.site = Site(span);
  Change(place, std::move(store), Op::kStoreAt, "[]");
}

void FunctionLowering::StoreAttribute(const Place& place, const ast::Attribute& target, ValueId value,
                                      const Span& span) {
  ir::Instruction store;
  store.op = Op::kSetAttr;
  store.operands = {value};
  store.name = target.name;
  store.site = Site(AttributeSpan(span, target.name));
  Change(place, std::move(store), Op::kStoreAt, "." + target.name);
}

void FunctionLowering::AssignTo(const ast::Expression& target, ValueId value) {
  if (const auto* name = target.as<ast::Name>()) {
    if (name->variable == nullptr) {
      EmitUnsupported("assignment to '" + name->id + "' is not supported here", target.span);
    } else if (GivesSelf() && name->variable == function_->parameters[0].variable) {
      EmitUnsupported(
          "assignment to the first parameter of __init__ or of a property's setter is not supported",
          target.span);
    } else {
      ++assignments_[name->variable];
      WriteVariable(*name->variable, value);
    }
  } else if (const auto* attribute = target.as<ast::Attribute>()) {
    StoreAttribute(LowerPlace(*attribute->value), *attribute, value, target.span);
  } else if (const auto* item = target.as<ast::Subscript>()) {
    const Place place = LowerPlace(*item->value);
    StoreItem(place, Lower(*item->index), value, target.span);
  } else if (const auto* sequence = target.as<ast::Sequence>()) {
    AssignSequence(*sequence, value, target.span);
  } else if (const auto* unsupported = target.as<ast::Unsupported>()) {
    EmitUnsupported(unsupported->message, target.span);
  } else {
    EmitUnsupported("this target of an assignment is not supported", target.span);
  }
}

// As many values as targets, none starred: nobody could tell the tuple from its items. False, with nothing
// done, if not so.
bool FunctionLowering::AssignEach(const ast::Expression& target, const ast::Expression& value) {
  const auto* targets = target.as<ast::Sequence>();
  const auto* values = value.as<ast::Sequence>();
  if (targets == nullptr || values == nullptr || targets->items.size() != values->items.size()) return false;
  const auto starred = [](const ast::ExpressionPtr& item) { return item->as<ast::Starred>() != nullptr; };
  if (std::any_of(targets->items.begin(), targets->items.end(), starred) ||
      std::any_of(values->items.begin(), values->items.end(), starred)) {
    return false;
  }
  std::vector<ValueId> lowered;
  for (const ast::ExpressionPtr& item : values->items) lowered.push_back(Lower(*item));
  for (size_t i = 0; i < lowered.size(); ++i) AssignTo(*targets->items[i], lowered[i]);
  return true;
}

void FunctionLowering::AssignSequence(const ast::Sequence& targets, ValueId value, const Span& span) {
  ir::Instruction unpack;
  unpack.op = Op::kUnpack;
  unpack.unpack = {static_cast<uint32_t>(targets.items.size()), 0, false};
  for (size_t i = 0; i < targets.items.size(); ++i) {
    if (targets.items[i]->as<ast::Starred>() == nullptr) continue;
    unpack.unpack = {static_cast<uint32_t>(i), static_cast<uint32_t>(targets.items.size() - i - 1), true};
  }
  unpack.operands = {value};
  unpack.site = Site(span);
  ValueId items = builder_.Emit(std::move(unpack));
  // All items are taken before any is assigned, so that no target finds its value shared with the tuple of
  // them.
  std::vector<ValueId> values;
  for (size_t i = 0; i < targets.items.size(); ++i) {
    ir::Instruction item;
    item.op = Op::kTupleItem;
    item.index = static_cast<int64_t>(i);
    item.operands = {items};
    values.push_back(builder_.Emit(std::move(item)));
  }
  for (size_t i = 0; i < targets.items.size(); ++i) {
    const auto* starred = targets.items[i]->as<ast::Starred>();
    AssignTo(starred != nullptr ? *starred->value : *targets.items[i], values[i]);
  }
}

ir::ValueId FunctionLowering::Inplace(BinaryOp op, ValueId value, ValueId operand, const Span& span) {
  ir::Instruction inplace;
  inplace.op = Op::kInplace;
  inplace.binary = op;
  inplace.operands = {value, operand};
  inplace.site = Site(span);
  return builder_.Emit(std::move(inplace));
}

namespace {

bool MakesList(const ast::Expression& expression) {
  if (const auto* display = expression.as<ast::Sequence>()) return !display->is_tuple;
  if (const auto* either = expression.as<ast::Conditional>())
    return MakesList(*either->then) && MakesList(*either->otherwise);
  if (const auto* binary = expression.as<ast::Binary>())
    return MakesList(*binary->left) || MakesList(*binary->right);
  const auto* comprehension = expression.as<ast::Comprehension>();
  return comprehension != nullptr && comprehension->is_list;
}

// What no list can be extended by.
bool IsNumber(const ast::Expression& expression) {
  const auto* constant = expression.as<ast::Constant>();
  return constant != nullptr && (std::holds_alternative<int64_t>(constant->value) ||
                                 std::holds_alternative<double>(constant->value));
}

}  // namespace

// `v[i] += [x]`: what the place holds is as good as certainly a list, which is to be changed where it is. One
// operator does it: a list that has been read from its place is not the place's alone.
bool FunctionLowering::ExtendPlace(const ast::AugmentedAssign& s, const Span& span) {
  if (s.op != BinaryOp::kAdd || !MakesList(*s.value) || !IsPlaceOfLocal(*s.target)) return false;
  const Place place = LowerPlace(*s.target);
  ExtendAt(place, Lower(*s.value), span);
  return true;
}

void FunctionLowering::ExtendAt(const Place& target, ValueId operand, const Span& span) {
  ir::Instruction extend;
  extend.op = Op::kMethodUpdate;
  extend.name = "__iadd__";
  extend.operands = {operand};
  extend.site = Site(span);
  Change(target, std::move(extend), Op::kUpdateAt, ".__iadd__");
}

bool FunctionLowering::IsPlaceOfLocal(const ast::Expression& object) const {
  if (const auto* item = object.as<ast::Subscript>())
    return item->index->as<ast::Slice>() == nullptr && IsPlaceOfLocal(*item->value);
  if (const auto* attribute = object.as<ast::Attribute>()) return IsPlaceOfLocal(*attribute->value);
  return PlainLocal(object) != nullptr;
}

void FunctionLowering::LowerStatement(const ast::AugmentedAssign& s, const Span& span) {
  if (s.target->as<ast::Name>() == nullptr && ExtendPlace(s, span)) return;
  if (const auto* attribute = s.target->as<ast::Attribute>()) return AugmentAttribute(s, *attribute, span);
  if (const auto* item = s.target->as<ast::Subscript>()) return AugmentItem(s, *item, span);
  ValueId value = Lower(*s.target);
  ValueId operand = Lower(*s.value);
  AssignTo(*s.target, Inplace(s.op, value, operand, span));
}

void FunctionLowering::AugmentAttribute(const ast::AugmentedAssign& s, const ast::Attribute& target,
                                        const Span& span) {
  const Place place = LowerPlace(*target.value);
  ValueId value =
      EmitNamed(Op::kGetAttr, {place.object}, target.name, AttributeSpan(s.target->span, target.name));
  Place whole = place;
  whole.object = value;
  whole.way += "." + target.name;
  ++whole.depth;
  AugmentPlace(s, std::move(whole), value, span,
               [&](ValueId changed) { StoreAttribute(place, target, changed, s.target->span); });
}

void FunctionLowering::AugmentItem(const ast::AugmentedAssign& s, const ast::Subscript& target,
                                   const Span& span) {
  const Place place = LowerPlace(*target.value);
  ValueId index = Lower(*target.index);
  ValueId value = Emit(Op::kGetItem, {place.object, index}, s.target->span);
  Place whole = place;
  whole.object = value;
  whole.way += "[]";
  ++whole.depth;
  whole.indices.push_back(index);
  AugmentPlace(s, std::move(whole), value, span,
               [&](ValueId changed) { StoreItem(place, index, changed, s.target->span); });
}

void FunctionLowering::AugmentPlace(const ast::AugmentedAssign& s, Place target, ValueId value,
                                    const Span& span, const std::function<void(ValueId)>& store) {
  const ValueId operand = Lower(*s.value);
  if (s.op != BinaryOp::kAdd || IsNumber(*s.value) || !IsPlaceOfLocal(*s.target) || !HasSameWay(target))
    return store(Inplace(s.op, value, operand, span));
  const BlockId list = builder_.NewBlock(), other = builder_.NewBlock(), end = builder_.NewBlock();
  builder_.Branch(Emit(Op::kIsList, {value}, span), list, other);
  builder_.Seal(list);
  builder_.SwitchTo(list);
  ExtendAt(target, operand, span);
  builder_.Jump(end);
  builder_.Seal(other);
  builder_.SwitchTo(other);
  store(Inplace(s.op, value, operand, span));
  builder_.Jump(end);
  builder_.Seal(end);
  builder_.SwitchTo(end);
}

}  // namespace fora::lower
