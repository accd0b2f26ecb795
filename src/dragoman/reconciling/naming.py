"""What each document calls each actor: names, titles and descriptions, how often and how often quoted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.model.documents import Document, Span
from dragoman.model.office_tables import is_office_table
from dragoman.model.readings import Mention, Reading
from dragoman.model.views import Name, Naming
from dragoman.reconciling.identity import Identities
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.naming import stand_of
from dragoman.vocabulary.spellings import plain_letters

_LONGEST = 80
_ADDRESS = 12  # characters before a name in which a form of address stands
_FORMS = ("name", "title", "description", "metonym")


def named(
    readings: Sequence[Reading], documents: Mapping[str, Document], identities: Identities
) -> list[Naming]:
    """What each document calls each actor that it names."""
    found: list[Naming] = []
    told = (r for r in readings if not is_office_table(documents[r.document].text))
    for reading in sorted(told, key=lambda r: r.document):
        words = _words(reading, documents[reading.document].text, identities)
        told_of = ((actor, _names(held)) for actor, held in sorted(words.items()))
        found += [Naming(actor, reading.document, names) for actor, names in told_of if names]
    return found


def telling(
    found: Sequence[Naming], taking_part: frozenset[str], identities: Identities
) -> tuple[Naming, ...]:
    """Those of the namings that say something, sorted by their keys."""
    return tuple(sorted(_telling(found, taking_part, identities), key=lambda n: (n.actor, n.document)))


def wordings(namings: Iterable[Naming]) -> set[str]:
    """In how many ways namings name."""
    return {plain_letters(n.text) for naming in namings for n in naming.names}


_Use = tuple[str, Span, bool]


def _words(reading: Reading, text: str, identities: Identities) -> dict[str, set[_Use]]:
    """For each actor its wordings with their places, each place once."""
    quoted = [(q.start, q.end) for q in reading.quotes if q.direct]
    held: dict[str, set[_Use]] = {}
    for mention in reading.mentions:
        if mention.form in _FORMS and mention.actor in identities.of:
            span = Span(reading.document, mention.start, mention.end)
            use = (addressed(mention, text), span, _quoted(mention, quoted))
            held.setdefault(identities.of[mention.actor], set()).add(use)
    for office in reading.offices:
        span, words = office.evidence, text[office.evidence.start : office.evidence.end]
        inside = any(a <= span.start and span.end <= b for a, b in quoted)
        held.setdefault(identities.of.get(office.actor, office.actor), set()).add((words, span, inside))
    return held


def addressed(mention: Mention, text: str) -> str:
    """The words of a mention, with a form of address before a name ("Mr Diop", "Dr. Sato")."""
    if mention.form != "name":
        return mention.text
    before = text[max(0, mention.start - _ADDRESS) : mention.start]
    word = next(iter(reversed(before.split())), "").strip('(“"') if before[-1:] == " " else ""
    known = word[:1].isupper() and word.casefold().rstrip(".") in descriptions().address
    return f"{word} {mention.text}" if known else mention.text


def _quoted(mention: Mention, quotes: Iterable[tuple[int, int]]) -> bool:
    return mention.quoted or any(a <= mention.start and mention.end <= b for a, b in quotes)


def _names(uses: Iterable[_Use]) -> tuple[Name, ...]:
    """One entry a wording, whatever its capitals; sorted by how often it stands there."""
    by_words: dict[str, list[_Use]] = {}
    for words, span, quoted in sorted(uses, key=lambda u: (u[1], u[0])):
        shown = " ".join(words.split())
        if shown and len(shown) <= _LONGEST:
            by_words.setdefault(plain_letters(_without_article(shown)), []).append((shown, span, quoted))
    names = [
        Name(
            _without_article(held[0][0]),
            len(held),
            sum(q for *_, q in held),
            tuple(sorted({s for _, s, _ in held})),
            stand_of(_without_article(held[0][0])),
        )
        for held in by_words.values()
    ]
    return tuple(sorted(names, key=lambda n: (-n.count, n.text)))


def _without_article(words: str) -> str:
    return words[4:] if words[:4].casefold() == "the " else words


def _telling(
    found: Sequence[Naming], taking_part: frozenset[str], identities: Identities
) -> Iterator[Naming]:
    """Namings that say something: of an actor that takes part and is named in two ways over all documents."""
    ways: dict[str, set[str]] = {}
    for naming in found:
        ways.setdefault(naming.actor, set()).update(wordings([naming]))
    for naming in found:
        matters = naming.actor in taking_part or identities.kind(naming.actor) == "person"
        if matters and len(ways[naming.actor]) > 1:
            yield naming
