// Destroying values, and asking whether other threads may use them.
#include "runtime/value/value.h"

#include <memory>
#include <new>
#include <unordered_map>
#include <vector>

#include "runtime/value/objects.h"
#include "runtime/value/result.h"

namespace fora {
namespace {

void FreeObject(HeapObject* object) {
  switch (object->tag) {
    case Tag::kBigInt: delete static_cast<BigIntObject*>(object); return;
    case Tag::kStr: ::operator delete(static_cast<StrObject*>(object)); return;
    case Tag::kTuple: {
      auto* tuple = static_cast<TupleObject*>(object);
      std::destroy_n(tuple->items, tuple->size);
      ::operator delete(tuple);
      return;
    }
    case Tag::kList:
      static_cast<ListObject*>(object)->Free();
      delete static_cast<ListObject*>(object);
      return;
    case Tag::kDict: delete static_cast<DictObject*>(object); return;
    case Tag::kRange: delete static_cast<RangeObject*>(object); return;
    case Tag::kSlice: delete static_cast<SliceObject*>(object); return;
    case Tag::kFunction: delete static_cast<FunctionObject*>(object); return;
    case Tag::kBoundMethod: delete static_cast<BoundMethodObject*>(object); return;
    case Tag::kClass: delete static_cast<ClassObject*>(object); return;
    case Tag::kInstance: delete static_cast<InstanceObject*>(object); return;
    case Tag::kIterator: delete static_cast<IteratorObject*>(object); return;
    case Tag::kCell: delete static_cast<CellObject*>(object); return;
    case Tag::kProperty: delete static_cast<PropertyObject*>(object); return;
    case Tag::kStaticMethod: delete static_cast<StaticMethodObject*>(object); return;
    case Tag::kClassMethod: delete static_cast<ClassMethodObject*>(object); return;
    case Tag::kSuper: delete static_cast<SuperObject*>(object); return;
    case Tag::kUnbound:
    case Tag::kNone:
    case Tag::kBool:
    case Tag::kInt:
    case Tag::kFloat:
    case Tag::kNotImplemented:
    case Tag::kEllipsis:
    case Tag::kSkip:
    case Tag::kBuiltin:
    case Tag::kModule: FORA_UNREACHABLE() << "an immediate is not destroyed";
  }
}

// Values nest as deep as a program likes (a linked list of a million tuples), so destruction may not recurse
// as deep: beyond a bound, objects wait in a list that the outermost Destroy of this thread works off.
constexpr int kDestroyDepthMax = 64;
thread_local int destroy_depth = 0;
thread_local std::vector<HeapObject*>* destroy_later = nullptr;

}  // namespace

void Destroy(HeapObject* object) {
  if (destroy_depth >= kDestroyDepthMax) {
    destroy_later->push_back(object);
    return;
  }
  if (destroy_depth > 0) {
    ++destroy_depth;
    FreeObject(object);
    --destroy_depth;
    return;
  }
  std::vector<HeapObject*> later;
  destroy_later = &later;
  destroy_depth = 1;
  FreeObject(object);
  while (!later.empty()) {
    HeapObject* next = later.back();
    later.pop_back();
    FreeObject(next);
  }
  destroy_depth = 0;
  destroy_later = nullptr;
}

namespace {

using Pending = std::vector<const Value*>;

void PushAll(const std::vector<Value>& values, Pending* pending) {
  for (const Value& v : values) pending->push_back(&v);
}

void PushParts(const RangeObject& range, Pending* pending) {
  for (const Value* v : {&range.start, &range.stop, &range.step, &range.length}) pending->push_back(v);
}

void PushParts(const FunctionObject& function, Pending* pending) {
  PushAll(function.captures, pending);
  PushAll(function.defaults, pending);
  for (const auto& [name, v] : function.keyword_defaults) pending->push_back(&v);
}

void PushParts(const ClassObject& c, Pending* pending) {
  PushAll(c.bases, pending);
  for (const auto& [name, v] : c.attributes) pending->push_back(&v);
}

void PushParts(const InstanceObject& instance, Pending* pending) {
  pending->push_back(&instance.class_object);
  for (const Field& field : instance.fields) pending->push_back(&field.value);
  if (instance.exception == nullptr) return;
  for (const Value* v : {&instance.exception->args, &instance.exception->cause, &instance.exception->context})
    pending->push_back(v);
}

// Adds what v refers to; false if v itself can't be shared.
bool PushReferences(const Value& v, Pending* pending) {
  switch (v.tag()) {
    case Tag::kUnbound:
    case Tag::kNone:
    case Tag::kBool:
    case Tag::kInt:
    case Tag::kFloat:
    case Tag::kNotImplemented:
    case Tag::kEllipsis:
    case Tag::kSkip:
    case Tag::kBuiltin:
    case Tag::kModule:
    case Tag::kBigInt:
    case Tag::kStr: return true;
    case Tag::kIterator:
    case Tag::kCell: return false;
    case Tag::kTuple: {
      auto* tuple = v.as<TupleObject>();
      for (int64_t i = 0; i < tuple->size; ++i) pending->push_back(&tuple->items[i]);
      return true;
    }
    case Tag::kList: {
      auto* list = v.as<ListObject>();
      for (int64_t i = 0; list->schema == Schema::kBoxed && i < list->size; ++i)
        pending->push_back(&list->boxed()[i]);
      return true;
    }
    case Tag::kDict:
      for (const auto& [key, value] : v.as<DictObject>()->entries)
        pending->insert(pending->end(), {&key, &value});
      return true;
    case Tag::kRange: PushParts(*v.as<RangeObject>(), pending); return true;
    case Tag::kSlice: {
      auto* slice = v.as<SliceObject>();
      pending->insert(pending->end(), {&slice->start, &slice->stop, &slice->step});
      return true;
    }
    case Tag::kFunction: PushParts(*v.as<FunctionObject>(), pending); return true;
    case Tag::kBoundMethod:
      pending->insert(pending->end(),
                      {&v.as<BoundMethodObject>()->self, &v.as<BoundMethodObject>()->function});
      return true;
    case Tag::kClass: PushParts(*v.as<ClassObject>(), pending); return true;
    case Tag::kInstance: PushParts(*v.as<InstanceObject>(), pending); return true;
    case Tag::kProperty:
      pending->insert(pending->end(), {&v.as<PropertyObject>()->getter, &v.as<PropertyObject>()->setter});
      return true;
    case Tag::kStaticMethod: pending->push_back(&v.as<StaticMethodObject>()->function); return true;
    case Tag::kClassMethod: pending->push_back(&v.as<ClassMethodObject>()->function); return true;
    case Tag::kSuper:
      pending->insert(pending->end(), {&v.as<SuperObject>()->class_object, &v.as<SuperObject>()->self});
      return true;
  }
  return false;
}

}  // namespace

bool IsShareable(const Value& v) {
  // Classes and the functions in them refer to each other; every object is looked at once.
  Pending pending = {&v};
  std::vector<const HeapObject*> seen;
  while (!pending.empty()) {
    const Value* next = pending.back();
    pending.pop_back();
    if (next->Is(Tag::kClass) || next->Is(Tag::kFunction)) {
      bool known = false;
      for (const HeapObject* object : seen) known |= object == next->heap();
      if (known) continue;
      seen.push_back(next->heap());
    }
    if (!PushReferences(*next, &pending)) return false;
  }
  return true;
}

bool HoldAllOfTheirLists(std::span<const Value> values) {
  Pending pending;
  for (const Value& value : values) pending.push_back(&value);
  std::unordered_map<const HeapObject*, uint32_t> seen;  // how often it is referred to from within
  while (!pending.empty()) {
    const Value* next = pending.back();
    pending.pop_back();
    const bool first = !next->is_heap() || ++seen[next->heap()] == 1;
    if (first && !next->Is(Tag::kClass) && !PushReferences(*next, &pending)) return false;
  }
  for (const auto& [object, references] : seen) {
    if (object->tag == Tag::kList && object->ref_count.load(std::memory_order_acquire) != references)
      return false;
  }
  return true;
}

}  // namespace fora
