"""Which columns each listing shows to people. A table of data: kind → columns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dragoman.cli import words as w
from dragoman.cli.words import Words
from dragoman.model.dates import in_words

Render = Callable[[Any, Words], str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head and what stands in it. `wide` columns share the room that is left."""

    head: str
    render: Render
    wide: bool = False


def _id(item: Any, _: Words) -> str:
    return str(item.id)


def _evidence(item: Any, words: Words) -> str:
    return words.quoted(item.evidence, 2)


def _list(values: Any) -> str:
    return ", ".join(values) or "none"


ID = Column("id", _id)
EVIDENCE = Column("in the accounts' words", _evidence, wide=True)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "documents": (
        ID,
        Column("published", lambda d, _: d.published or "not stated"),
        Column("source", lambda d, _: d.source or "not stated"),
        Column("author", lambda d, _: d.author or "not stated"),
        Column("title", lambda d, _: d.title or "not stated", wide=True),
        Column("file", lambda d, _: ", ".join(d.paths) or d.url or "standard input"),
    ),
    "sources": (
        ID,
        Column("name", lambda s, _: s.name, wide=True),
        Column("domains", lambda s, _: _list(s.domains)),
        Column("country", lambda s, _: s.country or "not stated"),
        Column("owner", lambda s, _: s.owner or "not stated"),
        Column("control", lambda s, _: s.control or "not stated"),
        Column("reliability", lambda s, _: s.reliability or "not set"),
    ),
    "actors": (
        ID,
        Column("name", lambda a, _: a.name, wide=True),
        Column("kind", lambda a, _: a.kind),
        Column("country", lambda a, _: a.country or ""),
        Column("offices", lambda a, words: _offices(a, words), wide=True),
        Column("also called", lambda a, _: w.shortened(", ".join(a.aliases), 80), wide=True),
    ),
    "events": (
        ID,
        Column("when", lambda e, _: in_words(e.when)),
        Column("act", lambda e, _: e.act),
        Column("status", lambda e, _: e.status),
        Column("who", w.participants, wide=True),
        Column("where", lambda e, _: e.place.name if e.place else ""),
        Column("behind it", lambda e, _: w.behind(e)),
        EVIDENCE,
    ),
    "statements": (
        ID,
        Column("act", lambda s, _: s.act or "claim"),
        Column("certainty", lambda s, _: s.certainty + (", negated" if s.polarity == "negated" else "")),
        Column("parties", w.parties, wide=True),
        Column("on whose word", lambda s, _: " ← ".join(a.text for a in s.attribution) or "the account's"),
        Column("in the account's words", lambda s, words: words.quoted([s.span]), wide=True),
    ),
    "quotes": (
        ID,
        Column("speaker", lambda q, words: words.actor(q.speaker)),
        Column("account", lambda q, words: words.account(q.document)),
        Column("", lambda q, _: "direct" if q.direct else "indirect"),
        Column("words", lambda q, _: f"“{w.shortened(q.text, 300)}”", wide=True),
        Column("beside other wordings", lambda q, _: w.wording(q), wide=True),
    ),
    "disagreements": (
        ID,
        Column("verdict", lambda d, _: d.verdict),
        Column("about", lambda d, _: f"{d.kind}: {d.about}", wide=True),
        Column("what each says, in its words", lambda d, words: _positions(d, words), wide=True),
    ),
    "comparisons": (
        Column("field", lambda c, _: c.field),
        Column("verdict", lambda c, _: c.verdict),
        Column("one account", lambda c, words: _side(c.left, words), wide=True),
        Column("another", lambda c, words: _side(c.right, words), wide=True),
        Column("reason", lambda c, _: c.reason, wide=True),
    ),
    "commitments": (
        ID,
        Column("status", lambda c, _: w.became(c)),
        Column("due", lambda c, _: c.due or "not stated"),
        Column("by", lambda c, words: words.actor(c.actor)),
        Column("what", lambda c, _: w.shortened(c.text), wide=True),
        EVIDENCE,
    ),
    "naming": (
        Column("named", lambda n, words: n.called or words.actor(n.actor)),
        Column("account", lambda n, words: words.account(n.document)),
        Column("calls it", lambda n, _: ", ".join(map(w.naming, n.names)), wide=True),
    ),
    "missions": (
        ID,
        Column("sending", lambda m, words: words.actor(m.sending)),
        Column("receiving", lambda m, words: words.actor(m.receiving)),
        Column("kind", lambda m, _: m.kind),
        Column("place", lambda m, _: m.place or "not stated"),
        Column("status", lambda m, _: m.status),
        Column("since", lambda m, _: m.since or "not stated"),
        EVIDENCE,
    ),
    "agreements": (
        ID,
        Column("name", lambda a, _: w.shortened(a.name, 60), wide=True),
        Column("also called", lambda a, _: _list(a.names[:4])),
        Column("parties", lambda a, words: _list([words.actor(p) for p in a.parties])),
        Column("signed", lambda a, _: a.signed or "not stated"),
        Column("status", lambda a, _: a.status),
        Column("fields", lambda a, _: _list(a.fields)),
        EVIDENCE,
    ),
    "origins": (
        ID,
        Column("kind", lambda o, _: o.kind),
        Column("documents", lambda o, words: _list([words.account(d) for d in o.documents]), wide=True),
        EVIDENCE,
    ),
    "judgements": (
        ID,
        Column("when", lambda j, _: j.at[:10]),
        Column("by", lambda j, _: j.by),
        Column("judged", lambda j, words: _judged(j, words), wide=True),
        Column("reason", lambda j, _: j.reason, wide=True),
        Column("stands", lambda j, _: "yes" if j.standing else "no"),
    ),
    "coverage": (
        Column("outlet", lambda c, words: c.name or f"not stated ({_list(map(words.account, c.documents))})"),
        Column("state", lambda c, _: c.state),
        Column("in its words", lambda c, words: words.quoted(c.evidence, 2), wide=True),
    ),
    "failures": (
        Column("input", lambda f, _: f.what, wide=True),
        Column("why", lambda f, _: f.why, wide=True),
    ),
}  # fmt: skip


def _offices(actor: Any, words: Words) -> str:
    told = []
    for office in actor.offices:
        guessed = " (inferred)" if office.inferred else ""
        of = f" of {words.actor(office.of)}{guessed}" if office.of else ""
        held = "" if office.as_ == "current" else f"{office.as_} "
        at = f" ({office.when})" if office.when else ""
        told.append(f"{held}{office.title}{of}{at}")
    return ", ".join(dict.fromkeys(told))


def _positions(disagreement: Any, words: Words) -> str:
    told = [f"{w.position(p, words)}\n{words.quoted(p.evidence[:1])}" for p in disagreement.positions]
    return "\n".join(told)


def _judged(judgement: Any, words: Words) -> str:
    named = " and ".join(f"{t} ({n})" if (n := words.actor(t)) != t else t for t in judgement.targets)
    what = f": {judgement.field} = {judgement.value or 'not known'}" if judgement.kind == "correct" else ""
    return f"{judgement.kind} {named}{what}"


def _side(side: Any, words: Words) -> str:
    return f"{side.value} — {words.account(side.document)}\n{words.quoted(side.evidence[:1])}"
