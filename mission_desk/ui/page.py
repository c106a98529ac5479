"""What a page of the desk is: a middle, perhaps a panel at its side and a bar at its foot."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.document import Changes
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.workplace import Workplace


class UnderMouse(Struct, frozen=True):
    """The id of a row, and where in it the mouse is: shares (0 to 1) of its width and height."""

    row: int
    x: float
    y: float


class Page(QWidget):
    """A room builds its middle in itself, and sets `side` and `foot` where it has them, before
    super().__init__ returns to the desk. The desk shows all three together."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self.doc = place.doc
        self.side: QWidget | None = None
        self.foot: QWidget | None = None
        set_look(self, "paper")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def enter(self) -> None:
        """The page is about to be seen: show the rows as they are now, put the focus where one types."""

    def show_row(self, row: int) -> None:
        """Select the row with this id and bring it into sight."""

    def selected_row(self) -> int | None:
        """The id of the one row that is selected; None where it is none, or several."""
        return None

    def row_under(self, at: QPoint) -> UnderMouse | None:
        """The row that is seen at this point of the screens; None where there is none."""
        return None

    def is_drawn(self) -> bool:
        """Nothing of the page is still being drawn or made elsewhere; pictures of it are taken then."""
        return True

    def take_letters(self, text: str) -> None:
        """Somebody types while no field has the keys: write on where this page is written."""

    def leave(self) -> None:
        """Another page comes: hand on what is half typed."""

    def follow(self, changes: Changes) -> None:
        """Something was committed (also by this page itself, undo or redo): show it. Called only while the
        page is in sight."""
