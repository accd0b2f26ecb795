"""Words for telling whether a sentence answers the one before it: the table `answers.toml`."""

import re
from functools import cache

from dragoman.vocabulary.tables import read_toml

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 8  # words between a verb and the noun that it denies: "the “baseless and one-sided” accusations"


@cache
def words(key: str) -> frozenset[str]:
    """The words or acts of a list (charges, denials, speeches, …)."""
    return frozenset(read_toml("answers.toml")[key])


def confirms(word: str) -> bool:
    """Whether a verb's form is one of confirming.

    >>> confirms("confirmed"), confirms("conformed")
    (True, False)
    """
    return word.casefold().startswith(tuple(read_toml("answers.toml")["confirming"]))


def of_the_charge(behind: str) -> bool:
    """Whether the words behind a verb of denying stand for the charge before it.

    >>> of_the_charge(" any involvement."), of_the_charge(" this, too."), of_the_charge(" that it had")
    (True, True, False)
    """
    found = [w.casefold() for w in _WORD.findall(behind)]
    return bool(words("blame") & set(found[:_NEAR])) or points(behind)


def points(behind: str) -> bool:
    """Whether nothing but a word that points back stands behind a verb, up to a stop or a conjunction."""
    return (
        re.match(rf"\s+({'|'.join(sorted(words('pointing')))})\s*([.,;:!?–—]|and\b|but\b|$)", behind)
        is not None
    )
