"""Tables of what a person records: activities with all that belongs to them, evidence, progress."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from ttdn_desktop.domain.activity import Cause, Part
from ttdn_desktop.domain.dates import Precision
from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.domain.funding import Source, Stage
from ttdn_desktop.domain.officer import Mode
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.round import RoundKind
from ttdn_desktop.store.schema import (
    DIGEST_LENGTH,
    ID_LENGTH,
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

officers = Table(
    "officers",
    metadata,
    identity(),
    reference("unit_id", "units.id"),
    words("name"),
    words("title"),
    words("decision"),
    word("mode"),
    words("phone"),
    words("email"),
    day("since"),
    day("until"),
    Column("alternate", Boolean, nullable=False),
    one_of("mode", Mode),
)

rounds = Table(
    "rounds",
    metadata,
    identity(),
    word("kind"),
    Column("year", Integer, nullable=False),
    day("first", null=False),
    day("last", null=False),
    day("cutoff", null=False),
    day("sending_day", null=False),
    one_of("kind", RoundKind),
)

progress = Table(
    "progress",
    metadata,
    identity(),
    reference("unit_id", "units.id"),
    reference("item_id", "plan_items.id"),
    reference("round_id", "rounds.id"),
    word("state"),
    words("reason"),
    one_of("state", TaskState),
    UniqueConstraint("round_id", "unit_id", "item_id"),
)

activities = Table(
    "activities",
    metadata,
    identity(),
    reference("unit_id", "units.id"),
    Column("year", Integer, nullable=False),
    ordinal(),
    word("code"),
    words("title"),
    day("start", null=False),
    word("precision"),
    day("until"),
    word("part"),
    words("kind"),
    words("place"),
    words("content"),
    words("result"),
    Column("partners", JSON, nullable=False),
    Column("audience", JSON, nullable=False),
    Column("highlight", Boolean, nullable=False),
    Column("good_practice", Boolean, nullable=False),
    Column("binned_at", BigInteger, nullable=True),
    one_of("precision", Precision),
    one_of("part", Part),
    UniqueConstraint("unit_id", "year", "ordinal"),
)
Index(None, activities.c.start, activities.c.id)
Index(
    "ix_activities_binned",
    activities.c.id,
    sqlite_where=activities.c.binned_at.is_not(None),
)

activity_items = Table(
    "activity_items",
    metadata,
    reference("activity_id", "activities.id", key=True),
    ordinal(key=True),
    Column("item_id", String(ID_LENGTH), ForeignKey("plan_items.id"), nullable=False, index=True),
    UniqueConstraint("activity_id", "item_id"),
)

obstacles = Table(
    "obstacles",
    metadata,
    reference("activity_id", "activities.id", key=True),
    ordinal(key=True),
    words("text"),
    word("cause", null=True),
    one_of("cause", Cause),
)

proposals = Table(
    "proposals",
    metadata,
    reference("activity_id", "activities.id", key=True),
    ordinal(key=True),
    words("text"),
    words("addressee"),
    Column("answered", Boolean, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    reference("activity_id", "activities.id", key=True),
    ordinal(key=True),
    Column("code", String(WORD_LENGTH), ForeignKey("indicators.code"), nullable=False),
    word("value"),
    Column("split_name", Text, nullable=True),
    Column("split_value", Text, nullable=True),
    Column("approximate", Boolean, nullable=False),
    Column("estimate", Boolean, nullable=False),
    CheckConstraint("(split_name IS NULL) = (split_value IS NULL)", name="split_whole"),
)

fundings = Table(
    "fundings",
    metadata,
    identity(),
    Column("activity_id", String(ID_LENGTH), ForeignKey("activities.id"), index=True),
    reference("unit_id", "units.id"),
    Column("year", Integer, nullable=False),
    ordinal(),
    word("source"),
    word("stage"),
    Column("amount", BigInteger, nullable=False),
    words("in_kind"),
    one_of("source", Source),
    one_of("stage", Stage),
)

evidence = Table(
    "evidence",
    metadata,
    identity(),
    reference("unit_id", "units.id"),
    Column("year", Integer, nullable=False),
    ordinal(),
    word("code"),
    word("kind"),
    words("name"),
    Column("original_name", Text, nullable=False, info={"as_it_came": True}),
    Column("sha256", String(DIGEST_LENGTH), nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    words("url"),
    Column("document_written", Text, nullable=True),
    words("document_type"),
    words("document_number"),
    day("document_issued_on"),
    words("document_issuer"),
    words("document_excerpt"),
    day("dated"),
    Column("binned_at", BigInteger, nullable=True),
    one_of("kind", EvidenceKind),
    UniqueConstraint("unit_id", "year", "ordinal"),
)
Index(None, evidence.c.document_issued_on, evidence.c.document_number)
Index(None, evidence.c.url)
Index(
    "ix_evidence_kept",
    evidence.c.id,
    sqlite_where=evidence.c.binned_at.is_(None),
)

activity_evidence = Table(
    "activity_evidence",
    metadata,
    reference("activity_id", "activities.id", key=True),
    reference("evidence_id", "evidence.id", key=True),
    ordinal(),
)
Index(None, activity_evidence.c.evidence_id, activity_evidence.c.activity_id)

submissions = Table(
    "submissions",
    metadata,
    identity(),
    reference("round_id", "rounds.id"),
    ordinal(),
    Column("code", String(WORD_LENGTH), nullable=False),
    Column("sha256", String(DIGEST_LENGTH), nullable=False),
    Column("at", BigInteger, nullable=False),
    UniqueConstraint("round_id", "ordinal"),
)
