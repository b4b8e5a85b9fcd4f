// Types of FIR values: interned, so that equal types are equal pointers.
//
// Functions, classes, instances, bound methods and tuples are structural: the type holds all that is known,
// down to the code that a call will run, and only what varies is kept at run time. `Slots` is how many 8-byte
// slots a value of the type takes in a frame record (docs in runtime/abi/layout.h): Int, Float, Bool, Str,
// List: 1; None and constants: 0; aggregates: their parts in order; Union: 1 for the tag, then as many as its
// widest member; Any: 2.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "runtime/value/objects.h"

namespace fora::ir {

struct Function;

enum class TypeKind : uint8_t {
  kBottom,  // no value: unreachable
  kNone,
  kBool,
  kInt,  // exact; 64 bits in compiled code, which exits when a value does not fit
  kFloat,
  kStr,
  kSkip,  // the refused element of a comprehension
  kUnbound,
  kRange,     // three ints: start, stop, step
  kTuple,     // elements: `parts`
  kTupleN,    // any number of elements of one type: parts[0]; represented as a list
  kList,      // parts[0]: element type, the join over all elements; kBottom for a list known to be empty
  kFunction,  // code + capture types (then default types): `parts`
  kBound,     // parts[0]: self, parts[1]: function (kFunction or kBuiltin)
  kInstance,  // class_object + fields: `names`, `parts`
  kClass,     // class_object: a class as a value; also int, float, ...
  kBuiltin,   // index in the builtin table
  kModule,    // index in the module table
  kIterator,  // iterator_kind + parts: a lazily evaluated iterable that is consumed at most once
  kUnion,     // parts: 2 to 4 members, none a union or Any, in canonical order
  kAny,       // boxed
};

enum class IteratorKind : uint8_t {
  kGenerator,      // parts: source, element function
  kFlatGenerator,  // parts: source, element function whose results are iterators to be flattened
  kEnumerate,      // parts: source, start (Int)
  kZip,            // parts: sources
  kReversed,       // parts: source
  kMap,            // parts: function, sources...
  kFilter,         // parts: function (or None), source
  kSequence,       // iter(x) of a range, list, tuple or str. parts: sequence, next index (Int)
};

struct Type {
  TypeKind kind;
  IteratorKind iterator_kind{};
  const Function* code = nullptr;             // kFunction: generic code
  const ClassObject* class_object = nullptr;  // kInstance, kClass
  uint32_t index = 0;                         // kBuiltin, kModule
  std::vector<const Type*> parts;
  std::vector<std::string> names;  // kInstance: field names, in order of assignment
  uint32_t slots = 0;
  uint32_t depth = 0;  // nesting, for widening
  bool Is(TypeKind k) const { return kind == k; }
};

// Owns types and makes them unique. Not thread-safe: one per specialisation run (a compile job).
class TypeTable {
 public:
  TypeTable();
  ~TypeTable();
  const Type* Of(TypeKind simple);  // no parts
  const Type* Tuple(std::vector<const Type*> elements);
  const Type* TupleN(const Type* element);
  const Type* List(const Type* element);
  const Type* FunctionType(const Function* code, std::vector<const Type*> parts);
  const Type* Bound(const Type* self, const Type* function);
  // A field that may hold a data structure of instances of the class, as a tree's node does, becomes Any.
  const Type* Instance(const ClassObject* c, std::vector<std::string> names, std::vector<const Type*> fields);
  const Type* Class(const ClassObject* c);
  const Type* Builtin(uint32_t index);
  const Type* Module(uint32_t index);
  const Type* Iterator(IteratorKind kind, std::vector<const Type*> parts);
  // The least type that holds both: same type, a union of at most four members, a widened tuple or list, else
  // Any.
  const Type* Join(const Type* a, const Type* b);
  const Type* Union(std::vector<const Type*> members);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

std::string ToString(
    const Type* type);  // "Int", "Tuple<Int, Float>", "Union<None, Int>", "Instance Body{x: Float}"

// The type of a run-time value. Lists give the join of their elements' types by schema (boxed: up to 64
// elements are looked at, then Any).
const Type* TypeOf(TypeTable& types, const Value& value);

}  // namespace fora::ir
