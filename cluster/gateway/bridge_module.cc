// The Python module `_fora`:
//
//   inspect(program: bytes) -> (error or None, [ids of remote values])    checks a serialised Program
//   submit(program: bytes, [ids]) -> (job id or None, error or None)
//   cancel(job_id), release([ids]), status() -> (workers, threads, pieces done)
//   fetch(request: int, value_id, bytes_max: int)                         answered by a "value" event
//   wakeup_fd() -> int, take_events() -> [("job", id, is_done, cores, result) | ("value", request, code,
//   bytes or text) |
//                                         ("stop",)]
//
// Large bytes are copied and decoded without the GIL.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cluster/gateway/bridge.h"
#include "cluster/gateway/python_object.h"
#include "cluster/wire/bytes.h"

namespace fora::gateway {
namespace {

PyObject* Text(std::string_view text) {
  return PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
}

PyObject* Bytes(std::string_view bytes) {
  return PyBytes_FromStringAndSize(bytes.data(), static_cast<Py_ssize_t>(bytes.size()));
}

// The Bridge is kept in the module's state, so that there is no global.
struct ModuleState {
  Bridge* bridge;
};

manager::Manager* ManagerOf(PyObject* module) {
  Bridge* bridge = static_cast<ModuleState*>(PyModule_GetState(module))->bridge;
  if (bridge == nullptr || bridge->manager() == nullptr) {
    PyErr_SetString(PyExc_RuntimeError, "there is no manager in this process");
    return nullptr;
  }
  return bridge->manager();
}

bool StringsOf(PyObject* list, std::vector<std::string>& strings) {
  PythonObject sequence(PySequence_Fast(list, "a list of str is needed"));
  if (!sequence) return false;
  for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(sequence.get()); ++i) {
    Py_ssize_t size = 0;
    const char* text = PyUnicode_AsUTF8AndSize(PySequence_Fast_GET_ITEM(sequence.get(), i), &size);
    if (text == nullptr) return false;
    strings.emplace_back(text, static_cast<size_t>(size));
  }
  return true;
}

PyObject* Inspect(PyObject*, PyObject* args) {
  Py_buffer program;
  if (!PyArg_ParseTuple(args, "y*", &program)) return nullptr;
  std::string error;
  std::vector<std::string> ids;
  Py_BEGIN_ALLOW_THREADS;
  auto parsed = wire::ParseProgram({static_cast<const char*>(program.buf), static_cast<size_t>(program.len)});
  if (parsed.ok()) {
    ids = wire::RemoteValuesOf(*parsed);
  } else {
    error = std::string(parsed.status().message());
  }
  Py_END_ALLOW_THREADS;
  PyBuffer_Release(&program);
  PythonObject list(PyList_New(0));
  for (const std::string& id : ids) {
    PythonObject text(Text(id));
    if (!list || !text || PyList_Append(list.get(), text.get()) != 0) return nullptr;
  }
  if (error.empty()) return Py_BuildValue("(OO)", Py_None, list.get());
  PythonObject text(Text(error));
  return Py_BuildValue("(OO)", text.get(), list.get());
}

PyObject* Submit(PyObject* module, PyObject* args) {
  manager::Manager* manager = ManagerOf(module);
  Py_buffer program;
  PyObject* list = nullptr;
  if (manager == nullptr || !PyArg_ParseTuple(args, "y*O", &program, &list)) return nullptr;
  std::vector<std::string> ids;
  if (!StringsOf(list, ids)) {
    PyBuffer_Release(&program);
    return nullptr;
  }
  std::optional<absl::StatusOr<std::string>> job;
  Py_BEGIN_ALLOW_THREADS;
  job = manager->Submit(std::string(static_cast<const char*>(program.buf), static_cast<size_t>(program.len)),
                        std::move(ids));
  Py_END_ALLOW_THREADS;
  PyBuffer_Release(&program);
  if (job->ok()) return Py_BuildValue("(sO)", (*job)->c_str(), Py_None);
  return Py_BuildValue("(Os)", Py_None, std::string(job->status().message()).c_str());
}

PyObject* Cancel(PyObject* module, PyObject* args) {
  manager::Manager* manager = ManagerOf(module);
  const char* id = nullptr;
  if (manager == nullptr || !PyArg_ParseTuple(args, "s", &id)) return nullptr;
  std::string job(id);
  Py_BEGIN_ALLOW_THREADS;
  manager->Cancel(job);
  Py_END_ALLOW_THREADS;
  Py_RETURN_NONE;
}

PyObject* Release(PyObject* module, PyObject* args) {
  manager::Manager* manager = ManagerOf(module);
  PyObject* list = nullptr;
  std::vector<std::string> ids;
  if (manager == nullptr || !PyArg_ParseTuple(args, "O", &list) || !StringsOf(list, ids)) return nullptr;
  Py_BEGIN_ALLOW_THREADS;
  manager->ReleaseValues(std::move(ids));
  Py_END_ALLOW_THREADS;
  Py_RETURN_NONE;
}

PyObject* Fetch(PyObject* module, PyObject* args) {
  manager::Manager* manager = ManagerOf(module);
  unsigned long long request = 0, bytes_max = 0;
  const char* id = nullptr;
  Py_ssize_t id_size = 0;
  if (manager == nullptr || !PyArg_ParseTuple(args, "Ks#K", &request, &id, &id_size, &bytes_max))
    return nullptr;
  Bridge* bridge = static_cast<ModuleState*>(PyModule_GetState(module))->bridge;
  std::string value(id, static_cast<size_t>(id_size));
  Py_BEGIN_ALLOW_THREADS;
  manager->FetchValue(value, bytes_max, [bridge, request](absl::StatusOr<std::string> graph) {
    ValueEvent event{request, graph.status(), ""};
    if (graph.ok()) event.graph = *std::move(graph);
    bridge->Push(std::move(event));
  });
  Py_END_ALLOW_THREADS;
  Py_RETURN_NONE;
}

PyObject* Status(PyObject* module, PyObject*) {
  manager::Manager* manager = ManagerOf(module);
  if (manager == nullptr) return nullptr;
  manager::ClusterStatus status = manager->status();
  return Py_BuildValue("(IIK)", status.workers, status.threads,
                       static_cast<unsigned long long>(status.pieces_done));
}

PyObject* WakeupFd(PyObject* module, PyObject*) {
  return PyLong_FromLong(static_cast<ModuleState*>(PyModule_GetState(module))->bridge->wakeup_fd());
}

struct ToPython {
  PyObject* operator()(const JobEvent& event) const {
    return Py_BuildValue("(ss#iIN)", "job", event.update.job.data(),
                         static_cast<Py_ssize_t>(event.update.job.size()), event.update.is_done ? 1 : 0,
                         event.update.cores, Bytes(event.update.result));
  }
  PyObject* operator()(const ValueEvent& event) const {
    PyObject* payload = event.status.ok()
                            ? Bytes(event.graph)
                            : Text({event.status.message().data(), event.status.message().size()});
    return Py_BuildValue("(sKsN)", "value", static_cast<unsigned long long>(event.request),
                         absl::StatusCodeToString(event.status.code()).c_str(), payload);
  }
  PyObject* operator()(const StopEvent&) const { return Py_BuildValue("(s)", "stop"); }
};

PyObject* TakeEvents(PyObject* module, PyObject*) {
  Bridge* bridge = static_cast<ModuleState*>(PyModule_GetState(module))->bridge;
  PythonObject list(PyList_New(0));
  if (!list) return nullptr;
  for (const BridgeEvent& event : bridge->Take()) {
    PythonObject item(std::visit(ToPython(), event));
    if (!item || PyList_Append(list.get(), item.get()) != 0) return nullptr;
  }
  return Py_NewRef(list.get());
}

PyMethodDef methods[] = {
    {"inspect", Inspect, METH_VARARGS, nullptr},
    {"submit", Submit, METH_VARARGS, nullptr},
    {"cancel", Cancel, METH_VARARGS, nullptr},
    {"release", Release, METH_VARARGS, nullptr},
    {"fetch", Fetch, METH_VARARGS, nullptr},
    {"status", Status, METH_NOARGS, nullptr},
    {"wakeup_fd", WakeupFd, METH_NOARGS, nullptr},
    {"take_events", TakeEvents, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {PyModuleDef_HEAD_INIT,
                          "_fora",
                          nullptr,
                          sizeof(ModuleState),
                          methods,
                          nullptr,
                          nullptr,
                          nullptr,
                          nullptr};

PyObject* MakeModule() { return PyModule_Create(&definition); }

}  // namespace

void RegisterBridgeModule() { PyImport_AppendInittab("_fora", MakeModule); }

absl::Status AttachBridge(Bridge* bridge) {
  PythonObject module(PyImport_ImportModule("_fora"));
  if (!module) return PythonError();
  static_cast<ModuleState*>(PyModule_GetState(module.get()))->bridge = bridge;
  return absl::OkStatus();
}

absl::Status PythonError() {
  PyObject *type = nullptr, *value = nullptr, *trace = nullptr;
  PyErr_Fetch(&type, &value, &trace);
  PyErr_NormalizeException(&type, &value, &trace);
  PythonObject owned_type(type), owned_value(value), owned_trace(trace);
  if (!owned_value) return absl::InternalError("the embedded Python failed and doesn't say how");
  PythonObject text(PyObject_Str(value));
  const char* message = text ? PyUnicode_AsUTF8(text.get()) : nullptr;
  PyErr_Clear();
  std::string name = reinterpret_cast<PyTypeObject*>(type)->tp_name;
  if (name == "ConversionError") {
    PythonObject line(PyObject_GetAttrString(value, "line"));
    long number = line ? PyLong_AsLong(line.get()) : 0;
    PyErr_Clear();
    return absl::InvalidArgumentError(absl::StrCat(number, ":", message != nullptr ? message : ""));
  }
  return absl::InternalError(
      absl::StrCat("the embedded Python failed: ", name, ": ", message != nullptr ? message : ""));
}

}  // namespace fora::gateway
