"""Names that judge beside plain ones: wording, and only in an account's own voice."""

import pytest

from dragoman.model.documents import Span
from dragoman.model.views import Name, Naming
from dragoman.reconciling import called
from dragoman.reconciling.identity import Identities

DENIES = "denies that the rule is rightful"


def naming(document: str, *names: Name) -> Naming:
    return Naming("a-0000000000000001", document, names)


def name(text: str, judges: str | None = None, quoted: int = 0) -> Name:
    return Name(text, 1, quoted, (Span("d", 0, len(text)),), judges)


@pytest.mark.parametrize(
    ("namings", "sides"),
    [
        ([naming("d-a", name("strongman Oro", DENIES)), naming("d-b", name("President Oro"), name("Oro"))],
         [("strongman Oro", "President Oro")]),
        ([naming("d-a", name("strongman Oro", DENIES, quoted=1)), naming("d-b", name("President Oro"))], []),
        ([naming("d-a", name("strongman Oro", DENIES)), naming("d-b", name("the dictator", DENIES))], []),
        ([naming("d-a", name("Mr Oro")), naming("d-b", name("President Oro"))], []),
        ([naming("d-a", name("strongman Oro", DENIES), name("President Oro"))], []),
    ],
)  # fmt: skip
def test_a_name_that_judges_is_set_beside_a_plain_one(
    namings: list[Naming], sides: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Identities, "kind", lambda self, actor: "person")
    monkeypatch.setattr(Identities, "name", lambda self, actor: "Oro")
    identities = Identities.__new__(Identities)
    clashes = [c for found in called.compare(namings, identities) for c in found.clashes]
    assert [tuple(value for value, _ in c.positions) for c in clashes] == sides
    assert all(c.judged.verdict == "wording" for c in clashes)
