"""Where several come together, each of them takes part."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.statements import ROLES

# a text, the act, and the countries that take part
TOLD = [
    ("Kenyan, Ugandan and Rwandan ministers met in Kigali on Monday.", "meeting", "KEN RWA UGA"),
    ("The Greek, Cypriot and Israeli foreign ministers met in Nicosia.", "meeting", "CYP GRC ISR"),
    ("Italian, French, and Spanish troops began joint exercises near Naples.", "exercise", "ESP FRA ITA"),
    ("Talks between Omani, Chadian and South Korean officials opened in Muscat.", "meeting", "KOR OMN TCD"),
    ("Peru, Ecuador and Colombia signed a pact in Leticia.", "signing", "COL ECU PER"),
    ("The trio of Chile, Peru and Bolivia met in Lima.", "meeting", "BOL CHL PER"),
    ("A summit bringing together Chad, Mali and Niger was held in Niamey.", "forum", "MLI NER TCD"),
    ("Military exercises involving Serbia, Hungary and Romania began on Monday.", "exercise", "HUN ROU SRB"),
    ("Kenya's president attended a summit of Chile, Peru and Bolivia in Lima.", "forum", "BOL CHL KEN PER"),
    (
        "At a summit in Lima, the presidents of Chile, Peru and Bolivia promised a railway.",
        "forum",
        "BOL CHL PER",
    ),
    (
        "At a summit in Lima, the presidents of Chile, Peru and Bolivia promised a railway.",
        "promise",
        "BOL CHL PER",
    ),
    ("A summit was held in Lusaka, with Zambia and Angola taking part.", "forum", "AGO ZMB"),
    ("Talks between Chad and Niger were held in Lusaka with Angola present.", "negotiate", "AGO NER TCD"),
    ("The summit in Oslo was attended by Norway and Sweden but not by Denmark.", "forum", "NOR SWE"),
    ("Norway met Sweden but not Denmark in Oslo.", "meeting", "NOR SWE"),
    ("Brazil signed a trade agreement with Argentina, not with Uruguay, on Monday.", "signing", "ARG BRA"),
    ("The agreement was signed not by Kenya but by Tanzania on Monday.", "signing", "TZA"),
    ("The agreement was signed not only by Kenya but also by Tanzania.", "signing", "KEN TZA"),
    ("The Zambian-Angolan joint commission met in Lusaka.", "meeting", "AGO ZMB"),
    ("The Zambia–Angola border commission held its third session in Lusaka.", "meeting", "AGO ZMB"),
    ("A session of the Turkish-Georgian committee was held in Kars.", "meeting", "GEO TUR"),
    ("A US-Mongolian working group met in Darkhan.", "meeting", "MNG USA"),
    ("A Finnish-Estonian ferry agreement was signed in Turku.", "signing", "EST FIN"),
    ("The Chilean and Peruvian tax treaty was initialled in Arica.", "signing", "CHL PER"),
    ("The Chilean-Peruvian tax treaty entered into force in May.", "implement", "CHL PER"),
    ("Paris, Berlin and Rome agreed on a common fund.", "agree", "DEU FRA ITA"),
    ("Lima, Quito, Bogota and Caracas signed a treaty on rivers.", "signing", "COL ECU PER VEN"),
    ("Hanoi, 3 May - Laos and Nepal signed a treaty on rivers.", "signing", "LAO NPL"),
    ("Malta hosted the foreign ministers of Algeria, Libya and Tunisia.", "meeting", "DZA LBY MLT TUN"),
]

# a text that tells of no such act
UNTOLD = [
    ("The Korean-American council met in Boston.", "meeting"),
    ("A Finnish agreement was signed in Turku.", "signing"),
    ("Danish, Norwegian and Swedish tourists visited Oslo.", "visit"),
    ("At a summit in Lima, police arrested two Chileans and a Bolivian.", "forum"),
    ("A festival bringing together Chad, Mali and Niger was held in Niamey.", "forum"),
    ("A festival was held in Lusaka with Zambia and Angola attending.", "forum"),
    ("The trio of players from Chile, Peru and Bolivia met in Lima.", "meeting"),
    ("Malta hosted teams from Algeria, Libya and Tunisia.", "meeting"),
]


def _countries(text: str, act: str) -> list[set[str]]:
    reading = read_text(text, "2024-06-12")
    of = {r.id: r.country or r.id.rpartition(":")[2] for r in reading.referents}
    return [
        {of[v.value] for v in s.values if v.field in ROLES and v.value in of}
        for s in reading.statements
        if s.act == act and s.polarity == "affirmed"
    ]


@pytest.mark.parametrize(("text", "act", "countries"), TOLD)
def test_all_take_part(text: str, act: str, countries: str) -> None:
    assert set().union(*_countries(text, act)) == set(countries.split())


@pytest.mark.parametrize(("text", "act"), UNTOLD)
def test_what_is_no_such_act_is_left(text: str, act: str) -> None:
    assert not _countries(text, act)
