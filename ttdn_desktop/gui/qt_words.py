"""Vietnamese for Qt's own words (context menus, file dialogs): Qt ships none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator

from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ttdn_desktop.gui.words import Words


class QtWords(QTranslator):
    """Translates what Qt says into the window's language, where there is a translation."""

    def __init__(self, words: Words, parent: QObject) -> None:
        """Read the table of a language."""
        super().__init__(parent)
        path = resource("i18n", words.language, "qt.json")
        self._table: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        """Tell whether there is nothing to translate into."""
        return not self._table

    def translate(  # type: ignore[override]  # None is what Qt takes for "no translation", "" is not
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return our words for Qt's, or None where there are none."""
        del context, disambiguation, n
        return self._table.get(source.replace("&", ""))
