"""Where no name of a person may stand: on titles, months of a date, and the names that the tables know.

A state's or capital's name is free where it is a part of a person's ("Michael Jordan", "Santiago Peña").
"""

from collections.abc import Iterator, Sequence

from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.reading.titles import Title
from dragoman.vocabulary.institutions import institutions
from dragoman.vocabulary.times import times

Pair = tuple[str, str]


def barred(
    lines: Sequence[Line], knowns: Sequence[Sequence[Known]], titles: Sequence[Sequence[Title]]
) -> list[list[bool]]:
    """For each piece whether a name of a person may not stand there: titles, and names of the tables."""
    found: list[list[bool]] = []
    borne = {
        pair
        for line, names, given in zip(lines, knowns, titles, strict=True)
        for pair in _titled_pairs(line, names, given)
    }
    for line, names, given in zip(lines, knowns, titles, strict=True):
        row = [False] * len(line.words)
        for known in names:
            if not _given_name(line, known) and _pair(line, known) not in borne:
                row[known.first : known.last] = [True] * (known.last - known.first)
        for title in given:
            row[title.begin : title.until] = [True] * (title.until - title.begin)
        for i in _months(line):
            row[i] = True
        found.append(row)
    return found


def _months(line: Line) -> list[int]:
    """The months beside a number, which begin no name ("On 31 March Ruto met …")."""
    digits = [word[0].isdigit() for word in line.words] + [False]
    months = times().months
    return [i for i, w in enumerate(line.folded) if w in months and (digits[i - 1] or digits[i + 1])]


def _titled_pairs(line: Line, names: Sequence[Known], titles: Sequence[Title]) -> Iterator[Pair]:
    """The first two words of persons called like a capital, as a title shows ("President Santiago Peña")."""
    behind = {title.until for title in titles if not title.plural and title.of is None}
    for known in names:
        pair = _pair(line, known) if known.role == "capital" and known.first in behind else None
        if pair is not None and line.joined[known.first] and not line.titled:
            yield pair


def _pair(line: Line, known: Known) -> Pair | None:
    """A known word with the capital word behind it, where that may be a surname."""
    i = known.last
    if known.last - known.first != 1 or i >= len(line.words) or not line.joined[i]:
        return None
    surname = line.capital(i) and line.before(i) == " " and line.folded[i] not in institutions().words
    return (line.folded[known.first], line.folded[i]) if surname else None


def _given_name(line: Line, known: Known) -> bool:
    """Whether a state's name is part of a person's ("Michael Jordan", "Chad Bown")."""
    if known.last - known.first != 1 or known.role not in ("name", "capital"):
        return False
    i = known.first
    if line.entities[i] != "PERSON":
        return False
    before = i > 0 and line.joined[i] and line.capital(i - 1) and line.entities[i - 1] == "PERSON"
    after = (
        known.role == "name"
        and known.last < len(line.words)
        and line.joined[known.last]
        and line.entities[known.last] == "PERSON"
        and line.capital(known.last)
        and not before
        and line.before(known.last) == " "
    )
    return before or (after and line.folded[known.last] not in institutions().words and not line.titled)
