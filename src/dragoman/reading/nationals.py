"""Those counted by the name of their people alone: "nine Beninese", "forty Sri Lankans"."""

from typing import TYPE_CHECKING

from dragoman.vocabulary.states import people_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 2  # words of such a name
_DESCRIBED = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH")


def nationals(after: "Token") -> "Token | None":
    """The last word of a people's name right behind a number, if no noun follows that it describes."""
    doc = after.doc
    for length in range(_MOST, 0, -1):
        end = after.i + 1 + length
        if end > len(doc) or not people_of(doc[after.i + 1 : end].text):
            continue
        return None if _describes(doc[end - 1]) else doc[end - 1]
    return None


def _describes(word: "Token") -> bool:
    """Whether a people's name only describes what stands behind it: "two Russian and Chinese ships"."""
    behind = word.doc[word.i + 1 : word.i + 3]
    if len(behind) and behind[0].tag_ in _DESCRIBED:
        return True
    joined = len(behind) == 2 and behind[0].tag_ == "CC" and not behind[1].like_num
    return joined and not word.lower_.endswith("s")


def called(noun: "Token") -> str:
    """The people's name that ends with this word, in lower case, or "" where it ends none."""
    for length in range(_MOST, 0, -1):
        words = noun.doc[max(0, noun.i + 1 - length) : noun.i + 1].text
        if people_of(words):
            return words.lower()
    return ""
