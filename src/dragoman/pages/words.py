"""What ids are called on a page, and the words behind spans: looked up in a record, in few questions."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dragoman.model.documents import Document, Span
from dragoman.model.statements import is_actor
from dragoman.model.views import Actor
from dragoman.pages.links import Links
from dragoman.pages.shown import Link, Quoted
from dragoman.record import Record

MOST_QUOTED = 160

_SCRIPTS = {  # the first word of a letter's name in Unicode, and the script's code in ISO 15924
    "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "CJK": "Hani", "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva", "ETHIOPIC": "Ethi", "GEORGIAN": "Geor", "GREEK": "Grek", "HANGUL": "Hang",
    "HEBREW": "Hebr", "HIRAGANA": "Jpan", "KATAKANA": "Jpan", "KHMER": "Khmr", "LAO": "Laoo",
    "MYANMAR": "Mymr", "SINHALA": "Sinh", "TAMIL": "Taml", "THAI": "Thai", "TIBETAN": "Tibt",
}  # fmt: skip
_ENOUGH = 200  # characters that show which script a passage is in


class Words:
    """Names of actors, accounts and spans; each thing is loaded once, those of a page in one go."""

    def __init__(self, record: Record, links: Links) -> None:
        self.links = links
        self._record = record
        self._actors: dict[str, Actor | None] = {}
        self._documents: dict[str, Document] = {}
        self._letters: dict[str, str] = {}
        self._verdicts: dict[str, set[str]] = {}

    def know(self, actors: Iterable[str | None] = (), documents: Iterable[str] = ()) -> None:
        """Nothing; what is named here is loaded now, in one question each."""
        new = sorted({a for a in actors if a and a not in self._actors and is_actor(a)})
        self._actors.update(dict.fromkeys(new))
        if new:
            self._actors.update({a.id: a for a in self._record.things("actors", new)})
        missing = sorted({d for d in documents if d not in self._documents})
        if missing:
            self._documents.update({d.id: d for d in self._record.things("documents", missing)})

    def verdicts(self, event: str) -> set[str]:
        """The verdicts of the disagreements about an event."""
        if event not in self._verdicts:
            self.weigh([event])
        return self._verdicts[event]

    def weigh(self, events: Iterable[str]) -> None:
        """Nothing; the disagreements about these events are loaded now, in one question."""
        new = [e for e in events if e not in self._verdicts]
        self._verdicts.update({e: set() for e in new})
        for held in self._record.brief_near("disagreements", "about", new) if new else ():
            if held.subject in self._verdicts:
                self._verdicts[held.subject].add(held.verdict)

    def letter(self, letters: dict[str, str]) -> None:
        """Nothing; these are from now on the letters of accounts, by document."""
        self._letters = letters

    def found(self, key: str) -> Actor | None:
        """An actor by its id; None where the record holds none of that id."""
        self.know(actors=[key])
        return self._actors.get(key)

    def actor(self, key: str | None) -> Link:
        """An actor's name and page; words stand as they are."""
        if key is None:
            return Link("not known")
        found = self.found(key) if is_actor(key) else None
        return Link(found.name, self.links.thing("actor", found.id)) if found else Link(_told(key))

    def document(self, id: str) -> Document:
        """A document by its id."""
        self.know(documents=[id])
        return self._documents[id]

    def holds(self, id: str) -> bool:
        """Whether a document of this id is held."""
        self.know(documents=[id])
        return id in self._documents

    def account(self, document: str) -> str:
        """What to call an account: its outlet, else its title, else its file, else its id."""
        held = self.document(document)
        return held.source or held.title or held.path or held.id

    def quoted(self, span: Span, most: int = MOST_QUOTED) -> Quoted:
        """The words of a span with the way to them."""
        held = self.document(span.document)
        words = held.text[span.start : span.end]
        return Quoted(
            text=shortened(words, most),
            href=self.links.span(span),
            account=self.account(span.document),
            letter=self._letters.get(span.document, ""),
            lang=language(words, held.language),
            dir=direction(words),
        )

    def quotes(self, spans: Sequence[Span], most: int = 1) -> tuple[Quoted, ...]:
        """The first words of these, those of different documents first; of one document the fullest."""
        fullest = sorted(spans, key=lambda s: (s.start - s.end, s))
        seen: set[str] = set()
        first = [s for s in fullest if not (s.document in seen or seen.add(s.document))]  # type: ignore[func-returns-value]
        chosen = first + [s for s in fullest if s not in first][: max(0, most - len(first))]
        return tuple(self.quoted(s) for s in sorted(chosen[:most]))


def shortened(text: str, most: int) -> str:
    """Text on one line, cut at a word's end.

    >>> shortened("one two  three", 8)
    'one two…'
    """
    line = " ".join(text[: most * 4].split())
    if len(line) <= most:
        return line
    cut = line[:most]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(",;:–—- ") + "…"


@lru_cache(maxsize=4096)
def script(words: str) -> str | None:
    """The script of the first letters that are not Latin, where most letters are in it; else None."""
    counts: dict[str, int] = {}
    letters = [c for c in words[:_ENOUGH] if c.isalpha()]
    for letter in letters:
        name = unicodedata.name(letter, "").partition(" ")[0]
        found = _SCRIPTS.get(name)
        if found:
            counts[found] = counts.get(found, 0) + 1
    most = max(counts, key=lambda s: (counts[s], s), default=None)
    return most if most and counts[most] * 2 > len(letters) else None


def language(words: str, document: str | None) -> str | None:
    """The language to name for a passage: its document's; in another script, no language and that script.

    >>> language("မြန်မာ", "en"), language("peace", "en")
    ('und-Mymr', 'en')
    """
    found = script(words[:_ENOUGH])
    return f"und-{found}" if found and (document or "en") == "en" else document


def direction(words: str) -> str | None:
    """`rtl` where the first letter is of a script written from the right; else None."""
    for letter in words[:_ENOUGH]:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return None if kind == "L" else "rtl"
    return None


def _told(key: str) -> str:
    """Words as they are; of the key of an actor that is not held, what follows the colon."""
    return key.partition(":")[2] if is_actor(key) and ":" in key else key
