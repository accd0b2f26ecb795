"""How a record's values are written for people: names for ids, quoted evidence, plain lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.documents import Document, Failure, Span
from dragoman.model.statements import Quote, Statement
from dragoman.model.views import Actor, Commitment, Credibility, Event, Name, Position
from dragoman.vocabulary.credibility import meanings
from dragoman.vocabulary.states import by_code

MOST_QUOTED = 110


@dataclass(frozen=True, slots=True)
class Words:
    """Names and texts by id, so that a table can say in words what the record holds as ids."""

    documents: Mapping[str, Document]
    actors: Mapping[str, Actor]

    @classmethod
    def of(cls, documents: Iterable[Document], actors: Iterable[Actor]) -> "Words":
        """The words of these documents and actors; an actor is found by every id it joins."""
        known = {a.id: a for a in actors}
        members = {m: a for a in known.values() for m in a.members}
        return cls({d.id: d for d in documents}, {**members, **known})

    def actor(self, key: str | None) -> str:
        """An actor's name, or a state's by its table; else the id itself; "not known" for None."""
        if key is None:
            return "not known"
        found = self.actors.get(key)
        state = by_code().get(key.removeprefix("state:")) if key.startswith("state:") else None
        return found.name if found else state.name if state else key

    def account(self, document: str) -> str:
        """What to call a document: its outlet, else its file, else its id."""
        found = self.documents.get(document)
        return (found.source or found.path or found.id) if found else document

    def text(self, span: Span) -> str:
        """The exact words of a span; empty where its document is not held."""
        found = self.documents.get(span.document)
        return found.text[span.start : span.end] if found else ""

    def quoted(self, spans: Sequence[Span], most: int = 1) -> str:
        """The first spans' words in quotation marks, each with its account; how many more there are."""
        told = [f"“{shortened(self.text(s))}” {self.account(s.document)}" for s in spread(spans, most)]
        more = len(spans) - len(told)
        return "\n".join(told) + (f"\n(and {more} more)" if more > 0 else "")

    def fullest(self, spans: Sequence[Span]) -> str:
        """The longest of these words, which say most, with their account; of equals the first."""
        return self.quoted(sorted(spans, key=lambda s: (s.start - s.end, s))[:1])


def spread(spans: Sequence[Span], most: int) -> list[Span]:
    """At most so many spans, those of different documents first, in order."""
    seen: set[str] = set()
    first = [s for s in spans if not (s.document in seen or seen.add(s.document))]  # type: ignore[func-returns-value]
    rest = [s for s in spans if s not in first]
    return sorted((first + rest)[:most])


def shortened(text: str, most: int = MOST_QUOTED) -> str:
    """Text on one line, cut in the middle of nothing but a word's end.

    >>> shortened("one two three", 8)
    'one two…'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[:most].rsplit(" ", 1)[0].rstrip(",;:–—-")
    return cut + "…"


def participants(event: Event, words: Words) -> str:
    """The names of those who took part, each once."""
    return ", ".join(dict.fromkeys(words.actor(p.actor) for p in event.participants)) or "not known"


def parties(statement: Statement, words: Words) -> str:
    """The parties of a statement with their roles."""
    told = [f"{v.field} {words.actor(v.value)}" for v in statement.values if v.field not in ("when", "place")]
    return ", ".join(dict.fromkeys(told))


def origins(count: int, pages: int) -> str:
    """How many independent origins stand behind how many accounts.

    >>> origins(1, 2)
    '1 origin, 2 accounts'
    """
    return f"{counted(count, 'origin')}, {counted(pages, 'account')}"


def wording(quote: Quote) -> str:
    """How a quote differs from the fullest wording of its utterance; empty where there is no other."""
    if quote.utterance is None:
        return ""
    if quote.wording is None:
        return f"the fullest of {quote.utterance}"
    told = [", ".join(quote.wording.kinds) + f", beside {quote.wording.beside}"]
    for change in quote.wording.changes:
        here, there = (f"“{shortened(text, 80)}”" if text else "" for text in (change.here, change.there))
        told.append(
            {"cut": f"cut: {there}", "added": f"added: {here}"}.get(change.kind, f"{here} for {there}")
        )
    return "\n".join(told)


def naming(name: Name) -> str:
    """What an account calls somebody, how often in its own voice and in quotes, and whether it judges."""
    own = name.count - name.quoted
    counts = f"{own} quoted {name.quoted}" if name.quoted and own else f"quoted {name.count}"
    told = counts if name.quoted else str(name.count)
    return f"{name.text} ({told}" + (f"; {name.judges})" if name.judges else ")")


def became(commitment: Commitment) -> str:
    """What became of a commitment: its status, how it was kept, and whether that is contested."""
    how = commitment.kept_as if commitment.kept_as not in (None, "as announced") else None
    return ", ".join(filter(None, (commitment.status, how, "contested" if commitment.contested else None)))


def behind(event: Event) -> str:
    """How many origins and accounts stand behind an event, and the figure that follows from them."""
    figure = f", rated {event.credibility.figure}" if event.credibility else ""
    return origins(event.independent_origins, len(event.documents)) + figure


def credibility(told: Credibility) -> str:
    """A figure of credibility with what it means and why it is given."""
    why, *counts = told.reasons
    return f"{told.figure}, {meanings()[told.figure]}: {why}" + (f" ({', '.join(counts)})" if counts else "")


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the right number."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def position(told: Position, words: Words) -> str:
    """One position of a disagreement on one line."""
    who = ", ".join(dict.fromkeys(words.account(d) for d in told.documents))
    holder = f" (on the word of {words.actor(told.holder)})" if told.holder else ""
    return f"{told.value}: {who}{holder}"


def failure(told: Failure) -> str:
    """A failure on one line: what, why, and the way on."""
    line = f"{told.what}: {told.why}"
    return " ".join((f"{line}; {told.do}" if told.do else line).split())
