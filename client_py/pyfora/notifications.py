"""The socket.io session on which the server tells of jobs (Engine.IO 4 / Socket.IO 5 over one WebSocket).

Nothing depends on it: results also arrive by long polls. It makes them arrive sooner, tells progress, and ties the
jobs and values of this client to its life, so that the server frees them when the client dies.
"""

import json
import threading

from pyfora.websocket import WebSocket, WebSocketError

_RETRY_FIRST_S = 0.2
_RETRY_LAST_S = 5.0
_PATH = "/socket.io/?EIO=4&transport=websocket"


class Notifications:
    """Connects on a thread of its own and stays connected until close().

    on_job(package): called on that thread with the JSON object of each `job` event; must not block.
    """

    def __init__(self, connection, on_job):
        self._connection = connection
        self._on_job = on_job
        self._connected = threading.Event()
        self._closed = threading.Event()
        self._session_id = None
        self._last_session_id = None
        self._socket = None
        self._thread = threading.Thread(target=self._run, name="pyfora-notifications", daemon=True)
        self._thread.start()

    @property
    def session_id(self):
        """The session's id while it is connected, otherwise None."""
        return self._session_id

    @property
    def last_session_id(self):
        """The id by which the server knows this client, also while its socket is being made again; None at first."""
        return self._last_session_id

    def wait(self, timeout_s):
        """Waits until it is connected; returns whether it is."""
        return self._connected.wait(timeout_s)

    def close(self):
        self._closed.set()
        socket = self._socket
        if socket is not None:
            socket.close()

    def _run(self):
        retry_s = _RETRY_FIRST_S
        while not self._closed.is_set():
            try:
                self._session()
            except (OSError, WebSocketError, ValueError, KeyError, IndexError, TypeError):
                pass
            if self._session_id is not None:
                self._session_id = None
                self._connected.clear()
                retry_s = _RETRY_FIRST_S
            if self._closed.wait(retry_s):
                return
            retry_s = min(2 * retry_s, _RETRY_LAST_S)

    def _session(self):
        connection = self._connection
        self._socket = socket = WebSocket(connection.host, connection.port, _PATH, tls=connection.tls)
        try:
            if self._closed.is_set():
                return
            opened = json.loads(_expect(socket.receive(10.0), "0"))
            silence_max_s = (opened["pingInterval"] + opened["pingTimeout"]) / 1000.0
            auth = {} if connection.token is None else {"token": connection.token}
            if self._last_session_id is not None:
                auth["resume"] = self._last_session_id
            socket.send("40" + json.dumps(auth))
            while True:
                packet = socket.receive(silence_max_s)
                if packet == "2":
                    socket.send("3")
                elif packet.startswith("42"):
                    event, *arguments = json.loads(packet[2:])
                    if event == "job":
                        self._on_job(arguments[0])
                elif packet.startswith("40"):
                    self._session_id = self._last_session_id = json.loads(packet[2:])["sid"]
                    self._connected.set()
                elif packet.startswith(("1", "41", "44")):
                    return
        finally:
            self._socket = None
            socket.close()


def _expect(packet, kind):
    if not packet.startswith(kind):
        raise WebSocketError(f"not a socket.io server: {packet[:40]!r}")
    return packet[len(kind) :]
