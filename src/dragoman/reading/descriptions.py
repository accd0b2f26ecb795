"""Actors spoken of without a name: "the Russian government", "both leaders", "the country", "the bloc".

Each goes to the one actor the text lets it mean, or to nobody.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dragoman.reading import guests, pairs
from dragoman.reading.again import Heads, forces, of_form
from dragoman.reading.bearers import not_of_one_gender, of_old, told_here
from dragoman.reading.bearings import Bearing
from dragoman.reading.drafts import Draft, Profile, Recall, is_subject
from dragoman.reading.governments import Ties, heads, phrase
from dragoman.reading.knowledge import UNNAMED, Knowledge
from dragoman.reading.lines import Line
from dragoman.reading.threes import counting_three, three_states
from dragoman.reading.titles import Title
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.states import by_code, naming

_REACH = 6
_FAR_AHEAD = 3.0
_LONGEST_STATE = 4  # words of a state's name before an apostrophe
_POINTING = frozenset({"the", "these", "those", "our", "their", "all"})
_PRIVATE = frozenset({"EDU", "JRN", "BUS", "NGO", "REL", "PTY"})


def anaphoric(
    know: Knowledge,
    drafts: Sequence[Draft],
    titles: Sequence[Sequence[Title]],
    bound: frozenset[tuple[int, int]],
    taken: Sequence[Sequence[bool]],
) -> list[Draft]:
    """The mentions that look back: titles without a name, "both leaders", "the junta", "the country".

    A title that means nobody known is among them with the actor UNNAMED, so that a pronoun may mean it.
    """
    recall, found = Recall(drafts), []
    states = Counter(s for d in drafts if (s := know.state(d.actor)))
    persons = Counter(d.actor for d in drafts if know.person(d.actor))
    leaders = Counter({p: n for p, n in persons.items() if know.state(p)})
    text = _Text(know, recall, states, Ties(know, drafts, states), Heads(know, drafts))
    for line in know.lines:
        waiting = {t.begin: t for t in titles[line.index] if (t.line, t.first) not in bound}
        i = 0
        while i < len(line.words):
            title = waiting.get(i)
            last, first = i, i
            actors: tuple[str, ...] = ()
            if title is not None:
                last = title.until
                first = title.begin
                actors = _title(know, line, title, recall, (leaders, persons, states))
                end = title.last
            elif not taken[line.index][i]:
                last, actors = _noun(text, line, i)
                end = last
                if not actors and (guest := guests.other(know, line, i, recall)):
                    last, actors = i + 1, guest
                    end = last
            if title is not None and not actors and not title.plural and not title.office.is_rank:
                unnamed = know.numbering.draft(line, first, end, UNNAMED, "title")
                found.append(unnamed)
                recall.add(unnamed)
            for actor in actors:
                form = (
                    "title"
                    if title is not None and not title.plural and title.office.title != "leader"
                    else "description"
                )
                draft = know.numbering.draft(line, first, end, actor, form)  # type: ignore[arg-type] # literals
                found.append(draft)
                recall.add(draft)
            i = max(last, i + 1)
    return found


def _title(
    know: Knowledge, line: Line, title: Title, recall: Recall, counts: tuple[Counter[str], ...]
) -> tuple[str, ...]:
    """Whom a title without a name means. `counts`: how often the text speaks of leaders, persons, states."""
    leaders, persons, states = counts
    if title.both:
        return tuple(a for state in title.both for a in _one_of_both(know, line, title, state, recall))
    if title.plural:
        return pairs.people(know, line, title, recall, (leaders, states), _bearers(know, title))
    if not _looks_back(line, title):
        return ()
    if title.owner >= 0 or (title.definite and title.of is None and line.possessive(title.begin - 1)):
        return ()
    candidates = [p for p, held in know.bearings.items() if any(_same_office(title, b) for b in held)]
    if title.of is not None:
        state = title.of.replace("government:", "state:")
        unknown = [p for p in candidates if know.state(p) is None]
        candidates = [p for p in candidates if state in (know.state(p), *(b.of for b in know.bearings[p]))]
        if not candidates and len(unknown) == 1 and title.office.single:
            candidates = unknown
        if not candidates and title.office.title == "leader":
            candidates = _of_state(know, state)
    if title.of is None:
        high = [
            p for p in candidates if not any(_of_body(b) for b in know.bearings[p] if _same_office(title, b))
        ]
        here = told_here(know, line, title, recall, high or candidates)
        candidates = here or _foremost(_sitting(know, title, high or candidates), persons)
        candidates = here or _near_enough(know, line, title, recall, candidates)
    one = _latest(know, candidates, recall, know.numbering.of(line, title.first), line.starts[title.begin])
    if one is None and not candidates and title.of is not None:
        return _nameless(know, title, _called(line, title))
    return (one,) if one else ()


def _bearers(know: Knowledge, title: Title) -> frozenset[str]:
    """Those who bear an office that a plural may mean ("the two leaders": heads of states)."""
    return frozenset(p for p, held in know.bearings.items() if any(_same_office(title, b) for b in held))


def _one_of_both(know: Knowledge, line: Line, title: Title, state: str, recall: Recall) -> tuple[str, ...]:
    """The holder of a state's office in a plural of two states' ("the French and German ministers")."""
    people = [
        p
        for p, held in know.bearings.items()
        if know.state(p) == state and any(_same_office(title, b) for b in held)
    ]
    one = _latest(know, people, recall, know.numbering.of(line, title.first), line.starts[title.begin])
    if one or people:
        return (one,) if one else ()
    row = by_code().get(state.partition(":")[2])
    adjective = (row.adjectives[0] if row.adjectives else row.name) if row is not None else ""
    return _nameless(know, replace(title, of=state), f"{adjective} {title.office.title}")


def _looks_back(line: Line, title: Title) -> bool:
    """Whether a title without a name can mean one person spoken of ("the president", "the Thai minister")."""
    office = title.office
    if title.indefinite or office.sector in _PRIVATE or office.title in descriptions().many:
        return False
    words = line.folded[title.first : title.last]
    alone = " ".join(words) in (office.title, *(n for n in office.names if " " not in n))
    if title.of is None and office.title in descriptions().vague and not alone:
        return False
    the = title.definite or pairs.word_before(line, title.begin) == "the"
    return the or (line.capital(title.begin) and office.head is not None and title.of is None)


def _same_office(title: Title, bearing: Bearing) -> bool:
    """Whether a person's bearing can be what a title without a name means."""
    mine, theirs = title.office, bearing.title.office
    if mine.title == "leader":
        return theirs.head is not None or theirs.title == "leader"
    if mine.title == "general":
        return theirs.sector == "MIL"
    if mine.title in (called := descriptions().called):
        return theirs.title in called[mine.title]
    if mine.title in ("minister", "secretary", "commissioner"):
        alike = mine.title == theirs.title or theirs.title.endswith(" " + mine.title)
        return alike and theirs.head is None  # "the minister" is hardly ever the prime minister
    if not_of_one_gender(title, bearing.title):
        return False
    former = title.held == "former"
    return mine.title == theirs.title and (former == (bearing.held == "former") or not former)


