"""What a body becomes when it is laid out: something to draw, and the bodies of the leaves to come."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtGui import QPainter

from mission_desk.core.stage.slides import Body
from mission_desk.ui.stage.board.board_parts import Name
from mission_desk.ui.stage.layout.flow import Flow
from mission_desk.ui.stage.layout.notes import Placed
from mission_desk.ui.stage.motion import Motion

Part = Body | Flow


class Drawing(Struct, frozen=True):
    """A body ready to be drawn on one leaf. `rest` are the bodies of what did not fit, for the leaves after
    it. A board also tells `shown` of `total` notes and what it is made of, `notes` and `names`; a poll which
    `options` are on the leaf. `parts` is all that is drawn."""

    draw: Callable[[QPainter, Motion], None]
    parts: object = None
    rest: tuple[Part, ...] = ()
    shown: int = 0
    total: int = 0
    notes: tuple[Placed, ...] | None = None
    names: tuple[Name, ...] = ()
    options: range | None = None

    @property
    def is_whole(self) -> bool:
        """Nothing is left for another leaf, and the desk's view left out nothing."""
        return not self.rest and self.shown == self.total
