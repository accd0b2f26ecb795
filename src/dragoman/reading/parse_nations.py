"""Several nations or states in a row, kept together where the parse parted them.

In "Kenyan, Ugandan and Rwandan ministers met" the model may take Kenyan for who met and the ministers for
one more beside it. Three or more nations in a row before a plural are whose people it tells of: the first
hangs on the noun, each of the others on the one before it. In "Peru, Ecuador and Colombia signed" and "the
ministers of Peru, Ecuador and Colombia met" it may take Ecuador for the only subject; one verb has one
subject.
"""

from typing import TYPE_CHECKING

from dragoman.vocabulary.states import NamingRole, naming

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FEWEST = 3
_PLURAL = ("NNS", "NNPS")
_SUBJECTS = ("nsubj", "nsubjpass")
_LOOSE = (*_SUBJECTS, "npadvmod", "dep", "intj")
_BETWEEN = ("amod", "compound", "nmod")  # words between the nations and their noun: "foreign ministers"


def hang_nations(doc: "Doc") -> "Doc":
    """The same parse, mended in place where it was led astray by a row of nations or states."""
    at = 0
    while at < len(doc):
        told = naming(doc[at].text) if doc[at].text[:1].isupper() else None
        row, last = _row(doc, at, "adjective" if told is not None and told[1] == "adjective" else "name")
        if len(row) >= _FEWEST and told is not None and told[1] == "adjective":
            noun = _noun(doc, last)
            if noun is not None:
                _hang(row, noun)
        elif len(row) >= _FEWEST:
            _join(row[0], row[1])
            _chain(row)
        at = max(last, at + 1)
    return doc


def _row(doc: "Doc", start: int, role: NamingRole) -> tuple[list["Token"], int]:
    """The last words of the nations or states that a row names from here on, and the token behind it."""
    row: list[Token] = []
    at, joined = start, False
    while width := _nation(doc, at, role):
        row.append(doc[at + width - 1])
        at += width
        if joined:
            return row, at
        comma = at < len(doc) and doc[at].text == ","
        at += comma
        joined = at < len(doc) and doc[at].lower_ == "and"
        at += joined
        if not comma and not joined:
            break
    return [], start + 1


def _nation(doc: "Doc", at: int, role: NamingRole) -> int:
    """How many tokens from here on name one nation or state."""
    for width in (2, 1) if at < len(doc) and doc[at].text[:1].isupper() else ():
        told = naming(doc[at : at + width].text) if at + width <= len(doc) else None
        if told is not None and told[1] == role:
            return width
    return 0


def _join(first: "Token", second: "Token") -> None:
    """Joins the second state of a row to the first, where the parse took it for the verb's only subject.

    So too where it joined it to the noun that is the first one's: "the ministers of Cuba, Haiti and Jamaica".
    """
    above, noun = second.head, first.head.head
    owned = first.dep_ == "pobj" and noun.i < first.i
    if owned and above.i == noun.i and second.dep_ in ("conj", "appos"):
        _beside(first, second)
        return
    if second.dep_ not in _SUBJECTS or above.i < second.i:
        return
    if first.dep_ in _LOOSE and first.head.i == above.i:
        first.dep_ = second.dep_
    elif not (owned and noun.dep_ in _SUBJECTS and noun.head.i == above.i):
        return
    _beside(first, second)


def _beside(first: "Token", second: "Token") -> None:
    """Hangs a state on the one before it, with the comma between."""
    second.head, second.dep_ = first, "conj"
    if second.left_edge.i and second.left_edge.nbor(-1).text == ",":
        second.left_edge.nbor(-1).head = first


def _chain(row: list["Token"]) -> None:
    """Hangs the last state of a row on the one before it, where the parse hung it on the first as well."""
    last, before = row[-1], row[-2]
    for other in row[:-2]:
        if last.dep_ == "conj" and last.head.i == other.i:
            last.head = before


def _noun(doc: "Doc", at: int) -> "Token | None":
    """The plural that the words from here on lead to."""
    while at < len(doc) and doc[at].dep_ in _BETWEEN and doc[at].tag_[:2] in ("NN", "JJ"):
        at += 1
    return doc[at] if at < len(doc) and doc[at].tag_ in _PLURAL else None


def _hang(row: list["Token"], noun: "Token") -> None:
    """Hangs the nations on their noun, and the noun on what the first of them hung on."""
    top = next((n for n in row if n.head.i < row[0].i or n.head.i > noun.i), None)
    if noun.head.i in range(row[0].left_edge.i, noun.i):
        if top is None:
            return
        noun.head, noun.dep_ = top.head, top.dep_
    for before, nation in zip((noun, *row), row, strict=False):
        nation.head, nation.dep_ = before, "conj"
    row[0].dep_ = "amod"
    for word in noun.doc[row[0].i : row[-1].i]:
        if word.text == "," or word.lower_ == "and":
            word.head = row[-2] if word.lower_ == "and" else row[0]
    for word in noun.doc[row[-1].i + 1 : noun.i]:
        if word.head.i < row[-1].i + 1:
            word.head = noun
