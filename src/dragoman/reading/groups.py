"""People who take part in acts and are not named: "Sudanese rebels", "a Greek minister", "villagers".

They become actors of one document, called by its own words, with the country they are of. Officials act for
their state, civilians are counted with it, rebels and opponents are not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.ids import actor_id
from dragoman.model.readings import ActorKind, Mention, Referent
from dragoman.reading.grammar import lemma_of, listed
from dragoman.reading.marks import Paragraph
from dragoman.vocabulary.groups import GroupClass, group_words
from dragoman.vocabulary.states import naming

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = ("amod", "compound", "nmod", "poss", "case")
_WITHIN = ("in", "from", "of")
_ONE = frozenset({"a", "an", "one", "another"})
_NAMED = ("pobj", "oprd", "attr", "dobj")
_LONGEST = 6
StateAt = Callable[[Paragraph, "Token"], str | None]
"""The code of the state that a token's mention is or stands for; None where it is of no state."""


@dataclass(frozen=True, slots=True)
class Group:
    """One phrase for people without a name: where it stands, who they are, and whether the text knew them."""

    referent: Referent
    group: GroupClass
    start: int
    end: int
    again: bool


class Groups:
    """The unnamed people of one document, each found where first asked for."""

    def __init__(self, document: str, states: StateAt) -> None:
        self._document = document
        self._states = states
        self._known: dict[tuple[str, str], Referent] = {}
        self._by_id: dict[str, Referent] = {}
        self._mentions: dict[tuple[int, int], Mention] = {}

    def at(self, paragraph: Paragraph, token: "Token") -> Group | None:
        """The people that a noun phrase means, by its head; None where it means none or is too vague."""
        found = _class(token)
        if found is None:
            return None
        group, sector = found
        code, behind = self._country(paragraph, token, ("of",) if group == "officials" else _WITHIN)
        plural = token.tag_ in ("NNS", "NNPS") or token.lower_.endswith("men")
        one = any(c.lower_ in _ONE for c in token.lefts)
        if (code is None and not plural) or not (plural or one or group == "armed"):
            return None
        first, last = _first(token), behind if behind is not None else token
        text = paragraph.doc.text[first.idx : last.idx + len(last.text)]
        start, end = paragraph.place(first)[0], paragraph.place(last)[1]
        if code is None and group == "officials" and first.i == token.i:
            return None
        head = lemma_of(token)
        known = self._same(head, text, token, code)
        if known is not None:
            self._mentions[start, end] = Mention(start, end, text, known.id, "description")
            return Group(known, group, start, end, text not in known.names)
        kind: ActorKind = "armed_group" if group == "armed" else "group" if plural else "person"
        acting = code is not None and group in ("officials", "people")
        stands = ((f"state:{code}", "adjective"),) if acting else ()
        words = " ".join(text.split())
        name = _called(token) or words
        referent = Referent(
            actor_id(self._document, start, end),
            name,
            kind,
            code,
            sector,
            tuple(dict.fromkeys((name, words))),
            stands,
        )
        self._known[head, words] = self._by_id[referent.id] = referent
        self._mentions[start, end] = Mention(start, end, text, referent.id, "description")
        return Group(referent, group, start, end, False)

    def referents(self, used: frozenset[str]) -> tuple[Referent, ...]:
        """Those of the people whose ids are among these."""
        return tuple(r for r in self._known.values() if r.id in used)

    def mentions(self, used: frozenset[str]) -> tuple[Mention, ...]:
        """The words that stand for those of the people whose ids are among these."""
        return tuple(m for m in self._mentions.values() if m.actor in used)

    def get(self, actor: str) -> Referent | None:
        """The people of this id."""
        return self._by_id.get(actor)

    def _same(self, head: str, text: str, token: "Token", code: str | None) -> Referent | None:
        """The people spoken of before in the same words, or by "the" and the same noun alone."""
        same = self._known.get((head, " ".join(text.split())))
        if same is not None:
            return same
        the = any(c.lower_ in ("the", "these", "those") for c in token.children if c.i < token.i)
        alone = code is None and text == token.text
        before = [r for (noun, _), r in self._known.items() if noun == head]
        return before[0] if the and alone and len(before) == 1 else None

    def _country(
        self, paragraph: Paragraph, token: "Token", behind: tuple[str, ...]
    ) -> tuple[str | None, "Token | None"]:
        """The state that people are of, and the last word of the phrase that says so behind their noun."""
        before = [
            inner
            for c in token.lefts
            if c.dep_ in _BEFORE
            for inner in (*(d for d in c.children if d.i < c.i and d.dep_ in _BEFORE), c)
        ]
        for word in sorted(before, key=lambda t: -t.i):
            if _people_only(word) or _hyphened(word):
                continue
            code = self._states(paragraph, word)
            if code is not None:
                return code, None
        nation = naming(token.text)
        if nation is not None and nation[1] == "people" and not _people_within(token):
            return nation[0], None
        for preposition in (p for p in _prepositions(token) if p.lower_ in behind):
            for noun in preposition.children:
                if noun.dep_ == "pobj":
                    code = self._states(paragraph, noun) or _city(noun)
                    if code is not None and noun.i - token.i <= _LONGEST:
                        return code, noun
        return None, None


