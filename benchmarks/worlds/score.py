"""What a record finds of a world, beside what is true of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.worlds import expected
from benchmarks.worlds.expected import Held, Unit
from benchmarks.worlds.matching import Matched, describe
from benchmarks.worlds.pages import Page
from benchmarks.worlds.tally import Score, Share, Tally
from benchmarks.worlds.tellings import Telling
from dragoman.model.views import Comparison, Disagreement, Side, Views

_CLASHES = ("contradicts", "doubted", "other measure", "wording")


def score(views: Views, pages: Sequence[Page]) -> Score:
    """The measures of a record of these pages."""
    found = Score()
    matched = Matched(views, pages)
    _events(matched, found)
    _origins(views, pages, found)
    verdicts = _disagreements(matched, found)
    verdicts.add(_comparisons(matched, found))
    found.tallies["verdicts"] = verdicts
    _commitments(matched, found)
    _people(views, pages, found)
    return found


def _events(matched: Matched, found: Score) -> None:
    best: dict[str, str] = {}
    sizes = {e.id: len(e.statements) for e in matched.views.events}
    tally = Tally()
    for event in matched.views.events:
        key = matched.key_of[event.id]
        if key is None:
            if matched.stray(event.statements):
                tally.wrong += 1
                found.faults.append(f"false event: {event.title} ({event.act})")
        elif key not in best or sizes[event.id] > sizes[best[key]]:
            tally.wrong += key in best
            best[key] = event.id
        else:
            tally.wrong += 1
    tally.right, tally.missed = len(best), len(matched.clusters) - len(best)
    found.tallies["events"] = tally
    named = {}
    for key, held in matched.clusters.items():
        for h in held:
            place = (h.document, h.told.start)
            named[place] = (key, matched.event_of.get(place) or f"none {place}")
    _shares("grouping", named.values(), found)
    for held in matched.clusters.values():
        events = {matched.event_of.get((h.document, h.told.start)) for h in held}
        if len(events) > 1:
            found.faults.append(f"split: {describe(held)} in {len(events)}")
    mixed: dict[str, set[str]] = {}
    for key, group in named.values():
        mixed.setdefault(group, set()).add(key)
    found.faults += [f"mixed: {sorted(keys)}" for _, keys in sorted(mixed.items()) if len(keys) > 1]


def b_cubed(pairs: Iterable[tuple[str, str]]) -> tuple[float, float]:
    """B³ precision and recall of (true group, found group), one a mention."""
    every = list(pairs)
    true, got, both = Counter(t for t, _ in every), Counter(g for _, g in every), Counter(every)
    precision = sum(both[p] / got[p[1]] for p in every) / len(every)
    recall = sum(both[p] / true[p[0]] for p in every) / len(every)
    return precision, recall


def _shares(name: str, pairs: Iterable[tuple[str, str]], found: Score) -> None:
    every = list(pairs)
    precision, recall = b_cubed(every)
    found.shares[f"{name}_b3_precision"] = Share(precision * len(every), len(every))
    found.shares[f"{name}_b3_recall"] = Share(recall * len(every), len(every))


def _origins(views: Views, pages: Sequence[Page], found: Score) -> None:
    """Pairs of documents on one matter: which share an origin."""
    of = {d: o.id for o in views.origins for d in o.documents}
    by_matter: dict[str, list[Page]] = {}
    for page in pages:
        by_matter.setdefault(page.plan.matter, []).append(page)
    tally = Tally()
    for matter, held in sorted(by_matter.items()):
        for i, one in enumerate(held):
            for other in held[i + 1 :]:
                true = one.plan.origin == other.plan.origin
                got = of[one.document.id] == of[other.document.id]
                tally.right += true and got
                tally.wrong += got and not true
                tally.missed += true and not got
                if true != got:
                    ways = f"{one.plan.way} {one.plan.origin}, {other.plan.way} {other.plan.origin}"
                    found.faults.append(f"origin {'missed' if true else 'wrong'}: {matter}: {ways}")
    found.tallies["origins"] = tally


def _disagreements(matched: Matched, found: Score) -> Tally:
    """The disagreements, by kind and verdict; returns all together."""
    wanted = expected.units(matched.pages)
    got = {unit for d in matched.views.disagreements for unit in _unit(d, matched)}
    got = {u for u in got if u in wanted or not _allowed(u, wanted)}
    together = Tally()
    by_kind: dict[str, Tally] = {}
    for unit in sorted(wanted | got):
        tally = Tally(unit in wanted and unit in got, unit not in wanted, unit not in got)
        tally.right, tally.wrong, tally.missed = int(tally.right), int(tally.wrong), int(tally.missed)
        for name in (f"kind_{unit.kind}", f"verdict_{unit.verdict.replace(' ', '_')}"):
            by_kind.setdefault(name, Tally()).add(tally)
        together.add(tally)
        if unit not in got or unit not in wanted:
            held = matched.clusters.get(unit.subject)
            about = describe(held) if held else unit.subject
            found.faults.append(
                f"disagreement {'missed' if unit in wanted else 'wrong'}: {unit.kind} {unit.verdict}: {about}"
            )
    for name, tally in sorted(by_kind.items()):
        found.tallies[name] = tally
    return together


def _allowed(unit: Unit, wanted: frozenset[Unit]) -> bool:
    """Whether it says again, in weaker words, what is there."""
    stronger = Unit(unit.subject, "status", "contradicts")
    return unit.kind == "status" and unit.verdict == "doubted" and stronger in wanted


def _unit(found: Disagreement, matched: Matched) -> Iterator[Unit]:
    """The disagreement as one of a world: its subject by the words that it stands on."""
    if found.kind == "title":
        yield Unit(_office(found, matched), "title", found.verdict)
        return
    if found.verdict == "other measure":
        yield Unit(_contact(found, matched), "count", found.verdict)
        return
    key = matched.key_of.get(found.subject)
    if key is None and found.subject in matched.of_statement:
        key = matched.of_statement[found.subject].key
    yield Unit(key or f"no event: {found.about}", found.kind, found.verdict)


def _office(found: Disagreement, matched: Matched) -> str:
    states = {a.id: a.country for a in matched.views.actors}
    return expected.office(states.get(found.subject) or "?")


def _contact(found: Disagreement, matched: Matched) -> str:
    """Whose contacts with which state: the visitor of the visits among what is counted."""
    spans = [e for p in found.positions for e in p.evidence]
    for page in matched.pages:
        for told in page.told:
            happening = told.telling.happening
            here = any(
                e.document == page.document.id and e.start < told.end and told.start < e.end for e in spans
            )
            if here and happening.act == "visit":
                return expected.contact(happening.agents[0], happening.states[1])
    return f"no visit: {found.about}"


def _comparisons(matched: Matched, found: Score) -> Tally:
    """The comparisons, by verdict; returns those that are not plainly the same, without the clashes."""
    by_verdict: dict[str, Tally] = {}
    compared: set[tuple[str, str, str]] = set()
    compatible = wronged = 0
    for comparison in matched.views.comparisons:
        ends = [_held(s, matched) for s in (comparison.left, comparison.right)]
        if comparison.field in ("title", "count") or None in ends:
            continue
        left, right = ends[0], ends[1]
        assert left and right
        right_verdict = _verdict(comparison, left, right)
        for end in (left, right):
            compared.add((end.key, end.document, comparison.field))
        if right_verdict is None:
            continue
        if right_verdict != "contradicts":
            compatible += 1
            wronged += comparison.verdict == "contradicts"
        same = comparison.verdict == right_verdict
        by_verdict.setdefault(comparison.verdict, Tally()).right += same
        by_verdict[comparison.verdict].wrong += not same
        by_verdict.setdefault(right_verdict, Tally()).missed += not same
        if not same:
            found.faults.append(
                f"comparison {comparison.field}: {comparison.verdict} for {right_verdict}: "
                f"{comparison.left.value} | {comparison.right.value}: {left.key} {right.key}"
            )
    for verdict, where in _missing(matched, compared):
        by_verdict.setdefault(verdict, Tally()).missed += 1
        if verdict != "same":
            found.faults.append(f"not compared: {verdict}: {where}")
    found.shares["compatible_kept"] = Share(compatible - wronged, compatible, told=True)
    together = Tally()
    for verdict, tally in sorted(by_verdict.items()):
        found.tallies[f"compared_{verdict.replace(' ', '_')}"] = tally
        if verdict in ("less precise", "changed over time"):
            together.add(tally)
    return together


def _held(side: Side, matched: Matched) -> Held | None:
    return matched.of_statement.get(side.statement or "")


def _verdict(comparison: Comparison, left: Held, right: Held) -> str | None:
    """The right verdict for a comparison; None where it says nothing that is scored."""
    a, b = left.telling, right.telling
    if left.key != right.key:
        trade = a.happening.act == b.happening.act == "trade" and a.happening.start != b.happening.start
        return "changed over time" if trade else "not of one event"
    if comparison.field == "when":
        return expected.dates(left, right)
    if comparison.field == "place":
        return expected.places(a, b)
    if comparison.field == "status":
        return expected.statuses(a.status, b.status)
    if comparison.field == "quantity":
        slots = {slot_of(s.value, h.telling) for s, h in ((comparison.left, left), (comparison.right, right))}
        (slot,) = slots if len(slots) == 1 else (None,)
        said = (expected.said_of(a, slot or ""), expected.said_of(b, slot or ""))
        return expected.numbers(said[0], said[1]) if said[0] and said[1] else None
    if comparison.field == "participants":
        return expected.lists(a, b)
    if comparison.field == "characterization":
        return "wording" if a.side != b.side else "same"
    return None


def slot_of(words: str, telling: Telling) -> str | None:
    """Which number of a telling some words are."""
    if telling.recounted:
        return "ordinal"
    money = any(c in words for c in "$€£") or "dollar" in words or "USD" in words
    return "amount" if money else "count"


def _missing(matched: Matched, compared: set[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """The verdicts on values of an event that stand beside another account's and were not compared."""
    for key, held in sorted(matched.clusters.items()):
        fields: list[tuple[str, list[Held]]] = [
            ("when", [h for h in held if h.telling.how != "none"]),
            ("place", [h for h in held if h.telling.place]),
            ("status", [h for h in held if not h.telling.recounted]),
            ("participants", [h for h in held if len(h.telling.named) > 2]),
        ]
        fields += [
            ("quantity", [h for h in held if expected.said_of(h.telling, slot)])
            for slot in expected.slots(held)
        ]
        for name, told in fields:
            if len({h.document for h in told}) < 2:
                continue
            first, *others = told
            for other in others:
                if other.document != first.document and (key, other.document, name) not in compared:
                    verdict = _of_field(name, first, other)
                    if verdict:
                        yield verdict, f"{name} {describe([first, other])}"


