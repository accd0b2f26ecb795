"""What is counted, in one form for all its wordings."""

import re

from dragoman.vocabulary.spellings import plain_letters


def head_noun(of: str) -> str:
    """What is counted, in one form: the last word before any preposition, without its plural's s.

    >>> head_noun("attack helicopters"), head_noun("memorandums of understanding"), head_noun("countries")
    ('helicopter', 'memorandum', 'country')
    """
    words = re.split(r"\s+(?:of|for|in|on|with|between|from|to|by)\s+", plain_letters(of))[0].split()
    word = words[-1] if words else ""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
