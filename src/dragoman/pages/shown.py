"""What pages are made of: links, words of an account, signs with their word, counts."""

from dataclasses import dataclass

from dragoman.model.views import Credibility
from dragoman.vocabulary.credibility import meanings


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead; `href` is empty where they lead nowhere.

    `tone` is `contra` where they name a contradiction, else empty.
    """

    text: str
    href: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The exact words of an account, cut at their end where they are long, and where they stand.

    `account` names the account and `letter` is its letter on this page (or empty); `lang` and `dir` are the
    words' language and direction, None where they are as the page's.
    """

    text: str
    href: str
    account: str
    letter: str = ""
    lang: str | None = None
    dir: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of what, with the list of them. `sign` names its sign (`planned`), or is empty."""

    number: int
    what: str
    href: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A document as a column or line of a page: what to call it, and what is known of it.

    `letter` stands for it on this page. `published` is in words; what is not known is None.
    """

    id: str
    letter: str
    name: str
    named: bool
    href: str
    title: str | None
    author: str | None
    published: str | None
    genre: str | None
    origin: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event on one line of a list.

    `when` is in words, `edtf` as it is held (None: no date). `origins` counts the independent ones, `copies`
    the further accounts. `contested` where its accounts contradict one another, `doubted` where one doubts.
    """

    id: str
    title: str
    href: str
    when: str
    edtf: str | None
    place: str | None
    status: str
    origins: int
    copies: int
    contested: bool = False
    doubted: bool = False
    inferred: bool = False
    part: bool = False
    last: bool = False
    words: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Rating:
    """How credible a thing is: the Admiralty scale's figure from 1 to 6, what it means, and why."""

    figure: int
    meaning: str
    reasons: tuple[str, ...]


def rating(told: Credibility | None) -> Rating | None:
    """A figure of credibility with its meaning; None where the record has none."""
    return Rating(told.figure, meanings()[told.figure], told.reasons) if told else None
