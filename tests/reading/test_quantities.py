"""Quantities: what a number counts or measures, which numbers are none, and whose they are."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import body
from dragoman.model.documents import Span
from dragoman.model.statements import Quantity, Statement
from dragoman.reading import quantities
from dragoman.reading.marks import Parsed
from dragoman.reading.numbers import numbers
from dragoman.reading.parse import Parser

# Sentence, and: of; low; high; unit; currency; comparator; measure; basis.
QUANTITIES = [
    ("Ghana and Togo signed twelve agreements.", "agreements;12;12;;;exact;count;signed"),
    ("The two presidents met twice in Suva.", "meetings;2;2;;;exact;count;"),
    ("Castro has visited Luanda no fewer than eleven times.", "visits;11;11;;;at least;count;"),
    ("It was their third visit to Oslo.", "visits;3;3;;;exact;ordinal;"),
    ("The encounter, the second of the two premiers, lasted an hour.", "encounters;2;2;;;exact;ordinal;"),
    ("This was the fourth round of talks since May.", "rounds;4;4;;;exact;ordinal;"),
    ("The 21st meeting of the commission took place in Quito.", "meetings;21;21;;;exact;ordinal;"),
    ("France met Mali for the second time.", "meetings;2;2;;;exact;ordinal;"),
    ("The plant will produce 110 megawatts.", "megawatts;110;110;megawatt;;exact;amount;"),
    ("A 330-kilometre pipeline links the two.", "kilometres;330;330;kilometre;;exact;amount;"),
    ("Turkey pledged 500 million euros in aid.", "pledge;500000000;500000000;;EUR;exact;amount;announced"),
    ("Kenya received a loan of $1.5 billion.", "loan;1500000000;1500000000;;USD;exact;amount;delivered"),
    ("A credit of 1.2bn yuan was disbursed.", "credit;1200000000;1200000000;;CNY;exact;amount;disbursed"),
    ("Trade rose by 40 per cent last year.", "trade;40;40;percent;;exact;change;"),
    ("Exports fell 12.5% in May.", "exports;12.5;12.5;percent;;exact;change;"),
    ("Oil accounts for 60 per cent of exports.", "exports;60;60;percent;;exact;share;"),
    ("More than 1.4 million refugees crossed into Jordan.", "refugees;1400000;1400000;;;more than;count;"),
    ("At least 30 soldiers were killed.", "soldiers;30;30;;;at least;count;"),
    ("Up to 300 troops will train in Latvia.", "troops;300;300;;;at most;count;"),
    ("About 2,500 students study in Minsk.", "students;2500;2500;;;about;count;"),
    ("Nearly 200 sailors took part.", "sailors;200;200;;;about;count;"),
    ("Fewer than 50 vessels passed the strait.", "vessels;50;50;;;less than;count;"),
    ("Some 40,000 people live in the camp.", "people;40000;40000;;;about;count;"),
    ("The pact lasts for ten years.", "years;10;10;year;;exact;duration;"),
    ("The ten-year lease covers the port.", "years;10;10;year;;exact;duration;"),
    ("Relations date back 77 years.", "years;77;77;year;;exact;duration;"),
    ("Peru ordered 24 fighter jets from Sweden.", "fighter jets;24;24;;;exact;count;ordered"),
    ("Seoul delivered six frigates to Manila.", "frigates;6;6;;;exact;count;delivered"),
    ("The bank approved a $49.3 million loan.", "loan;49300000;49300000;;USD;exact;amount;announced"),
    ("The deal is worth £2.5bn.", "deal;2500000000;2500000000;;GBP;exact;amount;"),
    ("Tokyo lent 30 billion yen to Hanoi.", "lend;30000000000;30000000000;;JPY;exact;amount;disbursed"),
    ("Russia shipped 25,000 tonnes of grain.", "tonnes;25000;25000;tonne;;exact;amount;delivered"),
    (
        "Iran exports 1.5 million barrels per day.",
        "barrels per day;1500000;1500000;barrel per day;;exact;amount;delivered",
    ),
    ("The summit in Baku, the third since May, ended early.", "summits;3;3;;;exact;ordinal;"),
    ("That meeting, their second in a year, signals a thaw.", "meetings;2;2;;;exact;ordinal;"),
    ("Between 10 and 15 ministers attended.", "ministers;10;15;;;exact;count;"),
    ("Growth of 3 to 4 per cent is forecast.", "growth;3;4;percent;;exact;change;"),
    ("Hundreds of migrants were sent back.", "migrants;200;;;;at least;count;"),
    ("Tens of thousands of people marched.", "people;20000;;;;at least;count;"),
    ("Dozens of agreements were signed in Hanoi.", "agreements;24;;;;at least;count;signed"),
    ("A dozen states voted against.", "states;12;12;;;exact;count;"),
    ("Twenty-one countries joined the bank.", "countries;21;21;;;exact;count;"),
    ("The fund holds 2 billion Swiss francs.", "hold;2000000000;2000000000;;CHF;exact;amount;"),
    ("He promised 300 million rupees.", "promise;300000000;300000000;rupees;;exact;amount;announced"),
    ("Brazil vetoed the text three times.", "vetoes;3;3;;;exact;count;"),
    ("Bilateral trade reached US$3.7bn.", "trade;3700000000;3700000000;;USD;exact;amount;"),
    ("Bilateral trade reached BZ$3.7bn.", "trade;3700000000;3700000000;;BZD;exact;amount;"),
    ("The stations cost 750 million Australian dollars.", "cost;750000000;750000000;;AUD;exact;amount;"),
    ("Egypt opened three consulates general abroad.", "consulates;3;3;;;exact;count;"),
    ("Over 60 delegations came to Sochi.", "delegations;60;60;;;more than;count;"),
    ("As many as 5,000 workers left.", "workers;5000;5000;;;at most;count;"),
    (
        "The island has 900 square kilometres of forest.",
        "square kilometres;900;900;square kilometre;;exact;amount;",
    ),
    ("The embassy issued 12,000 visas.", "visas;12000;12000;;;exact;count;"),
    ("The firm invested R$ 40 million.", "invest;40000000;40000000;;BRL;exact;amount;disbursed"),
    ("An estimated 600 fighters remain.", "fighters;600;600;;;about;count;"),
    ("The ceasefire held for 72 hours.", "hours;72;72;hour;;exact;duration;"),
    ("The army bought 1,000 drones or more.", "drones;1000;1000;;;at least;count;ordered"),
    ("Malaysia signed two memorandums of understanding.", "memorandums;2;2;;;exact;count;signed"),
    ("Aid of €20 million was announced in Kyiv.", "aid;20000000;20000000;;EUR;exact;amount;announced"),
    ("Inflation slowed to 7 percent.", "inflation;7;7;percent;;exact;share;"),
]
NO_QUANTITIES = [
    "On 5 March 2024 the 7th Far East Forum opened.",
    "In 1998 the treaty lapsed.",
    "Jaime, 45, met the 19-year-old.",
    "Resolution 2254 calls for talks.",
    "The G20 met on 12 May.",
    "Article 5 binds the allies.",
    "The two leaders shook hands.",
    "It is the second largest economy of Africa.",
    "The First Lady opened the show.",
    "One of the envoys left.",
    "The Second World War ended.",
    "Flight 370 was lost.",
    "He was the third deputy minister.",
    "The talks began two days ago.",
    "Boeing 737 jets fly there.",
    "The 2025 parade drew crowds.",
    "The meeting started at 10:30.",
    "In the 21st century, trade grew.",
    "It happened in the past five years.",
    "An F-16 crashed.",
    "First, the sides must agree.",
]


def parsed(parser: Parser, text: str) -> Parsed:
    """A text of body alone."""
    return body(parser, text)


def row(found: Quantity) -> str:
    """A quantity as the table above writes it."""
    measured = (found.of, found.low, found.high, found.unit, found.currency)
    cells = (*measured, found.comparator, found.measure, found.basis)
    return ";".join("" if c is None else f"{c:.15g}" if isinstance(c, float) else str(c) for c in cells)


def same(a: str, b: str) -> bool:
    """Whether two rows say the same, numbers compared as numbers."""

    def cells(line: str) -> list[object]:
        return [float(c) if c.replace(".", "").isdigit() else c for c in line.split(";")]

    return cells(a) == cells(b)


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_a_number_is_read_with_what_it_counts_or_measures(parser: Parser, text: str, expected: str) -> None:
    (found,) = (f.quantity for f in quantities.find(parsed(parser, text)))
    assert same(row(found), expected), row(found)
    (span,) = found.evidence
    assert text[span.start : span.end] == found.as_written


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_dates_ages_ranks_and_names_are_no_quantities(parser: Parser, text: str) -> None:
    assert quantities.find(parsed(parser, text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two hundred and five", [(205, 205)]),
        ("three million five hundred thousand", [(3.5e6, 3.5e6)]),
        ("half a million", [(5e5, 5e5)]),
        ("10-15 ships", [(10, 15)]),
        ("between two and 3.5 million", [(2e6, 3.5e6)]),
        ("from 10 to 15", [(10, 10), (15, 15)]),
        ("the 21st", [(21, 21)]),
        ("the fifty-second", [(52, 52)]),
        ("hundreds of thousands", [(2e5, None)]),
        ("EUR 40 m", [(4e7, 4e7)]),
        ("US$3.7bn", [(3.7e9, 3.7e9)]),
        ("G20 and 10:30", []),
        ("1,200", [(1200, 1200)]),
        ("five and six", [(5, 5), (6, 6)]),
    ],
)
def test_numbers_in_figures_and_words(text: str, expected: list[tuple[float, float | None]]) -> None:
    assert [(n.low, n.high) for n in numbers(text)] == expected


def statement(text: str, trigger: str, act: str, clause: str | None = None) -> Statement:
    """A statement of an act whose trigger and clause are these words."""
    start, whole = text.index(trigger), clause or text
    return Statement(
        f"s-{start}", "d-1", text.index(whole), text.index(whole) + len(whole), whole,
        Span("d-1", start, start + len(trigger)), act,
        "happened", "affirmed", "happened", "asserted", "episode",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "act", "expected"),
    [
        ("The encounter, the third of the two kings, lasted long.", "encounter", "meeting", ["meetings"]),
        ("Castro has visited Angola no fewer than nine times.", "visited", "visit", ["visits"]),
        ("It was the king's third visit to Oslo.", "visit", "visit", ["visits"]),
        ("Peru and Chile signed ten agreements.", "signed", "signing", ["agreements"]),
        ("Japan lent Fiji $2 million for 20 buses.", "lent", "lend", ["lend", "buses"]),
        ("The premier visited a plant that employs 300 people.", "visited", "visit", []),
        ("The envoy who counts 300 villages visited Quito.", "visited", "visit", []),
    ],
)
def test_a_quantity_goes_to_the_act_it_modifies(
    parser: Parser, text: str, trigger: str, act: str, expected: list[str]
) -> None:
    read = parsed(parser, text)
    (told,) = quantities.attach([statement(text, trigger, act)], quantities.find(read), read.text)
    assert [q.of for q in told.quantities] == expected


def test_of_two_statements_the_nearer_takes_the_quantity(parser: Parser) -> None:
    text = "Oman announced that Qatar signed six contracts."
    read = parsed(parser, text)
    both = [
        statement(text, "announced", "statement"),
        statement(text, "signed", "signing", "Qatar signed six contracts"),
    ]
    first, second = quantities.attach(both, quantities.find(read), read.text)
    assert (len(first.quantities), len(second.quantities)) == (0, 1)


@given(st.text(alphabet="0123456789 ,.-$%€abmn tohundred", max_size=60))
@settings(max_examples=150, deadline=None)
def test_numbers_stand_in_order_within_any_text(text: str) -> None:
    found = numbers(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(st.lists(st.sampled_from([text for text, _ in QUANTITIES] + NO_QUANTITIES), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None)
def test_every_quantity_is_exact_and_found_alike_twice(parser: Parser, sentences: list[str]) -> None:
    text = "\n".join(sentences)
    read = parsed(parser, text)
    found = [f.quantity for f in quantities.find(read)]
    assert found == [f.quantity for f in quantities.find(read)]
    for quantity in found:
        (span,) = quantity.evidence
        assert text[span.start : span.end] == quantity.as_written
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


def test_a_long_row_of_numbers_is_read_in_time() -> None:
    assert len(numbers("12 " * 50_000)) == 50_000
    assert numbers("twenty-" * 20_000)
