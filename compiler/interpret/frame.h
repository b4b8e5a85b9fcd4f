// The registers of running functions: one stack per interpreter, a slice of it per frame.
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <vector>

#include "compiler/interpret/plan.h"
#include "runtime/value/objects.h"

namespace fora::interpret {

// A stack of Values in segments that never move. Slices are returned in reverse order of allocation.
class RegisterStack {
 public:
  Value* Allocate(size_t n) {
    if (segments_.empty() || segments_[current_].used + n > segments_[current_].size) NextSegment(n);
    Segment& segment = segments_[current_];
    Value* slice = segment.values.get() + segment.used;
    segment.used += n;
    return slice;
  }
  // All registers of the slice are unbound again.
  void Free(size_t n) {
    segments_[current_].used -= n;
    while (current_ > 0 && segments_[current_].used == 0) --current_;
  }

 private:
  static constexpr size_t kSegmentValues = 4096;
  struct Segment {
    std::unique_ptr<Value[]> values;
    size_t size;
    size_t used = 0;
  };
  void NextSegment(size_t n) {
    if (!segments_.empty() && segments_[current_].used > 0) ++current_;
    segments_.resize(std::max(segments_.size(), current_ + 1));
    Segment& segment = segments_[current_];
    if (segment.size >= n) return;
    size_t size = std::max(n, kSegmentValues);
    segment = {std::make_unique<Value[]>(size), size};
  }
  std::vector<Segment> segments_;
  size_t current_ = 0;
};

// One running function. Its registers are empty except where something was put.
class Frame {
 public:
  Frame(RegisterStack& stack, const Plan& plan)
      : stack_(stack), plan_(plan), registers_(stack.Allocate(plan.register_count)) {}
  ~Frame() {
    for (Value& value : span()) value = Value();
    stack_.Free(plan_.register_count);
  }
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  const Plan& plan() const { return plan_; }
  Value* registers() { return registers_; }
  std::span<Value> span() { return {registers_, plan_.register_count}; }
  Value& operator[](ir::ValueId id) { return registers_[id.value()]; }

  // The captures; then a value for each parameter in order.
  void Begin(const FunctionObject& function) {
    for (const Value& capture : function.captures) AddParameter(capture);
  }
  void AddParameter(Value value) {
    if (std::optional<Register> to = plan_.entry[next_parameter_++]) registers_[*to] = std::move(value);
  }

 private:
  RegisterStack& stack_;
  const Plan& plan_;
  Value* registers_;
  size_t next_parameter_ = 0;
};

// The exceptions that a frame is handling: the newest of those that its interpreter's frames are. They end
// with it.
class Handling {
 public:
  // count: of those that are there already. A frame that resumes one which compiled code has left takes over
  // its.
  Handling(std::vector<Value>& all, uint32_t count)
      : all_(all), others_(all.size() - std::min<size_t>(all.size(), count)) {}
  ~Handling() { Keep(0); }
  Handling(const Handling&) = delete;
  Handling& operator=(const Handling&) = delete;

  // No more than the `count` oldest go on.
  void Keep(uint32_t count) {
    if (all_.size() > others_ + count) all_.resize(others_ + count);
  }
  void Begin(Value exception) { all_.push_back(std::move(exception)); }

 private:
  std::vector<Value>& all_;
  const size_t others_;
};

// Where a frame goes on: an instruction of a block; == size: its terminator.
struct Position {
  uint32_t block = 0;
  uint32_t instruction = 0;
};

}  // namespace fora::interpret
