"""Reading table files."""

from dragoman.vocabulary.tables import exact, fingerprint, listed, plain, read_toml, read_tsv, spaced


def test_rows_have_all_columns() -> None:
    rows = read_tsv("states.tsv")
    assert all(len(row) == len(rows[0]) for row in rows)
    assert rows[0]["code"] == "AFG"


def test_cells_with_several_values() -> None:
    assert listed("a | b|") == ("a", "b")
    assert listed("") == ()
    assert (exact(("=US", "USA")), plain(("=US", "USA"))) == (("US",), ("US", "USA"))
    assert spaced("Côte  d’Ivoire") == "Côte d'Ivoire"


def test_the_fingerprint_is_one_short_hash() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 16


def test_toml_tables_open() -> None:
    assert "nuclear" in read_toml("topics.toml")
