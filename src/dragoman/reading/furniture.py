"""What one passage is by itself, wherever it stands: furniture, caption, byline, biography, signature."""

import re
from functools import cache
from itertools import pairwise

from dragoman.model.written import written_dates
from dragoman.reading import bylines
from dragoman.reading.passages import Passage
from dragoman.vocabulary.boilerplate import Phrases, boilerplate, words_of

_LINE = 900  # characters that a caption, a byline or a notice may have; patterns look no further
_ASIDE = ("reading", "counted", "ago", "clock", "breadcrumb")  # shapes that a whole line has
_SITE = ("pixels", "price", "mail", "phone", "copyright")  # shapes that count as a strong phrase
_NAME = (
    r"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|Sir|Amb)\.?\s+)?[A-ZÀ-ÖØ-Þ][\w'-]*\.?"
    r"(?:\s+(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'-]*\.?|de|da|van|von|der|bin|al|el|ibn|la|du|dos|y)){1,4}"
)
_SIGNED = re.compile(rf"^{_NAME}\s*[,(–—-]\s*")
_IS = re.compile(
    r"\b(?:is|was|has been|works as|serves as|served as)\s+(?:(?:also|currently|now)\s+)?"
    r"(?:an?|the|one of|senior|deputy|chief)\b"
)
_FINITE = re.compile(r"\b(?:is|was|are|were|has|have|had|said|says|told|will)\b")
_SPEECH = re.compile(r"[“”\"«»]|\b(?:said|says|told)\b")
_THE_AUTHOR = re.compile(
    r"^The (?:author|writer|contributor)s?\s+(?:is|was|has been|served|serves|has served)\s+(?:as\s+)?"
)
_SUBJECT = re.compile(rf"^(?:{_NAME}|[A-Z][\w'-]+|The (?:author|writer|contributor)s?)\b")
_SOLIDUS = re.compile(r"(?:^|\W)(?P<a>[A-Z][A-Za-z]+)\s?/\s?(?P<b>[A-Z][\w. -]{1,40}?)\W*$")
_SIDES = re.compile(
    r"[,(]\s*(?:(?:top|bottom|far|second|third|from|on|at|in)\s+(?:from\s+)?(?:the\s+)?)?"
    r"(?:left|right|cent(?:er|re))\s*[,)]|^From left\b"
)
_ON_DAY = re.compile(
    r"(?:,|\bon)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},|\d{1,2}\s+[A-Z][a-z]+)\s+\d{4}"
)
_DATELINE = re.compile(r"^[A-Z][\w'’. ,/-]{1,60}\b\d{4}\s?(?:\([^()]{2,40}\))?\s?(?:--|[-–—:])\s")
_CREDITED = re.compile(r"\([A-Z][\w.' -]{2,40}/\s?[A-Z][\w.' -]{1,40}\)\W*$")
_OWNED = re.compile(r"\w[.,)]?\s+©\s?(?:\d{4}\s)?[^.©]{2,50}\.?$")
_MONTHS = re.compile(r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)


def furniture(p: Passage) -> bool:
    """Whether it is part of the site and no part of the article, by its words and shape alone."""
    table = boilerplate()
    if not any(c.isalpha() for c in p.smooth) or p.foreign or table.whole.cover(p.words):
        return True
    line = p.smooth[:_LINE]
    if len(p.words) <= 20 and any(table.shapes[name].search(line) for name in _ASIDE):
        return True
    sure = table.strong.count(p.own) + sum(bool(table.shapes[n].search(line)) for n in _SITE)
    weak, person = table.weak.count(p.own), table.person.count(p.own)
    length, cues = len(p.words), sure + weak + person
    if p.prose:
        dense = cues * 12 >= length
        some = (
            sure >= 2
            or (sure == 1 and weak + person >= 2)
            or (weak >= 3 and person > 0 and cues * 9 >= length)
        )
        return dense and some
    if sure:
        return length <= 30 or cues * 12 >= length
    return (weak >= 2 or (weak == 1 and person > 0 and not p.closed)) and cues * 4 >= length


