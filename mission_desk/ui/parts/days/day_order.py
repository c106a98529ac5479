"""In which order a country writes day, month and year in figures. The system says so, not the language of the
screen: an English desk stands in London, in Boston and in Berlin."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def day_order(locale: QLocale) -> str:
    """Such as "dmy"; "" where no country is set: the locale "C" writes days like nobody."""
    if locale.language() == QLocale.Language.C:
        return ""
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat).lower()
    return "".join(sorted("dmy", key=pattern.find))
