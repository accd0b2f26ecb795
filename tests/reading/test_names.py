"""Names of persons: whole, in any order of family and given name, and known again by a part."""

import pytest

from bodies import body
from dragoman.reading.actors import find
from dragoman.reading.parse import Parser

# text, name, every spelling by which the text names the person
CASES: list[tuple[str, str, list[str]]] = [
    (
        "Vietnamese President Luong Cuong landed in Santiago. Luong Cuong thanked his hosts.",
        "Luong Cuong",
        ["Luong Cuong", "Luong Cuong"],
    ),
    (
        "Burmese Foreign Minister Than Swe flew to Jakarta. Than Swe said little.",
        "Than Swe",
        ["Than Swe", "Than Swe"],
    ),
    (
        "Chinese President Xi Jinping met the envoy. Xi said trade would grow.",
        "Xi Jinping",
        ["Xi Jinping", "Xi"],
    ),
    (
        "North Korean leader Kim Jong Un inspected the plant. Kim ordered more.",
        "Kim Jong Un",
        ["Kim Jong Un", "Kim"],
    ),
    (
        "South Korean President Lee Jae-myung called Tokyo. Lee spoke for an hour.",
        "Lee Jae-myung",
        ["Lee Jae-myung", "Lee"],
    ),
    (
        "Hungarian Prime Minister Orbán Viktor spoke first. Orbán left early.",
        "Orbán Viktor",
        ["Orbán Viktor", "Orbán"],
    ),
    (
        "Turkish President Recep Tayyip Erdoğan spoke. Erdogan thanked Ankara's friends.",
        "Recep Tayyip Erdoğan",
        ["Recep Tayyip Erdoğan", "Erdogan"],
    ),
    (
        "Saudi Crown Prince Mohammed bin Salman hosted them. Bin Salman smiled.",
        "Mohammed bin Salman",
        ["Mohammed bin Salman", "Bin Salman"],
    ),
    (
        "Syrian President Ahmed al-Sharaa flew to Doha. Sharaa returned on Friday.",
        "Ahmed al-Sharaa",
        ["Ahmed al-Sharaa", "Sharaa"],
    ),
    (
        "Egyptian President Abdel Fattah el-Sisi met them. El-Sisi praised the plan.",
        "Abdel Fattah el-Sisi",
        ["Abdel Fattah el-Sisi", "El-Sisi"],
    ),
    (
        "European Commission President Ursula von der Leyen spoke. Von der Leyen urged calm.",
        "Ursula von der Leyen",
        ["Ursula von der Leyen", "Von der Leyen"],
    ),
    (
        "UN chief António Guterres spoke in Nairobi. Guterres urged calm.",
        "António Guterres",
        ["António Guterres", "Guterres"],
    ),
    (
        "Brazilian President Luiz Inácio Lula da Silva spoke. Lula da Silva met ministers.",
        "Luiz Inácio Lula da Silva",
        ["Luiz Inácio Lula da Silva", "Lula da Silva"],
    ),
    (
        "French Foreign Minister Jean-Noël Barrot flew to Beirut. Barrot met families.",
        "Jean-Noël Barrot",
        ["Jean-Noël Barrot", "Barrot"],
    ),
    (
        "U.S. President George W. Bush flew to Baghdad. Bush met soldiers. Later George Bush left.",
        "George W. Bush",
        ["George W. Bush", "Bush", "George Bush"],
    ),
    (
        "Indian Prime Minister Narendra Modi left Delhi. Mr Modi will visit Accra. Modi's visit is short.",
        "Narendra Modi",
        ["Narendra Modi", "Modi", "Modi"],
    ),
    (
        "President Vladimir Putin Thursday met Prime Minister Nikol Pashinyan of Armenia.",
        "Vladimir Putin",
        ["Vladimir Putin"],
    ),
    (
        "Senior General Soe Win rang Putin from Sochi. President Putin thanked him.",
        "Putin",
        ["Putin", "Putin"],
    ),
    (
        "Ethiopian Prime Minister Abiy Ahmed spoke. In Addis Ababa, Abiy promised reform.",
        "Abiy Ahmed",
        ["Abiy Ahmed", "Abiy"],
    ),
    (
        "Ms. Sanna Marin resigned. Marin said she was tired.",
        "Sanna Marin",
        ["Sanna Marin", "Marin"],
    ),
]


