"""Where a client finds the token of a server: an argument, FORA_TOKEN, or the file of a server on this machine."""

import ipaddress
import os


def find_token(host, token=None, environment=os.environ):
    """Returns (token or None, where it came from or was looked for, in words)."""
    if token is not None:
        return token, "the token argument"
    if environment.get("FORA_TOKEN"):
        return environment["FORA_TOKEN"], "FORA_TOKEN"
    if not is_loopback(host):
        return None, "FORA_TOKEN (not set)"
    path = os.path.join(data_dir(environment), "token")
    try:
        return read_token(path), path
    except OSError as error:
        return None, f"FORA_TOKEN (not set) and {path} ({error.strerror})"


def read_token(path):
    with open(path, encoding="ascii") as file:
        return file.read().strip()


def data_dir(environment=os.environ):
    """The data directory of a server that was started without --data-dir."""
    if environment.get("FORA_DATA_DIR"):
        return environment["FORA_DATA_DIR"]
    state = environment.get("XDG_STATE_HOME") or os.path.join(os.path.expanduser("~"), ".local", "state")
    return os.path.join(state, "fora")


def is_loopback(host):
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
