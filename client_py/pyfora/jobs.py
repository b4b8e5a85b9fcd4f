"""The jobs that this client waits for, and the two ways by which their ends arrive: notification or long poll."""

import base64
import threading
import time

from pyfora.Connection import RequestFailed
from pyfora.Exceptions import ConnectionError, PyforaError
from pyfora.daemon_pool import DaemonPool
from pyfora.wire import program_pb2

_NOTIFICATION_GRACE_S = 0.25  # how long a notification is given before a long poll is spent on the job
_POLLERS_MAX = 8
_POLL_S = 20.0
_POLL_CROWDED_S = 1.0  # when more jobs wait than there are pollers
_UNREACHABLE_MAX_S = 5.0  # how long an unreachable server may stay so until its jobs are given up
_RETRY_S = 0.2
_LAST_STATUS_S = 0.2  # how long a status callback's last package may come after the result
_EARLY_MAX = 1000  # notifications kept that overtook the answer to their submission


class Job:
    """One submission. `on_end(JobResult or exception)` is called exactly once, unless the job is cancelled before."""

    def __init__(self, program, on_end, on_status, keep_alive):
        self.program = program  # bytes, until they are sent
        self.on_end = on_end
        self.on_status = on_status  # called with each notification's JSON object, without the result; or None
        self.keep_alive = keep_alive  # the proxies that the program refers to
        self.id = None
        self.ended = False
        self.unreachable_since = None


class JobBoard:
    """All jobs of one executor.

    Thread safety: every method may be called from any thread. Callbacks run on the board's threads, without its lock.
    """

    def __init__(self, connection, requests):
        self._connection = connection
        self._requests = requests  # DaemonPool for short requests
        self._pollers = DaemonPool(_POLLERS_MAX)
        self._lock = threading.RLock()  # a finalizer may submit or cancel
        self._jobs = {}  # id -> Job, submitted and not ended
        self._unsent = set()
        self._early = {}  # id -> JobResult or package, in the order of arrival
        self.notifications = None  # those that call notified(), or None

    def submit(self, program, on_end, on_status=None, keep_alive=()):
        """Queues the program (bytes); returns its Job at once."""
        job = Job(program, on_end, on_status, keep_alive)
        with self._lock:
            self._unsent.add(job)
        self._requests.run(lambda: self._send(job))
        return job

    def cancel(self, job):
        """The job's result is not wanted any more: stops it on the cluster, without waiting for that."""
        with self._lock:
            if job.ended:
                return
            self._retire(job)
            job_id = job.id
        if job_id is not None:
            self._requests.run(lambda: self._quietly(self._connection.cancel, job_id))

    def close(self):
        """Returns the jobs that had not ended; they get no callback any more."""
        self._pollers.close()
        with self._lock:
            left = [*self._unsent, *self._jobs.values()]
            for job in left:
                self._retire(job)
        return left

    def notified(self, package):
        """Takes a `job` notification: {'id', 'state', 'elapsed_ms', 'cores', 'result'}."""
        job_id = package["id"]
        with self._lock:
            job = self._jobs.get(job_id)
            if job is None:
                if self._unsent and package.get("state") != "running":
                    self._early[job_id] = package
                    while len(self._early) > _EARLY_MAX:
                        del self._early[next(iter(self._early))]
                return
        self._take_package(job, package)

    def _take_package(self, job, package):
        status = {name: value for name, value in package.items() if name != "result"}
        on_status = job.on_status
        if on_status is not None:
            on_status(status)
        if package.get("state") == "running":
            return
        if package.get("result"):
            self._end(job, program_pb2.JobResult.FromString(base64.b64decode(package["result"])))
        else:  # ended, but the result was not told: ask
            self._pollers.run(lambda: self._poll(job))

    def _send(self, job):
        program, job.program = job.program, None
        if job.ended:
            return
        notifications = self.notifications
        is_told = self._is_told()
        try:
            job_id = self._connection.submit(program, notifications and notifications.last_session_id)
        except Exception as error:
            self._end(job, error)
            return
        with self._lock:
            job.id = job_id
            self._unsent.discard(job)
            cancelled = job.ended
            if not cancelled:
                self._jobs[job_id] = job
            early = self._early.pop(job_id, None)
            if not self._unsent:
                self._early.clear()
        if cancelled:
            self._quietly(self._connection.cancel, job_id)
        elif early is not None:
            self._take_package(job, early)
        else:
            self._pollers.run(lambda: self._poll(job), _NOTIFICATION_GRACE_S if is_told else 0.0)

    def _poll(self, job):
        if job.ended:
            return
        crowded = len(self._jobs) > _POLLERS_MAX
        try:
            result = self._connection.wait_for_job(job.id, _POLL_CROWDED_S if crowded else _POLL_S)
        except RequestFailed as error:
            if error.status == 404:
                error = ConnectionError(
                    f"the server at {self._connection.url} no longer knows the job: it was restarted, "
                    f"or this client was silent for too long; submit it again"
                )
            self._end(job, error)
            return
        except ConnectionError as error:
            now = time.monotonic()
            job.unreachable_since = job.unreachable_since or now
            server = self._connection.server
            gone = server is not None and server.ended() is not None
            if gone or now - job.unreachable_since >= _UNREACHABLE_MAX_S:
                self._end(job, error)
            else:
                self._pollers.run(lambda: self._poll(job), _RETRY_S)
            return
        except Exception as error:
            self._end(job, error)
            return
        job.unreachable_since = None
        if result is None:
            self._pollers.run(lambda: self._poll(job))
        elif job.on_status is not None and self._is_told():
            self._pollers.run(lambda: self._end(job, result), _LAST_STATUS_S)  # unless its last package ends it
        else:
            self._end(job, result)

    def _is_told(self):
        return self.notifications is not None and self.notifications.session_id is not None

    def _end(self, job, outcome):
        with self._lock:
            if job.ended:
                return
            on_end = job.on_end
            self._retire(job)
        on_end(outcome)

    def _retire(self, job):
        """REQUIRES: _lock. A poll may still hold the job for a while: it lets go of the future, and so of its result."""
        job.ended = True
        job.on_end = job.on_status = None
        job.keep_alive = ()
        self._unsent.discard(job)
        if job.id is not None:
            self._jobs.pop(job.id, None)

    def _quietly(self, request, *arguments):
        try:
            request(*arguments)
        except PyforaError:
            pass  # the server is gone, and what was asked of it with it
