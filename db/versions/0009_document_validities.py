"""Which of the cited documents are still in force, and what took the place of others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "document_validities",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.String(length=10), nullable=True),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("replaced_by", sa.Text(), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=True),
        sa.CheckConstraint(
            "standing IN ('in_force', 'replaced', 'ended')",
            name=op.f("ck_document_validities_standing"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_validities")),
    )
