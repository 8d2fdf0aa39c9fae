"""The pages: each is there, is built when first looked at, and may ask to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.gui.page_stack import PAGES, PageStack
from ttdn_desktop.gui.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.workbench import Workbench

    Answered = Callable[[Jobs], None]


@pytest.fixture
def stack(qtbot: QtBot) -> PageStack:
    """Return the empty stack."""
    made = PageStack()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("key", PAGES)
def test_that_a_page_is_filled_with_and_without_records(
    qtbot: QtBot, stack: PageStack, filled_bench: Workbench, answered: Answered, key: str
) -> None:
    page = stack.page(key, filled_bench)
    with qtbot.waitSignal(page.filled):
        stack.show_page(key, filled_bench)
    answered(filled_bench.jobs)

    assert stack.present() is page
    assert page.title.text()


@pytest.mark.parametrize("key", PAGES)
def test_that_a_page_is_filled_with_nothing_recorded(
    qtbot: QtBot, stack: PageStack, bench: Workbench, answered: Answered, key: str
) -> None:
    with qtbot.waitSignal(stack.page(key, bench).filled):
        stack.show_page(key, bench)
    answered(bench.jobs)


def test_that_a_page_is_built_once(stack: PageStack, bench: Workbench) -> None:
    assert stack.page("overview", bench) is stack.page("overview", bench)


def test_that_a_page_that_asks_to_stay_is_not_left(
    stack: PageStack, bench: Workbench, answered: Answered, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack.show_page("overview", bench)
    staying = stack.page("overview", bench)
    monkeypatch.setattr(staying, "may_leave", lambda: False)
    stack._pages["other"] = Page(bench)  # noqa: SLF001 (any second page)
    stack.addWidget(stack._pages["other"])  # noqa: SLF001 (any second page)
    answered(bench.jobs)

    assert not stack.show_page("other", bench)
    assert stack.present() is staying


def test_that_a_hidden_page_reads_anew_only_when_it_appears(
    stack: PageStack, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, read = stack.page("tasks", bench), list[bool]()
    monkeypatch.setattr(page, "refresh", lambda: read.append(True))
    page.appear()
    bench.jobs.changed.emit(page.topics)
    bench.jobs.changed.emit(page.topics)
    assert read == [True]
    page.appear()

    assert read == [True, True]


def test_that_another_folder_clears_all_pages(stack: PageStack, bench: Workbench) -> None:
    stack.page("overview", bench)
    stack.clear()

    assert stack.count() == 0
    assert stack.present() is None
