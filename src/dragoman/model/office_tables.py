"""A user's table of office-holders as a text: one line of headings, one line a tenure.

It is kept and read as one more account, so that what it says has its words like everything else.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

COLUMNS = ("person", "office", "of", "from", "to", "source")
HEADING = ",".join(COLUMNS)


@dataclass(frozen=True, slots=True)
class Tenure:
    """One line: who held which office of what, from when until when (EDTF or empty), as which source says.

    `start`–`end` is the line, `name_start`–`name_end` the person's name in it, in characters of the text.
    """

    person: str
    office: str
    of: str
    since: str
    until: str
    source: str
    start: int
    end: int
    name_start: int
    name_end: int

    @property
    def when(self) -> str | None:
        """The days of the tenure (EDTF); None where the table gives none."""
        return f"{self.since or '..'}/{self.until or '..'}" if self.since or self.until else None


def is_office_table(text: str) -> bool:
    """Whether a text is such a table."""
    return text.startswith(HEADING + "\n")


def written(rows: Iterable[Mapping[str, str]]) -> str:
    """The table of these rows as a text.

    >>> written([{"person": "Ann Lee", "office": "president", "of": "Utopia", "from": "2020"}])
    'person,office,of,from,to,source\\nAnn Lee,president,Utopia,2020,,\\n'
    """
    return "".join(line + "\n" for line in (HEADING, *(_line(row) for row in rows)))


def tenures(text: str) -> Iterator[Tenure]:
    """The lines of a table in order."""
    at = 0
    for number, line in enumerate(text.split("\n")):
        if number and line:
            cells = next(csv.reader([line]))
            first = line.index(cells[0])
            name = at + first, at + first + len(cells[0])
            person, office, of, since, until, source = cells
            yield Tenure(person, office, of, since, until, source, at, at + len(line), *name)
        at += len(line) + 1


def _line(row: Mapping[str, str]) -> str:
    cells = (" ".join(row.get(column, "").split()).replace('"', "'") for column in COLUMNS)
    return ",".join(f'"{cell}"' if "," in cell else cell for cell in cells)
