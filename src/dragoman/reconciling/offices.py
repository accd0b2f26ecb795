"""The offices of one actor: titles that several accounts use, grouped with their dates and evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.model.dates import interval, precision
from dragoman.model.readings import OfficeUse
from dragoman.model.views import Office, Represents
from dragoman.vocabulary.offices import OfficeTitle, offices_by_name
from dragoman.vocabulary.spellings import plain_letters

_HOW = ("office", "adjective", "table", "context")
"""How it is known for whom somebody acts, the surest first."""


def grouped(uses: Sequence[OfficeUse], identities: Mapping[str, str]) -> tuple[Office, ...]:
    """The offices, sorted; `identities` leads from an id in the readings to the actor's.

    A title that does not say of what joins the one office of that title that does. A tenure, from one date to
    another, stands alone: the days on which others use the title would blur it.
    """
    by_title: dict[tuple[str, str, str], dict[str | None, list[OfficeUse]]] = {}
    for use in uses:
        of = identities.get(use.of, use.of) if use.of else None
        tenure = (
            use.when or "" if precision(use.when) in ("open", "span") and "~" not in str(use.when) else ""
        )
        key = (plain_letters(use.title), use.held, tenure)
        by_title.setdefault(key, {}).setdefault(of, []).append(use)
    found = []
    for _, by_of in sorted(by_title.items()):
        said = [of for of in by_of if of is not None]
        if len(said) == 1 and None in by_of:
            by_of[said[0]] += by_of.pop(None)
        found += [_office(of, group) for of, group in by_of.items()]
    return tuple(sorted(found, key=lambda o: (o.title, o.of or "", o.as_, o.when or "")))


def with_whose(offices: Sequence[Office], represents: Sequence[Represents]) -> tuple[Office, ...]:
    """The offices, those of a state of which nobody says it with the one state that the bearer acts for."""
    ends = {r.actor for r in represents if r.actor.startswith(("state:", "government:"))}
    if len({end.partition(":")[2] for end in ends}) != 1:
        return tuple(offices)
    end = min(ends, key=lambda e: (not e.startswith("state:"), e))
    how = min((r.inferred or "office" for r in represents if r.actor == end), key=_surety)
    return tuple(replace(o, of=end, inferred=how) if o.of is None and _of_state(o) else o for o in offices)


def _surety(how: str) -> tuple[int, str]:
    return (_HOW.index(how) if how in _HOW else len(_HOW), how)


def _of_state(office: Office) -> bool:
    """Whether a title is an office that one holds of a state, and no rank."""
    row: OfficeTitle | None = offices_by_name().get(office.title.casefold())
    return row is not None and not row.is_rank and (row.of == "state" or row.head is not None)


def _office(of: str | None, uses: Sequence[OfficeUse]) -> Office:
    titles = sorted({u.title for u in uses})
    return Office(
        title=min(titles, key=lambda t: (-sum(u.title == t for u in uses), t)),
        of=of,
        when=_when([u.when for u in uses]),
        as_=uses[0].held,
        documents=tuple(sorted({u.evidence.document for u in uses})),
        evidence=tuple(sorted({u.evidence for u in uses})),
    )


def _when(dates: Sequence[str | None]) -> str | None:
    """The one date, or the span from the first to the last."""
    known = sorted({d for d in dates if d and interval(d)}, key=lambda d: (interval(d), d))
    if not known:
        return min((d for d in dates if d), default=None)
    if len(known) == 1:
        return known[0]
    first, last = known[0].partition("/")[0], known[-1].rpartition("/")[2]
    return f"{first}/{last}" if interval(f"{first}/{last}") else known[0]
