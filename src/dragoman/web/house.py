"""What all addresses of one server share, and what a request may do with it."""

import secrets
import threading
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from dragoman.errors import DragomanError
from dragoman.model.plain import plain
from dragoman.pages.links import Links, Served
from dragoman.pages.problem import ProblemPage
from dragoman.pages.render import Here, Site, render
from dragoman.web.jobs import Jobs
from dragoman.web.keeper import Keeper
from dragoman.web.serving import Serving
from dragoman.web.sessions import COOKIE, HOURS, Password, Sessions, Tries

FRESH = {"cache-control": "private, no-cache"}
"""Pages are asked for again each time: the record may have changed, and a token stands in them."""


class Forbidden(DragomanError):
    """The request may not do this: it comes from another site, or without a session."""


@dataclass(frozen=True, slots=True)
class House:
    """A server's record, sessions, jobs and choices."""

    serving: Serving
    keeper: Keeper
    jobs: Jobs
    sessions: Sessions
    tries: Tries
    password: Password | None
    links: Links
    checking: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def of(cls, serving: Serving) -> "House":
        """The house of a server. The record is opened when it is first asked."""
        keeper = Keeper(serving.record, read_only=serving.read_only)
        password = Password(serving.password) if serving.password else None
        return cls(serving, keeper, Jobs(keeper.close), Sessions(), Tries(), password, Served())

    @property
    def cookie(self) -> str:
        """The name of the session's cookie: browsers keep one jar for all ports of a host."""
        return f"{COOKIE}-{self.serving.port}"

    def close(self) -> None:
        """Nothing; jobs are stopped and the record is let go."""
        self.jobs.close()
        self.keeper.close()

    def session(self, request: Request) -> str:
        """The name of the request's session; empty where it has none."""
        name = request.cookies.get(self.cookie, "")
        return name if self.password is None or self.sessions.holds(name) else ""

    def may_come_in(self, request: Request) -> bool:
        """Whether the request has the session that a password asks for."""
        return self.password is None or bool(self.session(request))

    def must_be_ours(self, request: Request, token: str) -> None:
        """Nothing; Forbidden where a form was not sent from our own page in this session."""
        must_be_same_site(request)
        session = self.session(request)
        if not session or not self.sessions.ours(session, token):
            raise Forbidden("the form", "its token is not that of this session", _AGAIN)

    def page(self, request: Request, template: str, page: Any, here: Here, status: int = 200) -> Response:
        """A page as HTML; where forms may be sent, the token stands in it and the session in a cookie."""
        session = self.session(request)
        begun = session or (secrets.token_urlsafe(32) if self.password is None else "")
        writable = self._writable() and bool(begun)
        site = Site(
            links=self.links,
            writable=writable,
            fetch=self.serving.fetch and writable,
            token=self.sessions.token(begun) if writable else None,
        )
        answer = HTMLResponse(render(template, page, site, here), status, headers=FRESH)
        if writable and not session:
            self.remember(answer, begun)
        return answer

    def remember(self, answer: Response, session: str) -> None:
        """Nothing; the answer bears the session's cookie."""
        answer.set_cookie(
            self.cookie, session, max_age=HOURS * 3600, httponly=True, samesite="strict", path="/"
        )

    def problem(self, request: Request, page: ProblemPage) -> Response:
        """A problem as the request wants it: HTML, or JSON where JSON was asked for."""
        if wants_json(request):
            return JSONResponse(plain(page), page.status, headers=FRESH)
        here = Here("problem", request.url.path)
        return self.page(request, "problem.html", page, here, page.status)

    def _writable(self) -> bool:
        try:
            return self.keeper.writable
        except DragomanError:
            return False  # the page that says why is what is made here


def must_be_same_site(request: Request) -> None:
    """Nothing; Forbidden where the browser says that another site's page sent the request."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    same = origin in (None, "null") or str(origin).partition("://")[2] == request.headers.get("host", "")
    if site not in ("same-origin", "none") or not same:
        raise Forbidden("the form", "it was not sent from a page of this server", _AGAIN)


_AGAIN = "load the page again and send the form from there"


def wants_json(request: Request) -> bool:
    """Whether a program asks: for a `.json` address, or for JSON and not HTML."""
    accepted = request.headers.get("accept", "")
    return request.url.path.endswith(".json") or ("json" in accepted and "html" not in accepted)
