"""Actors without a name: governments, leaders, pairs, countries and bodies spoken of again."""

import pytest

from bodies import body
from dragoman.reading.actors import find
from dragoman.reading.marks import Cast
from dragoman.reading.parse import Parser


def read(parser: Parser, text: str) -> Cast:
    return find(body(parser, text))


def meant(cast: Cast, words: str) -> list[str]:
    """The actors these words mean: ids of the tables, names of the others."""
    names = {r.id: r.id if ":" in r.id else r.name for r in cast.referents}
    return sorted({names[m.actor] for m in cast.mentions if m.text == words})


# text, words, whom they mean
CASES: list[tuple[str, str, list[str]]] = [
    (
        "President Petr Pavlik met Foreign Minister Laszlo Kun of Hungary and Austrian President Eva Lang. "
        "The two presidents signed a declaration.",
        "presidents",
        ["Eva Lang", "Petr Pavlik"],
    ),
    ("The Ghanaian government denied the report.", "Ghanaian government", ["government:GHA"]),
    ("Peru's government denied the report.", "government", ["government:PER"]),
    ("The government of Peru denied the report.", "government", ["government:PER"]),
    ("The Cuban authorities freed ten prisoners.", "Cuban authorities", ["government:CUB"]),
    ("Mali's ruling junta expelled the envoy.", "ruling junta", ["government:MLI"]),
    ("The military junta in Niger expelled the envoy.", "military junta", ["government:NER"]),
    ("Mali's junta met envoys. Mali said the junta would stay.", "junta", ["government:MLI"]),
    (
        "Niger's junta met envoys in Benin. Officials of Benin said the regime would stay.",
        "regime",
        ["government:NER"],
    ),
    (
        "Guinea's junta closed the border. Lawyers accuse the junta of holding the envoy in a barracks.",
        "junta",
        ["government:GIN"],
    ),
    (
        "Chad's military government expelled the envoy. The military government blamed Libya.",
        "military government",
        ["government:TCD"],
    ),
    ("The Belarusian Foreign Ministry summoned him.", "Foreign Ministry", ["Belarusian Foreign Ministry"]),
    ("Chile's defence ministry ordered trucks.", "defence ministry", ["Chilean defence ministry"]),
    ("The Ministry of Oil of Iraq signed it.", "Ministry of Oil", ["Ministry of Oil of Iraq"]),
    ("The Turkish parliament ratified it.", "parliament", ["Turkish parliament"]),
    (
        "Zambian President Hakainde Hichilema flew to Paris. The Zambian leader met bankers.",
        "Zambian leader",
        ["Hakainde Hichilema"],
    ),
    (
        "Zambian President Hakainde Hichilema flew to Paris. The president met bankers.",
        "president",
        ["Hakainde Hichilema"],
    ),
    (
        "Japan's foreign minister, Takeshi Iwaya, met Chinese Foreign Minister Wang Yi."
        " The Chinese foreign minister spoke first.",
        "Chinese foreign minister",
        ["Wang Yi"],
    ),
    (
        "He will meet the Portuguese prime minister in Lisbon.",
        "Portuguese prime minister",
        ["Portuguese prime minister"],
    ),
    (
        "General Asim Munir of Pakistan visited Tehran. The general met his hosts.",
        "general",
        ["Asim Munir"],
    ),
    (
        "French President Emmanuel Macron met German Chancellor Friedrich Merz in Toulon."
        " Both leaders praised the plan.",
        "leaders",
        ["Emmanuel Macron", "Friedrich Merz"],
    ),
    (
        "Egyptian Foreign Minister Badr Abdelatty met Greek Foreign Minister Giorgos Gerapetritis."
        " The two ministers discussed borders.",
        "ministers",
        ["Badr Abdelatty", "Giorgos Gerapetritis"],
    ),
    (
        "Chad and Sudan closed the border. Both countries blamed rebels.",
        "countries",
        ["state:SDN", "state:TCD"],
    ),
    (
        "Peru and Chile signed a treaty. The two armies will train together.",
        "armies",
        ["state:CHL", "state:PER"],
    ),
    (
        "Peru and Chile signed a treaty. The two nations are neighbours.",
        "nations",
        ["state:CHL", "state:PER"],
    ),
    ("Laos borrowed money from banks. The country owes billions.", "country", ["state:LAO"]),
    ("NATO sent ships. The alliance said more would follow.", "alliance", ["organization:NATO"]),
    ("The European Union imposed tariffs. The bloc wants talks.", "bloc", ["bloc:EU"]),
    (
        "Junta leader Assimi Goita of Mali met Turkish President Recep Tayyip Erdogan. The junta was glad.",
        "junta",
        ["government:MLI"],
    ),
    (
        "The Polish and Czech defence ministries ordered drones.",
        "defence ministries",
        ["Czech defence ministry", "Polish defence ministry"],
    ),
    (
        "The Omani and Qatari governments denied it.",
        "governments",
        ["government:OMN", "government:QAT"],
    ),
    (
        "The Danish and Swedish foreign ministers met in Oslo.",
        "Swedish foreign ministers",
        ["Danish foreign minister", "Swedish foreign minister"],
    ),
    (
        "Spain's defence ministry ordered tanks from Germany. The ministry gave no price.",
        "ministry",
        ["Spanish defence ministry"],
    ),
    ("The Kenyan army entered Somalia. The army lost two men.", "army", ["Kenyan army"]),
    (
        "President Lazarus Chakwera spoke. Former President Joyce Banda agreed. The president smiled.",
        "president",
        ["Lazarus Chakwera"],
    ),
    (
        "The ruling Forward National Congress (FNC) met. The FNC chose him. The party was glad.",
        "party",
        ["Forward National Congress"],
    ),
    ("Angola's ruling MPLA party met. The party chose him.", "party", ["organization:MPLA"]),
    ("Zambia's ruling UPND party met. The party chose him.", "party", ["Zambian UPND party"]),
    ("The World Bank lent Nepal money. The bank wants reforms.", "bank", ["organization:WORLDBANK"]),
    ("Hezbollah fired rockets. The group said it would not stop.", "group", ["armed_group:HEZBOLLAH"]),
]


