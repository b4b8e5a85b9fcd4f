#include "compiler/ir/boxing.h"

#include <bit>
#include <utility>
#include <vector>

#include "compiler/ir/ir.h"
#include "runtime/base/check.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/no_evaluator.h"
#include "runtime/value/objects.h"

namespace fora::ir {
namespace {

Value BoxReference(uint64_t slot) {
  return slot == 0 ? Value() : Value::Adopt(reinterpret_cast<HeapObject*>(slot));
}

Value BoxAny(const uint64_t* slots) {
  const Tag tag = static_cast<Tag>(slots[0]);
  switch (tag) {
    case Tag::kUnbound: return Value();
    case Tag::kNone: return Value::None();
    case Tag::kBool: return Value::Bool(slots[1] != 0);
    case Tag::kInt: return Value::Int(static_cast<int64_t>(slots[1]));
    case Tag::kFloat: return Value::Float(std::bit_cast<double>(slots[1]));
    case Tag::kNotImplemented: return Value::NotImplemented();
    case Tag::kEllipsis: return Value::Ellipsis();
    case Tag::kSkip: return Value::Skip();
    case Tag::kBuiltin: return Value::Builtin(static_cast<uint32_t>(slots[1]));
    case Tag::kModule: return Value::Module(static_cast<uint32_t>(slots[1]));
    case Tag::kBigInt:
    case Tag::kStr:
    case Tag::kTuple:
    case Tag::kList:
    case Tag::kDict:
    case Tag::kRange:
    case Tag::kSlice:
    case Tag::kFunction:
    case Tag::kBoundMethod:
    case Tag::kClass:
    case Tag::kInstance:
    case Tag::kIterator:
    case Tag::kCell:
    case Tag::kProperty:
    case Tag::kStaticMethod:
    case Tag::kClassMethod:
    case Tag::kSuper: return BoxReference(slots[1]);
  }
  FORA_UNREACHABLE() << "tag " << slots[0];
}

std::vector<Value> BoxParts(const Type* type, const uint64_t* slots) {
  std::vector<Value> parts;
  parts.reserve(type->parts.size());
  for (const Type* part : type->parts) {
    parts.push_back(Box(part, slots));
    slots += part->slots;
  }
  return parts;
}

Value BoxRange(const uint64_t* slots) {
  auto bound = [&](int i) { return Value::Int(static_cast<int64_t>(slots[i])); };
  if (slots[2] == 0) return Value();  // no range: used up
  Result<Value> range = object_model::MakeRange(bound(0), bound(1), bound(2));
  FORA_CHECK(range.ok()) << "a range of ints";
  return std::move(*range);
}

Value BoxFunction(const Type* type, const uint64_t* slots) {
  std::vector<Value> parts = BoxParts(type, slots);
  auto* function = new FunctionObject(type->code);
  size_t next = 0;
  for (size_t i = 0; i < type->code->captures.size(); ++i)
    function->captures.push_back(std::move(parts[next++]));
  for (size_t i = 0; i < type->code->default_count; ++i)
    function->defaults.push_back(std::move(parts[next++]));
  for (const std::string& name : type->code->keyword_default_names) {
    function->keyword_defaults.emplace_back(name, std::move(parts[next++]));
  }
  FORA_CHECK(next == parts.size()) << ToString(type);
  return Value::Adopt(function);
}

Value BoxInstance(const Type* type, const uint64_t* slots) {
  std::vector<Value> parts = BoxParts(type, slots);
  auto* instance = new InstanceObject(Value::Share(const_cast<ClassObject*>(type->class_object)));
  for (size_t i = 0; i < parts.size(); ++i) instance->fields.push_back({type->names[i], std::move(parts[i])});
  return Value::Adopt(instance);
}

Value BoxTupleN(uint64_t slot) {
  if (slot == 0) return Value();
  Value list = BoxReference(slot);
  std::vector<Value> items;
  for (int64_t i = 0; i < list.as<ListObject>()->size; ++i) items.push_back(list.as<ListObject>()->At(i));
  return MakeTuple(std::move(items));
}

Value BoxSequenceIterator(Value sequence, int64_t position) {
  if (sequence.Is(Tag::kRange)) {
    // Elements are skipped by moving the start; in 128 bits, because start + position * step may be one step
    // too far.
    const auto& range = *sequence.as<RangeObject>();
    __int128 start =
        static_cast<__int128>(range.start.as_int()) + static_cast<__int128>(position) * range.step.as_int();
    bool fits = start == static_cast<int64_t>(start);
    Value moved = fits ? Value::Int(static_cast<int64_t>(start)) : range.stop;
    sequence = std::move(*object_model::MakeRange(std::move(moved), range.stop, range.step));
    position = 0;
  }
  return object_model::IteratorAt(sequence, position);
}

Value BoxIterator(const Type* type, const uint64_t* slots) {
  NoEvaluator evaluator;
  std::vector<Value> parts = BoxParts(type, slots);
  // A use of the value is over, and so are its parts.
  for (const Value& part : parts) {
    if (part.is_unbound()) return Value();
  }
  auto made = [&]() -> Result<Value> {
    switch (type->iterator_kind) {
      case IteratorKind::kSequence: return BoxSequenceIterator(std::move(parts[0]), parts[1].as_int());
      case IteratorKind::kGenerator:
        return object_model::MakeGenerator(evaluator, parts[0], std::move(parts[1]), false);
      case IteratorKind::kFlatGenerator:
        return object_model::MakeGenerator(evaluator, parts[0], std::move(parts[1]), true);
      case IteratorKind::kEnumerate:
        return object_model::MakeEnumerate(evaluator, parts[0], std::move(parts[1]));
      case IteratorKind::kZip: return object_model::MakeZip(evaluator, parts, /*strict=*/false);
      case IteratorKind::kReversed: return object_model::MakeReversed(evaluator, parts[0]);
      case IteratorKind::kMap: {
        Value function = std::move(parts[0]);
        parts.erase(parts.begin());
        return object_model::MakeMap(evaluator, std::move(function), parts);
      }
      case IteratorKind::kFilter: return object_model::MakeFilter(evaluator, std::move(parts[0]), parts[1]);
    }
    FORA_UNREACHABLE() << ToString(type);
  }();
  FORA_CHECK(made.ok()) << ToString(type);
  return std::move(*made);
}

}  // namespace

Value Box(const Type* type, const uint64_t* slots) {
  switch (type->kind) {
    case TypeKind::kBottom: return Value();
    case TypeKind::kUnbound: return Value();
    case TypeKind::kNone: return Value::None();
    case TypeKind::kSkip: return Value::Skip();
    case TypeKind::kBool: return Value::Bool(slots[0] != 0);
    case TypeKind::kInt: return Value::Int(static_cast<int64_t>(slots[0]));
    case TypeKind::kFloat: return Value::Float(std::bit_cast<double>(slots[0]));
    case TypeKind::kStr:
    case TypeKind::kList: return BoxReference(slots[0]);
    case TypeKind::kTupleN: return BoxTupleN(slots[0]);
    case TypeKind::kRange: return BoxRange(slots);
    case TypeKind::kTuple: return MakeTuple(BoxParts(type, slots));
    case TypeKind::kFunction: return BoxFunction(type, slots);
    case TypeKind::kInstance: return BoxInstance(type, slots);
    case TypeKind::kClass: return Value::Share(const_cast<ClassObject*>(type->class_object));
    case TypeKind::kBuiltin: return Value::Builtin(type->index);
    case TypeKind::kModule: return Value::Module(type->index);
    case TypeKind::kIterator: return BoxIterator(type, slots);
    case TypeKind::kAny: return BoxAny(slots);
    case TypeKind::kBound: {
      std::vector<Value> parts = BoxParts(type, slots);
      return Value::Adopt(new BoundMethodObject(std::move(parts[0]), std::move(parts[1])));
    }
    case TypeKind::kUnion:
      FORA_CHECK(slots[0] < type->parts.size()) << ToString(type);
      return Box(type->parts[slots[0]], slots + 1);
  }
  FORA_UNREACHABLE() << "type kind " << int(type->kind);
}

namespace {

// Fits: as Unbox, but borrows the value and writes slots without references of their own.
// TupleN is the exception: it makes a list, which `made` keeps until the outcome is known.
bool Fits(const Type* type, const Value& value, uint64_t* slots, std::vector<Value>& made);

bool FitParts(const Type* type, const std::vector<const Value*>& values, uint64_t* slots,
              std::vector<Value>& made) {
  if (values.size() != type->parts.size()) return false;
  for (size_t i = 0; i < values.size(); ++i) {
    if (!Fits(type->parts[i], *values[i], slots, made)) return false;
    slots += type->parts[i]->slots;
  }
  return true;
}

bool FitFunction(const Type* type, const FunctionObject& function, uint64_t* slots,
                 std::vector<Value>& made) {
  if (function.code != type->code) return false;
  std::vector<const Value*> values;
  for (const Value& v : function.captures) values.push_back(&v);
  for (const Value& v : function.defaults) values.push_back(&v);
  for (const auto& [name, v] : function.keyword_defaults) values.push_back(&v);
  return FitParts(type, values, slots, made);
}

bool FitInstance(const Type* type, const InstanceObject& instance, uint64_t* slots,
                 std::vector<Value>& made) {
  if (instance.cls() != type->class_object || instance.exception != nullptr) return false;
  if (instance.fields.size() != type->names.size()) return false;
  std::vector<const Value*> values;
  for (size_t i = 0; i < instance.fields.size(); ++i) {
    if (instance.fields[i].name != type->names[i]) return false;
    values.push_back(&instance.fields[i].value);
  }
  return FitParts(type, values, slots, made);
}

bool FitTuple(const Type* type, const TupleObject& tuple, uint64_t* slots, std::vector<Value>& made) {
  std::vector<const Value*> values;
  for (int64_t i = 0; i < tuple.size; ++i) values.push_back(&tuple.items[i]);
  return FitParts(type, values, slots, made);
}

bool FitTupleN(const TupleObject& tuple, uint64_t* slots, std::vector<Value>& made) {
  std::vector<Value> items(tuple.items, tuple.items + tuple.size);
  made.push_back(MakeList(std::move(items)));
  slots[0] = made.back().bits();
  return true;
}

bool FitRange(const RangeObject& range, uint64_t* slots) {
  const Value* const bounds[] = {&range.start, &range.stop, &range.step};
  for (int i = 0; i < 3; ++i) {
    if (!bounds[i]->Is(Tag::kInt)) return false;
    slots[i] = bounds[i]->bits();
  }
  return true;
}

bool FitUnion(const Type* type, const Value& value, uint64_t* slots, std::vector<Value>& made) {
  for (size_t member = 0; member < type->parts.size(); ++member) {
    std::fill(slots + 1, slots + type->slots, 0);
    if (!Fits(type->parts[member], value, slots + 1, made)) continue;
    slots[0] = member;
    return true;
  }
  return false;
}

bool Fits(const Type* type, const Value& value, uint64_t* slots, std::vector<Value>& made) {
  auto bits_if = [&](Tag tag) {
    if (!value.Is(tag)) return false;
    slots[0] = value.bits();
    return true;
  };
  switch (type->kind) {
    case TypeKind::kBottom: return false;
    case TypeKind::kNone: return value.is_none();
    case TypeKind::kSkip: return value.Is(Tag::kSkip);
    case TypeKind::kUnbound: return value.is_unbound();
    case TypeKind::kBool: return bits_if(Tag::kBool);
    case TypeKind::kInt: return bits_if(Tag::kInt);
    case TypeKind::kFloat: return bits_if(Tag::kFloat);
    case TypeKind::kStr: return bits_if(Tag::kStr);
    case TypeKind::kList: return bits_if(Tag::kList);
    case TypeKind::kTupleN: return value.Is(Tag::kTuple) && FitTupleN(*value.as<TupleObject>(), slots, made);
    case TypeKind::kRange: return value.Is(Tag::kRange) && FitRange(*value.as<RangeObject>(), slots);
    case TypeKind::kTuple:
      return value.Is(Tag::kTuple) && FitTuple(type, *value.as<TupleObject>(), slots, made);
    case TypeKind::kFunction:
      return value.Is(Tag::kFunction) && FitFunction(type, *value.as<FunctionObject>(), slots, made);
    case TypeKind::kInstance:
      return value.Is(Tag::kInstance) && FitInstance(type, *value.as<InstanceObject>(), slots, made);
    case TypeKind::kClass: return value.Is(Tag::kClass) && value.as<ClassObject>() == type->class_object;
    case TypeKind::kBuiltin: return value.Is(Tag::kBuiltin) && value.as_index() == type->index;
    case TypeKind::kModule: return value.Is(Tag::kModule) && value.as_index() == type->index;
    case TypeKind::kIterator: return false;
    case TypeKind::kUnion: return FitUnion(type, value, slots, made);
    case TypeKind::kBound: {
      if (!value.Is(Tag::kBoundMethod)) return false;
      const auto& bound = *value.as<BoundMethodObject>();
      return FitParts(type, {&bound.self, &bound.function}, slots, made);
    }
    case TypeKind::kAny:
      slots[0] = static_cast<uint64_t>(value.tag());
      slots[1] = value.bits();
      return true;
  }
  FORA_UNREACHABLE() << "type kind " << int(type->kind);
}

// Calls visit(HeapObject*) for each reference in the slots.
template <typename Visit>
void ForEachReference(const Type* type, const uint64_t* slots, const Visit& visit) {
  switch (type->kind) {
    case TypeKind::kStr:
    case TypeKind::kList:
    case TypeKind::kTupleN:
      if (slots[0] != 0) visit(reinterpret_cast<HeapObject*>(slots[0]));
      return;
    case TypeKind::kAny:
      if (IsHeapTag(static_cast<Tag>(slots[0])) && slots[1] != 0)
        visit(reinterpret_cast<HeapObject*>(slots[1]));
      return;
    case TypeKind::kUnion: ForEachReference(type->parts[slots[0]], slots + 1, visit); return;
    case TypeKind::kTuple:
    case TypeKind::kFunction:
    case TypeKind::kBound:
    case TypeKind::kInstance:
    case TypeKind::kIterator:
      for (const Type* part : type->parts) {
        ForEachReference(part, slots, visit);
        slots += part->slots;
      }
      return;
    case TypeKind::kBottom:
    case TypeKind::kNone:
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kFloat:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kRange:
    case TypeKind::kClass:
    case TypeKind::kBuiltin:
    case TypeKind::kModule: return;
  }
}

}  // namespace

bool Unbox(const Type* type, Value& value, uint64_t* slots) {
  std::vector<Value> made;
  if (!Fits(type, value, slots, made)) return false;
  RetainSlots(type, slots);  // lists in `made` keep the reference added here
  value = Value();
  return true;
}

void RetainSlots(const Type* type, const uint64_t* slots) {
  ForEachReference(type, slots, [](HeapObject* o) { o->ref_count.fetch_add(1, std::memory_order_relaxed); });
}

void ReleaseSlots(const Type* type, const uint64_t* slots) {
  ForEachReference(type, slots, [](HeapObject* o) { Value::Adopt(o); });
}

bool IsCounted(const Type* type) {
  if (type->Is(TypeKind::kStr) || type->Is(TypeKind::kList) || type->Is(TypeKind::kTupleN) ||
      type->Is(TypeKind::kAny))
    return true;
  if (type->Is(TypeKind::kFunction) || type->Is(TypeKind::kTuple) || type->Is(TypeKind::kInstance) ||
      type->Is(TypeKind::kBound) || type->Is(TypeKind::kIterator) || type->Is(TypeKind::kUnion)) {
    for (const Type* part : type->parts) {
      if (IsCounted(part)) return true;
    }
  }
  return false;
}

}  // namespace fora::ir
