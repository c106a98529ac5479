"""The workshops that were open last, in a small JSON file in the settings folder. Losing it loses nothing."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.room import scene
from mission_desk.core.statement import drafts
from mission_desk.own_files import JsonFile
from mission_desk.paths import settings_dir

KEPT = 8
YEAR = 330 * 86_400  # seconds after which a review is due
LONGEST = 2_000  # characters
LAST_MOMENT = 32_503_593_600  # the year 3000: datetime takes no more on every machine
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Text = Annotated[str, Meta(max_length=LONGEST)]


class Recent(Struct, frozen=True):
    """What the welcome page says of a workshop without opening it. `at` is seconds since 1970."""

    path: str
    title: Text
    notes: Count
    step: Count
    steps: Count
    chosen: Text
    at: Annotated[int, Meta(ge=0, le=LAST_MOMENT)]

    def review_is_due(self, now: float) -> bool:
        return bool(self.chosen) and now - self.at > YEAR


def recents() -> list[Recent]:
    """Newest first, only files that are still there."""
    return [each for each in recent_file().read()[:KEPT] if _is_there(each.path)]


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a folder that may not be looked into, a NUL
        return False


def remember(doc: Document) -> None:
    chosen = drafts.chosen(doc)
    steps = agenda.steps(doc)
    this = Recent(
        path=str(doc.path.resolve()),
        title=scene.workshop(doc).title[:LONGEST],
        notes=sum(boards.note_counts(doc).values()),
        step=agenda.current_step(doc).rank + 1,
        steps=len(steps),
        chosen=chosen.text.strip()[:LONGEST] if chosen else "",
        at=int(time.time()),
    )
    others = [each for each in recents() if each.path != this.path]
    recent_file().write([this, *others][:KEPT])


def recent_file() -> JsonFile[list[Recent]]:
    return JsonFile(settings_dir() / "recent.json", list[Recent], [])
