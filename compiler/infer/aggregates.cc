// Constants, tuples, lists, strs and their items.
#include <algorithm>
#include <optional>

#include "compiler/infer/emitter.h"

namespace fora::infer {
namespace {

using ir::Op;
using ir::Type;
using ir::TypeKind;

bool IsIntegral(const Typed& index) {
  return index.type->Is(TypeKind::kInt) || index.type->Is(TypeKind::kBool);
}

}  // namespace

Emitter::Maybe Emitter::Materialize(const Value& value) {
  switch (value.tag()) {
    case Tag::kUnbound:
    case Tag::kNone:
    case Tag::kSkip:
    case Tag::kBuiltin:
    case Tag::kModule:
    case Tag::kClass: return Undefined(ir::TypeOf(types_, value));
    case Tag::kBool: return Bool(value.as_bool());
    case Tag::kInt: return Int(value.as_int());
    case Tag::kFloat: return Float(value.as_float());
    case Tag::kFunction: {
      const auto* function = value.as<FunctionObject>();
      const Type* type = ir::TypeOf(types_, value);
      if (!type->Is(TypeKind::kFunction)) return std::nullopt;
      std::vector<Typed> parts;
      for (const auto* list : {&function->captures, &function->defaults}) {
        for (const Value& part : *list) {
          const Maybe item = Materialize(part);
          if (!item) return std::nullopt;
          parts.push_back(*item);
        }
      }
      for (const auto& [name, part] : function->keyword_defaults) {
        const Maybe item = Materialize(part);
        if (!item) return std::nullopt;
        parts.push_back(*item);
      }
      if (parts.size() != type->parts.size()) return std::nullopt;
      return Aggregate(Op::kMakeFunction, type, std::move(parts));
    }
    case Tag::kTuple: {
      const auto* tuple = value.as<TupleObject>();
      std::vector<Typed> items;
      std::vector<const Type*> item_types;
      for (int64_t i = 0; i < tuple->size; ++i) {
        const Maybe item = Materialize(tuple->items[i]);
        if (!item) return std::nullopt;
        items.push_back(*item);
        item_types.push_back(item->type);
      }
      return Aggregate(Op::kMakeTuple, types_.Tuple(std::move(item_types)), std::move(items));
    }
    case Tag::kInstance: {
      const auto* instance = value.as<InstanceObject>();
      const Type* type = ir::TypeOf(types_, value);
      if (!type->Is(TypeKind::kInstance)) return std::nullopt;
      std::vector<Typed> fields;
      for (const Field& field : instance->fields) {
        const Maybe item = Materialize(field.value);
        if (!item) return std::nullopt;
        fields.push_back(*item);
      }
      for (size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].type != type->parts[i]) return std::nullopt;
      }
      return Aggregate(Op::kMakeInstance, type, std::move(fields));
    }
    case Tag::kNotImplemented:
    case Tag::kEllipsis:
    case Tag::kBigInt:
    case Tag::kStr:
    case Tag::kList:
    case Tag::kDict:
    case Tag::kRange:
    case Tag::kSlice:
    case Tag::kBoundMethod:
    case Tag::kIterator:
    case Tag::kCell:
    case Tag::kProperty:
    case Tag::kStaticMethod:
    case Tag::kClassMethod:
    case Tag::kSuper: return std::nullopt;
  }
  return std::nullopt;
}

Emitter::Maybe Emitter::Constant(const Value& value, int64_t index, bool global) {
  if (value.Is(Tag::kStr) && !global) {
    return Append(Op::kConstant, T(TypeKind::kStr), {}, [&](ir::Instruction& i) { i.index = index; });
  }
  // An int that does not fit 64 bits lives in the interpreter.
  if (value.Is(Tag::kBigInt)) return Exit();
  const Type* type = ir::TypeOf(types_, value);
  if (type->slots > kSlotsMax) return Runtime(T(TypeKind::kAny), {});
  if (const Maybe known = Materialize(value)) return known;
  return Runtime(type, {});
}

