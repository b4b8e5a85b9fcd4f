// all, any, sum, min, max, sorted: one value from the elements of an iterable.
#include "runtime/builtins/for_each.h"
#include "runtime/builtins/functions.h"
#include "runtime/num/sum.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/memory_limit.h"

namespace fora::builtins {

namespace om = object_model;

std::optional<Result<Value>> OfferFold(Evaluator& evaluator, Reducer reducer, const Value& iterable,
                                       const Value& start) {
  const bool stays_as_it_is = iterable.Is(Tag::kList) || iterable.Is(Tag::kRange);
  if (!stays_as_it_is && !(iterable.Is(Tag::kIterator) && om::IsPristineAndUnshared(iterable)))
    return std::nullopt;
  return evaluator.Fold(reducer, iterable, start);
}

Result<Value> CollectList(Evaluator& evaluator, const Value& iterable) {
  if (auto folded = OfferFold(evaluator, Reducer::kCollect, iterable)) return std::move(*folded);
  Value result = MakeList();
  auto* list = result.as<ListObject>();
  FORA_TRY_VOID(ForEach(evaluator, iterable, [&](Value item) -> Result<Flow> {
    FORA_TRY_VOID(om::AppendChecked(list, std::move(item)));
    return Flow::kContinue;
  }));
  return result;
}

namespace {

// any and all: whether an element's truth is `wanted`, looking no further than that.
Result<Value> Search(Call& call, Reducer reducer, bool wanted) {
  const Value& iterable = call.args[0];
  if (auto folded = OfferFold(call.evaluator, reducer, iterable)) return std::move(*folded);
  bool found = false;
  FORA_TRY_VOID(ForEach(call.evaluator, iterable, [&](Value item) -> Result<Flow> {
    FORA_TRY(bool truth, om::Truth(call.evaluator, item));
    found = truth == wanted;
    return found ? Flow::kBreak : Flow::kContinue;
  }));
  return Value::Bool(found == wanted);
}

}  // namespace

Result<Value> AnyFunction(Call& call) { return Search(call, Reducer::kAny, true); }
Result<Value> AllFunction(Call& call) { return Search(call, Reducer::kAll, false); }

namespace {

// CPython's sum: ints while there are only ints, then floats, then plain additions to the end. From 3.12 on,
// a run of floats is added with Neumaier's compensation; before, from left to right.
class SumOfItems {
 public:
  SumOfItems(Evaluator& evaluator, Value start)
      : evaluator_(evaluator), total_(std::move(start)), compensated_(evaluator.python_minor() >= 12) {
    EnterMode(total_.Is(Tag::kInt) ? Mode::kInts : total_.Is(Tag::kFloat) ? Mode::kFloats : Mode::kAny);
  }

  Result<Flow> Add(Value item) {
    bool is_int = item.Is(Tag::kInt) || item.Is(Tag::kBool);
    if (mode_ == Mode::kFloats && item.Is(Tag::kFloat) && compensated_) {
      floats_.Add(item.as_float());
      return Flow::kContinue;
    }
    if (mode_ == Mode::kFloats && (is_int || item.Is(Tag::kFloat))) {
      floats_.AddPlain(is_int ? static_cast<double>(item.as_int()) : item.as_float());
      return Flow::kContinue;
    }
    Mode next_mode = Mode::kAny;
    if (mode_ == Mode::kFloats) total_ = Value::Float(floats_.Result());
    // A list that only this sum knows grows in place; `a + b` would copy all of it for each element.
    bool grow = total_.Is(Tag::kList) && item.Is(Tag::kList) && total_.IsUnique();
    Result<Value> next = grow ? om::Inplace(evaluator_, BinaryOp::kAdd, std::move(total_), item)
                              : om::Binary(evaluator_, BinaryOp::kAdd, total_, item);
    if (!next.ok()) return next.TakeStop();
    total_ = std::move(*next);
    if (mode_ == Mode::kInts && is_int && total_.Is(Tag::kInt)) next_mode = Mode::kInts;
    if (mode_ == Mode::kInts && total_.Is(Tag::kFloat)) next_mode = Mode::kFloats;
    EnterMode(next_mode);
    return Flow::kContinue;
  }

  Value Take() {
    if (mode_ == Mode::kFloats) return Value::Float(floats_.Result());
    return std::move(total_);
  }

 private:
  enum class Mode { kInts, kFloats, kAny };

  void EnterMode(Mode mode) {
    mode_ = mode;
    if (mode == Mode::kFloats) floats_ = {.total = total_.as_float()};
  }

