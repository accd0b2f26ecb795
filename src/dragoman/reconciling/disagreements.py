"""Disagreements: the clashes that a reader must know of, each with its positions and one plain sentence."""

from collections.abc import Iterable, Sequence

from dragoman.model.ids import digest
from dragoman.model.views import Disagreement, Position, Verdict
from dragoman.reconciling.stands import Clash, Scene, Stand, commonest

_SHOWN: tuple[Verdict, ...] = ("contradicts", "doubted", "other measure", "wording")
_MOST_SPANS = 20


def view(clashes: Iterable[Clash], scene: Scene) -> tuple[Disagreement, ...]:
    """One disagreement for each clash, sorted by id."""
    found: dict[str, Disagreement] = {}
    for clash in clashes:
        if clash.judged.verdict in _SHOWN and len(clash.positions) > 1:
            made = _disagreement(clash, scene)
            found.setdefault(made.id, made)
    return tuple(d for _, d in sorted(found.items()))


def _disagreement(clash: Clash, scene: Scene) -> Disagreement:
    positions = tuple(_position(value, stands, scene) for value, stands in clash.positions)
    return Disagreement(
        id="x-" + digest(clash.subject, clash.kind, clash.field, *sorted(_anchor(p) for p in positions)),
        kind=clash.kind,
        field=clash.field,
        about=clash.about,
        subject=clash.subject,
        verdict=clash.judged.verdict,
        explanation=_explanation(clash, scene),
        positions=positions,
    )


def _anchor(position: Position) -> str:
    """What tells a position from others of its subject: its value and its first words."""
    first = position.evidence[0]
    return f"{position.value}@{first.document}:{first.start}"


def _position(value: str, stands: Sequence[Stand], scene: Scene) -> Position:
    documents = sorted({s.document for s in stands})
    holders = {s.holder for s in stands}
    return Position(
        value=value,
        holder=next(iter(holders)) if len(holders) == 1 else None,
        certainty=commonest([s.certainty for s in stands]),
        documents=tuple(documents),
        origins=scene.origins.count(documents),
        evidence=tuple(sorted({e for s in stands for e in s.evidence}))[:_MOST_SPANS],
    )


def _explanation(clash: Clash, scene: Scene) -> str:
    sides = "; ".join(f"{_outlets(stands, scene)}: {value}" for value, stands in clash.positions)
    reason = clash.judged.reason
    return f"{clash.about} – {sides}. {reason[:1].upper()}{reason[1:]}."


def _outlets(stands: Sequence[Stand], scene: Scene) -> str:
    names = sorted({scene.outlet(s.document) for s in stands})
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return ", ".join(names[:2]) + more
