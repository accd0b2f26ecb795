"""What stands at an address, over http or https: from the public network only, and within limits.

A document may name any address, and a page may send us on to any other, so nothing is asked that lies on this
machine, on a private network, or in any range that is not public: the host's addresses are looked at, and the
connection goes to the very one that was looked at, not to the name once more. Every redirect is looked at
again. Nothing of the user's goes along: no cookie, no password, no proxy of the environment.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import version
from queue import Empty, SimpleQueue

import certifi

from dragoman.errors import DragomanError, NotFetched, NotText, TooLarge, TooSlow
from dragoman.gathering.addresses import Address, address

MOST_REDIRECTS = 5
MOST_SECONDS = 30.0
_CONNECTING = 10.0
_CHUNK = 1 << 16
_MOST_ADDRESSES = 4  # of one host are tried
_PORTS = (80, 443, 8000, 8080, 8443)  # where pages are served; elsewhere other services listen
_MOVED = (301, 302, 303, 307, 308)
_EMBEDDING = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
_UNICAST = ipaddress.ip_network("2000::/3")  # RFC 4291, section 2.4: what of IPv6 is given out
_KINDS = {  # a content type → the ending of a file that gathering reads likewise
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/x-ndjson": ".jsonl",
    "application/ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/x-jsonlines": ".jsonl",
}
_BY_HAND = "save the page in a browser and add the file"
_TOLD = {  # what to do about an answer, where that is not to look at the address
    401: _BY_HAND,
    402: _BY_HAND,
    403: _BY_HAND,
    429: "wait some minutes and try again",
    451: _BY_HAND,
}

Address4or6 = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the address it came from in the end, its bytes, and what kind of file they are.

    `kind` is the ending that a file of this kind has (.html, .txt, .md, .jsonl), `charset` the encoding that
    the server named.
    """

    address: Address
    data: bytes
    kind: str
    charset: str | None


Fetch = Callable[[str, int], Fetched]
"""An address and the most bytes it may give, to what stands there."""


def is_public(ip: str, port: int) -> bool:
    """Whether this address may be asked at this port: a public one, at a port where pages are served.

    >>> [is_public(ip, 443) for ip in ("93.184.215.14", "127.0.0.1", "10.1.2.3", "169.254.169.254", "::1")]
    [True, False, False, False, False]
    """
    if port not in _PORTS:
        return False
    found: Address4or6 = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found in _EMBEDDING:
            found = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        elif found not in _UNICAST or found.sixtofour or found.teredo:
            return False
    return found.is_global and not (
        found.is_private
        or found.is_multicast
        or found.is_reserved
        or found.is_loopback
        or found.is_link_local
        or found.is_unspecified
    )


def resolved(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host, as the system gives them. Raises OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(where[0]) for *_, where in found))