@pytest.mark.parametrize(("text", "name", "spellings"), CASES, ids=[c[1] for c in CASES])
def test_a_person_is_known_again(parser: Parser, text: str, name: str, spellings: list[str]) -> None:
    cast = find(body(parser, text))
    (person,) = [r for r in cast.referents if r.name == name]
    assert person.kind == "person"
    assert [m.text for m in cast.mentions if m.actor == person.id and m.form == "name"] == spellings


# text, what must not be taken for a person
NO_PERSONS: list[tuple[str, str]] = [
    ("The State Duma Council met on Tuesday with deputies from Minsk.", "State Duma Council"),
    ("They walked past Trump Tower in New York.", "Trump"),
    ("Talks were held at the Kenyatta International Convention Centre.", "Kenyatta"),
    ("The delegation also visited Novosibirsk, Omsk and Tomsk.", "Novosibirsk"),
    ("The delegation also visited Novosibirsk, Omsk and Tomsk.", "Omsk"),
    ("On Monday the Foreign Ministry in Lusaka rejected the report.", "Foreign Ministry"),
    ("The group checks facts daily. Will Moy runs the website Full Facts.", "Full Facts"),
    ("She was held at Hoa Lo prison in the north.", "Hoa Lo"),
    ("The Nobel Peace Prize went to the campaigners.", "Nobel"),
    ("The South China Sea is crossed by many ships.", "South China Sea"),
]


@pytest.mark.parametrize(("text", "words"), NO_PERSONS)
def test_what_is_no_person_is_not_taken_for_one(parser: Parser, text: str, words: str) -> None:
    cast = find(body(parser, text))
    assert words not in {r.name for r in cast.referents if r.kind == "person"}


def test_a_short_form_of_two_persons_is_nobody(parser: Parser) -> None:
    text = "Aung San founded the army. Aung San Suu Kyi and Aung San Oo spoke. Then Aung went on."
    cast = find(body(parser, text))
    assert "Aung" not in {m.text for m in cast.mentions}


def test_of_two_bearers_of_a_short_form_the_one_in_office_is_meant(parser: Parser) -> None:
    text = "U.S. President Donald Trump left. Ivanka Trump stayed in Rome. Trump told reporters he was glad."
    cast = find(body(parser, text))
    names = {r.id: r.name for r in cast.referents}
    assert [names[m.actor] for m in cast.mentions if m.text == "Trump"] == ["Donald Trump"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Prime Minister Luís Montenegro met bankers in Porto. Montenegro said they were right.",
            "Luís Montenegro",
        ),
        ("Prime Minister Luís Montenegro flew to Podgorica. Montenegro joined NATO in 2017.", "state:MNE"),
        ("Kenyan President William Ruto visited Jordan. Jordan thanked him.", "state:JOR"),
    ],
)
def test_a_surname_that_is_a_state_is_the_person_where_the_text_tells_nothing_of_the_state(
    parser: Parser, text: str, meant: str
) -> None:
    cast = find(body(parser, text))
    names = {r.id: r.id if ":" in r.id else r.name for r in cast.referents}
    start = text.index(". ") + 2
    assert names[next(m.actor for m in cast.mentions if m.start == start)] == meant


# text, a word, whether it is somebody's name there
BARE = [
    ("Trump phoned Erdogan twice that week.", "Trump", True),
    ("The letter was about Mwakasege. Mwakasege was arrested in Accra on 4 May.", "Mwakasege", True),
    ("After the vote Brzozak resigned.", "Brzozak", True),
    ("Teachers were arrested in Accra in May.", "Teachers", False),
    ("In port the Brzozak was arrested by a bailiff.", "Brzozak", False),
    ("In the end Brzozak rose by a tenth.", "Brzozak", False),
    ("Lima telephoned Quito on Monday.", "Lima", False),
]


@pytest.mark.parametrize(("text", "word", "expected"), BARE)
def test_a_last_name_alone_is_known_by_what_is_told_of_it(
    parser: Parser, text: str, word: str, expected: bool
) -> None:
    cast = find(body(parser, text))
    people = {r.id for r in cast.referents if r.kind == "person"}
    assert any(m.text == word and m.actor in people for m in cast.mentions) == expected
