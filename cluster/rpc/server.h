// Servers and channels: how the cluster's processes listen and connect.
#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/server.h>
#include <grpcpp/support/config.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace fora::rpc {

// A listening gRPC server. Destroyed or stopped: running calls are broken off.
class Server {
 public:
  // Port 0: any that is free. Services outlive the server. Errors: Unavailable: the port is in use or the
  // address isn't ours.
  static absl::StatusOr<std::unique_ptr<Server>> Listen(const std::string& address, int port,
                                                        const std::vector<grpc::Service*>& services);
  ~Server();
  void Stop();
  int port() const { return port_; }
  std::shared_ptr<grpc::Channel> InProcessChannel();

 private:
  std::unique_ptr<grpc::Server> server_;
  int port_ = 0;
};

// Channels by address. An address that is in this very process gets an in-process channel: the same services
// and the same code, without a socket. Thread safety: every method may be called from any thread.
class Channels {
 public:
  void AddInProcess(const std::string& address, std::shared_ptr<grpc::Channel> channel);
  std::shared_ptr<grpc::Channel> To(const std::string& address);

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<grpc::Channel>> in_process_;
};

}  // namespace fora::rpc
