"""What a user says of an outlet: a row of the table of sources that the user owns."""

from dataclasses import dataclass
from typing import Literal, get_args

Letter = Literal["A", "B", "C", "D", "E", "F"]
LETTERS: tuple[Letter, ...] = get_args(Letter)
"""The Admiralty scale of a source: A completely reliable … E unreliable, F cannot be judged."""


@dataclass(frozen=True, slots=True, order=True)
class SourceProfile:
    """An outlet as the user describes it; what is not said stays empty.

    `names` are the names and `domains` the sites by which documents know it. `control` says in the user's
    words who controls it (state, private, party …). `reliability` is the user's letter: it follows from
    nothing that is read, and nothing follows from it.
    """

    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None
    control: str | None = None
    languages: tuple[str, ...] = ()
    reliability: Letter | None = None
