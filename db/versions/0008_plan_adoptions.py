"""The files that plan versions came in, and tasks whose wording has changed under their records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    create_plan_adoptions()
    create_plan_reviews()


def create_plan_adoptions() -> None:
    op.create_table(
        "plan_adoptions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version_id", sa.String(length=36), nullable=False),
        sa.Column("adopted_at", sa.BigInteger(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=True),
        sa.Column("issued_on", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["plan_versions.id"],
            name=op.f("fk_plan_adoptions_version_id_plan_versions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_adoptions")),
    )


def create_plan_reviews() -> None:
    op.create_table(
        "plan_reviews",
        sa.Column("version_id", sa.String(length=36), nullable=False),
        sa.Column("task_id", sa.String(length=36), nullable=False),
        sa.Column("earlier_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'kept', 'moved', 'split')", name=op.f("ck_plan_reviews_state")
        ),
        sa.ForeignKeyConstraint(
            ["earlier_id"],
            ["plan_versions.id"],
            name=op.f("fk_plan_reviews_earlier_id_plan_versions"),
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "task_id"],
            ["tasks.version_id", "tasks.id"],
            name=op.f("fk_plan_reviews_version_id_task_id_tasks"),
        ),
        sa.PrimaryKeyConstraint("version_id", "task_id", name=op.f("pk_plan_reviews")),
    )
