"""Which place a name means: by what follows it, by the states and regions a text speaks of, by size."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10

from dragoman.model.statements import Place
from dragoman.reading.place_names import Name
from dragoman.reading.place_nearness import kilometres, support
from dragoman.vocabulary.folding import fold
from dragoman.vocabulary.geography import geography
from dragoman.vocabulary.places import PlaceRow, gazetteer
from dragoman.vocabulary.states import State, by_code, naming

_CAPITAL = 2.5
_IN_SENTENCE = 1.5
_IN_DOCUMENT = 2.0
_REGION_NAMED = 1.2
_NEAR_OTHERS = 2.0
_OWN_NAME = 1.0
_PART = 6.0
_CITY_FIRST = 1.5
_PARTS = ("admin1", "admin2", "region")
_SURE = 100_000
_FITTING = 0.5
_COUNTY_KM = 90.0
_TELLING = 15_000


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document speaks of: states by sentence and in all, and the regions it names."""

    countries: Mapping[str, float]
    sentences: Mapping[int, frozenset[str]]
    regions: frozenset[str]


def setting(names: Sequence[Name], spoken: Sequence[tuple[int, str]]) -> Setting:
    """The setting by the names found and by the states spoken of otherwise, as (sentence, code)."""
    counts: Counter[str] = Counter()
    sentences: dict[int, set[str]] = {}
    for sentence, code in (*((n.sentence, n.state.code) for n in names if n.state), *spoken):
        counts[code] += 1
        sentences.setdefault(sentence, set()).add(code)
    for name in names:
        countries = {r.country for r in name.rows}
        if not name.state and len(countries) == 1 and max(r.population for r in name.rows) >= _TELLING:
            counts.update(c for c in countries if c)
    total = sum(counts.values()) or 1
    regions = {fold(r.name) for n in names for r in n.rows if r.kind == "admin1"}
    return Setting(
        countries={code: count / total for code, count in counts.items()},
        sentences={number: frozenset(codes) for number, codes in sentences.items()},
        regions=frozenset(regions | {n.folded for n in names if n.evidence == "short"}),
    )


def holder(name: Name, following: Name, text: str) -> PlaceRow | None:
    """The place of a name that what follows it holds: "Elista, Kalmykia", "Tver in Russia"."""
    if text[name.end : following.start] not in (", ", " in ", " (", ", in "):
        return None
    apposed = text[name.end : following.start] == ", "
    regions = {_bare(r.name) for r in following.rows if r.kind in _PARTS}
    state = following.state.code if following.state else None
    fitting = [
        r
        for r in name.rows
        if (r.country and r.country == state) or _lies_in(r, regions, following) or _in_county(r, following)
    ]
    if name.state and not (apposed and any(r.country != state for r in fitting)):
        return None
    return max(fitting, key=lambda r: (r.kind == "city", r.population), default=None)


def region_of(row: PlaceRow, following: Name) -> PlaceRow | None:
    """The region, and no city of its name, by which what follows a place holds it ("Buffalo, New York")."""
    if following.state or not row.admin1:
        return None
    around = (r for r in following.rows if r.kind == "admin1" and r.country == row.country)
    return next((r for r in around if _bare(r.name) == _bare(row.admin1)), None)


def _bare(name: str) -> str:
    """A region's name without the word for what it is: "Kayah State" is "kayah"."""
    words = fold(name).split(" ")
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in geography().parts else words)


def _lies_in(row: PlaceRow, regions: set[str], following: Name) -> bool:
    if not row.admin1 or _bare(row.admin1) not in regions:
        return False
    return any(r.country == row.country and r.kind in ("admin1", "region") for r in following.rows)


def _in_county(row: PlaceRow, following: Name) -> bool:
    """Whether a town lies so near to the middle of a county or hand-made region that it lies in it."""
    counties = (r for r in following.rows if r.country == row.country and r.kind in ("admin2", "region"))
    return row.kind == "city" and any(kilometres(row, r) <= _COUNTY_KM for r in counties)


