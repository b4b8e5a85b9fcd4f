// PythonObject: one owned reference. Include <Python.h> first. REQUIRES: the GIL, wherever one is made or
// dies.
#pragma once

#include <string>
#include <utility>

#include "absl/status/status.h"

namespace fora::gateway {

class PythonObject {
 public:
  explicit PythonObject(PyObject* owned) : object_(owned) {}
  PythonObject(PythonObject&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  PythonObject& operator=(PythonObject&&) = delete;
  ~PythonObject() { Py_XDECREF(object_); }
  explicit operator bool() const { return object_ != nullptr; }
  PyObject* get() const { return object_; }

 private:
  PyObject* object_;
};

// The exception that is set, and clears it. InvalidArgument "LINE:TEXT" for syntax.ConversionError, else
// Internal.
absl::Status PythonError();

}  // namespace fora::gateway
