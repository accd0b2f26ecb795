"""Pronouns and the actors they stand for, by agreement and nearness; where two could be meant, nobody.

"he" and "she" go to a person of this sentence or the one before, a subject first; "it" and "its" to the
state or body that is subject of the clause or of the sentence before; "they" to subjects joined by "and".
Inside quoted words none is resolved: the speaker's "he" is somebody the paragraph seldom names.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.reading import pairs
from dragoman.reading.binding import (
    GENDERS,
    governed,
    is_empty,
    is_object,
    of_another,
    of_object,
    ruling_pronoun,
    same_clause_object,
    singled_out,
    stands_alone,
    subject_before,
)
from dragoman.reading.drafts import Draft, Recall, head_token, is_subject
from dragoman.reading.grammar import lemma_of, listed
from dragoman.reading.journeys import led_to
from dragoman.reading.knowledge import UNNAMED, Knowledge
from dragoman.reading.lines import Line
from dragoman.vocabulary.acts import word_classes
from dragoman.vocabulary.descriptions import descriptions

if TYPE_CHECKING:
    from spacy.tokens import Token

_THING = {"it": "it", "its": "it"}
_MANY = {"they": "they", "them": "they", "their": "they"}
_TWO = ("two", "both")
_MANY_OTHERS = 4  # named in the sentence before that of an "it" that opens a sentence
_UNCLEAR = "unclear"
_BODIES = frozenset({"state", "government", "organization", "bloc", "armed_group", "company", "subnational"})


def find(know: Knowledge, drafts: Sequence[Draft]) -> list[Draft]:
    """The mentions by pronouns, in order.

    It goes over the text twice: what the first way finds tells each person's gender where it is clear.
    """
    genders = _genders(know, drafts)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for draft, gender in _over(know, drafts, genders):
        if gender:
            votes[draft.actor][gender] += 1
    for actor, counts in sorted(votes.items()):
        he, she = counts["he"], counts["she"]
        if he >= 2 * she or she >= 2 * he:
            genders.setdefault(actor, "he" if he > she else "she")
        else:
            genders.setdefault(actor, _UNCLEAR)
    return [draft for draft, _ in _over(know, drafts, genders)]


def _over(
    know: Knowledge, drafts: Sequence[Draft], genders: Mapping[str, str]
) -> list[tuple[Draft, str | None]]:
    """The mentions by pronouns with the gender of each."""
    recall = Recall(drafts)
    found: list[tuple[Draft, str | None]] = []
    for line in know.lines:
        for i, word in enumerate(line.folded):
            two = word in _TWO and stands_alone(line, i)
            if word not in GENDERS and word not in _THING and word not in _MANY and not two:
                continue
            if line.titled or line.quoted(line.starts[i], line.ends[i]) or _styles(line, i):
                continue
            for actor in _two(know, line, i, recall) if two else _resolve(know, line, i, recall, genders):
                draft = know.numbering.draft(line, i, i + 1, actor, "pronoun")
                found.append((draft, GENDERS.get(word)))
                recall.add(draft)
    return found


def _styles(line: Line, i: int) -> bool:
    """Whether a possessive is part of a style ("His Highness the Emir")."""
    style = i + 1 < len(line.words) and line.capital(i) and line.capital(i + 1) and line.joined[i + 1]
    return style and line.folded[i + 1] in descriptions().address


def _genders(know: Knowledge, drafts: Sequence[Draft]) -> dict[str, str]:
    """The gender by which persons are spoken of, as their titles and forms of address show it."""
    table: Mapping[str, str] = descriptions().genders
    found: dict[str, str] = {}
    for draft in drafts:
        if draft.form != "name" or not know.person(draft.actor):
            continue
        line = know.lines[draft.line]
        at = draft.first - 1
        if at >= 0 and line.folded[at] in table and line.between(at, draft.first) in (" ", ". "):
            found.setdefault(draft.actor, table[line.folded[at]])
    for actor, held in know.bearings.items():
        for bearing in held:
            gender = table.get(bearing.title.title.casefold().split()[-1])
            if gender:
                found.setdefault(actor, gender)
    return found


def _resolve(
    know: Knowledge, line: Line, i: int, recall: Recall, genders: Mapping[str, str]
) -> tuple[str, ...]:
    word = line.folded[i]
    sentence, start = know.numbering.of(line, i), line.starts[i]
    if (owner := _coordinated(know, line, i, recall.inside(sentence, start))) is not None:
        return owner
    if word in GENDERS:
        gender, goals = GENDERS[word], led_to(know, line, i, recall.inside(sentence, 1 << 60))
        one = _person(
            know, line, i, recall, lambda a: genders.get(a, gender) == gender and know.state(a) not in goals
        )
        return (one,) if one and one != UNNAMED else ()
    if word in _THING:
        one = _thing(know, line, i, recall)
        return (one,) if one else ()
    if of_object(line, i):
        return ()
    return (
        _several(know, line, recall.inside(sentence, start))
        or _several(know, line, _before(recall, sentence, line))
        or pairs.together(know, line, i, recall)
    )


def _two(know: Knowledge, line: Line, i: int, recall: Recall) -> tuple[str, ...]:
    """The two whom "the two" or "both" means: two told of as joined, else the only two in reach."""
    sentence, start = know.numbering.of(line, i), line.starts[i]
    joined = _several(know, line, recall.inside(sentence, start)) or _several(
        know, line, _before(recall, sentence, line)
    )
    return joined or pairs.alone(know, line, i, recall)


def _coordinated(know: Knowledge, line: Line, i: int, drafts: Sequence[Draft]) -> tuple[str, ...] | None:
    """The actor that "and" joins to a possessive ("the US and its allies"), or None."""
    if (
        line.folded[i] not in ("its", "his", "her")
        or i < 2
        or line.folded[i - 1] != "and"
        or not line.joined[i]
    ):
        return None
    thing = line.folded[i] == "its"
    found = {
        d.actor
        for d in drafts
        if d.line == line.index and d.last == i - 1 and d.form != "pronoun" and thing != know.person(d.actor)
    }
    if len(found) != 1:
        return None
    return (min(found),)


def _before(recall: Recall, sentence: int, line: Line) -> list[Draft]:
    return [d for d in recall.inside(sentence - 1, 1 << 60) if d.line == line.index]


def _person(know: Knowledge, line: Line, i: int, recall: Recall, fits: Callable[[str], bool]) -> str | None:
    """The person whom "he" or "she" means: the only one in reach, or the only subject."""
    sentence, start = know.numbering.of(line, i), line.starts[i]
    here = [
        d
        for d in recall.inside(sentence, start)
        if (know.person(d.actor) or d.actor == UNNAMED) and fits(d.actor)
    ]
    if (told := singled_out(line, i)) is not None:
        meant = {d.actor for d in here if d.line == line.index and d.first >= told}
        return min(meant) if len(meant) == 1 else None
    barred = {d.actor for d in here if same_clause_object(line, i, d)}
    barred |= _below(line, i, recall.inside(sentence, 1 << 60))
    if (named := _fronting(know, line, i, recall.inside(sentence, 1 << 60))) is not None:
        return named if fits(named) else None
    ruler = ruling_pronoun(line, i)
    if ruler is not None:
        offset = line.paragraph.start + ruler.idx
        same = {d.actor for d in recall.inside(sentence, start) if d.start == offset}
        return min(same) if len(same) == 1 and fits(min(same)) else None
    here = [d for d in here if d.actor not in barred and not _fronted(know, line, i, d)]
    if here:
        actors = {d.actor for d in here}
        if len(actors) == 1:
            return min(actors)
        if of_another(line, i):
            return None
        return _governing(line, i, here) or (None if is_object(line, i) else _one_subject(know, here))
    earlier = [
        d
        for d in _previous(recall, sentence)
        if (know.person(d.actor) or d.actor == UNNAMED) and fits(d.actor) and d.actor not in barred
    ]
    actors = {d.actor for d in earlier}
    return min(actors) if len(actors) == 1 else _one_subject(know, earlier)


def _below(line: Line, i: int, drafts: Sequence[Draft]) -> set[str]:
    """Those named below a pronoun's verb: it means none of them ("He hailed Buhari")."""
    doc = line.paragraph.doc
    pronoun = doc[line.tokens[i]]
    if pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return set()
    return {
        d.actor
        for d in drafts
        if d.line == line.index
        and d.first > i
        and d.form in ("name", "title")
        and governed(doc[line.tokens[d.last - 1]], pronoun.head)
    }


