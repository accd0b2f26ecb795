"""Two that are spoken of together: "both leaders", "the two ministers", "the two countries", "both sides"."""

from collections import Counter
from collections.abc import Iterator

from dragoman.reading.binding import same_clause_object
from dragoman.reading.drafts import Draft, Recall
from dragoman.reading.knowledge import Knowledge
from dragoman.reading.lines import Line
from dragoman.reading.titles import Title
from dragoman.vocabulary.descriptions import descriptions

_REACH = 6
_CLEAR = 1.5
_FAR_AHEAD = 3.0
_MOST = 0.75
_KNOWN = ("the", "these", "those")
_COUNTS = {"both": 2, "two": 2, "the": 2, "three": 3}


def word_before(line: Line, i: int) -> str:
    """The word before a piece, folded, where only a blank parts them; else an empty string."""
    return line.folded[i - 1] if i and line.joined[i] else ""


def people(
    know: Knowledge,
    line: Line,
    title: Title,
    recall: Recall,
    spoken: tuple[Counter[str], Counter[str]],
    bearers: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """The two whom "both leaders", "the two ministers" or "the presidents" means; three for "the three".

    `bearers` are those who bear such an office: they go before others of whom only the state is known.
    `spoken`: how often the text speaks of leaders, of states; ministers of nobody known are those of its two.
    """
    if title.of is not None or title.office.title in descriptions().many:
        return ()
    word = word_before(line, title.begin)
    count = _COUNTS.get(word)
    if count is None:
        return ()
    sentence, start = know.numbering.of(line, title.first), line.starts[title.begin]
    last = title.last - 1
    minister = title.office.head is None and title.office.title.endswith("minister")

    def stateful(actor: str) -> bool:
        other = actor in know.bearings or _by_table(know, actor)
        lesser = title.office.head is not None and _minister(know, actor)
        return know.state(actor) is not None and not (minister and other) and not lesser

    for fits in (bearers.__contains__, stateful):
        found = _pair(
            (
                (
                    d.actor
                    for d in drafts
                    if know.person(d.actor) and fits(d.actor) and not same_clause_object(line, last, d)
                )
                for drafts in _widening(recall, sentence, start)
            ),
            count,
        )
        if found:
            return found
    if count != 2:
        return ()
    leaders, states = spoken
    found = _of_title(know, title) or (() if minister else _main_two(leaders))
    found = found or _of_states(know, line, title, recall, sentence)
    return found or (_main_two(states, _FAR_AHEAD) if minister and word in ("two", "both") else ())


def _minister(know: Knowledge, actor: str) -> bool:
    """Whether somebody is known as a minister and as nothing higher."""
    held = [b.title.office for b in know.bearings.get(actor, ())]
    return bool(held) and all(o.head is None and o.title.endswith("minister") for o in held)


def _by_table(know: Knowledge, actor: str) -> bool:
    """Whether the table of leaders knows somebody, who is then no minister."""
    profile = know.profiles.get(actor)
    return profile is not None and any(basis == "table" for _, basis in profile.represents)


def alone(know: Knowledge, line: Line, piece: int, recall: Recall) -> tuple[str, ...]:
    """The two persons, else the two states, whom "the two" or "both" means without a noun.

    They are all whom this sentence names before it, or all whom it and the one before name.
    """
    sentence, start = know.numbering.of(line, piece), line.starts[piece]
    here = recall.inside(sentence, start)
    before = [d for d in recall.inside(sentence - 1, 1 << 60) if d.line == line.index]
    for drafts in (here, [*before, *here]):
        persons = sorted({d.actor for d in drafts if know.person(d.actor)})
        if persons:
            return tuple(persons) if len(persons) == 2 else ()
    named = sorted({s for d in (*before, *here) if (s := know.state(d.actor))})
    return tuple(named) if len(named) == 2 else ()


def couple(know: Knowledge, line: Line, i: int, recall: Recall) -> tuple[str, ...]:
    """The two people whom "the two men", "both envoys" or "the pair" means; nobody where three were near."""
    table, word = descriptions(), line.folded[i]
    at = counting(line, i) if word in table.couples else i if word in table.couple else -1
    if at < 1 or not (line.folded[at] == "both" or word_before(line, at) in _KNOWN):
        return ()
    if any(_others_told(other, word) for other in know.lines[max(0, line.index - _REACH) : line.index + 1]):
        return ()
    sentence, start = know.numbering.of(line, i), line.starts[at]
    for drafts in _widening(recall, sentence, start):
        persons = sorted({d.actor for d in drafts if know.person(d.actor)})
        if len(persons) >= 2:
            return tuple(persons) if len(persons) == 2 else ()
    return ()


def _others_told(line: Line, word: str) -> bool:
    """Whether a line tells of two others so called, who have no name: "police arrested two men"."""
    told = (i for i, w in enumerate(line.folded) if w == word and counting(line, i) >= 0)
    return any(
        word_before(line, counting(line, i)) not in _KNOWN
        for i in told
        if line.folded[counting(line, i)] == "two"
    )


def counting(line: Line, i: int) -> int:
    """Where "both" or "two" stands before a noun, or before the one word that describes it; else -1."""
    for at in (i - 1, i - 2):
        if at < 0 or not line.joined[at + 1]:
            return -1
        if line.folded[at] in ("both", "two"):
            return at
        if line.pos[at] not in ("ADJ", "NOUN"):
            return -1
    return -1


def together(know: Knowledge, line: Line, i: int, recall: Recall) -> tuple[str, ...]:
    """The two people of the sentence before, whom "they" means where it tells what two do together."""
    token = line.paragraph.doc[line.tokens[i]]
    if token.dep_ != "nsubj" or token.head.lemma_ not in descriptions().mutual:
        return ()
    sentence = know.numbering.of(line, i)
    drafts = (*recall.inside(sentence - 1, 1 << 60), *recall.inside(sentence, line.starts[i]))
    persons = sorted({d.actor for d in drafts if know.person(d.actor)})
    many = any(profile.kind == "group" for d in drafts if (profile := know.profiles.get(d.actor)))
    return tuple(persons) if len(persons) == 2 and not many else ()


def _of_states(know: Knowledge, line: Line, title: Title, recall: Recall, sentence: int) -> tuple[str, ...]:
    """The two states whose ministers are meant, where two sentences name just these two and no person."""
    here = recall.inside(sentence, line.starts[title.begin])
    before = [d for d in recall.inside(sentence - 1, 1 << 60) if d.line == line.index]
    if any(know.person(d.actor) for d in (*before, *here)):
        return ()
    named = sorted({s for d in (*before, *here) if (s := know.state(d.actor))})
    return tuple(named) if len(named) == 2 else ()


def _of_title(know: Knowledge, title: Title) -> tuple[str, ...]:
    """The two who bear the title in the whole text, where no third does ("the two presidents")."""
    office = title.office.title.casefold()
    found = tuple(
        sorted(
            actor
            for actor, held in know.bearings.items()
            if know.person(actor) and any(b.title.office.title.casefold() == office for b in held)
        )
    )
    return found if len(found) == 2 else ()


def _widening(recall: Recall, sentence: int, before: int) -> Iterator[list[Draft]]:
    """This sentence's drafts, then with those of one more sentence each time, nearest first."""
    window: list[Draft] = []
    for drafts in recall.back(sentence, before, _REACH):
        window = [*reversed(drafts), *window] if not window else [*window, *reversed(drafts)]
        yield window


def _pair(windows: Iterator[Iterator[str]], count: int = 2) -> tuple[str, ...]:
    """The two actors (or `count`) of the nearest stretch that holds so many; none where it holds more."""
    for window in windows:
        seen = list(dict.fromkeys(window))
        if len(seen) == count:
            return tuple(sorted(seen))
        if len(seen) > count:
            return ()
    return ()


def _main_two(counts: Counter[str], ahead: float = _CLEAR) -> tuple[str, ...]:
    """The two of which a document speaks clearly more than of any third."""
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(order) < 2 or (len(order) > 2 and order[1][1] < ahead * order[2][1]):
        return ()
    return tuple(sorted(name for name, _ in order[:2]))


def states_here(know: Knowledge, recall: Recall, sentence: int, before: int) -> tuple[str, ...]:
    """The two states that a sentence names before "two countries" without an article, if just two."""
    seen = sorted({s for d in recall.inside(sentence, before) if (s := know.state(d.actor))})
    return tuple(seen) if len(seen) == 2 else ()


def states_near(
    know: Knowledge, recall: Recall, sentence: int, before: int, states: Counter[str]
) -> tuple[str, ...]:
    """The two states of this sentence so far, else those a document is about, else the nearest two."""
    here = _pair(iter([(s for d in recall.inside(sentence, before) if (s := know.state(d.actor)))]))
    if here or len({s for d in recall.inside(sentence, before) if (s := know.state(d.actor))}) > 2:
        return here
    windows = _widening(recall, sentence, before)
    near = _pair((s for d in drafts if (s := know.state(d.actor))) for drafts in windows)
    return _main_two(states, _FAR_AHEAD) or near or _main_two(states)


def states_only(states: Counter[str], recall: Recall) -> tuple[str, ...]:
    """The two states a document is about where it speaks of hardly any other, and of no armed group."""
    two = _main_two(states)
    share = sum(states[s] for s in two)
    return two if share >= _MOST * sum(states.values()) and not recall.holds("armed_group:") else ()
