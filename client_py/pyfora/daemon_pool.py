"""Threads for what must not block the caller: requests and waiting. They are daemons: an exit never waits for them."""

import _thread
import heapq
import itertools
import threading
import time


_WAIT_MAX_S = 1.0  # a finalizer's notification may come between a look at the queue and the wait for it


class DaemonPool:
    """Runs callables on at most `threads_max` threads, started as they are needed.

    Thread safety: every method may be called from any thread, run() also from a finalizer that interrupts this very
    pool (its lock is reentrant, and each critical section leaves the heap whole at every point where one can run).
    Invariant: a callable that raises ends neither its thread nor the pool; it is reported on stderr.
    """

    def __init__(self, threads_max):
        self._threads_max = threads_max
        self._changed = threading.Condition(threading.RLock())
        self._due = []  # heap of (time, order, callable)
        self._order = itertools.count()
        self._threads = 0
        self._idle = 0
        self._busy = 0
        self._closed = False

    def run(self, function, delay_s=0.0):
        """Runs `function` after `delay_s`. Dropped if the pool is closed by then."""
        with self._changed:
            if self._closed:
                return
            heapq.heappush(self._due, (time.monotonic() + delay_s, next(self._order), function))
            if self._idle < len(self._due) and self._threads < self._threads_max:
                self._threads += 1
                # Not threading.Thread, whose start() waits for the thread: a finalizer there may wait for this lock.
                _thread.start_new_thread(self._work, ())
            else:
                self._changed.notify()

    def drain(self, timeout_s):
        """Waits at most `timeout_s` until nothing is queued or running."""
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while (self._due or self._busy) and (left_s := deadline - time.monotonic()) > 0:
                self._changed.wait(min(left_s, 0.01))

    def close(self):
        """What is waiting is dropped; what runs finishes on its own."""
        with self._changed:
            self._closed = True
            self._due.clear()
            self._changed.notify_all()

    def _work(self):
        while (function := self._next()) is not None:
            try:
                function()
            except Exception:
                import traceback

                traceback.print_exc()
            function = None  # while this thread waits, it keeps nothing alive
            with self._changed:
                self._busy -= 1

    def _next(self):
        """Waits for the next callable that is due; None once the pool is closed."""
        with self._changed:
            while not self._closed:
                wait_s = self._due[0][0] - time.monotonic() if self._due else None
                if wait_s is not None and wait_s <= 0:
                    self._busy += 1
                    return heapq.heappop(self._due)[2]
                self._idle += 1
                try:
                    self._changed.wait(_WAIT_MAX_S if wait_s is None else min(wait_s, _WAIT_MAX_S))
                finally:
                    self._idle -= 1
            self._threads -= 1
            return None
