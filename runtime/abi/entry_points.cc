// What compiled code calls of runtime/value and runtime/num. The rest of entry_points.def is implemented
// where its table says.
#include "runtime/abi/entry_points.h"

#include <algorithm>
#include <compare>

#include "runtime/memory/memory.h"
#include "runtime/num/big_int.h"
#include "runtime/num/float_ops.h"
#include "runtime/num/int64.h"
#include "runtime/num/int_float.h"
#include "runtime/num/math_functions.h"
#include "runtime/value/objects.h"
#include "runtime/value/operators.h"

namespace {

using fora::CompareOp;
using fora::ListObject;
using fora::Schema;
using fora::StrObject;
using fora::Tag;
using fora::Value;

// A Value from its tag and payload, whose reference it takes over.
Value Adopted(uint64_t tag, uint64_t bits) {
  alignas(Value) uint64_t words[2] = {tag, bits};
  Value value;
  value.swap(*reinterpret_cast<Value*>(words));
  return value;
}

template <typename T>
T* Detached(Value value) {
  return static_cast<T*>(value.Detach());
}

template <typename T>
uint32_t Deliver(fora::num::Fallible<T> result, T* out) {
  if (!result.ok()) return 0;
  *out = *result;
  return 1;
}

bool Holds(std::partial_ordering order, CompareOp op) {
  switch (op) {
    case CompareOp::kLt: return order < 0;
    case CompareOp::kLe: return order <= 0;
    case CompareOp::kEq: return order == 0;
    case CompareOp::kNe: return order != 0;
    case CompareOp::kGt: return order > 0;
    case CompareOp::kGe: return order >= 0;
    case CompareOp::kIs:
    case CompareOp::kIsNot:
    case CompareOp::kIn:
    case CompareOp::kNotIn: break;
  }
  FORA_UNREACHABLE() << "no order: " << int(op);
  return false;
}

}  // namespace

extern "C" {

void fora_retain(fora::HeapObject* object) {
  if (object != nullptr) object->ref_count.fetch_add(1, std::memory_order_relaxed);
}

void fora_release(fora::HeapObject* object) {
  if (object != nullptr && object->ref_count.fetch_sub(1, std::memory_order_acq_rel) == 1)
    fora::Destroy(object);
}

// ---- Lists ----

ListObject* fora_list_new(uint32_t schema, int64_t capacity) {
  auto* list = new ListObject;
  const auto wanted = static_cast<Schema>(schema);
  if (wanted != Schema::kBoxed) list->schema = wanted;
  list->Reserve(capacity);
  return list;
}

void fora_list_append(ListObject* list, uint64_t tag, uint64_t bits) { list->Append(Adopted(tag, bits)); }

void fora_list_set(ListObject* list, int64_t index, uint64_t tag, uint64_t bits) {
  list->Set(index, Adopted(tag, bits));
}

void fora_list_erase(ListObject* list, int64_t index) { list->Erase(index); }

uint32_t fora_list_room(ListObject* list, uint32_t schema) {
  return !fora::memory::Exhausted() && fora::memory::Admit(list->BytesToAdd(static_cast<Schema>(schema), 1));
}

uint32_t fora_list_concat_room(ListObject* a, ListObject* b, uint32_t a_lives_on) {
  const bool in_place = a_lives_on == 0 && a->ref_count.load(std::memory_order_acquire) == 1;
  const int64_t bytes = in_place ? a->BytesToAdd(b->schema, b->size)
                                 : (a->size + b->size) * static_cast<int64_t>(sizeof(Value));
  return !fora::memory::Exhausted() && fora::memory::Admit(bytes);
}

ListObject* fora_list_concat(ListObject* a, ListObject* b) {
  if (a->ref_count.load(std::memory_order_acquire) == 1) {
    a->AppendSlice(*b, 0, 1, b->size);
    return a;
  }
  auto* both = new ListObject;
  both->Reserve(a->size + b->size);
  both->AppendSlice(*a, 0, 1, a->size);
  both->AppendSlice(*b, 0, 1, b->size);
  fora_release(a);
  return both;
}

// ---- Strings ----

uint32_t fora_str_concat_room(StrObject* a, StrObject* b, uint32_t a_lives_on) {
  const Value held = a_lives_on != 0 ? Value::Share(a) : Value();
  Value text = Value::Adopt(a);
  const int64_t bytes = fora::BytesToAppend(text, *b);
  Detached<StrObject>(std::move(text));
  return !fora::memory::Exhausted() && fora::memory::Admit(bytes);
}

StrObject* fora_str_concat(StrObject* a, StrObject* b) {
  return Detached<StrObject>(fora::AppendStr(Value::Adopt(a), *b));
}

StrObject* fora_str_item(StrObject* s, int64_t index) {
  return Detached<StrObject>(fora::SliceStr(*s, index, 1, 1));
}

int32_t fora_str_compare(StrObject* a, StrObject* b) {
  const int order = fora::CompareStr(*a, *b);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

// ---- Numbers. The callers have ruled out what raises, but for the functions that return 0 ----

double fora_float_mod(double a, double b) { return *fora::num::FloatMod(a, b); }
double fora_float_floordiv(double a, double b) { return *fora::num::FloatFloorDiv(a, b); }
uint32_t fora_float_pow(double a, double b, double* result) {
  return Deliver(fora::num::FloatPow(a, b), result);
}

uint32_t fora_int_pow(int64_t a, int64_t b, int64_t* result) {
  // By squaring; the square of the last step is not needed and may overflow.
  int64_t power = 1;
  for (int64_t base = a; b > 0; b >>= 1) {
    if ((b & 1) != 0 && __builtin_mul_overflow(power, base, &power)) return 0;
    if (b > 1 && __builtin_mul_overflow(base, base, &base)) return 0;
  }
  *result = power;
  return 1;
}

uint32_t fora_int_truediv(int64_t a, int64_t b, double* result) {
  return Deliver(fora::num::TrueDiv(a, b), result);
}

uint32_t fora_math_unary(uint32_t row, double x, double* result) {
  return Deliver(fora::num::CallMathUnary(static_cast<int>(row), x), result);
}

uint32_t fora_math_binary(uint32_t row, double x, double y, double* result) {
  return Deliver(fora::num::CallMathBinary(static_cast<int>(row), x, y), result);
}

uint32_t fora_int_float_compare(int64_t a, double b, uint32_t op) {
  return Holds(fora::num::Compare(a, b), static_cast<CompareOp>(op)) ? 1 : 0;
}

}  // extern "C"