def _fronting(know: Knowledge, line: Line, i: int, drafts: Sequence[Draft]) -> str | None:
    """The person whom a possessive looks ahead to ("During his visit, Modi met students")."""
    pronoun = line.paragraph.doc[line.tokens[i]]
    if pronoun.dep_ != "poss" or line.folded[i] == "its":
        return None
    verb = pronoun.head
    while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if len(subjects) != 1 or subjects[0].i < pronoun.i or governed(pronoun, subjects[0]):
        return None
    offset = line.paragraph.start + subjects[0].idx
    found = {
        d.actor for d in drafts if d.line == line.index and d.start <= offset < d.end and know.person(d.actor)
    }
    return min(found) if len(found) == 1 else None


def _previous(recall: Recall, sentence: int) -> list[Draft]:
    return recall.inside(sentence - 1, 1 << 60)


def _fronted(know: Knowledge, line: Line, i: int, draft: Draft) -> bool:
    """Whether a person only stands in a phrase before the clause ("After meeting Lula, he flew")."""
    pronoun = line.paragraph.doc[line.tokens[i]]
    if (
        draft.line != line.index
        or pronoun.dep_ not in ("nsubj", "nsubjpass")
        or is_subject(know.lines, draft)
    ):
        return False
    token, steps = head_token(know.lines, draft), 0
    while token.head.i != token.i and steps < 30:
        if token.head.i == pronoun.head.i:
            return True
        token, steps = token.head, steps + 1
    return False


