"""Colours and sizes, each with a name. No colour or size literal stands anywhere else in ui/."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from mission_desk.core.file.closed_sets import Style

# px at 100 %: the only text sizes there are
TINY, SMALL, BODY, LEAD, TITLE, HEAD, HERO, HUGE = 12, 14, 16, 19, 24, 32, 46, 66
UNIT = 4  # everything stands on this grid
RADIUS, PANEL_RADIUS, CHIP_RADIUS = 8, 10, 14
PILL_HEIGHT = 2 * CHIP_RADIUS + 2  # a pill lower than its two radii loses its round ends
RAIL_WIDTH, SIDE_WIDTH = 248, 302
TOP_HEIGHT = 56
CHIP_HEIGHT = 34
NARROW = 1180  # below this window width the side panel makes room for the page
LOW = 620  # below this window height rail, strip and bars take fewer lines: a laptop's screen at 150 %


class Tokens(Struct, frozen=True):
    """One theme. Names as in the style guide; `note_ink` is the text on a coloured note in every theme,
    `rest` the ground of what waits, on which `ink2` can be read where `line` is as dark as ink."""

    name: str
    ink: str
    ink2: str
    ink3: str
    paper: str
    panel: str
    line: str
    rest: str
    accent: str
    on_accent: str
    accent_soft: str
    warn: str
    warn_soft: str
    mark: str
    shadow: str
    dot: str
    note_ink: str = "#1c2127"
    note_ink2: str = "#3c444c"
    ideator: str = "#ffd95e"
    strategist: str = "#9ecbff"
    analyst: str = "#a5e3c4"
    heart: str = "#ffb4a8"
    customers: str = "#d3c2ff"
    makers: str = "#ffcf9b"
    parking: str = "#dcdedf"
    scale: tuple[str, ...] = ("#c8603d", "#eaa98c", "#d9d6cf", "#8fc7c5", "#0f5e63")

    def style(self, style: Style) -> str:
        """The colour of a note of this style; an unknown style is parked."""
        return str(getattr(self, style))


LIGHT = Tokens(
    name="light", ink="#1c2127", ink2="#55606b", ink3="#8a949e", paper="#faf8f4", panel="#ffffff",
    line="#e4e0d8", rest="#e4e0d8", accent="#0f5e63", on_accent="#ffffff", accent_soft="#e0eeed",
    warn="#b4441f", warn_soft="#fbe6dc", mark="#fff0b8", shadow="#2a1c2127", dot="#d9d4ca",
)  # fmt: skip
DARK = Tokens(
    name="dark", ink="#f1eee6", ink2="#b9c1c6", ink3="#8a979d", paper="#161c1f", panel="#1d2428",
    line="#323c41", rest="#323c41", accent="#8fc7c5", on_accent="#10191b", accent_soft="#1e3a3c",
    warn="#ff9d7a", warn_soft="#3d241b", mark="#574a17", shadow="#66000000", dot="#2c353a",
)  # fmt: skip
CONTRAST = replace(
    LIGHT, name="contrast", ink="#000000", ink2="#000000", ink3="#333333", paper="#ffffff", line="#000000",
    rest="#e4e4e4", accent="#003f43", accent_soft="#d7f0ee", warn="#8a2600", note_ink="#000000",
    note_ink2="#000000", dot="#ffffff", shadow="#00000000",
)  # fmt: skip
STAGE = Tokens(
    name="stage", ink="#f5f2ea", ink2="#c9cfd2", ink3="#8a979d", paper="#12181b", panel="#1b2327",
    line="#2a3439", rest="#2a3439", accent="#8fc7c5", on_accent="#12181b", accent_soft="#1e3a3c",
    warn="#ff9d7a", warn_soft="#3d241b", mark="#574a17", shadow="#59000000", dot="#12181b",
)  # fmt: skip
STAGE_LIGHT = Tokens(
    name="stage light", ink="#15191e", ink2="#3f4952", ink3="#68727b", paper="#faf8f4", panel="#ffffff",
    line="#d9d4ca", rest="#d9d4ca", accent="#0b5257", on_accent="#ffffff", accent_soft="#e0eeed",
    warn="#8c3312", warn_soft="#fbe6dc", mark="#fff0b8", shadow="#2a1c2127", dot="#faf8f4",
)  # fmt: skip
BLACK = "#000000"  # of a stage that is blacked out


def system_tokens() -> Tokens:
    """The theme that the system's settings ask for."""
    hints = QGuiApplication.styleHints()
    accessible = getattr(hints, "accessibility", None)
    if accessible is not None and accessible().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """For what style sheets do not reach: selections, placeholders, native popups."""
    colours = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.paper,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.panel,
        QPalette.ColorRole.AlternateBase: tokens.paper,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.panel,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.PlaceholderText: tokens.ink3,
        QPalette.ColorRole.ToolTipBase: tokens.ink,
        QPalette.ColorRole.ToolTipText: tokens.paper,
        QPalette.ColorRole.Link: tokens.accent,
    }
    for role, colour in roles.items():
        colours.setColor(role, QColor(colour))
    return colours
