"""Settings, the journal, drafts and the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    create_changes()
    create_drafts()
    create_meta()
    create_search_rows()
    create_settings()
    create_change_rows()
    create_search_texts()


def create_changes() -> None:
    op.create_table(
        "changes",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("writer", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("undoable", sa.Boolean(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["undoes"], ["changes.seq"], name=op.f("fk_changes_undoes_changes")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_changes")),
        sa.UniqueConstraint("undoes", name=op.f("uq_changes_undoes")),
    )


def create_drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_drafts")),
    )


def create_meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )


def create_search_rows() -> None:
    op.create_table(
        "search_rows",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("activity_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_rows")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_search_rows_activity_id")),
    )


def create_settings() -> None:
    op.create_table(
        "settings",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
    )


def create_change_rows() -> None:
    op.create_table(
        "change_rows",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("table_name", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("payload_hash", sa.String(length=64), nullable=False),
        sa.Column("purged", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["changes.seq"],
            name=op.f("fk_change_rows_seq_changes"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("seq", "ordinal", name=op.f("pk_change_rows")),
    )
    op.create_index(
        op.f("ix_change_rows_table_name_row_id"),
        "change_rows",
        ["table_name", "row_id"],
        unique=False,
    )


def create_search_texts() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_texts USING fts5("
            "folded, exact, tokenize = 'unicode61 remove_diacritics 0', "
            "prefix = '2 3 4 5', columnsize = 0)"
        )
