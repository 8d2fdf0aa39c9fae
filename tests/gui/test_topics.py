"""What is announced of a change: every table of records belongs to a topic."""

from __future__ import annotations

from ttdn_desktop.services.topics import TABLES, Topic
from ttdn_desktop.store.tables import metadata

NO_PAGE_SHOWS = {
    "change_rows",
    "changes",
    "drafts",  # not journalled; whoever keeps one shows it
    "indicators",  # shipped
    "meta",
    "search_items",
    "search_rows",
    "unit_classes",  # shipped
}
"""Tables whose change is nothing that a page would read anew."""


def test_that_every_table_of_records_belongs_to_a_topic() -> None:
    told = {table for tables in TABLES.values() for table in tables}

    assert set(metadata.tables) - told == NO_PAGE_SHOWS


def test_that_topics_name_tables_that_there_are() -> None:
    assert {table for tables in TABLES.values() for table in tables} <= set(metadata.tables)


def test_that_every_topic_has_tables() -> None:
    assert set(TABLES) == set(Topic)
