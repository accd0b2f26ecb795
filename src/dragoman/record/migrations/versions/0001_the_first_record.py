"""The first record: inputs, readings and judgements, and the views that follow from them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def upgrade() -> None:
    """Makes every table."""
    _kept()
    _derived()
    op.execute(
        "CREATE VIRTUAL TABLE found USING fts5("
        "kind UNINDEXED, item UNINDEXED, document UNINDEXED, start UNINDEXED, words, "
        "tokenize = 'porter unicode61 remove_diacritics 2')"
    )


def _kept() -> None:
    op.create_table("texts", _text("hash"), _text("text"), sa.PrimaryKeyConstraint("hash"))
    op.create_table(
        "sightings",
        _text("id"),
        sa.Column("text_hash", sa.Text, sa.ForeignKey("texts.hash"), nullable=False),
        _text("place"),
        _text("path", null=True),
        _text("given"),
        _text("added"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sightings_text_hash", "sightings", ["text_hash"])
    op.create_table(
        "corrections",
        sa.Column("text_hash", sa.Text, sa.ForeignKey("texts.hash"), nullable=False),
        _text("place"),
        _text("field"),
        _text("value"),
        sa.PrimaryKeyConstraint("text_hash", "place", "field"),
    )
    op.create_table(
        "former",
        _text("id"),
        sa.Column("text_hash", sa.Text, sa.ForeignKey("texts.hash"), nullable=False),
        _text("place"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "readings", _text("document"), _text("key"), _text("payload"), sa.PrimaryKeyConstraint("document")
    )
    op.create_table(
        "failures",
        _text("id"),
        _text("what"),
        _text("kind"),
        _text("why"),
        _text("do"),
        _text("document", null=True),
        _text("key", null=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table("judgements", _text("id"), _text("payload"), sa.PrimaryKeyConstraint("id"))
    op.create_table("state", _text("name"), _text("value"), sa.PrimaryKeyConstraint("name"))


def _derived() -> None:
    op.create_table(
        "view_rows",
        _text("kind"),
        sa.Column("position", sa.Integer, nullable=False),
        _text("id", null=True),
        _text("earliest", null=True),
        _text("latest", null=True),
        _text("added", null=True),
        _text("sort"),
        _text("payload"),
        sa.PrimaryKeyConstraint("kind", "position"),
    )
    op.create_index("view_rows_by_id", "view_rows", ["id"])
    op.create_table(
        "view_keys",
        _text("kind"),
        sa.Column("position", sa.Integer, nullable=False),
        _text("name"),
        _text("value"),
        _text("via"),
        sa.PrimaryKeyConstraint("kind", "position", "name", "value", "via"),
        sa.ForeignKeyConstraint(["kind", "position"], ["view_rows.kind", "view_rows.position"]),
    )
    op.create_index("view_keys_by_value", "view_keys", ["name", "value"])
    op.create_table(
        "members",
        _text("id"),
        _text("kind"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", "kind"),
        sa.ForeignKeyConstraint(["kind", "position"], ["view_rows.kind", "view_rows.position"]),
    )
