"""Whom a title without a name means where several bear it, or one far from it in the text."""

import pytest

from dragoman.reading import clean
from dragoman.reading.actors import find
from dragoman.reading.parse import Parser

_BETWEEN = "Prices rose. Rain fell. Milk was cheap. Bread was dear. Trade is up. The sun shone. Nobody left. "

# text, words, whom they mean
CASES: list[tuple[str, str, list[str]]] = [
    (
        "Peru's Foreign Minister Juan Soto met Chilean Foreign Minister Ana Ruiz. Ruiz left.\n\n"
        "Soto recalled that Chile was a friend. On 8 July the minister stopped in Quito.",
        "minister",
        ["Juan Soto"],
    ),
    (
        "President Ali Garba of Niger spoke. President Ali Garba thanked Togo. Garba is well.\n\n"
        "President Omar Diallo of Guinea landed in Lomé. The president met Togo's premier.",
        "president",
        ["Omar Diallo"],
    ),
    (
        "Niger's President Ali Garba is new.\n\n"
        "Guards saluted the late President Issa Moro in Chad. The president flew there in 2020.",
        "president",
        ["Issa Moro"],
    ),
    (
        "Niger's President Ali Garba is new.\n\n"
        "Former President Issa Moro lives in Chad. The president flew there in 2020.",
        "president",
        ["Ali Garba"],
    ),
    (
        "Peru's Foreign Minister Juan Soto met Chilean Foreign Minister Ana Ruiz. "
        "The minister visited Quito in May.",
        "minister",
        [],
    ),
    (
        "Kenya agreed, Foreign Ministry spokesman Daniel Otieno said. “We never left,” the spokesman noted.",
        "spokesman",
        ["Daniel Otieno"],
    ),
    (
        "Kenya agreed, said Foreign Ministry spokeswoman Ruth Otieno. “We never left,” the spokesman noted.",
        "spokesman",
        [],
    ),
    ("Chairman Luis Soto of the Fish Board arrived. The chairman thanked Chile.", "chairman", ["Luis Soto"]),
    (
        f"Crown Prince Hussein of Jordan met envoys. {_BETWEEN}Egypt thanked the crown prince.",
        "crown prince",
        ["Hussein"],
    ),
    (
        f"Crown Prince Hassan of Jordan left in 1974, not in 2024. {_BETWEEN}Egypt thanked the premier.",
        "premier",
        [],
    ),
    (
        f"Crown Prince Hassan of Jordan went there in 1974. It was in 2024. {_BETWEEN}"
        "Egypt thanked the crown prince.",
        "crown prince",
        [],
    ),
    (
        f"Kenya agreed, foreign ministry spokesman Daniel Otieno said. {_BETWEEN}So the spokesman said.",
        "spokesman",
        ["Daniel Otieno"],
    ),
    (
        "Peru's foreign minister, Juan Soto, met a nun in Lima. “We are glad,” the top diplomat said.",
        "top diplomat",
        ["Juan Soto"],
    ),
    (
        "Peru's premier, Juan Soto, met a nun in Lima. “We are glad,” the top diplomat said.",
        "top diplomat",
        [],
    ),
    (f"Governor Luis Soto of Puno met envoys. {_BETWEEN}Egypt thanked the governor.", "governor", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_a_title_means_whom_its_paragraph_tells_of(
    parser: Parser, text: str, words: str, expected: list[str]
) -> None:
    cast = find(parser.parse("d-1", text, clean.segment(text, None)))
    names = {r.id: r.name for r in cast.referents}
    assert sorted({names[m.actor] for m in cast.mentions if m.text == words}) == expected
