// fora serve: composes a manager, a worker and the gateway, as the flags say, and runs them until it is told
// to stop.
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "cluster/commands.h"
#include "cluster/flags.h"
#include "cluster/gateway/gateway.h"
#include "cluster/manager/manager.h"
#include "cluster/rpc/registry.h"
#include "cluster/rpc/server.h"
#include "cluster/rpc/worker_client.h"
#include "cluster/rpc/worker_service.h"
#include "cluster/version.h"
#include "cluster/worker/tiered_engine.h"
#include "cluster/worker/worker.h"
#include "runtime/base/status_macros.h"
#include "runtime/memory/machine.h"
#include "runtime/memory/memory.h"

namespace fora {
namespace {

// FORA_* variables come first, the documentation's UFORA_* are honoured.
const Flag kFlags[] = {
    {"manager",
     FlagKind::kSwitch,
     "",
     "",
     {"FORA_NO_WORKER", "UFORA_NO_WORKER"},
     "the manager and the HTTP interface only"},
    {"worker", FlagKind::kSwitch, "", "", {}, "a worker only; needs --manager-addr"},
    {"manager-addr",
     FlagKind::kText,
     "HOST:PORT",
     "",
     {"FORA_MANAGER_ADDRESS", "UFORA_MANAGER_ADDRESS"},
     "the registry of the manager that the worker joins"},
    {"threads", FlagKind::kNumber, "N", "0", {"FORA_THREADS"}, "of the worker; 0: one a core", 0, 4096},
    {"peer-grain-ms",
     FlagKind::kNumber,
     "MS",
     "5",
     {"FORA_PEER_GRAIN_MS"},
     "less work than this is not lent to other workers; 0: any is",
     0,
     60000},
    {"memory-limit-mb",
     FlagKind::kNumber,
     "MB",
     "0",
     {"FORA_MEMORY_LIMIT_MB"},
     "of the worker: a job that takes more ends with MemoryError; 0: most of what the machine can spare",
     0,
     int64_t{1} << 27},
    {"http-port",
     FlagKind::kNumber,
     "PORT",
     "30000",
     {"FORA_WEB_HTTP_PORT", "UFORA_WEB_HTTP_PORT"},
     "of the HTTP interface; 0: any free one",
     0,
     65535},
    {"registry-port",
     FlagKind::kNumber,
     "PORT",
     "30002",
     {"FORA_REGISTRY_PORT"},
     "where workers join; 0: any free one",
     0,
     65535},
    {"worker-base-port",
     FlagKind::kNumber,
     "PORT",
     "30009",
     {"FORA_WORKER_BASE_PORT", "UFORA_WORKER_BASE_PORT"},
     "worker control, and the next one for data; 0: any free ones",
     0,
     65534},
    {"own-address",
     FlagKind::kText,
     "HOST",
     "",
     {"FORA_WORKER_OWN_ADDRESS", "UFORA_WORKER_OWN_ADDRESS"},
     "by which others reach the worker, if not the address that it comes from"},
    {"bind", FlagKind::kText, "ADDRESS", "127.0.0.1", {"FORA_BIND"}, "address to listen on"},
    {"data-dir", FlagKind::kText, "DIR", "", {"FORA_DATA_DIR"}, "where the token and caches are"},
    {"allow-insecure-bind",
     FlagKind::kSwitch,
     "",
     "",
     {},
     "listen on an address that others reach, without TLS"},
    {"exit-with-parent", FlagKind::kSwitch, "", "", {}, "stop when the process that started this one ends"},
    {"help", FlagKind::kSwitch, "", "", {}, "print this"},
};

struct Options {
  bool has_manager = true, has_worker = true;
  std::string manager_address, own_address, bind, data_dir;
  int64_t memory_limit_mb = 0;
  int threads = 1, peer_grain_ms = 5, http_port = 0, registry_port = 0, worker_base_port = 0;
};

std::optional<std::string> Environment(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());
  if (value == nullptr) return std::nullopt;
  return value;
}

std::string DefaultDataDir() {
  if (auto state = Environment("XDG_STATE_HOME"); state && !state->empty()) return *state + "/fora";
  return Environment("HOME").value_or("/tmp") + "/.local/state/fora";
}

bool IsLoopback(const std::string& address) {
  return address == "localhost" || address.rfind("127.", 0) == 0 || address == "::1" || address == "[::1]";
}

absl::StatusOr<Options> OptionsOf(const Flags& flags) {
  Options options;
  if (!flags.positional().empty()) {
    return absl::InvalidArgumentError(absl::StrCat("unexpected word '", flags.positional()[0], "'"));
  }
  bool manager_only = flags.On("manager"), worker_only = flags.On("worker");
  options.has_worker = worker_only || !manager_only;
  options.has_manager = manager_only || !worker_only;
  options.manager_address = flags.Text("manager-addr");
  if (!options.has_manager && options.manager_address.empty()) {
    return absl::InvalidArgumentError("--worker needs --manager-addr HOST:PORT");
  }
  if (!options.has_manager && options.manager_address.find(':') == std::string::npos)
    options.manager_address += ":30002";
  options.own_address = flags.Text("own-address");
  options.bind = flags.Text("bind");
  if (!IsLoopback(options.bind) && !flags.On("allow-insecure-bind")) {
    return absl::InvalidArgumentError(absl::StrCat(
        "--bind ", options.bind,
        " is reached by others, and there is no TLS yet: bind to 127.0.0.1, or say --allow-insecure-bind"));
  }
  options.data_dir = flags.Text("data-dir").empty() ? DefaultDataDir() : flags.Text("data-dir");
  options.threads = static_cast<int>(flags.Number("threads"));
  if (options.threads == 0)
    options.threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  options.memory_limit_mb = flags.Number("memory-limit-mb");
  options.peer_grain_ms = static_cast<int>(flags.Number("peer-grain-ms"));
  options.http_port = static_cast<int>(flags.Number("http-port"));
  options.registry_port = static_cast<int>(flags.Number("registry-port"));
  options.worker_base_port = static_cast<int>(flags.Number("worker-base-port"));
  return options;
}

std::string RandomHex(size_t bytes) {
  std::string raw(bytes, '\0');
  if (getrandom(raw.data(), raw.size(), 0) != static_cast<ssize_t>(raw.size())) std::abort();
  std::string text;
  for (unsigned char byte : raw) absl::StrAppend(&text, absl::Hex(byte, absl::kZeroPad2));
  return text;
}

// The token of the data directory; made there, for its owner's eyes only, if there is none yet.
absl::StatusOr<std::string> Token(const std::string& data_dir) {
  auto refused = [&](const std::string& what) {
    return absl::FailedPreconditionError(
        absl::StrCat("the data directory ", data_dir, " can't be ", what, ": ", std::strerror(errno)));
  };
  std::error_code error;
  std::filesystem::create_directories(data_dir, error);
  if (access(data_dir.c_str(), W_OK | X_OK) != 0) return refused("written to");
  std::string path = data_dir + "/token";
  int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd >= 0) {
    char text[256];
    ssize_t size = read(fd, text, sizeof text);
    fchmod(fd, 0600);
    close(fd);
    std::string token(text, static_cast<size_t>(std::max<ssize_t>(size, 0)));
    while (!token.empty() && (token.back() == '\n' || token.back() == ' ')) token.pop_back();
    if (!token.empty()) return token;
  }
  // Written aside and renamed, so that no client reads half of it.
  std::string token = RandomHex(24), fresh = path + ".new";
  unlink(fresh.c_str());
  fd = open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return refused("written to");
  std::string line = token + "\n";
  bool written = write(fd, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  close(fd);
  if (!written || rename(fresh.c_str(), path.c_str()) != 0) return refused("written to");
  return token;
}

struct Listener {
  int socket = -1;
  int port = 0;
};

absl::StatusOr<Listener> ListenHttp(const std::string& address, int port) {
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  std::string host = address.front() == '[' ? address.substr(1, address.size() - 2) : address;
  if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) {
    return absl::InvalidArgumentError(absl::StrCat("--bind ", address, " is not an address"));
  }
  std::unique_ptr<addrinfo, void (*)(addrinfo*)> owned(found, freeaddrinfo);
  int fd = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  int one = 1;
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(fd, found->ai_addr, found->ai_addrlen) != 0 || listen(fd, 512) != 0) {
    int reason = errno;
    close(fd);
    return absl::UnavailableError(
        absl::StrCat(address, ":", port, " can't be listened on: ", std::strerror(reason),
                     reason == EADDRINUSE ? "; choose another --http-port, or 0 for any" : ""));
  }
  sockaddr_storage bound{};
  socklen_t size = sizeof bound;
  getsockname(fd, reinterpret_cast<sockaddr*>(&bound), &size);
  port = ntohs(bound.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6*>(&bound)->sin6_port
                                           : reinterpret_cast<sockaddr_in*>(&bound)->sin_port);
  return Listener{fd, port};
}

