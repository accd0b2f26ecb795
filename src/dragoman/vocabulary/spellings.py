"""One form for the spellings of a name: the table `spellings.toml`."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class _Spellings:
    letters: dict[int, str]
    rules: tuple[tuple[re.Pattern[str], str], ...]
    alike: Mapping[str, str]


@cache
def _spellings() -> _Spellings:
    table = read_toml("spellings.toml")
    letters = str.maketrans(table["letters"])
    rules = tuple((re.compile(r["pattern"]), r["replacement"]) for r in table["rules"])
    bare = _Spellings(letters, rules, {})
    alike = {_word(v, bare): _word(head, bare) for head, row in table["alike"].items() for v in row}
    return _Spellings(letters, rules, MappingProxyType(alike))


@lru_cache(maxsize=65536)
def plain_letters(text: str) -> str:
    """The text casefolded, without marks on its letters and with one kind of apostrophe and space.

    >>> plain_letters("Recep Tayyip Erdoğan’s"), plain_letters("Łódź")
    ("recep tayyip erdogan's", 'lodz')
    """
    folded = text.casefold().replace("’", "'").translate(_spellings().letters)
    apart = unicodedata.normalize("NFKD", folded)
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


@cache
def name_key(name: str) -> tuple[str, ...]:
    """The words of a name in one form for all its spellings; initials and hyphens apart.

    >>> name_key("Sergei Shoigu") == name_key("Sergey Shoygu")
    True
    >>> name_key("Volodymyr Zelenskyy") == name_key("Volodymyr Zelensky"), name_key("Xi Jinping")
    (True, ('xi', 'jinping'))

    What tells a son from his father stands first, so that the last word is the name by which one is called.

    >>> name_key("Robert Kennedy Jr.")
    ('jr', 'robert', 'kenedy')
    """
    words = re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", plain_letters(re.sub(r"['’]s\b", "", name)))
    parts: list[str] = []
    for word in words:
        whole = re.sub(r"^(?:al|el)-(?=\w)", "", word)
        parts.extend(p for p in whole.replace("'", "").split("-") if p)
    if len(parts) > 1 and parts[-1] in ("jr", "sr", "ii", "iii", "iv"):
        parts.insert(0, parts.pop())
    return tuple(_word(p, _spellings()) for p in parts if p not in ("al", "el"))


def _word(word: str, table: _Spellings) -> str:
    for pattern, replacement in table.rules:
        word = pattern.sub(replacement, word)
    return table.alike.get(word, word)
