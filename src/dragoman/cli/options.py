"""Options that several commands share."""

from collections.abc import Callable
from typing import Any, get_args, get_type_hints

import click

from dragoman.errors import UsageError
from dragoman.model.statements import Certainty
from dragoman.model.views import Agreement, Commitment, Mission, Verdict
from dragoman.record.filters import APPLIES, Filters
from dragoman.vocabulary.acts import acts

Command = Callable[..., Any]

record = click.option(
    "--record",
    metavar="PATH",
    envvar="DRAGOMAN_RECORD",
    default="dragoman.db",
    show_default=True,
    help="The record; DRAGOMAN_RECORD names another default.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="JSON Lines on standard output, for programs.")

_FILTERS: dict[str, tuple[Any, ...]] = {
    "actor": ("--actor", "WHO", "Only where this actor takes part: an id, a name or another of its names."),
    "between": ("--between", "A B", "Only where both take part."),
    "act": ("--act", "ACT", "Only this act (visit, meeting, signing, …)."),
    "since": ("--from", "DATE", "Only what happened on or after this date (2025, 2025-03 or 2025-03-04)."),
    "until": ("--to", "DATE", "Only what happened on or before this date."),
    "published_from": ("--published-from", "DATE", "Only accounts published on or after this date."),
    "published_to": ("--published-to", "DATE", "Only accounts published on or before this date."),
    "added_since": ("--added-since", "DATE", "Only what rests on documents added since then."),
    "source": ("--source", "NAME", "Only accounts of this source."),
    "place": ("--place", "NAME", "Only at this place."),
    "status": ("--status", "STATUS", "Only with this status (happened, planned, open, …)."),
    "certainty": ("--certainty", "LABEL", "Only with this certainty (happened, reported, denied, …)."),
    "verdict": ("--verdict", "VERDICT", "Only with this verdict (contradicts, doubted, wording, …)."),
}


def filters(*kinds: str) -> Callable[[Command], Command]:
    """The filter options that make sense for one of these kinds, as one decorator."""
    wanted = [name for name in _FILTERS if any(name in APPLIES[kind] for kind in kinds)]

    def decorate(command: Command) -> Command:
        for name in reversed(wanted):
            flag, metavar, help_text = _FILTERS[name]
            extra: dict[str, Any] = {"nargs": 2} if name == "between" else {}
            command = click.option(flag, name, metavar=metavar, help=help_text, **extra)(command)
        return command

    return decorate


def asked(given: dict[str, Any]) -> Filters:
    """The filters among a command's arguments. Raises UsageError for a word that no record can hold."""
    wanted = {name: given[name] for name in _FILTERS if given.get(name)}
    for name, known in _known().items():
        word = wanted.get(name)
        if word is not None and word.casefold() not in known:
            raise UsageError(word, f"there is no such {name}", f"one of: {', '.join(known)}")
    return Filters(**wanted)


def _known() -> dict[str, tuple[str, ...]]:
    """The words that may be asked for, by filter."""
    certainties = get_args(Certainty)
    told = (Commitment, Mission, Agreement)
    others = (word for view in told for word in get_args(get_type_hints(view)["status"]))
    return {
        "act": tuple(sorted(acts())),
        "certainty": certainties,
        "verdict": get_args(Verdict),
        "status": tuple(dict.fromkeys((*certainties, "did not happen", *others))),
    }
