"""Political events coded in PLOVER: one sentence, one event, its source and its target.

The code, given the two actors as the published peers are given them: the actors' words are made mentions of
parties, the sentence is read, and of the acts that have them as parties the one that has most of them is
coded by the published table. Where the reader finds no act between them the answer is none, which is wrong.

The actors, found by the reader alone: the parties of the act with the most of them, against all actors of
the record, by name, counted over all records.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dragoman.evaluate.acts import same_name
from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.spans import f1
from dragoman.evaluate.texts import file_of, parse_text, read_text, records
from dragoman.model.ids import actor_id
from dragoman.model.readings import Mention, Reading, Referent
from dragoman.model.statements import ROLES, Statement
from dragoman.reading import actors, acts, places, quotes, times
from dragoman.reading.marks import Cast, Parsed
from dragoman.vocabulary.plover import coding

NAME = "plover"
PEERS = {
    "root_macro_f1": "ZSP (zero-shot, roberta-large) 0.797 on 134 of these pairs (the set's README)",
    "root_accuracy": "ZSP 0.838 on its own set of 1,033 pairs (the set's README)",
}
FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "DEMAND": "REQUEST"}
"""The codes of PLOVER 0.8 that stand under another name among the set's 15 roots."""
DOING = ("agent", "participant", "guest", "mediator")
DONE_TO = ("counterpart", "recipient", "host", "object", "participant")


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set."""
    held = list(records(data, NAME, split))
    roots = [(r["root15"], root_between(r["text"], *_sides(r))) for r in held]
    found = [
        ((*source, *target), parties(r["text"], read_text(r["text"])))
        for r in held
        for source, target in [_sides(r)]
    ]
    figures = root_figures(roots) | {"actors_f1": actors_f1(found)}
    return rows_of(NAME, figures, file_of(data, NAME, split), len(held), PEERS)


def root_between(text: str, source: Sequence[str], target: Sequence[str]) -> str | None:
    """The root the reader gives to what a sentence tells between these actors; None where it finds no act."""
    parsed = parse_text(text)
    cast = given(parsed, actors.find(parsed), (*source, *target))
    dates, spots, said = times.find(parsed, None), places.find(parsed, cast), quotes.find(parsed, cast)
    told = acts.find(parsed, cast, dates, spots, said)
    keys = [_keys(cast, text, names) for names in (source, target)]
    by_id = {s.id: s for s in told}
    coded = [
        (_fit(s, by_id.get(s.about or ""), *keys), -number, root)
        for number, s in enumerate(told)
        if (root := _root(s))
    ]
    return max(coded)[2] if coded else None


def given(parsed: Parsed, cast: Cast, names: Iterable[str]) -> Cast:
    """The cast with these words as parties, each where it first stands in the text.

    Where the reader takes the head of the words for somebody, it stays that actor, and may act.
    """
    referents = {r.id: r for r in cast.referents}
    mentions = list(cast.mentions)
    for name in names:
        start = parsed.text.find(name)
        if start < 0 or not name:
            continue
        end = start + len(name)
        first, last = _head(parsed, start, end)
        over = [
            m
            for m in mentions
            if m.start < last
            and first < m.end
            and (m.form != "adjective" or (m.start, m.end) == (start, end))
        ]
        for mention in over:
            referents[mention.actor] = _party(referents[mention.actor])
        if not over:
            key = actor_id(parsed.document, start, end)
            mentions = [m for m in mentions if m.end <= start or end <= m.start]
            mentions.append(Mention(start, end, name, key, "name"))
            referents[key] = Referent(key, name, "government", sector="GOV", names=(name,))
    return Cast(
        tuple(referents.values()), tuple(sorted(mentions, key=lambda m: (m.start, m.end))), cast.offices
    )


def _head(parsed: Parsed, start: int, end: int) -> tuple[int, int]:
    """The place of the word that governs these words; their own where no parse has them."""
    for paragraph in parsed.paragraphs:
        if paragraph.start <= start and end <= paragraph.end:
            words = paragraph.doc.char_span(
                start - paragraph.start, end - paragraph.start, alignment_mode="expand"
            )
            return paragraph.place(words.root) if words is not None else (start, end)
    return start, end


def parties(text: str, reading: Reading) -> list[tuple[str, ...]]:
    """The actors of the act with the most of them, each as all the words that name it.

    Those are the names it has in the text and the words that stand for it in that act.
    """
    names = {r.id: (r.name, *r.names) for r in reading.referents}
    best: dict[str, tuple[str, ...]] = {}
    for statement in reading.statements:
        found: dict[str, tuple[str, ...]] = {}
        for value in statement.all(*ROLES):
            if value.value in names:
                words = (text[span.start : span.end] for span in value.evidence)
                found[value.value] = (*found.get(value.value, names[value.value]), *words)
        if statement.act and not statement.presumed and len(found) > len(best):
            best = found
    return list(best.values())


def root_figures(roots: Iterable[tuple[str, str | None]]) -> dict[str, float]:
    """Macro-F1 over the annotated roots, and the share right, of pairs (annotated, predicted)."""
    pairs = list(roots)
    by_root = [
        f1(
            sum(g == p == root for g, p in pairs),
            sum(p == root for _, p in pairs),
            sum(g == root for g, _ in pairs),
        )
        for root in sorted({g for g, _ in pairs})
    ]
    right = sum(g == p for g, p in pairs)
    return {
        "root_macro_f1": sum(by_root) / max(1, len(by_root)),
        "root_accuracy": right / max(1, len(pairs)),
    }


def actors_f1(records: Iterable[tuple[Sequence[str], Sequence[tuple[str, ...]]]]) -> float:
    """F1 over the actors of all records, each given as (annotated names, found actors by all their names)."""
    right = told = wanted = 0
    for gold, found in records:
        left = list(gold)
        for names in found:
            hit = next((g for g in left if any(same_name(g, name) for name in names)), None)
            if hit is not None:
                left.remove(hit)
                right += 1
        told, wanted = told + len(found), wanted + len(gold)
    return f1(right, told, wanted)


def _sides(record: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    source, target = ([a["actorText"] for a in record[side] or ()] for side in ("source", "target"))
    return source, target


def _party(referent: Referent) -> Referent:
    if referent.kind == "person":
        return replace(referent, sector=referent.sector or "GOV")
    if referent.kind in ("organization", "company", "group"):
        return replace(referent, kind="government")
    return referent


def _keys(cast: Cast, text: str, names: Sequence[str]) -> frozenset[str]:
    """The actors that stand on these words."""
    places = [(at, at + len(name)) for name in names if name and (at := text.find(name)) >= 0]
    return frozenset(m.actor for start, end in places for m in cast.at(start, end))


def _fit(
    statement: Statement, content: Statement | None, source: frozenset[str], target: frozenset[str]
) -> tuple[int, int]:
    """How many of the given sides take part in an act, and how many of them in their own role.

    Who takes part in what a speech is about takes part in the speech ("demanded that X withdraw").
    """
    spoken = set(content.parties) if content is not None else set()
    doing = {v.value for v in statement.all(*DOING)}
    done_to = {v.value for v in statement.all(*DONE_TO)} | spoken
    taking = doing | done_to
    return (
        bool(taking & source) + bool(taking & target),
        bool(doing & source) + bool(done_to & target),
    )


def _root(statement: Statement) -> str | None:
    code = coding(statement.act, statement.certainty).plover
    return FOLDED.get(code, code) if code else None
