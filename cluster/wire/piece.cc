#include "cluster/wire/piece.h"

#include <google/protobuf/stubs/logging.h>

#include <cstring>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "cluster/wire/decode_syntax.h"
#include "cluster/wire/decode_value.h"
#include "cluster/wire/encode_value.h"
#include "proto/piece.pb.h"
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

absl::Status Malformed() { return absl::InvalidArgumentError("the bytes are not the outcome of a piece"); }

absl::StatusOr<abi::FoldKind> KindOf(uint32_t kind) {
  if (kind > static_cast<uint32_t>(kLastKind)) return absl::InvalidArgumentError("an unknown kind of fold");
  return static_cast<abi::FoldKind>(kind);
}

absl::StatusOr<FoldPart> Encode(const tasks::PortablePart& part, const EncodeLimits& limits) {
  FoldPart message;
  message.set_reducer(static_cast<uint32_t>(part.reducer));
  message.set_kind(static_cast<uint32_t>(part.kind));
  message.set_lo(part.lo);
  message.set_hi(part.hi);
  FORA_ASSIGN_OR_RETURN(*message.mutable_iterable(), EncodeValue(part.iterable, limits));
  return message;
}

absl::StatusOr<FunctionCall> Encode(const tasks::PortableCall& call, const EncodeLimits& limits) {
  FunctionCall message;
  message.set_function(call.function);
  std::vector<Value> values;
  for (const tasks::PortableCall::Argument& argument : call.arguments) {
    message.add_parameters(argument.parameter);
    values.push_back(argument.value);
  }
  FORA_ASSIGN_OR_RETURN(*message.mutable_arguments(), EncodeValue(MakeTuple(std::move(values)), limits));
  return message;
}

absl::StatusOr<tasks::PortablePiece> Decode(const FoldPart& message, const ProgramObjects& program) {
  if (message.reducer() > static_cast<uint32_t>(kLastReducer))
    return absl::InvalidArgumentError("an unknown reducer");
  FORA_ASSIGN_OR_RETURN(abi::FoldKind kind, KindOf(message.kind()));
  FORA_ASSIGN_OR_RETURN(Value iterable, DecodeValue(message.iterable(), &program));
  return tasks::PortablePart{static_cast<Reducer>(message.reducer()), kind, std::move(iterable), message.lo(),
                             message.hi()};
}

absl::StatusOr<tasks::PortablePiece> Decode(const FunctionCall& message, const ProgramObjects& program) {
  FORA_ASSIGN_OR_RETURN(Value arguments, DecodeValue(message.arguments(), &program));
  if (!arguments.Is(Tag::kTuple) || arguments.as<TupleObject>()->size != message.parameters_size())
    return absl::InvalidArgumentError("a call with other arguments than parameters");
  tasks::PortableCall call{message.function(), {}};
  for (int i = 0; i < message.parameters_size(); ++i)
    call.arguments.push_back({message.parameters(i), arguments.as<TupleObject>()->items[i]});
  return call;
}

// Without the elements.
absl::StatusOr<FoldOutcome> Encode(tasks::PartOutcome& part, const ProgramObjects& program) {
  FoldOutcome message;
  message.set_kind(static_cast<uint32_t>(part.kind));
  message.set_decided(part.decided);
  message.set_low(part.low);
  message.set_high(part.high);
  message.set_any(part.any);
  message.set_has_big_sum(part.big_sum.has_value());
  if (part.big_sum) message.set_big_sum(EncodeBigInt(*part.big_sum));
  if (part.kind == abi::FoldKind::kCollectBoxed) {
    FORA_ASSIGN_OR_RETURN(*message.mutable_boxed(),
                          EncodeValue(MakeTuple(std::move(part.boxed)), {kOutcomeBytesMax, &program}));
  }
  return message;
}

