"""Every page of `pages.ROUTES` at its address as HTML, and at the same with `.json` as JSON."""

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from dragoman.errors import RecordError, UsageError
from dragoman.model.plain import plain
from dragoman.pages.asked import Asked
from dragoman.pages.render import Here
from dragoman.pages.routes import ROUTES, Route
from dragoman.web import parameters
from dragoman.web.house import FRESH, House

PATIENCE = 20.0  # seconds in which a claim waits for its turn


def add_to(app: FastAPI, house: House) -> None:
    """Nothing; the application answers every page's addresses. JSON comes first: it is narrower."""
    for route in ROUTES:
        app.add_api_route(
            json_path(route.path),
            _json(route, house),
            response_class=JSONResponse,
            responses={200: {"model": route.page}},
            name=f"{_name(route)}_json",
            summary=f"{_summary(route)} (JSON)",
            openapi_extra={"parameters": parameters.of(route)},
        )
    for route in ROUTES:
        app.add_api_route(
            route.path,
            _html(route, house),
            response_class=HTMLResponse,
            name=_name(route),
            summary=_summary(route),
            openapi_extra={"parameters": parameters.of(route)},
        )


def json_path(path: str) -> str:
    """Where a page's JSON twin is.

    >>> json_path("/event/{id}"), json_path("/")
    ('/event/{id}.json', '/overview.json')
    """
    return f"{'/overview' if path == '/' else path}.json"


def _name(route: Route) -> str:
    words = re.sub(r"[^a-z]+", "_", route.path.lower()).strip("_")
    return words or "overview"


def _summary(route: Route) -> str:
    told = (route.page.__doc__ or "").strip().splitlines()
    return told[0] if told else route.name


def _json(route: Route, house: House) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        return JSONResponse(plain(_made(route, house, request)), headers=FRESH)

    return answer


def _html(route: Route, house: House) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        page = _made(route, house, request)
        path, query = request.url.path, request.url.query
        behind = f"?{query}" if query else ""
        here = Here(route.name, path + behind, json_path(path) + behind)
        return house.page(request, route.template, page, here)

    return answer


def _made(route: Route, house: House, request: Request) -> Any:
    asked = Asked.parse(_query(request), route.kind, route.extras)
    with _turn(bool(route.name == "check" and asked.extra("text")), house), house.keeper.asks() as record:
        return route.make(record, dict(request.path_params), asked, house.links)


@contextmanager
def _turn(wanted: bool, house: House) -> Iterator[None]:
    """Nothing; a claim is checked alone, since reading it takes a processor. Raises RecordError."""
    if not wanted:
        yield
        return
    if not house.checking.acquire(timeout=PATIENCE):
        raise RecordError("the claim", "others are being checked", "try again in a minute")
    try:
        yield
    finally:
        house.checking.release()
    _settle()


@cache
def _settle() -> None:
    """Nothing; what is loaded by now, once, with the language model, is not looked through for garbage again.

    Else any page may have to wait for that, 150 ms and more.
    """
    gc.collect()
    gc.freeze()


def _query(request: Request) -> dict[str, str]:
    """Names and values of the address. Raises UsageError where two values of a name exclude each other."""
    found: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if found.get(name) and value and found[name] != value:
            raise UsageError(name, f"{found[name]} and {value} exclude each other", "ask for one of them")
        found[name] = value or found.get(name, "")
    return found
