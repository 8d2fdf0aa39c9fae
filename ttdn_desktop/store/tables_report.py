"""Tables of the report on its way: what is asked, the officer's wording, editions, dispatches."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from ttdn_desktop.domain.edition import EditionKind, Outcome, Way
from ttdn_desktop.domain.round import Regime
from ttdn_desktop.store.schema import (
    DIGEST_LENGTH,
    WORD_LENGTH,
    day,
    identity,
    metadata,
    one_of,
    ordinal,
    reference,
    word,
    words,
)

BLOCK_LENGTH = 200
_ROUND = "rounds.id"

round_terms = Table(
    "round_terms",
    metadata,
    reference("round_id", _ROUND, key=True),
    word("regime"),
    words("name"),
    words("letter"),
    day("internal_day"),
    words("addressee"),
    Column("item_ids", JSON, nullable=False),
    Column("estimate", Boolean, nullable=False),
    one_of("regime", Regime),
)

round_extras = Table(
    "round_extras",
    metadata,
    reference("round_id", _ROUND, key=True),
    reference("activity_id", "activities.id", key=True),
)

report_edits = Table(
    "report_edits",
    metadata,
    identity(),
    reference("round_id", _ROUND),
    Column("block", String(BLOCK_LENGTH), nullable=False),
    Column("base", JSON, nullable=False),
    words("text"),
    UniqueConstraint("round_id", "block"),
)

report_pictures = Table(
    "report_pictures",
    metadata,
    reference("round_id", _ROUND, key=True),
    reference("evidence_id", "evidence.id", key=True),
    ordinal(),
    words("caption"),
)

indicator_targets = Table(
    "indicator_targets",
    metadata,
    identity(),
    reference("unit_id", "units.id"),
    Column("year", Integer, nullable=False),
    Column("code", String(WORD_LENGTH), ForeignKey("indicators.code"), nullable=False),
    word("value"),
    UniqueConstraint("unit_id", "year", "code"),
)

signers = Table(
    "signers",
    metadata,
    identity(),
    reference("unit_id", "units.id"),
    words("name"),
    words("title"),
    word("form"),
    day("since"),
    day("until"),
)

signings = Table(
    "signings",
    metadata,
    reference("submission_id", "submissions.id", key=True),
    day("signed_on", null=False),
    words("signer_name"),
    words("signer_title"),
)

editions = Table(
    "editions",
    metadata,
    identity(),
    reference("round_id", _ROUND),
    ordinal(),
    word("kind"),
    reference("corrects_id", "editions.id", null=True),
    reference("submission_id", "submissions.id", null=True),
    words("number"),
    day("dated", null=False),
    words("signer_name"),
    words("signer_title"),
    Column("code", String(WORD_LENGTH), nullable=False),
    Column("sha256", String(DIGEST_LENGTH), nullable=False),
    words("scan_name"),
    Column("scan_sha256", String(DIGEST_LENGTH), nullable=True),
    words("note"),
    Column("at", BigInteger, nullable=False),
    one_of("kind", EditionKind),
    UniqueConstraint("round_id", "ordinal"),
)

dispatches = Table(
    "dispatches",
    metadata,
    identity(),
    reference("edition_id", "editions.id"),
    ordinal(),
    words("recipient"),
    word("way"),
    day("sent_on", null=False),
    word("outcome"),
    day("answered_on"),
    words("their_number"),
    words("note"),
    one_of("way", Way),
    one_of("outcome", Outcome),
    UniqueConstraint("edition_id", "ordinal"),
)
