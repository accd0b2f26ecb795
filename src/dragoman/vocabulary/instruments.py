"""What states sign: the table `instruments.toml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.spellings import plain_letters
from dragoman.vocabulary.states import states
from dragoman.vocabulary.tables import read_toml

_BEFORE, _AFTER, _LOOK = 4, 7, 80
_STEM = 4
_NEAR = 4
_TOKEN = re.compile(r"[^\W_][\w’'-]*|[^\w\s]")


@cache
def _kinds() -> Mapping[str, str]:
    return MappingProxyType(dict(read_toml("instruments.toml")["kinds"]))


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_kinds(), key=lambda w: (-len(w), w))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)


def kinds_of_instrument(words: str) -> tuple[str, ...]:
    """The kinds of instruments that these words name, in the order of the text, each once.

    >>> kinds_of_instrument("Ten agreements and two memorandums of understanding were signed")
    ('agreement', 'memorandum')
    """
    found = (_kinds()[m[1].casefold()] for m in _pattern().finditer(" ".join(words.split())))
    return tuple(dict.fromkeys(found))


@cache
def _stage_words() -> Mapping[str, tuple[str, ...]]:
    return {stage: tuple(words) for stage, words in read_toml("instruments.toml")["stages"].items()}


@cache
def _general() -> frozenset[str]:
    verbs = (w for stage in ("signing", "ratifying", "negotiating") for w in _stage_words()[stage])
    return frozenset([*read_toml("instruments.toml")["general"]["words"], *verbs])


@cache
def _stages() -> Mapping[str, re.Pattern[str]]:
    rows = {stage: "|".join(map(re.escape, words)) for stage, words in _stage_words().items()}
    return {stage: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for stage, words in rows.items()}


def stages_named(words: str) -> frozenset[str]:
    """How far an instrument has come, as words name it: in_force, signing, ratifying, negotiating.

    >>> sorted(stages_named("the treaty, signed in May, has not entered into force"))
    ['in_force', 'signing']
    """
    return frozenset(stage for stage, pattern in _stages().items() if pattern.search(words))


def tells_in_force(sentence: str) -> bool:
    """Whether a sentence tells that an instrument binds, and not that it will or may.

    >>> tells_in_force("The pact took effect in May"), tells_in_force("a pact that will enter into force")
    (True, False)
    """
    pattern, not_yet = _stages()["in_force"], _phrase()["not_yet"]
    for match in pattern.finditer(sentence):
        before = re.findall(r"[\w’']+", sentence[: match.start()].casefold())[-_NEAR:]
        if not not_yet & set(before) and not any(w.endswith(("n't", "n’t")) for w in before):
            return True
    return False


@cache
def _initials() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = {
        key: "|".join(map(re.escape, words))
        for key, words in read_toml("instruments.toml")["initials"].items()
    }
    bare = rf"\b(?:{rows['bare']})\s+(?:been\s+)?(?:{rows['initialling']})\b"
    return re.compile(bare, re.IGNORECASE), re.compile(rf"\b(?:{rows['names_set']})\b", re.IGNORECASE)


def stage_of_paper(clause: str) -> str | None:
    """Whether a clause has a paper as signed, or as no more than initialled; None for neither.

    >>> stage_of_paper("It was only initialled"), stage_of_paper("It was signed"), stage_of_paper("It was")
    ('initialled', 'signed', None)
    """
    bare, names_set = _initials()
    if bare.search(clause):
        return "initialled"
    return "signed" if names_set.search(clause) else None


@cache
def _described() -> re.Pattern[str]:
    longest_first = sorted(_kinds(), key=lambda w: (-len(w), w))
    kinds = "|".join(map(re.escape, longest_first))
    return re.compile(rf"\b((?:[a-z][a-z-]*\s){{1,3}})({kinds})\b")


def instruments_described(words: str) -> frozenset[frozenset[str]]:
    """The instruments that some words tell from others, each by the words that do so.

    >>> [sorted(i) for i in instruments_described("signed a new free trade agreement, and a deal")]
    [['free', 'trade']]
    """
    named = (frozenset(_next_to(m[1].split())) for m in _described().finditer(words))
    return frozenset(n for n in named if n)


def _next_to(words: Sequence[str]) -> Sequence[str]:
    """The last of some words, up to one that tells no instrument from others."""
    at = max((i for i, w in enumerate(words) if w in _general()), default=-1)
    return words[at + 1 :]


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name an instrument, from `start` to `end`: its kind, and stems of what tells it from others.

    `towns` are stems of places that it is called by ("the Dayton accord"). `several` where they name a set of
    instruments, `given` where they take one up that is known ("the treaty").
    """

    start: int
    end: int
    kind: str
    stems: frozenset[str]
    towns: frozenset[str]
    several: bool
    given: bool


