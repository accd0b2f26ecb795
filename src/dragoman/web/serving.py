"""How a record is served: where the server listens, who may come in, and what they may do."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from dragoman.errors import UsageError

HOST, PORT = "127.0.0.1", 8008


@dataclass(frozen=True, slots=True)
class Serving:
    """What a user chose when the server was started.

    `password` guards every page; `public` says that anybody may read. `fetch` lets the server get addresses.
    """

    record: str
    host: str = HOST
    port: int = PORT
    read_only: bool = False
    public: bool = False
    fetch: bool = False
    password: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise UsageError(str(self.port), "is no port", "give a number from 1 to 65535")
        if self.password is not None and not self.password.strip():
            raise UsageError("DRAGOMAN_PASSWORD", "is empty", "set a password, or unset it")
        if self.public and not self.read_only:
            raise UsageError("--public", "lets anybody write", "add --read-only")
        if not (self.on_loopback or self.password or self.public):
            raise UsageError(
                f"--host {self.host}",
                "others could read and write the record",
                "set DRAGOMAN_PASSWORD, or add --read-only --public",
            )

    @property
    def on_loopback(self) -> bool:
        """Whether only programs on this machine can reach it."""
        return is_loopback(self.host)

    @property
    def address(self) -> str:
        """The address of the first page."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"


def is_loopback(host: str) -> bool:
    """Whether a name or an address means this machine alone.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def named_host(header: str) -> str:
    """The host in a `Host` header, without its port; an empty string where it is none.

    >>> named_host("localhost:8008"), named_host("[::1]:8008"), named_host("a b")
    ('localhost', '::1', '')
    """
    try:
        return urlsplit(f"//{header}").hostname or "" if " " not in header else ""
    except ValueError:
        return ""


def listen(serving: Serving) -> socket.socket:
    """A socket that listens where it was asked for. Raises UsageError where it cannot."""
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((serving.host, serving.port))
        made.listen(128)
    except OSError as error:
        made.close()
        why = (error.strerror or str(error)).lower()
        raise UsageError(f"{serving.host}:{serving.port}", why, "name another place: --port 8009") from error
    return made
