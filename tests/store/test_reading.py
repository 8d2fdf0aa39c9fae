"""Plain reads give what Core gives: columns by name, order, NULL, truth values, JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import JSON, Boolean, Column, Integer, MetaData, String, Table, insert, select

from ttdn_desktop.store.database import connect
from ttdn_desktop.store.reading import cells, greatest, one, read, values
from ttdn_desktop.store.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from ttdn_desktop.store.engine import Store

_STRANGE = Table(
    'bảng "lạ"',
    MetaData(),
    Column("order", Integer, primary_key=True),
    Column("group", String(10)),
    Column("đã duyệt", Boolean),
    Column("listed", JSON(none_as_null=True)),
)
_ROWS = (
    {"order": 3, "group": "b", "đã duyệt": False, "listed": {"tên": ["Ấn Độ"]}},
    {"order": 1, "group": "b", "đã duyệt": True, "listed": []},
    {"order": 2, "group": None, "đã duyệt": None, "listed": None},
    {"order": 4, "group": "c", "đã duyệt": True, "listed": 12},
    {"order": 5, "group": "d", "đã duyệt": True, "listed": "12"},
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """Return a connection to a database of one table, whose names must be quoted."""
    engine = connect(tmp_path / "strange.sqlite")
    with engine.begin() as made:
        _STRANGE.create(made)
        made.execute(insert(_STRANGE), _ROWS)
        yield made
    engine.dispose()


def test_that_rows_come_by_the_columns_of_the_order_as_python_has_them(
    connection: Connection,
) -> None:
    found = [vars(row) for row in read(connection, _STRANGE, "group", "order")]

    assert found == [_ROWS[2], _ROWS[1], _ROWS[0], _ROWS[3], _ROWS[4]]
    assert found[1]["đã duyệt"] is True


def test_that_values_are_bound_and_never_read_as_sql(connection: Connection) -> None:
    assert [row.order for row in read(connection, _STRANGE, "order", group="b")] == [1, 3]
    assert not read(connection, _STRANGE, group='b" OR "group" = "b')
    assert not read(connection, _STRANGE, group="' OR 1 --")


def test_that_rows_may_be_among_a_collection_or_have_null(connection: Connection) -> None:
    assert sorted(values(connection, _STRANGE.c.order, group=["b", "c", "x"])) == [1, 3, 4]
    assert not list(values(connection, _STRANGE.c.order, group=()))
    assert list(values(connection, _STRANGE.c.order, group=None)) == [2]
    assert not read(connection, _STRANGE, "order", group=None, order=["1", "3"])


def test_that_cells_come_as_the_driver_gives_them(connection: Connection) -> None:
    wanted = (_STRANGE.c.listed, _STRANGE.c["đã duyệt"])

    found = list(cells(connection, wanted, "order", group="b"))

    assert found == [("[]", 1), ('{"tên":["Ấn Độ"]}', 0)]


def test_that_one_row_is_the_one_that_equals_or_none(connection: Connection) -> None:
    found = one(connection, _STRANGE, group="b", order=3)

    assert found is not None
    assert found.listed == {"tên": ["Ấn Độ"]}
    assert one(connection, _STRANGE, order=6) is None


def test_that_a_column_and_its_greatest_value_are_of_the_rows_that_equal(
    connection: Connection,
) -> None:
    assert sorted(values(connection, _STRANGE.c.order, group="b")) == [1, 3]
    assert greatest(connection, _STRANGE.c.order) == 5
    assert greatest(connection, _STRANGE.c.order, group="e") is None


def test_that_a_column_the_table_has_not_is_refused(connection: Connection) -> None:
    with pytest.raises(KeyError):
        read(connection, _STRANGE, "ordre")
    with pytest.raises(KeyError):
        one(connection, _STRANGE, ordre=1)


def test_that_every_table_reads_as_core_reads_it(store: Store) -> None:
    with store.read() as connection:
        for table in metadata.sorted_tables:
            key = [column.name for column in table.primary_key]
            ordered = select(table).order_by(*table.primary_key)
            by_core = [dict(row) for row in connection.execute(ordered).mappings()]

            assert [vars(row) for row in read(connection, table, *key)] == by_core, table.name
