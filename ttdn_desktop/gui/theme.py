"""How the window looks: colours as tokens with a dark twin, sizes after the officer's font."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

STYLE = ("-style", "Fusion")
"""What a QApplication is given: naming the style there needs no object of it in Python."""

BASE_PX = 13
"""Body text at 100 %."""


class Tokens(NamedTuple):
    """The colours, each pair of text on ground with the contrast of WCAG AA.

    Paper is white, its ink black and what is blank on it marked, in the dark look too.
    """

    ground: str
    surface: str
    band: str
    line: str
    strong_line: str
    text: str
    quiet: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    good: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    paper: str = "#ffffff"
    ink: str = "#000000"
    blank: str = "#fff2cc"


LIGHT = Tokens(
    ground="#f5f6f8",
    surface="#ffffff",
    band="#f1f3f6",
    line="#dfe3e8",
    strong_line="#b9c1cb",
    text="#1d2733",
    quiet="#5b6776",
    accent="#0b5cad",
    accent_hover="#094c90",
    accent_text="#ffffff",
    accent_soft="#e6effa",
    good="#1f7a4d",
    warn="#8a5a00",
    warn_soft="#fff2cc",
    bad="#b3261e",
    bad_soft="#fdecea",
)
DARK = Tokens(
    ground="#14181d",
    surface="#1d232a",
    band="#242b33",
    line="#343d47",
    strong_line="#566270",
    text="#e7ebf0",
    quiet="#a4b0bd",
    accent="#78b4f4",
    accent_hover="#9ac8f8",
    accent_text="#0d1b2a",
    accent_soft="#20364e",
    good="#6fcf9a",
    warn="#f0c35a",
    warn_soft="#3a3115",
    bad="#ff9d94",
    bad_soft="#43201d",
)


class Look(NamedTuple):
    """What the officer has chosen: colours and the size of the text, in per cent."""

    tokens: Tokens = LIGHT
    percent: int = 100

    def px(self, pixels: float) -> int:
        """Return a length of the 100 % drawing in the officer's size."""
        return max(1, round(pixels * self.percent / 100))

    def color(self, token: str) -> QColor:
        """Return a token's colour."""
        return QColor(getattr(self.tokens, token))


def dress(application: QApplication, look: Look) -> None:
    """Give the whole program a look."""
    font = QFont(application.font())
    font.setPixelSize(look.px(BASE_PX))
    application.setFont(font)
    application.setPalette(palette(look.tokens))
    application.setStyleSheet(style_sheet(look))


def with_dark(look: Look, *, dark: bool) -> Look:
    """Return the same look in light or dark."""
    return look._replace(tokens=DARK if dark else LIGHT)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette, for whatever the style sheet does not reach."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, tokens.ground),
        (roles.Base, tokens.surface),
        (roles.AlternateBase, tokens.band),
        (roles.Button, tokens.surface),
        (roles.ToolTipBase, tokens.surface),
        (roles.WindowText, tokens.text),
        (roles.Text, tokens.text),
        (roles.ButtonText, tokens.text),
        (roles.ToolTipText, tokens.text),
        (roles.PlaceholderText, tokens.quiet),
        (roles.Highlight, tokens.accent),
        (roles.HighlightedText, tokens.accent_text),
        (roles.Link, tokens.accent),
    ):
        made.setColor(role, QColor(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.quiet))
    return made


def style_sheet(look: Look) -> str:
    """Return `resources/look/window.qss` with colours and lengths filled in."""
    template = Template(resource("look", "window.qss").read_text(encoding="utf-8"))
    lengths = {f"px{length}": f"{look.px(length)}px" for length in range(1, 65)}
    tokens = look.tokens._asdict()
    check = "check-on-dark.svg" if look.tokens is DARK else "check-on-light.svg"
    icons = {"arrow_down": "arrow-down.svg", "arrow_up": "arrow-up.svg", "check": check}
    paths = {name: resource("icons", file).as_posix() for name, file in icons.items()}
    return template.substitute(tokens | lengths | paths)
