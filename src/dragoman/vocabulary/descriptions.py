"""Words by which coverage speaks of actors without naming them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml

Words = frozenset[str]
REPRESENTATION = "representation"
"""What a statement has as its object that says who stood for a state where it met others."""


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Lower-case words by what they may stand for; the table's comments say when.

    `forms` gives for "kingdom" and the like the codes of the states of that form;
    `genders` gives "he" or "she" for words of address and office.
    """

    government: Words
    alone: Words
    unelected: Words
    military: Words
    state: Words
    states: Words
    guests: Words
    ours: Words
    counterparts: Words
    couples: Words
    couple: Words
    mutual: Words
    parties: Words
    vague_states: Words
    bare_states: Words
    blocs: Words
    groups: Words
    headings: Words
    possessions: Words
    between: Words
    place_verbs: Words
    pressure: Words
    peers: Words
    seated: Words
    emissaries: Words
    officials: Words
    asking: Words
    gives_office: Words
    takes_office: Words
    proposes: Words
    vague: Words
    many: Words
    in_time: Words
    voices: Words
    called: Mapping[str, Words]
    callings: Words
    address: Words
    dotted: Words
    forms: Mapping[str, Words]
    genders: Mapping[str, str]
    minded: Words
    undergone: Words
    done: Words
    leading: Words
    representing: Words
    teams: Words
    sending: Words


@cache
def descriptions() -> Descriptions:
    """The table of descriptions."""
    t = read_toml("descriptions.toml")
    place, office = t["place"], t["office"]
    return Descriptions(
        government=frozenset(t["government"]["words"]),
        alone=frozenset(t["government"]["alone"]),
        unelected=frozenset(t["government"]["unelected"]),
        military=frozenset(t["military"]["words"]),
        state=frozenset(t["state"]["words"]),
        counterparts=frozenset(t["peer"]["bear"]),
        ours=frozenset(t["own"]["words"]),
        guests=frozenset(t["guest"]["words"]),
        couples=frozenset(t["couple"]["counted"]),
        couple=frozenset(t["couple"]["alone"]),
        mutual=frozenset(t["couple"]["mutual"]),
        states=frozenset(t["state"]["plural"]),
        parties=frozenset(t["state"]["parties"]),
        vague_states=frozenset(t["state"]["vague"]),
        bare_states=frozenset(t["state"]["bare"]),
        blocs=frozenset(t["body"]["bloc"]),
        groups=frozenset(t["body"]["group"]),
        headings=frozenset(t["body"]["heading"]),
        possessions=frozenset(place["possessions"]),
        between=frozenset(place["between"]),
        place_verbs=frozenset(place["verbs"]),
        peers=frozenset(t["peer"]["words"]),
        seated=frozenset(place["seated"]),
        emissaries=frozenset(place["emissaries"]),
        officials=frozenset(place["officials"]),
        asking=frozenset(place["asking"]),
        pressure=frozenset(place["pressure"]),
        gives_office=frozenset(office["current"]),
        takes_office=frozenset(office["former"]),
        proposes=frozenset(office["designate"]),
        vague=frozenset(t["titles"]["vague"]),
        many=frozenset(t["titles"]["many"]),
        in_time=frozenset(t["titles"]["in_time"]),
        voices=frozenset(t["titles"]["voices"]),
        called=MappingProxyType({word: frozenset(of) for word, of in t["called"].items()}),
        callings=frozenset(t["titles"]["callings"]),
        address=frozenset(t["address"]["words"]),
        dotted=frozenset(t["address"]["dotted"]),
        forms=MappingProxyType({word: frozenset(codes) for word, codes in t["forms"].items()}),
        minded=frozenset(t["minded"]["words"]),
        undergone=frozenset(t["human"]["undergone"]),
        done=frozenset(t["human"]["done"]),
        leading=frozenset(t["delegation"]["leading"]),
        representing=frozenset(t["delegation"]["representing"]),
        teams=frozenset(t["delegation"]["teams"]),
        sending=frozenset(t["delegation"]["sending"]),
        genders=MappingProxyType({w: g for g in ("he", "she") for w in t["gender"][g]}),
    )
