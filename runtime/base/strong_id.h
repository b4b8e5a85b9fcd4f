// FORA_DEFINE_ID: integers that name things, each kind its own type.
//
//   FORA_DEFINE_ID(TaskId, uint64_t);
//   TaskId first(1);
//
// An id is made from an integer explicitly, compares and hashes (absl and std) with ids of its own kind only,
// prints as its number, and costs what the integer costs. A default-constructed id is 0.
#ifndef FORA_RUNTIME_BASE_STRONG_ID_H_
#define FORA_RUNTIME_BASE_STRONG_ID_H_

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <ostream>
#include <utility>

namespace fora {

template <typename Self, std::integral Int>
class StrongId {
 public:
  using Integer = Int;

  constexpr StrongId() = default;
  constexpr explicit StrongId(Int value) : value_(value) {}

  constexpr Int value() const { return value_; }

  friend constexpr bool operator==(const StrongId&, const StrongId&) = default;
  friend constexpr auto operator<=>(const StrongId&, const StrongId&) = default;

  template <typename H>
  friend H AbslHashValue(H state, const StrongId& id) {
    return H::combine(std::move(state), id.value_);
  }

  friend std::ostream& operator<<(std::ostream& out, const StrongId& id) { return out << +id.value_; }

 private:
  Int value_ = 0;
};

template <typename T>
concept IsStrongId =
    requires { typename T::Integer; } && std::derived_from<T, StrongId<T, typename T::Integer>>;

}  // namespace fora

template <fora::IsStrongId Id>
struct std::hash<Id> {
  size_t operator()(const Id& id) const noexcept { return std::hash<typename Id::Integer>()(id.value()); }
};

#define FORA_DEFINE_ID(Name, Int)                \
  struct Name : ::fora::StrongId<Name, Int> {    \
    using ::fora::StrongId<Name, Int>::StrongId; \
  }

#endif  // FORA_RUNTIME_BASE_STRONG_ID_H_
