"""Tables of what everybody shares: bodies, reorganisations, the plan and its versions."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.plan import ItemKind
from ttdn_desktop.domain.review import ReviewState
from ttdn_desktop.domain.succession import SuccessionKind
from ttdn_desktop.domain.units import UnitKind
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

units = Table(
    "units",
    metadata,
    identity(),
    ordinal(),
    word("kind"),
    Column(
        "parent_id",
        String(ID_LENGTH),
        ForeignKey("units.id", deferrable=True, initially="DEFERRED"),
        nullable=True,
    ),
    words("place"),
    words("short"),
    Column("aliases", JSON, nullable=False),
    words("certainty"),
    day("since"),
    day("until"),
    one_of("kind", UnitKind),
)

unit_names = Table(
    "unit_names",
    metadata,
    reference("unit_id", "units.id", key=True),
    ordinal(key=True),
    words("name"),
    words("abbreviation"),
    day("since"),
    day("until"),
)

unit_classes = Table(
    "unit_classes",
    metadata,
    identity(),
    ordinal(),
    words("name"),
    Column("kinds", JSON, nullable=False),
    Column("spellings", JSON, nullable=False),
)

successions = Table(
    "successions",
    metadata,
    identity(),
    ordinal(),
    word("code"),
    word("kind"),
    day("effective_on", null=False),
    words("basis"),
    words("certainty"),
    words("note"),
    Column("confirmed", Boolean, nullable=False),
    one_of("kind", SuccessionKind),
    UniqueConstraint("code"),
)

succession_origins = Table(
    "succession_origins",
    metadata,
    reference("succession_id", "successions.id", key=True),
    ordinal(key=True),
    reference("unit_id", "units.id"),
)

succession_heirs = Table(
    "succession_heirs",
    metadata,
    reference("succession_id", "successions.id", key=True),
    ordinal(key=True),
    reference("unit_id", "units.id"),
    Column("takes", JSON, nullable=False),
)

plans = Table(
    "plans",
    metadata,
    identity(),
    words("title"),
    reference("issuer_id", "units.id"),
    reference("coordinator_id", "units.id"),
    Column("number", String(DIGEST_LENGTH), nullable=True),
    words("number_suffix"),
    day("issued_on"),
    day("month", null=False),
    words("replaces"),
    words("replaces_reference"),
    words("subject"),
    Column("legal_basis", JSON, nullable=False),
    Column("recipients", JSON, nullable=False),
    words("replaces_note"),
    words("purpose"),
    words("funding"),
    Column("unit_deadline", JSON, nullable=True),
    Column("coordinator_deadline", JSON, nullable=True),
)

plan_versions = Table(
    "plan_versions",
    metadata,
    identity(),
    reference("plan_id", "plans.id"),
    Column("adoption", Integer, nullable=False),
    Column("adopted_at", BigInteger, nullable=False),
    UniqueConstraint("adoption"),
)

plan_adoptions = Table(
    "plan_adoptions",
    metadata,
    identity(),
    reference("version_id", "plan_versions.id"),
    Column("adopted_at", BigInteger, nullable=False),
    Column("file_name", Text, nullable=False, info={"as_it_came": True}),
    Column("sha256", String(DIGEST_LENGTH), nullable=True),
    word("kind"),
    Column("number", String(DIGEST_LENGTH), nullable=True),
    day("issued_on"),
)

plan_items = Table("plan_items", metadata, identity(), word("kind"), one_of("kind", ItemKind))

directions = Table(
    "directions",
    metadata,
    reference("version_id", "plan_versions.id", key=True),
    reference("id", "plan_items.id", key=True),
    ordinal(),
    word("code"),
    words("title"),
    words("body"),
    Column("notes", JSON, nullable=False),
    Column("cited", JSON, nullable=False),
)

duties = Table(
    "duties",
    metadata,
    reference("version_id", "plan_versions.id", key=True),
    reference("id", "plan_items.id", key=True),
    ordinal(),
    word("code"),
    words("title"),
    words("body"),
    Column("notes", JSON, nullable=False),
)

task_groups = Table(
    "task_groups",
    metadata,
    reference("version_id", "plan_versions.id", key=True),
    identity(),
    ordinal(),
    word("code"),
    words("title"),
    word("direction_code"),
)

tasks = Table(
    "tasks",
    metadata,
    reference("version_id", "plan_versions.id", key=True),
    reference("id", "plan_items.id", key=True),
    ordinal(),
    word("code"),
    words("title"),
    word("group_code"),
    words("lead_text"),
    words("support_text"),
    words("period_text"),
    Column("first_year", Integer, nullable=True),
    Column("last_year", Integer, nullable=True),
    words("product"),
    Column("notes", JSON, nullable=False),
    Column("cited", JSON, nullable=False),
)

duty_units = Table(
    "duty_units",
    metadata,
    Column("version_id", String(ID_LENGTH), primary_key=True),
    Column("duty_id", String(ID_LENGTH), primary_key=True),
    ordinal(key=True),
    words("written"),
    reference("unit_id", "units.id", null=True),
    reference("class_id", "unit_classes.id", null=True),
    ForeignKeyConstraint(["version_id", "duty_id"], ["duties.version_id", "duties.id"]),
)

task_units = Table(
    "task_units",
    metadata,
    Column("version_id", String(ID_LENGTH), primary_key=True),
    Column("task_id", String(ID_LENGTH), primary_key=True),
    Column("role", String(WORD_LENGTH), primary_key=True),
    ordinal(key=True),
    words("written"),
    reference("unit_id", "units.id", null=True),
    reference("class_id", "unit_classes.id", null=True),
    CheckConstraint("role IN ('lead', 'support')", name="role"),
    ForeignKeyConstraint(["version_id", "task_id"], ["tasks.version_id", "tasks.id"]),
)

plan_reviews = Table(
    "plan_reviews",
    metadata,
    Column("version_id", String(ID_LENGTH), primary_key=True),
    Column("task_id", String(ID_LENGTH), primary_key=True),
    reference("earlier_id", "plan_versions.id"),
    word("state"),
    words("reason"),
    Column("settled_at", BigInteger, nullable=True),
    one_of("state", ReviewState),
    ForeignKeyConstraint(["version_id", "task_id"], ["tasks.version_id", "tasks.id"]),
)

indicators = Table(
    "indicators",
    metadata,
    identity(),
    ordinal(),
    word("code"),
    words("name"),
    words("unit"),
    word("kind"),
    Column("splits", JSON, nullable=False),
    word("pair", null=True),
    Column("sensitive", Boolean, nullable=False),
    one_of("kind", IndicatorKind),
    UniqueConstraint("code"),
)
