"""The times that the words around a statement tell, where its own clause tells none."""

import re
from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache

from dragoman.model.dates import Interval, interval
from dragoman.model.statements import Statement
from dragoman.reconciling.stands import Scene
from dragoman.vocabulary.times import times

_REACH, _MONTH = 1500, 31


class Around:
    """The days and months that documents tell, by where their words stand."""

    def __init__(self, scene: Scene, documents: Collection[str]) -> None:
        self._scene = scene
        self._dated: dict[str, list[tuple[int, Interval]]] = {}
        for _, statement in sorted(scene.statements.items()):
            told = statement.all("when") if statement.document in documents else ()
            for days in map(interval, (v.value for v in told)):
                if days is not None and days.days <= _MONTH:
                    self._dated.setdefault(statement.document, []).append((statement.start, days))

    def of(self, statement: Statement) -> tuple[Interval, ...]:
        """The days of the statements near this one, and the months with a year that its surroundings name."""
        text = self._scene.documents[statement.document].text
        start, end = max(0, statement.start - _REACH), statement.end + _REACH
        told = (d for at, d in self._dated.get(statement.document, ()) if start <= at < end)
        return tuple(sorted({*told, *months_named(text[start:end])}))


def months_named(text: str) -> Iterable[Interval]:
    """The months that a text names with their year.

    >>> [str(m.start) for m in months_named("on May 17-18, 2024, and in June")]
    ['2024-05-01']
    """
    for match in _month_and_year().finditer(text):
        month, year = _months()[match[1].casefold()], int(match[2])
        yield Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


@cache
def _months() -> Mapping[str, int]:
    return times().months


@cache
def _month_and_year() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=lambda n: (-len(n), n)))
    return re.compile(rf"\b({names})\b\.?[\s\d,–-]{{0,12}}?\b((?:19|20)\d\d)\b", re.IGNORECASE)