Emitter::Maybe Emitter::TupleItem(Typed tuple, Typed index) {
  const auto size = static_cast<int64_t>(tuple.type->parts.size());
  if (index.known) {
    const int64_t i = *index.known < 0 ? *index.known + size : *index.known;
    return i >= 0 && i < size ? Maybe(Extract(tuple, static_cast<size_t>(i))) : Exit();
  }
  if (size == 0) return Exit();
  const Type* joined = T(TypeKind::kBottom);
  for (const Type* part : tuple.type->parts) joined = types_.Join(joined, part);
  return Append(Op::kTupleIndex, joined, {tuple.id, ToInt(index).id});
}

Emitter::Maybe Emitter::GetItem(Typed object, Typed index) {
  const bool integral = IsIntegral(index);
  const bool slice = slices_.contains(index.id.value());
  switch (object.type->kind) {
    case TypeKind::kTuple:
      return integral ? TupleItem(object, index) : Runtime(T(TypeKind::kAny), {object, index});
    case TypeKind::kList:
      if (!integral) return Runtime(slice ? object.type : T(TypeKind::kAny), {object, index});
      if (object.type->parts[0]->Is(TypeKind::kBottom)) return Exit();
      return Append(Op::kListItem, object.type->parts[0], {object.id, ToInt(index).id});
    case TypeKind::kStr:
      if (!integral) return Runtime(T(TypeKind::kStr), {object, index});
      return Append(Op::kStrItem, object.type, {object.id, ToInt(index).id});
    case TypeKind::kRange:
      if (!integral) return Runtime(T(slice ? TypeKind::kRange : TypeKind::kAny), {object, index});
      return Append(Op::kRangeItem, T(TypeKind::kInt), {object.id, ToInt(index).id});
    case TypeKind::kInstance:
      if (FindMethod(object, "__getitem__") != nullptr)
        return CallInstanceMethod(object, "__getitem__", {index});
      return Exit();
    case TypeKind::kTupleN:
    case TypeKind::kAny: return Runtime(T(TypeKind::kAny), {object, index});
    case TypeKind::kNone:
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kFloat:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kBottom:
    case TypeKind::kFunction:
    case TypeKind::kBound:
    case TypeKind::kClass:
    case TypeKind::kBuiltin:
    case TypeKind::kModule:
    case TypeKind::kIterator:
    case TypeKind::kUnion: return Exit();
  }
  return Exit();
}

// The object that the operator changes is kept for a handler, so that the runtime could not change it in
// place. The interpreter lends it to the operator.
bool Emitter::HandlerReadsSubject() const {
  const std::optional<ir::Edge>& unwind = generic_.blocks[generic_block_.value()].unwind;
  if (!unwind) return false;
  const auto reads = [&](const std::vector<ir::ValueId>& values) {
    return std::find(values.begin(), values.end(), instruction_->operands[0]) != values.end();
  };
  return reads(unwind->arguments) || reads(facts_.live_in[unwind->target.value()]);
}

Emitter::Maybe Emitter::SetItem(Typed object, Typed index, Typed value) {
  const bool integral = IsIntegral(index);
  if (object.type->Is(TypeKind::kList) && integral) {
    const Type* list = types_.List(types_.Join(object.type->parts[0], value.type));
    const Typed retyped = RetypeSubject(object, list);
    return Append(Op::kListSet, list, {retyped.id, ToInt(index).id, Convert(value, list->parts[0]).id});
  }
  if (HandlerReadsSubject()) return Exit();
  return Runtime(T(TypeKind::kAny), {object, index, value});
}

Emitter::Maybe Emitter::MakeList(std::vector<Typed> items) {
  const Type* element = T(TypeKind::kBottom);
  for (const Typed& item : items) element = types_.Join(element, item.type);
  for (Typed& item : items) item = Convert(item, element);
  return Aggregate(Op::kListMake, types_.List(element), std::move(items));
}

