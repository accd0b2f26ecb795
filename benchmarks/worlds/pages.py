"""Plans into documents: the text, the reading that a perfect reader would give of it, what is true of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from benchmarks.worlds.coverage import Plan
from benchmarks.worlds.facts import Person
from benchmarks.worlds.history import History
from benchmarks.worlds.perfect import perfect
from benchmarks.worlds.phrasing import Mark, Sheet, Writer
from benchmarks.worlds.tables import lines
from benchmarks.worlds.tellings import Telling
from dragoman.model.documents import Document, Segment
from dragoman.model.ids import document_id, text_hash
from dragoman.model.readings import Reading

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a document. `told` is what it tells, None for one that tells no act."""

    sheet: Sheet
    told: Telling | None


@dataclass(frozen=True, slots=True)
class Told:
    """A telling and where its clause stands; `statement` is the perfect reading's."""

    telling: Telling
    start: int
    end: int
    statement: str


@dataclass(frozen=True, slots=True)
class Page:
    """One document with its perfect reading and what is true of it.

    `people` says which official each stretch of characters names, `titles` which office the text gives to
    whom: (person, title, state, the person's names).
    """

    document: Document
    reading: Reading
    plan: Plan
    told: tuple[Told, ...]
    people: tuple[tuple[int, int, str], ...]
    titles: tuple[tuple[str, str, str, str], ...]


def pages(world: History, plans: Sequence[Plan], half: str, seed: int) -> tuple[Page, ...]:
    """The documents of a world, worded with one half of the patterns."""
    written: dict[int, tuple[Line, ...]] = {}
    made: dict[str, Page] = {}
    for plan in plans:
        chance = Random(f"{seed} page {plan.number}")
        if plan.copied is None:
            written[plan.number] = _written(plan, world.people, half, chance)
        else:
            written[plan.number] = _cut(written[plan.copied], chance)
        page = _page(plan, written[plan.number], world.people, half, chance)
        made.setdefault(page.document.id, page)
    return tuple(made.values())


def _written(plan: Plan, people: Mapping[str, Person], half: str, chance: Random) -> tuple[Line, ...]:
    """The sentences of a document in words of its own: tellings, with lines that tell nothing between."""
    first = plan.tellings[0].happening
    writer = Writer(half, people, first.start, chance)
    fillers = _fillers(half, chance)
    found: list[Line] = []
    if plan.way == "agency" and chance.random() < 0.5:
        lead = chance.choice(lines(half, "agency")).format(agency=plan.credit)
        found.append(Line(writer.line(lead, {}), None))
    if plan.way == "release":
        lead = chance.choice(lines(half, "release_lead"))
        state = plan.states[0]
        found.append(
            Line(writer.line(lead.replace("{office}", "the Foreign Ministry of {x}"), {"x": state}), None)
        )
    for number, told in enumerate(plan.tellings):
        found.append(Line(writer.sentence(told, number), told))
        if fillers and chance.random() < 0.7:
            found.append(_filler(fillers.pop(), plan, writer, chance))
    if plan.office:
        office = chance.choice(lines(half, "office"))
        found.append(Line(writer.line(office, {"c": plan.office}), None))
    found += [_filler(f, plan, writer, chance) for f in fillers]
    if plan.way == "agency" and not any(f"{plan.credit}" in x.sheet.text for x in found):
        closing = chance.choice(lines(half, "closing")).format(agency=plan.credit)
        found.append(Line(writer.line(closing, {}), None))
    return tuple(found)


def _fillers(half: str, chance: Random) -> list[str]:
    """Lines that tell nothing, put together so that two documents seldom share one."""
    count = 3 + chance.randrange(3)
    parts = [chance.sample(lines(half, f"filler_{part}"), count) for part in ("who", "what", "how")]
    return [f"{who} {what}, {how}." for who, what, how in zip(*parts, strict=True)]


def _filler(pattern: str, plan: Plan, writer: Writer, chance: Random) -> Line:
    return Line(writer.line(pattern, {"state": chance.choice(plan.states)}), None)


def _cut(printed: Sequence[Line], chance: Random) -> tuple[Line, ...]:
    """A copy: a sentence that tells nothing is left out now and then, or the last that tells something."""
    kept = list(printed)
    plain = [i for i, line in enumerate(kept) if line.told is None and not any(
        m.kind in ("office", "person") for m in line.sheet.marks) and 0 < i < len(kept) - 1]  # fmt: skip
    if plain and chance.random() < 0.5:
        del kept[chance.choice(plain)]
    telling = [i for i, line in enumerate(kept) if line.told is not None]
    if len(telling) > 2 and chance.random() < 0.25:
        del kept[telling[-1]]
    return tuple(kept)


def _page(plan: Plan, told: Sequence[Line], people: Mapping[str, Person], half: str, chance: Random) -> Page:
    writer = Writer(half, people, plan.tellings[0].happening.start, chance)
    x, y = (plan.states * 2)[:2]
    headline = writer.line(chance.choice(lines(half, "headline")), {"x": x, "y": y})
    whole, marks = headline.text + "\n\n", list(headline.marks)
    segments = [Segment(0, len(whole), "headline")]
    start = len(whole)
    for number, line in enumerate(told):
        marks += [replace(m, start=m.start + len(whole), end=m.end + len(whole), telling=_number(m, number))
                  for m in line.sheet.marks]  # fmt: skip
        last = number == len(told) - 1
        following = None if last else told[number + 1].told
        again = following is not None and following.recounted  # "their third" alone would stand everywhere
        broken = last or (number > 0 and not again and chance.random() < 0.3)
        whole += line.sheet.text + ("\n" if last else "\n\n" if broken else " ")
        if broken:
            segments.append(Segment(start, len(whole), "body"))
            start = len(whole)
    document = _document(plan, headline.text, whole, tuple(segments))
    reading, statements = perfect(document, tuple(marks), [line.told for line in told], people, _when(plan))
    spans = {m.telling: (m.start, m.end) for m in marks if m.kind == "clause"}
    return Page(
        document, reading, plan,
        tuple(Told(line.told, *spans[n], statements[n]) for n, line in enumerate(told) if line.told),
        tuple((m.start, m.end, m.value) for m in marks if m.kind == "person"),
        tuple((m.value, m.slot, people[m.value].state, " ".join(people[m.value].names))
              for m in marks if m.kind == "office"),
    )  # fmt: skip


def _number(mark: Mark, line: int) -> int:
    """The number of the line that a mark of a telling stands in."""
    return line if mark.telling >= 0 else -1


def _when(plan: Plan) -> date:
    return plan.tellings[0].happening.start


def _document(plan: Plan, title: str, text: str, segments: tuple[Segment, ...]) -> Document:
    made = text_hash(text)
    url = f"https://{_slug(plan.outlet)}.example/{plan.number}"
    return Document(
        id=document_id(made, url), path=None, paths=(), url=url, source=plan.outlet, title=title, author=None,
        published=plan.published.isoformat() if plan.published else None,
        published_basis="given" if plan.published else None, language="en",
        genre="news", text=text, text_hash=made, segments=segments,
    )  # fmt: skip


def _slug(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
