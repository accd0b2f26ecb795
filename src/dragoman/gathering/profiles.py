"""The table of sources that a user owns: TOML, one table an outlet.

["The Harbour Post"]
names = ["Harbour Post"]          # other names that documents give
domains = ["harbourpost.example"]
country = "MLT"                   # ISO 3166-1 alpha-3, or a name
owner = "Harbour Media"
control = "private"
languages = ["en", "mt"]
reliability = "B"                 # A to F, the user's own; left out where nobody judged it
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.gathering.encodings import decode
from dragoman.model.profiles import LETTERS, SourceProfile
from dragoman.vocabulary import states

_TEXTS = ("country", "owner", "control", "reliability")
_LISTS = ("names", "domains", "languages")
_MEND = "mend the table and give it again"


def read_profiles(path: Path) -> tuple[SourceProfile, ...]:
    """The outlets of a table, by name. Raises UsageError that says what in it makes no sense."""
    try:
        text = decode(path.read_bytes(), str(path)).text
    except OSError as error:
        raise UsageError(str(path), "the table cannot be opened", "check the path") from error
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(str(path), f"it is no TOML ({error})", _MEND) from error
    return tuple(sorted(_profile(name, row, f"{path}, {name}") for name, row in rows.items()))


def _profile(name: str, row: Any, where: str) -> SourceProfile:
    if not isinstance(row, Mapping):
        raise UsageError(where, "it is no table of an outlet", 'write ["Name of the outlet"] above its lines')
    unknown = sorted(set(row) - {*_TEXTS, *_LISTS})
    if unknown:
        raise UsageError(where, f"{unknown[0]} is not known", f"use {', '.join((*_LISTS, *_TEXTS))}")
    for key in _TEXTS:
        if not isinstance(row.get(key, ""), str):
            raise UsageError(where, f"{key} is no text", _MEND)
    for key in _LISTS:
        if not isinstance(row.get(key, []), list) or not all(isinstance(v, str) for v in row.get(key, [])):
            raise UsageError(where, f"{key} is no list of texts", _MEND)
    letter = row.get("reliability", "").strip().upper() or None
    if letter is not None and letter not in LETTERS:
        raise UsageError(where, f"reliability {letter} is no letter of the scale", "write A, B, C, D, E or F")
    return SourceProfile(
        name=name,
        names=tuple(sorted(row.get("names", ()))),
        domains=tuple(sorted(d.casefold().removeprefix("www.") for d in row.get("domains", ()))),
        country=_country(row.get("country", "").strip(), where),
        owner=row.get("owner", "").strip() or None,
        control=row.get("control", "").strip() or None,
        languages=tuple(sorted(row.get("languages", ()))),
        reliability=letter,
    )


def _country(named: str, where: str) -> str | None:
    if not named:
        return None
    code = named if named in states.by_code() else (states.naming(named) or ("",))[0]
    if not code:
        raise UsageError(where, f"{named} is no country", "write its name or its ISO 3166-1 alpha-3 code")
    return code
