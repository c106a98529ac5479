"""The bundled faces and the fonts made of them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

from mission_desk.paths import resource

UI, SERIF = "Inter", "Noto Serif"
_FACES = ("Inter-*.ttf", "NotoSerif-*.ttf", "NotoSans*.ttf")
_EMOJI = "Twemoji.ttf"  # in colour; not every system has its own
# Said for every script that Inter lacks, though another bundled face draws it.
_QUIET = "qt.text.font.db.info=false"


@cache
def load_faces() -> None:
    """Register the bundled fonts; once, after the application exists."""
    for pattern in _FACES:
        for file in sorted(resource("fonts").glob(pattern)):
            QFontDatabase.addApplicationFont(str(file))
    number = QFontDatabase.addApplicationFont(str(resource("fonts") / _EMOJI))
    QFontDatabase.setApplicationEmojiFontFamilies(QFontDatabase.applicationFontFamilies(number))
    QLoggingCategory.setFilterRules(_QUIET)


def ui_font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter at `size` px, with figures of equal width so that clocks do not dance."""
    font = QFont(UI)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def figures_font(size: int, weight: QFont.Weight = QFont.Weight.Bold) -> QFont:
    """For clocks: every digit as wide as the others."""
    font = ui_font(size, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def serif_font(size: int, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
    font = QFont(SERIF)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
