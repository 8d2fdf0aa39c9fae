"""The dialogs of bodies that change, as an officer meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.succession import SuccessionKind
from ttdn_desktop.gui.dialogs.heirs_dialog import HeirsDialog
from ttdn_desktop.gui.widgets.item_pane import ItemPane
from ttdn_desktop.gui.widgets.units_pane import UnitsPane
from ttdn_desktop.gui.wishes import OpenItem, ShowPlan

if TYPE_CHECKING:
    from tests.screens.looked_at import Window


def picture_bodies(window: Window) -> None:
    """Picture a split being recorded, its heirs being chosen, and a body's details."""
    window.session._show("plan", ShowPlan("units"))  # noqa: SLF001 (as a link of another page)
    window.settle()
    page = window.shell.frame.pages.currentWidget()
    (pane,) = page.findChildren(UnitsPane)
    pane.table.choose(6)
    succession = pane.succeed()
    succession.kind.setCurrentIndex(succession.kind.findData(SuccessionKind.SPLIT))
    succession.origins.set_names(("Sở Công Thương",))
    succession.heirs.set_names(("Sở Công nghiệp", "Sở Thương mại và Hội nhập quốc tế"))
    succession.basis.setText("Nghị quyết số 12/NQ-HĐND ngày 10/02/2026 của Hội đồng nhân dân tỉnh")
    succession.day.setText("01/03/2026")
    window.settle()
    window.camera.take("dialog-succession", succession)
    succession.write()
    window.settle()
    for dialog in window.shell.findChildren(HeirsDialog):
        window.camera.take("dialog-heirs", dialog)
        dialog.reject()
    pane.ended.setChecked(True)
    window.settle()
    window.camera.take("plan-units-split", window.shell)
    pane.table.choose(2)
    if (details := pane.edit_chosen()) is not None:
        window.settle()
        window.camera.take("dialog-unit", details)
        details.reject()
    window.session._show("tasks", OpenItem("II.2"))  # noqa: SLF001 (as a link of another page)
    window.settle()
    (item,) = window.shell.frame.pages.currentWidget().findChildren(ItemPane)
    if (validity := item.open_validity()) is not None:
        window.settle()
        window.camera.take("dialog-validity", validity)
        validity.reject()
