#include "cluster/wire/fold_part.h"

#include <google/protobuf/stubs/logging.h>

#include <cstring>
#include <utility>

#include "absl/status/status.h"
#include "cluster/wire/decode_syntax.h"
#include "cluster/wire/decode_value.h"
#include "cluster/wire/encode_value.h"
#include "proto/part.pb.h"
#include "runtime/base/status_macros.h"
#include "runtime/value/objects.h"

namespace fora::wire {
namespace {

constexpr uint64_t kOutcomeBytesMax = uint64_t{1} << 29;
constexpr auto kLastKind = abi::FoldKind::kCount;
constexpr auto kLastReducer = Reducer::kCount;

template <class Message>
bool Parse(std::string_view bytes, Message& message) {
  google::protobuf::LogSilencer silencer;
  return bytes.size() <= kOutcomeBytesMax &&
         message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

absl::StatusOr<abi::FoldKind> KindOf(uint32_t kind) {
  if (kind > static_cast<uint32_t>(kLastKind)) return absl::InvalidArgumentError("an unknown kind of fold");
  return static_cast<abi::FoldKind>(kind);
}

}  // namespace

absl::StatusOr<std::string> EncodePart(const tasks::PortablePart& part, const ProgramObjects& program,
                                       uint64_t bytes_max) {
  FoldPart message;
  message.set_reducer(static_cast<uint32_t>(part.reducer));
  message.set_kind(static_cast<uint32_t>(part.kind));
  message.set_lo(part.lo);
  message.set_hi(part.hi);
  FORA_ASSIGN_OR_RETURN(*message.mutable_iterable(), EncodeValue(part.iterable, {bytes_max, &program}));
  return message.SerializeAsString();
}

absl::StatusOr<tasks::PortablePart> DecodePart(std::string_view bytes, const ProgramObjects& program) {
  FoldPart message;
  if (!Parse(bytes, message)) return absl::InvalidArgumentError("the bytes are not a part of a fold");
  if (message.reducer() > static_cast<uint32_t>(kLastReducer))
    return absl::InvalidArgumentError("an unknown reducer");
  FORA_ASSIGN_OR_RETURN(abi::FoldKind kind, KindOf(message.kind()));
  FORA_ASSIGN_OR_RETURN(Value iterable, DecodeValue(message.iterable(), &program));
  return tasks::PortablePart{static_cast<Reducer>(message.reducer()), kind, std::move(iterable), message.lo(),
                             message.hi()};
}

absl::StatusOr<std::string> EncodeOutcome(PeerOutcome outcome, const ProgramObjects& program) {
  tasks::PartOutcome& part = outcome.outcome;
  FoldOutcome message;
  message.set_kind(static_cast<uint32_t>(part.kind));
  message.set_decided(part.decided);
  message.set_low(part.low);
  message.set_high(part.high);
  message.set_any(part.any);
  message.set_threads(outcome.threads);
  message.set_has_big_sum(part.big_sum.has_value());
  if (part.big_sum) message.set_big_sum(EncodeBigInt(*part.big_sum));
  if (part.kind == abi::FoldKind::kCollectBoxed) {
    FORA_ASSIGN_OR_RETURN(*message.mutable_boxed(),
                          EncodeValue(MakeTuple(std::move(part.boxed)), {kOutcomeBytesMax, &program}));
  }
  const size_t message_bytes = message.ByteSizeLong();
  if (message_bytes + part.elements.size() > kOutcomeBytesMax) {
    return absl::ResourceExhaustedError("the outcome of a part is too large to be sent");
  }
  // The message comes last, so that the elements, of which there may be many, stay where they are.
  std::string bytes = std::move(part.elements);
  message.AppendToString(&bytes);
  const auto size = static_cast<uint32_t>(message_bytes);
  bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
  return bytes;
}

absl::StatusOr<PeerOutcome> DecodeOutcome(std::string bytes, const ProgramObjects& program) {
  const absl::Status malformed = absl::InvalidArgumentError("the bytes are not the outcome of a part");
  uint32_t size = 0;
  if (bytes.size() < sizeof size) return malformed;
  const size_t message_end = bytes.size() - sizeof size;
  std::memcpy(&size, bytes.data() + message_end, sizeof size);
  if (size > message_end) return malformed;
  const size_t elements_end = message_end - size;
  FoldOutcome message;
  if (!Parse(std::string_view(bytes).substr(elements_end, size), message)) return malformed;
  bytes.resize(elements_end);
  FORA_ASSIGN_OR_RETURN(abi::FoldKind kind, KindOf(message.kind()));
  PeerOutcome result;
  result.threads = message.threads();
  tasks::PartOutcome& outcome = result.outcome;
  outcome = {.kind = kind,
             .decided = message.decided(),
             .low = message.low(),
             .high = message.high(),
             .any = message.any(),
             .elements = std::move(bytes)};
  if (message.has_big_sum()) outcome.big_sum = DecodeBigInt(message.big_sum());
  if (message.has_boxed()) {
    FORA_ASSIGN_OR_RETURN(Value boxed, DecodeValue(message.boxed(), &program));
    if (!boxed.Is(Tag::kTuple)) return malformed;
    const TupleObject& tuple = *boxed.as<TupleObject>();
    outcome.boxed.assign(tuple.items, tuple.items + tuple.size);
  }
  return result;
}

}  // namespace fora::wire
