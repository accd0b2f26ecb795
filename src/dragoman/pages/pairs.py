"""Which two states a record tells of most, and how a pair is named in an address."""

from dragoman.errors import UnknownId
from dragoman.model.views import Actor
from dragoman.record import Filters, Record

_STATES = "state:"


def leading(record: Record) -> tuple[str, str] | None:
    """The state that stands in most events, and the one that most often stands beside it; None for none."""
    first = _most(record.tally("events", "actor", starts=_STATES), "")
    if first is None:
        return None
    second = _most(record.tally("events", "actor", Filters(actor=first), _STATES), first)
    return (first, second) if second else None


def party(record: Record, named: str) -> Actor:
    """The actor of an id, a country's code or a name. Raises UnknownId.

    Of several that bear a name, a state goes first.
    """
    for id in (named, f"state:{named.upper()}"):
        for found in record.things("actors", [id]):
            return _actor(found)
    ids = record.called(named)
    found = record.things("actors", sorted(ids, key=lambda i: (not i.startswith("state:"), i))[:1])
    if not found:
        raise UnknownId(named, "no actor here is called so", "the list of actors shows those that are held")
    return _actor(found[0])


def short(key: str) -> str:
    """A state's code, else the id: what stands for a party in an address.

    >>> short("state:MMR"), short("bloc:EU")
    ('MMR', 'bloc:EU')
    """
    return key.removeprefix("state:")


def _most(counts: dict[str, int], but: str) -> str | None:
    return min((a for a in counts if a != but), key=lambda a: (-counts[a], a), default=None)


def _actor(found: object) -> Actor:
    if not isinstance(found, Actor):
        raise TypeError("a thing of the kind actors is an Actor")
    return found
