"""The page that tells how to read the signs, and which keys there are."""

from dataclasses import dataclass

from dragoman.vocabulary.credibility import meanings

_VERDICTS = (
    ("contradicts", "the values cannot all be true; the only verdict that is called contested"),
    ("doubted", "one account will not confirm what another tells"),
    ("other measure", "two figures that count different things, and may both be true"),
    ("wording", "the same act in words that judge it: a coup, the taking of control"),
    ("changed over time", "what was so on one day is no longer so on another"),
    ("less precise", "March 2025 beside 4 March 2025: less is said, nothing else"),
    ("same", "the same value"),
    ("not comparable", "about different things"),
)
_CERTAINTIES = (
    ("happened", "told as past, by whoever tells it"),
    ("ongoing", "told as under way"),
    ("planned", "announced, agreed or meant to be"),
    ("postponed", "put off"),
    ("cancelled", "called off"),
    ("reported", "passed on without being vouched for: reportedly, is said to"),
    ("alleged", "a charge against somebody, not proven"),
    ("unconfirmed", "said to lack confirmation, or doubted"),
    ("denied", "somebody rejects it"),
    ("speculative", "could, may, might; what an author argues"),
    ("did not happen", "told as not so"),
)
_SILENCES = (
    (
        "leaves out",
        "the account tells of the event and not of this; a source, of the matter and not the event",
    ),
    ("does not cover", "the source tells nothing of these parties at that time"),
    ("not held", "the record has no account of that source, so its silence says nothing"),
)
_KEYS = (
    ("/", "goes to the search field"),
    ("?", "shows the keys"),
    ("j, k", "next and previous line of a list"),
    ("Enter", "opens it"),
    ("c", "copies a link to the marked words, or to those selected"),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign by its name, and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """The signs in their three families, the figures of credibility, and the keys (where scripts run)."""

    title: str
    verdicts: tuple[Sign, ...]
    certainties: tuple[Sign, ...]
    silences: tuple[Sign, ...]
    figures: tuple[Sign, ...]
    keys: tuple[Sign, ...]


def guide() -> GuidePage:
    """The page; it is the same for every record."""
    return GuidePage(
        title="How to read the signs",
        verdicts=_signs(_VERDICTS),
        certainties=_signs(_CERTAINTIES),
        silences=_signs(_SILENCES),
        figures=tuple(Sign(str(figure), meaning) for figure, meaning in sorted(meanings().items())),
        keys=_signs(_KEYS),
    )


def _signs(told: tuple[tuple[str, str], ...]) -> tuple[Sign, ...]:
    return tuple(Sign(name, meaning) for name, meaning in told)
