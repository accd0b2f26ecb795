"""How much of the grid is read right.

python -m benchmarks.constructions.measure [--acts A,B] [--misses WHAT] [--each N] [--out FILE]

Prints for each act the cells, and the shares in which the act is found; its parties are right; its place,
day and certainty; and all of these; last the same for what is set aside. WHAT (act, parties, place, when,
certainty) lists cells that go wrong in it, never those set aside.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.constructions.grid import PUBLISHED, Cell, cells
from dragoman.model.documents import Document
from dragoman.model.ids import document_id, text_hash
from dragoman.model.readings import Reading
from dragoman.model.statements import ROLES, Statement
from dragoman.reading.parse import Parser
from dragoman.reading.read import read
from dragoman.settings import from_environment

ASKED = ("act", "parties", "place", "when", "certainty", "whole")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of a cell is read right; None where it is not asked, or hangs on an act that was not found."""

    cell: Cell
    act: bool
    parties: bool | None
    place: bool | None
    when: bool | None
    certainty: bool | None
    heard: str

    @property
    def whole(self) -> bool:
        """Whether all that is asked is right."""
        return self.act and all(v is not False for v in (self.parties, self.place, self.when, self.certainty))


def judged(cell: Cell, reading: Reading) -> Verdict:
    """The verdict on a cell: of the statements of its act the one that is most nearly right."""
    told = [s for s in reading.statements if s.act in cell.telling.acts]
    heard = "; ".join(_heard(s, reading) for s in reading.statements if s.act) or "nothing"
    if not told:
        return Verdict(cell, False, None, None, None, None, heard)
    return max((_judged(cell, s, reading, heard) for s in told), key=_goodness)


def _goodness(verdict: Verdict) -> tuple[bool, int]:
    parts = (verdict.parties, verdict.place, verdict.when, verdict.certainty)
    return verdict.whole, sum(v is not False for v in parts)


def _judged(cell: Cell, statement: Statement, reading: Reading, heard: str) -> Verdict:
    told = _countries(statement, reading)
    places = {v.value for v in statement.values if v.field == "place"}
    days = {v.value for v in statement.values if v.field == "when"}
    negated = statement.polarity == "negated" or statement.certainty == "denied"
    sure = statement.certainty in cell.certainty and not negated
    return Verdict(
        cell,
        True,
        cell.parties <= told and told <= cell.allowed,
        None if cell.place is None else cell.place in places,
        None if cell.when is None else cell.when in days,
        negated if cell.negated else sure,
        heard,
    )


def _countries(statement: Statement, reading: Reading) -> frozenset[str]:
    """The states that take part, themselves or by who acts for them."""
    by_id = {r.id: r for r in reading.referents}
    found = set()
    for value in statement.values:
        if value.field not in ROLES:
            continue
        referent = by_id.get(value.value)
        ids = [value.value, *(who for who, _ in referent.represents)] if referent else [value.value]
        found |= {
            code for kind, _, code in (i.partition(":") for i in ids) if kind in ("state", "government")
        }
    return frozenset(found)


def _heard(statement: Statement, reading: Reading) -> str:
    names = {r.id: r.name for r in reading.referents}
    values = ", ".join(f"{v.field}={names.get(v.value, v.value)}" for v in statement.values)
    return (
        f"{statement.act} {statement.certainty}{' not' if statement.polarity == 'negated' else ''} ({values})"
    )


def measured(asked: Iterable[Cell], parser: Parser) -> list[Verdict]:
    """A verdict for each cell, every text read for itself."""
    return [judged(cell, read(_document(cell.text), parser)) for cell in asked]


def _document(text: str) -> Document:
    key = text_hash(text)
    return Document(
        document_id(key, ""), None, (), None, None, None, None, PUBLISHED, "given", None, None, text, key
    )


def shares(verdicts: Sequence[Verdict]) -> str:
    """How many cells, and the share right of each thing asked, as a line."""
    parts = [f"{len(verdicts):6}"]
    for name in ASKED:
        known = [v for verdict in verdicts if (v := getattr(verdict, name)) is not None]
        parts.append(f"{name} {sum(known) / len(known):.3f}" if known else f"{name}   -  ")
    return "  ".join(parts)


def table(verdicts: Sequence[Verdict], by: str) -> None:
    """Prints the shares by section or by construction."""
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        told = verdict.cell.telling
        groups[told.section if by == "act" else f"{told.form} {verdict.cell.construction}"].append(verdict)
    for name, group in groups.items():
        print(f"{name:26}{shares(group)}")


def main() -> None:
    """Prints the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--acts", help="only these sections of the tables")
    asked.add_argument("--constructions", help="only these, as in 'active said'")
    asked.add_argument("--misses", choices=ASKED, help="list the cells that go wrong in this")
    asked.add_argument("--each", type=int, default=1, help="read one cell in so many")
    asked.add_argument("--out", type=Path, help="write a line a cell, to compare runs")
    given = asked.parse_args()
    wanted = [c for i, c in enumerate(cells()) if i % given.each == 0]
    if given.acts:
        wanted = [c for c in wanted if c.telling.section in given.acts.split(",")]
    if given.constructions:
        names = given.constructions.split(",")
        wanted = [c for c in wanted if f"{c.telling.form} {c.construction}" in names]
    verdicts = measured(wanted, Parser(from_environment().pipeline))
    shown = [v for v in verdicts if not v.cell.telling.aside]
    for verdict in shown:
        if given.misses and getattr(verdict, given.misses) is False:
            print(f"{verdict.cell.id}\n  {verdict.cell.text[:300]}\n  {verdict.heard}")
    table(shown, "act")
    table(shown, "construction")
    print(f"{'all in sight':26}{shares(shown)}")
    print(f"{'set aside':26}{shares([v for v in verdicts if v.cell.telling.aside])}")
    if given.out:
        lines = (
            json.dumps(
                {
                    "id": v.cell.id,
                    "aside": v.cell.telling.aside,
                    **{a: getattr(v, a) for a in ASKED},
                    "text": v.cell.text,
                    "heard": v.heard,
                }
            )
            for v in verdicts
        )
        given.out.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
