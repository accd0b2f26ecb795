"""What is kept of each document's statements as a whole is read again as it was."""

from dragoman.model.documents import Span
from dragoman.reconciling.told import Told, kept, revived


def test_what_is_kept_is_what_is_read() -> None:
    told = Told(
        spoken={"d-1": frozenset({"KEN", "VNM"}), "d-2": frozenset(), "d-3": frozenset({"BRA"})},
        pairs={"d-1": frozenset({"KEN", "VNM"})},
        deeds={"d-1": [Span("d-1", 30, 33), Span("d-1", 4, 7)], "d-4": [Span("d-4", 1, 2)]},
        subjects={"d-1": frozenset({"KEN", "NOR", "VNM"}), "d-2": frozenset()},
    )
    rows = list(kept(told))
    assert [(row.part, row.key) for row in rows] == [("document", f"d-{n}") for n in (1, 2, 3, 4)]
    assert revived(rows) == told
