#include "compiler/ir/type.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "compiler/ir/ir.h"
#include "compiler/ir/spelling.h"
#include "runtime/base/check.h"

namespace fora::ir {
namespace {

constexpr size_t kUnionMembersMax = 4;
constexpr uint32_t kDepthMax = 8;
// What an instance holds of its own class is a part of its type, as in Compose(Compose(f, g), h), up to so
// many; more than that are a data structure, a tree or a chain, and boxed.
constexpr size_t kNestedInstancesMax = 8;
// A list of up to so many boxed elements is looked at whole, of a longer one so many of its elements: the
// type is a guess that compiled code checks at each access anyway.
constexpr int64_t kListElementsSeen = 64;
constexpr int64_t kListSamples = 16;

uint32_t OwnSlots(const Type& type) {
  switch (type.kind) {
    case TypeKind::kBottom:
    case TypeKind::kNone:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kClass:
    case TypeKind::kBuiltin:
    case TypeKind::kModule: return 0;
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kFloat:
    case TypeKind::kStr:
    case TypeKind::kTupleN:
    case TypeKind::kList: return 1;
    case TypeKind::kRange: return 3;
    case TypeKind::kAny: return 2;
    case TypeKind::kTuple:
    case TypeKind::kFunction:
    case TypeKind::kBound:
    case TypeKind::kInstance:
    case TypeKind::kIterator: {
      uint32_t sum = 0;
      for (const Type* part : type.parts) sum += part->slots;
      return sum;
    }
    case TypeKind::kUnion: {
      uint32_t widest = 0;
      for (const Type* part : type.parts) widest = std::max(widest, part->slots);
      return 1 + widest;
    }
  }
  FORA_UNREACHABLE() << "type kind " << int(type.kind);
}

void AppendBytes(std::string& key, const void* data, size_t size) {
  key.append(static_cast<const char*>(data), size);
}

// Equal types have equal keys. Parts are interned, so that their addresses stand for them.
std::string KeyOf(const Type& type) {
  std::string key;
  key.push_back(static_cast<char>(type.kind));
  key.push_back(static_cast<char>(type.iterator_kind));
  AppendBytes(key, &type.code, sizeof type.code);
  AppendBytes(key, &type.class_object, sizeof type.class_object);
  AppendBytes(key, &type.index, sizeof type.index);
  for (const Type* part : type.parts) AppendBytes(key, &part, sizeof part);
  for (const std::string& name : type.names) {
    key += name;
    key.push_back('\0');
  }
  return key;
}

}  // namespace

struct TypeTable::Impl {
  struct Entry {
    std::unique_ptr<Type> type;
    size_t sequence;
  };
  std::unordered_map<std::string, Entry> by_key;
  std::unordered_map<const Type*, size_t>
      sequence;  // order of creation: the last resort of the canonical order

  const Type* Intern(Type type) {
    std::string key = KeyOf(type);
    if (auto found = by_key.find(key); found != by_key.end()) return found->second.type.get();
    type.slots = OwnSlots(type);
    type.depth = 0;
    for (const Type* part : type.parts) type.depth = std::max(type.depth, part->depth + 1);
    auto owned = std::make_unique<Type>(std::move(type));
    const Type* result = owned.get();
    sequence.emplace(result, sequence.size());
    by_key.emplace(std::move(key), Entry{std::move(owned), sequence.size()});
    return result;
  }

