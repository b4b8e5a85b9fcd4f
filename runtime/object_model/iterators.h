// Iterators: Python's protocol, and the lazily evaluated iterables of the language.
//
// A lazily evaluated iterable knows what it was made of as long as nothing has advanced it, so that a
// reduction over it can be split (Pristine). Iterators carry state: they never cross threads.
#pragma once

#include <optional>
#include <vector>

#include "runtime/object_model/evaluator.h"
#include "runtime/value/result.h"

namespace fora::object_model {

enum class SourceKind : uint8_t {
  kSequence,       // iter(x): sources[0] is the range, list, tuple, str or dict itself
  kGenerator,      // function over sources[0]; elements that are Skip are dropped
  kFlatGenerator,  // as kGenerator, but the function's results are iterators, flattened
  kEnumerate,      // start
  kZip,            // strict
  kReversed,       // sources[0] is the sequence itself: range, list, tuple, str
  kMap,            // function
  kFilter,         // function, or None
};

struct IteratorSource {
  SourceKind kind;
  std::vector<Value> sources;  // iterators, pristine themselves (kSequence, kReversed: the container)
  Value function;
  Value start;
  bool strict = false;
};

// What the iterator was made of; null once it was advanced, or if it can't be told (a user's iterator).
const IteratorSource* Pristine(const Value& iterator);

// True if the iterator is pristine and nobody else refers to it or to an iterator that it reads: whoever
// consumes it at once may do so in any way, because nobody can look at what is left of it.
bool IsPristineAndUnshared(const Value& iterator);

// Where a loop over a range, list, tuple or str stands, or over enumerate, zip and reversed of such: what it
// reads (a container, or a pristine iterator), and the index of the next element.
struct SequencePosition {
  Value iterable;
  int64_t next;
};
std::optional<SequencePosition> PositionOf(const Value& iterator);  // nullopt for all other iterators
// The other way round. REQUIRES: the iterable is one that PositionOf gives, and next is not beyond its end.
Value IteratorAt(const Value& iterable, int64_t next);

// The kIterator for a loop over v: v itself if it is an iterator. Errors: TypeError "'int' object is not
// iterable".
Result<Value> Iter(Evaluator& evaluator, const Value& v);
// The builtin iter(v): an instance with __next__ is its own iterator.
Result<Value> IterObject(Evaluator& evaluator, const Value& v);
// The next element of a kIterator or of an instance with __next__; unbound at the end.
Result<Value> Next(Evaluator& evaluator, const Value& iterator);

Result<Value> MakeGenerator(Evaluator& evaluator, const Value& iterable, Value element_function,
                            bool flatten);
Result<Value> MakeEnumerate(Evaluator& evaluator, const Value& iterable, Value start);  // start: an int
Result<Value> MakeZip(Evaluator& evaluator, const std::vector<Value>& iterables, bool strict);
Result<Value> MakeMap(Evaluator& evaluator, Value function, const std::vector<Value>& iterables);
Result<Value> MakeFilter(Evaluator& evaluator, Value function, const Value& iterable);
Result<Value> MakeReversed(Evaluator& evaluator, const Value& sequence);

// A list comprehension: the elements of a MakeGenerator result, as a list. Unlike in a generator, a
// StopIteration that the element function raises goes through.
Result<Value> Collect(Evaluator& evaluator, const Value& generator);

}  // namespace fora::object_model
