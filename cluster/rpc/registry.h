// The registry: the manager's service for workers, and the worker's side of it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "cluster/manager/manager.h"
#include "cluster/rpc/server.h"
#include "cluster/worker/peers.h"

namespace fora::rpc {

// The manager outlives it.
std::shared_ptr<grpc::Service> MakeRegistry(manager::Manager* manager);

struct Registration {
  std::string manager_address;
  // HOST:PORT; an empty host means the one that the manager sees us come from.
  std::string control_address, data_address;
  uint32_t threads = 1;
  std::string version;
  std::function<uint64_t()> pieces_done;  // of other workers' jobs; may be empty
};

// Keeps a worker registered: registers, sends heartbeats, registers again when the manager has forgotten it.
class RegistryClient {
 public:
  // Both outlive it. peers is told who the other workers are, and by which address they reach this one.
  RegistryClient(Channels* channels, worker::Peers* peers, Registration registration);
  ~RegistryClient();  // leaves

  // Registers for the first time. Errors: Unavailable: no manager answers within a few seconds;
  // FailedPrecondition: it is of another version.
  absl::Status Start();

 private:
  absl::Status Register(std::chrono::milliseconds wait);
  void HeartbeatMain();

  Channels* const channels_;
  worker::Peers* const peers_;
  const Registration registration_;
  uint64_t worker_id_ = 0;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace fora::rpc
