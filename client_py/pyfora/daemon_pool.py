"""Threads for what must not block the caller: requests and waiting. They are daemons: an exit never waits for them."""
import heapq
import itertools
import queue
import threading
import time

from pyfora.Exceptions import PyforaError


class DaemonPool:
    """Runs callables on at most `threads_max` threads, started as they are needed.

    Thread safety: every method may be called from any thread.
    Invariant: a callable that raises ends neither its thread nor the pool (callables report their own errors).
    """

    def __init__(self, name, threads_max):
        self._name = name
        self._threads_max = threads_max
        self._changed = threading.Condition(threading.Lock())
        self._due = []  # heap of (time, order, callable)
        self._order = itertools.count()
        self._threads = 0
        self._idle = 0
        self._closed = False
        self._busy = 0
        self._handed_over = queue.SimpleQueue()

    def run(self, function, delay_s=0.0):
        """Runs `function` after `delay_s`. Dropped if the pool is closed by then."""
        with self._changed:
            if self._closed:
                return
            heapq.heappush(self._due, (time.monotonic() + delay_s, next(self._order), function))
            if self._idle == 0 and self._threads < self._threads_max:
                self._threads += 1
                threading.Thread(target=self._work, name=f"pyfora-{self._name}-{self._threads}", daemon=True).start()
            else:
                self._changed.notify()

    def run_from_finalizer(self, function):
        """As run(), for a finalizer, which may interrupt this very pool: only hands the function over.

        Such functions run one after the other, when a thread comes by; PyforaError from them is dropped.
        """
        self._handed_over.put(function)
        if self._changed.acquire(blocking=False):
            self._changed.release()
            self.run(self._run_handed_over)

    def drain(self, timeout_s):
        """Waits at most `timeout_s` until nothing is queued or running."""
        deadline = time.monotonic() + timeout_s
        self.run(self._run_handed_over)
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
        while True:
            function = self._next()
            if function is None:
                return
            try:
                function()
                self._run_handed_over()
            except Exception:  # reported where it matters by the callable itself
                import traceback
                traceback.print_exc()
            function = None  # while this thread waits, it keeps nothing alive
            with self._changed:
                self._busy -= 1

    def _run_handed_over(self):
        while True:
            try:
                function = self._handed_over.get_nowait()
            except queue.Empty:
                return
            try:
                function()
            except PyforaError:
                pass  # nobody waits for it

    def _next(self):
        with self._changed:
            while not self._closed:
                if self._due:
                    wait_s = self._due[0][0] - time.monotonic()
                    if wait_s <= 0:
                        self._busy += 1
                        return heapq.heappop(self._due)[2]
                else:
                    wait_s = None
                self._idle += 1
                try:
                    self._changed.wait(wait_s)
                finally:
                    self._idle -= 1
            self._threads -= 1
            return None
