"""What parts of reconciling keep so that a record can grow, and the texts of which no view tells.

Both tables are empty at first. So the next change makes all views anew and fills them; from then on a
document more costs what it touches.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the two tables."""
    op.create_table(
        "kept",
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("thing", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("part", "key", "thing"),
        sqlite_with_rowid=False,
    )
    op.create_table("waiting", sa.Column("hash", sa.Text, primary_key=True))
