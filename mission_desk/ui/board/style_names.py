"""What the styles are called on screen."""

from __future__ import annotations

from mission_desk.words import tr


def style_words() -> dict[str, str]:
    """One person or note of each style."""
    return {
        "ideator": tr("Ideator"),
        "strategist": tr("Strategist"),
        "analyst": tr("Analyst"),
        "heart": tr("Heart"),
        "customers": tr("Customers"),
        "makers": tr("Makers"),
        "parking": tr("Parking"),
    }
