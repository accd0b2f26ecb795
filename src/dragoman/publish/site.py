"""A record becomes a folder of pages that open from disk: no server, no network.

The same pages as the server's, from the same table of routes. The walk begins at the overview and the lists
and follows every link; documents come last, when all that points into them is known. The same record gives
the same bytes.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from dragoman.errors import CannotWrite, UnknownId, UsageError
from dragoman.pages import document, find, problem
from dragoman.pages.asked import Asked
from dragoman.pages.render import Here, Site, render
from dragoman.pages.routes import ROUTES, Route
from dragoman.publish.published import Address, Met, Published
from dragoman.publish.texts import Texts
from dragoman.record import Record

MARK = "dragoman-site.txt"
_MARK_HEAD = "Files of a site that dragoman published here; the next one to be published replaces them.\n"
_NEED_A_SERVER = ("/search", "/check", "/judgements", "/add")
_ASSETS = ("css", "svg", "woff2", "png")
_SCRIPTS = ("dragoman.js",)
_DOCUMENT = "/document/"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class _Way:
    """A route with the pattern of its addresses."""

    route: Route
    pattern: re.Pattern[str]


def site(
    record: Record, folder: str | Path, texts: Texts = "quotes", progress: Progress | None = None
) -> int:
    """How many files were written to a folder, which must be new, empty or a site of ours.

    `texts` is quotes (only marked words of documents) or full. Raises UsageError for a folder of others'
    files, CannotWrite where it refuses.
    """
    into = Path(folder)
    try:
        _make_room(into)
        with record.at_one_moment() as held:
            written = _Writer(held, into, texts, progress).write()
        _keep(into, MARK, _MARK_HEAD + "".join(f"{name}\n" for name in sorted(written)))
    except OSError as error:
        raise CannotWrite(str(folder), error.strerror or str(error), "name another folder") from error
    return len(written) + 1


def _make_room(into: Path) -> None:
    """Nothing; the folder is there, without the files of an earlier site. Raises UsageError."""
    if into.exists() and not into.is_dir():
        raise UsageError(str(into), "is a file", "name a folder")
    mark = into / MARK
    if into.exists() and any(into.iterdir()) and not mark.is_file():
        raise UsageError(str(into), "the folder holds files of others", "name a new or empty folder")
    if mark.is_file():
        root = into.resolve()
        for name in mark.read_text(encoding="utf-8").splitlines()[1:]:
            old = into / name
            if old.resolve().is_relative_to(root) and old.is_file():
                old.unlink()
        mark.unlink()
    into.mkdir(parents=True, exist_ok=True)


class _Writer:
    """One writing of a site: what is met, what is written."""

    def __init__(self, record: Record, into: Path, texts: Texts, progress: Progress | None) -> None:
        self._record, self._into, self._texts = record, into, texts
        self._progress = progress
        self._met = Met()
        self._written: set[str] = set()
        self._ways = [_Way(r, _pattern(r.path)) for r in ROUTES if r.path not in _NEED_A_SERVER]
        self._fixed = frozenset(w.route.path for w in self._ways if "{" not in w.route.path)

    def write(self) -> set[str]:
        """The names of the files that were written."""
        self._met.addresses.update(Address(path) for path in self._fixed)
        self._assets()
        self._search()
        done: set[Address] = set()
        while waiting := sorted(self._met.addresses - done):
            for address in waiting:
                if not address.path.startswith(_DOCUMENT):
                    self._page(address)
                else:
                    self._made(address)  # notes what it points at; its anchors are known when all is made
                done.add(address)
                self._tell(address.file, len(done))
        for address in sorted(a for a in done if a.path.startswith(_DOCUMENT)):
            self._page(address)
        self._tell("", len(done))
        return self._written

    def _tell(self, name: str, done: int) -> None:
        if self._progress:
            self._progress(name, done, len(self._met.addresses) + (1 if name else 0))

    def _page(self, address: Address) -> None:
        template, page, name = self._made(address)
        links = self._links(address)
        here = Here(name, address.file)
        self._put(address.file, render(template, page, Site(links, static=True), here))

    def _made(self, address: Address) -> tuple[str, Any, str]:
        """The template, the page and the name of its entry in the menu."""
        links = self._links(address)
        lost = UnknownId(address.path, "this site has no such page", "begin at the overview")
        for way in self._ways:
            match = way.pattern.fullmatch(address.path)
            if match:
                route = way.route
                try:
                    return route.template, self._make(route, match.groupdict(), address, links), route.name
                except UnknownId as error:
                    lost = error
        return "problem.html", problem.problem(lost, links), "problem"

    def _make(self, route: Route, args: Mapping[str, str], address: Address, links: Published) -> Any:
        asked = Asked.parse(dict(address.asked), route.kind, route.extras)
        told = {name: unquote(value) for name, value in args.items()}
        if address.path.startswith(_DOCUMENT):
            anchors = tuple(sorted(self._met.spans.get(told["id"], ())))
            printed = document.Printed(anchors, quotes=self._texts != "full")
            return document.document(self._record, told["id"], asked, links, printed)
        return route.make(self._record, told, asked, links)

    def _links(self, address: Address) -> Published:
        return Published(address, self._met, self._fixed)

    def _search(self) -> None:
        """The page for finding, and the index that its script searches."""
        links = Published(Address("/search"), self._met, self._fixed)
        entries = find.entries(self._record, links)
        page = render(
            "find.html", find.find(entries), Site(links, static=True), Here("search", "search.html")
        )
        self._put("search.html", page)
        rows = [[e.kind, e.words, e.href, e.more] for e in entries]
        told = json.dumps(rows, ensure_ascii=True, separators=(",", ":"))
        self._put("assets/index.js", f"globalThis.dragomanIndex={told};\n")

    def _assets(self) -> None:
        for asset in sorted(files("dragoman.pages").joinpath("assets").iterdir(), key=lambda a: a.name):
            if asset.name.rpartition(".")[2] in _ASSETS or asset.name in _SCRIPTS:
                self._put(f"assets/{asset.name}", asset.read_bytes())

    def _put(self, name: str, content: str | bytes) -> None:
        _keep(self._into, name, content)
        self._written.add(name)


def _keep(into: Path, name: str, content: str | bytes) -> None:
    path = into / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8", "replace") if isinstance(content, str) else content)


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(path)))