// Everything that runs in this process. Stop is safe at any stage of Start.
class Server {
 public:
  explicit Server(Options options) : options_(std::move(options)) {}

  absl::Status Start() {
    if (options_.has_manager) FORA_RETURN_IF_ERROR(StartManager());
    if (options_.has_worker) FORA_RETURN_IF_ERROR(StartWorker());
    if (!options_.has_manager) return absl::OkStatus();
    gateway_ =
        std::make_unique<gateway::Gateway>(gateway::GatewayOptions{http_.socket, token_, kVersion}, &bridge_);
    return gateway_->Start();
  }

  std::string ReadyLine() const {
    if (options_.has_manager) return absl::StrCat("ready http://", options_.bind, ":", http_.port);
    return absl::StrCat("ready worker ", options_.bind, ":", control_->port());
  }

  // From the outside in, so that nobody calls what has gone.
  void Stop() {
    if (gateway_ != nullptr) gateway_->Stop();
    registration_ = nullptr;
    if (worker_ != nullptr) worker_->Stop();
    if (control_ != nullptr) control_->Stop();
    if (data_ != nullptr) data_->Stop();
    if (registry_ != nullptr) registry_->Stop();
    if (manager_ != nullptr) manager_->Stop();
  }

 private:
  absl::Status StartManager() {
    FORA_ASSIGN_OR_RETURN(token_, Token(options_.data_dir));
    FORA_ASSIGN_OR_RETURN(http_, ListenHttp(options_.bind, options_.http_port));
    manager::ManagerOptions options;
    options.instance = RandomHex(6);
    options.connect = [this](const std::string& control_address, const std::string& data_address) {
      return rpc::MakeWorkerLink(channels_, control_address, data_address);
    };
    options.listener = [this](manager::JobUpdate update) {
      bridge_.Push(gateway::JobEvent{std::move(update)});
    };
    manager_ = std::make_unique<manager::Manager>(std::move(options));
    bridge_.set_manager(manager_.get());
    registry_service_ = rpc::MakeRegistry(manager_.get());
    FORA_ASSIGN_OR_RETURN(
        registry_, rpc::Server::Listen(options_.bind, options_.registry_port, {registry_service_.get()}));
    std::string address = absl::StrCat(options_.bind, ":", registry_->port());
    channels_.AddInProcess(address, registry_->InProcessChannel());
    if (options_.manager_address.empty() || options_.has_worker) options_.manager_address = address;
    return absl::OkStatus();
  }

