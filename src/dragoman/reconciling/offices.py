"""The offices of one actor: titles that several accounts use, grouped with their dates and evidence."""

from collections.abc import Mapping, Sequence

from dragoman.model.dates import interval, precision
from dragoman.model.readings import OfficeUse
from dragoman.model.views import Office
from dragoman.vocabulary.spellings import plain_letters


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
