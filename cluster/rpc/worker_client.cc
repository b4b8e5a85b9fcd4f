#include "cluster/rpc/worker_client.h"

#include <grpcpp/client_context.h>
#include <grpcpp/support/client_callback.h>

#include <algorithm>
#include <chrono>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "cluster/rpc/status.h"
#include "proto/worker.grpc.pb.h"
#include "runtime/memory/memory.h"

namespace fora::rpc {
namespace {

constexpr std::chrono::seconds kShortCall{10};

// Deletes itself when the stream has ended.
class RunJobCall : public grpc::ClientReadReactor<wire::RunJobEvent> {
 public:
  RunJobCall(wire::WorkerControl::Stub& stub, wire::RunJobRequest request, manager::RunCallbacks callbacks)
      : request_(std::move(request)), callbacks_(std::move(callbacks)) {
    stub.async()->RunJob(&context_, &request_, this);
    StartRead(&event_);
    StartCall();
  }

  void OnReadDone(bool ok) override {
    if (!ok) return;
    if (event_.has_done()) {
      is_done_ = true;
      last_.Swap(event_.mutable_done());
    } else {
      callbacks_.progress(event_.progress().cores());
    }
    StartRead(&event_);
  }

  void OnDone(const grpc::Status& status) override {
    if (is_done_) {
      std::vector<manager::NewValue> values;
      for (const wire::ValueInfo& value : last_.values()) values.push_back({value.id(), value.size_bytes()});
      callbacks_.done(std::move(*last_.mutable_result()), std::move(values));
    } else if (status.error_code() == grpc::StatusCode::UNAVAILABLE) {
      callbacks_.gone();
    } else {
      callbacks_.broken();
    }
    delete this;
  }

 private:
  grpc::ClientContext context_;
  wire::RunJobRequest request_;
  manager::RunCallbacks callbacks_;
  wire::RunJobEvent event_;
  wire::JobDone last_;
  bool is_done_ = false;
};

// Collects the chunks of a value. Deletes itself.
class GetValueCall : public grpc::ClientReadReactor<wire::ValueChunk> {
 public:
  GetValueCall(wire::WorkerData::Stub& stub, std::shared_ptr<grpc::ClientContext> context,
               const std::string& id, uint64_t bytes_max, manager::FetchCallback callback)
      : context_(std::move(context)), callback_(std::move(callback)) {
    request_.set_id(id);
    request_.set_bytes_max(bytes_max);
    stub.async()->GetValue(context_.get(), &request_, this);
    StartRead(&chunk_);
    StartCall();
  }

  void OnReadDone(bool ok) override {
    if (!ok) return;
    // Whoever asked makes a copy. (The first chunk gives the size.)
    if (!memory::Admit(static_cast<int64_t>(std::min<uint64_t>(chunk_.total_bytes(), memory::kAddressable)) *
                       2)) {
      has_memory_ = false;
      context_->TryCancel();
      return;
    }
    if (chunk_.total_bytes() > 0 && chunk_.total_bytes() <= kReserveBytesMax)
      bytes_.reserve(chunk_.total_bytes());
    bytes_ += chunk_.data();
    StartRead(&chunk_);
  }

  void OnDone(const grpc::Status& status) override {
    if (!has_memory_) {
      bytes_ = std::string();
      callback_(absl::ResourceExhaustedError(
          "there is no memory left to pass the value on (see fora serve --memory-limit-mb)"));
    } else if (status.ok()) {
      callback_(std::move(bytes_));
    } else {
      callback_(FromGrpc(status));
    }
    delete this;
  }

 private:
  static constexpr uint64_t kReserveBytesMax = uint64_t{1}
                                               << 30;  // what the peer says is not believed blindly
  const std::shared_ptr<grpc::ClientContext> context_;
  wire::GetValueRequest request_;
  wire::ValueChunk chunk_;
  manager::FetchCallback callback_;
  std::string bytes_;
  bool has_memory_ = true;
};

// A call whose answer says nothing.
template <class Request, class Response>
struct ShortCall {
  grpc::ClientContext context;
  Request request;
  Response response;
};

class Link : public manager::WorkerLink {
 public:
  Link(Channels& channels, const std::string& control_address, const std::string& data_address)
      : control_(wire::WorkerControl::NewStub(channels.To(control_address))),
        data_(wire::WorkerData::NewStub(channels.To(data_address))) {}

  void RunJob(const manager::JobId& job, std::string program, std::vector<manager::InputLocation> inputs,
              manager::RunCallbacks callbacks) override {
    wire::RunJobRequest request;
    request.set_job_id(job);
    request.set_program(std::move(program));
    for (manager::InputLocation& input : inputs) {
      wire::ValueLocation* location = request.add_inputs();
      location->set_id(std::move(input.id));
      location->set_data_address(std::move(input.data_address));
      location->set_size_bytes(input.size_bytes);
    }
    new RunJobCall(*control_, std::move(request), std::move(callbacks));
  }

