#include "cluster/wire/encode_failure.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "cluster/wire/encode_value.h"
#include "runtime/object_model/classes.h"
#include "runtime/value/objects.h"

namespace fora::wire {
namespace {

// A cause of a cause of a cause: protobuf refuses messages nested more than 100 deep.
constexpr int kDepthMax = 20;
// Of one failure: a chain of which every link is both cause and context of others has many ways through it.
constexpr int kExceptionsMax = 100;
constexpr uint64_t kExceptionBytesMax = uint64_t{16} << 20;

Failure::Kind KindOf(Stop::Kind kind) {
  switch (kind) {
    case Stop::Kind::kRaised: return Failure::EXCEPTION;
    case Stop::Kind::kInvalidOperation: return Failure::INVALID_OPERATION;
    case Stop::Kind::kUnsupported: return Failure::CONVERSION;
    case Stop::Kind::kCancelled: return Failure::CANCELLED;
    case Stop::Kind::kInternal: return Failure::INTERNAL;
  }
  return Failure::INTERNAL;
}

void AddTrace(const std::vector<TraceEntry>& trace, Failure& failure) {
  for (auto entry = trace.rbegin(); entry != trace.rend(); ++entry) {
    Frame* frame = failure.add_trace();
    frame->set_path(entry->path);
    frame->set_line(entry->line);
    frame->set_function(entry->function);
    frame->set_column(entry->column);
    frame->set_end_column(entry->end_column);
  }
}

// "ValueError: text", for logs and for clients that don't know the class.
std::string Headline(const fora::InstanceObject& exception) {
  std::string name = exception.cls()->qualname.empty() ? exception.cls()->name : exception.cls()->qualname;
  if (!exception.exception->args.Is(Tag::kTuple)) return name;
  const TupleObject& args = *exception.exception->args.as<TupleObject>();
  if (args.size != 1 || !args.items[0].Is(Tag::kStr)) return name;
  return absl::StrCat(name, ": ", args.items[0].as<StrObject>()->ToUtf8());
}

// Strings in proto3 are valid UTF-8; a text of the program need not be.
std::string ReplaceSurrogates(std::string text) {
  for (size_t i = 0; i + 2 < text.size(); ++i) {
    bool is_surrogate =
        static_cast<unsigned char>(text[i]) == 0xED && static_cast<unsigned char>(text[i + 1]) >= 0xA0;
    if (is_surrogate) text.replace(i, 3, "?");
  }
  return text;
}

Failure EncodeException(const Value& value, int depth, int& left) {
  --left;
  Failure failure;
  failure.set_kind(Failure::EXCEPTION);
  if (!value.Is(Tag::kInstance) || value.as<fora::InstanceObject>()->exception == nullptr) {
    failure.set_kind(Failure::INTERNAL);
    failure.set_message("something that is not an exception was raised");
    return failure;
  }
  const auto& exception = *value.as<fora::InstanceObject>();
  failure.set_message(ReplaceSurrogates(Headline(exception)));
  AddTrace(exception.exception->trace, failure);
  absl::StatusOr<ObjectGraph> graph = EncodeValue(value, {.bytes_max = kExceptionBytesMax});
  if (graph.ok()) {
    *failure.mutable_exception() = *std::move(graph);
  } else {
    failure.set_kind(Failure::TO_PYTHON);
    failure.set_message(absl::StrCat(failure.message(), " (the exception itself can't be downloaded: ",
                                     std::string(graph.status().message()), ")"));
  }
  const Value& cause = exception.exception->cause;
  const Value& context = exception.exception->context;
  failure.set_suppress_context(!cause.is_unbound());
  const auto follows = [&](const Value& next) {
    return next.Is(Tag::kInstance) && depth < kDepthMax && left > 0;
  };
  if (follows(cause)) *failure.mutable_cause() = EncodeException(cause, depth + 1, left);
  if (failure.has_cause() && context.Same(cause)) {
    failure.set_context_is_cause(true);
  } else if (follows(context)) {
    *failure.mutable_context() = EncodeException(context, depth + 1, left);
  }
  return failure;
}

}  // namespace

Failure EncodeFailure(const Stop& stop) {
  int left = kExceptionsMax;
  if (stop.kind == Stop::Kind::kRaised) return EncodeException(stop.exception, 0, left);
  Failure failure;
  failure.set_kind(KindOf(stop.kind));
  failure.set_message(ReplaceSurrogates(stop.message));
  AddTrace(stop.trace, failure);
  return failure;
}

}  // namespace fora::wire