def _of_field(name: str, a: Held, b: Held) -> str | None:
    if name == "when":
        return expected.dates(a, b)
    if name == "place":
        return expected.places(a.telling, b.telling)
    if name == "participants":
        return expected.lists(a.telling, b.telling)
    if name == "status":
        return expected.statuses(a.telling.status, b.telling.status)
    for slot in expected.slots([a]):
        one, other = expected.said_of(a.telling, slot), expected.said_of(b.telling, slot)
        if one and other:
            return expected.numbers(one, other)
    return None


def _commitments(matched: Matched, found: Score) -> None:
    wanted = expected.commitments(matched.pages)
    tally = Tally()
    right: set[str] = set()
    for commitment in matched.views.commitments:
        key = matched.key_of.get(commitment.event or "") or "none"
        if wanted.get(key) == commitment.status and key not in right:
            right.add(key)
        else:
            tally.wrong += 1
            found.faults.append(
                f"commitment {commitment.status} for {wanted.get(key)}: {key} {commitment.text}"
            )
    tally.right, tally.missed = len(right), len(wanted) - len(right)
    found.tallies["commitments"] = tally
    for key in sorted(wanted.keys() - right):
        found.faults.append(f"commitment missed: {wanted[key]} {describe(matched.clusters[key])}")


def _people(views: Views, pages: Sequence[Page], found: Score) -> None:
    """B³ of officials over documents, by the words that name them."""
    named: dict[str, list[tuple[int, int, str]]] = {}
    for actor in views.actors:
        for span in actor.evidence if actor.kind == "person" else ():
            named.setdefault(span.document, []).append((span.start, span.end, actor.id))
    pairs = []
    for page in pages:
        here = named.get(page.document.id, [])
        for person in sorted({p for _, _, p in page.people}):
            own = [(start, end) for start, end, p in page.people if p == person]
            met = [a for start, end, a in here if any(start < e and s < end for s, e in own)]
            pairs.append((person, min(met, default=f"none {page.document.id} {person}")))
    _shares("people", pairs, found)
