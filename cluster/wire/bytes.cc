#include "cluster/wire/bytes.h"

#include <google/protobuf/stubs/logging.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "cluster/wire/decode_program.h"
#include "cluster/wire/decode_value.h"
#include "cluster/wire/encode_value.h"
#include "proto/program.pb.h"
#include "proto/value.pb.h"
#include "runtime/base/status_macros.h"
#include "runtime/memory/memory.h"

namespace fora::wire {
namespace {

constexpr uint64_t kMessageBytesMax = (uint64_t{1} << 31) - 1;  // protobuf's own limit

template <class Message>
bool Parse(std::string_view bytes, Message& message) {
  google::protobuf::LogSilencer silencer;  // what is wrong with the bytes is told to whoever sent them
  return bytes.size() <= kMessageBytesMax &&
         message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace

absl::StatusOr<source::Program> ParseProgram(std::string_view bytes) {
  Program message;
  if (!Parse(bytes, message)) return absl::InvalidArgumentError("the bytes are not a Program message");
  return DecodeProgram(message);
}

std::vector<std::string> RemoteValuesOf(const source::Program& program) {
  std::vector<std::string> ids;
  for (const source::Object& object : program.objects) {
    if (const auto* remote = std::get_if<source::RemoteObject>(&object)) ids.push_back(remote->id);
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

absl::StatusOr<std::string> SerializeValue(const Value& value, uint64_t bytes_max) {
  EncodeLimits limits;
  if (bytes_max != 0) limits.bytes_max = std::min(limits.bytes_max, bytes_max);
  FORA_ASSIGN_OR_RETURN(ObjectGraph graph, EncodeValue(value, limits));
  const size_t size = graph.ByteSizeLong();
  if (size > kMessageBytesMax) return absl::ResourceExhaustedError("the value is larger than 2 GB");
  if (!memory::Admit(static_cast<int64_t>(size)))
    return absl::ResourceExhaustedError(absl::StrCat("the server has no memory left to send the value's ",
                                                     size, " bytes (see fora serve --memory-limit-mb)"));
  return graph.SerializeAsString();
}

absl::StatusOr<Value> ParseValue(std::string_view bytes) {
  ObjectGraph graph;
  if (!Parse(bytes, graph)) return absl::InvalidArgumentError("the bytes are not an ObjectGraph message");
  return DecodeValue(graph);
}

}  // namespace fora::wire