def _governing(line: Line, i: int, drafts: Sequence[Draft]) -> str | None:
    """The person who is subject of the nearest verb above a pronoun ("de Klerk, who left his country")."""
    subject = subject_before(line.paragraph.doc[line.tokens[i]])
    if subject is None:
        return None
    offset = line.paragraph.start + subject.idx
    found = {d.actor for d in drafts if d.line == line.index and d.start <= offset < d.end}
    return min(found) if len(found) == 1 else None


def _one_subject(know: Knowledge, drafts: Sequence[Draft]) -> str | None:
    """The one actor of these that is subject of a finite verb; None where there are several."""
    subjects = {d.actor for d in drafts if is_subject(know.lines, d)}
    return min(subjects) if len(subjects) == 1 else None


def _thing(know: Knowledge, line: Line, i: int, recall: Recall) -> str | None:
    """The state or body that "it" or "its" means: the nearest subject that comes before, if that is one."""
    doc = line.paragraph.doc
    pronoun = doc[line.tokens[i]]
    if line.folded[i] == "it" and (is_empty(pronoun) or pronoun.dep_ not in ("nsubj", "nsubjpass")):
        return None
    sentence, start = know.numbering.of(line, i), line.starts[i]
    here = recall.inside(sentence, start)
    subject = subject_before(pronoun)
    if subject is not None:
        return _at(know, line, subject, here)
    opens = i == 0 or line.sentences[i - 1] != line.sentences[i]
    before = [d for d in _previous(recall, sentence) if d.line == line.index and d.actor != UNNAMED]
    earlier = [d for d in before if _body(know, d.actor)]
    main = {d.actor for d in earlier if is_subject(know.lines, d) and _token_root(know, d)}
    main = main or {d.actor for d in earlier if _of_official(know, d)}
    others = {d.actor for d in earlier}
    return min(main) if len(main) == 1 and len(others) <= (_MANY_OTHERS if opens else 2) else None


def _of_official(know: Knowledge, draft: Draft) -> bool:
    """Whether it is whose president or king is the subject: "it" behind means no man, but his state."""
    owner = head_token(know.lines, draft)
    official = owner.head
    acting = lemma_of(official) in word_classes().officials and official.dep_ in ("nsubj", "nsubjpass")
    return owner.dep_ == "poss" and acting and bool(official.head.dep_ == "ROOT")


