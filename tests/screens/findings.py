"""What is wrong with a picture, read from its widgets: clipped, outside, one over the other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from ttdn_desktop.gui.widgets.search_popup import SearchPopup

if TYPE_CHECKING:
    from collections.abc import Iterator

SLACK = 1
"""A pixel is lost in rounding at 125 %."""

FIELD_EDGE = 4
"""What a QLineEdit keeps free beside its text."""


def findings(window: QWidget) -> Iterator[str]:
    """Return one line for each fault among the visible widgets."""
    seen = [window, *window.findChildren(QWidget)]
    shown = [widget for widget in seen if widget.isVisibleTo(window)]
    for widget in shown:
        if lacking := _clipped_by(widget):
            yield f"clipped by {lacking} px: {_named(widget)}"
        if widget is not window and _is_outside(widget):
            yield f"outside its parent: {_named(widget)}"
        yield from _overlapping(widget)


def _clipped_by(widget: QWidget) -> int:
    """Return how many pixels of its text a widget lacks."""
    if isinstance(widget, QLabel):
        return _over(_label_needs(widget), widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        return _over((widget.sizeHint().width(), 0), widget)
    if isinstance(widget, QLineEdit) and not widget.text():
        return _placeholder_lacks(widget)
    return 0


def _label_needs(label: QLabel) -> tuple[int, int]:
    if not label.text():
        return 0, 0
    if label.wordWrap():
        words = QTextDocumentFragment.fromHtml(label.text()).toPlainText().split()
        longest = max(map(label.fontMetrics().horizontalAdvance, words), default=0)
        return longest, label.heightForWidth(label.width())
    return label.sizeHint().width(), label.sizeHint().height()


def _over(needed: tuple[int, int], widget: QWidget) -> int:
    lacking = max(needed[0] - widget.width(), needed[1] - widget.height())
    return lacking if lacking > SLACK else 0


def _placeholder_lacks(field: QLineEdit) -> int:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    needed = field.fontMetrics().horizontalAdvance(field.placeholderText()) + FIELD_EDGE
    return max(0, needed - room.width() - SLACK)


def _is_outside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _scrolls(parent) or isinstance(parent, QLineEdit):
        return False
    slack = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    return not widget.geometry().isEmpty() and not slack.contains(widget.geometry())


def _scrolls(parent: QWidget) -> bool:
    """Tell whether what lies in a widget may be larger than it."""
    above = parent.parentWidget()
    return isinstance(parent, QAbstractScrollArea) or (
        isinstance(above, QAbstractScrollArea) and above.viewport() is parent
    )


def _overlapping(parent: QWidget) -> Iterator[str]:
    layout = parent.layout()
    if layout is None:
        return
    children = [
        child
        for child in parent.findChildren(QWidget)
        if child.parentWidget() is parent
        and child.isVisibleTo(parent)
        and not child.isWindow()
        and not isinstance(child, SearchPopup)  # it is meant to lie over the page
    ]
    for one, other in combinations(children, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > SLACK and common.height() > SLACK:
            yield f"one over the other: {_named(one)} and {_named(other)}"


def _named(widget: QWidget) -> str:
    text = getattr(widget, "text", str)() or getattr(widget, "placeholderText", str)()
    name = widget.objectName() or widget.accessibleName()
    place = widget.geometry().getRect()
    return f"{type(widget).__name__} {name or text!r} at {place}".replace("\n", " ")
