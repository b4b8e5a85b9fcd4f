// Gateway: the HTTP and socket.io interface (docs/http.md), served by aiohttp in the embedded Python, on a
// thread of its own.
//
// Thread safety: one owner. There is one gateway in a process, because there is one Python.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "cluster/gateway/bridge.h"

namespace fora::gateway {

struct GatewayOptions {
  int listening_socket = -1;  // bound and listening; the gateway owns it
  std::string token;          // what clients must show; empty: none is asked for
  std::string version;
};

class Gateway {
 public:
  Gateway(GatewayOptions options, Bridge* bridge);
  ~Gateway();  // as Stop
  Gateway(const Gateway&) = delete;
  Gateway& operator=(const Gateway&) = delete;

  // Starts the thread and returns when requests are answered. Errors: Internal.
  absl::Status Start();
  // Closes all connections; returns when the thread is done.
  void Stop();

 private:
  absl::Status Serve(const std::function<void()>& ready);
  const GatewayOptions options_;
  Bridge* const bridge_;
  std::thread thread_;
};

}  // namespace fora::gateway
