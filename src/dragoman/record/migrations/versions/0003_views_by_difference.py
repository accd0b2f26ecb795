"""Views are kept by difference: each row has the key and the stamp by which a change of it is seen.

What was derived is carried over without a stamp, so that it is written again at the next opening; what search
looks through is made again then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


_KEY = """
    CASE kind
    WHEN 'naming' THEN json_extract(payload, '$.actor') || char(31) || json_extract(payload, '$.document')
    WHEN 'coverage' THEN json_extract(payload, '$.event') || char(31) || json_extract(payload, '$.source')
    ELSE id END"""


def upgrade() -> None:
    """Makes the tables of views anew and carries over what stood in them; the views are stale from now on."""
    old = {table: f"{table}_of_0002" for table in ("view_rows", "view_keys", "members")}
    for index in ("id", "sort", "date", "name", "amount"):
        op.drop_index(f"view_rows_by_{index}", "view_rows")
    op.drop_index("view_keys_by_value", "view_keys")
    for table, name in old.items():
        op.rename_table(table, name)
    _rows()
    _keys()
    _members()
    same = "kind, position, id, earliest, latest, added, sort, payload, name, amount"
    op.execute(
        f"INSERT INTO view_rows ({same}, key, stamp) SELECT {same}, {_KEY}, '' FROM {old['view_rows']}"
    )
    op.execute(f"INSERT INTO view_keys SELECT kind, position, name, value, via FROM {old['view_keys']}")
    op.execute(f"INSERT INTO members SELECT id, kind, position FROM {old['members']}")
    for name in reversed(old.values()):
        op.drop_table(name)
    op.execute("DELETE FROM found")
    op.execute("UPDATE state SET value = 'yes' WHERE name = 'stale'")


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def _rows() -> None:
    op.create_table(
        "view_rows",
        _text("kind"),
        sa.Column("position", sa.Integer, nullable=False),
        _text("key"),
        _text("stamp"),
        _text("id", null=True),
        _text("earliest", null=True),
        _text("latest", null=True),
        _text("added", null=True),
        _text("sort"),
        _text("payload"),
        _text("name", null=True),
        sa.Column("amount", sa.Integer, nullable=True),
        sa.PrimaryKeyConstraint("kind", "position"),
    )
    op.create_index("view_rows_by_id", "view_rows", ["id"])
    op.create_index("view_rows_by_key", "view_rows", ["kind", "key"], unique=True)
    op.create_index("view_rows_by_sort", "view_rows", ["kind", "sort", "position"])
    op.create_index("view_rows_by_date", "view_rows", ["kind", "earliest", "latest", "sort", "position"])
    op.create_index("view_rows_by_name", "view_rows", ["kind", "name", "sort", "position"])
    op.create_index("view_rows_by_amount", "view_rows", ["kind", "amount", "sort", "position"])


def _keys() -> None:
    op.create_table(
        "view_keys",
        _text("kind"),
        sa.Column("position", sa.Integer, nullable=False),
        _text("name"),
        _text("value"),
        _text("via"),
        sa.PrimaryKeyConstraint("kind", "position", "name", "value", "via"),
        sa.ForeignKeyConstraint(["kind", "position"], ["view_rows.kind", "view_rows.position"]),
        sqlite_with_rowid=False,
    )
    op.create_index("view_keys_by_value", "view_keys", ["name", "value", "kind", "position", "via"])


def _members() -> None:
    op.create_table(
        "members",
        _text("id"),
        _text("kind"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", "kind"),
        sa.ForeignKeyConstraint(["kind", "position"], ["view_rows.kind", "view_rows.position"]),
    )
    op.create_index("members_by_place", "members", ["kind", "position"])