def _class(token: "Token") -> tuple[GroupClass, str | None] | None:
    """What people a noun means, with their sector."""
    table = group_words()
    if token.tag_[:2] != "NN":
        return None
    lemma = lemma_of(token)
    found = table.heads.get(lemma) or table.heads.get(token.lower_)
    if token.text[:1].isupper() and not token.is_sent_start:
        return _people(token)
    if found is not None or lemma in table.told:
        told = (table.telling.get(lemma_of(c)) for c in token.lefts if c.dep_ in _BEFORE)
        group = next((g for g in told if g is not None), None)
        return (group, "OPP" if group == "opposition" else "REB") if group is not None else found
    return _people(token) if token.text[:1].isupper() else None


def _people(token: "Token") -> tuple[GroupClass, str | None] | None:
    """A nation's people, or one within a state ("Bosnian Serbs", "ethnic Albanians")."""
    table = group_words()
    named = naming(token.text)
    nation = named is not None and named[1] == "people"
    if token.tag_ not in ("NNPS", "NNS", "NNP") or not (nation or token.lower_ in table.peoples):
        return None
    before = [c for c in token.lefts if c.dep_ in ("amod", "compound", "nmod")]
    within = any(c.dep_ == "prep" and c.lower_ in ("of", "in") for c in token.rights)
    if within or any(c.lower_ in table.making or naming(c.text) for c in before):
        return "opposition", None
    return ("people", "CVL") if nation else None


def _called(token: "Token") -> str | None:
    """The name that people are said to have ("rebels known as the Northern Front")."""
    for said in token.rights:
        if said.dep_ != "acl" or lemma_of(said) not in group_words().naming:
            continue
        names = [n for c in said.rights for n in (c, *c.children) if n.pos_ == "PROPN" and n.dep_ in _NAMED]
        if names:
            first = names[0].left_edge
            while first.i < names[0].i and first.pos_ != "PROPN":
                first = first.nbor(1)
            return " ".join(token.doc[first.i : names[0].i + 1].text.split())
    return None


def _people_within(token: "Token") -> bool:
    """Whether a nation's people is spoken of as one within a state."""
    found = _people(token)
    return found is not None and found[0] == "opposition"


def counted(token: "Token") -> list["Token"]:
    """Who are behind a noun that only counts them ("a group of diplomats", "the trio of Peru and Mali")."""
    if lemma_of(token) not in group_words().counting and token.lower_ not in group_words().counting:
        return []
    behind = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    first = next((c for c in behind.children if c.dep_ == "pobj"), None) if behind is not None else None
    if first is None:
        return []
    return listed(first) if first.pos_ == "PROPN" else [first]


def _people_only(word: "Token") -> bool:
    """Whether a nation's adjective tells a people and no state ("ethnic Albanian guerrillas")."""
    return word.i > 0 and word.nbor(-1).lower_ in group_words().making


def _hyphened(word: "Token") -> bool:
    """Whether a word is only part of another ("pro-Iranian", "US-backed")."""
    before = word.i > 0 and word.nbor(-1).text == "-"
    return before or (word.i + 1 < len(word.doc) and word.nbor(1).text == "-")


def _prepositions(token: "Token") -> list["Token"]:
    found = [c for c in token.rights if c.dep_ == "prep"]
    for c in token.rights:
        if c.dep_ == "acl" and c.i - token.i <= 3:
            found += [d for d in c.rights if d.dep_ == "prep"]
    return found


def _city(noun: "Token") -> str | None:
    """The state whose capital a word names."""
    named = naming(noun.text)
    return named[0] if named is not None and named[1] == "capital" else None


def _first(token: "Token") -> "Token":
    """Where the words begin that say who people are: no article and no number."""
    first = token
    for word in sorted((c for c in token.lefts if c.dep_ in _BEFORE), key=lambda t: -t.i):
        edge = word.left_edge
        while edge.i < word.i and (edge.pos_ in ("DET", "NUM", "ADV", "PUNCT") or edge.dep_ == "punct"):
            edge = edge.nbor(1)
        if (
            word.lower_ in group_words().nothing
            or word.tag_ in ("JJS", "JJR")
            or edge.i >= first.i
            or first.i - word.right_edge.i > 2
        ):
            break
        first = edge
    return first
