"""Choosing ids in the order's own index: no sorting, and no row read that is skipped."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from tests.store.samples import CountingClock, activity, record
from ttdn_desktop.domain.browsing import Browse, Order
from ttdn_desktop.domain.indicator import Reading
from ttdn_desktop.paths import shipped
from ttdn_desktop.store import activities, browsing, engine, upgrade
from ttdn_desktop.store.activities import ActivityQuery
from ttdn_desktop.store.database import driver
from ttdn_desktop.store.tables import activities as activities_table
from ttdn_desktop.store.tables import activity_items, obstacles, readings

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Table

    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.tx import Tx

NARROWED = Browse(
    first=date(2026, 1, 1), last=date(2026, 12, 1), without_evidence=True, without_result=True
)


def _plan(store: Store, browse: Browse) -> str:
    """Return how SQLite goes about the page of ids."""
    seen: list[str] = []
    with store.read() as connection:
        raw = driver(connection)
        raw.set_trace_callback(seen.append)
        browsing.page(connection, browse, 5, 5)
        raw.set_trace_callback(None)
        told = raw.execute(f"EXPLAIN QUERY PLAN {seen[-1]}").fetchall()
    return "\n".join(str(line[-1]) for line in told)


@pytest.mark.parametrize("browse", [Browse(), NARROWED, Browse(item_ids=("task-1",))])
@pytest.mark.parametrize(
    ("order", "indexes"),
    [
        (Order.DAY, {"sqlite_autoindex_search_rows_1", "ix_search_rows_id_proofs_has_result"}),
        (Order.TITLE, {"ix_search_rows_title_key"}),
        (Order.CODE, {"ix_search_rows_year_ordinal_id"}),
        (Order.EVIDENCE, {"ix_search_rows_proofs_id"}),
    ],
)
def test_that_a_page_goes_through_the_index_of_its_order_without_sorting(
    store: Store, order: Order, indexes: set[str], browse: Browse
) -> None:
    plan = _plan(store, replace(browse, order=order))

    assert any(index in plan for index in indexes)
    assert "TEMP B-TREE FOR ORDER BY" not in plan


@pytest.mark.parametrize("order", [Order.TITLE, Order.CODE, Order.EVIDENCE])
def test_that_hits_are_looked_up_along_the_index_of_their_order(store: Store, order: Order) -> None:
    plan = _plan(store, Browse(search="doan", order=order))

    assert "TEMP B-TREE FOR ORDER BY" not in plan
    assert plan.count("VIRTUAL TABLE") == 1


def test_that_a_query_too_is_narrowed_to_what_lacks(store: Store) -> None:
    record(store, activity(1, "một", result="xong"), activity(2, "hai"))
    with store.read() as connection:
        for search in ("", "mot hai"):
            bare = ActivityQuery(search=search, without_evidence=True)
            unresolved = ActivityQuery(search=search, without_result=True)
            found = [one.title for one in activities.page(connection, unresolved)]
            assert found == ([] if search else ["hai"])
            assert activities.count(connection, bare) == (0 if search else 2)


def test_that_numbers_of_a_day_do_not_meet_when_activities_move_in_one_change(
    store: Store,
) -> None:
    record(store, *(activity(number, f"việc {number}") for number in range(1, 5)))
    with store.change("Lan", "sửa") as tx:
        for number in (1, 2):
            tx.update(activities_table, f"activity-{number}", {"start": date(2026, 3, 6)})
    with store.change("Lan", "sửa lại") as tx:
        tx.update(activities_table, "activity-1", {"start": date(2026, 3, 5)})
        tx.insert(
            obstacles,
            {"activity_id": "activity-4", "ordinal": 0, "text": "mưa", "cause": None},
        )

    with store.read() as connection:
        ids = browsing.page(connection, Browse(descending=False), 0, 9)
    assert ids == ["activity-3", "activity-4", "activity-1", "activity-2"]


def test_that_an_index_of_the_step_before_is_filled_when_the_folder_is_opened(
    tmp_path: Path, clock: CountingClock, store: Store, folder: Path
) -> None:
    record(store, activity(1, "Ẩm thực"), activity(2, "An ninh"))
    store.close()
    older = tmp_path / "older"
    shutil.copytree(folder, older)
    (older / "ttdn.sqlite").unlink()
    _copy_into_step(older / "ttdn.sqlite", folder / "ttdn.sqlite", "0005")
    with closing(sqlite3.connect(older / "ttdn.sqlite")) as raw, raw:
        raw.execute("UPDATE meta SET value = '1' WHERE key = 'fold_version'")

    with engine.open(older, clock=clock) as opened, opened.read() as connection:
        by_title = browsing.page(connection, Browse(order=Order.TITLE, descending=False), 0, 9)
        found = activities.page(connection, ActivityQuery(search="am thuc"))

    assert by_title == ["activity-2", "activity-1"]
    assert [one.id for one in found] == ["activity-1"]


def _copy_into_step(older: Path, newer: Path, step: str) -> None:
    """Fill a database of an earlier step with the rows of a newer one, its index as it was then."""
    upgrade.run_steps(older, to=step, steps=shipped("db"))
    with closing(sqlite3.connect(older)) as connection, connection:
        connection.execute("ATTACH ? AS newer", (str(newer),))
        tables = connection.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%' "
            "AND name NOT LIKE 'alembic%'"
        ).fetchall()
        for (table,) in tables:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM newer.{table}")  # noqa: S608 (our own names)
        known = connection.execute("SELECT name FROM pragma_table_info('search_rows', 'main')")
        columns = ", ".join(name for (name,) in known)
        rows = f"SELECT {columns} FROM newer.search_rows"  # noqa: S608 (our own names)
        connection.execute(f"INSERT INTO main.search_rows {rows}")


_COUNTED = (
    "SELECT item_id, activity_id, fruitful, search_items.proofs FROM search_items "
    "JOIN search_rows ON search_rows.id = row_id ORDER BY item_id, activity_id"
)
_TO_BE_COUNTED = (
    "SELECT item_id, activities.id, result != '' OR EXISTS (SELECT 1 FROM readings WHERE "
    "activity_id = activities.id), (SELECT count(*) FROM activity_evidence JOIN evidence ON "
    "evidence.id = evidence_id WHERE activity_id = activities.id AND evidence.binned_at IS NULL) "
    "FROM activities JOIN activity_items ON activity_id = activities.id "
    "WHERE activities.binned_at IS NULL ORDER BY item_id, activities.id"
)


def _require_counted(store: Store) -> None:
    with store.read() as connection:
        counted = connection.exec_driver_sql(_COUNTED).fetchall()
        assert counted == connection.exec_driver_sql(_TO_BE_COUNTED).fetchall()
        assert counted


def test_that_items_are_counted_as_they_stand_after_each_change(store: Store) -> None:
    read = (Reading("D1", Decimal(1)),)
    both = ("task-2", "task-1")
    record(store, activity(1, readings=read, item_ids=both), activity(2, "An ninh"))
    _require_counted(store)
    with store.change("Hoa", "sửa") as tx:
        for ordinal in _ordinals(tx, readings):
            tx.delete(readings, ("activity-1", ordinal))
        for ordinal in _ordinals(tx, activity_items)[1:]:
            tx.delete(activity_items, ("activity-1", ordinal))
    _require_counted(store)
    with store.change("Hoa", "bỏ") as tx:
        activities.bin_one(tx, "activity-2")
    _require_counted(store)


def _ordinals(tx: Tx, table: Table) -> list[int]:
    wanted = select(table.c.ordinal).where(table.c.activity_id == "activity-1")
    return list(tx.connection.scalars(wanted.order_by(table.c.ordinal)))


def test_that_the_step_that_counts_items_fills_what_an_older_index_lacks(
    tmp_path: Path, clock: CountingClock, store: Store, folder: Path
) -> None:
    record(store, activity(1, "Ẩm thực"), activity(2, "An ninh"))
    store.close()
    older = tmp_path / "older"
    shutil.copytree(folder, older)
    (older / "ttdn.sqlite").unlink()
    _copy_into_step(older / "ttdn.sqlite", folder / "ttdn.sqlite", "0006")

    upgrade.run_steps(older / "ttdn.sqlite")

    with engine.open(older, clock=clock) as opened:
        _require_counted(opened)
