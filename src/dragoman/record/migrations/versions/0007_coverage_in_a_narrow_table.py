"""How outlets stand to events, in a table of its own: it was a third of all rows, each with six indexes.

All of it is carried over.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_COVERAGE = 4  # the number of the kind in view_keys
_STATES = "reports", "leaves out", "does not cover", "not held"


def upgrade() -> None:
    """Makes the table and carries over what stood among the rows of views."""
    op.create_table(
        "coverage",
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("state", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("event", "source"),
        sqlite_with_rowid=False,
    )
    cases = " ".join(f"WHEN '{state}' THEN {number}" for number, state in enumerate(_STATES))
    told = "json_extract(payload, '$.event'), json_extract(payload, '$.source')"
    op.execute(
        f"INSERT INTO coverage SELECT {told}, CASE json_extract(payload, '$.state') {cases} END "
        "FROM view_rows WHERE kind = 'coverage'"
    )
    op.execute(f"DELETE FROM view_keys WHERE kind = {_COVERAGE}")
    op.execute("DELETE FROM view_rows WHERE kind = 'coverage'")
