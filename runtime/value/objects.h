// The heap objects behind Value. Layouts are plain so that compiled code may read them at fixed offsets
// (the offsets compiled code relies on are asserted in runtime/abi).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/num/big_int.h"
#include "runtime/value/value.h"

namespace fora {

struct BigIntObject : HeapObject {
  static constexpr Tag kTag = Tag::kBigInt;
  num::BigInt value;
  explicit BigIntObject(num::BigInt v) : HeapObject(kTag), value(std::move(v)) {}
};

// Immutable text. Code units are 1 byte (Latin-1), 2 (UCS-2) or 4 (UCS-4) wide, the narrowest that fits, so
// that equal texts have equal widths and s[i] is O(1). Lone surrogates are allowed, as in CPython.
struct StrObject : HeapObject {
  static constexpr Tag kTag = Tag::kStr;
  uint8_t width;  // 1, 2 or 4
  bool ascii;
  int64_t length;                   // in code points
  alignas(8) unsigned char data[];  // length * width bytes

  char32_t At(int64_t i) const {  // REQUIRES: 0 <= i < length
    if (width == 1) return data[i];
    return width == 2 ? reinterpret_cast<const char16_t*>(data)[i]
                      : reinterpret_cast<const char32_t*>(data)[i];
  }
  std::string ToUtf8() const;  // surrogatepass
 private:
  friend class StrBuilder;
  StrObject(uint8_t w, bool a, int64_t n) : HeapObject(kTag), width(w), ascii(a), length(n) {}
};

Value MakeStr(std::string_view utf8);  // surrogatepass; REQUIRES: valid UTF-8 but for surrogates
Value MakeStr(const char32_t* text, int64_t length);
Value ConcatStr(const StrObject& a, const StrObject& b);
// a + b, in a's own memory if nobody else refers to it and there is room; room is made for further appending.
// REQUIRES: a is a str.
Value AppendStr(Value&& a, const StrObject& b);
// What AppendStr allocates, at most.
int64_t BytesToAppend(const Value& a, const StrObject& b);
// The code points at start, start + step, ...: `count` of them. REQUIRES: all in range.
Value SliceStr(const StrObject& s, int64_t start, int64_t step, int64_t count);
int CompareStr(const StrObject& a, const StrObject& b);  // by code points: negative, 0, positive
bool EqualStr(const StrObject& a, const StrObject& b);

struct TupleObject : HeapObject {
  static constexpr Tag kTag = Tag::kTuple;
  int64_t size;
  Value items[0];  // `size` of them follow the object
 private:
  friend Value MakeTuple(std::vector<Value> items);
  explicit TupleObject(int64_t n) : HeapObject(kTag), size(n) {}
};

Value MakeTuple(std::vector<Value> items);

// How a page of a list stores its elements. Type dispatch happens once a page, never per element.
enum class Schema : uint8_t {
  kEmpty,  // no element yet
  kInt,    // int64_t; only ints that fit
  kFloat,  // double
  kBool,   // uint8_t
  kBoxed,  // Value: anything else, mixed, big ints
};

// A list: one flat page. Changed in place only when unique.
// Invariant: schema is the narrowest that held all elements when the last one was added (removal never
// narrows).
struct ListObject : HeapObject {
  static constexpr Tag kTag = Tag::kList;
  Schema schema = Schema::kEmpty;
  int64_t size = 0;
  int64_t capacity = 0;
  void* data = nullptr;  // capacity elements of the schema's width

