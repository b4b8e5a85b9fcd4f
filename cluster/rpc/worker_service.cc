#include "cluster/rpc/worker_service.h"

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cluster/rpc/status.h"
#include "cluster/worker/cancel_token.h"
#include "proto/worker.grpc.pb.h"

namespace fora::rpc {
namespace {

constexpr size_t kChunkBytes = size_t{4} << 20;

template <class Request>
std::vector<worker::Input> InputsOf(const Request& request) {
  std::vector<worker::Input> inputs;
  for (const wire::ValueLocation& location : request.inputs())
    inputs.push_back({location.id(), location.data_address(), location.size_bytes()});
  return inputs;
}

// One running job. The worker tells of it for as long as it likes, the stream may end before: what they share
// is the Feed, which knows whether there still is a stream.
class RunJobStream : public grpc::ServerWriteReactor<wire::RunJobEvent> {
 public:
  RunJobStream(worker::Worker* worker, const wire::RunJobRequest& request)
      : worker_(worker), job_id_(request.job_id()), feed_(std::make_shared<Feed>()) {
    feed_->stream = this;
    worker::JobRequest job{request.job_id(), request.program(), InputsOf(request)};
    worker::JobCallbacks callbacks;
    callbacks.progress = [feed = feed_](uint32_t cores) {
      std::lock_guard<std::recursive_mutex> lock(feed->mutex);
      if (feed->stream != nullptr) feed->stream->WriteProgress(cores);
    };
    callbacks.done = [feed = feed_](std::string result, std::vector<wire::StoredValue> values) {
      std::lock_guard<std::recursive_mutex> lock(feed->mutex);
      if (feed->stream != nullptr) feed->stream->WriteDone(std::move(result), values);
    };
    worker_->RunJob(std::move(job), std::move(callbacks));
  }

  void OnWriteDone(bool ok) override {
    std::lock_guard<std::recursive_mutex> lock(feed_->mutex);
    is_writing_ = false;
    if (is_done_) WriteLast();
  }

  // The manager doesn't want the job any more, or is gone. The worker still says when it has stopped.
  void OnCancel() override { worker_->CancelJob(job_id_); }

  void OnDone() override {
    {
      std::lock_guard<std::recursive_mutex> lock(feed_->mutex);
      feed_->stream = nullptr;
    }
    delete this;
  }

 private:
  struct Feed {
    std::recursive_mutex mutex;      // gRPC may call back from within a call of ours
    RunJobStream* stream = nullptr;  // null once it has ended
  };

  void WriteProgress(uint32_t cores) {
    if (is_writing_ || is_done_) return;
    event_.mutable_progress()->set_cores(cores);
    is_writing_ = true;
    StartWrite(&event_);
  }

  void WriteDone(std::string result, const std::vector<wire::StoredValue>& values) {
    is_done_ = true;
    wire::JobDone* done = last_event_.mutable_done();
    done->set_result(std::move(result));
    for (const wire::StoredValue& value : values) {
      wire::ValueInfo* info = done->add_values();
      info->set_id(value.id);
      info->set_size_bytes(value.size_bytes);
    }
    if (!is_writing_) WriteLast();
  }

  // Two steps: a last message that travels together with the status (StartWriteAndFinish) can get lost in
  // gRPC's in-process transport.
  void WriteLast() {
    if (is_last_written_) return Finish(grpc::Status::OK);
    is_last_written_ = true;
    is_writing_ = true;
    StartWrite(&last_event_);
  }

