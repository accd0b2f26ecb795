"""What listings are sorted by, and indexes for their pages and filters on large records.

The views are made again at the next opening: they lack the new columns.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the columns and indexes; the views are stale from now on."""
    op.add_column("view_rows", sa.Column("name", sa.Text, nullable=True))
    op.add_column("view_rows", sa.Column("amount", sa.Integer, nullable=True))
    for index, columns in (
        ("view_rows_by_sort", ["kind", "sort", "position"]),
        ("view_rows_by_date", ["kind", "earliest", "latest", "sort", "position"]),
        ("view_rows_by_name", ["kind", "name", "sort", "position"]),
        ("view_rows_by_amount", ["kind", "amount", "sort", "position"]),
    ):
        op.create_index(index, "view_rows", columns)
    op.drop_index("view_keys_by_value", "view_keys")
    op.create_index("view_keys_by_value", "view_keys", ["name", "value", "kind", "position", "via"])
    op.execute("UPDATE state SET value = 'yes' WHERE name = 'stale'")
