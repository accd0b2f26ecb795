"""Which of several who bear a title it means by what stands near it, by its gender and by the years told."""

import re
from collections.abc import Sequence

from dragoman.reading.drafts import Recall
from dragoman.reading.knowledge import Knowledge
from dragoman.reading.lines import Line
from dragoman.reading.titles import Title
from dragoman.vocabulary.descriptions import descriptions

_NEAR = 2  # sentences before
_LONG_AGO = 10  # years before the newest year of a text
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-]|[.,]\d)")


def told_here(know: Knowledge, line: Line, title: Title, recall: Recall, people: Sequence[str]) -> list[str]:
    """The one bearer that the title's own paragraph told of just before; nobody where it told of more.

    Who held the office before counts only where he is told of in his time ("the late president").
    """
    sentence, start = know.numbering.of(line, title.first), line.starts[title.begin]
    wanted = set(people)
    near = [d for drafts in recall.back(sentence, start, _NEAR) for d in drafts if d.line == line.index]
    seen = {d.actor for d in near if d.actor in wanted}
    one = min(seen) if len(seen) == 1 else None
    return [one] if one is not None and _in_his_time(know, one) else []


def _in_his_time(know: Knowledge, person: str) -> bool:
    """Whether somebody's offices are told as his own at the time that the text speaks of."""
    told = descriptions().in_time
    for bearing in know.bearings[person]:
        title = bearing.title
        first = know.lines[title.line].folded[title.first]
        if bearing.held == "former" and first.rstrip("-") not in told:
            return False
    return True


def not_of_one_gender(title: Title, other: Title) -> bool:
    """Whether one of two titles is a man's and the other a woman's ("spokesman", "spokeswoman")."""
    genders = descriptions().genders
    mine, theirs = (genders.get(t.title.split()[-1].casefold()) for t in (title, other))
    return mine is not None and theirs is not None and mine != theirs


def of_old(know: Knowledge, person: str) -> bool:
    """Whether a text gives somebody his office only beside a year long before the newest that it tells."""
    years = [int(y) for line in know.lines for y in _YEAR.findall(line.paragraph.text)]
    told = [_YEAR.findall(_sentence(know, b.title)) for b in know.bearings[person]]
    return all(ys and max(map(int, ys)) < max(years) - _LONG_AGO for ys in told)


def _sentence(know: Knowledge, title: Title) -> str:
    line = know.lines[title.line]
    return line.paragraph.doc[line.tokens[title.first]].sent.text