@pytest.mark.parametrize(("text", "words", "actors"), CASES, ids=[c[0][:60] for c in CASES])
def test_a_description_means_its_actor(parser: Parser, text: str, words: str, actors: list[str]) -> None:
    assert meant(read(parser, text), words) == actors


# text, words that must mean nobody
NOBODY: list[tuple[str, str]] = [
    ("France, Spain and Italy met. The country was glad.", "country"),
    ("Chad, Sudan and Libya met in Cairo. Both countries were glad.", "countries"),
    ("NATO and the African Union met. The alliance was glad.", "alliance"),
    ("Ministers met in Geneva. The minister said nothing.", "minister"),
    ("A Brazilian minister said nothing.", "Brazilian minister"),
    ("Government bonds fell in Peru.", "Government"),
    (
        "Junta chief Aung Kyaw Lin met Russian President Vladimir Putin. The junta seized power.",
        "junta",
    ),
    ("The Russian government met envoys of Syria. The army fired on protesters.", "army"),
    ("The Peruvian government and Chile met. The troops fired on protesters.", "troops"),
    (
        "Somali President Hassan Mohamud called Chadian President Mahamat Deby. The president spoke.",
        "president",
    ),
    ("Kenya borders Somalia. Delegates of two countries stayed away.", "countries"),
    ("Fiji's foreign ministry and Tonga's defence ministry met. The ministry said no.", "ministry"),
    ("The Danish defence ministry spoke. The ministry of the sea said no.", "ministry"),
    ("Kenyan Prime Minister Raila Odinga spoke. The minister left.", "minister"),
    ("Kenya and Uganda spoke. The government refused.", "government"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_where_several_could_be_meant_nobody_is(parser: Parser, text: str, words: str) -> None:
    assert meant(read(parser, text), words) == []


def test_an_office_without_a_name_stands_for_its_state(parser: Parser) -> None:
    cast = read(parser, "He will meet the Portuguese prime minister in Lisbon.")
    (holder,) = [r for r in cast.referents if r.kind == "person"]
    assert holder.represents == (("state:PRT", "office"),)
    assert holder.country == "PRT"