def _of_body(bearing: Bearing) -> bool:
    """Whether an office is one of a body and no state's."""
    return bearing.of is not None and not bearing.of.startswith(("state:", "government:"))


def _sitting(know: Knowledge, title: Title, people: list[str]) -> list[str]:
    """Of those who bear or bore an office those who bear it, unless none does or a former one is meant."""
    if title.held == "former":
        return people
    now = [p for p in people if any(_same_office(title, b) and b.held != "former" for b in know.bearings[p])]
    return now or people


def _near_enough(know: Knowledge, line: Line, title: Title, recall: Recall, people: list[str]) -> list[str]:
    """Of those who bear a lesser office, such as were spoken of shortly before ("the governor's mansion").

    An office that one person of a state holds is his throughout a text that names nobody else in it, and so
    is a spokesperson's.
    """
    office = title.office
    one = (office.single and office.of == "state") or office.title in descriptions().voices
    sole = len(people) == 1 and one
    if office.head is not None or (sole and not of_old(know, people[0])):
        return people
    sentence, start = know.numbering.of(line, title.first), line.starts[title.begin]
    seen = {d.actor for drafts in recall.back(sentence, start, _REACH) for d in drafts}
    return [p for p in people if p in seen]


def _foremost(people: list[str], counts: Counter[str]) -> list[str]:
    """Of several who bear a title the one of whom the text speaks far more than of any other, else nobody."""
    order = sorted(people, key=lambda p: (-counts[p], p))
    if len(order) < 2:
        return order
    return order[:1] if counts[order[0]] >= _FAR_AHEAD * counts[order[1]] else []


