"""Addresses of pages, as a user types them: what is one, where it leads, and the form in which it is kept."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from dragoman.errors import NotFetched
from dragoman.model.sites import WRITTEN

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{0,20}://", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?\.?|[0-9a-f:.]{2,45}", re.IGNORECASE)
_MOST = 2000  # characters
_TELLS_THE_WAY = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|cmpid|ref_src", re.IGNORECASE)
_SAFE = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be asked for: its scheme, host (ASCII), port, and path with the query behind it."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def secure(self) -> bool:
        """Whether the connection is encrypted."""
        return self.scheme == "https"

    @property
    def named(self) -> str:
        """The host as the `Host` header names it: with the port, unless it is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.named}{self.path}"


def is_address(named: str) -> bool:
    """Whether an input is an address and no path.

    >>> is_address("https://news.example/a"), is_address("C:/news/a.txt"), is_address("news.example")
    (True, False, False)
    """
    return bool(_ADDRESS.match(named))


def address(typed: str, base: Address | None = None) -> Address:
    """Where an address leads, seen from `base` where it is a redirect. Raises NotFetched.

    >>> str(address("HTTPS://News.Example:443/a b#top")), str(address("../c", address("http://n.example/a/b")))
    ('https://news.example/a%20b', 'http://n.example/c')
    """
    what = typed if len(typed) <= 200 else f"{typed[:200]}…"
    if len(typed) > _MOST or any(ord(c) < 0x20 or ord(c) == 0x7F for c in typed):
        raise NotFetched(what, "it is no address", WRITTEN)
    try:
        parts = urlsplit(urljoin(str(base), typed) if base else typed.strip())
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError as error:  # a port that is no number, brackets that do not close, a name that is none
        raise NotFetched(what, "it is no address", WRITTEN) from error
    if parts.scheme not in _PORTS:
        why = f"only http and https are fetched, not {parts.scheme or 'nothing'}"
        raise NotFetched(what, why, WRITTEN)
    if parts.username is not None or parts.password is not None:
        raise NotFetched(what, "there is a user name or password in it", "leave that out")
    if not _HOST.fullmatch(host):
        raise NotFetched(what, "it names no host", WRITTEN)
    path = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE + '?')}" if parts.query else ""
    )
    return Address(parts.scheme, host.rstrip("."), port or _PORTS[parts.scheme], path)


def canonical(found: Address, said: str | None) -> str:
    """The address under which a page is kept: what the page says of itself, where that is on the same host.

    Otherwise the one it was fetched from, without what only tells by which way a reader came.

    >>> canonical(address("https://news.example/a?id=3&utm_source=x"), "https://elsewhere.example/a")
    'https://news.example/a?id=3'
    """
    if said:
        try:
            if _bare(address(said).host) == _bare(found.host):
                return said
        except NotFetched:
            pass  # it says something that is no address
    parts = urlsplit(str(found))
    kept = parse_qsl(parts.query, keep_blank_values=True)
    told = [(name, value) for name, value in kept if not _TELLS_THE_WAY.fullmatch(name)]
    query = parts.query if len(told) == len(kept) else urlencode(told)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _bare(host: str) -> str:
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")
