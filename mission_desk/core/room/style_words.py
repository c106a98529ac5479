"""What people of a thinking style are called, on desk and stage."""

from __future__ import annotations

from mission_desk.words import tr


def style_plural(style: str, language: str | None = None, *, begins: bool = True) -> str:
    """A thinking style's people; `begins` a sentence, or stands inside one."""
    return {
        "ideator": tr("Ideators", language) if begins else tr("ideators", language),
        "strategist": tr("Strategists", language) if begins else tr("strategists", language),
        "analyst": tr("Analysts", language) if begins else tr("analysts", language),
        "heart": tr("Hearts", language) if begins else tr("hearts", language),
    }[style]
