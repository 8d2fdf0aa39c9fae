"""Bodies, classes of bodies and reorganisations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_successions()
    create_unit_classes()
    create_units()
    create_succession_heirs()
    create_succession_origins()
    create_unit_names()


def create_successions() -> None:
    op.create_table(
        "successions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("effective_on", sa.String(length=10), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('rename', 'merge', 'split', 'dissolve', 'transfer')",
            name=op.f("ck_successions_kind"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_successions")),
        sa.UniqueConstraint("code", name=op.f("uq_successions_code")),
    )


def create_unit_classes() -> None:
    op.create_table(
        "unit_classes",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("spellings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_classes")),
    )


def create_units() -> None:
    op.create_table(
        "units",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("parent_id", sa.String(length=36), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("short", sa.Text(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=True),
        sa.Column("until", sa.String(length=10), nullable=True),
        sa.CheckConstraint(
            "kind IN ('ministry', 'province', 'department', 'district', 'commune', 'party', "
            "'front', 'association', 'police', 'armed_forces', 'press', 'other')",
            name=op.f("ck_units_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["units.id"],
            name=op.f("fk_units_parent_id_units"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
    )


def create_succession_heirs() -> None:
    op.create_table(
        "succession_heirs",
        sa.Column("succession_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("takes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["succession_id"],
            ["successions.id"],
            name=op.f("fk_succession_heirs_succession_id_successions"),
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_succession_heirs_unit_id_units")
        ),
        sa.PrimaryKeyConstraint("succession_id", "ordinal", name=op.f("pk_succession_heirs")),
    )


def create_succession_origins() -> None:
    op.create_table(
        "succession_origins",
        sa.Column("succession_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["succession_id"],
            ["successions.id"],
            name=op.f("fk_succession_origins_succession_id_successions"),
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_succession_origins_unit_id_units")
        ),
        sa.PrimaryKeyConstraint("succession_id", "ordinal", name=op.f("pk_succession_origins")),
    )


def create_unit_names() -> None:
    op.create_table(
        "unit_names",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("abbreviation", sa.Text(), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=True),
        sa.Column("until", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_unit_names_unit_id_units")
        ),
        sa.PrimaryKeyConstraint("unit_id", "ordinal", name=op.f("pk_unit_names")),
    )
