// Items, lengths, unpacking, and methods that change their object.
#pragma once

#include <cstdint>
#include <string>
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
// What object.pop(arguments) gives. A list still has the item until MethodUpdate removes it; of other objects
// it is the whole call.
Result<Value> Popped(Evaluator& evaluator, const Value& object, Arguments arguments);

// Changes of what an object holds, however deep: `way` says how one gets there, "[]" for an item (the next of
// `indices`) and ".x" for an attribute, in order, and its last step is the place to change: an item or an
// attribute for StoreAt, a method for UpdateAt. As SetItem, SetAttr and MethodUpdate there; InvalidOperation
// too if anything on the way is shared. Consumes the object and returns it; after an error object still holds
// it.
Result<Value> StoreAt(Evaluator& evaluator, Value&& object, std::string_view way, std::vector<Value> indices,
                      Value value);
// popped: after Popped, so that only lists change.
Result<Value> UpdateAt(Evaluator& evaluator, Value&& object, std::string_view way, bool popped,
                       std::vector<Value> indices, Arguments arguments);
// How many indices a way has.
size_t IndexCount(std::string_view way);

Result<Value> Len(Evaluator& evaluator, const Value& v);

bool IsIterable(const Value& v);
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

// The position that an index means in a sequence of this size. Errors: TypeError, IndexError with `text`.
Result<int64_t> Position(Evaluator& evaluator, const Value& sequence, const Value& index, int64_t size,
                         const std::string& text);

// A range object; ints of any size. Errors: ValueError for step 0.
Result<Value> MakeRange(Value start, Value stop, Value step);
Value RangeItem(const RangeObject& range, const Value& index);  // REQUIRES: index is an int in range

// A slice's bounds made to fit a length, as slice.indices does.
struct SliceBounds {
  int64_t start, step, count;
};
Result<SliceBounds> ResolveSlice(Evaluator& evaluator, const SliceObject& slice, int64_t length);

}  // namespace fora::object_model
