"""The record as JSON Lines: `{"kind": "event", "item": {…}}`, one a line; the first line is the head."""

from collections.abc import Iterator

from dragoman.model.views import Views
from dragoman.publish.json import one_line, record
from dragoman.publish.texts import Texts

SINGULAR = {"naming": "naming", "coverage": "coverage"}


def lines(views: Views, texts: Texts) -> Iterator[str]:
    """The head (schema, version, reader), then everything, kind after kind."""
    data = record(views, texts)
    head = {name: value for name, value in data.items() if not isinstance(value, list)}
    yield one_line({"kind": "record", "item": head}) + "\n"
    for name in sorted(data):
        if isinstance(data[name], list):
            kind = SINGULAR.get(name, name.removesuffix("s"))
            yield from (one_line({"kind": kind, "item": thing}) + "\n" for thing in data[name])
