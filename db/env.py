"""Runs the schema's steps on the connection that is handed in.

Logging is the program's own and is not configured here. After each step SQLite's `user_version`
says how far the schema is, so that the program can tell without Alembic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import context

if TYPE_CHECKING:
    from alembic.runtime.migration import MigrationContext, MigrationInfo
    from sqlalchemy import Connection


def mirror_version(
    ctx: MigrationContext, step: MigrationInfo, *_heads: object, **_run: object
) -> None:
    """Write the number of the step just run into the database's header."""
    connection, number = ctx.connection, int(step.up_revision_id or 0)
    if connection is not None and connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def run_steps(connection: Connection) -> None:
    """Run the steps asked for; the transaction is the caller's."""
    context.configure(connection=connection, on_version_apply=mirror_version)
    context.run_migrations()


run_steps(context.config.attributes["connection"])
