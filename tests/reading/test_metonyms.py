"""Capitals and palaces stand for governments where they act, and for nobody where they are the place."""

import pytest

from bodies import body
from dragoman.reading.actors import find
from dragoman.reading.parse import Parser

# text, the governments for which a capital or palace stands in it
CASES: list[tuple[str, list[str]]] = [
    ("Tehran rejected the proposal.", ["government:IRN"]),
    ("Ankara said it would send envoys.", ["government:TUR"]),
    ("The White House said it would not comment.", ["government:USA"]),
    ("Beijing and Moscow agreed to cooperate.", ["government:CHN", "government:RUS"]),
    ("Relations between Tokyo and Seoul improved.", ["government:JPN", "government:KOR"]),
    ("The treaty was rejected by Jakarta.", ["government:IDN"]),
    ("Talks with Hanoi will resume in May.", ["government:VNM"]),
    ("According to Warsaw, the drones crossed the border.", ["government:POL"]),
    ("Pressure on Pretoria grew.", ["government:ZAF"]),
    ("Kyiv's position has not changed.", ["government:UKR"]),
    ("Ottawa's decision angered farmers.", ["government:CAN"]),
    ("The Kremlin denied the report.", ["government:RUS"]),
    ("Kremlin officials denied the report.", ["government:RUS"]),
    ("Sanctions against Harare were lifted.", ["government:ZWE"]),
    ("New Delhi wants to buy more oil.", ["government:IND"]),
    ("Ministers from Bern and Vienna met in Linz.", ["government:AUT", "government:CHE"]),
    ("Chad received an envoy from Tehran.", ["government:IRN"]),
    ("Officials from Tokyo left early.", ["government:JPN"]),
    ("They met at the request of Lima.", ["government:PER"]),
    ("Commuters from Madrid and Lisbon met in Badajoz.", []),
    ("The officials of Lima swept the streets.", []),
    ("He spoke in Moscow on Friday.", []),
    ("He flew to Moscow on Friday.", []),
    ("They met at the Kremlin.", []),
    ("The Moscow meeting ended early.", []),
    ("The Moscow talks ended early.", []),
    ("She lived near Cairo's airport.", []),
    ("The flight between London and Oslo was late.", []),
    ("Nairobi has three million people.", []),
    ("Paris is the capital of France.", []),
    ("He left from Lisbon by train.", []),
    ("The mayor of Vienna spoke.", []),
    ("Thousands marched in central Athens.", []),
    ("HANOI, Vietnam (AP) — Officials signed the deal.", []),
    ("Moscow, 4 March — Officials signed the deal.", []),
    ("The bakery in Tacoma, Washington sells bread.", []),
    ("Lima's Plaza Mayor was full.", []),
]


@pytest.mark.parametrize(("text", "governments"), CASES, ids=[c[0] for c in CASES])
def test_a_capital_stands_for_its_government_where_it_acts(
    parser: Parser, text: str, governments: list[str]
) -> None:
    cast = find(body(parser, text))
    assert sorted(m.actor for m in cast.mentions if m.form == "metonym") == governments
