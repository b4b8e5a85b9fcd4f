"""A WebSocket client (RFC 6455), as much of it as socket.io's notifications need: no extensions, text in, text out."""

import base64
import hashlib
import os
import socket
import struct

_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_CONTINUATION, _TEXT, _BINARY, _CLOSE, _PING, _PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
_MESSAGE_BYTES_MAX = 1 << 28


class WebSocketError(Exception):
    """The peer refused the connection, closed it or broke the protocol."""


class WebSocket:
    """One open connection. Thread safety: one thread may receive while others send.

    Errors: WebSocketError, OSError (with TimeoutError after `timeout_s` without a byte).
    """

    def __init__(self, host, port, path, tls=False, headers=(), timeout_s=10.0):
        self._socket = socket.create_connection((host, port), timeout=timeout_s)
        try:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if tls:
                import ssl

                self._socket = ssl.create_default_context().wrap_socket(self._socket, server_hostname=host)
            self._reader = self._socket.makefile("rb")
            self._shake_hands(host, port, path, headers)
        except BaseException:
            self._socket.close()
            raise

    def send(self, text):
        self._send_frame(_TEXT, text.encode())

    def receive(self, timeout_s):
        """The next text message; answers pings in between."""
        self._socket.settimeout(timeout_s)
        message = b""
        while True:
            last, opcode, payload = self._receive_frame()
            if opcode == _PING:
                self._send_frame(_PONG, payload)
            elif opcode == _CLOSE:
                raise WebSocketError("closed by the server")
            elif opcode in (_TEXT, _BINARY, _CONTINUATION):
                message += payload
                if len(message) > _MESSAGE_BYTES_MAX:
                    raise WebSocketError(f"a message of more than {_MESSAGE_BYTES_MAX} bytes")
                if last:
                    return message.decode()

    def close(self):
        """Also ends a receive() that is waiting in another thread."""
        try:
            self._socket.settimeout(0.2)
            self._send_frame(_CLOSE, struct.pack(">H", 1000))
        except OSError:
            pass
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._socket.close()

    def _shake_hands(self, host, port, path, headers):
        key = base64.b64encode(os.urandom(16)).decode()
        host = f"[{host}]" if ":" in host else host
        lines = [
            f"GET {path} HTTP/1.1",
            f"Host: {host}:{port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}",
            "Sec-WebSocket-Version: 13",
            *headers,
            "",
            "",
        ]
        self._socket.sendall("\r\n".join(lines).encode())
        status = self._reader.readline(1 << 16).decode("latin-1").split(None, 2)
        answer = {}
        while True:
            line = self._reader.readline(1 << 16).decode("latin-1").strip()
            if not line:
                break
            name, _, value = line.partition(":")
            answer[name.strip().lower()] = value.strip()
        if len(status) < 2 or status[1] != "101":
            raise WebSocketError(f"the server answered {' '.join(status) or 'nothing'} instead of switching protocols")
        expected = base64.b64encode(hashlib.sha1((key + _GUID).encode()).digest()).decode()
        if answer.get("sec-websocket-accept") != expected:
            raise WebSocketError("the server's handshake does not fit")

    def _send_frame(self, opcode, payload):
        length = len(payload)
        if length < 126:
            head = struct.pack(">BB", 0x80 | opcode, 0x80 | length)
        elif length < 1 << 16:
            head = struct.pack(">BBH", 0x80 | opcode, 0x80 | 126, length)
        else:
            head = struct.pack(">BBQ", 0x80 | opcode, 0x80 | 127, length)
        mask = os.urandom(4)
        stream = (mask * (length // 4 + 1))[:length]
        masked = (int.from_bytes(payload, "big") ^ int.from_bytes(stream, "big")).to_bytes(length, "big")
        self._socket.sendall(head + mask + masked)

    def _receive_frame(self):
        first, second = self._read(2)
        length = second & 0x7F
        if length == 126:
            (length,) = struct.unpack(">H", self._read(2))
        elif length == 127:
            (length,) = struct.unpack(">Q", self._read(8))
        if second & 0x80 or first & 0x70 or length > _MESSAGE_BYTES_MAX:
            raise WebSocketError("a frame that no server may send")
        return bool(first & 0x80), first & 0x0F, self._read(length)

    def _read(self, size):
        data = self._reader.read(size)
        if len(data) != size:
            raise WebSocketError("the connection ended")
        return data
