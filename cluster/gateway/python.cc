#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "cluster/gateway/python.h"

#include <google/protobuf/stubs/logging.h>

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cluster/gateway/bridge.h"
#include "cluster/gateway/frozen_modules.h"
#include "cluster/gateway/python_object.h"

namespace fora::gateway {
namespace {

constexpr const wchar_t* kModulePaths[] = {
    L"/usr/lib/python3.11",
    L"/usr/lib/python3.11/lib-dynload",
    L"/usr/lib/python3/dist-packages",
};

// CPython reads this table for as long as the process lives.
const _frozen* FrozenTable() {
  static const std::vector<_frozen> table = [] {
    std::vector<_frozen> rows;
    for (const FrozenModule& module : FrozenModules()) {
      rows.push_back(
          {module.name, module.code, static_cast<int>(module.size), module.is_package ? 1 : 0, nullptr});
    }
    rows.push_back({});
    return rows;
  }();
  return table.data();
}

absl::Status FromPython(const PyStatus& status) {
  return absl::InternalError(
      absl::StrCat("the embedded Python can't be started: ", status.err_msg ? status.err_msg : ""));
}

PyStatus Configure(PyConfig& config) {
  config.install_signal_handlers = 0;
  config.site_import = 0;  // no .pth files, no user site
  config.write_bytecode = 0;
  config.parse_argv = 0;
  config.module_search_paths_set = 1;
  for (const wchar_t* path : kModulePaths) {
    PyStatus status = PyWideStringList_Append(&config.module_search_paths, path);
    if (PyStatus_Exception(status)) return status;
  }
  PyStatus status = PyConfig_SetString(&config, &config.program_name, L"/usr/bin/python3.11");
  if (PyStatus_Exception(status)) return status;
  return PyConfig_SetString(&config, &config.executable, L"/usr/bin/python3.11");
}

}  // namespace

absl::Status StartPython(Bridge* bridge) {
  google::protobuf::SetLogHandler(
      nullptr);  // Python's protobuf is the same library; a client's errors are told to the client
  PyImport_FrozenModules = FrozenTable();
  RegisterBridgeModule();
  PyPreConfig preconfig;
  PyPreConfig_InitIsolatedConfig(&preconfig);
  preconfig.utf8_mode = 1;
  if (PyStatus status = Py_PreInitialize(&preconfig); PyStatus_Exception(status)) return FromPython(status);
  PyConfig config;
  PyConfig_InitIsolatedConfig(&config);
  PyStatus status = Configure(config);
  if (!PyStatus_Exception(status)) status = Py_InitializeFromConfig(&config);
  PyConfig_Clear(&config);
  if (PyStatus_Exception(status)) return FromPython(status);
  return AttachBridge(bridge);
}

absl::StatusOr<ModuleProgram> MakeModuleProgram(const std::string& path, std::string_view text,
                                                const std::string& result_name) {
  PythonObject module(PyImport_ImportModule("fora_gateway.program"));
  if (!module) return PythonError();
  PythonObject source(PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), nullptr));
  if (!source) {
    PyErr_Clear();
    return absl::InvalidArgumentError("1: the file is not UTF-8");
  }
  PythonObject made(PyObject_CallMethod(module.get(), "module_program", "sOs", path.c_str(), source.get(),
                                        result_name.c_str()));
  if (!made) return PythonError();
  const char* bytes = nullptr;
  Py_ssize_t size = 0;
  unsigned line = 0;
  if (!PyArg_ParseTuple(made.get(), "y#I", &bytes, &size, &line)) return PythonError();
  return ModuleProgram{std::string(bytes, static_cast<size_t>(size)), line};
}

}  // namespace fora::gateway
