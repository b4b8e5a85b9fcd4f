// Iterators over containers, and over instances that are read by __getitem__.
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/lazy.h"

namespace fora::object_model {
namespace {

IteratorSource SourceOf(const Value& container, bool backwards) {
  return {backwards ? SourceKind::kReversed : SourceKind::kSequence, {container}, Value(), Value(), false};
}

// Reads a container of a known length by index: nobody can change it while the iterator refers to it.
class ContainerIterator : public Lazy {
 public:
  ContainerIterator(const Value& container, int64_t length, bool backwards)
      : Lazy(SourceOf(container, backwards)), backwards_(backwards), remaining_(length), length_(length) {}

  const char* type_name() const override {
    switch (container().tag()) {
      case Tag::kList: return backwards_ ? "list_reverseiterator" : "list_iterator";
      case Tag::kTuple: return backwards_ ? "reversed" : "tuple_iterator";
      case Tag::kStr:
        if (backwards_) return "reversed";
        return container().as<StrObject>()->ascii ? "str_ascii_iterator" : "str_iterator";
      default: return "dict_keyiterator";
    }
  }
  std::optional<SequencePosition> Position() const override {
    if (container().Is(Tag::kDict)) return std::nullopt;
    return SequencePosition{backwards_ ? MakeSequenceIterator(container(), true) : container(),
                            length_ - remaining_};
  }
  Value At(int64_t next) const override {
    auto* moved = new ContainerIterator(container(), length_, backwards_);
    moved->remaining_ = length_ - next;
    return Value::Adopt(moved);
  }

 protected:
  Result<Value> Step(Evaluator& evaluator) override {
    if (remaining_ == 0) return Value();
    --remaining_;
    return Item(backwards_ ? remaining_ : length_ - 1 - remaining_);
  }

 private:
  const Value& container() const { return source_.sources[0]; }
  Value Item(int64_t i) const {
    switch (container().tag()) {
      case Tag::kList: return container().as<ListObject>()->At(i);
      case Tag::kTuple: return container().as<TupleObject>()->items[i];
      case Tag::kStr: return SliceStr(*container().as<StrObject>(), i, 1, 1);
      default: return container().as<DictObject>()->entries[i].first;
    }
  }

  const bool backwards_;
  int64_t remaining_;
  const int64_t length_;
};

class RangeIterator : public Lazy {
 public:
  RangeIterator(const Value& range, bool backwards, int64_t start, int64_t step, int64_t length)
      : Lazy(SourceOf(range, backwards)),
        backwards_(backwards),
        next_(start),
        step_(step),
        remaining_(length),
        length_(length) {}
  const char* type_name() const override { return "range_iterator"; }
  std::optional<SequencePosition> Position() const override {
    const Value& range = source_.sources[0];
    return SequencePosition{backwards_ ? MakeSequenceIterator(range, true) : range, length_ - remaining_};
  }
  Value At(int64_t next) const override {
    // Within the range or one step behind it, where it may wrap: that one is not used.
    const auto first = static_cast<uint64_t>(next_) -
                       static_cast<uint64_t>(length_ - remaining_) * static_cast<uint64_t>(step_);
    const auto start =
        static_cast<int64_t>(first + static_cast<uint64_t>(next) * static_cast<uint64_t>(step_));
    auto* moved = new RangeIterator(source_.sources[0], backwards_, start, step_, length_);
    moved->remaining_ = length_ - next;
    return Value::Adopt(moved);
  }

 protected:
  Result<Value> Step(Evaluator& evaluator) override {
    if (remaining_ == 0) return Value();
    --remaining_;
    int64_t value = next_;
    // After the last element the next one may not fit; it is not used.
    next_ = static_cast<int64_t>(static_cast<uint64_t>(next_) + static_cast<uint64_t>(step_));
    return Value::Int(value);
  }