def strong(p: Passage) -> bool:
    """Whether phrases stand in it that no report has, one in thirty words."""
    return boilerplate().strong.count(p.own) * 30 >= max(1, len(p.words))


def of_site(p: Passage) -> bool:
    """Whether a site speaks of itself or to its readers in it: three words of that kind, one in twelve."""
    table = boilerplate()
    cues = table.strong.count(p.own) + table.weak.count(p.own) + table.person.count(p.own)
    return cues >= 3 and cues * 12 >= len(p.words)


def caption(p: Passage) -> bool:
    """Whether it is the line under a picture, or says who took one."""
    table, length = boilerplate(), len(p.words)
    if length > 80 or len(p.smooth) > _LINE:
        return False
    credit = table.shapes["credit"].search(p.smooth)
    if credit and (credit.end() >= len(p.smooth) - 12 or length <= 40):
        return True
    if _CREDITED.search(p.smooth) or (
        p.smooth.startswith("©") and not p.smooth[1:].strip()[:1].isdigit() and p.prose
    ):
        return True
    if table.shapes["signed"].search(p.smooth) or (_OWNED.search(p.smooth) and length >= 8):
        return True
    if length <= 6 and _agencies().cover([w for w in p.words if w not in ("via", "by", "and", "photo")]):
        return True
    if _marked(table.openings, p) or (length <= 60 and table.shown.opening(p.words)):
        return True
    pair = _SOLIDUS.search(p.smooth)
    if pair and ({pair["a"], pair["b"].strip()} & table.agencies or pair["a"].title() in table.agencies):
        return True
    return length <= 60 and (table.inside.count(p.words[-9:]) > 0 or _posed(p))


def _posed(p: Passage) -> bool:
    """Whether it tells in the present what one day's picture shows: who stands where, doing what.

    What somebody plans "to hold" is no pose.
    """
    sides = _SIDES.search(p.smooth)
    if (not p.prose and not sides) or _DATELINE.search(p.smooth):
        return False
    first = re.split(r"[.!?]\s", p.smooth, maxsplit=1)[0]
    done = [word for before, word in pairwise(("", *p.own[:16])) if before != "to"]
    shown = boilerplate().poses.count(done) > 0 and not _FINITE.search(first)
    return shown and (sides is not None or (date_in(p) and bool(_ON_DAY.search(p.smooth))))


def byline(p: Passage) -> bool:
    """Whether it is a line that says who wrote, or when."""
    table, length = boilerplate(), len(p.words)
    if length > 45 or len(p.smooth) > _LINE:
        return False
    if table.helpers.opening(p.words) and re.match(r"[^.]{3,40}?by\s+[A-Z]", p.smooth):
        return True
    if table.thanks.count(p.words) or table.unnamed.cover(p.words):
        return True
    if length <= 20 and (table.dated.opening(p.words) or table.changed.opening(p.words)) and date_in(p):
        return True
    return writer(p) is not None


def writer(p: Passage) -> str | None:
    """What stands after `By` or `Author:` in a line that names a writer; None where it is no such line."""
    table = boilerplate()
    width = table.writer.opening(p.words)
    if not width or len(p.words) > 16 or p.prose:
        return None
    rest = re.match(rf"(?:\w+[\s:]+){{{width}}}\s*", p.smooth)
    after = p.smooth[rest.end() :] if rest else ""
    if not after[:1].isupper() or _MONTHS.match(after) or (p.closed and _FINITE.search(after)):
        return None
    if p.words[width - 1] != "by" and ":" not in p.smooth[: len(p.smooth) - len(after)]:
        return None
    return after


def dateline(p: Passage) -> bool:
    """Whether it is a line with a date and little else."""
    dates = list(written_dates(p.smooth[:_LINE])) if len(p.words) <= 12 else []
    return bool(dates) and sum(b - a for a, b, _ in dates) * 2 + 20 >= len(p.smooth) and not p.prose


def date_in(p: Passage) -> bool:
    """Whether a date stands in it."""
    return any(True for _ in written_dates(p.smooth[:200])) or bool(
        re.search(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}", p.smooth)
    )


