"""Front matter: the lines between `---` at the head of a Markdown file, as metadata."""

import re

from dragoman.gathering.tables import FIELDS, described
from dragoman.model.documents import Metadata

_BLOCK = re.compile(r"\A---[ \t]*\n(?P<lines>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_LINE = re.compile(r"^(?P<key>[A-Za-z_]{2,20})[ \t]*:[ \t]*(?P<value>[^\n]*)$", re.MULTILINE)
_NAMES = {"date": "published", "lang": "language", "link": "url", "publisher": "source"}


def front_matter(text: str) -> Metadata:
    """What the front matter of a text says, empty where it has none. The text keeps it."""
    block = _BLOCK.match(text)
    if not block:
        return Metadata()
    said: dict[str, str | None] = {}
    for line in _LINE.finditer(block["lines"]):
        key = line["key"].lower()
        name = _NAMES.get(key, key)
        if name in FIELDS:
            said.setdefault(name, line["value"].strip().strip("\"'"))
    return described(said)[0]
