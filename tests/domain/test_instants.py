"""Instants at +07:00."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ttdn_desktop.domain.instants import moment_of


def test_that_instants_are_told_at_plus_seven() -> None:
    evening = datetime(2026, 11, 30, 18, 30, tzinfo=UTC)

    assert moment_of(int(evening.timestamp() * 1000)) == datetime(2026, 12, 1, 1, 30)  # noqa: DTZ001 (Vietnam's hours)
    assert moment_of(0) == datetime(1970, 1, 1) + timedelta(hours=7)  # noqa: DTZ001 (Vietnam's hours)
