"""Words by which papers call an act what it is to them: the table `callings.toml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.vocabulary.tables import read_toml

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 4  # letters; a word of fewer must stand in the table without a star


@dataclass(frozen=True, slots=True)
class Calling:
    """Words of a text that call something by what it is held to be; `theme` and `side` are the table's."""

    start: int
    end: int
    theme: str
    side: str


def callings_in(text: str) -> Iterator[Calling]:
    """The words of a text that judge, in its order.

    >>> [(c.theme, c.side) for c in callings_in("the pogrom of May 2024")]
    [('violence', 'a crime')]
    """
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end or word.group()[:_HEAD].lower() not in _heads():
            continue  # none of the table's words begins so, which is told sooner than that none is there
        match = _anywhere().match(text, word.start())
        if match is not None:
            end = match.end()
            theme, side = _sides()[match.lastgroup or ""]
            yield Calling(match.start(), end, theme, side)


def calling_of(words: str) -> tuple[str, str] | None:
    """The theme and the side of words that judge; None for other words."""
    found = next(callings_in(words), None)
    return (found.theme, found.side) if found else None


@cache
def acts_called(theme: str) -> frozenset[str]:
    """The acts that words of a theme are for."""
    return frozenset(next(row["acts"] for row in read_toml("callings.toml")["theme"] if row["name"] == theme))


@cache
def themes_of(act: str | None) -> tuple[str, ...]:
    """The themes whose words are for an act."""
    return tuple(row["name"] for row in read_toml("callings.toml")["theme"] if act in row["acts"])


@cache
def accuses(theme: str, side: str) -> bool:
    """Whether words of a side blame somebody, so that a plain telling stands against them."""
    rows = (s for row in read_toml("callings.toml")["theme"] if row["name"] == theme for s in row["side"])
    return any(s["name"] == side and s.get("accuses", False) for s in rows)


@cache
def _heads() -> frozenset[str]:
    """How the first word of each of the table's words begins."""
    rows = read_toml("callings.toml")["theme"]
    words = (w for row in rows for side in row["side"] for w in side["words"])
    return frozenset(_WORD.findall(w.lower())[0][:_HEAD] for w in words)


@cache
def _sides() -> dict[str, tuple[str, str]]:
    """Each side under the name of its group in the pattern."""
    rows = read_toml("callings.toml")["theme"]
    return {
        f"s{i}_{j}": (row["name"], side["name"])
        for i, row in enumerate(rows)
        for j, side in enumerate(row["side"])
    }


@cache
def _anywhere() -> re.Pattern[str]:
    rows = read_toml("callings.toml")["theme"]
    groups = [
        f"(?P<s{i}_{j}>{'|'.join(_pattern(w) for w in sorted(side['words'], key=lambda w: (-len(w), w)))})"
        for i, row in enumerate(rows)
        for j, side in enumerate(row["side"])
    ]
    return re.compile(r"\b(?:" + "|".join(groups) + ")", re.IGNORECASE)


def _pattern(words: str) -> str:
    """Words as a pattern; a star ends a word of any ending."""
    return re.escape(words[:-1]) + r"\w*" if words.endswith("*") else re.escape(words) + r"\b"
