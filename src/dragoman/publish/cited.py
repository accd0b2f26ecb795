"""Evidence by number: spans are numbered as they are cited, and the list at the end says where each stands.

Outlet, title, author, date, address: what is not known of a document is said, never left out in silence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.model.dates import in_words
from dragoman.model.documents import Document, Span
from dragoman.model.views import Views
from dragoman.publish.texts import MOST, Texts
from dragoman.vocabulary import states

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_MOST_EVIDENCE = 4  # numbers behind one line


@dataclass(slots=True)
class Cited:
    """The numbers of the evidence as they are given, line after line; local to one text."""

    texts: Texts
    names: dict[str, str]
    documents: dict[str, Document]
    letters: dict[str, str]
    numbers: dict[Span, int] = field(default_factory=dict)

    @classmethod
    def of(cls, views: Views, texts: Texts) -> "Cited":
        """No number given yet, over the documents and actors of these views."""
        letters = {s.name: s.reliability for s in views.sources if s.reliability}
        names = {a.id: a.name for a in views.actors}
        return cls(texts, names, {d.id: d for d in views.documents}, letters)

    def name(self, actor: str | None) -> str:
        """An actor's name in plain words, a state's by its table; "not known" for None."""
        if actor is None:
            return "not known"
        state = states.by_code().get(actor.removeprefix("state:"))
        return plain_words(self.names.get(actor) or (state.name if state else actor))

    def cited(self, evidence: Iterable[Span]) -> str:
        """The numbers of the first spans, one of each document first."""
        spans = sorted(set(evidence))
        first = {s.document: s for s in reversed(spans)}
        chosen = sorted(first.values()) + [s for s in spans if first[s.document] != s]
        return "".join(
            f"[{self.numbers.setdefault(s, len(self.numbers) + 1)}]" for s in chosen[:_MOST_EVIDENCE]
        )

    def evidence(self) -> Iterator[str]:
        """The list of all that was cited, line by line."""
        yield "\n## Evidence\n\n"
        for span, number in sorted(self.numbers.items(), key=lambda item: item[1]):
            document = self.documents.get(span.document)
            yield f"{number}. {self._where(document, span) if document else span.document}\n"
        if not self.numbers:
            yield "None.\n"

    def _where(self, document: Document, span: Span) -> str:
        letter = self.letters.get(document.source or "")
        told = (
            document.source and plain_words(document.source) + (f" (reliability {letter})" if letter else ""),
            plain_words(document.title or document.path or ""),
            document.author and plain_words(document.author),
            document.published and in_words(document.published),
            document.url and plain_words(document.url),
        )
        kinds = ("outlet", "title", "author", "date", "address")
        lacking = [kind for kind, value in zip(kinds, told, strict=True) if not value]
        unsaid = f"{_listed(lacking)} not stated" if lacking else ""
        where = ", ".join(filter(None, (*told, unsaid, f"{document.id}:{span.start}-{span.end}")))
        words = document.text[span.start : span.end]
        if self.texts == "none" or not words:
            return where
        shown = words if self.texts == "full" or len(words) <= MOST else words[: MOST - 1] + "…"
        return f"{where}: “{plain_words(shown)}”"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def plain_words(words: str) -> str:
    """Words that Markdown takes for words: one line, nothing of it markup.

    >>> print(plain_words("a *b*"))
    a \\*b\\*
    """
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def section(title: str, told: Iterable[str]) -> Iterator[str]:
    """A heading and its lines; "Nothing." where there are none."""
    found = list(told)
    yield f"\n## {title}\n\n"
    yield from (f"- {line}\n" for line in found)
    if not found:
        yield "Nothing.\n"
