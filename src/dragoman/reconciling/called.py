"""Whom some accounts name by a word that judges, and others by an office or a plain name.

A strongman to one paper is the president to the next: nothing is contradicted, but a reader must know that
the words take a stand. Only what an account says in its own voice counts.
"""

from collections.abc import Iterator, Sequence

from dragoman.model.views import Name, Naming
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.stands import Clash, Stand, comparison
from dragoman.reconciling.verdicts import Judged

_WORDING = Judged("wording", "the words judge one and the same differently")
KINDS = ("person", "government", "armed_group")


def compare(namings: Sequence[Naming], identities: Identities) -> Iterator[Compared]:
    """For each actor that one account judges by its name and another does not: the clash."""
    held: dict[str, list[Naming]] = {}
    for naming in namings:
        if identities.kind(naming.actor) in KINDS:
            held.setdefault(naming.actor, []).append(naming)
    for actor, accounts in sorted(held.items()):
        judging = {n.document: names for n in accounts if (names := judging_names(n))}
        plain = [_plain(n) for n in accounts if not any(name.judges for name in n.names)]
        if judging and plain:
            yield _clash(
                actor, [s for d, names in judging.items() for s in _stands(d, names)], plain, identities
            )


def judging_names(naming: Naming) -> list[Name]:
    """The names of an account that judge, in its own voice."""
    return [name for name in naming.names if name.judges and name.count > name.quoted]


def _stands(document: str, names: Sequence[Name]) -> Iterator[Stand]:
    for name in names:
        yield Stand(name.text, document, "", name.evidence)


def _plain(naming: Naming) -> Stand:
    """The fullest name an account has for somebody."""
    name = min(naming.names, key=lambda n: (-len(n.text), n.text))
    return Stand(name.text, naming.document, "", name.evidence)


def _clash(actor: str, judging: Sequence[Stand], plain: Sequence[Stand], identities: Identities) -> Compared:
    left, right = tuple(sorted(judging)), tuple(sorted(plain))
    compared = comparison(actor, "naming", left[0], right[0], _WORDING)
    about = f"What {identities.name(actor)} is called"
    positions = ((left[0].value, left), (right[0].value, right))
    clash = Clash(actor, "characterization", "naming", about, _WORDING, positions)
    return Compared((compared,), (clash,))
