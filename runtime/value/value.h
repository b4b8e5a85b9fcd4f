// Value: one Python object, as the interpreter, containers and the wire see it.
//
// 16 bytes: a tag and a payload. None, bool, 64-bit int and float are immediate; everything else is a
// reference-counted HeapObject. A Value owns one reference.
//
// Thread safety: distinct Values may be used from any thread, also when they share heap objects. Heap objects
// are immutable once shared; an object is changed in place only while its Value is its only reference
// (IsUnique). Iterators and cells are the exception: they carry state and never cross threads (see
// IsShareable). Invariants: (1) kInt holds every int that fits 64 bits; kBigInt only those that don't.
//             (2) A HeapObject's tag equals the tag of every Value that refers to it.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "runtime/base/check.h"

// Until runtime/base has it.
#ifndef FORA_DCHECK
#define FORA_DCHECK(condition) FORA_CHECK(true)
#endif

namespace fora {

enum class Tag : uint8_t {
  // Immediate.
  kUnbound,  // no value: an unassigned local, a missing default
  kNone,
  kBool,
  kInt,
  kFloat,
  kNotImplemented,
  kEllipsis,
  kSkip,     // a comprehension's element that its filter refused; never visible to a program
  kBuiltin,  // a builtin function: an index into the builtin table (runtime/builtins)
  kModule,   // a supported module: an index into the module table
  // On the heap.
  kBigInt,
  kStr,
  kTuple,
  kList,
  kDict,  // so far only what **kwargs collects
  kRange,
  kSlice,
  kFunction,
  kBoundMethod,
  kClass,     // also the builtin types and exception classes
  kInstance,  // also exceptions
  kIterator,
  kCell,
  kProperty,
  kStaticMethod,
  kClassMethod,
  kSuper,
};

inline constexpr bool IsHeapTag(Tag tag) { return tag >= Tag::kBigInt; }

// The header of every heap object.
// The count starts at one, owned by the creator. Destroy() frees by tag (value.cc knows every layout).
struct HeapObject {
  std::atomic<uint32_t> ref_count{1};
  const Tag tag;
  explicit HeapObject(Tag t) : tag(t) {}
  HeapObject(const HeapObject&) = delete;
  HeapObject& operator=(const HeapObject&) = delete;
};

void Destroy(HeapObject* object);  // REQUIRES: ref_count == 0.

class Value {
 public:
  Value() : tag_(Tag::kUnbound), bits_(0) {}
  Value(const Value& other) : tag_(other.tag_), bits_(other.bits_) { Retain(); }
  Value(Value&& other) noexcept : tag_(other.tag_), bits_(other.bits_) { other.Forget(); }
  Value& operator=(const Value& other) {
    Value copy(other);
    swap(copy);
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    if (this != &other) {
      Release();
      tag_ = other.tag_;
      bits_ = other.bits_;
      other.Forget();
    }
    return *this;
  }
  ~Value() { Release(); }
  void swap(Value& other) noexcept {
    std::swap(tag_, other.tag_);
    std::swap(bits_, other.bits_);
  }

  static Value Unbound() { return Value(); }
  static Value None() { return Value(Tag::kNone, 0); }
  static Value Bool(bool b) { return Value(Tag::kBool, b ? 1 : 0); }
  static Value Int(int64_t i) { return Value(Tag::kInt, static_cast<uint64_t>(i)); }
  static Value Float(double d) {
    uint64_t bits;
    std::memcpy(&bits, &d, sizeof bits);
    return Value(Tag::kFloat, bits);
  }
  static Value NotImplemented() { return Value(Tag::kNotImplemented, 0); }
  static Value Ellipsis() { return Value(Tag::kEllipsis, 0); }
  static Value Skip() { return Value(Tag::kSkip, 0); }
  static Value Builtin(uint32_t index) { return Value(Tag::kBuiltin, index); }
  static Value Module(uint32_t index) { return Value(Tag::kModule, index); }
  // Takes over the caller's reference.
  static Value Adopt(HeapObject* object) { return Value(object->tag, reinterpret_cast<uint64_t>(object)); }
  // Adds a reference of its own.
  static Value Share(HeapObject* object) {
    Value v(object->tag, reinterpret_cast<uint64_t>(object));
    v.Retain();
    return v;
  }

  Tag tag() const { return tag_; }
  bool Is(Tag tag) const { return tag_ == tag; }
  bool is_unbound() const { return tag_ == Tag::kUnbound; }
  bool is_none() const { return tag_ == Tag::kNone; }
  bool is_heap() const { return IsHeapTag(tag_); }
  bool as_bool() const { return bits_ != 0; }                     // REQUIRES: kBool
  int64_t as_int() const { return static_cast<int64_t>(bits_); }  // REQUIRES: kInt (or kBool: 0 or 1)
  double as_float() const {                                       // REQUIRES: kFloat
    double d;
    std::memcpy(&d, &bits_, sizeof d);
    return d;
  }
  uint32_t as_index() const { return static_cast<uint32_t>(bits_); }         // REQUIRES: kBuiltin or kModule
  HeapObject* heap() const { return reinterpret_cast<HeapObject*>(bits_); }  // REQUIRES: is_heap()
  uint64_t bits() const { return bits_; }
  // The object as its C++ type; T::kTag is its tag.
  template <class T>
  T* as() const {
    FORA_DCHECK(tag_ == T::kTag);
    return static_cast<T*>(heap());
  }
  // True if this Value is the only reference: the object may be changed in place.
  bool IsUnique() const { return heap()->ref_count.load(std::memory_order_acquire) == 1; }
  // Gives the reference to the caller; this becomes unbound.
  HeapObject* Detach() {
    HeapObject* object = heap();
    Forget();
    return object;
  }
  // Same object (Python's `is`, for immediates the same bits).
  bool Same(const Value& other) const { return tag_ == other.tag_ && bits_ == other.bits_; }

 private:
  Value(Tag tag, uint64_t bits) : tag_(tag), bits_(bits) {}
  void Forget() {
    tag_ = Tag::kUnbound;
    bits_ = 0;
  }
  void Retain() const {
    if (is_heap()) heap()->ref_count.fetch_add(1, std::memory_order_relaxed);
  }
  void Release() {
    if (is_heap() && heap()->ref_count.fetch_sub(1, std::memory_order_acq_rel) == 1) Destroy(heap());
  }

  Tag tag_;
  uint64_t bits_;
};

static_assert(sizeof(Value) == 16);

}  // namespace fora
