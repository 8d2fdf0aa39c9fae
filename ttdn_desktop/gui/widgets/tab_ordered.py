"""A pane in which Tab goes as one reads: what a form adds later is reached in its place too.

Qt's own chain goes by when a widget was made, so that a row added would come last of the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QSplitter, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORTH, _BACK = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


LATE = "tabLate"
"""The property of what Tab comes to after all else in its pane, wherever it stands."""


class TabOrdered(QWidget):
    """Past the last and before the first of its stops Tab leaves the pane."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002, FBT001 (Qt's names)
        """Go to the stop that follows in the layouts, or to the one before."""
        present: QWidget | None = QApplication.focusWidget()
        inside = list(stops(self))
        if present is None or present not in inside:
            return super().focusNextPrevChild(next)
        number = inside.index(present) + (1 if next else -1)
        if 0 <= number < len(inside):
            inside[number].setFocus(_FORTH if next else _BACK)
        else:
            self._leave(present, _FORTH if next else _BACK)
        return True

    def _leave(self, present: QWidget, reason: Qt.FocusReason) -> None:
        forth = reason is _FORTH
        found = _after(present, forth=forth)
        while found is not None and found is not present:
            if _is_stop(found) and not self.isAncestorOf(found):
                found.setFocus(reason)
                return
            found = _after(found, forth=forth)


def _after(widget: QWidget, *, forth: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forth else widget.previousInFocusChain()


def stops(pane: QWidget) -> Iterator[QWidget]:
    """Return where Tab stops in a pane, in the order of its layouts."""
    for child in _children(pane):
        if not child.isVisible():
            continue
        if _is_stop(child):
            yield _with_focus(child)
        if not _is_stop(child) or isinstance(child, QScrollArea):
            yield from stops(child)


def _children(pane: QWidget) -> list[QWidget]:
    """Return the widgets right in a pane: as they are laid out, then others, then late ones."""
    laid = list(_in_order(pane))
    rest = [child for child in pane.children() if isinstance(child, QWidget) and child not in laid]
    return sorted(laid + rest, key=lambda child: bool(child.property(LATE)))


def _in_order(pane: QWidget) -> Iterator[QWidget]:
    layout: QLayout | None = pane.layout()
    if isinstance(pane, QSplitter):
        yield from map(pane.widget, range(pane.count()))
    elif layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget: QWidget | None = item.widget() if item else None
        below: QLayout | None = item.layout() if item else None
        if widget is not None:
            yield widget
        elif below is not None:
            yield from _laid_out(below)


def _is_stop(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & tab == tab


def _with_focus(widget: QWidget) -> QWidget:
    """Return the widget that has the cursor when this one is entered."""
    proxy: QWidget | None = widget.focusProxy()
    return widget if proxy is None else _with_focus(proxy)
