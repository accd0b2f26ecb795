"""Kinds and names of keys as numbers: a large record has millions of keys, and half of each was these words.

All keys are carried over as they are. They point at their rows by place as before, without a foreign key.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_KINDS = (
    "actors", "agreements", "commitments", "comparisons", "coverage", "disagreements", "documents", "events",
    "judgements", "missions", "naming", "origins", "quotes", "sources", "statements",
)  # fmt: skip
_NAMES = (
    "about", "act", "actor", "at", "called", "certainty", "document", "place", "source", "status", "verdict",
)  # fmt: skip


def upgrade() -> None:
    """Makes the table of keys anew and carries over what stood in it."""
    op.drop_index("view_keys_by_value", "view_keys")
    op.rename_table("view_keys", "view_keys_of_0004")
    op.create_table(
        "view_keys",
        sa.Column("kind", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Integer, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("via", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("kind", "position", "name", "value", "via"),
        sqlite_with_rowid=False,
    )
    op.execute(
        f"INSERT INTO view_keys SELECT {_numbered('kind', _KINDS)}, position, {_numbered('name', _NAMES)}, "
        "value, via FROM view_keys_of_0004"
    )
    op.drop_table("view_keys_of_0004")
    op.create_index("view_keys_by_value", "view_keys", ["name", "value", "kind", "position", "via"])


def _numbered(column: str, words: tuple[str, ...]) -> str:
    cases = " ".join(f"WHEN '{word}' THEN {number}" for number, word in enumerate(words))
    return f"CASE {column} {cases} END"
