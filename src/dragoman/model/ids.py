"""Ids: short hashes of what a thing is, with no version of the program in them.

The promise that rests here: the same document, statement or actor gets the same id on every machine, in
every order, with every version.
"""

from hashlib import sha256


def digest(*parts: object) -> str:
    """16 hexadecimal digits for these parts, in this order.

    >>> digest("a", 1) == digest("a", 1), digest("a", 1) == digest("a1")
    (True, False)
    """
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def text_hash(text: str) -> str:
    """The full SHA-256 of a text, as `sha256:…`."""
    return "sha256:" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_id(hash_of_text: str, place: str) -> str:
    """`d-…` for a text and where it appeared (address, else stated source, else an empty string)."""
    return "d-" + digest(hash_of_text, place)


def statement_id(document: str, start: int, end: int, act: str | None, ordinal: int) -> str:
    """`s-…`; `ordinal` tells apart statements of one act on one clause (0 for the first)."""
    return "s-" + digest(document, start, end, act or "", ordinal)


def quote_id(document: str, start: int, end: int) -> str:
    """`q-…` for a quote by its place."""
    return "q-" + digest(document, start, end)


def actor_id(document: str, start: int, end: int) -> str:
    """`a-…` for an actor that no table knows, by its first mention in a document."""
    return "a-" + digest(document, start, end)


def event_id(statement: str) -> str:
    """`e-…` for the event a statement seeds; a group of statements bears the least of them."""
    return "e-" + digest(statement)
