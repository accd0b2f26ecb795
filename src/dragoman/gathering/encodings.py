"""Bytes to text: which encoding it is, and how sure.

What is done to a text here happens before anything has an offset: a byte order mark is left off, line ends
(`\\r\\n`, `\\r`) become `\\n`, and NUL characters, which no text holds, are left out and told of. Nothing
else is changed.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from dragoman.errors import NotText

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "it is a PDF"),
    (b"PK\x03\x04", "it is a zip or an office file"),
    (b"\xd0\xcf\x11\xe0", "it is an old office file"),
    (b"{\\rtf", "it is an RTF file"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"GIF8", "it is a picture"),
    (b"\x1f\x8b", "it is packed with gzip"),
    (b"SQLite format 3", "it is a database"),
)
_WESTERN = re.compile(r"[\x00-\x7f\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*")
_FOREIGN_RUN = re.compile(r"[À-ÖØ-öø-ÿ]{3}")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_ON_PAGES = re.compile(  # encodings of pages (WHATWG, Encoding) but for Unicode's; Python knows odder ones
    r"(?:windows|cp)-?(?:125[0-8]|874|866|936|949|950|932)|iso-?8859-?\d\d?|koi8-[ru]|macintosh|x-mac-cyrillic"
    r"|ibm866|shift[_-]jis|sjis|euc-(?:jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5(?:-hkscs)?|tis-620"
)
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff]")
_MOST_CONTROL = 0.01  # more than one in a hundred characters, and it is no text
_MOST_BROKEN = 0.002  # a UTF-8 text may have so many broken bytes, all counted


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and a line for the user where its encoding is not plain UTF-8."""

    text: str
    note: str | None


def decode(data: bytes, what: str, charset: str | None = None) -> Decoded:
    """The text these bytes hold. Raises NotText, naming `what`, where they hold none.

    In this order: a byte order mark, the charset that a server named, one that an HTML page declares, UTF-8,
    UTF-16 without a mark, Western single bytes, then what charset-normalizer finds.
    """
    for signature, why in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(what, why, "save its text as .txt or .html and add that")
    named = _named(data, charset, "the server names it") if charset else _declared(data)
    text, note = _marked(data) or named or _utf8(data) or _wide(data) or _guessed(data, what)
    nuls = text.count("\0")
    if nuls > _MOST_CONTROL * len(text) or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise NotText(what, "it is binary data, not text", "save its text as .txt or .html and add that")
    if nuls:
        text = text.replace("\0", "")
        note = "; ".join(filter(None, (note, f"{nuls} NUL characters left out")))
    return Decoded(plain_lines(text), note)


def plain_lines(text: str) -> str:
    """The text with every line end as `\\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(data: bytes) -> tuple[str, str | None] | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _strictly(data, name)
            if text is not None:
                return text, None if name == "utf-8-sig" else f"read as {name.upper()} (byte order mark)"
    return None


def _declared(data: bytes) -> tuple[str, str | None] | None:
    match = _DECLARED.search(data[:4096])
    return _named(data, match[1].decode("ascii"), "the page declares it") if match else None


def _named(data: bytes, charset: str, why: str) -> tuple[str, str | None] | None:
    """The text in an encoding of Western or other single and double bytes; what is Unicode is told anyway."""
    name = charset.lower()
    name = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252"}.get(name, name)
    if not _ON_PAGES.fullmatch(name):
        return None
    text = _strictly(data, name)
    return None if text is None else (text, f"read as {name} ({why})")


def _utf8(data: bytes) -> tuple[str, str | None] | None:
    text = _strictly(data, "utf-8")
    if text is not None:
        return text, None
    loose = data.decode("utf-8", errors="replace")
    broken = loose.count("\ufffd")
    sound = sum(1 for c in loose if c > "\x7f") - broken
    if sound > 2 * broken and broken <= max(1, _MOST_BROKEN * len(loose)):
        return loose, f"read as UTF-8; {broken} broken characters are shown as \ufffd"
    return None


def _wide(data: bytes) -> tuple[str, str | None] | None:
    """UTF-16 without a mark, told by where the zero bytes of plain letters stand."""
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if half and zeros > 0.4 * half and others < 0.05 * half:
            text = _strictly(data[: len(data) // 2 * 2], name)
            if text is not None:
                return text, f"read as {name.upper()} (guessed)"
    return None


def _guessed(data: bytes, what: str) -> tuple[str, str | None]:
    western = _strictly(data, "windows-1252")
    if western is not None and _WESTERN.fullmatch(western) and not _FOREIGN_RUN.search(western):
        return western, "read as windows-1252 (guessed)"
    best = from_bytes(data[:200_000]).best()
    text = _strictly(data, best.encoding) if best else None
    if best is None or text is None:
        raise NotText(
            what, "its bytes are no text in any encoding we know", "save it as UTF-8 and add it again"
        )
    return text, f"read as {best.encoding.replace('_', '-')} (guessed)"


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
