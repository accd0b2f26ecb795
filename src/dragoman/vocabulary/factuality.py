"""Weights of what bears on whether an act happened."""

from collections.abc import Mapping
from functools import cache

from dragoman.vocabulary.tables import read_toml


@cache
def weights() -> Mapping[str, float]:
    """What each feature of reading.factuality adds, from -3 to 3; "" is what every act begins with."""
    return {name: float(value) for name, value in read_toml("factuality.toml")["weight"].items()}
