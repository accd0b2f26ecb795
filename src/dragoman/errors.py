"""The errors a caller of Dragoman may meet.

DragomanError
├── InputError          one input could not be read; the rest goes on
│   ├── NothingToRead   no text in it: empty, one word, a folder without readable files
│   ├── NotText         bytes that are no text in any encoding we know
│   ├── TooLarge        over the size a document may have
│   ├── BrokenLine      one line of a JSON Lines or CSV file
│   ├── WrongLanguage   a language the reader does not read
│   ├── Missing         no such path
│   ├── NotFetched      an address from which no page came
│   └── TooSlow         reading took longer than a document may take
├── RecordError         the record itself
│   ├── CannotWrite     no permission, no space, no such folder, locked
│   ├── NewerRecord     made by a later version
│   └── NotARecord      a file that is no record
├── UnknownId           nothing in the record has that id
└── UsageError          what was asked for makes no sense (a date that is no date)
    ├── Contradiction   a judgement that another one, which stands, forbids
    └── Doubtful        a judgement that the accounts speak against, until it is confirmed

Every error names what, where and what to do: `what` is the input, record or id, `why` the reason, `do`
the way on.
"""


class DragomanError(Exception):
    """What went wrong, in one line for a user: `what: why; do`."""

    def __init__(self, what: str, why: str, do: str = "") -> None:
        super().__init__(what, why, do)
        self.what = what
        self.why = why
        self.do = do

    def __str__(self) -> str:
        line = f"{self.what}: {self.why}"
        line = f"{line}; {self.do}" if self.do else line
        return " ".join(line.split())


class InputError(DragomanError):
    """One input could not be read."""


class NothingToRead(InputError):
    """There is no text to read in it."""


class NotText(InputError):
    """The bytes are no text."""


class TooLarge(InputError):
    """It is larger than a document may be."""


class BrokenLine(InputError):
    """One line of a file of many documents is broken."""


class WrongLanguage(InputError):
    """It is in a language the reader does not read."""


class Missing(InputError):
    """There is no such path."""


class NotFetched(InputError):
    """No page came from the address."""


class TooSlow(InputError):
    """Reading it took longer than a document may take."""


class RecordError(DragomanError):
    """The record cannot be used."""


class CannotWrite(RecordError):
    """The record cannot be written."""


class NewerRecord(RecordError):
    """The record was made by a later version."""


class NotARecord(RecordError):
    """The file is no record of ours."""


class UnknownId(DragomanError):
    """Nothing in the record has that id."""


class UsageError(DragomanError):
    """What was asked for makes no sense."""


class Contradiction(UsageError):
    """A judgement contradicts one that stands."""


class Doubtful(UsageError):
    """The accounts speak against a judgement, until it is confirmed. `evidence` are ids of statements."""

    def __init__(self, what: str, why: str, do: str = "", evidence: tuple[str, ...] = ()) -> None:
        super().__init__(what, why, do)
        self.evidence = evidence
