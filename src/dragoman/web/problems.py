"""Whatever goes wrong becomes a page that says what, why and where to go on, with the right status code."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from dragoman.errors import DragomanError
from dragoman.pages import problem
from dragoman.pages.problem import ProblemPage
from dragoman.web.house import Forbidden, House
from dragoman.web.safety import App, TooMuch

_PAGE: dict[str, Any] = {"text/html": {}}  # or JSON, as it was asked for
DESCRIBED: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": ProblemPage, "description": "What is wrong, and where to go on.", "content": _PAGE},
    "503": {"model": ProblemPage, "description": "The record cannot be read now.", "content": _PAGE},
}
_TITLES = {
    401: "This record is behind a password",
    403: "This was refused",
    404: "There is no such page",
    405: "This page cannot be used so",
    408: "This took too long",
    413: "This is too much",
    421: "This server has another name",
    429: "Too many tries",
}
_log = logging.getLogger("dragoman.web")


def handle(app: FastAPI, house: House) -> None:
    """Nothing; the application answers every error with a page."""

    async def ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, DragomanError)
        return house.problem(request, of(error, house))

    async def too_much(request: Request, error: Exception) -> Response:
        assert isinstance(error, TooMuch)
        answer = house.problem(request, told(house, error.status, "the request", error.why, _SMALLER))
        answer.headers["connection"] = "close"
        return answer

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        why = str(error.detail).lower()
        page = told(house, error.status_code, request.url.path, why, "go on from one of these")
        answer = house.problem(request, page)
        for name, value in (error.headers or {}).items():
            answer.headers[name] = value
        return answer

    async def broken(request: Request, error: Exception) -> Response:
        _log.error("%s %s", request.method, request.url.path, exc_info=error)
        why = "an error of this program stands in the way"
        return house.problem(request, told(house, 500, request.url.path, why, "report it with this address"))

    app.add_exception_handler(DragomanError, ours)
    app.add_exception_handler(TooMuch, too_much)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, broken)


_SMALLER = "send less at a time"


def of(error: DragomanError, house: House) -> ProblemPage:
    """The page of an error of ours."""
    if isinstance(error, Forbidden):
        return problem.of(403, _TITLES[403], error, house.links)
    return problem.problem(error, house.links)


def told(house: House, status: int, what: str, why: str, do: str) -> ProblemPage:
    """The page of what is no error of ours."""
    title = _TITLES.get(status, "This did not work")
    return problem.of(status, title, DragomanError(what, why, do), house.links)


def refusal(house: House) -> Callable[[int, str, str, str], App]:
    """What answers a request that never comes to a page."""

    def refuse(status: int, what: str, why: str, do: str) -> Callable[..., Awaitable[None]]:
        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            page = house.problem(Request(scope, receive), told(house, status, what, why, do))
            await page(scope, receive, send)

        return answer

    return refuse
