"""Cues of certainty: which words make an act planned, denied, alleged, and how far each reaches."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from dragoman.vocabulary.tables import read_toml

CueKind = Literal["governor", "passive", "modifier", "auxiliary", "mark"]
Effect = Literal[
    "planned", "requested", "speculative", "reported", "alleged", "unconfirmed", "doubted", "denied",
    "asserted", "carried", "ongoing", "cancelled", "postponed", "negated", "required", "ended", "attended",
    "proof",
]  # fmt: skip
Example = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Cue:
    """One kind of cue: its words, the relations it reaches through, and what it does to the act.

    `examples` are (sentence, the act in it, certainty, polarity).
    """

    name: str
    kind: CueKind
    words: tuple[str, ...]
    scope: frozenset[str]
    effect: Effect
    examples: tuple[Example, ...]

    def reaches(self, relation: str) -> bool:
        """Whether it governs an act joined to it by this relation."""
        return relation in self.scope or "any" in self.scope


@cache
def cues() -> tuple[Cue, ...]:
    """All cues, in the order of the table; of two that fit one word and relation the first holds."""
    table = read_toml("cues.toml")
    return tuple(_cue(row, table["reporting"]) for row in table["cue"])


def _cue(row: Mapping[str, object], reporting: Mapping[str, list[str]]) -> Cue:
    words = [*_strings(row["words"]), *reporting.get(str(row.get("reporting", "")), ())]
    effect, kind = str(row["effect"]), str(row["kind"])
    if effect not in get_args(Effect) or kind not in get_args(CueKind):
        raise ValueError(f"cues.toml: {row['name']}: no such kind or effect: {kind}, {effect}")
    examples = tuple((str(a), str(b), str(c), str(d)) for a, b, c, d in _rows(row["examples"]))
    scope = frozenset(_strings(row["scope"]))
    return Cue(str(row["name"]), kind, tuple(dict.fromkeys(words)), scope, effect, examples)  # type: ignore[arg-type] # checked above


def _strings(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else []


def _rows(value: object) -> list[list[object]]:
    return [list(v) for v in value] if isinstance(value, list) else []


@cache
def by_word(kind: CueKind) -> Mapping[str, tuple[Cue, ...]]:
    """The cues of one kind by their words (lemmas)."""
    found: dict[str, list[Cue]] = {}
    for cue in cues():
        if cue.kind == kind:
            for word in cue.words:
                found.setdefault(word, []).append(cue)
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def reporting() -> Mapping[str, str]:
    """Verbs that give somebody's word, each with its effect: asserted, alleged, denied or speculative."""
    return {word: effect for effect, words in read_toml("cues.toml")["reporting"].items() for word in words}


@cache
def forms(name: str) -> frozenset[str]:
    """The words of a group of verbs as they stand in a text, by the endings of regular ones.

    >>> sorted(forms("promised") & {"agreed", "committed", "undertook", "vowing", "planned"})
    ['agreed', 'committed', 'undertook', 'vowing']
    """
    words = group(name)
    stems = {*(w.removesuffix("e") for w in words), *(w + w[-1] for w in words)}
    return frozenset({*words, *(w + "s" for w in words), *(s + e for s in stems for e in ("ed", "ing"))})


@cache
def group(name: str) -> frozenset[str]:
    """One of the plain lists of cues.toml, by its heading: anonymous, accounts, performed, matters …"""
    return frozenset(read_toml("cues.toml")[name]["words"])


def anonymous() -> frozenset[str]:
    """Nouns for holders without a name ("sources", "officials")."""
    return group("anonymous")
