"""How much of the documents' words an export carries: full, quotes, or none.

full     whole texts
quotes   at most 300 characters at a span, and no whole text
none     offsets and hashes only
"""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from dragoman.errors import UsageError

Texts = Literal["full", "quotes", "none"]
MOST = 300

_WORDS = ("text", "as_written", "excerpt")


def checked(texts: str) -> Texts:
    """The choice, or UsageError."""
    for choice in get_args(Texts):
        if texts == choice:
            return choice  # type: ignore[no-any-return] # one of the Literal's own values
    raise UsageError(texts, "is no choice of texts", f"one of: {', '.join(get_args(Texts))}")


def limited(record: dict[str, Any], texts: Texts) -> dict[str, Any]:
    """A plain record with no more of the documents' words than was chosen.

    A text that is left out is null; with `quotes`, every span bears its words where they are short enough.
    """
    if texts == "full":
        return record
    whole = {d["id"]: d["text"] for d in record.get("documents", ())}
    cut = {key: _cut(value, whole, texts) for key, value in record.items()}
    for document in cut.get("documents", ()):
        document["text"] = None
    return cut


def _cut(value: Any, whole: Mapping[str, str], texts: Texts) -> Any:
    if isinstance(value, list):
        return [_cut(v, whole, texts) for v in value]
    if not isinstance(value, dict):
        return value
    made = {k: _cut(v, whole, texts) for k, v in value.items()}
    if texts == "none":
        return {k: None if k in _WORDS and isinstance(v, str) else v for k, v in made.items()}
    if {"document", "start", "end"} <= made.keys() and made["document"] in whole:
        words = whole[made["document"]][made["start"] : made["end"]]
        made["text"] = words if len(words) <= MOST else None
        if len(words) > MOST:
            made["excerpt"] = words[:MOST]
    return made
