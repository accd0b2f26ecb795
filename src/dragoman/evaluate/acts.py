"""Acts in news texts in which every act was annotated.

A predicted act and an annotated one are paired one to one where their clauses overlap by half of the shorter
and their acts are of one family; annotated acts that are marked optional win nothing and cost nothing. The
figures follow the set's own scorer.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.texts import file_of, read_text, records
from dragoman.model.readings import Reading

NAME = "acts"
PEERS = {
    "acts_f1": "two human coders 0.85 to 0.91; a throwaway reader 0.48 (the set's README)",
    "act_exact": "two human coders 0.97 (the set's README)",
    "parties_f1": "two human coders 0.94 (the set's README)",
    "agents_f1": "two human coders 0.91 (the set's README)",
    "certainty_accuracy": "two human coders 0.97 (the set's README)",
}
AGENTS = ("agent", "participant", "guest")
COUNTERPARTS = ("counterpart", "recipient", "host")
FAMILIES = (
    "visit", "meeting call forum negotiate mediate summon ceremony",
    "agree signing ratify joint_statement ceasefire promise",
    "cooperate trade invest exercise join supply_arms aid lend implement",
    "support praise statement message invite recognize vote appoint election",
    "establish_relations open_mission",
    "break_relations close_mission recall expel leave suspend_agreement", "request demand",
    "concede release lift_sanction withdraw", "accuse criticize investigate", "reject deny boycott",
    "threaten", "protest", "sanction", "mobilize", "attack coerce detain seize_power",
)  # fmt: skip
_FAMILY = {act: number for number, acts in enumerate(FAMILIES) for act in acts.split()}
_TITLE = re.compile(r"^(the|president|prime minister|mr|mrs|ms) ")
Names = tuple[str, ...]
"""All the names of one actor: that of the record first, then those the text uses."""


@dataclass(frozen=True, slots=True)
class Told:
    """One act, annotated or predicted, with its actors by all their names."""

    start: int
    end: int
    act: str
    agents: tuple[Names, ...]
    counterparts: tuple[Names, ...]
    certainty: str
    optional: bool = False


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set."""
    texts = [(r["text"], [_annotated(a) for a in r["acts"]]) for r in records(data, NAME, split)]
    figures = measured([(predicted(read_text(text)), gold, len(text.split())) for text, gold in texts])
    return rows_of(NAME, figures, file_of(data, NAME, split), len(texts), PEERS)


def predicted(reading: Reading) -> list[Told]:
    """The acts that a reading tells, in the form of the annotation."""
    names = {r.id: (r.name, *r.names) for r in reading.referents}
    return [
        Told(
            s.start,
            s.end,
            s.act,
            tuple(names.get(v.value, (v.value,)) for v in s.all(*AGENTS)),
            tuple(names.get(v.value, (v.value,)) for v in s.all(*COUNTERPARTS)),
            s.certainty,
        )
        for s in reading.statements
        if s.act and not s.presumed
    ]


def measured(documents: Sequence[tuple[Sequence[Told], Sequence[Told], int]]) -> dict[str, float]:
    """The figures over documents, each given as (predicted, annotated, number of words)."""
    firm = said = found = false = words = 0
    matched: list[tuple[Told, Told]] = []
    for told, gold, length in documents:
        pairs = paired(told, gold)
        optional = sum(g.optional for _, g in pairs)
        firm += sum(not g.optional for g in gold)
        said += len(told) - optional
        found += len(pairs) - optional
        matched += pairs
        if not gold:
            false += len(told)
            words += length
    precision, recall = found / max(1, said), found / max(1, firm)
    return {
        "acts_precision": precision,
        "acts_recall": recall,
        "acts_f1": 2 * precision * recall / (precision + recall) if found else 0.0,
        "act_exact": _mean(p.act == g.act for p, g in matched),
        "parties_f1": _mean(
            names_f1((*g.agents, *g.counterparts), (*p.agents, *p.counterparts)) for p, g in matched
        ),
        "agents_f1": _mean(names_f1(g.agents, p.agents) for p, g in matched),
        "certainty_accuracy": _mean(p.certainty == g.certainty for p, g in matched),
        "false_per_1000": 1000 * false / max(1, words),
    }


def paired(told: Sequence[Told], gold: Sequence[Told]) -> list[tuple[Told, Told]]:
    """One-to-one pairs: firm annotations first, then the same act, then the closest clause."""
    pairs = sorted(
        (
            (not g.optional, p.act == g.act, _overlap(p, g), -abs(p.start - g.start), i, j)
            for i, p in enumerate(told)
            for j, g in enumerate(gold)
            if _FAMILY.get(p.act, p.act) == _FAMILY.get(g.act, g.act) and _overlap(p, g) >= 0.5
        ),
        reverse=True,
    )
    left, right, out = set(), set(), []
    for *_, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((told[i], gold[j]))
    return out


def names_f1(wanted: Sequence[Names], got: Sequence[Names]) -> float:
    """How well two lists of actors agree, each by all its names; 1 where both are empty.

    >>> names_f1([("Emmanuel Macron",)], [("President Macron", "Macron")])
    1.0
    """
    if not wanted and not got:
        return 1.0
    hit = sum(any(same_actor(w, g) for g in got) for w in wanted)
    right = sum(any(same_actor(w, g) for w in wanted) for g in got)
    precision, recall = right / max(1, len(got)), hit / max(1, len(wanted))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _annotated(act: dict[str, Any]) -> Told:
    return Told(
        act["start"], act["end"], act["act"],
        tuple((name,) for name in act["agents"]), tuple((name,) for name in act["counterparts"]),
        act["certainty"], bool(act.get("optional")),
    )  # fmt: skip


def _overlap(a: Told, b: Told) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / max(1, min(a.end - a.start, b.end - b.start))


def same_actor(one: Names, other: Names) -> bool:
    """Whether two actors may be the same by any of their names."""
    return any(same_name(a, b) for a in one for b in other)


def same_name(a: str, b: str) -> bool:
    """Whether two names may be one actor's: equal, or one the beginning or end of the other."""
    a, b = _fold(a), _fold(b)
    either = (a.endswith(f" {b}"), b.endswith(f" {a}"), a.startswith(f"{b} "), b.startswith(f"{a} "))
    return bool(a and b) and (a == b or any(either))


def _fold(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).replace("’", "'").casefold()
    return _TITLE.sub("", "".join(c for c in bare if not unicodedata.combining(c))).strip()


def _mean(values: Iterable[float]) -> float:
    held = list(values)
    return sum(held) / len(held) if held else 0.0
