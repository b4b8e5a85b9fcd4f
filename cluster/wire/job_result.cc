#include "cluster/wire/job_result.h"

#include "cluster/wire/encode_failure.h"
#include "proto/program.pb.h"

namespace fora::wire {
namespace {

void Describe(const StoredValue& value, ValueInfo* info) {
  info->set_id(value.id);
  info->set_size_bytes(value.size_bytes);
}

}  // namespace

std::string EncodeJobResult(const std::string& job_id, const JobOutcome& outcome) {
  JobResult result;
  result.set_job_id(job_id);
  if (outcome.is_block && (outcome.stop == nullptr || outcome.stop->kind == Stop::Kind::kRaised)) {
    BlockResult* block = result.mutable_block();
    for (const NamedStoredValue& value : outcome.values) {
      NamedValue* named = block->add_values();
      named->set_name(value.name);
      Describe(value.value, named->mutable_value());
    }
    if (outcome.stop != nullptr) *block->mutable_failure() = EncodeFailure(*outcome.stop);
  } else if (outcome.stop != nullptr) {
    *result.mutable_failure() = EncodeFailure(*outcome.stop);
  } else {
    Describe(outcome.values.front().value, result.mutable_value());
  }
  return result.SerializeAsString();
}

std::string EncodeLostJob(const std::string& job_id, LostReason reason, const std::string& message) {
  JobResult result;
  result.set_job_id(job_id);
  Failure* failure = result.mutable_failure();
  failure->set_kind(reason == LostReason::kCancelled ? Failure::CANCELLED : Failure::INTERNAL);
  failure->set_message(message);
  return result.SerializeAsString();
}

}  // namespace fora::wire
