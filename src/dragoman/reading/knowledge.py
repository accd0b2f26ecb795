"""What a document tells of its actors, for the stages that look back: who each is, which office it bears."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.reading.bearings import Bearing
from dragoman.reading.drafts import Numbering, Profile, state_of
from dragoman.reading.lines import Line

UNNAMED = "?"


@dataclass(slots=True)
class Knowledge:
    """What the document tells of its actors: who bears which office, and for whom each acts."""

    profiles: dict[str, Profile]
    bearings: Mapping[str, Sequence[Bearing]]
    lines: Sequence[Line]
    numbering: Numbering

    def state(self, actor: str) -> str | None:
        """The state an actor is or stands for."""
        return state_of(actor, self.profiles)

    def person(self, actor: str) -> bool:
        """Whether an actor is a person."""
        profile = self.profiles.get(actor)
        return profile is not None and profile.kind == "person"
