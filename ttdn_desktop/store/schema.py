"""The one MetaData, its naming of constraints, and the columns that come up again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, String, Text

if TYPE_CHECKING:
    from enum import StrEnum

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID_LENGTH = 36
DAY_LENGTH = 10
DIGEST_LENGTH = 64
WORD_LENGTH = 40


def identity(name: str = "id") -> Column[str]:
    """Return a column of a UUID in text, (part of) the primary key."""
    return Column(name, String(ID_LENGTH), primary_key=True)


def reference(name: str, target: str, *, key: bool = False, null: bool = False) -> Column[str]:
    """Return a column of the UUID of another table's row."""
    return Column(name, String(ID_LENGTH), ForeignKey(target), primary_key=key, nullable=null)


def ordinal(*, key: bool = False) -> Column[int]:
    """Return a column of the place of a row among its siblings, from 0; codes count from 1."""
    return Column("ordinal", Integer, primary_key=key, nullable=False, autoincrement=False)


def words(name: str) -> Column[str]:
    """Return a column of text of any length, "" where there is none."""
    return Column(name, Text, nullable=False)


def word(name: str, *, null: bool = False) -> Column[str]:
    """Return a column of a short code or an enum's value."""
    return Column(name, String(WORD_LENGTH), nullable=null)


def day(name: str, *, null: bool = True) -> Column[str]:
    """Return a column of a date in ISO text, so that rows, journal and JSON are alike."""
    return Column(name, String(DAY_LENGTH), nullable=null)


def one_of(name: str, values: type[StrEnum]) -> CheckConstraint:
    """Allow a column the values of an enum only."""
    allowed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{name} IN ({allowed})", name=name)
