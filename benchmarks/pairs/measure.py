"""How many differences of pairs of accounts are found.

python -m benchmarks.pairs.measure [HALF…] [--misses] [--raise-floors]

HALF is in_sight or set_aside; without one, both. For each kind of difference: how many pairs, in how many a
disagreement holds the words of one account against those of the other (found), and in how many one with the
right kind and verdict does (whole). `compatible` are pairs that only seem to differ: kept is how many are
not called a contradiction. `others` counts contradictions between the two accounts that hold other words.
The exit status is 1 where a figure is below its floor (`floors.toml`, beside this file).
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pairs import HALVES, Pair, pairs, table
from dragoman.evaluate.floors import HEAD, Floors, data_hash, raised, read, worse, written
from dragoman.model.documents import Document
from dragoman.model.ids import document_id, text_hash
from dragoman.model.views import Disagreement
from dragoman.reading.parse import Parser
from dragoman.reading.read import read as read_text
from dragoman.reconciling import reconcile
from dragoman.settings import from_environment

FLOORS = Path(__file__).parent / "floors.toml"
_HEAD = """\
# The least that each measure may reach, with a hash of the pairs that it was measured on. A floor goes up
# by `python -m benchmarks.pairs.measure --raise-floors`, and down only by hand, with the `reason` written
# beside it and the `peak`, the highest it ever was, left as it is.
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found of a pair: its difference, whether kind and verdict are right, and what else differs."""

    pair: Pair
    found: bool
    whole: bool
    kept: bool
    others: int
    shown: tuple[str, ...]


def judged(pair: Pair, parser: Parser) -> Verdict:
    """The verdict on a pair, its two accounts read and reconciled alone."""
    documents = [account(pair, number) for number in (0, 1)]
    views = reconcile(documents, [read_text(d, parser) for d in documents])
    between = [d for d in views.disagreements if len(_documents(d)) > 1]
    split = [d for d in between if _split(pair, d, documents)]
    against = [d for d in between if d.verdict == "contradicts"]
    right = [d for d in split if d.kind in pair.kinds and d.verdict in pair.verdicts]
    return Verdict(
        pair,
        bool(split),
        bool(right),
        not any(d in against for d in split),
        sum(d not in split for d in against),
        tuple(f"{d.kind} {d.verdict}: {d.explanation}" for d in between),
    )


def _documents(found: Disagreement) -> set[str]:
    return {span.document for position in found.positions for span in position.evidence}


def account(pair: Pair, number: int) -> Document:
    """One of the two accounts of a pair, as it came: 0 or 1."""
    text = pair.accounts[number]
    key = text_hash(text)
    where = f"{pair.name}-{number}.txt"
    day = pair.published[number].isoformat()
    told = (None, None, None, None, day, "given", None, None)
    return Document(document_id(key, where), where, (), *told, text, key)


def _split(pair: Pair, found: Disagreement, documents: Sequence[Document]) -> bool:
    """Whether one position stands on the words of the one account only, and another on those of the other."""
    sides = set()
    for position in found.positions:
        touched = {
            number
            for number, held in enumerate(documents)
            for span in position.evidence
            if span.document == held.id and _overlaps(pair, number, span.start, span.end)
        }
        sides |= touched if len(touched) == 1 else set()
    return len(sides) == 2


def _overlaps(pair: Pair, number: int, start: int, end: int) -> bool:
    at = pair.accounts[number].index(pair.words[number])
    return start < at + len(pair.words[number]) and at < end


def figures(verdicts: Iterable[Verdict]) -> dict[str, float]:
    """Each measure's figure: shares found and whole of all that differ, kept of those that only seem to."""
    every = list(verdicts)
    differ = [v for v in every if v.pair.kinds]
    seem = [v for v in every if not v.pair.kinds]
    return {
        "found": _share(v.found for v in differ),
        "whole": _share(v.whole for v in differ),
        "kept": _share(v.kept for v in seem),
    }


def _share(right: Iterable[bool]) -> float:
    every = list(right)
    return round(sum(every) / len(every), 4) if every else 0.0


def fallen(half: str, measured: dict[str, float], floors: Floors | None = None) -> list[str]:
    """What is below its floor, in words; nothing where the floors were made on other pairs."""
    held = (kept() if floors is None else floors).get(half, {})
    if held.get("data") != data_hash([table(half)]):
        return []
    return [
        f"{half} {name} {figure} is below {held[name]['floor']}"
        for name, figure in measured.items()
        if name in held and worse(name, figure, held[name]["floor"])
    ]


def kept() -> Floors:
    """The floors of the file."""
    return read(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def _table(verdicts: Sequence[Verdict]) -> list[str]:
    """A line a kind: pairs, found, whole; for those that only seem to differ, how many are kept."""
    asked, found, whole = Counter[str](), Counter[str](), Counter[str]()
    for v in verdicts:
        asked[v.pair.kind] += 1
        found[v.pair.kind] += v.found if v.pair.kinds else v.kept
        whole[v.pair.kind] += v.whole
    rows = []
    for kind in sorted(asked):
        right = f"found {found[kind]}  whole {whole[kind]}" if kind != "compatible" else f"kept {found[kind]}"
        rows.append(f"  {kind:18}{asked[kind]:4}  {right}")
    return rows


def main() -> int:
    """Prints the figures; 1 where one is below its floor."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("halves", nargs="*", metavar="HALF", help=", ".join(HALVES))
    asked.add_argument("--misses", action="store_true", help="what goes wrong, never of set_aside")
    asked.add_argument("--raise-floors", action="store_true", help="raise the floors to what is measured now")
    given = asked.parse_args()
    unknown = set(given.halves) - set(HALVES)
    if unknown:
        asked.error(f"no half is called {', '.join(sorted(unknown))}; there are {', '.join(HALVES)}")
    parser = Parser(from_environment().pipeline)
    below: list[str] = []
    new = kept()
    for half in given.halves or HALVES:
        verdicts = [judged(pair, parser) for pair in pairs(half)]
        measured = figures(verdicts)
        others = sum(v.others for v in verdicts)
        print(half, "  ".join(f"{k} {v:.3f}" for k, v in measured.items()), f"others {others}")
        print(*_table(verdicts), sep="\n")
        if given.misses and half != "set_aside":
            _show(verdicts)
        below += fallen(half, measured)
        data = data_hash([table(half)])
        new = raised(new, [(half, name, figure, data) for name, figure in measured.items()])
    if given.raise_floors:
        FLOORS.write_text(written(new).replace(HEAD, _HEAD), "utf-8")
    print(*below, sep="\n", end="\n" if below else "")
    return int(bool(below))


def _show(verdicts: Iterable[Verdict]) -> None:
    for v in verdicts:
        if v.others or not (v.whole if v.pair.kinds else v.kept):
            print(f"{v.pair.name}  {'/'.join(sorted(v.pair.kinds)) or 'compatible'}  {v.pair.words}")
            print(*(f"    {line}" for line in v.shown), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