  absl::Status StartWorker() {
    tier::Options engine_options;
    engine_options.tasks.threads = options_.threads;
    memory::SetLimit(options_.memory_limit_mb != 0 ? options_.memory_limit_mb << 20 : memory::DefaultLimit());
    engine_options.tasks.peer_grain = std::chrono::milliseconds(options_.peer_grain_ms);
    engine_options.cache_dir = options_.data_dir + "/code";
    engine_ = worker::MakeTieredEngine(engine_options);
    peers_ = rpc::MakePeers(&channels_);
    worker_ = std::make_unique<worker::Worker>(engine_.get(), peers_.get(), worker::WorkerOptions{});
    control_service_ = rpc::MakeWorkerControl(worker_.get());
    data_service_ = rpc::MakeWorkerData(worker_.get());
    int base = options_.worker_base_port;
    FORA_ASSIGN_OR_RETURN(control_, rpc::Server::Listen(options_.bind, base, {control_service_.get()}));
    FORA_ASSIGN_OR_RETURN(
        data_, rpc::Server::Listen(options_.bind, base == 0 ? 0 : base + 1, {data_service_.get()}));
    rpc::Registration registration;
    registration.manager_address = options_.manager_address;
    registration.control_address = OwnAddress(control_->port());
    registration.data_address = OwnAddress(data_->port());
    registration.threads = static_cast<uint32_t>(options_.threads);
    registration.version = kVersion;
    registration.pieces_done = [worker = worker_.get()] { return worker->tasks_done(); };
    channels_.AddInProcess(registration.control_address, control_->InProcessChannel());
    channels_.AddInProcess(registration.data_address, data_->InProcessChannel());
    registration_ = std::make_unique<rpc::RegistryClient>(&channels_, peers_.get(), registration);
    return registration_->Start();
  }

