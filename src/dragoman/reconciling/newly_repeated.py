"""Which paragraphs of new documents recur over their outlets: `repeats.furniture`, by what a record keeps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.model.documents import Document
from dragoman.model.growth import Look
from dragoman.reconciling.prints import Print, paragraph
from dragoman.reconciling.repeats import paragraphs, rests_on
from dragoman.reconciling.sources import source_of

_Places = Mapping[str, tuple[tuple[int, int], ...]]


def furniture(
    new: Sequence[Document],
    text: Mapping[str, str],
    repeating: Mapping[tuple[str, int], tuple[Print, ...]],
    look: Look,
) -> _Places | None:
    """For each new document the places of its paragraphs that recur.

    `text` joins those that are copies, `repeating` gives the held documents that seem to have a paragraph, by
    outlet and hash. None where a statement of a held document rests on what is furniture only now.
    """
    held = _Held(look, repeating.values())
    found: dict[str, list[tuple[int, int]]] = {}
    touched: dict[str, list[tuple[int, int]]] = {}
    for (source, words), places in sorted(_by_words(new).items()):
        known = list(held.bearing(words, repeating.get((source, paragraph(words)), ())))
        before = {one.text for one, _, _ in known}
        if len(before | {text[d] for d, _, _ in places}) > 1:
            for document, start, end in places:
                found.setdefault(document, []).append((start, end))
            for one, start, end in known if len(before) == 1 else ():
                touched.setdefault(one.document, []).append((start, end))
    if _rest({d: tuple(places) for d, places in touched.items()}, look):
        return None
    return {d: tuple(sorted(places)) for d, places in sorted(found.items())}


def _by_words(new: Sequence[Document]) -> Mapping[tuple[str, str], list[tuple[str, int, int]]]:
    found: dict[tuple[str, str], list[tuple[str, int, int]]] = {}
    for document in new:
        source = source_of(document)
        for words, start, end in paragraphs(document, document.segments) if source else ():
            found.setdefault((str(source), words), []).append((document.id, start, end))
    return found


class _Held:
    """The held documents that seem to have a paragraph, each loaded once and only where it has to be."""

    def __init__(self, look: Look, seeming: Iterable[Sequence[Print]]) -> None:
        self._look = look
        first = {one.document for some in seeming for one in some[:2]}  # two mostly tell
        self._documents = {d.id: d for d in look.things("documents", sorted(first))}

    def bearing(self, words: str, seeming: Sequence[Print]) -> Iterator[tuple[Print, int, int]]:
        """Those that have these words as a paragraph, with its places, until two texts have them."""
        texts: set[str] = set()
        for one in seeming:
            for found, start, end in self._paragraphs(one.document):
                if found == words:
                    texts.add(one.text)
                    yield one, start, end
            if len(texts) > 1:
                return

    def _paragraphs(self, id_: str) -> Iterator[tuple[str, int, int]]:
        if id_ not in self._documents:
            (self._documents[id_],) = self._look.things("documents", [id_])
        document = self._documents[id_]
        return paragraphs(document, document.segments)


def _rest(places: _Places, look: Look) -> bool:
    """Whether some statement of the held documents lies in one of these places."""
    if not places:
        return False
    near = look.things("statements", sorted(look.under("statements", "document", sorted(places))))
    return any(rests_on(s.span, places) for s in near)
