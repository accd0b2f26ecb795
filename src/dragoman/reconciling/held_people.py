"""Whether two accounts tell of other people who were held or freed, though they call them alike.

"Fourteen prisoners were released in June" is no second telling of the forty of 3 June, and whoever was
arrested in Niamey, nobody tells by whom, was hardly arrested by Mali.
"""

from typing import TYPE_CHECKING

from dragoman.reconciling.identity import Identities
from dragoman.reconciling.same_matter import counted_otherwise
from dragoman.reconciling.sides import stateless
from dragoman.vocabulary.groups import group_words

if TYPE_CHECKING:
    from dragoman.reconciling.accounts import Account
    from dragoman.reconciling.fitting import Group


def other_people(account: "Account", group: "Group", identities: Identities) -> bool:
    """Whether others were held or freed: in other numbers on no one day, or in no land of the doers named."""
    if account.frame.act not in group_words().abroad:
        return False
    unknown = stateless(account.sides.others | group.sides.others, identities)
    one_day = account.days is not None and account.days == group.days and account.days.days == 1
    if unknown and not one_day and counted_otherwise(account, group.accounts):
        return True
    return _elsewhere(account, group, identities) or _elsewhere(group, account, identities)


def _elsewhere(told: "Account | Group", other: "Account | Group", identities: Identities) -> bool:
    """Whether one names a place and nobody who did it, the other no place and doers of other lands alone."""
    doers = [identities.acts_for(party) for party in other.sides.agents]
    if told.sides.agents or other.place is not None or told.place is None or told.place.country is None:
        return False
    return bool(doers) and all(states and told.place.country not in states for states in doers)
