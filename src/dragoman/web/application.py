"""The application: every address, behind the rules that hold for all of them."""

import contextlib
import gc
from collections.abc import AsyncIterator, Callable
from typing import Any

from fastapi import FastAPI

from dragoman import __version__
from dragoman.web import adding, assets, coming_in, described, judging, pages, problems
from dragoman.web.house import House
from dragoman.web.safety import Guard
from dragoman.web.serving import Serving


def _described(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What describes the application: as FastAPI does, with fields named as they are written."""
    as_typed = app.openapi

    def description() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = described.as_written(as_typed())
        return app.openapi_schema

    return description


def application(serving: Serving) -> FastAPI:
    """The application that serves a record."""
    house = House.of(serving)

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        gc.freeze()  # what is imported stays, and need not be looked through for garbage
        yield
        house.close()

    app = FastAPI(
        title="Dragoman",
        version=__version__,
        summary="One record of what states do with each other, in which every value points at its words.",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        telemetry={"auto_configure": False, "tracing": False, "metrics": False, "logs": False},
        responses=problems.DESCRIBED,
    )
    app.state.house = house
    app.openapi = _described(app)  # type: ignore[method-assign] # FastAPI's own way to change it
    problems.handle(app, house)
    assets.add_to(app)
    pages.add_to(app, house)
    coming_in.add_to(app, house)
    judging.add_to(app, house)
    adding.add_to(app, house)
    app.add_middleware(coming_in.Door, house=house)
    app.add_middleware(Guard, serving=serving, refuse=problems.refusal(house))
    return app
