"""Who is sent or called home, where the parse took "home" for the thing: "called the envoy home".

It may read "the ambassador packing" or "Ambassador Mora home" as one noun, as it would "the family home".
Behind a verb of sending, who stands before the word is the object, and the word tells where to.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WAYS = ("home", "packing")
_SENDING = frozenset({"send", "call", "bring", "fly", "ship", "order", "summon", "recall", "fetch", "take"})


def send_home(doc: "Doc") -> "Doc":
    """The same parse, mended in place where who was sent home was joined to the word behind."""
    for token in doc:
        if token.dep_ in ("dobj", "oprd") and token.lower_ in _WAYS and token.head.lemma_ in _SENDING:
            verb, who = token.head, token.nbor(-1) if token.i else token
            if who.head.i != token.i or who.dep_ != "compound":
                continue
            for one in list(token.children):
                if one.i != who.i:
                    one.head = who if one.i < who.i else verb
            who.head, who.dep_ = verb, "dobj"
            token.head, token.dep_, token.tag_, token.pos_ = verb, "advmod", "RB", "ADV"
    return doc