  // In the manager's process the worker is known by the address it is bound to; elsewhere the manager sees
  // its host.
  std::string OwnAddress(int port) const {
    if (!options_.own_address.empty()) return absl::StrCat(options_.own_address, ":", port);
    bool is_any = options_.bind == "0.0.0.0" || options_.bind == "::" || options_.bind == "[::]";
    return absl::StrCat(is_any && !options_.has_manager ? "" : options_.bind, ":", port);
  }

  Options options_;
  std::string token_;
  Listener http_;
  rpc::Channels channels_;
  gateway::Bridge bridge_;
  std::unique_ptr<manager::Manager> manager_;
  std::shared_ptr<grpc::Service> registry_service_, control_service_, data_service_;
  std::unique_ptr<rpc::Server> registry_, control_, data_;
  std::unique_ptr<worker::Engine> engine_;
  std::unique_ptr<worker::Peers> peers_;
  std::unique_ptr<worker::Worker> worker_;
  std::unique_ptr<rpc::RegistryClient> registration_;
  std::unique_ptr<gateway::Gateway> gateway_;
};

// SIGTERM and SIGINT come by this descriptor, and to no thread. REQUIRES: before any thread is started.
int BlockSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  return signalfd(-1, &signals, SFD_CLOEXEC);
}

// Whatever hangs, the process is gone in time.
void StopWithin(std::chrono::milliseconds limit) {
  std::thread([limit] {
    std::this_thread::sleep_for(limit);
    std::_Exit(0);
  }).detach();
}

int Fail(const absl::Status& status, int code) {
  std::fprintf(stderr, "fora serve: %s\n", std::string(status.message()).c_str());
  return code;
}

}  // namespace

int Serve(const std::vector<std::string>& arguments) {
  absl::StatusOr<Flags> flags = Flags::Parse(kFlags, arguments, Environment);
  if (!flags.ok()) return Fail(flags.status(), 2);
  if (flags->On("help")) {
    std::printf(
        "fora serve: runs a cluster, or one part of it\n\n%s\nA variable in [brackets] gives the default.\n",
        HelpOf(kFlags).c_str());
    return 0;
  }
  absl::StatusOr<Options> options = OptionsOf(*flags);
  if (!options.ok()) return Fail(options.status(), 2);
  setenv("GRPC_VERBOSITY", "NONE", 0);  // what goes wrong is ours to say, in one line
  int signals = BlockSignals();
  if (flags->On("exit-with-parent")) {
    pid_t parent = getppid();
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) return 0;  // it ended in between
  }
  Server server(*std::move(options));
  absl::Status status = server.Start();
  if (status.ok()) {
    std::printf("%s\n", server.ReadyLine().c_str());
    std::fflush(stdout);
    signalfd_siginfo signal;
    while (read(signals, &signal, sizeof signal) < 0 && errno == EINTR) {
    }
  }
  StopWithin(std::chrono::milliseconds(1800));
  server.Stop();
  std::fflush(nullptr);
  if (!status.ok()) std::_Exit(Fail(status, 1));
  std::_Exit(0);  // threads of gRPC and Python may still be around: nothing is destroyed under them
}

}  // namespace fora
