"""Lines that hold a writer's name without "By", or the day of publication beside other things.

"Amb. (ret.) Ana Solís", "4 March 2019, 07:42 GMT | Updated 09:10", "Ana Solís · 4 March 2019": such a line is
told by its parts, each a name, a day, a time or a label.
"""

import re
from itertools import pairwise

from dragoman.model.written import written_date, written_dates
from dragoman.reading.passages import Passage
from dragoman.vocabulary.boilerplate import boilerplate, words_of
from dragoman.vocabulary.institutions import institutions
from dragoman.vocabulary.places import gazetteer
from dragoman.vocabulary.states import naming

_PARTS = re.compile(r"\s*[|•·;]\s*|\s+[-–—/*~›»]\s+|\s{2,}")
_FROM = re.compile(r"(?:in|from|reporting from)\s+(?:the\s+)?[^\W\d_]")
_BEHIND_DAY = re.compile(r"\bby\s+(?=[^\W\d_])")
_UNDATED = re.compile(  # a weekday with a day and no year
    r"(?:^|[|·•]\s*)(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s+(?:the\s+)?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>[a-z]{3,9})"
    r"|(?P<month2>[a-z]{3,9})\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?)"
    r"(?!,?\s*\d{4})(?=\s*(?:$|[|·•,–—-]))",
    re.IGNORECASE,
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RETIRED = re.compile(r"\s*\((?:ret|retd|r|rtd|retired)\.?\)", re.IGNORECASE)
_JOINED = re.compile(r"\s+(?:and|with)\s+|\s*&\s*|,\s+(?:and\s+)?")
_LINE = 300
_LEAP, _WHOLE = 2024, len("2024-02-29")
_FEW = 8  # words that a part beside a day has at most


def writers(p: Passage) -> str | None:
    """The names in a line that is but names, their titles, and perhaps a day; as in the smooth text."""
    if len(p.words) > 24 or p.prose:
        return None
    for part in _PARTS.split(p.smooth[:_LINE])[:2]:
        bare = without_titles(part)
        names = [n for n in _JOINED.split(bare) if n]
        if names and len(names) <= 4 and all(map(_is_person, names)):
            return bare if len(names) > 1 else names[0]
        if names and _is_person(names[0]) and _is_role(names[1:]):
            return names[0]
    return None


def titled_name(text: str) -> str | None:
    """The name in words that begin with a person's title ("Ambassador (ret.) Dr. Ana Solís, Lima")."""
    bare = without_titles(text)
    names = _JOINED.split(_PARTS.split(bare)[0])
    return names[0] if bare != text and _is_person(names[0]) else None


def without_titles(text: str) -> str:
    """A name without the titles before it and the mark of retirement."""
    text = _RETIRED.sub("", text.strip()).strip(" .,–—-") if "(" in text else text.strip(" .,–—-")
    table = boilerplate().honorifics
    while True:
        width = table.opening(words_of(text))
        rest = re.match(rf"(?:[\w'.&-]+[\s,]+){{{width}}}", text) if width else None
        if not rest:
            return text
        text = text[rest.end() :].lstrip(" .,")


def behind_day(p: Passage) -> str | None:
    """What stands behind "by" in a line that first gives its day: "Posted on 4 March 2019 by Ana Solís"."""
    by = None if p.prose or len(p.words) > 16 else _BEHIND_DAY.search(p.smooth[:_LINE])
    first = p.smooth[: by.start()] if by else ""
    return p.smooth[by.end() :] if by and any(True for _ in written_dates(first)) else None


def weekday_and_day(p: Passage) -> tuple[int, int, int] | None:
    """The weekday (0 is Monday), month and day of a line that gives its day without a year."""
    told = None if p.prose or len(p.words) > 20 else _UNDATED.search(p.smooth[:_LINE])
    if told is None:
        return None
    day = written_date(f"{told['day'] or told['day2']} {told['month'] or told['month2']} {_LEAP}")
    if day is None or len(day) < _WHOLE:
        return None
    return _WEEKDAYS.index(told["weekday"][:3].lower()), int(day[5:7]), int(day[8:10])


def titled(p: Passage) -> bool:
    """Whether such a line begins with what one calls a person ("Dr", "Ambassador", "Prof.")."""
    plain = p.smooth.strip()
    return without_titles(plain) != plain


def day(p: Passage) -> str | None:
    """The day of publication that a line states, EDTF: no day of a change, and none inside a sentence."""
    stated = plain = None
    for part in _dated_parts(p):
        dates = list(written_dates(part))
        words = words_of(part)
        if not dates or boilerplate().changed.count(words) > boilerplate().dated.count(words):
            continue
        if boilerplate().dated.count(words):
            stated = stated or dates[0][2]
        plain = plain or dates[0][2]
    return stated or plain


def dated(p: Passage) -> bool:
    """Whether a line holds a day and beside it only short parts: a time, a change, a name, a section."""
    if p.prose or len(p.words) > 30 or (p.closed and len(p.words) > 12):
        return False
    parts = [part for part in _dated_parts(p) if part.strip()]
    days = [part for part in parts if _mostly_day(part)]
    return bool(days) and all(len(words_of(part)) <= _FEW or _tells_change(part) for part in parts)


def _tells_change(part: str) -> bool:
    """Whether a part only says when a text was changed ("last modified on Sun 26 Apr 2026 15.30 GMT")."""
    short = len(words_of(part)) <= _FEW * 2
    return short and boilerplate().changes.match(part.strip()) is not None and any(written_dates(part))


def _dated_parts(p: Passage) -> list[str]:
    """The parts of a line, cut where it goes on to say when it was changed."""
    pieces: list[str] = []
    for part in _PARTS.split(p.smooth[:_LINE]):
        cuts = [0, *(m.start() for m in boilerplate().changes.finditer(part)), len(part)]
        pieces += [part[a:b] for a, b in pairwise(cuts)]
    return pieces


def _mostly_day(part: str) -> bool:
    found = [b - a for a, b, _ in written_dates(part)]
    return bool(found) and sum(found) * 2 + 20 >= len(part)


def _is_person(name: str) -> bool:
    """Whether words are a full name: capitals, no word of a paper, a body or a place, no state's name."""
    words = re.sub(r"\s+\(.{2,20}\)$", "", name.strip()).split()
    if not 2 <= len(words) <= 6 or not all(re.fullmatch(r"[^\W\d_][\w'.’-]*", w) for w in words):
        return False
    if not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    if not all(w[0].isupper() or w in boilerplate().particles for w in words):
        return False
    table = boilerplate()
    plain = [w.strip(".").casefold() for w in words]
    taken = table.outlet | institutions().words.keys() | table.english
    if any(w in taken for w in plain) or table.whole.count(plain) or table.opens.opening(plain) > 1:
        return False
    return not any(naming(w) for w in words) and not gazetteer().holds(" ".join(words))


def _is_role(parts: list[str]) -> bool:
    """Whether what follows a name says what its bearer is: a degree, or what writers are called."""
    table = boilerplate()
    return all(
        table.degrees.count(words)
        or table.roles.count(words)
        or words[-1] in table.outlet
        or table.honorifics.opening(words) == len(words)
        or _FROM.match(part)
        for part, words in ((part, words_of(part)) for part in parts)
        if words
    )


__all__ = [
    "behind_day",
    "dated",
    "day",
    "titled",
    "titled_name",
    "weekday_and_day",
    "without_titles",
    "writers",
]
