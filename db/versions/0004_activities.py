"""Activities with all that belongs to them, and evidence."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    create_activities()
    create_evidence()
    create_activity_evidence()
    create_activity_items()
    create_fundings()
    create_obstacles()
    create_proposals()
    create_readings()


def create_activities() -> None:
    op.create_table(
        "activities",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("start", sa.String(length=10), nullable=False),
        sa.Column("precision", sa.String(length=40), nullable=False),
        sa.Column("until", sa.String(length=10), nullable=True),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("partners", sa.JSON(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("highlight", sa.Boolean(), nullable=False),
        sa.Column("good_practice", sa.Boolean(), nullable=False),
        sa.Column("binned_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "part IN ('lead', 'support', 'join', 'advise')", name=op.f("ck_activities_part")
        ),
        sa.CheckConstraint(
            "precision IN ('day', 'month', 'quarter')", name=op.f("ck_activities_precision")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_activities_unit_id_units")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
        sa.UniqueConstraint(
            "unit_id", "year", "ordinal", name=op.f("uq_activities_unit_id_year_ordinal")
        ),
    )
    op.create_index(op.f("ix_activities_start_id"), "activities", ["start", "id"], unique=False)


def create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("original_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("document_written", sa.Text(), nullable=True),
        sa.Column("document_type", sa.Text(), nullable=False),
        sa.Column("document_number", sa.Text(), nullable=False),
        sa.Column("document_issued_on", sa.String(length=10), nullable=True),
        sa.Column("document_issuer", sa.Text(), nullable=False),
        sa.Column("document_excerpt", sa.Text(), nullable=False),
        sa.Column("dated", sa.String(length=10), nullable=True),
        sa.Column("binned_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("kind IN ('file', 'link', 'document')", name=op.f("ck_evidence_kind")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_evidence_unit_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint(
            "unit_id", "year", "ordinal", name=op.f("uq_evidence_unit_id_year_ordinal")
        ),
    )
    op.create_index(
        op.f("ix_evidence_document_issued_on_document_number"),
        "evidence",
        ["document_issued_on", "document_number"],
        unique=False,
    )
    op.create_index(op.f("ix_evidence_sha256"), "evidence", ["sha256"], unique=False)
    op.create_index(op.f("ix_evidence_url"), "evidence", ["url"], unique=False)


def create_activity_evidence() -> None:
    op.create_table(
        "activity_evidence",
        sa.Column("activity_id", sa.String(length=36), nullable=False),
        sa.Column("evidence_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activities.id"],
            name=op.f("fk_activity_evidence_activity_id_activities"),
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_activity_evidence_evidence_id_evidence")
        ),
        sa.PrimaryKeyConstraint("activity_id", "evidence_id", name=op.f("pk_activity_evidence")),
    )
    op.create_index(
        op.f("ix_activity_evidence_evidence_id"), "activity_evidence", ["evidence_id"], unique=False
    )


def create_activity_items() -> None:
    op.create_table(
        "activity_items",
        sa.Column("activity_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activities.id"],
            name=op.f("fk_activity_items_activity_id_activities"),
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["plan_items.id"], name=op.f("fk_activity_items_item_id_plan_items")
        ),
        sa.PrimaryKeyConstraint("activity_id", "ordinal", name=op.f("pk_activity_items")),
        sa.UniqueConstraint(
            "activity_id", "item_id", name=op.f("uq_activity_items_activity_id_item_id")
        ),
    )
    op.create_index(op.f("ix_activity_items_item_id"), "activity_items", ["item_id"], unique=False)


def create_fundings() -> None:
    op.create_table(
        "fundings",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("activity_id", sa.String(length=36), nullable=True),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("in_kind", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "source IN ('investment', 'recurrent', 'programme', 'social', 'aid', 'other')",
            name=op.f("ck_fundings_source"),
        ),
        sa.CheckConstraint("stage IN ('planned', 'spent')", name=op.f("ck_fundings_stage")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_fundings_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_fundings_unit_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fundings")),
    )
    op.create_index(op.f("ix_fundings_activity_id"), "fundings", ["activity_id"], unique=False)


def create_obstacles() -> None:
    op.create_table(
        "obstacles",
        sa.Column("activity_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("cause", sa.String(length=40), nullable=True),
        sa.CheckConstraint("cause IN ('objective', 'subjective')", name=op.f("ck_obstacles_cause")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_obstacles_activity_id_activities")
        ),
        sa.PrimaryKeyConstraint("activity_id", "ordinal", name=op.f("pk_obstacles")),
    )


def create_proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("activity_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_proposals_activity_id_activities")
        ),
        sa.PrimaryKeyConstraint("activity_id", "ordinal", name=op.f("pk_proposals")),
    )


def create_readings() -> None:
    op.create_table(
        "readings",
        sa.Column("activity_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("split_name", sa.Text(), nullable=True),
        sa.Column("split_value", sa.Text(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("estimate", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "(split_name IS NULL) = (split_value IS NULL)", name=op.f("ck_readings_split_whole")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_readings_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(
            ["code"], ["indicators.code"], name=op.f("fk_readings_code_indicators")
        ),
        sa.PrimaryKeyConstraint("activity_id", "ordinal", name=op.f("pk_readings")),
    )
