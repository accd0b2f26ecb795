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
    stands: dict[str, list[Stand]] = {}
    judging: set[str] = set()
    for side in sorted(theme.sides, key=lambda s: not s.judges):
        for statement in scene.of(event):
            if not side.judges and statement.document in judging:
                continue  # an account that judges is on that side, whatever else it says
            found = _stand(side, statement, scene)
            if found:
                stands.setdefault(side.name, []).append(found)
                judging.update([statement.document] if side.judges else [])
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
