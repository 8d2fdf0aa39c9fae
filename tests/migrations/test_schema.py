"""The schema's steps build what the tables say, from nothing and from every earlier step."""

from __future__ import annotations

import ast
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from ttdn_desktop.paths import shipped
from ttdn_desktop.store import database, upgrade
from ttdn_desktop.store.tables import metadata

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Table

STEPS = shipped("db")
NUMBERS = [step.stem[:4] for step in sorted((STEPS / "versions").glob("*.py"))]


def _shape(path: Path) -> dict[str, set[str]]:
    """Return the words of each table's and index's DDL: order and commas do not count."""
    sql = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_t%'"
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: set(ddl.replace(",", " ").replace('"', "").replace("\n", " ").split())
            for name, ddl in connection.execute(sql)
            if name != "alembic_version"
        }


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_that_a_fresh_database_has_no_difference_from_the_tables(tmp_path: Path) -> None:
    upgrade.run_steps(tmp_path / "fresh.sqlite")
    engine = database.connect(tmp_path / "fresh.sqlite")

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": _not_the_search_index}
        )
        differences = compare_metadata(context, metadata)
    engine.dispose()

    assert differences == []


def _not_the_search_index(name: str | None, _kind: str, _parents: object) -> bool:
    return not (name or "").startswith("search_texts")


def test_that_the_steps_write_the_very_constraints_of_the_tables(tmp_path: Path) -> None:
    upgrade.run_steps(tmp_path / "steps.sqlite")
    engine = create_engine(f"sqlite:///{tmp_path / 'tables.sqlite'}")
    metadata.create_all(engine)
    engine.dispose()

    assert _shape(tmp_path / "steps.sqlite") == _shape(tmp_path / "tables.sqlite")


def test_that_the_program_knows_the_newest_step_without_alembic() -> None:
    script = ScriptDirectory(str(STEPS))

    assert script.get_heads() == [f"{upgrade.SCHEMA_VERSION:04d}"]


def test_that_user_version_mirrors_each_step(tmp_path: Path) -> None:
    path = tmp_path / "ttdn.sqlite"
    seen = []
    for number in NUMBERS:
        upgrade.run_steps(path, to=number)
        seen.append(_version(path))

    assert seen == list(range(1, upgrade.SCHEMA_VERSION + 1))


@pytest.mark.parametrize("number", NUMBERS[:-1])
def test_that_data_of_an_earlier_step_survive_the_way_up(tmp_path: Path, number: str) -> None:
    path = tmp_path / "ttdn.sqlite"
    upgrade.run_steps(path, to=number)
    unit = "INSERT INTO units VALUES ('u1', 0, 'press', NULL, 'Kon Tum', '', '[]', '', NULL, NULL)"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(unit)

    upgrade.run_steps(path)

    with closing(sqlite3.connect(path)) as connection:
        kept = connection.execute("SELECT id, place FROM units").fetchall()
    assert kept == [("u1", "Kon Tum")]
    assert _version(path) == upgrade.SCHEMA_VERSION


NEXT = f"{upgrade.SCHEMA_VERSION + 1:04d}"
FUTURE_STEP = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{upgrade.SCHEMA_VERSION:04d}"


def upgrade():
    op.add_column("units", sa.Column("colour", sa.Text()))
    {{more}}
"""


def _with_a_future_step(tmp_path: Path, more: str = "") -> Path:
    steps = tmp_path / "db"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / f"{NEXT}_future.py").write_text(FUTURE_STEP.format(more=more), "utf-8")
    return steps


def test_that_a_database_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path, keep = tmp_path / "ttdn.sqlite", tmp_path / "backups" / "before.sqlite"
    upgrade.run_steps(path)

    upgrade.upgrade(path, keep, steps=_with_a_future_step(tmp_path))

    assert _version(keep) == upgrade.SCHEMA_VERSION
    assert _version(path) == upgrade.SCHEMA_VERSION + 1


def test_that_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ttdn.sqlite"
    upgrade.run_steps(path)
    before = _shape(path)
    steps = _with_a_future_step(tmp_path, more='raise RuntimeError("half way")')

    with pytest.raises(RuntimeError, match="half way"):
        upgrade.run_steps(path, steps=steps)

    assert _shape(path) == before
    assert _version(path) == upgrade.SCHEMA_VERSION


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: str(table.name))
def test_that_every_table_can_be_built_on_postgresql(table: Table) -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's own

    ddl = [str(CreateTable(table).compile(dialect=dialect))]
    ddl += [str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes]

    assert all("CREATE" in statement for statement in ddl)


def test_that_every_constraint_has_a_name() -> None:
    nameless = [
        constraint
        for table in metadata.sorted_tables
        for constraint in table.constraints
        if not constraint.name
    ]

    assert nameless == []


@pytest.mark.parametrize("path", sorted(STEPS.rglob("*.py")), ids=lambda path: path.name)
def test_that_no_step_depends_on_todays_program_or_touches_logging(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert imported <= {"__future__", "typing", "alembic", "sqlalchemy"}
    assert "fileConfig" not in path.read_text("utf-8")
