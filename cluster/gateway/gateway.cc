#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "cluster/gateway/gateway.h"

#include <cstdio>
#include <future>
#include <utility>

#include "cluster/gateway/python.h"
#include "cluster/gateway/python_object.h"
#include "runtime/base/status_macros.h"

namespace fora::gateway {
namespace {

// What app.serve calls once it answers requests.
PyObject* CallReady(PyObject* capsule, PyObject*) {
  (*static_cast<const std::function<void()>*>(PyCapsule_GetPointer(capsule, nullptr)))();
  Py_RETURN_NONE;
}
PyMethodDef ready_method = {"ready", CallReady, METH_NOARGS, nullptr};

}  // namespace

Gateway::Gateway(GatewayOptions options, Bridge* bridge) : options_(std::move(options)), bridge_(bridge) {}

Gateway::~Gateway() { Stop(); }

absl::Status Gateway::Start() {
  std::promise<absl::Status> started;
  std::future<absl::Status> outcome = started.get_future();
  thread_ = std::thread([this, &started] {
    bool is_ready = false;
    absl::Status status = Serve([&] {
      is_ready = true;
      started.set_value(absl::OkStatus());
    });
    if (!is_ready) {
      started.set_value(status.ok() ? absl::InternalError("the gateway stopped before it was ready")
                                    : status);
    } else if (!status.ok()) {
      std::fprintf(stderr, "fora: %s\n", std::string(status.message()).c_str());
    }
  });
  return outcome.get();
}

void Gateway::Stop() {
  if (!thread_.joinable()) return;
  bridge_->Push(StopEvent{});
  thread_.join();
}

absl::Status Gateway::Serve(const std::function<void()>& ready) {
  FORA_RETURN_IF_ERROR(StartPython(bridge_));
  absl::Status status = [&]() -> absl::Status {
    PythonObject module(PyImport_ImportModule("fora_gateway.app"));
    if (!module) return PythonError();
    PythonObject capsule(PyCapsule_New(const_cast<std::function<void()>*>(&ready), nullptr, nullptr));
    PythonObject callback(PyCFunction_New(&ready_method, capsule.get()));
    PythonObject served(PyObject_CallMethod(module.get(), "serve", "issO", options_.listening_socket,
                                            options_.token.c_str(), options_.version.c_str(),
                                            callback.get()));
    return served ? absl::OkStatus() : PythonError();
  }();
  PyEval_SaveThread();  // the interpreter stays, without a thread
  return status;
}

}  // namespace fora::gateway
