"""What the welcome page says of a method and of a workshop that was open lately."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mission_desk.core.agenda.methods import Method
from mission_desk.ui.welcome.recent import Recent
from mission_desk.words import tr, trn

LONGEST = 72  # characters of a statement in the list
MONTH = 30.4  # days


def blurb(method: Method, language: str) -> str:
    """ "12 steps · 4 h 40. From your customers' worries to a statement on the wall." """
    steps = trn("{n} step", "{n} steps", len(method.steps))
    return f"{steps} · {duration(method.minutes)}. {method.blurb[language]}"


def duration(minutes: int) -> str:
    if minutes <= 90:
        return tr("{n} min", n=minutes)
    hours, rest = divmod(minutes, 60)
    return tr("{hours} h {rest:02d}", hours=hours, rest=rest) if rest else tr("{hours} h", hours=hours)


def recent_words(recent: Recent) -> str:
    name = Path(recent.path).name
    if recent.chosen:
        return tr("{file} · chosen: “{statement}”", file=name, statement=shortened(recent.chosen))
    notes = trn("{n} note", "{n} notes", recent.notes)
    step = tr("step {n} of {count}", n=recent.step, count=recent.steps)
    return f"{name} · {notes} · {step}"


def recent_when(recent: Recent, now: float) -> str:
    when = ago((date.fromtimestamp(now) - date.fromtimestamp(recent.at)).days)
    return tr("{when} · review is due", when=when) if recent.review_is_due(now) else when


def ago(days: int) -> str:
    if days <= 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    if days < 14:
        return tr("{n} days ago", n=days)
    if days < 2 * MONTH:
        return tr("{n} weeks ago", n=days // 7)
    return tr("{n} months ago", n=round(days / MONTH))


def shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
