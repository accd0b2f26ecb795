"""The reading of a user's table of office-holders: people and their offices, and no statement.

Who holds an office still acts for the state; of a past holder the table says only when he did.
"""

from dragoman.model.documents import Document, Metadata, Segment, Span
from dragoman.model.ids import actor_id
from dragoman.model.office_tables import Tenure, tenures
from dragoman.model.readings import Held, Mention, OfficeUse, Reader, Reading, Referent
from dragoman.vocabulary import organizations, states
from dragoman.vocabulary.offices import offices_by_name, prefixes


def read_table(document: Document, reader: Reader) -> Reading:
    """The reading of such a table."""
    ids: dict[str, str] = {}
    referents: dict[str, Referent] = {}
    mentions, uses = [], []
    for row in tenures(document.text):
        actor = ids.setdefault(row.person, actor_id(document.id, row.name_start, row.name_end))
        body = body_of(row.of)
        mentions.append(Mention(row.name_start, row.name_end, row.person, actor, "name"))
        held, title = held_as(row.office)
        uses.append(OfficeUse(actor, title, body, held, row.when, Span(document.id, row.start, row.end)))
        if actor not in referents or not row.until:
            referents[actor] = _referent(actor, row, body, title)
    return Reading(
        document=document.id,
        reader=reader,
        segments=(Segment(0, len(document.text), "boilerplate"),),
        found=Metadata(),
        referents=tuple(referents.values()),
        mentions=tuple(mentions),
        offices=tuple(uses),
        statements=(),
        quotes=(),
    )


def body_of(words: str) -> str:
    """The state or organization that words name, as an actor's id; else the words."""
    named = states.naming(words)
    if named and named[1] == "name":
        return f"state:{named[0]}"
    if words in states.by_code():
        return f"state:{words}"
    known = organizations.named(words)
    return known.id if known else words


def held_as(office: str) -> tuple[Held, str]:
    """How an office is held, and its title without the words that say so.

    >>> held_as("acting president")
    ('acting', 'president')
    """
    for words, held in sorted(prefixes().items(), key=lambda p: (-len(p[0]), p[0])):
        before = words if words.endswith("-") else words + " "
        if not words.startswith("-") and office.casefold().startswith(before):
            return held, office[len(before) :]
        if words.startswith("-") and office.casefold().endswith(words):
            return held, office[: -len(words)]
    return "current", office


def _referent(actor: str, row: Tenure, body: str, title: str) -> Referent:
    state = body.startswith("state:")
    known = offices_by_name().get(title.casefold())
    still = state and not row.until
    return Referent(
        id=actor,
        name=row.person,
        kind="person",
        country=body.partition(":")[2] if state else None,
        sector=known.sector if known and still else None,
        names=(row.person,),
        represents=((body, "office"),) if still else (),
    )
