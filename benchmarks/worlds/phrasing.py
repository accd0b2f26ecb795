"""Tellings into sentences, with marks that say which characters stand for what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.worlds.facts import Person
from benchmarks.worlds.tables import Core, cores, frames, lines, table
from benchmarks.worlds.tellings import Said, Telling
from dragoman.vocabulary.states import by_code

_PIECE = re.compile(r"\((?P<has>[^()|]*)(?:\|(?P<else>[^()]*))?\)|\{(?P<slot>[\w:]+)\}|<(?P<trigger>[^<>]*)>")
_SLOT = re.compile(r"\{([\w:]+)\}")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_ORDINALS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` and what they are.

    `kind` is clause | trigger | party | place | when | number | holder | person | state | office; `value`
    what it stands for; `slot` where it stood; `telling` whose it is.
    """

    start: int
    end: int
    kind: str
    value: str
    slot: str = ""
    telling: int = -1


@dataclass(slots=True)
class Sheet:
    """A text as it is written, with its marks."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)

    def put(self, words: str) -> None:
        """Adds words; a comma at the end of what stands gives way to a stop."""
        if words[:1] in (".", ",") and self.text.endswith(","):
            self.text = self.text[:-1]
        self.text += words

    def mark(self, start: int, kind: str, value: str, slot: str = "", telling: int = -1) -> None:
        """Marks what was written since `start`."""
        end = len(self.text.rstrip(" ,"))
        self.marks.append(Mark(start, end, kind, value, slot, telling))


class Writer:
    """Words one document: who was named before, and which half of the patterns is used."""

    def __init__(self, half: str, people: Mapping[str, Person], published: date, chance: Random) -> None:
        self.half = half
        self.people = people
        self.published = published
        self.chance = chance
        self.named: dict[str, int] = {}
        self.spelling = chance.randrange(2)
        self.raised: dict[str, str] = {}
        self.sheet = Sheet()

    def sentence(self, told: Telling, number: int) -> Sheet:
        """The sentence of one telling."""
        self.sheet = Sheet()
        if told.raised:
            self.raised[told.raised] = table("offices")["raised"]
        if told.recounted:
            noun = "ordinal_visit" if told.happening.act == "visit" else "ordinal_meeting"
            self._words(self.chance.choice(lines(self.half, noun)), told, number, clause=True)
        else:
            frame = self.chance.choice(frames(self.half)[told.status])
            core = self._core(told, frame.tense)
            before, after = frame.text.split("{clause}")
            self._words(before, told, number)
            self._words(core.text, told, number, clause=True)
            self._words(after, told, number)
        return self._finished()

    def line(self, pattern: str, slots: Mapping[str, str]) -> Sheet:
        """A line that tells no act; `slots` are states' codes, persons' keys or plain words."""
        self.sheet = Sheet()
        at = 0
        for match in _SLOT.finditer(pattern):
            self.sheet.put(pattern[at : match.start()])
            value = slots[match[1]]
            if value in by_code():
                self._state(value)
            elif value in self.people:
                self._person(value)
            else:
                self.sheet.put(value)
            at = match.end()
        self.sheet.put(pattern[at:])
        return self._finished()

    def _finished(self) -> Sheet:
        self.sheet.text = self.sheet.text[:1].upper() + self.sheet.text[1:]
        return self.sheet

    def _core(self, told: Telling, tense: str) -> Core:
        act = told.happening.act
        known = cores(self.half)
        found = known.get((act, tense)) or known[act, "past"]
        return self.chance.choice([c for c in found if not told.side or c.side in ("", told.side)])

    def _words(self, pattern: str, told: Telling, number: int, clause: bool = False) -> None:
        start = len(self.sheet.text)
        self._fill(pattern, told, number)
        if clause:
            self.sheet.mark(start, "clause", "", telling=number)

    def _fill(self, pattern: str, told: Telling, number: int) -> None:
        at = 0
        for match in _PIECE.finditer(pattern):
            self.sheet.put(pattern[at : match.start()])
            at = match.end()
            if match["slot"]:
                self._slot(match["slot"], told, number)
            elif match["trigger"] is not None:
                start = len(self.sheet.text)
                self.sheet.put(match["trigger"])
                self.sheet.mark(start, "trigger", match["trigger"], telling=number)
            elif all(self._has(s, told) for s in _SLOT.findall(match["has"])):
                self._fill(match["has"], told, number)
            else:
                self._fill(match["else"] or "", told, number)
        self.sheet.put(pattern[at:])

    def _has(self, slot: str, told: Telling) -> bool:
        slot = slot.partition(":")[0]
        if slot == "place":
            return told.place is not None
        if slot == "when":
            return told.how != "none"
        if slot == "n":
            return told.counted
        if slot in ("count", "amount"):
            return any(s.figure.slot == slot for s in told.said)
        return True

    def _slot(self, slot: str, told: Telling, number: int) -> None:
        start, happening = len(self.sheet.text), told.happening
        if slot in ("a", "b"):
            side = happening.agents if slot == "a" else happening.others
            value = side[0] if told.by_name or happening.act == "seize_power" else self._state_of(side[0])
            self._party(value)
            self.sheet.mark(start, "party", value, slot, number)
        elif slot == "all":
            for i, code in enumerate(told.named):
                self.sheet.put("" if not i else " and " if i == len(told.named) - 1 else ", ")
                start = len(self.sheet.text)
                self._party(code)
                self.sheet.mark(start, "party", code, slot, number)
        elif slot == "n":
            self.sheet.put(_WORDS[len(told.named)])
        elif slot == "place" and told.place:
            self._place(told.place)
            self.sheet.mark(start, "place", told.place, slot, number)
        elif slot.startswith("when"):
            lead, words = date_words(told, self.chance)
            self.sheet.put("" if slot.endswith("bare") else lead)
            start = len(self.sheet.text)
            self.sheet.put(words)
            self.sheet.mark(start, "when", told.when or "", slot, number)
        elif slot in ("count", "amount", "ordinal"):
            said = next(s for s in told.said if s.figure.slot == slot)
            self.sheet.put(number_words(said))
            self.sheet.mark(start, "number", slot, slot, number)
        elif slot == "topic":
            self.sheet.put(happening.topic)
        elif slot == "holder":
            self.sheet.put("the foreign ministry of ")
            self._state(happening.states[0])
            self.sheet.mark(start, "holder", happening.states[0], slot, number)

    def _state_of(self, key: str) -> str:
        return self.people[key].state if key in self.people else key

    def _party(self, value: str) -> None:
        if value in self.people:
            self._person(value)
        else:
            self._state(value)

    def _place(self, place: str) -> None:
        if place in by_code():
            self._state(place)
        else:
            self.sheet.put(place)

    def _state(self, code: str, form: str = "name") -> None:
        start = len(self.sheet.text)
        self.sheet.put(by_code()[code].name)
        self.sheet.mark(start, "state", code, form)

    def _person(self, key: str) -> None:
        person = self.people[key]
        seen = self.named.get(key, 0)
        self.named[key] = seen + 1
        title = self.raised.get(key) or person.title(self.published)
        forms = table_forms(self.half, "later" if seen else "first")
        if title is None:
            forms = ("{name}",) if not seen else ("{short}",)
        start = len(self.sheet.text)
        self._form(self.chance.choice(forms), person, title)
        if not seen and title:
            self.sheet.mark(start, "office", key, title)

    def _form(self, form: str, person: Person, title: str | None) -> None:
        state = by_code()[person.state]
        at = 0
        for match in _SLOT.finditer(form):
            self.sheet.put(form[at : match.start()])
            at, start = match.end(), len(self.sheet.text)
            if match[1] == "state":
                self._state(person.state)
            elif match[1] == "adj":
                self.sheet.put(state.adjectives[0] if state.adjectives else state.name)
                self.sheet.mark(start, "state", person.state, "adjective")
            elif match[1] in ("title", "title_lower"):
                self.sheet.put(title.lower() if title and match[1] == "title_lower" else title or "")
                self.sheet.mark(start, "person", person.key, "title")
            else:
                held = person.names if match[1] == "name" else person.shorts
                self.sheet.put(held[min(self.spelling, len(held) - 1)])
                self.sheet.mark(start, "person", person.key, "name")
        self.sheet.put(form[at:])


def table_forms(half: str, which: str) -> Sequence[str]:
    """The forms in which officials are named."""
    from benchmarks.worlds.tables import halves

    return [f for name in halves(half) for f in table(f"patterns_{name}")["forms"][which]]


def date_words(told: Telling, chance: Random) -> tuple[str, str]:
    """A date as a text gives it: the preposition, and the date."""
    when, how = told.when or "", told.how
    if how == "year":
        return "in ", when
    if how == "month":
        return "in ", f"{_MONTHS[int(when[5:7]) - 1]} {when[:4]}"
    if how == "range":
        first, last = (date.fromisoformat(p) for p in when.split("/"))
        if first.month == last.month:
            return "from ", f"{first.day} to {last.day} {_MONTHS[last.month - 1]} {last.year}"
        words = (f"{d.day} {_MONTHS[d.month - 1]} {d.year}" for d in (first, last))
        return "from ", " to ".join(words)
    day = date.fromisoformat(when)
    month = _MONTHS[day.month - 1]
    if how == "no year":
        return "on ", chance.choice((f"{day.day} {month}", f"{month} {day.day}"))
    return "on ", chance.choice((f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"))


def number_words(said: Said) -> str:
    """A number with what it counts, as a text gives it."""
    figure, amount = said.figure, said.amount
    if figure.measure == "ordinal":
        return _ORDINALS[int(amount)]
    if figure.currency:
        words = money(amount)
    else:
        words = _WORDS[int(amount)] if amount <= 12 else f"{int(amount):,}"
        words = f"{words} {noun_of(said)}"
    bound = {
        "exact": "",
        "at most": "up to ",
        "less than": "less than " if figure.currency else "fewer than ",
    }
    return bound.get(said.comparator, f"{said.comparator} ") + words


def noun_of(said: Said) -> str:
    """The noun behind a number, as the table of dealings has it."""
    rows = (r for act in table("dealings").values() for r in act.get("figures", []))
    return str(next(r["noun"] for r in rows if r["of"] == said.figure.of and r["slot"] == said.figure.slot))


def money(amount: float) -> str:
    """An amount in dollars, as papers write it."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if amount >= size:
            return f"${amount / size:.3g} {word}"
    return f"${amount:,.0f}"


def walk(marks: Sequence[Mark], kind: str, telling: int) -> Iterator[Mark]:
    """The marks of one kind and telling, in order."""
    return (m for m in marks if m.kind == kind and m.telling == telling)
