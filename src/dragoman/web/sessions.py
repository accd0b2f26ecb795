"""Who may come in with the password, and which forms are our own.

The password is kept as a scrypt hash with a salt of this run; a check takes the same time whether it is
right or wrong, and too many wrong ones in a row wait. A session is a random name in a cookie that scripts
cannot read and other sites' requests do not carry; a form's token follows from the session and a secret of
this run, so that another site can neither read it nor make it.
"""

import hashlib
import hmac
import secrets
import threading
import time
from collections import deque
from dataclasses import dataclass, field

COOKIE = "dragoman"
HOURS = 12
_TRIES, _WITHIN = 5, 60.0  # wrong passwords in so many seconds, from one address
_ALL_TRIES = 50  # and from all addresses together
_MOST_SESSIONS = 10_000


class Password:
    """A password, of which only a hash is kept."""

    def __init__(self, words: str) -> None:
        self._salt = secrets.token_bytes(16)
        self._hash = self._hashed(words)

    def is_(self, words: str) -> bool:
        """Whether these are the words."""
        return hmac.compare_digest(self._hash, self._hashed(words))

    def _hashed(self, words: str) -> bytes:
        return hashlib.scrypt(words.encode("utf-8", "replace"), salt=self._salt, n=2**14, r=8, p=1)


@dataclass(slots=True)
class Tries:
    """The passwords of the last minute that were not right, by the address they came from."""

    by_address: dict[str, deque[float]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, address: str, now: float | None = None) -> float:
        """How many seconds to wait before another try from this address; 0 where it may try."""
        now = time.monotonic() if now is None else now
        with self.lock:
            for name in [*self.by_address]:
                tries = self.by_address[name]
                while tries and tries[0] <= now - _WITHIN:
                    tries.popleft()
                if not tries:
                    del self.by_address[name]
            mine = self.by_address.get(address, deque())
            every = sorted(t for tries in self.by_address.values() for t in tries)
            if len(mine) >= _TRIES:
                return mine[-_TRIES] + _WITHIN - now
            return every[-_ALL_TRIES] + _WITHIN - now if len(every) >= _ALL_TRIES else 0.0

    def one(self, address: str, now: float | None = None) -> None:
        """Nothing; a password came from this address."""
        with self.lock:
            self.by_address.setdefault(address, deque()).append(time.monotonic() if now is None else now)

    def forget(self, address: str) -> None:
        """Nothing; the right one came from this address."""
        with self.lock:
            self.by_address.pop(address, None)


class Sessions:
    """The sessions of one run: their names hashed, with the moment at which they end."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self._known: dict[bytes, float] = {}
        self._lock = threading.Lock()

    def begin(self) -> str:
        """The name of a new session."""
        name = secrets.token_urlsafe(32)
        now = time.monotonic()
        with self._lock:
            self._known = {k: end for k, end in self._known.items() if end > now}
            if len(self._known) >= _MOST_SESSIONS:
                del self._known[min(self._known, key=self._known.__getitem__)]
            self._known[self._hashed(name)] = now + HOURS * 3600
        return name

    def holds(self, name: str) -> bool:
        """Whether a session of this name stands."""
        with self._lock:
            return self._known.get(self._hashed(name), 0.0) > time.monotonic()

    def end(self, name: str) -> None:
        """Nothing; the session is over."""
        with self._lock:
            self._known.pop(self._hashed(name), None)

    def token(self, name: str) -> str:
        """The token that a form of this session carries."""
        return hmac.new(self._secret, b"form" + name.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def ours(self, name: str, token: str) -> bool:
        """Whether a form's token is that of the session."""
        return hmac.compare_digest(self.token(name).encode(), token.encode("utf-8", "replace"))

    def _hashed(self, name: str) -> bytes:
        return hmac.digest(self._secret, name.encode("utf-8", "replace"), "sha256")