 private:
  const bool backwards_;
  int64_t next_;
  const int64_t step_;
  int64_t remaining_;
  const int64_t length_;
};

// A range whose bounds or length don't fit 64 bits.
class LongRangeIterator : public Lazy {
 public:
  LongRangeIterator(const Value& range, bool backwards)
      : Lazy(SourceOf(range, backwards)), backwards_(backwards) {}
  const char* type_name() const override { return "longrange_iterator"; }
  Value At(int64_t next) const override {
    auto* moved = new LongRangeIterator(source_.sources[0], backwards_);
    moved->index_ = num::BigInt(next);
    return Value::Adopt(moved);
  }

 protected:
  Result<Value> Step(Evaluator& evaluator) override {
    auto* range = source_.sources[0].as<RangeObject>();
    num::BigInt length = ToBigInt(range->length);
    if (!(index_ < length)) return Value();
    num::BigInt at = backwards_ ? length - num::BigInt(1) - index_ : index_;
    index_ = index_ + num::BigInt(1);
    return RangeItem(*range, FromBigInt(std::move(at)));
  }

 private:
  const bool backwards_;
  num::BigInt index_{0};
};

bool EndsIteration(const Stop& stop) {
  return IsRaised(stop, BuiltinClass::kIndexError) || IsRaised(stop, BuiltinClass::kStopIteration);
}

// instance[0], instance[1], ... until IndexError.
class ItemIterator : public IteratorObject {
 public:
  explicit ItemIterator(const Value& instance) : instance_(instance) {}
  const char* type_name() const override { return "iterator"; }
  Result<Value> Next(Evaluator& evaluator) override {
    if (instance_.is_unbound()) return Value();
    Result<Value> item = GetItem(evaluator, instance_, Value::Int(index_++));
    if (item.ok() || !EndsIteration(item.stop())) return item;
    instance_ = Value();
    return Value();
  }

 private:
  Value instance_;
  int64_t index_ = 0;
};

class ReversedItemIterator : public IteratorObject {
 public:
  ReversedItemIterator(const Value& instance, int64_t length) : instance_(instance), index_(length) {}
  const char* type_name() const override { return "reversed"; }
  Result<Value> Next(Evaluator& evaluator) override {
    if (index_ <= 0) return Value();
    Result<Value> item = GetItem(evaluator, instance_, Value::Int(--index_));
    if (item.ok() || !EndsIteration(item.stop())) return item;
    index_ = 0;
    return Value();
  }

 private:
  const Value instance_;
  int64_t index_;
};

Value MakeRangeIterator(const Value& v, bool backwards) {
  auto* range = v.as<RangeObject>();
  bool fits = range->start.Is(Tag::kInt) && range->stop.Is(Tag::kInt) && range->step.Is(Tag::kInt) &&
              range->length.Is(Tag::kInt);
  if (!fits) return Value::Adopt(new LongRangeIterator(v, backwards));
  int64_t length = range->length.as_int();
  int64_t start = range->start.as_int();
  int64_t step = range->step.as_int();
  if (backwards) {
    // start + (length - 1) * step lies within the range, so only the way there may wrap.
    start = static_cast<int64_t>(static_cast<uint64_t>(start) +
                                 static_cast<uint64_t>(length - 1) * static_cast<uint64_t>(step));
    step = static_cast<int64_t>(-static_cast<uint64_t>(step));
  }
  return Value::Adopt(new RangeIterator(v, backwards, start, step, length));
}

}  // namespace

Value MakeSequenceIterator(const Value& v, bool backwards) {
  auto make = [&](int64_t length) { return Value::Adopt(new ContainerIterator(v, length, backwards)); };
  if (v.Is(Tag::kRange)) return MakeRangeIterator(v, backwards);
  if (v.Is(Tag::kList)) return make(v.as<ListObject>()->size);
  if (v.Is(Tag::kTuple)) return make(v.as<TupleObject>()->size);
  if (v.Is(Tag::kStr)) return make(v.as<StrObject>()->length);
  return make(v.as<DictObject>()->entries.size());
}

Value MakeItemIterator(const Value& instance) { return Value::Adopt(new ItemIterator(instance)); }

Value MakeReversedItemIterator(const Value& instance, int64_t length) {
  return Value::Adopt(new ReversedItemIterator(instance, length));
}

}  // namespace fora::object_model