def instruments_named(text: str) -> tuple[Named, ...]:
    """The instruments that a text names, in its order.

    >>> [(n.kind, sorted(n.stems)) for n in instruments_named("a pact on fishing and the new trade treaty")]
    [('treaty', ['fish']), ('treaty', ['trad'])]
    """
    found: list[Named] = []
    for match in _anywhere().finditer(text):
        named = _named(text, match)
        if not found or named.start >= found[-1].end:
            found.append(named)
    return tuple(found)


def one_kind(a: str, b: str) -> bool:
    """Whether accounts may call one instrument by both kinds."""
    return a == b or is_generic(a) or is_generic(b)


def is_generic(kind: str) -> bool:
    """Whether any instrument may be called so."""
    return kind in _phrase()["generic"]


def stem_of(word: str) -> str:
    """The letters by which forms of a word are known as one ("fishing", "fisheries")."""
    return plain_letters(word)[:_STEM]


@cache
def _phrase() -> Mapping[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in read_toml("instruments.toml")["phrase"].items()}


@cache
def _anywhere() -> re.Pattern[str]:
    longest_first = sorted(_kinds(), key=lambda w: (-len(w), w))
    kinds = "|".join(r"\s+".join(map(re.escape, w.split())) for w in longest_first)
    return re.compile(rf"\b({kinds})(s?)\b", re.IGNORECASE)


def _named(text: str, match: re.Match[str]) -> Named:
    word = " ".join(match[1].casefold().split())
    several = bool(match[2]) or word in _phrase()["many"]
    before = _before(text, match.start())
    towns = frozenset(stem_of(t.group()) for t in before if _is_town(t.group(), match[1]))
    given = _given(text, before[0].start() if before else match.start())
    end, more = _behind(text, match.end(), several)
    own = [t.group() for t in before if plain_letters(t.group()) not in _phrase()["vague"]]
    stems = frozenset(stem_of(w) for w in (*own, *more) if len(w) > 2) - towns
    start = before[0].start() if before else match.start()
    return Named(start, end, _kinds()[word], stems, towns, several, given)


def _before(text: str, end: int) -> list[re.Match[str]]:
    """The words that tell an instrument from others, in their order."""
    found: list[re.Match[str]] = []
    for token in reversed(list(_TOKEN.finditer(text, max(0, end - _LOOK), end))):
        word = token.group()
        if len(found) >= _BEFORE or not word[0].isalnum() or plain_letters(word) in _general():
            break
        if _is_name(word):
            found += [token] if not found and plain_letters(word) in _capitals() else []
            break
        found.append(token)
    return found[::-1]


def _given(text: str, start: int) -> bool:
    """Whether the word before takes up something that is known."""
    words = text[max(0, start - 12) : start].casefold().split()
    return bool(words) and words[-1] in ("the", "this", "that", "its", "their")


def _is_town(word: str, kind: str) -> bool:
    """Whether a word before an instrument is the place it is called by."""
    return plain_letters(word) in _capitals() or (word[:1].isupper() and kind[:1].islower())


@cache
def _capitals() -> frozenset[str]:
    return frozenset(plain_letters(c) for state in states() for c in state.capitals)


def _behind(text: str, start: int, several: bool) -> tuple[int, list[str]]:
    """Where the words end that tell what an instrument is on, and those words."""
    tokens = list(_TOKEN.finditer(text, start, min(len(text), start + _LOOK)))
    if not tokens or tokens[0].group() not in _phrase()["leads"] or len(tokens) < 2:
        return start, []
    end, found = start, []
    for number, token in enumerate(tokens[1 : _AFTER + 1]):
        word, plain = token.group(), plain_letters(token.group())
        later = tokens[number + 2].group() if number + 2 < len(tokens) else ""
        placed = word == "in" and later[:1].isupper()
        another = word == "and" and later in ("a", "an", "the")
        if several and word == ",":
            continue
        dated = word[0].isdigit() and tokens[0].group() == "on"
        if word in _phrase()["ends"] or placed or another or dated or not word[0].isalnum() or _is_name(word):
            break
        if plain not in _general() and plain not in _phrase()["vague"]:
            found.append(word)
        end = token.end() if plain not in ("and", "in", "the", "a", "of", "to", "or") else end
    return (end, found) if found else (start, [])


def _is_name(word: str) -> bool:
    """Whether a word names a state, its people or a day, and no thing of its own."""
    plain = plain_letters(word).removesuffix("'s").removesuffix("’s")
    parts = re.split(r"[-–]", plain)
    return word[:1].isupper() and all(p in _of_states() for p in parts if p)


@cache
def _of_states() -> frozenset[str]:
    calendar = read_toml("times.toml")
    surfaces = (plain_letters(surface) for state in states() for surface, _ in state.surfaces())
    words = {word for surface in surfaces for word in surface.split()}
    return frozenset(words | {*calendar["months"], *calendar["weekdays"]}) - {"and", "of", "the"}
