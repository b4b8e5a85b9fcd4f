// Hash128: the content hash by which code, values and cached objects are addressed.
//
// Stable: it is the first 16 bytes of SHA-256 of the bytes, so it is equal across machines, processes and
// releases and may be stored and sent; a client gets the same one from `hashlib.sha256(data).digest()[:16]`.
// Collision resistant, because one tenant's bytes must not be able to pose as another's. Cost: about 2 GB/s
// with the SHA instructions. For a hash table's own hash use AbslHashValue, which reuses the bits. Thread
// safety: Hash128 is a value; a HashBuilder belongs to one thread.
#ifndef FORA_RUNTIME_BASE_HASH_H_
#define FORA_RUNTIME_BASE_HASH_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace fora {

struct Hash128 {
  uint64_t high = 0;  // bytes 0..7 of the digest, big-endian: comparing hashes compares their digests
  uint64_t low = 0;   // bytes 8..15

  static constexpr size_t kBytes = 16;

  // The hash of `bytes`.
  static Hash128 Of(std::string_view bytes);

  // The 32 lower-case hexadecimal digits, and back. Anything but 32 hexadecimal digits gives nothing.
  std::string ToHex() const;
  static std::optional<Hash128> FromHex(std::string_view hex);

  // The 16 raw bytes, and back. Any other number of bytes gives nothing.
  std::string ToBytes() const;
  static std::optional<Hash128> FromBytes(std::string_view bytes);

  friend bool operator==(const Hash128&, const Hash128&) = default;
  friend auto operator<=>(const Hash128&, const Hash128&) = default;

  template <typename H>
  friend H AbslHashValue(H state, const Hash128& hash) {
    return H::combine(std::move(state), hash.low);
  }

  friend std::ostream& operator<<(std::ostream& out, const Hash128& hash) { return out << hash.ToHex(); }
};

// Hashes a sequence of fields. Every field is added with its length or at a fixed width, so that different
// sequences of the same kinds of fields never give the same bytes; only AddRaw adds bytes as they are.
class HashBuilder {
 public:
  HashBuilder();
  ~HashBuilder();
  HashBuilder(HashBuilder&&) noexcept;
  HashBuilder& operator=(HashBuilder&&) noexcept;

  HashBuilder& AddRaw(std::string_view bytes);
  HashBuilder& AddString(std::string_view bytes);
  HashBuilder& AddInt(uint64_t value);
  HashBuilder& AddHash(const Hash128& hash);

  // The hash of all that was added. REQUIRES: called once, and nothing is added after it.
  Hash128 Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fora

template <>
struct std::hash<fora::Hash128> {
  size_t operator()(const fora::Hash128& hash) const noexcept { return hash.low; }
};

#endif  // FORA_RUNTIME_BASE_HASH_H_
