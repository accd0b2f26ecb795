"""What one account will not confirm and another asserts: cooperation in one matter, by the same parties.

The doubting statement seldom names its parties; then they are the two states its document tells of most.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.dates import interval, may_be_near
from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.counting import is_figure
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Clash, Scene, Stand, commonest, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.topics import topics_of

_DOUBTED = Judged("doubted", "one account will not confirm what another tells")
_MOST = 10
_SEASON = 100
_STEM = 6
_TOLD = {"happened": "told as fact", "ongoing": "told as under way", "planned": "told as planned"}
_Pair = frozenset[str]
_Key = tuple[str, _Pair]


def compare(scene: Scene) -> Iterator[Compared]:
    """For each topic and pair of states that one account doubts and another asserts: the clash."""
    doubts: dict[_Key, list[Statement]] = {}
    claims: dict[_Key, list[Statement]] = {}
    for key, statement, doubted in _all(scene):
        (doubts if doubted else claims).setdefault(key, []).append(statement)
    for topics, pair, unsure, sure in _together(doubts, claims, scene):
        yield _clash(topics, pair, unsure, sure, scene)


def filed(scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what each doubt and each claim is looked for: a topic and two states, with the statement's id."""
    for (topic, pair), statement, _ in _all(scene):
        yield "|".join((topic, *sorted(pair))), statement.id


def doubted(scene: Scene) -> Iterator[tuple[str, str]]:
    """Those of them that doubt: without one under its key no claim is compared."""
    for (topic, pair), statement, doubts in _all(scene):
        if doubts:
            yield "|".join((topic, *sorted(pair))), statement.id


def _all(scene: Scene) -> Iterator[tuple[_Key, Statement, bool]]:
    """The statements that doubt a matter or claim it, under topic and states; and whether they doubt it."""
    for _, statement in sorted(scene.statements.items()):
        pair = _pair(statement, scene)
        if pair is None:
            continue
        if _doubts(statement):
            for topic in _topics(statement, scene.documents[statement.document]):
                yield (topic, pair), statement, True
        elif _claims(statement) and not (is_figure(statement) and _of_one(statement, scene)):
            for topic in statement.topics:
                yield (topic, pair), statement, False


_Matter = tuple[tuple[str, ...], _Pair, Sequence[Statement], Sequence[Statement]]


