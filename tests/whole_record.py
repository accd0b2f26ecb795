"""All that a record answers, and what it keeps so that it can grow: by this, two records are the same."""

from typing import Any

from dragoman.model.documents import Document
from dragoman.model.readings import Reading
from dragoman.publish.json import one_line
from dragoman.publish.json import record as exported
from dragoman.record import KINDS, Record

Article = tuple[Document, Reading]


def answers(record: Record) -> list[Any]:
    """The export, every listing in its order, what words find, and what is kept so that it can grow."""
    with record._asks() as connection:
        kept = connection.exec_driver_sql("SELECT * FROM kept ORDER BY part, key, thing").fetchall()
    listings = {kind: record.listing(kind) for kind in KINDS}
    return [one_line(exported(record.views())), listings, record.search("met"), [tuple(row) for row in kept]]
