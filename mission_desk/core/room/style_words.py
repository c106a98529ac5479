"""What the styles of notes and people are called, on desk, stage and paper; in the language of the screen
where none is given."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import Style, ThinkingStyle
from mission_desk.words import tr


def style_names(language: str | None = None) -> dict[Style, str]:
    """One person or note of each style."""
    return {
        "ideator": tr("Ideator", language),
        "strategist": tr("Strategist", language),
        "analyst": tr("Analyst", language),
        "heart": tr("Heart", language),
        "customers": tr("Customers", language),
        "makers": tr("Makers", language),
        "parking": tr("Parking", language),
    }


def style_plural(style: ThinkingStyle, language: str | None = None, *, begins: bool = True) -> str:
    """A thinking style's people; `begins` a sentence, or stands inside one."""
    return {
        "ideator": tr("Ideators", language) if begins else tr("ideators", language),
        "strategist": tr("Strategists", language) if begins else tr("strategists", language),
        "analyst": tr("Analysts", language) if begins else tr("analysts", language),
        "heart": tr("Hearts", language) if begins else tr("hearts", language),
    }[style]
