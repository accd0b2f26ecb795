"""The tables that a user owns: outlets and office-holders; what makes no sense is refused in one line."""

import pytest

from dragoman.errors import UsageError
from dragoman.gathering.office_tables import read_office_table
from dragoman.gathering.profiles import read_profiles
from dragoman.model.office_tables import tenures

OUTLET = """
["The Harbour Post"]
names = ["Harbour Post"]
domains = ["WWW.harbourpost.example"]
country = "Malta"
reliability = "b"

["Radio Plateau"]
control = "state"
"""


def kept(folder, name, text):
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_table_of_outlets(tmp_path):
    post, plateau = sorted(
        read_profiles(kept(tmp_path, "s.toml", OUTLET)), key=lambda p: p.name != "The Harbour Post"
    )
    assert (post.domains, post.country, post.reliability) == (("harbourpost.example",), "MLT", "B")
    assert (plateau.control, plateau.reliability) == ("state", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[a", "no TOML"),
        ('["A"]\nreliability = "G"', "no letter"),
        ('["A"]\ncountry = "Atlantis"', "no country"),
        ('["A"]\nbias = "left"', "not known"),
        ('["A"]\nnames = "B"', "no list"),
        ('["A"]\nowner = 3', "no text"),
        ("a = 3", "no table of an outlet"),
    ],
)
def test_a_bad_table_of_outlets_is_refused(tmp_path, text, said):
    with pytest.raises(UsageError, match=said):
        read_profiles(kept(tmp_path, "s.toml", text))


CSV = 'person,office,of,from,to,source\nAda Lund,prime minister,Norway,4 May 2029,,"gazette, no. 3"\n'
TOML = """
[[office]]
person = "Ada Lund"
office = "prime minister"
of = "Norway"
from = 2029-05-04
source = "gazette, no. 3"
"""


@pytest.mark.parametrize(("name", "text"), [("o.csv", CSV), ("o.toml", TOML)])
def test_a_table_of_office_holders_is_a_text_whose_rows_have_their_words(tmp_path, name, text):
    found = read_office_table(kept(tmp_path, name, text))
    (row,) = tenures(found.text)
    assert (row.person, row.office, row.of, row.when, row.source) == (
        "Ada Lund", "prime minister", "Norway", "2029-05-04/..", "gazette, no. 3",
    )  # fmt: skip
    assert found.text[row.name_start : row.name_end] == "Ada Lund"
    assert found.text[row.start : row.end].startswith("Ada Lund,prime minister")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("person,office\nA,b\n", "no column 'of'"),
        ("person,office,of,party\nA,b,c,d\n", "'party' is no column"),
        ("person,office,of,from,to,source\n", "no row"),
        ("person,office,of,from,to,source\n,king,Norway,,,\n", "person is empty"),
        ("person,office,of,from,to,source\nA B,king,Norway,spring,,\n", "is no date"),
        ("person,office,of,from,to,source\nA B,king,Norway,2020,2010,\n", "ends before"),
    ],
)
def test_a_bad_table_of_office_holders_is_refused(tmp_path, text, said):
    with pytest.raises(UsageError, match=said):
        read_office_table(kept(tmp_path, "o.csv", text))


def test_a_table_that_is_not_there_is_refused(tmp_path):
    for read in (read_profiles, read_office_table):
        with pytest.raises(UsageError, match="cannot be opened"):
            read(tmp_path / "absent.csv")