def _of_state(know: Knowledge, state: str) -> list[str]:
    """The people of a state where no office of theirs is its head's."""
    return [p for p in know.bearings if know.state(p) == state]


def _latest(know: Knowledge, people: Sequence[str], recall: Recall, sentence: int, before: int) -> str | None:
    """The one of these that was spoken of last, where no other of them was in that sentence too."""
    if len(people) == 1:
        return people[0]
    wanted = set(people)
    for drafts in recall.back(sentence, before, _REACH):
        seen = {d.actor for d in drafts if d.actor in wanted}
        if seen:
            return min(seen) if len(seen) == 1 else None
    return None


def _called(line: Line, title: Title) -> str:
    """A title with the state it is held of as the text has it ("Togo's president", "president of Togo")."""
    begin = title.begin
    for size in range(1, _LONGEST_STATE + 1):
        first = title.begin - size
        if first < 0 or not line.possessive(title.begin - 1) or not all(line.joined[first + 1 : title.begin]):
            break
        if naming(line.text(first, title.begin)) is not None:
            begin = first
    return " ".join(line.text(begin, max(title.last, title.until)).split())


def _nameless(know: Knowledge, title: Title, name: str) -> tuple[str, ...]:
    """An actor without a name for a state's office that nobody named bears ("the French president").

    He is called as the text calls him first.
    """
    if (
        title.of is None
        or not title.of.startswith("state:")
        or title.held not in ("current", "acting", "deputy")
    ):
        return ()
    office = title.office
    if not (
        office.single
        or office.head
        or office.title == "leader"
        or (office.of == "state" and not office.is_rank)
    ):
        return ()
    code = title.of.partition(":")[2]
    key = f"holder|{code}|{title.office.title}"
    profile = Profile(name, "person", code, title.office.sector, ((title.of, "office"),))
    know.profiles.setdefault(key, profile)
    return (key,)


@dataclass(frozen=True, slots=True)
class _Text:
    """What a describing noun is read by."""

    know: Knowledge
    recall: Recall
    states: Counter[str]
    ties: Ties
    bodies: Heads
    threes: list[str] = field(default_factory=list)  # whom "the three countries" meant last


