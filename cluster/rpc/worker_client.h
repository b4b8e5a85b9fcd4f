// Clients of the worker's services: the manager's link to a worker, and a worker's way to its peers.
#pragma once

#include <memory>
#include <string>

#include "cluster/manager/worker_link.h"
#include "cluster/rpc/server.h"
#include "cluster/worker/peers.h"

namespace fora::rpc {

// Calls that are running when the link goes are broken off; their callbacks still come.
std::shared_ptr<manager::WorkerLink> MakeWorkerLink(Channels& channels, const std::string& control_address,
                                                    const std::string& data_address);

// channels outlives it.
std::unique_ptr<worker::Peers> MakePeers(Channels* channels);

}  // namespace fora::rpc
