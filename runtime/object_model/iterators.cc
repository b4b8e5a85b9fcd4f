#include "runtime/object_model/iterators.h"

#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/lazy.h"
#include "runtime/object_model/memory_limit.h"

namespace fora::object_model {
namespace {

// A StopIteration that comes out of `next` is the end, whoever raised it.
Result<Value> EndOnStopIteration(Result<Value> item) {
  if (!item.ok() && IsRaised(item.stop(), BuiltinClass::kStopIteration)) return Value();
  return item;
}

class GeneratorIterator : public Lazy {
 public:
  using Lazy::Lazy;
  const char* type_name() const override { return "generator"; }

  // The next element; what the element function raises comes out as it is.
  Result<Value> StepRaw(Evaluator& evaluator) {
    while (!done_) {
      Result<Value> item = inner_.is_unbound() ? NextOuter(evaluator) : NextInner(evaluator);
      if (!item.ok()) Finish();
      if (!item.ok() || !item->Is(Tag::kSkip)) return item;
    }
    return Value();
  }

 protected:
  Result<Value> Step(Evaluator& evaluator) override {
    if (running_) return ValueError("generator already executing");
    running_ = true;
    Result<Value> item = StepRaw(evaluator);
    running_ = false;
    if (item.ok() || !IsRaised(item.stop(), BuiltinClass::kStopIteration)) return item;
    auto stop = Raise(BuiltinClass::kRuntimeError, "generator raised StopIteration");
    ExceptionState& state = *stop->exception.as<InstanceObject>()->exception;
    state.cause = state.context = item.stop().exception;
    return stop;
  }

 private:
  // An element, Skip, or unbound at the end. With kFlatGenerator, makes the next inner iterator and gives
  // Skip.
  Result<Value> NextOuter(Evaluator& evaluator) {
    Result<Value> x = object_model::Next(evaluator, source_.sources[0]);
    if (!x.ok()) {
      if (source_.function.Is(Tag::kFunction))
        evaluator.AddComprehensionFrame(x.stop(), *source_.function.as<FunctionObject>());
      return x;
    }
    if (x->is_unbound()) {
      Finish();
      return x;
    }
    std::vector<Value> arguments;
    arguments.push_back(std::move(*x));
    FORA_TRY(Value item, Call(evaluator, source_.function, std::move(arguments)));
    if (source_.kind != SourceKind::kFlatGenerator || item.Is(Tag::kSkip)) return item;
    inner_ = std::move(item);
    return Value::Skip();
  }

  Result<Value> NextInner(Evaluator& evaluator) {
    auto* generator = dynamic_cast<GeneratorIterator*>(inner_.as<IteratorObject>());
    FORA_CHECK(generator != nullptr) << "a flattened element is a generator";
    FORA_TRY(Value item, generator->StepRaw(evaluator));
    if (!item.is_unbound()) return item;
    inner_ = Value();
    return Value::Skip();
  }

  void Finish() {
    done_ = true;
    inner_ = Value();
  }

  Value inner_;
  bool done_ = false;
  bool running_ = false;
};

// Of an iterator's source: nobody else may advance it.
std::optional<SequencePosition> OwnPosition(const Value& source) {
  return source.IsUnique() ? PositionOf(source) : std::nullopt;
}

Value AtOf(const Value& iterator, int64_t next) {
  return dynamic_cast<const Lazy&>(*iterator.as<IteratorObject>()).At(next);
}

class EnumerateIterator : public Lazy {
 public:
  explicit EnumerateIterator(IteratorSource source) : Lazy(std::move(source)), index_(source_.start) {}
  const char* type_name() const override { return "enumerate"; }
  std::optional<SequencePosition> Position() const override {
    std::optional<SequencePosition> position = OwnPosition(source_.sources[0]);
    int64_t last;
    if (!position || !source_.start.Is(Tag::kInt) ||
        __builtin_add_overflow(source_.start.as_int(), position->next, &last))
      return std::nullopt;
    position->iterable = Value::Adopt(new EnumerateIterator(With({IteratorAt(position->iterable, 0)})));
    return position;
  }
  Value At(int64_t next) const override {
    auto* moved = new EnumerateIterator(With({AtOf(source_.sources[0], next)}));
    moved->index_ = FromBigInt(ToBigInt(source_.start) + num::BigInt(next));
    return Value::Adopt(moved);
  }

