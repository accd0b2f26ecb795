"""A claim held against a record, the whole way: articles and claims read by the real reader."""

import pytest

from dragoman import pipeline
from dragoman.model.plain import plain
from dragoman.reconciling.checking import Finding, spans
from dragoman.record import Record

ARTICLES = (
    "Chilean President Gabriel Boric visited Ghana on 12 April 2023. In Accra he met Ghanaian President "
    "Nana Akufo-Addo. The two countries signed four agreements.\n",
    "Ghana's President Nana Akufo-Addo met Chile's President Gabriel Boric in Accra on 12 April 2023.\n",
    "Norwegian Foreign Minister Espen Barth Eide will visit Vietnam in September 2024.\n",
    "Kenya did not sign the agreement with Peru, the Kenyan Foreign Ministry said.\n",
    "Turkey supplied Mali with nine drones in 2022.\n",
    "Portugal opened an embassy in Hanoi on 3 May 2021.\n",
    "Fiji and Norway signed a fisheries agreement in Suva on 13 May 2024.\n",
    "Norway and Fiji signed a fisheries agreement in Nadi on 14 May 2024.\n",
    "Fiji expelled two Samoan diplomats on 3 June 2024.\n",
)
PUBLISHED = (
    *("2023-04-14", "2023-04-13", "2024-06-01", "2024-02-01", "2022-12-01", "2021-05-04"),
    *("2024-05-15", "2024-05-15", "2024-06-05"),
)

# a claim, what the record holds on it, and how many independent origins support it
CLAIMS: list[tuple[str, str, int]] = [
    ("Gabriel Boric visited Ghana in April 2023.", "supported", 1),
    ("Boric met Akufo-Addo in Accra on 12 April 2023.", "supported", 2),
    ("Boric held talks with Akufo-Addo.", "supported", 2),
    ("Boric never met Akufo-Addo.", "contradicted", 0),
    ("Boric did not visit Ghana.", "contradicted", 0),
    ("Boric met Akufo-Addo in Accra on 13 April 2023.", "contradicted", 0),
    ("Boric met Akufo-Addo in Kumasi on 12 April 2023.", "contradicted", 0),
    ("Chile and Ghana signed four agreements.", "supported", 1),
    ("Chile and Ghana signed six agreements.", "contradicted", 0),
    ("Boric visited Ghana in 2019.", "silent", 0),
    ("Boric visited Togo in April 2023.", "nothing held", 0),
    ("Espen Barth Eide will visit Vietnam in September 2024.", "supported", 1),
    ("Norway's foreign minister Espen Barth Eide may visit Vietnam.", "supported", 1),
    ("Espen Barth Eide visited Vietnam in September 2024.", "doubted", 0),
    ("Turkey supplied Mali with nine drones.", "supported", 1),
    ("Turkey supplied Mali with twelve drones.", "contradicted", 0),
    ("Portugal opened an embassy in Hanoi in 2021.", "supported", 1),
    ("Portugal opened an embassy in Hanoi in 2018.", "contradicted", 0),
    ("Iceland recognised Kosovo.", "nothing held", 0),
    ("Fiji and Norway signed a fisheries agreement in Nadi on 14 May 2024.", "contested", 1),
    ("Fiji and Norway signed a fisheries agreement in Nadi.", "contested", 1),
    ("Fiji and Norway signed a fisheries agreement in Lautoka.", "silent", 0),
    ("Fiji expelled three Samoan diplomats.", "contradicted", 0),
    ("Fiji expelled two diplomats of Samoa.", "supported", 1),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder = tmp_path_factory.mktemp("articles")
    rows = ["path,published,source"]
    for number, (text, published) in enumerate(zip(ARTICLES, PUBLISHED, strict=True)):
        (folder / f"{number}.txt").write_text(text)
        rows.append(f"{number}.txt,{published},Paper {number}")
    table = folder / "known.csv"
    table.write_text("\n".join(rows))
    return pipeline.read(sorted(folder.glob("*.txt")), pipeline.Given(table=table))


@pytest.fixture(scope="module")
def found(record: Record) -> dict[str, Finding]:
    """What is held on each claim, all claims read as the paragraphs of one draft."""
    draft = "\n\n".join(claim for claim, _, _ in CLAIMS)
    checked = pipeline.check(record, draft)
    starts = {draft.index(claim): claim for claim, _, _ in CLAIMS}
    findings: dict[str, Finding] = {}
    for finding in checked.findings:
        start = max(s for s in starts if s <= finding.start)
        assert draft[finding.start : finding.end] == finding.text
        findings.setdefault(starts[start], finding)
    return findings


@pytest.mark.parametrize(("claim", "verdict", "origins"), CLAIMS, ids=[c[0] for c in CLAIMS])
def test_what_a_record_holds_on_a_claim(
    claim: str, verdict: str, origins: int, found: dict[str, Finding]
) -> None:
    assert claim in found, "nothing was read of it"
    assert (found[claim].verdict, found[claim].independent_origins) == (verdict, origins)


def test_who_published_first_and_in_which_words(record: Record, found: dict[str, Finding]) -> None:
    finding = found["Boric met Akufo-Addo in Accra on 12 April 2023."]
    assert finding.first and finding.first.published == "2023-04-13"
    assert all(record.words(span) for span in spans(finding))


def test_a_hedged_claim_says_what_is_surer(found: dict[str, Finding]) -> None:
    assert "surer" in found["Norway's foreign minister Espen Barth Eide may visit Vietnam."].reason
    assert "announced" in found["Espen Barth Eide visited Vietnam in September 2024."].reason


def test_silence_names_what_is_held_instead(record: Record, found: dict[str, Finding]) -> None:
    (first, *_) = found["Boric visited Ghana in 2019."].near
    assert record.show(first).item.act == "visit"


def test_nothing_of_a_claim_is_kept(record: Record) -> None:
    before = plain(record.views())
    pipeline.check(record, "Peru sent an ambassador to Laos. Boric met Akufo-Addo.")
    assert plain(record.views()) == before
