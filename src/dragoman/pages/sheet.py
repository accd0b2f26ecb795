"""The claim sheet: what each account says of each field of an event, and how it stands to the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.documents import Span
from dragoman.pages.accounts import Column
from dragoman.pages.shown import Link, Quoted, Rating

VERDICTS = (
    "contradicts", "doubted", "other measure", "wording", "changed over time", "less precise", "same",
    "not comparable",
)  # fmt: skip
"""From what a reader must see first to what is the quiet case."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one account says of a field: the record's value, the words for it, and the verdict.

    `how` tells how it was read where the words do not say it directly. `certainty` is None where it is not
    the account's certainty that is compared.
    """

    value: str
    words: tuple[Quoted, ...]
    verdict: str | None = None
    how: str | None = None
    certainty: str | None = None


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy says of a field: `same` as the account it repeats, `silent`, or `differs`."""

    letter: str
    state: str
    href: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One account's cell in a row. `readings` is empty where it leaves the field out."""

    letter: str
    name: str
    href: str
    readings: tuple[Reading, ...]
    verdict: str | None
    copies: tuple[Copied, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the event: what the record says, the verdict over the accounts with its reason, the cells.

    `verdict` is None where one account alone speaks of it. `origins` counts the origins that do, of `of`;
    `rating` is that of the record's value (None where it has none).
    """

    id: str
    field: str
    says: tuple[Link, ...]
    verdict: str | None
    told: str
    why: str
    href: str
    origins: int
    of: int
    rating: Rating | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A row before it is laid out: readings by document."""

    id: str
    field: str
    says: tuple[Link, ...]
    readings: Mapping[str, Sequence[Reading]]
    verdict: str | None = None
    why: str = ""
    href: str = ""
    rating: Rating | None = None


def rows(drafts: Iterable[Drafted], columns: Sequence[Column]) -> tuple[Row, ...]:
    """The rows that an account speaks of, or that were worked out; the contested ones first."""
    told = (d for d in drafts if any(d.readings.values()) or (d.says and d.why))
    made = [_row(draft, columns) for draft in told]
    return tuple(sorted(made, key=lambda r: min(_weight(r.verdict), VERDICTS.index("changed over time"))))


def cut(row: Row, first: int, most: int) -> Row:
    """A row with the cells of these columns only; its verdict stays that of all accounts."""
    return replace(row, cells=row.cells[first : first + most])


def worst(verdicts: Iterable[str | None]) -> str | None:
    """Of several verdicts the one that a reader must see first."""
    return min((v for v in verdicts if v), key=_weight, default=None)


def split(spans: Iterable[Span]) -> dict[str, list[Span]]:
    """Spans by their document."""
    found: dict[str, list[Span]] = {}
    for span in sorted(spans):
        found.setdefault(span.document, []).append(span)
    return found


def _weight(verdict: str | None) -> int:
    return VERDICTS.index(verdict) if verdict in VERDICTS else len(VERDICTS)


def _row(draft: Drafted, columns: Sequence[Column]) -> Row:
    cells = tuple(_cell(draft, column) for column in columns)
    speaking = {column.origin for column, cell in zip(columns, cells, strict=True) if cell.readings}
    speaking |= {c.origin for c in columns if any(draft.readings.get(a.id) for a in c.copies)}
    verdict = draft.verdict or (worst(c.verdict for c in cells) if len(speaking) > 1 else None)
    return Row(
        id=draft.id,
        field=draft.field,
        says=draft.says,
        verdict=verdict,
        told=_told(verdict, cells, len(speaking), columns),
        why=draft.why,
        href=draft.href,
        origins=len(speaking),
        of=max((c.origin for c in columns), default=0),
        rating=draft.rating,
        cells=cells,
    )


def _cell(draft: Drafted, column: Column) -> Cell:
    readings = tuple(draft.readings.get(column.account.id, ()))
    return Cell(
        letter=column.account.letter,
        name=column.account.name,
        href=column.account.href,
        readings=readings,
        verdict=worst(r.verdict for r in readings),
        copies=tuple(
            _copied(c.letter, readings, tuple(draft.readings.get(c.id, ())), c.href) for c in column.copies
        ),
        first=column.first,
    )


def _copied(letter: str, readings: Sequence[Reading], own: Sequence[Reading], page: str) -> Copied:
    if not own:
        return Copied(letter, "silent", page)
    same = {r.value for r in own} == {r.value for r in readings}
    href = own[0].words[0].href if own[0].words else page
    return Copied(letter, "same" if same else "differs", href)


def _told(verdict: str | None, cells: Sequence[Cell], speaking: int, columns: Sequence[Column]) -> str:
    """The verdict with the letters of the accounts that it is about."""
    if verdict is None:
        letters = [c.letter for c in cells if c.readings]
        told = "told by" if len(letters) > 1 else "only in"
        if letters:
            return f"{told} {_list(letters)}"
        return "only in a copy" if speaking else "stated by none of these"
    if verdict == "same":
        return f"same in {speaking} of {max(c.origin for c in columns)} origins"
    letters = [c.letter for c in cells if any(r.verdict == verdict for r in c.readings)]
    if verdict == "contradicts":
        if len(letters) == 1 and speaking > 1:
            return f"{letters[0]} contradicts the others"
        return " contradicts ".join(letters) if len(letters) == 2 else f"contradicts: {_list(letters)}"
    joint = {"doubted": "doubted by", "less precise": "less precise in", "changed over time": "changed: "}
    return f"{joint.get(verdict, verdict + ' in')} {_list(letters)}".strip() if letters else verdict


def _list(letters: Sequence[str]) -> str:
    return ", ".join(letters)