  // Never by address: the order of members decides their tags, which must not depend on the allocator.
  bool Before(const Type* a, const Type* b) const {
    if (a->kind != b->kind) return a->kind < b->kind;
    std::string text_a = ToString(a), text_b = ToString(b);
    if (text_a != text_b) return text_a < text_b;
    return sequence.at(a) < sequence.at(b);
  }
};

TypeTable::TypeTable() : impl_(std::make_unique<Impl>()) {}
TypeTable::~TypeTable() = default;

const Type* TypeTable::Of(TypeKind simple) { return impl_->Intern({.kind = simple}); }

const Type* TypeTable::Tuple(std::vector<const Type*> elements) {
  return impl_->Intern({.kind = TypeKind::kTuple, .parts = std::move(elements)});
}

const Type* TypeTable::TupleN(const Type* element) {
  return impl_->Intern({.kind = TypeKind::kTupleN, .parts = {element}});
}

const Type* TypeTable::List(const Type* element) {
  return impl_->Intern({.kind = TypeKind::kList, .parts = {element}});
}

const Type* TypeTable::FunctionType(const Function* code, std::vector<const Type*> parts) {
  return impl_->Intern({.kind = TypeKind::kFunction, .code = code, .parts = std::move(parts)});
}

const Type* TypeTable::Bound(const Type* self, const Type* function) {
  return impl_->Intern({.kind = TypeKind::kBound, .parts = {self, function}});
}

namespace {

// How many instances of the class a value of the type holds by value; no bound if some stand in a union or a
// list, because nobody knows how deep these go.
size_t InstancesIn(const Type* type, const ClassObject* c, bool in_data = false) {
  const bool is_one = type->Is(TypeKind::kInstance) && type->class_object == c;
  if (is_one && in_data) return kNestedInstancesMax + 1;
  in_data = in_data || type->Is(TypeKind::kUnion) || type->Is(TypeKind::kList) || type->Is(TypeKind::kTupleN);
  size_t count = is_one ? 1 : 0;
  for (const Type* part : type->parts) count += InstancesIn(part, c, in_data);
  return count;
}

}  // namespace

const Type* TypeTable::Instance(const ClassObject* c, std::vector<std::string> names,
                                std::vector<const Type*> fields) {
  FORA_CHECK_EQ(names.size(), fields.size());
  for (const Type*& field : fields) {
    if (InstancesIn(field, c) > kNestedInstancesMax) field = Of(TypeKind::kAny);
  }
  return impl_->Intern({.kind = TypeKind::kInstance,
                        .class_object = c,
                        .parts = std::move(fields),
                        .names = std::move(names)});
}

const Type* TypeTable::Class(const ClassObject* c) {
  return impl_->Intern({.kind = TypeKind::kClass, .class_object = c});
}

const Type* TypeTable::Builtin(uint32_t index) {
  return impl_->Intern({.kind = TypeKind::kBuiltin, .index = index});
}

const Type* TypeTable::Module(uint32_t index) {
  return impl_->Intern({.kind = TypeKind::kModule, .index = index});
}

const Type* TypeTable::Iterator(IteratorKind kind, std::vector<const Type*> parts) {
  return impl_->Intern({.kind = TypeKind::kIterator, .iterator_kind = kind, .parts = std::move(parts)});
}

namespace {

// Whether two members of a union are one kind of thing, whose parts join instead of standing side by side.
bool SameShape(const Type* a, const Type* b) {
  bool tuples = (a->Is(TypeKind::kTuple) || a->Is(TypeKind::kTupleN)) &&
                (b->Is(TypeKind::kTuple) || b->Is(TypeKind::kTupleN));
  if (tuples) return true;
  if (a->kind != b->kind) return false;
  switch (a->kind) {
    case TypeKind::kList: return true;
    case TypeKind::kInstance: return a->class_object == b->class_object && a->names == b->names;
    case TypeKind::kFunction: return a->code == b->code && a->parts.size() == b->parts.size();
    case TypeKind::kBound: return SameShape(a->parts[0], b->parts[0]) && SameShape(a->parts[1], b->parts[1]);
    case TypeKind::kIterator:
      return a->iterator_kind == b->iterator_kind && a->parts.size() == b->parts.size();
    case TypeKind::kBottom:
    case TypeKind::kNone:
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kFloat:
    case TypeKind::kStr:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kRange:
    case TypeKind::kTuple:
    case TypeKind::kTupleN:
    case TypeKind::kClass:
    case TypeKind::kBuiltin:
    case TypeKind::kModule:
    case TypeKind::kUnion:
    case TypeKind::kAny: return a == b;
  }
  FORA_UNREACHABLE() << "type kind " << int(a->kind);
}

// REQUIRES: SameShape(a, b).
const Type* Merge(TypeTable& types, const Type* a, const Type* b) {
  if (a == b) return a;
  if (a->Is(TypeKind::kTupleN) || b->Is(TypeKind::kTupleN) || a->parts.size() != b->parts.size()) {
    const Type* element = types.Of(TypeKind::kBottom);
    for (const Type* tuple : {a, b}) {
      for (const Type* part : tuple->parts) element = types.Join(element, part);
    }
    return types.TupleN(element);
  }
  std::vector<const Type*> parts;
  for (size_t i = 0; i < a->parts.size(); ++i) parts.push_back(types.Join(a->parts[i], b->parts[i]));
  if (a->Is(TypeKind::kTuple)) return types.Tuple(std::move(parts));
  if (a->Is(TypeKind::kList)) return types.List(parts[0]);
  if (a->Is(TypeKind::kInstance)) return types.Instance(a->class_object, a->names, std::move(parts));
  if (a->Is(TypeKind::kFunction)) return types.FunctionType(a->code, std::move(parts));
  if (a->Is(TypeKind::kBound)) return types.Bound(parts[0], parts[1]);
  FORA_CHECK(a->Is(TypeKind::kIterator)) << ToString(a);
  return types.Iterator(a->iterator_kind, std::move(parts));
}

}  // namespace

const Type* TypeTable::Union(std::vector<const Type*> members) {
  std::vector<const Type*> merged;
  // Merging two members may make a type that contains a union or merges with a third; members only ever
  // shrink.
  for (size_t next = 0; next < members.size(); ++next) {
    const Type* member = members[next];
    if (member->Is(TypeKind::kAny)) return member;
    if (member->Is(TypeKind::kBottom)) continue;
    if (member->Is(TypeKind::kUnion)) {
      members.insert(members.end(), member->parts.begin(), member->parts.end());
      continue;
    }
    auto same =
        std::find_if(merged.begin(), merged.end(), [&](const Type* m) { return SameShape(m, member); });
    if (same == merged.end()) {
      merged.push_back(member);
    } else {
      *same = Merge(*this, *same, member);
    }
  }
  if (merged.empty()) return Of(TypeKind::kBottom);
  if (merged.size() > kUnionMembersMax) return Of(TypeKind::kAny);
  const Type* result = merged[0];
  if (merged.size() > 1) {
    std::sort(merged.begin(), merged.end(),
              [&](const Type* a, const Type* b) { return impl_->Before(a, b); });
    result = impl_->Intern({.kind = TypeKind::kUnion, .parts = std::move(merged)});
  }
  return result->depth > kDepthMax ? Of(TypeKind::kAny) : result;
}

const Type* TypeTable::Join(const Type* a, const Type* b) { return a == b ? a : Union({a, b}); }

namespace {

std::string Parts(const Type* type) {
  std::string text = "<";
  for (size_t i = 0; i < type->parts.size(); ++i) {
    if (i > 0) text += ", ";
    text += ToString(type->parts[i]);
  }
  return text + ">";
}

std::string Fields(const Type* type) {
  std::string text = "{";
  for (size_t i = 0; i < type->parts.size(); ++i) {
    if (i > 0) text += ", ";
    text += type->names[i] + ": " + ToString(type->parts[i]);
  }
  return text + "}";
}

}  // namespace

std::string ToString(const Type* type) {
  switch (type->kind) {
    case TypeKind::kBottom: return "Bottom";
    case TypeKind::kNone: return "None";
    case TypeKind::kBool: return "Bool";
    case TypeKind::kInt: return "Int";
    case TypeKind::kFloat: return "Float";
    case TypeKind::kStr: return "Str";
    case TypeKind::kSkip: return "Skip";
    case TypeKind::kUnbound: return "Unbound";
    case TypeKind::kRange: return "Range";
    case TypeKind::kAny: return "Any";
    case TypeKind::kTuple: return "Tuple" + Parts(type);
    case TypeKind::kTupleN: return "TupleN" + Parts(type);
    case TypeKind::kList: return "List" + Parts(type);
    case TypeKind::kBound: return "Bound" + Parts(type);
    case TypeKind::kUnion: return "Union" + Parts(type);
    case TypeKind::kIterator: return std::string(Spell(kIteratorSpelling, type->iterator_kind)) + Parts(type);
    case TypeKind::kFunction:
      return "Function " + type->code->name_ + "#" + std::to_string(type->code->id.value()) + Parts(type);
    case TypeKind::kInstance: return "Instance " + type->class_object->name + Fields(type);
    case TypeKind::kClass: return "Class " + type->class_object->name;
    case TypeKind::kBuiltin: return "Builtin " + std::to_string(type->index);
    case TypeKind::kModule: return "Module " + std::to_string(type->index);
  }
  FORA_UNREACHABLE() << "type kind " << int(type->kind);
}

namespace {

const Type* TypeOfList(TypeTable& types, const ListObject& list) {
  switch (list.schema) {
    case Schema::kEmpty: return types.List(types.Of(TypeKind::kBottom));
    case Schema::kInt: return types.List(types.Of(TypeKind::kInt));
    case Schema::kFloat: return types.List(types.Of(TypeKind::kFloat));
    case Schema::kBool: return types.List(types.Of(TypeKind::kBool));
    case Schema::kBoxed: break;
  }
  const Type* element = types.Of(TypeKind::kBottom);
  const int64_t seen = list.size > kListElementsSeen ? kListSamples : list.size;
  for (int64_t i = 0; i < seen; ++i) {
    // From the first to the last.
    const int64_t at = seen == list.size ? i : i * ((list.size - 1) / (seen - 1));
    element = types.Join(element, TypeOf(types, list.boxed()[at]));
  }
  return types.List(element);
}

const Type* TypeOfFunction(TypeTable& types, const FunctionObject& function) {
  const auto* code = dynamic_cast<const Function*>(function.code);
  FORA_CHECK(code != nullptr) << function.code->name();
  std::vector<const Type*> parts;
  for (const Value& v : function.captures) parts.push_back(TypeOf(types, v));
  for (const Value& v : function.defaults) parts.push_back(TypeOf(types, v));
  for (const auto& [name, v] : function.keyword_defaults) parts.push_back(TypeOf(types, v));
  return types.FunctionType(code, std::move(parts));
}

const Type* TypeOfInstance(TypeTable& types, const InstanceObject& instance) {
  // An exception carries state (arguments, cause, traceback) that a structural type has no place for.
  if (instance.exception != nullptr) return types.Of(TypeKind::kAny);
  std::vector<std::string> names;
  std::vector<const Type*> fields;
  for (const Field& field : instance.fields) {
    names.push_back(field.name);
    fields.push_back(TypeOf(types, field.value));
  }
  return types.Instance(instance.cls(), std::move(names), std::move(fields));
}

const Type* TypeOfUnlimited(TypeTable& types, const Value& value) {
  switch (value.tag()) {
    case Tag::kUnbound: return types.Of(TypeKind::kUnbound);
    case Tag::kNone: return types.Of(TypeKind::kNone);
    case Tag::kBool: return types.Of(TypeKind::kBool);
    case Tag::kInt: return types.Of(TypeKind::kInt);
    case Tag::kFloat: return types.Of(TypeKind::kFloat);
    case Tag::kSkip: return types.Of(TypeKind::kSkip);
    case Tag::kBuiltin: return types.Builtin(value.as_index());
    case Tag::kModule: return types.Module(value.as_index());
    case Tag::kStr: return types.Of(TypeKind::kStr);
    case Tag::kClass: return types.Class(value.as<ClassObject>());
    case Tag::kList: return TypeOfList(types, *value.as<ListObject>());
    case Tag::kFunction: return TypeOfFunction(types, *value.as<FunctionObject>());
    case Tag::kInstance: return TypeOfInstance(types, *value.as<InstanceObject>());
    case Tag::kTuple: {
      const auto& tuple = *value.as<TupleObject>();
      std::vector<const Type*> elements;
      for (int64_t i = 0; i < tuple.size; ++i) elements.push_back(TypeOf(types, tuple.items[i]));
      return types.Tuple(std::move(elements));
    }
    case Tag::kRange: {
      const auto& range = *value.as<RangeObject>();
      bool fits = range.start.Is(Tag::kInt) && range.stop.Is(Tag::kInt) && range.step.Is(Tag::kInt);
      return types.Of(fits ? TypeKind::kRange : TypeKind::kAny);
    }
    case Tag::kBoundMethod: {
      const auto& bound = *value.as<BoundMethodObject>();
      return types.Bound(TypeOf(types, bound.self), TypeOf(types, bound.function));
    }
    case Tag::kNotImplemented:
    case Tag::kEllipsis:
    case Tag::kBigInt:
    case Tag::kDict:
    case Tag::kSlice:
    case Tag::kIterator:
    case Tag::kCell:
    case Tag::kProperty:
    case Tag::kStaticMethod:
    case Tag::kClassMethod:
    case Tag::kSuper: return types.Of(TypeKind::kAny);
  }
  FORA_UNREACHABLE() << "tag " << int(value.tag());
}

}  // namespace

const Type* TypeOf(TypeTable& types, const Value& value) {
  const Type* type = TypeOfUnlimited(types, value);
  return type->depth > kDepthMax ? types.Of(TypeKind::kAny) : type;
}

}  // namespace fora::ir
