import pytest

import pyfora
from fake_server import FakeServer


@pytest.fixture
def server():
    server = FakeServer()
    yield server
    server.stop()


@pytest.fixture
def executor(server):
    with pyfora.connect(server.url, token=server.token) as executor:
        yield executor
