"""A record in hand, for Python and notebooks: every kind of thing as a tuple of dataclasses.

record = dragoman.read(["articles/"])
record.events[0].participants, record.to_frame("events"), record.export("json", "record.json")
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman import pipeline, reconciling
from dragoman.errors import UsageError
from dragoman.model.documents import Document, Failure
from dragoman.model.plain import plain
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reading
from dragoman.model.views import Event, Judgement, Views
from dragoman.publish.csv import flat
from dragoman.publish.formats import export
from dragoman.record import KINDS, Record

if TYPE_CHECKING:
    from pandas import DataFrame

_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Holding(Views):
    """All that a record holds (`documents`, `events`, `actors`, …) and what was not read (`failures`)."""

    failures: tuple[Failure, ...] = ()

    def to_frame(self, kind: str) -> "DataFrame":
        """A pandas frame of one kind of thing, one row each. Raises UsageError where pandas is missing."""
        if kind not in KINDS and kind != "failures":
            raise UsageError(
                kind, "a record holds no such thing", f"one of: {', '.join((*KINDS, 'failures'))}"
            )
        try:
            import pandas
        except ImportError as error:
            raise UsageError(
                "to_frame", "pandas is not installed", "pip install 'dragoman[frames]'"
            ) from error
        of = KINDS.get(kind, Failure)
        things = getattr(self, kind)
        columns = None if things else [f.name.rstrip("_") for f in dataclasses.fields(of)]
        return pandas.DataFrame([flat(plain(thing)) for thing in things], columns=columns)

    def export(self, form: str, path: str | Path, texts: str | None = None) -> tuple[Path, ...]:
        """The files written: json, jsonl, csv (a folder) or markdown."""
        return export(self, form, path, texts)

    def __repr__(self) -> str:
        return f"<record: {self._counted()}>"

    def _repr_html_(self) -> str:
        """A table of the first events, for notebooks; every word is escaped."""
        names = {a.id: a.name for a in self.actors}
        rows = "".join(_row(event, names) for event in self.events[:_SHOWN])
        head = "".join(f"<th>{h}</th>" for h in ("when", "act", "who", "where", "status", "origins"))
        more = len(self.events) - _SHOWN
        below = f"<p>and {more} more events</p>" if more > 0 else ""
        return (
            f"<p>{escape(self._counted())}</p>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{below}"
        )

    def _counted(self) -> str:
        kinds = ("documents", "events", "actors", "statements", "quotes", "disagreements")
        return ", ".join(f"{len(getattr(self, kind))} {kind}" for kind in kinds)


def read(inputs: str | Path | Sequence[str | Path]) -> Holding:
    """What a file or folder, or several, say: read and reconciled, in memory."""
    named = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    with pipeline.read(named) as record:
        return hold(record)


def open_record(path: str | Path) -> Holding:
    """What the record at a path holds. Raises RecordError where there is none."""
    with pipeline.ask(str(path)) as record:
        return hold(record)


def reconcile(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement] = (),
    profiles: Sequence[SourceProfile] = (),
) -> Holding:
    """What follows from readings that are at hand; pure, in any order."""
    return _holding(reconciling.reconcile(documents, readings, judgements, profiles))


def hold(record: Record) -> Holding:
    """All that a record holds, in hand."""
    return _holding(record.views(), record.failures())


def _holding(views: Views, failures: tuple[Failure, ...] = ()) -> Holding:
    held: dict[str, Any] = {f.name: getattr(views, f.name) for f in dataclasses.fields(Views)}
    return Holding(**held, failures=failures)


def _row(event: Event, names: dict[str, str]) -> str:
    who = ", ".join(f"{names.get(p.actor, p.actor)} ({p.role})" for p in event.participants)
    where = event.place.name if event.place else ""
    cells = (event.when or "", event.act, who, where, event.status, str(event.independent_origins))
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
