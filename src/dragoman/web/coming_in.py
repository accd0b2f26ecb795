"""The door: where a password is set, nothing is shown before it is given."""

from typing import Annotated
from urllib.parse import quote

from fastapi import FastAPI, Form, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.pages.login import LoginPage
from dragoman.pages.render import Here
from dragoman.web import problems
from dragoman.web.house import House, must_be_same_site, wants_json

LOGIN = "/login"
_OPEN = (LOGIN, "/favicon.ico")


class Door:
    """The application behind the password, where one is set."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self.app, self.house = app, house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the answer is sent: the page, or the way to the login."""
        path = scope.get("path", "")
        if scope["type"] != "http" or path in _OPEN or path.startswith("/assets/"):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        if self.house.may_come_in(request):
            await self.app(scope, receive, send)
            return
        answer: Response
        if wants_json(request) or request.method not in ("GET", "HEAD"):
            page = problems.told(self.house, 401, path, "it is behind a password", f"log in at {LOGIN}")
            answer = self.house.problem(request, page)
        else:
            behind = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
            answer = RedirectResponse(f"{LOGIN}?next={quote(path + behind, safe='')}", 303)
        await answer(scope, receive, send)


def add_to(app: FastAPI, house: House) -> None:
    """Nothing; the application answers the login where a password is set."""
    if house.password is None:
        return

    @app.get(LOGIN, include_in_schema=False)
    def login(request: Request, next: str = "/") -> Response:
        page = LoginPage("Log in", inside(next), "")
        return house.page(request, "login.html", page, Here("login", LOGIN))

    @app.post(LOGIN, include_in_schema=False)
    async def enter(
        request: Request,
        password: Annotated[str, Form(max_length=1000)] = "",
        next: Annotated[str, Form(max_length=2000)] = "/",
    ) -> Response:
        assert house.password
        must_be_same_site(request)
        address = request.client.host if request.client else ""
        wait = house.tries.wait(address)
        if wait > 0:
            why = f"too many wrong passwords came; wait {wait:.0f} seconds"
            answer = house.problem(request, problems.told(house, 429, "the password", why, "then try again"))
            answer.headers["retry-after"] = str(int(wait) + 1)
            return answer
        house.tries.one(address)  # before it is looked at, so that many at once are counted too
        if not await run_in_threadpool(house.password.is_, password):
            page = LoginPage("Log in", inside(next), "That is not the password.")
            return house.page(request, "login.html", page, Here("login", LOGIN), 403)
        house.tries.forget(address)
        answer = RedirectResponse(inside(next), 303)
        house.remember(answer, house.sessions.begin())
        return answer

    @app.post("/logout", include_in_schema=False)
    async def leave(request: Request, token: Annotated[str, Form(max_length=200)] = "") -> Response:
        house.must_be_ours(request, token)
        house.sessions.end(house.session(request))
        answer = RedirectResponse(LOGIN, 303)
        answer.delete_cookie(house.cookie, path="/")
        return answer


def inside(next: str) -> str:
    """An address on this server, whatever was asked for.

    >>> inside("/events?act=visit"), inside("//elsewhere.example"), inside("https://elsewhere.example")
    ('/events?act=visit', '/', '/')
    """
    ours = next.startswith("/") and next[1:2] not in ("/", "\\") and next.isprintable() and next.isascii()
    return next if ours else "/"
