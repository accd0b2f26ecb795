"""What a pipeline's attribute ruler says of words, kept by what it looks at.

The ruler gives each word its part of speech, its morphology and some lemmas, by rules over its tag, its form
and its place in the sentence. It tries all its rules on every word, a tenth of what parsing costs; one form
with one tag in one place always comes out the same, so that its answer can be kept.
"""

from typing import TYPE_CHECKING, Any

from spacy.attrs import LEMMA, MORPH, POS
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LOOKED_AT = ("TAG", "LOWER", "DEP", "IS_SPACE")
_SET = (POS, MORPH, LEMMA)
_MOST = 50_000
"""Answers kept at most, about 15 MB; beyond, they are forgotten and found again."""

_Key = tuple[int, ...]
_Answer = tuple[int | None, ...]


class Ruling:
    """A step of a pipeline that does what its ruler does. It never changes what comes out.

    A text with a word that no answer can be kept for (a rule looks further than it, or sets something
    else) is left to the ruler whole.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._first = Matcher(ruler.vocab)
        self._alone: list[bool] = []
        self._answers: dict[_Key, _Answer | None] = {}
        for number, patterns in enumerate(_patterns(ruler)):
            self._first.add(str(number), [pattern[:1] for pattern in patterns])
            self._alone.append(all(len(pattern) == 1 for pattern in patterns))

    def __call__(self, doc: "Doc") -> "Doc":
        """The same document, with what the ruler says of its words set."""
        keys = [tuple(key) for key in doc.to_array(list(_LOOKED_AT)).tolist()]
        if len(self._answers) > _MOST:
            self._answers.clear()
        for number, key in enumerate(keys):
            if key not in self._answers:
                self._answers[key] = self._answer(doc, number)
        answers = [self._answers[key] for key in keys]
        told = [answer for answer in answers if answer is not None]
        if not told or len(told) < len(answers):
            return self._ruler(doc)
        held: Any = doc.to_array(list(_SET))
        for row, answer in zip(held, told, strict=True):
            for column, new in enumerate(answer):
                if new is not None:
                    row[column] = new
        return doc.from_array(list(_SET), held)

    def _answer(self, doc: "Doc", number: int) -> _Answer | None:
        """What the rules set of one word, None where they leave it as it is; None for no answer to keep."""
        found = self._first(doc[number : number + 1], allow_missing=True)
        said: dict[int, Any] = {}
        for rule in sorted({int(doc.vocab.strings[name]) for name, _, _ in found}):
            if not self._alone[rule]:
                return None
            said.update(self._ruler.attrs[rule])
        return tuple(said.get(one) for one in _SET) if said.keys() <= set(_SET) else None


def quicker(step: Any) -> Any:
    """A step of a pipeline that does the same in less time, or the step itself where it is no plain ruler."""
    if not isinstance(step, AttributeRuler):
        return step
    words = [word for patterns in _patterns(step) for pattern in patterns for word in pattern]
    return Ruling(step) if all(word.keys() <= set(_LOOKED_AT) for word in words) else step


def _patterns(ruler: AttributeRuler) -> list[list[list[dict[str, Any]]]]:
    """The patterns of each rule of a ruler, in its order: each a list of what is asked of word after word."""
    rules: list[Any] = ruler.patterns
    return [rule["patterns"] for rule in rules]
