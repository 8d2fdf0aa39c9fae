"""What a round asks for, the officer's wording, signers, editions and where they were sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_ROUND = "rounds.id"


def upgrade() -> None:
    create_round_terms()
    create_round_extras()
    create_report_edits()
    create_report_pictures()
    create_indicator_targets()
    create_signers()
    create_signings()
    create_editions()
    create_dispatches()


def create_round_terms() -> None:
    op.create_table(
        "round_terms",
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("regime", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("internal_day", sa.String(length=10), nullable=True),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("item_ids", sa.JSON(), nullable=False),
        sa.Column("estimate", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "regime IN ('annual', 'half_year', 'nine_months', 'quarter', 'month', 'thematic', "
            "'adhoc', 'obstacles')",
            name=op.f("ck_round_terms_regime"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], [_ROUND], name=op.f("fk_round_terms_round_id_rounds")
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_round_terms")),
    )


def create_round_extras() -> None:
    op.create_table(
        "round_extras",
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("activity_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activities.id"],
            name=op.f("fk_round_extras_activity_id_activities"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], [_ROUND], name=op.f("fk_round_extras_round_id_rounds")
        ),
        sa.PrimaryKeyConstraint("round_id", "activity_id", name=op.f("pk_round_extras")),
    )


def create_report_edits() -> None:
    op.create_table(
        "report_edits",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("block", sa.String(length=200), nullable=False),
        sa.Column("base", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], [_ROUND], name=op.f("fk_report_edits_round_id_rounds")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_edits")),
        sa.UniqueConstraint("round_id", "block", name=op.f("uq_report_edits_round_id_block")),
    )


def create_report_pictures() -> None:
    op.create_table(
        "report_pictures",
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("evidence_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_report_pictures_evidence_id_evidence")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], [_ROUND], name=op.f("fk_report_pictures_round_id_rounds")
        ),
        sa.PrimaryKeyConstraint("round_id", "evidence_id", name=op.f("pk_report_pictures")),
    )


def create_indicator_targets() -> None:
    op.create_table(
        "indicator_targets",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["code"], ["indicators.code"], name=op.f("fk_indicator_targets_code_indicators")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_indicator_targets_unit_id_units")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_targets")),
        sa.UniqueConstraint(
            "unit_id", "year", "code", name=op.f("uq_indicator_targets_unit_id_year_code")
        ),
    )


def create_signers() -> None:
    op.create_table(
        "signers",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=True),
        sa.Column("until", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_signers_unit_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signers")),
    )


def create_signings() -> None:
    op.create_table(
        "signings",
        sa.Column("submission_id", sa.String(length=36), nullable=False),
        sa.Column("signed_on", sa.String(length=10), nullable=False),
        sa.Column("signer_name", sa.Text(), nullable=False),
        sa.Column("signer_title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
            name=op.f("fk_signings_submission_id_submissions"),
        ),
        sa.PrimaryKeyConstraint("submission_id", name=op.f("pk_signings")),
    )


def create_editions() -> None:
    op.create_table(
        "editions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("corrects_id", sa.String(length=36), nullable=True),
        sa.Column("submission_id", sa.String(length=36), nullable=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("dated", sa.String(length=10), nullable=False),
        sa.Column("signer_name", sa.Text(), nullable=False),
        sa.Column("signer_title", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("scan_name", sa.Text(), nullable=False),
        sa.Column("scan_sha256", sa.String(length=64), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('original', 'replacement', 'supplement', 'correction')",
            name=op.f("ck_editions_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["editions.id"], name=op.f("fk_editions_corrects_id_editions")
        ),
        sa.ForeignKeyConstraint(["round_id"], [_ROUND], name=op.f("fk_editions_round_id_rounds")),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
            name=op.f("fk_editions_submission_id_submissions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editions")),
        sa.UniqueConstraint("round_id", "ordinal", name=op.f("uq_editions_round_id_ordinal")),
    )


def create_dispatches() -> None:
    op.create_table(
        "dispatches",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("edition_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("sent_on", sa.String(length=10), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("answered_on", sa.String(length=10), nullable=True),
        sa.Column("their_number", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "way IN ('direct', 'post', 'fax', 'email', 'software', 'other')",
            name=op.f("ck_dispatches_way"),
        ),
        sa.CheckConstraint(
            "outcome IN ('sent', 'received', 'asked_back')", name=op.f("ck_dispatches_outcome")
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.id"], name=op.f("fk_dispatches_edition_id_editions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispatches")),
        sa.UniqueConstraint("edition_id", "ordinal", name=op.f("uq_dispatches_edition_id_ordinal")),
    )
