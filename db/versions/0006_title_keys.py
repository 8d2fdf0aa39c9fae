"""What activities are sorted and narrowed by, kept beside the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table anew: it is an index, and filled when the folder is next opened."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DELETE FROM search_texts")
    op.execute("DELETE FROM meta WHERE key = 'fold_version'")
    op.drop_table("search_rows")
    create_search_rows()


def create_search_rows() -> None:
    op.create_table(
        "search_rows",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("activity_id", sa.String(length=36), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("proofs", sa.Integer(), nullable=False),
        sa.Column("has_result", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_rows")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_search_rows_activity_id")),
    )
    op.create_index(
        "ix_search_rows_title_key", "search_rows", ["title_key", "id", "proofs", "has_result"]
    )
    op.create_index(
        op.f("ix_search_rows_year_ordinal_id"), "search_rows", ["year", "ordinal", "id"]
    )
    op.create_index(op.f("ix_search_rows_proofs_id"), "search_rows", ["proofs", "id"])
