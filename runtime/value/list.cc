// ListObject: one typed page that widens to boxed elements when it must.
#include <algorithm>
#include <cstring>
#include <limits>

#include "runtime/memory/memory.h"
#include "runtime/value/objects.h"

namespace fora {
namespace {

constexpr size_t kWidth[] = {0, sizeof(int64_t), sizeof(double), sizeof(uint8_t), sizeof(Value)};

size_t WidthOf(Schema schema) { return kWidth[static_cast<size_t>(schema)]; }

Schema SchemaOf(const Value& v) {
  if (v.Is(Tag::kInt)) return Schema::kInt;
  if (v.Is(Tag::kFloat)) return Schema::kFloat;
  return v.Is(Tag::kBool) ? Schema::kBool : Schema::kBoxed;
}

char* Slot(const ListObject& list, int64_t i) {
  return static_cast<char*>(list.data) + i * WidthOf(list.schema);
}

void Reallocate(ListObject* list, int64_t capacity) {
  void* block = memory::Reallocate(list->data, std::max<size_t>(capacity * WidthOf(list->schema), 1));
  FORA_CHECK(block != nullptr) << "list of " << capacity << " elements";
  list->data = block;
  list->capacity = capacity;
}

void Box(ListObject* list) {
  auto* boxed = static_cast<Value*>(memory::Allocate(std::max<size_t>(list->capacity * sizeof(Value), 1)));
  FORA_CHECK(boxed != nullptr) << "list of " << list->capacity << " elements";
  for (int64_t i = 0; i < list->size; ++i) new (boxed + i) Value(list->At(i));
  memory::Free(list->data);
  list->data = boxed;
  list->schema = Schema::kBoxed;
}

// Makes the list able to hold elements of this schema.
void Admit(ListObject* list, Schema schema) {
  if (list->schema == schema || list->schema == Schema::kBoxed || schema == Schema::kEmpty) return;
  if (list->schema == Schema::kEmpty) {
    list->schema = schema;
    if (list->capacity > 0) Reallocate(list, list->capacity);  // reserved before the schema was known
  } else {
    Box(list);
  }
}

// The capacity of a list that takes so many more elements.
int64_t CapacityFor(const ListObject& list, int64_t more) {
  const int64_t needed = list.size + more;
  return needed <= list.capacity ? list.capacity
                                 : std::max<int64_t>({needed, list.capacity + list.capacity / 2, 4});
}

void GrowFor(ListObject* list, int64_t more) {
  const int64_t capacity = CapacityFor(*list, more);
  if (capacity > list->capacity) Reallocate(list, capacity);
}

// What a list of this schema has to be to hold elements of another.
Schema Joined(Schema schema, Schema other) {
  if (schema == other || other == Schema::kEmpty) return schema;
  return schema == Schema::kEmpty ? other : Schema::kBoxed;
}

// Writes to a slot that holds nothing yet.
void Put(ListObject* list, int64_t i, Value v) {
  switch (list->schema) {
    case Schema::kInt: list->ints()[i] = v.as_int(); return;
    case Schema::kFloat: list->floats()[i] = v.as_float(); return;
    case Schema::kBool: list->bools()[i] = v.as_bool(); return;
    case Schema::kBoxed: new (list->boxed() + i) Value(std::move(v)); return;
    case Schema::kEmpty: FORA_UNREACHABLE() << "a list with elements has a schema";
  }
}

// Opens (delta 1) or closes (delta -1) a gap at i. A Value may be moved as bytes: nothing points into it.
void Shift(ListObject* list, int64_t i, int64_t delta) {
  char* from = Slot(*list, delta > 0 ? i : i + 1);
  char* to = Slot(*list, delta > 0 ? i + 1 : i);
  std::memmove(to, from, Slot(*list, list->size) - from);
}

}  // namespace

Value ListObject::At(int64_t i) const {
  switch (schema) {
    case Schema::kInt: return Value::Int(ints()[i]);
    case Schema::kFloat: return Value::Float(floats()[i]);
    case Schema::kBool: return Value::Bool(bools()[i] != 0);
    case Schema::kBoxed: return boxed()[i];
    case Schema::kEmpty: break;
  }
  FORA_UNREACHABLE() << "element " << i << " of an empty list";
  return Value();
}

int64_t ListObject::BytesToAdd(Schema elements, int64_t count) const {
  const Schema joined = Joined(schema, elements);
  const int64_t new_capacity = CapacityFor(*this, count);
  if (joined == schema && new_capacity == capacity) return 0;
  const auto width = static_cast<int64_t>(WidthOf(joined));
  if (new_capacity > std::numeric_limits<int64_t>::max() / width) return std::numeric_limits<int64_t>::max();
  // A list that keeps its schema grows where it is.
  return new_capacity * width - (joined == schema ? capacity * width : 0);
}

int64_t ListObject::BytesToAdd(const Value& v) const { return BytesToAdd(SchemaOf(v), 1); }

void ListObject::Reserve(int64_t n) {
  if (n <= capacity) return;
  if (schema == Schema::kEmpty) {
    capacity = n;  // allocated by the first element, which says the width
  } else {
    Reallocate(this, n);
  }
}

void ListObject::Append(Value v) {
  Admit(this, SchemaOf(v));
  GrowFor(this, 1);
  Put(this, size++, std::move(v));
}

void ListObject::Set(int64_t i, Value v) {
  Admit(this, SchemaOf(v));
  if (schema == Schema::kBoxed) {
    Value old = std::exchange(boxed()[i], std::move(v));  // released when the list is whole again
  } else {
    Put(this, i, std::move(v));
  }
}

void ListObject::Insert(int64_t i, Value v) {
  Admit(this, SchemaOf(v));
  GrowFor(this, 1);
  Shift(this, i, 1);
  ++size;
  Put(this, i, std::move(v));
}

void ListObject::Erase(int64_t i) {
  Value old;
  if (schema == Schema::kBoxed) old = std::move(boxed()[i]);
  Shift(this, i, -1);
  --size;
}

void ListObject::EraseSlice(int64_t start, int64_t step, int64_t count) {
  if (count == 0) return;
  if (step < 0) {
    start += (count - 1) * step;
    step = -step;
  }
  std::vector<Value> old;  // released when the list is whole again
  if (schema == Schema::kBoxed) {
    for (int64_t k = 0; k < count; ++k) old.push_back(std::move(boxed()[start + k * step]));
  }
  int64_t to = start;
  for (int64_t k = 0; k < count; ++k) {
    const int64_t from = start + k * step + 1;
    const int64_t end = k + 1 < count ? start + (k + 1) * step : size;
    std::memmove(Slot(*this, to), Slot(*this, from), Slot(*this, end) - Slot(*this, from));
    to += end - from;
  }
  size -= count;
}

void ListObject::Clear() { Free(); }

void ListObject::Free() {
  void* old_data = std::exchange(data, nullptr);
  int64_t old_size = std::exchange(size, 0);
  Schema old_schema = std::exchange(schema, Schema::kEmpty);
  capacity = 0;
  if (old_schema == Schema::kBoxed) std::destroy_n(static_cast<Value*>(old_data), old_size);
  memory::Free(old_data);
}

void ListObject::Reverse() {
  switch (schema) {
    case Schema::kInt: std::reverse(ints(), ints() + size); return;
    case Schema::kFloat: std::reverse(floats(), floats() + size); return;
    case Schema::kBool: std::reverse(bools(), bools() + size); return;
    case Schema::kBoxed: std::reverse(boxed(), boxed() + size); return;
    case Schema::kEmpty: return;
  }
}

void ListObject::AppendSlice(const ListObject& other, int64_t start, int64_t step, int64_t count) {
  if (count == 0) return;
  Admit(this, other.schema);
  GrowFor(this, count);
  if (schema == other.schema && schema != Schema::kBoxed && step == 1) {
    std::memcpy(Slot(*this, size), Slot(other, start), count * WidthOf(schema));
    size += count;
    return;
  }
  for (int64_t i = 0; i < count; ++i) Put(this, size++, other.At(start + i * step));
}

Value MakeList() { return Value::Adopt(new ListObject()); }

Value MakeList(std::vector<Value> items) {
  auto* list = new ListObject();
  list->Reserve(items.size());
  for (Value& item : items) list->Append(std::move(item));
  return Value::Adopt(list);
}

}  // namespace fora
