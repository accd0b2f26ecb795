"""What would settle a disagreement of each kind: the table `settling.toml`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@cache
def what_would_settle() -> Mapping[str, str]:
    """From a kind of disagreement to a sentence with {parties} in it."""
    return MappingProxyType(read_toml("settling.toml"))
