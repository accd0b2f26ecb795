"""People without a name who are held or freed: the same in two accounts, or others."""

from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.model.documents import Metadata

ONE = "Eritrea freed 40 prisoners on 3 June 2025."
REBELS = "Chad's president met rebels in Doha on 3 June 2025."
NIAMEY = "Two Polish journalists were arrested in Niamey on 3 June 2025."


@pytest.mark.parametrize(
    ("one", "other", "count", "parties"),
    [
        (ONE, "On 3 June 2025 Eritrea released 40 detainees.", 1, {"Eritrea", "prisoners"}),
        (ONE, "Eritrea released 40 prisoners in June 2025.", 1, {"Eritrea", "prisoners"}),
        (ONE, "40 prisoners were released in Eritrea on 3 June 2025.", 1, {"Eritrea", "prisoners"}),
        (
            ONE,
            "Forty Ethiopian prisoners were released in Asmara on 3 June 2025.",
            1,
            {"Eritrea", "Ethiopian prisoners"},
        ),
        (ONE, "Eritrea released 14 prisoners in June 2025.", 2, None),
        (ONE, "Eritrea released 40 prisoners on 19 June 2025.", 2, None),
        (ONE, "Eritrea released 40 fishermen on 3 June 2025.", 2, None),
        (ONE, "Djibouti released 40 prisoners on 3 June 2025.", 2, None),
        (NIAMEY, "Niger arrested two Polish journalists on 3 June 2025.", 1, {"Niger", "Polish journalists"}),
        (REBELS, "In Doha Chad's president met rebels on 3 June 2025.", 1, None),
        (REBELS, "Sudan's president met rebels in Juba on 3 June 2025.", 2, None),
        (NIAMEY, "Mali arrested two Polish journalists on 3 June 2025.", 2, None),
    ],
)
def test_people_of_no_known_state_and_acts_of_nobody_named(
    tmp_path: Path, one: str, other: str, count: int, parties: set[str] | None
) -> None:
    files = [tmp_path / "one.txt", tmp_path / "other.txt"]
    for file, text in zip(files, (one, other), strict=True):
        file.write_text(text)
    with pipeline.read(files, pipeline.Given(metadata=Metadata(published="2025-06-30"))) as record:
        views = record.views()
    found = [e for e in views.events if e.act in ("release", "detain", "meeting")]
    assert len(found) == count
    names = {a.id: a.name for a in views.actors}
    if parties is not None:
        assert {names[p.actor] for p in found[0].participants} == parties
