"""The form under which names of places are compared, whatever their accents, points and hyphens."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    dict(zip("øłđıəðħ", "oldiadh", strict=True)) | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
_DROPPED = re.compile(r"[.,'’‘`ʻʼʿʾ]")
_GAPS = re.compile(r"[-‐‑–/\s]+")
_SHORTENED = {"saint": "st", "mount": "mt", "fort": "ft", "sankt": "st"}


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower case without accents, points and apostrophes; hyphens are spaces.

    >>> fold("Saint-Étienne"), fold("Nuku'alofa"), fold("St. Petersburg")
    ('st etienne', 'nukualofa', 'st petersburg')
    """
    bare = name.lower() if name.isascii() else _bare(name)
    words = _GAPS.sub(" ", _DROPPED.sub("", bare)).strip().split(" ")
    return " ".join([_SHORTENED.get(words[0], words[0]), *words[1:]])


def _bare(name: str) -> str:
    lowered = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return "".join(c for c in lowered if not unicodedata.combining(c))