def aside(p: Passage) -> bool:
    """Whether it is an item of a summary, a remark in brackets, or leads to what follows: no title."""
    return p.bullet or p.smooth[-1] in ",;:" or (p.smooth[0] == "(" and p.smooth[-1] == ")")


def biography(p: Passage) -> bool:
    """Whether it tells who a writer is: a name, `is`, and within a few words what writers are."""
    text = bylines.without_titles(p.smooth[:400])
    table, found = boilerplate(), _IS.search(text[:160])
    if (
        not _SUBJECT.match(text)
        or len(p.words) > 220
        or _SPEECH.search(text[: found.end() if found else _LINE])
    ):
        return False
    author = _THE_AUTHOR.match(text)
    if author and table.of_author.count(words_of(text[author.end() : author.end() + 80])):
        return True
    if found:
        after = text[found.end() : found.end() + 110].split(".")[0].lower()
        about = re.findall(r"\w+(?:[.'-]\w+)*", after)
        return table.roles.count(about) > 0 or table.outlets.count(about) > 0
    return len(p.words) <= 60 and table.verbs.count(p.words[1:8]) > 0


def signature(p: Passage) -> bool:
    """Whether it signs a text: a name, then degrees, an office or an institute, and no verb."""
    named = _SIGNED.match(p.smooth[:_LINE])
    if not named or len(p.words) > 45 or _FINITE.search(p.smooth):
        return False
    return boilerplate().degrees.count(p.words) > 0


def named(p: Passage) -> str | None:
    """The name with which a biography or signature begins."""
    match = re.match(_NAME, bylines.without_titles(p.smooth[:_LINE]))
    return match[0].rstrip(".") if match else None


def opens_list(p: Passage) -> bool:
    """Whether it opens a list of other articles, or is one of its entries (`Read also: …`)."""
    table = boilerplate()
    if p.prose and not _marked(table.opens, p):
        return False
    width = table.opens.opening(p.words)
    return bool(width) and (
        width == len(p.words) or _marked(table.opens, p) or _rows(p) or (width > 1 and len(p.words) <= 6)
    )


def _rows(p: Passage) -> bool:
    """Whether it lists several things in one line, set apart by bars or dots."""
    return re.search(r"\S\s+[|·•▸►]\s+\S", p.smooth[:_LINE]) is not None


def heads_list(p: Passage) -> bool:
    """Whether it is the heading of such a list, and nothing more."""
    return 0 < boilerplate().opens.opening(p.words) == len(p.words)


def ends_text(p: Passage) -> bool:
    """Whether the article is over where it stands."""
    table = boilerplate()
    width = table.ends.opening(p.words)
    if not width:
        return _counts_readers(p)
    return (
        width == len(p.words) or len(p.words) <= 6 or (not p.prose and _marked(table.ends, p)) or furniture(p)
    )


def final(p: Passage) -> bool:
    """Whether only readers and other pages speak after it."""
    return boilerplate().final.opening(p.words) > 0 or _counts_readers(p)


def _counts_readers(p: Passage) -> bool:
    """Whether it is the heading of what readers say, with their number ("12 Comments")."""
    return (
        len(p.words) > 1
        and p.words[0].isdecimal()
        and boilerplate().final.opening(p.words[1:]) == len(p.words) - 1
    )


def _marked(phrases: Phrases, p: Passage) -> bool:
    """Whether it begins with a phrase and a colon, dash or bar, or with one that ends in `by` or the like."""
    width = phrases.opening(p.words)
    if not width:
        return False
    if width > 1 and p.words[width - 1] in ("by", "of", "credit", "courtesy") and len(p.words) <= 30:
        return True
    return (
        re.match(rf"\W*(?:[\w'&.-]+\W+?){{{width - 1}}}[\w'&.-]*\w\s*(?:[:|]|[–—-]\s)", p.smooth) is not None
    )


@cache
def _agencies() -> Phrases:
    return Phrases.of(boilerplate().agencies)
