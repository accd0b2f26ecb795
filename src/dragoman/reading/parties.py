"""Whom a word stands for: the actor of the mention that covers it, or the state it acts for, or nobody."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model.readings import SECTORS_OF_POWER, Mention, Referent
from dragoman.model.statements import Inferred, Quote
from dragoman.reading.binding import asked_again, own_teller
from dragoman.reading.fillers import Filler
from dragoman.reading.grammar import SUBJECTS, lemma_of, modifiers
from dragoman.reading.groups import Group, Groups, counted
from dragoman.reading.kinds import GROUPS, STATES, acting_kinds, kind_of, kinds_of
from dragoman.reading.marked import head_of
from dragoman.reading.marks import Cast, Paragraph
from dragoman.reading.owning import joined, long_title, owning, whose
from dragoman.reading.told_out import told_out
from dragoman.reading.two_sides import TwoSides
from dragoman.vocabulary.acts import frames, word_classes
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.offices import offices_by_name
from dragoman.vocabulary.states import naming

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABROAD = ("GOV", "LEG", "MIL")  # bodies that act towards other states, whosever they are; the police do not
_OF = re.compile(r"\s*of(?: the)?\s*")
_BETWEEN = re.compile(r"\s*(?:,|;)?\s*(?:and|&|as well as)?\s*(?:the|its|his|her|their)?\s*")
_MIXED = frozenset({"task", "joint"})  # forces of more than one side
_TWICE = ("description", "pronoun")
_FIRST = {"i": "one", "me": "one", "my": "one", "we": "many", "us": "many", "our": "many"}


class Parties:
    """Resolves tokens of one document to actors."""

    def __init__(self, cast: Cast, quotes: Sequence[Quote], document: str) -> None:
        self._referents: Mapping[str, Referent] = {r.id: r for r in cast.referents}
        self._mentions = sorted(cast.mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]
        self._troops: set[tuple[int, str]] = set()  # where the text told of whose soldiers
        self.groups = Groups(document, self._state_at)
        self.two = TwoSides(cast, document)
        titles = offices_by_name()
        self._heads = {o.actor for o in cast.offices if (row := titles.get(o.title.casefold())) and row.head}
        self._longest = max((m.end - m.start for m in self._mentions), default=0)
        self._quotes = sorted((q for q in quotes if q.direct), key=lambda q: (q.start, q.end))
        self._quote_starts = [q.start for q in self._quotes]

    def all_at(self, paragraph: Paragraph, token: "Token") -> list[Mention]:
        """The mentions that cover a token: names and descriptions before an adjective inside them.

        More than one where a plural means several ("both leaders").
        """
        start = paragraph.start + token.idx
        end = start + len(token.text)
        low = bisect_right(self._starts, start - self._longest - 1)
        over = [
            m
            for m in self._mentions[low : bisect_right(self._starts, start)]
            if m.start <= start and m.end >= end and m.actor in self._referents
        ]
        return [m for m in over if m.form != "adjective"] or over

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin between two offsets."""
        return self._mentions[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def at(self, paragraph: Paragraph, token: "Token") -> Mention | None:
        """The one mention that covers a token; None where there is none, or it means several."""
        found = self.all_at(paragraph, token)
        return found[0] if len({m.actor for m in found}) == 1 else None

    def of(self, paragraph: Paragraph, token: "Token") -> tuple[Filler, ...]:
        """Whom the phrase headed by a token stands for: one, or several for a plural."""
        token = whose(token) or token
        told = [self._known(paragraph, token, m) for m in told_out(paragraph, token, self.within)]
        if told:
            return tuple(replace(f, kinds=f.kinds | set(acting_kinds(token))) for f in told)
        found = [
            m
            for m in self.all_at(paragraph, token)
            if m.form != "adjective" or token.pos_ in ("PROPN", "NOUN")
        ]
        if found:
            return tuple(self._known(paragraph, token, m) for m in found)
        if spoken := self._speakers(paragraph, token):
            return spoken
        behind = tuple(f for one in counted(token) for f in self.of(paragraph, one))
        if any(f.actor for f in behind):
            return behind
        first = self._bound(paragraph, token) or self._described(paragraph, token)
        shared = lemma_of(token) in word_classes().shared
        if first.actor is None or not (shared or token.tag_ in ("NNS", "NNPS")):
            return (first,)
        both = joined(token) or first.inferred is not None
        every = self.owners(paragraph, token) if both and "group" not in first.kinds else []
        if len(every) < 2:
            return (first,)
        return tuple(replace(o, kinds=first.kinds) for o in sorted(every, key=lambda o: (o.start, o.end)))

    def hear(self, paragraph: Paragraph) -> None:
        """Nothing; whose soldiers a paragraph speaks of is known from here on."""
        for token in paragraph.doc:
            if token.pos_ == "NOUN" and lemma_of(token) in frames().conditions["servicemen"]:
                self.owners(paragraph, token)

    def adjective(self, paragraph: Paragraph, token: "Token") -> Filler:
        """Whom a modifier stands for: "Russian", "US-led", "Kremlin"."""
        mention = self.at(paragraph, token)
        return self._known(paragraph, token, mention) if mention else self._nobody(paragraph, token)

    def listed_after(self, paragraph: Paragraph, filler: Filler) -> list[Filler]:
        """The persons named next in a list, where only commas, "and" and titles stand between them."""
        found: list[Filler] = []
        actors, end, titled = {filler.actor}, filler.end, True
        if filler.actor is None or "person" not in filler.kinds:
            return found
        text, begin = paragraph.text, paragraph.start
        for mention in self._mentions[bisect_right(self._starts, end - 1) :]:
            gap = text[end - begin : mention.start - begin]
            if mention.start < end:
                continue
            if titled and _OF.fullmatch(gap):
                end = mention.end
                continue
            if mention.end > paragraph.end or not _BETWEEN.fullmatch(gap):
                break
            referent = self._referents.get(mention.actor)
            if referent is None or referent.kind != "person" or mention.form == "pronoun":
                break
            end, titled = mention.end, mention.form == "title"
            if mention.actor in actors:
                continue
            if not gap.strip():
                break
            actors.add(mention.actor)
            token = head_of(paragraph, mention.start, mention.end)
            if token is not None:
                found.append(self._known(paragraph, token, mention))
        return found

    def capital(self, paragraph: Paragraph, token: "Token", anywhere: bool = False) -> Filler | None:
        """The government a capital or palace stands for, where the document knows its state otherwise.

        With `anywhere`, the state of a capital that the document knows by nothing else.
        """
        parts = [c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"]
        first = parts[0] if parts else token
        code = naming(token.doc[first.i : token.i + 1].text)
        if token.pos_ != "PROPN" or code is None or code[1] not in ("capital", "seat"):
            return None
        for actor in (f"government:{code[0]}", f"state:{code[0]}"):
            if actor in self._referents or (anywhere and actor.startswith("state:")):
                start, end = paragraph.place(first)[0], paragraph.place(token)[1]
                return Filler(token, actor, start, end, frozenset({"state"}), True, "reference")
        return None

    def kind(self, actor: str) -> str | None:
        """What kind of actor an id is."""
        found = self._referents.get(actor) or self.groups.get(actor)
        return found.kind if found else None

    def represented(self, actor: str) -> str | None:
        """The one state or body that an actor acts for; None where it is none or more than one."""
        found = self._referents.get(actor) or self.groups.get(actor)
        acted = tuple(dict.fromkeys(who for who, _ in found.represents)) if found else ()
        return acted[0] if len(acted) == 1 else None

    def _known(self, paragraph: Paragraph, token: "Token", mention: Mention) -> Filler:
        referent = self._referents[mention.actor]
        kinds = kinds_of(referent)
        if referent.kind == "person" and self._in_office(referent):
            kinds.add("official")
        head = lemma_of(token)
        if mention.form in ("description", "title") and head in frames().conditions["forces"]:
            kinds.add("forces")
        if referent.kind != "person" and head in word_classes().officials and mention.form != "name":
            kinds.add("official")
        if referent.kind == "group" and referent.sector == "GOV":
            kinds.add("state")
        if referent.kind == "organization" and referent.sector in ("MIL", "COP", "REB", "SPY", "UAF"):
            kinds.add("forces")
        resolved: Inferred | None = "reference" if mention.form in ("pronoun", "description") else None
        return Filler(
            token,
            mention.actor,
            mention.start,
            mention.end,
            frozenset(kinds),
            self._party(referent),
            resolved,
            presumed=referent.kind == "person" and referent.sector is None and not self._in_office(referent),
            country=self._country(referent),
        )

    def _country(self, referent: Referent) -> str | None:
        """The code of the state an actor is, or acts for."""
        kind, _, code = (self.represented(referent.id) or referent.id).partition(":")
        return code if kind in ("state", "government") else referent.country

    def _party(self, referent: Referent) -> bool:
        if referent.kind in (*STATES, "bloc", "armed_group"):
            return True
        if referent.kind == "person":
            return self._in_office(referent)
        if referent.kind == "organization":
            if not referent.id.startswith("a-") or referent.sector in _ABROAD:
                return True
            return bool(referent.country or referent.represents) and referent.sector in SECTORS_OF_POWER
        return referent.id.startswith("group:") or (referent.kind == "group" and referent.sector == "GOV")

    def _in_office(self, referent: Referent) -> bool:
        """Whether a person heads a state, is of a sector that acts for one, or acts for a state or body."""
        if referent.id in self._heads or referent.sector in SECTORS_OF_POWER:
            return True
        return bool(referent.represents) and referent.sector != "BUS"

    def _described(self, paragraph: Paragraph, token: "Token") -> Filler:
        """A noun no mention covers: an apposition that names it, or the state it acts for."""
        for named in token.children:
            if named.dep_ == "appos" or (named.dep_ == "compound" and named.i > token.i):
                mention = self.at(paragraph, named)
                if mention is not None and mention.form == "name":
                    return self._known(paragraph, named, mention)
        classes = word_classes()
        group = self.groups.at(paragraph, token)
        if group is not None and not self._of_body(paragraph, token):
            return self._grouped(token, group)
        called = {lemma_of(token), token.lower_, _with_word_before(token)}
        if token.tag_[:2] == "NN" and (called & classes.acting or long_title(token)):
            owner = self.owner(paragraph, token) or self._forces_again(paragraph, token)
            if owner is not None:
                return replace(owner, kinds=owner.kinds | set(acting_kinds(token)))
        if token.pos_ == "PROPN" and modifiers(token) & classes.acting and not self.all_at(paragraph, token):
            owner = self.owner(paragraph, token)  # "the Indian frigate INS Tabar"
            if owner is not None and "person" not in owner.kinds:
                return owner
        return self._nobody(paragraph, token)

    def _forces_again(self, paragraph: Paragraph, token: "Token") -> Filler | None:
        """Whose "the soldiers" are, where the text told before of one state's soldiers and no other's."""
        the = any(c.lower_ in ("the", "these", "those") for c in token.children if c.i < token.i)
        before = {actor for at, actor in self._troops if at < paragraph.start + token.idx}
        mixed = modifiers(token) & _MIXED
        if mixed or not the or lemma_of(token) not in frames().conditions["servicemen"] or len(before) != 1:
            return None
        actor = min(before)
        start, end = paragraph.place(token)
        kind = frozenset({kind_of(self._referents[actor])})
        return Filler(token, actor, start, end, kind, True, "reference")

    def _bound(self, paragraph: Paragraph, token: "Token") -> Filler | None:
        """Whom grammar alone binds a pronoun to: "rebels deny they …", "thanked Japan and asked it to …"."""
        teller, asked = own_teller(token), asked_again(token)
        who = self.groups.at(paragraph, teller) if teller is not None else None
        asked = asked or (teller if token.lower_ == "it" else None)
        named = self.at(paragraph, asked) if asked is not None else None
        found = self._grouped(token, who) if who else self._known(paragraph, token, named) if named else None
        if found is None or "person" in found.kinds:
            return None
        start, end = paragraph.place(token)
        return replace(found, start=start, end=end, inferred="reference")

    def _grouped(self, token: "Token", group: Group) -> Filler:
        """People without a name as a filler: a party where they act for a state or against one."""
        kinds = {"state" if group.group == "officials" else "group", *acting_kinds(token)}
        if group.group == "officials" and group.referent.country is None:
            kinds = {"official"}
        if group.group == "armed":
            kinds.add("forces")
        if group.group == "people":
            kinds.add("people" if group.referent.country is None else "nationals")
            if group.referent.country in self.two:
                kinds.add("concerned")
        rebels = group.referent.sector == "REB"
        party = rebels or (group.referent.country is not None and group.group != "people")
        told: Inferred | None = "reference" if group.again else None
        who = Filler(token, group.referent.id, group.start, group.end, frozenset(kinds), party, told)
        return replace(who, country=group.referent.country) if group.group == "people" else who

    def behind(self, filler: Filler) -> Filler:
        """For officials without a name the state they act for; for others the filler itself."""
        people = self.groups.get(filler.actor or "")
        state = next((who for who, _ in people.represents), None) if people is not None else None
        return replace(filler, actor=state) if state is not None else filler

    def _of_body(self, paragraph: Paragraph, token: "Token") -> bool:
        """Whether people are a body's, which then acts itself ("UN officials", "Hezbollah fighters")."""
        owner = self.owner(paragraph, token)
        if owner is None or owner.actor is None:
            return False
        return "state" not in owner.kinds or not owner.actor.startswith(("state:", "government:"))

    def _state_at(self, paragraph: Paragraph, token: "Token") -> str | None:
        """The code of the state whose name or adjective covers a token."""
        mention = self.at(paragraph, token)
        kind, _, code = (mention.actor if mention is not None else "").partition(":")
        return code if kind == "state" else None

    def owner(self, paragraph: Paragraph, token: "Token") -> Filler | None:
        """The party whose thing a noun is, or for whom it acts: "Kenyan troops", "Egypt's ports"."""
        return next(iter(self.owners(paragraph, token)), None)

    def owners(self, paragraph: Paragraph, token: "Token") -> list[Filler]:
        """All of them, in order: "the Kenyan and Ugandan ministries"."""
        found: list[Filler] = []
        for candidate, noun in owning(token):
            group = self.groups.at(paragraph, noun) if candidate.i == noun.i != token.i else None
            if group is not None and group.referent.country and not self._of_body(paragraph, noun):
                found.append(self._grouped(noun, group))
                continue
            both = self.all_at(paragraph, candidate)
            if len({m.actor for m in both}) == 2 and all(m.form in _TWICE for m in both):
                found.extend(self._each(paragraph, candidate, both))  # "officials of the two states"
                continue
            mention = self.at(paragraph, candidate)
            if mention is None and candidate.dep_ == "pobj" and candidate.head.lower_ == "from":
                sent = self.capital(paragraph, candidate)  # "a delegation from Lima"
                found.extend([sent] if sent is not None else [])
            if mention is None or any(f.start <= mention.start < f.end for f in found):
                continue
            referent = self._acting(self._referents[mention.actor], token)
            opposed = bool({lemma_of(noun), *modifiers(noun)} & word_classes().opposing)
            if referent.kind == "company" or not self._party(referent):
                continue
            if opposed and referent.kind not in GROUPS:
                continue
            start, end = paragraph.place(noun)
            if lemma_of(token) in frames().conditions["servicemen"]:
                self._troops.add((start, referent.id))
            low, high = min(start, mention.start), max(end, mention.end)
            found.append(Filler(noun, referent.id, low, high, frozenset({kind_of(referent)}), True))
        return found

    def _each(self, paragraph: Paragraph, token: "Token", both: Sequence[Mention]) -> Iterator[Filler]:
        """The states, or the states of the people, whom one plural means."""
        for mention in both:
            filler = self._known(paragraph, token, mention)
            state = self.represented(mention.actor) if "person" in filler.kinds else mention.actor
            if filler.party and state is not None and state in self._referents:
                kind = frozenset({kind_of(self._referents[state])})
                yield replace(filler, actor=state, kinds=kind, inferred="reference")

    def _acting(self, referent: Referent, token: "Token") -> Referent:
        """For a leader's troops or government the state he acts for, where it is known."""
        if referent.kind != "person" or lemma_of(token) not in word_classes().acting:
            return referent
        state = self.represented(referent.id) or ""
        government = (
            state.replace("state:", "government:") if lemma_of(token) in descriptions().government else ""
        )
        return self._referents.get(government) or self._referents.get(state, referent)

    def _nobody(self, paragraph: Paragraph, token: "Token") -> Filler:
        start, end = paragraph.place(token)
        return Filler(token, None, start, end, frozenset(acting_kinds(token)), False)

    def _speakers(self, paragraph: Paragraph, token: "Token") -> tuple[Filler, ...]:
        """Who "I" and "we" are inside a direct quote: the speaker, and the state the speaker acts for.

        Who says "we" of his state speaks too, which counts where the act is one of speech.
        """
        number = _FIRST.get(token.lower_)
        start, end = paragraph.place(token)
        quote = self.quote(start, end) if number is not None else None
        if quote is None or quote.speaker is None or quote.speaker not in self._referents:
            return ()
        speaker = self._referents[quote.speaker]
        meant = [(speaker, frozenset({kind_of(speaker)}))]
        if number == "many" and speaker.kind == "person":
            state = self._referents.get(self.represented(speaker.id) or "")
            if state is None:
                return ()
            meant = [
                (speaker, frozenset({"person", "official", "speaker"})),
                (state, frozenset({kind_of(state)})),
            ]
            meant = meant if token.dep_ in SUBJECTS else meant[1:]
        return tuple(
            Filler(token, r.id, start, end, kinds, self._party(r), "reference") for r, kinds in meant
        )

    def quote(self, start: int, end: int) -> Quote | None:
        """The direct quote that holds these characters."""
        index = bisect_right(self._quote_starts, start)
        for quote in reversed(self._quotes[max(0, index - 3) : index]):
            if quote.start <= start and end <= quote.end:
                return quote
        return None


def _with_word_before(token: "Token") -> str:
    """A subject with the word before it that describes it ("patrol boats fired"); else nothing."""
    if token.dep_ != "nsubj" or not token.i or token.nbor(-1).head.i != token.i:
        return ""
    return f"{token.nbor(-1).lower_} {lemma_of(token)}"