  Evaluator& evaluator_;
  Value total_;                 // but in mode kFloats
  num::CompensatedSum floats_;  // in mode kFloats
  bool compensated_;
  Mode mode_;
};

}  // namespace

Result<Value> Sum(Call& call) {
  const Value& iterable = call.args[0];
  Value start = call.args[1].is_unbound() ? Value::Int(0) : std::move(call.args[1]);
  FORA_TRY_VOID(om::Iter(call.evaluator, iterable));  // what can't be iterated is found first
  if (start.Is(Tag::kStr)) return om::TypeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (auto folded = OfferFold(call.evaluator, Reducer::kSum, iterable, start)) return std::move(*folded);
  SumOfItems sum(call.evaluator, std::move(start));
  FORA_TRY_VOID(ForEach(call.evaluator, iterable, [&](Value item) { return sum.Add(std::move(item)); }));
  return sum.Take();
}

namespace {

struct ExtremeKeywords {
  Value key = Value::None();
  Value default_value;  // unbound: none
};

Result<ExtremeKeywords> TakeKeywords(Call& call, const std::string& name) {
  ExtremeKeywords found;
  if (call.keywords.size() > 2)
    return om::TypeError(name + "() takes at most 2 keyword arguments (" +
                         std::to_string(call.keywords.size()) + " given)");
  for (auto& [keyword, value] : call.keywords) {
    if (keyword == "key")
      found.key = std::move(value);
    else if (keyword == "default")
      found.default_value = std::move(value);
    else
      return om::TypeError("'" + keyword + "' is an invalid keyword argument for " + name + "()");
  }
  return found;
}

// min and max: the first element that no other one is `op` of.
Result<Value> Extreme(Call& call, Reducer reducer, CompareOp op, const std::string& name) {
  FORA_TRY_VOID(CheckCount(name, call.args.size(), 1, kManyArguments));
  FORA_TRY(ExtremeKeywords keywords, TakeKeywords(call, name));
  bool several = call.args.size() > 1;
  if (several && !keywords.default_value.is_unbound())
    return om::TypeError("Cannot specify a default for " + name + "() with multiple positional arguments");
  Value iterable = several ? MakeTuple(std::move(call.args)) : std::move(call.args[0]);
  if (keywords.key.is_none() && keywords.default_value.is_unbound()) {
    if (auto folded = OfferFold(call.evaluator, reducer, iterable)) return std::move(*folded);
  }
  Value best, best_key;
  FORA_TRY_VOID(ForEach(call.evaluator, iterable, [&](Value item) -> Result<Flow> {
    Value key = item;
    if (!keywords.key.is_none()) {
      FORA_TRY(key, om::Call(call.evaluator, keywords.key, std::vector<Value>{item}));
    }
    bool better = best.is_unbound();
    if (!better) {
      FORA_TRY(better, om::CompareTruth(call.evaluator, op, key, best_key));
    }
    if (better) {
      best = std::move(item);
      best_key = std::move(key);
    }
    return Flow::kContinue;
  }));
  if (!best.is_unbound()) return best;
  if (!keywords.default_value.is_unbound()) return keywords.default_value;
  // The text changed with 3.12.
  return om::ValueError(name + (call.evaluator.python_minor() >= 12 ? "() iterable argument is empty"
                                                                    : "() arg is an empty sequence"));
}

}  // namespace

Result<Value> Min(Call& call) { return Extreme(call, Reducer::kMin, CompareOp::kLt, "min"); }
Result<Value> Max(Call& call) { return Extreme(call, Reducer::kMax, CompareOp::kGt, "max"); }

Result<Value> Sorted(Call& call) {
  FORA_TRY_VOID(CheckCount("sorted", call.args.size(), 1, 1));
  FORA_TRY(Value collected, CollectList(call.evaluator, call.args[0]));
  Value key = Value::None();
  bool reverse = false;
  for (auto& [keyword, value] : call.keywords) {
    if (keyword == "key") {
      key = std::move(value);
    } else if (keyword == "reverse") {
      FORA_TRY(Value flag, om::Index(call.evaluator, value));
      FORA_TRY(reverse, om::Truth(call.evaluator, flag));
    } else {
      return om::TypeError("'" + keyword + "' is an invalid keyword argument for sort()");
    }
  }
  auto* list = collected.as<ListObject>();
  std::vector<Value> items;
  FORA_TRY_VOID(om::CheckMemory(list->size, sizeof(Value)));
  items.reserve(list->size);
  for (int64_t i = 0; i < list->size; ++i) items.push_back(list->At(i));
  FORA_TRY(std::vector<Value> sorted, om::Sort(call.evaluator, std::move(items), key, reverse));
  return MakeList(std::move(sorted));
}

}  // namespace fora::builtins
