"""Words that judge: one event that some accounts call a coup and others a change of control."""

from collections.abc import Iterator

from dragoman.model.documents import Span
from dragoman.model.statements import Statement
from dragoman.model.views import Event
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.stands import Clash, Scene, Stand, commonest, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.framing import FrameSide, Theme, themes

_WORDING = Judged("wording", "the words judge one and the same thing differently")


def compare(scene: Scene) -> Iterator[Compared]:
    """For each event and theme whose accounts take two sides: the comparisons and the clash."""
    for event in scene.events:
        for theme in themes():
            if event.act in theme.acts:
                compared = _theme(event, theme, scene)
                if compared:
                    yield compared


def _theme(event: Event, theme: Theme, scene: Scene) -> Compared | None:
    stands = _stands(event, theme, scene)
    if len(stands) < 2 or len({s.document for held in stands.values() for s in held}) < 2:
        return None
    if not any(side.judges and side.name in stands for side in theme.sides):
        return None
    named = sorted((_named(held), tuple(sorted(held))) for held in stands.values())
    first = named[0][1][0]
    compared = tuple(
        comparison(event.id, "characterization", first, held[0], _WORDING)
        for _, held in named[1:]
        if held[0].document != first.document
    )
    clash = Clash(event.id, "characterization", "characterization", event.title, _WORDING, tuple(named))
    return Compared(compared, (clash,))


def _stands(event: Event, theme: Theme, scene: Scene) -> dict[str, list[Stand]]:
    """Each account's words under its one side: one that judges before one that does not, then the oftener."""
    held: dict[str, list[tuple[bool, int, int, str, list[Stand]]]] = {}
    for number, side in enumerate(theme.sides):
        by_document: dict[str, list[Stand]] = {}
        for statement in scene.of(event):
            found = _stand(side, statement, scene)
            if found:
                by_document.setdefault(found.document, []).append(found)
        for document, stands in by_document.items():
            row = (not side.judges, -len(stands), number, side.name, stands)
            held.setdefault(document, []).append(row)
    result: dict[str, list[Stand]] = {}
    for _, rows in sorted(held.items()):
        *_, name, stands = min(rows, key=lambda r: r[:3])
        result.setdefault(name, []).extend(stands)
    return result


def _stand(side: FrameSide, statement: Statement, scene: Scene) -> Stand | None:
    """The words of this side in the sentence that a statement stands in."""
    text = scene.documents[statement.document].text
    start, end = sentence(text, statement.start, statement.end)
    found = list(side.words.finditer(text, start, end))
    if not found:
        return None
    nearest = min(found, key=lambda m: (not statement.start <= m.start() < statement.end, m.start()))
    spans = [Span(statement.document, m.start(), m.end()) for m in found]
    return Stand.of(" ".join(nearest.group().split()), statement, spans)


def _named(stands: list[Stand]) -> str:
    """The side's commonest words."""
    return commonest([s.value.casefold() for s in stands]) or ""
