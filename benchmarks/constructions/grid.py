"""The cells of the grid: a telling of an act in a construction, with who takes part, where and when."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
PUBLISHED = "2026-03-20"
_ASIDE = 3  # one telling in so many is set aside
_FORMS = ("active", "passive", "nominal", "symmetric")
_THIRD = {"have": "has", "be": "is", "go": "goes", "do": "does"}
_SIBILANT = ("s", "sh", "ch", "x", "z")


@dataclass(frozen=True, slots=True)
class Member:
    """A state of the cast with its invented official."""

    code: str
    state: str
    adj: str
    city: str
    name: str
    pronoun: str


@dataclass(frozen=True, slots=True)
class Guise:
    """A member as a sentence names it; formatted plainly it is `words`."""

    member: Member
    words: str
    poss: str
    person: str

    def __str__(self) -> str:
        return self.words

    def __format__(self, spec: str) -> str:
        return self.words

    @property
    def state(self) -> str:
        """Peru"""
        return self.member.state

    @property
    def adj(self) -> str:
        """Peruvian"""
        return self.member.adj

    @property
    def a_adj(self) -> str:
        """a Peruvian"""
        return f"{'an' if self.adj[0] in 'AEIO' else 'a'} {self.adj}"

    @property
    def city(self) -> str:
        """Lima"""
        return self.member.city


@dataclass(frozen=True, slots=True)
class Telling:
    """One way to tell an act. `form` is the kind of construction it goes with, `told` its parts."""

    section: str
    form: str
    words: str
    told: tuple[str, ...]
    acts: tuple[str, ...]
    options: Mapping[str, Any]

    @property
    def aside(self) -> bool:
        """Whether it is only counted, so that no rule is written from how it is read."""
        return _drawn(self.section, self.words) % _ASIDE == 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and what it tells: the countries that take part, and place, day and certainty where told."""

    telling: Telling
    construction: str
    text: str
    parties: frozenset[str]
    allowed: frozenset[str]
    place: str | None
    when: str | None
    certainty: tuple[str, ...]
    negated: bool
    id: str = field(default="")


def cells() -> Iterator[Cell]:
    """Every cell, in the order of the tables."""
    shapes = tomllib.loads((_HERE / "constructions.toml").read_text(encoding="utf-8"))
    for telling in tellings():
        for name, shape in shapes[telling.form].items():
            cell = _cell(telling, name, shape, shapes["words"])
            if cell is not None:
                yield cell


def tellings() -> Iterator[Telling]:
    """Every telling, in the order of the tables."""
    for path in sorted(_HERE.glob("tellings_*.toml")):
        for section, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for form in _FORMS:
                lines = [line.strip() for line in row.get(form, "").splitlines()]
                yield from (_telling(section, form, row, line) for line in lines if line)


def _telling(section: str, form: str, row: Mapping[str, Any], line: str) -> Telling:
    words, _, remarks = (part.strip() for part in line.partition("#"))
    options: dict[str, Any] = {key: value for key, value in row.items() if key not in _FORMS}
    for remark in remarks.split():
        key, _, value = remark.partition("=")
        options[key] = value or True
    if form in ("active", "symmetric"):
        verb, _, rest = words.partition(" ")
        told = (*verb.split("/"), rest)
    elif form == "passive":
        told = tuple(part.strip() for part in words.split("|"))
    else:
        told = (words.lstrip("!"), "event" if words.startswith("!") else "")
    acts = tuple(str(options.get("act", section)).split(","))
    return Telling(section, form, words, told, acts, options)


