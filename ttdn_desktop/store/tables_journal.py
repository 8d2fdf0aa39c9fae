"""Tables beside the records: settings, the journal, drafts and what the search index goes by."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from ttdn_desktop.store.schema import (
    DIGEST_LENGTH,
    ID_LENGTH,
    WORD_LENGTH,
    metadata,
    ordinal,
    words,
)

settings = Table(
    "settings",
    metadata,
    Column("key", String(WORD_LENGTH), primary_key=True),
    Column("value", JSON, nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("key", String(WORD_LENGTH), primary_key=True),
    words("value"),
)

changes = Table(
    "changes",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("writer", String(ID_LENGTH), nullable=False),
    Column("at", BigInteger, nullable=False),
    words("actor"),
    words("label"),
    Column("undoable", Boolean, nullable=False),
    Column("undoes", Integer, ForeignKey("changes.seq"), nullable=True),
    Column("prev", String(DIGEST_LENGTH), nullable=False),
    Column("hash", String(DIGEST_LENGTH), nullable=False),
    UniqueConstraint("undoes"),
)

change_rows = Table(
    "change_rows",
    metadata,
    Column(
        "seq",
        Integer,
        # The entry's hash is known last: a long import writes its rows in batches before it.
        ForeignKey("changes.seq", deferrable=True, initially="DEFERRED"),
        primary_key=True,
        autoincrement=False,
    ),
    ordinal(key=True),
    Column("table_name", String(WORD_LENGTH), nullable=False),
    Column("row_id", Text, nullable=False),
    Column("before", Text, nullable=True),
    Column("after", Text, nullable=True),
    Column("payload_hash", String(DIGEST_LENGTH), nullable=False),
    Column("purged", Boolean, nullable=False),
)
Index(None, change_rows.c.table_name, change_rows.c.row_id)

drafts = Table(
    "drafts",
    metadata,
    Column("key", Text, primary_key=True),
    Column("content", JSON, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
)

search_rows = Table(
    "search_rows",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("activity_id", String(ID_LENGTH), nullable=False),
    words("title_key"),
    Column("year", Integer, nullable=False),
    ordinal(),
    Column("proofs", Integer, nullable=False),
    Column("has_result", Boolean, nullable=False),
    UniqueConstraint("activity_id"),
)
Index(
    "ix_search_rows_title_key",
    search_rows.c.title_key,
    search_rows.c.id,
    search_rows.c.proofs,
    search_rows.c.has_result,
)
Index(None, search_rows.c.year, search_rows.c.ordinal, search_rows.c.id)
Index(None, search_rows.c.proofs, search_rows.c.id)
Index(None, search_rows.c.id, search_rows.c.proofs, search_rows.c.has_result)

search_items = Table(
    "search_items",
    metadata,
    Column("item_id", String(ID_LENGTH), primary_key=True),
    Column("row_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("fruitful", Boolean, nullable=False),
    Column("proofs", Integer, nullable=False),
    sqlite_with_rowid=False,
)