  ListObject() : HeapObject(kTag) {}
  Value At(int64_t i) const;        // REQUIRES: 0 <= i < size
  void Append(Value v);             // amortised O(1); widens the schema if needed
  void Set(int64_t i, Value v);     // REQUIRES: 0 <= i < size
  void Insert(int64_t i, Value v);  // REQUIRES: 0 <= i <= size
  void Erase(int64_t i);            // REQUIRES: 0 <= i < size
  // Removes start, start + step, ...: `count` elements. REQUIRES: all in range; step is not 0.
  void EraseSlice(int64_t start, int64_t step, int64_t count);
  void Clear();
  void Reverse();
  // Appends other[start], other[start + step], ...: `count` elements. `other` may be this list.
  void AppendSlice(const ListObject& other, int64_t start, int64_t step, int64_t count);
  void Reserve(int64_t n);
  // The bytes of the block that the list needs before it can take another element, or `count` of a schema; 0
  // if it has the room.
  int64_t BytesToAdd(const Value& v) const;
  int64_t BytesToAdd(Schema elements, int64_t count) const;
  void Free();  // releases elements and memory; the list is empty afterwards
  int64_t* ints() const { return static_cast<int64_t*>(data); }
  double* floats() const { return static_cast<double*>(data); }
  uint8_t* bools() const { return static_cast<uint8_t*>(data); }
  Value* boxed() const { return static_cast<Value*>(data); }
};

Value MakeList();
Value MakeList(std::vector<Value> items);

// Insertion-ordered; so far only what a **kwargs parameter collects: the keys are strs.
struct DictObject : HeapObject {
  static constexpr Tag kTag = Tag::kDict;
  std::vector<std::pair<Value, Value>> entries;
  DictObject() : HeapObject(kTag) {}
};

// Bounds may be big ints; `length` is exact and fits unless a bound is big (then it is a big int Value).
struct RangeObject : HeapObject {
  static constexpr Tag kTag = Tag::kRange;
  Value start, stop, step, length;
  RangeObject(Value a, Value b, Value s, Value n)
      : HeapObject(kTag), start(std::move(a)), stop(std::move(b)), step(std::move(s)), length(std::move(n)) {}
};

struct SliceObject : HeapObject {
  static constexpr Tag kTag = Tag::kSlice;
  Value start, stop, step;
  SliceObject(Value a, Value b, Value s)
      : HeapObject(kTag), start(std::move(a)), stop(std::move(b)), step(std::move(s)) {}
};

// What a function runs. The compiler's ir::Function derives from it; the runtime only names and compares
// code. Lifetime: code outlives every FunctionObject of it; whoever keeps values keeps the program they came
// from.
class Code {
 public:
  virtual ~Code() = default;
  virtual const std::string& name() const = 0;
  virtual const std::string& qualname() const = 0;
  virtual bool sets_property() const {
    return false;
  }  // gives back its object: only Evaluator::SetProperty calls it
};

struct FunctionObject : HeapObject {
  static constexpr Tag kTag = Tag::kFunction;
  const Code* code;
  std::vector<Value> captures;
  std::vector<Value> defaults;  // of the last positional parameters
  std::vector<std::pair<std::string, Value>> keyword_defaults;
  explicit FunctionObject(const Code* c) : HeapObject(kTag), code(c) {}
};

struct BoundMethodObject : HeapObject {
  static constexpr Tag kTag = Tag::kBoundMethod;
  Value self, function;  // function: kFunction or kBuiltin
  BoundMethodObject(Value s, Value f) : HeapObject(kTag), self(std::move(s)), function(std::move(f)) {}
};

// The builtin types and exception classes are ClassObjects too; `builtin` tells which (see
// builtin_classes.def).
enum class BuiltinClass : uint8_t;

struct ClassObject : HeapObject {
  static constexpr Tag kTag = Tag::kClass;
  std::string name;
  std::string qualname;
  BuiltinClass builtin;  // kNone for user classes
  std::vector<Value> bases;
  std::vector<const ClassObject*>
      mro;  // this class first, `object` last (C3 linearisation); kept alive by bases
  std::vector<std::pair<std::string, Value>> attributes;  // its own namespace, in order
  bool is_exception = false;                              // derives from BaseException
  std::string path;  // where it was defined (user classes), for the client to map it back
  uint32_t line = 0;
  ClassObject();
  const Value* FindOwn(std::string_view attribute) const;
  const Value* FindInMro(std::string_view attribute) const;
  bool DerivesFrom(const ClassObject* other) const;
};

struct Field {
  std::string name;
  Value value;
};

// One frame of a traceback: indices into the program's site table are resolved when the frame is added.
struct TraceEntry {
  std::string path;
  uint32_t line = 0;
  std::string function;
  uint32_t column = 0;      // from 0 in UTF-8 bytes
  uint32_t end_column = 0;  // 0: the end of the line
};

// What only exceptions have.
struct ExceptionState {
  Value args;                     // tuple
  Value cause;                    // `raise ... from`: unbound, None or an exception
  Value context;                  // unbound or an exception
  std::vector<TraceEntry> trace;  // innermost first
};

// An instance of a user class or an exception. Fields in order of assignment.
struct InstanceObject : HeapObject {
  static constexpr Tag kTag = Tag::kInstance;
  Value class_object;
  std::vector<Field> fields;
  std::unique_ptr<ExceptionState> exception;  // set iff the class is an exception
  explicit InstanceObject(Value c) : HeapObject(kTag), class_object(std::move(c)) {}
  const ClassObject* cls() const { return class_object.as<ClassObject>(); }
  const Value* Find(std::string_view field) const;
};

// A variable shared by closures that is assigned after it was captured.
struct CellObject : HeapObject {
  static constexpr Tag kTag = Tag::kCell;
  Value value;  // unbound until assigned
  explicit CellObject(Value v) : HeapObject(kTag), value(std::move(v)) {}
};

struct PropertyObject : HeapObject {
  static constexpr Tag kTag = Tag::kProperty;
  Value getter;
  Value setter;  // unbound, or a function that gives back the changed object
  explicit PropertyObject(Value g, Value s = Value())
      : HeapObject(kTag), getter(std::move(g)), setter(std::move(s)) {}
};

struct StaticMethodObject : HeapObject {
  static constexpr Tag kTag = Tag::kStaticMethod;
  Value function;
  explicit StaticMethodObject(Value f) : HeapObject(kTag), function(std::move(f)) {}
};

struct ClassMethodObject : HeapObject {
  static constexpr Tag kTag = Tag::kClassMethod;
  Value function;
  explicit ClassMethodObject(Value f) : HeapObject(kTag), function(std::move(f)) {}
};

struct SuperObject : HeapObject {
  static constexpr Tag kTag = Tag::kSuper;
  Value class_object;  // look up after this class in the MRO of self's class
  Value self;          // an instance or (in class methods) a class
  SuperObject(Value c, Value s) : HeapObject(kTag), class_object(std::move(c)), self(std::move(s)) {}
};

class Evaluator;  // runtime/object_model/evaluator.h
template <class T>
class Result;  // runtime/value/result.h

// A Python iterator: generator expressions, enumerate, zip, map, filter, reversed and the iterators of
// containers. Stateful, so never shared between threads.
struct IteratorObject : HeapObject {
  static constexpr Tag kTag = Tag::kIterator;
  IteratorObject() : HeapObject(kTag) {}
  virtual ~IteratorObject() = default;
  virtual const char* type_name() const = 0;             // "generator", "zip", ...
  virtual Result<Value> Next(Evaluator& evaluator) = 0;  // unbound Value at the end
};

// True if no iterator or cell is reachable from v, so that other threads may use it.
bool IsShareable(const Value& v);

// Whether nothing else refers to the lists in the values, so that copies of them can take their place: a list
// that others see can't be changed. Shared parts count once; classes belong to the program and are not looked
// into.
bool HoldAllOfTheirLists(std::span<const Value> values);

}  // namespace fora
