"""The words around numbers: numerals, comparators, units, currencies, what a number rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from dragoman.model.statements import Basis, Comparator
from dragoman.vocabulary.tables import read_toml


def _table() -> Mapping[str, Any]:
    return read_toml("quantities.toml")


@cache
def values(name: str) -> Mapping[str, float]:
    """Words that are numbers: numerals, scales, ordinals, vague, fractions or times."""
    return {word: float(value) for word, value in _table()[name].items()}


@cache
def words(name: str) -> frozenset[str]:
    """A plain list of the table: change, per_cent, durations, not_counted, named_by, rank, shared."""
    return frozenset(_table()[name]["words"])


@cache
def naming(name: str) -> Mapping[str, str]:
    """What verbs or acts are counted as: `verbs` by lemma, `acts` by act."""
    return {str(key): str(value) for key, value in _table()[name].items()}


@cache
def tolls() -> Mapping[str, str]:
    """From a word for what befalls people (its lemma) to what those are whom it befell ("dead")."""
    return {word: name for name, listed in _table()["tolls"].items() for word in listed}


@cache
def comparators(side: str) -> tuple[tuple[str, Comparator], ...]:
    """Words `before` or `after` a number and what they make of it, the longest first."""
    rows = [(word, kind) for kind, listed in _table()[side].items() for word in listed]
    return cast(
        tuple[tuple[str, Comparator], ...], tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))
    )


@cache
def bases() -> Mapping[str, Basis]:
    """From a verb's or noun's lemma to what a number under it rests on; the first row of the table holds."""
    found: dict[str, Basis] = {}
    for basis, listed in _table()["basis"].items():
        for word in listed:
            found.setdefault(word, basis)
    return found


@dataclass(frozen=True, slots=True)
class Currencies:
    """Signs that stand beside a number, and names (lower case) that follow it, to ISO 4217 codes."""

    signs: Mapping[str, str]
    names: Mapping[str, str | None]


@cache
def currencies() -> Currencies:
    """All currencies; a name that several states use has no code."""
    rows = _table()["currencies"]
    signs = {sign: code for code, (listed, _) in rows.items() for sign in listed}
    names: dict[str, str | None] = {name: code for code, (_, listed) in rows.items() for name in listed}
    return Currencies(signs, {**dict.fromkeys(words("shared")), **names})


@cache
def duration_forms() -> frozenset[str]:
    """The words for lengths of time, in the singular and the plural."""
    return frozenset(f for word in words("durations") for f in (word, word + "s")) | {"centuries"}


@cache
def unit_forms() -> Mapping[str, tuple[str, str]]:
    """From each form of a unit (lower case, two letters and more) to its name and its plural."""
    rows = {name: tuple(row["names"]) for name, row in read_toml("units.toml")["units"].items()}
    rows.update({name: tuple(forms) for name, forms in _table()["units"].items()})
    plain = words("per_cent") | duration_forms()
    found: dict[str, tuple[str, str]] = {}
    for name, forms in rows.items():
        plural = forms[0] if forms and len(forms[0]) > 3 else name + "s"
        found.update(dict.fromkeys((name, *forms), (name, plural)))
    return {form: names for form, names in found.items() if len(form) > 1 and form not in plain}
