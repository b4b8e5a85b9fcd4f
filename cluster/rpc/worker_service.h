// The worker's services: what proto/worker.proto says, done by a worker::Worker.
#pragma once

#include <memory>

#include "cluster/worker/worker.h"

namespace grpc {
class Service;
}

namespace fora::rpc {

// The worker outlives them.
std::shared_ptr<grpc::Service> MakeWorkerControl(worker::Worker* worker);
std::shared_ptr<grpc::Service> MakeWorkerData(worker::Worker* worker);

}  // namespace fora::rpc
