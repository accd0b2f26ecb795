"""Who said words that stand in marks, where no plain verb of speech beside them tells it."""

import pytest

from dragoman.evaluate.texts import read_text

CREDITED = [
    ("“Peru is a bridge,” Prime Minister Juan Diaz was quoted as saying by the state agency.", "Juan Diaz"),
    ("“The port is not for rent,” was all that Transport Minister Omar Diallo had to say.", "Omar Diallo"),
    ("“The port is a window,” King Felipe is said to have told his guest in Rabat.", "Felipe"),
    ("Mr Diallo is reported to have remarked, over tea, that “farmers have done more for us than kings”.",
     "Diallo"),
    ("“They took two ships, we took back our nets”\n\nThe words are those of Omar Diallo, a deputy.",
     "Omar Diallo"),
    ("“You cannot rent a roof to a thief.” The line belongs to Omar Diallo, the governor of Segou.",
     "Omar Diallo"),
    ("PULL QUOTE: “You cannot rent a roof to a thief.”\n\nThe line belongs to Omar Diallo, the governor.",
     "Omar Diallo"),
    ("“The pact is dead” was the verdict of Omar Diallo, the foreign minister of Mali.", "Omar Diallo"),
    ("“We will pay in full” was how Ana Rojas, the finance minister of Peru, put it.", "Ana Rojas"),
    ("Ana Rojas denied that there had been a meeting and called our letters “a lesson in bad taste”.",
     "Ana Rojas"),
    ("Ana Rojas said on Monday that the pact would come “in good time”.", "Ana Rojas"),
    ("Ms Rojas, a spokesman said on 21 May, “was asked to a talk that she had wished for”.", None),
    ("“The sea will rise.” The sentence was painted on the wall of Omar Diallo in Segou.", None),
]  # fmt: skip
NO_CLAUSES = [
    "Paris denies it: Ms Rojas, a spokesman said on 21 May, “was asked to a talk that she had wished for”.",
    "Kenya signed the pact in May; Peru had promised as much.",
    "President Juan Diaz said in Lima in a meeting with farmers, some of whom had blocked the road.",
]


@pytest.mark.parametrize(("text", "speaker"), CREDITED)
def test_words_in_marks_are_credited(text: str, speaker: str | None) -> None:
    reading = read_text(text, "2031-05-04")
    names = {r.id: r.name for r in reading.referents}
    (quote,) = (q for q in reading.quotes if q.direct)
    assert names.get(quote.speaker or "") == speaker


@pytest.mark.parametrize("text", NO_CLAUSES)
def test_a_sentence_of_its_own_is_nobodys_speech(text: str) -> None:
    assert not [q.text for q in read_text(text, "2031-05-04").quotes if not q.direct]


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("Mohammed bin Khalid said no. Diplomats waited while MBK slept.", "Mohammed bin Khalid", 2),
        ("Peter Brook Kelly said no. Diplomats waited while PBK slept.", "Peter Brook Kelly", 1),
        ("Ana Rojas said that the pact was dead.", "Ana Rojas", 1),
        ("Gulf Insider said that the pact was dead.", "Gulf Insider", 0),
    ],
)
def test_who_speaks_is_a_person_and_the_letters_of_a_patronymic_are_his(
    text: str, name: str, there: int
) -> None:
    reading = read_text(text, "2031-05-04")
    known = {r.id for r in reading.referents if r.name == name and r.kind == "person"}
    assert len([m for m in reading.mentions if m.actor in known]) == there