 protected:
  Result<Value> Step(Evaluator& evaluator) override {
    FORA_TRY(Value item, object_model::Next(evaluator, source_.sources[0]));
    if (item.is_unbound()) return item;
    FORA_TRY(Value next, Binary(evaluator, BinaryOp::kAdd, index_, Value::Int(1)));
    std::vector<Value> pair;
    pair.push_back(std::exchange(index_, std::move(next)));
    pair.push_back(std::move(item));
    return MakeTuple(std::move(pair));
  }

 private:
  Value index_;
};

class ZipIterator : public Lazy {
 public:
  using Lazy::Lazy;
  const char* type_name() const override { return "zip"; }
  std::optional<SequencePosition> Position() const override {
    if (source_.strict || source_.sources.empty()) return std::nullopt;
    std::vector<Value> sources;
    int64_t next = 0;
    for (const Value& source : source_.sources) {
      const std::optional<SequencePosition> position = OwnPosition(source);
      if (!position || (!sources.empty() && position->next != next)) return std::nullopt;
      next = position->next;
      sources.push_back(IteratorAt(position->iterable, 0));
    }
    return SequencePosition{Value::Adopt(new ZipIterator(With(std::move(sources)))), next};
  }
  Value At(int64_t next) const override {
    std::vector<Value> sources;
    for (const Value& source : source_.sources) sources.push_back(AtOf(source, next));
    return Value::Adopt(new ZipIterator(With(std::move(sources))));
  }

 protected:
  Result<Value> Step(Evaluator& evaluator) override {
    const size_t n = source_.sources.size();
    if (n == 0) return Value();
    std::vector<Value> items;
    for (size_t i = 0; i < n; ++i) {
      FORA_TRY(Value item, object_model::Next(evaluator, source_.sources[i]));
      if (item.is_unbound()) return AtEnd(evaluator, i);
      items.push_back(std::move(item));
    }
    return MakeTuple(std::move(items));
  }

 private:
  // Source i was the first to end. Strict: the others must end, too.
  Result<Value> AtEnd(Evaluator& evaluator, size_t i) {
    if (!source_.strict) return Value();
    if (i > 0) return Uneven(i, "shorter");
    for (size_t k = 1; k < source_.sources.size(); ++k) {
      FORA_TRY(Value item, object_model::Next(evaluator, source_.sources[k]));
      if (!item.is_unbound()) return Uneven(k, "longer");
    }
    return Value();
  }
  static std::unique_ptr<Stop> Uneven(size_t i, const char* how) {
    return ValueError("zip() argument " + std::to_string(i + 1) + " is " + how + " than argument" +
                      (i == 1 ? " " : "s 1-") + std::to_string(i));
  }
};

class MapIterator : public Lazy {
 public:
  using Lazy::Lazy;
  const char* type_name() const override { return "map"; }

 protected:
  Result<Value> Step(Evaluator& evaluator) override {
    std::vector<Value> items;
    for (const Value& source : source_.sources) {
      FORA_TRY(Value item, object_model::Next(evaluator, source));
      if (item.is_unbound()) return item;
      items.push_back(std::move(item));
    }
    return EndOnStopIteration(Call(evaluator, source_.function, std::move(items)));
  }
};

class FilterIterator : public Lazy {
 public:
  using Lazy::Lazy;
  const char* type_name() const override { return "filter"; }

 protected:
  Result<Value> Step(Evaluator& evaluator) override { return EndOnStopIteration(NextKept(evaluator)); }

