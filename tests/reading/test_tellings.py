"""Ways in which papers tell one matter: each row by itself, and together those nobody tuned the reader on."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.readings import Reading, Referent
from dragoman.model.statements import Statement
from dragoman.vocabulary.states import naming

TABLE = Path(__file__).with_name("tellings.tsv").read_text(encoding="utf-8").split("\n")
ROWS = [line.split("\t") for line in TABLE if line and not line.startswith("#")]
TUNED = [(text, told) for half, text, told in ROWS if half == "tuned"]
AT_LEAST = {"aside": 0.67, "apart": 0.37}
DOING = ("agent", "participant", "mediator", "guest")
DONE_TO = ("counterpart", "recipient", "host")


def names(actor: str, referents: Mapping[str, Referent]) -> set[str]:
    """An actor's name, or the codes of the state it is or acts for."""
    kind, _, key = actor.partition(":")
    if kind in ("state", "government"):
        return {key}
    found = referents.get(actor)
    if found is None:
        return {actor}
    acted = {who.partition(":")[2] for who, _ in found.represents}
    return {found.name, *acted, *([found.country] if found.country else [])}


def are(wanted: list[str], actors: list[str], referents: Mapping[str, Referent]) -> bool:
    """Whether the actors are those wanted, and no others."""
    left = list(dict.fromkeys(actors))
    for name in wanted:
        known = naming(name)
        code = known[0] if known else name
        hit = [a for a in left if any(code == n or name in n for n in names(a, referents))]
        if not hit:
            return False
        left = [a for a in left if a not in hit]
    return not left


def says(statement: Statement, told: str, reading: Reading) -> bool:
    """Whether a statement is what the table tells: act, parties ("A > B", "A & B"), "# place", "@ date"."""
    act, _, rest = told.partition(": ")
    rest, _, when = rest.partition(" @ ")
    parties, _, where = rest.partition(" # ")
    referents = {r.id: r for r in reading.referents}
    doing = [v.value for v in statement.values if v.field in DOING]
    done = [v.value for v in statement.values if v.field in DONE_TO]
    if statement.act != act or (when and [v.value for v in statement.all("when")] != [when]):
        return False
    if where and where not in [v.value for v in statement.all("place")]:
        return False
    if " > " in parties:
        one, other = parties.split(" > ")
        return are([one], doing, referents) and are([other], done, referents)
    if " & " in parties:
        return are(parties.split(" & "), doing + done, referents)
    return are([parties], doing, referents)


def read_so(text: str, told: str) -> bool:
    """Whether all that the table tells of a sentence is read."""
    reading = read_text(text, "2031-06-10")
    return all(any(says(s, one, reading) for s in reading.statements) for one in told.split("; "))


@pytest.mark.parametrize(("text", "told"), TUNED)
def test_a_telling_is_read(text: str, told: str) -> None:
    assert read_so(text, told)


@pytest.mark.parametrize("half", sorted(AT_LEAST))
def test_tellings_nobody_tuned_on_are_read_as_often_as_before(half: str) -> None:
    rows = [(text, told) for of, text, told in ROWS if of == half]
    assert sum(read_so(text, told) for text, told in rows) / len(rows) >= AT_LEAST[half]
