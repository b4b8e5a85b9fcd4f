#include "runtime/tasks/partial.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iterator>
#include <new>
#include <utility>

#include "runtime/base/check.h"
#include "runtime/memory/memory.h"
#include "runtime/tasks/twin.h"
#include "runtime/value/identical.h"
#include "runtime/value/objects.h"

namespace fora::tasks {
namespace {

using abi::FoldKind;

double FromBits(uint64_t bits) {
  double d;
  std::memcpy(&d, &bits, sizeof d);
  return d;
}

uint64_t ToBits(double d) {
  uint64_t bits;
  std::memcpy(&bits, &d, sizeof bits);
  return bits;
}

// Neumaier's addition, as CPython >= 3.12 does it in `sum`.
// A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974).
void AddCompensated(double x, double* sum, double* compensation) {
  const double t = *sum + x;
  const bool sum_is_larger = std::fabs(*sum) >= std::fabs(x);
  const double larger = sum_is_larger ? *sum : x, smaller = sum_is_larger ? x : *sum;
  *compensation += (larger - t) + smaller;
  *sum = t;
}

double ElementAt(std::string_view elements, size_t at) {
  double x;
  std::memcpy(&x, elements.data() + at, sizeof x);
  return x;
}

// For what an outcome's elements get as company on their way.
constexpr size_t kOutcomeRoom = 512;

// The list that takes over `bytes` of `data` (of memory::Allocate).
Value AdoptList(Schema schema, char* data, int64_t size, int64_t capacity) {
  auto* list = new ListObject();
  list->schema = size == 0 ? Schema::kEmpty : schema;
  list->size = size;
  list->capacity = size == 0 ? 0 : capacity;
  if (size == 0) {
    memory::Free(data);
    data = nullptr;
  }
  list->data = data;
  return Value::Adopt(list);
}

Schema SchemaOf(FoldKind kind) {
  switch (kind) {
    case FoldKind::kCollectInt: return Schema::kInt;
    case FoldKind::kCollectFloat: return Schema::kFloat;
    case FoldKind::kCollectBool: return Schema::kBool;
    case FoldKind::kCollectBoxed: return Schema::kBoxed;
    case FoldKind::kSumInt:
    case FoldKind::kSumFloat:
    case FoldKind::kAny:
    case FoldKind::kAll:
    case FoldKind::kMinInt:
    case FoldKind::kMaxInt:
    case FoldKind::kMinFloat:
    case FoldKind::kMaxFloat:
    case FoldKind::kCount: break;
  }
  FORA_CHECK(false);
}

bool IsCollect(FoldKind kind) {
  return kind == FoldKind::kCollectInt || kind == FoldKind::kCollectFloat || kind == FoldKind::kCollectBool ||
         kind == FoldKind::kCollectBoxed;
}

bool ToDouble(const Value& v, double* result) {
  if (v.Is(Tag::kFloat)) {
    *result = v.as_float();
  } else if (v.Is(Tag::kInt) || v.Is(Tag::kBool)) {
    *result = static_cast<double>(v.as_int());
  } else {
    return false;
  }
  return true;
}

}  // namespace

bool IsOrdered(FoldKind kind) {
  return kind == FoldKind::kSumFloat || kind == FoldKind::kMinFloat || kind == FoldKind::kMaxFloat;
}

Reducer ReducerOf(FoldKind kind) {
  switch (kind) {
    case FoldKind::kSumInt:
    case FoldKind::kSumFloat: return Reducer::kSum;
    case FoldKind::kAny: return Reducer::kAny;
    case FoldKind::kAll: return Reducer::kAll;
    case FoldKind::kMinInt:
    case FoldKind::kMinFloat: return Reducer::kMin;
    case FoldKind::kMaxInt:
    case FoldKind::kMaxFloat: return Reducer::kMax;
    case FoldKind::kCollectInt:
    case FoldKind::kCollectFloat:
    case FoldKind::kCollectBool:
    case FoldKind::kCollectBoxed: return Reducer::kCollect;
    case FoldKind::kCount: return Reducer::kCount;
  }
  FORA_CHECK(false);
}

int64_t OutWidth(FoldKind kind, bool mapping) {
  if (IsOrdered(kind)) return mapping ? Partial::kKeptBytes : 0;
  if (!IsCollect(kind)) return 0;
  if (kind == FoldKind::kCollectBool) return 1;
  return kind == FoldKind::kCollectBoxed ? 16 : 8;
}

Partial::Partial(const abi::FoldSite* site, bool mapping, bool compensated)
    : site_(site), mapping_(mapping), compensated_(compensated) {
  FORA_CHECK(!mapping || IsOrdered(site->kind));
  accumulator_.owner = this;
}

Partial::~Partial() {
  if (site_->kind == FoldKind::kCollectBoxed) {
    auto* values = reinterpret_cast<Value*>(out_begin_);
    for (int64_t i = 0; i < out_bytes() / 16; ++i) values[i].~Value();
  }
  memory::Free(out_begin_);
}

abi::FoldBody Partial::body() const {
  if (mapping_) return site_->map;
  return compensated_ && site_->kind == FoldKind::kSumFloat ? site_->fold_compensated : site_->fold;
}

abi::FoldBody Partial::body_beside() const {
  if (mapping_) return nullptr;
  return compensated_ && site_->kind == FoldKind::kSumFloat ? site_->map_and_fold_compensated
                                                            : site_->map_and_fold;
}

void Partial::SetStart(uint64_t slot) {
  if (site_->kind == FoldKind::kSumFloat) accumulator_.real = FromBits(slot);
}

bool Partial::ReserveOut(int64_t elements) {
  const int64_t width = OutWidth(site_->kind, mapping_);
  if (width == 0) return true;
  const int64_t used = out_bytes();
  const int64_t needed = used + elements * width;
  const int64_t present = accumulator_.out_end - out_begin_;
  if (present >= needed) return true;
  // Twice as much, unless that is more than there is.
  int64_t capacity = std::max<int64_t>(needed, 2 * used);
  if (!memory::Admit(capacity - present)) capacity = needed;
  if (!memory::Admit(capacity - present)) return false;
  auto* data = static_cast<char*>(memory::Reallocate(out_begin_, capacity));
  if (data == nullptr) return false;
  out_begin_ = data;
  accumulator_.out = data + used;
  accumulator_.out_end = data + capacity;
  return true;
}

bool Partial::HasRoom(int64_t elements) const {
  return received_.empty() && accumulator_.out_end - accumulator_.out >= elements * kKeptBytes;
}

void Partial::Clear() {
  received_.clear();
  accumulator_.out = out_begin_;
}

bool Partial::Grow(abi::Accumulator* accumulator) {
  Partial* partial = static_cast<OwnedAccumulator*>(accumulator)->owner;
  return partial->ReserveOut(
      std::max<int64_t>(64, partial->out_bytes() / OutWidth(partial->site_->kind, partial->mapping_)));
}

bool Partial::AddBoxed(const Value& element) {
  if (site_->kind == FoldKind::kSumInt) {
    if (!element.Is(Tag::kBigInt)) return false;
    const num::BigInt& value = element.as<BigIntObject>()->value;
    big_sum_ = std::make_unique<num::BigInt>(big_sum_ == nullptr ? value : *big_sum_ + value);
    return true;
  }
  // An int among floats: the sum goes on in floats, as CPython's does.
  double x;
  if (site_->kind != FoldKind::kSumFloat || !ToDouble(element, &x)) return false;
  if (!ReserveOut(1)) {
    end = End::kNoMemory;
    return false;
  }
  if (mapping_) {
    std::memcpy(accumulator_.out, &x, sizeof x);
    accumulator_.out += sizeof x;
  } else {
    FoldElements({reinterpret_cast<const char*>(&x), sizeof x});
  }
  return true;
}

PartOutcome Partial::TakeOutcome() {
  FORA_CHECK(end == End::kComplete || end == End::kDecided);
  FORA_CHECK(mapping_ == IsOrdered(site_->kind));
  PartOutcome outcome{.kind = site_->kind,
                      .decided = end == End::kDecided,
                      .low = accumulator_.low,
                      .high = accumulator_.high,
                      .any = accumulator_.any};
  if (big_sum_ != nullptr) outcome.big_sum = std::move(*big_sum_);
  if (site_->kind == FoldKind::kCollectBoxed) {
    auto* values = reinterpret_cast<Value*>(out_begin_);
    outcome.boxed.assign(std::make_move_iterator(values), std::make_move_iterator(values + out_bytes() / 16));
  } else {
    const std::string_view kept = elements();
    outcome.elements.reserve(kept.size() + kOutcomeRoom);
    outcome.elements = kept;
  }
  return outcome;
}

bool Partial::SetOutcome(PartOutcome outcome) {
  const int64_t width = OutWidth(site_->kind, mapping_);
  const bool boxed = site_->kind == FoldKind::kCollectBoxed;
  const auto bytes = static_cast<int64_t>(outcome.elements.size());
  const bool early = site_->kind == FoldKind::kAny || site_->kind == FoldKind::kAll;
  if (outcome.kind != site_->kind || mapping_ != IsOrdered(site_->kind) || (outcome.decided && !early))
    return false;
  if (boxed ? bytes != 0 : !outcome.boxed.empty()) return false;
  if (width == 0 ? bytes != 0 : bytes % width != 0) return false;
  if (outcome.big_sum && site_->kind != FoldKind::kSumInt) return false;
  if (site_->kind == FoldKind::kCollectBool) {
    for (char truth : outcome.elements) {
      if (truth != 0 && truth != 1) return false;
    }
  }
  accumulator_.low = outcome.low;
  accumulator_.high = outcome.high;
  accumulator_.any = early && outcome.decided ? 1 : outcome.any;
  if (outcome.big_sum) big_sum_ = std::make_unique<num::BigInt>(*std::move(outcome.big_sum));
  if (boxed) {
    if (!ReserveOut(static_cast<int64_t>(outcome.boxed.size()))) return false;
    for (Value& element : outcome.boxed) {
      new (accumulator_.out) Value(std::move(element));
      accumulator_.out += sizeof(Value);
    }
  } else if (mapping_) {
    received_ = std::move(outcome.elements);
  } else if (bytes > 0) {
    if (!ReserveOut(bytes / width)) return false;
    std::memcpy(accumulator_.out, outcome.elements.data(), bytes);
    accumulator_.out += bytes;
  }
  end = outcome.decided ? End::kDecided : End::kComplete;
  return true;
}

bool Partial::decided() const {
  return (site_->kind == FoldKind::kAny || site_->kind == FoldKind::kAll) && accumulator_.any != 0;
}

// The serial part of a fold whose elements were computed elsewhere: its state is in registers.
void Partial::FoldElements(std::string_view elements) {
  abi::Accumulator& a = accumulator_;
  if (elements.empty()) return;
  double real = a.real;
  size_t at = 0;
  if (site_->kind != FoldKind::kSumFloat && a.any == 0) {
    real = ElementAt(elements, 0);
    at = sizeof(double);
  }
  const auto fold = [&](const auto& step) {
    for (; at < elements.size(); at += sizeof(double)) step(ElementAt(elements, at));
  };
  switch (site_->kind) {
    case FoldKind::kSumFloat:
      if (compensated_) {
        double compensation = a.compensation;
        fold([&](double x) { AddCompensated(x, &real, &compensation); });
        a.compensation = compensation;
      } else {
        fold([&](double x) { real += x; });
      }
      break;
    case FoldKind::kMinFloat: fold([&](double x) { real = x < real ? x : real; }); break;
    case FoldKind::kMaxFloat: fold([&](double x) { real = x > real ? x : real; }); break;
    case FoldKind::kSumInt:
    case FoldKind::kAny:
    case FoldKind::kAll:
    case FoldKind::kMinInt:
    case FoldKind::kMaxInt:
    case FoldKind::kCollectInt:
    case FoldKind::kCollectFloat:
    case FoldKind::kCollectBool:
    case FoldKind::kCollectBoxed:
    case FoldKind::kCount: FORA_CHECK(false);
  }
  a.real = real;
  a.any = 1;
}

void Partial::FoldKept(const Partial& other, int64_t first, int64_t count) {
  FoldElements(other.elements().substr(first * kKeptBytes, count * kKeptBytes));
}

void Partial::Append(Partial& next) {
  abi::Accumulator& a = accumulator_;
  abi::Accumulator& b = next.accumulator_;
  switch (site_->kind) {
    case FoldKind::kSumInt: {
      const unsigned __int128 left =
          (static_cast<unsigned __int128>(static_cast<uint64_t>(a.high)) << 64) | a.low;
      const unsigned __int128 right =
          (static_cast<unsigned __int128>(static_cast<uint64_t>(b.high)) << 64) | b.low;
      const unsigned __int128 sum = left + right;
      a.low = static_cast<uint64_t>(sum);
      a.high = static_cast<int64_t>(static_cast<uint64_t>(sum >> 64));
      if (next.big_sum_ != nullptr) {
        big_sum_ =
            std::make_unique<num::BigInt>(big_sum_ == nullptr ? *next.big_sum_ : *big_sum_ + *next.big_sum_);
      }
      break;
    }
    case FoldKind::kCount: a.low += b.low; break;
    case FoldKind::kAny:
    case FoldKind::kAll: a.any |= b.any; break;
    case FoldKind::kMinInt:
    case FoldKind::kMaxInt: {
      const auto left = static_cast<int64_t>(a.low), right = static_cast<int64_t>(b.low);
      const bool better = site_->kind == FoldKind::kMinInt ? right < left : right > left;
      if (b.any != 0 && (a.any == 0 || better)) a.low = b.low;
      a.any |= b.any;
      break;
    }
    case FoldKind::kSumFloat:
    case FoldKind::kMinFloat:
    case FoldKind::kMaxFloat:
      FORA_CHECK(next.mapping_);
      if (!mapping_) {
        FoldElements(next.elements());
        break;
      }
      [[fallthrough]];
    case FoldKind::kCollectInt:
    case FoldKind::kCollectFloat:
    case FoldKind::kCollectBool:
    case FoldKind::kCollectBoxed: {
      const auto bytes = static_cast<int64_t>(next.elements().size());
      if (bytes == 0) break;
      if (!ReserveOut(bytes / OutWidth(site_->kind, mapping_))) {
        end = End::kNoMemory;
        return;
      }
      std::memcpy(a.out, next.elements().data(), bytes);
      a.out += bytes;
      b.out = next.out_begin_;  // the references have moved
      break;
    }
  }
  end = next.end;
  stop = std::move(next.stop);
}

bool Partial::SameAs(const Partial& other) const {
  if (DependsOnTiming(stop.get()) || DependsOnTiming(other.stop.get())) return true;
  // A value that came back from the interpreter may not be seen to be of its type: then the whole fold is run
  // generically.
  if (end == End::kUnexpected || other.end == End::kUnexpected) return true;
  if (end != other.end) return false;
  if (end == End::kStopped) return Identical(*stop, *other.stop);
  if (end != End::kComplete) return true;  // how far others had come by then is no part of the outcome
  const abi::Accumulator &a = accumulator_, &b = other.accumulator_;
  if (a.low != b.low || a.high != b.high || a.any != b.any || ToBits(a.real) != ToBits(b.real)) return false;
  if ((big_sum_ == nullptr) != (other.big_sum_ == nullptr)) return false;
  if (big_sum_ != nullptr && *big_sum_ != *other.big_sum_) return false;
  if (site_->kind != FoldKind::kCollectBoxed)
    return elements() == other.elements();  // wherever they came from
  if (out_bytes() != other.out_bytes()) return false;
  const auto* values = reinterpret_cast<const Value*>(out_begin_);
  return std::equal(values, values + out_bytes() / 16, reinterpret_cast<const Value*>(other.out_begin_),
                    [](const Value& x, const Value& y) { return Identical(x, y); });
}

abi::Status Partial::Finish(uint64_t start, uint64_t* result, Value* boxed) {
  abi::Accumulator& a = accumulator_;
  switch (site_->kind) {
    case FoldKind::kSumInt: {
      const __int128 sum = (static_cast<__int128>(a.high) << 64 | a.low) + static_cast<int64_t>(start);
      if (big_sum_ == nullptr && sum == static_cast<int64_t>(sum)) {
        result[0] = static_cast<uint64_t>(sum);
        return abi::Status::kOk;
      }
      num::BigInt exact = num::BigInt::FromInt128(sum);
      if (big_sum_ != nullptr) exact = exact + *big_sum_;
      if (exact.FitsInt64()) {
        result[0] = static_cast<uint64_t>(exact.ToInt64());
        return abi::Status::kOk;
      }
      *boxed = Value::Adopt(new BigIntObject(std::move(exact)));
      return abi::Status::kBoxed;
    }
    case FoldKind::kSumFloat:
      result[0] = a.any;
      // As CPython: a compensation that is not finite (an overflow on the way) is left out.
      if (compensated_ && a.compensation != 0 && std::isfinite(a.compensation)) a.real += a.compensation;
      result[1] = a.any != 0 ? ToBits(a.real) : start;
      return abi::Status::kOk;
    case FoldKind::kMinFloat:
    case FoldKind::kMaxFloat:
      result[0] = a.any;
      result[1] = ToBits(a.real);
      return abi::Status::kOk;
    case FoldKind::kMinInt:
    case FoldKind::kMaxInt:
      result[0] = a.any;
      result[1] = a.low;
      return abi::Status::kOk;
    case FoldKind::kAny: result[0] = a.any; return abi::Status::kOk;
    case FoldKind::kAll: result[0] = a.any == 0 ? 1 : 0; return abi::Status::kOk;
    case FoldKind::kCount: result[0] = a.low; return abi::Status::kOk;
    case FoldKind::kCollectInt:
    case FoldKind::kCollectFloat:
    case FoldKind::kCollectBool:
    case FoldKind::kCollectBoxed: {
      const int64_t width = OutWidth(site_->kind, false);
      Value list =
          AdoptList(SchemaOf(site_->kind), out_begin_, out_bytes() / width, (a.out_end - out_begin_) / width);
      out_begin_ = a.out = a.out_end = nullptr;
      result[0] = reinterpret_cast<uint64_t>(list.Detach());
      return abi::Status::kOk;
    }
  }
  FORA_CHECK(false);
}

}  // namespace fora::tasks
