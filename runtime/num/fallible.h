// Fallible<T>: what an operation of Python gives: a T, or the Error that Python raises.
//
//   Fallible<BigInt> q = FloorDiv(a, b);
//   if (!q.ok()) return std::move(q).error();
//   Use(*q);
#ifndef FORA_RUNTIME_NUM_FALLIBLE_H_
#define FORA_RUNTIME_NUM_FALLIBLE_H_

#include <utility>
#include <variant>

#include "runtime/num/error.h"

namespace fora::num {

template <class T>
class [[nodiscard]] Fallible {
 public:
  // A result and an error both convert, so that a function can return either.
  Fallible(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Fallible(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }

  // REQUIRES: ok()
  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T value() && { return std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !ok()
  const Error& error() const& { return *std::get_if<1>(&state_); }
  Error error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_FALLIBLE_H_