  worker::Worker* const worker_;
  const std::string job_id_;
  const std::shared_ptr<Feed> feed_;
  // Guarded by the feed's mutex.
  wire::RunJobEvent event_, last_event_;
  bool is_writing_ = false, is_done_ = false, is_last_written_ = false;
};

// One piece of another worker's run, on a thread of its own: it takes milliseconds to seconds, and gRPC's
// threads are few. Deletes itself.
class RunTaskReactor : public grpc::ServerUnaryReactor {
 public:
  RunTaskReactor(worker::Worker* worker, const wire::RunTaskRequest* request,
                 wire::RunTaskResponse* response) {
    std::thread([this, worker, request, response] {
      absl::StatusOr<std::string> result = worker->RunTask(
          {request->program_hash(), request->program(), request->task(), InputsOf(*request)}, cancel_);
      if (result.ok()) response->set_result(*std::move(result));
      Finish(ToGrpc(result.status()));
    }).detach();
  }
  // The other worker doesn't want it any more, or is gone.
  void OnCancel() override { cancel_.Cancel(); }
  void OnDone() override { delete this; }

 private:
  worker::CancelToken cancel_;
};

class WorkerControlService : public wire::WorkerControl::CallbackService {
 public:
  explicit WorkerControlService(worker::Worker* worker) : worker_(worker) {}

  grpc::ServerWriteReactor<wire::RunJobEvent>* RunJob(grpc::CallbackServerContext*,
                                                      const wire::RunJobRequest* request) override {
    return new RunJobStream(worker_, *request);
  }

  grpc::ServerUnaryReactor* CancelJob(grpc::CallbackServerContext* context,
                                      const wire::CancelJobRequest* request,
                                      wire::CancelJobResponse*) override {
    worker_->CancelJob(request->job_id());
    return Answered(context);
  }

  grpc::ServerUnaryReactor* ReleaseValues(grpc::CallbackServerContext* context,
                                          const wire::ReleaseValuesRequest* request,
                                          wire::ReleaseValuesResponse*) override {
    worker_->ReleaseValues({request->ids().begin(), request->ids().end()});
    return Answered(context);
  }

  grpc::ServerUnaryReactor* RunTask(grpc::CallbackServerContext*, const wire::RunTaskRequest* request,
                                    wire::RunTaskResponse* response) override {
    return new RunTaskReactor(worker_, request, response);
  }

 private:
  static grpc::ServerUnaryReactor* Answered(grpc::CallbackServerContext* context) {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  worker::Worker* const worker_;
};

// Sends bytes in chunks, or an error.
class ChunkStream : public grpc::ServerWriteReactor<wire::ValueChunk> {
 public:
  explicit ChunkStream(absl::StatusOr<std::string> bytes) {
    if (!bytes.ok()) {
      Finish(ToGrpc(bytes.status()));
      return;
    }
    bytes_ = *std::move(bytes);
    chunk_.set_total_bytes(bytes_.size());
    WriteNext();
  }
  void OnWriteDone(bool ok) override {
    if (!ok) return Finish(grpc::Status(grpc::StatusCode::UNAVAILABLE, "the stream broke"));
    if (sent_ == bytes_.size()) return Finish(grpc::Status::OK);
    chunk_.clear_total_bytes();
    WriteNext();
  }
  void OnDone() override { delete this; }

 private:
  void WriteNext() {
    size_t size = std::min(kChunkBytes, bytes_.size() - sent_);
    chunk_.set_data(bytes_.data() + sent_, size);
    sent_ += size;
    StartWrite(&chunk_);
  }

  std::string bytes_;
  size_t sent_ = 0;
  wire::ValueChunk chunk_;
};

class WorkerDataService : public wire::WorkerData::CallbackService {
 public:
  explicit WorkerDataService(worker::Worker* worker) : worker_(worker) {}

  grpc::ServerWriteReactor<wire::ValueChunk>* GetValue(grpc::CallbackServerContext*,
                                                       const wire::GetValueRequest* request) override {
    return new ChunkStream(worker_->GetValue(request->id(), request->bytes_max()));
  }

 private:
  worker::Worker* const worker_;
};

}  // namespace

std::shared_ptr<grpc::Service> MakeWorkerControl(worker::Worker* worker) {
  return std::make_shared<WorkerControlService>(worker);
}

std::shared_ptr<grpc::Service> MakeWorkerData(worker::Worker* worker) {
  return std::make_shared<WorkerDataService>(worker);
}

}  // namespace fora::rpc
