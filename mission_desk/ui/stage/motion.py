"""What moves when one slide follows another: the bars of a result that is revealed, the words of a statement
that is celebrated. Nothing else moves."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mission_desk.core.stage.slides import CelebrationBody, PollBody, Slide

GROWS = 200  # ms of all bars that come at once
WORD = 200  # ms from one word of a celebrated statement to the next


class Motion(Struct, frozen=True):
    """Of `ms` the `share` (0 to 1) has passed; `fresh` rows of a poll grow, the others stand."""

    ms: int = 0
    fresh: frozenset[int] = frozenset()
    share: float = 1.0

    def grown(self, row: int) -> float:
        """How much of its length the bar of this row has, slower towards the end."""
        return 1 - (1 - self.share) ** 3 if row in self.fresh else 1.0


def motion_between(before: Slide | None, after: Slide) -> Motion:
    """No motion (0 ms) where it would explain nothing, or where the system asks for none."""
    if before is None or not QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
        return Motion()
    first, second = before.body, after.body
    if isinstance(first, PollBody) and isinstance(second, PollBody) and len(first.rows) == len(second.rows):
        pairs = enumerate(zip(first.rows, second.rows, strict=True))
        fresh = frozenset(n for n, (old, new) in pairs if new.is_revealed and not old.is_revealed)
        return Motion(GROWS if fresh else 0, fresh)
    if isinstance(first, CelebrationBody) and isinstance(second, CelebrationBody):
        begins = second.begun and not first.begun
        return Motion(WORD * len(second.text.split()) if begins else 0)
    return Motion()
