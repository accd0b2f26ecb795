"""Calendar dates as papers and pages print them, to EDTF.

Only what the words alone fix: `03/04/2025` is the third of April to one reader and the fourth of March to
another, so it is no date here; `25/09/2025` is.
"""

import re
from collections.abc import Iterator

from dragoman.model import dates

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d{2})\b"
_FORMS = (
    r"(?P<year>(?:1[5-9]|20)\d{2})-(?P<mm>\d{2})(?:-(?P<day>\d{2}))?(?!\d|-\d)",
    r"(?P<year>(?:1[5-9]|20)\d{2})(?P<sep>[/.])(?P<mm>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
    r"(?P<year>(?:19|20)\d{2})(?P<mm>[01]\d)(?P<day>[0-3]\d)(?!\d)",
    rf"(?<!\bno\.\s)(?<!\bno\s){_DAY}(?:\s+of)?[\s,.-]{{1,3}}{_MONTH}[\s,-]{{1,3}}{_YEAR}",
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"(?<!\d\s)(?<!\d(?:st|nd|rd|th)\s){_MONTH},?\s+{_YEAR}",
    r"(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d{2})(?!\d)",
)
_WRITTEN = tuple(re.compile(rf"(?<![\w/.-]){form}", re.IGNORECASE) for form in _FORMS)
_YEAR_ALONE = re.compile(rf"\s*{_YEAR}\s*")


def written_dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Each full or month-and-year date in a text as (start, end, EDTF), in order, none within another.

    >>> list(written_dates("Published: 4 March 2025"))
    [(11, 23, '2025-03-04')]
    """
    found: list[tuple[int, int, str]] = []
    for form in _WRITTEN:
        for match in form.finditer(text):
            value = _value(match)
            if value and not any(a < match.end() and match.start() < b for a, b, _ in found):
                found.append((match.start(), match.end(), value))
    yield from sorted(found)


def written_date(text: str) -> str | None:
    """The one date that a text names, as EDTF; None where it names none, several, or one that is ambiguous.

    A valid EDTF date is itself; a time of day beside a date is left out, and the date stays as written
    (no time zone is applied).

    >>> written_date("Tue, 04 Mar 2025 10:00:00 +0000"), written_date("03/04/2025"), written_date("2025-03")
    ('2025-03-04', None, '2025-03')
    """
    stripped = text.strip()
    if re.fullmatch(r"(1[5-9]|20)\d{2}(-\d{2}){0,2}", stripped) and dates.valid(stripped):
        return stripped
    if _YEAR_ALONE.fullmatch(stripped):
        return stripped
    values = {value for _, _, value in written_dates(stripped[:200].replace("T", " "))}
    return values.pop() if len(values) == 1 else None


def _value(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year, day = parts["year"], parts.get("day")
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        if first != second and first <= 12 and second <= 12:
            return None
        number, day = min(first, second), str(max(first, second))
        if first > 12 and second > 12:
            return None
    elif parts.get("mm"):
        number = int(parts["mm"])
    else:
        number = _MONTHS.index(parts["month"].lower()[:3]) + 1
    if not 1 <= number <= 12:
        return None
    value = f"{year}-{number:02d}" + (f"-{int(day):02d}" if day else "")
    return value if dates.valid(value) else None
