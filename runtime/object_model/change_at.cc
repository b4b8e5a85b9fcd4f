// Changes of what an object holds: an item of an item, an attribute's list.
#include <algorithm>
#include <functional>
#include <utility>

#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"

namespace fora::object_model {
namespace {

// The way from an object inwards, step by step.
class Way {
 public:
  Way(Evaluator& evaluator, std::string_view steps, const std::vector<Value>& indices)
      : evaluator_(evaluator), steps_(steps), indices_(indices) {}

  bool AtEnd() const { return steps_.empty(); }

  // What `object` holds at the next step. Not null, but in `fresh` if the object does not hold it in a place
  // of its own.
  Result<Value*> Step(Value& object, Value& fresh) {
    if (steps_.starts_with("[]")) {
      steps_.remove_prefix(2);
      return Item(object, indices_[next_++], fresh);
    }
    const size_t end = std::min(steps_.find_first_of(".[", 1), steps_.size());
    const std::string name(steps_.substr(1, end - 1));
    steps_.remove_prefix(end);
    if (object.Is(Tag::kInstance)) {
      auto* instance = object.as<InstanceObject>();
      for (Field& field : instance->fields) {
        if (field.name == name && instance->cls()->FindInMro(name) == nullptr) return &field.value;
      }
    }
    FORA_TRY(fresh, GetAttr(evaluator_, object, name));
    return &fresh;
  }

 private:
  Result<Value*> Item(Value& object, const Value& index, Value& fresh) {
    if (object.Is(Tag::kList) && object.as<ListObject>()->schema == Schema::kBoxed &&
        !index.Is(Tag::kSlice)) {
      const ListObject& list = *object.as<ListObject>();
      FORA_TRY(int64_t i, Position(evaluator_, object, index, list.size, "list index out of range"));
      return &list.boxed()[i];
    }
    if (object.Is(Tag::kTuple) && !index.Is(Tag::kSlice)) {
      auto& tuple = *object.as<TupleObject>();
      FORA_TRY(int64_t i, Position(evaluator_, object, index, tuple.size, "tuple index out of range"));
      return &tuple.items[i];
    }
    FORA_TRY(fresh, GetItem(evaluator_, object, index));
    return &fresh;
  }

  Evaluator& evaluator_;
  std::string_view steps_;
  const std::vector<Value>& indices_;
  size_t next_ = 0;
};

using ChangeOf = std::function<Result<Value>(Value&&)>;

Result<Value> ChangeAt(Evaluator& evaluator, Value&& object, std::string_view way,
                       const std::vector<Value>& indices, const ChangeOf& change) {
  Way steps(evaluator, way, indices);
  Value fresh[2];  // of this step and of the one before
  Value* at = &object;
  bool shared = false;
  for (size_t i = 0; !steps.AtEnd(); ++i) {
    shared |= at->is_heap() && !at->IsUnique();
    Value& given = fresh[i % 2];
    FORA_TRY(at, steps.Step(*at, given));
    shared |= at == &given;
  }
  if (shared) {
    // Raises what the change raises, and refuses to change what others see.
    Value other = *at;
    FORA_TRY(Value changed, change(std::move(other)));
    return std::move(object);
  }
  // Nobody sees the object while what it holds is elsewhere: this is its only reference.
  Value held = std::move(*at);
  Result<Value> changed = change(std::move(held));
  if (!changed.ok()) {
    if (held.is_unbound()) return Unsupported("a change in place that failed inside of another object");
    *at = std::move(held);
    return changed;
  }
  *at = std::move(*changed);
  return std::move(object);
}

// `container[index] += operand`, or `container.name += operand` if the last step of a way is ".name".
Result<Value> Augment(Evaluator& evaluator, Value&& container, std::string_view last, const Value& index,
                      Value operand) {
  Value fresh;
  FORA_TRY(Value * at, Way(evaluator, last, {index}).Step(container, fresh));
  if (at != &fresh && at->Is(Tag::kList) && container.IsUnique() && !container.Is(Tag::kTuple)) {
    Value held = std::move(*at);
    const bool doubles = held.Same(operand);
    if (doubles) operand = Value::None();
    Result<Value> changed = doubles ? DoubleInPlace(std::move(held))
                                    : Inplace(evaluator, BinaryOp::kAdd, std::move(held), operand);
    *at = changed.ok() ? std::move(*changed) : std::move(held);
    if (!changed.ok()) return changed;
    return std::move(container);
  }
  if (at != &fresh) fresh = *at;
  FORA_TRY(Value sum, Inplace(evaluator, BinaryOp::kAdd, std::move(fresh), operand));
  return last == "[]" ? SetItem(evaluator, std::move(container), index, std::move(sum))
                      : SetAttr(evaluator, std::move(container), last.substr(1), std::move(sum));
}

// Where the last step of the way begins.
size_t LastStep(std::string_view way) { return way.ends_with("[]") ? way.size() - 2 : way.rfind('.'); }

}  // namespace

size_t IndexCount(std::string_view way) {
  return static_cast<size_t>(std::count(way.begin(), way.end(), '['));
}

Result<Value> StoreAt(Evaluator& evaluator, Value&& object, std::string_view way, std::vector<Value> indices,
                      Value value) {
  const std::string_view last = way.substr(LastStep(way));
  way.remove_suffix(last.size());
  return ChangeAt(evaluator, std::move(object), way, indices, [&](Value&& held) {
    return last == "[]" ? SetItem(evaluator, std::move(held), indices.back(), std::move(value))
                        : SetAttr(evaluator, std::move(held), std::string(last.substr(1)), std::move(value));
  });
}

Result<Value> UpdateAt(Evaluator& evaluator, Value&& object, std::string_view way, bool popped,
                       std::vector<Value> indices, Arguments arguments) {
  const std::string_view method = way.substr(LastStep(way) + 1);
  way.remove_suffix(method.size() + 1);
  if (method == "__iadd__") {
    const std::string_view last = way.substr(LastStep(way));
    way.remove_suffix(last.size());
    const Value index = last == "[]" ? indices.back() : Value::None();
    return ChangeAt(evaluator, std::move(object), way, indices, [&](Value&& held) {
      return Augment(evaluator, std::move(held), last, index, std::move(arguments.positional[0]));
    });
  }
  return ChangeAt(evaluator, std::move(object), way, indices, [&](Value&& held) -> Result<Value> {
    if (popped && !held.Is(Tag::kList)) return std::move(held);
    return MethodUpdate(evaluator, std::move(held), method, std::move(arguments));
  });
}

}  // namespace fora::object_model
