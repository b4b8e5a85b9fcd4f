"""pyfora: ordinary Python, compiled and run in parallel on a Fora cluster.

    import math, pyfora
    executor = pyfora.connect('http://localhost:30000')
    with executor.remotely.downloadAll():
        x = sum(math.sin(i) for i in range(10**9))

Importing it is quick: everything but the exceptions is loaded when it is first needed.
"""

from pyfora.Exceptions import (
    ComputationError,
    ConnectionError,
    ForaToPythonConversionError,
    InvalidPyforaOperation,
    NotCallableError,
    PyforaError,
    PyforaNotImplementedError,
    PythonToForaConversionError,
    ResultExceededBytecountThreshold,
)

__version__ = "1.0.0"

__all__ = [
    "ComputationError",
    "ConnectionError",
    "ForaToPythonConversionError",
    "InvalidPyforaOperation",
    "NotCallableError",
    "PyforaError",
    "PyforaNotImplementedError",
    "PythonToForaConversionError",
    "ResultExceededBytecountThreshold",
    "connect",
]

# Public modules, imported on first use: `pyfora.Executor.Executor`, `pyfora.Future.Future`, ...
_MODULES = ("Connection", "Exceptions", "Executor", "Future", "RemotePythonObject", "WithBlockExecutor")


def connect(url=None, timeout=30.0, token=None):
    """Opens a connection to a Fora cluster.

    url: the HTTP address of the cluster's manager, such as 'http://localhost:30000'. None starts a private
        server on this machine, which stops with the executor, and at the latest with this process.
    timeout: seconds until it must be ready; None waits indefinitely.
    token: the cluster's token; None takes it from FORA_TOKEN, or from the file of a server on this machine.

    Returns a pyfora.Executor.Executor. Errors: pyfora.ConnectionError, with what was tried and the remedy.
    """
    from pyfora.Executor import Executor

    if url is None:
        from pyfora.local_server import LocalServer

        server = LocalServer(timeout)
        try:
            return Executor(server.connect(timeout))
        except BaseException:
            server.stop()
            raise
    from pyfora.Connection import Connection

    return Executor(Connection(url, token=token, timeout=timeout))


def __getattr__(name):
    if name in _MODULES:
        import importlib

        return importlib.import_module(f"pyfora.{name}")
    raise AttributeError(f"module 'pyfora' has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_MODULES})
