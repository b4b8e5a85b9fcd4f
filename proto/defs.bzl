"""Code generation from proto/*.proto with Debian's protoc and grpc_cpp_plugin.

    fora_cc_proto(name = "value_cc", srcs = ["value.proto"])
    fora_cc_proto(name = "program_cc", srcs = ["program.proto"], deps = [":value_cc"])
    fora_cc_proto(name = "manager_cc_grpc", srcs = ["manager.proto"], grpc = True, deps = [":program_cc"])
    fora_py_proto(name = "py", srcs = ["program.proto", "value.proto"])

C++ includes "proto/value.pb.h" and "proto/manager.grpc.pb.h". A proto imports another by "proto/value.proto" and
its target names the other's target in `deps`.
"""

_PROTOC = "/usr/bin/protoc --fatal_warnings -I. "

def _generated(srcs, suffix):
    return [src.replace(".proto", suffix) for src in srcs]

def fora_cc_proto(name, srcs, deps = [], grpc = False, visibility = None):
    """A cc_library of the messages (and, with `grpc`, the services) in `srcs`; `deps` are other fora_cc_proto."""
    native.filegroup(
        name = name + "_protos",
        srcs = srcs + [dep + "_protos" for dep in deps],
        visibility = visibility,
    )
    headers = _generated(srcs, ".pb.h")
    sources = _generated(srcs, ".pb.cc")
    command = _PROTOC + "--cpp_out=$(GENDIR) "
    if grpc:
        headers = headers + _generated(srcs, ".grpc.pb.h")
        sources = sources + _generated(srcs, ".grpc.pb.cc")
        command += "--grpc_out=$(GENDIR) --plugin=protoc-gen-grpc=/usr/bin/grpc_cpp_plugin "
    native.genrule(
        name = name + "_generate",
        srcs = srcs + [name + "_protos"],
        outs = headers + sources,
        cmd = command + " ".join(["$(location %s)" % src for src in srcs]),
        message = "Generating C++ for",
    )
    native.cc_library(
        name = name,
        srcs = sources,
        hdrs = headers,
        visibility = visibility,
        deps = deps + ["@protobuf"] + (["@grpc//:grpc++"] if grpc else []),
    )

def fora_py_proto(name, srcs, visibility = None):
    """The *_pb2.py of `srcs`, which import each other relatively: put them together in any one Python package."""
    outs = _generated(srcs, "_pb2.py")
    native.genrule(
        name = name,
        srcs = srcs,
        outs = outs,
        cmd = _PROTOC + "--python_out=$(GENDIR) $(SRCS) && sed -i 's/^from proto import /from . import /' $(OUTS)",
        message = "Generating Python for",
        visibility = visibility,
    )
