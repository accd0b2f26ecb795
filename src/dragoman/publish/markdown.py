"""The record as a brief: agreed, contested, other differences, one origin only, not known, and the evidence.

Every line ends with the numbers of its evidence; the list at the end says where each stands: outlet, title,
author, date, address, and the words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.model.dates import in_words
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
    told = sorted(views.disagreements, key=lambda d: (d.verdict, d.id))
    yield from _section("Contested", (_differing(d, brief) for d in told if d.verdict == "contradicts"))
    others = (_differing(d, brief) for d in told if d.verdict != "contradicts")
    yield from _section("Other differences", others)
    yield from _section("Reported by one origin only", (_event(e, brief) for e in single))
    yield from _section("Not known", _unknown(views, events, brief))
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
    title = event.title or event.act.replace("_", " ")
    who = dict.fromkeys(brief.names.get(p.actor, p.actor) for p in event.participants)
    place = event.place.name if event.place else ""
    parts = (
        in_words(event.when) + (" (inferred)" if event.when and event.when_basis == "inferred" else ""),
        title,
        ", ".join(name for name in who if name not in title),
        place if place not in title else "",
        event.status,
        f"{event.independent_origins} independent origins" if event.independent_origins > 1 else "",
    )
    return "; ".join(plain_words(p) for p in parts if p) + " " + brief.cited(event.evidence)


def _differing(disagreement: Disagreement, brief: _Brief) -> str:
    told = "; ".join(_position(p, brief) for p in disagreement.positions)
    about = f"{disagreement.kind} ({disagreement.verdict}): {disagreement.explanation or disagreement.about}"
    return f"{plain_words(about)} {told}"


def _position(position: Position, brief: _Brief) -> str:
    holder = brief.names.get(position.holder or "", "")
    by = f" ({plain_words(holder)})" if holder else ""
    value = brief.names.get(position.value, position.value)
    return f"“{plain_words(value)}”{by} {brief.cited(position.evidence)}"


def _unknown(views: Views, events: list[Event], brief: _Brief) -> Iterator[str]:
    undated = [d.title or d.path or d.url or d.id for d in views.documents if d.published is None]
    if undated:
        yield "when these were published: " + "; ".join(map(plain_words, undated))
    for lacks, name in (("when", "when"), ("where", "place")):
        found = [e for e in events if e.timing == "episode" and getattr(e, name) is None]
        told = (f"{plain_words(e.title or e.act)} {brief.cited(e.evidence)}" for e in found)
        if found:
            yield f"{lacks} this happened: " + "; ".join(told)


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
        document.published and in_words(document.published),
        document.url,
    )
    place = f"{document.id}:{span.start}-{span.end}"
    where = ", ".join([*(plain_words(t) for t in told if t), place])
    words = document.text[span.start : span.end]
    if texts == "none" or not words:
        return where
    shown = words if texts == "full" or len(words) <= MOST else words[: MOST - 1] + "…"
    return f"{where}: “{plain_words(shown)}”"
