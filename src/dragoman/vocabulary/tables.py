"""The rows of a table file, and one hash over all tables. Tables are data: anybody may read them."""

import gzip
import tomllib
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

_KINDS = (".tsv", ".toml", ".tsv.gz")


def _folder() -> Traversable:
    return files("dragoman.vocabulary")


def read_bytes(name: str) -> bytes:
    """A table file's bytes; a `.gz` is unpacked."""
    data = _folder().joinpath(name).read_bytes()
    return gzip.decompress(data) if name.endswith(".gz") else data


def read_text(name: str) -> str:
    """A table file's text."""
    return read_bytes(name).decode("utf-8")


def read_tsv(name: str) -> list[dict[str, str]]:
    """The rows of a TSV table by its heading line; lines that begin with `#` are its head comment."""
    lines = [line for line in read_text(name).splitlines() if line.strip() and not line.startswith("#")]
    heading = lines[0].split("\t")
    return [dict(zip(heading, _cells(line, len(heading)), strict=True)) for line in lines[1:]]


def _cells(line: str, width: int) -> list[str]:
    cells = [cell.strip() for cell in line.split("\t")]
    return cells + [""] * (width - len(cells))


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by `|`."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())


def exact(names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a cell's names that are matched as they are written only: the table marks them with `=`."""
    return tuple(name[1:] for name in names if name.startswith("="))


def plain(names: tuple[str, ...]) -> tuple[str, ...]:
    """A cell's names without that mark."""
    return tuple(name.removeprefix("=") for name in names)


def spaced(surface: str) -> str:
    """The words with one kind of apostrophe and single spaces."""
    return " ".join(surface.replace("’", "'").split())


@cache
def read_toml(name: str) -> Mapping[str, Any]:
    """What a TOML table holds. It is parsed once; all who ask get the same, so nothing in it is changed."""
    return tomllib.loads(read_text(name))


@cache
def fingerprint() -> str:
    """16 hexadecimal digits over the names and bytes of all table files."""
    total = sha256()
    for entry in sorted(_folder().iterdir(), key=lambda e: e.name):
        if entry.name.endswith(_KINDS):
            total.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return total.hexdigest()[:16]