  void CancelJob(const manager::JobId& job) override {
    auto call = std::make_shared<ShortCall<wire::CancelJobRequest, wire::CancelJobResponse>>();
    call->request.set_job_id(job);
    call->context.set_deadline(std::chrono::system_clock::now() + kShortCall);
    control_->async()->CancelJob(&call->context, &call->request, &call->response,
                                 [call](const grpc::Status&) {});
  }

  void ReleaseValues(std::vector<manager::ValueId> ids) override {
    auto call = std::make_shared<ShortCall<wire::ReleaseValuesRequest, wire::ReleaseValuesResponse>>();
    for (manager::ValueId& id : ids) call->request.add_ids(std::move(id));
    call->context.set_deadline(std::chrono::system_clock::now() + kShortCall);
    control_->async()->ReleaseValues(&call->context, &call->request, &call->response,
                                     [call](const grpc::Status&) {});
  }

  void FetchValue(const manager::ValueId& id, uint64_t bytes_max, manager::FetchCallback callback) override {
    new GetValueCall(*data_, std::make_shared<grpc::ClientContext>(), id, bytes_max, std::move(callback));
  }

 private:
  const std::unique_ptr<wire::WorkerControl::Stub> control_;
  const std::unique_ptr<wire::WorkerData::Stub> data_;
};

struct RunTaskCall : worker::TaskCall {
  void Cancel() override { context.TryCancel(); }
  std::shared_ptr<wire::WorkerControl::Stub> stub;
  grpc::ClientContext context;
  wire::RunTaskRequest request;
  wire::RunTaskResponse response;
};

class RpcPeers : public worker::Peers {
 public:
  explicit RpcPeers(Channels* channels) : channels_(channels) {}

  absl::StatusOr<std::string> FetchValue(const std::string& data_address, const std::string& id,
                                         worker::CancelToken& cancel) override {
    auto stub = wire::WorkerData::NewStub(channels_->To(data_address));
    std::promise<absl::StatusOr<std::string>> promise;
    std::future<absl::StatusOr<std::string>> answer = promise.get_future();
    const auto context = std::make_shared<grpc::ClientContext>();
    new GetValueCall(*stub, context, id, 0,
                     [&promise](absl::StatusOr<std::string> bytes) { promise.set_value(std::move(bytes)); });
    cancel.OnCancel([&] { context->TryCancel(); });
    absl::StatusOr<std::string> bytes = answer.get();
    cancel.OnCancel(nullptr);
    return bytes;
  }

  std::vector<worker::Peer> Others() override {
    std::lock_guard<std::mutex> lock(mutex_);
    return others_;
  }

  void SetOthers(std::vector<worker::Peer> others) override {
    std::lock_guard<std::mutex> lock(mutex_);
    others_ = std::move(others);
  }

  std::string OwnDataAddress() override {
    std::lock_guard<std::mutex> lock(mutex_);
    return own_data_address_;
  }

  void SetOwnDataAddress(std::string address) override {
    std::lock_guard<std::mutex> lock(mutex_);
    own_data_address_ = std::move(address);
  }

  std::shared_ptr<worker::TaskCall> StartTask(const std::string& control_address,
                                              const worker::RemoteTask& task,
                                              worker::TaskCallback callback) override {
    auto call = std::make_shared<RunTaskCall>();
    call->stub = StubOf(control_address);
    call->request.set_program_hash(task.program_hash);
    call->request.set_program(task.program);
    call->request.set_task(task.task);
    for (const worker::Input& input : task.inputs) {
      wire::ValueLocation* location = call->request.add_inputs();
      location->set_id(input.id);
      location->set_data_address(input.data_address);
      location->set_size_bytes(input.size_bytes);
    }
    call->stub->async()->RunTask(&call->context, &call->request, &call->response,
                                 [call, callback = std::move(callback)](const grpc::Status& status) {
                                   if (!status.ok()) return callback(FromGrpc(status));
                                   callback(std::move(*call->response.mutable_result()));
                                 });
    return call;
  }

 private:
  // Stubs are kept, so that a task costs a message and not a connection.
  std::shared_ptr<wire::WorkerControl::Stub> StubOf(const std::string& control_address) {
    std::lock_guard<std::mutex> lock(mutex_);
    std::shared_ptr<wire::WorkerControl::Stub>& stub = stubs_[control_address];
    if (stub == nullptr) stub = wire::WorkerControl::NewStub(channels_->To(control_address));
    return stub;
  }

  Channels* const channels_;
  std::mutex mutex_;
  std::vector<worker::Peer> others_;
  std::string own_data_address_;
  std::map<std::string, std::shared_ptr<wire::WorkerControl::Stub>> stubs_;
};

}  // namespace

std::shared_ptr<manager::WorkerLink> MakeWorkerLink(Channels& channels, const std::string& control_address,
                                                    const std::string& data_address) {
  return std::make_shared<Link>(channels, control_address, data_address);
}

std::unique_ptr<worker::Peers> MakePeers(Channels* channels) { return std::make_unique<RpcPeers>(channels); }

}  // namespace fora::rpc
