"""The plan, its versions and the catalogue of figures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    create_indicators()
    create_plan_items()
    create_plans()
    create_plan_versions()
    create_directions()
    create_duties()
    create_task_groups()
    create_tasks()
    create_duty_units()
    create_task_units()


def create_indicators() -> None:
    op.create_table(
        "indicators",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("splits", sa.JSON(), nullable=False),
        sa.Column("pair", sa.String(length=40), nullable=True),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('flow', 'stock', 'snapshot')", name=op.f("ck_indicators_kind")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicators")),
        sa.UniqueConstraint("code", name=op.f("uq_indicators_code")),
    )


def create_plan_items() -> None:
    op.create_table(
        "plan_items",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "kind IN ('task', 'direction', 'duty')", name=op.f("ck_plan_items_kind")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_items")),
    )


def create_plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("issuer_id", sa.String(length=36), nullable=False),
        sa.Column("coordinator_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=True),
        sa.Column("number_suffix", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.String(length=10), nullable=True),
        sa.Column("month", sa.String(length=10), nullable=False),
        sa.Column("replaces", sa.Text(), nullable=False),
        sa.Column("replaces_reference", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.JSON(), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("replaces_note", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("funding", sa.Text(), nullable=False),
        sa.Column("unit_deadline", sa.JSON(), nullable=True),
        sa.Column("coordinator_deadline", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["coordinator_id"], ["units.id"], name=op.f("fk_plans_coordinator_id_units")
        ),
        sa.ForeignKeyConstraint(["issuer_id"], ["units.id"], name=op.f("fk_plans_issuer_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
    )


def create_plan_versions() -> None:
    op.create_table(
        "plan_versions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("adoption", sa.Integer(), nullable=False),
        sa.Column("adopted_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plans.id"], name=op.f("fk_plan_versions_plan_id_plans")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_versions")),
        sa.UniqueConstraint("adoption", name=op.f("uq_plan_versions_adoption")),
    )


def create_directions() -> None:
    op.create_table(
        "directions",
        sa.Column("version_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("cited", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"], ["plan_items.id"], name=op.f("fk_directions_id_plan_items")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["plan_versions.id"],
            name=op.f("fk_directions_version_id_plan_versions"),
        ),
        sa.PrimaryKeyConstraint("version_id", "id", name=op.f("pk_directions")),
    )


def create_duties() -> None:
    op.create_table(
        "duties",
        sa.Column("version_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["plan_items.id"], name=op.f("fk_duties_id_plan_items")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["plan_versions.id"], name=op.f("fk_duties_version_id_plan_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "id", name=op.f("pk_duties")),
    )


def create_task_groups() -> None:
    op.create_table(
        "task_groups",
        sa.Column("version_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("direction_code", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["plan_versions.id"],
            name=op.f("fk_task_groups_version_id_plan_versions"),
        ),
        sa.PrimaryKeyConstraint("version_id", "id", name=op.f("pk_task_groups")),
    )


def create_tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("version_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("group_code", sa.String(length=40), nullable=False),
        sa.Column("lead_text", sa.Text(), nullable=False),
        sa.Column("support_text", sa.Text(), nullable=False),
        sa.Column("period_text", sa.Text(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=True),
        sa.Column("last_year", sa.Integer(), nullable=True),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("cited", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["plan_items.id"], name=op.f("fk_tasks_id_plan_items")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["plan_versions.id"], name=op.f("fk_tasks_version_id_plan_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "id", name=op.f("pk_tasks")),
    )


def create_duty_units() -> None:
    op.create_table(
        "duty_units",
        sa.Column("version_id", sa.String(length=36), nullable=False),
        sa.Column("duty_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=True),
        sa.Column("class_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["class_id"], ["unit_classes.id"], name=op.f("fk_duty_units_class_id_unit_classes")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_duty_units_unit_id_units")
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "duty_id"],
            ["duties.version_id", "duties.id"],
            name=op.f("fk_duty_units_version_id_duty_id_duties"),
        ),
        sa.PrimaryKeyConstraint("version_id", "duty_id", "ordinal", name=op.f("pk_duty_units")),
    )


def create_task_units() -> None:
    op.create_table(
        "task_units",
        sa.Column("version_id", sa.String(length=36), nullable=False),
        sa.Column("task_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=True),
        sa.Column("class_id", sa.String(length=36), nullable=True),
        sa.CheckConstraint("role IN ('lead', 'support')", name=op.f("ck_task_units_role")),
        sa.ForeignKeyConstraint(
            ["class_id"], ["unit_classes.id"], name=op.f("fk_task_units_class_id_unit_classes")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_task_units_unit_id_units")
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "task_id"],
            ["tasks.version_id", "tasks.id"],
            name=op.f("fk_task_units_version_id_task_id_tasks"),
        ),
        sa.PrimaryKeyConstraint(
            "version_id", "task_id", "role", "ordinal", name=op.f("pk_task_units")
        ),
    )