// The list that the operator changes, as a list of a wider type. From here on this is what the generic value
// stands for, in frame states too: a second reference to the list would keep it from being changed in place.
Typed Emitter::RetypeSubject(Typed list, const Type* type) {
  if (list.type == type) return list;
  const Typed retyped = Convert(list, type);
  environment_[instruction_->operands[0].value()] = retyped;
  frame_state_.reset();
  return retyped;
}

Emitter::Maybe Emitter::ListAppend(Typed list, Typed item) {
  const Type* type = types_.List(types_.Join(list.type->parts[0], item.type));
  const Typed retyped = RetypeSubject(list, type);
  return Append(Op::kListAppend, type, {retyped.id, Convert(item, type->parts[0]).id});
}

const Type* Emitter::ListAfter(const Type* list, const std::string& method,
                               const ir::Instruction& instruction, size_t first_argument) {
  static constexpr std::string_view kKeepType[] = {"pop",  "remove",  "clear",
                                                   "sort", "reverse", "__delitem__"};
  if (std::find(std::begin(kKeepType), std::end(kKeepType), method) != std::end(kKeepType)) return list;
  const std::optional<CallArguments> arguments = GatherArguments(instruction, first_argument);
  if (!arguments || !arguments->keywords.empty()) return nullptr;
  const auto& given = arguments->positional;
  const Type* element = nullptr;
  if (method == "append" && given.size() == 1) element = given[0].type;
  if (method == "insert" && given.size() == 2) element = given[1].type;
  if ((method == "extend" || method == "__iadd__") && given.size() == 1 && IsIndexed(given[0].type))
    element = ElementType(given[0].type);
  return element == nullptr ? nullptr : types_.List(types_.Join(list->parts[0], element));
}

Emitter::Maybe Emitter::MethodUpdate(const ir::Instruction& instruction) {
  const Typed object = Get(instruction.operands[0]);
  const bool maybe_list = object.type->Is(TypeKind::kAny) || object.type->Is(TypeKind::kUnion);
  if (!object.type->Is(TypeKind::kList)) {
    if (instruction.flag && !maybe_list) return object;
    return HandlerReadsSubject() ? Exit() : RuntimeCall(T(TypeKind::kAny));
  }
  const std::optional<CallArguments> arguments = GatherArguments(instruction, 1);
  if (arguments && arguments->keywords.empty()) {
    const auto& given = arguments->positional;
    if (instruction.name == "append" && given.size() == 1) return ListAppend(object, given[0]);
    const bool plain_pop =
        instruction.name == "pop" && (given.empty() || (given.size() == 1 && IsIntegral(given[0])));
    if (plain_pop && object.type->parts[0]->Is(TypeKind::kBottom)) return Exit();
    if (plain_pop) {
      const Typed index = given.empty() ? Int(-1) : ToInt(given[0]);
      return Append(Op::kListErase, object.type, {object.id, index.id});
    }
  }
  if (HandlerReadsSubject()) return Exit();
  const Type* after = ListAfter(object.type, instruction.name, instruction, 1);
  return RuntimeCall(after != nullptr ? after : T(TypeKind::kAny));
}

Emitter::Maybe Emitter::Popped(const ir::Instruction& instruction) {
  const Typed object = Get(instruction.operands[0]);
  const std::optional<CallArguments> arguments = GatherArguments(instruction, 1);
  if (object.type->Is(TypeKind::kList) && arguments && arguments->keywords.empty()) {
    const auto& given = arguments->positional;
    if (object.type->parts[0]->Is(TypeKind::kBottom)) return Exit();
    if (given.empty() || (given.size() == 1 && IsIntegral(given[0]))) {
      const Typed index = given.empty() ? Int(-1) : ToInt(given[0]);
      return Append(Op::kListItem, object.type->parts[0], {object.id, index.id});
    }
  }
  if (object.type->Is(TypeKind::kInstance) && arguments) {
    const auto& fields = object.type->names;
    const Value* method = FindMethod(object, "pop");
    const bool plain = method != nullptr && method->Is(Tag::kFunction) &&
                       std::find(fields.begin(), fields.end(), "pop") == fields.end();
    if (!plain || GivesUnknown(instruction)) return Exit();
    if (const Maybe function = Materialize(*method)) return CallValue(Bind(object, *function), *arguments);
  }
  return RuntimeCall(T(TypeKind::kAny));
}

