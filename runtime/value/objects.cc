#include "runtime/value/objects.h"

#include <algorithm>
#include <new>

namespace fora {

Value MakeTuple(std::vector<Value> items) {
  void* memory = ::operator new(sizeof(TupleObject) + items.size() * sizeof(Value));
  auto* tuple = new (memory) TupleObject(items.size());
  for (size_t i = 0; i < items.size(); ++i) new (tuple->items + i) Value(std::move(items[i]));
  return Value::Adopt(tuple);
}

ClassObject::ClassObject() : HeapObject(kTag), builtin{} {}

const Value* ClassObject::FindOwn(std::string_view attribute) const {
  for (const auto& [name, value] : attributes) {
    if (name == attribute) return &value;
  }
  return nullptr;
}

const Value* ClassObject::FindInMro(std::string_view attribute) const {
  for (const ClassObject* c : mro) {
    if (const Value* value = c->FindOwn(attribute)) return value;
  }
  return nullptr;
}

bool ClassObject::DerivesFrom(const ClassObject* other) const {
  return std::find(mro.begin(), mro.end(), other) != mro.end();
}

const Value* InstanceObject::Find(std::string_view field) const {
  for (const Field& f : fields) {
    if (f.name == field) return &f.value;
  }
  return nullptr;
}

}  // namespace fora
