"""What a drawn page is drawn of: the filters of its form, and how it says which are set."""

from dataclasses import dataclass

from dragoman.pages.asked import Asked
from dragoman.pages.dates import said
from dragoman.pages.links import Links
from dragoman.pages.shown import Link
from dragoman.pages.words import Words

STATUSES = (
    "happened", "ongoing", "planned", "postponed", "cancelled", "reported", "alleged", "unconfirmed",
    "denied", "speculative", "did not happen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of the form: a choice where it has choices, else words of the form `hint` shows."""

    name: str
    label: str
    value: str
    hint: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The form of a drawn page.

    `action` is where it goes and `kept` what it carries along unseen; `told` are the filters that are set,
    in words, each with the page without it.
    """

    action: str
    fields: tuple[Entry, ...]
    kept: tuple[tuple[str, str], ...]
    told: tuple[Link, ...]
    clear: str


_FIELDS = (
    ("between", "Between two", "Peru,Chile"),
    ("actor", "Actor", "name or id"),
    ("act", "Act", "visit"),
    ("status", "How sure", ""),
    ("from", "From", "2025-03"),
    ("to", "To", "2025-12"),
)
_NAMED = ("between", "actor")
_DATES = ("from", "to", "published-from", "published-to")


def chosen(name: str, asked: Asked, words: Words, ways: tuple[str, ...] = ()) -> Chosen:
    """The form of the page of this name for what is asked; `ways` to draw it are no filters."""
    links, given = words.links, asked.given()
    shown = {n for n, _, _ in _FIELDS}
    return Chosen(
        action=links.page(name),
        fields=tuple(
            Entry(n, label, given.get(n, ""), hint, STATUSES if n == "status" else ())
            for n, label, hint in _FIELDS
        ),
        kept=tuple((n, v) for n, v in given.items() if n not in shown and n != "page"),
        told=tuple(
            Link(_told(n, v, words), links.page(name, **asked.given(**{n: ""})))
            for n, v in given.items()
            if n not in ("page", "per", "sort", "undated", *ways)
        ),
        clear=links.page(name),
    )


def over(asked: Asked, links: Links, kind: str = "events", **changes: str) -> str:
    """The list of what is asked for, with changes."""
    dropped = dict.fromkeys(("page", "per", "sort", "undated", *dict(asked.extras)), "")
    return links.list(kind, **asked.given(**(dropped | changes)))


def _told(name: str, value: str, words: Words) -> str:
    if name in _NAMED:
        value = " and ".join(words.actor(v.strip()).text for v in value.split(","))
    elif name in _DATES:
        value = said(value)
    return f"{name.replace('-', ' ')} {value}"
