"""The workshops that were open last, in a small JSON file in the settings folder. Losing it loses nothing."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from mission_desk.core import agenda, drafts, scene
from mission_desk.core.document import Document
from mission_desk.paths import settings_dir

KEPT = 8
YEAR = 330 * 86_400  # seconds after which a review is due


class Recent(Struct, frozen=True):
    """What the welcome page says of a workshop without opening it. `at` is seconds since 1970."""

    path: str
    title: str
    notes: int
    step: int
    steps: int
    chosen: str
    at: int

    def review_is_due(self, now: float) -> bool:
        return bool(self.chosen) and now - self.at > YEAR


def recents() -> list[Recent]:
    """Newest first, only files that are still there; a damaged list is an empty one."""
    with suppress(OSError, ValueError, TypeError):
        read = json.loads(_file().read_text("utf-8"))
        return [found for found in (Recent(**each) for each in read) if Path(found.path).exists()]
    return []


def remember(doc: Document) -> None:
    chosen = drafts.chosen(doc)
    steps = agenda.steps(doc)
    this = Recent(
        path=str(doc.path.resolve()),
        title=scene.workshop(doc).title,
        notes=int(doc.value("SELECT count(*) FROM note")),
        step=agenda.current_step(doc).rank + 1,
        steps=len(steps),
        chosen=chosen.text.strip() if chosen else "",
        at=int(time.time()),
    )
    others = [each for each in recents() if each.path != this.path]
    with suppress(OSError):  # a settings folder that cannot be written must not keep a workshop from opening
        fresh = _file().with_suffix(".new")
        fresh.write_text(
            json.dumps([asdict(each) for each in [this, *others][:KEPT]], ensure_ascii=False), "utf-8"
        )
        fresh.replace(_file())


def _file() -> Path:
    return settings_dir() / "recent.json"
