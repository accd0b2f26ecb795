"""Words that report: which verbs, nouns and phrases give somebody's words, and in which form."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class Reporting:
    """The table `reporting.toml`, all in lower case.

    `verbs` maps a lemma ("say", "point out") to what it takes: speech, clause, phrase, object. `naming`,
    `showing`, `relaying`, `nouns`, `documents` and `takes_up` are lemmas; `according` and `not_speech`
    are phrases.
    """

    verbs: Mapping[str, frozenset[str]]
    naming: frozenset[str]
    showing: frozenset[str]
    relaying: frozenset[str]
    nouns: frozenset[str]
    documents: frozenset[str]
    takes_up: frozenset[str]
    according: tuple[str, ...]
    not_speech: tuple[str, ...]

    def takes(self, lemma: str, form: str) -> bool:
        """Whether a verb takes words in this form."""
        return form in self.verbs.get(lemma, ())


@cache
def reporting() -> Reporting:
    """The table of reporting words."""
    table = read_toml("reporting.toml")
    verbs: dict[str, frozenset[str]] = {}
    for row in table["verb"]:
        for lemma in row["lemmas"]:
            verbs[lemma] = verbs.get(lemma, frozenset()) | frozenset(row["takes"])
    return Reporting(
        verbs=verbs,
        showing=frozenset(table["showing"]["lemmas"]),
        naming=frozenset(table["naming"]["lemmas"]),
        relaying=frozenset(table["relaying"]["lemmas"]),
        nouns=frozenset(table["nouns"]["lemmas"]),
        documents=frozenset(table["documents"]["lemmas"]),
        takes_up=frozenset(table["takes_up"]["lemmas"]),
        according=tuple(table["phrases"]["according"]),
        not_speech=tuple(table["phrases"]["not_speech"]),
    )
