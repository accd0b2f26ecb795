"""The files of the look: style sheets, the script, fonts and pictures, each with its type and its ETag."""

from functools import cache
from hashlib import sha256
from importlib.resources import files

from fastapi import FastAPI, Request, Response

from dragoman.errors import UnknownId

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "txt": "text/plain; charset=utf-8",
}
_AN_HOUR = "public, max-age=3600, must-revalidate"


@cache
def _asset(name: str) -> tuple[bytes, str, str]:
    """An asset's bytes, type and ETag. Raises UnknownId."""
    kind = TYPES.get(name.rpartition(".")[2])
    path = files("dragoman.pages").joinpath("assets", name)
    if kind is None or name.startswith(".") or "\\" in name or not path.is_file():
        raise UnknownId(name, "there is no such file", "the pages name those there are")
    found = path.read_bytes()
    return found, kind, f'"{sha256(found).hexdigest()[:32]}"'


def add_to(app: FastAPI) -> None:
    """Nothing; the application answers /assets/…, and the one name that browsers ask for by themselves."""

    @app.get("/assets/{name}", include_in_schema=False)
    def asset(name: str, request: Request) -> Response:
        found, kind, tag = _asset(name)
        headers = {"etag": tag, "cache-control": _AN_HOUR}
        known = (t.strip().removeprefix("W/") for t in request.headers.get("if-none-match", "").split(","))
        if tag in known:
            return Response(status_code=304, headers=headers)
        return Response(found, media_type=kind, headers=headers)

    @app.get("/favicon.ico", include_in_schema=False)
    def icon(request: Request) -> Response:
        return asset("icon.svg", request)
