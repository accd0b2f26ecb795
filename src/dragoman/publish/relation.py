"""The relation of two actors as Markdown, each line with numbered evidence."""

from collections.abc import Iterable, Iterator

from dragoman.model.documents import Span
from dragoman.model.views import Agreement, Commitment, Mission, Views
from dragoman.publish.cited import Cited, plain_words, section
from dragoman.publish.markdown import disagreement_line, event_line
from dragoman.publish.texts import Texts
from dragoman.reconciling.between import Relation
from dragoman.reconciling.standpoints import Cooperation


def markdown(relation: Relation, views: Views, texts: Texts = "quotes") -> Iterator[str]:
    """The relation, line by line. `views` hold the documents, actors and quotes that it names."""
    brief = Cited.of(views, texts)
    yield f"# {brief.name(relation.left)} and {brief.name(relation.right)}\n"
    yield from section("Contacts and acts, in order", (event_line(e, brief) for e in relation.contacts))
    yield from section("Without a date", (event_line(e, brief) for e in relation.undated))
    yield from section("Embassies and consulates", _missions(relation.missions, brief))
    yield from section("Agreements", _agreements(relation.agreements, brief))
    yield from section(
        "Fields of cooperation, and how sure the accounts are", _fields(relation.fields, brief)
    )
    yield from section("Positions", _positions(relation, brief))
    yield from section("What was said", _quotes(relation, views, brief))
    yield from section("Third parties", _third(relation, brief))
    yield from section(
        "Disputes between the accounts, and what would settle them", _disputes(relation, brief)
    )
    yield from section("Open commitments", _commitments(relation.commitments, brief))
    perhaps = (*_commitments(relation.perhaps, brief), *_missions(relation.perhaps_missions, brief))
    yield from section("Open, told beside it, and not known to whom else", perhaps)
    yield from brief.evidence()


def _missions(missions: Iterable[Mission], brief: Cited) -> Iterator[str]:
    for m in missions:
        since = f", since {m.since}" if m.since else ""
        place = plain_words(m.place) if m.place else "place not stated"
        ends = f"{m.kind} of {brief.name(m.sending)} in {brief.name(m.receiving)}"
        yield f"{ends}, {place}: {m.status}{since} {brief.cited(m.evidence)}"


def _agreements(agreements: Iterable[Agreement], brief: Cited) -> Iterator[str]:
    for a in agreements:
        on = f" on {', '.join(a.fields)}" if a.fields else ""
        signed = f", signed {a.signed}" if a.signed else ""
        also = ", ".join(f"“{plain_words(n)}”" for n in a.names[:4])
        called = f", called {also}" if len(a.names) > 1 else ""
        yield f"{plain_words(a.name)}{on}: {a.status}{signed}{called} {brief.cited(a.evidence)}"


def _fields(fields: Iterable[Cooperation], brief: Cited) -> Iterator[str]:
    for f in fields:
        doubt = "; one account or more will not confirm it" if f.doubted else ""
        said = f"said: {', '.join(f.certainties)}; independent origins: {f.origins}{doubt}"
        yield f"{f.topic}: {f.certainty} ({said}) {brief.cited(f.evidence)}"


def _positions(relation: Relation, brief: Cited) -> Iterator[str]:
    for p in relation.positions:
        who = f"{brief.name(p.speaker)}, for {brief.name(p.side)}"
        yield f"{who}: {p.act}, {p.certainty} {brief.cited(p.evidence)}"


def _quotes(relation: Relation, views: Views, brief: Cited) -> Iterator[str]:
    known = {q.id: q for q in views.quotes}
    for quote in (known[q] for q in relation.quotes if q in known):
        span = Span(quote.document, quote.start, quote.end)
        yield f"{brief.name(quote.speaker)}: “{plain_words(quote.text)}” {brief.cited([span])}"


def _third(relation: Relation, brief: Cited) -> Iterator[str]:
    for t in relation.third:
        yield f"{brief.name(t.actor)}: {', '.join(t.roles)} ({len(t.events)} of the events)"


def _disputes(relation: Relation, brief: Cited) -> Iterator[str]:
    needs = {s.dispute: s.needs for s in relation.settling}
    for dispute in relation.disputes:
        told = " ".join(plain_words(need) for need in needs.get(dispute.id, ()))
        yield disagreement_line(dispute, brief) + (f" What would settle it: {told}" if told else "")


def _commitments(commitments: Iterable[Commitment], brief: Cited) -> Iterator[str]:
    for c in commitments:
        due = f", due {c.due}" if c.due else ""
        yield f"{c.status}{due}: {brief.name(c.actor)}: {plain_words(c.text)} {brief.cited(c.evidence)}"