def _token_root(know: Knowledge, draft: Draft) -> bool:
    return bool(head_token(know.lines, draft).head.dep_ == "ROOT")


def _body(know: Knowledge, actor: str) -> bool:
    if actor.startswith(("state:", "government:")):
        return True
    profile = know.profiles.get(actor)
    return profile is None or profile.kind in _BODIES


def _at(know: Knowledge, line: Line, token: "Token", drafts: Sequence[Draft]) -> str | None:
    """The body a subject token belongs to; None where subjects are joined or it is none of ours."""
    if any(c.dep_ == "conj" for c in token.children):
        return None
    offset = line.paragraph.start + token.idx
    found = {
        d.actor
        for d in drafts
        if d.start <= offset < d.end and d.form != "adjective" and _body(know, d.actor)
    }
    return min(found) if len(found) == 1 else None


def _several(know: Knowledge, line: Line, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Two actors joined as a subject ("Putin and Xi"), or a plural description of two."""
    groups: dict[tuple[int, int], list[str]] = {}
    for draft in drafts:
        if draft.line == line.index and draft.form in ("description", "pronoun"):
            groups.setdefault((draft.start, draft.end), []).append(draft.actor)
    doubles = [tuple(sorted(g)) for g in groups.values() if len(g) == 2]
    joined = [
        p
        for d in drafts
        if d.line == line.index and (p := _joined(know, line, d, drafts) or _conjoined(know, line, d, drafts))
    ]
    every = set(doubles) | set(joined)
    found = {group for group in every if not any(set(group) < set(other) for other in every)}
    return min(found) if len(found) == 1 else ()


def _joined(know: Knowledge, line: Line, draft: Draft, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """The two actors of "A and B met", by the words alone: titles between names lead the parser astray."""
    if draft.form == "adjective" or draft.form == "pronoun":
        return ()
    mine = [d for d in drafts if d.actor == draft.actor and d.form in ("name", "title", "metonym")]
    if not mine or not line.opens[mine[0].first]:
        return ()
    end = _run_on(line, mine)
    if end + 1 >= len(line.words) or line.folded[end] != "and" or not line.joined[end]:
        return ()
    other = [d for d in drafts if d.first >= end + 1 and d.form in ("name", "title", "metonym")]
    starts = [d for d in drafts if d.first == end + 1]
    if not other or not starts or other[0].actor == draft.actor:
        return ()
    theirs = [d for d in other if d.actor == other[0].actor]
    last = _run_on(line, theirs)
    verb = last < len(line.words) and line.joined[last] and line.pos[last] in ("VERB", "AUX")
    return tuple(sorted({draft.actor, other[0].actor})) if verb else ()


def _conjoined(know: Knowledge, line: Line, draft: Draft, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """The actors, two or more, that the parse joins as a subject: all of them, or none."""
    if draft.form not in ("name", "metonym") or not _sides(know, draft):
        return ()
    members = listed(head_token(know.lines, draft))
    found = {draft.actor}
    for member in members[1:]:
        offset = line.paragraph.start + member.idx
        other = {d.actor for d in drafts if d.start <= offset < d.end and d.form in ("name", "metonym")}
        if len(other) != 1 or any(c.dep_ == "conj" and c.i != member.i for c in member.head.children):
            return ()
        found |= other
    return tuple(sorted(found)) if len(found) == len(members) > 1 else ()


def _sides(know: Knowledge, draft: Draft) -> bool:
    """Whether a draft is subject, or the first of those between whom something went on."""
    token = head_token(know.lines, draft)
    return is_subject(know.lines, draft) or (token.dep_ == "pobj" and token.head.lower_ == "between")


def _run_on(line: Line, drafts: Sequence[Draft]) -> int:
    """Where the drafts end that follow the first of these without a gap (a title and its name)."""
    end = drafts[0].last
    for draft in drafts[1:]:
        if draft.first != end:
            break
        end = draft.last
    return end