const Type* Emitter::WithElementAt(const Type* list, size_t depth, const Type* element) {
  if (!list->Is(TypeKind::kList)) return nullptr;
  if (depth == 0) return types_.List(types_.Join(list->parts[0], element));
  const Type* inner = WithElementAt(list->parts[0], depth - 1, element);
  return inner == nullptr ? nullptr : types_.List(inner);
}

namespace {

// How many items deep a way goes that has no attributes; none if it has.
std::optional<size_t> ItemsOnly(std::string_view way) {
  if (way.find('.') != std::string_view::npos) return std::nullopt;
  return way.size() / 2;
}

const Type* ElementAt(const Type* list, size_t depth) {
  for (; depth > 0 && list->Is(TypeKind::kList); --depth) list = list->parts[0];
  return list;
}

}  // namespace

Emitter::Maybe Emitter::StoreAt(const ir::Instruction& instruction) {
  const Typed object = Get(instruction.operands[0]), value = Get(instruction.operands.back());
  const std::optional<size_t> depth = ItemsOnly(instruction.name);
  std::vector<Typed> indices;
  for (size_t i = 1; i + 1 < instruction.operands.size(); ++i)
    indices.push_back(Get(instruction.operands[i]));
  const bool integral = std::all_of(indices.begin(), indices.end(), IsIntegral);
  const Type* type = depth && integral ? WithElementAt(object.type, *depth - 1, value.type) : nullptr;
  if (type == nullptr) {
    return HandlerReadsSubject() || object.type->Is(TypeKind::kInstance) ? Exit()
                                                                         : RuntimeCall(T(TypeKind::kAny));
  }
  std::vector<ir::ValueId> operands = {RetypeSubject(object, type).id};
  for (const Typed& index : indices) operands.push_back(ToInt(index).id);
  operands.push_back(Convert(value, ElementAt(type, *depth)).id);
  return Append(Op::kListStoreAt, type, std::move(operands));
}

Emitter::Maybe Emitter::UpdateAt(const ir::Instruction& instruction) {
  const Typed object = Get(instruction.operands[0]);
  const size_t dot = instruction.name.rfind('.');
  const std::string method = instruction.name.substr(dot + 1);
  const std::optional<size_t> depth = ItemsOnly(std::string_view(instruction.name).substr(0, dot));
  const size_t first_argument = depth ? *depth + 1 : 1;
  std::vector<Typed> indices;
  for (size_t i = 1; i < first_argument; ++i) indices.push_back(Get(instruction.operands[i]));
  if (object.type->Is(TypeKind::kInstance)) return Exit();
  const Type* place = depth && std::all_of(indices.begin(), indices.end(), IsIntegral)
                          ? ElementAt(object.type, *depth)
                          : nullptr;
  const Type* inner = nullptr;  // what is in the place afterwards
  if (place != nullptr && place->Is(TypeKind::kList))
    inner = ListAfter(place, method, instruction, first_argument);
  else if (place != nullptr && place->Is(TypeKind::kAny) && *depth > 0)
    inner = place;
  const Type* type = inner == nullptr ? nullptr : WithElementAt(object.type, *depth - 1, inner);
  if (type != nullptr && method == "append") {
    std::vector<ir::ValueId> operands = {RetypeSubject(object, type).id};
    for (const Typed& index : indices) operands.push_back(ToInt(index).id);
    operands.push_back(Convert(Get(instruction.operands.back()), ElementAt(type, *depth + 1)).id);
    return Append(Op::kListAppendAt, type, std::move(operands));
  }
  if (HandlerReadsSubject()) return Exit();
  return RuntimeCall(type != nullptr ? type : T(TypeKind::kAny));
}

