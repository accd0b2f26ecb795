"""Keys for places with coordinates, by which a map counts.

The tables stay as they are; the views are made again at the next opening, with the new keys.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing but this: the views are stale from now on."""
    op.execute("UPDATE state SET value = 'yes' WHERE name = 'stale'")