def _together(
    doubts: Mapping[_Key, Sequence[Statement]],
    claims: Mapping[_Key, Sequence[Statement]],
    scene: Scene,
) -> Iterator[_Matter]:
    """The doubts that others' claims answer; topics of the same doubts are one matter."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], _Matter] = {}
    for topic, pair in sorted(doubts, key=lambda k: (k[0], sorted(k[1]))):
        unsure = doubts[topic, pair]
        here = {d.document for d in unsure}
        claimed = [c for c in claims.get((topic, pair), ()) if c.document not in here]
        sure = [c for c in claimed if any(_may_answer(c, d, scene) for d in unsure)]
        unsure = [d for d in unsure if any(_may_answer(c, d, scene) for c in sure)]
        if sure:
            key = (tuple(sorted(pair)), tuple(d.id for d in unsure))
            others, _, _, held = found.get(key, ((), pair, unsure, ()))
            every = {c.id: c for c in (*held, *sure)}
            found[key] = ((*others, topic), pair, unsure, [c for _, c in sorted(every.items())])
    for topics, pair, unsure, claimed_of in found.values():
        yield topics, pair, unsure, _narrowest(topics, claimed_of)


def _narrowest(topics: Sequence[str], claims: Sequence[Statement]) -> Sequence[Statement]:
    """The claims that are of all topics of a doubt, where there are such: a power plant, not energy alone."""
    return [c for c in claims if set(topics) <= set(c.topics)] or claims


def _may_answer(claim: Statement, doubt: Statement, scene: Scene) -> bool:
    """Whether a claim may be of what another account doubts: of one time, and with a word in common.

    A doubt that tells its topic itself needs none; one that has it from its paragraph does.
    """
    if not _one_time(claim, doubt, scene):
        return False
    if doubt.topics:
        return True
    text = scene.documents[doubt.document].text
    around = text[text.rfind("\n", 0, doubt.start) + 1 : doubt.end]
    return bool(_telling(claim.text) & _telling(around))


def _telling(words: str) -> frozenset[str]:
    """The beginnings of the words of a text that are long enough to tell what it is about, and no names."""
    return frozenset(w[:_STEM] for w in re.findall(r"\b[a-z]+", words) if len(w) >= _STEM)


def _one_time(a: Statement, b: Statement, scene: Scene) -> bool:
    """Whether two statements may be of one time: of two deliveries on two days one may be doubted alone."""
    left, right = ([d for v in s.all("when") if (d := interval(v.value))] for s in (a, b))
    if left and right:
        return any(x.overlaps(y) for x in left for y in right)
    mine, theirs = (interval(scene.documents[s.document].published) for s in (a, b))
    return may_be_near(mine, theirs, _SEASON)


def _doubts(statement: Statement) -> bool:
    accord = statement.act is None or frame(statement.act).accord
    return accord and (statement.stance in ("unconfirmed", "doubted") or statement.certainty == "unconfirmed")


def _claims(statement: Statement) -> bool:
    sure = statement.certainty in ("happened", "ongoing", "planned", "reported")
    accord = statement.act is None or frame(statement.act).accord
    return sure and accord and statement.polarity == "affirmed"


def _of_one(statement: Statement, scene: Scene) -> bool:
    """Whether a statement names fewer than two states: a size it tells is no matter between them."""
    return len(countries(statement.parties, scene.identities)) < 2


def _topics(statement: Statement, document: Document) -> tuple[str, ...]:
    """The statement's topics, else what its paragraph was mostly about up to there ("such plans")."""
    if statement.topics:
        return statement.topics
    start = document.text.rfind("\n", 0, statement.start) + 1
    counts: Counter[str] = Counter()
    for sentence in re.split(r"(?<=[.!?])\s+", document.text[start : statement.start]):
        counts.update(topics_of(sentence))
    most = max(counts.values(), default=0)
    return tuple(sorted(t for t, count in counts.items() if count == most))


def _pair(statement: Statement, scene: Scene) -> _Pair | None:
    """The two states a statement is about; None where it names others than its document's main two."""
    named = countries(statement.parties, scene.identities)
    main = scene.told.pairs.get(statement.document)
    if len(named) == 2:
        return named
    return main if main is not None and named <= main else None


def _clash(
    topics: Sequence[str],
    pair: _Pair,
    doubts: Sequence[Statement],
    claims: Sequence[Statement],
    scene: Scene,
) -> Compared:
    states = " and ".join(sorted(scene.identities.name(f"state:{c}") for c in pair))
    about = f"{', '.join(topics).capitalize()}: {states}"
    unsure = tuple(Stand.of("unconfirmed", s) for s in doubts)[:_MOST]
    sure = tuple(Stand.of(s.certainty, s) for s in sorted(claims, key=_nearness))[:_MOST]
    subject = min(s.event or s.id for s in doubts)
    told = _TOLD.get(commonest([s.certainty for s in sure]) or "", "reported")
    positions = ((told, tuple(sorted(sure))), ("unconfirmed", tuple(sorted(unsure))))
    compared = comparison(subject, "status", positions[0][1][0], positions[1][1][0], _DOUBTED)
    return Compared((compared,), (Clash(subject, "status", "status", about, _DOUBTED, positions),))


def _nearness(statement: Statement) -> tuple[bool, bool, int, str]:
    """Accords before other acts, what is only reported before what is plain, the narrow before the broad."""
    accord = statement.act in (None, "agree", "signing", "cooperate", "negotiate", "implement")
    return (not accord, statement.certainty != "reported", len(statement.topics), statement.id)
