"""Who is the subject where the parse lost it: the acts that such sentences tell."""

import pytest

from bodies import BEHIND, body
from dragoman.model.statements import ROLES
from dragoman.reading import actors, acts, places
from dragoman.reading.parse import Parser


def told(parser: Parser, text: str) -> list[str]:
    """The acts of a text, each with its parties."""
    text += BEHIND
    parsed = body(parser, text)
    cast = actors.find(parsed)
    names = {r.id: r.name for r in cast.referents}
    found = []
    for s in acts.find(parsed, cast, (), places.find(parsed, cast), ()):
        parties = sorted(names[v.value] for v in s.values if v.field in ROLES and v.value in names)
        found.append(f"{s.act}: {', '.join(parties)}")
    return found


TOLD = [
    # a hyphen inside a name is no dash of a dateline
    ("The Kenyan army in al-Wak has been training Somali forces.", "aid: Kenyan army, Somalia"),
    # names between dashes
    (
        "Two states on the lake - Uganda and Kenya - sharply criticised Rwanda.",
        "criticize: Kenya, Rwanda, Uganda",
    ),
    # "who" is a group, and no talks
    (
        "He hoped for talks between Oman and the Taliban, who refused to negotiate with Qatar.",
        "reject: Qatar, Taliban",
    ),
    # the subject of a passive that a preposition wants
    ("A Latvian patrol boat was fired on near the island.", "attack: Latvia"),
    # both whose ministers they are
    ("The finance ministers of Kuwait and Iraq failed to agree on the debt.", "agree: Iraq, Kuwait"),
    ("Ministers from Chile and Peru discussed the border.", "negotiate: Chile, Peru"),
    # who tells of talks is the other side
    ("Peru said talks with Chile on fishing would resume in May.", "negotiate: Chile, Peru"),
    # what comes to its end
    (
        "President William Ruto is drawing to the end of a long tour of Japan.",
        "visit: Japan, William Ruto",
    ),
    # "it" that is willing is somebody
    ("Kenya said it is willing to hold talks with Somalia.", "negotiate: Kenya, Somalia"),
    # "it" that is asked is whoever was thanked
    ("Georgia thanked Japan for the loan and asked it to extend the term.", "request: Georgia, Japan"),
    # who took the steps
    (
        "It was one of several steps by the Spanish government, including recognising Palestine as a state.",
        "recognize: Palestine, government of Spain",
    ),
    # what is said stands before who says it
    (
        "Eritrea was behind the attack, the Ethiopian government said.",
        "accuse: Eritrea, government of Ethiopia",
    ),
    ("The accusations are baseless, the Rwandan government said.", "deny: government of Rwanda"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_subject_is_found(parser: Parser, text: str, expected: str) -> None:
    assert expected in told(parser, text)


NOT_TOLD = [
    ("Peru said talks between Chile and Bolivia would resume.", "negotiate: Peru"),
    ("The minister of Peru, who refused to meet Chile, left.", "reject: Peru, Peru"),
    ("Georgia sold the ship and asked it to be moored in Japan.", "request: Georgia, Japan"),
    ("Two Peruvian soldiers were killed in a crash, the military said.", "threaten"),
]


@pytest.mark.parametrize(("text", "unwanted"), NOT_TOLD)
def test_nobody_else_is_made_the_subject(parser: Parser, text: str, unwanted: str) -> None:
    assert [one for one in told(parser, text) if one.startswith(unwanted)] == []