@cache
def _cast() -> tuple[Member, ...]:
    rows = (_HERE / "cast.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(Member(*row.split("\t")) for row in rows if row and not row.startswith("#"))


def _drawn(*names: str) -> int:
    return int(sha256("|".join(names).encode()).hexdigest()[:12], 16)


def _pick(options: Sequence[Any], *names: str) -> Any:
    return options[_drawn(*names) % len(options)]


def _forms(who: str, titled: bool, words: Mapping[str, Any]) -> list[str]:
    head = "titled_" if titled else ""
    kinds = ("person", "state") if who == "any" else ("state",) if who == "none" else (who,)
    return [form for kind in kinds for form in words[head + kind]]


def _guise(member: Member, form: str, person: str) -> Guise:
    told = {"state": member.state, "adj": member.adj, "city": member.city, "name": member.name}
    poss = f"{member.state}'" if member.state.endswith("s") else f"{member.state}'s"
    words = form.format(poss=poss, **told)
    of_person = "{name}" in form or "president" in form or "minister" in form
    owner = words.rstrip(",") + "'s" if of_person and "," not in form and " of " not in form else poss
    return Guise(member, words, owner, person.format(poss=poss, **told))


def _cell(telling: Telling, name: str, shape: Mapping[str, Any], words: Mapping[str, Any]) -> Cell | None:
    options, key = telling.options, (telling.section, telling.words, name)
    who = options.get("who", "any")
    whom = options.get("whom", who if who in ("state", "country") else "any")
    if "skip" in options or shape.get("subjects", who) not in (who, "any"):
        return None
    if shape.get("event") and telling.told[1] != "event":
        return None
    cast = _cast()
    first = _drawn(*key, "A") % len(cast)
    second = (first + 1 + _drawn(*key, "B") % (len(cast) - 1)) % len(cast)
    titled = bool(shape.get("titled"))
    form = _pick(_forms(who, titled, words), *key, "form")
    if "{A_bare}" in shape["text"]:
        form = _pick([f for f in _forms(who, titled, words) if "," not in f], *key, "form")
    a = _guise(cast[first], form, _pick(words["person"][1:4], *key, "ap"))
    touched = [f for f in _forms(whom, titled, words) if "," not in f and "ministry" not in f]
    other = _pick(touched, *key, "other")
    b = _guise(cast[second], other, _pick(words["person"][1:4], *key, "bp"))
    return _filled(telling, name, shape, words, (a, b))


def _filled(
    telling: Telling,
    name: str,
    shape: Mapping[str, Any],
    words: Mapping[str, Any],
    sides: tuple[Guise, Guise],
) -> Cell:
    key, (a, b) = (telling.section, telling.words, name), sides
    day, next_day = _pick(words["past"], *key, "day"), _pick(words["next"], *key, "next")
    city, own = _pick(words["places"], *key, "place"), _own_place(telling, a, b)
    placed = not (telling.options.get("noplace") or telling.options.get("place"))
    tail = {"where": f" in {city}" if placed else "", "when": f" {day[0]}", "next": f" {next_day[0]}"}
    tail |= {
        "tail": tail["where"] + tail["when"],
        "When": day[0][0].upper() + day[0][1:],
        "next_bare": tail["next"].replace(" on ", " "),
    }
    told = _told(telling, a, b)
    person = (
        any(w in a.words.lower() for w in ("president", "minister", "premier")) and "ministry" not in a.words
    )
    named = {
        "A": a, "B": b, "A_bare": a.words.rstrip(","), "A_state": a.state, "B_state": b.state,
        "who": "who" if person else "which", "Pron": a.member.pronoun.capitalize() if person else "It",
        "which": "which",
    }  # fmt: skip
    text = " ".join(shape["text"].format(**named, **tail, **told).split(" ")).replace(",,", ",")
    text = text.replace(",.", ".").replace(", ,", ",").replace(",'s", "'s").replace(", and said", " and said")
    paragraphs = [p[0].upper() + p[1:] for p in text.split("\n\n")]
    used = telling.words + shape["text"]
    mentioned = {g.member.code for letter, g in (("A", a), ("B", b)) if "{" + letter in used}
    optional = {
        g.member.code for letter, g in (("A", a), ("B", b)) if letter in str(telling.options.get("opt", ""))
    }
    when = next_day[1] if shape.get("date") == "next" else day[1] if _dated(shape) else None
    place = (
        own if own else city if placed and ("{where}" in shape["text"] or "{tail}" in shape["text"]) else None
    )
    return Cell(
        telling,
        name,
        "\n\n".join(paragraphs),
        frozenset(mentioned - optional),
        frozenset({a.member.code, b.member.code, "SDN", "HTI"}),
        place,
        when,
        tuple(shape.get("certainty", ("happened",))) + tuple(str(telling.options.get("cert", "")).split(",")),
        bool(shape.get("negated")),
        "|".join(key),
    )


def _dated(shape: Mapping[str, Any]) -> bool:
    """Whether a construction tells the day of the act, and not of what stands beside it."""
    return shape.get("dated", True) and any(slot in shape["text"] for slot in ("{tail}", "{when}", "{When}"))


def _own_place(telling: Telling, a: Guise, b: Guise) -> str | None:
    """The capital that a telling names as where it happened."""
    where = telling.options.get("place")
    if where not in ("A", "B"):
        return None
    return (a if where == "A" else b).city if "{" + where + ".city}" in telling.words else None


def _told(telling: Telling, a: Guise, b: Guise) -> dict[str, str]:
    """The telling's own slots of a construction."""
    filled = {"A": a, "B": b, "A_state": a.state, "B_state": b.state}
    if telling.form in ("active", "symmetric"):
        base, past, participle, rest = telling.told
        behind = (" " + rest.format(**filled)).rstrip(" ,")
        verbs = {"base": base, "past": past, "pp": participle, "ing": _ing(base), "third": _third(base)}
        return {slot: verb + behind for slot, verb in verbs.items()}
    if telling.form == "passive":
        subject, was, rest = telling.told
        subject = subject.format(**filled).rstrip(",")
        has, is_ = ("have", "are") if was == "were" else ("has", "is")
        return {
            "subj": subject, "Subj": subject[0].upper() + subject[1:], "was": was, "has": has, "is": is_,
            "rest": rest.format(**filled).rstrip(","),
        }  # fmt: skip
    phrase = telling.told[0].format(**filled).rstrip(",")
    return {"np": phrase, "Np": phrase[0].upper() + phrase[1:]}


@cache
def _doubling() -> frozenset[str]:
    return frozenset(
        tomllib.loads((_HERE / "constructions.toml").read_text(encoding="utf-8"))["words"]["doubling"]
    )


def _ing(base: str) -> str:
    if base in _doubling():
        return base + base[-1] + "ing"
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


def _third(base: str) -> str:
    if base in _THIRD:
        return _THIRD[base]
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(_SIBILANT) else "s")