 private:
  Result<Value> NextKept(Evaluator& evaluator) {
    while (true) {
      FORA_TRY(Value item, object_model::Next(evaluator, source_.sources[0]));
      if (item.is_unbound()) return item;
      Value verdict = item;
      if (!source_.function.is_none()) {
        FORA_TRY(verdict, Call(evaluator, source_.function, std::vector<Value>{item}));
      }
      FORA_TRY(bool keep, Truth(evaluator, verdict));
      if (keep) return item;
      if (evaluator.cancelled()) return Cancelled();
    }
  }
};

// A user's iterator: an instance with __next__.
class InstanceIterator : public IteratorObject {
 public:
  explicit InstanceIterator(Value instance) : instance_(std::move(instance)) {}
  const char* type_name() const override { return "iterator"; }
  Result<Value> Next(Evaluator& evaluator) override { return object_model::Next(evaluator, instance_); }

 private:
  const Value instance_;
};

bool IsContainer(const Value& v) {
  return v.Is(Tag::kRange) || v.Is(Tag::kList) || v.Is(Tag::kTuple) || v.Is(Tag::kStr) || v.Is(Tag::kDict);
}

Result<Value> IterInstance(Evaluator& evaluator, const Value& v) {
  if (std::optional<Result<Value>> made = CallSpecial(evaluator, v, "__iter__", {})) {
    if (!made->ok()) return std::move(*made);
    Value iterator = **made;
    if (iterator.Is(Tag::kIterator) || FindSpecial(iterator, "__next__") != nullptr) return iterator;
    return TypeError("iter() returned non-iterator of type '" + TypeName(iterator) + "'");
  }
  if (FindSpecial(v, "__getitem__") != nullptr) return MakeItemIterator(v);
  return TypeError("'" + TypeName(v) + "' object is not iterable");
}

}  // namespace

const IteratorSource* Pristine(const Value& iterator) {
  if (!iterator.Is(Tag::kIterator)) return nullptr;
  auto* lazy = dynamic_cast<const Lazy*>(iterator.as<IteratorObject>());
  if (lazy == nullptr || lazy->advanced()) return nullptr;
  const IteratorSource& source = lazy->source();
  if (source.kind == SourceKind::kSequence || source.kind == SourceKind::kReversed) return &source;
  for (const Value& from : source.sources) {
    if (Pristine(from) == nullptr) return nullptr;
  }
  return &source;
}

bool IsPristineAndUnshared(const Value& iterator) {
  const IteratorSource* source = Pristine(iterator);
  if (source == nullptr || !iterator.IsUnique()) return false;
  if (source->kind == SourceKind::kSequence || source->kind == SourceKind::kReversed) return true;
  for (const Value& from : source->sources) {
    if (!IsPristineAndUnshared(from)) return false;
  }
  return true;
}

std::optional<SequencePosition> PositionOf(const Value& iterator) {
  if (!iterator.Is(Tag::kIterator)) return std::nullopt;
  const auto* lazy = dynamic_cast<const Lazy*>(iterator.as<IteratorObject>());
  return lazy != nullptr ? lazy->Position() : std::nullopt;
}

Value IteratorAt(const Value& iterable, int64_t next) {
  return AtOf(iterable.Is(Tag::kIterator) ? iterable : MakeSequenceIterator(iterable, false), next);
}

Result<Value> IterObject(Evaluator& evaluator, const Value& v) {
  if (v.Is(Tag::kIterator)) return v;
  if (IsContainer(v)) return MakeSequenceIterator(v, false);
  if (v.Is(Tag::kInstance)) return IterInstance(evaluator, v);
  return TypeError("'" + TypeName(v) + "' object is not iterable");
}

Result<Value> Iter(Evaluator& evaluator, const Value& v) {
  FORA_TRY(Value iterator, IterObject(evaluator, v));
  if (iterator.Is(Tag::kIterator)) return iterator;
  return Value::Adopt(new InstanceIterator(std::move(iterator)));
}

Result<Value> Next(Evaluator& evaluator, const Value& iterator) {
  if (iterator.Is(Tag::kIterator)) return iterator.as<IteratorObject>()->Next(evaluator);
  if (std::optional<Result<Value>> item = CallSpecial(evaluator, iterator, "__next__", {}))
    return EndOnStopIteration(std::move(*item));
  return TypeError("'" + TypeName(iterator) + "' object is not an iterator");
}

Result<Value> MakeGenerator(Evaluator& evaluator, const Value& iterable, Value element_function,
                            bool flatten) {
  FORA_TRY(Value source, Iter(evaluator, iterable));
  SourceKind kind = flatten ? SourceKind::kFlatGenerator : SourceKind::kGenerator;
  return Value::Adopt(new GeneratorIterator(
      IteratorSource{kind, {std::move(source)}, std::move(element_function), Value(), false}));
}

Result<Value> MakeEnumerate(Evaluator& evaluator, const Value& iterable, Value start) {
  FORA_TRY(Value source, Iter(evaluator, iterable));
  return Value::Adopt(new EnumerateIterator(
      IteratorSource{SourceKind::kEnumerate, {std::move(source)}, Value(), std::move(start), false}));
}

namespace {

Result<std::vector<Value>> IterAll(Evaluator& evaluator, const std::vector<Value>& iterables) {
  std::vector<Value> sources;
  for (const Value& iterable : iterables) {
    FORA_TRY(Value source, Iter(evaluator, iterable));
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace

Result<Value> MakeZip(Evaluator& evaluator, const std::vector<Value>& iterables, bool strict) {
  FORA_TRY(std::vector<Value> sources, IterAll(evaluator, iterables));
  return Value::Adopt(
      new ZipIterator(IteratorSource{SourceKind::kZip, std::move(sources), Value(), Value(), strict}));
}

Result<Value> MakeMap(Evaluator& evaluator, Value function, const std::vector<Value>& iterables) {
  FORA_TRY(std::vector<Value> sources, IterAll(evaluator, iterables));
  return Value::Adopt(new MapIterator(
      IteratorSource{SourceKind::kMap, std::move(sources), std::move(function), Value(), false}));
}

Result<Value> MakeFilter(Evaluator& evaluator, Value function, const Value& iterable) {
  FORA_TRY(Value source, Iter(evaluator, iterable));
  return Value::Adopt(new FilterIterator(
      IteratorSource{SourceKind::kFilter, {std::move(source)}, std::move(function), Value(), false}));
}

Result<Value> MakeReversed(Evaluator& evaluator, const Value& v) {
  if (v.Is(Tag::kDict)) return Unsupported("reversed() of a dict is not supported");
  if (IsContainer(v)) return MakeSequenceIterator(v, true);
  if (std::optional<Result<Value>> made = CallSpecial(evaluator, v, "__reversed__", {}))
    return std::move(*made);
  if (FindSpecial(v, "__getitem__") == nullptr)
    return TypeError("'" + TypeName(v) + "' object is not reversible");
  FORA_TRY(Value length, Len(evaluator, v));
  return MakeReversedItemIterator(v, length.as_int());
}

Result<Value> Collect(Evaluator& evaluator, const Value& generator) {
  auto* lazy = dynamic_cast<GeneratorIterator*>(generator.as<IteratorObject>());
  FORA_CHECK(lazy != nullptr) << "a comprehension collects a generator";
  if (IsPristineAndUnshared(generator)) {
    if (std::optional<Result<Value>> list = evaluator.Fold(Reducer::kCollect, generator, Value()))
      return std::move(*list);
  }
  Value list = MakeList();
  while (true) {
    FORA_TRY(Value item, lazy->StepRaw(evaluator));
    if (item.is_unbound()) return list;
    FORA_TRY_VOID(AppendChecked(list.as<ListObject>(), std::move(item)));
    if (evaluator.cancelled()) return Cancelled();
  }
}

}  // namespace fora::object_model