Emitter::Maybe Emitter::Unpack(const ir::Instruction& instruction, Typed source) {
  if (source.type->Is(TypeKind::kTuple) && !instruction.unpack.starred) {
    return source.type->parts.size() == instruction.unpack.before ? Maybe(source) : Exit();
  }
  if (source.type->Is(TypeKind::kTuple)) {
    const size_t size = source.type->parts.size();
    const size_t before = instruction.unpack.before, after = instruction.unpack.after;
    if (size < before + after) return Exit();
    std::vector<Typed> parts, starred;
    for (size_t i = 0; i < size; ++i) {
      const Typed item = Extract(source, i);
      (i < before || i >= size - after ? parts : starred).push_back(item);
    }
    const Maybe list = MakeList(std::move(starred));
    parts.insert(parts.begin() + static_cast<ptrdiff_t>(before), *list);
    std::vector<const Type*> part_types;
    for (const Typed& part : parts) part_types.push_back(part.type);
    return Aggregate(Op::kMakeTuple, types_.Tuple(std::move(part_types)), std::move(parts));
  }
  const bool indexed = IsIndexed(source.type) && !source.type->Is(TypeKind::kIterator);
  const Type* element = indexed ? ElementType(source.type) : T(TypeKind::kAny);
  std::vector<const Type*> part_types(instruction.unpack.before, element);
  if (instruction.unpack.starred) {
    part_types.push_back(types_.List(element));
    part_types.insert(part_types.end(), instruction.unpack.after, element);
  }
  return Runtime(types_.Tuple(std::move(part_types)), {source});
}

Emitter::Maybe Emitter::IsList(const ir::Instruction& instruction) {
  const Typed value = Get(instruction.operands[0]);
  const bool is_union = value.type->Is(TypeKind::kUnion);
  Fact fact{instruction.operands[0], {}, {}};
  for (const Type* member : is_union ? value.type->parts : std::vector<const Type*>{value.type}) {
    if (member->Is(TypeKind::kList) || member->Is(TypeKind::kAny)) fact.if_true.push_back(member);
    if (!member->Is(TypeKind::kList)) fact.if_false.push_back(member);
  }
  if (fact.if_true.empty()) return Bool(false);
  if (fact.if_false.empty()) return Bool(true);
  const Maybe is_list = Split(value, [&](Typed a) -> Maybe {
    if (a.type->Is(TypeKind::kAny)) return Runtime(T(TypeKind::kBool), {a});
    return Bool(a.type->Is(TypeKind::kList));
  });
  if (is_union && is_list) facts_of_[is_list->id.value()] = fact;
  return is_list;
}

Emitter::Maybe Emitter::Length(Typed object) {
  switch (object.type->kind) {
    case TypeKind::kStr:
    case TypeKind::kList:
    case TypeKind::kTupleN: return Append(Op::kSeqLen, T(TypeKind::kInt), {object.id});
    case TypeKind::kRange: return Append(Op::kRangeLen, T(TypeKind::kInt), {object.id});
    case TypeKind::kTuple: return Int(static_cast<int64_t>(object.type->parts.size()));
    case TypeKind::kInstance:
      // The length is checked: an int, and not negative.
    case TypeKind::kAny: return RuntimeCall(T(TypeKind::kInt));
    case TypeKind::kNone:
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kFloat:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kBottom:
    case TypeKind::kFunction:
    case TypeKind::kBound:
    case TypeKind::kClass:
    case TypeKind::kBuiltin:
    case TypeKind::kModule:
    case TypeKind::kIterator:
    case TypeKind::kUnion: return Exit();
  }
  return Exit();
}

}  // namespace fora::infer
