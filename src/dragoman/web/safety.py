"""What holds for every request before a page sees it, and for every answer.

- The `Host` header must name this machine, so that no other site's name can be made to lead here (DNS
  rebinding). Where a password or `--public` opens the server to others, any name may lead to it: another
  site's page has no session here, and nothing can be written.
- A body may have so many bytes, and may take so long to arrive.
- Every answer forbids scripts and styles written into the page, requests to other hosts, and frames.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from dragoman.web.serving import Serving, is_loopback, named_host

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Refuse = Callable[[int, str, str, str], App]

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
HEADERS = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
)
MOST_BYTES = 100_000_000
"""What one request may bring: all files of an upload together."""
MOST_SECONDS = 120.0
"""How long a request's body may take to arrive."""


class TooMuch(Exception):
    """A body is larger, or slower, than a body may be."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why


class Guard:
    """The application behind these rules; `refuse` makes the page of what was refused."""

    def __init__(self, app: App, serving: Serving, refuse: Refuse) -> None:
        self.app, self.serving, self.refuse = app, serving, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the answer is sent."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        guarded = _with_headers(send)
        host = headers.get("host", "")
        if not self._may_be_called(host):
            page = self.refuse(
                421, host or "no name", "this server is not called so", "use the address it told"
            )
            await page(scope, receive, guarded)
            return
        if (
            headers.get("content-length", "0").isdecimal()
            and int(headers.get("content-length", 0)) > MOST_BYTES
        ):
            page = self.refuse(413, "the upload", _TOO_LARGE, _SMALLER)
            await page(scope, receive, guarded)
            return
        await self.app(scope, _limited(receive), guarded)

    def _may_be_called(self, host: str) -> bool:
        if not self.serving.on_loopback:
            return True
        name = named_host(host)
        return is_loopback(name) or name.casefold() == self.serving.host.casefold()


_TOO_LARGE = f"it has more than {MOST_BYTES // 1_000_000} million bytes"
_SMALLER = "add fewer or smaller files at a time, or use dragoman add"


def _limited(receive: Receive) -> Receive:
    """What comes in, up to the limits; TooMuch beyond them."""
    seen, until = 0, time.monotonic() + MOST_SECONDS
    whole = False

    async def limited() -> Message:
        nonlocal seen, whole
        if whole:
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), max(0.0, until - time.monotonic()))
        except TimeoutError as error:
            raise TooMuch(408, f"it took more than {MOST_SECONDS:.0f} seconds to arrive") from error
        seen += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if seen > MOST_BYTES:
            raise TooMuch(413, _TOO_LARGE)
        return message

    return limited


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            there = {k.lower() for k, _ in message["headers"]}
            added = [(k.encode(), v.encode()) for k, v in HEADERS if k.encode() not in there]
            message["headers"] = [*message["headers"], *added]
        await send(message)

    return guarded
