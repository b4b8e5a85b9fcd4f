#include "cluster/wire/program_objects.h"

#include <algorithm>

#include "runtime/value/objects.h"

namespace fora::wire {
namespace {

// A program with more than that has data in it, and the rest of it is sent as data.
constexpr size_t kSeenMax = size_t{1} << 20;

bool IsCode(Tag tag) { return tag == Tag::kFunction || tag == Tag::kClass; }
bool IsText(Tag tag) { return tag == Tag::kStr || tag == Tag::kBigInt; }

}  // namespace

ProgramObjects::ProgramObjects(const ir::Module& module, const std::vector<Value>& inputs) : module_(module) {
  for (const Value& input : inputs) {
    if (input.is_heap()) {
      seen_.emplace(input.heap(), true);
      numbers_.emplace(input.heap(), static_cast<uint32_t>(objects_.size()));
    }
    objects_.push_back(input);
  }
  for (const Value& global : module.globals) Visit(global, /*is_element=*/false);
  for (size_t next = 0; next < pending_.size(); ++next) {
    const Value value = pending_[next];
    VisitParts(*value.heap());
  }
  pending_ = {};
  seen_ = {};
}

std::optional<uint32_t> ProgramObjects::NumberOf(const HeapObject* object) const {
  const auto found = numbers_.find(object);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

const Value* ProgramObjects::At(uint32_t number) const {
  return number < objects_.size() ? &objects_[number] : nullptr;
}

void ProgramObjects::Visit(const Value& value, bool is_element) {
  if (!value.is_heap() || IsText(value.tag()) || seen_.size() >= kSeenMax) return;
  if (!seen_.emplace(value.heap(), true).second) return;
  pending_.push_back(value);
  if (is_element && !IsCode(value.tag())) return;
  numbers_.emplace(value.heap(), static_cast<uint32_t>(objects_.size()));
  objects_.push_back(value);
}

void ProgramObjects::VisitParts(const HeapObject& object) {
  switch (object.tag) {
    case Tag::kTuple: {
      const auto& tuple = static_cast<const TupleObject&>(object);
      for (int64_t i = 0; i < tuple.size; ++i) Visit(tuple.items[i], /*is_element=*/true);
      return;
    }
    case Tag::kList: {
      const auto& list = static_cast<const ListObject&>(object);
      if (list.schema != Schema::kBoxed) return;
      for (int64_t i = 0; i < list.size; ++i) Visit(list.boxed()[i], /*is_element=*/true);
      return;
    }
    case Tag::kFunction: {
      const auto& function = static_cast<const FunctionObject&>(object);
      for (const Value& value : function.captures) Visit(value, false);
      for (const Value& value : function.defaults) Visit(value, false);
      for (const auto& [name, value] : function.keyword_defaults) Visit(value, false);
      return;
    }
    case Tag::kBoundMethod:
      Visit(static_cast<const BoundMethodObject&>(object).self, false);
      Visit(static_cast<const BoundMethodObject&>(object).function, false);
      return;
    case Tag::kClass: {
      const auto& cls = static_cast<const ClassObject&>(object);
      for (const Value& base : cls.bases) Visit(base, false);
      for (const auto& [name, value] : cls.attributes) Visit(value, false);
      return;
    }
    case Tag::kInstance: {
      const auto& instance = static_cast<const InstanceObject&>(object);
      Visit(instance.class_object, false);
      for (const Field& field : instance.fields) Visit(field.value, false);
      return;
    }
    case Tag::kCell: return Visit(static_cast<const CellObject&>(object).value, false);
    case Tag::kProperty: return Visit(static_cast<const PropertyObject&>(object).getter, false);
    case Tag::kStaticMethod: return Visit(static_cast<const StaticMethodObject&>(object).function, false);
    case Tag::kClassMethod: return Visit(static_cast<const ClassMethodObject&>(object).function, false);
    default: return;  // has no parts with code in them
  }
}

}  // namespace fora::wire