def _noun(text: _Text, line: Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Where a describing noun ends that begins here, and whom it means."""
    table, know, recall, states = descriptions(), text.know, text.recall, text.states
    word, determiner = line.folded[i], pairs.word_before(line, i)
    sentence, start = know.numbering.of(line, i), line.starts[i]
    several = _several(text, line, i)
    if several is not None:
        return i + 1, several
    if determiner != "the":
        return i, ()
    if word in table.bare_states and not _named_on(line, i + 1):
        return i + 1, pairs.states_only(states, recall)
    last = phrase(line, i, table.alone, [False] * len(line.words))
    if not heads(line, max(last, i + 1)) or _named_on(line, max(last, i + 1)):
        return i, ()
    if last > i:
        one = text.ties.meant(line, (i, last), sentence)
        return last, (one,) if one else ()
    if word in table.headings and (one := text.bodies.meant(word, start, sentence)):
        return i + 1, (one,)
    if line.capital(i):  # "the Kingdom" is the one kingdom that the text tells of
        one = of_form(states, word)
        return (i + 1, (one,)) if one else (i, ())
    if word in table.military and not text.bodies.named(word) and (one := text.ties.sole()):
        return i + 1, (forces(know, one, word),)
    if word in table.state:
        one = _state(text, word, sentence, start)
        return i + 1, (one,) if one else ()
    if word in table.blocs or word in table.groups:
        kinds = ("bloc:", "organization:") if word in table.blocs else ("armed_group:",)
        one = _last_of(recall, sentence, start, kinds)
        return i + 1, (one,) if one else ()
    return i, ()


def _several(text: _Text, line: Line, i: int) -> tuple[str, ...] | None:
    """Whom a noun behind a number means, or one for two ("the pair"); None where it is none such."""
    table, word = descriptions(), line.folded[i]
    counted = pairs.counting(line, i) if word in table.states else -1
    if counted == i - 1 >= 0 or (counted >= 0 and word in table.vague_states):
        return _states(text, line, i, counted)
    if counting_three(line, i) >= 0 and not _named_on(line, i + 1):
        if three := three_states(text.know, line, i, text.recall):
            text.threes[:] = three
        return tuple(text.threes)
    if word in table.couples or word in table.couple:
        return pairs.couple(text.know, line, i, text.recall) if not _named_on(line, i + 1) else ()
    return None


def _states(text: _Text, line: Line, i: int, counted: int) -> tuple[str, ...]:
    """The two states that a plural behind "both" or "two" means, which stands at `counted`."""
    know, recall = text.know, text.recall
    sentence, start = know.numbering.of(line, i), line.starts[i]
    if line.folded[counted] == "two" and pairs.word_before(line, counted) not in _POINTING:
        return pairs.states_here(know, recall, sentence, start)
    if line.folded[i] in descriptions().vague_states:
        return pairs.states_only(text.states, recall)
    return pairs.states_near(know, recall, sentence, start, text.states)


def _state(text: _Text, word: str, sentence: int, start: int) -> str | None:
    """The state that "the country" means: by its form, else the one spoken of last that the text is about."""
    know, states = text.know, text.states
    if one := of_form(states, word):
        return one
    one = _only(s for d in _near(text.recall, sentence, start) if (s := know.state(d.actor)))
    main = states.most_common(1)[0][0] if states else None
    return one if one and (one == main or _subject(know, text.recall, sentence, start, one)) else None


def _named_on(line: Line, last: int) -> bool:
    """Whether a noun is part of a longer name or phrase that tells whose it is ("the Court of Auditors")."""
    if last >= len(line.words) or not line.joined[last]:
        return False
    if line.folded[last] == "of" and last + 1 < len(line.words):
        following = line.paragraph.doc[line.tokens[last + 1]]
        if following.tag_ == "VBG":
            return False  # "accused the junta of holding him"
    if line.folded[last] == "for" and line.folded[last - 1] in descriptions().state:
        return False  # "thanked the kingdom for its help"
    return line.folded[last] in ("of", "for") or (line.capital(last) and line.before(last) == " ")


def _subject(know: Knowledge, recall: Recall, sentence: int, before: int, actor: str) -> bool:
    """Whether a state is subject in this sentence or the one before."""
    return any(
        d.actor == actor and is_subject(know.lines, d)
        for drafts in recall.back(sentence, before, 1)
        for d in drafts
    )


def _near(recall: Recall, sentence: int, before: int) -> list[Draft]:
    """The drafts of this sentence before a character, or where there are none of the one before."""
    for drafts in recall.back(sentence, before, 1):
        if any(d.actor.startswith(("state:", "government:")) for d in drafts):
            return drafts
    return []


def _only(actors: Iterator[str]) -> str | None:
    seen = set(actors)
    return min(seen) if len(seen) == 1 else None


def _last_of(recall: Recall, sentence: int, before: int, kinds: tuple[str, ...]) -> str | None:
    """The body of these kinds spoken of last, where no other was in that sentence."""
    for drafts in recall.back(sentence, before, _REACH):
        seen = {d.actor for d in drafts if d.actor.startswith(kinds)}
        if seen:
            return min(seen) if len(seen) == 1 else None
    return None
