"""What pages count by: the items of each activity beside the search index, and the bin."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table, and fill it from an index that is whole; another is made anew as a whole."""
    create_search_items()
    fill_search_items()
    op.create_index(
        op.f("ix_search_rows_id_proofs_has_result"), "search_rows", ["id", "proofs", "has_result"]
    )
    op.drop_index(op.f("ix_activity_evidence_evidence_id"), "activity_evidence")
    op.create_index(
        op.f("ix_activity_evidence_evidence_id_activity_id"),
        "activity_evidence",
        ["evidence_id", "activity_id"],
    )
    index_the_bin()


def create_search_items() -> None:
    op.create_table(
        "search_items",
        sa.Column("item_id", sa.String(length=36), nullable=False),
        sa.Column("row_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("fruitful", sa.Boolean(), nullable=False),
        sa.Column("proofs", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("item_id", "row_id", name=op.f("pk_search_items")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_search_items_row_id"), "search_items", ["row_id"])


def fill_search_items() -> None:
    op.execute(
        "INSERT INTO search_items (item_id, row_id, fruitful, proofs) "
        "SELECT item_id, search_rows.id, "
        "has_result OR EXISTS (SELECT 1 FROM readings WHERE readings.activity_id = "
        "search_rows.activity_id), proofs FROM activity_items JOIN search_rows "
        "ON search_rows.activity_id = activity_items.activity_id ORDER BY item_id, search_rows.id"
    )


def index_the_bin() -> None:
    for name, table, condition in (
        ("ix_activities_binned", "activities", sa.text("binned_at IS NOT NULL")),
        ("ix_evidence_kept", "evidence", sa.text("binned_at IS NULL")),
    ):
        op.create_index(name, table, ["id"], sqlite_where=condition)
