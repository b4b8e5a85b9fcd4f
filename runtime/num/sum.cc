#include "runtime/num/sum.h"

#include <utility>

#include "runtime/num/int64.h"
#include "runtime/num/int_float.h"

namespace fora::num {

BigInt IntSum::Result() const {
  BigInt result = BigInt::FromInt128(small_);
  return big_ ? result + *big_ : result;
}

NumberSum::NumberSum(Rule rule, Number start) : rule_(rule), mode_(Mode::kFloats) {
  if (const double* x = std::get_if<double>(&start)) {
    floats_.total = *x;
    return;
  }
  ints_ = std::get<BigInt>(std::move(start));
  mode_ = ints_.FitsInt64() ? Mode::kMachineInts : Mode::kInts;
  if (mode_ == Mode::kMachineInts) machine_ints_ = ints_.ToInt64();
}

void NumberSum::BecomePlain() {
  if (mode_ == Mode::kMachineInts) {
    ints_ = BigInt(machine_ints_);
    mode_ = Mode::kInts;
  } else if (mode_ == Mode::kFloats) {
    floats_ = {.total = floats_.Result()};
    mode_ = Mode::kPlainFloats;
  }
}

std::optional<Error> NumberSum::Add(int64_t x) {
  if (mode_ == Mode::kFloats || mode_ == Mode::kPlainFloats) {
    floats_.AddPlain(static_cast<double>(x));
    return std::nullopt;
  }
  int64_t next;
  if (mode_ == Mode::kMachineInts && !AddOverflows(machine_ints_, x, &next)) {
    machine_ints_ = next;
    return std::nullopt;
  }
  BecomePlain();
  ints_ = ints_ + BigInt(x);
  return std::nullopt;
}

std::optional<Error> NumberSum::Add(double x) {
  switch (mode_) {
    case Mode::kMachineInts:
      floats_.total = static_cast<double>(machine_ints_) + x;
      mode_ = Mode::kFloats;
      return std::nullopt;
    case Mode::kInts: {
      Fallible<double> start = ToDouble(ints_);
      if (!start.ok()) return std::move(start).error();
      floats_.total = *start + x;
      mode_ = Mode::kPlainFloats;
      return std::nullopt;
    }
    case Mode::kFloats:
      if (rule_ == Rule::kCompensated) {
        floats_.Add(x);
        return std::nullopt;
      }
      [[fallthrough]];
    case Mode::kPlainFloats:
      floats_.AddPlain(x);
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Error> NumberSum::Add(const BigInt& x) {
  if (x.FitsInt64()) return Add(x.ToInt64());
  BecomePlain();
  if (mode_ == Mode::kInts) {
    ints_ = ints_ + x;
    return std::nullopt;
  }
  Fallible<double> as_float = ToDouble(x);
  if (!as_float.ok()) return std::move(as_float).error();
  floats_.AddPlain(*as_float);
  return std::nullopt;
}

NumberSum::Number NumberSum::Result() const {
  switch (mode_) {
    case Mode::kMachineInts: return BigInt(machine_ints_);
    case Mode::kInts: return ints_;
    case Mode::kFloats:
    case Mode::kPlainFloats: return floats_.Result();
  }
  return 0.0;
}

}  // namespace fora::num
