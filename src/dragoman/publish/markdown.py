"""The record as a brief to read: agreed, contested, on one origin only, not known, and the evidence numbered.

Every line ends with the numbers of its evidence; the list at the end says where each stands: outlet, title,
author, date, address, and the words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.model.documents import Document, Span
from dragoman.model.views import Disagreement, Event, Position, Views
from dragoman.publish.texts import MOST, Texts

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_MOST_EVIDENCE = 4  # numbers behind one line


@dataclass(slots=True)
class _Brief:
    """The numbers of the evidence as they are given, line after line; local to one export."""

    views: Views
    texts: Texts
    names: dict[str, str]
    documents: dict[str, Document]
    numbers: dict[Span, int] = field(default_factory=dict)

    def cited(self, evidence: Iterable[Span]) -> str:
        """The numbers of the first spans, one of each document first."""
        spans = sorted(set(evidence))
        first = {s.document: s for s in reversed(spans)}
        chosen = sorted(first.values()) + [s for s in spans if first[s.document] != s]
        return "".join(
            f"[{self.numbers.setdefault(s, len(self.numbers) + 1)}]" for s in chosen[:_MOST_EVIDENCE]
        )


def lines(views: Views, texts: Texts) -> Iterator[str]:
    """The brief, line by line."""
    brief = _Brief(views, texts, {a.id: a.name for a in views.actors}, {d.id: d for d in views.documents})
    contested = {d.subject for d in views.disagreements if d.verdict == "contradicts"}
    events = sorted(views.events, key=lambda e: (e.when or "9999", e.id))
    agreed = [e for e in events if e.independent_origins > 1 and e.id not in contested]
    single = [e for e in events if e.independent_origins <= 1 and e.id not in contested]
    yield f"# {len(views.events)} events from {len(views.documents)} documents\n"
    yield from _section("Agreed by two origins or more", (_event(e, brief) for e in agreed))
    yield from _section("Contested", _contested(views, brief))
    yield from _section("Reported by one origin only", (_event(e, brief) for e in single))
    yield from _section("Not known", _unknown(views, brief))
    yield from _evidence(brief)


def plain_words(words: str) -> str:
    """Words that Markdown takes for words: one line, nothing of it markup.

    >>> print(plain_words("a *b*"))
    a \\*b\\*
    """
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _section(title: str, told: Iterable[str]) -> Iterator[str]:
    found = list(told)
    yield f"\n## {title}\n\n"
    yield from (f"- {line}\n" for line in found)
    if not found:
        yield "Nothing.\n"


def _event(event: Event, brief: _Brief) -> str:
    who = ", ".join(dict.fromkeys(brief.names.get(p.actor, p.actor) for p in event.participants))
    parts = (
        event.when or "no date",
        event.title or event.act.replace("_", " "),
        who,
        event.place.name if event.place else "",
        event.status,
        f"{event.independent_origins} independent origins" if event.independent_origins > 1 else "",
    )
    return "; ".join(plain_words(p) for p in parts if p) + " " + brief.cited(event.evidence)


def _contested(views: Views, brief: _Brief) -> Iterator[str]:
    for disagreement in sorted(views.disagreements, key=lambda d: (d.verdict != "contradicts", d.id)):
        yield _disagreement(disagreement, brief)


def _disagreement(disagreement: Disagreement, brief: _Brief) -> str:
    label = "contradiction" if disagreement.verdict == "contradicts" else disagreement.verdict
    told = "; ".join(_position(p, brief) for p in disagreement.positions)
    about = f"{disagreement.kind} ({label}): {disagreement.explanation or disagreement.about}"
    return f"{plain_words(about)} — {told}"


def _position(position: Position, brief: _Brief) -> str:
    holder = brief.names.get(position.holder or "", "")
    by = f" ({plain_words(holder)})" if holder else ""
    value = brief.names.get(position.value, position.value)
    return f"“{plain_words(value)}”{by} {brief.cited(position.evidence)}"


def _unknown(views: Views, brief: _Brief) -> Iterator[str]:
    for document in views.documents:
        if document.published is None:
            name = document.title or document.path or document.url or document.id
            yield f"when {plain_words(name)} was published"
    for event in sorted(views.events, key=lambda e: e.id):
        lacks = [what for what, value in (("when", event.when), ("where", event.place)) if value is None]
        if lacks and event.timing == "episode":
            what = event.title or event.act.replace("_", " ")
            yield f"{' and '.join(lacks)}: {plain_words(what)} {brief.cited(event.evidence)}"


def _evidence(brief: _Brief) -> Iterator[str]:
    yield "\n## Evidence\n\n"
    for span, number in sorted(brief.numbers.items(), key=lambda item: item[1]):
        document = brief.documents.get(span.document)
        yield f"{number}. {_where(document, span, brief.texts) if document else span.document}\n"
    if not brief.numbers:
        yield "None.\n"


def _where(document: Document, span: Span, texts: Texts) -> str:
    told = (
        document.source,
        document.title or document.path,
        document.author,
        document.published,
        document.url,
    )
    place = f"{document.id}:{span.start}-{span.end}"
    where = ", ".join([*(plain_words(t) for t in told if t), place])
    words = document.text[span.start : span.end]
    if texts == "none" or not words:
        return where
    shown = words if texts == "full" or len(words) <= MOST else words[: MOST - 1] + "…"
    return f"{where}: “{plain_words(shown)}”"
