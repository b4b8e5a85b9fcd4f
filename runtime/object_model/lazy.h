// Lazy: the base of the iterators that know what they were made of. Private to this folder (iterators.h is
// the API).
#pragma once

#include "runtime/object_model/iterators.h"
#include "runtime/value/objects.h"

namespace fora::object_model {

class Lazy : public IteratorObject {
 public:
  explicit Lazy(IteratorSource source) : source_(std::move(source)) {}
  Result<Value> Next(Evaluator& evaluator) final {
    advanced_ = true;
    return Step(evaluator);
  }
  bool advanced() const { return advanced_; }
  // See PositionOf and IteratorAt.
  virtual std::optional<SequencePosition> Position() const { return std::nullopt; }
  virtual Value At(int64_t next) const { return Value(); }
  const IteratorSource& source() const { return source_; }

 protected:
  virtual Result<Value> Step(Evaluator& evaluator) = 0;
  // The same over other iterators.
  IteratorSource With(std::vector<Value> sources) const {
    return {source_.kind, std::move(sources), source_.function, source_.start, source_.strict};
  }
  IteratorSource source_;

 private:
  bool advanced_ = false;
};

// The iterator over a range, list, tuple, str or dict, forwards or backwards.
Value MakeSequenceIterator(const Value& sequence, bool backwards);
// The iterator over an instance that has __len__ (backwards only) and __getitem__.
Value MakeItemIterator(const Value& instance);
Value MakeReversedItemIterator(const Value& instance, int64_t length);

}  // namespace fora::object_model
