"""The page of an addition under way: how far reading has come, and what it brought."""

from dataclasses import dataclass

from dragoman.pages.links import Links
from dragoman.pages.shown import Count
from dragoman.pipeline import Added


@dataclass(frozen=True, slots=True)
class Job:
    """An addition. `state` is waiting, reading, done or failed; `name` is the document now read.

    `why` and `do` tell what went wrong, `added` what was new.
    """

    id: str
    names: tuple[str, ...]
    state: str = "waiting"
    name: str = ""
    done: int = 0
    total: int = 0
    why: str = ""
    do: str = ""
    added: Added | None = None


@dataclass(frozen=True, slots=True)
class NotRead:
    """An input that could not be read: why, and the way on."""

    what: str
    why: str
    do: str


@dataclass(frozen=True, slots=True)
class JobPage:
    """How far an addition has come; `ended` where nothing more will change.

    `known` is how many of the inputs the record held already.
    """

    id: str
    title: str
    state: str
    ended: bool
    names: tuple[str, ...]
    name: str
    done: int
    total: int
    why: str
    do: str
    inputs: int
    known: int
    new: tuple[Count, ...]
    failures: tuple[NotRead, ...]
    notes: tuple[str, ...]


_TITLES = {
    "waiting": "Waiting to be read",
    "reading": "Reading",
    "done": "Reading is done",
    "failed": "Not read",
}


def page(job: Job, links: Links) -> JobPage:
    """The page of an addition."""
    added = job.added
    new = (
        (
            Count(added.documents, "new document", links.list("documents")),
            Count(added.statements, "new statement", links.list("statements")),
            Count(added.events, "new event", links.list("events")),
            Count(added.disagreements, "new disagreement", links.list("disagreements")),
        )
        if added
        else ()
    )
    nothing = added is not None and not added.inputs and bool(added.failures)
    return JobPage(
        id=job.id,
        title="Nothing was read" if nothing else _TITLES[job.state],
        state=job.state,
        ended=job.state in ("done", "failed"),
        names=job.names,
        name=job.name,
        done=job.done,
        total=job.total,
        why=job.why,
        do=job.do,
        inputs=added.inputs if added else 0,
        known=added.known if added else 0,
        new=new,
        failures=tuple(NotRead(f.what, f.why, f.do) for f in added.failures) if added else (),
        notes=added.notes if added else (),
    )
