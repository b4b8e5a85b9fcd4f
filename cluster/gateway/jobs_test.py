"""Run by pytest from the project's folder, with the client's environment: its messages are the gateway's."""

import asyncio
import importlib
import sys
import types

import pytest
from pyfora import wire
from pyfora.wire import program_pb2


class Bridge(types.ModuleType):
    """_fora, the binary's side, as a list of what it was told."""

    def __init__(self):
        super().__init__("_fora")
        self.cancelled = []
        self.released = []

    def cancel(self, job_id):
        self.cancelled.append(job_id)

    def release(self, ids):
        self.released += sorted(ids)


@pytest.fixture
def bridge(monkeypatch):
    bridge = Bridge()
    monkeypatch.setitem(sys.modules, "_fora", bridge)
    monkeypatch.setitem(sys.modules, "fora_gateway", types.ModuleType("fora_gateway"))
    monkeypatch.setitem(sys.modules, "fora_gateway.wire", wire)
    monkeypatch.delitem(sys.modules, "cluster.gateway.jobs", raising=False)
    return bridge


def story(bridge, scenes, grace_s=0.05):
    """Runs scenes(board, told): told is the list of (sid, job id, state) that were notified."""
    jobs = importlib.import_module("cluster.gateway.jobs")
    jobs.SESSION_GRACE_S = grace_s
    told = []

    async def main():
        async def notify(sid, package):
            told.append((sid, package["id"], package["state"]))

        await scenes(jobs.JobBoard(notify), told)

    asyncio.run(main())


def done(job_id):
    result = program_pb2.JobResult(value=program_pb2.ValueInfo(id=job_id + ".0"))
    return ("job", job_id, True, 0, result.SerializeToString())


def test_a_client_that_stays_away_is_cleared_up(bridge):
    async def scenes(board, told):
        board.session_opened("s1")
        board.add("a", "s1")
        board.add("b", "s1")
        board.take(done("a"))
        board.session_closed("s1")
        await asyncio.sleep(0.2)
        assert bridge.cancelled == ["b"] and bridge.released == ["a.0"]
        board.take(done("b"))
        assert bridge.released == ["a.0", "b.0"]

    story(bridge, scenes)


def test_a_client_that_comes_back_keeps_its_jobs_and_values(bridge):
    async def scenes(board, told):
        board.session_opened("s1")
        for job_id in "abc":
            board.add(job_id, "s1")
        board.take(done("a"))
        await asyncio.sleep(0)
        board.session_closed("s1")
        board.take(done("b"))  # nobody hears of it; its value is kept
        board.session_opened("s2", resumes="s1")
        board.take(done("c"))
        await asyncio.sleep(0.2)
        assert bridge.cancelled == [] and bridge.released == []
        assert told == [("s1", "a", "done"), ("s2", "c", "done")]
        board.session_closed("s2")
        await asyncio.sleep(0.2)
        assert bridge.released == ["a.0", "b.0", "c.0"]

    story(bridge, scenes)


def test_a_socket_that_closes_after_its_successor_opened_ends_nothing(bridge):
    async def scenes(board, told):
        board.session_opened("s1")
        board.add("a", "s1")
        board.session_opened("s2", resumes="s1")
        board.session_closed("s1")
        await asyncio.sleep(0.2)
        assert bridge.cancelled == []

    story(bridge, scenes)


def test_an_unknown_session_is_resumed_as_a_new_one(bridge):
    async def scenes(board, told):
        board.session_opened("s2", resumes="forgotten")
        board.add("a", "s2")
        board.take(done("a"))
        await asyncio.sleep(0)
        assert told == [("s2", "a", "done")]

    story(bridge, scenes)


def test_released_values_are_not_released_again(bridge):
    async def scenes(board, told):
        board.session_opened("s1")
        board.add("a", "s1")
        board.take(done("a"))
        board.release(["a.0"])
        board.session_closed("s1")
        await asyncio.sleep(0.2)
        assert bridge.released == ["a.0"]

    story(bridge, scenes)
