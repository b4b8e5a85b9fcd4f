"""with executor.remotely: runs a block of code on the cluster and assigns its results here."""

import queue
import sys

from pyfora import block_source, failures, frame_variables
from pyfora.Exceptions import ForaToPythonConversionError, PyforaError
from pyfora.object_decoder import BlockVariables
from pyfora.RemotePythonObject import ComputedRemotePythonObject
from pyfora.skip_body import BodySkipped, skip_body

_SESSION_WAIT_S = 2.0  # a status callback needs notifications; nothing else waits for them


class WithBlockExecutor:
    """Entering it sends the body of the with statement to the cluster, with all that it refers to, and waits.

    The variables that the body assigned are assigned here: as proxies by default, see remoteAll(), downloadAll() and
    downloadSmall(). CPython never executes the body. If the body raises, those assigned until then are assigned here
    too, and ComputationError is raised. Interrupting the wait (Ctrl-C) cancels the computation.

    Made by Executor.remotely. Each modifier returns self, so that they chain.
    """

    _stays_local = True  # it is never sent to the cluster

    def __init__(self, executor):
        self._executor = executor
        self._download_bytes_max = 0
        self._on_status = None
        self._restores = []  # of the blocks being entered, innermost last

    def downloadAll(self):
        """Assign all results as local objects."""
        self._download_bytes_max = float("inf")
        return self

    def downloadSmall(self, bytecount=10000):
        """Assign results of at most `bytecount` bytes as local objects, and proxies for larger ones."""
        self._download_bytes_max = bytecount
        return self

    def remoteAll(self):
        """Assign proxies for all results (the default)."""
        self._download_bytes_max = 0
        return self

    def withStatusCallback(self, callback):
        """Call callback(package) on this thread while the block runs, about every 0.5 s, and when it has ended.

        package: {'id': str, 'state': 'running' | 'done' | 'cancelled', 'elapsed_ms': int, 'cores': number of cores}.
        """
        self._on_status = callback
        return self

    def __enter__(self):
        frame = sys._getframe(1)
        try:
            block = block_source.block_of(frame)
            self._run(block, frame)
            if block.target is not None:
                frame_variables.assign(frame, {block.target: self})
            self._restores.append(skip_body(frame))
        except PyforaError as error:
            raise error.with_traceback(None)  # its place is the with statement, not how we got to know of it
        finally:
            del frame
        return self

    def __exit__(self, kind, error, traceback):
        restore = self._restores.pop()
        restore()
        if kind is None:
            raise PyforaError(
                "CPython executed the body of the with-block: please report this, with your Python's version"
            )
        return kind is BodySkipped

    def _run(self, block, frame):
        executor = self._executor
        executor._check_open()
        program, encoder = executor._new_program()
        program.block.file = encoder.add_file(block.source)
        program.block.line = block.line
        for name, value in frame_variables.read(frame, block_source.names_read(block)).items():
            program.block.free.add(name=name, ref=encoder.add(value, what=f"the variable {name!r}"))
        executor._definitions.note_code(frame.f_code, frame.f_globals)
        result = self._wait(program, encoder)
        proxies = {item.name: ComputedRemotePythonObject(item.value, executor) for item in result.values}
        variables = BlockVariables(frame.f_code)
        frame_variables.assign(frame, self._localized(proxies, variables))
        for name, value in frame_variables.read_captured(frame, variables.cells).items():
            variables.cells[name].cell_contents = value
        if result.HasField("failure"):
            raise failures.exception_of(result.failure, executor._definitions, frame.f_code.co_name)

    def _wait(self, program, encoder):
        if self._on_status is None:
            return self._executor._run_block(program, encoder, None).result()
        self._executor._wait_for_session(_SESSION_WAIT_S)
        news = queue.SimpleQueue()
        future = self._executor._run_block(program, encoder, news.put)
        future.add_done_callback(lambda _: news.put(None))
        try:
            while (package := news.get()) is not None:
                self._on_status(package)
        except BaseException:  # the callback raised, or the wait was interrupted
            future.cancel()
            raise
        return future.result()

    def _localized(self, proxies, variables):
        """The variables to assign. What has no local counterpart, such as a class made by the block, stays a proxy.

        variables: the BlockVariables, to which those that downloaded functions close over are added.
        """
        downloads = {
            name: self._executor._download(proxy, block=variables)
            for name, proxy in proxies.items()
            if proxy._size_bytes <= self._download_bytes_max and self._download_bytes_max > 0
        }
        values = {}
        for name, proxy in proxies.items():
            try:
                values[name] = downloads[name].result() if name in downloads else proxy
            except ForaToPythonConversionError:
                values[name] = proxy
        return values
