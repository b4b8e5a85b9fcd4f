"""The repositories of WORKSPACE: Bazel's own rules, and one repository per system library.

All of them are folders of Debian packages or of this tree. Headers under /usr/include are on the compiler's own
search path, so most libraries need no more than a link line; LLVM's and Python's are not, so these two are
declared, and a target that doesn't depend on @llvm can't include LLVM.
"""

# Bazel 4.2.3 wants these by name even for a C++-only tree. Debian packages the right ones, except rules_cc (too
# new for this Bazel) and remote_coverage_tools (not packaged; `bazel test` insists on its label).
_RULES = {
    "bazel_skylib": "/usr/share/bazel/tools/skylib",
    "platforms": "/usr/share/bazel/platforms",
    "remote_coverage_tools": "third_party/bazel/remote_coverage_tools",
    "rules_cc": "third_party/bazel/rules_cc",
    "rules_java": "/usr/share/bazel/rules/java",
    "rules_proto": "/usr/share/bazel/rules/proto",
}

_LIBRARIES = {
    "absl": "/usr/include/absl",
    "blas": "/usr/share/doc/libopenblas-dev",
    "catch2": "/usr/include/catch2",
    "curl": "/usr/include/x86_64-linux-gnu/curl",
    "gmp": "/usr/share/doc/libgmp-dev",
    "grpc": "/usr/include/grpcpp",
    "llvm": "/usr/lib/llvm-19",
    "openssl": "/usr/include/openssl",
    "protobuf": "/usr/include/google/protobuf",
    "python3": "/usr/include/python3.11",
    "sqlite3": "/usr/share/doc/libsqlite3-dev",
}

def fora_bazel_repositories():
    for name, path in _RULES.items():
        native.local_repository(name = name, path = path)

def fora_system_libraries():
    for name, path in _LIBRARIES.items():
        native.new_local_repository(
            name = name,
            path = path,
            build_file = "//third_party:%s.BUILD" % name,
        )