absl::StatusOr<tasks::PieceOutcome> Decode(const FoldOutcome& message, std::string elements,
                                           const ProgramObjects& program) {
  FORA_ASSIGN_OR_RETURN(abi::FoldKind kind, KindOf(message.kind()));
  tasks::PartOutcome outcome = {.kind = kind,
                                .decided = message.decided(),
                                .low = message.low(),
                                .high = message.high(),
                                .any = message.any(),
                                .elements = std::move(elements)};
  if (message.has_big_sum()) outcome.big_sum = DecodeBigInt(message.big_sum());
  if (message.has_boxed()) {
    FORA_ASSIGN_OR_RETURN(Value boxed, DecodeValue(message.boxed(), &program));
    if (!boxed.Is(Tag::kTuple)) return Malformed();
    const TupleObject& tuple = *boxed.as<TupleObject>();
    outcome.boxed.assign(tuple.items, tuple.items + tuple.size);
  }
  return outcome;
}

}  // namespace

absl::StatusOr<std::string> EncodePiece(const tasks::PortablePiece& piece, const ProgramObjects& program,
                                        uint64_t bytes_max) {
  const EncodeLimits limits{bytes_max, &program};
  Piece message;
  if (const auto* part = std::get_if<tasks::PortablePart>(&piece)) {
    FORA_ASSIGN_OR_RETURN(*message.mutable_fold(), Encode(*part, limits));
  } else {
    FORA_ASSIGN_OR_RETURN(*message.mutable_call(), Encode(std::get<tasks::PortableCall>(piece), limits));
  }
  return message.SerializeAsString();
}

absl::StatusOr<tasks::PortablePiece> DecodePiece(std::string_view bytes, const ProgramObjects& program) {
  Piece message;
  const bool whole = Parse(bytes, message);
  if (whole && message.has_fold()) return Decode(message.fold(), program);
  if (whole && message.has_call()) return Decode(message.call(), program);
  return absl::InvalidArgumentError("the bytes are not a piece of a run");
}

absl::StatusOr<std::string> EncodeOutcome(PeerOutcome outcome, const ProgramObjects& program) {
  PieceOutcome message;
  message.set_threads(outcome.threads);
  std::string bytes;
  if (auto* part = std::get_if<tasks::PartOutcome>(&outcome.outcome)) {
    bytes = std::move(part->elements);
    FORA_ASSIGN_OR_RETURN(*message.mutable_fold(), Encode(*part, program));
  } else {
    const Value& result = std::get<tasks::CallOutcome>(outcome.outcome).result;
    FORA_ASSIGN_OR_RETURN(*message.mutable_result(), EncodeValue(result, {kOutcomeBytesMax, &program}));
  }
  const size_t message_bytes = message.ByteSizeLong();
  if (message_bytes + bytes.size() > kOutcomeBytesMax) {
    return absl::ResourceExhaustedError("the outcome of a piece is too large to be sent");
  }
  // The message comes last, so that the elements, of which there may be many, stay where they are.
  message.AppendToString(&bytes);
  const auto size = static_cast<uint32_t>(message_bytes);
  bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
  return bytes;
}

absl::StatusOr<PeerOutcome> DecodeOutcome(std::string bytes, const ProgramObjects& program) {
  uint32_t size = 0;
  if (bytes.size() < sizeof size) return Malformed();
  const size_t message_end = bytes.size() - sizeof size;
  std::memcpy(&size, bytes.data() + message_end, sizeof size);
  if (size > message_end) return Malformed();
  const size_t elements_end = message_end - size;
  PieceOutcome message;
  if (!Parse(std::string_view(bytes).substr(elements_end, size), message)) return Malformed();
  bytes.resize(elements_end);
  PeerOutcome outcome{tasks::CallOutcome(), message.threads()};
  if (message.has_fold()) {
    FORA_ASSIGN_OR_RETURN(outcome.outcome, Decode(message.fold(), std::move(bytes), program));
  } else if (message.has_result() && bytes.empty()) {
    FORA_ASSIGN_OR_RETURN(Value result, DecodeValue(message.result(), &program));
    outcome.outcome = tasks::CallOutcome{std::move(result)};
  } else {
    return Malformed();
  }
  return outcome;
}

}  // namespace fora::wire
