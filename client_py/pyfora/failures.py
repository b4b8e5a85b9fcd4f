"""What the server reports as a Failure, as the exception that pyfora raises."""

import concurrent.futures

from pyfora import Exceptions
from pyfora.object_decoder import decode_exception
from pyfora.wire import program_pb2

_BY_KIND = {
    program_pb2.Failure.INVALID_OPERATION: Exceptions.InvalidPyforaOperation,
    program_pb2.Failure.NOT_IMPLEMENTED: Exceptions.PyforaNotImplementedError,
    program_pb2.Failure.CANCELLED: concurrent.futures.CancelledError,
    program_pb2.Failure.INTERNAL: Exceptions.PyforaError,
    program_pb2.Failure.TO_PYTHON: Exceptions.ForaToPythonConversionError,
    program_pb2.Failure.TOO_LARGE: Exceptions.ResultExceededBytecountThreshold,
}


def exception_of(failure, definitions, block_in="<module>"):
    """The exception for a program_pb2.Failure; user classes are those of `definitions` (SentDefinitions).

    block_in: the name of the function that the with-block is in, as tracebacks give it.
    """
    frames = [_frame(frame, definitions, block_in) for frame in failure.trace]
    trace = [{"path": frame["path"], "line": frame["line"]} for frame in frames]
    if failure.kind == program_pb2.Failure.EXCEPTION:
        remote = _remote_exception(failure, definitions, block_in)
        error = Exceptions.ComputationError(remote, trace, frames)
        error.__cause__ = remote
        return error
    if failure.kind == program_pb2.Failure.CONVERSION:
        return Exceptions.PythonToForaConversionError(failure.message, trace or None, frames)
    kind = _BY_KIND.get(failure.kind, Exceptions.PyforaError)
    return kind("\n".join([failure.message, *Exceptions.locations(frames)]))


def _remote_exception(failure, definitions, block_in):
    try:
        remote = decode_exception(failure.exception, definitions)
    except Exceptions.ForaToPythonConversionError as error:
        remote = Exceptions.PyforaError(f"{failure.message} (the exception itself can't be downloaded: {error})")
    if failure.HasField("cause"):
        remote.__cause__ = _linked(failure.cause, definitions, block_in)
    if failure.HasField("context"):
        remote.__context__ = _linked(failure.context, definitions, block_in)
    elif failure.context_is_cause:
        remote.__context__ = remote.__cause__
    remote.__suppress_context__ = failure.suppress_context
    return remote


def _linked(failure, definitions, block_in):
    error = exception_of(failure, definitions, block_in)
    return getattr(error, "remoteException", error)


def _frame(frame, definitions, block_in):
    function = block_in if frame.function == "<module>" else frame.function
    known = {"path": frame.path, "line": frame.line, "function": function}
    source = definitions.line(frame.path, frame.line, frame.function)
    if source is not None:
        known["source"] = source
    for name in ("column", "end_column"):  # a server may know them
        if name in frame.DESCRIPTOR.fields_by_name:
            known[name] = getattr(frame, name)
    return known