def best(name: Name, around: Setting, beside: Sequence[PlaceRow] = ()) -> PlaceRow | None:
    """The place a name means, or None where no reason prefers one of several small ones.

    `beside` are places that the text names around it and that are known.
    """
    if not name.rows:
        return None
    byhand = [r for r in name.rows if not r.population and (not name.part or r.kind in _PARTS)]
    if byhand:
        return byhand[0]
    scored = sorted(
        ((_score(r, name, around) + _NEAR_OTHERS * support(r, beside), -i) for i, r in enumerate(name.rows)),
        reverse=True,
    )
    top = name.rows[-scored[0][1]]
    if name.part and top.kind not in _PARTS and top.population < _SURE and support(top, beside) < _FITTING:
        return top if len(name.rows) == 1 and top.country in around.countries else None
    if len(name.rows) == 1 or name.evidence == "short" or top.kind not in ("city", "admin2"):
        return top
    supported = bool(top.country and top.country in around.countries)
    rivals = [name.rows[-i] for _, i in scored[1:] if name.rows[-i].population * 2 > top.population]
    supported = supported or support(top, beside) > _FITTING
    return top if supported or top.population >= _SURE or not rivals else None


def _score(row: PlaceRow, name: Name, around: Setting) -> float:
    score = log10(row.population + 10)
    if row.country:
        score += _IN_DOCUMENT * min(1.0, 2 * around.countries.get(row.country, 0.0))
        score += _IN_SENTENCE * (row.country in around.sentences.get(name.sentence, ()))
    state = by_code().get(row.country or "")
    if state is not None and naming(name.text) == (state.code, "capital") and _is_capital(row, state):
        score += _CAPITAL
    if row.admin1 and fold(row.admin1) in around.regions and fold(row.admin1) != name.folded:
        score += _REGION_NAMED
    if fold(row.name) in (name.folded, f"{name.folded} city"):
        score += _OWN_NAME
    if name.part:
        return score + _PART * (row.kind in _PARTS)
    return score - _CITY_FIRST * (row.kind == "admin2" or (row.kind == "admin1" and _has_seat(row, name)))


def _has_seat(row: PlaceRow, name: Name) -> bool:
    """Whether a city of the same name lies in a region."""
    level = row.name if row.kind == "admin1" else row.admin1
    return any(
        r.kind == "city" and r.country == row.country and fold(r.admin1 or "") == fold(level or "")
        for r in name.rows
    )


def of_row(row: PlaceRow, written: str) -> Place:
    """A place of the gazetteer, with what it lies in from near to far."""
    state = by_code().get(row.country or "")
    capital = state is not None and _is_capital(row, state)
    name = state.capital if state is not None and state.capital and capital else row.name
    within = [w for w in (row.admin1, row.admin2) if w and fold(w) != fold(row.name) and not capital]
    within.extend(row.within)
    if state is not None and state.name not in within and state.name != row.name:
        within.append(state.name)
    return Place(
        name=name,
        as_written=written,
        within=tuple(within),
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        disputed=row.disputed or _in_disputed(row),
        geonames=row.geonames,
        kind=row.kind,
    )


def _is_capital(row: PlaceRow, state: State) -> bool:
    """Whether a city is the one that the table of states calls the capital."""
    if row.kind != "city" or not row.population or state.capital is None:
        return False
    named = (r for r in gazetteer().lookup(state.capital) if r.country == state.code and r.kind == "city")
    return next((r.geonames for r in named if r.population), None) == row.geonames


def _in_disputed(row: PlaceRow) -> bool:
    """Whether it lies in a part of a state that is disputed."""
    if not row.admin1:
        return False
    around = (*gazetteer().lookup(row.admin1), *gazetteer().lookup(f"{row.admin1} region"))
    return any(r.disputed and r.country == row.country for r in around)


def of_state(name: Name) -> Place | None:
    """A state as a place: in the middle of its land."""
    if name.state is None:
        return None
    return Place(
        name=name.state.name,
        as_written=name.text,
        country=name.state.code,
        lat=name.state.lat,
        lon=name.state.lon,
        disputed=any(r.disputed for r in name.rows if r.country == name.state.code),
        kind="state",
    )
