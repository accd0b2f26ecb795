"""ROUGE-LSum: how much of a text's sentences another holds, word for word and in order.

For each sentence of the true text, the words that lie on a longest common subsequence with any sentence of
the other text count once (Lin 2004, section 3.2, with the counts clipped as ROUGE 1.5.5 clips them). Words
are runs of ASCII letters and digits in lower case, as in Google's rouge_score. The subsequence is found with
one bit for each word of the other sentence (Hyyrö 2004), so that whole articles take no time.
"""

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[a-z0-9]+")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")


def rouge_lsum_f1(true: str, found: str) -> float:
    """F1 of one text against the true one.

    >>> rouge_lsum_f1("One two. Three four.", "One two. Three five.")
    0.75
    """
    wanted, got = _sentences(true), _sentences(found)
    left_true = Counter(word for sentence in wanted for word in sentence)
    left_found = Counter(word for sentence in got for word in sentence)
    hits = 0
    for sentence in wanted:
        for index in sorted({i for other in got for i in common(sentence, other)}):
            word = sentence[index]
            if left_true[word] > 0 and left_found[word] > 0:
                hits += 1
                left_true[word] -= 1
                left_found[word] -= 1
    total = sum(map(len, wanted)) + sum(map(len, got))
    return 2 * hits / total if total else 0.0


def common(true: Sequence[str], found: Sequence[str]) -> list[int]:
    """The places in `true` of the words on one longest common subsequence.

    >>> common("a b c d".split(), "b x d".split())
    [1, 3]
    """
    rows = _rows(true, found)
    i, j = len(true), len(found)
    places = []
    while i > 0 and j > 0:
        if true[i - 1] == found[j - 1]:
            i, j = i - 1, j - 1
            places.append(i)
        elif _length(rows[i], j - 1) > _length(rows[i - 1], j):
            j -= 1
        else:
            i -= 1
    return places[::-1]


def _rows(true: Sequence[str], found: Sequence[str]) -> list[int]:
    """For each number of words of `true`, the bits where the subsequence grows along `found`."""
    where: dict[str, int] = {}
    for place, word in enumerate(found):
        where[word] = where.get(word, 0) | 1 << place
    whole = (1 << len(found)) - 1
    still, rows = whole, [0]
    for word in true:
        match = still & where.get(word, 0)
        still = ((still + match) | (still - match)) & whole
        rows.append(whole & ~still)
    return rows


def _length(row: int, words: int) -> int:
    return (row & ((1 << words) - 1)).bit_count()


def _sentences(text: str) -> list[list[str]]:
    parts = (_WORD.findall(part.lower()) for part in _SENTENCE.split(text))
    return [words for words in parts if words]
