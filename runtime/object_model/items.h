// Items, lengths, unpacking, and methods that change their object.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/object_model/evaluator.h"
#include "runtime/value/result.h"

namespace fora::object_model {

Result<Value> GetItem(Evaluator& evaluator, const Value& object, const Value& index);

// object[index] = value. Consumes object and returns it; a shared list is InvalidOperation.
// After an error object still holds it.
Result<Value> SetItem(Evaluator& evaluator, Value&& object, const Value& index, Value value);

// object.name(arguments) as a statement. Consumes object and returns it, changed: lists in place, and
// InvalidOperation if they are shared. For other objects an ordinary call whose result is dropped. After an
// error object still holds it.
Result<Value> MethodUpdate(Evaluator& evaluator, Value&& object, std::string_view name, Arguments arguments);
bool IsListMutator(std::string_view method);  // append, extend, ...

Result<Value> Len(Evaluator& evaluator, const Value& v);

// The items of any iterable.
Result<std::vector<Value>> Items(Evaluator& evaluator, const Value& iterable);
// a, b = v: exactly `count` items.
Result<std::vector<Value>> Unpack(Evaluator& evaluator, const Value& v, uint32_t count);
// a, *b, c = v: `before` items, a list, `after` items.
Result<std::vector<Value>> UnpackStarred(Evaluator& evaluator, const Value& v, uint32_t before,
                                         uint32_t after);
// list + items of an iterable. Consumes list: in place when unique, else a new list.
Result<Value> ExtendList(Evaluator& evaluator, Value list, const Value& iterable);
// Sorts with `<` only, stable. key may be None.
Result<std::vector<Value>> Sort(Evaluator& evaluator, std::vector<Value> items, const Value& key,
                                bool reverse);

// A range object; ints of any size. Errors: ValueError for step 0.
Result<Value> MakeRange(Value start, Value stop, Value step);
Value RangeItem(const RangeObject& range, const Value& index);  // REQUIRES: index is an int in range

// A slice's bounds made to fit a length, as slice.indices does.
struct SliceBounds {
  int64_t start, step, count;
};
Result<SliceBounds> ResolveSlice(Evaluator& evaluator, const SliceObject& slice, int64_t length);

}  // namespace fora::object_model
