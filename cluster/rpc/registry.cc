#include "cluster/rpc/registry.h"

#include <grpcpp/client_context.h>
#include <grpcpp/server_context.h>

#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"
#include "cluster/rpc/status.h"
#include "cluster/version.h"
#include "proto/manager.grpc.pb.h"

namespace fora::rpc {
namespace {

constexpr std::chrono::seconds kHeartbeatEvery{1};
constexpr std::chrono::seconds kHeartbeatWait{2};
constexpr std::chrono::milliseconds kFirstWait{3000};
constexpr std::chrono::milliseconds kLeaveWait{200};

// "ipv4:10.0.0.3:4711" -> "10.0.0.3"; "ipv6:[::1]:4711" (also percent-encoded) -> "[::1]".
std::string HostOf(const std::string& peer) {
  size_t begin = peer.find(':');
  size_t end = peer.rfind(':');
  if (begin == std::string::npos || end <= begin) return "127.0.0.1";
  std::string host = peer.substr(begin + 1, end - begin - 1);
  if (host.rfind("%5B", 0) == 0 && host.size() > 6) host = "[" + host.substr(3, host.size() - 6) + "]";
  return host;
}

std::string WithHost(const std::string& address, const std::string& peer) {
  return !address.empty() && address.front() == ':' ? HostOf(peer) + address : address;
}

class RegistryService : public wire::Registry::Service {
 public:
  explicit RegistryService(manager::Manager* manager) : manager_(manager) {}

  grpc::Status Register(grpc::ServerContext* context, const wire::RegisterRequest* request,
                        wire::RegisterResponse* response) override {
    if (request->version() != kVersion) {
      return grpc::Status(grpc::StatusCode::FAILED_PRECONDITION,
                          absl::StrCat("the manager is of version ", kVersion, ", the worker of ",
                                       request->version(), ": they must be the same"));
    }
    manager::WorkerId id =
        manager_->Register(WithHost(request->control_address(), context->peer()),
                           WithHost(request->data_address(), context->peer()), request->threads());
    response->set_worker_id(id.value());
    response->set_data_address(WithHost(request->data_address(), context->peer()));
    return grpc::Status::OK;
  }

  grpc::Status Heartbeat(grpc::ServerContext*, const wire::HeartbeatRequest* request,
                         wire::HeartbeatResponse* response) override {
    manager::WorkerId id(request->worker_id());
    response->set_known(manager_->Heartbeat(id, request->pieces_done()));
    for (const manager::PeerAddress& address : manager_->PeersOf(id)) {
      wire::Peer* peer = response->add_peers();
      peer->set_worker_id(address.worker.value());
      peer->set_control_address(address.control_address);
      peer->set_data_address(address.data_address);
    }
    return grpc::Status::OK;
  }

  grpc::Status Leave(grpc::ServerContext*, const wire::HeartbeatRequest* request,
                     wire::LeaveResponse*) override {
    manager_->Leave(manager::WorkerId(request->worker_id()));
    return grpc::Status::OK;
  }

 private:
  manager::Manager* const manager_;
};

}  // namespace

std::shared_ptr<grpc::Service> MakeRegistry(manager::Manager* manager) {
  return std::make_shared<RegistryService>(manager);
}

RegistryClient::RegistryClient(Channels* channels, worker::Peers* peers, Registration registration)
    : channels_(channels), peers_(peers), registration_(std::move(registration)) {}

RegistryClient::~RegistryClient() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    is_stopping_ = true;
  }
  stopped_.notify_all();
  if (thread_.joinable()) thread_.join();
  if (worker_id_ == 0) return;
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + kLeaveWait);
  wire::HeartbeatRequest request;
  request.set_worker_id(worker_id_);
  wire::LeaveResponse response;
  wire::Registry::NewStub(channels_->To(registration_.manager_address))->Leave(&context, request, &response);
}

absl::Status RegistryClient::Start() {
  absl::Status status = Register(kFirstWait);
  if (status.ok()) thread_ = std::thread([this] { HeartbeatMain(); });
  return status;
}

absl::Status RegistryClient::Register(std::chrono::milliseconds wait) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + wait);
  context.set_wait_for_ready(true);  // retries until then
  wire::RegisterRequest request;
  request.set_control_address(registration_.control_address);
  request.set_data_address(registration_.data_address);
  request.set_threads(registration_.threads);
  request.set_version(registration_.version);
  wire::RegisterResponse response;
  grpc::Status status = wire::Registry::NewStub(channels_->To(registration_.manager_address))
                            ->Register(&context, request, &response);
  if (status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED) {
    return absl::UnavailableError(absl::StrCat("no manager answers at ", registration_.manager_address,
                                               " (tried for ", wait.count() / 1000, " s)"));
  }
  if (status.ok()) {
    worker_id_ = response.worker_id();
    peers_->SetOwnDataAddress(response.data_address());
  }
  return FromGrpc(status);
}

void RegistryClient::HeartbeatMain() {
  auto stub = wire::Registry::NewStub(channels_->To(registration_.manager_address));
  std::unique_lock<std::mutex> lock(mutex_);
  while (!stopped_.wait_for(lock, kHeartbeatEvery, [this] { return is_stopping_; })) {
    lock.unlock();
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + kHeartbeatWait);
    wire::HeartbeatRequest request;
    request.set_worker_id(worker_id_);
    if (registration_.pieces_done) request.set_pieces_done(registration_.pieces_done());
    wire::HeartbeatResponse response;
    grpc::Status status = stub->Heartbeat(&context, request, &response);
    if (status.ok()) {
      std::vector<worker::Peer> others;
      for (const wire::Peer& peer : response.peers())
        others.push_back({peer.control_address(), peer.data_address()});
      peers_->SetOthers(std::move(others));
      if (!response.known()) (void)Register(kHeartbeatWait);
    }
    lock.lock();
  }
}

}  // namespace fora::rpc
