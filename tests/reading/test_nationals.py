"""People counted by the name of their people alone, and those whom something befell."""

import pytest

from dragoman.evaluate.texts import read_text

ROWS = [
    ("Algeria deported 180 Nigeriens on 2 May.", "180 Nigeriens", "nigeriens", "180 Nigeriens"),
    ("Nine Beninese were killed at Kompa, Benin said.", "Nine Beninese", "beninese", "dead"),
    ("Ten Sri Lankans were among the injured, Qatar says.", "Ten Sri Lankans", "sri lankans", "wounded"),
    ("Nepal put the number of wounded Nepalis at six.", "six", "nepalis", "wounded"),
    ("Six Danes were treated for injuries, Denmark says.", "Six Danes", "danes", "wounded"),
    ("Four Kenyans lost their lives in Somalia.", "Four Kenyans", "kenyans", "dead"),
    ("At Adré 41 Sudanese and 12 Libyans walked home, Chad said.", "41 Sudanese", "sudanese", "sudanese"),
]
NONE = ["Two Russian and Chinese ships met off Japan.", "Three Turkish Airlines pilots were held in Iran."]


@pytest.mark.parametrize(("text", "written", "of", "thing"), ROWS)
def test_a_people_is_counted_by_its_name(text: str, written: str, of: str, thing: str) -> None:
    found = [
        (q.as_written, q.of, [v.value for v in s.all("object")])
        for s in read_text(text).statements
        for q in s.quantities
    ]
    assert (written, of) in [(w, o) for w, o, _ in found]
    assert any(thing in things for w, _, things in found if w == written)


@pytest.mark.parametrize("text", NONE)
def test_what_only_describes_is_not_counted(text: str) -> None:
    counted = [q.of for s in read_text(text).statements for q in s.quantities]
    assert not {"russian", "turkish"} & set(counted)
