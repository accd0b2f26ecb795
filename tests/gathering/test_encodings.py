"""Which encoding bytes are in, and that it is said."""

import pytest

from dragoman.errors import NotText
from dragoman.gathering.encodings import decode

WORDS = "The café in Zürich – “neutral ground” – saw both envoys on Monday."


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (WORDS.encode(), None),
        (WORDS.encode("utf-8-sig"), None),
        (WORDS.encode("utf-16"), "UTF-16"),
        (WORDS.encode("utf-16-le"), "UTF-16-LE"),
        (WORDS.encode("utf-16-be"), "UTF-16-BE"),
        (WORDS.encode("utf-32"), "UTF-32"),
        (WORDS.encode("cp1252"), "windows-1252"),
    ],
)
def test_an_encoding_is_found_and_said(data: bytes, note: str | None) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text == WORDS
    assert decoded.note is None if note is None else note in str(decoded.note)


def test_cyrillic_bytes_are_read_as_cyrillic() -> None:
    words = "Министры обеих стран встретились в Минске и подписали договор о торговле."
    decoded = decode(words.encode("cp1251"), "a.txt")
    assert decoded.text == words and "1251" in str(decoded.note)


def test_a_page_is_read_as_it_declares() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Встреча</body></html>'
    decoded = decode(page.encode("cp1251"), "a.html")
    assert decoded.text == page and "declares" in str(decoded.note)


def test_a_few_broken_bytes_do_not_lose_a_text() -> None:
    decoded = decode(("Zürich, Malmö, Genève. " * 40).encode() + b"\xff", "a.txt")
    assert decoded.text.endswith("\ufffd") and "broken" in str(decoded.note)


def test_line_ends_become_one_and_nul_is_left_out() -> None:
    text = "one\r\ntwo\rthree\0 " + "and so on " * 30
    decoded = decode(text.encode(), "a.txt")
    assert decoded.text.startswith("one\ntwo\nthree and") and "NUL" in str(decoded.note)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00" * 500, b"\x01\x02\x03 words" * 50])
def test_junk_is_no_text(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data, "a.bin")
