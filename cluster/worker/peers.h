// Peers: how a worker gets at what is on other workers. Implemented by cluster/rpc.
//
// Thread safety: every method may be called from any thread.
#pragma once

#include <string>

#include "absl/status/statusor.h"

namespace fora::worker {

class Peers {
 public:
  virtual ~Peers() = default;
  // The serialised ObjectGraph of a value. Errors: NotFound; Unavailable: the peer is gone.
  virtual absl::StatusOr<std::string> FetchValue(const std::string& data_address, const std::string& id) = 0;
};

}  // namespace fora::worker
