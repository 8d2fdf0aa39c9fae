"""Cài đặt, "Báo cáo": what stands around the text of every report of the office."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from ttdn_desktop.domain.report_options import ReportOptions, of_setting, tidied
from ttdn_desktop.store import settings

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.engine import Store

SETTING = "report"
LABEL = "Đặt cách trình bày báo cáo"


def current(office: Office) -> ReportOptions:
    """Return how reports are wanted."""
    return office.kept(_read, ("settings",))


def save(office: Office, options: ReportOptions) -> ReportOptions:
    """Keep how reports are wanted; the next bản trình follows it."""
    wanted = tidied(options)
    with office.store.change(office.actor(), LABEL) as tx:
        settings.put(tx, SETTING, asdict(wanted) | {"recipients": list(wanted.recipients)})
    return wanted


def _read(store: Store) -> ReportOptions:
    with store.read() as connection:
        return of_setting(settings.get(connection, SETTING))
