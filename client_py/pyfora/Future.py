"""The result of an operation that is under way on the cluster."""

import concurrent.futures
from concurrent.futures import _base


class Future(concurrent.futures.Future):
    """A concurrent.futures.Future whose cancel() stops the remote computation, also when it is running.

    Thread safety: every method may be called from any thread.

    onCancel: called once, without arguments, when the future is cancelled; it must not block.
    """

    def __init__(self, onCancel=None):
        super().__init__()
        self._onCancel = onCancel

    def cancel(self):
        """Cancels the computation. Returns False if it has already ended, otherwise True."""
        with self._condition:
            if self._state == _base.RUNNING:
                self._state = _base.PENDING  # remote work can be stopped while it runs, a thread's can't
            already = self._state in (_base.CANCELLED, _base.CANCELLED_AND_NOTIFIED)
        if not super().cancel():
            return False
        if not already:
            self.set_running_or_notify_cancel()  # tells concurrent.futures.wait and as_completed
            if self._onCancel is not None:
                self._onCancel()
        return True

    def result(self, timeout=None):
        """Waits for the result, at most `timeout` seconds. Interrupting it (Ctrl-C) cancels the computation."""
        try:
            return super().result(timeout)
        except KeyboardInterrupt:
            self.cancel()
            raise

    def exception(self, timeout=None):
        """Waits as result() does; returns the exception raised, or None."""
        try:
            return super().exception(timeout)
        except KeyboardInterrupt:
            self.cancel()
            raise

    def _begin(self):
        """Marks it as running, for running()."""
        with self._condition:
            if self._state == _base.PENDING:
                self._state = _base.RUNNING

    def _settle(self, result=None, error=None):
        """Sets the result or the error; what comes after a cancellation is dropped. Returns whether it was taken."""
        try:
            if error is not None:
                self.set_exception(error)
            else:
                self.set_result(result)
            self._onCancel = None  # it refers back to this future
            return True
        except concurrent.futures.InvalidStateError:
            return False
