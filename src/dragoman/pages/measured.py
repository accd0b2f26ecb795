"""How well the reader does: the figures below which no version of it may fall, each in plain words."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

_SHOWN = {
    ("acts", "acts_precision"): "Acts between states that it finds and that are there",
    ("acts", "acts_recall"): "Acts between states that are there and that it finds",
    ("acts", "parties_f1"): "Who acts and with whom, told right",
    ("acts", "certainty_accuracy"): "Done, planned, alleged, denied: told right",
    ("tempeval3", "value_f1"): "Dates and times read to the right value",
    ("geowebnews", "within_161km"): "Places put within 161 km of where they are",
    ("quotes", "speaker_accuracy"): "Speakers of quotations told right",
}


_TEXTS = {  # the set's own name stands in the JSON, and in docs/evaluation.md
    "acts": "news texts marked by hand for this",
    "tempeval3": "news in which others marked the dates",
    "geowebnews": "news in which others marked the places",
    "quotes": "quotations marked by hand for this",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure in words: what it was taken on, the name of that set, and the least it may be, in 100."""

    what: str
    least: int
    on: str
    set: str


@cache
def measures() -> tuple[Measure, ...]:
    """The measures that a reader of a record should know."""
    text = resources.files("dragoman").joinpath("evaluate", "floors.toml").read_text(encoding="utf-8")
    return tuple(_measures(tomllib.loads(text)))


def _measures(floors: dict[str, dict[str, dict[str, float]]]) -> Iterator[Measure]:
    for (on, name), what in _SHOWN.items():
        floor = floors.get(on, {}).get(name)
        if floor:
            yield Measure(what, round(floor["floor"] * 100), _TEXTS[on], on)