def trusted() -> ssl.SSLContext:
    """What certificates are held against: the system's list and, where it has none, certifi's."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2  # some systems leave it to the oldest they know
    context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True, slots=True)
class Network:
    """How hosts are found, which of their addresses may be asked and whose certificates count: the system's
    way, unless a test says otherwise. `seconds` is how long one address may take, redirects and all."""

    resolve: Callable[[str, int], tuple[str, ...]] = resolved
    allows: Callable[[str, int], bool] = is_public
    seconds: float = MOST_SECONDS
    trusts: Callable[[], ssl.SSLContext] = trusted

    def fetch(self, typed: str, most: int) -> Fetched:
        """What stands at an address. Raises NotFetched, NotText, TooLarge, TooSlow, each a clear line."""
        clock, at = _Clock(typed, self.seconds), address(typed)
        for _ in range(MOST_REDIRECTS + 1):
            found = self._asked(at, most, clock)
            if isinstance(found, Fetched):
                return found
            at = found
        why = f"it sends us on more than {MOST_REDIRECTS} times"
        raise NotFetched(typed, why, _BY_HAND)

    def _asked(self, at: Address, most: int, clock: "_Clock") -> Fetched | Address:
        """What one request gave: the page, or where it went."""
        with self._connected(at, clock) as connection, clock.guards(connection):
            try:
                connection.request("GET", at.path, headers=_HEADERS | {"Host": at.named})
                with connection.getresponse() as answer:
                    onward = answer.getheader("location") if answer.status in _MOVED else None
                    found = address(onward, at) if onward else _read(answer, at, most, clock.typed)
                clock.must_run()  # else what came is whole, and not what came until the end
                return found
            except (http.client.HTTPException, OSError, zlib.error, ValueError) as error:
                clock.must_run()
                raise _broken(clock.typed, at, error) from error

    @contextmanager
    def _connected(self, at: Address, clock: "_Clock") -> Iterator[http.client.HTTPConnection]:
        """A connection to one of the addresses of the host that were looked at."""
        ips = self._allowed(at, clock)
        connection = http.client.HTTPConnection(at.host, at.port, timeout=clock.left())
        try:
            plain = _dialled(at, ips, clock)
            connection.sock = _encrypted(plain, at, self.trusts(), clock) if at.secure else plain
            yield connection
        finally:
            connection.close()

    def _allowed(self, at: Address, clock: "_Clock") -> tuple[str, ...]:
        """The addresses of a host, all of which may be asked. Raises NotFetched, TooSlow."""
        try:
            ips = clock.waits(lambda: self.resolve(at.host, at.port))
        except (OSError, UnicodeError) as error:
            why = f"no host {at.host} is known"
            raise NotFetched(
                clock.typed, why, "check the address, and whether this machine is online"
            ) from error
        refused = [ip for ip in ips if not self.allows(ip, at.port)]
        if refused or not ips:
            why = f"{at.named} is not on the public network, or no port for pages"
            raise NotFetched(clock.typed, why, _BY_HAND)
        return ips[:_MOST_ADDRESSES]


PUBLIC = Network()
"""The public network."""


_HEADERS = {
    "User-Agent": f"Dragoman/{version('dragoman')}",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


class _Clock:
    """The time that one address may take: whatever waits is stopped when it is over."""

    def __init__(self, typed: str, seconds: float) -> None:
        self.typed, self.seconds = typed, seconds
        self.until = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left. Raises TooSlow where there are none."""
        self.must_run()
        return self.until - time.monotonic()

    def must_run(self) -> None:
        """Nothing, or TooSlow."""
        if time.monotonic() >= self.until:
            why = f"it gave no whole answer in {self.seconds:.0f} seconds"
            raise TooSlow(self.typed, why, "try again later, or add the saved page")

    def waits(self, ask: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
        """What `ask` says; the system's resolver knows no time limit of its own."""
        said: SimpleQueue[tuple[str, ...] | Exception] = SimpleQueue()

        def run() -> None:
            try:
                said.put(ask())
            except (OSError, UnicodeError) as error:
                said.put(error)

        threading.Thread(target=run, daemon=True).start()
        try:
            found = said.get(timeout=self.left())
        except Empty:
            self.must_run()
            raise
        if isinstance(found, Exception):
            raise found
        return found

    @contextmanager
    def guards(self, connection: http.client.HTTPConnection) -> Iterator[None]:
        """Nothing; the connection ends with the time, even where each single byte comes soon enough."""
        held = connection.sock

        def end() -> None:
            with suppress(OSError):  # it ended by itself
                socket.socket.shutdown(held, socket.SHUT_RDWR)

        timer = threading.Timer(self.left(), end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


def _dialled(at: Address, ips: tuple[str, ...], clock: _Clock) -> socket.socket:
    """A socket to the first of these addresses that answers."""
    failed: OSError = OSError("no address")
    for ip in ips:
        try:
            plain = socket.create_connection((ip, at.port), timeout=min(_CONNECTING, clock.left()))
        except OSError as error:
            failed = error
            continue
        plain.settimeout(clock.left())
        return plain
    clock.must_run()
    raise _broken(clock.typed, at, failed) from failed


def _encrypted(plain: socket.socket, at: Address, trusts: ssl.SSLContext, clock: _Clock) -> socket.socket:
    """The socket, encrypted, with a certificate for the host that the address names.

    The time that the socket has is that of the whole handshake.
    """
    try:
        return trusts.wrap_socket(plain, server_hostname=at.host)
    except OSError as error:
        plain.close()
        clock.must_run()
        raise _broken(clock.typed, at, error) from error


def _read(answer: http.client.HTTPResponse, at: Address, most: int, typed: str) -> Fetched:
    """The page of an answer. Raises NotFetched, NotText, TooLarge."""
    if answer.status != 200:
        raise _refused(typed, at, answer.status)
    kind = answer.headers.get_content_type() if answer.getheader("content-type") else "text/html"
    if kind not in _KINDS:
        raise NotText(
            typed, f"it is {kind[:60]}, no page or text", "save its text as .txt or .html and add that"
        )
    limit = TooLarge(typed, f"it holds more than {most / 1_000_000:.0f} MB", "split it into documents")
    length = answer.getheader("content-length") or ""
    if length.isdecimal() and int(length) > most:
        raise limit
    parts, size = [], 0
    for part in _unpacked(answer, typed):
        size += len(part)
        if size > most:
            raise limit
        parts.append(part)
    return Fetched(at, b"".join(parts), _KINDS[kind], answer.headers.get_content_charset())


def _unpacked(answer: http.client.HTTPResponse, typed: str) -> Iterator[bytes]:
    """The bytes of an answer's body in parts that are never large, whatever they were packed to."""
    packing = (answer.getheader("content-encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise NotFetched(typed, f"it is packed with {packing[:20]}", _BY_HAND)
    unpacking = zlib.decompressobj(wbits=31) if packing != "identity" else None
    while chunk := answer.read(_CHUNK):
        if unpacking is None:
            yield chunk
            continue
        while chunk:
            yield unpacking.decompress(chunk, _CHUNK)
            chunk = unpacking.unconsumed_tail
    if unpacking is not None and not unpacking.eof:
        raise http.client.IncompleteRead(b"")
    if unpacking is None and answer.length:
        raise http.client.IncompleteRead(b"", answer.length)


def _refused(typed: str, at: Address, status: int) -> NotFetched:
    phrase = next((s.phrase.lower() for s in HTTPStatus if s == status), "an unknown answer")
    do = "try again later" if status >= 500 else _TOLD.get(status, "check the address")
    return NotFetched(typed, f"{at.host} answered {status} ({phrase})", do)


def _broken(typed: str, at: Address, error: Exception) -> DragomanError:
    """What a user is told of a connection that failed."""
    if isinstance(error, ssl.SSLCertVerificationError):
        why = f"the certificate of {at.host} cannot be trusted ({error.verify_message.rstrip('.')})"
        return NotFetched(typed, why, _BY_HAND)
    if isinstance(error, ssl.SSLError):
        return NotFetched(typed, f"{at.host} offers no encryption that can be used", _BY_HAND)
    if isinstance(error, ConnectionRefusedError):
        return NotFetched(typed, f"{at.named} takes no connection", "check the address")
    if isinstance(error, http.client.IncompleteRead | zlib.error):
        return NotFetched(typed, "the connection ended before the whole page came", "try again")
    if isinstance(error, TimeoutError):
        return TooSlow(typed, f"{at.named} does not answer", "try again later, or add the saved page")
    if isinstance(error, OSError) and not isinstance(error, http.client.HTTPException):
        reason = (error.strerror or type(error).__name__).lower()
        return NotFetched(typed, f"the connection to {at.named} failed ({reason})", "try again later")
    return NotFetched(typed, f"what {at.named} answers is no web page", "check the address")
