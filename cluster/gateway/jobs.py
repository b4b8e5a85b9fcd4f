"""Jobs, sessions and the values that belong to them: who is told what, and what is given up when a client is gone."""

import asyncio
import base64
import collections
import itertools
import time

import _fora

from fora_gateway.wire import program_pb2

SESSION_GRACE_S = 30.0          # a client whose socket is gone for so long won't come back
TELL_EVERY_S = 0.5
FINISHED_MAX = 10000            # results that are kept for clients that haven't asked yet, oldest dropped first


class Job:
    def __init__(self, job_id, session, loop):
        self.id = job_id
        self.session = session                 # None: nobody is told, and nobody's end ends it
        self.started = time.monotonic()
        self.cores = 0
        self.result = loop.create_future()     # bytes of a JobResult
        self.is_abandoned = False              # nobody will ask for it: its values go as soon as they come

    def elapsed_ms(self):
        return int((time.monotonic() - self.started) * 1000)


class Session:
    """One client's life, over as many sockets as it takes."""

    def __init__(self):
        self.sid = None                        # of its socket
        self.jobs = set()
        self.values = set()
        self.end = None                        # timer, while its socket is gone


class JobBoard:
    """All of it on the event loop's thread. notify(sid, package) is a coroutine that sends a `job` notification."""

    def __init__(self, notify):
        self._notify = notify
        self._loop = asyncio.get_running_loop()
        self._jobs = {}
        self._finished = collections.deque()
        self._sessions = {}
        self._fetches = {}
        self._requests = itertools.count(1)
        self._tasks = set()

    # -- jobs --

    def add(self, job_id, sid):
        session = self._sessions.get(sid)
        job = self._jobs[job_id] = Job(job_id, session, self._loop)
        if session is not None:
            session.jobs.add(job_id)
        return job

    def find(self, job_id):
        return self._jobs.get(job_id)

    def cancel(self, job):
        if not job.result.done():
            _fora.cancel(job.id)

    def take(self, event):
        """What _fora.take_events() gives."""
        if event[0] == "value":
            _, request, code, payload = event
            future = self._fetches.pop(request, None)
            if future is not None and not future.done():
                future.set_result((code, payload))
            return
        _, job_id, is_done, cores, result = event
        job = self._jobs.get(job_id)
        if job is None or job.result.done():
            return
        if is_done:
            self._finish(job, result)
        else:
            job.cores = cores

    def _finish(self, job, result):
        job.result.set_result(result)
        message = program_pb2.JobResult.FromString(result)
        values = [message.value.id] if message.HasField("value") else [named.value.id for named in message.block.values]
        if job.is_abandoned:
            _fora.release(values)
        elif job.session is not None:
            job.session.values.update(values)
            job.session.jobs.discard(job.id)
        is_cancelled = message.failure.kind == program_pb2.Failure.CANCELLED and message.HasField("failure")
        self._tell(job, {"state": "cancelled" if is_cancelled else "done", "result": base64.b64encode(result).decode()})
        self._finished.append(job.id)
        while len(self._finished) > FINISHED_MAX:
            self._jobs.pop(self._finished.popleft(), None)

    async def keep_telling(self):
        while True:
            await asyncio.sleep(TELL_EVERY_S)
            for session in self._sessions.values():
                for job_id in session.jobs:
                    job = self._jobs[job_id]
                    if job.elapsed_ms() >= TELL_EVERY_S * 1000:
                        self._tell(job, {"state": "running"})

    def _tell(self, job, package):
        session = job.session
        if session is None or session.end is not None:
            return
        package = {"id": job.id, "elapsed_ms": job.elapsed_ms(), "cores": job.cores, **package}
        task = self._loop.create_task(self._notify(session.sid, package))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # -- values --

    async def fetch(self, value_id, bytes_max):
        """(code, payload): ("OK", bytes of an ObjectGraph), or an error's code and text."""
        request = next(self._requests)
        future = self._fetches[request] = self._loop.create_future()
        _fora.fetch(request, value_id, bytes_max)
        return await future

    def release(self, ids):
        for session in self._sessions.values():
            session.values.difference_update(ids)
        _fora.release(ids)

    # -- sessions --

    def session_opened(self, sid, resumes=None):
        """resumes: the id under which the client was known before, if its socket broke."""
        session = self._sessions.pop(resumes, None) or Session()
        if session.end is not None:
            session.end.cancel()
            session.end = None
        session.sid = sid
        self._sessions[sid] = session

    def session_closed(self, sid):
        session = self._sessions.get(sid)
        if session is not None and session.end is None:
            session.end = self._loop.call_later(SESSION_GRACE_S, self._end_session, sid)

    def _end_session(self, sid):
        session = self._sessions.pop(sid)
        for job_id in session.jobs:
            job = self._jobs[job_id]
            job.is_abandoned = True
            self.cancel(job)
        _fora.release(list(session.values))
