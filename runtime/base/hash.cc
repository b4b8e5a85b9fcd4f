#include "runtime/base/hash.h"

#include <openssl/evp.h>

#include <array>

#include "runtime/base/check.h"

namespace fora {
namespace {

constexpr size_t kDigestBytes = 32;
using Digest = std::array<unsigned char, kDigestBytes>;

// Looked up once: OpenSSL 3 looks an algorithm up under a lock whenever it isn't given a fetched one.
const EVP_MD* Sha256() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  FORA_CHECK(algorithm != nullptr) << "this OpenSSL has no SHA-256";
  return algorithm;
}

uint64_t LoadBigEndian(const unsigned char* bytes) {
  uint64_t value = 0;
  for (int i = 0; i < 8; ++i) value = value << 8 | bytes[i];
  return value;
}

void AppendBigEndian(uint64_t value, std::string& out) {
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift));
}

Hash128 Truncate(const Digest& digest) {
  return {LoadBigEndian(digest.data()), LoadBigEndian(digest.data() + 8)};
}

std::optional<uint64_t> HexValue(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return std::nullopt;
}

std::optional<uint64_t> ParseHex(std::string_view hex) {
  uint64_t value = 0;
  for (char digit : hex) {
    std::optional<uint64_t> nibble = HexValue(digit);
    if (!nibble) return std::nullopt;
    value = value << 4 | *nibble;
  }
  return value;
}

}  // namespace

Hash128 Hash128::Of(std::string_view bytes) {
  Digest digest;
  FORA_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, Sha256(), nullptr) == 1);
  return Truncate(digest);
}

std::string Hash128::ToHex() const {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * kBytes);
  for (uint64_t half : {high, low}) {
    for (int shift = 60; shift >= 0; shift -= 4) hex.push_back(kDigits[half >> shift & 15]);
  }
  return hex;
}

std::optional<Hash128> Hash128::FromHex(std::string_view hex) {
  if (hex.size() != 2 * kBytes) return std::nullopt;
  std::optional<uint64_t> high = ParseHex(hex.substr(0, kBytes));
  std::optional<uint64_t> low = ParseHex(hex.substr(kBytes));
  if (!high || !low) return std::nullopt;
  return Hash128{*high, *low};
}

std::string Hash128::ToBytes() const {
  std::string bytes;
  bytes.reserve(kBytes);
  AppendBigEndian(high, bytes);
  AppendBigEndian(low, bytes);
  return bytes;
}

std::optional<Hash128> Hash128::FromBytes(std::string_view bytes) {
  if (bytes.size() != kBytes) return std::nullopt;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  return Hash128{LoadBigEndian(data), LoadBigEndian(data + 8)};
}

struct HashBuilder::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();

  State() { FORA_CHECK(EVP_DigestInit_ex2(context, Sha256(), nullptr) == 1); }
  ~State() { EVP_MD_CTX_free(context); }
};

HashBuilder::HashBuilder() : state_(std::make_unique<State>()) {}
HashBuilder::~HashBuilder() = default;
HashBuilder::HashBuilder(HashBuilder&&) noexcept = default;
HashBuilder& HashBuilder::operator=(HashBuilder&&) noexcept = default;

HashBuilder& HashBuilder::AddRaw(std::string_view bytes) {
  FORA_CHECK(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1);
  return *this;
}

HashBuilder& HashBuilder::AddString(std::string_view bytes) { return AddInt(bytes.size()).AddRaw(bytes); }

HashBuilder& HashBuilder::AddInt(uint64_t value) {
  std::string bytes;
  AppendBigEndian(value, bytes);
  return AddRaw(bytes);
}

HashBuilder& HashBuilder::AddHash(const Hash128& hash) { return AddRaw(hash.ToBytes()); }

Hash128 HashBuilder::Finish() {
  Digest digest;
  FORA_CHECK(EVP_DigestFinal_ex(state_->context, digest.data(), nullptr) == 1);
  return Truncate(digest);
}

}  // namespace fora
