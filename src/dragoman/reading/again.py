"""Bodies spoken of again by the noun that heads their name: "the ministry", "the party", "the army".

Such a noun stands for the one body so called before it; of several for the one of the nearest sentence that
names one alone; else for nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.reading.drafts import Draft, Profile
from dragoman.reading.knowledge import Knowledge
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.organizations import organizations_by_id
from dragoman.vocabulary.states import by_code

_FAR = 10
_NEAR = 2
_BODIES = frozenset({"organization", "bloc", "company", "armed_group"})


class Heads:
    """The bodies a document names, by the nouns that head their names."""

    def __init__(self, know: Knowledge, drafts: Iterable[Draft]) -> None:
        self._know = know
        self._rows: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        wanted = descriptions().headings
        for draft in drafts:
            if draft.form not in ("name", "metonym") or not self._body(draft.actor):
                continue
            line = know.lines[draft.line]
            found = {_head(line.folded[draft.first : draft.last])}
            table = organizations_by_id().get(draft.actor)
            if table is not None:
                found.add(_head(tuple(table.name.casefold().split())))
            profile = know.profiles.get(draft.actor)
            if (profile.sector if profile else table and table.sector) == "PTY":
                found.add("party")
            for word in sorted(found & wanted):
                self._rows[word].append((draft.start, draft.sentence, draft.actor))
        for rows in self._rows.values():
            rows.sort()

    def _body(self, actor: str) -> bool:
        profile = self._know.profiles.get(actor)
        return profile.kind in _BODIES if profile else actor.partition(":")[0] in _BODIES

    def meant(self, word: str, start: int, sentence: int) -> str | None:
        """The body that a noun means which begins at a character of a sentence."""
        before = [r for r in self._rows.get(word, ()) if r[0] < start and sentence - r[1] <= _FAR]
        actors = {actor for _, _, actor in before}
        if len(actors) == 1:
            return min(actors)
        if not before:
            return None
        latest = max(number for _, number, _ in before)
        here = {actor for _, number, actor in before if number == latest}
        return min(here) if len(here) == 1 and sentence - latest <= _NEAR else None

    def named(self, word: str) -> bool:
        """Whether the document names any body so called."""
        return bool(self._rows.get(word))


def _head(words: Sequence[str]) -> str:
    """The noun that heads a name: what stands before "of" or "for", else its last word."""
    for i, word in enumerate(words):
        if i and word in ("of", "for", "on"):
            return words[i - 1]
    return words[-1]


def of_form(states: Iterable[str], word: str) -> str | None:
    """The one of the states a text speaks of that has a form ("the kingdom"); None where two have it."""
    found = {s for s in states if s.partition(":")[2] in descriptions().forms.get(word, ())}
    return min(found) if len(found) == 1 else None


def forces(know: Knowledge, government: str, word: str) -> str:
    """The key of a state's forces that no name tells ("the army" of the only state a text is about)."""
    code = government.partition(":")[2]
    key = f"body|{code}|{word}"
    state = by_code()[code]
    adjective = state.adjectives[0] if state.adjectives else state.name
    stands = ((f"state:{code}", "adjective"),)
    know.profiles.setdefault(key, Profile(f"{adjective} {word}", "organization", code, "MIL", stands))
    return key
